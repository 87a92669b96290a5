package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import svoi.app.demo.DemoDesks;
import svoi.app.demo.DemoStaff;
import svoi.audit.AuditTrail;
import svoi.intake.Agreed;
import svoi.intake.Draft;
import svoi.intake.Inbox;
import svoi.intake.IntakeSecrets;
import svoi.intake.IntakeStore;
import svoi.intake.Needles;
import svoi.intake.RootKey;
import svoi.intake.StaffKeys;
import svoi.intake.Unlocked;
import svoi.intake.Waiting;
import svoi.platform.Database;
import svoi.platform.Role;

/// The whole program taken by a thief: nothing that a source wrote is on any disk, also while it
/// comes.
class TheftDrillE2E {
  private static final String CANARY = "канарка-7f3e9a1c5b8d-";
  private static final long ONE_GIB = 1L << 30;
  private static final byte[] LINE =
      (CANARY + "рядок\n").repeat(20).getBytes(StandardCharsets.UTF_8);

  private final Program program = Program.running();
  private final Letterbox source = new Letterbox();
  private final Instant begun = Instant.now().minusSeconds(1);
  private Needles needles;

  @BeforeEach
  void inventNeedles() {
    needles = new Needles();
    for (String field : List.of("text", "place", "others", "file", "name", "answer", "clause")) {
      needles.text(field, CANARY + field);
    }
  }

  @Test
  void nothingOfACaseIsOnTheDisksOfTheProgram() throws IOException, InterruptedException {
    byte[] file = (CANARY + "file").repeat(100).getBytes(StandardCharsets.UTF_8);
    Letterbox.Receipt receipt =
        source.send(
            Map.of(
                "text", CANARY + "text",
                "q-place", CANARY + "place",
                "duress", "yes",
                "when-not", CANARY + "others"),
            CANARY + "name.txt",
            () -> new ByteArrayInputStream(file),
            file.length);
    needles.text("receipt", receipt.text()).text("digits", receipt.digits());
    answer();
    assertThat(source.enter(receipt)).contains(CANARY + "text", CANARY + "answer");

    assertThat(needles.under(program.data())).isEmpty();
    assertThat(tables()).isEmpty();
    assertThat(temporary()).isEmpty();
  }

  @Test
  void aLeakIsFoundWhereverItIs() throws IOException {
    Path leak = program.data().resolve("leak");
    Files.writeString(leak, "x" + CANARY + "text");
    try {
      assertThat(needles.under(program.data())).contains("text in leak");
    } finally {
      Files.delete(leak);
    }
    Path temporary = Files.createTempFile("leak", "");
    Files.write(temporary, LINE);
    try {
      assertThat(written(temporary)).isTrue();
    } finally {
      Files.delete(temporary);
    }
  }

  @Test
  void noPlaintextIsWrittenWhileAGibibyteComes() throws Exception {
    CompletableFuture<Letterbox.Receipt> sent =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return source.send(Map.of("text", "багато"), "a.bin", Canaries::new, ONE_GIB);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    Set<String> found = new TreeSet<>();
    int looks = 0;
    do {
      found.addAll(openOrFresh());
      looks++;
    } while (!sent.isDone());

    assertThat(sent.get().words()).hasSize(9);
    assertThat(looks).isGreaterThan(2);
    assertThat(found).isEmpty();
  }

  /// An officer reads it, answers, and records what was agreed.
  private void answer() {
    Database desk = program.as(Role.DESK);
    AuditTrail audit = program.bean("auditTrail", AuditTrail.class);
    IntakeSecrets secrets = program.bean("intakeSecrets", IntakeSecrets.class);
    IntakeStore store = program.bean("intakeStore", IntakeStore.class);
    RootKey.Verifier root = program.bean("intakeRoot", RootKey.Verifier.class);
    Inbox inbox = new Inbox(desk, store, root, secrets, audit);
    StaffKeys staff = new StaffKeys(desk, secrets, audit);
    try (Unlocked officer =
            staff.unlock(DemoStaff.id("intake").value(), DemoDesks.PASSPHRASE.toCharArray());
        Draft none = inbox.draft()) {
      Waiting mine =
          inbox.queue(officer, "around").stream()
              .filter(
                  one -> inbox.read(officer, one.id()).said().getFirst().text().contains(CANARY))
              .findFirst()
              .orElseThrow();
      inbox.answer(officer, mine.id(), CANARY + "answer", none);
      String clause = CANARY + "clause";
      inbox.agree(
          officer,
          mine.id(),
          new Agreed(
              clause, clause, clause, clause, clause, Agreed.Outcome.OPEN, YearMonth.of(2026, 9)));
    }
  }

  /// What a copy of every table would show.
  private Set<String> tables() {
    Database owner = program.as(Role.OWNER);
    Set<String> found = new TreeSet<>();
    List<String> tables =
        owner
            .jdbc()
            .sql(
                """
                SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND n.nspname IN ('intake', 'staff', 'audit', 'platform')
                """)
            .query(String.class)
            .list();
    assertThat(tables).contains("intake.message", "intake.intake_session");
    for (String table : tables) {
      try (Stream<String> rows =
          owner.jdbc().sql("SELECT t::text FROM " + table + " t").query(String.class).stream()) {
        rows.forEach(row -> found.addAll(needles.in(row.getBytes(StandardCharsets.UTF_8))));
      }
    }
    return found;
  }

  private Set<String> temporary() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : fresh()) {
      if (written(file)) {
        found.add(file.toString());
      }
    }
    return found;
  }

  /// Files that this process has open, also deleted ones, and files that are newer than this test.
  private Set<String> openOrFresh() throws IOException {
    Set<String> found = temporary();
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      for (Path file : open.filter(Files::isRegularFile).toList()) {
        if (written(file)) {
          found.add(file.toString());
        }
      }
    }
    return found;
  }

  private List<Path> fresh() throws IOException {
    Set<Path> all = new TreeSet<>();
    for (Path folder :
        List.of(
            Path.of(System.getProperty("java.io.tmpdir")),
            Path.of("/var/tmp"),
            Path.of("/dev/shm"),
            program.data().resolve("intake"),
            program.data().resolve("erasure"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files.filter(Files::isReadable).filter(this::isFresh).forEach(all::add);
        }
      }
    }
    return List.copyOf(all);
  }

  private boolean isFresh(Path file) {
    try {
      return Files.isRegularFile(file)
          && Files.getLastModifiedTime(file).toInstant().isAfter(begun);
    } catch (IOException e) {
      return false;
    }
  }

  /// Whether what the source sends stands in the first or the last bytes of a file.
  private static boolean written(Path file) {
    byte[] canary = CANARY.getBytes(StandardCharsets.UTF_8);
    try (var channel = Files.newByteChannel(file)) {
      var part = java.nio.ByteBuffer.allocate(1 << 20);
      channel.read(part);
      if (contains(part.array(), canary)) {
        return true;
      }
      part.clear();
      channel.position(Math.max(0, channel.size() - part.capacity()));
      channel.read(part);
      return contains(part.array(), canary);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean contains(byte[] all, byte[] part) {
    return new String(all, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  /// The canary again and again, a gibibyte of it.
  private static final class Canaries extends InputStream {
    private long read;

    @Override
    public int read() {
      return read == ONE_GIB ? -1 : LINE[(int) (read++ % LINE.length)] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (read == ONE_GIB) {
        return -1;
      }
      int at = (int) (read % LINE.length);
      int count = (int) Math.min(Math.min(most, LINE.length - at), ONE_GIB - read);
      System.arraycopy(LINE, at, into, from, count);
      read += count;
      return count;
    }
  }
}
