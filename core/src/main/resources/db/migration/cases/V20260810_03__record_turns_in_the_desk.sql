ALTER TABLE cases.event DROP CONSTRAINT event_kind_known;
ALTER TABLE cases.event
  ADD COLUMN recorded_by uuid REFERENCES staff.member (id),
  ADD CONSTRAINT event_kind_known CHECK (kind IN ('detained', 'verdict', 'appeal-upheld', 'in-force',
    'quashed', 'acquitted', 'reopened', 'appeal-restored', 'pardoned', 'expunged', 'confirmed', 'served', 'died'));
COMMENT ON COLUMN cases.event.recorded_by IS 'Who entered it in the desk; null for imports.';

-- A proceeding may come to another record of the same person; its events never change.
ALTER TABLE cases.event DROP CONSTRAINT event_of_proceeding;
ALTER TABLE cases.event ADD CONSTRAINT event_of_proceeding FOREIGN KEY (proceeding_id) REFERENCES cases.proceeding (id);
COMMENT ON COLUMN cases.event.person_id IS 'The record to which the proceeding belonged when the event was entered.';
CREATE OR REPLACE VIEW cases.v_event AS
SELECT e.proceeding_id, p.person_id, e.kind, e.occurred_on, e.recorded_at
FROM cases.event e
JOIN cases.proceeding p ON p.id = e.proceeding_id
LEFT JOIN cases.verdict v ON v.proceeding_id = e.proceeding_id
WHERE CASE e.kind
        WHEN 'verdict' THEN e.occurred_on = v.rendered_on
        WHEN 'in-force' THEN e.occurred_on = v.in_force_from
        ELSE e.kind NOT IN ('detained', 'appeal-upheld') OR NOT EXISTS (
          SELECT FROM cases.event later
          WHERE later.proceeding_id = e.proceeding_id AND later.kind = e.kind AND later.recorded_at > e.recorded_at)
        END;
COMMENT ON VIEW cases.v_event IS
  'The steps of a case as they are known now: a step whose date was corrected is not shown twice.';

CREATE FUNCTION cases.guard_event() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  SELECT person_id INTO NEW.person_id FROM cases.proceeding WHERE id = NEW.proceeding_id;
  NEW.recorded_at := platform.now();
  IF NEW.occurred_on > platform.today()
     AND NEW.kind NOT IN ('detained', 'verdict', 'appeal-upheld', 'in-force') THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'event_is_not_in_the_future', MESSAGE = 'a turn of a case lies in the future';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_is_guarded BEFORE INSERT ON cases.event FOR EACH ROW EXECUTE FUNCTION cases.guard_event();

CREATE FUNCTION cases.end_life_or_custody() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.kind = 'died' THEN
    UPDATE cases.person SET died_on = NEW.occurred_on WHERE id = NEW.person_id AND died_on IS NULL;
  ELSE
    UPDATE cases.person SET custody_until = greatest(NEW.occurred_on, custody_from)
    WHERE id = NEW.person_id AND (custody_until IS NULL OR custody_until > NEW.occurred_on);
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION cases.end_life_or_custody() IS
  'R5, R7: a death and a served sentence are in the person''s standing in the same transaction.';
CREATE TRIGGER event_ends_life_or_custody AFTER INSERT ON cases.event
  FOR EACH ROW WHEN (NEW.kind IN ('died', 'served')) EXECUTE FUNCTION cases.end_life_or_custody();
