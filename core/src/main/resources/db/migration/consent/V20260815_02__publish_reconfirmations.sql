CREATE VIEW consent.v_reconfirmation AS
SELECT act_id, person_id, confirmed_at FROM consent.reconfirmation;
COMMENT ON VIEW consent.v_reconfirmation IS
  'When a person said in private that a consent stands (R14). The verification itself is not one of them.';
GRANT SELECT ON consent.v_reconfirmation TO svoi_desk;

CREATE INDEX act_to_exchange ON consent.act (person_id) INCLUDE (id, valid_until, verified_at, chain_from)
  WHERE scope = 'exchange' AND verified_at IS NOT NULL AND ended_at IS NULL;
COMMENT ON INDEX consent.act_to_exchange IS 'All who may be offered are judged at once: acts are wide, these columns are not.';
