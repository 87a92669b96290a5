-- Availability of 20,000 persons was computed person by person where it asks for the newest word in private and for the
-- verdict, and made two arrays of texts for each. Now it asks for all at once and says in bits what stands between.
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
       s.id AS slot_id, s.round_id, d.outcome_id IS NOT NULL AS crossed, x.id AS act_id
FROM exchange.offered o
LEFT JOIN cases.v_person n ON n.id = o.person_id
LEFT JOIN exchange.offered_captive c ON c.offered_id = o.id
LEFT JOIN consent.v_act x ON x.person_id = o.person_id AND x.scope = 'exchange'
  AND x.verified_at <= (SELECT platform.now()) AND x.ended_at IS NULL
LEFT JOIN exchange.slot s ON s.participant_id = o.id AND s.state IN ('planned', 'named', 'confirmed')
LEFT JOIN exchange.delivery d ON d.participant_id = o.id;
COMMENT ON COLUMN exchange.v_offer.act_id IS 'The verified consent to exchange that stands; null: none, or a captive.';

CREATE FUNCTION exchange.judged_on(day date)
RETURNS TABLE (id uuid, person_id uuid, kind text, waiting_since date, obstacles integer, pending integer)
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
         | CASE WHEN v.fit <> 'not-fit' AND v.fit_until >= w.day THEN 0 ELSE 8 END
  FROM (SELECT o.id, o.person_id, o.kind, o.waiting_since, o.file_closed, o.custody_from, o.custody_until, o.willing_until,
               o.held, o.barred, o.fear, o.fears, o.identity_on, o.fit, o.fit_until, o.round_id, o.crossed, o.in_force_from,
               o.instrument_kind, CASE WHEN o.kind = 'convicted' THEN r.confirmed_at ELSE o.reconfirmed_at END AS reconfirmed_at,
               CASE WHEN o.kind <> 'convicted' THEN o.instrument_fits
                    ELSE (o.instrument_kind, CASE WHEN o.person_id IN (
                           SELECT k.person_id FROM cases.v_convicted k) THEN 'convicted' ELSE 'accused' END)
                         IN (SELECT a.kind, a.legal_status FROM exchange.allowed_instrument a) END AS instrument_fits
        FROM exchange.v_offer o
        LEFT JOIN (SELECT w.act_id, max(w.confirmed_at) AS confirmed_at FROM consent.v_reconfirmation w GROUP BY w.act_id) r
          ON r.act_id = o.act_id
        OFFSET 0) v
  CROSS JOIN (SELECT $1 AS day, platform.start_of($1 - 14) AS fortnight,
                     exchange.latest_private_word($1) AS private_word OFFSET 0) w
  UNION ALL
  SELECT NULL, c.person_id, 'convicted', c.chain_from, 4096, 0
  FROM consent.v_in_force c
  WHERE c.scope = 'exchange' AND NOT EXISTS (SELECT FROM exchange.offered o WHERE o.person_id = c.person_id)
$$;
COMMENT ON FUNCTION exchange.judged_on(date) IS
  'What exchange.available_on says, in bits that obstacles_of and pending_of put into words: everybody is judged, few are shown.';

CREATE FUNCTION exchange.obstacles_of(mask integer) RETURNS text[] LANGUAGE sql IMMUTABLE
  RETURN array_remove(ARRAY[
    CASE WHEN mask & 1 <> 0 THEN 'file-closed' END, CASE WHEN mask & 2 <> 0 THEN 'not-in-custody' END,
    CASE WHEN mask & 4 <> 0 THEN 'no-consent' END, CASE WHEN mask & 8 <> 0 THEN 'consent-ends-before' END,
    CASE WHEN mask & 16 <> 0 THEN 'held' END, CASE WHEN mask & 32 <> 0 THEN 'barred' END,
    CASE WHEN mask & 64 <> 0 THEN 'fear-not-asked' END, CASE WHEN mask & 128 <> 0 THEN 'fear' END,
    CASE WHEN mask & 256 <> 0 THEN 'identity' END, CASE WHEN mask & 512 <> 0 THEN 'not-fit' END,
    CASE WHEN mask & 1024 <> 0 THEN 'in-a-round' END, CASE WHEN mask & 2048 <> 0 THEN 'crossed' END,
    CASE WHEN mask & 4096 <> 0 THEN 'not-registered' END], NULL);
COMMENT ON FUNCTION exchange.obstacles_of(integer) IS 'Why one is not available, in the order in which it is shown.';

CREATE FUNCTION exchange.pending_of(mask integer) RETURNS text[] LANGUAGE sql IMMUTABLE
  RETURN array_remove(ARRAY[
    CASE WHEN mask & 1 <> 0 THEN 'reconfirmation-14-days' END, CASE WHEN mask & 2 <> 0 THEN 'reconfirmation-72-hours' END,
    CASE WHEN mask & 4 <> 0 THEN 'instrument' END, CASE WHEN mask & 8 <> 0 THEN 'fitness' END], NULL);
COMMENT ON FUNCTION exchange.pending_of(integer) IS 'What still has to come before a handover.';

CREATE OR REPLACE FUNCTION exchange.available_on(day date)
RETURNS TABLE (id uuid, person_id uuid, kind text, waiting_since date, available boolean, ready boolean,
               obstacles text[], pending text[])
LANGUAGE sql STABLE AS $$
  SELECT j.id, j.person_id, j.kind, j.waiting_since, j.obstacles = 0, j.obstacles = 0 AND j.pending = 0,
         exchange.obstacles_of(j.obstacles), exchange.pending_of(j.pending)
  FROM exchange.judged_on($1) j
$$;

REVOKE EXECUTE ON FUNCTION exchange.judged_on(date), exchange.obstacles_of(integer), exchange.pending_of(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exchange.judged_on(date), exchange.obstacles_of(integer), exchange.pending_of(integer) TO svoi_desk;
