ALTER TABLE intake.desk ADD COLUMN custody text NOT NULL DEFAULT 'online';
ALTER TABLE intake.desk ADD CONSTRAINT desk_custody CHECK (custody IN ('online', 'offline'));
COMMENT ON COLUMN intake.desk.custody IS
  'Who holds the private half of the desk''s key: its members, sealed to each (online), or a machine '
  'without a network (offline). What is sealed has one form for both.';

CREATE TABLE intake.offline_officer (
  desk_id  uuid NOT NULL REFERENCES intake.desk (id),
  staff_id uuid NOT NULL,
  PRIMARY KEY (desk_id, staff_id)
);
COMMENT ON TABLE intake.offline_officer IS
  'Who carries sealed cases of an offline desk to its machine and brings answers back. None of them '
  'can read anything here.';

CREATE FUNCTION intake.keep_wraps_online() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM intake.desk_epoch e JOIN intake.desk d ON d.id = e.desk_id
             WHERE e.id = NEW.epoch_id AND d.custody = 'offline') THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'offline_key_is_never_wrapped',
      MESSAGE = 'the key of this desk lies on a machine without a network';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER offline_key_is_never_wrapped BEFORE INSERT OR UPDATE ON intake.desk_member_wrap
  FOR EACH ROW EXECUTE FUNCTION intake.keep_wraps_online();

CREATE FUNCTION intake.officers_of_offline_desks_only() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM intake.desk d WHERE d.id = NEW.desk_id AND d.custody = 'offline') THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'offline_officer_is_of_an_offline_desk',
      MESSAGE = 'members of an online desk have a seal of its key';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER offline_officer_is_of_an_offline_desk BEFORE INSERT OR UPDATE ON intake.offline_officer
  FOR EACH ROW EXECUTE FUNCTION intake.officers_of_offline_desks_only();

REVOKE EXECUTE ON FUNCTION intake.keep_wraps_online(), intake.officers_of_offline_desks_only() FROM PUBLIC;
GRANT SELECT, INSERT, DELETE ON intake.offline_officer TO svoi_desk;
