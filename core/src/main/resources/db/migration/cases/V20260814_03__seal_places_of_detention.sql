CREATE TABLE cases.detention (
  id          uuid PRIMARY KEY,
  person_id   uuid NOT NULL REFERENCES cases.person (id),
  sealed      bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES staff.member (id),
  recorded_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT detention_is_sealed CHECK (length(sealed) = 48)
);
COMMENT ON TABLE cases.detention IS
  'Where a person is held and since when, one row for each transfer. Restricted: in no view, no list, no export; '
  'read by those who need to know, or with a written reason.';
COMMENT ON COLUMN cases.detention.sealed IS
  'AES-256-GCM under the person''s key: nonce 12, institution 16, day 4, tag 16 bytes. Unreadable once that key is erased.';
CREATE INDEX detention_by_person ON cases.detention (person_id, recorded_at);

CREATE FUNCTION cases.guard_detention() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.recorded_at := platform.now();
  IF NOT EXISTS (SELECT FROM staff.v_member
                 WHERE id = NEW.recorded_by AND active AND roles && ARRAY['author', 'prison-liaison']) THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'detention_recorded_by_author_or_liaison',
      MESSAGE = 'a place of detention is recorded by an author or a prison liaison';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER detention_is_guarded BEFORE INSERT ON cases.detention
  FOR EACH ROW EXECUTE FUNCTION cases.guard_detention();
CREATE TRIGGER detention_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases.detention
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

GRANT SELECT, INSERT ON cases.detention TO svoi_desk;
