-- As before, and: the content itself, who has approved it, since when approvals count, and the schedule.
CREATE OR REPLACE VIEW register.v_standing AS
SELECT p.id, p.person_id, p.proceeding_id, p.photo_id, p.video_id,
       n.sex, n.family_uk, n.given_uk, n.patronymic_uk, n.family_ru, n.given_ru, n.patronymic_ru,
       n.family_latin, n.given_latin, n.born_on,
       k.region, k.case_number, k.closed_session, k.charges, k.rendered_on, k.in_force_from,
       k.sentence_years, k.sentence_months, k.life, k.confiscation,
       w.texts, f.renditions AS photo, v.renditions AS video, v.duration_s AS video_seconds,
       CASE WHEN d.departed THEN n.left_on END AS left_on,
       x.given_on AS exchange_given_on, x.confirmed_on AS exchange_confirmed_on,
       x.chain_from AS exchange_since, x.present_roles AS exchange_present,
       s.scopes, h.content_hash, a.updated_at,
       platform.start_of(CASE WHEN d.departed
         THEN least(t.valid_until + 1, greatest(n.left_on + 7, keep.valid_until + 1))
         ELSE least(t.valid_until + 1, x.valid_until + 1, n.custody_until) END) AS visible_until,
       platform.start_of(least(s.first_end + 1, n.custody_until,
         CASE WHEN n.left_on > (SELECT platform.today()) THEN n.left_on END,
         CASE WHEN d.departed AND n.left_on + 7 > (SELECT platform.today()) THEN n.left_on + 7 END,
         (SELECT platform.today()) + 1)) AS right_until,
       array_remove(ARRAY[
         CASE WHEN k.in_force IS NOT TRUE THEN 'r1-not-in-force' END,
         CASE WHEN k.in_absentia IS NOT FALSE THEN 'r5-in-absentia' END,
         CASE WHEN (k.first_act_on >= (n.born_on + interval '18 years')::date) IS NOT TRUE THEN 'r4-minor-at-offence' END,
         CASE WHEN (SELECT platform.today()) < (n.born_on + interval '18 years')::date THEN 'r4-minor-now' END,
         CASE WHEN n.died_on IS NOT NULL THEN 'r7-not-alive' END,
         CASE WHEN n.prisoner_of_war THEN 'r6-prisoner-of-war' END,
         CASE WHEN n.enemy_serviceman THEN 'r6-serviceman' END,
         CASE WHEN NOT d.departed AND (n.custody_from > (SELECT platform.today())
                OR n.custody_until <= (SELECT platform.today())) THEN 'r5-not-in-custody' END,
         CASE WHEN d.departed AND n.left_on + 7 <= (SELECT platform.today()) AND keep.id IS NULL THEN 'r30-departed' END,
         CASE WHEN t.id IS NULL THEN 'r8-no-consent-to-publication' END,
         CASE WHEN CASE WHEN d.departed
                THEN x.valid_until >= n.left_on AND x.ended_at IS NULL
                ELSE x.valid_until >= (SELECT platform.today()) AND x.ended_at IS NULL END IS NOT TRUE
              THEN 'r8-no-consent-to-exchange' END,
         CASE WHEN w.languages < 3 THEN 'r51-text-missing' END,
         CASE WHEN hold.held THEN 'r46-held' END,
         CASE WHEN p.not_before > (SELECT platform.now()) THEN 'scheduled' END,
         CASE WHEN a.agencies < 2 THEN 'r3-not-approved-by-two-agencies' END
       ], NULL) AS obstacles,
       j.content, a.approved_by, c.counts_from, p.not_before
FROM register.profile p
JOIN cases.v_person n ON n.id = p.person_id
JOIN cases.v_proceeding k ON k.id = p.proceeding_id
CROSS JOIN LATERAL (
  SELECT n.left_on IS NOT NULL AND n.left_on <= (SELECT platform.today()) AS departed) d
LEFT JOIN consent.v_in_force t ON t.person_id = p.person_id AND t.scope = 'text'
LEFT JOIN consent.v_in_force keep ON keep.person_id = p.person_id AND keep.scope = 'keep-after-departure'
LEFT JOIN LATERAL (
  SELECT c.* FROM consent.v_act c
  WHERE c.person_id = p.person_id AND c.scope = 'exchange' AND c.verified_at <= (SELECT platform.now())
  ORDER BY c.verified_at DESC, c.ended_at DESC NULLS FIRST LIMIT 1) x ON true
CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(c.scope), '{}') AS scopes, min(c.valid_until) AS first_end
  FROM consent.v_in_force c WHERE c.person_id = p.person_id) s
CROSS JOIN LATERAL (
  SELECT jsonb_object_agg(b.language, b.plot) AS texts, count(*) AS languages
  FROM register.profile_text b WHERE b.profile_id = p.id) w
