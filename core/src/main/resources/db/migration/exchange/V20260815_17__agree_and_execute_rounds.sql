CREATE FUNCTION exchange.block_hash(block uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT sha256(convert_to(concat_ws('|', b.id, b.round_id, b.number, b.kind, b.offers_part, b.needs_part, b.ground), 'UTF8'))
  FROM exchange.block b WHERE b.id = $1
$$;

CREATE FUNCTION exchange.hash_of(kind text, subject uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE $1
    WHEN 'list' THEN (SELECT exchange.content_hash(l.id) FROM exchange.list l WHERE l.id = $2 AND l.author = 'ours')
    WHEN 'need-list' THEN (SELECT exchange.need_hash(l.id) FROM exchange.need_list l WHERE l.id = $2)
    WHEN 'block' THEN exchange.block_hash($2)
    WHEN 'demand' THEN (
      SELECT sha256(convert_to(string_agg(concat_ws('|', r.list_id, r.position, r.participant_id, r.demand_ground), E'\n'
               ORDER BY r.position), 'UTF8'))
      FROM exchange.list_row r WHERE r.list_id = $2 AND r.demand_ground IS NOT NULL)
    WHEN 'correction' THEN (
      SELECT sha256(convert_to(concat_ws('|', c.id, c.outcome_id, c.ground, c.public_uk, c.public_ru, c.public_en), 'UTF8'))
      FROM exchange.correction c WHERE c.id = $2) END
$$;
COMMENT ON FUNCTION exchange.hash_of(text, uuid) IS 'What a signature of this kind signs now; null: there is no such thing.';

CREATE FUNCTION exchange.guard_signature() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  NEW.signed_at := platform.now();
  IF NOT EXISTS (SELECT FROM staff.v_member m
                 WHERE m.id = NEW.member_id AND m.active AND 'round-officer' = ANY (m.roles)) THEN
    PERFORM exchange.refuse('signature_by_a_round_officer', 'only round officers sign');
  END IF;
  IF NEW.subject_kind = 'list' THEN
    PERFORM FROM exchange.list l WHERE l.id = NEW.subject_id FOR NO KEY UPDATE;
    IF NOT EXISTS (SELECT FROM exchange.list l WHERE l.id = NEW.subject_id AND l.state = 'draft') THEN
      PERFORM exchange.refuse('signature_of_what_is_open', 'it is not open to signatures');
    END IF;
  ELSIF NEW.subject_kind = 'need-list' THEN
    PERFORM FROM exchange.need_list l WHERE l.id = NEW.subject_id FOR NO KEY UPDATE;
  END IF;
  IF exchange.hash_of(NEW.subject_kind, NEW.subject_id) IS DISTINCT FROM NEW.content_hash THEN
    PERFORM exchange.refuse('signature_of_the_present_content', 'the content is another one by now');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signature_is_guarded BEFORE INSERT ON exchange.signature
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_signature();

CREATE FUNCTION exchange.check_agreed(round uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  ours bytea;
  theirs bytea;
BEGIN
  SELECT l.canonical_hash INTO ours FROM exchange.list l
    WHERE l.round_id = $1 AND l.state = 'sent' ORDER BY l.n DESC LIMIT 1;
  SELECT l.canonical_hash INTO theirs FROM exchange.list l
    WHERE l.round_id = $1 AND l.state = 'received' ORDER BY l.n DESC LIMIT 1;
  IF ours IS NULL OR theirs IS NULL OR ours <> theirs OR ours <> exchange.slots_hash($1) THEN
    PERFORM exchange.refuse('round_agreed_on_equal_lists', 'the latest lists of both sides and the slots differ');
  END IF;
  IF EXISTS (
       SELECT FROM exchange.block b
       LEFT JOIN exchange.slot s ON s.block_id = b.id AND s.reserve_rank IS NULL AND s.state IN ('planned', 'named', 'confirmed')
       WHERE b.round_id = $1 AND b.kind = 'ratio'
       GROUP BY b.id
       HAVING count(*) FILTER (WHERE s.side = 'awaited') * b.offers_part
           <> count(*) FILTER (WHERE s.side = 'offered') * b.needs_part) THEN
    PERFORM exchange.refuse('round_keeps_its_ratios', 'a block does not keep its ratio');
  END IF;
  IF EXISTS (SELECT FROM exchange.block b WHERE b.round_id = $1 AND b.kind = 'asymmetric'
             AND NOT exchange.is_signed('block', b.id, exchange.block_hash(b.id))) THEN
    PERFORM exchange.refuse('round_asymmetry_has_two_signatures', 'two agencies have not signed an asymmetric block');
  END IF;
  IF EXISTS (
       SELECT FROM exchange.awaited a JOIN exchange.family_group g ON g.id = a.family_group_id AND g.inseparable
       WHERE a.track = 'negotiated' AND a.state IN ('reported', 'confirmed')
         AND a.family_group_id IN (
           SELECT m.family_group_id FROM exchange.slot s JOIN exchange.awaited m ON m.id = s.participant_id
           WHERE s.round_id = $1 AND s.reserve_rank IS NULL AND s.state IN ('planned', 'named', 'confirmed'))
         AND NOT EXISTS (
           SELECT FROM exchange.slot s WHERE s.round_id = $1 AND s.participant_id = a.id AND s.reserve_rank IS NULL
             AND s.state IN ('planned', 'named', 'confirmed'))) THEN
    PERFORM exchange.refuse('round_splits_no_family', 'an inseparable family is not whole');
  END IF;
END $$;
COMMENT ON FUNCTION exchange.check_agreed(uuid) IS 'Invariants 14, 15 and 17, asked when both sides agree and again before people leave.';

CREATE FUNCTION exchange.check_ended(round uuid, ending text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  tally record;
BEGIN
  SELECT count(*) FILTER (WHERE s.state IN ('delivered', 'substituted')) AS crossed,
         count(*) FILTER (WHERE s.reserve_rank IS NULL AND s.state IN ('planned', 'named', 'confirmed')) AS undecided,
         count(*) FILTER (WHERE s.state IN ('not-delivered', 'refused-at-point')) AS failed
    INTO tally FROM exchange.slot s WHERE s.round_id = $1;
  IF $2 = 'aborted' THEN
    IF tally.crossed > 0 THEN
      PERFORM exchange.refuse('round_aborted_only_if_nobody_crossed', 'somebody crossed');
    END IF;
    RETURN;
  END IF;
  IF tally.undecided > 0 THEN
    PERFORM exchange.refuse('round_ends_when_every_slot_is_decided', 'a slot has no outcome');
  END IF;
  IF tally.crossed = 0 OR ($2 = 'executed') <> (tally.failed = 0) THEN
    PERFORM exchange.refuse('round_ends_as_its_outcomes_say', 'the outcomes say otherwise');
  END IF;
  IF NOT EXISTS (SELECT FROM exchange.handover h WHERE h.round_id = $1 AND h.state = 'protocol-signed') THEN
    PERFORM exchange.refuse('round_ends_with_a_signed_protocol', 'the protocol is missing');
  END IF;
END $$;

CREATE FUNCTION exchange.move_round() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  present record;
BEGIN
  NEW.recorded_at := platform.now();
  SELECT r.state, r.planned_on INTO present FROM exchange.round r WHERE r.id = NEW.round_id FOR NO KEY UPDATE;
  NEW.from_state := CASE WHEN EXISTS (SELECT FROM exchange.round_event e WHERE e.round_id = NEW.round_id)
                         THEN present.state ELSE '' END;
  PERFORM exchange.step('round', NEW.from_state, NEW.state);
  IF NEW.recorded_by IS NULL AND NEW.reason IS DISTINCT FROM 'slot-dropped' THEN
    PERFORM exchange.refuse('round_event_by_itself_only_after_a_drop', 'nobody said so');
  END IF;
  CASE NEW.state
    WHEN 'proposed' THEN
      IF NOT EXISTS (SELECT FROM exchange.list l WHERE l.round_id = NEW.round_id AND l.state = 'sent'
           AND l.canonical_hash = exchange.slots_hash(NEW.round_id)
           AND l.n = (SELECT max(x.n) FROM exchange.list x WHERE x.round_id = NEW.round_id AND x.state IN ('sent', 'received'))) THEN
        PERFORM exchange.refuse('round_proposed_by_a_sent_list', 'the slots as they stand were not sent');
      END IF;
    WHEN 'agreed' THEN PERFORM exchange.check_agreed(NEW.round_id);
    WHEN 'preparing' THEN
      IF present.planned_on IS NULL THEN
        PERFORM exchange.refuse('round_prepared_for_a_day', 'no day of handover is planned');
      END IF;
    WHEN 'executing' THEN PERFORM exchange.check_agreed(NEW.round_id);
    WHEN 'executed', 'partial' THEN PERFORM exchange.check_ended(NEW.round_id, NEW.state);
    WHEN 'aborted' THEN PERFORM exchange.check_ended(NEW.round_id, NEW.state);
    ELSE NULL;
  END CASE;
  UPDATE exchange.round SET state = NEW.state, state_since = NEW.recorded_at WHERE id = NEW.round_id;
  RETURN NEW;
END $$;
CREATE TRIGGER round_moves BEFORE INSERT ON exchange.round_event FOR EACH ROW EXECUTE FUNCTION exchange.move_round();

CREATE FUNCTION exchange.follow_round() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.state = 'proposed' THEN
    INSERT INTO exchange.slot_event (slot_id, state) SELECT s.id, 'named' FROM exchange.slot s
      WHERE s.round_id = NEW.round_id AND s.state = 'planned' ORDER BY s.id;
  ELSIF NEW.state = 'agreed' THEN
    INSERT INTO exchange.slot_event (slot_id, state) SELECT s.id, 'confirmed' FROM exchange.slot s
      WHERE s.round_id = NEW.round_id AND s.state = 'named' ORDER BY s.id;
  ELSIF NEW.state = 'counter-proposed' THEN
    INSERT INTO exchange.slot_event (slot_id, state) SELECT s.id, 'named' FROM exchange.slot s
      WHERE s.round_id = NEW.round_id AND s.state = 'confirmed' ORDER BY s.id;
  ELSIF NEW.state IN ('executed', 'partial', 'aborted') THEN
    INSERT INTO exchange.slot_event (slot_id, state, reason)
      SELECT s.id, 'dropped', CASE NEW.state WHEN 'aborted' THEN 'round-aborted' ELSE 'round-ended' END
      FROM exchange.slot s WHERE s.round_id = NEW.round_id AND s.state IN ('planned', 'named', 'confirmed') ORDER BY s.id;
    IF NEW.from_state = 'executing' AND NEW.state = 'aborted' THEN
      INSERT INTO exchange.instrument_event (instrument_id, state, recorded_by, agency)
        SELECT i.id, 'reversed', NEW.recorded_by, NEW.agency
        FROM exchange.slot s JOIN exchange.legal_instrument i ON i.offered_id = s.participant_id AND i.state = 'in-force'
        WHERE s.round_id = NEW.round_id AND s.reserve_rank IS NULL;
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER round_is_followed AFTER INSERT ON exchange.round_event
  FOR EACH ROW EXECUTE FUNCTION exchange.follow_round();

CREATE FUNCTION exchange.check_ready() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM exchange.v_readiness v
             WHERE v.round_id = NEW.round_id AND v.reserve_rank IS NULL AND NOT v.ready) THEN
    PERFORM exchange.refuse('round_executed_when_every_slot_is_ready', 'a slot is not ready for the planned day');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER round_executed_when_every_slot_is_ready AFTER INSERT ON exchange.round_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'executing')
  EXECUTE FUNCTION exchange.check_ready();
COMMENT ON FUNCTION exchange.check_ready() IS
  'Invariant 8, asked when the transaction commits: nobody is moved towards the line while one condition is missing.';
