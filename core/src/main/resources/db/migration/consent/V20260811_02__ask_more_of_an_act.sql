-- What was read, and the private interview, belong to the act: older acts keep what they have.
CREATE TABLE consent.interview (
  id                        uuid PRIMARY KEY,
  person_id                 uuid NOT NULL REFERENCES cases.person (id),
  held_by                   uuid NOT NULL REFERENCES staff.member (id),
  held_at                   timestamptz NOT NULL,
  knows_consequences        boolean NOT NULL,
  knows_of_saying_no        boolean NOT NULL,
  no_benefit_or_punishment  boolean NOT NULL,
  alone_without_guards      boolean NOT NULL,
  family_informed_if_wished boolean NOT NULL,
  CONSTRAINT interview_of_person UNIQUE (id, person_id, held_by),
  CONSTRAINT r11_interview_is_complete CHECK (knows_consequences AND knows_of_saying_no
    AND no_benefit_or_punishment AND alone_without_guards AND family_informed_if_wished)
);
COMMENT ON TABLE consent.interview IS
  'The private talk before a verification: stored when every point holds, or not at all. What was said is not stored.';
CREATE TRIGGER interview_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent.interview
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

ALTER TABLE consent.act
  ADD COLUMN session_id uuid,
  ADD COLUMN points_read smallint[],
  ADD COLUMN interview_id uuid,
  ADD CONSTRAINT act_of_session FOREIGN KEY (session_id, person_id) REFERENCES consent.session (id, person_id),
  ADD CONSTRAINT r10_act_all_fourteen_points_read CHECK (points_read @> consent.all_points()),
  ADD CONSTRAINT r11_act_interview_by_its_verifier FOREIGN KEY (interview_id, person_id, verified_by)
    REFERENCES consent.interview (id, person_id, held_by);
COMMENT ON COLUMN consent.act.points_read IS 'Which of the fourteen points were read out; null only on acts older than this column.';
CREATE INDEX act_to_verify ON consent.act (given_at) WHERE verified_at IS NULL AND ended_at IS NULL;
CREATE INDEX act_by_end ON consent.act (valid_until) WHERE verified_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX act_by_counsel ON consent.act (counsel_id);

CREATE TABLE consent.kept_waiting_date (
  act_id     uuid PRIMARY KEY REFERENCES consent.act (id),
  person_id  uuid NOT NULL,
  kept_from  date NOT NULL,
  decided_by uuid NOT NULL REFERENCES staff.member (id),
  decided_at timestamptz NOT NULL DEFAULT platform.now()
);
COMMENT ON TABLE consent.kept_waiting_date IS
  'The monitor''s decision that a withdrawal which was not the person''s own costs no waiting time.';
CREATE TRIGGER kept_waiting_date_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent.kept_waiting_date
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION consent.guard_kept_waiting_date() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  renewed consent.act;
  earlier consent.act;
BEGIN
  NEW.decided_at := platform.now();
  IF NOT EXISTS (SELECT FROM staff.v_member
                 WHERE id = NEW.decided_by AND active AND 'monitor' = ANY (roles)) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'waiting_date_kept_by_monitor', MESSAGE = 'only the monitor keeps a waiting date';
  END IF;
  SELECT * INTO STRICT renewed FROM consent.act WHERE id = NEW.act_id;
  SELECT a.* INTO earlier FROM consent.act a
    WHERE a.person_id = renewed.person_id AND a.scope = renewed.scope AND a.id <> renewed.id
      AND a.verified_at IS NOT NULL AND a.given_at < renewed.given_at
    ORDER BY a.given_at DESC LIMIT 1;
  IF renewed.verified_at IS NULL OR renewed.ended_at IS NOT NULL
     OR earlier.ended_how IS DISTINCT FROM 'withdrawn' OR earlier.ended_at > renewed.verified_at
     OR earlier.valid_until < (earlier.ended_at AT TIME ZONE 'Europe/Kyiv')::date
     OR EXISTS (SELECT FROM consent.withdrawal w WHERE w.act_id = earlier.id AND w.said_by = 'person') THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'waiting_date_kept_only_after_a_withdrawal_by_others',
      MESSAGE = 'there was no withdrawal by others before this act';
  END IF;
  NEW.person_id := renewed.person_id;
  NEW.kept_from := coalesce((SELECT k.kept_from FROM consent.kept_waiting_date k WHERE k.act_id = earlier.id),
                            earlier.chain_from);
  RETURN NEW;
