package svoi.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.PersonKeys;

/// The chain in PostgreSQL: written by its functions only, recomputed here independently.
public final class AuditTrail implements AuditSink {
  static final String PURPOSE = "svoi.audit.payload";
  private static final int PAGE = 5_000;
  private static final String APPEND = "SELECT audit.append(?, ?, ?, ?)";
  private static final String APPEND_SEALED = "SELECT audit.append_sealed(?, ?, ?, ?, ?)";
  private static final String HEAD = "SELECT seq, hash FROM audit.v_head";
  private static final String LAST =
      """
      SELECT seq, hash, coalesce((SELECT max(e.seq) FROM audit.v_entry e), 0) AS last FROM audit.v_head
      """;
  private static final String HASH = "SELECT hash FROM audit.v_entry WHERE seq = ?";
  private static final String READ =
      """
      SELECT e.seq, at, actor, action, array_to_string(subjects, ',') AS subjects, detail, previous, hash,
             payload_hash, sha256(p.sealed) AS sealed_hash
      FROM audit.v_entry e LEFT JOIN audit.v_payload p ON p.seq = e.seq
      WHERE e.seq > ? AND e.seq <= ? ORDER BY e.seq LIMIT ?
      """;

  private final JdbcClient jdbc;
  private final @Nullable PersonKeys keys;

  /// A trail whose entries have no payloads.
  public AuditTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.keys = null;
  }

  public AuditTrail(JdbcClient jdbc, PersonKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  @Override
  public void append(String actor, String action, Collection<UUID> subjects, String detail) {
    jdbc.sql(APPEND)
        .param(actor)
        .param(action)
        .param(subjects.toArray(UUID[]::new))
        .param(detail)
        .query(Long.class)
        .single();
  }

  @Override
  public void appendSealed(
      String actor, String action, UUID person, String detail, String payload) {
    byte[] plain = payload.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = Objects.requireNonNull(keys, "no keys").seal(person, PURPOSE, plain);
    jdbc.sql(APPEND_SEALED)
        .params(actor, action, person, detail, sealed)
        .query(Long.class)
        .single();
  }

  /// Where the chain ends.
  ///
  /// @param seq number of the last entry; 0 if there is none
  /// @param hash of that entry, which stands for all before it
  public record Head(long seq, byte[] hash) {}

  public Head head() {
    return jdbc.sql(HEAD).query((row, n) -> new Head(row.getLong(1), row.getBytes(2))).single();
  }

  /// The hash of an entry; empty if it is not there.
  Optional<byte[]> hash(long seq) {
    return jdbc.sql(HASH).param(seq).query((row, n) -> row.getBytes(1)).optional();
  }

  /// What a verification found.
  ///
  /// @param entries how many entries were read
  /// @param brokenAt sequence number of the first entry that does not fit, or that ought to be
  ///     there; empty if the chain holds
  public record Verification(long entries, OptionalLong brokenAt) {}

  /// Recomputes the whole chain up to the end that it has now.
  public Verification verify() {
    Ends ends = jdbc.sql(LAST).query((row, n) -> ends(row)).single();
    byte[] previous = new byte[Entry.HASH_BYTES];
    long seq = 0;
    List<Entry> entries = read(seq, ends);
    while (!entries.isEmpty()) {
      for (Entry entry : entries) {
        if (entry.seq() != seq + 1 || !entry.follows(previous)) {
          return new Verification(seq + 1, OptionalLong.of(entry.seq()));
        }
        previous = entry.hash();
        seq = entry.seq();
      }
      entries = read(seq, ends);
    }
    boolean ended = ends.last == seq && ends.head.seq == seq;
    if (ended && Arrays.equals(previous, ends.head.hash)) {
      return new Verification(seq, OptionalLong.empty());
    }
    return new Verification(seq, OptionalLong.of(ended ? seq : seq + 1));
  }

  private List<Entry> read(long after, Ends ends) {
    return jdbc.sql(READ).params(after, ends.head.seq, PAGE).query(Entry.FROM_ROW).list();
  }

  /// The end that the head tells and the last entry that is there, read in one moment.
  private record Ends(Head head, long last) {}

  private static Ends ends(ResultSet row) throws SQLException {
    return new Ends(new Head(row.getLong("seq"), row.getBytes("hash")), row.getLong("last"));
  }
}
