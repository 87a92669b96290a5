CREATE TABLE cases.break_glass (
  id        uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES cases.person (id),
  opened_by uuid NOT NULL REFERENCES staff.member (id),
  reason    bytea NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT break_glass_reason_given CHECK (length(reason) >= 48)
);
COMMENT ON TABLE cases.break_glass IS
  'A place of detention was opened by somebody who has no need to know, once, with a written reason.';
COMMENT ON COLUMN cases.break_glass.id IS 'Made for the form, so that one form opens once.';
COMMENT ON COLUMN cases.break_glass.reason IS
  'Sealed under the person''s key: 28 bytes around at least 20 letters. Unreadable once that key is erased.';
CREATE INDEX break_glass_by_member ON cases.break_glass (opened_by, opened_at);
CREATE INDEX break_glass_by_person ON cases.break_glass (person_id);

CREATE FUNCTION cases.stamp_break_glass() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.opened_at := platform.now();
  RETURN NEW;
END $$;
CREATE TRIGGER break_glass_is_stamped BEFORE INSERT ON cases.break_glass
  FOR EACH ROW EXECUTE FUNCTION cases.stamp_break_glass();
CREATE TRIGGER break_glass_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases.break_glass
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE cases.break_glass_seen (
  opening_id uuid PRIMARY KEY REFERENCES cases.break_glass (id),
  seen_by    uuid NOT NULL REFERENCES staff.member (id),
  seen_at    timestamptz NOT NULL DEFAULT platform.now()
);
COMMENT ON TABLE cases.break_glass_seen IS 'Which monitor saw it; until then it is a task of every monitor.';

CREATE FUNCTION cases.guard_break_glass_seen() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.seen_at := platform.now();
  IF NOT EXISTS (SELECT FROM staff.v_member WHERE id = NEW.seen_by AND active AND 'monitor' = ANY (roles)) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'break_glass_seen_by_a_monitor', MESSAGE = 'only a monitor marks it as seen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER break_glass_seen_is_guarded BEFORE INSERT ON cases.break_glass_seen
  FOR EACH ROW EXECUTE FUNCTION cases.guard_break_glass_seen();
CREATE TRIGGER break_glass_seen_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases.break_glass_seen
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE VIEW cases.v_break_glass_alarm AS
SELECT opened_by, max(opened_at) AS last_at, max(within_hour)::integer AS within_hour
FROM (SELECT opened_by, opened_at,
             count(*) OVER (PARTITION BY opened_by ORDER BY opened_at
                            RANGE BETWEEN interval '1 hour' PRECEDING AND CURRENT ROW) AS within_hour
      FROM cases.break_glass WHERE opened_at > (SELECT platform.now()) - interval '7 days') hours
WHERE within_hour >= 5
GROUP BY opened_by;
COMMENT ON VIEW cases.v_break_glass_alarm IS
  'Accounts that opened five or more places of detention without need to know within an hour of the last week.';

GRANT SELECT, INSERT ON cases.break_glass, cases.break_glass_seen TO svoi_desk;
GRANT SELECT ON cases.v_break_glass_alarm TO svoi_desk;