LEFT JOIN media.v_asset f ON f.id = p.photo_id
LEFT JOIN media.v_asset v ON v.id = p.video_id
CROSS JOIN LATERAL (
  SELECT jsonb_build_array(
    n.sex, n.family_uk, n.given_uk, n.patronymic_uk, n.family_ru, n.given_ru, n.patronymic_ru,
    n.family_latin, n.given_latin, k.region, k.charges, k.rendered_on, k.in_force_from,
    k.sentence_years, k.sentence_months, k.life, k.confiscation,
    w.texts, f.original_sha256, f.renditions, v.original_sha256, v.renditions) AS content) j
CROSS JOIN LATERAL (SELECT sha256(convert_to(j.content::text, 'UTF8')) AS content_hash) h
CROSS JOIN LATERAL (
  SELECT coalesce(max(o.placed_at), '-infinity') AS placed_at, coalesce(bool_or(o.lifted_at IS NULL), false) AS held
  FROM register.hold o WHERE o.person_id = p.person_id) hold
CROSS JOIN LATERAL (
  SELECT greatest(n.status_changed_at, k.turned_at, t.chain_settled_at, x.chain_settled_at, hold.placed_at)
    AS counts_from) c
CROSS JOIN LATERAL (
  SELECT count(DISTINCT q.agency) AS agencies, max(q.approved_at) AS updated_at,
         array_agg(DISTINCT q.agency) AS approved_by
  FROM register.approval q
  WHERE q.profile_id = p.id AND q.content_hash = h.content_hash AND q.approved_at >= c.counts_from) a;
COMMENT ON COLUMN register.v_standing.content IS 'What the hash is of: all that a reviewer approves, in a fixed order.';
COMMENT ON COLUMN register.v_standing.counts_from IS 'The last turn of verdict, standing, consents or holds: older approvals do not count.';

CREATE VIEW register.v_preview AS
SELECT v.id, v.person_id, v.sex, v.family_uk, v.given_uk, v.patronymic_uk,
       v.family_ru, v.given_ru, v.patronymic_ru, v.family_latin, v.given_latin,
       v.region, v.charges, coalesce(v.rendered_on, platform.today()) AS rendered_on,
       coalesce(v.in_force_from, platform.today()) AS in_force_from,
       v.sentence_years, v.sentence_months, v.life, v.confiscation, coalesce(v.texts, '{}') AS texts, v.left_on,
       coalesce(v.exchange_given_on, platform.today()) AS exchange_given_on,
       coalesce(v.exchange_confirmed_on, platform.today()) AS exchange_confirmed_on,
       coalesce(v.exchange_since, platform.today()) AS exchange_since,
       coalesce(v.exchange_present, '{}') AS exchange_present,
       CASE WHEN 'photo' = ANY (v.scopes) THEN v.photo_id END AS photo_id,
       CASE WHEN 'photo' = ANY (v.scopes) THEN v.photo END AS photo,
       CASE WHEN 'video' = ANY (v.scopes) THEN v.video_id END AS video_id,
       CASE WHEN 'video' = ANY (v.scopes) THEN v.video END AS video,
       CASE WHEN 'video' = ANY (v.scopes) THEN v.video_seconds END AS video_seconds,
       CASE WHEN 'birth-year' = ANY (v.scopes) THEN extract(year FROM v.born_on)::int END AS birth_year,
       CASE WHEN 'case-number' = ANY (v.scopes) AND NOT v.closed_session THEN v.case_number END AS case_number,
       'search-engines' = ANY (v.scopes) AS indexable,
       'copies' = ANY (v.scopes) AS copies,
       coalesce(r.first_at, v.updated_at, platform.now()) AS published_at,
       coalesce(v.updated_at, platform.now()) AS updated_at,
       (SELECT jsonb_agg(jsonb_build_object('kind', e.kind, 'on', e.occurred_on) ORDER BY e.occurred_on, e.recorded_at)
        FROM cases.v_event e
        WHERE e.proceeding_id = v.proceeding_id
          AND e.kind IN ('detained', 'verdict', 'appeal-upheld', 'in-force', 'confirmed')) AS events,
       v.right_until,
       array_remove(ARRAY[
         CASE WHEN v.exchange_given_on IS NULL THEN 'exchange' END,
         CASE WHEN v.in_force_from IS NULL THEN 'in-force' END,
         CASE WHEN v.updated_at IS NULL THEN 'updated' END], NULL) AS assumed,
       array_remove(ARRAY[
         CASE WHEN v.photo_id IS NOT NULL AND NOT 'photo' = ANY (v.scopes) THEN 'photo' END,
         CASE WHEN v.video_id IS NOT NULL AND NOT 'video' = ANY (v.scopes) THEN 'video' END], NULL) AS hidden
FROM register.v_standing v
LEFT JOIN register.appearance r ON r.profile_id = v.id;
COMMENT ON VIEW register.v_preview IS
  'A profile as the public would see it if nothing stood between: the columns of v_profile, each under its own consent. '
  'Where a date is not known yet, today stands for it and `assumed` says so; `hidden` names media without a consent. '
  'Never granted to the site.';

GRANT SELECT ON register.v_preview TO svoi_desk;
GRANT SELECT, INSERT ON register.writer, register.clearance, register.comment TO svoi_desk;
GRANT SELECT ON register.content, register.review TO svoi_desk;
