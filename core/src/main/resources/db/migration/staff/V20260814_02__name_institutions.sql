CREATE TABLE staff.institution (
  id      uuid PRIMARY KEY,
  name_uk text NOT NULL,
  name_en text NOT NULL,
  CONSTRAINT institution_once UNIQUE (name_uk),
  CONSTRAINT institution_name_is_short CHECK (
    length(btrim(name_uk)) BETWEEN 3 AND 160 AND length(btrim(name_en)) BETWEEN 3 AND 160)
);
COMMENT ON TABLE staff.institution IS
  'Institutions of the prison service, as far as its liaisons work in them. Says nothing about who is held there.';

CREATE TABLE staff.posting (
  id             uuid PRIMARY KEY,
  member_id      uuid NOT NULL REFERENCES staff.member (id),
  institution_id uuid NOT NULL REFERENCES staff.institution (id),
  posted_by      uuid NOT NULL REFERENCES staff.member (id),
  posted_at      timestamptz NOT NULL DEFAULT platform.now(),
  ended_by       uuid REFERENCES staff.member (id),
  ended_at       timestamptz,
  CONSTRAINT posting_end_is_whole CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
COMMENT ON TABLE staff.posting IS 'Which prison liaison works in which institution.';
CREATE UNIQUE INDEX posting_open_once ON staff.posting (member_id, institution_id) WHERE ended_at IS NULL;

CREATE FUNCTION staff.guard_posting() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'posting_is_only_ended', MESSAGE = 'a posting is ended once and not changed';
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (
       SELECT FROM staff.member WHERE id = NEW.member_id AND active AND 'prison-liaison' = ANY (roles)) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'posting_of_a_prison_liaison', MESSAGE = 'only a prison liaison works in an institution';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER posting_is_guarded BEFORE INSERT OR UPDATE ON staff.posting
  FOR EACH ROW EXECUTE FUNCTION staff.guard_posting();
CREATE TRIGGER posting_is_kept BEFORE DELETE OR TRUNCATE ON staff.posting
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE VIEW staff.v_institution AS SELECT id, name_uk, name_en FROM staff.institution;
CREATE VIEW staff.v_posting AS
SELECT p.member_id, p.institution_id
FROM staff.posting p JOIN staff.member m ON m.id = p.member_id
WHERE p.ended_at IS NULL AND m.active AND 'prison-liaison' = ANY (m.roles);
COMMENT ON VIEW staff.v_posting IS 'Postings that count now: not ended, of an account that is a prison liaison still.';

GRANT SELECT, INSERT ON staff.institution, staff.posting TO svoi_desk;
GRANT UPDATE (ended_by, ended_at) ON staff.posting TO svoi_desk;
GRANT SELECT ON staff.v_institution, staff.v_posting TO svoi_desk;
