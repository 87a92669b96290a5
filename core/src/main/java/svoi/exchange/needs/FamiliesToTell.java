package svoi.exchange.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.exchange.AwaitedId;
import svoi.exchange.RoundId;
import svoi.staff.Member;
import svoi.staff.Right;

/// Relatives who have not heard from us yet what an outcome means for them: somebody came home, or
/// was agreed and did not come. They are told before anything is public.
public final class FamiliesToTell {
  private static final String SELECT =
      """
      SELECT f.awaited_id, f.about, f.recorded_at, a.family_uk, a.given_uk, a.patronymic_uk, a.track, r.number,
             (SELECT count(*) FROM exchange.family_contact c WHERE c.awaited_id = a.id
                OR c.awaited_id IN (SELECT d.id FROM exchange.awaited d WHERE d.kept_id = a.id)) AS contacts,
             (SELECT count(*) FROM exchange.family_talk t WHERE t.awaited_id = a.id
                AND t.talked_at >= f.recorded_at) AS tries
      FROM exchange.v_family_to_tell f
      JOIN exchange.awaited a ON a.id = f.awaited_id
      LEFT JOIN exchange.round r ON r.id = f.round_id
      WHERE a.track = ANY (?) AND (?::uuid IS NULL OR f.round_id = ?::uuid)
      ORDER BY f.recorded_at, f.about, a.family_uk, a.given_uk, a.id LIMIT ?
      """;
  private static final String COUNT =
      """
      SELECT count(*) FROM (
        SELECT FROM exchange.v_family_to_tell f WHERE f.round_id = ? LIMIT ?) x
      """;

  private final JdbcClient jdbc;

  /// @param jdbc statements under the desk's role
  public FamiliesToTell(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One family.
  ///
  /// @param home whether the person came home; false: was agreed and did not come
  /// @param round number of the round; empty outside of rounds
  /// @param contacts how many ways there are to reach them
  /// @param tries how often it was tried
  public record Family(
      AwaitedId person,
      String name,
      Track track,
      boolean home,
      Optional<Integer> round,
      Instant since,
      int contacts,
      int tries) {}

  /// All whom the member may see, the longest waiting first. Who shows it logs the ids.
  public List<Family> all(Member by, int limit) {
    by.needs(Right.CONTACT_FAMILIES);
    return families(null, by, limit);
  }

  /// Those of one round. Who shows it logs the ids.
  public List<Family> of(RoundId round, Member by, int limit) {
    return families(round.value(), by, limit);
  }

  /// How many of a round wait; counted up to `limit`.
  public int count(RoundId round, int limit) {
    return jdbc.sql(COUNT).params(round.value(), limit).query(Integer.class).single();
  }

  private List<Family> families(@Nullable UUID round, Member by, int limit) {
    return jdbc.sql(SELECT)
        .param(Track.seenBy(by).stream().map(Track::code).toArray(String[]::new))
        .param(round)
        .param(round)
        .param(limit)
        .query((row, n) -> family(row))
        .list();
  }

  private static Family family(ResultSet row) throws SQLException {
    String patronymic = row.getString("patronymic_uk");
    String name = row.getString("family_uk") + " " + row.getString("given_uk");
    return new Family(
        new AwaitedId(row.getObject("awaited_id", UUID.class)),
        patronymic == null ? name : name + " " + patronymic,
        Track.of(row.getString("track")).orElseThrow(),
        row.getString("about").equals("return"),
        Optional.ofNullable(row.getObject("number", Integer.class)),
        AwaitedRepository.instant(row, "recorded_at"),
        row.getInt("contacts"),
        row.getInt("tries"));
  }
}
