CREATE TABLE intake.referral (
  case_id uuid NOT NULL REFERENCES intake.intake_case (id) ON DELETE CASCADE,
  number  integer NOT NULL,
  body    bytea NOT NULL,
  PRIMARY KEY (case_id, number),
  CONSTRAINT referral_counts_from_one CHECK (number >= 1)
);
COMMENT ON TABLE intake.referral IS
  'Sealed: to whom, exactly which words left, on which day, and the message in which the source agreed.';
GRANT SELECT, INSERT ON intake.referral TO svoi_desk;

CREATE FUNCTION intake.standing(id uuid)
RETURNS TABLE (state text, delete_after date, held_until date, agreed bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT c.state, c.delete_after,
    (SELECT h.until FROM intake.hold h
     WHERE h.case_id = c.id AND h.confirmed_by IS NOT NULL AND h.until >= platform.today()),
    (SELECT a.body FROM intake.agreed a WHERE a.case_id = c.id)
  FROM intake.intake_case c WHERE c.id = $1
$$;
COMMENT ON FUNCTION intake.standing(uuid) IS
  'What the desk did with a thread, for its source: of a hold only its end, once two persons decided it.';

CREATE FUNCTION intake.referrals(id uuid) RETURNS TABLE (number integer, body bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT r.number, r.body FROM intake.referral r WHERE r.case_id = id ORDER BY r.number
$$;

REVOKE EXECUTE ON FUNCTION intake.standing(uuid), intake.referrals(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.standing(uuid), intake.referrals(uuid) TO svoi_contact, svoi_desk;
