package svoi.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.platform.Alphabet;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.staff.StaffRole;

/// Cards of persons for counsel and prison liaisons: found by exact full name and birth date only,
/// so that nobody can leaf through them.
public final class Cards {
  private static final int MOST_CLIENTS = 200;
  private static final String FIND =
      """
      SELECT id, family_uk, given_uk, patronymic_uk FROM cases.v_person
      WHERE born_on = ? AND ? IN (lower(translate(concat_ws(' ', family_uk, given_uk, patronymic_uk), '’ʼ`', '''''''')),
        lower(translate(concat_ws(' ', family_ru, given_ru, patronymic_ru), '’ʼ`', '''''''')))
        AND (NOT ? OR id IN (SELECT person_id FROM consent.v_client WHERE member_id = ?))
      LIMIT 2
      """;
  private static final String CLIENTS =
      """
      SELECT n.id, n.family_uk, n.given_uk, n.patronymic_uk
      FROM consent.v_client c JOIN cases.v_person n ON n.id = c.person_id
      WHERE c.member_id = ? ORDER BY n.id LIMIT 1000
      """;
  private static final String NAME =
      "SELECT id, family_uk, given_uk, patronymic_uk FROM cases.v_person WHERE id = ?";

  private final JdbcClient jdbc;

  public Cards(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A person as the desk names them.
  public record Card(PersonId person, String name) {}

  /// The one person of this full name and birth date; empty if there is none, more than one, or
  /// none that this member reaches. Counsel find their clients only.
  ///
  /// @param fullName family name, given name and patronymic, in Ukrainian or Russian
  public Optional<Card> find(Member by, String fullName, LocalDate bornOn) {
    by.needs(Right.READ_CARDS);
    List<Card> found =
        jdbc.sql(FIND)
            .param(bornOn)
            .param(folded(fullName))
            .param(!by.is(StaffRole.PRISON_LIAISON))
            .param(by.id().value())
            .query((row, n) -> card(row))
            .list();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The clients of counsel, by name; at most 200.
  public List<Card> clients(Member by) {
    by.needs(Right.READ_CARDS);
    return jdbc.sql(CLIENTS).param(by.id().value()).query((row, n) -> card(row)).list().stream()
        .sorted(Alphabet.ukrainian(Card::name))
        .limit(MOST_CLIENTS)
        .toList();
  }

  /// The name of a person whose page is shown; the caller has checked the reach.
  public Optional<Card> of(PersonId person) {
    return jdbc.sql(NAME).param(person.value()).query((row, n) -> card(row)).optional();
  }

  /// One form for all apostrophes, cases and spaces.
  private static String folded(String name) {
    return name.strip().replaceAll("\\s+", " ").replaceAll("[’ʼ`]", "'").toLowerCase(Locale.ROOT);
  }

  private static Card card(java.sql.ResultSet row) throws java.sql.SQLException {
    String patronymic = row.getString("patronymic_uk");
    String name = row.getString("family_uk") + " " + row.getString("given_uk");
    return new Card(
        new PersonId(row.getObject("id", UUID.class)),
        patronymic == null ? name : name + " " + patronymic);
  }
}
