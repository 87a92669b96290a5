package svoi.cases;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// One place in which a person is, or was, held. Restricted: see [Detentions].
///
/// @param institution id of the institution
/// @param since first day there
public record Detention(UUID institution, LocalDate since, Instant recordedAt) {
  private static final int BYTES = 20;

  /// What is sealed: of one length for every place.
  static byte[] plain(UUID institution, LocalDate since) {
    return ByteBuffer.allocate(BYTES)
        .putLong(institution.getMostSignificantBits())
        .putLong(institution.getLeastSignificantBits())
        .putInt((int) since.toEpochDay())
        .array();
  }

  static Detention of(byte[] plain, Instant recordedAt) {
    ByteBuffer read = ByteBuffer.wrap(plain);
    UUID institution = new UUID(read.getLong(), read.getLong());
    return new Detention(institution, LocalDate.ofEpochDay(read.getInt()), recordedAt);
  }
}
