package svoi.exchange.offers;

import java.io.InputStream;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.exchange.OfferedId;
import svoi.platform.Database;
import svoi.platform.PersonKeys;
import svoi.platform.Vault;
import svoi.staff.Member;
import svoi.staff.Right;

/// What is checked and asked before somebody is offered: identity, fitness to travel, the wish of
/// captives, bars. Facts are added, never rewritten; the newest counts.
public final class Examinations {
  /// Kinds of documents, as the database knows them.
  public static final List<String> DOCUMENTS =
      List.of(
          "passport",
          "foreign-passport",
          "id-card",
          "military-id",
          "birth-certificate",
          "court-file",
          "fingerprints",
          "dna",
          "prison-card",
          "icrc-card");

  /// Who says that somebody is fit to travel.
  public static final List<String> DOCTORS =
      List.of("prison-doctor", "hospital-doctor", "icrc-doctor", "independent-doctor");

  /// Grounds of a bar.
  public static final List<String> GROUNDS =
      List.of(
          "ineligible",
          "court-order",
          "other-proceedings",
          "investigation",
          "identity-in-doubt",
          "health");

  private static final String IDENTIFY =
      """
      INSERT INTO exchange.identity_check (id, participant_id, documents, identity_hash, checked_by, agency)
      VALUES (gen_random_uuid(), ?, ?, ?, ?, ?)
      """;
  private static final String EXAMINE =
      """
      INSERT INTO exchange.fitness (id, offered_id, result, examined_on, valid_until, doctor_role, evidence_sha256, entered_by)
      VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String WISH =
      """
      INSERT INTO exchange.wish (id, offered_id, kind, says, in_private, language, asked_by)
      SELECT gen_random_uuid(), o.id, o.kind, ?, ?, ?, ? FROM exchange.offered o WHERE o.id = ?
      """;
  private static final String BAR =
      """
      INSERT INTO exchange.bar (id, offered_id, ground, placed_by, agency) VALUES (?, ?, ?, ?, ?)
      """;
  private static final String LIFT =
      """
      UPDATE exchange.bar SET lifted_by = ?, lifted_agency = ?, lifted_at = platform.now()
      WHERE id = ? AND offered_id = ? AND lifted_at IS NULL
      """;
  private static final String LAST_FITNESS =
      """
      SELECT result, examined_on, valid_until, doctor_role FROM exchange.fitness
      WHERE offered_id = ? ORDER BY entered_at DESC, id LIMIT 1
      """;
  private static final String LAST_IDENTITY =
      """
      SELECT documents, checked_at, agency FROM exchange.identity_check
      WHERE participant_id = ? ORDER BY checked_at DESC, id LIMIT 1
      """;
  private static final String BARS =
      """
      SELECT id, ground, agency, placed_at FROM exchange.bar
      WHERE offered_id = ? AND lifted_at IS NULL ORDER BY placed_at
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;
  private final PersonKeys keys;
  private final OfferPapers papers;

