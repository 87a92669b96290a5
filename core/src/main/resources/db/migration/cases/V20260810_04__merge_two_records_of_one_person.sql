ALTER TABLE cases.person
  ADD COLUMN merged_into uuid REFERENCES cases.person (id),
  ADD CONSTRAINT person_merged_into_another CHECK (merged_into <> id);
COMMENT ON COLUMN cases.person.merged_into IS
  'The record that is kept. This one is a pointer then: nothing of it is lost, and the modules above do not see it.';
CREATE INDEX person_by_merged_into ON cases.person (merged_into) WHERE merged_into IS NOT NULL;

CREATE OR REPLACE VIEW cases.v_person AS
SELECT id, sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
       family_latin, given_latin, born_on, citizen, custody_from, custody_until,
       prisoner_of_war, enemy_serviceman, died_on, left_on, status_changed_at, version, agency
FROM cases.person WHERE merged_into IS NULL;
COMMENT ON VIEW cases.v_person IS
  'Contract view for the modules above; never granted to the site. Records merged into others are not in it: what hangs '
  'on them is dark.';

ALTER TABLE cases.charge DROP CONSTRAINT charge_of_proceeding;
ALTER TABLE cases.charge ADD CONSTRAINT charge_of_proceeding FOREIGN KEY (proceeding_id, person_id)
  REFERENCES cases.proceeding (id, person_id) ON UPDATE CASCADE;
ALTER TABLE cases.verdict DROP CONSTRAINT verdict_of_proceeding;
ALTER TABLE cases.verdict ADD CONSTRAINT verdict_of_proceeding FOREIGN KEY (proceeding_id, person_id)
  REFERENCES cases.proceeding (id, person_id) ON UPDATE CASCADE;

CREATE TABLE cases.merge (
  id              uuid PRIMARY KEY,
  kept_id         uuid NOT NULL REFERENCES cases.person (id),
  merged_id       uuid NOT NULL REFERENCES cases.person (id),
  kept_version    integer NOT NULL,
  merged_version  integer NOT NULL,
  ground          text NOT NULL,
  proposed_by     uuid NOT NULL,
  proposed_agency text NOT NULL,
  proposed_at     timestamptz NOT NULL DEFAULT platform.now(),
  outcome         text,
  decided_by      uuid,
  decided_agency  text,
  decided_at      timestamptz,
  CONSTRAINT merge_of_two_records CHECK (kept_id <> merged_id),
  CONSTRAINT merge_ground_given CHECK (length(ground) BETWEEN 10 AND 500),
  CONSTRAINT merge_proposed_by_member FOREIGN KEY (proposed_by, proposed_agency) REFERENCES staff.member (id, agency),
  CONSTRAINT merge_decided_by_member FOREIGN KEY (decided_by, decided_agency) REFERENCES staff.member (id, agency),
  CONSTRAINT merge_outcome_known CHECK (outcome IN ('confirmed', 'declined', 'taken-back')),
  CONSTRAINT merge_decision_is_whole CHECK (
    (outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (decided_agency IS NULL)
    AND (outcome IS NULL) = (decided_at IS NULL)),
  CONSTRAINT merge_signed_by_two_members CHECK (outcome <> 'confirmed' OR decided_by <> proposed_by),
  CONSTRAINT merge_taken_back_by_its_proposer CHECK (outcome <> 'taken-back' OR decided_by = proposed_by)
);
COMMENT ON TABLE cases.merge IS
  'Two records are one person: one member says so, another one confirms it. Nothing is ever deleted.';
CREATE UNIQUE INDEX merge_one_open_per_record ON cases.merge (merged_id) WHERE outcome IS NULL;
CREATE INDEX merge_by_kept ON cases.merge (kept_id);

CREATE FUNCTION cases.guard_merge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  kept cases.person;
  merged cases.person;
  moved record;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.outcome IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'merge_is_decided_once', MESSAGE = 'this merge is decided';
  END IF;
  PERFORM FROM cases.person WHERE id IN (NEW.kept_id, NEW.merged_id) ORDER BY id FOR UPDATE;
  SELECT * INTO kept FROM cases.person WHERE id = NEW.kept_id;
  SELECT * INTO merged FROM cases.person WHERE id = NEW.merged_id;
  IF TG_OP = 'INSERT' THEN
    NEW.proposed_at := platform.now();
    NEW.kept_version := kept.version;
    NEW.merged_version := merged.version;
    IF NEW.outcome IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
        CONSTRAINT = 'merge_is_proposed_first', MESSAGE = 'a merge begins as a proposal';
    END IF;
  ELSE
    NEW.decided_at := platform.now();
  END IF;
  IF NEW.outcome IS NULL OR NEW.outcome = 'confirmed' THEN
    IF kept.merged_into IS NOT NULL OR merged.merged_into IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
        CONSTRAINT = 'merge_of_records_that_stand', MESSAGE = 'one of the records is merged already';
    END IF;
  END IF;
  IF NEW.outcome = 'confirmed' AND NEW.decided_by <> NEW.proposed_by THEN
    IF (kept.version, merged.version) <> (NEW.kept_version, NEW.merged_version) THEN
      RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
        CONSTRAINT = 'merge_of_what_was_proposed', MESSAGE = 'a record changed since the proposal';
    END IF;
    FOR moved IN SELECT id FROM cases.proceeding WHERE person_id = NEW.merged_id LOOP
      BEGIN
        UPDATE cases.proceeding SET person_id = NEW.kept_id WHERE id = moved.id;
      EXCEPTION
        -- The kept record has this proceeding itself, or a profile of the other one shows it: it stays there, as history.
        WHEN unique_violation OR foreign_key_violation THEN NULL;
      END;
    END LOOP;
    UPDATE cases.person SET merged_into = NEW.kept_id WHERE merged_into = NEW.merged_id OR id = NEW.merged_id;
    UPDATE cases.person SET status_changed_at = platform.now() WHERE id = NEW.kept_id;
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION cases.guard_merge() IS
  'Applies a confirmed merge in one step: the proceedings come to the kept record, the other one becomes a pointer, and '
  'approvals of the kept one''s profile stop counting.';
CREATE TRIGGER merge_is_guarded BEFORE INSERT OR UPDATE ON cases.merge
  FOR EACH ROW EXECUTE FUNCTION cases.guard_merge();
CREATE TRIGGER merge_is_kept BEFORE DELETE OR TRUNCATE ON cases.merge
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
GRANT SELECT, INSERT ON cases.merge TO svoi_desk;
GRANT UPDATE (outcome, decided_by, decided_agency, decided_at) ON cases.merge TO svoi_desk;
REVOKE EXECUTE ON FUNCTION cases.guard_merge(), cases.stamp_person() FROM PUBLIC;
