-- The first event repeats the state with which the row was entered a moment ago. Writing it again cost three quarters of
-- entering thousands of persons in one statement.
CREATE OR REPLACE FUNCTION exchange.move_awaited() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  person record;
  kept uuid;
BEGIN
  NEW.recorded_at := platform.now();
  SELECT a.state, a.kept_id INTO person FROM exchange.awaited a WHERE a.id = NEW.awaited_id FOR NO KEY UPDATE;
  IF NEW.occurred_on > platform.today() THEN
    PERFORM exchange.refuse('awaited_event_is_not_in_the_future', 'lies in the future');
  END IF;
  IF NOT EXISTS (SELECT FROM exchange.awaited_event e WHERE e.awaited_id = NEW.awaited_id) THEN
    NEW.from_state := '';
    PERFORM exchange.step('awaited', NEW.from_state, NEW.state);
    RETURN NEW;
  END IF;
  NEW.from_state := person.state;
  PERFORM exchange.step('awaited', NEW.from_state, NEW.state);
  IF NEW.state = 'duplicate' THEN
    SELECT m.kept_id INTO kept FROM exchange.awaited_merge m
      WHERE m.id = NEW.merge_id AND m.merged_id = NEW.awaited_id AND m.outcome = 'confirmed';
    IF kept IS NULL THEN
      PERFORM exchange.refuse('awaited_duplicate_needs_a_merge', 'no merge of two signatures says so');
    END IF;
    UPDATE exchange.participant SET identity_hash = NULL WHERE id = NEW.awaited_id;
  ELSIF NEW.state = 'returned' AND NOT EXISTS (SELECT FROM exchange.delivery d
          WHERE d.participant_id = NEW.awaited_id AND d.outcome_id = NEW.outcome_id) THEN
    PERFORM exchange.refuse('awaited_returned_only_by_an_outcome', 'no outcome says so');
  ELSIF NEW.from_state = 'returned' AND EXISTS (SELECT FROM exchange.delivery d
          WHERE d.participant_id = NEW.awaited_id) THEN
    PERFORM exchange.refuse('awaited_back_only_by_a_correction', 'the outcome stands');
  END IF;
  UPDATE exchange.awaited SET state = NEW.state, state_since = NEW.recorded_at, kept_id = kept,
      confirmed_from = coalesce(NEW.source, confirmed_from)
    WHERE id = NEW.awaited_id;
  IF NEW.state NOT IN ('reported', 'confirmed') THEN
    PERFORM exchange.drop_slots(NEW.awaited_id, NEW.state);
  END IF;
  RETURN NEW;
END $$;