  public Examinations(Database database, AuditSink audit, PersonKeys keys, Vault vault) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
    this.keys = keys;
    this.papers = new OfferPapers(jdbc, vault);
  }

  /// @param validUntil last day on which it counts, 30 days after the examination at the latest
  public record Fitness(String result, LocalDate examinedOn, LocalDate validUntil, String doctor) {}

  /// Which kinds of documents were compared; never a number of one.
  public record Identity(List<String> documents, Instant at, String agency) {
    public Identity {
      documents = List.copyOf(documents);
    }
  }

  /// A bar that stands.
  ///
  /// @param agency the body that placed it, which alone may lift it
  public record Bar(UUID id, String ground, String agency, Instant placedAt) {}

  /// Two kinds of documents were compared with the person. The number of the main one is hashed
  /// under a key of this installation and forgotten; so nobody stands twice, or on both sides.
  ///
  /// @param main one of the documents
  public Noted identify(
      OfferedId offered, List<String> documents, String main, String number, Member by) {
    by.needs(Right.EDIT_OFFERS);
    if (documents.stream().distinct().count() < 2 || !documents.contains(main)) {
      return Noted.refused("identity-check-of-two-documents", "documents");
    }
    String plain = plain(number);
    if (plain.length() < 4) {
      return Noted.refused("identity.number_missing", "number");
    }
    byte[] hash = keys.fingerprint("exchange.identity", main + " " + plain);
    return fact(
        offered,
        by,
        "exchange.identity-check",
        () ->
            jdbc.sql(IDENTIFY)
                .param(offered.value())
                .param(documents.toArray(String[]::new))
                .param(hash)
                .param(by.id().value())
                .param(by.agency())
                .update());
  }

  /// A number as it is whoever writes it: no spaces, no dashes, capitals, letters of one alphabet.
  static String plain(String number) {
    String text = Normalizer.normalize(number, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int alike = "АВЕКМНОРСТІХУ".indexOf(letter);
      char latin = alike < 0 ? letter : "ABEKMHOPCTIXY".charAt(alike);
      if (Character.isLetterOrDigit(latin)) {
        out.append(latin);
      }
    }
    return out.toString();
  }

  /// A doctor's word on fitness to travel; no diagnosis, ever.
  ///
  /// @param paper PDF, JPEG or PNG; null if there is none
  public Noted examine(OfferedId offered, Fitness fitness, @Nullable InputStream paper, Member by) {
    by.needs(Right.EDIT_OFFERS);
    Optional<byte[]> stored = paper == null ? Optional.empty() : papers.put(offered, paper);
    if (paper != null && stored.isEmpty()) {
      return Noted.refused("evidence.not_a_scan", "paper");
    }
    return fact(
        offered,
        by,
        "exchange.fitness",
        () ->
            jdbc.sql(EXAMINE)
                .param(offered.value())
                .param(fitness.result())
                .param(fitness.examinedOn())
                .param(fitness.validUntil())
                .param(fitness.doctor())
                .param(stored.orElse(null))
                .param(by.id().value())
                .update());
  }

  /// What a captive says, asked alone. The last word counts.
  ///
  /// @param inPrivate nobody else could hear; else it is refused
  public Noted ask(
      OfferedId captive, boolean wants, boolean inPrivate, String language, Member by) {
    by.needs(Right.EDIT_OFFERS);
    return fact(
        captive,
        by,
        "exchange.wish",
        () ->
            jdbc.sql(WISH)
                .params(wants, inPrivate, language, by.id().value(), captive.value())
                .update());
  }

  public Noted bar(OfferedId offered, String ground, Member by) {
    by.needs(Right.EDIT_OFFERS);
    return fact(
        offered,
        by,
        "exchange.bar-place",
        () ->
            jdbc.sql(BAR)
                .params(UUID.randomUUID(), offered.value(), ground, by.id().value(), by.agency())
                .update());
  }

  /// Lifts a bar; one that another body placed is refused.
  public Noted lift(OfferedId offered, UUID bar, Member by) {
    by.needs(Right.EDIT_OFFERS);
    return fact(
        offered,
        by,
        "exchange.bar-lift",
        () -> jdbc.sql(LIFT).params(by.id().value(), by.agency(), bar, offered.value()).update());
  }

  private Noted fact(OfferedId offered, Member by, String action, Runnable write) {
    return Noted.keepingRules(
        database,
        () -> {
          write.run();
          audit.append(by.actor(), action, Set.of(offered.value()), "");
          return new Noted.Done(offered.value());
        });
  }

  Optional<Fitness> fitness(OfferedId offered) {
    return jdbc.sql(LAST_FITNESS)
        .param(offered.value())
        .query(
            (row, n) ->
                new Fitness(
                    row.getString("result"),
                    row.getObject("examined_on", LocalDate.class),
                    row.getObject("valid_until", LocalDate.class),
                    row.getString("doctor_role")))
        .optional();
  }

  Optional<Identity> identity(OfferedId offered) {
    return jdbc.sql(LAST_IDENTITY)
        .param(offered.value())
        .query(
            (row, n) ->
                new Identity(
                    Arrays.asList((String[]) row.getArray("documents").getArray()),
                    Objects.requireNonNull(Rows.instant(row, "checked_at")),
                    row.getString("agency")))
        .optional();
  }

  List<Bar> bars(OfferedId offered) {
    return jdbc.sql(BARS)
        .param(offered.value())
        .query(
            (row, n) ->
                new Bar(
                    row.getObject("id", UUID.class),
                    row.getString("ground"),
                    row.getString("agency"),
                    Objects.requireNonNull(Rows.instant(row, "placed_at"))))
        .list();
  }
}
