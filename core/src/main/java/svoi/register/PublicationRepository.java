package svoi.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;

/// SQL of the answer to "why is this (not) public?".
final class PublicationRepository {
  private static final String WHY =
      """
      SELECT s.id, s.obstacles, s.approved_by, s.not_before, s.visible_until, s.left_on,
             nullif(s.counts_from, '-infinity') AS counts_from,
             EXISTS (SELECT FROM register.appearance a WHERE a.profile_id = s.id) AS once,
             EXISTS (SELECT FROM register.approval q WHERE q.profile_id = s.id
                     AND q.content_hash = s.content_hash AND q.approved_at < s.counts_from) AS older,
             (SELECT r.content_hash = s.content_hash FROM register.review r WHERE r.profile_id = s.id) AS waiting,
             (SELECT b.sent_back FROM (
                SELECT b.sent_back, b.written_at AS at FROM register.comment b
                WHERE b.profile_id = s.id AND b.sent_back
                UNION ALL SELECT false, u.submitted_at FROM register.submission u WHERE u.profile_id = s.id) b
              ORDER BY b.at DESC LIMIT 1) AS sent_back,
             (SELECT c.valid_until FROM consent.v_in_force c
              WHERE c.person_id = s.person_id AND c.scope = 'text') AS text_until,
             (SELECT c.valid_until FROM consent.v_in_force c
              WHERE c.person_id = s.person_id AND c.scope = 'exchange') AS exchange_until,
             (SELECT c.valid_until FROM consent.v_in_force c
              WHERE c.person_id = s.person_id AND c.scope = 'keep-after-departure') AS keep_until,
             (SELECT n.custody_until FROM cases.v_person n WHERE n.id = s.person_id) AS custody_until
      FROM register.v_standing s WHERE s.person_id = ?
      """;
  private static final String PREVIEW = "SELECT * FROM register.v_preview WHERE person_id = ?";
  private static final String CARD =
      """
      SELECT family_uk || ' ' || given_uk AS name, family_latin || ' ' || given_latin AS latin, agency
      FROM cases.v_person WHERE id = ?
      """;
  private static final String HOLDS =
      """
      SELECT h.id, h.person_id, n.family_uk || ' ' || n.given_uk AS name, h.agency, h.placed_at
      FROM register.hold h JOIN cases.v_person n ON n.id = h.person_id
      WHERE h.lifted_at IS NULL ORDER BY h.placed_at DESC LIMIT 200
      """;
  private static final String HELD_BY =
      "SELECT count(*) FROM register.hold WHERE person_id = ? AND agency = ? AND lifted_at IS NULL";
  private static final String HELD_PERSON =
      "SELECT person_id FROM register.hold WHERE id = ? AND lifted_at IS NULL";

  /// Days for which one who left stays visible without a consent of its own (R30).
  private static final int AFTER_DEPARTURE = 7;

  private final JdbcClient jdbc;

  PublicationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Why why(PersonId person) {
    return jdbc.sql(WHY)
        .param(person.value())
        .query((row, n) -> why(row))
        .optional()
        .orElseGet(PublicationRepository::nothingWritten);
  }

  private static Why nothingWritten() {
    return new Why(
        Optional.empty(),
        List.of("no-profile"),
        false,
        List.of(),
        Optional.empty(),
        false,
        Why.Review.NOT_HANDED_IN,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Why why(ResultSet row) throws SQLException {
    List<String> obstacles = strings(row.getArray("obstacles"));
    return new Why(
        Optional.of(new ProfileId(row.getObject("id", UUID.class))),
        obstacles,
        row.getBoolean("once"),
        strings(row.getArray("approved_by")),
        moment(row, "counts_from"),
        row.getBoolean("older"),
        review(row),
        moment(row, "not_before"),
        endings(row),
        moment(row, "visible_until"));
  }

  private static Why.Review review(ResultSet row) throws SQLException {
    Boolean waiting = row.getObject("waiting", Boolean.class);
    if (waiting != null) {
      return waiting ? Why.Review.WAITING : Why.Review.CHANGED_SINCE;
    }
    if (strings(row.getArray("approved_by")).size() >= 2) {
      return Why.Review.DONE;
    }
    return row.getBoolean("sent_back") ? Why.Review.SENT_BACK : Why.Review.NOT_HANDED_IN;
  }

  private static List<Why.Ending> endings(ResultSet row) throws SQLException {
    List<Why.Ending> endings = new ArrayList<>();
    LocalDate left = row.getObject("left_on", LocalDate.class);
    add(endings, "consent-text", row.getObject("text_until", LocalDate.class));
    if (left == null) {
      add(endings, "consent-exchange", row.getObject("exchange_until", LocalDate.class));
      LocalDate free = row.getObject("custody_until", LocalDate.class);
      add(endings, "custody", free == null ? null : free.minusDays(1));
    } else {
      LocalDate week = left.plusDays(AFTER_DEPARTURE - 1L);
      LocalDate kept = row.getObject("keep_until", LocalDate.class);
      add(endings, "departure", kept != null && kept.isAfter(week) ? kept : week);
    }
    endings.sort(Comparator.comparing(Why.Ending::lastDay));
    return endings;
  }

  private static void add(List<Why.Ending> endings, String what, @Nullable LocalDate lastDay) {
    if (lastDay != null) {
      endings.add(new Why.Ending(what, lastDay));
    }
  }

  Optional<Preview> preview(PersonId person) {
    return jdbc.sql(PREVIEW)
        .param(person.value())
        .query(
            (row, n) ->
                new Preview(
                    ProfileRow.read(row, n),
                    strings(row.getArray("assumed")),
                    strings(row.getArray("hidden"))))
        .optional();
  }

  Optional<Publication.Card> card(PersonId person) {
    return jdbc.sql(CARD)
        .param(person.value())
        .query(
            (row, n) ->
                new Publication.Card(
                    person, row.getString("name"), row.getString("latin"), row.getString("agency")))
        .optional();
  }

  List<Publication.Hold> holds() {
    return jdbc.sql(HOLDS)
        .query(
            (row, n) ->
                new Publication.Hold(
                    row.getObject("id", UUID.class),
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("name"),
                    row.getString("agency"),
                    moment(row, "placed_at").orElseThrow()))
        .list();
  }

  boolean heldBy(PersonId person, String agency) {
    return jdbc.sql(HELD_BY).params(person.value(), agency).query(Integer.class).single() > 0;
  }

  Optional<PersonId> heldPerson(UUID hold) {
    return jdbc.sql(HELD_PERSON).param(hold).query(UUID.class).optional().map(PersonId::new);
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static List<String> strings(@Nullable Array array) throws SQLException {
    return array == null
        ? List.of()
        : Arrays.asList((String[]) Objects.requireNonNull(array.getArray()));
  }
}
