CREATE TABLE exchange.need_import (
  id          uuid PRIMARY KEY,
  file_sealed bytea,
  file_sha256 bytea NOT NULL,
  uploaded_by uuid NOT NULL,
  agency      text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT platform.now(),
  outcome     text,
  decided_at  timestamptz,
  made        integer,
  changed     integer,
  unchanged   integer,
  refused     integer,
  CONSTRAINT need_import_by_member FOREIGN KEY (uploaded_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT need_import_file_is_sha256 CHECK (length(file_sha256) = 32),
  CONSTRAINT need_import_outcome_known CHECK (outcome IN ('confirmed', 'dropped', 'lapsed')),
  CONSTRAINT need_import_keeps_no_file_once_decided CHECK ((outcome IS NULL) = (file_sealed IS NOT NULL)),
  CONSTRAINT need_import_decision_is_whole CHECK ((outcome IS NULL) = (decided_at IS NULL)),
  CONSTRAINT need_import_counts_what_it_did CHECK ((outcome IS NOT DISTINCT FROM 'confirmed') = (made IS NOT NULL)
    AND (made IS NULL) = (changed IS NULL) AND (made IS NULL) = (unchanged IS NULL) AND (made IS NULL) = (refused IS NULL))
);
COMMENT ON TABLE exchange.need_import IS
  'Tables of awaited persons between upload and decision. Nothing of one is anywhere else until it is confirmed; then, or '
  'after a day, the file is gone and its hash and the counts stay.';
COMMENT ON COLUMN exchange.need_import.file_sealed IS 'The file under the key of this row''s id, purpose exchange.import.';
CREATE INDEX need_import_waiting ON exchange.need_import (uploaded_by, uploaded_at) WHERE outcome IS NULL;

CREATE FUNCTION exchange.guard_need_import() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.uploaded_at := platform.now();
  ELSIF OLD.outcome IS NOT NULL THEN
    PERFORM exchange.refuse('need_import_is_decided_once', 'this import is decided');
  ELSE
    NEW.decided_at := platform.now();
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION exchange.guard_need_import() FROM PUBLIC;
CREATE TRIGGER need_import_is_guarded BEFORE INSERT OR UPDATE ON exchange.need_import
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_need_import();
CREATE TRIGGER need_import_is_kept BEFORE DELETE OR TRUNCATE ON exchange.need_import
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

GRANT SELECT, INSERT ON exchange.need_import TO svoi_desk;
GRANT UPDATE (file_sealed, outcome, made, changed, unchanged, refused) ON exchange.need_import TO svoi_desk;
