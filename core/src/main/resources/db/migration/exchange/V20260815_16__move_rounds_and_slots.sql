CREATE FUNCTION exchange.open_round() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'INSERT' AND TG_WHEN = 'BEFORE' THEN
    NEW.demo := NEW.demo OR EXISTS (SELECT FROM platform.v_installation i WHERE i.kind = 'demo');
    NEW.state := 'draft';
    NEW.state_since := platform.now();
    NEW.opened_at := platform.now();
    RETURN NEW;
  END IF;
  INSERT INTO exchange.round_event (round_id, state, recorded_by, agency)
  VALUES (NEW.id, 'draft', NEW.opened_by, NEW.agency);
  RETURN NULL;
END $$;
CREATE TRIGGER round_is_opened BEFORE INSERT ON exchange.round FOR EACH ROW EXECUTE FUNCTION exchange.open_round();
CREATE TRIGGER round_begins AFTER INSERT ON exchange.round FOR EACH ROW EXECUTE FUNCTION exchange.open_round();

CREATE FUNCTION exchange.keep_day() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  PERFORM exchange.refuse('round_day_stays_once_executing', 'people are on their way, or the round has ended');
END $$;
CREATE TRIGGER round_day_stays_once_executing BEFORE UPDATE OF planned_on ON exchange.round FOR EACH ROW
  WHEN (NEW.planned_on IS DISTINCT FROM OLD.planned_on AND OLD.state IN ('executing', 'executed', 'partial', 'aborted'))
  EXECUTE FUNCTION exchange.keep_day();

CREATE FUNCTION exchange.guard_slot() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  stage text;
  block record;
  person record;
  fault text;
BEGIN
  SELECT r.state INTO stage FROM exchange.round r WHERE r.id = NEW.round_id FOR SHARE;
  IF stage NOT IN ('draft', 'counter-proposed') THEN
    PERFORM exchange.refuse('slot_changes_only_while_negotiating', 'the round is not being drafted');
  END IF;
  IF TG_OP = 'UPDATE' THEN
    RETURN NEW;
  END IF;
  NEW.state := 'planned';
  NEW.state_since := platform.now();
  SELECT b.offered_kind, b.awaited_category INTO block FROM exchange.block b WHERE b.id = NEW.block_id;
  IF NEW.side = 'awaited' THEN
    SELECT a.state, a.track, a.category INTO person
      FROM exchange.awaited a WHERE a.id = NEW.participant_id FOR NO KEY UPDATE;
    IF person.track = 'unconditional' THEN
      PERFORM exchange.refuse('r50_slot_never_of_the_unconditional_track', 'children and the gravely wounded are in no block');
    END IF;
    IF person.category <> block.awaited_category THEN
      PERFORM exchange.refuse('slot_fits_its_block', 'another category');
    END IF;
    IF person.state <> 'confirmed' THEN
      PERFORM exchange.refuse('slot_of_a_confirmed_captive', 'captivity is not confirmed');
    END IF;
  ELSE
    SELECT o.kind, o.fear INTO person FROM exchange.offered o WHERE o.id = NEW.participant_id FOR NO KEY UPDATE;
    IF person.kind <> block.offered_kind THEN
      PERFORM exchange.refuse('slot_fits_its_block', 'another kind');
    END IF;
    fault := exchange.offer_fault(NEW.participant_id);
    IF fault IS NOT NULL THEN
      PERFORM exchange.refuse('r27_slot_of_one_who_may_be_offered', fault);
    END IF;
    IF person.fear IS NULL THEN
      PERFORM exchange.refuse('r28_slot_after_the_interview', 'nobody has asked about a fear of return');
    END IF;
  END IF;
  IF EXISTS (SELECT FROM exchange.delivery d WHERE d.participant_id = NEW.participant_id) THEN
    PERFORM exchange.refuse('slot_never_of_one_who_crossed', 'the person has crossed already');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER slot_is_guarded BEFORE INSERT OR UPDATE OF block_id, reserve_rank ON exchange.slot
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_slot();

CREATE FUNCTION exchange.begin_slots() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO exchange.slot_event (slot_id, state) SELECT a.id, 'planned' FROM added a;
  RETURN NULL;
END $$;
CREATE TRIGGER slots_begin AFTER INSERT ON exchange.slot REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION exchange.begin_slots();

CREATE FUNCTION exchange.guard_block() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  stage text;
BEGIN
  SELECT r.state INTO stage FROM exchange.round r
    WHERE r.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.round_id ELSE NEW.round_id END FOR SHARE;
  IF stage NOT IN ('draft', 'counter-proposed') THEN
    PERFORM exchange.refuse('block_changes_only_while_negotiating', 'the round is not being drafted');
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER block_is_guarded BEFORE INSERT OR UPDATE OR DELETE ON exchange.block
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_block();

