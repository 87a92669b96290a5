package svoi.intake;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.intake.CaseKey.Part;
import svoi.intake.Receipt.TwoWords;
import svoi.platform.Database;
import svoi.platform.Language;

/// The face for somebody who writes and stays anonymous.
///
/// It has only the desks' public keys: whatever it has written it can't read again without the
/// receipt. About a visit it keeps nothing but a session that ends by itself.
public final class Dropbox {
  private final Stretch stretch;
  private final IntakeSecrets secrets;
  private final IntakeStore store;
  private final Epochs epochs;
  private final Threads threads;
  private final SourceRepository rows;
  private final SourceSessions sessions;
  private final CaseWriter writer;
  private final Nobody nobody;

  /// @param contact the way to the database under the contact door's role
  public Dropbox(
      Database contact, IntakeSecrets secrets, IntakeStore store, RootKey.Verifier root) {
    this.secrets = secrets;
    this.store = store;
    this.stretch = secrets.stretch();
    this.epochs = new Epochs(contact.jdbc(), root);
    this.threads = new Threads(contact, store);
    this.rows = new SourceRepository(contact.jdbc());
    this.sessions = new SourceSessions(rows, store.erasure());
    this.writer = new CaseWriter(contact, rows, threads, store.erasure());
    this.nobody = Nobody.create(store.erasure());
  }

  /// Whether a desk takes messages: it has a certified key.
  public boolean takes(String desk) {
    return Reach.reach(() -> epochs.current(desk)).isPresent();
  }

  /// The day on which a case is erased in which nobody says a word from today on.
  public LocalDate keptUntil() {
    return Reach.reach(rows::keptUntil);
  }

  /// Somewhere to put files while they arrive; to be closed whatever happens.
  public Draft draft() {
    return new Draft(store.blobs(), Draft.MOST_BYTES);
  }

  /// Opens a case and signs the source in. When this returns, everything is on the disk.
  ///
  /// @param desk code of the desk that this audience writes to
  /// @param duress whether a second receipt is wished, that opens an innocent empty thread
  /// @throws IntakeRefused if there is nothing to send or the text is too long
  /// @throws IntakeUnavailable if it could not be kept: nothing was
  public Opened open(String desk, Circumstances about, String text, boolean duress, Draft files) {
    Threads.check(text, files);
    Reach.reach(
        () -> {
          threads.checkErasureStore();
          return true;
        });
    Epochs.Epoch epoch =
        Reach.reach(() -> epochs.current(desk))
            .orElseThrow(() -> new IntakeUnavailable(IntakeUnavailable.Reason.NO_DESK));
    Receipt receipt = Receipt.random();
    Optional<Receipt> second = duress ? Optional.of(Receipt.random()) : Optional.empty();
    CaseWriter.Letter letter =
        new CaseWriter.Letter(epoch, about, text, keys(receipt), second.map(this::keys));
    try (Draft none = draft()) {
      Visit visit = writer.write(letter, files, none);
      return new Opened(receipt, second, begin(new Visit(visit.key(), Optional.of(receipt))));
    }
  }

  /// Signs in with a receipt. Whether it is one of ours or not, the same is done, so that the time
  /// tells nothing.
  ///
  /// @return the cookie of the session; empty if no case has this receipt any more
  /// @throws IntakeUnavailable if too many ask at once
  public Optional<String> signIn(Receipt receipt) {
    ReceiptKeys keys = keys(receipt);
    return Reach.reach(
        () -> {
          Optional<SourceRepository.Access> access = rows.knock(keys.lookup());
          Optional<byte[]> erasureKey = access.flatMap(a -> store.erasure().find(a.caseId()));
          if (access.isEmpty() || erasureKey.isEmpty()) {
            nobody.comeBack(store.erasure(), sessions);
            return Optional.empty();
          }
          Visit visit = visit(access.get(), keys, erasureKey.get());
          return Optional.of(sessions.begin(visit, erasureKey.get()));
        });
  }

  /// Whose session this is, which lasts 20 minutes more; empty if it is over.
  public Optional<Visit> visit(String cookie) {
    return Reach.reach(() -> sessions.find(cookie));
  }

