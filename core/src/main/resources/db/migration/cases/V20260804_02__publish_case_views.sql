CREATE VIEW cases.v_person AS
SELECT id, sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
       family_latin, given_latin, born_on, citizen, custody_from, custody_until,
       prisoner_of_war, enemy_serviceman, died_on, left_on, status_changed_at, version
FROM cases.person;
COMMENT ON VIEW cases.v_person IS 'Contract view for the modules above; never granted to the site.';

CREATE VIEW cases.v_proceeding AS
SELECT p.id, p.person_id, p.region, p.case_number, p.closed_session,
       v.guilty, v.in_absentia, v.rendered_on, v.in_force_from,
       v.sentence_years, v.sentence_months, v.life, v.confiscation,
       c.first_act_on, c.charges,
       coalesce(e.turned_at, '-infinity') AS turned_at,
       (v.guilty AND v.in_force_from <= (SELECT platform.today()) AND coalesce(e.stands, true)) AS in_force
FROM cases.proceeding p
LEFT JOIN cases.verdict v ON v.proceeding_id = p.id
LEFT JOIN LATERAL (
  SELECT min(h.committed_from) AS first_act_on,
         jsonb_agg(jsonb_build_object('article', h.article, 'from', h.article_from, 'part', h.part)
                   ORDER BY h.article, h.part) AS charges
  FROM cases.charge h WHERE h.proceeding_id = p.id) c ON true
LEFT JOIN LATERAL (
  SELECT (array_agg(t.kind ORDER BY t.recorded_at DESC, (t.kind = 'confirmed')))[1] = 'confirmed'
           AND NOT bool_or(t.kind IN ('acquitted', 'pardoned', 'expunged')) AS stands,
         max(t.recorded_at) AS turned_at
  FROM cases.event t
  WHERE t.proceeding_id = p.id
    AND t.kind IN ('quashed', 'acquitted', 'reopened', 'appeal-restored', 'pardoned', 'expunged', 'confirmed')) e ON true;
COMMENT ON COLUMN cases.v_proceeding.in_force IS 'R1, R2: a guilty verdict stands in legal force today.';
COMMENT ON COLUMN cases.v_proceeding.turned_at IS
  'When the verdict last fell or was confirmed again: older approvals do not count.';

CREATE VIEW cases.v_event AS SELECT proceeding_id, person_id, kind, occurred_on, recorded_at FROM cases.event;
