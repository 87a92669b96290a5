CREATE FUNCTION consent.all_points() RETURNS smallint[] LANGUAGE sql IMMUTABLE
  RETURN ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]::smallint[];
COMMENT ON FUNCTION consent.all_points() IS 'The fourteen points that are told before any signature.';

CREATE TABLE consent.point_text (
  text_version text NOT NULL,
  language     text NOT NULL,
  number       smallint NOT NULL,
  body         text NOT NULL,
  sha256       bytea NOT NULL,
  PRIMARY KEY (text_version, language, number),
  CONSTRAINT point_text_number CHECK (number = ANY (consent.all_points())),
  CONSTRAINT point_text_language CHECK (language ~ '^[a-z]{2,3}$'),
  CONSTRAINT point_text_hash CHECK (sha256 = sha256(convert_to(body, 'UTF8')))
);
COMMENT ON TABLE consent.point_text IS 'What a meeting must tell before any signature, point by point (R10).';
CREATE TRIGGER point_text_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent.point_text
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE consent.session (
  id              uuid PRIMARY KEY,
  person_id       uuid NOT NULL REFERENCES cases.person (id),
  led_by          uuid NOT NULL REFERENCES staff.member (id),
  text_version    text NOT NULL,
  language        text NOT NULL,
  read_aloud      boolean NOT NULL DEFAULT false,
  points_read     smallint[] NOT NULL DEFAULT '{}',
  present_roles   text[] NOT NULL DEFAULT '{}',
  counsel_licence text NOT NULL DEFAULT '',
  counsel_member  uuid REFERENCES staff.member (id),
  place_kind      text NOT NULL DEFAULT '',
  session_start   timestamptz,
  session_end     timestamptz,
  valid_until     date,
  scopes          text[] NOT NULL DEFAULT '{}',
  version         integer NOT NULL DEFAULT 0,
  saved_at        timestamptz NOT NULL DEFAULT platform.now(),
  signed_at       timestamptz,
  evidence_sha256 bytea,
  evidence_type   text,
  CONSTRAINT session_of_person UNIQUE (id, person_id),
  CONSTRAINT session_points_known CHECK (points_read <@ consent.all_points()),
  CONSTRAINT session_roles_known CHECK (present_roles <@ ARRAY[
    'counsel', 'interviewer', 'ombudsman', 'monitor', 'interpreter', 'doctor']),
  CONSTRAINT session_place_known CHECK (place_kind IN ('', 'colony', 'remand-prison', 'hospital', 'court', 'other')),
  CONSTRAINT session_licence_is_short CHECK (length(counsel_licence) <= 60),
  CONSTRAINT session_evidence_type_known CHECK (evidence_type IN ('application/pdf', 'image/jpeg', 'image/png')),
  CONSTRAINT r10_session_all_fourteen_points_read CHECK (signed_at IS NULL OR points_read @> consent.all_points()),
  CONSTRAINT r10_session_is_complete CHECK (signed_at IS NULL OR (place_kind <> '' AND session_start IS NOT NULL
    AND session_end IS NOT NULL AND valid_until IS NOT NULL AND length(evidence_sha256) = 32
    AND evidence_type IS NOT NULL AND cardinality(scopes) > 0)),
  CONSTRAINT r11_session_counsel_present CHECK (
    signed_at IS NULL OR ('counsel' = ANY (present_roles) AND counsel_licence <> ''))
);
COMMENT ON TABLE consent.session IS
  'A guided meeting: a draft until it is signed, then the record of what was read and who was present. '
  'A draft that ends without a signature is deleted and leaves no trace (R16).';
COMMENT ON COLUMN consent.session.scopes IS 'What the person said yes to. A no is nowhere: the sheet has no act for it (R16).';
CREATE UNIQUE INDEX session_one_draft ON consent.session (person_id, led_by) WHERE signed_at IS NULL;
CREATE INDEX session_by_person ON consent.session (person_id);

CREATE FUNCTION consent.guard_session() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.signed_at IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'session_is_not_rewritten', MESSAGE = 'a signed session is not rewritten';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NEW.signed_at IS NOT NULL THEN
    NEW.signed_at := platform.now();
    IF NEW.session_end > platform.now() THEN
      RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
        CONSTRAINT = 'session_is_not_in_the_future', MESSAGE = 'a session lies in the future';
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    NEW.version := OLD.version + 1;
    NEW.saved_at := platform.now();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_is_guarded BEFORE INSERT OR UPDATE OR DELETE ON consent.session
  FOR EACH ROW EXECUTE FUNCTION consent.guard_session();
CREATE TRIGGER session_is_kept BEFORE TRUNCATE ON consent.session
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE consent.session_request (
  id        uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES cases.person (id),
  asked_by  uuid NOT NULL REFERENCES staff.member (id),
  asked_at  timestamptz NOT NULL DEFAULT platform.now(),
  closed_by uuid REFERENCES staff.member (id),
  closed_at timestamptz,
  CONSTRAINT session_request_close_is_whole CHECK ((closed_by IS NULL) = (closed_at IS NULL))
);
COMMENT ON TABLE consent.session_request IS
  'Somebody asked for a meeting. It is answered by a signed session or by closing it, which gives no cause (R16).';
CREATE INDEX session_request_by_person ON consent.session_request (person_id);
CREATE TRIGGER session_request_is_kept BEFORE DELETE OR TRUNCATE ON consent.session_request
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE VIEW consent.v_session_request AS
SELECT r.id, r.person_id, r.asked_by, r.asked_at,
       coalesce(r.closed_at, (SELECT min(s.signed_at) FROM consent.session s
                              WHERE s.person_id = r.person_id AND s.signed_at >= r.asked_at)) AS answered_at
FROM consent.session_request r;
COMMENT ON VIEW consent.v_session_request IS 'Open while answered_at is null; how it was answered is nobody''s business.';

GRANT SELECT, INSERT, DELETE ON consent.session TO svoi_desk;
GRANT UPDATE (language, read_aloud, points_read, present_roles, counsel_licence, counsel_member, place_kind,
  session_start, session_end, valid_until, scopes, signed_at, evidence_sha256, evidence_type)
  ON consent.session TO svoi_desk;
GRANT SELECT, INSERT ON consent.session_request TO svoi_desk;
GRANT UPDATE (closed_by, closed_at) ON consent.session_request TO svoi_desk;
GRANT SELECT ON consent.point_text, consent.v_session_request TO svoi_desk;
