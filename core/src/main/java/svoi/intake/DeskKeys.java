package svoi.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.platform.Sha256;

/// Desks and the epochs of their keys: founding, certificates, members who come, lose a key or
/// leave, and shares on paper.
public final class DeskKeys {
  private static final String ADD_DESK =
      "INSERT INTO intake.desk (id, agency, code, custody) VALUES (?, ?, ?, ?)";
  private static final String OFFLINE =
      "SELECT count(*) > 0 FROM intake.desk WHERE code = ? AND custody = 'offline'";
  private static final String OFFICERS =
      """
      SELECT o.staff_id FROM intake.offline_officer o JOIN intake.desk d ON d.id = o.desk_id
      WHERE d.code = ?
      """;
  private static final String ADD_OFFICER =
      "INSERT INTO intake.offline_officer (desk_id, staff_id) VALUES (?, ?)";
  private static final String REMOVE_OFFICERS =
      "DELETE FROM intake.offline_officer WHERE desk_id = ?";
  private static final String ADD_EPOCH =
      """
      INSERT INTO intake.desk_epoch (id, desk_id, number, public_key, valid_until) VALUES (?, ?, ?, ?, ?)
      """;
  private static final String CERTIFY =
      "UPDATE intake.desk_epoch SET certificate = ? WHERE id = ? AND certificate IS NULL";
  private static final String ADD_WRAP =
      """
      INSERT INTO intake.desk_member_wrap (epoch_id, staff_id, wrapped) VALUES (?, ?, ?)
      ON CONFLICT (epoch_id, staff_id) DO UPDATE SET wrapped = excluded.wrapped
      """;
  private static final String REMOVE_MEMBER =
      """
      DELETE FROM intake.desk_member_wrap w USING intake.desk_epoch e, intake.desk d
      WHERE w.epoch_id = e.id AND e.desk_id = d.id AND d.code = ? AND w.staff_id = ?
      """;
  private static final String REMOVE_SHARES =
      """
      DELETE FROM intake.vault_share s USING intake.intake_case c, intake.desk_epoch e, intake.desk d
      WHERE s.case_id = c.id AND c.epoch_id = e.id AND e.desk_id = d.id AND d.code = ?
      AND s.staff_id = ?
      """;
  private static final String MEMBERS =
      """
      SELECT DISTINCT w.staff_id FROM intake.desk_member_wrap w
      JOIN intake.desk_epoch e ON e.id = w.epoch_id JOIN intake.desk d ON d.id = e.desk_id
      WHERE d.code = ?
      """;
  private static final String PROPOSE =
      """
      INSERT INTO intake.grant_proposal (desk_id, staff_id, key_hash, proposed_by)
      SELECT id, ?, ?, ? FROM intake.desk WHERE code = ?
      ON CONFLICT (desk_id, staff_id)
      DO UPDATE SET key_hash = excluded.key_hash, proposed_by = excluded.proposed_by
      """;
  private static final String PROPOSAL =
      """
      SELECT p.key_hash, p.proposed_by FROM intake.grant_proposal p JOIN intake.desk d ON d.id = p.desk_id
      WHERE d.code = ? AND p.staff_id = ?
      """;
  private static final String REMOVE_PROPOSAL =
      """
      DELETE FROM intake.grant_proposal p USING intake.desk d
      WHERE d.id = p.desk_id AND d.code = ? AND p.staff_id = ?
      """;
  private static final String DESKS = "SELECT code FROM intake.desk ORDER BY code";
  private static final String PROPOSALS =
      """
      SELECT p.staff_id, p.proposed_by FROM intake.grant_proposal p JOIN intake.desk d ON d.id = p.desk_id
      WHERE d.code = ? ORDER BY p.staff_id
      """;
  private static final String CASES =
      "SELECT id, ck_desk FROM intake.intake_case WHERE epoch_id = ? ORDER BY id";
  private static final String RESEAL =
      "UPDATE intake.intake_case SET epoch_id = ?, ck_desk = ? WHERE id = ? AND epoch_id = ?";
  private static final String DROP_WRAPS =
      """
      DELETE FROM intake.desk_member_wrap w WHERE w.epoch_id = ?
      AND NOT EXISTS (SELECT FROM intake.intake_case c WHERE c.epoch_id = w.epoch_id)
      """;

