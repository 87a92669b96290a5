CREATE SCHEMA register;
COMMENT ON SCHEMA register IS 'Profiles: content, approvals, holds, and the views that alone decide what is public.';

CREATE TABLE register.profile (
  id            uuid PRIMARY KEY,
  person_id     uuid NOT NULL,
  proceeding_id uuid NOT NULL,
  author_id     uuid NOT NULL,
  author_agency text NOT NULL,
  photo_id      uuid,
  photo_kind    text NOT NULL DEFAULT 'photo',
  video_id      uuid,
  video_kind    text NOT NULL DEFAULT 'video',
  created_at    timestamptz NOT NULL DEFAULT platform.now(),
  version       integer NOT NULL DEFAULT 0,
  CONSTRAINT profile_photo_is_a_photo CHECK (photo_kind = 'photo'),
  CONSTRAINT profile_video_is_a_video CHECK (video_kind = 'video'),
  CONSTRAINT profile_one_per_person UNIQUE (person_id),
  CONSTRAINT profile_of_person UNIQUE (id, person_id),
  CONSTRAINT profile_author_known UNIQUE (id, author_id),
  CONSTRAINT profile_of_proceeding FOREIGN KEY (proceeding_id, person_id) REFERENCES cases.proceeding (id, person_id),
  CONSTRAINT profile_author_is_member FOREIGN KEY (author_id, author_agency) REFERENCES staff.member (id, agency),
  CONSTRAINT profile_photo_of_person FOREIGN KEY (photo_id, person_id, photo_kind)
    REFERENCES media.asset (id, person_id, kind),
  CONSTRAINT profile_video_of_person FOREIGN KEY (video_id, person_id, video_kind)
    REFERENCES media.asset (id, person_id, kind)
);
COMMENT ON COLUMN register.profile.id IS 'Public, random, for ever: it stands in addresses.';

CREATE TABLE register.profile_text (
  profile_id uuid NOT NULL,
  person_id  uuid NOT NULL,
  language   text NOT NULL,
  plot       text NOT NULL,
  PRIMARY KEY (profile_id, language),
  CONSTRAINT profile_text_of_profile FOREIGN KEY (profile_id, person_id) REFERENCES register.profile (id, person_id),
  CONSTRAINT profile_text_language CHECK (language IN ('uk', 'ru', 'en')),
  CONSTRAINT profile_text_length CHECK (length(plot) BETWEEN 40 AND 6000)
);

CREATE TABLE register.approval (
  profile_id       uuid NOT NULL,
  person_id        uuid NOT NULL,
  content_hash     bytea NOT NULL,
  agency           text NOT NULL,
  agency_publishes boolean NOT NULL DEFAULT true,
  reviewer_id      uuid NOT NULL,
  author_id        uuid NOT NULL,
  approved_at      timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT approval_of_profile FOREIGN KEY (profile_id, person_id) REFERENCES register.profile (id, person_id),
  CONSTRAINT approval_once_per_agency UNIQUE (profile_id, content_hash, agency, approved_at),
  CONSTRAINT approval_reviewer_is_member FOREIGN KEY (reviewer_id, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT approval_agency_publishes FOREIGN KEY (agency, agency_publishes)
    REFERENCES staff.agency (code, publishes),
  CONSTRAINT approval_agency_is_a_publisher CHECK (agency_publishes),
  CONSTRAINT approval_author_of_profile FOREIGN KEY (profile_id, author_id) REFERENCES register.profile (id, author_id),
  CONSTRAINT r3_approval_never_by_author CHECK (reviewer_id <> author_id),
  CONSTRAINT approval_hash CHECK (length(content_hash) = 32)
);
COMMENT ON TABLE register.approval IS
  'R3: one reviewer of one agency approves exactly this content. Append-only; what it counts for is computed.';
CREATE TRIGGER approval_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register.approval
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION register.stamp_approval() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.approved_at := platform.now();
  RETURN NEW;
END $$;
CREATE TRIGGER approval_is_stamped BEFORE INSERT ON register.approval
  FOR EACH ROW EXECUTE FUNCTION register.stamp_approval();

CREATE TABLE register.hold (
  id            uuid PRIMARY KEY,
  person_id     uuid NOT NULL REFERENCES cases.person (id),
  placed_by     uuid NOT NULL,
  agency        text NOT NULL,
  placed_at     timestamptz NOT NULL DEFAULT platform.now(),
  lifted_by     uuid,
  lifted_agency text,
  lifted_at     timestamptz,
  CONSTRAINT hold_placed_by_member FOREIGN KEY (placed_by, agency) REFERENCES staff.member (id, agency),
  CONSTRAINT hold_lifted_by_member FOREIGN KEY (lifted_by, lifted_agency) REFERENCES staff.member (id, agency),
  CONSTRAINT hold_lift_is_whole CHECK (
    (lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lifted_agency IS NULL)),
  CONSTRAINT r46_hold_lifted_by_the_body_that_placed_it CHECK (lifted_agency = agency)
);
CREATE INDEX hold_by_person ON register.hold (person_id);

CREATE TABLE register.appearance (
  profile_id uuid PRIMARY KEY,
  person_id  uuid NOT NULL,
  first_at   timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT appearance_of_profile FOREIGN KEY (profile_id, person_id) REFERENCES register.profile (id, person_id)
);
COMMENT ON TABLE register.appearance IS
  'Profiles that were once public: their address answers 410 for ever, any other 404.';
CREATE TRIGGER appearance_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register.appearance
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER profile_changed AFTER INSERT OR UPDATE ON register.profile
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');
CREATE TRIGGER profile_text_changed AFTER INSERT OR UPDATE OR DELETE ON register.profile_text
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');
CREATE TRIGGER approval_changed AFTER INSERT ON register.approval
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');
CREATE TRIGGER hold_changed AFTER INSERT OR UPDATE ON register.hold
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');
CREATE TRIGGER appearance_changed AFTER INSERT ON register.appearance
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('person_id');
