CREATE TABLE exchange.opening_balance (
  one                boolean PRIMARY KEY DEFAULT true,
  subject            text NOT NULL DEFAULT 'exchanges',
  exchanges_metric   text NOT NULL DEFAULT 'exchanges_held',
  returned_metric    text NOT NULL DEFAULT 'returned',
  as_of              date NOT NULL,
  CONSTRAINT opening_balance_is_one CHECK (one),
  CONSTRAINT r44_opening_exchanges_were_published FOREIGN KEY (subject, exchanges_metric, as_of)
    REFERENCES reference.published_figure (subject, metric, as_of),
  CONSTRAINT r44_opening_returned_were_published FOREIGN KEY (subject, returned_metric, as_of)
    REFERENCES reference.published_figure (subject, metric, as_of)
);
COMMENT ON TABLE exchange.opening_balance IS
  'What had been published before this installation counts: 54 exchanges and 3,405 returned as of 2024-07-25, read from the '
  'published figures and their source. Outcomes of that day and before are never added to it.';
INSERT INTO exchange.opening_balance (as_of) VALUES ('2024-07-25');

CREATE TABLE exchange.statistic_method (
  version    text PRIMARY KEY,
  valid_from timestamptz NOT NULL DEFAULT platform.now(),
  in_words   text NOT NULL
);
INSERT INTO exchange.statistic_method (version, in_words) VALUES ('1',
  'Exchange: an announced round in which at least one person came home. Agreement: its stages together. Returned: outcomes '
  'delivered or substituted of the awaited side in announced rounds, one per person, less corrections in effect. Outside: '
  'returns on the unconditional track. Departed: outcomes delivered of the offered side. Total: the opening balance and what '
  'came after its day; demo rounds never with it.');

CREATE VIEW exchange.v_counted AS
SELECT o.id AS outcome_id, o.round_id, r.demo, o.side, coalesce(o.delivered_id, o.participant_id) AS participant_id,
       o.occurred_on, a.category IN ('pow', 'pow-convicted', 'medic-chaplain') AS military,
       greatest(o.recorded_at, n.announced_at) AS counts_from, coalesce(c.in_effect_at, 'infinity') AS counts_until
FROM exchange.outcome o
JOIN exchange.round r ON r.id = o.round_id
JOIN exchange.announcement n ON n.round_id = o.round_id
LEFT JOIN exchange.correction c ON c.outcome_id = o.id
LEFT JOIN exchange.awaited a ON a.id = coalesce(o.delivered_id, o.participant_id)
WHERE o.result IN ('delivered', 'substituted')
UNION ALL
SELECT o.id, NULL, EXISTS (SELECT FROM platform.v_installation i WHERE i.kind = 'demo'), o.side, o.participant_id,
       o.occurred_on, a.category IN ('pow', 'pow-convicted', 'medic-chaplain'), o.recorded_at,
       coalesce(c.in_effect_at, 'infinity')
FROM exchange.outcome o
LEFT JOIN exchange.correction c ON c.outcome_id = o.id
JOIN exchange.awaited a ON a.id = o.participant_id
WHERE o.return_id IS NOT NULL;
COMMENT ON VIEW exchange.v_counted IS
  'Every outcome that a public figure counts, with the moments from and until which it counts: figures of any past moment.';

