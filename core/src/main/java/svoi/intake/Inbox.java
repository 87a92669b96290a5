package svoi.intake;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import svoi.audit.AuditSink;
import svoi.intake.CaseKey.Part;
import svoi.intake.DeskCases.OpenCase;
import svoi.platform.Database;

/// The face for those who answer. Everything needs an unlocked member of the case's desk, and every
/// reading and act is in the audit log under a pseudonym of the case; a visit of a source never is.
public final class Inbox {
  private static final int LONGEST_HOLD_DAYS = 366;

  private final Database desk;
  private final IntakeStore store;
  private final Epochs epochs;
  private final Threads threads;
  private final DeskRepository rows;
  private final DeskCases cases;
  private final Vaults vaults;
  private final CaseLog log;

  /// @param desk the way to the database under the desk's role
  public Inbox(
      Database desk,
      IntakeStore store,
      RootKey.Verifier root,
      IntakeSecrets secrets,
      AuditSink audit) {
    this.desk = desk;
    this.store = store;
    this.epochs = new Epochs(desk.jdbc(), root);
    this.threads = new Threads(desk, store);
    this.rows = new DeskRepository(desk.jdbc());
    this.cases = new DeskCases(rows, store.erasure());
    this.vaults = new Vaults(desk, store, secrets, audit);
    this.log = new CaseLog(secrets, audit);
  }

  /// Why a case goes to another desk.
  public enum TransferReason {
    OTHER_AUDIENCE,
    OTHER_AGENCY,
    CONFLICT_OF_INTEREST,
    CHILD
  }

  /// A stop of the deletion, by two persons.
  ///
  /// @param confirmedBy empty until the second person agrees; until then nothing is stopped
  public record Hold(String basis, LocalDate until, UUID askedBy, Optional<UUID> confirmedBy) {}

  /// A case as it is read.
  ///
  /// @param desk code of the desk that has it
  /// @param twin the other thread of the pair, if anything was said in it; else empty
  public record Conversation(
      Waiting about,
      String desk,
      List<Said> said,
      Optional<Agreed> agreed,
      Optional<Hold> hold,
      Optional<UUID> twin) {
    public Conversation {
      said = List.copyOf(said);
    }

    @Override
    public String toString() {
      return "conversation";
    }
  }

  /// What waits at a desk.
  ///
  /// @param damaged how many more do not open
  public record Queue(List<Waiting> waiting, int damaged) {
    public Queue {
      waiting = List.copyOf(waiting);
    }
  }

  /// Cases of a desk, the most urgent first. Threads under duress are listed once somebody wrote in
  /// them.
  public Queue whole(Unlocked member, String deskCode) {
    DeskCases.Opened opened = cases.of(member, deskCode);
    List<Waiting> waiting =
        opened.open().stream()
            .filter(open -> !open.isSilent())
            .map(OpenCase::waiting)
            .sorted(Waiting.ORDER)
            .toList();
    String damaged = opened.damaged() == 0 ? "" : " damaged " + opened.damaged();
    note(member, "queue", waiting.stream().map(Waiting::id).toList(), deskCode + damaged);
    return new Queue(waiting, opened.damaged());
  }

  /// The same, but for what does not open.
  public List<Waiting> queue(Unlocked member, String deskCode) {
    return whole(member, deskCode).waiting();
  }

  /// Reads a case.
  ///
  /// @throws IntakeRefused if it is gone or not this member's
  /// @throws Damaged if anything in it is not as it was written
  public Conversation read(Unlocked member, UUID id) {
    OpenCase open = cases.find(member, id);
    List<Said> said = threads.read(open.key());
    Optional<Agreed> agreed =
        rows.agreed(id).map(body -> Agreed.of(open.key().open(Part.AGREED, 0, body)));
    Optional<UUID> twin =
        Optional.of(open.card().twin())
            .filter(
                t ->
                    open.card().decoy()
                        || rows.find(member.staff(), t).filter(r -> r.messages() > 1).isPresent());
    note(member, "read", List.of(id), "");
    return new Conversation(open.waiting(), open.row().desk(), said, agreed, hold(open), twin);
  }

  /// Opens a file of a case. It is whatever the sender made it: look at it in the sandbox only.
  public InputStream open(Unlocked member, UUID id, UUID file) {
    OpenCase open = cases.find(member, id);
    InputStream bytes = threads.open(open.key(), file, threads.read(open.key()));
    note(member, "open-file", List.of(id), "");
    return bytes;
  }

  /// Somewhere to put files that go with an answer; to be closed whatever happens.
  public Draft draft() {
    return new Draft(store.blobs(), Draft.MOST_BYTES);
  }

  /// Answers. The days of the case begin anew.
  ///
  /// @throws IntakeRefused if the source asked not to be answered before a later day
  public void answer(Unlocked member, UUID id, String text, Draft files) {
    OpenCase open = cases.find(member, id);
    LocalDate notBefore = open.card().about().notBefore();
    if (notBefore != null && notBefore.isAfter(rows.today())) {
      throw new IntakeRefused(IntakeRefused.Reason.TOO_EARLY);
    }
    threads.add(
        open.key(),
        Part.OUT,
        text,
        files,
        open.card().twin(),
        () -> note(member, "answer", List.of(id), ""));
  }

