package svoi.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditSink;
import svoi.intake.CaseContainer.Facts;
import svoi.intake.CaseContainer.Kind;
import svoi.intake.CaseContainer.Writer;
import svoi.intake.OfflineRepository.OfflineRow;
import svoi.intake.ThreadRepository.FileRow;
import svoi.intake.ThreadRepository.MessageRow;
import svoi.platform.Database;

/// The face for officers of desks whose key stays offline. They see that there are cases, carry
/// them sealed to the machine with the key, and bring sealed answers back; here nobody reads
/// anything. Each act is in the audit log under a pseudonym of the case.
public final class OfflineCases {
  private final Database desk;
  private final IntakeStore store;
  private final Epochs epochs;
  private final OfflineRepository rows;
  private final DeskRepository cases;
  private final Threads threads;
  private final CaseLog log;

  /// @param desk the way to the database under the desk's role
  public OfflineCases(
      Database desk,
      IntakeStore store,
      RootKey.Verifier root,
      IntakeSecrets secrets,
      AuditSink audit) {
    this.desk = desk;
    this.store = store;
    this.epochs = new Epochs(desk.jdbc(), root);
    this.rows = new OfflineRepository(desk.jdbc());
    this.cases = new DeskRepository(desk.jdbc());
    this.threads = new Threads(desk, store);
    this.log = new CaseLog(secrets, audit);
  }

  /// What a case is taken to the machine for.
  public enum Purpose {
    /// It was not read there yet.
    FIRST_READING,
    /// The source has written more.
    NEW_MESSAGE,
    /// The copy on the machine was lost or did not open.
    COPY_LOST,
    /// The monitor or a court asks for it.
    OVERSIGHT;

