CREATE FUNCTION intake.guard_message() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF octet_length(NEW.body) <> octet_length(OLD.body) OR NOT EXISTS (
      SELECT FROM intake.vault_entry e
      WHERE e.case_id = OLD.case_id AND e.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'message_stays_as_written',
      MESSAGE = 'permission denied: a message changes only where names go from it into the vault';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION intake.guard_message() FROM PUBLIC;
COMMENT ON FUNCTION intake.guard_message() IS
  'What somebody wrote stays as it is. A body is replaced by one of its size, in the transaction that puts '
  'something apart.';
CREATE TRIGGER message_stays_as_written BEFORE UPDATE ON intake.message
  FOR EACH ROW EXECUTE FUNCTION intake.guard_message();
