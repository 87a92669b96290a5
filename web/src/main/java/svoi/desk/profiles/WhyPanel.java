package svoi.desk.profiles;

import svoi.cases.PersonId;
import svoi.register.Publication;

/// Makes the panel "why is this (not) public?", for every page that shows it.
public final class WhyPanel {
  private final Publication publication;

  WhyPanel(Publication publication) {
    this.publication = publication;
  }

  /// The state of now; whoever calls has asked whether the person is within reach.
  public WhyView of(PersonId person) {
    return WhyView.of(publication.why(person));
  }
}
