CREATE TABLE exchange.response_entry (
  id              uuid PRIMARY KEY,
  awaited_id      uuid NOT NULL REFERENCES exchange.awaited (id),
  kind            text NOT NULL,
  asked_id        uuid,
  asked_on        date,
  occurred_on     date NOT NULL,
  due_on          date,
  ground          text,
  round_id        uuid REFERENCES exchange.round (id),
  list_id         uuid REFERENCES exchange.list (id),
  need_list_id    uuid REFERENCES exchange.need_list (id),
  outcome_id      uuid,
  substitute_id   uuid REFERENCES exchange.awaited (id),
  evidence_sha256 bytea,
  recorded_by     uuid,
  agency          text,
  recorded_at     timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT response_asked_known UNIQUE (id, awaited_id, occurred_on, due_on),
  CONSTRAINT response_to_what_was_asked FOREIGN KEY (asked_id, awaited_id, asked_on, due_on)
    REFERENCES exchange.response_entry (id, awaited_id, occurred_on, due_on),
  CONSTRAINT response_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT response_kind_known CHECK (kind IN ('asked', 'reminded', 'no-answer', 'refused', 'accepted', 'countered',
    'delivered', 'broken', 'substituted')),
  CONSTRAINT response_answers_an_asking CHECK (
    (kind IN ('reminded', 'no-answer', 'refused', 'accepted', 'countered'))
    = (asked_id IS NOT NULL AND asked_on IS NOT NULL AND due_on IS NOT NULL)
    AND (asked_id IS NULL) = (asked_on IS NULL)),
  CONSTRAINT response_asked_with_a_deadline CHECK (kind <> 'asked' OR (due_on IS NOT NULL AND due_on > occurred_on)),
  CONSTRAINT response_after_it_was_asked CHECK (occurred_on >= asked_on),
  CONSTRAINT response_no_answer_only_after_the_deadline CHECK (kind <> 'no-answer' OR occurred_on > due_on),
  CONSTRAINT response_refusal_has_a_ground CHECK ((kind = 'refused') = (ground IS NOT NULL)),
  CONSTRAINT response_ground_known CHECK (ground IN ('not-held', 'not-a-prisoner-of-war', 'convicted-there', 'died',
    'already-returned', 'unit', 'wants-another', 'none-given')),
  CONSTRAINT response_of_an_outcome CHECK (
    (kind IN ('delivered', 'broken', 'substituted')) = (outcome_id IS NOT NULL)),
  CONSTRAINT response_substitute_is_another CHECK (
    (kind = 'substituted') = (substitute_id IS NOT NULL) AND substitute_id <> awaited_id),
  CONSTRAINT response_only_the_timer_is_nobody CHECK (
    (recorded_by IS NULL) = (agency IS NULL) AND (recorded_by IS NOT NULL OR kind = 'no-answer')),
  CONSTRAINT response_evidence_is_sha256 CHECK (length(evidence_sha256) = 32)
);
COMMENT ON TABLE exchange.response_entry IS
  'What the other side was asked and what it did. A promise that was not kept stands beside what came instead.';
COMMENT ON COLUMN exchange.response_entry.due_on IS 'Last day to answer; of an answer it repeats that of the asking.';
CREATE UNIQUE INDEX response_no_answer_once ON exchange.response_entry (asked_id) WHERE kind = 'no-answer';
CREATE INDEX response_by_person ON exchange.response_entry (awaited_id, occurred_on);
CREATE INDEX response_to_asking ON exchange.response_entry (asked_id) WHERE asked_id IS NOT NULL;
CREATE INDEX response_by_deadline ON exchange.response_entry (due_on) WHERE kind = 'asked';
CREATE INDEX response_by_kind ON exchange.response_entry (kind, occurred_on);
CREATE TRIGGER response_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.response_entry
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.guard_response() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  NEW.recorded_at := platform.now();
  IF NEW.occurred_on > platform.today() THEN
    PERFORM exchange.refuse('response_is_not_in_the_future', 'lies in the future');
  END IF;
  IF NEW.kind = 'asked' AND EXISTS (SELECT FROM exchange.awaited a
       WHERE a.id = NEW.awaited_id AND a.track = 'unconditional') THEN
    PERFORM exchange.refuse('r50_ledger_never_of_the_unconditional_track', 'their return is asked for on a track of its own');
  END IF;
  IF NEW.asked_id IS NOT NULL AND NEW.due_on IS NULL THEN
    NEW.due_on := (SELECT e.due_on FROM exchange.response_entry e WHERE e.id = NEW.asked_id);
  END IF;
  IF NEW.kind = 'no-answer' AND EXISTS (SELECT FROM exchange.response_entry e
       WHERE e.asked_id = NEW.asked_id AND e.kind IN ('refused', 'accepted', 'countered')) THEN
    PERFORM exchange.refuse('response_no_answer_only_while_none_came', 'there was an answer');
  END IF;
  IF NEW.outcome_id IS NOT NULL AND NOT EXISTS (SELECT FROM exchange.outcome o
       WHERE o.id = NEW.outcome_id AND NEW.awaited_id IN (o.participant_id, o.delivered_id)) THEN
    PERFORM exchange.refuse('response_of_an_outcome', 'no such outcome of this person');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER response_is_guarded BEFORE INSERT ON exchange.response_entry
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_response();

CREATE FUNCTION exchange.note_silence() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  noted integer;
BEGIN
  INSERT INTO exchange.response_entry (id, awaited_id, kind, asked_id, asked_on, due_on, occurred_on, round_id,
    list_id, need_list_id)
  SELECT gen_random_uuid(), e.awaited_id, 'no-answer', e.id, e.occurred_on, e.due_on, platform.today(), e.round_id,
    e.list_id, e.need_list_id
  FROM exchange.response_entry e
  WHERE e.kind = 'asked' AND e.due_on < platform.today()
    AND NOT EXISTS (SELECT FROM exchange.response_entry r WHERE r.asked_id = e.id
                      AND r.kind IN ('no-answer', 'refused', 'accepted', 'countered'))
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS noted = ROW_COUNT;
  RETURN noted;
END $$;
COMMENT ON FUNCTION exchange.note_silence() IS 'The timer: one entry for every asking whose deadline passed without an answer.';
REVOKE EXECUTE ON FUNCTION exchange.note_silence() FROM PUBLIC;
