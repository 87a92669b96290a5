package svoi.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import svoi.platform.Sha256;

/// One link of the chain, as its verification reads it.
record Entry(
    long seq,
    String fields,
    byte[] previous,
    byte[] hash,
    byte @Nullable [] payloadHash,
    byte @Nullable [] sealedHash) {
  static final int HASH_BYTES = 32;
  static final RowMapper<Entry> FROM_ROW = (row, n) -> from(row);

  private static final String SEPARATOR = "\u001f";

  private static Entry from(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
    String fields =
        Stream.of(
                Long.toString(row.getLong("seq")),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subjects"),
                row.getString("detail"))
            .collect(Collectors.joining(SEPARATOR));
    return new Entry(
        row.getLong("seq"),
        fields,
        row.getBytes("previous"),
        row.getBytes("hash"),
        row.getBytes("payload_hash"),
        row.getBytes("sealed_hash"));
  }

  /// Whether it is what was written after the entry with the hash `before`, its payload too.
  boolean follows(byte[] before) {
    MessageDigest digest = Sha256.digest();
    digest.update(previous);
    digest.update(fields.getBytes(StandardCharsets.UTF_8));
    if (payloadHash != null) {
      String last = SEPARATOR + Sha256.hex(payloadHash);
      digest.update(last.getBytes(StandardCharsets.UTF_8));
    }
    return Arrays.equals(previous, before)
        && Arrays.equals(payloadHash, sealedHash)
        && Arrays.equals(hash, digest.digest());
  }
}
