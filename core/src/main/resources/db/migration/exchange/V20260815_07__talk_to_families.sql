CREATE TABLE exchange.family_contact (
  id         uuid PRIMARY KEY,
  awaited_id uuid NOT NULL REFERENCES exchange.awaited (id),
  sealed     bytea NOT NULL,
  means      text NOT NULL,
  language   text NOT NULL,
  hours_from time,
  hours_to   time,
  entered_by uuid NOT NULL REFERENCES staff.member (id),
  entered_at timestamptz NOT NULL DEFAULT platform.now(),
  version    integer NOT NULL DEFAULT 0,
  CONSTRAINT family_contact_means_known CHECK (means IN ('call', 'messenger', 'email', 'letter', 'in-person')),
  CONSTRAINT family_contact_language CHECK (language IN ('uk', 'ru', 'en', 'crh')),
  CONSTRAINT family_contact_hours_are_whole CHECK ((hours_from IS NULL) = (hours_to IS NULL)),
  CONSTRAINT family_contact_hours_in_order CHECK (hours_to > hours_from)
);
COMMENT ON TABLE exchange.family_contact IS
  'How to reach relatives of an awaited person safely. Apart from the person, under a key of its own, deleted when the purpose ends.';
COMMENT ON COLUMN exchange.family_contact.sealed IS
  'Name, kinship, number or address, code word against fraud: JSON sealed under the key of this row''s id, purpose exchange.contact.';
COMMENT ON COLUMN exchange.family_contact.hours_from IS 'With hours_to when it is safe to be called, Kyiv time; null: any time.';
CREATE INDEX family_contact_by_person ON exchange.family_contact (awaited_id);
CREATE TRIGGER family_contact_counts BEFORE UPDATE ON exchange.family_contact
  FOR EACH ROW EXECUTE FUNCTION exchange.count_version();

CREATE TABLE exchange.family_talk (
  id         uuid PRIMARY KEY,
  awaited_id uuid NOT NULL REFERENCES exchange.awaited (id),
  contact_id uuid NOT NULL,
  about      text NOT NULL,
  result     text NOT NULL,
  talked_by  uuid NOT NULL REFERENCES staff.member (id),
  talked_at  timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT family_talk_about_known CHECK (about IN ('status', 'return', 'death')),
  CONSTRAINT family_talk_result_known CHECK (result IN ('reached', 'not-reached'))
);
COMMENT ON TABLE exchange.family_talk IS 'Who spoke with relatives and when; never what was said.';
COMMENT ON COLUMN exchange.family_talk.contact_id IS 'The contact used; it may be deleted since.';
CREATE INDEX family_talk_by_person ON exchange.family_talk (awaited_id, talked_at);
CREATE TRIGGER family_talk_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.family_talk
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE exchange.name_word (
  id         uuid PRIMARY KEY,
  awaited_id uuid NOT NULL REFERENCES exchange.awaited (id),
  may_show   boolean NOT NULL,
  said_at    timestamptz NOT NULL DEFAULT platform.now(),
  noted_by   uuid NOT NULL REFERENCES staff.member (id)
);
COMMENT ON TABLE exchange.name_word IS 'Whether one who came home agrees that the name is shown; the last word counts.';
CREATE INDEX name_word_by_person ON exchange.name_word (awaited_id, said_at);
CREATE TRIGGER name_word_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.name_word
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.stamp() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], platform.now()));
END $$;
COMMENT ON FUNCTION exchange.stamp() IS 'The column in the first argument is the moment of the database, whatever was given.';
CREATE TRIGGER family_talk_is_stamped BEFORE INSERT ON exchange.family_talk
  FOR EACH ROW EXECUTE FUNCTION exchange.stamp('talked_at');
CREATE TRIGGER name_word_is_stamped BEFORE INSERT ON exchange.name_word
  FOR EACH ROW EXECUTE FUNCTION exchange.stamp('said_at');

CREATE TABLE exchange.return_case (
  id          uuid PRIMARY KEY,
  awaited_id  uuid NOT NULL REFERENCES exchange.awaited (id),
  state       text NOT NULL DEFAULT 'opened',
  state_since timestamptz NOT NULL DEFAULT platform.now(),
  opened_by   uuid NOT NULL,
  agency      text NOT NULL,
  opened_at   timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT return_case_opened_by_member FOREIGN KEY (opened_by, agency) REFERENCES staff.member (id, agency)
);
COMMENT ON TABLE exchange.return_case IS
  'The unconditional return of one child or gravely wounded person: nothing is given for it, no round, no block (R50).';
CREATE UNIQUE INDEX return_case_one_open ON exchange.return_case (awaited_id) WHERE state NOT IN ('returned', 'closed');

CREATE TABLE exchange.return_step (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  return_id       uuid NOT NULL REFERENCES exchange.return_case (id),
  from_state      text NOT NULL DEFAULT '',
  state           text NOT NULL,
  through         text,
  occurred_on     date NOT NULL DEFAULT platform.today(),
  evidence_sha256 bytea,
  recorded_by     uuid NOT NULL,
  agency          text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT return_step_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT return_step_through_known CHECK (through IN ('ombudsman', 'icrc', 'third-state', 'medical-commission', 'other')),
  CONSTRAINT return_step_evidence_is_sha256 CHECK (length(evidence_sha256) = 32),
  CONSTRAINT return_home_needs_evidence CHECK (state <> 'returned' OR evidence_sha256 IS NOT NULL)
);
COMMENT ON COLUMN exchange.return_step.through IS 'By whose hands; null where nobody stood between.';
CREATE INDEX return_step_by_case ON exchange.return_step (return_id, recorded_at);
CREATE TRIGGER return_step_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.return_step
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER return_case_is_kept BEFORE DELETE OR TRUNCATE ON exchange.return_case
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.open_return() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM exchange.awaited a WHERE a.id = NEW.awaited_id AND a.track = 'unconditional'
                   AND a.state IN ('reported', 'confirmed')) THEN
    PERFORM exchange.refuse('return_is_of_the_unconditional_track', 'not a child and not gravely wounded, or no longer held');
  END IF;
  INSERT INTO exchange.return_step (return_id, state, recorded_by, agency)
  VALUES (NEW.id, 'opened', NEW.opened_by, NEW.agency);
  RETURN NULL;
END $$;
CREATE TRIGGER return_is_opened AFTER INSERT ON exchange.return_case
  FOR EACH ROW EXECUTE FUNCTION exchange.open_return();

CREATE FUNCTION exchange.move_return() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  present text;
BEGIN
  NEW.recorded_at := platform.now();
  SELECT r.state INTO present FROM exchange.return_case r WHERE r.id = NEW.return_id FOR NO KEY UPDATE;
  NEW.from_state := CASE WHEN EXISTS (SELECT FROM exchange.return_step s WHERE s.return_id = NEW.return_id)
                         THEN present ELSE '' END;
  PERFORM exchange.step('return', NEW.from_state, NEW.state);
  IF NEW.occurred_on > platform.today() THEN
    PERFORM exchange.refuse('return_step_is_not_in_the_future', 'lies in the future');
  END IF;
  UPDATE exchange.return_case SET state = NEW.state, state_since = NEW.recorded_at WHERE id = NEW.return_id;
  RETURN NEW;
END $$;
CREATE TRIGGER return_moves BEFORE INSERT ON exchange.return_step
  FOR EACH ROW EXECUTE FUNCTION exchange.move_return();
