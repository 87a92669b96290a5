CREATE TABLE exchange.family_group (
  id          uuid PRIMARY KEY,
  inseparable boolean NOT NULL DEFAULT false,
  entered_by  uuid NOT NULL REFERENCES staff.member (id),
  entered_at  timestamptz NOT NULL DEFAULT platform.now(),
  version     integer NOT NULL DEFAULT 0
);
COMMENT ON COLUMN exchange.family_group.inseparable IS 'All of them in a list, or none (invariant 17).';
CREATE TRIGGER family_group_counts BEFORE UPDATE ON exchange.family_group
  FOR EACH ROW EXECUTE FUNCTION exchange.count_version();

CREATE TABLE exchange.awaited (
  id              uuid PRIMARY KEY,
  side            text NOT NULL DEFAULT 'awaited',
  sex             text NOT NULL,
  family_uk       text NOT NULL,
  given_uk        text NOT NULL,
  patronymic_uk   text,
  family_ru       text NOT NULL,
  given_ru        text NOT NULL,
  patronymic_ru   text,
  family_latin    text NOT NULL,
  given_latin     text NOT NULL,
  born_on         date,
  category        text NOT NULL REFERENCES reference.exchange_category (code),
  condition       text NOT NULL DEFAULT 'ordinary',
  held_since      date NOT NULL,
  service_sealed  bytea,
  place_sealed    bytea,
  family_group_id uuid REFERENCES exchange.family_group (id),
  track           text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN category = 'child' OR condition = 'gravely-wounded' THEN 'unconditional' ELSE 'negotiated' END) STORED,
  state           text NOT NULL DEFAULT 'reported',
  state_since     timestamptz NOT NULL DEFAULT platform.now(),
  confirmed_from  text,
  kept_id         uuid REFERENCES exchange.awaited (id),
  agency          text NOT NULL,
  entered_by      uuid NOT NULL,
  entered_at      timestamptz NOT NULL DEFAULT platform.now(),
  version         integer NOT NULL DEFAULT 0,
  CONSTRAINT awaited_is_on_its_side CHECK (side = 'awaited'),
  CONSTRAINT awaited_takes_part FOREIGN KEY (id, side) REFERENCES exchange.participant (id, side),
  CONSTRAINT awaited_sex CHECK (sex IN ('f', 'm')),
  CONSTRAINT awaited_names_are_names CHECK (
    exchange.is_name(family_uk) AND exchange.is_name(given_uk) AND exchange.is_name(family_ru)
    AND exchange.is_name(given_ru) AND exchange.is_name(family_latin) AND exchange.is_name(given_latin)
    AND (patronymic_uk IS NULL OR exchange.is_name(patronymic_uk))
    AND (patronymic_ru IS NULL OR exchange.is_name(patronymic_ru))),
  CONSTRAINT awaited_category_known CHECK (category IN (
    'pow', 'pow-convicted', 'medic-chaplain', 'civilian-detained', 'political-prisoner', 'child')),
  CONSTRAINT awaited_condition_known CHECK (condition IN ('ordinary', 'ill', 'gravely-wounded')),
  CONSTRAINT awaited_held_after_birth CHECK (held_since >= born_on),
  CONSTRAINT awaited_entered_by_member FOREIGN KEY (entered_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT awaited_kept_is_another CHECK (kept_id <> id),
  CONSTRAINT awaited_duplicate_points_to_the_kept CHECK ((state = 'duplicate') = (kept_id IS NOT NULL))
);
COMMENT ON TABLE exchange.awaited IS
  'Ukrainians who are sought or held: never public (R26). Read by round officers, return officers and the monitor.';
COMMENT ON COLUMN exchange.awaited.service_sealed IS 'Service and unit, sealed under this person''s key, purpose exchange.service.';
COMMENT ON COLUMN exchange.awaited.place_sealed IS 'Place of captivity, sealed under this person''s key, purpose exchange.place.';
COMMENT ON COLUMN exchange.awaited.track IS
  'Computed: children and the gravely wounded stand on the track of unconditional return, never in a block or a list (R50).';
