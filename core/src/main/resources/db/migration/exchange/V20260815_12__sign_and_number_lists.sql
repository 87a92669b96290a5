CREATE TABLE exchange.signature (
  subject_kind text NOT NULL,
  subject_id   uuid NOT NULL,
  content_hash bytea NOT NULL,
  member_id    uuid NOT NULL,
  agency       text NOT NULL,
  signed_at    timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT signature_once_per_agency PRIMARY KEY (subject_kind, subject_id, content_hash, agency),
  CONSTRAINT signature_by_member FOREIGN KEY (member_id, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT signature_subject_known CHECK (subject_kind IN ('list', 'need-list', 'block', 'demand', 'correction')),
  CONSTRAINT signature_hash CHECK (length(content_hash) = 32)
);
COMMENT ON TABLE exchange.signature IS
  'One official of one agency signs exactly this content. Two signatures are two agencies, because an agency signs once.';
CREATE TRIGGER signature_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.signature
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.is_signed(kind text, subject uuid, content bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT count(*) >= 2 FROM exchange.signature s
  WHERE s.subject_kind = $1 AND s.subject_id = $2 AND s.content_hash = $3
$$;
COMMENT ON FUNCTION exchange.is_signed(text, uuid, bytea) IS 'Two agencies signed exactly this content.';

CREATE TABLE exchange.list (
  id             uuid PRIMARY KEY,
  round_id       uuid NOT NULL REFERENCES exchange.round (id),
  n              integer NOT NULL,
  author         text NOT NULL,
  state          text NOT NULL DEFAULT 'draft',
  content_hash   bytea,
  canonical_hash bytea,
  file_sha256    bytea,
  made_by        uuid NOT NULL,
  agency         text NOT NULL,
  made_at        timestamptz NOT NULL DEFAULT platform.now(),
  passed_at      timestamptz,
  CONSTRAINT list_numbered_once UNIQUE (round_id, n),
  CONSTRAINT list_made_by_member FOREIGN KEY (made_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT list_author_known CHECK (author IN ('ours', 'theirs')),
  CONSTRAINT list_passes_one_way CHECK (
    state IN ('draft', 'superseded') OR (state = 'sent' AND author = 'ours') OR (state = 'received' AND author = 'theirs')),
  CONSTRAINT list_hashes CHECK (
    length(content_hash) = 32 AND length(canonical_hash) = 32 AND length(file_sha256) = 32),
  CONSTRAINT list_passed_is_complete CHECK (state NOT IN ('sent', 'received')
    OR (content_hash IS NOT NULL AND canonical_hash IS NOT NULL AND passed_at IS NOT NULL)),
  CONSTRAINT list_received_has_its_file CHECK (state <> 'received' OR file_sha256 IS NOT NULL)
);
COMMENT ON TABLE exchange.list IS
  'List versions of a round, numbered without gaps, ours and theirs. Once sent or received nothing of it changes (invariant 13).';
COMMENT ON COLUMN exchange.list.content_hash IS 'Of every row in order, reserves too: what is signed.';
COMMENT ON COLUMN exchange.list.canonical_hash IS
  'Of who stands in which block under which terms, without reserves, order and spelling: two lists agree when it is equal.';
COMMENT ON COLUMN exchange.list.passed_at IS 'When it was sent or received.';

CREATE TABLE exchange.list_row (
  list_id        uuid NOT NULL REFERENCES exchange.list (id),
  position       integer NOT NULL,
  block_number   smallint NOT NULL,
  block_terms    text NOT NULL,
  side           text NOT NULL,
  reserve_rank   smallint,
  match          text NOT NULL DEFAULT 'linked',
  participant_id uuid,
  content        jsonb,
  salt           bytea,
  row_hash       bytea NOT NULL,
  demand_ground  text,
  PRIMARY KEY (list_id, position),
  CONSTRAINT list_row_of_a_participant FOREIGN KEY (participant_id, side) REFERENCES exchange.participant (id, side),
  CONSTRAINT list_row_position_positive CHECK (position > 0 AND block_number > 0 AND reserve_rank > 0),
  CONSTRAINT list_row_terms_form CHECK (block_terms ~ '^([1-9][0-9]{0,3}:[1-9][0-9]{0,3}|asymmetric)$'),
  CONSTRAINT list_row_side CHECK (side IN ('offered', 'awaited')),
  CONSTRAINT list_row_match_known CHECK (match IN ('linked', 'unknown', 'ambiguous')),
  CONSTRAINT list_row_invents_nobody CHECK ((match = 'linked') = (participant_id IS NOT NULL)),
  CONSTRAINT list_row_hash_is_of_its_content CHECK (
    (content IS NULL) = (salt IS NULL)
    AND (content IS NULL OR row_hash = sha256(salt || convert_to(content::text, 'UTF8')))),
  CONSTRAINT list_row_demand_is_said CHECK (length(btrim(demand_ground)) BETWEEN 10 AND 500)
);
COMMENT ON TABLE exchange.list_row IS 'A snapshot. Erasing a person empties content and salt; the hashes stay and say nothing.';
COMMENT ON COLUMN exchange.list_row.match IS 'Of their rows: unknown and ambiguous names are kept as written, never made into persons.';
COMMENT ON COLUMN exchange.list_row.content IS 'What stood there: names and birth date, as written by its author.';
COMMENT ON COLUMN exchange.list_row.demand_ground IS
  'Their row names a child or a gravely wounded person: recorded as their demand, with our ground and two signatures (invariant 16).';
CREATE UNIQUE INDEX list_row_names_one_once ON exchange.list_row (list_id, participant_id) WHERE participant_id IS NOT NULL;
CREATE INDEX list_row_by_participant ON exchange.list_row (participant_id) WHERE participant_id IS NOT NULL;

CREATE FUNCTION exchange.content_hash(list uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT sha256(convert_to(coalesce(string_agg(concat_ws('|', r.position, r.block_number, r.block_terms, r.side,
           coalesce(r.reserve_rank, 0), coalesce(r.participant_id::text, r.match), encode(r.row_hash, 'hex'), r.demand_ground),
         E'\n' ORDER BY r.position), ''), 'UTF8'))
  FROM exchange.list_row r WHERE r.list_id = $1
$$;

CREATE FUNCTION exchange.canonical_hash(list uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT sha256(convert_to(coalesce(string_agg(x.line, E'\n' ORDER BY x.line), ''), 'UTF8'))
  FROM (SELECT concat_ws('|', r.block_number, r.block_terms, r.side,
                         coalesce(r.participant_id::text, encode(r.row_hash, 'hex'))) AS line
        FROM exchange.list_row r WHERE r.list_id = $1 AND r.reserve_rank IS NULL) x
$$;
COMMENT ON FUNCTION exchange.canonical_hash(uuid) IS 'SHA-256 of sorted lines "block|terms|side|person" of a list, reserves left out.';

CREATE FUNCTION exchange.slots_hash(round uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT sha256(convert_to(coalesce(string_agg(x.line, E'\n' ORDER BY x.line), ''), 'UTF8'))
  FROM (SELECT concat_ws('|', b.number, CASE b.kind WHEN 'ratio' THEN b.offers_part || ':' || b.needs_part ELSE b.kind END,
                         s.side, s.participant_id) AS line
        FROM exchange.slot s JOIN exchange.block b ON b.id = s.block_id
        WHERE s.round_id = $1 AND s.reserve_rank IS NULL AND s.state IN ('planned', 'named', 'confirmed')) x
$$;
COMMENT ON FUNCTION exchange.slots_hash(uuid) IS 'The canonical hash that a list of the slots as they stand would have.';

CREATE FUNCTION exchange.guard_list() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM exchange.round r WHERE r.id = NEW.round_id FOR NO KEY UPDATE;
    NEW.n := (SELECT coalesce(max(l.n), 0) + 1 FROM exchange.list l WHERE l.round_id = NEW.round_id);
    NEW.made_at := platform.now();
    NEW.state := 'draft';
    NEW.content_hash := NULL;
    NEW.canonical_hash := NULL;
    NEW.passed_at := NULL;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'draft' THEN
    PERFORM exchange.refuse('list_is_immutable_once_passed', 'a list that was sent or received does not change');
  END IF;
  IF (NEW.id, NEW.round_id, NEW.n, NEW.author) IS DISTINCT FROM (OLD.id, OLD.round_id, OLD.n, OLD.author) THEN
    PERFORM exchange.refuse('list_is_numbered_for_good', 'number and author stay');
  END IF;
  IF NEW.state <> OLD.state THEN
    PERFORM exchange.step('list', OLD.state, NEW.state);
    NEW.content_hash := exchange.content_hash(NEW.id);
    NEW.canonical_hash := exchange.canonical_hash(NEW.id);
    IF NEW.state = 'sent' AND NOT exchange.is_signed('list', NEW.id, NEW.content_hash) THEN
      PERFORM exchange.refuse('list_sent_with_two_signatures', 'two agencies have not signed this content');
    END IF;
    IF NEW.state IN ('sent', 'received') THEN
      NEW.passed_at := platform.now();
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER list_is_guarded BEFORE INSERT OR UPDATE ON exchange.list
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_list();
CREATE TRIGGER list_is_kept BEFORE DELETE OR TRUNCATE ON exchange.list
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION exchange.guard_list_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  owner record;
  track text;
BEGIN
  SELECT l.id, l.state, l.author INTO owner FROM exchange.list l
    WHERE l.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.list_id ELSE NEW.list_id END FOR SHARE;
  IF TG_OP = 'UPDATE' AND OLD.content IS NOT NULL AND NEW.content IS NULL
     AND to_jsonb(NEW) - 'content' - 'salt' = to_jsonb(OLD) - 'content' - 'salt' THEN
    RETURN NEW;
  END IF;
  IF owner.state <> 'draft' OR EXISTS (SELECT FROM exchange.signature s
       WHERE s.subject_kind = 'list' AND s.subject_id = owner.id) THEN
    PERFORM exchange.refuse('list_is_immutable_once_passed', 'a list that is signed, sent or received does not change');
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  SELECT a.track INTO track FROM exchange.awaited a WHERE a.id = NEW.participant_id;
  IF track = 'unconditional' AND (owner.author = 'ours' OR NEW.demand_ground IS NULL) THEN
    PERFORM exchange.refuse('r50_list_never_of_the_unconditional_track', 'a child or a gravely wounded person is in no list');
  END IF;
  IF owner.author = 'ours' AND NEW.match <> 'linked' THEN
    PERFORM exchange.refuse('list_row_invents_nobody', 'our list names known persons only');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER list_row_is_guarded BEFORE INSERT OR UPDATE OR DELETE ON exchange.list_row
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_list_row();
CREATE TRIGGER list_row_is_kept BEFORE TRUNCATE ON exchange.list_row
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
