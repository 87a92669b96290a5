CREATE TABLE exchange.offered (
  id              uuid PRIMARY KEY,
  side            text NOT NULL DEFAULT 'offered',
  kind            text NOT NULL,
  person_id       uuid REFERENCES cases.person (id),
  entered_by      uuid NOT NULL,
  agency          text NOT NULL,
  entered_at      timestamptz NOT NULL DEFAULT platform.now(),
  identity_on     date,
  fit             text,
  fit_until       date,
  fear            text,
  fear_settled    text,
  wish            boolean,
  wished_at       timestamptz,
  bars            integer NOT NULL DEFAULT 0,
  instrument_kind text,
  in_force_from   date,
  CONSTRAINT offered_is_on_its_side CHECK (side = 'offered'),
  CONSTRAINT offered_takes_part FOREIGN KEY (id, side) REFERENCES exchange.participant (id, side),
  CONSTRAINT offered_kind_known CHECK (kind IN ('convicted', 'russian-pow', 'officer')),
  CONSTRAINT offered_of_kind UNIQUE (id, kind),
  CONSTRAINT offered_once UNIQUE (person_id),
  CONSTRAINT offered_convicted_have_a_file CHECK ((kind = 'convicted') = (person_id IS NOT NULL)),
  CONSTRAINT offered_entered_by_member FOREIGN KEY (entered_by, agency) REFERENCES staff.member (id, agency)
);
COMMENT ON TABLE exchange.offered IS
  'Who may be offered: convicted persons of cases who consent, and beside them Russian prisoners of war and officers of '
  'special services. Whether one is available on a day is computed (exchange.available_on), never stored.';
COMMENT ON COLUMN exchange.offered.identity_on IS 'This and the columns after it repeat the newest own facts; written by their triggers only.';
COMMENT ON COLUMN exchange.offered.fear_settled IS 'What counsel noted on the newest interview: may-go or may-not; null: nothing yet.';
CREATE INDEX offered_by_kind ON exchange.offered (kind, entered_at, id);

CREATE TABLE exchange.offered_captive (
  offered_id      uuid PRIMARY KEY,
  kind            text NOT NULL,
  legal_status    text NOT NULL,
  sex             text NOT NULL,
  family_uk       text NOT NULL,
  given_uk        text NOT NULL,
  patronymic_uk   text,
  family_ru       text NOT NULL,
  given_ru        text NOT NULL,
  patronymic_ru   text,
  family_latin    text NOT NULL,
  given_latin     text NOT NULL,
  born_on         date NOT NULL,
  held_since      date NOT NULL,
  held_until      date,
  died_on         date,
  service_sealed  bytea,
  version         integer NOT NULL DEFAULT 0,
  CONSTRAINT captive_of_its_kind FOREIGN KEY (offered_id, kind) REFERENCES exchange.offered (id, kind),
  CONSTRAINT captive_has_no_cases_file CHECK (kind IN ('russian-pow', 'officer')),
  CONSTRAINT captive_legal_status_known CHECK (legal_status IN ('prisoner-of-war', 'accused', 'convicted')),
  CONSTRAINT captive_sex CHECK (sex IN ('f', 'm')),
  CONSTRAINT captive_names_are_names CHECK (
    exchange.is_name(family_uk) AND exchange.is_name(given_uk) AND exchange.is_name(family_ru)
    AND exchange.is_name(given_ru) AND exchange.is_name(family_latin) AND exchange.is_name(given_latin)
    AND (patronymic_uk IS NULL OR exchange.is_name(patronymic_uk))
    AND (patronymic_ru IS NULL OR exchange.is_name(patronymic_ru))),
  CONSTRAINT r4_captive_held_as_adult CHECK (held_since >= (born_on + interval '18 years')::date),
  CONSTRAINT captive_held_in_order CHECK (held_until >= held_since AND died_on >= held_since)
);
COMMENT ON TABLE exchange.offered_captive IS
  'Russian prisoners of war and undercover officers: no file in cases, no profile, ever (R6). Their will is asked like anyone''s.';
COMMENT ON COLUMN exchange.offered_captive.service_sealed IS 'Rank, unit and place, sealed under the key of offered_id, purpose exchange.service.';
CREATE TRIGGER offered_captive_counts BEFORE UPDATE ON exchange.offered_captive
  FOR EACH ROW EXECUTE FUNCTION exchange.count_version();
CREATE TRIGGER offered_captive_is_kept BEFORE DELETE OR TRUNCATE ON exchange.offered_captive
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER offered_is_kept BEFORE DELETE OR TRUNCATE ON exchange.offered
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.enter_offered() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  born date;
BEGIN
  IF NEW.person_id IS NOT NULL THEN
    SELECT p.born_on INTO born FROM cases.v_person p WHERE p.id = NEW.person_id;
    IF born IS NULL THEN
      PERFORM exchange.refuse('offered_has_a_file_that_stands', 'there is no such file, or it was merged into another');
    END IF;
    IF born > (platform.today() - interval '18 years')::date
       OR EXISTS (SELECT FROM cases.v_proceeding k WHERE k.person_id = NEW.person_id
                    AND (k.first_act_on >= (born + interval '18 years')::date) IS NOT TRUE) THEN
      PERFORM exchange.refuse('r4_offered_was_an_adult_at_the_act', 'a minor at the act or now');
    END IF;
  END IF;
  NEW.identity_on := NULL;
  NEW.fit := NULL;
  NEW.fit_until := NULL;
  NEW.fear := NULL;
  NEW.fear_settled := NULL;
  NEW.wish := NULL;
  NEW.wished_at := NULL;
  NEW.bars := 0;
  NEW.instrument_kind := NULL;
  NEW.in_force_from := NULL;
  INSERT INTO exchange.participant (id, side) VALUES (NEW.id, 'offered');
  RETURN NEW;
END $$;
CREATE TRIGGER offered_is_entered BEFORE INSERT ON exchange.offered
  FOR EACH ROW EXECUTE FUNCTION exchange.enter_offered();
