CREATE FUNCTION exchange.latest_private_word(handover date) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog AS
  'SELECT platform.start_of($1 + 1) - interval ''72 hours''';
COMMENT ON FUNCTION exchange.latest_private_word(date) IS
  'R14: a word in private counts for a handover on this day if it is not older than this, however late that day people cross.';

CREATE VIEW exchange.v_offer AS
SELECT o.id, o.kind, o.person_id, o.entered_at,
       coalesce(n.sex, c.sex) AS sex, coalesce(n.born_on, c.born_on) AS born_on,
       coalesce(n.family_uk, c.family_uk) AS family_uk, coalesce(n.given_uk, c.given_uk) AS given_uk,
       coalesce(n.patronymic_uk, c.patronymic_uk) AS patronymic_uk,
       coalesce(n.family_ru, c.family_ru) AS family_ru, coalesce(n.given_ru, c.given_ru) AS given_ru,
       coalesce(n.patronymic_ru, c.patronymic_ru) AS patronymic_ru,
       coalesce(n.family_latin, c.family_latin) AS family_latin, coalesce(n.given_latin, c.given_latin) AS given_latin,
       (o.kind = 'convicted' AND n.id IS NULL) OR n.died_on IS NOT NULL OR c.died_on IS NOT NULL
         OR n.left_on IS NOT NULL AS file_closed,
       coalesce(n.custody_from, c.held_since) AS custody_from, coalesce(n.custody_until, c.held_until) AS custody_until,
       CASE WHEN o.kind = 'convicted' THEN x.verified_at ELSE CASE WHEN o.wish THEN o.wished_at END END AS verified_at,
       CASE WHEN o.kind = 'convicted' THEN x.valid_until
            WHEN o.wish THEN (o.wished_at AT TIME ZONE 'Europe/Kyiv')::date + 180 END AS willing_until,
       CASE WHEN o.kind = 'convicted' THEN x.chain_from ELSE c.held_since END AS waiting_since,
       CASE WHEN o.kind = 'convicted'
            THEN (SELECT max(w.confirmed_at) FROM consent.v_reconfirmation w WHERE w.act_id = x.id)
            WHEN o.wish THEN o.wished_at END AS reconfirmed_at,
       coalesce(o.person_id IN (SELECT h.person_id FROM register.v_hold h WHERE h.lifted_at IS NULL), false) AS held,
       o.bars > 0 AS barred, o.identity_on, o.fit, o.fit_until, o.fear, o.fear_settled,
       o.fear IN ('yes', 'unknown') AND o.fear_settled IS DISTINCT FROM 'may-go' AS fears,
       o.instrument_kind, o.in_force_from,
       CASE WHEN c.legal_status = 'prisoner-of-war' THEN true
            WHEN o.instrument_kind IS NULL OR o.in_force_from IS NULL THEN false
            WHEN o.kind <> 'convicted' THEN EXISTS (SELECT FROM exchange.allowed_instrument a
              WHERE a.legal_status = c.legal_status AND a.kind = o.instrument_kind)
            ELSE EXISTS (SELECT FROM exchange.allowed_instrument a WHERE a.kind = o.instrument_kind AND a.legal_status =
              CASE WHEN EXISTS (SELECT FROM cases.v_proceeding k WHERE k.person_id = o.person_id AND k.in_force)
                   THEN 'convicted' ELSE 'accused' END) END AS instrument_fits,
       s.id AS slot_id, s.round_id, d.outcome_id IS NOT NULL AS crossed
FROM exchange.offered o
LEFT JOIN cases.v_person n ON n.id = o.person_id
LEFT JOIN exchange.offered_captive c ON c.offered_id = o.id
LEFT JOIN consent.v_act x ON x.person_id = o.person_id AND x.scope = 'exchange'
  AND x.verified_at <= (SELECT platform.now()) AND x.ended_at IS NULL
LEFT JOIN exchange.slot s ON s.participant_id = o.id AND s.state IN ('planned', 'named', 'confirmed')
LEFT JOIN exchange.delivery d ON d.participant_id = o.id;
COMMENT ON VIEW exchange.v_offer IS
  'Everyone who may be offered, with the facts that decide; published and unpublished alike (R17), because nothing of a '
  'profile is in it.';
COMMENT ON COLUMN exchange.v_offer.willing_until IS
  'Last day of the verified consent to exchange that stands; of captives 180 days after their own yes. Null: none.';
COMMENT ON COLUMN exchange.v_offer.reconfirmed_at IS 'The newest word in private; a verification is not one.';
COMMENT ON COLUMN exchange.v_offer.instrument_fits IS 'An act in force whose kind fits the legal status of today, or none is needed.';

