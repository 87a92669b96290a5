-- Nothing is missing of any convicted person for a handover today: so many that rounds never run out of them.
SET LOCAL session_replication_role = replica;
UPDATE exchange.offered SET identity_on = platform.today() - 30, fit = 'fit', fit_until = platform.today() + 20, fear = 'no',
  fear_settled = NULL, bars = 0, instrument_kind = 'art-84-1', in_force_from = platform.today() - 5
WHERE kind = 'convicted';
INSERT INTO exchange.legal_instrument (id, offered_id, kind, state, requested_by, agency)
SELECT md5('act ' || o.id)::uuid, o.id, 'art-84-1', 'in-force', o.entered_by, o.agency FROM exchange.offered o
WHERE o.kind = 'convicted' AND NOT EXISTS (SELECT FROM exchange.legal_instrument i WHERE i.offered_id = o.id);
INSERT INTO exchange.instrument_event (instrument_id, from_state, state, body, number, decided_on, in_force_from, file_sha256,
  recorded_by, agency)
SELECT i.id, e.from_state, e.state, e.body, e.number, e.decided_on, e.in_force_from, e.file, i.requested_by, i.agency
FROM exchange.legal_instrument i
CROSS JOIN (VALUES ('', 'requested', NULL, NULL, NULL, NULL, NULL), ('requested', 'filed', NULL, NULL, NULL, NULL, NULL),
  ('filed', 'granted', 'Умовний районний суд', '1-1/26', platform.today() - 6, NULL, sha256('ruling')),
  ('granted', 'in-force', NULL, NULL, NULL, platform.today() - 5, NULL))
  AS e (from_state, state, body, number, decided_on, in_force_from, file)
WHERE NOT EXISTS (SELECT FROM exchange.instrument_event k WHERE k.instrument_id = i.id);
INSERT INTO consent.reconfirmation (act_id, person_id, confirmed_at, confirmed_by)
SELECT a.id, a.person_id, platform.now(), md5('bench ombudsman')::uuid
FROM exchange.offered o JOIN consent.act a ON a.person_id = o.person_id AND a.scope = 'exchange'
ON CONFLICT DO NOTHING;
