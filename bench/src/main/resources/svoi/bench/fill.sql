-- Published persons in one go, past every trigger: :profiles of them, the same ones each time but for dates.
-- Triggers are off (foreign keys too), so what they would write stands here: chains of consents, times of approvals.
-- Nothing goes to the publication log, as after a restart long ago. Check constraints and unique keys hold as always.
-- Names are made of syllables and are nobody's: Бадозавигадко, Ruzamovyhadko.
SET LOCAL session_replication_role = replica;
SET LOCAL work_mem = '256MB';
SET LOCAL maintenance_work_mem = '256MB';

CREATE TEMPORARY TABLE sound (n int PRIMARY KEY, cyrillic text, latin text) ON COMMIT DROP;
INSERT INTO sound
SELECT n - 1, cyrillic, latin
FROM unnest(
  '{ба,бо,бу,бе,ва,во,да,до,ду,жу,за,зо,ка,ко,ку,ла,лу,ма,мо,на,ну,па,по,ра,ру,са,со,та,ту,ша}'::text[],
  '{ba,bo,bu,be,va,vo,da,do,du,zhu,za,zo,ka,ko,ku,la,lu,ma,mo,na,nu,pa,po,ra,ru,sa,so,ta,tu,sha}'::text[])
  WITH ORDINALITY AS t (cyrillic, latin, n);

CREATE TEMPORARY TABLE region_choice ON COMMIT DROP AS
SELECT (row_number() OVER (ORDER BY md5(iso)))::int - 1 AS n, iso FROM reference.region;
CREATE TEMPORARY TABLE article_choice ON COMMIT DROP AS
SELECT (row_number() OVER (ORDER BY article NOT LIKE '111%', article))::int - 1 AS n, article, valid_from, has_parts
FROM reference.offence_article
WHERE valid_to IS NULL AND valid_from <= DATE '2022-05-01';

CREATE TEMPORARY TABLE invented ON COMMIT DROP AS
SELECT i, md5('person ' || i)::uuid AS person, md5('proceeding ' || i)::uuid AS proceeding,
       md5('profile ' || i)::uuid AS profile,
       CASE WHEN pg_temp.pick(i, 1, 100) < 60 THEN md5('photo ' || i)::uuid END AS photo,
       CASE WHEN pg_temp.pick(i, 2, 100) < 20 THEN md5('video ' || i)::uuid END AS video,
       CASE WHEN pg_temp.pick(i, 3, 100) < 25 THEN 'f' ELSE 'm' END AS sex,
       pg_temp.pick(i, 4, 100) < 5 AS departed,
       DATE '1955-01-01' + pg_temp.pick(i, 5, 17000) AS born_on,
       DATE '2022-05-01' + pg_temp.pick(i, 6, 600) AS committed_on,
       platform.today() - 12 - pg_temp.pick(i, 7, 90) AS consent_on,
       pg_temp.pick(i, 8, 600) AS waited_before,
       make_interval(secs => pg_temp.pick(i, 9, 100000)) AS review_took
FROM generate_series(1, :profiles) AS i;

CREATE TEMPORARY TABLE name ON COMMIT DROP AS
SELECT v.i, initcap(a.cyrillic || b.cyrillic || c.cyrillic) AS stem, initcap(a.latin || b.latin || c.latin) AS latin_stem,
       initcap(g.cyrillic) AS given, initcap(g.latin) AS latin_given, initcap(p.cyrillic) AS father
FROM invented v
JOIN sound a ON a.n = pg_temp.pick(v.i, 11, 30)
JOIN sound b ON b.n = pg_temp.pick(v.i, 12, 30)
JOIN sound c ON c.n = pg_temp.often(v.i, 13, 30)
JOIN sound g ON g.n = pg_temp.often(v.i, 14, 30)
JOIN sound p ON p.n = pg_temp.often(v.i, 15, 30);

