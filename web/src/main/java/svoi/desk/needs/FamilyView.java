package svoi.desk.needs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.Families;
import svoi.exchange.needs.NameGate;

/// Relatives of an awaited person: how to reach them, when they were spoken with.
///
/// @param editing the contact that the form corrects; empty: it enters a new one
/// @param stale what is stored of that contact, if it is another than what was typed on
public record FamilyView(
    Frame frame,
    AwaitedFile file,
    List<Families.Stored> contacts,
    List<Families.Talk> talks,
    Optional<NameGate.Gate> gate,
    Optional<UUID> editing,
    Optional<Families.Stored> stale,
    Typed typed)
    implements DeskView {
  public FamilyView {
    contacts = List.copyOf(contacts);
    talks = List.copyOf(talks);
  }

  public String path() {
    return NeedDesk.path(file.id().value());
  }
}
