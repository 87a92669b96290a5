package svoi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import svoi.intake.IntakeRefused.Reason;
import svoi.intake.OfflineCases.Purpose;
import svoi.platform.Role;

/// A desk whose key lies on a machine without a network.
class OfflineDeskIT extends AtAnInventedDesk {
  private static final String CODE = "sealed";

  private DeskKeyFile key;
  private OfflineCases cases;
  private final UUID officer = UUID.randomUUID();

  @BeforeEach
  void found() {
    cases =
        new OfflineCases(
            desk.database.as(Role.DESK), desk.store, desk.verifier, desk.secrets, desk.audit);
    key = DeskKeyFile.generate("hur", CODE, 1, desk.inAYear());
    desk.deskKeys.foundOffline(officer, key.statement(), "hur", Set.of(officer));
    certify(key);
  }

  @Test
  void messagesAreTakenAndNobodyOnTheServerOpensThem() {
    UUID id = caseOf(open("таємниця", false));

    assertThat(desk.inbox.queue(desk.unlocked, CODE)).isEmpty();
    assertRefused(() -> desk.inbox.read(desk.unlocked, id), Reason.GONE);
    UUID member = UUID.randomUUID();
    Unlocked unlocked = desk.unlock(member, desk.enrol(member));
    assertThat(unlocked.opensAnything()).isFalse();
    assertThat(cases.list(officer, CODE)).hasSize(2).allMatch(listed -> listed.bySource());
  }

  @Test
  void noSealOfItsKeyIsGivenToAMemberInAnyWay() {
    UUID member = UUID.randomUUID();
    desk.enrol(member);
    List<String> shares = key.shares(new DeskKeys.Sharing(2, 3));

    assertRefused(
        () -> desk.deskKeys.rescue(officer, key.statement().epoch(), shares, member),
        Reason.KEY_OFFLINE);
    assertRefused(() -> desk.deskKeys.proposeGrant(officer, CODE, member), Reason.KEY_OFFLINE);
    assertRefused(() -> desk.deskKeys.grant(desk.unlocked, CODE, member), Reason.NO_MEMBER);
    assertThatThrownBy(
            () ->
                desk.database
                    .superuser()
                    .sql("INSERT INTO intake.desk_member_wrap VALUES (?, ?, ?)")
                    .params(key.statement().epoch(), member, new byte[3])
                    .update())
        .hasMessageContaining("without a network");
    assertThatThrownBy(
            () ->
                desk.database
                    .superuser()
                    .sql(
                        "INSERT INTO intake.offline_officer SELECT id, ? FROM intake.desk WHERE"
                            + " custody = 'online'")
                    .param(member)
                    .update())
        .hasMessageContaining("online desk");
  }

  @Test
  void onlyAFittingStatementFoundsOrRenewsIt() {
    for (DeskKeyFile wrong :
        List.of(
            DeskKeyFile.generate("sbu", "other", 1, desk.inAYear()),
            DeskKeyFile.generate("hur", "other", 2, desk.inAYear()),
            DeskKeyFile.generate("hur", "Other!", 1, desk.inAYear()),
            DeskKeyFile.generate("hur", "other", 1, desk.today()),
            DeskKeyFile.generate("hur", "other", 1, desk.today().plusYears(3)))) {
      assertRefused(
          () -> desk.deskKeys.foundOffline(officer, wrong.statement(), "hur", Set.of(officer)),
          Reason.STATEMENT_WRONG);
    }
    DeskKeyStatement unusable =
        new DeskKeyStatement(
            UUID.randomUUID(),
            "hur",
            "other",
            1,
            desk.inAYear(),
            new byte[KeyPair.PUBLIC_BYTES - 1]);
    assertRefused(
        () -> desk.deskKeys.foundOffline(officer, unusable, "hur", Set.of(officer)),
        Reason.STATEMENT_WRONG);
    assertRefused(
        () -> desk.deskKeys.foundOffline(officer, key.statement(), "hur", Set.of(officer)),
        Reason.ALREADY_DONE);
    DeskKeyStatement other = DeskKeyFile.generate("hur", "other", 1, desk.inAYear()).statement();
    assertRefused(
        () -> desk.deskKeys.foundOffline(officer, other, "hur", Set.of()), Reason.NO_MEMBER);
    assertRefused(
        () -> desk.deskKeys.renewOffline(officer, CODE, key.statement(), Set.of(officer)),
        Reason.STATEMENT_WRONG);
    assertRefused(
        () -> desk.deskKeys.renewOffline(officer, InventedDesk.DESK, other, Set.of(officer)),
        Reason.GONE);
  }

