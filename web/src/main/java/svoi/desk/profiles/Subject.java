package svoi.desk.profiles;

import svoi.cases.PersonId;
import svoi.register.Access;
import svoi.register.Publication;

/// The person whose profile a page is about.
///
/// @param access how far the signed-in member reaches
public record Subject(Publication.Card card, Access access) {
  public PersonId person() {
    return card.person();
  }

  /// The address of the person's file, or of a page below it.
  public String to(String below) {
    return "/desk/persons/" + card.person().value() + below;
  }

  public boolean edits() {
    return access == Access.EDIT;
  }
}