CREATE FUNCTION exchange.public_rounds(as_of timestamptz)
RETURNS TABLE (round_id uuid, demo boolean, exchange_no integer, agreement_id uuid, agreement text, stage smallint,
               mediator text, announced_at timestamptz, held_from date, held_to date, returned bigint,
               returned_military bigint, returned_civilian bigint, departed bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT r.id, r.demo, n.exchange_no, r.agreement_id, g.name, r.stage, n.mediator, n.announced_at,
         min(c.occurred_on), max(c.occurred_on), count(c.outcome_id) FILTER (WHERE c.side = 'awaited'),
         count(c.outcome_id) FILTER (WHERE c.side = 'awaited' AND c.military),
         count(c.outcome_id) FILTER (WHERE c.side = 'awaited' AND NOT c.military),
         count(c.outcome_id) FILTER (WHERE c.side = 'offered')
  FROM exchange.announcement n
  JOIN exchange.round r ON r.id = n.round_id
  LEFT JOIN exchange.agreement g ON g.id = r.agreement_id
  LEFT JOIN exchange.v_counted c ON c.round_id = r.id AND c.counts_from <= $1 AND c.counts_until > $1
  WHERE n.announced_at <= $1
  GROUP BY r.id, r.demo, n.exchange_no, r.agreement_id, g.name, r.stage, n.mediator, n.announced_at
$$;
COMMENT ON FUNCTION exchange.public_rounds(timestamptz) IS 'Announced rounds with their counts, as they stood at a moment. No names.';

CREATE FUNCTION exchange.public_totals(as_of timestamptz)
RETURNS TABLE (demo boolean, method_version text, as_of timestamptz, opening_as_of date, opening_exchanges bigint,
               opening_returned bigint, exchanges bigint, agreements bigint, returned bigint, returned_military bigint,
               returned_civilian bigint, returned_outside bigint, departed bigint, total_exchanges bigint, total_returned bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH opening AS (
    SELECT b.as_of, e.value AS exchanges, p.value AS returned
    FROM exchange.opening_balance b
    JOIN reference.v_published_figure e ON (e.subject, e.metric, e.as_of) = (b.subject, b.exchanges_metric, b.as_of)
    JOIN reference.v_published_figure p ON (p.subject, p.metric, p.as_of) = (b.subject, b.returned_metric, b.as_of)),
  own AS (
    SELECT k.demo, count(DISTINCT c.round_id) FILTER (WHERE c.side = 'awaited') AS exchanges,
           count(DISTINCT coalesce(r.agreement_id, c.round_id)) FILTER (WHERE c.side = 'awaited') AS agreements,
           count(c.outcome_id) FILTER (WHERE c.side = 'awaited' AND c.round_id IS NOT NULL) AS returned,
           count(c.outcome_id) FILTER (WHERE c.side = 'awaited' AND c.round_id IS NOT NULL AND c.military) AS military,
           count(c.outcome_id) FILTER (WHERE c.side = 'awaited' AND c.round_id IS NULL) AS outside,
           count(c.outcome_id) FILTER (WHERE c.side = 'offered') AS departed
    FROM (VALUES (false), (true)) k (demo)
    CROSS JOIN opening b
    LEFT JOIN exchange.v_counted c ON c.demo = k.demo AND c.counts_from <= $1 AND c.counts_until > $1
      AND (k.demo OR c.occurred_on > b.as_of)
    LEFT JOIN exchange.round r ON r.id = c.round_id
    GROUP BY k.demo)
  SELECT o.demo, (SELECT m.version FROM exchange.statistic_method m ORDER BY m.valid_from DESC, m.version DESC LIMIT 1), $1,
         CASE WHEN NOT o.demo THEN b.as_of END, CASE WHEN NOT o.demo THEN b.exchanges END,
         CASE WHEN NOT o.demo THEN b.returned END,
         o.exchanges, o.agreements, o.returned, o.military, o.returned - o.military, o.outside, o.departed,
         o.exchanges + CASE WHEN o.demo THEN 0 ELSE b.exchanges END, o.returned + CASE WHEN o.demo THEN 0 ELSE b.returned END
  FROM own o CROSS JOIN opening b
$$;
COMMENT ON FUNCTION exchange.public_totals(timestamptz) IS
  'Two rows: real figures on top of the opening balance, and those of invented rounds without it. As they stood at a moment.';

CREATE FUNCTION exchange.outcome_root(as_of timestamptz, demo boolean) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT sha256(convert_to(coalesce(string_agg(c.outcome_id::text, E'\n' ORDER BY c.outcome_id), ''), 'UTF8'))
  FROM exchange.v_counted c WHERE c.demo = $2 AND c.counts_from <= $1 AND c.counts_until > $1
$$;

CREATE TABLE exchange.statistic_release (
  id             uuid PRIMARY KEY,
  method_version text NOT NULL REFERENCES exchange.statistic_method (version),
  as_of          timestamptz NOT NULL,
  demo           boolean NOT NULL,
  outcome_root   bytea NOT NULL,
  figures        jsonb NOT NULL,
  released_at    timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT release_root_is_sha256 CHECK (length(outcome_root) = 32)
);
COMMENT ON TABLE exchange.statistic_release IS
  'Published figures, bound to their method and, by a hash over the sorted ids, to exactly the outcomes they sum (invariant 22).';
CREATE TRIGGER statistic_release_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange.statistic_release
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE FUNCTION exchange.guard_release() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  NEW.released_at := platform.now();
  IF NEW.as_of > platform.now() OR NEW.outcome_root <> exchange.outcome_root(NEW.as_of, NEW.demo) THEN
    PERFORM exchange.refuse('release_sums_its_outcomes', 'the figures are not of these outcomes');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER release_is_guarded BEFORE INSERT ON exchange.statistic_release
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_release();

CREATE VIEW exchange.v_public_round AS SELECT * FROM exchange.public_rounds(platform.now());
CREATE VIEW exchange.v_public_total AS SELECT * FROM exchange.public_totals(platform.now());
CREATE VIEW exchange.v_public_departed AS
SELECT p.demo, extract(year FROM p.held_from)::integer AS year, sum(p.departed)::bigint AS departed
FROM exchange.public_rounds(platform.now()) p WHERE p.departed > 0 GROUP BY 1, 2;
CREATE VIEW exchange.v_public_answers WITH (security_barrier) AS
SELECT e.kind, count(*) AS entries
FROM exchange.response_entry e
WHERE e.kind IN ('asked', 'no-answer', 'refused')
   OR (e.kind IN ('accepted', 'countered', 'delivered', 'broken', 'substituted')
       AND (EXISTS (SELECT FROM exchange.announcement n WHERE n.round_id = e.round_id)
            OR (e.round_id IS NULL AND e.occurred_on <= (SELECT platform.today()) - 30)))
GROUP BY e.kind;
COMMENT ON VIEW exchange.v_public_answers IS
  'What the other side was asked and how it answered, in whole numbers. What would tell of a coming exchange counts only once '
  'its round is announced, and outside of rounds after 30 days (R26).';
CREATE VIEW exchange.v_public_correction AS
SELECT c.in_effect_at, o.round_id, c.public_uk, c.public_ru, c.public_en
FROM exchange.correction c
JOIN exchange.outcome o ON o.id = c.outcome_id
JOIN exchange.announcement n ON n.round_id = o.round_id
WHERE c.in_effect_at IS NOT NULL;
COMMENT ON VIEW exchange.v_public_correction IS 'Public lines of corrections in effect, in the figures'' changelog.';

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA exchange FROM PUBLIC;
GRANT USAGE ON SCHEMA exchange TO svoi_site, svoi_desk;
GRANT EXECUTE ON FUNCTION exchange.public_rounds(timestamptz), exchange.public_totals(timestamptz) TO svoi_site, svoi_desk;
GRANT SELECT ON exchange.v_public_round, exchange.v_public_total, exchange.v_public_departed, exchange.v_public_answers,
  exchange.v_public_correction TO svoi_site, svoi_desk;

GRANT SELECT ON ALL TABLES IN SCHEMA exchange TO svoi_desk;
GRANT EXECUTE ON FUNCTION exchange.is_name(text), exchange.refuse(text, text), exchange.is_signed(text, uuid, bytea),
  exchange.hash_of(text, uuid), exchange.slots_hash(uuid), exchange.take_need_list(uuid, uuid, text),
  exchange.take_list(uuid, uuid, uuid, text), exchange.drop_lost(uuid),
  exchange.note_silence(), exchange.offer_fault(uuid), exchange.available_on(date), exchange.latest_private_word(date),
  exchange.outcome_root(timestamptz, boolean) TO svoi_desk;
GRANT INSERT ON exchange.family_group, exchange.awaited, exchange.awaited_merge, exchange.awaited_event,
  exchange.family_contact, exchange.family_talk, exchange.name_word, exchange.return_case, exchange.return_step,
  exchange.offered, exchange.offered_captive, exchange.identity_check, exchange.fitness, exchange.fear_interview,
  exchange.fear_note, exchange.wish, exchange.bar, exchange.legal_instrument, exchange.instrument_event,
  exchange.agreement, exchange.round, exchange.block, exchange.slot, exchange.round_event, exchange.slot_event,
  exchange.signature, exchange.list, exchange.list_row, exchange.need_list, exchange.need_row, exchange.request,
  exchange.request_row, exchange.request_event, exchange.response_entry, exchange.handover, exchange.handover_event,
  exchange.protocol, exchange.crossing, exchange.outcome, exchange.correction, exchange.announcement,
  exchange.statistic_release TO svoi_desk;
GRANT UPDATE (inseparable) ON exchange.family_group TO svoi_desk;
GRANT UPDATE (sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru, family_latin, given_latin, born_on,
  category, condition, held_since, service_sealed, place_sealed, family_group_id) ON exchange.awaited TO svoi_desk;
GRANT UPDATE (outcome, decided_by, decided_at) ON exchange.awaited_merge TO svoi_desk;
GRANT UPDATE (sealed, means, language, hours_from, hours_to) ON exchange.family_contact TO svoi_desk;
GRANT DELETE ON exchange.family_contact TO svoi_desk;
GRANT UPDATE (legal_status, sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru, family_latin,
  given_latin, born_on, held_since, held_until, died_on, service_sealed) ON exchange.offered_captive TO svoi_desk;
GRANT UPDATE (lifted_by, lifted_agency, lifted_at) ON exchange.bar TO svoi_desk;
GRANT UPDATE (name, agreed_on) ON exchange.agreement TO svoi_desk;
GRANT UPDATE (framework, agreement_id, stage, mediator, place_sealed, planned_on) ON exchange.round TO svoi_desk;
GRANT UPDATE (kind, offers_part, needs_part, ground, offered_kind, awaited_category) ON exchange.block TO svoi_desk;
GRANT DELETE ON exchange.block TO svoi_desk;
GRANT UPDATE (block_id, reserve_rank) ON exchange.slot TO svoi_desk;
GRANT UPDATE (state, file_sha256) ON exchange.list TO svoi_desk;
GRANT UPDATE (match, participant_id, demand_ground, content, salt) ON exchange.list_row TO svoi_desk;
GRANT DELETE ON exchange.list_row TO svoi_desk;
GRANT UPDATE (state, sent_to) ON exchange.need_list TO svoi_desk;
GRANT UPDATE (content, salt) ON exchange.need_row TO svoi_desk;
GRANT UPDATE (kind, channel, letter) ON exchange.request TO svoi_desk;
GRANT UPDATE (match, offered_id, answer, ground, answered_by, answered_at) ON exchange.request_row TO svoi_desk;
