CREATE SCHEMA consent;
COMMENT ON SCHEMA consent IS 'Acts of consent by scope, their verification, reconfirmation and withdrawal.';

CREATE FUNCTION consent.is_scope(text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN $1 IN ('exchange', 'text', 'photo', 'video', 'birth-year', 'case-number', 'press-contact',
                'search-engines', 'copies', 'keep-after-departure');

CREATE TABLE consent.text_version (
  id         text NOT NULL,
  scope      text NOT NULL,
  language   text NOT NULL,
  body       text NOT NULL,
  sha256     bytea NOT NULL,
  evidence   text NOT NULL,
  valid_from date NOT NULL,
  PRIMARY KEY (id, scope, language),
  CONSTRAINT text_version_scope CHECK (consent.is_scope(scope)),
  CONSTRAINT text_version_language CHECK (language ~ '^[a-z]{2,3}$'),
  CONSTRAINT text_version_hash CHECK (sha256 = sha256(convert_to(body, 'UTF8'))),
  CONSTRAINT text_version_evidence CHECK (evidence IN ('to-be-confirmed', 'confirmed'))
);
COMMENT ON TABLE consent.text_version IS 'Which words were read out before a signature (R10).';
COMMENT ON COLUMN consent.text_version.evidence IS 'Whether a lawyer has confirmed the wording.';

CREATE TABLE consent.counsel (
  id      uuid PRIMARY KEY,
  licence text NOT NULL,
  CONSTRAINT counsel_once UNIQUE (licence),
  CONSTRAINT counsel_licence_named CHECK (licence <> '')
);
COMMENT ON TABLE consent.counsel IS 'Advocates, by licence. Never members of staff: their ids are of another table.';

CREATE TABLE consent.act (
  id                uuid PRIMARY KEY,
  person_id         uuid NOT NULL,
  born_on           date NOT NULL,
  scope             text NOT NULL,
  given_at          timestamptz NOT NULL,
  given_on          date GENERATED ALWAYS AS ((given_at AT TIME ZONE 'Europe/Kyiv')::date) STORED,
  valid_until       date NOT NULL,
  text_version      text NOT NULL,
  language          text NOT NULL,
  read_aloud        boolean NOT NULL,
  place_kind        text NOT NULL,
  session_start     timestamptz NOT NULL,
  session_end       timestamptz NOT NULL,
  counsel_id        uuid NOT NULL REFERENCES consent.counsel (id),
  interviewer_id    uuid NOT NULL REFERENCES staff.member (id),
  present_roles     text[] NOT NULL,
  evidence_sha256   bytea NOT NULL,
  verified_at       timestamptz,
  verified_by       uuid,
  verifier_agency   text,
  verifier_entitled boolean,
  chain_from        date,
  chain_settled_at  timestamptz,
  ended_at          timestamptz,
  ended_how         text,
  CONSTRAINT act_of_person FOREIGN KEY (person_id, born_on) REFERENCES cases.person (id, born_on) ON UPDATE CASCADE,
  CONSTRAINT act_scope_known CHECK (consent.is_scope(scope)),
  CONSTRAINT act_text_was_read FOREIGN KEY (text_version, scope, language)
    REFERENCES consent.text_version (id, scope, language),
  CONSTRAINT r4_act_given_by_adult CHECK (given_on >= (born_on + interval '18 years')::date),
  CONSTRAINT r10_act_place_known CHECK (place_kind IN ('colony', 'remand-prison', 'hospital', 'court', 'other')),
  CONSTRAINT r10_act_session_in_order CHECK (session_start <= given_at AND given_at <= session_end
    AND session_end <= session_start + interval '12 hours'),
  CONSTRAINT r10_act_evidence_is_sha256 CHECK (length(evidence_sha256) = 32),
  CONSTRAINT r11_act_counsel_present CHECK ('counsel' = ANY (present_roles)),
  CONSTRAINT r11_act_roles_known CHECK (present_roles <@ ARRAY[
    'counsel', 'interviewer', 'ombudsman', 'monitor', 'interpreter', 'doctor']),
  CONSTRAINT r13_act_valid_at_most_180_days CHECK (valid_until >= given_on AND valid_until <= given_on + 180),
  CONSTRAINT act_verification_is_whole CHECK (
    (verified_at IS NULL) = (verified_by IS NULL) AND (verified_at IS NULL) = (verifier_agency IS NULL)
    AND (verified_at IS NULL) = (verifier_entitled IS NULL)),
  CONSTRAINT r12_act_verified_after_72_hours CHECK (verified_at >= given_at + interval '72 hours'),
  CONSTRAINT act_verifier_is_member FOREIGN KEY (verified_by, verifier_agency) REFERENCES staff.member (id, agency),
  CONSTRAINT r11_act_verified_by_neither_agency FOREIGN KEY (verifier_agency, verifier_entitled)
    REFERENCES staff.agency (code, verifies_consent),
  CONSTRAINT r11_act_verifier_entitled CHECK (verifier_entitled),
  CONSTRAINT act_verifier_is_not_interviewer CHECK (verified_by <> interviewer_id),
  CONSTRAINT act_end_is_whole CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
  CONSTRAINT act_end_known CHECK (ended_how IN ('withdrawn', 'superseded', 'annulled'))
);
COMMENT ON TABLE consent.act IS
  'One consent, for one scope, as signed. No column overrides a consent (exchange invariant 7); '
  'refusals are not recorded here (R16).';
COMMENT ON COLUMN consent.act.chain_from IS 'Day of the first consent of the unbroken chain, set when verified.';
COMMENT ON COLUMN consent.act.chain_settled_at IS 'When the chain began to count: older approvals do not.';
CREATE UNIQUE INDEX act_one_live_per_scope ON consent.act (person_id, scope)
  WHERE verified_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX act_by_person ON consent.act (person_id);

CREATE FUNCTION consent.guard_act() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  earlier consent.act;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.person_id, NEW.scope, NEW.given_at, NEW.valid_until, NEW.text_version, NEW.language,
        NEW.read_aloud, NEW.place_kind, NEW.session_start, NEW.session_end, NEW.counsel_id, NEW.interviewer_id,
        NEW.present_roles, NEW.evidence_sha256)
       IS DISTINCT FROM
       (OLD.id, OLD.person_id, OLD.scope, OLD.given_at, OLD.valid_until, OLD.text_version, OLD.language,
        OLD.read_aloud, OLD.place_kind, OLD.session_start, OLD.session_end, OLD.counsel_id, OLD.interviewer_id,
        OLD.present_roles, OLD.evidence_sha256)
       OR (OLD.verified_at IS NOT NULL AND (NEW.verified_at, NEW.verified_by, NEW.chain_from, NEW.chain_settled_at)
           IS DISTINCT FROM (OLD.verified_at, OLD.verified_by, OLD.chain_from, OLD.chain_settled_at))
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
  IF TG_OP = 'INSERT' THEN
    NEW.chain_from := NULL;
    NEW.chain_settled_at := NULL;
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
        NEW.chain_from := earlier.chain_from;
        NEW.chain_settled_at := earlier.chain_settled_at;
      END IF;
      UPDATE consent.act SET ended_at = NEW.verified_at, ended_how = 'superseded' WHERE id = earlier.id;
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER act_is_guarded BEFORE INSERT OR UPDATE ON consent.act
  FOR EACH ROW EXECUTE FUNCTION consent.guard_act();
