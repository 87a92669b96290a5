-- A list by name computed the place of everybody in the alphabet to show a page of fifty.
ALTER TABLE cases.person ADD COLUMN name_order text COLLATE "C" NOT NULL
  GENERATED ALWAYS AS (platform.in_order(family_uk || ' ' || given_uk)) STORED;
COMMENT ON COLUMN cases.person.name_order IS 'Sorts by family and given name as the Ukrainian alphabet does.';

CREATE OR REPLACE VIEW cases.v_person AS
SELECT id, sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
       family_latin, given_latin, born_on, citizen, custody_from, custody_until,
       prisoner_of_war, enemy_serviceman, died_on, left_on, status_changed_at, version, agency, name_order
FROM cases.person WHERE merged_into IS NULL;

-- Whose verdict it is stands in the verdict: the same answer without a look at each proceeding.
CREATE INDEX verdict_of_the_guilty ON cases.verdict (in_force_from) INCLUDE (person_id, proceeding_id) WHERE guilty;
CREATE OR REPLACE VIEW cases.v_convicted AS
SELECT v.person_id
FROM cases.verdict v
LEFT JOIN (
  SELECT t.proceeding_id,
         (array_agg(t.kind ORDER BY t.recorded_at DESC, (t.kind = 'confirmed')))[1] = 'confirmed'
           AND NOT bool_or(t.kind IN ('acquitted', 'pardoned', 'expunged')) AS stands
  FROM cases.event t
  WHERE t.kind IN ('quashed', 'acquitted', 'reopened', 'appeal-restored', 'pardoned', 'expunged', 'confirmed')
  GROUP BY t.proceeding_id) e ON e.proceeding_id = v.proceeding_id
WHERE v.guilty AND v.in_force_from <= (SELECT platform.today()) AND coalesce(e.stands, true);
