package svoi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.platform.EvidenceDamaged.Reason;

class VaultIT {
  private static final byte[] MASTER = new byte[32];
  private static final byte[] VERDICT =
      "An invented verdict about Вигаданець".getBytes(StandardCharsets.UTF_8);

  private final UUID person = UUID.randomUUID();
  private TestDatabase database;
  private PersonKeys keys;
  private Vault vault;
  @TempDir private Path root;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
    keys = new PersonKeys(database.as(Role.DESK).jdbc(), MASTER);
    vault = new Vault(keys, root);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_495, 65_496, 65_497, 131_072, 3_000_000})
  void whatWasPutIsOpened(int size) throws IOException {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);

    Evidence evidence = put(person, content);

    assertThat(evidence.bytes()).isEqualTo(size);
    assertThat(evidence.sha256()).isEqualTo(Sha256.of(content));
    try (InputStream opened = vault.open(person, evidence.sha256())) {
      assertThat(opened.readAllBytes()).isEqualTo(content);
    }
  }

  @Test
  void oneByteChangedAnywhereIsFoundBeforeTheFirstByteLeaves() throws IOException {
    Evidence evidence = put(person, VERDICT);
    Path file = files().getFirst();
    byte[] stored = Files.readAllBytes(file);
    for (int i = 0; i < stored.length; i++) {
      byte[] changed = stored.clone();
      changed[i] ^= 1;
      Files.write(file, changed);
      assertDamaged(person, evidence.sha256(), Reason.CHANGED);
    }
    Files.write(file, stored);
    assertThat(read(person, evidence.sha256())).isEqualTo(VERDICT);
  }

  @Test
  void aTailCutOffIsFound() throws IOException {
    Evidence evidence = put(person, new byte[200_000]);
    Path file = files().getFirst();
    byte[] stored = Files.readAllBytes(file);

    for (int length : List.of(0, 10, 65_536, 131_072, stored.length - 1)) {
      Files.write(file, java.util.Arrays.copyOf(stored, length));
      assertDamaged(person, evidence.sha256(), Reason.CHANGED);
    }
  }

  @Test
  void anotherFileOfTheSamePersonDoesNotPassForIt() throws IOException {
    Evidence evidence = put(person, VERDICT);
    Path first = files().getFirst();
    put(person, "another".getBytes(StandardCharsets.UTF_8));
    Path other = files().stream().filter(f -> !f.equals(first)).findFirst().orElseThrow();

    Files.copy(other, first, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertDamaged(person, evidence.sha256(), Reason.CHANGED);
  }

  @Test
  void afterErasureNothingOpensAndNothingNewIsTaken() throws IOException {
    Evidence evidence = put(person, VERDICT);
    byte[] sealed = keys.seal(person, "test", VERDICT);
    Path kept = root.resolve("copy");
    Files.copy(files().getFirst(), kept);

    vault.erase(person);

    assertThat(files()).containsExactly(kept);
    assertDamaged(person, evidence.sha256(), Reason.ERASED);
    assertThat(keys.open(person, "test", sealed)).isEmpty();
    assertThatThrownBy(() -> put(person, VERDICT)).isInstanceOf(EvidenceDamaged.class);
    vault.erase(person);
  }

  @Test
  void anErasureThatIsRolledBackErasesNothing() {
    Evidence evidence = put(person, VERDICT);
    database
        .as(Role.DESK)
        .transactions()
        .executeWithoutResult(
            status -> {
              vault.erase(person);
              status.setRollbackOnly();
            });

    assertThat(read(person, evidence.sha256())).isEqualTo(VERDICT);
  }

  @Test
  void theSameFileOfTwoPersonsHasTwoCiphertextsAndTwoNames() throws IOException {
    UUID other = UUID.randomUUID();
    put(person, VERDICT);
    put(other, VERDICT);

    List<Path> files = files();

    assertThat(files).hasSize(2);
    assertThat(files.get(0).getFileName()).isNotEqualTo(files.get(1).getFileName());
    assertThat(Files.readAllBytes(files.get(0))).isNotEqualTo(Files.readAllBytes(files.get(1)));
    vault.erase(other);
    assertThat(read(person, Sha256.of(VERDICT))).isEqualTo(VERDICT);
  }

  @Test
  void nothingOfAFileIsOnTheDiskInPlainOrForOthersToRead() throws IOException {
    byte[] content = "Вигаданець ".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    put(person, content);

    Path file = files().getFirst();
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
        .doesNotContain("Вигаданець");
    assertThat(file.getFileName().toString()).isNotEqualTo(Sha256.hex(Sha256.of(content)));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
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
    InputStream broken =
        new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), breaksOff);

    assertThatThrownBy(() -> vault.put(person, broken)).isInstanceOf(UncheckedIOException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileWithoutItsRowIsTakenOverByTheNextAttempt() throws IOException {
    Evidence orphan = put(person, VERDICT);
    Files.write(files().getFirst(), new byte[] {1, 2, 3});

    Evidence again = put(person, VERDICT);

    assertThat(files()).hasSize(1);
    assertThat(again.sha256()).isEqualTo(orphan.sha256());
    assertThat(read(person, again.sha256())).isEqualTo(VERDICT);
  }

  @Test
  void aKeyMadeInATransactionThatFailsIsMadeAnewAndNothingOldPassesForNew() throws IOException {
    database
        .as(Role.DESK)
        .transactions()
        .executeWithoutResult(
            status -> {
              put(person, VERDICT);
              status.setRollbackOnly();
            });
    assertDamaged(person, Sha256.of(VERDICT), Reason.MISSING);

    Evidence again = put(person, VERDICT);

    assertThat(read(person, again.sha256())).isEqualTo(VERDICT);
  }

  @Test
  void anotherMasterKeyOpensNothingAndIsNoticed() {
    put(person, VERDICT);
    byte[] other = new byte[32];
    other[0] = 1;

    assertThat(keys.fits()).isTrue();
    assertThat(new PersonKeys(database.as(Role.DESK).jdbc(), other).fits()).isFalse();
  }

  @Test
  void theDeskCanEraseAKeyButNeitherExchangeNorRemoveItNorBringItBack() {
    vault.erase(person);
    put(UUID.randomUUID(), VERDICT);
    for (String sql :
        List.of(
            "UPDATE platform.person_key SET wrapped = decode(repeat('00', 60), 'hex'), erased_at = NULL",
            "UPDATE platform.person_key SET wrapped = decode(repeat('00', 60), 'hex')",
            "UPDATE platform.person_key SET wrapped = NULL",
            "UPDATE platform.person_key SET person_id = gen_random_uuid()",
            "DELETE FROM platform.person_key",
            "TRUNCATE platform.person_key")) {
      assertThatThrownBy(() -> database.as(Role.DESK).jdbc().sql(sql).update()).isNotNull();
    }
    for (Role role : List.of(Role.SITE, Role.CONTACT)) {
      assertThatThrownBy(
              () ->
                  database
                      .as(role)
                      .jdbc()
                      .sql("SELECT count(*) FROM platform.person_key")
                      .query()
                      .singleValue())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private Evidence put(UUID of, byte[] content) {
    return vault.put(of, new ByteArrayInputStream(content));
  }

  private byte[] read(UUID of, byte[] sha256) {
    try (InputStream in = vault.open(of, sha256)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertDamaged(UUID of, byte[] sha256, Reason reason) {
    assertThatThrownBy(() -> vault.open(of, sha256))
        .isInstanceOfSatisfying(
            EvidenceDamaged.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