  private static final String TODAY = "SELECT platform.today()";

  /// The longest that a key made elsewhere may be good for.
  private static final int LONGEST_YEARS = 2;

  private final Database desk;
  private final Epochs epochs;
  private final StaffKeys staff;
  private final ErasureKeys erasure;
  private final AuditSink audit;

  public DeskKeys(
      Database desk, IntakeStore store, RootKey.Verifier root, StaffKeys staff, AuditSink audit) {
    this.desk = desk;
    this.epochs = new Epochs(desk.jdbc(), root);
    this.staff = staff;
    this.erasure = store.erasure();
    this.audit = audit;
  }

  /// A key that waits for the root's signature.
  ///
  /// @param shares to be printed once and never stored; empty if none were wished
  public record NewEpoch(UUID id, DeskKeyStatement statement, List<String> shares) {
    public NewEpoch {
      shares = List.copyOf(shares);
    }

    @Override
    public String toString() {
      return "epoch " + id;
    }
  }

  /// How many shares on paper there will be, and how many of them bring the key back.
  public record Sharing(int needed, int all) {
    /// No paper.
    public static final Sharing NONE = new Sharing(0, 0);
  }

  /// Founds a desk with its first key. It takes messages once the key is certified.
  ///
  /// @param by who does it
  /// @param members who will read; each has enrolled
  /// @throws IntakeRefused if a member has no key
  public NewEpoch found(
      UUID by,
      String agency,
      String code,
      Set<UUID> members,
      LocalDate validUntil,
      Sharing sharing) {
    UUID deskId = Bytes.randomId();
    return desk.inTransaction(
        () -> {
          desk.jdbc().sql(ADD_DESK).params(deskId, agency, code, "online").update();
          return begin(by, new Place(deskId, agency, code, 1), members, validUntil, sharing);
        });
  }

  /// Founds a desk whose key lies on a machine without a network: nobody here can read its
  /// messages.
  ///
  /// @param statement of the key that was made there
  /// @param agency whose desk it is
  /// @param officers who will carry sealed cases there and bring answers back
  /// @throws IntakeRefused if the statement is not the first key of a desk of this agency
  public void foundOffline(UUID by, DeskKeyStatement statement, String agency, Set<UUID> officers) {
    UUID deskId = Bytes.randomId();
    check(statement, new Place(deskId, agency, statement.desk(), 1));
    beginOffline(
        by,
        deskId,
        statement,
        officers,
        () ->
            desk.jdbc().sql(ADD_DESK).params(deskId, agency, statement.desk(), "offline").update());
  }

  /// Takes the next key of such a desk, and says anew who its officers are. Cases of the key before
  /// open with that one only: it is kept until the last of them is erased.
  ///
  /// @throws IntakeRefused if the desk's key does not stay offline, or the statement is not of its
  ///     next key
  public void renewOffline(UUID by, String code, DeskKeyStatement statement, Set<UUID> officers) {
    if (!isOffline(code)) {
      throw new IntakeRefused(IntakeRefused.Reason.GONE);
    }
    Epochs.Epoch last = epochs.ofDesk(code).getFirst();
    int next = last.statement().number() + 1;
    check(statement, new Place(last.desk(), last.statement().agency(), code, next));
    beginOffline(
        by,
        last.desk(),
        statement,
        officers,
        () -> desk.jdbc().sql(REMOVE_OFFICERS).param(last.desk()).update());
  }

