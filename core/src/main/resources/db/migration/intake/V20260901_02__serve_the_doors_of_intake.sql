CREATE FUNCTION intake.days_kept(closed boolean) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE WHEN kind = 'demo' THEN 1 WHEN closed THEN 30 ELSE 90 END FROM platform.v_installation
$$;
COMMENT ON FUNCTION intake.days_kept(boolean) IS
  'R36: 90 days after the last word, 30 after closing. A demo erases in 24 hours.';

CREATE FUNCTION intake.knock(tag bytea)
RETURNS TABLE (case_id uuid, public_key bytea, private_key bytea, ck_source bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.case_id, a.public_key, a.private_key, c.ck_source
  FROM intake.source_access a JOIN intake.intake_case c ON c.id = a.case_id WHERE a.lookup = tag
$$;
COMMENT ON FUNCTION intake.knock(bytea) IS 'The one way in for a source. The door can''t list what it does not know.';

CREATE FUNCTION intake.thread(id uuid) RETURNS TABLE (seq integer, direction text, body bytea, day date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT m.seq, m.direction, m.body, m.day FROM intake.message m WHERE m.case_id = id ORDER BY m.seq
$$;

CREATE FUNCTION intake.files(id uuid) RETURNS TABLE (blob_id uuid, seq integer, header bytea, wrapped_key bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.blob_id, a.seq, a.header, a.wrapped_key FROM intake.attachment a WHERE a.case_id = id
  ORDER BY a.seq, a.blob_id
$$;

CREATE FUNCTION intake.card(id uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
  'SELECT c.card FROM intake.intake_case c WHERE c.id = $1';

CREATE FUNCTION intake.keep(id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE intake.intake_case c
  SET state = 'open', delete_after = greatest(delete_after, platform.today() + intake.days_kept(false))
  WHERE c.id = $1
$$;
COMMENT ON FUNCTION intake.keep(uuid) IS 'Somebody wrote: the thread is open again and its days begin anew.';

CREATE FUNCTION intake.erase(id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS
  'DELETE FROM intake.intake_case c WHERE c.id = $1';
COMMENT ON FUNCTION intake.erase(uuid) IS 'The rows of a case whose erasure key is gone already.';

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA intake FROM PUBLIC;
GRANT USAGE ON SCHEMA intake TO svoi_contact, svoi_desk;
GRANT EXECUTE ON FUNCTION intake.days_kept(boolean), intake.thread(uuid), intake.files(uuid), intake.card(uuid),
  intake.keep(uuid), intake.erase(uuid) TO svoi_contact, svoi_desk;
GRANT EXECUTE ON FUNCTION intake.knock(bytea) TO svoi_contact;

GRANT SELECT ON intake.desk, intake.desk_epoch, intake.erasure_store TO svoi_contact, svoi_desk;
GRANT INSERT ON intake.erasure_store TO svoi_contact, svoi_desk;
GRANT INSERT ON intake.intake_case, intake.source_access, intake.message, intake.attachment TO svoi_contact;
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.intake_session TO svoi_contact;

GRANT INSERT ON intake.desk, intake.desk_epoch TO svoi_desk;
GRANT UPDATE (certificate) ON intake.desk_epoch TO svoi_desk;
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.staff_key, intake.staff_passkey, intake.desk_member_wrap,
  intake.grant_proposal TO svoi_desk;
GRANT SELECT ON intake.intake_case, intake.message, intake.attachment TO svoi_desk;
GRANT UPDATE (epoch_id, ck_desk, card, state, delete_after) ON intake.intake_case TO svoi_desk;
GRANT INSERT ON intake.message, intake.attachment TO svoi_desk;
GRANT SELECT, INSERT, UPDATE ON intake.agreed TO svoi_desk;
GRANT SELECT, INSERT, DELETE ON intake.hold TO svoi_desk;
GRANT UPDATE (confirmed_by) ON intake.hold TO svoi_desk;
GRANT SELECT, INSERT, UPDATE ON intake.weekly_count TO svoi_desk;
