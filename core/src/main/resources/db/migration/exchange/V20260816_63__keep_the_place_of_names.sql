ALTER TABLE exchange.offered_captive ADD COLUMN name_order text COLLATE "C" NOT NULL
  GENERATED ALWAYS AS (platform.in_order(family_uk || ' ' || given_uk)) STORED;
COMMENT ON COLUMN exchange.offered_captive.name_order IS 'Sorts by family and given name as the Ukrainian alphabet does.';

CREATE OR REPLACE VIEW exchange.v_offer AS
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
       s.id AS slot_id, s.round_id, d.outcome_id IS NOT NULL AS crossed, x.id AS act_id,
       coalesce(n.name_order, c.name_order) AS name_order, c.legal_status
FROM exchange.offered o
LEFT JOIN cases.v_person n ON n.id = o.person_id
LEFT JOIN exchange.offered_captive c ON c.offered_id = o.id
LEFT JOIN consent.v_to_exchange x ON x.person_id = o.person_id
LEFT JOIN exchange.slot s ON s.participant_id = o.id AND s.state IN ('planned', 'named', 'confirmed')
LEFT JOIN exchange.delivery d ON d.participant_id = o.id;
COMMENT ON COLUMN exchange.v_offer.name_order IS 'Sorts by family and given name as the Ukrainian alphabet does.';
COMMENT ON COLUMN exchange.v_offer.legal_status IS 'Of a captive; null: a convicted person, whose verdicts say it.';

-- What v_offer asks for one person at a time is asked here for all at once: its estimate let a server with JIT compile for a
-- second before it answered.
DROP FUNCTION exchange.judged_on(date);
CREATE FUNCTION exchange.judged_on(day date)
RETURNS TABLE (id uuid, person_id uuid, kind text, waiting_since date, obstacles integer, pending integer, name_order text)
LANGUAGE sql STABLE AS $$
  SELECT v.id, v.person_id, v.kind, v.waiting_since,
         CASE WHEN v.file_closed THEN 1 ELSE 0 END
         | CASE WHEN v.custody_until <= w.day OR v.custody_from > w.day THEN 2 ELSE 0 END
         | CASE WHEN v.willing_until IS NULL THEN 4 WHEN v.willing_until < w.day THEN 8 ELSE 0 END
         | CASE WHEN v.held THEN 16 ELSE 0 END
         | CASE WHEN v.barred THEN 32 ELSE 0 END
         | CASE WHEN v.fear IS NULL THEN 64 WHEN v.fears THEN 128 ELSE 0 END
         | CASE WHEN v.identity_on IS NULL THEN 256 ELSE 0 END
         | CASE WHEN v.fit = 'not-fit' AND v.fit_until >= w.day THEN 512 ELSE 0 END
         | CASE WHEN v.round_id IS NOT NULL THEN 1024 ELSE 0 END
         | CASE WHEN v.crossed THEN 2048 ELSE 0 END,
         CASE WHEN v.reconfirmed_at >= w.private_word THEN 0 WHEN v.reconfirmed_at >= w.fortnight THEN 2 ELSE 3 END
         | CASE WHEN v.instrument_fits AND (v.in_force_from <= w.day OR v.instrument_kind IS NULL) THEN 0 ELSE 4 END
         | CASE WHEN v.fit <> 'not-fit' AND v.fit_until >= w.day THEN 0 ELSE 8 END,
         v.name_order
  FROM (SELECT o.id, o.person_id, o.kind, o.waiting_since, o.name_order, o.file_closed, o.custody_from, o.custody_until,
               o.willing_until, o.held, o.barred, o.fear, o.fears, o.identity_on, o.fit, o.fit_until, o.round_id, o.crossed,
               o.in_force_from, o.instrument_kind,
               CASE WHEN o.kind = 'convicted' THEN r.confirmed_at ELSE o.verified_at END AS reconfirmed_at,
               o.legal_status IS NOT DISTINCT FROM 'prisoner-of-war'
                 OR (o.instrument_kind, CASE WHEN o.legal_status IS NOT NULL THEN o.legal_status
                       WHEN o.person_id IN (SELECT k.person_id FROM cases.v_convicted k) THEN 'convicted'
                       ELSE 'accused' END)
                    IN (SELECT a.kind, a.legal_status FROM exchange.allowed_instrument a) AS instrument_fits
        FROM exchange.v_offer o
        LEFT JOIN (SELECT w.act_id, max(w.confirmed_at) AS confirmed_at FROM consent.v_reconfirmation w GROUP BY w.act_id) r
          ON r.act_id = o.act_id
        OFFSET 0) v
  CROSS JOIN (SELECT $1 AS day, platform.start_of($1 - 14) AS fortnight,
                     exchange.latest_private_word($1) AS private_word OFFSET 0) w
  UNION ALL
  SELECT NULL, c.person_id, 'convicted', c.chain_from, 4096, 0, n.name_order
  FROM consent.v_to_exchange c
  LEFT JOIN cases.v_person n ON n.id = c.person_id
  WHERE c.valid_until >= (SELECT platform.today())
    AND NOT EXISTS (SELECT FROM exchange.offered o WHERE o.person_id = c.person_id)
$$;
COMMENT ON FUNCTION exchange.judged_on(date) IS
  'What exchange.available_on says, in bits that obstacles_of and pending_of put into words: everybody is judged, few shown.';
REVOKE EXECUTE ON FUNCTION exchange.judged_on(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exchange.judged_on(date) TO svoi_desk;

-- One alphabet; this one is still asked for by programs of before.
CREATE OR REPLACE FUNCTION exchange.in_order(name text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN platform.in_order(name);
