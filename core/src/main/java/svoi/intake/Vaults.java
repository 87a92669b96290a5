package svoi.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import svoi.audit.AuditSink;
import svoi.intake.CaseKey.Part;
import svoi.intake.DeskCases.OpenCase;
import svoi.intake.VaultRepository.OpeningRow;
import svoi.platform.Database;

/// What names a source, apart from the conversation. One member puts it in; it opens for an hour
/// when one member asks, with a reason, and another one agrees. No member, no administrator and no
/// copy of the database opens it alone.
public final class Vaults {
  private static final int LONGEST_TEXT = 8 * 1024;

  private final Database desk;
  private final ErasureKeys erasure;
  private final ThreadRepository threads;
  private final DeskRepository caseRows;
  private final VaultRepository rows;
  private final DeskCases cases;
  private final CaseLog log;

  /// @param desk the way to the database under the desk's role
  public Vaults(Database desk, IntakeStore store, IntakeSecrets secrets, AuditSink audit) {
    this.desk = desk;
    this.erasure = store.erasure();
    this.threads = new ThreadRepository(desk.jdbc());
    this.caseRows = new DeskRepository(desk.jdbc());
    this.rows = new VaultRepository(desk.jdbc());
    this.cases = new DeskCases(caseRows, erasure);
    this.log = new CaseLog(secrets, audit);
  }

  /// A request to open a vault, or its opening.
  ///
  /// @param agreedBy empty until another member agrees
  /// @param until when it runs out: a day after asking, an hour after agreeing
  public record Opening(UUID askedBy, String reason, Optional<UUID> agreedBy, Instant until) {
    @Override
    public String toString() {
      return "opening";
    }
  }

  /// What is known of a vault without opening it.
  ///
  /// @param entries how often something was put in; 0 if there is no vault
  /// @param holders members who have a share
  /// @param members of the desk who could have one
  /// @param opening that has not run out
  public record State(
      int entries, Set<UUID> holders, Set<UUID> members, Optional<Opening> opening) {
    public State {
      holders = Set.copyOf(holders);
      members = Set.copyOf(members);
    }

    public boolean exists() {
      return entries > 0;
    }

    /// Whether two can still open it.
    public boolean canBeOpened() {
      return holders.size() >= VaultSeal.NEEDED;
    }
  }

  /// What is in a vault.
  ///
  /// @param texts in the order in which they were put in
  public record Contents(List<String> texts, Instant until) {
    public Contents {
      texts = List.copyOf(texts);
    }

    @Override
    public String toString() {
      return "contents";
    }
  }

  /// The vault of a case that was read.
  public State of(Unlocked member, UUID id) {
    OpenCase open = cases.find(member, id);
    return new State(
        rows.entries(id).size(),
        rows.holders(id),
        rows.members(open.row().epoch()).keySet(),
        rows.opening(id).map(row -> opening(open, row)));
  }

  /// Cases of a desk whose vault a colleague wants to open and for which this member may agree.
  public List<UUID> asked(Unlocked member, String deskCode) {
    return rows.asked(member.staff(), deskCode);
  }

  /// Puts words in, and takes each of their lines out of the conversation: a mark stands
  /// there.
  ///
  /// @throws IntakeRefused if the desk has fewer than two members with keys, or there is nothing to
  ///     put in, or too much
  public void put(Unlocked member, UUID id, String text) {
    check(text);
    OpenCase open = cases.find(member, id);
    Map<UUID, byte[]> members = members(open.row().epoch());
    VaultSeal seal = seal(id);
    desk.inTransaction(
        () -> {
          caseRows.lock(id);
          byte[] publicKey = rows.publicKey(id).orElseGet(() -> found(id, seal, members));
          int number = rows.entries(id).size() + 1;
          rows.putEntry(id, number, seal.entry(publicKey, number, text));
          takeOut(open.key(), new Mask(text));
          log.note(member, "vault-put", List.of(id), "");
          return true;
        });
  }