  /// Says how urgent the desk finds it.
  public void triage(Unlocked member, UUID id, Urgency urgency) {
    OpenCase open = cases.find(member, id);
    Card card = open.card();
    Card seen =
        new Card(card.about().withUrgency(urgency), card.twin(), card.decoy(), card.duress());
    acting(
        () -> {
          rows.card(id, open.key().seal(Part.CARD, 0, seen.bytes()));
          note(member, "triage", List.of(id), "");
        });
  }

  /// Closes a case: it is erased 30 days later (R36). A word of the source opens it again.
  public void close(Unlocked member, UUID id) {
    OpenCase open = cases.find(member, id);
    acting(
        () -> {
          Stream.of(id, open.card().twin()).sorted().forEach(rows::close);
          note(member, "close", List.of(id), "");
        });
  }

  /// Gives a case to another desk; this one can't read it any more. The source is told. A vault
  /// goes along, with new shares for the members there, while this member may read it.
  ///
  /// @param words what the source reads about it
  /// @throws IntakeRefused if there is a vault and it is closed, or too few members there
  /// @throws IntakeRefused too, if somebody else gave it away or sealed it anew meanwhile
  /// @throws IntakeUnavailable if the other desk has no certified key
  public void transfer(
      Unlocked member, UUID id, String toDesk, TransferReason reason, String words) {
    OpenCase open = cases.find(member, id);
    List<OpenCase> pair = pair(member, open);
    Epochs.Epoch to =
        epochs
            .current(toDesk)
            .orElseThrow(() -> new IntakeUnavailable(IntakeUnavailable.Reason.NO_DESK));
    String code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    try (Draft none = draft()) {
      threads.add(
          open.key(),
          Part.OUT,
          words,
          none,
          open.card().twin(),
          () -> {
            vaults.move(member, id, to.id());
            pair.forEach(c -> seal(c, to));
            note(member, "transfer", List.of(id), toDesk + " " + code);
          });
    }
  }

  /// Records what was agreed with somebody who wants to stop.
  public void agree(Unlocked member, UUID id, Agreed agreed) {
    OpenCase open = cases.find(member, id);
    acting(
        () -> {
          rows.agree(id, open.key().seal(Part.AGREED, 0, agreed.bytes()));
          note(member, "agree", List.of(id), "");
        });
  }

  /// Asks that a case be kept past its day. Nothing is kept until a second person agrees.
  ///
  /// @param basis in law
  /// @throws IntakeRefused if the end is not within a year, or somebody asked already
  public void askHold(Unlocked member, UUID id, String basis, LocalDate until) {
    OpenCase open = cases.find(member, id);
    List<OpenCase> pair = pair(member, open);
    LocalDate today = rows.today();
    if (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_HOLD_DAYS))) {
      throw new IntakeRefused(IntakeRefused.Reason.HOLD_WITHOUT_END);
    }
    try {
      acting(
          () -> {
            for (OpenCase c : pair) {
              byte[] sealed = c.key().seal(Part.BASIS, 0, basis.getBytes(StandardCharsets.UTF_8));
              rows.askHold(c.row().id(), sealed, until, member.staff());
            }
            note(member, "ask-hold", List.of(id), until.toString());
          });
    } catch (DuplicateKeyException e) {
      throw new IntakeRefused(IntakeRefused.Reason.ALREADY_DONE);
    }
  }

  /// Agrees to keep it.
  ///
  /// @throws IntakeRefused if nobody asked, it was the same person, or it is done
  public void confirmHold(Unlocked member, UUID id) {
    OpenCase open = cases.find(member, id);
    Hold hold = hold(open).orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE));
    if (hold.askedBy().equals(member.staff())) {
      throw new IntakeRefused(IntakeRefused.Reason.SAME_PERSON);
    }
    acting(
        () -> {
          Stream.of(id, open.card().twin()).sorted().forEach(rows::locked);
          if (rows.confirmHold(id, member.staff()) == 0) {
            throw new IntakeRefused(IntakeRefused.Reason.ALREADY_DONE);
          }
          rows.confirmHold(open.card().twin(), member.staff());
          note(member, "confirm-hold", List.of(id), hold.until().toString());
        });
  }

  /// Ends a hold, or takes back a request for one: one person is enough to let go.
  public void endHold(Unlocked member, UUID id) {
    OpenCase open = cases.find(member, id);
    acting(
        () -> {
          rows.endHold(id);
          rows.endHold(open.card().twin());
          note(member, "end-hold", List.of(id), "");
        });
  }

  private Optional<Hold> hold(OpenCase open) {
    return rows.hold(open.row().id())
        .map(
            row ->
                new Hold(
                    new String(open.key().open(Part.BASIS, 0, row.basis()), StandardCharsets.UTF_8),
                    row.until(),
                    row.askedBy(),
                    Optional.ofNullable(row.confirmedBy())));
  }

  /// A case with the other thread of its pair, unless that was erased.
  private List<OpenCase> pair(Unlocked member, OpenCase open) {
    return Stream.concat(Stream.of(open), cases.twin(member, open).stream()).toList();
  }

  private void seal(OpenCase open, Epochs.Epoch to) {
    byte[] erasureKey =
        store
            .erasure()
            .find(open.row().id())
            .orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE));
    byte[] key = to.statement().publicKey();
    rows.seal(open.row(), to.id(), CaseSeal.toDesk(open.key(), to.id(), key, erasureKey));
  }

  private void acting(Runnable act) {
    desk.inTransaction(
        () -> {
          act.run();
          return true;
        });
  }

  private void note(Unlocked member, String act, Collection<UUID> ids, String detail) {
    log.note(member, act, ids, detail);
  }
}
