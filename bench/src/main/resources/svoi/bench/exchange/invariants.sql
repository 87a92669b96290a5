-- What must hold after every kill. Each statement answers the things that break it; its first line is its name.

-- a round stands where its last event says
SELECT r.id FROM exchange.round r WHERE r.state IS DISTINCT FROM (
  SELECT e.state FROM exchange.round_event e WHERE e.round_id = r.id ORDER BY e.recorded_at DESC, e.id LIMIT 1);

-- a round came to its state along the machine, step by step
SELECT r.id FROM exchange.round r WHERE r.state IN ('preparing', 'executing', 'executed', 'partial') AND NOT EXISTS (
  SELECT FROM exchange.round_event e WHERE e.round_id = r.id AND e.state = 'agreed')
  OR r.state IN ('executed', 'partial') AND NOT EXISTS (
  SELECT FROM exchange.round_event e WHERE e.round_id = r.id AND e.state = 'executing');

-- a slot stands where its last event says
SELECT s.id FROM exchange.slot s WHERE s.state IS DISTINCT FROM (
  SELECT e.state FROM exchange.slot_event e WHERE e.slot_id = s.id ORDER BY e.id DESC LIMIT 1);

-- slots follow their round: all are confirmed when it is agreed, none is live when it is over
SELECT s.id FROM exchange.slot s JOIN exchange.round r ON r.id = s.round_id WHERE CASE
  WHEN r.state IN ('agreed', 'preparing', 'executing') THEN s.state NOT IN ('confirmed', 'dropped')
  WHEN r.state IN ('executed', 'partial', 'aborted') THEN s.state IN ('planned', 'named', 'confirmed')
  WHEN r.state = 'proposed' THEN s.state NOT IN ('named', 'dropped')
  ELSE s.state NOT IN ('planned', 'named', 'dropped') END;

-- a list that was sent asked for everybody on it, and proposed the round
SELECT l.id FROM exchange.list l JOIN exchange.list_row w ON w.list_id = l.id AND w.side = 'awaited'
WHERE l.state = 'sent' AND (NOT EXISTS (
    SELECT FROM exchange.response_entry e WHERE e.awaited_id = w.participant_id AND e.list_id = l.id AND e.kind = 'asked')
  OR NOT EXISTS (SELECT FROM exchange.round_event e WHERE e.round_id = l.round_id AND e.state = 'proposed'));

-- agreed and accepted in the ledger are one thing
SELECT s.id FROM exchange.slot s
WHERE s.side = 'awaited' AND s.state <> 'dropped'
  AND EXISTS (SELECT FROM exchange.round_event e WHERE e.round_id = s.round_id AND e.state = 'agreed')
   <> EXISTS (SELECT FROM exchange.response_entry e
              WHERE e.awaited_id = s.participant_id AND e.round_id = s.round_id AND e.kind = 'accepted');

-- a round that is over has crossing and outcome of every slot, one signed protocol and no sheet left
SELECT r.id FROM exchange.round r WHERE r.state IN ('executed', 'partial') AND (
  EXISTS (SELECT FROM exchange.slot s WHERE s.round_id = r.id AND s.state <> 'dropped' AND (
    NOT EXISTS (SELECT FROM exchange.outcome o WHERE o.slot_id = s.id)
    OR NOT EXISTS (SELECT FROM exchange.crossing c WHERE c.slot_id = s.id)))
  OR EXISTS (SELECT FROM exchange.sheet_line l WHERE l.round_id = r.id)
  OR 1 <> (SELECT count(*) FROM exchange.handover h JOIN exchange.protocol p ON p.handover_id = h.id
           WHERE h.round_id = r.id AND h.state = 'protocol-signed'));

-- a round that is not over has no handover, crossing, protocol or outcome
SELECT r.id FROM exchange.round r WHERE r.state NOT IN ('executed', 'partial', 'aborted') AND (
  EXISTS (SELECT FROM exchange.handover h WHERE h.round_id = r.id)
  OR EXISTS (SELECT FROM exchange.crossing c WHERE c.round_id = r.id)
  OR EXISTS (SELECT FROM exchange.protocol p WHERE p.round_id = r.id)
  OR EXISTS (SELECT FROM exchange.outcome o WHERE o.round_id = r.id));

-- a slot ended as its outcome says
SELECT o.id FROM exchange.outcome o JOIN exchange.slot s ON s.id = o.slot_id WHERE s.state <> o.result AND o.corrects_id IS NULL
UNION ALL
SELECT s.id FROM exchange.slot s WHERE s.state IN ('delivered', 'not-delivered', 'substituted', 'refused-at-point')
  AND NOT EXISTS (SELECT FROM exchange.outcome o WHERE o.slot_id = s.id);

-- who crossed by an outcome that stands is delivered, and nobody else
SELECT o.id FROM exchange.outcome o LEFT JOIN exchange.correction c ON c.outcome_id = o.id AND c.in_effect_at IS NOT NULL
WHERE (o.result IN ('delivered', 'substituted') AND c.id IS NULL)
   <> EXISTS (SELECT FROM exchange.delivery d
              WHERE d.outcome_id = o.id AND d.participant_id = coalesce(o.delivered_id, o.participant_id));

