package svoi.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditTrail;
import svoi.platform.Database;
import svoi.platform.Language;
import svoi.platform.Role;
import svoi.platform.TestDatabase;

/// An installation with one desk, one member who has unlocked, and the source's door.
final class InventedDesk implements AutoCloseable {
  static final String DESK = "stopping";
  static final char[] PASSPHRASE = "вигадана довга фраза".toCharArray();

  final TestDatabase database = TestDatabase.create();
  final IntakeSecrets secrets = InventedSecrets.random();
  final Path folder;
  final IntakeStore store;
  final RootKey.Pair root = RootKey.generate();
  final RootKey.Verifier verifier = RootKey.verifier(root.publicText());
  final AuditTrail audit;
  final StaffKeys staffKeys;
  final DeskKeys deskKeys;
  final Inbox inbox;
  final Figures figures;
  final Vaults vaults;
  final Stories stories;
  final Referrals referrals;
  final Retention retention;
  final Dropbox dropbox;
  final UUID officer = UUID.randomUUID();
  final KeyPair own;
  final DeskKeys.NewEpoch epoch;
  Unlocked unlocked;

  InventedDesk(Path folder) {
    this.folder = folder;
    this.store = new IntakeStore(folder.resolve("blobs"), folder.resolve("erasure"));
    Database desk = database.as(Role.DESK);
    this.audit = new AuditTrail(desk.jdbc());
    this.staffKeys = new StaffKeys(desk, secrets, audit);
    this.deskKeys = new DeskKeys(desk, store, verifier, staffKeys, audit);
    this.inbox = new Inbox(desk, store, verifier, secrets, audit);
    this.figures = new Figures(desk, store, audit);
    this.vaults = new Vaults(desk, store, secrets, audit);
    this.stories = new Stories(desk, store, secrets, audit);
    this.referrals = new Referrals(desk, store, secrets, audit);
    this.retention = new Retention(desk, store, audit);
    this.dropbox = new Dropbox(database.as(Role.CONTACT), secrets, store, verifier);
    this.own = enrol(officer);
    this.epoch = found(DESK, officer);
    this.unlocked = unlock(officer, own);
  }

  /// Gives a member a key whose passphrase nobody knows: without the second that stretching takes.
  KeyPair enrol(UUID member) {
    KeyPair pair = KeyPair.generate();
    database
        .superuser()
        .sql("INSERT INTO intake.staff_key VALUES (?, ?, ?, ?)")
        .params(member, pair.publicKey(), Bytes.random(16), Bytes.random(61))
        .update();
    return pair;
  }

  /// What [StaffKeys] does once it has the member's own key.
  Unlocked unlock(UUID member, KeyPair pair) {
    return staffKeys.unlocked(member, pair, "test");
  }

  /// A colleague who got the desk's key, unlocked.
  Unlocked colleague() {
    UUID colleague = UUID.randomUUID();
    KeyPair key = enrol(colleague);
    deskKeys.proposeGrant(UUID.randomUUID(), DESK, colleague);
    deskKeys.grant(unlocked, DESK, colleague);
    return unlock(colleague, key);
  }

  /// A desk with a certified key.
  DeskKeys.NewEpoch found(String code, UUID... members) {
    DeskKeys.NewEpoch fresh =
        deskKeys.found(
            officer, "hur", code, Set.of(members), inAYear(), new DeskKeys.Sharing(2, 3));
    certify(fresh);
    return fresh;
  }

  void certify(DeskKeys.NewEpoch fresh) {
    RootKey.Signer signer = RootKey.signer(root.privateText());
    deskKeys.certify(officer, fresh.id(), signer.sign(fresh.statement()));
  }

  LocalDate today() {
    return database
        .as(Role.DESK)
        .jdbc()
        .sql("SELECT platform.today()")
        .query(LocalDate.class)
        .single();
  }

  LocalDate inAYear() {
    return today().plusYears(1);
  }

  /// A case with a text and no file.
  Opened open(String text) {
    return open(about(), text, false);
  }

  Opened open(Circumstances about, String text, boolean duress, String... files) {
    try (Draft draft = dropbox.draft()) {
      for (String file : files) {
        draft.add(file + ".txt", "text/plain", stream(file));
      }
      return dropbox.open(DESK, about, text, duress, draft);
    }
  }

  /// The visit that began when the case was opened.
  Visit visit(Opened opened) {
    return dropbox.visit(opened.cookie().orElseThrow()).orElseThrow();
  }

  Visit comeBack(Receipt receipt) {
    return dropbox.visit(dropbox.signIn(receipt).orElseThrow()).orElseThrow();
  }

  void reply(Visit visit, String text, String... files) {
    try (Draft draft = dropbox.draft()) {
      for (String file : files) {
        draft.add(file + ".txt", "text/plain", stream(file));
      }
      dropbox.reply(visit, text, draft);
    }
  }

  void answer(UUID id, String text, String... files) {
    try (Draft draft = inbox.draft()) {
      for (String file : files) {
        draft.add(file + ".txt", "text/plain", stream(file));
      }
      inbox.answer(unlocked, id, text, draft);
    }
  }

  static Circumstances about() {
    return about(Audience.STOPPING, Urgency.NONE, null);
  }

  static Circumstances about(
      Audience audience, Urgency urgency, @org.jspecify.annotations.Nullable LocalDate notBefore) {
    return new Circumstances(audience, urgency, notBefore, false, Language.UK, "test/1");
  }

  static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
