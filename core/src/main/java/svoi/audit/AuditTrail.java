package svoi.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.Sha256;

/// The chain in PostgreSQL: written by its function only, recomputed here independently.
public final class AuditTrail implements AuditSink {
  private static final String APPEND = "SELECT audit.append(?, ?, ?, ?)";
  private static final String READ =
      """
      SELECT seq, at, actor, action, array_to_string(subjects, ',') AS subjects, detail, previous, hash
      FROM audit.v_entry ORDER BY seq
      """;

  private final JdbcClient jdbc;

  public AuditTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  /// What a verification found.
  ///
  /// @param entries how many entries were read
  /// @param brokenAt sequence number of the first entry that does not fit; empty if the chain holds
  public record Verification(long entries, OptionalLong brokenAt) {}

  /// Recomputes the whole chain.
  public Verification verify() {
    long[] count = {0};
    byte[][] previous = {new byte[32]};
    try (Stream<Entry> entries = jdbc.sql(READ).query((row, n) -> entry(row)).stream()) {
      OptionalLong broken =
          entries
              .filter(
                  e -> {
                    count[0]++;
                    boolean fits = e.seq == count[0] && e.follows(previous[0]);
                    previous[0] = e.hash;
                    return !fits;
                  })
              .mapToLong(Entry::seq)
              .findFirst();
      return new Verification(count[0], broken);
    }
  }

  private static Entry entry(java.sql.ResultSet row) throws java.sql.SQLException {
    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
    String fields =
        Stream.of(
                Long.toString(row.getLong("seq")),
                Long.toString(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, at)),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subjects"),
                row.getString("detail"))
            .collect(Collectors.joining("\u001f"));
    return new Entry(row.getLong("seq"), fields, row.getBytes("previous"), row.getBytes("hash"));
  }

  private record Entry(long seq, String fields, byte[] previous, byte[] hash) {
    boolean follows(byte[] expected) {
      MessageDigest digest = Sha256.digest();
      digest.update(previous);
      digest.update(fields.getBytes(StandardCharsets.UTF_8));
      return Arrays.equals(previous, expected) && Arrays.equals(hash, digest.digest());
    }
  }
}