INSERT INTO cases.person (id, sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
  family_latin, given_latin, born_on, citizen, custody_from, left_on, status_changed_at, agency,
  imported)
SELECT v.person, v.sex,
       n.stem || 'вигадко', n.given || CASE v.sex WHEN 'f' THEN 'зразка' ELSE 'зразик' END,
       n.father || CASE v.sex WHEN 'f' THEN 'зразівна' ELSE 'зразович' END,
       n.stem || 'выдумко', n.given || CASE v.sex WHEN 'f' THEN 'образка' ELSE 'образик' END,
       n.father || CASE v.sex WHEN 'f' THEN 'образовна' ELSE 'образович' END,
       n.latin_stem || 'vyhadko', n.latin_given || CASE v.sex WHEN 'f' THEN 'zrazka' ELSE 'zrazyk' END,
       v.born_on, true, v.committed_on + 30, CASE WHEN v.departed THEN platform.today() - 3 END,
       platform.start_of(v.consent_on - 1), 'hur', true
FROM invented v JOIN name n USING (i);

INSERT INTO cases.proceeding (id, person_id, region, case_number)
SELECT v.proceeding, v.person, r.iso, (100 + v.i % 900) || '/' || v.i || '/23'
FROM invented v JOIN region_choice r ON r.n = pg_temp.often(v.i, 21, (SELECT count(*)::int FROM region_choice));

INSERT INTO cases.charge (proceeding_id, person_id, article, article_from, has_parts, part, committed_from, committed_to,
  born_on, citizen, imported)
SELECT v.proceeding, v.person, a.article, a.valid_from, a.has_parts,
       CASE WHEN a.has_parts THEN 1 + pg_temp.pick(v.i, 30 + k, 4) END, v.committed_on, v.committed_on + 20,
       v.born_on, true, true
FROM invented v
CROSS JOIN generate_series(1, 2) AS k
JOIN article_choice a ON a.n = pg_temp.often(v.i, 40 + k, (SELECT count(*)::int FROM article_choice))
WHERE k = 1 OR pg_temp.pick(v.i, 50, 100) < 20
ON CONFLICT ON CONSTRAINT charge_once DO NOTHING;

INSERT INTO cases.verdict (proceeding_id, person_id, guilty, in_absentia, rendered_on, in_force_from, sentence_years)
SELECT proceeding, person, true, false, committed_on + 200, committed_on + 260, 5 + pg_temp.pick(i, 51, 10) FROM invented;

INSERT INTO cases.event (id, proceeding_id, person_id, kind, occurred_on)
SELECT gen_random_uuid(), v.proceeding, v.person, e.kind, v.committed_on + e.days
FROM invented v CROSS JOIN (VALUES ('detained', 30), ('verdict', 200), ('in-force', 260)) AS e (kind, days);

INSERT INTO staff.member (id, agency, roles)
SELECT md5('bench ' || agency)::uuid, agency, ARRAY[role]
FROM (VALUES ('hur', 'reviewer'), ('sbu', 'reviewer'), ('ombudsman', 'verifier'), ('coordination-hq', 'interviewer'))
  AS m (agency, role);
INSERT INTO staff.member (id, agency, roles) VALUES (md5('bench author')::uuid, 'hur', '{author}');
INSERT INTO consent.counsel (id, licence) VALUES (md5('bench counsel')::uuid, 'BENCH-ONE');

INSERT INTO consent.act (id, person_id, born_on, scope, given_at, valid_until, text_version, language, read_aloud,
  place_kind, session_start, session_end, counsel_id, interviewer_id, present_roles, evidence_sha256,
  verified_at, verified_by, verifier_agency, verifier_entitled, chain_from, chain_settled_at)
