CREATE FUNCTION exchange.move_handover() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  present record;
BEGIN
  IF TG_TABLE_NAME = 'handover' THEN
    INSERT INTO exchange.handover_event (handover_id, state, recorded_by, agency)
    VALUES (NEW.id, 'scheduled', NEW.scheduled_by, NEW.agency);
    RETURN NULL;
  END IF;
  NEW.recorded_at := platform.now();
  SELECT h.state, r.state AS stage INTO present
    FROM exchange.handover h JOIN exchange.round r ON r.id = h.round_id WHERE h.id = NEW.handover_id FOR NO KEY UPDATE OF h;
  NEW.from_state := CASE WHEN EXISTS (SELECT FROM exchange.handover_event e WHERE e.handover_id = NEW.handover_id)
                         THEN present.state ELSE '' END;
  PERFORM exchange.step('handover', NEW.from_state, NEW.state);
  IF NEW.occurred_at > platform.now() THEN
    PERFORM exchange.refuse('handover_event_is_not_in_the_future', 'lies in the future');
  END IF;
  IF NEW.state NOT IN ('scheduled', 'aborted') AND present.stage <> 'executing' THEN
    PERFORM exchange.refuse('handover_of_a_round_that_is_executing', 'the round is not executing');
  END IF;
  IF NEW.state = 'protocol-signed' AND NOT EXISTS (
       SELECT FROM exchange.protocol p WHERE p.handover_id = NEW.handover_id) THEN
    PERFORM exchange.refuse('handover_signed_with_a_protocol', 'the protocol is missing');
  END IF;
  UPDATE exchange.handover SET state = NEW.state, state_since = NEW.recorded_at WHERE id = NEW.handover_id;
  RETURN NEW;
END $$;
CREATE TRIGGER handover_begins AFTER INSERT ON exchange.handover FOR EACH ROW EXECUTE FUNCTION exchange.move_handover();
CREATE TRIGGER handover_moves BEFORE INSERT ON exchange.handover_event
  FOR EACH ROW EXECUTE FUNCTION exchange.move_handover();

CREATE FUNCTION exchange.guard_at_the_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  NEW.recorded_at := platform.now();
  IF NOT EXISTS (SELECT FROM exchange.handover h JOIN exchange.round r ON r.id = h.round_id
                 WHERE h.id = NEW.handover_id AND r.state = 'executing'
                   AND h.state NOT IN ('scheduled', 'aborted', 'protocol-signed')) THEN
    PERFORM exchange.refuse(TG_TABLE_NAME || '_at_the_line', 'nobody is at the line');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER crossing_is_guarded BEFORE INSERT ON exchange.crossing
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_at_the_line();
CREATE TRIGGER protocol_is_guarded BEFORE INSERT ON exchange.protocol
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_at_the_line();

CREATE FUNCTION exchange.guard_outcome() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  held date;
BEGIN
  NEW.recorded_at := platform.now();
  IF NEW.occurred_on > platform.today() THEN
    PERFORM exchange.refuse('outcome_is_not_in_the_future', 'lies in the future');
  END IF;
  IF NEW.return_id IS NOT NULL THEN
    IF NOT EXISTS (SELECT FROM exchange.return_case c
                   WHERE c.id = NEW.return_id AND c.awaited_id = NEW.participant_id AND c.state = 'returned') THEN
      PERFORM exchange.refuse('outcome_of_a_return_that_ended', 'the return has not ended');
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.corrects_id IS NULL THEN
    IF (SELECT r.state FROM exchange.round r WHERE r.id = NEW.round_id FOR SHARE) <> 'executing' THEN
      PERFORM exchange.refuse('outcome_while_the_round_executes', 'the round is not executing');
    END IF;
  ELSIF NOT EXISTS (SELECT FROM exchange.correction c JOIN exchange.outcome o ON o.id = c.outcome_id
          WHERE c.id = NEW.corrects_id AND o.slot_id = NEW.slot_id AND c.in_effect_at IS NOT NULL) THEN
    PERFORM exchange.refuse('outcome_after_a_correction_in_effect', 'no correction in effect of this slot');
  END IF;
  SELECT h.held_on INTO held FROM exchange.handover h WHERE h.id = NEW.handover_id;
  IF NEW.occurred_on < held THEN
    PERFORM exchange.refuse('outcome_on_the_day_of_the_handover', 'before the handover');
  END IF;
  IF NEW.side = 'offered' AND NEW.result = 'delivered' AND NEW.corrects_id IS NULL AND NOT EXISTS (
       SELECT FROM exchange.v_offer v WHERE v.id = NEW.participant_id
         AND v.willing_until >= NEW.occurred_on
         AND v.reconfirmed_at >= exchange.latest_private_word(NEW.occurred_on)) THEN
    PERFORM exchange.refuse('r14_delivered_after_a_private_word', 'no consent in force, reconfirmed in private in time');
  END IF;
  IF NEW.side = 'offered' AND NEW.result = 'delivered' AND NEW.corrects_id IS NULL AND NOT EXISTS (
       SELECT FROM exchange.v_readiness v WHERE v.slot_id = NEW.slot_id AND v.ready) THEN
    PERFORM exchange.refuse('r27_delivered_when_ready', 'a condition is missing');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_is_guarded BEFORE INSERT ON exchange.outcome
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_outcome();

