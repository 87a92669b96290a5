CREATE TABLE exchange.answer_list (
  id          uuid PRIMARY KEY,
  channel     text NOT NULL,
  letter      text,
  received_on date NOT NULL,
  file_sha256 bytea NOT NULL,
  recorded_by uuid NOT NULL,
  agency      text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT platform.now(),
  outcome     text,
  decided_by  uuid REFERENCES staff.member (id),
  decided_at  timestamptz,
  version     integer NOT NULL DEFAULT 0,
  CONSTRAINT answer_list_channel_known CHECK (channel IN ('direct', 'icrc', 'mediator', 'ombudsman')),
  CONSTRAINT answer_list_letter_is_short CHECK (length(letter) BETWEEN 1 AND 80),
  CONSTRAINT answer_list_file_is_sha256 CHECK (length(file_sha256) = 32),
  CONSTRAINT answer_list_recorded_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT answer_list_outcome_known CHECK (outcome IN ('entered', 'set-aside')),
  CONSTRAINT answer_list_decision_is_whole CHECK (
    (outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (decided_at IS NULL))
);
COMMENT ON TABLE exchange.answer_list IS
  'A letter with which the other side answers about several persons at once. Until it is entered it changes nothing.';
COMMENT ON COLUMN exchange.answer_list.file_sha256 IS 'The file as it came, in the vault under the key of this row''s id.';
CREATE INDEX answer_list_open ON exchange.answer_list (recorded_at, id) WHERE outcome IS NULL;

CREATE TABLE exchange.answer_row (
  answer_list_id uuid NOT NULL REFERENCES exchange.answer_list (id),
  position       integer NOT NULL,
  written_name   text NOT NULL,
  written_born   text,
  match          text NOT NULL,
  awaited_id     uuid REFERENCES exchange.awaited (id),
  kind           text NOT NULL,
  ground         text,
  occurred_on    date NOT NULL,
  entry_id       uuid REFERENCES exchange.response_entry (id),
  PRIMARY KEY (answer_list_id, position),
  CONSTRAINT answer_row_written_is_short CHECK (length(btrim(written_name)) BETWEEN 1 AND 200 AND length(written_born) <= 40),
  CONSTRAINT answer_row_match_known CHECK (match IN ('linked', 'unknown', 'ambiguous')),
  CONSTRAINT answer_row_invents_nobody CHECK ((match = 'linked') = (awaited_id IS NOT NULL)),
  CONSTRAINT answer_row_kind_known CHECK (kind IN ('refused', 'accepted', 'countered')),
  CONSTRAINT answer_row_refusal_has_a_ground CHECK ((kind = 'refused') = (ground IS NOT NULL)),
  CONSTRAINT answer_row_ground_known CHECK (ground IN ('not-held', 'not-a-prisoner-of-war', 'convicted-there', 'died',
    'already-returned', 'unit', 'wants-another', 'none-given')),
  CONSTRAINT answer_row_entered_of_a_known_person CHECK (entry_id IS NULL OR match = 'linked')
);
COMMENT ON TABLE exchange.answer_row IS 'What stands in the letter about one person, as written, and whom we take it to mean.';
CREATE UNIQUE INDEX answer_row_names_one_once ON exchange.answer_row (answer_list_id, awaited_id) WHERE awaited_id IS NOT NULL;
CREATE INDEX answer_row_by_person ON exchange.answer_row (awaited_id) WHERE awaited_id IS NOT NULL;

CREATE FUNCTION exchange.guard_answer_list() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.received_on > platform.today() THEN
    PERFORM exchange.refuse('answer_list_is_not_in_the_future', 'received on a day to come');
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.recorded_at := platform.now();
    NEW.outcome := NULL;
    NEW.decided_by := NULL;
    NEW.decided_at := NULL;
    RETURN NEW;
  END IF;
  IF OLD.outcome IS NOT NULL THEN
    PERFORM exchange.refuse('answer_list_is_decided_once', 'it was entered or set aside');
  END IF;
  NEW.decided_at := CASE WHEN NEW.outcome IS NOT NULL THEN platform.now() END;
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_list_is_guarded BEFORE INSERT OR UPDATE ON exchange.answer_list
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_answer_list();
CREATE TRIGGER answer_list_is_kept BEFORE DELETE OR TRUNCATE ON exchange.answer_list
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.guard_answer_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM exchange.answer_list l WHERE l.id = NEW.answer_list_id AND l.outcome IS NULL FOR SHARE) THEN
    PERFORM exchange.refuse('answer_row_stays_once_entered', 'the list is entered or set aside');
  END IF;
  IF EXISTS (SELECT FROM exchange.awaited a WHERE a.id = NEW.awaited_id AND a.track = 'unconditional') THEN
    PERFORM exchange.refuse('r50_answer_never_of_the_unconditional_track',
      'their return is asked for on a track of its own');
  END IF;
  IF NEW.entry_id IS NOT NULL AND NOT EXISTS (SELECT FROM exchange.response_entry e WHERE e.id = NEW.entry_id
       AND e.answer_list_id = NEW.answer_list_id AND e.awaited_id = NEW.awaited_id AND e.kind = NEW.kind) THEN
    PERFORM exchange.refuse('answer_row_entered_as_it_stands', 'the entry says something else');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_row_is_guarded BEFORE INSERT OR UPDATE ON exchange.answer_row
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_answer_row();
CREATE TRIGGER answer_row_is_kept BEFORE DELETE OR TRUNCATE ON exchange.answer_row
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

ALTER TABLE exchange.response_entry
  ADD COLUMN answer_list_id uuid REFERENCES exchange.answer_list (id),
  ADD CONSTRAINT response_of_a_list_is_an_answer CHECK (
    answer_list_id IS NULL OR kind IN ('refused', 'accepted', 'countered'));
COMMENT ON COLUMN exchange.response_entry.answer_list_id IS 'The letter in which it stood; null if it came alone.';
CREATE INDEX response_by_day ON exchange.response_entry (occurred_on DESC, id DESC);

REVOKE EXECUTE ON FUNCTION exchange.guard_answer_list(), exchange.guard_answer_row() FROM PUBLIC;
GRANT SELECT, INSERT ON exchange.answer_list, exchange.answer_row TO svoi_desk;
GRANT UPDATE (outcome, decided_by) ON exchange.answer_list TO svoi_desk;
GRANT UPDATE (match, awaited_id, entry_id) ON exchange.answer_row TO svoi_desk;
