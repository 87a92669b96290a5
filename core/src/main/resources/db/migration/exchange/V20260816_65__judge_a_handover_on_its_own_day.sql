-- What was lawful on the day of the handover was refused if it was entered after midnight and the consent had ended with that
-- day; and a word given after the handover could have made good one that was too old.
CREATE OR REPLACE FUNCTION exchange.guard_outcome() RETURNS trigger
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
         AND CASE v.kind
           WHEN 'convicted' THEN EXISTS (SELECT FROM consent.v_reconfirmation w WHERE w.act_id = v.act_id
             AND w.confirmed_at >= exchange.latest_private_word(NEW.occurred_on)
             AND w.confirmed_at < platform.start_of(NEW.occurred_on + 1))
           ELSE v.reconfirmed_at >= exchange.latest_private_word(NEW.occurred_on)
             AND v.reconfirmed_at < platform.start_of(NEW.occurred_on + 1) END) THEN
    PERFORM exchange.refuse('r14_delivered_after_a_private_word', 'no consent in force, reconfirmed in private in time');
  END IF;
  IF NEW.side = 'offered' AND NEW.result = 'delivered' AND NEW.corrects_id IS NULL AND NOT EXISTS (
       SELECT FROM exchange.v_readiness v WHERE v.slot_id = NEW.slot_id
         AND v.consent_verified AND v.instrument AND v.fit AND v.identity AND v.fear_asked AND v.no_hold AND v.in_custody) THEN
    PERFORM exchange.refuse('r27_delivered_when_ready', 'a condition is missing');
  END IF;
  RETURN NEW;
END $$;
