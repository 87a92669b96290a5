CREATE SCHEMA cases;
COMMENT ON SCHEMA cases IS 'Persons, their proceedings and verdicts. Never readable by the public site''s role.';

CREATE FUNCTION cases.is_name(text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN $1 ~ '^[A-Za-zÀ-ɏЀ-ӿ][A-Za-zÀ-ɏЀ-ӿ’ -]{0,79}$' AND $1 !~ '(  |[’ -]$)';

CREATE TABLE cases.person (
  id                uuid PRIMARY KEY,
  sex               text NOT NULL,
  family_uk         text NOT NULL,
  given_uk          text NOT NULL,
  patronymic_uk     text,
  family_ru         text NOT NULL,
  given_ru          text NOT NULL,
  patronymic_ru     text,
  family_latin      text NOT NULL,
  given_latin       text NOT NULL,
  born_on           date NOT NULL,
  citizen           boolean NOT NULL,
  custody_from      date NOT NULL,
  custody_until     date,
  prisoner_of_war   boolean NOT NULL DEFAULT false,
  enemy_serviceman  boolean NOT NULL DEFAULT false,
  died_on           date,
  left_on           date,
  status_changed_at timestamptz NOT NULL DEFAULT platform.now(),
  version           integer NOT NULL DEFAULT 0,
  CONSTRAINT person_born_known UNIQUE (id, born_on),
  CONSTRAINT person_sex CHECK (sex IN ('f', 'm')),
  CONSTRAINT person_names_are_names CHECK (
    cases.is_name(family_uk) AND cases.is_name(given_uk)
    AND cases.is_name(family_ru) AND cases.is_name(given_ru)
    AND cases.is_name(family_latin) AND cases.is_name(given_latin)
    AND (patronymic_uk IS NULL OR cases.is_name(patronymic_uk))
    AND (patronymic_ru IS NULL OR cases.is_name(patronymic_ru))),
  CONSTRAINT person_custody_in_order CHECK (custody_until >= custody_from),
  CONSTRAINT person_died_after_birth CHECK (died_on >= born_on)
);
COMMENT ON COLUMN cases.person.family_latin IS 'By resolution 55 of the Cabinet of Ministers of 2010-01-27, from the Ukrainian form.';
COMMENT ON COLUMN cases.person.custody_until IS 'Day of release, known or planned; null while not known.';
COMMENT ON COLUMN cases.person.left_on IS 'Day of leaving in a publicly announced exchange.';
COMMENT ON COLUMN cases.person.status_changed_at IS 'Approvals older than this do not count: the person''s standing was another one.';

CREATE FUNCTION cases.stamp_status() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.version := OLD.version + 1;
  IF (NEW.born_on, NEW.citizen, NEW.custody_from, NEW.prisoner_of_war, NEW.enemy_serviceman)
       IS DISTINCT FROM (OLD.born_on, OLD.citizen, OLD.custody_from, OLD.prisoner_of_war, OLD.enemy_serviceman)
     OR NEW.died_on IS DISTINCT FROM OLD.died_on
     OR (OLD.custody_until < platform.today() AND NEW.custody_until IS DISTINCT FROM OLD.custody_until)
     OR (OLD.left_on IS NOT NULL AND NEW.left_on IS DISTINCT FROM OLD.left_on) THEN
    NEW.status_changed_at := platform.now();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_status_is_stamped BEFORE UPDATE ON cases.person
  FOR EACH ROW EXECUTE FUNCTION cases.stamp_status();

CREATE TABLE cases.proceeding (
  id             uuid PRIMARY KEY,
  person_id      uuid NOT NULL REFERENCES cases.person (id),
  region         text NOT NULL REFERENCES reference.region (iso),
  case_number    text NOT NULL,
  closed_session boolean NOT NULL DEFAULT false,
  CONSTRAINT proceeding_of_person UNIQUE (id, person_id),
  CONSTRAINT proceeding_once UNIQUE (person_id, case_number),
  CONSTRAINT proceeding_case_number_form CHECK (case_number ~ '^[0-9]{1,4}/[0-9]{1,6}/[0-9]{2}(-[а-яіїєґ]{1,2})?$')
);
COMMENT ON COLUMN cases.proceeding.region IS 'Region of the act as the verdict records it.';
COMMENT ON COLUMN cases.proceeding.case_number IS
  'Public only by its own consent and never for a closed session: it opens the anonymised ruling.';

CREATE TABLE cases.charge (
  proceeding_id  uuid NOT NULL,
  person_id      uuid NOT NULL,
  article        text NOT NULL,
  article_from   date NOT NULL,
  has_parts      boolean NOT NULL,
  part           smallint,
  committed_from date NOT NULL,
  committed_to   date NOT NULL,
  date_reason    text,
  CONSTRAINT charge_of_proceeding FOREIGN KEY (proceeding_id, person_id) REFERENCES cases.proceeding (id, person_id),
  CONSTRAINT charge_article_known FOREIGN KEY (article, article_from, has_parts)
    REFERENCES reference.offence_article (article, valid_from, has_parts),
  CONSTRAINT charge_once UNIQUE NULLS NOT DISTINCT (proceeding_id, article, part),
  CONSTRAINT r19_charge_names_the_part CHECK (
    has_parts = (part IS NOT NULL) AND (part IS NULL OR part BETWEEN 1 AND 12)),
  CONSTRAINT charge_dates_in_order CHECK (committed_to >= committed_from),
  CONSTRAINT r20_charge_article_existed_or_reason CHECK (
    committed_to >= article_from OR (date_reason IS NOT NULL AND date_reason <> ''))
);

CREATE TABLE cases.verdict (
  proceeding_id   uuid PRIMARY KEY,
  person_id       uuid NOT NULL,
  guilty          boolean NOT NULL,
  in_absentia     boolean NOT NULL,
  rendered_on     date NOT NULL,
  in_force_from   date,
  sentence_years  smallint,
  sentence_months smallint NOT NULL DEFAULT 0,
  life            boolean NOT NULL DEFAULT false,
  confiscation    boolean NOT NULL DEFAULT false,
  CONSTRAINT verdict_of_proceeding FOREIGN KEY (proceeding_id, person_id) REFERENCES cases.proceeding (id, person_id),
  CONSTRAINT verdict_in_force_after_rendered CHECK (in_force_from >= rendered_on),
  CONSTRAINT verdict_sentence_is_whole CHECK (
    NOT guilty
    OR (life AND sentence_years IS NULL AND sentence_months = 0)
    OR (NOT life AND sentence_years IS NOT NULL AND sentence_years BETWEEN 0 AND 25
        AND sentence_months BETWEEN 0 AND 11 AND sentence_years + sentence_months > 0))
);

CREATE TABLE cases.event (
  id            uuid PRIMARY KEY,
  proceeding_id uuid NOT NULL,
  person_id     uuid NOT NULL,
  kind          text NOT NULL,
  occurred_on   date NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT event_of_proceeding FOREIGN KEY (proceeding_id, person_id) REFERENCES cases.proceeding (id, person_id),
  CONSTRAINT event_kind_known CHECK (kind IN ('detained', 'verdict', 'appeal-upheld', 'in-force',
    'quashed', 'acquitted', 'reopened', 'appeal-restored', 'pardoned', 'expunged', 'confirmed'))
);
COMMENT ON COLUMN cases.event.kind IS
  '"confirmed" ends a quashed, reopened or restored state; acquitted, pardoned and expunged are for good.';
CREATE INDEX event_by_proceeding ON cases.event (proceeding_id, recorded_at);
CREATE INDEX event_that_turns_a_verdict ON cases.event (proceeding_id)
  WHERE kind IN ('quashed', 'acquitted', 'reopened', 'appeal-restored', 'pardoned', 'expunged', 'confirmed');
CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases.event
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER person_changed AFTER INSERT OR UPDATE OR DELETE ON cases.person
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('id');
CREATE TRIGGER proceeding_changed AFTER INSERT OR UPDATE OR DELETE ON cases.proceeding
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');
CREATE TRIGGER charge_changed AFTER INSERT OR UPDATE OR DELETE ON cases.charge
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');
CREATE TRIGGER verdict_changed AFTER INSERT OR UPDATE OR DELETE ON cases.verdict
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');
CREATE TRIGGER event_changed AFTER INSERT ON cases.event
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');
