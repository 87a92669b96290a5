package svoi.staff;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.platform.Alphabet;
import svoi.platform.Database;
import svoi.platform.Language;
import svoi.platform.Sha256;

/// Accounts of members: invitations, recovery codes, roles. There are no passwords anywhere.
///
/// Invitations and recovery codes are compared by hash only; what their holders type is never kept.
public final class Accounts {
  /// Two for each of four lost devices; more would be kept less carefully.
  static final int RECOVERY_CODES = 8;

  /// No letter that can be taken for another.
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  /// 20 letters of 31: 99 random bits.
  private static final int CODE_LETTERS = 20;

  private static final Comparator<Account> BY_AGENCY_AND_NAME =
      Comparator.comparing((Account account) -> account.member().agency())
          .thenComparing(Alphabet.ukrainian(Account::displayName))
          .thenComparing(account -> account.member().id().value());

  private static final String COLUMNS =
      """
      SELECT m.id, m.agency, m.roles, m.display_name, m.language, m.active, m.version,
             (SELECT count(*) FROM staff.passkey p WHERE p.member_id = m.id)::int AS passkeys
      FROM staff.v_member m
      """;
  private static final String ADD =
      "INSERT INTO staff.member (id, agency, roles, display_name, language) VALUES (?, ?, ?, ?, ?)";
  private static final String CHANGE =
      """
      UPDATE staff.member SET roles = ?, active = ?, display_name = ?, version = version + 1
      WHERE id = ? AND version = ?
      """;
  private static final String INVITE =
      """
      INSERT INTO staff.invitation (token_sha256, member_id, invited_by, expires_at)
      VALUES (?, ?, ?, now() + interval '24 hours')
      """;
  private static final String INVITED =
      """
      SELECT i.member_id FROM staff.invitation i JOIN staff.v_member m ON m.id = i.member_id
      WHERE i.token_sha256 = ? AND i.used_at IS NULL AND i.expires_at > now() AND m.active
      """;
  private static final String USE_INVITATION =
      """
      UPDATE staff.invitation SET used_at = now()
      WHERE token_sha256 = ? AND used_at IS NULL AND expires_at > now()
      """;
  private static final String USE_CODE =
      """
      UPDATE staff.recovery_code c SET used_at = now()
      WHERE c.code_sha256 = ? AND c.used_at IS NULL
        AND EXISTS (SELECT FROM staff.v_member m WHERE m.id = c.member_id AND m.active)
      RETURNING c.member_id
      """;
  private static final String ADMINISTRATOR =
      """
      SELECT EXISTS (SELECT FROM staff.v_member m JOIN staff.passkey p ON p.member_id = m.id
                     WHERE m.active AND 'administrator' = ANY (m.roles))
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;
  private final SecureRandom random = new SecureRandom();

  public Accounts(Database database, AuditSink audit) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
  }

  /// The active account with this id.
  public Optional<Account> active(StaffId id) {
    return jdbc.sql(COLUMNS + "WHERE m.id = ? AND m.active")
        .param(id.value())
        .query((row, n) -> account(row))
        .optional();
  }

  public Optional<Account> find(StaffId id) {
    return jdbc.sql(COLUMNS + "WHERE m.id = ?")
        .param(id.value())
        .query((row, n) -> account(row))
        .optional();
  }

  /// All accounts, by agency and name.
  public List<Account> all() {
    return jdbc.sql(COLUMNS).query((row, n) -> account(row)).list().stream()
        .sorted(BY_AGENCY_AND_NAME)
        .toList();
  }

  /// Codes of all agencies.
  public List<String> agencies() {
    return jdbc.sql("SELECT code FROM staff.v_agency ORDER BY code").query(String.class).list();
  }

  /// Makes an account that can't sign in before it is invited.
  ///
  /// @param actor who does it, for the audit log
  /// @throws org.springframework.dao.DataIntegrityViolationException if a role does not belong to
  ///     the agency
  public StaffId add(
      String agency, Set<StaffRole> roles, String displayName, Language language, String actor) {
    return add(new StaffId(UUID.randomUUID()), agency, roles, displayName, language, actor);
  }

  /// The same under an id that is known already.
  public StaffId add(
      StaffId id,
      String agency,
      Set<StaffRole> roles,
      String displayName,
      Language language,
      String actor) {
    return database.inTransaction(
        () -> {
          jdbc.sql(ADD)
              .param(id.value())
              .param(agency)
              .param(codes(roles))
              .param(displayName)
              .param(language.code())
              .update();
          audit.append(actor, "staff.add", Set.of(id.value()), agency);
          return id;
        });
  }

  /// Changes roles, name, or whether the account may be used. Whoever calls it ends the sessions.
  ///
  /// @param version as it was read
  /// @return false if somebody changed the account meanwhile
  public boolean change(
      StaffId id,
      int version,
      Set<StaffRole> roles,
      String displayName,
      boolean active,
      Member by) {
    by.needs(Right.MANAGE_STAFF);
    return database.inTransaction(
        () -> {
          int changed =
              jdbc.sql(CHANGE)
                  .param(codes(roles))
                  .param(active)
                  .param(displayName)
                  .param(id.value())
                  .param(version)
                  .update();
          if (changed == 1) {
            String detail = String.join(",", codes(roles)) + (active ? "" : " inactive");
            audit.append(by.actor(), "staff.change", Set.of(id.value()), detail);
          }
          return changed == 1;
        });
  }

  /// The desk in another language for this member.
  public void speak(StaffId id, Language language) {
    jdbc.sql("UPDATE staff.member SET language = ? WHERE id = ?")
        .param(language.code())
        .param(id.value())
        .update();
  }

  /// A link's secret that enrols a passkey for `member`, once and within 24 hours.
  ///
  /// @param actor who invites; the second person when somebody lost all passkeys
  public String invite(StaffId member, String actor) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return database.inTransaction(
        () -> {
          jdbc.sql(INVITE).param(hash(token)).param(member.value()).param(actor).update();
          audit.append(actor, "staff.invite", Set.of(member.value()), "");
          return token;
        });
  }

  /// Whom an invitation is for, while it is good.
  public Optional<StaffId> invited(String token) {
    return jdbc.sql(INVITED).param(hash(token)).query(UUID.class).optional().map(StaffId::new);
  }

  /// Uses an invitation up.
  ///
  /// @return false if it was used or ran out meanwhile
  public boolean useInvitation(String token) {
    return jdbc.sql(USE_INVITATION).param(hash(token)).update() == 1;
  }

  /// New recovery codes in the place of all old ones; shown once.
  public List<String> renewRecoveryCodes(StaffId member) {
    return database.inTransaction(
        () -> {
          jdbc.sql("DELETE FROM staff.recovery_code WHERE member_id = ?")
              .param(member.value())
              .update();
          List<String> codes = new ArrayList<>();
          for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = code();
            codes.add(code);
            jdbc.sql("INSERT INTO staff.recovery_code (code_sha256, member_id) VALUES (?, ?)")
                .param(hash(plain(code)))
                .param(member.value())
                .update();
          }
          audit.append(member.toString(), "staff.renew-codes", Set.of(member.value()), "");
          return List.copyOf(codes);
        });
  }

  /// Uses a recovery code up.
  ///
  /// @param typed with or without its dashes, in any case
  /// @return whose it was; empty if it is not a code, was used, or its account is closed
  public Optional<StaffId> recover(String typed) {
    return database.inTransaction(
        () -> {
          Optional<StaffId> member =
              jdbc.sql(USE_CODE)
                  .param(hash(plain(typed)))
                  .query(UUID.class)
                  .optional()
                  .map(StaffId::new);
          member.ifPresent(
              id -> audit.append(id.toString(), "staff.recover", Set.of(id.value()), ""));
          return member;
        });
  }

  /// How many recovery codes a member has left.
  public int recoveryCodes(StaffId member) {
    return jdbc.sql(
            "SELECT count(*) FROM staff.recovery_code WHERE member_id = ? AND used_at IS NULL")
        .param(member.value())
        .query(Integer.class)
        .single();
  }

  /// Whether an administrator can sign in; before that, the first start prints a link.
  public boolean hasAdministrator() {
    return jdbc.sql(ADMINISTRATOR).query(Boolean.class).single();
  }

  private String code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CODE_LETTERS; i++) {
      code.append(i > 0 && i % 5 == 0 ? "-" : "");
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  private static String plain(String code) {
    return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static byte[] hash(String secret) {
    return Sha256.of(secret);
  }

  private static String[] codes(Set<StaffRole> roles) {
    return roles.stream().sorted().map(StaffRole::code).toArray(String[]::new);
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        new Member(
            new StaffId(row.getObject("id", UUID.class)),
            row.getString("agency"),
            Staff.roles((String[]) row.getArray("roles").getArray())),
        row.getString("display_name"),
        Language.of(row.getString("language")).orElse(Language.UK),
        row.getBoolean("active"),
        row.getInt("version"),
        row.getInt("passkeys"));
  }
}
