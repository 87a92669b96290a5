CREATE TABLE exchange.handover (
  id            uuid PRIMARY KEY,
  round_id      uuid NOT NULL REFERENCES exchange.round (id),
  held_on       date NOT NULL,
  state         text NOT NULL DEFAULT 'scheduled',
  state_since   timestamptz NOT NULL DEFAULT platform.now(),
  scheduled_by  uuid NOT NULL,
  agency        text NOT NULL,
  CONSTRAINT handover_of_round UNIQUE (id, round_id),
  CONSTRAINT handover_scheduled_by_member FOREIGN KEY (scheduled_by, agency) REFERENCES staff.member (id, agency)
);
COMMENT ON TABLE exchange.handover IS 'The meeting at which people cross. Its place is the round''s, sealed.';
CREATE UNIQUE INDEX handover_one_per_round ON exchange.handover (round_id) WHERE state <> 'aborted';

CREATE TABLE exchange.handover_event (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  handover_id uuid NOT NULL REFERENCES exchange.handover (id),
  from_state  text NOT NULL DEFAULT '',
  state       text NOT NULL,
  occurred_at timestamptz NOT NULL DEFAULT platform.now(),
  recorded_by uuid NOT NULL,
  agency      text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT handover_event_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency)
);
COMMENT ON COLUMN exchange.handover_event.occurred_at IS 'As the protocol says; entered afterwards, so before recorded_at.';
CREATE INDEX handover_event_by_handover ON exchange.handover_event (handover_id, recorded_at);

CREATE TABLE exchange.protocol (
  handover_id uuid PRIMARY KEY,
  round_id    uuid NOT NULL,
  number      text NOT NULL,
  file_sha256 bytea NOT NULL,
  signed_on   date NOT NULL,
  recorded_by uuid NOT NULL,
  agency      text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT protocol_of_round UNIQUE (handover_id, round_id),
  CONSTRAINT protocol_of_handover FOREIGN KEY (handover_id, round_id) REFERENCES exchange.handover (id, round_id),
  CONSTRAINT protocol_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT protocol_number_is_short CHECK (length(btrim(number)) BETWEEN 1 AND 60),
  CONSTRAINT protocol_scan_is_sha256 CHECK (length(file_sha256) = 32)
);
COMMENT ON TABLE exchange.protocol IS 'The signed paper of a handover and its scan.';

CREATE TABLE exchange.crossing (
  slot_id         uuid NOT NULL,
  round_id        uuid NOT NULL,
  participant_id  uuid NOT NULL,
  side            text NOT NULL,
  handover_id     uuid NOT NULL,
  identity_ours   text NOT NULL,
  identity_theirs text NOT NULL,
  medical         text NOT NULL,
  word            text,
  word_before     text,
  crossed         boolean NOT NULL,
  recorded_by     uuid NOT NULL,
  agency          text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT crossing_once_per_slot PRIMARY KEY (slot_id),
  CONSTRAINT crossing_known UNIQUE (slot_id, handover_id, crossed),
  CONSTRAINT crossing_of_slot FOREIGN KEY (slot_id, round_id, participant_id)
    REFERENCES exchange.slot (id, round_id, participant_id),
  CONSTRAINT crossing_of_a_side FOREIGN KEY (participant_id, side) REFERENCES exchange.participant (id, side),
  CONSTRAINT crossing_at_a_handover_of_the_round FOREIGN KEY (handover_id, round_id) REFERENCES exchange.handover (id, round_id),
  CONSTRAINT crossing_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT crossing_identity_known CHECK (
    identity_ours IN ('checked', 'declined') AND identity_theirs IN ('checked', 'declined')),
  CONSTRAINT crossing_identity_checked_by_one_at_least CHECK (
    NOT crossed OR identity_ours = 'checked' OR identity_theirs = 'checked'),
  CONSTRAINT crossing_medical_known CHECK (medical IN ('done', 'needs-care', 'declined', 'not-done')),
  CONSTRAINT r14_word_is_of_the_offered CHECK ((side = 'offered') = (word IS NOT NULL) AND (word IS NULL) = (word_before IS NULL)),
  CONSTRAINT r14_word_known CHECK (word IN ('yes', 'no') AND word_before IN ('icrc', 'ombudsman', 'mediator', 'other-neutral')),
  CONSTRAINT r29_nobody_crosses_who_said_no CHECK (NOT (crossed AND word = 'no'))
);
COMMENT ON TABLE exchange.crossing IS
  'One slot at the line, entered afterwards from the sheet: who checked the identity, the medical check, the person''s own word.';
