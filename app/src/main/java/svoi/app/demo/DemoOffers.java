package svoi.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import svoi.cases.PersonId;
import svoi.consent.Consents;
import svoi.consent.Scope;
import svoi.exchange.RoundId;
import svoi.names.Latin;
import svoi.platform.Kyiv;

/// Who may be offered in a demo: convicted persons of the register, and invented captives beside
/// them; what was asked of them, and the acts by which they may leave.
final class DemoOffers {
  private static final String PERSONS =
      """
      SELECT k.person_id FROM unnest(:numbers) WITH ORDINALITY AS w (number, place)
      JOIN cases.v_proceeding k ON k.case_number = w.number ORDER BY w.place
      """;
  private static final String REGISTER =
      """
      INSERT INTO exchange.offered (id, kind, person_id, entered_by, agency)
      SELECT x.id, 'convicted', x.person, :by, :agency FROM unnest(:ids, :persons) AS x (id, person)
      """;
  private static final String CAPTIVES =
      """
      WITH entered AS (
        SELECT * FROM jsonb_to_recordset(:rows::jsonb) AS x (id uuid, kind text, legal_status text, family_uk text,
          given_uk text, patronymic_uk text, family_ru text, given_ru text, patronymic_ru text, family_latin text,
          given_latin text, born_on date, held_since date)),
      offered AS (
        INSERT INTO exchange.offered (id, kind, entered_by, agency) SELECT id, kind, :by, :agency FROM entered RETURNING id)
      INSERT INTO exchange.offered_captive (offered_id, kind, legal_status, sex, family_uk, given_uk, patronymic_uk,
        family_ru, given_ru, patronymic_ru, family_latin, given_latin, born_on, held_since)
      SELECT e.id, e.kind, e.legal_status, 'm', e.family_uk, e.given_uk, e.patronymic_uk, e.family_ru, e.given_ru,
             e.patronymic_ru, e.family_latin, e.given_latin, e.born_on, e.held_since
      FROM entered e JOIN offered o ON o.id = e.id
      """;
  private static final String IDENTIFY =
      """
      INSERT INTO exchange.identity_check (id, participant_id, documents, identity_hash, checked_by, agency)
      SELECT gen_random_uuid(), id, '{passport,court-file}', sha256(convert_to('invented document of ' || id, 'UTF8')),
             :by, :agency
      FROM unnest(:ids) AS x (id)
      """;
  private static final String ASK =
      """
      INSERT INTO exchange.fear_interview (id, offered_id, answer, in_private, language, held_by)
      SELECT gen_random_uuid(), id, :answer, true, 'ru', :by FROM unnest(:ids) AS x (id)
      """;
  private static final String NOTE =
      """
      INSERT INTO exchange.fear_note (interview_id, offered_id, result, counsel_licence, evidence_sha256, noted_by)
      SELECT i.id, i.offered_id, :result, 'ДЕМО-1', sha256(convert_to('invented note of ' || i.id, 'UTF8')), :by
      FROM exchange.fear_interview i WHERE i.offered_id = ANY (:ids) AND i.answer <> 'no'
      """;
  private static final String BAR =
      """
      INSERT INTO exchange.bar (id, offered_id, ground, placed_by, agency)
      SELECT gen_random_uuid(), id, :ground, :by, :agency FROM unnest(:ids) AS x (id)
      """;
  private static final String WISH =
      """
      INSERT INTO exchange.wish (id, offered_id, kind, says, in_private, language, asked_by)
      SELECT gen_random_uuid(), o.id, o.kind, true, true, 'ru', :by FROM exchange.offered o
      WHERE o.id = ANY (:ids) AND o.kind <> 'convicted'
      """;
  private static final String EXAMINE =
      """
      INSERT INTO exchange.fitness (id, offered_id, result, examined_on, valid_until, doctor_role, entered_by)
      SELECT gen_random_uuid(), id, :result, platform.today(), platform.today() + 30, 'prison-doctor', :by
      FROM unnest(:ids) AS x (id)
      """;
  private static final String REQUEST =
      """
      INSERT INTO exchange.legal_instrument (id, offered_id, kind, requested_by, agency)
      SELECT gen_random_uuid(), o.id, CASE WHEN o.kind = 'convicted' THEN 'art-84-1'
             WHEN c.legal_status = 'convicted' THEN 'pardon' ELSE 'art-201-1' END, :by, :agency
      FROM exchange.offered o LEFT JOIN exchange.offered_captive c ON c.offered_id = o.id
      WHERE o.id = ANY (:ids) AND c.legal_status IS DISTINCT FROM 'prisoner-of-war'
      """;
  private static final String INSTRUMENT =
      """
      INSERT INTO exchange.instrument_event (instrument_id, state, body, number, decided_on, file_sha256, in_force_from,
        recorded_by, agency)
      SELECT i.id, :state, g.body, g.number, g.decided_on, g.file, CASE :state WHEN 'in-force' THEN platform.today() END,
             :by, :agency
      FROM exchange.legal_instrument i
      LEFT JOIN LATERAL (
        SELECT 'Умовний районний суд' AS body, '1-' || abs(hashtext(i.id::text)) % 900 || '/26' AS number,
               platform.today() AS decided_on, sha256(convert_to('invented ruling ' || i.id, 'UTF8')) AS file) g
        ON :state = 'granted'
      WHERE i.offered_id = ANY (:ids) AND i.state = :after
      """;
  private static final String STANDING =
      """
      SELECT s.participant_id FROM exchange.slot s
      WHERE s.round_id = :round AND s.side = 'offered' AND s.state IN ('planned', 'named', 'confirmed')
      ORDER BY s.participant_id
      """;
  private static final String CONVICTED =
      "SELECT o.person_id FROM exchange.offered o WHERE o.id = ANY (:ids) AND o.person_id IS NOT NULL";