  private void beginOffline(
      UUID by, UUID deskId, DeskKeyStatement key, Set<UUID> officers, Runnable first) {
    if (officers.isEmpty()) {
      throw new IntakeRefused(IntakeRefused.Reason.NO_MEMBER);
    }
    try {
      desk.inTransaction(
          () -> {
            first.run();
            desk.jdbc()
                .sql(ADD_EPOCH)
                .params(key.epoch(), deskId, key.number(), key.publicKey(), key.validUntil())
                .update();
            officers.forEach(o -> desk.jdbc().sql(ADD_OFFICER).params(deskId, o).update());
            audit.append(
                by.toString(),
                "intake.new-epoch",
                Set.of(),
                key.desk() + " " + key.number() + " offline, officers " + officers.size());
            return true;
          });
    } catch (DuplicateKeyException e) {
      throw new IntakeRefused(IntakeRefused.Reason.ALREADY_DONE);
    }
  }

  private void check(DeskKeyStatement key, Place place) {
    LocalDate today = desk.jdbc().sql(TODAY).query(LocalDate.class).single();
    boolean fits =
        key.agency().equals(place.agency())
            && key.desk().equals(place.code())
            && key.desk().matches("[a-z][a-z0-9-]{0,30}")
            && key.number() == place.number()
            && key.validUntil().isAfter(today)
            && !key.validUntil().isAfter(today.plusYears(LONGEST_YEARS))
            && Hpke.accepts(key.publicKey());
    if (!fits) {
      throw new IntakeRefused(IntakeRefused.Reason.STATEMENT_WRONG);
    }
  }

  /// Begins a new epoch for those who stay: their seals of all epochs remain, those of everybody
  /// else are gone at once. When the root has signed, [#reseal] moves the cases over.
  ///
  /// @throws IntakeRefused if the member who does it has no key of this desk
  public NewEpoch renew(
      Unlocked by, String code, Set<UUID> staying, LocalDate validUntil, Sharing sharing) {
    List<Epochs.Epoch> known = epochs.ofDesk(code);
    needMembership(by, code);
    Epochs.Epoch last = known.getFirst();
    Place place =
        new Place(last.desk(), last.statement().agency(), code, last.statement().number() + 1);
    return desk.inTransaction(
        () -> {
          members(code).stream().filter(m -> !staying.contains(m)).forEach(m -> remove(code, m));
          return begin(by.staff(), place, staying, validUntil, sharing);
        });
  }

