-- Awaited and offered persons in one go, past every trigger, :awaited and :offered of them, the same ones each time but for
-- dates. Four fifths of the offered are convicted persons whom fill.sql invented; as many as one fifth of them are registered
-- by nobody. What triggers would write stands here. Names come from the tables surname, given and father of the session.
SET LOCAL session_replication_role = replica;
SET LOCAL work_mem = '256MB';
SET LOCAL maintenance_work_mem = '256MB';

CREATE TEMPORARY TABLE sought ON COMMIT DROP AS
SELECT i, md5('awaited ' || i)::uuid AS id, CASE WHEN pg_temp.pick(i, 301, 100) < 15 THEN 'f' ELSE 'm' END AS sex, c.category,
       CASE WHEN c.category = 'child' OR pg_temp.pick(i, 302, 100) < 80 THEN 'ordinary'
            WHEN pg_temp.pick(i, 302, 100) < 95 THEN 'ill' ELSE 'gravely-wounded' END AS condition,
       DATE '2022-02-24' + pg_temp.pick(i, 303, platform.today() - DATE '2022-02-24' - 30) AS held_since,
       pg_temp.pick(i, 304, 100) AS fate,
       CASE WHEN i % 40 < 2 THEN md5('family ' || i / 40)::uuid END AS family
FROM generate_series(1, :awaited) AS i
CROSS JOIN LATERAL (SELECT CASE WHEN x < 60 THEN 'pow' WHEN x < 68 THEN 'pow-convicted' WHEN x < 72 THEN 'medic-chaplain'
    WHEN x < 88 THEN 'civilian-detained' WHEN x < 94 THEN 'political-prisoner' ELSE 'child' END AS category
  FROM (SELECT pg_temp.pick(i, 305, 100) AS x) drawn) c;

INSERT INTO exchange.family_group (id, inseparable, entered_by)
SELECT DISTINCT family, i / 40 % 3 = 0, md5('bench rounds')::uuid FROM sought WHERE family IS NOT NULL;
INSERT INTO exchange.participant (id, side) SELECT id, 'awaited' FROM sought;
INSERT INTO exchange.awaited (id, sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru, family_latin,
  given_latin, born_on, category, condition, held_since, family_group_id, state, state_since, confirmed_from, agency,
  entered_by, entered_at)
SELECT v.id, v.sex, CASE v.sex WHEN 'f' THEN s.uk_f ELSE s.uk_m END, g.uk, CASE v.sex WHEN 'f' THEN f.uk_f ELSE f.uk_m END,
       CASE v.sex WHEN 'f' THEN s.ru_f ELSE s.ru_m END, g.ru, CASE v.sex WHEN 'f' THEN f.ru_f ELSE f.ru_m END,
       CASE v.sex WHEN 'f' THEN s.latin_f ELSE s.latin_m END, g.latin,
       CASE v.category WHEN 'child' THEN v.held_since - 700 - pg_temp.pick(v.i, 306, 3000)
                       ELSE v.held_since - 7400 - pg_temp.pick(v.i, 306, 13000) END,
       v.category, v.condition, v.held_since, v.family,
       CASE WHEN v.fate < 85 THEN 'confirmed' WHEN v.fate < 95 THEN 'reported' WHEN v.fate < 97 THEN 'released-otherwise'
            WHEN v.fate < 99 THEN 'died-in-captivity' ELSE 'not-captive' END,
       platform.start_of(v.held_since + 20), CASE WHEN v.fate < 85 THEN 'icrc' END, 'coordination-hq',
       md5('bench rounds')::uuid, platform.start_of(v.held_since + 10) + make_interval(secs => pg_temp.pick(v.i, 307, 40000))
FROM sought v
JOIN surname s ON s.n = pg_temp.often(v.i, 308, (SELECT count(*)::int FROM surname))
JOIN given g ON g.sex = v.sex AND g.n = pg_temp.often(v.i, 309, (SELECT count(*)::int FROM given x WHERE x.sex = v.sex))
JOIN father f ON f.n = pg_temp.often(v.i, 310, (SELECT count(*)::int FROM father));
INSERT INTO exchange.awaited_event (awaited_id, from_state, state, source, evidence_sha256, occurred_on, recorded_by, agency,
  recorded_at)
SELECT a.id, e.from_state, e.state, CASE e.state WHEN 'confirmed' THEN 'icrc' END, sha256('evidence'), a.held_since + e.days,
       a.entered_by, a.agency, platform.start_of(a.held_since + e.days)
FROM exchange.awaited a
CROSS JOIN LATERAL (VALUES ('', 'reported', 10), ('reported', a.state, 20)) AS e (from_state, state, days)
WHERE e.state <> e.from_state;

CREATE TEMPORARY TABLE may_go ON COMMIT DROP AS
SELECT i, md5('offered ' || i)::uuid AS id, CASE WHEN i > :offered * 4 / 5 THEN NULL ELSE md5('person ' || i)::uuid END AS person,
       CASE WHEN i <= :offered * 4 / 5 THEN 'convicted' WHEN i % 10 = 0 THEN 'officer' ELSE 'russian-pow' END AS kind,
       pg_temp.pick(i, 321, 100) AS identity, pg_temp.pick(i, 322, 100) AS fear, pg_temp.pick(i, 323, 100) AS fit,
       pg_temp.pick(i, 324, 100) AS act, pg_temp.pick(i, 325, 100) AS bar, pg_temp.pick(i, 326, 100) AS word
