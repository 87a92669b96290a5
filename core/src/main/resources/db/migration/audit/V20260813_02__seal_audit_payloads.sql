ALTER TABLE audit.entry
  ADD COLUMN payload_hash bytea,
  ADD CONSTRAINT entry_payload_hash_is_sha256 CHECK (length(payload_hash) = 32),
  ADD CONSTRAINT entry_fields_hold_no_separator
    CHECK (strpos(actor, E'\x1f') = 0 AND strpos(detail, E'\x1f') = 0) NOT VALID;
COMMENT ON TABLE audit.entry IS
  'One row per screen or act. hash = SHA-256(previous || fields joined by U+001F); '
  'the payload''s hash in hexadecimal is the last field where there is a payload.';
COMMENT ON COLUMN audit.entry.payload_hash IS 'SHA-256 of the sealed payload, so that the chain holds when its key is erased.';

CREATE TABLE audit.payload (
  seq       bigint PRIMARY KEY REFERENCES audit.entry (seq),
  person_id uuid NOT NULL,
  sealed    bytea NOT NULL
);
COMMENT ON TABLE audit.payload IS
  'Old and new values of a change, sealed under the person''s key: unreadable once that key is erased.';
CREATE TRIGGER payload_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.payload
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION audit.chain(actor text, action text, subjects uuid[], detail text, payload_hash bytea)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  last audit.head;
  moment timestamptz := platform.now();
  chained bytea;
BEGIN
  SELECT * INTO last FROM audit.head FOR UPDATE;
  chained := sha256(last.hash || convert_to(
    concat_ws(E'\x1f', last.seq + 1, (extract(epoch FROM moment) * 1000000)::bigint,
              actor, action, array_to_string(subjects, ','), detail, encode(payload_hash, 'hex')), 'UTF8'));
  INSERT INTO audit.entry (seq, at, actor, action, subjects, detail, previous, hash, payload_hash) VALUES
    (last.seq + 1, moment, actor, action, subjects, detail, last.hash, chained, payload_hash);
  UPDATE audit.head SET seq = last.seq + 1, hash = chained;
  RETURN last.seq + 1;
END $$;
COMMENT ON FUNCTION audit.chain(text, text, uuid[], text, bytea) IS
  'The one place that lengthens the chain: gapless, in the caller''s transaction (R45). Others wait '
  'until that transaction ends, so append last.';
REVOKE EXECUTE ON FUNCTION audit.chain(text, text, uuid[], text, bytea) FROM PUBLIC;

CREATE OR REPLACE FUNCTION audit.append(actor text, action text, subjects uuid[], detail text) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS
  'SELECT audit.chain(actor, action, subjects, detail, NULL)';

CREATE FUNCTION audit.append_sealed(actor text, action text, person uuid, detail text, sealed bytea)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  number bigint := audit.chain(actor, action, ARRAY[person], detail, sha256(sealed));
BEGIN
  INSERT INTO audit.payload (seq, person_id, sealed) VALUES (number, person, sealed);
  RETURN number;
END $$;
COMMENT ON FUNCTION audit.append_sealed(text, text, uuid, text, bytea) IS
  'An entry with what was changed, sealed under the person''s key before it comes here.';
REVOKE EXECUTE ON FUNCTION audit.append_sealed(text, text, uuid, text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.append_sealed(text, text, uuid, text, bytea) TO svoi_desk;

CREATE OR REPLACE VIEW audit.v_entry AS
SELECT seq, at, actor, action, subjects, detail, previous, hash, payload_hash FROM audit.entry;
CREATE VIEW audit.v_payload AS SELECT seq, person_id, sealed FROM audit.payload;
CREATE VIEW audit.v_head AS SELECT seq, hash FROM audit.head;
GRANT SELECT ON audit.v_payload, audit.v_head TO svoi_desk;