  @Test
  void theNextKeyTakesNewMessagesAndTheOldOneStillOpensTheOldCases() {
    UUID before = caseOf(open("до", false));
    UUID successor = UUID.randomUUID();
    DeskKeyFile next = DeskKeyFile.generate("hur", CODE, 2, desk.inAYear());
    desk.deskKeys.renewOffline(officer, CODE, next.statement(), Set.of(successor));
    certify(next);
    UUID after = caseOf(open("після", false));

    assertThat(cases.list(officer, CODE)).isEmpty();
    assertThat(cases.find(successor, before).key()).isEqualTo(1);
    assertThat(cases.find(successor, after).key()).isEqualTo(2);
    Path old = export(successor, before);
    Path fresh = export(successor, after);
    assertThat(texts(old, key)).containsExactly("до");
    assertThat(texts(fresh, next)).containsExactly("після");
    assertThat(CarriedCase.isFor(old, next)).isFalse();
    assertThatThrownBy(() -> CarriedCase.open(old, next)).isInstanceOf(Damaged.class);
  }

  @Test
  void whatWasExportedOpensWithTheKeyAndWithTheKeyFromPaper() throws IOException {
    String far = "файл ".repeat(300_000);
    Opened opened = open("перше", false, "../../тінь\u202etxt.sh", far);
    UUID id = caseOf(opened);
    desk.reply(desk.visit(opened), "друге");
    Path container = export(officer, id);

    List<String> shares = key.shares(new DeskKeys.Sharing(3, 5));
    DeskKeyFile joined =
        DeskKeyFile.join(key.statement(), List.of(shares.get(4), shares.get(0), shares.get(2)));
    assertThat(joined.text()).isEqualTo(key.text());
    assertThat(DeskKeyFile.parse(key.text()).orElseThrow().text()).isEqualTo(key.text());
    assertRefused(
        () -> DeskKeyFile.join(key.statement(), shares.subList(0, 2)), Reason.SHARES_DO_NOT_FIT);

    for (DeskKeyFile one : List.of(key, joined)) {
      Path out = folder.resolve(UUID.randomUUID().toString());
      try (CarriedCase carried = CarriedCase.open(container, one)) {
        assertThat(carried.writeTo(out)).isEmpty();
        assertThat(carried.erased()).isEqualTo(cases.find(officer, id).deleteAfter());
      }
      assertThat(Files.readString(out.resolve("thread.txt")))
          .contains("== 1, the source, " + desk.today(), "  перше", "  друге", "Audience: stopping")
          .doesNotContain("\u202e");
      List<Path> files = list(out);
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .allMatch(name -> name.matches("thread\\.txt|1-[12]-[\\p{L}\\p{N}._-]+"))
          .hasSize(3);
      assertThat(files)
          .allMatch(file -> permissions(file).equals("rw-------"), "for this user only")
          .anyMatch(file -> read(file).equals(far));
      assertThat(permissions(out)).isEqualTo("rwx------");
      try (CarriedCase carried = CarriedCase.open(container, one)) {
        assertThatThrownBy(() -> carried.writeTo(out))
            .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
      }
    }
  }

  @Test
  void anyEntryThatIsChangedLeftOutAddedOrExchangedIsFound() throws IOException {
    UUID id = caseOf(open("перше", false, "файл", "другий файл"));
    Map<String, byte[]> entries = entries(export(officer, id));
    assertThat(entries).hasSize(12);

    for (String name : entries.keySet()) {
      byte[] whole = entries.get(name);
      for (int place : new int[] {0, whole.length / 2, whole.length - 1}) {
        byte[] flipped = whole.clone();
        flipped[place] ^= 1;
        assertDamaged(with(entries, name, flipped));
      }
      assertDamaged(with(entries, name, java.util.Arrays.copyOf(whole, whole.length - 1)));
      Map<String, byte[]> without = new LinkedHashMap<>(entries);
      without.remove(name);
      assertDamaged(without);
    }
    assertDamaged(with(entries, "more", new byte[] {1}));
    List<String> names = new ArrayList<>(entries.keySet());
    for (int i = 1; i < names.size(); i++) {
      Map<String, byte[]> exchanged = new LinkedHashMap<>(entries);
      exchanged.put(names.get(i), entries.get(names.get(i - 1)));
      exchanged.put(names.get(i - 1), entries.get(names.get(i)));
      assertDamaged(exchanged);
    }
    Path noise = Files.write(folder.resolve("noise.zip"), Bytes.random(3000));
    assertThatThrownBy(() -> CarriedCase.open(noise, key)).isInstanceOf(Damaged.class);
    assertThat(texts(zip(entries), key)).containsExactly("перше");
  }

