ALTER TABLE cases.proceeding
  ADD COLUMN register_id text,
  ADD COLUMN pretrial_number text,
  ADD CONSTRAINT proceeding_register_id_form CHECK (register_id ~ '^[0-9]{7,10}$'),
  ADD CONSTRAINT proceeding_pretrial_number_form CHECK (pretrial_number ~ '^[0-9]20[0-9]{2}[0-9]{12}$');
COMMENT ON COLUMN cases.proceeding.register_id IS
  'Id of the decision in the register of court decisions. Never public and in no contract view: it opens the ruling.';
COMMENT ON COLUMN cases.proceeding.pretrial_number IS
  'Number in the register of pre-trial investigations. Never public and in no contract view.';
CREATE INDEX proceeding_by_case_number ON cases.proceeding (case_number);
GRANT UPDATE (register_id, pretrial_number) ON cases.proceeding TO svoi_desk;

CREATE TABLE cases.verdict_file (
  proceeding_id uuid NOT NULL REFERENCES cases.proceeding (id),
  person_id     uuid NOT NULL REFERENCES cases.person (id),
  sha256        bytea NOT NULL,
  bytes         bigint NOT NULL,
  uploaded_by   uuid NOT NULL REFERENCES staff.member (id),
  uploaded_at   timestamptz NOT NULL DEFAULT platform.now(),
  PRIMARY KEY (proceeding_id, sha256),
  CONSTRAINT verdict_file_is_sha256 CHECK (length(sha256) = 32),
  CONSTRAINT verdict_file_at_most_50_mb CHECK (bytes BETWEEN 1 AND 50 * 1024 * 1024)
);
COMMENT ON TABLE cases.verdict_file IS
  'Verdicts as PDF, stored under their hash in the vault of the person named here. The newest one is the verdict; none is taken away.';
CREATE TRIGGER verdict_file_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases.verdict_file
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
GRANT SELECT, INSERT ON cases.verdict_file TO svoi_desk;
