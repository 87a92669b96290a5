CREATE TABLE intake.vault (
  case_id    uuid PRIMARY KEY REFERENCES intake.intake_case (id) ON DELETE CASCADE,
  public_key bytea NOT NULL,
  CONSTRAINT vault_key_is_x_wing CHECK (length(public_key) = 1216)
);
COMMENT ON TABLE intake.vault IS
  'What names a source, apart from the thread: anybody of the desk can put something in, two together '
  'open it. The private half is nowhere but in shares.';

CREATE TABLE intake.vault_entry (
  case_id uuid NOT NULL REFERENCES intake.vault (case_id) ON DELETE CASCADE,
  number  integer NOT NULL,
  body    bytea NOT NULL,
  PRIMARY KEY (case_id, number),
  CONSTRAINT vault_entry_counts_from_one CHECK (number >= 1)
);

CREATE TABLE intake.vault_share (
  case_id  uuid NOT NULL REFERENCES intake.vault (case_id) ON DELETE CASCADE,
  staff_id uuid NOT NULL REFERENCES intake.staff_key (staff_id) ON DELETE CASCADE,
  sealed   bytea NOT NULL,
  PRIMARY KEY (case_id, staff_id)
);
COMMENT ON TABLE intake.vault_share IS
  'One of n shares of the vault''s key, any two of which open it (Shamir), sealed to a member.';

CREATE TABLE intake.vault_opening (
  case_id   uuid PRIMARY KEY REFERENCES intake.vault (case_id) ON DELETE CASCADE,
  asked_by  uuid NOT NULL,
  reason    bytea NOT NULL,
  agreed_by uuid,
  share     bytea,
  until     timestamptz NOT NULL,
  FOREIGN KEY (case_id, asked_by) REFERENCES intake.vault_share (case_id, staff_id) ON DELETE CASCADE,
  FOREIGN KEY (case_id, agreed_by) REFERENCES intake.vault_share (case_id, staff_id) ON DELETE CASCADE,
  CONSTRAINT vault_opens_by_two_persons CHECK (agreed_by <> asked_by),
  CONSTRAINT vault_opens_with_a_share CHECK ((agreed_by IS NULL) = (share IS NULL))
);
COMMENT ON TABLE intake.vault_opening IS
  'One asks, another agrees and gives the share, sealed to who asked. A request is good for a day, a '
  'share for an hour; the database sets both ends and gives no share out after.';

CREATE FUNCTION intake.end_vault_opening() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.agreed_by IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'vault_is_asked_for_first',
        MESSAGE = 'nobody agrees before somebody asked';
    END IF;
    NEW.until := platform.now() + interval '1 day';
  ELSIF OLD.until <= platform.now()
      OR (OLD.agreed_by IS NOT NULL AND NEW.agreed_by IS DISTINCT FROM OLD.agreed_by) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'vault_opening_is_over',
      MESSAGE = 'this request has run out or was agreed to by somebody else';
  ELSIF OLD.agreed_by IS NULL THEN
    NEW.until := platform.now() + interval '1 hour';
  ELSE
    NEW.until := OLD.until;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vault_opening_ends BEFORE INSERT OR UPDATE ON intake.vault_opening
  FOR EACH ROW EXECUTE FUNCTION intake.end_vault_opening();

CREATE FUNCTION intake.vault_opening_of(id uuid)
RETURNS TABLE (asked_by uuid, reason bytea, agreed_by uuid, share bytea, until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT o.asked_by, o.reason, o.agreed_by, o.share, o.until FROM intake.vault_opening o
  WHERE o.case_id = id AND o.until > platform.now()
$$;
COMMENT ON FUNCTION intake.vault_opening_of(uuid) IS 'The one way to a share that was given: while its hour lasts.';

CREATE FUNCTION intake.has_vault(id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
  'SELECT EXISTS (SELECT FROM intake.vault v WHERE v.case_id = $1)';
COMMENT ON FUNCTION intake.has_vault(uuid) IS 'For the source: whether something of the thread is kept apart.';

REVOKE EXECUTE ON FUNCTION intake.end_vault_opening(), intake.vault_opening_of(uuid), intake.has_vault(uuid)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.vault_opening_of(uuid) TO svoi_desk;
GRANT EXECUTE ON FUNCTION intake.has_vault(uuid) TO svoi_contact;
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.vault, intake.vault_entry, intake.vault_share TO svoi_desk;
GRANT SELECT (case_id, asked_by, agreed_by, until), INSERT (case_id, asked_by, reason),
  UPDATE (agreed_by, share), DELETE ON intake.vault_opening TO svoi_desk;
GRANT UPDATE (body) ON intake.message TO svoi_desk;
