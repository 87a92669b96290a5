package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import svoi.intake.CaseKey.Part;
import svoi.platform.Language;

/// Somebody takes the database, the disks and the backups, and learns nothing.
class TheftDrillIT extends AtAnInventedDesk {
  private Opened opened;
  private UUID caseId;
  private byte[] caseKey;
  private Unlocked colleague;
  private final byte[] prf = Bytes.random(32);

  @BeforeEach
  void liveACase() {
    Circumstances about =
        new Circumstances(
            Audience.STOPPING, Urgency.HOURS, null, true, Language.UK, "canary-form-stopping");
    opened = desk.open(about, "canary-перше-повідомлення", true, "canary-файл-джерела");
    caseId = desk.visit(opened).caseId();
    caseKey = desk.visit(opened).key().bytes();
    desk.inbox.triage(desk.unlocked, caseId, Urgency.DAYS);
    desk.answer(caseId, "canary-відповідь-відділу", "canary-файл-відділу");
    desk.reply(desk.comeBack(opened.receipt()), "canary-друге-повідомлення");
    desk.reply(desk.comeBack(opened.duress().orElseThrow()), "canary-під-примусом");
    desk.inbox.agree(
        desk.unlocked,
        caseId,
        new Agreed(
            "canary-стаття",
            "canary-умови",
            "canary-слідчий",
            "canary-доручення",
            "canary-захисник",
            Agreed.Outcome.STOPPED,
            YearMonth.of(2026, 9)));
    desk.inbox.askHold(desk.unlocked, caseId, "canary-підстава", desk.today().plusDays(3));
    desk.inbox.read(desk.unlocked, caseId);
    desk.staffKeys.addPasskey(desk.unlocked, Bytes.random(16), prf);
    colleague = desk.colleague();
    desk.vaults.put(desk.unlocked, caseId, "canary-друге-повідомлення\ncanary-ім’я-джерела");
    desk.vaults.ask(desk.unlocked, caseId, "canary-причина-відкриття");
    desk.vaults.agree(colleague, caseId);
    desk.vaults.read(desk.unlocked, caseId);
    desk.referrals.refer(desk.unlocked, caseId, "canary-кому-передано", "canary-що-передано", 3);
    UUID retold = desk.visit(desk.open("canary-та-сама-історія")).caseId();
    desk.stories.look(desk.unlocked, caseId);
    desk.stories.link(desk.unlocked, caseId, retold);
  }

  @Test
  void noCanaryAndNoKeyIsAnywhereOnTheDisks() {
    Needles needles = canaries();

    assertThat(needles.under(dataDirectory())).as("data directory and WAL").isEmpty();
    assertThat(copies(needles)).as("copies of all tables").isEmpty();
    assertThat(needles.under(folder)).as("files").isEmpty();
  }

  @Test
  void oneLeakOfAnyFormIsFound() throws IOException {
    Needles needles = canaries();
    byte[] canary = "canary-умови".getBytes(StandardCharsets.UTF_8);
    Path leak = folder.resolve("leak");
    String base64 =
        Base64.getEncoder().encodeToString(("x" + "canary-умови").getBytes(StandardCharsets.UTF_8));

    assertFound(needles, leak, canary);
    assertFound(needles, leak, "canary-умови".getBytes(StandardCharsets.UTF_16LE));
    assertFound(
        needles, leak, HexFormat.of().formatHex(canary).getBytes(StandardCharsets.US_ASCII));
    assertFound(needles, leak, base64.getBytes(StandardCharsets.US_ASCII));
    java.io.ByteArrayOutputStream gzip = new java.io.ByteArrayOutputStream();
    try (var out = new java.util.zip.GZIPOutputStream(gzip)) {
      out.write(canary);
    }
    assertFound(needles, leak, gzip.toByteArray());

    Needles leaked = new Needles().text("leaked", "canary-що-витекла");
    desk.database
        .superuser()
        .sql("CREATE TABLE intake.leak AS SELECT 'canary-що-витекла' AS text")
        .update();
    assertThat(leaked.under(dataDirectory())).isNotEmpty();
    assertThat(copies(leaked)).isNotEmpty();
  }

