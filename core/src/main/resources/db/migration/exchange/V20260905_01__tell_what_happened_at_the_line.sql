-- A withdrawal, a hold or the end of custody that was entered between the crossing and its record stopped the record of
-- everybody in the round. What has happened is told as it was: conditions are asked when people are moved towards the line,
-- there the person's own word before a neutral decides, and what ended meanwhile is kept beside the outcome for the monitor.
CREATE TABLE exchange.ready_at_start (
  slot_id uuid PRIMARY KEY REFERENCES exchange.slot (id)
);
COMMENT ON TABLE exchange.ready_at_start IS
  'Slots that met every condition when their round began to execute (invariant 8); written by its trigger.';
CREATE TRIGGER ready_at_start_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.ready_at_start
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
INSERT INTO exchange.ready_at_start (slot_id)
  SELECT s.id FROM exchange.slot s JOIN exchange.round r ON r.id = s.round_id
  WHERE r.state = 'executing' AND s.reserve_rank IS NULL AND s.state = 'confirmed' AND s.side = 'offered';

CREATE OR REPLACE FUNCTION exchange.check_ready() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM exchange.v_readiness v
             WHERE v.round_id = NEW.round_id AND v.reserve_rank IS NULL AND NOT v.ready) THEN
    PERFORM exchange.refuse('round_executed_when_every_slot_is_ready', 'a slot is not ready for the planned day');
  END IF;
  INSERT INTO exchange.ready_at_start (slot_id)
    SELECT v.slot_id FROM exchange.v_readiness v WHERE v.round_id = NEW.round_id AND v.side = 'offered' AND v.ready;
  RETURN NULL;
END $$;

ALTER TABLE exchange.outcome ADD COLUMN despite text
  CONSTRAINT outcome_despite_known CHECK (despite IN ('consent-ended', 'held'));
COMMENT ON COLUMN exchange.outcome.despite IS
  'What was entered between the beginning of the round''s execution and this record and speaks against it. The person''s '
  'word at the line decided; the monitor reads why (R14, R15, R46). Written by its trigger.';

CREATE FUNCTION exchange.word_in_private(offered uuid, started timestamptz, day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (
    SELECT FROM exchange.offered o
    JOIN consent.v_act a ON a.person_id = o.person_id AND a.scope = 'exchange'
    JOIN consent.v_reconfirmation w ON w.act_id = a.id
    WHERE o.id = $1 AND a.verified_at IS NOT NULL AND a.valid_until >= $3 AND (a.ended_at IS NULL OR a.ended_at >= $2)
      AND w.confirmed_at >= exchange.latest_private_word($3) AND w.confirmed_at < platform.start_of($3 + 1))
  OR EXISTS (
    SELECT FROM exchange.wish w
    WHERE w.offered_id = $1 AND w.says
      AND w.asked_at >= exchange.latest_private_word($3) AND w.asked_at < platform.start_of($3 + 1)
      AND NOT EXISTS (SELECT FROM exchange.wish n
                      WHERE n.offered_id = $1 AND NOT n.says AND n.asked_at > w.asked_at AND n.asked_at < $2))
$$;
COMMENT ON FUNCTION exchange.word_in_private(uuid, timestamptz, date) IS
  'R14: whether this one said in private in time for a day of handover that the consent or wish stands, and had not taken it '
  'back when the round began to execute.';
REVOKE EXECUTE ON FUNCTION exchange.word_in_private(uuid, timestamptz, date) FROM PUBLIC;

CREATE OR REPLACE FUNCTION exchange.guard_outcome() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  held date;
  present record;
BEGIN
  NEW.recorded_at := platform.now();
  NEW.despite := NULL;
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
  SELECT r.state, r.state_since INTO present FROM exchange.round r WHERE r.id = NEW.round_id FOR SHARE;
  IF NEW.corrects_id IS NULL THEN
    IF present.state <> 'executing' THEN
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
  IF NEW.side = 'offered' AND NEW.result = 'delivered' AND NEW.corrects_id IS NULL THEN
    IF NOT exchange.word_in_private(NEW.participant_id, present.state_since, NEW.occurred_on) THEN
      PERFORM exchange.refuse('r14_delivered_after_a_private_word', 'no consent in force, reconfirmed in private in time');
    END IF;
    IF NOT EXISTS (SELECT FROM exchange.ready_at_start g WHERE g.slot_id = NEW.slot_id)
       AND NOT EXISTS (SELECT FROM exchange.v_readiness v
         WHERE v.slot_id = NEW.slot_id
           AND v.consent_verified AND v.instrument AND v.fit AND v.identity AND v.fear_asked AND v.no_hold AND v.in_custody) THEN
      PERFORM exchange.refuse('r27_delivered_when_ready', 'a condition is missing');
    END IF;
    SELECT CASE WHEN v.willing_until IS NULL THEN 'consent-ended' WHEN v.held OR v.barred THEN 'held' END
      INTO NEW.despite FROM exchange.v_offer v WHERE v.id = NEW.participant_id;
  END IF;
  RETURN NEW;
END $$;

GRANT SELECT ON exchange.ready_at_start TO svoi_desk;
