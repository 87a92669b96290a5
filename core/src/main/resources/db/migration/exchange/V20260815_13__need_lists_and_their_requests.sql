CREATE TABLE exchange.need_list (
  id           uuid PRIMARY KEY,
  n            integer NOT NULL,
  state        text NOT NULL DEFAULT 'draft',
  sent_to      text,
  content_hash bytea,
  made_by      uuid NOT NULL,
  agency       text NOT NULL,
  made_at      timestamptz NOT NULL DEFAULT platform.now(),
  sent_at      timestamptz,
  CONSTRAINT need_list_numbered_once UNIQUE (n),
  CONSTRAINT need_list_made_by_member FOREIGN KEY (made_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT need_list_state_known CHECK (state IN ('draft', 'sent', 'superseded')),
  CONSTRAINT need_list_sent_to_known CHECK (sent_to IN ('other-side', 'icrc', 'mediator')),
  CONSTRAINT need_list_sent_is_complete CHECK (
    state <> 'sent' OR (sent_to IS NOT NULL AND sent_at IS NOT NULL AND length(content_hash) = 32))
);
COMMENT ON TABLE exchange.need_list IS 'Versions of the list of those who are sought, as signed and sent. Never public (R26).';

CREATE TABLE exchange.need_row (
  need_list_id uuid NOT NULL REFERENCES exchange.need_list (id),
  position     integer NOT NULL,
  awaited_id   uuid NOT NULL REFERENCES exchange.awaited (id),
  content      jsonb,
  salt         bytea,
  row_hash     bytea NOT NULL,
  PRIMARY KEY (need_list_id, position),
  CONSTRAINT need_row_once UNIQUE (need_list_id, awaited_id),
  CONSTRAINT need_row_hash_is_of_its_content CHECK (
    (content IS NULL) = (salt IS NULL)
    AND (content IS NULL OR row_hash = sha256(salt || convert_to(content::text, 'UTF8'))))
);
COMMENT ON TABLE exchange.need_row IS 'A snapshot of one awaited person in a version. Erasing the person empties content and salt only.';
CREATE INDEX need_row_by_person ON exchange.need_row (awaited_id);

CREATE FUNCTION exchange.need_hash(need_list uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT sha256(convert_to(coalesce(string_agg(concat_ws('|', r.position, r.awaited_id, encode(r.row_hash, 'hex')),
           E'\n' ORDER BY r.position), ''), 'UTF8'))
  FROM exchange.need_row r WHERE r.need_list_id = $1
$$;

CREATE FUNCTION exchange.guard_need_list() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM pg_advisory_xact_lock(hashtext('exchange.need_list'));
    NEW.n := (SELECT coalesce(max(l.n), 0) + 1 FROM exchange.need_list l);
    NEW.state := 'draft';
    NEW.made_at := platform.now();
    NEW.content_hash := NULL;
    NEW.sent_at := NULL;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'draft' OR NEW.n <> OLD.n THEN
    PERFORM exchange.refuse('need_list_is_immutable_once_sent', 'a sent version does not change');
  END IF;
  IF NEW.state <> OLD.state THEN
    PERFORM exchange.step('need-list', OLD.state, NEW.state);
    NEW.content_hash := exchange.need_hash(NEW.id);
    IF NEW.state = 'sent' THEN
      IF NOT exchange.is_signed('need-list', NEW.id, NEW.content_hash) THEN
        PERFORM exchange.refuse('need_list_sent_with_two_signatures', 'two agencies have not signed this content');
      END IF;
      NEW.sent_at := platform.now();
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER need_list_is_guarded BEFORE INSERT OR UPDATE ON exchange.need_list
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_need_list();
CREATE TRIGGER need_list_is_kept BEFORE DELETE OR TRUNCATE ON exchange.need_list
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.guard_need_rows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM FROM exchange.need_list l WHERE l.id IN (SELECT DISTINCT r.need_list_id FROM added r) FOR SHARE;
  IF EXISTS (SELECT FROM exchange.need_list l WHERE l.id IN (SELECT r.need_list_id FROM added r)
             AND (l.state <> 'draft' OR EXISTS (SELECT FROM exchange.signature s
                  WHERE s.subject_kind = 'need-list' AND s.subject_id = l.id))) THEN
    PERFORM exchange.refuse('need_list_is_immutable_once_sent', 'a version that is signed or sent does not change');
  END IF;
  IF EXISTS (SELECT FROM added r JOIN exchange.awaited a ON a.id = r.awaited_id WHERE a.track = 'unconditional') THEN
    PERFORM exchange.refuse('r50_need_list_never_of_the_unconditional_track',
      'a child or a gravely wounded person is in no list');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER need_rows_are_guarded AFTER INSERT ON exchange.need_row REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION exchange.guard_need_rows();

CREATE FUNCTION exchange.keep_need_row() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.content IS NULL
     AND to_jsonb(NEW) - 'content' - 'salt' = to_jsonb(OLD) - 'content' - 'salt' THEN
    RETURN NEW;
  END IF;
  PERFORM exchange.refuse('need_row_is_append_only', 'a snapshot does not change');
END $$;
CREATE TRIGGER need_row_is_append_only BEFORE UPDATE OR DELETE ON exchange.need_row
  FOR EACH ROW EXECUTE FUNCTION exchange.keep_need_row();
CREATE TRIGGER need_row_is_kept BEFORE TRUNCATE ON exchange.need_row
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.take_need_list(list uuid, made_by uuid, agency text) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  rows integer;
BEGIN
  INSERT INTO exchange.need_list (id, n, made_by, agency) VALUES ($1, 0, $2, $3);
  INSERT INTO exchange.need_row (need_list_id, position, awaited_id, content, salt, row_hash)
  SELECT $1, x.position, x.id, x.content, x.salt, sha256(x.salt || convert_to(x.content::text, 'UTF8'))
  FROM (SELECT (row_number() OVER (ORDER BY a.held_since, a.id))::integer AS position, a.id,
               jsonb_build_object('uk', concat_ws(' ', a.family_uk, a.given_uk, a.patronymic_uk),
                 'ru', concat_ws(' ', a.family_ru, a.given_ru, a.patronymic_ru),
                 'latin', concat_ws(' ', a.family_latin, a.given_latin), 'born', a.born_on,
                 'sex', a.sex, 'category', a.category, 'condition', a.condition, 'held', a.held_since) AS content,
               uuid_send(gen_random_uuid()) AS salt
        FROM exchange.awaited a WHERE a.track = 'negotiated' AND a.state IN ('reported', 'confirmed')) x;
  GET DIAGNOSTICS rows = ROW_COUNT;
  RETURN rows;
END $$;
COMMENT ON FUNCTION exchange.take_need_list(uuid, uuid, text) IS
  'A new version: everybody who is sought now on the negotiated track, longest waiting first. Answers how many.';

CREATE TABLE exchange.request (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL,
  channel     text NOT NULL,
  letter      text,
  received_on date NOT NULL,
  file_sha256 bytea NOT NULL,
  state       text NOT NULL DEFAULT 'received',
  state_since timestamptz NOT NULL DEFAULT platform.now(),
  recorded_by uuid NOT NULL,
  agency      text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT platform.now(),
  version     integer NOT NULL DEFAULT 0,
  CONSTRAINT request_kind_known CHECK (kind IN ('letter', 'list')),
  CONSTRAINT request_channel_known CHECK (channel IN ('direct', 'icrc', 'mediator', 'ombudsman', 'relatives')),
  CONSTRAINT request_letter_is_short CHECK (length(letter) BETWEEN 1 AND 80),
  CONSTRAINT request_file_is_sha256 CHECK (length(file_sha256) = 32),
  CONSTRAINT request_recorded_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency)
);
COMMENT ON TABLE exchange.request IS 'Whom the other side asks for: a wish, not a right; it never changes a person''s state by itself.';
COMMENT ON COLUMN exchange.request.letter IS 'Number of the letter as written on it.';
CREATE INDEX request_by_state ON exchange.request (state, received_on);

CREATE TABLE exchange.request_row (
  request_id   uuid NOT NULL REFERENCES exchange.request (id),
  position     integer NOT NULL,
  written_name text NOT NULL,
  written_born text,
  match        text NOT NULL,
  offered_id   uuid REFERENCES exchange.offered (id),
  answer       text,
  ground       text,
  answered_by  uuid REFERENCES staff.member (id),
  answered_at  timestamptz,
  PRIMARY KEY (request_id, position),
  CONSTRAINT request_row_written_is_short CHECK (length(btrim(written_name)) BETWEEN 1 AND 200 AND length(written_born) <= 40),
  CONSTRAINT request_row_match_known CHECK (match IN ('linked', 'unknown', 'ambiguous')),
  CONSTRAINT request_row_invents_nobody CHECK ((match = 'linked') = (offered_id IS NOT NULL)),
  CONSTRAINT request_row_answer_known CHECK (answer IN ('accept', 'refuse', 'counter')),
  CONSTRAINT request_row_answer_is_whole CHECK (
    (answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)),
  CONSTRAINT request_row_ground_known CHECK (ground IN (
    'not-with-us', 'unknown-person', 'not-available', 'other-terms', 'already-gone')),
  CONSTRAINT request_row_refusal_has_a_ground CHECK (answer IS DISTINCT FROM 'refuse' OR ground IS NOT NULL),
  CONSTRAINT request_row_accepts_a_known_person CHECK (answer IS DISTINCT FROM 'accept' OR match = 'linked')
);
COMMENT ON COLUMN exchange.request_row.ground IS
  'What the other side is told as a class: one and the same whether a person may not, will not or cannot go (R16).';
CREATE INDEX request_row_by_offered ON exchange.request_row (offered_id) WHERE offered_id IS NOT NULL;

CREATE TABLE exchange.request_event (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  request_id  uuid NOT NULL REFERENCES exchange.request (id),
  from_state  text NOT NULL DEFAULT '',
  state       text NOT NULL,
  recorded_by uuid NOT NULL,
  agency      text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT request_event_by_member FOREIGN KEY (recorded_by, agency) REFERENCES staff.member (id, agency)
);
CREATE INDEX request_event_by_request ON exchange.request_event (request_id, recorded_at);
CREATE TRIGGER request_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.request_event
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER request_is_kept BEFORE DELETE OR TRUNCATE ON exchange.request
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER request_counts BEFORE UPDATE ON exchange.request
  FOR EACH ROW EXECUTE FUNCTION exchange.count_version();

CREATE FUNCTION exchange.begin_request() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO exchange.request_event (request_id, state, recorded_by, agency)
  VALUES (NEW.id, 'received', NEW.recorded_by, NEW.agency);
  RETURN NULL;
END $$;
CREATE TRIGGER request_begins AFTER INSERT ON exchange.request
  FOR EACH ROW EXECUTE FUNCTION exchange.begin_request();

CREATE FUNCTION exchange.move_request() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  present text;
BEGIN
  NEW.recorded_at := platform.now();
  SELECT r.state INTO present FROM exchange.request r WHERE r.id = NEW.request_id FOR NO KEY UPDATE;
  NEW.from_state := CASE WHEN EXISTS (SELECT FROM exchange.request_event e WHERE e.request_id = NEW.request_id)
                         THEN present ELSE '' END;
  PERFORM exchange.step('request', NEW.from_state, NEW.state);
  IF NEW.state = 'answered' AND EXISTS (SELECT FROM exchange.request_row r
       WHERE r.request_id = NEW.request_id AND r.answer IS NULL) THEN
    PERFORM exchange.refuse('request_answered_row_by_row', 'a row has no answer');
  END IF;
  UPDATE exchange.request SET state = NEW.state, state_since = NEW.recorded_at WHERE id = NEW.request_id;
  RETURN NEW;
END $$;
CREATE TRIGGER request_moves BEFORE INSERT ON exchange.request_event
  FOR EACH ROW EXECUTE FUNCTION exchange.move_request();

CREATE FUNCTION exchange.guard_request_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM exchange.request r WHERE r.id = NEW.request_id
                   AND r.state IN ('received', 'authenticated') FOR SHARE) THEN
    PERFORM exchange.refuse('request_row_stays_once_answered', 'the request is answered or closed');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER request_row_is_guarded BEFORE INSERT OR UPDATE ON exchange.request_row
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_request_row();
CREATE TRIGGER request_row_is_kept BEFORE DELETE OR TRUNCATE ON exchange.request_row
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
