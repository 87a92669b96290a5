-- cases.v_proceeding looks at the turns of each proceeding by itself, which is right for one person and slow for all.
CREATE VIEW cases.v_convicted AS
SELECT p.person_id
FROM cases.proceeding p
JOIN cases.verdict v ON v.proceeding_id = p.id AND v.guilty AND v.in_force_from <= (SELECT platform.today())
LEFT JOIN (
  SELECT t.proceeding_id,
         (array_agg(t.kind ORDER BY t.recorded_at DESC, (t.kind = 'confirmed')))[1] = 'confirmed'
           AND NOT bool_or(t.kind IN ('acquitted', 'pardoned', 'expunged')) AS stands
  FROM cases.event t
  WHERE t.kind IN ('quashed', 'acquitted', 'reopened', 'appeal-restored', 'pardoned', 'expunged', 'confirmed')
  GROUP BY t.proceeding_id) e ON e.proceeding_id = p.id
WHERE coalesce(e.stands, true);
COMMENT ON VIEW cases.v_convicted IS
  'Who is convicted in force today: a person_id for each proceeding whose in_force is true in cases.v_proceeding, all at once.';
GRANT SELECT ON cases.v_convicted TO svoi_desk;
