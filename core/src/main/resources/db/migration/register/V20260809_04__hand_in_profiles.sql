CREATE TABLE register.submission (
  profile_id   uuid NOT NULL,
  person_id    uuid NOT NULL,
  content_hash bytea NOT NULL,
  submitted_by uuid NOT NULL REFERENCES staff.member (id),
  submitted_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT submission_of_profile FOREIGN KEY (profile_id, person_id) REFERENCES register.profile (id, person_id),
  CONSTRAINT submission_hash CHECK (length(content_hash) = 32)
);
COMMENT ON TABLE register.submission IS
  'Content handed in for review. From the first one on, reviewers of the other agency reach the file.';
CREATE INDEX submission_by_profile ON register.submission (profile_id, submitted_at);
CREATE INDEX submission_by_person ON register.submission (person_id);
CREATE TRIGGER submission_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register.submission
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
GRANT SELECT, INSERT ON register.submission TO svoi_desk;