SELECT gen_random_uuid(), v.person, v.born_on, s.scope, t.noon, v.consent_on + 180, '2026-1', 'uk', true,
       'colony', t.noon - interval '1 hour', t.noon + interval '1 hour', md5('bench counsel')::uuid,
       md5('bench coordination-hq')::uuid, '{counsel,interviewer}', sha256(('sheet ' || v.i)::bytea),
       t.noon + interval '4 days', md5('bench ombudsman')::uuid, 'ombudsman', true,
       v.consent_on - v.waited_before, t.noon + interval '4 days'
FROM invented v
CROSS JOIN LATERAL (SELECT platform.start_of(v.consent_on) + interval '12 hours' AS noon) t
CROSS JOIN (VALUES ('exchange', 100), ('text', 100), ('photo', 60), ('video', 20), ('birth-year', 50),
  ('case-number', 10), ('search-engines', 30), ('copies', 20)) AS s (scope, percent)
WHERE CASE s.scope WHEN 'photo' THEN v.photo IS NOT NULL WHEN 'video' THEN v.video IS NOT NULL
      ELSE pg_temp.pick(v.i, 60 + length(s.scope), 100) < s.percent END;

INSERT INTO media.asset (id, person_id, kind, original_sha256, duration_s)
SELECT photo, person, 'photo', sha256(('photo ' || i)::bytea), NULL FROM invented WHERE photo IS NOT NULL
UNION ALL
SELECT video, person, 'video', sha256(('video ' || i)::bytea), 90 FROM invented WHERE video IS NOT NULL;
INSERT INTO media.rendition (asset_id, person_id, name, media_type, language, sha256, bytes, width, height)
SELECT a.id, a.person_id, f.name, f.media_type, f.language, sha256((a.id || f.name)::bytea), 20000, f.width, f.height
FROM media.asset a
JOIN (VALUES ('photo', 'photo.jpg', 'image/jpeg', NULL, 480, 600), ('photo', 'photo.avif', 'image/avif', NULL, 480, 600),
  ('video', 'video.mp4', 'video/mp4', NULL, 1280, 720), ('video', 'poster.jpg', 'image/jpeg', NULL, 1280, 720),
  ('video', 'captions-uk.vtt', 'text/vtt', 'uk', NULL, NULL), ('video', 'captions-ru.vtt', 'text/vtt', 'ru', NULL, NULL),
  ('video', 'captions-en.vtt', 'text/vtt', 'en', NULL, NULL), ('video', 'transcript-uk.txt', 'text/plain', 'uk', NULL, NULL))
  AS f (kind, name, media_type, language, width, height) ON f.kind = a.kind;

INSERT INTO register.profile (id, person_id, proceeding_id, author_id, author_agency, photo_id, video_id)
SELECT profile, person, proceeding, md5('bench author')::uuid, 'hur', photo, video FROM invented;
INSERT INTO register.profile_text (profile_id, person_id, language, plot)
SELECT v.profile, v.person, t.language, 'No. ' || v.i || '. ' || repeat(t.sentence, 9)
FROM invented v CROSS JOIN (VALUES
  ('uk', 'Суд установив обставини вигаданої справи в умовному селищі Прикладне. '),
  ('ru', 'Суд установил обстоятельства выдуманного дела в условном поселке Прикладное. '),
  ('en', 'The court established the facts of an invented case in the settlement of Prykladne. '))
  AS t (language, sentence);

ANALYZE;

INSERT INTO register.approval (profile_id, person_id, content_hash, agency, reviewer_id, author_id, approved_at)
SELECT s.id, s.person_id, s.content_hash, r.agency, md5('bench ' || r.agency)::uuid, md5('bench author')::uuid,
       platform.start_of(v.consent_on + 6) + v.review_took
FROM register.v_standing s
JOIN invented v ON v.profile = s.id
CROSS JOIN (VALUES ('hur'), ('sbu')) AS r (agency);
INSERT INTO register.appearance (profile_id, person_id, first_at)
SELECT profile, person, platform.start_of(consent_on + 6) + review_took FROM invented;
