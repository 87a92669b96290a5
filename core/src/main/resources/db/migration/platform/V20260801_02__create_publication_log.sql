CREATE TABLE platform.publication_log (
  seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid       xid8 NOT NULL DEFAULT pg_current_xact_id(),
  person_id uuid,
  at        timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT publication_log_once_per_transaction UNIQUE NULLS NOT DISTINCT (xid, person_id)
);
COMMENT ON TABLE platform.publication_log IS
  'Whose public pages may have changed, written by triggers in the changing transaction. '
  'It stands at the bottom because a trigger never names a schema above its own.';
COMMENT ON COLUMN platform.publication_log.person_id IS 'Null: everything may have changed (the clock was moved).';

CREATE FUNCTION platform.note_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  changed uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    changed := (to_jsonb(OLD) ->> TG_ARGV[0])::uuid;
  ELSE
    changed := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  END IF;
  INSERT INTO platform.publication_log (person_id) VALUES (changed)
    ON CONFLICT ON CONSTRAINT publication_log_once_per_transaction DO NOTHING;
  PERFORM pg_notify('svoi_publication', '');
  RETURN NULL;
END $$;
COMMENT ON FUNCTION platform.note_person() IS
  'Row trigger: the person named by the column in the first argument may have changed in public.';

CREATE FUNCTION platform.note_everything() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO platform.publication_log (person_id) VALUES (NULL)
    ON CONFLICT ON CONSTRAINT publication_log_once_per_transaction DO NOTHING;
  PERFORM pg_notify('svoi_publication', '');
  RETURN NULL;
END $$;
CREATE TRIGGER clock_changes_everything AFTER UPDATE ON platform.clock
  FOR EACH STATEMENT EXECUTE FUNCTION platform.note_everything();

CREATE VIEW platform.v_publication_log AS SELECT seq, xid, person_id FROM platform.publication_log;
COMMENT ON VIEW platform.v_publication_log IS
  'Read with the snapshot of the last reading: rows that it could not see are new. '
  'Sequence numbers alone would miss a transaction that commits late.';

CREATE TABLE platform.node (
  id          uuid PRIMARY KEY,
  seen        pg_snapshot NOT NULL,
  lease_until timestamptz NOT NULL
);
COMMENT ON TABLE platform.node IS
  'Running processes that cache public pages, and what of the publication log each has applied.';

CREATE FUNCTION platform.report_node(node uuid, applied text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO platform.node (id, seen, lease_until)
  VALUES (node, applied::pg_snapshot, clock_timestamp() + interval '10 seconds')
  ON CONFLICT (id) DO UPDATE SET seen = excluded.seen, lease_until = excluded.lease_until;
  DELETE FROM platform.node WHERE lease_until < clock_timestamp() - interval '1 hour';
$$;
COMMENT ON FUNCTION platform.report_node(uuid, text) IS
  'A node says what it has applied. A lease lasts 10 s: after that the node has turned its cache of persons off.';

CREATE VIEW platform.v_node AS SELECT id, seen, lease_until FROM platform.node;
