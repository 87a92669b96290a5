INSERT INTO staff.agency (code, publishes, verifies_consent) VALUES
  ('bar', false, false), ('prison-service', false, false), ('migration-service', false, false);

ALTER TABLE staff.member DROP CONSTRAINT member_roles_known;
UPDATE staff.member SET roles = ARRAY(
  SELECT DISTINCT CASE role WHEN 'ombudsman' THEN 'monitor' WHEN 'rounds' THEN 'round-officer'
                            WHEN 'intake' THEN 'intake-officer' ELSE role END
  FROM unnest(roles) role);
ALTER TABLE staff.member ADD CONSTRAINT member_roles_known CHECK (
  cardinality(roles) > 0 AND roles <@ ARRAY[
    'author', 'reviewer', 'interviewer', 'verifier', 'prison-liaison', 'counsel', 'round-officer',
    'intake-officer', 'departures-officer', 'monitor', 'administrator']);

ALTER TABLE staff.member
  ADD COLUMN display_name text NOT NULL DEFAULT '',
  ADD COLUMN language text NOT NULL DEFAULT 'uk',
  ADD COLUMN version integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT member_display_name_is_short CHECK (length(display_name) <= 80),
  ADD CONSTRAINT member_language CHECK (language IN ('uk', 'en'));
COMMENT ON COLUMN staff.member.display_name IS 'How colleagues call this member; seen in the desk only, never public.';

CREATE FUNCTION staff.guard_member() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  body staff.agency;
BEGIN
  SELECT * INTO body FROM staff.agency WHERE code = NEW.agency;
  IF (NEW.roles && ARRAY['author', 'reviewer'] AND NOT body.publishes)
     OR ('verifier' = ANY (NEW.roles) AND NOT body.verifies_consent)
     OR ('monitor' = ANY (NEW.roles) AND NEW.agency <> 'ombudsman')
     OR ('counsel' = ANY (NEW.roles) AND NEW.agency NOT IN ('bar', 'legal-aid'))
     OR ('prison-liaison' = ANY (NEW.roles) AND NEW.agency <> 'prison-service') THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'member_roles_fit_the_agency', MESSAGE = 'a role does not belong to this agency';
  END IF;
  IF 'administrator' = ANY (NEW.roles) AND cardinality(NEW.roles) > 1 THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'administrator_reads_no_content', MESSAGE = 'an administrator has no other role';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER member_is_guarded BEFORE INSERT OR UPDATE ON staff.member
  FOR EACH ROW EXECUTE FUNCTION staff.guard_member();

CREATE TABLE staff.passkey (
  credential_id  bytea PRIMARY KEY,
  member_id      uuid NOT NULL REFERENCES staff.member (id),
  label          text NOT NULL,
  public_key     bytea NOT NULL,
  sign_count     bigint NOT NULL,
  uv_initialized boolean NOT NULL,
  backup_eligible boolean NOT NULL,
  backup_state   boolean NOT NULL,
  transports     text[] NOT NULL,
  attestation    bytea NOT NULL,
  client_data    bytea NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  last_used_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT passkey_label_is_short CHECK (length(label) BETWEEN 1 AND 80),
  CONSTRAINT passkey_verifies_the_user CHECK (uv_initialized)
);
COMMENT ON TABLE staff.passkey IS 'WebAuthn credentials: public keys only. There are no passwords.';
CREATE INDEX passkey_by_member ON staff.passkey (member_id);

CREATE TABLE staff.invitation (
  token_sha256 bytea PRIMARY KEY,
  member_id    uuid NOT NULL REFERENCES staff.member (id),
  invited_by   text NOT NULL,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz,
  CONSTRAINT invitation_token CHECK (length(token_sha256) = 32),
  CONSTRAINT invitation_lives_a_day CHECK (expires_at <= now() + interval '25 hours')
);
COMMENT ON TABLE staff.invitation IS 'Links that enrol a passkey: hashed, for one use, for a day of real time.';

CREATE TABLE staff.recovery_code (
  code_sha256 bytea PRIMARY KEY,
  member_id   uuid NOT NULL REFERENCES staff.member (id),
  used_at     timestamptz,
  CONSTRAINT recovery_code_hash CHECK (length(code_sha256) = 32)
);
COMMENT ON TABLE staff.recovery_code IS
  'Codes of 100 random bits, so that a plain hash is enough. Each works once and leads to enrolling a passkey.';
CREATE INDEX recovery_code_by_member ON staff.recovery_code (member_id);

CREATE TABLE staff.session (
  primary_id            char(36) PRIMARY KEY,
  session_id            char(36) NOT NULL UNIQUE,
  creation_time         bigint NOT NULL,
  last_access_time      bigint NOT NULL,
  max_inactive_interval int NOT NULL,
  expiry_time           bigint NOT NULL,
  principal_name        varchar(100)
);
COMMENT ON TABLE staff.session IS 'Sessions of the desk in the shape that Spring Session JDBC gives them; real time.';
CREATE INDEX session_by_expiry ON staff.session (expiry_time);
CREATE INDEX session_by_principal ON staff.session (principal_name);

CREATE TABLE staff.session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES staff.session (primary_id) ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);

DROP VIEW staff.v_member;
CREATE VIEW staff.v_member AS
SELECT id, agency, roles, active, display_name, language, version FROM staff.member;

GRANT SELECT ON staff.v_member TO svoi_desk;
GRANT UPDATE (display_name, language, version) ON staff.member TO svoi_desk;
GRANT SELECT, INSERT, DELETE ON staff.passkey TO svoi_desk;
GRANT UPDATE (sign_count, backup_state, last_used_at, label) ON staff.passkey TO svoi_desk;
GRANT SELECT, INSERT ON staff.invitation TO svoi_desk;
GRANT UPDATE (used_at) ON staff.invitation TO svoi_desk;
GRANT SELECT, INSERT, DELETE ON staff.recovery_code TO svoi_desk;
GRANT UPDATE (used_at) ON staff.recovery_code TO svoi_desk;
GRANT SELECT, INSERT, UPDATE, DELETE ON staff.session, staff.session_attributes TO svoi_desk;
