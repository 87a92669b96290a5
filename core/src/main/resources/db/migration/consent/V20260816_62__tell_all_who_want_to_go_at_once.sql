-- consent.v_act asks of each act by itself whether its waiting date was kept: right for one, slow for all. A verification is
-- never entered before its moment, so that it stands does not depend on the clock: one that is set back ends nobody's consent.
CREATE VIEW consent.v_to_exchange AS
SELECT a.id, a.person_id, a.valid_until, a.verified_at, coalesce(k.kept_from, a.chain_from) AS chain_from
FROM consent.act a
LEFT JOIN consent.kept_waiting_date k ON k.act_id = a.id
WHERE a.scope = 'exchange' AND a.verified_at IS NOT NULL AND a.ended_at IS NULL;
COMMENT ON VIEW consent.v_to_exchange IS
  'Verified consents to exchange that nobody ended, also after their last day: at most one per person, all at once.';
GRANT SELECT ON consent.v_to_exchange TO svoi_desk;