COMMENT ON COLUMN exchange.awaited.state IS 'The last event''s; written by its trigger only. "In a round" is a view''s answer.';
COMMENT ON COLUMN exchange.awaited.born_on IS 'Null while unknown.';
CREATE INDEX awaited_by_waiting ON exchange.awaited (held_since, id) WHERE state IN ('reported', 'confirmed');
CREATE INDEX awaited_by_category ON exchange.awaited (category, held_since, id) WHERE state IN ('reported', 'confirmed');
CREATE INDEX awaited_by_entry ON exchange.awaited (entered_at, id);
CREATE INDEX awaited_by_family_uk ON exchange.awaited (family_uk);
CREATE INDEX awaited_by_family_ru ON exchange.awaited (family_ru);
CREATE INDEX awaited_by_birth ON exchange.awaited (born_on);
CREATE INDEX awaited_by_group ON exchange.awaited (family_group_id) WHERE family_group_id IS NOT NULL;
CREATE INDEX awaited_unconditional ON exchange.awaited (held_since, id)
  WHERE track = 'unconditional' AND state IN ('reported', 'confirmed');

CREATE TABLE exchange.awaited_merge (
  id          uuid PRIMARY KEY,
  kept_id     uuid NOT NULL REFERENCES exchange.awaited (id),
  merged_id   uuid NOT NULL REFERENCES exchange.awaited (id),
  ground      text NOT NULL,
  proposed_by uuid NOT NULL REFERENCES staff.member (id),
  proposed_at timestamptz NOT NULL DEFAULT platform.now(),
  outcome     text,
  decided_by  uuid REFERENCES staff.member (id),
  decided_at  timestamptz,
  CONSTRAINT awaited_merge_of_two_records CHECK (kept_id <> merged_id),
  CONSTRAINT awaited_merge_ground_given CHECK (length(btrim(ground)) BETWEEN 10 AND 500),
  CONSTRAINT awaited_merge_outcome_known CHECK (outcome IN ('confirmed', 'declined', 'taken-back')),
  CONSTRAINT awaited_merge_decision_is_whole CHECK (
    (outcome IS NULL) = (decided_by IS NULL) AND (outcome IS NULL) = (decided_at IS NULL)),
  CONSTRAINT awaited_merge_signed_by_two_members CHECK (outcome <> 'confirmed' OR decided_by <> proposed_by),
  CONSTRAINT awaited_merge_taken_back_by_its_proposer CHECK (outcome <> 'taken-back' OR decided_by = proposed_by)
);
COMMENT ON TABLE exchange.awaited_merge IS 'Two records are one person: one member says so, another confirms. Nothing is deleted.';
CREATE UNIQUE INDEX awaited_merge_one_open_per_record ON exchange.awaited_merge (merged_id) WHERE outcome IS NULL;
CREATE INDEX awaited_merge_by_kept ON exchange.awaited_merge (kept_id);

CREATE TABLE exchange.awaited_event (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  awaited_id      uuid NOT NULL REFERENCES exchange.awaited (id),
  from_state      text NOT NULL DEFAULT '',
  state           text NOT NULL,
  source          text,
  occurred_on     date NOT NULL DEFAULT platform.today(),
  evidence_sha256 bytea,
  merge_id        uuid REFERENCES exchange.awaited_merge (id),
  outcome_id      uuid,
  recorded_by     uuid NOT NULL,
  agency          text NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT awaited_event_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT awaited_confirmation_names_its_source CHECK ((state = 'confirmed') = (source IS NOT NULL)),
  CONSTRAINT awaited_source_known CHECK (source IN ('icrc', 'other-side', 'witness', 'video', 'letter', 'correction')),
  CONSTRAINT awaited_event_evidence_is_sha256 CHECK (length(evidence_sha256) = 32),
  CONSTRAINT awaited_end_needs_evidence CHECK (evidence_sha256 IS NOT NULL OR state NOT IN (
    'released-otherwise', 'died-in-captivity', 'body-returned', 'not-captive')),
  CONSTRAINT awaited_duplicate_needs_a_merge CHECK ((state = 'duplicate') = (merge_id IS NOT NULL)),
  CONSTRAINT awaited_returned_only_by_an_outcome CHECK (
    (state = 'returned' OR coalesce(source = 'correction', false)) = (outcome_id IS NOT NULL))
);
COMMENT ON TABLE exchange.awaited_event IS 'What became known of an awaited person, in order. Returned comes from an outcome only.';
CREATE INDEX awaited_event_by_person ON exchange.awaited_event (awaited_id, recorded_at);
CREATE TRIGGER awaited_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.awaited_event
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
