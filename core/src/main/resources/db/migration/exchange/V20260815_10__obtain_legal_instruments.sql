CREATE TABLE exchange.allowed_instrument (
  legal_status text NOT NULL,
  kind         text NOT NULL,
  PRIMARY KEY (legal_status, kind),
  CONSTRAINT allowed_instrument_status CHECK (legal_status IN ('convicted', 'accused')),
  CONSTRAINT allowed_instrument_kind CHECK (kind IN ('art-84-1', 'art-201-1', 'pardon'))
);
COMMENT ON TABLE exchange.allowed_instrument IS
  'Which act may let go whom: Criminal Code art. 84-1 and pardon those convicted in force, Criminal Procedure Code '
  'art. 201-1 those who are not. Prisoners of war who are neither need none. To be confirmed by a lawyer.';
INSERT INTO exchange.allowed_instrument VALUES ('convicted', 'art-84-1'), ('convicted', 'pardon'), ('accused', 'art-201-1');

CREATE FUNCTION exchange.legal_status(offered uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE
    WHEN o.kind <> 'convicted' THEN (SELECT c.legal_status FROM exchange.offered_captive c WHERE c.offered_id = o.id)
    WHEN EXISTS (SELECT FROM cases.v_proceeding k WHERE k.person_id = o.person_id AND k.in_force) THEN 'convicted'
    ELSE 'accused' END
  FROM exchange.offered o WHERE o.id = $1
$$;
COMMENT ON FUNCTION exchange.legal_status(uuid) IS 'convicted, accused or prisoner-of-war, as the verdicts stand today.';
REVOKE EXECUTE ON FUNCTION exchange.legal_status(uuid) FROM PUBLIC;

CREATE TABLE exchange.legal_instrument (
  id           uuid PRIMARY KEY,
  offered_id   uuid NOT NULL REFERENCES exchange.offered (id),
  kind         text NOT NULL,
  state        text NOT NULL DEFAULT 'requested',
  state_since  timestamptz NOT NULL DEFAULT platform.now(),
  requested_by uuid NOT NULL,
  agency       text NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT instrument_kind_known CHECK (kind IN ('art-84-1', 'art-201-1', 'pardon')),
  CONSTRAINT instrument_requested_by_member FOREIGN KEY (requested_by, agency) REFERENCES staff.member (id, agency)
);
COMMENT ON TABLE exchange.legal_instrument IS 'The act by which a person may leave: asked for, granted, in force, used or reversed.';
CREATE UNIQUE INDEX instrument_one_live_per_person ON exchange.legal_instrument (offered_id)
  WHERE state NOT IN ('refused', 'used', 'reversed');
CREATE INDEX instrument_by_offered ON exchange.legal_instrument (offered_id, requested_at);
CREATE INDEX instrument_that_waits ON exchange.legal_instrument (state, state_since) WHERE state IN ('requested', 'filed', 'granted');

CREATE TABLE exchange.instrument_event (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instrument_id uuid NOT NULL REFERENCES exchange.legal_instrument (id),
  from_state    text NOT NULL DEFAULT '',
  state         text NOT NULL,
  body          text,
  number        text,
  decided_on    date,
  in_force_from date,
  file_sha256   bytea,
  recorded_by   uuid NOT NULL,
  agency        text NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT instrument_event_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT instrument_granted_is_complete CHECK (state <> 'granted'
    OR (body IS NOT NULL AND number IS NOT NULL AND decided_on IS NOT NULL AND file_sha256 IS NOT NULL)),
  CONSTRAINT instrument_in_force_from_a_day CHECK ((state = 'in-force') = (in_force_from IS NOT NULL)),
  CONSTRAINT instrument_texts_are_short CHECK (length(body) BETWEEN 2 AND 160 AND length(number) BETWEEN 1 AND 60),
  CONSTRAINT instrument_file_is_sha256 CHECK (length(file_sha256) = 32)
);
COMMENT ON COLUMN exchange.instrument_event.body IS 'The court, or the office that signed a pardon.';
COMMENT ON COLUMN exchange.instrument_event.file_sha256 IS 'The ruling in the vault, under the key of the offered person''s file or id.';
CREATE INDEX instrument_event_by_instrument ON exchange.instrument_event (instrument_id, recorded_at);
CREATE TRIGGER instrument_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.instrument_event
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER legal_instrument_is_kept BEFORE DELETE OR TRUNCATE ON exchange.legal_instrument
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.begin_instrument() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO exchange.instrument_event (instrument_id, state, recorded_by, agency)
  VALUES (NEW.id, 'requested', NEW.requested_by, NEW.agency);
  RETURN NULL;
END $$;
CREATE TRIGGER instrument_begins AFTER INSERT ON exchange.legal_instrument
  FOR EACH ROW EXECUTE FUNCTION exchange.begin_instrument();

CREATE FUNCTION exchange.move_instrument() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  instrument record;
  decided date;
BEGIN
  NEW.recorded_at := platform.now();
  SELECT i.offered_id, i.kind, i.state INTO instrument
    FROM exchange.legal_instrument i WHERE i.id = NEW.instrument_id FOR NO KEY UPDATE;
  NEW.from_state := CASE WHEN EXISTS (SELECT FROM exchange.instrument_event e WHERE e.instrument_id = NEW.instrument_id)
                         THEN instrument.state ELSE '' END;
  PERFORM exchange.step('instrument', NEW.from_state, NEW.state);
  IF NEW.state IN ('requested', 'granted', 'in-force') AND NOT EXISTS (
       SELECT FROM exchange.allowed_instrument a
       WHERE a.legal_status = exchange.legal_status(instrument.offered_id) AND a.kind = instrument.kind) THEN
    PERFORM exchange.refuse('instrument_fits_the_legal_status', 'this act is not for a person of this legal status');
  END IF;
  IF NEW.decided_on > platform.today() THEN
    PERFORM exchange.refuse('instrument_is_not_in_the_future', 'decided on a day to come');
  END IF;
  IF NEW.state = 'in-force' THEN
    SELECT e.decided_on INTO decided FROM exchange.instrument_event e
      WHERE e.instrument_id = NEW.instrument_id AND e.state = 'granted';
    IF NEW.in_force_from < decided THEN
      PERFORM exchange.refuse('instrument_in_force_after_it_was_granted', 'in force before it was decided');
    END IF;
  ELSIF NEW.state = 'used' AND NOT EXISTS (SELECT FROM exchange.delivery d WHERE d.participant_id = instrument.offered_id) THEN
    PERFORM exchange.refuse('instrument_used_only_by_crossing', 'no outcome says that the person crossed');
  END IF;
  UPDATE exchange.legal_instrument SET state = NEW.state, state_since = NEW.recorded_at WHERE id = NEW.instrument_id;
  UPDATE exchange.offered
    SET instrument_kind = CASE WHEN NEW.state IN ('in-force', 'used') THEN instrument.kind END,
        in_force_from = CASE NEW.state WHEN 'in-force' THEN NEW.in_force_from WHEN 'used' THEN in_force_from END
    WHERE id = instrument.offered_id;
  RETURN NEW;
END $$;
CREATE TRIGGER instrument_moves BEFORE INSERT ON exchange.instrument_event
  FOR EACH ROW EXECUTE FUNCTION exchange.move_instrument();
