ALTER TABLE cases.person
  ADD COLUMN agency text NOT NULL DEFAULT 'sbu' REFERENCES staff.agency (code);
ALTER TABLE cases.person ALTER COLUMN agency DROP DEFAULT;
COMMENT ON COLUMN cases.person.agency IS 'Whose file it is: other agencies reach it only once its profile was handed in.';

CREATE OR REPLACE VIEW cases.v_person AS
SELECT id, sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
       family_latin, given_latin, born_on, citizen, custody_from, custody_until,
       prisoner_of_war, enemy_serviceman, died_on, left_on, status_changed_at, version, agency
FROM cases.person;