  @Test
  void withEverythingOnTheDisksAndTheSaltNothingOpens() throws IOException {
    List<Case> stolen = cases();
    List<byte[]> keys = everyKeyOnTheDisks();
    assertThat(stolen).hasSize(4);

    for (Case row : stolen) {
      for (byte[] erasureKey : desk.store.erasure().all().stream().map(this::erasureKey).toList()) {
        for (byte[] key : keys) {
          assertDoesNotOpen(row, erasureKey, key);
        }
      }
    }
  }

  @Test
  void withoutThePepperNotEvenTheRightReceiptCanBeRecognised() {
    byte[] withoutPepper =
        InventedSecrets.of(new byte[16], new byte[32])
            .stretch()
            .stretch(opened.receipt().bits(), desk.secrets.salt());
    byte[] withIt = desk.secrets.stretch().stretch(opened.receipt().bits(), desk.secrets.salt());

    assertThat(lookups()).contains(hex(ReceiptKeys.of(withIt).lookup()));
    assertThat(lookups()).doesNotContain(hex(ReceiptKeys.of(withoutPepper).lookup()));
  }

  @Test
  void withOldBackupsAndEverySecretOfTheStaffNothingOpensOfADeletedCase() throws IOException {
    UUID kept = desk.visit(desk.open("лишається")).caseId();
    List<Case> backup = cases();
    byte[] before = erasureKey(caseId);
    desk.dropbox.deleteAll(desk.comeBack(opened.receipt()));
    KeyPair epoch = desk.unlocked.epoch(desk.epoch.id()).orElseThrow();
    List<byte[]> left = desk.store.erasure().all().stream().map(this::erasureKey).toList();

    Set<UUID> read = new TreeSet<>();
    for (Case row : backup) {
      for (byte[] erasureKey : left) {
        if (opens(row, epoch, erasureKey)) {
          read.add(row.id());
        }
      }
    }

    assertThat(read).contains(kept).doesNotContain(caseId);
    Needles gone = new Needles().bytes("erasure key", before);
    assertThat(gone.under(folder)).isEmpty();
    assertThat(gone.under(dataDirectory())).isEmpty();
    Case lost = backup.stream().filter(c -> c.id().equals(caseId)).findFirst().orElseThrow();
    assertThat(opens(lost, epoch, before)).as("control: the key was what stood between").isTrue();
  }

  @Test
  void withEverythingOnTheDisksAndTheSecretsOfOneMemberAVaultStaysShut() {
    List<byte[]> shares = column("SELECT sealed FROM intake.vault_share");
    shares.addAll(column("SELECT share FROM intake.vault_opening WHERE share IS NOT NULL"));
    VaultSeal seal = new VaultSeal(caseId, erasureKey(caseId));
    byte[] publicKey = column("SELECT public_key FROM intake.vault").getFirst();
    Set<String> opened = new TreeSet<>();

    for (byte[] sealed : shares) {
      try {
        opened.add(seal.openShare(colleague.own(), colleague.staff(), sealed));
      } catch (Damaged e) {
        assertThat(e).hasMessageContaining("does not open");
      }
    }

    assertThat(shares).hasSize(3);
    assertThat(opened).hasSize(1);
    assertThatThrownBy(() -> PaperShares.join(publicKey, List.copyOf(opened)))
        .isInstanceOf(IntakeRefused.class);
    opened.add(share(desk.unlocked));
    List<byte[]> entries = column("SELECT body FROM intake.vault_entry");
    assertThat(seal.entries(PaperShares.join(publicKey, List.copyOf(opened)), entries).getFirst())
        .as("control: a second one was what stood between")
        .contains("canary-ім’я-джерела");
  }

