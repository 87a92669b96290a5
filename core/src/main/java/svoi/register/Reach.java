package svoi.register;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.cases.Persons;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.staff.StaffRole;

/// Which members reach which files.
///
/// An agency works on its own files. The other publishing agency's reviewers reach a file once its
/// profile was handed in. Who leads or verifies consents, and the monitor, reach all. Counsel reach
/// the cards of their clients. Prison liaisons reach the card of a person whom they can name.
public final class Reach {
  private static final String FILE =
      """
      SELECT p.agency,
             EXISTS (SELECT FROM register.submission s WHERE s.person_id = p.id) AS handed_in,
             EXISTS (SELECT FROM consent.v_client c WHERE c.person_id = p.id AND c.member_id = ?) AS client
      FROM cases.v_person p WHERE p.id = ?
      """;

  private static final String HANDED_IN =
      """
      SELECT DISTINCT s.person_id FROM register.submission s
      JOIN cases.v_person p ON p.id = s.person_id WHERE p.agency <> ?
      """;

  private final JdbcClient jdbc;

  public Reach(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record File(String agency, boolean handedIn, boolean client) {}

  /// How far `member` reaches into the file of `person`; [Access#NONE] also if there is no such
  /// person.
  public Access of(Member member, PersonId person) {
    return file(member, person.value()).map(file -> access(member, file)).orElse(Access.NONE);
  }

  /// Whom `member` reaches as far as the file, for lists and the search. Asked once for each page:
  /// what is handed in afterwards is not in it.
  public Predicate<Persons.Known> files(Member member) {
    if (everywhere(member)) {
      return person -> true;
    }
    Set<UUID> handedIn =
        member.may(Right.REVIEW_PROFILES)
            ? Set.copyOf(jdbc.sql(HANDED_IN).param(member.agency()).query(UUID.class).list())
            : Set.of();
    boolean reads = member.may(Right.READ_CASES);
    return person ->
        (reads && person.agency().equals(member.agency())) || handedIn.contains(person.id());
  }

  private static boolean everywhere(Member member) {
    return member.is(StaffRole.MONITOR)
        || member.is(StaffRole.VERIFIER)
        || member.is(StaffRole.INTERVIEWER);
  }

  private static Access access(Member member, File file) {
    boolean own = file.agency().equals(member.agency());
    if (own && member.may(Right.EDIT_CASES)) {
      return Access.EDIT;
    }
    boolean reviews = member.may(Right.REVIEW_PROFILES) && file.handedIn();
    if (everywhere(member) || reviews || (own && member.may(Right.READ_CASES))) {
      return Access.FILE;
    }
    boolean card =
        (member.is(StaffRole.COUNSEL) && file.client()) || member.is(StaffRole.PRISON_LIAISON);
    return card ? Access.CARD : Access.NONE;
  }

  private Optional<File> file(Member member, UUID person) {
    return jdbc.sql(FILE)
        .param(member.id().value())
        .param(person)
        .query(
            (row, n) ->
                new File(
                    row.getString("agency"), row.getBoolean("handed_in"), row.getBoolean("client")))
        .optional();
  }
}