  @Test
  void noKeyInAContainerIsOpenForWhoCarriesIt() throws IOException {
    UUID id = caseOf(open("таємниця джерела", false));
    byte[] erasureKey = desk.store.erasure().find(id).orElseThrow();

    Path container = export(officer, id);

    Needles needles =
        new Needles()
            .text("text", "таємниця джерела")
            .bytes("erasure key", erasureKey)
            .text("case", id.toString());
    Path alone = Files.createDirectory(folder.resolve("alone"));
    Files.copy(container, alone.resolve("case.zip"));
    for (Map.Entry<String, byte[]> entry : entries(container).entrySet()) {
      Files.write(alone.resolve(entry.getKey()), entry.getValue());
    }
    assertThat(needles.under(alone)).isEmpty();
  }

  @Test
  void anAnswerThatIsBroughtBackIsReadByTheSource() {
    Opened opened = open("питання", true);
    UUID id = caseOf(opened);
    SealedAnswer answer = answer(export(officer, id), "відповідь");
    assertThat(answer.text()).doesNotContain("відповідь");

    desk.database.moveClock(Duration.ofDays(10));
    assertThat(cases.bring(officer, answer.text())).isEqualTo(id);

    assertThat(desk.dropbox.read(desk.comeBack(opened.receipt())))
        .extracting(Said::text, Said::bySource)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("питання", true),
            org.assertj.core.groups.Tuple.tuple("відповідь", false));
    assertThat(cases.find(officer, id).bySource()).isFalse();
    assertThat(cases.list(officer, CODE))
        .as("the other thread of the pair lives as long")
        .extracting(OfflineCases.Listed::deleteAfter)
        .containsOnly(desk.today().plusDays(1));
    assertRefused(() -> cases.bring(officer, answer.text()), Reason.ANSWER_OUTDATED);
    desk.reply(desk.comeBack(opened.receipt()), "дякую");
    assertThat(texts(export(officer, id), key)).containsExactly("питання", "відповідь", "дякую");
  }

  @Test
  void anAnswerThatIsNoiseIsOneLineForTheSourceAndForTheMachineAndNothingElseIsLost()
      throws IOException {
    Opened opened = open("питання", false, "доказ");
    UUID id = caseOf(opened);
    SealedAnswer answer = answer(export(officer, id), "відповідь");
    byte[] noise = Bytes.random(answer.body().length);
    cases.bring(officer, new SealedAnswer(id, answer.twin(), 2, noise).text());

    List<Said> read = desk.dropbox.read(desk.comeBack(opened.receipt()));
    assertThat(read).extracting(Said::readable).containsExactly(true, false);
    assertThat(read).extracting(Said::text).containsExactly("питання", "");
    assertThat(read.getLast().bySource()).isFalse();
    desk.reply(desk.comeBack(opened.receipt()), "не читається");

    Path container = export(officer, id);
    assertThat(texts(container, key)).containsExactly("питання", "", "не читається");
    assertThat(thread(container)).contains("== 2, the desk", "THIS ANSWER CAN'T BE READ");
    cases.bring(officer, answer(container, "ще раз").text());
    assertThat(desk.dropbox.read(desk.comeBack(opened.receipt())))
        .extracting(Said::text)
        .containsExactly("питання", "", "не читається", "ще раз");
  }

  @Test
  void anAnswerIsNotTakenOnceTheSourceWroteMore() {
    Opened opened = open("питання", false);
    SealedAnswer answer = answer(export(officer, caseOf(opened)), "відповідь");
    desk.reply(desk.visit(opened), "ще одне");

    assertRefused(() -> cases.bring(officer, answer.text()), Reason.ANSWER_OUTDATED);

    assertThat(desk.dropbox.read(desk.visit(opened))).hasSize(2);
  }

  @Test
  void onlyAWholeAnswerToACaseOfTheOfficersDesksIsTaken() {
    UUID id = caseOf(open("питання", false));
    SealedAnswer answer = answer(export(officer, id), "відповідь");
    Opened elsewhere = desk.open("інший відділ");
    UUID foreign = desk.visit(elsewhere).caseId();
    SealedAnswer swapped = new SealedAnswer(foreign, answer.twin(), 2, answer.body());
    SealedAnswer keeping = new SealedAnswer(id, foreign, 2, answer.body());
    SealedAnswer later = new SealedAnswer(id, answer.twin(), 3, answer.body());
    SealedAnswer odd = new SealedAnswer(id, answer.twin(), 2, new byte[600]);

    for (String text :
        List.of(
            "",
            "answer",
            answer.text().substring(1),
            answer.text() + "\n",
            answer.text().replace("\n2\n", "\n3\n"),
            odd.text(),
            keeping.text())) {
      assertRefused(() -> cases.bring(officer, text), Reason.ANSWER_WRONG);
    }
    assertRefused(() -> cases.bring(officer, swapped.text()), Reason.GONE);
    assertRefused(() -> cases.bring(officer, later.text()), Reason.ANSWER_OUTDATED);
    assertRefused(() -> cases.bring(UUID.randomUUID(), answer.text()), Reason.GONE);
    assertThat(cases.find(officer, id).messages()).isEqualTo(1);
  }

  @Test
  void whoAskedForSilenceIsNotAnsweredOnThatMachineEither() {
    LocalDate day = desk.today().plusDays(2);
    Circumstances about = InventedDesk.about(Audience.STOPPING, Urgency.NONE, day);
    Path container = export(officer, caseOf(open(about, "не зараз", false)));

    try (CarriedCase carried = CarriedCase.open(container, key)) {
      assertRefused(() -> carried.answer("рано", desk.today()), Reason.TOO_EARLY);
      assertThat(carried.answer("вчасно", day).seq()).isEqualTo(2);
      assertRefused(() -> carried.answer(" ", day), Reason.NOTHING_SENT);
      assertRefused(() -> carried.answer("я".repeat(40_000), day), Reason.TEXT_TOO_LONG);
      assertThat(SealedAnswer.parse(carried.answer("я".repeat(32_000), day).text())).isPresent();
    }
  }

  @Test
  void aWordUnderDuressIsSeenOnlyOnThatMachine() throws IOException {
    Opened opened = open("питання", true);
    UUID second = desk.comeBack(opened.duress().orElseThrow()).caseId();
    assertThat(thread(export(officer, second))).contains("Nobody used it");

    desk.reply(desk.comeBack(opened.duress().orElseThrow()), "мене змушують");

    assertThat(thread(export(officer, second))).contains("THE RECEIPT FOR DURESS", "мене змушують");
  }

  @Test
  void aCaseThatIsGivenToAnOfflineDeskTakesWithItWhatWasAgreed() throws IOException {
    UUID id = desk.visit(desk.open("помилка адресою")).caseId();
    Agreed agreed =
        new Agreed(
            "111-3",
            "умови",
            "слідчий",
            "доручення",
            "",
            Agreed.Outcome.OPEN,
            java.time.YearMonth.of(2026, 9));
    desk.inbox.agree(desk.unlocked, id, agreed);

    desk.inbox.transfer(
        desk.unlocked, id, CODE, Inbox.TransferReason.OTHER_AUDIENCE, "Передано іншим.");

    assertRefused(() -> desk.inbox.read(desk.unlocked, id), Reason.GONE);
    assertThat(thread(export(officer, id))).contains("Передано іншим.", "Offered: умови");
  }

  /// The price of an offline desk, said in the runbook: nobody but that machine opens the copy, and
  /// nobody but its officer destroys it.
  @Test
  void aCopyOnTheMachineOutlivesTheCaseAndIsAllThatIsLeft() {
    Opened opened = open("питання", false);
    UUID id = caseOf(opened);
    Path container = export(officer, id);

    desk.dropbox.deleteAll(desk.visit(opened));

    assertRefused(() -> cases.export(officer, id, Purpose.COPY_LOST), Reason.GONE);
    assertThat(desk.store.erasure().find(id)).isEmpty();
    assertThat(texts(container, key)).containsExactly("питання");
  }

  @Test
  void eachStepIsInTheLogBeforeItIsDone() {
    UUID id = caseOf(open("питання", false));
    cases.list(officer, CODE);
    SealedAnswer answer = answer(export(officer, id), "відповідь");
    cases.bring(officer, answer.text());

    assertThat(
            desk.database
                .superuser()
                .sql("SELECT action FROM audit.v_entry WHERE actor = ? ORDER BY seq")
                .param(officer.toString())
                .query(String.class)
                .list())
        .containsExactly(
            "intake.new-epoch",
            "intake.certify",
            "intake.offline-queue",
            "intake.export",
            "intake.bring-answer");
  }

  @Test
  void aFileOfAHundredMebibytesLeavesInConstantMemory() throws IOException {
    long size = 100L << 20;
    UUID id;
    try (Draft draft = desk.dropbox.draft()) {
      draft.add("великий", "application/octet-stream", new Zeros(size));
      Opened opened = desk.dropbox.open(CODE, InventedDesk.about(), "", false, draft);
      id = caseOf(opened);
    }
    OfflineCases.Leaving leaving = cases.export(officer, id, Purpose.FIRST_READING);
    Counting counted = new Counting();

    leaving.writeTo(counted);

    assertThat(counted.bytes).isGreaterThan(size);
    assertThat(counted.largest).as("bytes handed on at once").isLessThan(1 << 20);
  }

  private static final class Zeros extends java.io.InputStream {
    private long left;

    Zeros(long size) {
      this.left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int n = (int) Math.min(length, left);
      left -= n;
      return n == 0 && length > 0 ? -1 : n;
    }
  }

  private static final class Counting extends OutputStream {
    private long bytes;
    private int largest;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] all, int offset, int length) {
      bytes += length;
      largest = Math.max(largest, length);
    }
  }

  private void certify(DeskKeyFile one) {
    DeskKeyStatement carried = DeskKeyStatement.parse(one.statement().text()).orElseThrow();
    byte[] signature = RootKey.signer(desk.root.privateText()).sign(carried);
    desk.deskKeys.certify(officer, carried.epoch(), signature);
  }

  private Opened open(String text, boolean duress, String... files) {
    return open(InventedDesk.about(), text, duress, files);
  }

  private Opened open(Circumstances about, String text, boolean duress, String... files) {
    try (Draft draft = desk.dropbox.draft()) {
      for (String file : files) {
        String name = file.length() > 100 ? "long.txt" : file;
        draft.add(name, "text/plain", InventedDesk.stream(file));
      }
      return desk.dropbox.open(CODE, about, text, duress, draft);
    }
  }

  private UUID caseOf(Opened opened) {
    return desk.visit(opened).caseId();
  }

  private Path export(UUID by, UUID id) {
    Path file = folder.resolve(UUID.randomUUID() + ".zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      cases.export(by, id, Purpose.FIRST_READING).writeTo(out);
      return file;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private SealedAnswer answer(Path container, String text) {
    try (CarriedCase carried = CarriedCase.open(container, key)) {
      return carried.answer(text, desk.today());
    }
  }

  private static List<String> texts(Path container, DeskKeyFile with) {
    try (CarriedCase carried = CarriedCase.open(container, with)) {
      return carried.said().stream().map(Said::text).toList();
    }
  }

  private String thread(Path container) throws IOException {
    Path out = folder.resolve(UUID.randomUUID().toString());
    try (CarriedCase carried = CarriedCase.open(container, key)) {
      carried.writeTo(out);
    }
    return Files.readString(out.resolve("thread.txt"));
  }

  private void assertDamaged(Map<String, byte[]> entries) throws IOException {
    Path container = zip(entries);
    Path out = folder.resolve("damaged");
    assertThatThrownBy(
            () -> {
              try (CarriedCase carried = CarriedCase.open(container, key)) {
                carried.writeTo(out);
              }
            })
        .isInstanceOf(Damaged.class);
    assertThat(out).doesNotExist();
  }

  private static Map<String, byte[]> entries(Path container) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(container)))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        entries.put(e.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static Map<String, byte[]> with(Map<String, byte[]> all, String name, byte[] bytes) {
    Map<String, byte[]> changed = new LinkedHashMap<>(all);
    changed.put(name, bytes);
    return changed;
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return Files.write(folder.resolve("changed.zip"), bytes.toByteArray());
  }

  private static List<Path> list(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.toList();
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
