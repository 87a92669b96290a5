package svoi.desk.needs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.AwaitedId;
import svoi.exchange.needs.AwaitedDuplicates;
import svoi.exchange.needs.AwaitedEvent;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.AwaitedMerges;
import svoi.exchange.needs.FamilyGroups;
import svoi.exchange.needs.NameGate;

/// One awaited person.
///
/// @param mayEdit whether this member may change something
/// @param kin whom the search for a relative found
/// @param absorbed records that were merged into this one
/// @param typed into the forms of the page
public record NeedView(
    Frame frame,
    Officer officer,
    LocalDate today,
    AwaitedFile file,
    boolean mayEdit,
    List<AwaitedEvent> events,
    Optional<FamilyGroups.Family> family,
    List<AwaitedFile> kin,
    List<AwaitedDuplicates.Candidate> candidates,
    List<AwaitedMerges.Merge> merges,
    List<AwaitedId> absorbed,
    Optional<NameGate.Gate> gate,
    Typed typed)
    implements DeskView {
  public NeedView {
    events = List.copyOf(events);
    kin = List.copyOf(kin);
    candidates = List.copyOf(candidates);
    merges = List.copyOf(merges);
    absorbed = List.copyOf(absorbed);
  }

  /// Where the pages of this person lie.
  public String path() {
    return NeedDesk.path(file.id().value());
  }

  /// Days in captivity until today, or until it was known to have ended.
  public int days() {
    LocalDate end = file.state().isOpen() || events.isEmpty() ? today : events.getFirst().on();
    return NeedListView.days(file, end);
  }
}
