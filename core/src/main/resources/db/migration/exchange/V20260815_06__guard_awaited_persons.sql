CREATE FUNCTION exchange.enter_awaited() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  NEW.state := 'reported';
  NEW.state_since := platform.now();
  NEW.confirmed_from := NULL;
  NEW.kept_id := NULL;
  INSERT INTO exchange.participant (id, side) VALUES (NEW.id, 'awaited');
  RETURN NEW;
END $$;
CREATE TRIGGER awaited_is_entered BEFORE INSERT ON exchange.awaited
  FOR EACH ROW EXECUTE FUNCTION exchange.enter_awaited();

CREATE FUNCTION exchange.guard_awaited() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.category <> 'child' AND NEW.born_on > (platform.today() - interval '18 years')::date
     AND (TG_OP = 'INSERT' OR (NEW.category, NEW.born_on) IS DISTINCT FROM (OLD.category, OLD.born_on)) THEN
    PERFORM exchange.refuse('r50_minor_is_on_the_track_of_children', 'one who is not yet eighteen is a child');
  END IF;
  IF NEW.held_since > platform.today() THEN
    PERFORM exchange.refuse('awaited_held_is_not_in_the_future', 'held since a day to come');
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.track = 'unconditional' AND OLD.track = 'negotiated' THEN
    PERFORM exchange.drop_slots(NEW.id, 'unconditional-track');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER awaited_is_guarded AFTER INSERT OR UPDATE ON exchange.awaited
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_awaited();
CREATE TRIGGER awaited_counts BEFORE UPDATE ON exchange.awaited
  FOR EACH ROW EXECUTE FUNCTION exchange.count_version();
CREATE TRIGGER awaited_is_kept BEFORE DELETE OR TRUNCATE ON exchange.awaited
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.begin_awaited() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO exchange.awaited_event (awaited_id, state, recorded_by, agency)
  VALUES (NEW.id, 'reported', NEW.entered_by, NEW.agency);
  RETURN NULL;
END $$;
CREATE TRIGGER awaited_begins AFTER INSERT ON exchange.awaited
  FOR EACH ROW EXECUTE FUNCTION exchange.begin_awaited();

CREATE FUNCTION exchange.move_awaited() RETURNS trigger
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
  ELSE
    NEW.from_state := person.state;
  END IF;
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
CREATE TRIGGER awaited_moves BEFORE INSERT ON exchange.awaited_event
  FOR EACH ROW EXECUTE FUNCTION exchange.move_awaited();

CREATE FUNCTION exchange.guard_awaited_merge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.proposed_at := platform.now();
    IF NEW.outcome IS NOT NULL THEN
      PERFORM exchange.refuse('awaited_merge_is_proposed_first', 'a merge begins as a proposal');
    END IF;
  ELSE
    IF OLD.outcome IS NOT NULL THEN
      PERFORM exchange.refuse('awaited_merge_is_decided_once', 'this merge is decided');
    END IF;
    NEW.decided_at := platform.now();
  END IF;
  PERFORM FROM exchange.awaited a WHERE a.id IN (NEW.kept_id, NEW.merged_id) ORDER BY a.id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM exchange.awaited a WHERE a.id IN (NEW.kept_id, NEW.merged_id) AND a.state = 'duplicate') THEN
    PERFORM exchange.refuse('awaited_merge_of_records_that_stand', 'one of the records is merged already');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER awaited_merge_is_guarded BEFORE INSERT OR UPDATE ON exchange.awaited_merge
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_awaited_merge();
CREATE TRIGGER awaited_merge_is_kept BEFORE DELETE OR TRUNCATE ON exchange.awaited_merge
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.apply_awaited_merge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO exchange.awaited_event (awaited_id, state, merge_id, recorded_by, agency)
  SELECT NEW.merged_id, 'duplicate', NEW.id, m.id, m.agency FROM staff.v_member m WHERE m.id = NEW.decided_by;
  RETURN NULL;
END $$;
CREATE TRIGGER awaited_merge_is_applied AFTER UPDATE OF outcome ON exchange.awaited_merge
  FOR EACH ROW WHEN (NEW.outcome = 'confirmed') EXECUTE FUNCTION exchange.apply_awaited_merge();
