package svoi.desk.needs;

import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.needs.AwaitedDuplicates;
import svoi.exchange.needs.AwaitedFile;

/// The form of an awaited person.
///
/// @param version that is corrected; 0 for a new person
/// @param proposed names of the fields that were filled in and are to be looked at
/// @param candidates records that may be of the same person
/// @param differing fields in which what is stored is another than what was typed: a stale save
public record NeedFormView(
    Frame frame,
    Typed typed,
    int version,
    List<String> proposed,
    List<AwaitedDuplicates.Candidate> candidates,
    List<Difference> differing,
    Optional<AwaitedFile> file)
    implements DeskView {
  public NeedFormView {
    proposed = List.copyOf(proposed);
    candidates = List.copyOf(candidates);
    differing = List.copyOf(differing);
  }

  /// One field of a stale save.
  public record Difference(String name, String stored, String typed) {}

  /// Where the form is sent.
  public String action() {
    return file.map(f -> NeedDesk.path(f.id().value()) + "/edit").orElse("/desk/needs");
  }

  /// Key of the label of a field.
  public static String label(String field) {
    return "desk.needs.field." + field;
  }
}
