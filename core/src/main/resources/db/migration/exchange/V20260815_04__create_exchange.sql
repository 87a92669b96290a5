CREATE SCHEMA exchange;
COMMENT ON SCHEMA exchange IS
  'Who is awaited, who may be offered, rounds from the first draft to the outcome. The site reads counts of what was '
  'publicly announced and nothing else. No column says what a person is worth, and none overrides a consent.';

CREATE FUNCTION exchange.refuse(rule text, message text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = rule,
    MESSAGE = rule || ': ' || message;
END $$;

CREATE FUNCTION exchange.is_name(text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN $1 ~ '^[A-Za-zÀ-ɏЀ-ӿ][A-Za-zÀ-ɏЀ-ӿ’ -]{0,79}$' AND $1 !~ '(  |[’ -]$)';

CREATE TABLE exchange.transition (
  machine    text NOT NULL,
  sort       smallint NOT NULL,
  from_state text NOT NULL,
  to_state   text NOT NULL,
  guard      text NOT NULL DEFAULT '',
  PRIMARY KEY (machine, from_state, to_state),
  CONSTRAINT transition_goes_somewhere CHECK (from_state <> to_state)
);
COMMENT ON TABLE exchange.transition IS
  'Every state machine of this module: the triggers, the program and the drawings in docs/exchange.md read this table.';
COMMENT ON COLUMN exchange.transition.from_state IS 'Empty: how it begins.';
COMMENT ON COLUMN exchange.transition.guard IS 'What must hold, in English; empty if the machine alone decides.';

INSERT INTO exchange.transition (machine, sort, from_state, to_state, guard) VALUES
  ('awaited', 1, '', 'reported', ''),
  ('awaited', 2, 'reported', 'confirmed', 'source of the confirmation'),
  ('awaited', 3, 'reported', 'returned', 'outcome'),
  ('awaited', 4, 'confirmed', 'returned', 'outcome'),
  ('awaited', 5, 'reported', 'released-otherwise', 'evidence'),
  ('awaited', 6, 'confirmed', 'released-otherwise', 'evidence'),
  ('awaited', 7, 'reported', 'died-in-captivity', 'evidence'),
  ('awaited', 8, 'confirmed', 'died-in-captivity', 'evidence'),
  ('awaited', 9, 'died-in-captivity', 'body-returned', 'evidence'),
  ('awaited', 10, 'reported', 'not-captive', 'evidence'),
  ('awaited', 11, 'confirmed', 'not-captive', 'evidence'),
  ('awaited', 12, 'not-captive', 'reported', ''),
  ('awaited', 13, 'reported', 'duplicate', 'merge of two signatures'),
  ('awaited', 14, 'confirmed', 'duplicate', 'merge of two signatures'),
  ('awaited', 15, 'returned', 'confirmed', 'correction of two signatures'),
  ('awaited', 16, 'died-in-captivity', 'reported', ''),
  ('need-list', 1, '', 'draft', ''),
  ('need-list', 2, 'draft', 'sent', 'two agencies signed this content'),
  ('need-list', 3, 'draft', 'superseded', ''),
  ('request', 1, '', 'received', ''),
  ('request', 2, 'received', 'authenticated', ''),
  ('request', 3, 'authenticated', 'answered', 'every row has an answer'),
  ('request', 4, 'answered', 'closed', ''),
  ('request', 5, 'received', 'closed', ''),
  ('request', 6, 'authenticated', 'closed', ''),
  ('return', 1, '', 'opened', 'a child or gravely wounded'),
  ('return', 2, 'opened', 'asked', ''),
  ('return', 3, 'asked', 'agreed', ''),
  ('return', 4, 'asked', 'refused', ''),
  ('return', 5, 'refused', 'asked', ''),
  ('return', 6, 'agreed', 'asked', ''),
  ('return', 7, 'agreed', 'travelling', ''),
  ('return', 8, 'travelling', 'asked', ''),
  ('return', 9, 'agreed', 'returned', 'evidence'),
  ('return', 10, 'travelling', 'returned', 'evidence'),
  ('return', 11, 'opened', 'closed', ''),
  ('return', 12, 'asked', 'closed', ''),
  ('return', 13, 'refused', 'closed', ''),
  ('return', 14, 'agreed', 'closed', ''),
  ('instrument', 1, '', 'requested', 'a kind that fits the legal status'),
  ('instrument', 2, 'requested', 'filed', ''),
  ('instrument', 3, 'requested', 'refused', ''),
  ('instrument', 4, 'filed', 'granted', 'body, number, date, file'),
  ('instrument', 5, 'filed', 'refused', ''),
  ('instrument', 6, 'granted', 'in-force', 'day it is in force from'),
  ('instrument', 7, 'granted', 'reversed', ''),
  ('instrument', 8, 'in-force', 'used', 'outcome: crossed'),
  ('instrument', 9, 'in-force', 'reversed', ''),
  ('round', 1, '', 'draft', ''),
  ('round', 2, 'draft', 'proposed', 'our latest list was sent'),
  ('round', 3, 'proposed', 'counter-proposed', ''),
  ('round', 4, 'counter-proposed', 'proposed', 'our latest list was sent'),
  ('round', 5, 'proposed', 'agreed', 'equal lists, ratios, families whole'),
  ('round', 6, 'counter-proposed', 'agreed', 'equal lists, ratios, families whole'),
  ('round', 7, 'agreed', 'counter-proposed', ''),
  ('round', 8, 'agreed', 'preparing', 'planned day'),
  ('round', 9, 'preparing', 'counter-proposed', ''),
  ('round', 10, 'preparing', 'executing', 'every slot is ready for the planned day'),
  ('round', 11, 'executing', 'executed', 'every slot delivered, protocol signed'),
  ('round', 12, 'executing', 'partial', 'some delivered, all decided, protocol signed'),
  ('round', 13, 'draft', 'aborted', 'reason'),
  ('round', 14, 'proposed', 'aborted', 'reason'),
  ('round', 15, 'counter-proposed', 'aborted', 'reason'),
  ('round', 16, 'agreed', 'aborted', 'reason'),
  ('round', 17, 'preparing', 'aborted', 'reason'),
  ('round', 18, 'executing', 'aborted', 'reason; nobody crossed'),
  ('list', 1, '', 'draft', ''),
  ('list', 2, 'draft', 'sent', 'ours; two agencies signed this content'),
  ('list', 3, 'draft', 'received', 'theirs; hash of the file'),
  ('list', 4, 'draft', 'superseded', ''),
  ('slot', 1, '', 'planned', 'negotiated track; nobody in two live rounds'),
  ('slot', 2, 'planned', 'named', 'list sent'),
  ('slot', 3, 'named', 'confirmed', 'round agreed'),
  ('slot', 4, 'confirmed', 'named', 'round counter-proposed'),
  ('slot', 5, 'planned', 'dropped', 'reason'),
  ('slot', 6, 'named', 'dropped', 'reason'),
  ('slot', 7, 'confirmed', 'dropped', 'reason'),
  ('slot', 8, 'confirmed', 'delivered', 'outcome'),
  ('slot', 9, 'confirmed', 'not-delivered', 'outcome'),
  ('slot', 10, 'confirmed', 'substituted', 'outcome'),
  ('slot', 11, 'confirmed', 'refused-at-point', 'outcome'),
  ('handover', 1, '', 'scheduled', ''),
  ('handover', 2, 'scheduled', 'at-point', 'round is executing'),
  ('handover', 3, 'at-point', 'identity-checked', ''),
  ('handover', 4, 'identity-checked', 'will-confirmed', ''),
  ('handover', 5, 'will-confirmed', 'crossed', ''),
  ('handover', 6, 'crossed', 'protocol-signed', 'protocol with its scan'),
  ('handover', 7, 'scheduled', 'aborted', ''),
  ('handover', 8, 'at-point', 'aborted', ''),
  ('handover', 9, 'identity-checked', 'aborted', ''),
  ('handover', 10, 'will-confirmed', 'aborted', '');
CREATE TRIGGER transition_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.transition
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.step(machine text, from_state text, to_state text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM exchange.transition t WHERE t.machine = $1 AND t.from_state = $2 AND t.to_state = $3) THEN
    PERFORM exchange.refuse(replace($1, '-', '_') || '_moves_as_drawn', format('no way from %L to %L', $2, $3));
  END IF;
END $$;
COMMENT ON FUNCTION exchange.step(text, text, text) IS 'Refuses a move that the table of transitions does not have.';

CREATE FUNCTION exchange.count_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION exchange.count_version() IS
  'Invariant 25: every change counts up; who saves names the version that was read.';

CREATE TABLE exchange.participant (
  id            uuid PRIMARY KEY,
  side          text NOT NULL,
  identity_hash bytea,
  CONSTRAINT participant_side CHECK (side IN ('offered', 'awaited')),
  CONSTRAINT participant_of_one_side UNIQUE (id, side),
  CONSTRAINT participant_identified_once UNIQUE (identity_hash),
  CONSTRAINT participant_identity_hash CHECK (length(identity_hash) = 32)
);
COMMENT ON TABLE exchange.participant IS
  'Everybody whom a list may name, with their side: nobody is offered and awaited at once (invariant 2). Kept by triggers.';
COMMENT ON COLUMN exchange.participant.identity_hash IS
  'Keyed hash (HMAC-SHA-256) of the main document, once two documents were checked. Unique over both sides.';