  private final DemoOffice office;
  private final Random random = new Random(54L);
  private final Invented invented = new Invented();

  DemoOffers(DemoOffice office) {
    this.office = office;
  }

  /// Registers persons of the register by their case numbers; nobody has asked them yet.
  List<UUID> register(List<String> caseNumbers) {
    List<UUID> persons = office.ids(PERSONS, Map.of("numbers", caseNumbers.toArray(String[]::new)));
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(persons.size()).toList();
    office.run(
        REGISTER, Map.of("ids", DemoOffice.array(ids), "persons", DemoOffice.array(persons)));
    return ids;
  }

  /// Enters Russian prisoners of war; every eighth is an officer under trial or convicted.
  List<UUID> enterCaptives(int count, int daysAgo) {
    LocalDate until = LocalDate.now(Kyiv.ZONE).minusDays(daysAgo + 2L);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(captive(i, until));
    }
    office.run(CAPTIVES, Map.of("rows", DemoOffice.json(rows)));
    return rows.stream().map(row -> (UUID) row.get("id")).toList();
  }

  private Map<String, Object> captive(int number, LocalDate until) {
    String[] surname = pick(invented.surnames);
    String[] given = pick(invented.given.stream().filter(g -> g[0].equals("m")).toList());
    String[] father = pick(invented.fathers);
    boolean officer = number % 8 == 7;
    Map<String, Object> row = new HashMap<>();
    row.put("id", UUID.randomUUID());
    row.put("kind", officer ? "officer" : "russian-pow");
    row.put(
        "legal_status", officer ? number % 16 == 7 ? "convicted" : "accused" : "prisoner-of-war");
    row.put("family_uk", DemoAwaited.typed(surname[0]));
    row.put("family_ru", DemoAwaited.typed(surname[2]));
    row.put("given_uk", DemoAwaited.typed(given[1]));
    row.put("given_ru", DemoAwaited.typed(given[2]));
    row.put("patronymic_uk", DemoAwaited.typed(father[0]));
    row.put("patronymic_ru", DemoAwaited.typed(father[2]));
    row.put("family_latin", Latin.of(DemoAwaited.typed(surname[0])));
    row.put("given_latin", Latin.of(DemoAwaited.typed(given[1])));
    row.put("born_on", until.minusYears(22).minusDays(random.nextInt(9_000)).toString());
    row.put("held_since", until.minusDays(random.nextInt(700)).toString());
    return row;
  }

  private String[] pick(List<String[]> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// Compares two documents of each, and asks alone whether they fear a return: nobody here does.
  void ask(List<UUID> offered) {
    identify(offered);
    askAboutFear(offered, "no");
    wish(offered);
  }

  void identify(List<UUID> offered) {
    on(IDENTIFY, offered, Map.of());
  }

  void askAboutFear(List<UUID> offered, String answer) {
    Map<String, Object> values = Map.of("ids", DemoOffice.array(offered), "answer", answer);
    office.run(DemoOffice.VERIFIER, ASK, values);
  }

  /// Counsel's note on interviews in which a fear was spoken of.
  void note(List<UUID> offered, String result) {
    Map<String, Object> values = Map.of("ids", DemoOffice.array(offered), "result", result);
    office.run(DemoOffice.VERIFIER, NOTE, values);
  }

  void bar(List<UUID> offered, String ground) {
    on(BAR, offered, Map.of("ground", ground));
  }

  /// Captives among them say in private that they want to go.
  void wish(List<UUID> offered) {
    on(WISH, offered, Map.of());
  }

  void examine(List<UUID> offered, String result) {
    on(EXAMINE, offered, Map.of("result", result));
  }

  /// Asks for an act of the kind that fits, where one is needed.
  void request(List<UUID> offered) {
    on(REQUEST, offered, Map.of());
  }

  /// Moves the acts of these that stand at `after` on to `state`.
  void instrument(List<UUID> offered, String after, String state) {
    on(INSTRUMENT, offered, Map.of("after", after, "state", state));
  }

  /// The word in private before a handover, from everybody.
  void reconfirm(List<UUID> offered) {
    wish(offered);
    Consents consents = new Consents(office.desk(), office.audit());
    office
        .ids(CONVICTED, Map.of("ids", DemoOffice.array(offered)))
        .forEach(
            person ->
                consents.reconfirm(DemoOffice.VERIFIER, new PersonId(person), Scope.EXCHANGE));
  }

  /// Who of the offered side stands in the round.
  List<UUID> of(RoundId round) {
    return office.ids(STANDING, Map.of("round", round.value()));
  }

  private void on(String sql, List<UUID> offered, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("ids", DemoOffice.array(offered));
    office.run(sql, values);
  }
}
