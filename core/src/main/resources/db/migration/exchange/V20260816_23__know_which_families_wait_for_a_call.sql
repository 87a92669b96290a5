CREATE VIEW exchange.v_family_to_tell AS
SELECT x.awaited_id, x.round_id, x.about, x.recorded_at
FROM (
  SELECT coalesce(o.delivered_id, o.participant_id) AS awaited_id, o.round_id, 'return' AS about, o.recorded_at
  FROM exchange.outcome o
  JOIN exchange.delivery d ON d.outcome_id = o.id
  WHERE o.side = 'awaited'
  UNION ALL
  SELECT o.participant_id, o.round_id, 'status', o.recorded_at
  FROM exchange.outcome o
  WHERE o.side = 'awaited' AND o.result IN ('not-delivered', 'substituted') AND o.corrects_id IS NULL
    AND NOT EXISTS (SELECT FROM exchange.delivery d WHERE d.participant_id = o.participant_id)) x
WHERE NOT EXISTS (
  SELECT FROM exchange.family_talk f
  WHERE f.awaited_id = x.awaited_id AND f.result = 'reached' AND f.talked_at >= x.recorded_at
    AND (f.about = x.about OR f.about = 'return'));
COMMENT ON VIEW exchange.v_family_to_tell IS
  'Whose relatives have not been told yet what an outcome means for them: somebody came home (return), or was agreed and '
  'did not come (status). Before anything is public (scenarios 27, 40).';
GRANT SELECT ON exchange.v_family_to_tell TO svoi_desk;