CREATE VIEW exchange.v_fault AS
SELECT v.id, v.person_id, CASE
    WHEN v.file_closed THEN 'file-closed'
    WHEN v.custody_until <= (SELECT platform.today()) THEN 'not-in-custody'
    WHEN (v.willing_until >= (SELECT platform.today())) IS NOT TRUE THEN 'consent-ended'
    WHEN v.held THEN 'held'
    WHEN v.barred THEN 'barred'
    WHEN v.fears THEN 'fear' END AS fault
FROM exchange.v_offer v;
COMMENT ON VIEW exchange.v_fault IS 'Why one may be in no list today; null if nothing speaks against it (R27).';

CREATE FUNCTION exchange.offer_fault(participant uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
  'SELECT v.fault FROM exchange.v_fault v WHERE v.id = $1';
COMMENT ON FUNCTION exchange.offer_fault(uuid) IS 'The fault of one person.';

CREATE FUNCTION exchange.available_on(day date)
RETURNS TABLE (id uuid, person_id uuid, kind text, waiting_since date, available boolean, ready boolean,
               obstacles text[], pending text[])
LANGUAGE sql STABLE AS $$
  -- OFFSET 0 keeps each expression from being computed once for every place that reads it.
  SELECT x.id, x.person_id, x.kind, x.waiting_since, x.obstacles = '{}', x.obstacles = '{}' AND x.pending = '{}',
         x.obstacles, x.pending
  FROM (
    SELECT v.id, v.person_id, v.kind, v.waiting_since,
           array_remove(ARRAY[
             CASE WHEN v.file_closed THEN 'file-closed' END,
             CASE WHEN v.custody_until <= w.day OR v.custody_from > w.day THEN 'not-in-custody' END,
             CASE WHEN v.willing_until IS NULL THEN 'no-consent' END,
             CASE WHEN v.willing_until < w.day THEN 'consent-ends-before' END,
             CASE WHEN v.held THEN 'held' END,
             CASE WHEN v.barred THEN 'barred' END,
             CASE WHEN v.fear IS NULL THEN 'fear-not-asked' END,
             CASE WHEN v.fears THEN 'fear' END,
             CASE WHEN v.identity_on IS NULL THEN 'identity' END,
             CASE WHEN v.fit = 'not-fit' AND v.fit_until >= w.day THEN 'not-fit' END,
             CASE WHEN v.round_id IS NOT NULL THEN 'in-a-round' END,
             CASE WHEN v.crossed THEN 'crossed' END], NULL) AS obstacles,
           array_remove(ARRAY[
             CASE WHEN (v.reconfirmed_at >= w.fortnight) IS NOT TRUE THEN 'reconfirmation-14-days' END,
             CASE WHEN (v.reconfirmed_at >= w.private_word) IS NOT TRUE THEN 'reconfirmation-72-hours' END,
             CASE WHEN (v.instrument_fits AND (v.in_force_from <= w.day OR v.instrument_kind IS NULL)) IS NOT TRUE
                  THEN 'instrument' END,
             CASE WHEN (v.fit <> 'not-fit' AND v.fit_until >= w.day) IS NOT TRUE THEN 'fitness' END], NULL) AS pending
    FROM (SELECT o.id, o.person_id, o.kind, o.waiting_since, o.file_closed, o.custody_from, o.custody_until,
                 o.willing_until, o.held, o.barred, o.fear, o.fears, o.identity_on, o.fit, o.fit_until, o.round_id,
                 o.crossed, o.reconfirmed_at, o.instrument_fits, o.in_force_from, o.instrument_kind
          FROM exchange.v_offer o OFFSET 0) v
    CROSS JOIN (SELECT day, platform.start_of(day - 14) AS fortnight,
                       exchange.latest_private_word(day) AS private_word OFFSET 0) w
    UNION ALL
    SELECT NULL, c.person_id, 'convicted', c.chain_from, ARRAY['not-registered'], '{}'
    FROM consent.v_in_force c
    WHERE c.scope = 'exchange' AND NOT EXISTS (SELECT FROM exchange.offered o WHERE o.person_id = c.person_id)
    OFFSET 0) x
$$;
COMMENT ON FUNCTION exchange.available_on(date) IS
  'Everybody who could be handed over on a day. Obstacles: why one is not available; pending: what still has to come before '
  'the handover. Persons with a consent to exchange whom nobody registered are in it, so that no one is forgotten (R17). '
  'Longest waiting first: ORDER BY waiting_since, id.';

CREATE VIEW exchange.v_readiness AS
SELECT s.id AS slot_id, s.round_id, s.block_id, s.side, s.participant_id, s.reserve_rank, s.state, r.planned_on AS handover_on,
       c.consent_verified, c.consent_in_force, c.reconfirmed_14_days, c.reconfirmed_72_hours, x.word = 'yes' AS word_at_the_line,
       c.instrument, c.fit, c.identity, c.fear_asked, c.no_hold, c.in_custody,
       CASE WHEN s.side = 'awaited' THEN a.state = 'confirmed' AND a.track = 'negotiated' END AS still_captive,
       CASE WHEN s.side = 'awaited' THEN r.planned_on IS NOT NULL AND a.state = 'confirmed' AND a.track = 'negotiated'
            ELSE c.consent_verified AND c.consent_in_force AND c.reconfirmed_14_days AND c.reconfirmed_72_hours
                 AND c.instrument AND c.fit AND c.identity AND c.fear_asked AND c.no_hold AND c.in_custody END AS ready
FROM exchange.slot s
JOIN exchange.round r ON r.id = s.round_id
LEFT JOIN exchange.awaited a ON a.id = s.participant_id
LEFT JOIN exchange.v_offer v ON v.id = s.participant_id
LEFT JOIN exchange.crossing x ON x.slot_id = s.id
LEFT JOIN LATERAL (
  SELECT v.verified_at IS NOT NULL AS consent_verified,
         (v.willing_until >= greatest(r.planned_on, (SELECT platform.today())) AND r.planned_on IS NOT NULL) IS TRUE AS consent_in_force,
         (v.reconfirmed_at >= platform.start_of(r.planned_on - 14)) IS TRUE AS reconfirmed_14_days,
         (v.reconfirmed_at >= exchange.latest_private_word(r.planned_on)) IS TRUE AS reconfirmed_72_hours,
         (v.instrument_fits AND (v.in_force_from <= r.planned_on OR v.instrument_kind IS NULL)) IS TRUE AS instrument,
         (v.fit <> 'not-fit' AND v.fit_until >= r.planned_on) IS TRUE AS fit,
         v.identity_on IS NOT NULL AS identity,
         (v.fear IS NOT NULL AND NOT v.fears) IS TRUE AS fear_asked,
         NOT v.held AND NOT v.barred AS no_hold,
         (NOT v.file_closed AND v.custody_from <= r.planned_on
           AND (v.custody_until > r.planned_on) IS NOT FALSE) IS TRUE AS in_custody
  WHERE s.side = 'offered') c ON true
WHERE s.state IN ('planned', 'named', 'confirmed');
COMMENT ON VIEW exchange.v_readiness IS
  'Each live slot with every condition for the planned day of its round, computed (invariant 8, R27). Conditions that are '
  'not this side''s are null. The word at the line comes last of all and is asked before an outcome, not before executing.';

CREATE VIEW exchange.v_slot AS
SELECT s.id, s.round_id, s.block_id, b.number AS block_number, s.participant_id, s.side, s.reserve_rank, s.state,
       s.state_since, s.version, v.kind AS offered_kind, v.person_id, a.category, a.family_group_id,
       coalesce(a.family_uk, v.family_uk) AS family_uk, coalesce(a.given_uk, v.given_uk) AS given_uk,
       coalesce(a.patronymic_uk, v.patronymic_uk) AS patronymic_uk,
       coalesce(a.family_ru, v.family_ru) AS family_ru, coalesce(a.given_ru, v.given_ru) AS given_ru,
       coalesce(a.patronymic_ru, v.patronymic_ru) AS patronymic_ru,
       coalesce(a.family_latin, v.family_latin) AS family_latin, coalesce(a.given_latin, v.given_latin) AS given_latin,
       coalesce(a.born_on, v.born_on) AS born_on, coalesce(a.held_since, v.waiting_since) AS waiting_since
FROM exchange.slot s
JOIN exchange.block b ON b.id = s.block_id
LEFT JOIN exchange.awaited a ON a.id = s.participant_id
LEFT JOIN exchange.v_offer v ON v.id = s.participant_id;
COMMENT ON VIEW exchange.v_slot IS 'Slots with names, for the desk and for taking a list.';

CREATE FUNCTION exchange.take_list(list uuid, round uuid, made_by uuid, agency text) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  rows integer;
BEGIN
  INSERT INTO exchange.list (id, round_id, n, author, made_by, agency) VALUES ($1, $2, 0, 'ours', $3, $4);
  INSERT INTO exchange.list_row (list_id, position, block_number, block_terms, side, reserve_rank, participant_id,
    content, salt, row_hash)
  SELECT $1, x.position, x.block_number, x.terms, x.side, x.reserve_rank, x.participant_id, x.content, x.salt,
         sha256(x.salt || convert_to(x.content::text, 'UTF8'))
  FROM (SELECT (row_number() OVER (ORDER BY v.block_number, v.side DESC, v.reserve_rank NULLS FIRST, v.waiting_since,
                                   v.participant_id))::integer AS position,
               v.block_number, CASE b.kind WHEN 'ratio' THEN b.offers_part || ':' || b.needs_part ELSE b.kind END AS terms,
               v.side, v.reserve_rank, v.participant_id,
               jsonb_build_object('uk', concat_ws(' ', v.family_uk, v.given_uk, v.patronymic_uk),
                 'ru', concat_ws(' ', v.family_ru, v.given_ru, v.patronymic_ru),
                 'latin', concat_ws(' ', v.family_latin, v.given_latin), 'born', v.born_on) AS content,
               uuid_send(gen_random_uuid()) AS salt
        FROM exchange.v_slot v JOIN exchange.block b ON b.id = v.block_id
        WHERE v.round_id = $2 AND v.state IN ('planned', 'named', 'confirmed')) x;
  GET DIAGNOSTICS rows = ROW_COUNT;
  RETURN rows;
END $$;
COMMENT ON FUNCTION exchange.take_list(uuid, uuid, uuid, text) IS
  'Our next list version: a snapshot of the slots as they stand. Answers how many rows.';

CREATE VIEW exchange.v_need AS
SELECT a.id, a.sex, a.family_uk, a.given_uk, a.patronymic_uk, a.family_ru, a.given_ru, a.patronymic_ru, a.family_latin,
       a.given_latin, a.born_on, a.category, a.condition, a.held_since, a.family_group_id, a.state, a.state_since,
       a.confirmed_from, a.entered_at, a.version, s.round_id, s.id AS slot_id
FROM exchange.awaited a
LEFT JOIN exchange.slot s ON s.participant_id = a.id AND s.state IN ('planned', 'named', 'confirmed')
WHERE a.track = 'negotiated' AND a.state IN ('reported', 'confirmed');
COMMENT ON VIEW exchange.v_need IS 'Who is sought now on the negotiated track; "in a round" is round_id. Never the unconditional track.';

CREATE VIEW exchange.v_return_track AS
SELECT a.id, a.sex, a.family_uk, a.given_uk, a.patronymic_uk, a.family_ru, a.given_ru, a.patronymic_ru, a.family_latin,
       a.given_latin, a.born_on, a.category, a.condition, a.held_since, a.family_group_id, a.state, a.state_since, a.entered_at,
       a.version, c.id AS return_id, c.state AS return_state, c.state_since AS return_state_since
FROM exchange.awaited a
LEFT JOIN exchange.return_case c ON c.awaited_id = a.id AND c.state NOT IN ('returned', 'closed')
WHERE a.track = 'unconditional' AND a.state IN ('reported', 'confirmed');
COMMENT ON VIEW exchange.v_return_track IS 'Children and the gravely wounded who are sought now. For return officers and the monitor.';

CREATE VIEW exchange.v_name_gate AS
SELECT d.participant_id AS awaited_id, d.outcome_id, o.recorded_at, o.recorded_at + interval '48 hours' AS held_until,
       t.told_at, w.may_show,
       array_remove(ARRAY[
         CASE WHEN t.told_at IS NULL THEN 'family-not-told' END,
         CASE WHEN o.recorded_at + interval '48 hours' > (SELECT platform.now()) THEN 'within-48-hours' END,
         CASE WHEN w.may_show IS NOT TRUE THEN 'no-word-of-the-person' END], NULL) AS obstacles
FROM exchange.delivery d
JOIN exchange.outcome o ON o.id = d.outcome_id
LEFT JOIN LATERAL (
  SELECT min(f.talked_at) AS told_at FROM exchange.family_talk f
  WHERE f.awaited_id = d.participant_id AND f.about = 'return' AND f.result = 'reached' AND f.talked_at >= o.recorded_at) t ON true
LEFT JOIN LATERAL (
  SELECT n.may_show FROM exchange.name_word n WHERE n.awaited_id = d.participant_id ORDER BY n.said_at DESC, n.id LIMIT 1) w ON true
WHERE d.side = 'awaited';
COMMENT ON VIEW exchange.v_name_gate IS
  'Relatives first: what stands between a returned person''s name and anybody else (scenario 40). Empty: nothing.';

CREATE VIEW exchange.v_departed AS
SELECT f.person_id, d.occurred_on AS left_on, d.round_id, n.announced_at, f.id AS offered_id
FROM exchange.delivery d
JOIN exchange.announcement n ON n.round_id = d.round_id
JOIN exchange.offered f ON f.id = d.participant_id
WHERE f.kind = 'convicted';
COMMENT ON VIEW exchange.v_departed IS
  'Convicted persons who left in a publicly announced exchange: what cases is told in the transaction of the announcement, '
  'for all persons of the round at once, never before.';
