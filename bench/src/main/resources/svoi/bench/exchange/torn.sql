-- Half-done acts, each written past every protection and taken back: the invariants must see every one of them.

-- a slot that does not know its outcome
UPDATE exchange.slot SET state = 'confirmed' WHERE id = (SELECT slot_id FROM exchange.outcome WHERE slot_id IS NOT NULL LIMIT 1);

-- an outcome without the end of its round
UPDATE exchange.round SET state = 'executing' WHERE id = (SELECT round_id FROM exchange.outcome WHERE slot_id IS NOT NULL LIMIT 1);

-- the end of a round without one of its crossings
DELETE FROM exchange.crossing WHERE slot_id = (SELECT slot_id FROM exchange.crossing LIMIT 1);

-- the end of a round without its protocol
DELETE FROM exchange.protocol WHERE handover_id = (SELECT handover_id FROM exchange.protocol LIMIT 1);

-- one outcome less than slots
DELETE FROM exchange.outcome WHERE id = (SELECT id FROM exchange.outcome WHERE result = 'refused-at-point' LIMIT 1);

-- an outcome that nobody was delivered by
DELETE FROM exchange.delivery WHERE outcome_id = (SELECT outcome_id FROM exchange.delivery LIMIT 1);

-- somebody at home who is still sought
UPDATE exchange.awaited SET state = 'confirmed' WHERE id = (SELECT id FROM exchange.awaited WHERE state = 'returned' LIMIT 1);

-- a delivery that the ledger does not know
DELETE FROM exchange.response_entry WHERE id = (SELECT id FROM exchange.response_entry WHERE kind = 'delivered' LIMIT 1);

-- a promise that was agreed and not written down
DELETE FROM exchange.response_entry WHERE id = (SELECT id FROM exchange.response_entry WHERE kind = 'accepted' LIMIT 1);

-- a list that was sent and asked for nobody
DELETE FROM exchange.response_entry WHERE id = (SELECT id FROM exchange.response_entry WHERE kind = 'asked' LIMIT 1);

-- an agreement without its event
DELETE FROM exchange.round_event WHERE id = (SELECT id FROM exchange.round_event WHERE state = 'agreed' LIMIT 1);

-- an act that let somebody go and is still in force
UPDATE exchange.legal_instrument SET state = 'in-force' WHERE id = (
  SELECT id FROM exchange.legal_instrument WHERE state = 'used' LIMIT 1);

-- somebody who left in an announced round and is not marked
UPDATE cases.person SET left_on = NULL WHERE id = (SELECT person_id FROM exchange.v_departed LIMIT 1);

-- a correction in effect by one signature
DELETE FROM exchange.signature WHERE (subject_id, agency) = (
  SELECT s.subject_id, s.agency FROM exchange.signature s WHERE s.subject_kind = 'correction' LIMIT 1);

-- an outcome that was corrected and still counts
UPDATE exchange.correction SET in_effect_at = NULL WHERE id = (
  SELECT id FROM exchange.correction WHERE in_effect_at IS NOT NULL LIMIT 1);

-- a released figure of other outcomes
UPDATE exchange.statistic_release SET outcome_root = sha256('another') WHERE id = (
  SELECT id FROM exchange.statistic_release LIMIT 1);

-- a handover that the audit log does not know
DELETE FROM audit.entry WHERE seq = (SELECT max(seq) FROM audit.entry WHERE action = 'exchange.handover');

-- an entry of the audit log for an announcement that never was
UPDATE audit.entry SET action = 'exchange.announce' WHERE seq = (SELECT max(seq) FROM audit.entry WHERE action = 'exchange.sheet');