  /// Takes the root's signature of a key.
  ///
  /// @throws IntakeRefused if it is not the root's, or not of this key
  public void certify(UUID by, UUID epochId, byte[] certificate) {
    Epochs.Epoch epoch =
        epochs.find(epochId).orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE));
    if (!epochs.holds(epoch, certificate)) {
      throw new IntakeRefused(IntakeRefused.Reason.NOT_CERTIFIED);
    }
    desk.inTransaction(
        () -> {
          if (desk.jdbc().sql(CERTIFY).params(certificate, epochId).update() == 0) {
            throw new IntakeRefused(IntakeRefused.Reason.ALREADY_DONE);
          }
          audit.append(by.toString(), "intake.certify", Set.of(), epoch.statement().desk());
          return true;
        });
  }

  /// Seals all cases of a desk to its newest certified key, and drops the keys of epochs that have
  /// no case any more.
  ///
  /// @return how many cases
  /// @throws IntakeRefused if the member has not both keys
  public int reseal(Unlocked by, String code) {
    needMembership(by, code);
    Epochs.Epoch to =
        epochs
            .current(code)
            .orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.NOT_CERTIFIED));
    int moved = 0;
    for (Epochs.Epoch from : epochs.ofDesk(code)) {
      if (!from.id().equals(to.id())) {
        moved += reseal(by, from, to);
      }
    }
    audit.append(by.staff().toString(), "intake.reseal", Set.of(), code + " " + moved);
    return moved;
  }

  /// Says that the key which this member has now is really theirs: looked at together with them. A
  /// colleague who has the desk's key then gives it.
  ///
  /// @throws IntakeRefused if the member has no key or proposes themself
  public void proposeGrant(UUID by, String code, UUID member) {
    if (by.equals(member)) {
      throw new IntakeRefused(IntakeRefused.Reason.SAME_PERSON);
    }
    refuseOffline(code);
    byte[] hash = Sha256.of(memberKey(member));
    desk.inTransaction(
        () -> {
          desk.jdbc().sql(PROPOSE).params(member, hash, by, code).update();
          audit.append(by.toString(), "intake.propose-grant", Set.of(), code + " " + member);
          return true;
        });
  }

  /// Gives the desk's keys to a member for whom another one vouched.
  ///
  /// @throws IntakeRefused if nobody vouched, the same person did, or the key changed since
  public void grant(Unlocked by, String code, UUID member) {
    needMembership(by, code);
    Proposal proposal = proposal(code, member);
    if (proposal.by().equals(by.staff()) || member.equals(by.staff())) {
      throw new IntakeRefused(IntakeRefused.Reason.SAME_PERSON);
    }
    byte[] key = memberKey(member);
    if (!MessageDigest.isEqual(Sha256.of(key), proposal.keyHash())) {
      throw new IntakeRefused(IntakeRefused.Reason.KEY_CHANGED);
    }
    desk.inTransaction(
        () -> {
          for (Epochs.Epoch epoch : epochs.ofDesk(code)) {
            by.epoch(epoch.id()).ifPresent(pair -> wrap(epoch.id(), pair, member, key));
          }
          desk.jdbc().sql(REMOVE_PROPOSAL).params(code, member).update();
          audit.append(by.staff().toString(), "intake.grant", Set.of(), code + " " + member);
          return true;
        });
  }

  /// Brings the key of an epoch back from paper, for one member, when all members lost theirs.
  ///
  /// @throws IntakeRefused if the shares do not fit
  public void rescue(UUID by, UUID epochId, List<String> shares, UUID member) {
    Epochs.Epoch epoch =
        epochs.find(epochId).orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE));
    refuseOffline(epoch.statement().desk());
    KeyPair pair = PaperShares.join(epoch.statement().publicKey(), shares);
    desk.inTransaction(
        () -> {
          wrap(epochId, pair, member, memberKey(member));
          audit.append(
              by.toString(), "intake.rescue", Set.of(), epoch.statement().desk() + " " + member);
          return true;
        });
    pair.wipe();
  }

  /// One key of a desk.
  ///
  /// @param certified whether the root signed exactly this key
  /// @param current whether messages are sealed to it now
  public record Key(DeskKeyStatement statement, boolean certified, boolean current) {}

  /// Somebody for whom a colleague vouched.
  public record Proposed(UUID member, UUID by) {}

  /// A desk as its officers see it.
  ///
  /// @param offline whether its key stays on a machine without a network
  /// @param keys of all epochs, the newest first
  /// @param members who have a seal of the key; none if it is offline
  /// @param officers who carry cases, if it is offline
  public record Desk(
      String code,
      String agency,
      boolean offline,
      List<Key> keys,
      Set<UUID> members,
      Set<UUID> officers,
      List<Proposed> proposed) {
    public Desk {
      keys = List.copyOf(keys);
      members = Set.copyOf(members);
      officers = Set.copyOf(officers);
      proposed = List.copyOf(proposed);
    }

    /// Whether it takes messages.
    public boolean isOpen() {
      return keys.stream().anyMatch(Key::current);
    }
  }

  /// All desks, by code.
  public List<Desk> desks() {
    return desk.jdbc().sql(DESKS).query(String.class).list().stream().map(this::deskOf).toList();
  }

  private Desk deskOf(String code) {
    Optional<UUID> current = epochs.current(code).map(Epochs.Epoch::id);
    List<Epochs.Epoch> all = epochs.ofDesk(code);
    List<Key> keys =
        all.stream()
            .map(
                e ->
                    new Key(
                        e.statement(),
                        epochs.isCertified(e),
                        current.filter(id -> id.equals(e.id())).isPresent()))
            .toList();
    List<Proposed> proposed =
        desk.jdbc()
            .sql(PROPOSALS)
            .param(code)
            .query(
                (row, n) ->
                    new Proposed(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
            .list();
    String agency = all.isEmpty() ? "" : all.getFirst().statement().agency();
    return new Desk(code, agency, isOffline(code), keys, members(code), officers(code), proposed);
  }

  private Set<UUID> officers(String code) {
    return Set.copyOf(desk.jdbc().sql(OFFICERS).param(code).query(UUID.class).list());
  }

  private boolean isOffline(String code) {
    return desk.jdbc().sql(OFFLINE).param(code).query(Boolean.class).single();
  }

  private void refuseOffline(String code) {
    if (isOffline(code)) {
      throw new IntakeRefused(IntakeRefused.Reason.KEY_OFFLINE);
    }
  }

  /// Who has a key of this desk.
  public Set<UUID> members(String code) {
    return Set.copyOf(desk.jdbc().sql(MEMBERS).param(code).query(UUID.class).list());
  }

  /// Context in which an epoch's key is sealed to a member.
  static byte[] context(UUID epoch, UUID member) {
    return Bytes.concat(
        "svoi/intake/desk-key/v1".getBytes(StandardCharsets.US_ASCII),
        Bytes.of(epoch),
        Bytes.of(member));
  }

  private record Place(UUID desk, String agency, String code, int number) {}

  private record Proposal(byte[] keyHash, UUID by) {}

  private NewEpoch begin(
      UUID by, Place place, Set<UUID> members, LocalDate validUntil, Sharing sharing) {
    UUID id = Bytes.randomId();
    KeyPair pair = KeyPair.generate();
    desk.jdbc()
        .sql(ADD_EPOCH)
        .params(id, place.desk(), place.number(), pair.publicKey(), validUntil)
        .update();
    members.forEach(member -> wrap(id, pair, member, memberKey(member)));
    List<String> shares =
        sharing.all() == 0 ? List.of() : PaperShares.split(pair, sharing.needed(), sharing.all());
    pair.wipe();
    audit.append(
        by.toString(),
        "intake.new-epoch",
        Set.of(),
        place.code() + " " + place.number() + " members " + members.size());
    DeskKeyStatement statement =
        new DeskKeyStatement(
            id, place.agency(), place.code(), place.number(), validUntil, pair.publicKey());
    return new NewEpoch(id, statement, shares);
  }

  private int reseal(Unlocked by, Epochs.Epoch from, Epochs.Epoch to) {
    record Row(UUID id, byte[] ckDesk) {}
    List<Row> cases =
        desk.jdbc()
            .sql(CASES)
            .param(from.id())
            .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getBytes(2)))
            .list();
    int moved = 0;
    for (Row row : cases) {
      KeyPair old =
          by.epoch(from.id()).orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.NO_MEMBER));
      Optional<byte[]> erasureKey = erasure.find(row.id());
      if (erasureKey.isPresent()) {
        CaseKey key = CaseSeal.openAtDesk(row.id(), from.id(), old, erasureKey.get(), row.ckDesk());
        byte[] sealed = CaseSeal.toDesk(key, to.id(), to.statement().publicKey(), erasureKey.get());
        moved += desk.jdbc().sql(RESEAL).params(to.id(), sealed, row.id(), from.id()).update();
      }
    }
    desk.jdbc().sql(DROP_WRAPS).param(from.id()).update();
    return moved;
  }

  private void needMembership(Unlocked by, String code) {
    if (!members(code).contains(by.staff())) {
      throw new IntakeRefused(IntakeRefused.Reason.NO_MEMBER);
    }
  }

  private void remove(String code, UUID member) {
    desk.jdbc().sql(REMOVE_MEMBER).params(code, member).update();
    desk.jdbc().sql(REMOVE_SHARES).params(code, member).update();
  }

  private void wrap(UUID epoch, KeyPair pair, UUID member, byte[] memberKey) {
    byte[] sealed = Hpke.seal(memberKey, pair.privateKey(), context(epoch, member));
    desk.jdbc().sql(ADD_WRAP).params(epoch, member, sealed).update();
  }

  private byte[] memberKey(UUID member) {
    return staff
        .publicKey(member)
        .orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.NO_MEMBER));
  }

  private Proposal proposal(String code, UUID member) {
    return desk.jdbc()
        .sql(PROPOSAL)
        .params(code, member)
        .query((row, n) -> new Proposal(row.getBytes(1), row.getObject(2, UUID.class)))
        .optional()
        .orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE));
  }
}