CREATE FUNCTION exchange.follow_outcome() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  home uuid := CASE NEW.result WHEN 'delivered' THEN NEW.participant_id WHEN 'substituted' THEN NEW.delivered_id END;
BEGIN
  IF home IS NOT NULL THEN
    INSERT INTO exchange.delivery (participant_id, side, outcome_id, round_id, occurred_on)
    VALUES (home, NEW.side, NEW.id, NEW.round_id, NEW.occurred_on);
  END IF;
  IF NEW.slot_id IS NOT NULL AND NEW.corrects_id IS NULL THEN
    INSERT INTO exchange.slot_event (slot_id, state) VALUES (NEW.slot_id, NEW.result);
  END IF;
  IF NEW.side = 'awaited' THEN
    IF home IS NOT NULL THEN
      INSERT INTO exchange.awaited_event (awaited_id, state, occurred_on, outcome_id, recorded_by, agency)
      VALUES (home, 'returned', NEW.occurred_on, NEW.id, NEW.recorded_by, NEW.agency);
    END IF;
    IF NEW.slot_id IS NOT NULL THEN
      IF NEW.result = 'delivered' THEN
        INSERT INTO exchange.response_entry (id, awaited_id, kind, occurred_on, round_id, outcome_id, recorded_by, agency)
        VALUES (gen_random_uuid(), NEW.participant_id, 'delivered', NEW.occurred_on, NEW.round_id, NEW.id,
          NEW.recorded_by, NEW.agency);
      ELSE
        INSERT INTO exchange.response_entry (id, awaited_id, kind, occurred_on, round_id, outcome_id, recorded_by, agency)
        VALUES (gen_random_uuid(), NEW.participant_id, 'broken', NEW.occurred_on, NEW.round_id, NEW.id,
          NEW.recorded_by, NEW.agency);
      END IF;
      IF NEW.result = 'substituted' THEN
        INSERT INTO exchange.response_entry (id, awaited_id, kind, occurred_on, round_id, outcome_id, substitute_id,
          recorded_by, agency)
        VALUES (gen_random_uuid(), NEW.participant_id, 'substituted', NEW.occurred_on, NEW.round_id, NEW.id,
          NEW.delivered_id, NEW.recorded_by, NEW.agency);
      END IF;
    END IF;
  ELSE
    INSERT INTO exchange.instrument_event (instrument_id, state, recorded_by, agency)
    SELECT i.id, CASE NEW.result WHEN 'delivered' THEN 'used' ELSE 'reversed' END, NEW.recorded_by, NEW.agency
    FROM exchange.legal_instrument i WHERE i.offered_id = NEW.participant_id AND i.state = 'in-force';
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION exchange.follow_outcome() IS
  'Slot, person, ledger and instrument follow an outcome in its own statement: all of it or nothing (scenario 42).';
CREATE TRIGGER outcome_is_followed AFTER INSERT ON exchange.outcome
  FOR EACH ROW EXECUTE FUNCTION exchange.follow_outcome();

CREATE FUNCTION exchange.bring_home() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO exchange.outcome (id, return_id, side, participant_id, result, occurred_on, evidence_sha256, recorded_by, agency)
  SELECT gen_random_uuid(), c.id, 'awaited', c.awaited_id, 'delivered', NEW.occurred_on, NEW.evidence_sha256,
         NEW.recorded_by, NEW.agency
  FROM exchange.return_case c WHERE c.id = NEW.return_id;
  RETURN NULL;
END $$;
CREATE TRIGGER return_is_an_outcome AFTER INSERT ON exchange.return_step
  FOR EACH ROW WHEN (NEW.state = 'returned') EXECUTE FUNCTION exchange.bring_home();

CREATE FUNCTION exchange.guard_correction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.proposed_at := platform.now();
    NEW.in_effect_at := NULL;
    RETURN NEW;
  END IF;
  IF OLD.in_effect_at IS NOT NULL OR (to_jsonb(NEW) - 'in_effect_at') <> (to_jsonb(OLD) - 'in_effect_at')
     OR NOT exchange.is_signed('correction', NEW.id, exchange.hash_of('correction', NEW.id)) THEN
    PERFORM exchange.refuse('correction_is_append_only', 'a correction does not change');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correction_is_guarded BEFORE INSERT OR UPDATE ON exchange.correction
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_correction();
CREATE TRIGGER correction_is_append_only BEFORE DELETE ON exchange.correction
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.apply_correction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  wrong record;
BEGIN
  PERFORM FROM exchange.correction c WHERE c.id = NEW.subject_id FOR NO KEY UPDATE;
  IF NOT exchange.is_signed('correction', NEW.subject_id, NEW.content_hash)
     OR EXISTS (SELECT FROM exchange.correction c WHERE c.id = NEW.subject_id AND c.in_effect_at IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  UPDATE exchange.correction SET in_effect_at = NEW.signed_at WHERE id = NEW.subject_id;
  SELECT d.participant_id, d.side, d.outcome_id INTO wrong
    FROM exchange.delivery d JOIN exchange.correction c ON c.outcome_id = d.outcome_id WHERE c.id = NEW.subject_id;
  DELETE FROM exchange.delivery WHERE outcome_id = wrong.outcome_id;
  IF wrong.side = 'awaited' THEN
    INSERT INTO exchange.awaited_event (awaited_id, state, source, outcome_id, recorded_by, agency)
    VALUES (wrong.participant_id, 'confirmed', 'correction', wrong.outcome_id, NEW.member_id, NEW.agency);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER correction_takes_effect AFTER INSERT ON exchange.signature
  FOR EACH ROW WHEN (NEW.subject_kind = 'correction') EXECUTE FUNCTION exchange.apply_correction();

CREATE FUNCTION exchange.guard_announcement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  NEW.announced_at := platform.now();
  IF NOT EXISTS (SELECT FROM exchange.round r WHERE r.id = NEW.round_id AND r.state IN ('executed', 'partial')) THEN
    PERFORM exchange.refuse('announced_after_the_round_ended', 'the round has not ended');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER announcement_is_guarded BEFORE INSERT ON exchange.announcement
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_announcement();
