package svoi.desk.offers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;

/// The form of a captive.
///
/// @param id of one who is entered already; empty for a new one
/// @param proposed fields that were filled in from others
/// @param twin somebody of this name and birth date who is entered already
/// @param stored what somebody else saved meanwhile, by field
public record CaptiveFormView(
    Frame frame,
    Typed typed,
    Optional<UUID> id,
    List<String> proposed,
    Optional<UUID> twin,
    List<Difference> stored)
    implements DeskView {
  public CaptiveFormView {
    proposed = List.copyOf(proposed);
    stored = List.copyOf(stored);
  }

  public String action() {
    return id.map(known -> "/desk/offers/" + known + "/captive").orElse("/desk/offers/captives");
  }

  /// Label of a field: those of names are called as in files of cases.
  public static String label(String field) {
    return field.matches("(family|given|patronymic)(Uk|Ru|Latin)|sex|born")
        ? "desk.needs.field." + field
        : "desk.offers.field." + field;
  }

  /// A field in which the stored and the typed differ.
  public record Difference(String field, String stored, String typed) {}
}