    /// For example `first-reading`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Purpose> of(String code) {
      return Stream.of(values()).filter(p -> p.code().equals(code)).findFirst();
    }
  }

  /// A case as far as it is in clear.
  ///
  /// @param key number of the desk's key that opens it
  /// @param bySource whether the source spoke last
  public record Listed(
      UUID id,
      int key,
      boolean open,
      boolean bySource,
      int messages,
      LocalDate receivedWeek,
      LocalDate deleteAfter) {
    @Override
    public String toString() {
      return "case";
    }
  }

  /// All threads of a desk, those with more to read first; empty for who is no officer of it. Each
  /// that is opened made two, and which of them is the empty one nobody knows here.
  public List<Listed> list(UUID officer, String deskCode) {
    List<Listed> listed = rows.ofDesk(officer, deskCode).stream().map(OfflineRow::listed).toList();
    note(officer, "offline-queue", listed.stream().map(Listed::id).toList(), deskCode);
    return listed;
  }

  /// One of them.
  ///
  /// @throws IntakeRefused if it is gone, or the officer's desks don't have it
  public Listed find(UUID officer, UUID id) {
    return row(officer, id).listed();
  }

  /// A sealed case on its way out; it is in the log already.
  public final class Leaving {
    private final DeskKeyStatement key;
    private final byte[] erasureKey;
    private final Facts facts;
    private final OfflineRow row;
    private final Sealed sealed;

    private Leaving(DeskKeyStatement key, byte[] erasureKey, OfflineRow row, Sealed sealed) {
      this.key = key;
      this.erasureKey = erasureKey;
      this.facts =
          new Facts(
              row.listed().id(),
              cases.today(),
              row.listed().receivedWeek(),
              row.listed().deleteAfter(),
              row.listed().open());
      this.row = row;
      this.sealed = sealed;
    }

    /// Writes it as it streams; a file of 1 GiB takes no more memory than one of a page. Once only.
    public void writeTo(OutputStream out) throws IOException {
      try (Writer writer = new Writer(out, key, erasureKey)) {
        writer.add(Kind.SEAL, "0", "-", row.ckDesk());
        writer.add(Kind.CARD, "0", "-", row.card());
        for (MessageRow m : sealed.messages()) {
          Kind kind = m.direction().equals("in") ? Kind.IN : Kind.OUT;
          writer.add(kind, Integer.toString(m.seq()), m.day().toString(), m.body());
        }
        for (FileRow f : sealed.files()) {
          add(writer, f);
        }
        addBeside(writer);
        writer.finish(facts);
      }
    }

    private void addBeside(Writer writer) throws IOException {
      if (sealed.agreed().isPresent()) {
        writer.add(Kind.AGREED, "0", "-", sealed.agreed().get());
      }
      if (sealed.hold().isPresent()) {
        DeskRepository.HoldRow hold = sealed.hold().get();
        writer.add(Kind.BASIS, "0", hold.until().toString(), hold.basis());
      }
      for (ThreadRepository.ReferralRow referral : sealed.referrals()) {
        writer.add(Kind.REFERRAL, Integer.toString(referral.number()), "-", referral.body());
      }
    }

    private void add(Writer writer, FileRow file) throws IOException {
      String place = file.blob().toString();
      writer.add(Kind.HEADER, place, Integer.toString(file.seq()), file.header());
      writer.add(Kind.FILE_KEY, place, "-", file.wrappedKey());
      if (store.blobs().exists(file.blob())) {
        try (InputStream bytes = store.blobs().sealed(file.blob())) {
          writer.add(Kind.FILE, place, "-", bytes);
        }
      }
    }

    @Override
    public String toString() {
      return "leaving case";
    }
  }

  /// The rows of a case, all of one moment.
  private record Sealed(
      List<MessageRow> messages,
      List<FileRow> files,
      Optional<byte[]> agreed,
      Optional<DeskRepository.HoldRow> hold,
      List<ThreadRepository.ReferralRow> referrals) {
    @Override
    public String toString() {
      return "sealed rows";
    }
  }

  /// Takes a case out, to be carried to the machine with the key. The erasure key goes along,
  /// sealed to the desk: the copy opens there even after the case is erased here, so it has to be
  /// destroyed on that day.
  ///
  /// @throws IntakeRefused if it is gone, or the officer's desks don't have it
  public Leaving export(UUID officer, UUID id, Purpose purpose) {
    return desk.inTransaction(
        () -> {
          cases.lock(id);
          OfflineRow row = row(officer, id);
          byte[] erasureKey = store.erasure().find(id).orElseThrow(OfflineCases::gone);
          DeskKeyStatement key =
              epochs.find(row.epoch()).orElseThrow(OfflineCases::gone).statement();
          Sealed sealed =
              new Sealed(
                  threads.rows().messages(id),
                  threads.rows().files(id),
                  cases.agreed(id),
                  cases.hold(id),
                  threads.rows().referrals(id));
          note(officer, "export", List.of(id), row.desk() + " " + purpose.code());
          return new Leaving(key, erasureKey, row, sealed);
        });
  }

  /// Takes in an answer that was sealed on the machine with the key. The days of the case begin
  /// anew, and those of the other thread of its pair.
  ///
  /// @param file what the machine wrote
  /// @return the case
  /// @throws IntakeRefused if it is no sealed answer to a case of the officer's desks, or the
  ///     thread went on since
  public UUID bring(UUID officer, String file) {
    SealedAnswer answer =
        SealedAnswer.parse(file)
            .orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.ANSWER_WRONG));
    try {
      return Reach.inTransaction(desk, () -> add(officer, answer));
    } catch (DataIntegrityViolationException e) {
      throw new IntakeRefused(IntakeRefused.Reason.ANSWER_OUTDATED);
    }
  }

  private UUID add(UUID officer, SealedAnswer answer) {
    UUID id = answer.caseId();
    threads.rows().holdOffSweeper();
    cases.lock(id);
    String code = row(officer, id).desk();
    boolean keyless = store.erasure().find(id).isEmpty();
    boolean strange =
        rows.find(officer, answer.twin()).isEmpty()
            && threads.rows().card(answer.twin()).isPresent();
    if (keyless || strange || id.equals(answer.twin())) {
      throw keyless ? gone() : new IntakeRefused(IntakeRefused.Reason.ANSWER_WRONG);
    }
    int last = threads.rows().messages(id).stream().mapToInt(MessageRow::seq).max().orElse(0);
    if (answer.seq() != last + 1) {
      throw new IntakeRefused(IntakeRefused.Reason.ANSWER_OUTDATED);
    }
    threads.rows().addMessage(id, answer.seq(), "out", answer.body());
    threads.rows().keep(id);
    threads.rows().keep(answer.twin());
    note(officer, "bring-answer", List.of(id), code);
    return id;
  }

  private OfflineRow row(UUID officer, UUID id) {
    return rows.find(officer, id).orElseThrow(OfflineCases::gone);
  }

  private void note(UUID officer, String act, Collection<UUID> ids, String detail) {
    log.note(officer, act, ids, detail);
  }

  private static IntakeRefused gone() {
    return new IntakeRefused(IntakeRefused.Reason.GONE);
  }
}