-- returned are the awaited who are delivered, and nobody else
SELECT a.id FROM exchange.awaited a
WHERE (a.state = 'returned') <> EXISTS (SELECT FROM exchange.delivery d WHERE d.participant_id = a.id);

-- an awaited person stands where the last event says
SELECT a.id FROM exchange.awaited a
JOIN (SELECT DISTINCT ON (e.awaited_id) e.awaited_id, e.state FROM exchange.awaited_event e
      ORDER BY e.awaited_id, e.recorded_at DESC, e.state = 'reported') e ON e.awaited_id = a.id
WHERE e.state <> a.state;

-- the ledger has kept, broken and substituted promises as the outcomes say, each once
SELECT o.id FROM exchange.outcome o
CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE e.kind = 'delivered') AS kept, count(*) FILTER (WHERE e.kind = 'broken') AS broken,
    count(*) FILTER (WHERE e.kind = 'substituted') AS instead
  FROM exchange.response_entry e WHERE e.outcome_id = o.id) e
WHERE o.side = 'awaited' AND (e.kept, e.broken, e.instead) IS DISTINCT FROM CASE o.result
  WHEN 'delivered' THEN ROW (1::bigint, 0::bigint, 0::bigint) WHEN 'substituted' THEN ROW (0::bigint, 1::bigint, 1::bigint)
  ELSE ROW (0::bigint, 1::bigint, 0::bigint) END;

-- an act is used by crossing, reversed by staying, and else in force
SELECT i.id FROM exchange.legal_instrument i JOIN exchange.offered f ON f.id = i.offered_id
LEFT JOIN exchange.outcome o ON o.participant_id = i.offered_id
WHERE i.state <> CASE WHEN o.id IS NULL THEN 'in-force' WHEN o.result = 'delivered' THEN 'used' ELSE 'reversed' END;

-- who left in an announced round is marked in the file, and nobody else of any round
SELECT s.id FROM exchange.slot s JOIN exchange.offered f ON f.id = s.participant_id JOIN cases.v_person p ON p.id = f.person_id
WHERE (p.left_on IS NOT NULL) <> EXISTS (SELECT FROM exchange.v_departed d WHERE d.offered_id = f.id);

-- a correction is in effect by two signatures, and proposed by one
SELECT c.id FROM exchange.correction c
CROSS JOIN LATERAL (SELECT count(*) AS n FROM exchange.signature s
  WHERE s.subject_kind = 'correction' AND s.subject_id = c.id) s
WHERE s.n <> CASE WHEN c.in_effect_at IS NULL THEN 1 ELSE 2 END;

-- totals are the deliveries of announced rounds
SELECT t.method_version FROM exchange.v_public_total t WHERE NOT t.demo AND (
  t.returned <> (SELECT count(*) FROM exchange.delivery d JOIN exchange.announcement n ON n.round_id = d.round_id
                 WHERE d.side = 'awaited')
  OR t.departed <> (SELECT count(*) FROM exchange.delivery d JOIN exchange.announcement n ON n.round_id = d.round_id
                    WHERE d.side = 'offered')
  OR t.total_returned <> t.returned + 3405);

-- every released figure is still of the outcomes that it was released of
SELECT r.id FROM exchange.statistic_release r WHERE r.outcome_root <> exchange.outcome_root(r.as_of, r.demo);

-- every act is in the audit log, once, and nothing that was not done
SELECT x.act FROM (
  SELECT 'move' AS act, (SELECT count(*) FROM exchange.round_event e WHERE e.state IN ('agreed', 'preparing', 'executing')) AS done,
         (SELECT count(*) FROM audit.v_entry e WHERE e.action = 'exchange.round-move') AS logged
  UNION ALL SELECT 'send', (SELECT count(*) FROM exchange.list l WHERE l.state = 'sent'),
         (SELECT count(*) FROM audit.v_entry e WHERE e.action = 'exchange.list-send')
  UNION ALL SELECT 'receive', (SELECT count(*) FROM exchange.list l WHERE l.state = 'received'),
         (SELECT count(*) FROM audit.v_entry e WHERE e.action = 'exchange.list-receive')
  UNION ALL SELECT 'record', (SELECT count(*) FROM exchange.round r WHERE r.state IN ('executed', 'partial')),
         (SELECT count(*) FROM audit.v_entry e WHERE e.action = 'exchange.handover')
  UNION ALL SELECT 'announce', (SELECT count(*) FROM exchange.announcement),
         (SELECT count(*) FROM audit.v_entry e WHERE e.action = 'exchange.announce')
  UNION ALL SELECT 'propose', (SELECT count(*) FROM exchange.correction),
         (SELECT count(*) FROM audit.v_entry e WHERE e.action = 'exchange.correction-propose')
  UNION ALL SELECT 'correct', (SELECT count(*) FROM exchange.correction c WHERE c.in_effect_at IS NOT NULL),
         (SELECT count(*) FROM audit.v_entry e WHERE e.action = 'exchange.correction-sign')) x
WHERE x.done <> x.logged;

-- the audit log has no gap and ends where its head says
SELECT h.seq FROM audit.v_head h
WHERE h.seq <> (SELECT count(*) FROM audit.v_entry) OR h.seq <> (SELECT coalesce(max(e.seq), 0) FROM audit.v_entry e);