FROM generate_series(1, :offered) AS i;
INSERT INTO exchange.participant (id, side, identity_hash)
SELECT id, 'offered', CASE WHEN identity < 90 THEN sha256(('document ' || i)::bytea) END FROM may_go;
INSERT INTO exchange.offered (id, kind, person_id, entered_by, agency, identity_on, fit, fit_until, fear, fear_settled, wish,
  wished_at, bars, instrument_kind, in_force_from)
SELECT id, kind, person, md5('bench rounds')::uuid, 'coordination-hq', CASE WHEN identity < 90 THEN platform.today() - 30 END,
       CASE WHEN fit < 60 THEN 'fit' WHEN fit < 62 THEN 'not-fit' END, CASE WHEN fit < 62 THEN platform.today() + fit / 3 END,
       CASE WHEN fear < 80 THEN 'no' WHEN fear < 86 THEN 'yes' WHEN fear < 90 THEN 'unknown' END,
       CASE WHEN fear IN (80, 81, 82) THEN 'may-go' END, CASE WHEN person IS NULL THEN word < 95 END,
       CASE WHEN person IS NULL THEN platform.now() - make_interval(hours => word) END, CASE WHEN bar < 2 THEN 1 ELSE 0 END,
       CASE WHEN kind = 'convicted' AND act < 50 THEN 'art-84-1' END,
       CASE WHEN kind = 'convicted' AND act < 50 THEN platform.today() - 5 END
FROM may_go;
INSERT INTO exchange.offered_captive (offered_id, kind, legal_status, sex, family_uk, given_uk, family_ru, given_ru, family_latin,
  given_latin, born_on, held_since)
SELECT v.id, v.kind, CASE v.kind WHEN 'officer' THEN 'accused' ELSE 'prisoner-of-war' END, 'm', s.uk_m, g.uk, s.ru_m, g.ru,
       s.latin_m, g.latin, DATE '1975-01-01' + pg_temp.pick(v.i, 327, 10000), platform.today() - 100 - pg_temp.pick(v.i, 328, 900)
FROM may_go v
JOIN surname s ON s.n = pg_temp.often(v.i, 329, (SELECT count(*)::int FROM surname))
JOIN given g ON g.sex = 'm' AND g.n = pg_temp.often(v.i, 330, (SELECT count(*)::int FROM given x WHERE x.sex = 'm'))
WHERE v.person IS NULL;
INSERT INTO exchange.identity_check (id, participant_id, documents, identity_hash, checked_by, agency)
SELECT gen_random_uuid(), id, '{passport,fingerprints}', sha256(('document ' || i)::bytea), md5('bench rounds')::uuid,
       'coordination-hq' FROM may_go WHERE identity < 90;
INSERT INTO exchange.fitness (id, offered_id, result, examined_on, valid_until, doctor_role, entered_by)
SELECT gen_random_uuid(), id, fit, fit_until - 28, fit_until, 'prison-doctor', entered_by FROM exchange.offered
WHERE fit IS NOT NULL;
INSERT INTO exchange.fear_interview (id, offered_id, answer, in_private, language, held_by)
SELECT md5('interview ' || id)::uuid, id, fear, true, 'uk', md5('bench ombudsman')::uuid FROM exchange.offered
WHERE fear IS NOT NULL;
INSERT INTO exchange.fear_note (interview_id, offered_id, result, counsel_licence, evidence_sha256, noted_by)
SELECT md5('interview ' || id)::uuid, id, fear_settled, 'BENCH-ONE', sha256('note'), md5('bench ombudsman')::uuid
FROM exchange.offered WHERE fear_settled IS NOT NULL;
INSERT INTO exchange.wish (id, offered_id, kind, says, in_private, language, asked_by, asked_at)
SELECT gen_random_uuid(), id, kind, wish, true, 'ru', entered_by, wished_at FROM exchange.offered WHERE wish IS NOT NULL;
INSERT INTO exchange.bar (id, offered_id, ground, placed_by, agency)
SELECT gen_random_uuid(), id, 'court-order', entered_by, agency FROM exchange.offered WHERE bars > 0;
INSERT INTO exchange.legal_instrument (id, offered_id, kind, state, requested_by, agency)
SELECT md5('act ' || id)::uuid, id, instrument_kind, 'in-force', entered_by, agency FROM exchange.offered
WHERE instrument_kind IS NOT NULL;
INSERT INTO exchange.instrument_event (instrument_id, from_state, state, body, number, decided_on, in_force_from, file_sha256,
  recorded_by, agency)
SELECT i.id, e.from_state, e.state, e.body, e.number, e.decided_on, e.in_force_from, e.file, i.requested_by, i.agency
FROM exchange.legal_instrument i
CROSS JOIN (VALUES ('', 'requested', NULL, NULL, NULL, NULL, NULL), ('requested', 'filed', NULL, NULL, NULL, NULL, NULL),
  ('filed', 'granted', 'Умовний районний суд', '1-1/26', platform.today() - 6, NULL, sha256('ruling')),
  ('granted', 'in-force', NULL, NULL, NULL, platform.today() - 5, NULL))
  AS e (from_state, state, body, number, decided_on, in_force_from, file);
INSERT INTO consent.reconfirmation (act_id, person_id, confirmed_at, confirmed_by)
SELECT a.id, a.person_id, platform.now() - make_interval(hours => v.word * 10), md5('bench ombudsman')::uuid
FROM may_go v JOIN consent.act a ON a.person_id = v.person AND a.scope = 'exchange' WHERE v.word < 50;