END $$;
CREATE TRIGGER kept_waiting_date_is_guarded BEFORE INSERT ON consent.kept_waiting_date
  FOR EACH ROW EXECUTE FUNCTION consent.guard_kept_waiting_date();
CREATE TRIGGER kept_waiting_date_changed AFTER INSERT ON consent.kept_waiting_date
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');

CREATE OR REPLACE FUNCTION consent.guard_act() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  earlier consent.act;
  advocate uuid;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.person_id, NEW.scope, NEW.given_at, NEW.valid_until, NEW.text_version, NEW.language,
        NEW.read_aloud, NEW.place_kind, NEW.session_start, NEW.session_end, NEW.counsel_id, NEW.interviewer_id,
        NEW.present_roles, NEW.evidence_sha256, NEW.session_id, NEW.points_read)
       IS DISTINCT FROM
       (OLD.id, OLD.person_id, OLD.scope, OLD.given_at, OLD.valid_until, OLD.text_version, OLD.language,
        OLD.read_aloud, OLD.place_kind, OLD.session_start, OLD.session_end, OLD.counsel_id, OLD.interviewer_id,
        OLD.present_roles, OLD.evidence_sha256, OLD.session_id, OLD.points_read)
       OR (OLD.verified_at IS NOT NULL
           AND (NEW.verified_at, NEW.verified_by, NEW.interview_id, NEW.chain_from, NEW.chain_settled_at)
           IS DISTINCT FROM (OLD.verified_at, OLD.verified_by, OLD.interview_id, OLD.chain_from, OLD.chain_settled_at))
       OR (OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.ended_how, NEW.verified_at)
           IS DISTINCT FROM (OLD.ended_at, OLD.ended_how, OLD.verified_at)) THEN
      RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
        CONSTRAINT = 'act_is_not_rewritten', MESSAGE = 'an act of consent is not rewritten';
    END IF;
  END IF;
  IF NEW.given_at > platform.now() OR NEW.verified_at > platform.now() THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'act_is_not_in_the_future', MESSAGE = 'an act of consent lies in the future';
  END IF;
  IF TG_OP = 'INSERT' OR NEW.verified_by IS DISTINCT FROM OLD.verified_by THEN
    SELECT member_id INTO advocate FROM consent.counsel WHERE id = NEW.counsel_id FOR SHARE;
  END IF;
  IF advocate IN (NEW.interviewer_id, NEW.verified_by) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'r11_act_counsel_is_nobody_else', MESSAGE = 'counsel is neither interviewer nor verifier';
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.chain_from := NULL;
    NEW.chain_settled_at := NULL;
    IF NEW.points_read IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
        CONSTRAINT = 'r10_act_all_fourteen_points_read', MESSAGE = 'which points were read is missing';
    END IF;
  END IF;
  IF NEW.verified_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.verified_at IS NULL) THEN
    IF NEW.interview_id IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
        CONSTRAINT = 'r11_interview_is_complete', MESSAGE = 'a verification needs the private interview';
    END IF;
    IF NOT EXISTS (SELECT FROM staff.v_member
                   WHERE id = NEW.verified_by AND active AND 'verifier' = ANY (roles)) THEN
      RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
        CONSTRAINT = 'r11_act_verifier_entitled', MESSAGE = 'the verifier does not have this role';
    END IF;
  END IF;
  IF NEW.verified_at IS NOT NULL AND NEW.ended_at IS NULL
     AND (TG_OP = 'INSERT' OR OLD.verified_at IS NULL) THEN
    SELECT * INTO earlier FROM consent.act
      WHERE person_id = NEW.person_id AND scope = NEW.scope AND id <> NEW.id
        AND verified_at IS NOT NULL AND ended_at IS NULL FOR UPDATE;
    NEW.chain_from := (NEW.given_at AT TIME ZONE 'Europe/Kyiv')::date;
    NEW.chain_settled_at := NEW.verified_at;
    IF earlier.id IS NOT NULL THEN
      IF earlier.valid_until >= (NEW.verified_at AT TIME ZONE 'Europe/Kyiv')::date THEN
        NEW.chain_from := coalesce(
          (SELECT k.kept_from FROM consent.kept_waiting_date k WHERE k.act_id = earlier.id), earlier.chain_from);
        NEW.chain_settled_at := earlier.chain_settled_at;
      END IF;
      UPDATE consent.act SET ended_at = NEW.verified_at, ended_how = 'superseded' WHERE id = earlier.id;
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION consent.guard_counsel() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM consent.act WHERE counsel_id = NEW.id AND NEW.member_id IN (interviewer_id, verified_by)) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'r11_act_counsel_is_nobody_else', MESSAGE = 'counsel is neither interviewer nor verifier';
  END IF;
  IF NEW.member_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM staff.v_member WHERE id = NEW.member_id AND 'counsel' = ANY (roles)) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'counsel_account_is_of_counsel', MESSAGE = 'this account is not an advocate''s';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.member_id IS NOT NULL AND NEW.member_id IS DISTINCT FROM OLD.member_id THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'counsel_account_stays', MESSAGE = 'an advocate''s account is not given to another';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER counsel_is_guarded BEFORE INSERT OR UPDATE ON consent.counsel
  FOR EACH ROW EXECUTE FUNCTION consent.guard_counsel();