COMMENT ON COLUMN exchange.crossing.identity_theirs IS 'declined: that side''s refusal to check, recorded.';
COMMENT ON COLUMN exchange.crossing.word IS 'Said before a neutral: the last gate. A no has no price and no penalty (R29).';

CREATE TABLE exchange.correction (
  id           uuid PRIMARY KEY,
  outcome_id   uuid NOT NULL,
  ground       text NOT NULL,
  public_uk    text NOT NULL,
  public_ru    text NOT NULL,
  public_en    text NOT NULL,
  proposed_by  uuid NOT NULL,
  agency       text NOT NULL,
  proposed_at  timestamptz NOT NULL DEFAULT platform.now(),
  in_effect_at timestamptz,
  CONSTRAINT correction_once UNIQUE (outcome_id),
  CONSTRAINT correction_proposed_by_member FOREIGN KEY (proposed_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT correction_ground_given CHECK (length(btrim(ground)) BETWEEN 10 AND 500),
  CONSTRAINT correction_public_line_in_three_languages CHECK (
    length(btrim(public_uk)) BETWEEN 5 AND 200 AND length(btrim(public_ru)) BETWEEN 5 AND 200
    AND length(btrim(public_en)) BETWEEN 5 AND 200)
);
COMMENT ON TABLE exchange.correction IS
  'An outcome that was wrong no longer counts, from the second signature on. What was published before stays readable.';
COMMENT ON COLUMN exchange.correction.in_effect_at IS 'The moment of the second agency''s signature; null: not yet. Written by its trigger.';

CREATE TABLE exchange.outcome (
  id              uuid PRIMARY KEY,
  round_id        uuid REFERENCES exchange.round (id),
  slot_id         uuid,
  handover_id     uuid,
  return_id       uuid REFERENCES exchange.return_case (id),
  side            text NOT NULL,
  participant_id  uuid NOT NULL,
  result          text NOT NULL,
  delivered_id    uuid,
  delivered_side  text,
  crossed         boolean,
  occurred_on     date NOT NULL,
  evidence_sha256 bytea,
  corrects_id     uuid REFERENCES exchange.correction (id),
  recorded_by     uuid NOT NULL,
  agency          text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT outcome_of_a_slot FOREIGN KEY (slot_id, round_id, participant_id)
    REFERENCES exchange.slot (id, round_id, participant_id),
  CONSTRAINT outcome_of_a_side FOREIGN KEY (participant_id, side) REFERENCES exchange.participant (id, side),
  CONSTRAINT outcome_of_slot_or_return CHECK (
    (slot_id IS NULL) = (round_id IS NULL) AND (slot_id IS NULL) <> (return_id IS NULL)),
  CONSTRAINT outcome_result_known CHECK (result IN ('delivered', 'not-delivered', 'substituted', 'refused-at-point')),
  CONSTRAINT outcome_delivered_with_a_protocol FOREIGN KEY (handover_id, round_id)
    REFERENCES exchange.protocol (handover_id, round_id),
  CONSTRAINT outcome_delivered_after_the_checks FOREIGN KEY (slot_id, handover_id, crossed)
    REFERENCES exchange.crossing (slot_id, handover_id, crossed),
  CONSTRAINT outcome_delivered_is_complete CHECK (slot_id IS NULL OR result NOT IN ('delivered', 'substituted')
    OR (handover_id IS NOT NULL AND crossed IS NOT NULL AND crossed)),
  CONSTRAINT r29_outcome_refused_by_the_offered CHECK (result <> 'refused-at-point'
    OR (side = 'offered' AND handover_id IS NOT NULL AND crossed IS NOT NULL AND NOT crossed)),
  CONSTRAINT outcome_substituted_has_both_persons CHECK (
    (result = 'substituted') = (delivered_id IS NOT NULL) AND delivered_id <> participant_id),
  CONSTRAINT outcome_substitute_is_awaited FOREIGN KEY (delivered_id, delivered_side)
    REFERENCES exchange.participant (id, side),
  CONSTRAINT outcome_substitution_is_theirs CHECK (
    (delivered_id IS NULL) = (delivered_side IS NULL) AND (delivered_side IS NULL OR (delivered_side = 'awaited' AND side = 'awaited'))),
  CONSTRAINT outcome_of_a_return_is_home_with_evidence CHECK (
    return_id IS NULL OR (result = 'delivered' AND side = 'awaited' AND evidence_sha256 IS NOT NULL)),
  CONSTRAINT outcome_evidence_is_sha256 CHECK (length(evidence_sha256) = 32),
  CONSTRAINT outcome_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency)
);
COMMENT ON TABLE exchange.outcome IS 'What happened to one slot, or a return outside of rounds. The only source of every total.';
COMMENT ON COLUMN exchange.outcome.delivered_id IS 'Who was brought instead; the agreed person stays awaited.';
COMMENT ON COLUMN exchange.outcome.corrects_id IS 'The correction after which this is the right outcome of the same slot.';
CREATE UNIQUE INDEX outcome_once_per_slot ON exchange.outcome (slot_id) WHERE corrects_id IS NULL;
CREATE UNIQUE INDEX outcome_once_per_correction ON exchange.outcome (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE UNIQUE INDEX outcome_once_per_return ON exchange.outcome (return_id) WHERE return_id IS NOT NULL AND corrects_id IS NULL;
CREATE INDEX outcome_by_round ON exchange.outcome (round_id);
CREATE INDEX outcome_by_day ON exchange.outcome (occurred_on);
CREATE INDEX outcome_by_recording ON exchange.outcome (recorded_at);

ALTER TABLE exchange.correction ADD CONSTRAINT correction_of_an_outcome
  FOREIGN KEY (outcome_id) REFERENCES exchange.outcome (id);
ALTER TABLE exchange.awaited_event ADD CONSTRAINT awaited_event_of_an_outcome
  FOREIGN KEY (outcome_id) REFERENCES exchange.outcome (id);
ALTER TABLE exchange.response_entry ADD CONSTRAINT response_entry_of_an_outcome
  FOREIGN KEY (outcome_id) REFERENCES exchange.outcome (id);

CREATE TABLE exchange.delivery (
  participant_id uuid NOT NULL REFERENCES exchange.participant (id),
  side           text NOT NULL,
  outcome_id     uuid NOT NULL UNIQUE REFERENCES exchange.outcome (id),
  round_id       uuid REFERENCES exchange.round (id),
  occurred_on    date NOT NULL,
  CONSTRAINT delivery_stands_once_per_person PRIMARY KEY (participant_id)
);
COMMENT ON TABLE exchange.delivery IS
  'Who has crossed by an outcome that stands uncorrected: one at most per person (invariant 19). Kept by triggers only.';
CREATE INDEX delivery_by_round ON exchange.delivery (round_id, side);

CREATE TABLE exchange.announcement (
  round_id     uuid PRIMARY KEY REFERENCES exchange.round (id),
  exchange_no  integer,
  mediator     text,
  announced_by uuid NOT NULL,
  agency       text NOT NULL,
  announced_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT announcement_by_member FOREIGN KEY (announced_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT announcement_number_positive CHECK (exchange_no > 0),
  CONSTRAINT announcement_mediator_is_short CHECK (length(mediator) BETWEEN 2 AND 80)
);
COMMENT ON TABLE exchange.announcement IS
  'The state has said in public that this exchange took place. Only from here on a figure counts it and those who left are marked.';
COMMENT ON COLUMN exchange.announcement.exchange_no IS 'Official number, shared by the stages of one exchange; null when none was said.';
COMMENT ON COLUMN exchange.announcement.mediator IS 'As announced; null when not named.';

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['handover_event', 'protocol', 'crossing', 'outcome', 'announcement'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.%I '
      || 'FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change()', kept || '_is_append_only', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['handover', 'correction', 'delivery'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON exchange.%I '
      || 'FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change()', kept || '_is_kept', kept);
  END LOOP;
END $$;
