package svoi.desk.people;

import java.util.List;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.staff.Account;
import svoi.staff.Institution;
import svoi.staff.Institutions;

/// All institutions with their liaisons, and the form of a new one.
public record InstitutionsView(
    Frame frame,
    List<Institution> institutions,
    List<Institutions.Posting> postings,
    List<Account> liaisons,
    Typed typed)
    implements DeskView {
  public InstitutionsView {
    institutions = List.copyOf(institutions);
    postings = List.copyOf(postings);
    liaisons = List.copyOf(liaisons);
  }

  /// Liaisons who work there.
  public List<Account> in(Institution institution) {
    return liaisons.stream().filter(a -> works(a, institution)).toList();
  }

  /// Liaisons who do not.
  public List<Account> others(Institution institution) {
    return liaisons.stream().filter(a -> !works(a, institution)).toList();
  }

  private boolean works(Account account, Institution institution) {
    UUID member = account.member().id().value();
    return postings.contains(new Institutions.Posting(member, institution.id()));
  }
}