  /// Whether two words of the receipt that was just shown are right; then it is forgotten here.
  public boolean confirm(
      String cookie, TwoWords asked, Language language, String first, String second) {
    Optional<Visit> visit = visit(cookie);
    boolean right =
        visit
            .flatMap(Visit::unconfirmed)
            .filter(receipt -> receipt.confirms(asked, language, first, second))
            .isPresent();
    if (right) {
      Visit confirmed = new Visit(visit.orElseThrow().key(), Optional.empty());
      byte[] erasureKey = store.erasure().find(confirmed.caseId()).orElseThrow(Dropbox::gone);
      Reach.reach(
          () -> {
            sessions.change(cookie, confirmed, erasureKey);
            return true;
          });
    }
    return right;
  }

  /// Ends a session.
  public void leave(String cookie) {
    Reach.reach(
        () -> {
          sessions.end(cookie);
          return true;
        });
  }

  /// The thread, oldest message first. That it was read is written nowhere.
  public List<Said> read(Visit visit) {
    return Reach.reach(() -> threads.read(visit.key()));
  }

  /// What the desk did with the case.
  ///
  /// @throws IntakeRefused if it is gone
  public Standing standing(Visit visit) {
    return Reach.reach(
        () -> {
          CaseKey key = visit.key();
          SourceRepository.StandingRow row =
              rows.standing(visit.caseId()).orElseThrow(Dropbox::gone);
          Standing standing =
              new Standing(
                  row.open(),
                  row.deleteAfter(),
                  Optional.ofNullable(row.heldUntil()),
                  Optional.ofNullable(row.agreed())
                      .map(body -> Agreed.of(key.open(CaseKey.Part.AGREED, 0, body))),
                  row.apart(),
                  threads.referrals(key));
          return threads.card(key).decoy() ? innocent(standing, key) : standing;
        });
  }

  /// A word in the other thread keeps this one, too; its day must not tell whoever is shown it that
  /// somebody still writes there.
  private Standing innocent(Standing standing, CaseKey key) {
    LocalDate last = threads.rows().messages(key.caseId()).getLast().day();
    return standing.innocent(rows.alone(last));
  }

  /// A file that the desk sent. What the source sent does not come out here again: a found receipt
  /// must not open it.
  ///
  /// @throws IntakeRefused if there is none
  public InputStream open(Visit visit, UUID file) {
    List<Said> fromDesk = read(visit).stream().filter(said -> !said.bySource()).toList();
    return Reach.reach(() -> threads.open(visit.key(), file, fromDesk));
  }

  /// Adds words, files, or both. When this returns, everything is on the disk.
  public void reply(Visit visit, String text, Draft files) {
    UUID twin = Reach.reach(() -> threads.card(visit.key())).twin();
    threads.add(visit.key(), Part.IN, text, files, twin, () -> {});
  }

  /// Deletes everything, at once and for ever, and the thread under duress with it; from that one
  /// only itself.
  public void deleteAll(Visit visit) {
    Card card = Reach.reach(() -> threads.card(visit.key()));
    Reach.reach(
        () -> {
          threads.erase(visit.caseId());
          if (!card.decoy()) {
            threads.erase(card.twin());
          }
          return true;
        });
  }

  private Visit visit(SourceRepository.Access access, ReceiptKeys keys, byte[] erasureKey) {
    KeyPair source = keys.unwrap(access.caseId(), access.publicKey(), access.privateKey());
    CaseKey key = CaseSeal.openForSource(access.caseId(), source, erasureKey, access.ckSource());
    source.wipe();
    return new Visit(key, Optional.empty());
  }

  /// The case is safe already: without a session the source comes back with the receipt.
  private Optional<String> begin(Visit visit) {
    try {
      byte[] erasureKey = store.erasure().find(visit.caseId()).orElseThrow(Dropbox::gone);
      return Optional.of(Reach.reach(() -> sessions.begin(visit, erasureKey)));
    } catch (IntakeUnavailable e) {
      return Optional.empty();
    }
  }

  private ReceiptKeys keys(Receipt receipt) {
    byte[] bits = receipt.bits();
    byte[] stretched = stretch.stretch(bits, secrets.salt());
    try {
      return ReceiptKeys.of(stretched);
    } finally {
      Bytes.wipe(bits, stretched);
    }
  }

  private static IntakeRefused gone() {
    return new IntakeRefused(IntakeRefused.Reason.GONE);
  }
}
