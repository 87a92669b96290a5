ALTER TABLE media.asset
  ADD COLUMN original_type text,
  ADD COLUMN original_bytes bigint,
  ADD CONSTRAINT asset_original_is_whole CHECK ((original_type IS NULL) = (original_bytes IS NULL)),
  ADD CONSTRAINT asset_original_type CHECK (original_type IN ('image/jpeg', 'image/png', 'video/mp4'));
COMMENT ON COLUMN media.asset.original_type IS
  'What was handed in and lies in the vault; null for an import, whose file is shown as it was handed in.';

CREATE TABLE media.custody (
  asset_id  uuid NOT NULL REFERENCES media.asset (id),
  person_id uuid NOT NULL,
  step      text NOT NULL,
  name      text,
  sha256    bytea NOT NULL,
  member_id uuid NOT NULL REFERENCES staff.member (id),
  at        timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT custody_step CHECK (step IN ('received', 'rendered', 'opened', 'removed')),
  CONSTRAINT custody_hash CHECK (length(sha256) = 32)
);
COMMENT ON TABLE media.custody IS
  'R22: who handed in, made, opened or removed which file, by its hash. What is shown is linked to its original here.';
CREATE INDEX custody_by_asset ON media.custody (asset_id, at);
CREATE TRIGGER custody_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON media.custody
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

GRANT SELECT, INSERT ON media.custody TO svoi_desk;
GRANT DELETE ON media.rendition TO svoi_desk;