  /// Asks that it be opened.
  ///
  /// @throws IntakeRefused if there is none, the member has no share, or somebody asks already
  public void ask(Unlocked member, UUID id, String reason) {
    check(reason);
    OpenCase open = cases.find(member, id);
    if (rows.share(id, member.staff()).isEmpty()) {
      throw new IntakeRefused(IntakeRefused.Reason.NO_MEMBER);
    }
    byte[] sealed = open.key().seal(Part.REASON, 0, reason.getBytes(StandardCharsets.UTF_8));
    try {
      desk.inTransaction(
          () -> {
            rows.ask(id, member.staff(), sealed);
            log.note(member, "vault-ask", List.of(id), "");
            return true;
          });
    } catch (DuplicateKeyException e) {
      throw new IntakeRefused(IntakeRefused.Reason.ALREADY_DONE);
    }
  }

  /// Agrees: gives this member's share to the one who asked, for an hour.
  ///
  /// @throws IntakeRefused if nobody asks, the same person does, or it is done
  public void agree(Unlocked member, UUID id) {
    OpenCase open = cases.find(member, id);
    UUID asker = needOpening(id).askedBy();
    if (asker.equals(member.staff())) {
      throw new IntakeRefused(IntakeRefused.Reason.SAME_PERSON);
    }
    byte[] askerKey = members(open.row().epoch()).get(asker);
    byte[] own = rows.share(id, member.staff()).orElse(null);
    if (askerKey == null || own == null) {
      throw new IntakeRefused(IntakeRefused.Reason.NO_MEMBER);
    }
    VaultSeal seal = seal(id);
    String share = seal.openShare(member.own(), member.staff(), own);
    byte[] given = seal.given(askerKey, asker, share);
    desk.inTransaction(
        () -> {
          if (!rows.agree(id, member.staff(), given)) {
            throw new IntakeRefused(IntakeRefused.Reason.ALREADY_DONE);
          }
          log.note(member, "vault-agree", List.of(id), asker.toString());
          return true;
        });
  }

  /// Reads what is in it. If the desk's members are others than those with shares, it gets a new
  /// key and new shares for them.
  ///
  /// @throws IntakeRefused if nobody agreed to this member's request, or the hour is over
  public Contents read(Unlocked member, UUID id) {
    OpenCase open = cases.find(member, id);
    return desk.inTransaction(
        () -> {
          caseRows.lock(id);
          OpeningRow opening = given(member, id);
          List<String> texts = texts(member, id, opening);
          Map<UUID, byte[]> now = rows.members(open.row().epoch());
          if (now.size() >= VaultSeal.NEEDED && !now.keySet().equals(rows.holders(id))) {
            renew(id, texts, now, Optional.of(opening));
          }
          log.note(member, "vault-read", List.of(id), "");
          return new Contents(texts, opening.until());
        });
  }

  /// Closes it before its hour is over, or takes a request back: one person is enough.
  public void close(Unlocked member, UUID id) {
    var _ = cases.find(member, id);
    desk.inTransaction(
        () -> {
          if (!rows.close(id)) {
            throw new IntakeRefused(IntakeRefused.Reason.GONE);
          }
          log.note(member, "vault-close", List.of(id), "");
          return true;
        });
  }

  /// Erases it for ever, with all that is in it: one person is enough to let go.
  public void erase(Unlocked member, UUID id) {
    var _ = cases.find(member, id);
    desk.inTransaction(
        () -> {
          if (!rows.remove(id)) {
            throw new IntakeRefused(IntakeRefused.Reason.GONE);
          }
          log.note(member, "vault-erase", List.of(id), "");
          return true;
        });
  }

  /// Gives new shares to the members of another desk, in the transaction that gives it the case.
  ///
  /// @throws IntakeRefused if there is a vault and it is not open for this member, or too few are
  ///     there
  void move(Unlocked member, UUID id, UUID toEpoch) {
    if (rows.publicKey(id).isEmpty()) {
      return;
    }
    caseRows.lock(id);
    List<String> texts = texts(member, id, given(member, id));
    rows.close(id);
    renew(id, texts, members(toEpoch), Optional.empty());
  }

  private Opening opening(OpenCase open, OpeningRow row) {
    byte[] reason = open.key().open(Part.REASON, 0, row.reason());
    return new Opening(
        row.askedBy(),
        new String(reason, StandardCharsets.UTF_8),
        Optional.ofNullable(row.agreedBy()),
        row.until());
  }

