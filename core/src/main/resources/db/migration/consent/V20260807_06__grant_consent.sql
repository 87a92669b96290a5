GRANT USAGE ON SCHEMA consent TO svoi_desk;
GRANT SELECT, INSERT ON consent.text_version, consent.counsel, consent.act, consent.reconfirmation, consent.withdrawal
  TO svoi_desk;
GRANT UPDATE (verified_at, verified_by, verifier_agency, verifier_entitled, chain_from, chain_settled_at, ended_at, ended_how)
  ON consent.act TO svoi_desk;
GRANT SELECT ON consent.v_act, consent.v_in_force TO svoi_desk;