  @Test
  void nothingTellsWhenAndFromWhereSomebodyCame() {
    List<String> columns =
        desk.database
            .superuser()
            .sql(
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'intake' AND data_type LIKE 'timestamp%' ORDER BY 1
                """)
            .query(String.class)
            .list();
    List<String> clear =
        desk.database
            .superuser()
            .sql(
                """
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = 'intake' AND table_name = 'intake_case' AND data_type <> 'bytea'
                ORDER BY ordinal_position
                """)
            .query(String.class)
            .list();
    String logged =
        desk.database
            .superuser()
            .sql(
                "SELECT string_agg(relname, ',') FROM pg_class WHERE relname = 'intake_session' AND relpersistence = 'u'")
            .query(String.class)
            .single();

    assertThat(columns)
        .as("of a source one, of members two")
        .containsExactly("intake_session.expires_at", "unlock_try.since", "vault_opening.until");
    assertThat(clear).containsExactly("id", "epoch_id", "state", "received_week", "delete_after");
    assertThat(logged).isEqualTo("intake_session");
  }

  @Test
  void noKeyOfTheDatabaseJoinsAMessageToAnythingElse() {
    List<String> joined =
        desk.database
            .superuser()
            .sql(
                """
                SELECT conrelid::regclass || ' ' || confrelid::regclass FROM pg_constraint
                WHERE contype = 'f' AND 'intake'::regnamespace IN (
                  (SELECT relnamespace FROM pg_class WHERE oid = conrelid),
                  (SELECT relnamespace FROM pg_class WHERE oid = confrelid))
                """)
            .query(String.class)
            .list();

    assertThat(joined).isNotEmpty().allMatch(pair -> pair.replace("intake.", "").indexOf('.') < 0);
  }

  private Needles canaries() {
    Needles needles = new Needles();
    for (String text :
        List.of(
            "canary-form-stopping",
            "canary-перше-повідомлення",
            "canary-файл-джерела",
            "canary-відповідь-відділу",
            "canary-файл-відділу",
            "canary-друге-повідомлення",
            "canary-під-примусом",
            "canary-стаття",
            "canary-умови",
            "canary-слідчий",
            "canary-доручення",
            "canary-захисник",
            "canary-підстава",
            "canary-ім’я-джерела",
            "canary-причина-відкриття",
            "canary-кому-передано",
            "canary-що-передано",
            "canary-та-сама-історія")) {
      needles.text(text, text);
    }
    for (Receipt receipt : List.of(opened.receipt(), opened.duress().orElseThrow())) {
      needles.bytes("receipt", receipt.bits());
      for (Language language : Language.values()) {
        needles.text("receipt in " + language, String.join(" ", receipt.words(language)));
      }
      needles.text("receipt in digits", String.join("", receipt.digits()));
    }
    needles.text("cookie", opened.cookie().orElseThrow());
    needles.bytes("case key", caseKey);
    needles.bytes("member's key", desk.own.privateKey());
    needles.bytes("desk's key", desk.unlocked.epoch(desk.epoch.id()).orElseThrow().privateKey());
    needles.bytes("pepper", desk.secrets.pepper());
    needles.bytes("what a passkey computed", prf);
    for (Unlocked member : List.of(desk.unlocked, colleague)) {
      String share = share(member);
      needles.text("share of a vault", share);
      needles.bytes("share of a vault", HexFormat.of().parseHex(share.replace(" ", "")));
    }
    return needles;
  }

  /// A member's share of the vault, opened.
  private String share(Unlocked member) {
    byte[] sealed =
        desk.database
            .superuser()
            .sql("SELECT sealed FROM intake.vault_share WHERE staff_id = ?")
            .param(member.staff())
            .query((row, n) -> row.getBytes(1))
            .single();
    return new VaultSeal(caseId, erasureKey(caseId))
        .openShare(member.own(), member.staff(), sealed);
  }

  private record Case(UUID id, UUID epoch, byte[] ckDesk, byte[] ckSource, byte[] card) {}

  private List<Case> cases() {
    return desk.database
        .superuser()
        .sql("SELECT id, epoch_id, ck_desk, ck_source, card FROM intake.intake_case")
        .query(
            (row, n) ->
                new Case(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getBytes(3),
                    row.getBytes(4),
                    row.getBytes(5)))
        .list();
  }

  private boolean opens(Case row, KeyPair desk, byte[] erasureKey) {
    try {
      CaseKey key = CaseSeal.openAtDesk(row.id(), row.epoch(), desk, erasureKey, row.ckDesk());
      return key.open(Part.CARD, 0, row.card()).length > 0;
    } catch (Damaged e) {
      return false;
    }
  }

  /// Tries one value as the desk's key, the source's, the case's and a receipt's.
  private void assertDoesNotOpen(Case row, byte[] erasureKey, byte[] key) {
    for (byte[] publicKey : publicKeys()) {
      KeyPair guess = new KeyPair(publicKey, key);
      assertThatThrownBy(
              () -> CaseSeal.openAtDesk(row.id(), row.epoch(), guess, erasureKey, row.ckDesk()))
          .isInstanceOf(Damaged.class);
      assertThatThrownBy(() -> CaseSeal.openForSource(row.id(), guess, erasureKey, row.ckSource()))
          .isInstanceOf(Damaged.class);
    }
    CaseKey guess = CaseKey.of(row.id(), Bytes.concat(key, Bytes.of(row.epoch())));
    assertThatThrownBy(() -> guess.open(Part.CARD, 0, row.card())).isInstanceOf(Damaged.class);
    ReceiptKeys receipt = new ReceiptKeys(key, key);
    for (byte[] wrapped : column("SELECT private_key FROM intake.source_access")) {
      assertThatThrownBy(() -> receipt.unwrap(row.id(), publicKeys().getFirst(), wrapped))
          .isInstanceOf(Damaged.class);
    }
  }

  /// Whatever on the disks has the length of a key, or could begin with one.
  private List<byte[]> everyKeyOnTheDisks() {
    List<byte[]> keys = new ArrayList<>();
    desk.store.erasure().all().forEach(id -> keys.add(erasureKey(id)));
    keys.addAll(column("SELECT mark FROM intake.erasure_store"));
    keys.addAll(column("SELECT lookup FROM intake.source_access"));
    keys.addAll(column("SELECT substr(private_key, 14, 32) FROM intake.source_access"));
    keys.addAll(column("SELECT substr(sealed, 1135, 32) FROM intake.vault_share"));
    keys.addAll(column("SELECT substr(by_prf, 14, 32) FROM intake.staff_passkey"));
    keys.addAll(column("SELECT cookie_hash FROM intake.intake_session"));
    keys.addAll(column("SELECT substr(wrapped, 1122, 32) FROM intake.desk_member_wrap"));
    keys.addAll(column("SELECT substr(by_passphrase, 14, 32) FROM intake.staff_key"));
    keys.add(java.util.Arrays.copyOf(desk.secrets.salt(), 32));
    return keys;
  }

  private List<byte[]> publicKeys() {
    return column(
        "SELECT public_key FROM intake.desk_epoch UNION ALL SELECT public_key FROM intake.source_access");
  }

  private List<byte[]> column(String sql) {
    return desk.database.superuser().sql(sql).query((row, n) -> row.getBytes(1)).list();
  }

  private List<String> lookups() {
    return column("SELECT lookup FROM intake.source_access").stream()
        .map(TheftDrillIT::hex)
        .toList();
  }

  private byte[] erasureKey(UUID id) {
    return desk.store.erasure().find(id).orElseThrow();
  }

  /// All rows of all our tables, as a dump prints them.
  private Set<String> copies(Needles needles) {
    Set<String> found = new TreeSet<>();
    List<String> tables =
        desk.database
            .superuser()
            .sql(
                """
                SELECT quote_ident(table_schema) || '.' || quote_ident(table_name)
                FROM information_schema.tables WHERE table_type = 'BASE TABLE'
                AND table_schema NOT IN ('pg_catalog', 'information_schema')
                """)
            .query(String.class)
            .list();
    for (String table : tables) {
      for (String row :
          desk.database
              .superuser()
              .sql("SELECT t::text FROM " + table + " t")
              .query(String.class)
              .list()) {
        needles
            .in(row.getBytes(StandardCharsets.UTF_8))
            .forEach(name -> found.add(name + " in " + table));
      }
    }
    return found;
  }

  private Path dataDirectory() {
    desk.database.superuser().sql("CHECKPOINT").update();
    return Path.of(
        desk.database.superuser().sql("SHOW data_directory").query(String.class).single());
  }

  private static void assertFound(Needles needles, Path leak, byte[] content) throws IOException {
    Files.write(leak, Bytes.concat(new byte[17], content, new byte[5]));
    assertThat(needles.in(Files.readAllBytes(leak))).isNotEmpty();
    Files.delete(leak);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
