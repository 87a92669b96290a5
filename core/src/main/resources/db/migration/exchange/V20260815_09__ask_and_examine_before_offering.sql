CREATE TABLE exchange.identity_check (
  id             uuid PRIMARY KEY,
  participant_id uuid NOT NULL REFERENCES exchange.participant (id),
  documents      text[] NOT NULL,
  identity_hash  bytea NOT NULL,
  checked_by     uuid NOT NULL,
  agency         text NOT NULL,
  checked_at     timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT identity_check_by_member FOREIGN KEY (checked_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT identity_check_documents_known CHECK (documents <@ ARRAY['passport', 'foreign-passport', 'id-card',
    'military-id', 'birth-certificate', 'court-file', 'fingerprints', 'dna', 'prison-card', 'icrc-card']),
  CONSTRAINT identity_check_of_two_documents CHECK (cardinality(documents) >= 2 AND documents[1] <> documents[2]),
  CONSTRAINT identity_check_hash CHECK (length(identity_hash) = 32)
);
COMMENT ON TABLE exchange.identity_check IS 'The identity pack: which kinds of documents were compared, by whom. Never a number of one.';
CREATE INDEX identity_check_by_participant ON exchange.identity_check (participant_id, checked_at);

CREATE TABLE exchange.fitness (
  id              uuid PRIMARY KEY,
  offered_id      uuid NOT NULL REFERENCES exchange.offered (id),
  result          text NOT NULL,
  examined_on     date NOT NULL,
  valid_until     date NOT NULL,
  doctor_role     text NOT NULL,
  evidence_sha256 bytea,
  entered_by      uuid NOT NULL REFERENCES staff.member (id),
  entered_at      timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT fitness_result_known CHECK (result IN ('fit', 'fit-with-escort', 'not-fit')),
  CONSTRAINT fitness_doctor_role_known CHECK (doctor_role IN ('prison-doctor', 'hospital-doctor', 'icrc-doctor', 'independent-doctor')),
  CONSTRAINT fitness_valid_at_most_30_days CHECK (valid_until BETWEEN examined_on AND examined_on + 30),
  CONSTRAINT fitness_evidence_is_sha256 CHECK (length(evidence_sha256) = 32)
);
COMMENT ON TABLE exchange.fitness IS 'Fit to travel, said by a doctor on a day. No diagnosis.';
CREATE INDEX fitness_by_offered ON exchange.fitness (offered_id, entered_at);

CREATE TABLE exchange.fear_interview (
  id         uuid PRIMARY KEY,
  offered_id uuid NOT NULL REFERENCES exchange.offered (id),
  answer     text NOT NULL,
  in_private boolean NOT NULL,
  language   text NOT NULL,
  held_by    uuid NOT NULL REFERENCES staff.member (id),
  held_at    timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT r28_fear_answer_known CHECK (answer IN ('no', 'yes', 'unknown')),
  CONSTRAINT r28_fear_is_asked_in_private CHECK (in_private),
  CONSTRAINT fear_interview_language CHECK (language ~ '^[a-z]{2,3}$')
);
COMMENT ON TABLE exchange.fear_interview IS
  'Whether the person fears persecution after a return, asked alone. Yes and unknown stop the offer until counsel''s note (R28).';
CREATE INDEX fear_interview_by_offered ON exchange.fear_interview (offered_id, held_at);

CREATE TABLE exchange.fear_note (
  interview_id    uuid PRIMARY KEY REFERENCES exchange.fear_interview (id),
  offered_id      uuid NOT NULL REFERENCES exchange.offered (id),
  result          text NOT NULL,
  counsel_licence text NOT NULL,
  evidence_sha256 bytea NOT NULL,
  noted_by        uuid NOT NULL REFERENCES staff.member (id),
  noted_at        timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT r28_fear_note_result_known CHECK (result IN ('may-go', 'may-not')),
  CONSTRAINT r28_fear_note_names_counsel CHECK (length(btrim(counsel_licence)) BETWEEN 1 AND 60),
  CONSTRAINT fear_note_evidence_is_sha256 CHECK (length(evidence_sha256) = 32)
);
COMMENT ON TABLE exchange.fear_note IS 'Counsel''s note after a fear was spoken of: may-go with the person''s own will, or may-not.';

CREATE TABLE exchange.wish (
  id         uuid PRIMARY KEY,
  offered_id uuid NOT NULL,
  kind       text NOT NULL,
  says       boolean NOT NULL,
  in_private boolean NOT NULL,
  language   text NOT NULL,
  asked_by   uuid NOT NULL REFERENCES staff.member (id),
  asked_at   timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT wish_of_one_offered FOREIGN KEY (offered_id, kind) REFERENCES exchange.offered (id, kind),
  CONSTRAINT wish_never_stands_for_a_consent CHECK (kind <> 'convicted'),
  CONSTRAINT wish_is_asked_in_private CHECK (in_private),
  CONSTRAINT wish_language CHECK (language ~ '^[a-z]{2,3}$')
);
COMMENT ON TABLE exchange.wish IS
  'What prisoners of war and officers say when asked whether they want to go. Convicted persons have consents instead. The last word counts.';
CREATE INDEX wish_by_offered ON exchange.wish (offered_id, asked_at);

CREATE TABLE exchange.bar (
  id            uuid PRIMARY KEY,
  offered_id    uuid NOT NULL REFERENCES exchange.offered (id),
  ground        text NOT NULL,
  placed_by     uuid NOT NULL,
  agency        text NOT NULL,
  placed_at     timestamptz NOT NULL DEFAULT platform.now(),
  lifted_by     uuid,
  lifted_agency text,
  lifted_at     timestamptz,
  CONSTRAINT bar_placed_by_member FOREIGN KEY (placed_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT bar_lifted_by_member FOREIGN KEY (lifted_by, lifted_agency) REFERENCES staff.member (id, agency),
  CONSTRAINT bar_lift_is_whole CHECK (
    (lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lifted_agency IS NULL)),
  CONSTRAINT bar_lifted_by_the_body_that_placed_it CHECK (lifted_agency = agency),
  CONSTRAINT bar_ground_known CHECK (ground IN (
    'ineligible', 'court-order', 'other-proceedings', 'investigation', 'identity-in-doubt', 'health'))
);
COMMENT ON TABLE exchange.bar IS 'Why one may not be offered, until the same body lifts it.';
CREATE INDEX bar_by_offered ON exchange.bar (offered_id);

CREATE FUNCTION exchange.note_offered_fact() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  fact jsonb := to_jsonb(NEW);
BEGIN
  IF TG_TABLE_NAME = 'fitness' THEN
    UPDATE exchange.offered SET fit = fact ->> 'result', fit_until = (fact ->> 'valid_until')::date
      WHERE id = (fact ->> 'offered_id')::uuid;
  ELSIF TG_TABLE_NAME = 'fear_interview' THEN
    UPDATE exchange.offered SET fear = fact ->> 'answer', fear_settled = NULL WHERE id = (fact ->> 'offered_id')::uuid;
  ELSIF TG_TABLE_NAME = 'fear_note' THEN
    UPDATE exchange.offered SET fear_settled = fact ->> 'result'
      WHERE id = (fact ->> 'offered_id')::uuid AND (fact ->> 'interview_id')::uuid = (
        SELECT i.id FROM exchange.fear_interview i WHERE i.offered_id = (fact ->> 'offered_id')::uuid
        ORDER BY i.held_at DESC, i.id LIMIT 1);
  ELSIF TG_TABLE_NAME = 'wish' THEN
    UPDATE exchange.offered SET wish = (fact ->> 'says')::boolean, wished_at = (fact ->> 'asked_at')::timestamptz
      WHERE id = (fact ->> 'offered_id')::uuid;
  ELSIF TG_TABLE_NAME = 'bar' THEN
    UPDATE exchange.offered o
      SET bars = (SELECT count(*) FROM exchange.bar b WHERE b.offered_id = o.id AND b.lifted_at IS NULL)
      WHERE o.id = (fact ->> 'offered_id')::uuid;
  ELSE
    UPDATE exchange.participant SET identity_hash = decode(substr(fact ->> 'identity_hash', 3), 'hex')
      WHERE id = (fact ->> 'participant_id')::uuid;
    UPDATE exchange.offered SET identity_on = (NEW.checked_at AT TIME ZONE 'Europe/Kyiv')::date
      WHERE id = (fact ->> 'participant_id')::uuid;
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION exchange.note_offered_fact() IS 'Repeats the newest fact in exchange.offered, so that thousands are judged at once.';

CREATE FUNCTION exchange.guard_fact() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  fact jsonb := to_jsonb(NEW);
  offered uuid := (fact ->> 'offered_id')::uuid;
BEGIN
  PERFORM FROM exchange.offered o WHERE o.id = coalesce(offered, (fact ->> 'participant_id')::uuid) FOR NO KEY UPDATE;
  IF TG_TABLE_NAME = 'fitness' AND (fact ->> 'examined_on')::date > platform.today() THEN
    PERFORM exchange.refuse('fitness_is_not_in_the_future', 'examined on a day to come');
  ELSIF TG_TABLE_NAME = 'fear_note' AND NOT EXISTS (SELECT FROM exchange.fear_interview i
          WHERE i.id = (fact ->> 'interview_id')::uuid AND i.offered_id = offered AND i.answer <> 'no') THEN
    PERFORM exchange.refuse('r28_fear_note_is_of_an_interview', 'no interview of this person asks for a note');
  END IF;
  RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], platform.now()));
