CREATE SCHEMA audit;
COMMENT ON SCHEMA audit IS 'Append-only, hash-chained log of what staff read and do.';

CREATE TABLE audit.entry (
  seq      bigint PRIMARY KEY,
  at       timestamptz NOT NULL,
  actor    text NOT NULL,
  action   text NOT NULL,
  subjects uuid[] NOT NULL,
  detail   text NOT NULL DEFAULT '',
  previous bytea NOT NULL,
  hash     bytea NOT NULL,
  CONSTRAINT entry_hash_is_sha256 CHECK (length(hash) = 32 AND length(previous) = 32),
  CONSTRAINT entry_action_form CHECK (action ~ '^[a-z]+(\.[a-z-]+)+$')
);
COMMENT ON TABLE audit.entry IS 'One row per screen or act. hash = SHA-256(previous || fields joined by U+001F).';
COMMENT ON COLUMN audit.entry.detail IS 'Never a name, a text or a birth date: ids, counts and codes only.';

CREATE TABLE audit.head (
  one  boolean PRIMARY KEY DEFAULT true,
  seq  bigint NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT head_is_one CHECK (one)
);
INSERT INTO audit.head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION audit.append(actor text, action text, subjects uuid[], detail text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  last audit.head;
  moment timestamptz := platform.now();
  chained bytea;
BEGIN
  SELECT * INTO last FROM audit.head FOR UPDATE;
  chained := sha256(last.hash || convert_to(
    concat_ws(E'\x1f', last.seq + 1, (extract(epoch FROM moment) * 1000000)::bigint,
              actor, action, array_to_string(subjects, ','), detail), 'UTF8'));
  INSERT INTO audit.entry VALUES
    (last.seq + 1, moment, actor, action, subjects, detail, last.hash, chained);
  UPDATE audit.head SET seq = last.seq + 1, hash = chained;
  RETURN last.seq + 1;
END $$;
COMMENT ON FUNCTION audit.append(text, text, uuid[], text) IS
  'The only way to write an entry: gapless, chained, in the caller''s transaction (R45).';

CREATE VIEW audit.v_entry AS
SELECT seq, at, actor, action, subjects, detail, previous, hash FROM audit.entry;