CREATE OR REPLACE VIEW consent.v_act AS
SELECT a.id, a.person_id, a.scope, a.given_on, a.valid_until, a.verified_at,
       coalesce((SELECT k.kept_from FROM consent.kept_waiting_date k WHERE k.act_id = a.id), a.chain_from) AS chain_from,
       a.chain_settled_at, a.present_roles, a.ended_at, a.ended_how,
       greatest((a.verified_at AT TIME ZONE 'Europe/Kyiv')::date,
                (SELECT max((r.confirmed_at AT TIME ZONE 'Europe/Kyiv')::date)
                 FROM consent.reconfirmation r WHERE r.act_id = a.id)) AS confirmed_on
FROM consent.act a;

CREATE VIEW consent.v_reminder AS
SELECT person_id, scope, valid_until, valid_until - (SELECT platform.today()) AS days_left,
       CASE WHEN valid_until - (SELECT platform.today()) <= 3 THEN 3
            WHEN valid_until - (SELECT platform.today()) <= 14 THEN 14 ELSE 30 END AS step
FROM consent.v_in_force
WHERE valid_until <= (SELECT platform.today()) + 30;
COMMENT ON VIEW consent.v_reminder IS 'Consents that end in 30, 14 or 3 days; computed, nothing is stored.';

CREATE TABLE consent.damaged_evidence (
  person_id       uuid NOT NULL REFERENCES cases.person (id),
  evidence_sha256 bytea NOT NULL,
  found_by        uuid NOT NULL REFERENCES staff.member (id),
  found_at        timestamptz NOT NULL DEFAULT platform.now(),
  PRIMARY KEY (person_id, evidence_sha256),
  CONSTRAINT damaged_evidence_is_sha256 CHECK (length(evidence_sha256) = 32)
);
COMMENT ON TABLE consent.damaged_evidence IS 'Signed sheets whose file is no longer what was hashed: an alert for the monitor.';
CREATE TRIGGER damaged_evidence_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent.damaged_evidence
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

GRANT SELECT, INSERT ON consent.interview, consent.kept_waiting_date, consent.damaged_evidence TO svoi_desk;
GRANT UPDATE (interview_id) ON consent.act TO svoi_desk;
GRANT SELECT ON consent.v_reminder TO svoi_desk;
