UPDATE exchange.statistic_method SET in_words =
  'Exchange: an announced round in which at least one person came home. Agreement: its stages together. Returned: outcomes '
  'delivered or substituted of the awaited side in announced rounds, one per person, less corrections in effect. Outside: '
  'returns on the unconditional track, to the nearest five. Departed: outcomes delivered of the offered side. Total: the '
  'opening balance and what came after its day; demo rounds never with it. Military and civilian of a round: from the third '
  'day after the handover, if neither is below five and nothing of the round was corrected. Time in captivity: to the '
  'nearest five, none below five, in steps of at least twenty persons. Answers: entries of the ledger in whole numbers.'
WHERE version = '1';

CREATE INDEX statistic_release_by_moment ON exchange.statistic_release (demo, as_of);

CREATE OR REPLACE FUNCTION exchange.guard_release() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  own record;
BEGIN
  NEW.released_at := platform.now();
  IF NEW.as_of > platform.now() OR NEW.outcome_root <> exchange.outcome_root(NEW.as_of, NEW.demo) THEN
    PERFORM exchange.refuse('release_sums_its_outcomes', 'the figures are not of these outcomes');
  END IF;
  SELECT t.exchanges, t.returned, t.departed, t.total_exchanges, t.total_returned INTO own
    FROM exchange.public_totals(NEW.as_of) t WHERE t.demo = NEW.demo;
  IF ((NEW.figures ->> 'exchanges')::bigint, (NEW.figures ->> 'returned')::bigint, (NEW.figures ->> 'departed')::bigint,
      (NEW.figures ->> 'totalExchanges')::bigint, (NEW.figures ->> 'totalReturned')::bigint)
     IS DISTINCT FROM (own.exchanges, own.returned, own.departed, own.total_exchanges, own.total_returned) THEN
    PERFORM exchange.refuse('release_sums_its_outcomes', 'the figures are not these sums');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER release_is_told AFTER INSERT ON exchange.statistic_release
  FOR EACH ROW EXECUTE FUNCTION platform.note_person('id');
COMMENT ON TRIGGER release_is_told ON exchange.statistic_release IS
  'Pages that count die by any row of the publication log. The id of a release is nobody''s, so no page of a person dies with them.';

CREATE VIEW exchange.v_public_release AS
SELECT r.id, r.demo, r.method_version, r.as_of, encode(r.outcome_root, 'hex') AS outcome_root, r.figures
FROM exchange.statistic_release r
WHERE r.as_of <= (SELECT platform.now());
COMMENT ON VIEW exchange.v_public_release IS
  'Figures as released, after disclosure control: all that the site reads of exchanges. Of any day the last release of it holds.';

REVOKE SELECT ON exchange.v_public_round, exchange.v_public_total, exchange.v_public_departed, exchange.v_public_answers,
  exchange.v_public_correction FROM svoi_site;
REVOKE EXECUTE ON FUNCTION exchange.public_rounds(timestamptz), exchange.public_totals(timestamptz) FROM svoi_site;
GRANT SELECT ON exchange.v_public_release TO svoi_site, svoi_desk;