  private byte[] found(UUID id, VaultSeal seal, Map<UUID, byte[]> members) {
    KeyPair pair = KeyPair.generate();
    rows.add(id, pair.publicKey());
    share(id, seal, pair, members);
    pair.wipe();
    return pair.publicKey();
  }

  private Map<UUID, String> share(
      UUID id, VaultSeal seal, KeyPair pair, Map<UUID, byte[]> members) {
    Map<UUID, String> shares = VaultSeal.split(pair, members.keySet(), members.size());
    members.forEach(
        (member, key) ->
            rows.putShare(id, member, seal.share(key, member, shares.getOrDefault(member, ""))));
    return shares;
  }

  /// A new key and new shares: those that somebody kept of the old ones open nothing any more.
  private void renew(
      UUID id, List<String> texts, Map<UUID, byte[]> members, Optional<OpeningRow> opening) {
    VaultSeal seal = seal(id);
    KeyPair pair = KeyPair.generate();
    rows.changeKey(id, pair.publicKey());
    for (int i = 0; i < texts.size(); i++) {
      rows.putEntry(id, i + 1, seal.entry(pair.publicKey(), i + 1, texts.get(i)));
    }
    Set<UUID> gone = new HashSet<>(rows.holders(id));
    gone.removeAll(members.keySet());
    gone.forEach(holder -> rows.removeShare(id, holder));
    Map<UUID, String> shares = share(id, seal, pair, members);
    pair.wipe();
    opening.ifPresent(
        given -> {
          byte[] askerKey = members.get(given.askedBy());
          String share = shares.get(given.agreedBy());
          if (askerKey != null && share != null) {
            rows.changeGiven(id, seal.given(askerKey, given.askedBy(), share));
          }
        });
  }

  /// Opens the vault with two shares.
  private List<String> texts(Unlocked member, UUID id, OpeningRow opening) {
    VaultSeal seal = seal(id);
    byte[] publicKey =
        rows.publicKey(id).orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE));
    byte[] own = rows.share(id, member.staff()).orElseThrow(Vaults::closed);
    byte[] given = opening.share();
    if (given == null) {
      throw closed();
    }
    KeyPair pair =
        PaperShares.join(
            publicKey,
            List.of(
                seal.openShare(member.own(), member.staff(), own),
                seal.openGiven(member.own(), member.staff(), given)));
    try {
      return seal.entries(pair, rows.entries(id));
    } finally {
      pair.wipe();
    }
  }

  private OpeningRow given(Unlocked member, UUID id) {
    return rows.opening(id)
        .filter(o -> o.askedBy().equals(member.staff()) && o.share() != null)
        .orElseThrow(Vaults::closed);
  }

  private OpeningRow needOpening(UUID id) {
    return rows.opening(id).orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE));
  }

  private Map<UUID, byte[]> members(UUID epoch) {
    Map<UUID, byte[]> members = rows.members(epoch);
    if (members.size() < VaultSeal.NEEDED) {
      throw new IntakeRefused(IntakeRefused.Reason.VAULT_NEEDS_TWO);
    }
    return members;
  }

  private void takeOut(CaseKey key, Mask mask) {
    for (ThreadRepository.MessageRow row : threads.messages(key.caseId())) {
      Said said = Threads.open(key, row, List.of());
      String left = mask.over(said.text());
      if (!left.equals(said.text())) {
        Part part = said.bySource() ? Part.IN : Part.OUT;
        byte[] plain = left.getBytes(StandardCharsets.UTF_8);
        int size = CaseKey.paddedSize(row.body());
        caseRows.rewrite(key.caseId(), row.seq(), key.seal(part, row.seq(), plain, size));
      }
    }
  }

  private VaultSeal seal(UUID id) {
    return new VaultSeal(
        id, erasure.find(id).orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE)));
  }

  private static void check(String text) {
    if (text.isBlank()) {
      throw new IntakeRefused(IntakeRefused.Reason.NOTHING_SENT);
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
      throw new IntakeRefused(IntakeRefused.Reason.TEXT_TOO_LONG);
    }
  }

  private static IntakeRefused closed() {
    return new IntakeRefused(IntakeRefused.Reason.VAULT_CLOSED);
  }
}