CREATE FUNCTION exchange.move_slot() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  slot record;
  stage text;
BEGIN
  NEW.recorded_at := platform.now();
  SELECT s.state, s.round_id, s.reserve_rank INTO slot FROM exchange.slot s WHERE s.id = NEW.slot_id;
  SELECT r.state INTO stage FROM exchange.round r WHERE r.id = slot.round_id FOR NO KEY UPDATE;
  SELECT s.state, s.round_id, s.reserve_rank INTO slot FROM exchange.slot s WHERE s.id = NEW.slot_id FOR NO KEY UPDATE;
  NEW.from_state := CASE WHEN NEW.state = 'planned' THEN '' ELSE slot.state END;
  PERFORM exchange.step('slot', NEW.from_state, NEW.state);
  IF NEW.state = 'planned' THEN
    IF EXISTS (SELECT FROM exchange.slot_event e WHERE e.slot_id = NEW.slot_id) THEN
      PERFORM exchange.refuse('slot_moves_as_drawn', 'it has begun');
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.state = 'named' AND stage NOT IN ('proposed', 'counter-proposed'))
     OR (NEW.state = 'confirmed' AND stage <> 'agreed')
     OR (NEW.state = 'dropped' AND stage = 'executing') THEN
    PERFORM exchange.refuse('slot_moves_with_its_round', 'the round is at another stage');
  END IF;
  IF NEW.state IN ('delivered', 'not-delivered', 'substituted', 'refused-at-point') AND NOT EXISTS (
       SELECT FROM exchange.outcome o WHERE o.slot_id = NEW.slot_id AND o.result = NEW.state) THEN
    PERFORM exchange.refuse('slot_ends_by_an_outcome', 'no outcome says so');
  END IF;
  UPDATE exchange.slot SET state = NEW.state, state_since = NEW.recorded_at WHERE id = NEW.slot_id;
  IF NEW.state = 'dropped' AND slot.reserve_rank IS NULL AND stage IN ('agreed', 'preparing') THEN
    INSERT INTO exchange.round_event (round_id, state, reason) VALUES (slot.round_id, 'counter-proposed', 'slot-dropped');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER slot_moves BEFORE INSERT ON exchange.slot_event FOR EACH ROW EXECUTE FUNCTION exchange.move_slot();

CREATE FUNCTION exchange.drop_slots(participant uuid, reason text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  live record;
  dropped integer := 0;
BEGIN
  FOR live IN SELECT s.id, s.round_id FROM exchange.slot s
              WHERE s.participant_id = $1 AND s.state IN ('planned', 'named', 'confirmed') LOOP
    IF (SELECT r.state FROM exchange.round r WHERE r.id = live.round_id FOR NO KEY UPDATE) <> 'executing' THEN
      INSERT INTO exchange.slot_event (slot_id, state, reason) VALUES (live.id, 'dropped', $2);
      dropped := dropped + 1;
    END IF;
  END LOOP;
  RETURN dropped;
END $$;
COMMENT ON FUNCTION exchange.drop_slots(uuid, text) IS
  'Takes one person off every live round, except one that is at the line: there the person''s own word decides.';

CREATE FUNCTION exchange.drop_lost(person uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  lost record;
  dropped integer := 0;
BEGIN
  IF person IS NOT NULL THEN
    PERFORM FROM exchange.offered o WHERE o.person_id = $1 FOR NO KEY UPDATE;
  END IF;
  FOR lost IN
    SELECT s.participant_id, f.fault
    FROM exchange.slot s
    JOIN exchange.round r ON r.id = s.round_id
    JOIN exchange.v_fault f ON f.id = s.participant_id
    WHERE s.state IN ('planned', 'named', 'confirmed') AND s.side = 'offered' AND r.state <> 'executing'
      AND f.fault IS NOT NULL AND ($1 IS NULL OR f.person_id = $1)
    ORDER BY s.participant_id LOOP
    dropped := dropped + exchange.drop_slots(lost.participant_id, lost.fault);
  END LOOP;
  RETURN dropped;
END $$;
COMMENT ON FUNCTION exchange.drop_lost(uuid) IS
  'Takes off live rounds whoever may not be offered any more: this person of cases, or everybody (null). Called in the '
  'transaction of a withdrawal (invariant 9) and by a timer, because consents also end by themselves.';
REVOKE EXECUTE ON FUNCTION exchange.drop_slots(uuid, text), exchange.drop_lost(uuid) FROM PUBLIC;
