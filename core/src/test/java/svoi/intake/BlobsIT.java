package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.intake.IntakeRefused.Reason;

class BlobsIT {
  private static final int MIB = 1024 * 1024;

  private final UUID id = UUID.randomUUID();
  private final byte[] key = Bytes.random(Blobs.KEY_BYTES);
  @TempDir private Path folder;

  @Test
  void filesLeaveRoomOnTheDiskForWordsAndKeys() throws IOException {
    AtomicLong room = new AtomicLong(8L * MIB);
    Blobs blobs = new Blobs(folder, _ -> room.getAndAdd(-MIB));

    assertThatThrownBy(
            () -> blobs.write(id, key, new ByteArrayInputStream(new byte[9 * MIB]), Long.MAX_VALUE))
        .isInstanceOfSatisfying(
            IntakeUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(IntakeUnavailable.Reason.DISK));

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
    room.set(8L * MIB);
    assertThat(blobs.write(id, key, new ByteArrayInputStream(new byte[4 * MIB]), Long.MAX_VALUE))
        .isEqualTo(4 * MIB);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4095, 4096, 4097, MIB, MIB + 1, 3 * MIB})
  void whatWasWrittenIsReadAndTheLengthSaysLittle(int size) throws IOException {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    Blobs blobs = new Blobs(folder);

    assertThat(blobs.write(id, key, new ByteArrayInputStream(content), Long.MAX_VALUE))
        .isEqualTo(size);
    blobs.publish(id);

    try (InputStream in = blobs.open(id, key, size)) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    long segments = Padding.bucket(Math.max(4096, size)) / MIB + 2;
    assertThat(Files.size(file()))
        .isBetween(
            Math.max(4096, Padding.bucket(size)),
            Math.max(4096, Padding.bucket(size)) + 40 + 16 * segments);
  }

  @Test
  void aBitATailOrASegmentThatIsNotItsOwnIsFoundBeforeTheFirstByteLeaves() throws IOException {
    byte[] stored = written(new byte[3 * MIB]);
    for (int i = 0; i < stored.length; i += stored.length / 50) {
      byte[] changed = stored.clone();
      changed[i] ^= 1;
      assertDamaged(changed);
    }
    for (int length : new int[] {0, 39, MIB, 2 * MIB, stored.length - 1}) {
      assertDamaged(Arrays.copyOf(stored, length));
    }
    byte[] exchanged = stored.clone();
    System.arraycopy(stored, MIB, exchanged, 2 * MIB, MIB);
    System.arraycopy(stored, 2 * MIB, exchanged, MIB, MIB);
    assertDamaged(exchanged);
  }

  @Test
  void aFileUnderAnotherNameOrKeyDoesNotOpen() throws IOException {
    byte[] stored = written(new byte[100]);
    UUID other = UUID.randomUUID();
    Files.write(folder.resolve(other.toString()), stored);

    assertThatThrownBy(() -> new Blobs(folder).open(other, key, 100)).isInstanceOf(Damaged.class);
    assertThatThrownBy(() -> new Blobs(folder).open(id, Bytes.random(32), 100))
        .isInstanceOf(Damaged.class);
    assertThatThrownBy(() -> new Blobs(folder).open(UUID.randomUUID(), key, 100))
        .isInstanceOf(Damaged.class);
  }

  @Test
  void nothingIsReadableOrForOthersOrTellsATime() throws IOException {
    byte[] content = "Вигаданець ".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] stored = written(content);

    assertThat(new String(stored, java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("Вигаданець");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(Files.getLastModifiedTime(file())).isEqualTo(FileTime.fromMillis(0));
  }

  @Test
  void tooLargeOrBrokenOffLeavesNothing() {
    Blobs blobs = new Blobs(folder);
    InputStream breaksOff =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the connection broke");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }
        };

    assertRefused(
        () -> blobs.write(id, key, new ByteArrayInputStream(new byte[101]), 100),
        Reason.FILE_TOO_LARGE);
    assertRefused(
        () ->
            blobs.write(
                id,
                key,
                new SequenceInputStream(new ByteArrayInputStream(new byte[MIB]), breaksOff),
                Long.MAX_VALUE),
        Reason.UPLOAD_BROKEN);
    assertThat(files()).isEmpty();
  }

  @Test
  void aDiskThatTakesNothingIsSaidSo() throws IOException {
    Path file = folder.resolve("no-folder");
    Files.writeString(file, "");

    assertThatThrownBy(
            () -> new Blobs(file).write(id, key, new ByteArrayInputStream(new byte[1]), 100))
        .isInstanceOfSatisfying(
            IntakeUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(IntakeUnavailable.Reason.DISK));
  }

  @Test
  void whatADeadProcessLeftIsSweptAndWhatIsUnderWayIsNot() throws IOException {
    Blobs blobs = new Blobs(folder);
    blobs.write(id, key, new ByteArrayInputStream(new byte[10]), 100);
    UUID old = UUID.randomUUID();
    blobs.write(old, key, new ByteArrayInputStream(new byte[10]), 100);
    Instant longAgo = Instant.now().minus(Duration.ofDays(3));
    Files.setLastModifiedTime(folder.resolve(old + ".part"), FileTime.from(longAgo));

    assertThat(blobs.sweep(Instant.now().minus(Duration.ofDays(1)))).isEqualTo(1);
    assertThat(files()).containsExactly(folder.resolve(id + ".part"));
    assertThat(blobs.all()).isEmpty();
  }

  private byte[] written(byte[] content) throws IOException {
    Blobs blobs = new Blobs(folder);
    blobs.write(id, key, new ByteArrayInputStream(content), Long.MAX_VALUE);
    blobs.publish(id);
    return Files.readAllBytes(file());
  }

  private void assertDamaged(byte[] stored) throws IOException {
    Files.write(file(), stored);
    assertThatThrownBy(() -> new Blobs(folder).open(id, key, 3 * MIB)).isInstanceOf(Damaged.class);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(IntakeRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private Path file() {
    return folder.resolve(id.toString());
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
