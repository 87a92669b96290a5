CREATE TABLE platform.person_key (
  person_id  uuid PRIMARY KEY,
  wrapped    bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  erased_at  timestamptz,
  CONSTRAINT person_key_erased_holds_nothing CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL)),
  CONSTRAINT person_key_is_wrapped CHECK (length(wrapped) = 60)
);
COMMENT ON TABLE platform.person_key IS
  'The key under which evidence and audit payloads of one person are sealed, itself sealed under the '
  'master key, which is a file outside the database. An erased key never comes back.';
COMMENT ON COLUMN platform.person_key.wrapped IS
  'AES-256-GCM: nonce 12, key 32, tag 16 bytes; the person''s id is authenticated. Null once erased.';

CREATE FUNCTION platform.guard_person_key() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.erased_at IS NOT NULL OR NEW.wrapped IS NOT NULL
     OR NEW.person_id <> OLD.person_id THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'person_key_is_only_erased', MESSAGE = 'a key is made once and erased once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_key_is_only_erased BEFORE UPDATE OR DELETE ON platform.person_key
  FOR EACH ROW EXECUTE FUNCTION platform.guard_person_key();
CREATE TRIGGER person_key_is_never_emptied BEFORE TRUNCATE ON platform.person_key
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

GRANT SELECT ON platform.person_key TO svoi_desk;
GRANT INSERT (person_id, wrapped) ON platform.person_key TO svoi_desk;
GRANT UPDATE (wrapped, erased_at) ON platform.person_key TO svoi_desk;