CREATE TRIGGER act_is_kept BEFORE DELETE OR TRUNCATE ON consent.act
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE consent.reconfirmation (
  act_id       uuid NOT NULL REFERENCES consent.act (id),
  person_id    uuid NOT NULL,
  confirmed_at timestamptz NOT NULL DEFAULT platform.now(),
  confirmed_by uuid NOT NULL REFERENCES staff.member (id),
  PRIMARY KEY (act_id, confirmed_at)
);
COMMENT ON TABLE consent.reconfirmation IS
  'Asked again in private and said yes again; it never lengthens the validity.';
CREATE TRIGGER reconfirmation_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent.reconfirmation
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE consent.withdrawal (
  act_id    uuid PRIMARY KEY REFERENCES consent.act (id),
  person_id uuid NOT NULL,
  stated_at timestamptz NOT NULL DEFAULT platform.now(),
  said_by   text NOT NULL,
  CONSTRAINT r15_withdrawal_by_anyone_entitled CHECK (said_by IN
    ('person', 'counsel', 'ombudsman', 'monitor', 'prison-liaison', 'officer', 'attorney'))
);
COMMENT ON TABLE consent.withdrawal IS 'No reason is asked and there is no column for one (R15).';

CREATE FUNCTION consent.end_withdrawn_act() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.stated_at := platform.now();
  SELECT person_id INTO STRICT NEW.person_id FROM consent.act WHERE id = NEW.act_id;
  UPDATE consent.act SET ended_at = NEW.stated_at, ended_how = 'withdrawn'
    WHERE id = NEW.act_id AND ended_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER withdrawal_ends_the_act BEFORE INSERT ON consent.withdrawal
  FOR EACH ROW EXECUTE FUNCTION consent.end_withdrawn_act();
CREATE TRIGGER withdrawal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent.withdrawal
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER act_changed AFTER INSERT OR UPDATE ON consent.act
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');
CREATE TRIGGER reconfirmation_changed AFTER INSERT ON consent.reconfirmation
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');

CREATE VIEW consent.v_act AS
SELECT a.id, a.person_id, a.scope, a.given_on, a.valid_until, a.verified_at, a.chain_from, a.chain_settled_at,
       a.present_roles, a.ended_at, a.ended_how,
       greatest((a.verified_at AT TIME ZONE 'Europe/Kyiv')::date,
                (SELECT max((r.confirmed_at AT TIME ZONE 'Europe/Kyiv')::date)
                 FROM consent.reconfirmation r WHERE r.act_id = a.id)) AS confirmed_on
FROM consent.act a;
COMMENT ON VIEW consent.v_act IS 'Every act of consent; never granted to the site.';

CREATE VIEW consent.v_in_force AS
SELECT id, person_id, scope, given_on, valid_until, verified_at, chain_from, chain_settled_at, present_roles, confirmed_on
FROM consent.v_act
WHERE verified_at <= (SELECT platform.now()) AND ended_at IS NULL
  AND valid_until >= (SELECT platform.today());
COMMENT ON VIEW consent.v_in_force IS 'Consents that count today, at most one per person and scope.';
