ALTER TABLE register.profile
  ADD COLUMN not_before timestamptz;
COMMENT ON COLUMN register.profile.not_before IS 'Not public before this moment, whoever has approved. Not part of the content.';
GRANT UPDATE (not_before) ON register.profile TO svoi_desk;
GRANT DELETE ON register.profile_text TO svoi_desk;

CREATE TABLE register.writer (
  profile_id uuid NOT NULL,
  person_id  uuid NOT NULL,
  member_id  uuid NOT NULL REFERENCES staff.member (id),
  since      timestamptz NOT NULL DEFAULT platform.now(),
  PRIMARY KEY (profile_id, member_id),
  CONSTRAINT writer_of_profile FOREIGN KEY (profile_id, person_id) REFERENCES register.profile (id, person_id)
);
COMMENT ON TABLE register.writer IS 'Everybody who ever wrote in a profile: none of them approves it (R3).';
CREATE TRIGGER writer_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register.writer
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
INSERT INTO register.writer (profile_id, person_id, member_id) SELECT id, person_id, author_id FROM register.profile;

CREATE FUNCTION register.note_author() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO register.writer (profile_id, person_id, member_id)
  VALUES (NEW.id, NEW.person_id, NEW.author_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER profile_author_is_a_writer AFTER INSERT ON register.profile
  FOR EACH ROW EXECUTE FUNCTION register.note_author();

CREATE TABLE register.content (
  profile_id   uuid NOT NULL,
  person_id    uuid NOT NULL,
  content_hash bytea NOT NULL,
  content      jsonb NOT NULL,
  kept_at      timestamptz NOT NULL DEFAULT platform.now(),
  PRIMARY KEY (profile_id, content_hash),
  CONSTRAINT content_of_profile FOREIGN KEY (profile_id, person_id) REFERENCES register.profile (id, person_id),
  CONSTRAINT content_is_what_was_hashed CHECK (content_hash = sha256(convert_to(content::text, 'UTF8')))
);
COMMENT ON TABLE register.content IS
  'What reviewers approved, kept with the first approval: reviewers see what changed since then.';
CREATE TRIGGER content_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register.content
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE register.clearance (
  id         uuid PRIMARY KEY,
  profile_id uuid NOT NULL,
  person_id  uuid NOT NULL,
  language   text NOT NULL,
  code       text NOT NULL,
  passage    text NOT NULL,
  reason     text NOT NULL,
  cleared_by uuid NOT NULL REFERENCES staff.member (id),
  cleared_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT clearance_of_profile FOREIGN KEY (profile_id, person_id) REFERENCES register.profile (id, person_id),
  CONSTRAINT clearance_language CHECK (language IN ('uk', 'ru', 'en')),
  CONSTRAINT r18_mark_that_can_be_cleared CHECK (
    code IN ('r18-relative', 'r18-address', 'r18-birth', 'r18-health', 'r18-detention')),
  CONSTRAINT r18_clearance_gives_a_reason CHECK (length(btrim(reason)) BETWEEN 10 AND 500)
);
COMMENT ON TABLE register.clearance IS
  'Why words that the detector marked may stay, by the author; reviewers read it. It holds for exactly this passage. '
  'Labels, telephones, e-mails, links and numbers of documents are never cleared (R18, R19).';
CREATE UNIQUE INDEX clearance_once ON register.clearance (profile_id, language, code, md5(passage));
CREATE TRIGGER clearance_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register.clearance
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE register.comment (
  id           uuid PRIMARY KEY,
  profile_id   uuid NOT NULL,
  person_id    uuid NOT NULL,
  content_hash bytea NOT NULL,
  sent_back    boolean NOT NULL,
  body         text NOT NULL,
  written_by   uuid NOT NULL,
  agency       text NOT NULL,
  role         text NOT NULL,
  written_at   timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT comment_of_profile FOREIGN KEY (profile_id, person_id) REFERENCES register.profile (id, person_id),
  CONSTRAINT comment_by_member FOREIGN KEY (written_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT comment_says_something CHECK (length(btrim(body)) BETWEEN 1 AND 4000),
  CONSTRAINT comment_hash CHECK (length(content_hash) = 32),
  CONSTRAINT comment_role CHECK (role IN ('author', 'reviewer', 'monitor')),
  CONSTRAINT comment_that_sends_back_is_a_reviewers CHECK (NOT sent_back OR role = 'reviewer')
);
COMMENT ON TABLE register.comment IS 'What authors, reviewers and the monitor say to each other about a profile. Never public.';
CREATE INDEX comment_by_profile ON register.comment (profile_id, written_at);
CREATE INDEX comment_that_sends_back ON register.comment (profile_id, written_at) WHERE sent_back;
CREATE TRIGGER comment_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register.comment
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE register.review (
  profile_id   uuid PRIMARY KEY,
  person_id    uuid NOT NULL,
  content_hash bytea NOT NULL,
  handed_in_by uuid NOT NULL,
  handed_in_at timestamptz NOT NULL,
  CONSTRAINT review_of_profile FOREIGN KEY (profile_id, person_id) REFERENCES register.profile (id, person_id)
);
COMMENT ON TABLE register.review IS
  'What waits for reviewers now: begun by a submission, ended by the second agency''s approval, by sending back or by an edit. '
  'Kept by triggers only.';
CREATE INDEX review_by_time ON register.review (handed_in_at);

ALTER TABLE register.approval ADD COLUMN checked text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT approval_checks_known CHECK (checked <@ ARRAY[
    'r3-verdict', 'r18-marks', 'r19-words', 'r22-original', 'r23-no-duress', 'r24-no-children']);
COMMENT ON COLUMN register.approval.checked IS 'What the reviewer ticked as checked, rule by rule.';

CREATE INDEX profile_that_waits_for_a_day ON register.profile (not_before) WHERE not_before IS NOT NULL;
CREATE INDEX hold_that_stands ON register.hold (placed_at) WHERE lifted_at IS NULL;