END $$;

DO $$
DECLARE
  fact text[];
BEGIN
  FOREACH fact SLICE 1 IN ARRAY ARRAY[['identity_check', 'checked_at'], ['fitness', 'entered_at'],
      ['fear_interview', 'held_at'], ['fear_note', 'noted_at'], ['wish', 'asked_at']] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON exchange.%I FOR EACH ROW EXECUTE FUNCTION exchange.guard_fact(%L)',
      fact[1] || '_is_guarded', fact[1], fact[2]);
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON exchange.%I FOR EACH ROW EXECUTE FUNCTION exchange.note_offered_fact()',
      fact[1] || '_is_noted', fact[1]);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.%I '
      || 'FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change()', fact[1] || '_is_append_only', fact[1]);
  END LOOP;
END $$;

CREATE FUNCTION exchange.guard_bar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM FROM exchange.offered o WHERE o.id = NEW.offered_id FOR NO KEY UPDATE;
  IF TG_OP = 'INSERT' THEN
    NEW.placed_at := platform.now();
  ELSIF OLD.lifted_at IS NOT NULL THEN
    PERFORM exchange.refuse('bar_is_not_rewritten', 'a lifted bar stays lifted');
  ELSE
    NEW.lifted_at := CASE WHEN NEW.lifted_at IS NULL THEN NULL ELSE platform.now() END;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bar_is_guarded BEFORE INSERT OR UPDATE ON exchange.bar FOR EACH ROW EXECUTE FUNCTION exchange.guard_bar();
CREATE TRIGGER bar_is_noted AFTER INSERT OR UPDATE ON exchange.bar
  FOR EACH ROW EXECUTE FUNCTION exchange.note_offered_fact();
CREATE TRIGGER bar_is_kept BEFORE DELETE OR TRUNCATE ON exchange.bar
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
