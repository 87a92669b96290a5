CREATE SCHEMA media;
COMMENT ON SCHEMA media IS
  'Pictures and videos, their hashes, renditions, captions and transcripts. Files lie in the store, named by hash.';

CREATE TABLE media.asset (
  id              uuid PRIMARY KEY,
  person_id       uuid NOT NULL REFERENCES cases.person (id),
  kind            text NOT NULL,
  original_sha256 bytea NOT NULL,
  duration_s      integer,
  created_at      timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT asset_of_person UNIQUE (id, person_id, kind),
  CONSTRAINT asset_once UNIQUE (person_id, kind, original_sha256),
  CONSTRAINT asset_kind CHECK (kind IN ('photo', 'video')),
  CONSTRAINT asset_hash CHECK (length(original_sha256) = 32),
  CONSTRAINT asset_video_has_duration CHECK ((kind = 'video') = (duration_s IS NOT NULL AND duration_s > 0))
);
COMMENT ON COLUMN media.asset.original_sha256 IS 'R22: hash of what was handed in, never rewritten.';

CREATE TABLE media.rendition (
  asset_id   uuid NOT NULL REFERENCES media.asset (id),
  person_id  uuid NOT NULL,
  name       text NOT NULL,
  media_type text NOT NULL,
  language   text,
  sha256     bytea NOT NULL,
  bytes      bigint NOT NULL,
  width      integer,
  height     integer,
  PRIMARY KEY (asset_id, name),
  CONSTRAINT rendition_name_form CHECK (name ~ '^[a-z]+(-[a-z]+)?\.(jpg|avif|mp4|vtt|txt)$'),
  CONSTRAINT rendition_hash CHECK (length(sha256) = 32),
  CONSTRAINT rendition_not_empty CHECK (bytes > 0)
);
COMMENT ON TABLE media.rendition IS 'What may be served: working copies, captions, transcripts; each by its own hash.';

CREATE TRIGGER asset_changed AFTER INSERT OR UPDATE OR DELETE ON media.asset
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');
CREATE TRIGGER rendition_changed AFTER INSERT OR UPDATE OR DELETE ON media.rendition
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');

CREATE VIEW media.v_asset AS
SELECT a.id, a.person_id, a.kind, a.original_sha256, a.duration_s,
       (SELECT jsonb_agg(jsonb_build_object('name', r.name, 'type', r.media_type, 'language', r.language,
                 'sha256', encode(r.sha256, 'hex'), 'bytes', r.bytes, 'width', r.width, 'height', r.height)
                 ORDER BY r.name)
        FROM media.rendition r WHERE r.asset_id = a.id) AS renditions
FROM media.asset a;
CREATE VIEW media.v_rendition AS
SELECT asset_id, person_id, name, media_type, language, sha256, bytes, width, height FROM media.rendition;
