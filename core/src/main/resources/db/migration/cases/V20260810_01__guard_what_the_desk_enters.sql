-- What an officer enters is checked by the database too. What an import brought stays a draft that the view
-- of what is public never shows, until an officer saves it here: from then on it is the desk's.
ALTER TABLE cases.person ADD COLUMN imported boolean NOT NULL DEFAULT true;
ALTER TABLE cases.person ALTER COLUMN imported SET DEFAULT false;
ALTER TABLE cases.person ADD CONSTRAINT person_rules_known UNIQUE (id, born_on, citizen, imported);
COMMENT ON COLUMN cases.person.imported IS
  'Came by an import and was not saved in the desk since. Only then may a charge contradict the person: such a draft '
  'is kept as evidence and is invisible by register.v_standing. Never becomes true again.';

ALTER TABLE cases.person ADD COLUMN entered_at timestamptz NOT NULL DEFAULT platform.now();
CREATE INDEX person_by_entry ON cases.person (entered_at, id);
CREATE INDEX person_of_agency_by_entry ON cases.person (agency, entered_at, id);
CREATE INDEX person_whose_file_is_closed ON cases.person (entered_at, id)
  WHERE died_on IS NOT NULL OR left_on IS NOT NULL OR custody_until IS NOT NULL;
CREATE INDEX verdict_by_person ON cases.verdict (person_id);
CREATE INDEX verdict_by_force ON cases.verdict (in_force_from);

ALTER TABLE cases.charge ADD COLUMN born_on date, ADD COLUMN citizen boolean, ADD COLUMN imported boolean;
UPDATE cases.charge c SET born_on = p.born_on, citizen = p.citizen, imported = p.imported
FROM cases.person p WHERE p.id = c.person_id;
ALTER TABLE cases.charge
  ALTER COLUMN born_on SET NOT NULL, ALTER COLUMN citizen SET NOT NULL, ALTER COLUMN imported SET NOT NULL,
  ADD CONSTRAINT charge_against_person FOREIGN KEY (person_id, born_on, citizen, imported)
    REFERENCES cases.person (id, born_on, citizen, imported) ON UPDATE CASCADE,
  ADD CONSTRAINT r4_charge_committed_by_adult
    CHECK (imported OR committed_from >= (born_on + interval '18 years')::date),
  ADD CONSTRAINT charge_treason_by_a_citizen CHECK (imported OR article <> '111' OR citizen),
  ADD CONSTRAINT charge_espionage_by_a_foreigner CHECK (imported OR article <> '114' OR NOT citizen);
COMMENT ON COLUMN cases.charge.born_on IS
  'With citizen and imported a copy of the person''s, kept by the foreign key, so that a check can compare.';
CREATE INDEX charge_by_person ON cases.charge (person_id);

CREATE FUNCTION cases.copy_person_to_charge() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  SELECT born_on, citizen, imported INTO NEW.born_on, NEW.citizen, NEW.imported
  FROM cases.person WHERE id = NEW.person_id;
  RETURN NEW;
END $$;
CREATE TRIGGER charge_copies_person BEFORE INSERT OR UPDATE OF person_id ON cases.charge
  FOR EACH ROW EXECUTE FUNCTION cases.copy_person_to_charge();

CREATE FUNCTION cases.keep_imported_false() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
    CONSTRAINT = 'person_of_the_desk_stays_so', MESSAGE = 'a person saved in the desk is not an imported one again';
END $$;
CREATE TRIGGER person_of_the_desk_stays_so BEFORE UPDATE OF imported ON cases.person
  FOR EACH ROW WHEN (NEW.imported AND NOT OLD.imported) EXECUTE FUNCTION cases.keep_imported_false();

-- A corrected verdict or date of an act is another standing: older approvals do not count, even if it is corrected back.
CREATE FUNCTION cases.stamp_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE cases.person SET status_changed_at = platform.now()
  WHERE id = coalesce(NEW.person_id, OLD.person_id);
  RETURN NULL;
END $$;
CREATE TRIGGER verdict_changes_standing AFTER UPDATE ON cases.verdict FOR EACH ROW
  WHEN ((NEW.guilty, NEW.in_absentia, NEW.in_force_from) IS DISTINCT FROM (OLD.guilty, OLD.in_absentia, OLD.in_force_from))
  EXECUTE FUNCTION cases.stamp_person();
CREATE TRIGGER charge_changes_standing AFTER UPDATE ON cases.charge FOR EACH ROW
  WHEN (NEW.committed_from IS DISTINCT FROM OLD.committed_from) EXECUTE FUNCTION cases.stamp_person();
CREATE TRIGGER charge_gone_changes_standing AFTER DELETE ON cases.charge
  FOR EACH ROW EXECUTE FUNCTION cases.stamp_person();

REVOKE UPDATE ON cases.person, cases.proceeding, cases.charge, cases.verdict FROM svoi_desk;
GRANT UPDATE (sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru, family_latin, given_latin,
  born_on, citizen, custody_from, custody_until, prisoner_of_war, enemy_serviceman, died_on, left_on, imported)
  ON cases.person TO svoi_desk;
GRANT UPDATE (region, case_number, closed_session) ON cases.proceeding TO svoi_desk;
GRANT UPDATE (article, article_from, has_parts, part, committed_from, committed_to, date_reason) ON cases.charge TO svoi_desk;
GRANT UPDATE (guilty, in_absentia, rendered_on, in_force_from, sentence_years, sentence_months, life, confiscation)
  ON cases.verdict TO svoi_desk;
