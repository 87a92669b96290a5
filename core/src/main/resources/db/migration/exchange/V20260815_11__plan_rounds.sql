CREATE TABLE exchange.agreement (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  agreed_on  date NOT NULL,
  entered_by uuid NOT NULL REFERENCES staff.member (id),
  version    integer NOT NULL DEFAULT 0,
  CONSTRAINT agreement_is_named CHECK (length(btrim(name)) BETWEEN 3 AND 120)
);
COMMENT ON TABLE exchange.agreement IS 'An agreement of several stages: each stage is a round, all of them are one agreement.';
CREATE TRIGGER agreement_counts BEFORE UPDATE ON exchange.agreement
  FOR EACH ROW EXECUTE FUNCTION exchange.count_version();

CREATE TABLE exchange.round (
  id              uuid PRIMARY KEY,
  number          integer NOT NULL GENERATED ALWAYS AS IDENTITY,
  demo            boolean NOT NULL DEFAULT false,
  framework       text NOT NULL,
  agreement_id    uuid REFERENCES exchange.agreement (id),
  stage           smallint,
  mediator        text,
  place_sealed    bytea,
  planned_on      date,
  state           text NOT NULL DEFAULT 'draft',
  state_since     timestamptz NOT NULL DEFAULT platform.now(),
  opened_by       uuid NOT NULL,
  agency          text NOT NULL,
  opened_at       timestamptz NOT NULL DEFAULT platform.now(),
  version         integer NOT NULL DEFAULT 0,
  CONSTRAINT round_number_once UNIQUE (number),
  CONSTRAINT round_opened_by_member FOREIGN KEY (opened_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT round_framework_is_named CHECK (length(btrim(framework)) BETWEEN 3 AND 120),
  CONSTRAINT round_mediator_is_short CHECK (length(mediator) BETWEEN 2 AND 80),
  CONSTRAINT round_stage_of_an_agreement CHECK ((agreement_id IS NULL) = (stage IS NULL) AND stage > 0),
  CONSTRAINT round_stage_once UNIQUE (agreement_id, stage)
);
COMMENT ON COLUMN exchange.round.number IS 'Our own number, never the official one of an exchange; that is announced.';
COMMENT ON COLUMN exchange.round.demo IS 'Invented. Always so in a demo; never in one figure with real rounds.';
COMMENT ON COLUMN exchange.round.place_sealed IS 'Where people cross: sealed under the key of the round''s id, purpose exchange.place.';
COMMENT ON COLUMN exchange.round.planned_on IS 'Day of the handover. Readiness is computed for it.';
CREATE INDEX round_by_state ON exchange.round (state, number);

CREATE TABLE exchange.block (
  id               uuid PRIMARY KEY,
  round_id         uuid NOT NULL REFERENCES exchange.round (id),
  number           smallint NOT NULL,
  kind             text NOT NULL,
  offers_part      smallint,
  needs_part       smallint,
  ground           text,
  offered_kind     text,
  awaited_category text,
  version          integer NOT NULL DEFAULT 0,
  CONSTRAINT block_of_round UNIQUE (id, round_id),
  CONSTRAINT block_number_once UNIQUE (round_id, number),
  CONSTRAINT block_number_positive CHECK (number > 0),
  CONSTRAINT block_kind_known CHECK (kind IN ('ratio', 'asymmetric')),
  CONSTRAINT block_ratio_is_whole CHECK (
    (kind = 'ratio') = (offers_part IS NOT NULL) AND (kind = 'ratio') = (needs_part IS NOT NULL)
    AND offers_part BETWEEN 1 AND 1000 AND needs_part BETWEEN 1 AND 1000),
  CONSTRAINT block_asymmetric_has_a_ground CHECK ((kind = 'asymmetric') = (ground IS NOT NULL)),
  CONSTRAINT block_ground_is_said CHECK (length(btrim(ground)) BETWEEN 10 AND 500),
  CONSTRAINT r50_block_never_of_children CHECK (awaited_category <> 'child'),
  CONSTRAINT block_offered_kind_known CHECK (offered_kind IN ('convicted', 'russian-pow', 'officer')),
  CONSTRAINT block_awaited_category_known CHECK (awaited_category IN (
    'pow', 'pow-convicted', 'medic-chaplain', 'civilian-detained', 'political-prisoner', 'child'))
);
COMMENT ON TABLE exchange.block IS
  'A part of a round with its own ratio, as negotiated. A ratio belongs to a block, never to a person. There is no kind '
  'for unconditional return: children and the gravely wounded stand apart, in exchange.return_case.';
COMMENT ON COLUMN exchange.block.offers_part IS 'a of a:b. Invariant 15: needs * a = offers * b.';
COMMENT ON COLUMN exchange.block.offered_kind IS 'Whom the block takes; null: anyone.';

CREATE TABLE exchange.slot (
  id             uuid PRIMARY KEY,
  round_id       uuid NOT NULL,
  block_id       uuid NOT NULL,
  participant_id uuid NOT NULL,
  side           text NOT NULL,
  reserve_rank   smallint,
  state          text NOT NULL DEFAULT 'planned',
  state_since    timestamptz NOT NULL DEFAULT platform.now(),
  added_by       uuid NOT NULL,
  agency         text NOT NULL,
  version        integer NOT NULL DEFAULT 0,
  CONSTRAINT slot_in_a_block_of_its_round FOREIGN KEY (block_id, round_id) REFERENCES exchange.block (id, round_id),
  CONSTRAINT slot_of_a_participant FOREIGN KEY (participant_id, side) REFERENCES exchange.participant (id, side),
  CONSTRAINT slot_of_round UNIQUE (id, round_id, participant_id),
  CONSTRAINT slot_added_by_member FOREIGN KEY (added_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT slot_reserve_rank_positive CHECK (reserve_rank > 0)
);
COMMENT ON TABLE exchange.slot IS
  'One place in a round. Whether it is ready is never stored: exchange.v_readiness computes it for the planned day.';
COMMENT ON COLUMN exchange.slot.reserve_rank IS 'Null: on the list. Else which one steps in first; reserves count in no ratio.';
CREATE UNIQUE INDEX slot_one_live_round_per_person ON exchange.slot (participant_id)
  WHERE state IN ('planned', 'named', 'confirmed');
CREATE INDEX slot_by_round ON exchange.slot (round_id, block_id, side);
CREATE INDEX slot_by_participant ON exchange.slot (participant_id);

CREATE TABLE exchange.round_event (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  round_id    uuid NOT NULL REFERENCES exchange.round (id),
  from_state  text NOT NULL DEFAULT '',
  state       text NOT NULL,
  reason      text,
  recorded_by uuid,
  agency      text,
  recorded_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT round_event_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT round_event_member_is_whole CHECK ((recorded_by IS NULL) = (agency IS NULL)),
  CONSTRAINT round_event_by_itself_only_after_a_drop CHECK (recorded_by IS NOT NULL OR state = 'counter-proposed'),
  CONSTRAINT round_abort_has_a_reason CHECK (state <> 'aborted' OR reason IS NOT NULL),
  CONSTRAINT round_reason_known CHECK (reason IN ('withdrawn-by-us', 'withdrawn-by-them', 'no-agreement', 'security',
    'weather', 'mediator', 'lists-changed', 'slot-dropped', 'their-list', 'other'))
);
COMMENT ON TABLE exchange.round_event IS 'States of a round in order. By nobody: a slot dropped by itself and the round went back to the table.';
CREATE INDEX round_event_by_round ON exchange.round_event (round_id, recorded_at);

CREATE TABLE exchange.slot_event (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slot_id     uuid NOT NULL REFERENCES exchange.slot (id),
  from_state  text NOT NULL DEFAULT '',
  state       text NOT NULL,
  reason      text,
  recorded_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT slot_drop_has_a_reason CHECK ((state = 'dropped') = (reason IS NOT NULL)),
  CONSTRAINT slot_reason_known CHECK (reason IN ('consent-ended', 'held', 'barred', 'fear', 'unconditional-track',
    'released-otherwise', 'died-in-captivity', 'not-captive', 'duplicate', 'returned', 'body-returned', 'not-in-custody',
    'file-closed', 'round-ended', 'round-aborted', 'refused-by-them', 'replaced', 'taken-off'))
);
COMMENT ON TABLE exchange.slot_event IS 'States of a slot in order; kept by triggers and by dropping.';
COMMENT ON COLUMN exchange.slot_event.reason IS
  'A class, seen in the desk only; that a consent ended never says how, and nothing of it is public (R16).';
CREATE INDEX slot_event_by_slot ON exchange.slot_event (slot_id, id);

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['round_event', 'slot_event'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.%I '
      || 'FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change()', kept || '_is_append_only', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['round', 'slot'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE OR TRUNCATE ON exchange.%I '
      || 'FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change()', kept || '_is_kept', kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['round', 'slot', 'block'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON exchange.%I '
      || 'FOR EACH ROW EXECUTE FUNCTION exchange.count_version()', kept || '_counts', kept);
  END LOOP;
END $$;
