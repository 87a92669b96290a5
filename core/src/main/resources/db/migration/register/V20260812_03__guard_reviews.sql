CREATE FUNCTION register.refuse(rule text, message text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = rule,
    MESSAGE = rule || ': ' || message;
END $$;

-- After the row, so that what a constraint keeps is refused by its own name first.
CREATE FUNCTION register.guard_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  shown record;
  handed_in timestamptz;
BEGIN
  IF EXISTS (SELECT FROM register.writer w WHERE w.profile_id = NEW.profile_id AND w.member_id = NEW.reviewer_id) THEN
    PERFORM register.refuse('r3_approval_never_by_author', 'who wrote in a profile never approves it');
  END IF;
  IF NOT EXISTS (SELECT FROM staff.v_member m WHERE m.id = NEW.reviewer_id AND 'reviewer' = ANY (m.roles)) THEN
    PERFORM register.refuse('r3_approval_by_a_reviewer', 'only a reviewer approves');
  END IF;
  SELECT s.content_hash, s.content, s.photo_id, s.video_id, s.approved_by INTO shown
    FROM register.v_standing s WHERE s.id = NEW.profile_id;
  IF shown.content_hash IS DISTINCT FROM NEW.content_hash THEN
    PERFORM register.refuse('approval_of_the_present_content', 'the content is another one by now');
  END IF;
  SELECT max(u.submitted_at) INTO handed_in FROM register.submission u
    WHERE u.profile_id = NEW.profile_id AND u.content_hash = NEW.content_hash;
  IF handed_in IS NULL OR EXISTS (SELECT FROM register.comment b
       WHERE b.profile_id = NEW.profile_id AND b.sent_back AND b.written_at > handed_in) THEN
    PERFORM register.refuse('approval_of_what_was_handed_in', 'nobody handed this content in');
  END IF;
  IF NOT NEW.checked @> ARRAY['r3-verdict', 'r19-words'] THEN
    PERFORM register.refuse('r3_approval_verdict_was_checked', 'the verdict was not checked against the register');
  END IF;
  IF (shown.photo_id IS NOT NULL OR shown.video_id IS NOT NULL)
     AND NOT NEW.checked @> ARRAY['r22-original', 'r23-no-duress', 'r24-no-children'] THEN
    PERFORM register.refuse('r23_approval_media_were_checked', 'pictures or video were not checked');
  END IF;
  IF NOT 'r18-marks' = ANY (NEW.checked)
     AND EXISTS (SELECT FROM register.clearance c WHERE c.profile_id = NEW.profile_id) THEN
    PERFORM register.refuse('r18_approval_marks_were_read', 'cleared marks were not read');
  END IF;
  INSERT INTO register.content (profile_id, person_id, content_hash, content)
  VALUES (NEW.profile_id, NEW.person_id, NEW.content_hash, shown.content)
  ON CONFLICT (profile_id, content_hash) DO NOTHING;
  IF cardinality(shown.approved_by) >= 2 THEN
    DELETE FROM register.review r WHERE r.profile_id = NEW.profile_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER approval_is_guarded AFTER INSERT ON register.approval
  FOR EACH ROW EXECUTE FUNCTION register.guard_approval();

CREATE FUNCTION register.begin_review() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  NEW.submitted_at := platform.now();
  INSERT INTO register.review (profile_id, person_id, content_hash, handed_in_by, handed_in_at)
  VALUES (NEW.profile_id, NEW.person_id, NEW.content_hash, NEW.submitted_by, NEW.submitted_at)
  ON CONFLICT (profile_id) DO UPDATE SET content_hash = excluded.content_hash,
    handed_in_by = excluded.handed_in_by, handed_in_at = excluded.handed_in_at;
  RETURN NEW;
END $$;
CREATE TRIGGER submission_begins_a_review BEFORE INSERT ON register.submission
  FOR EACH ROW EXECUTE FUNCTION register.begin_review();

CREATE FUNCTION register.end_review() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM register.review r
    WHERE r.profile_id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  RETURN NULL;
END $$;
CREATE TRIGGER edit_ends_a_review AFTER UPDATE OF version ON register.profile
  FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION register.end_review('id');

CREATE FUNCTION register.stamp_comment() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.written_at := platform.now();
  RETURN NEW;
END $$;
CREATE TRIGGER comment_is_stamped BEFORE INSERT ON register.comment
  FOR EACH ROW EXECUTE FUNCTION register.stamp_comment();
CREATE TRIGGER sending_back_ends_a_review AFTER INSERT ON register.comment
  FOR EACH ROW WHEN (NEW.sent_back) EXECUTE FUNCTION register.end_review('profile_id');

-- After the row: the constraint that only the same body lifts is asked first.
CREATE FUNCTION register.guard_hold() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.lifted_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    PERFORM register.refuse('hold_is_not_rewritten', 'a lifted hold stays lifted');
  END IF;
  IF NOT EXISTS (SELECT FROM staff.v_member m
       WHERE m.id = coalesce(NEW.lifted_by, NEW.placed_by) AND 'monitor' = ANY (m.roles)) THEN
    PERFORM register.refuse('r46_hold_only_by_the_monitor', 'only the monitor places and lifts a hold');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER hold_is_guarded AFTER INSERT OR UPDATE ON register.hold
  FOR EACH ROW EXECUTE FUNCTION register.guard_hold();

CREATE FUNCTION register.stamp_hold() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.placed_at := platform.now();
  ELSIF NEW.lifted_at IS DISTINCT FROM OLD.lifted_at AND NEW.lifted_at IS NOT NULL THEN
    NEW.lifted_at := platform.now();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER hold_is_stamped BEFORE INSERT OR UPDATE ON register.hold
  FOR EACH ROW EXECUTE FUNCTION register.stamp_hold();
