-- A shift of days moved the time of a session in Kyiv by 23 or 25 hours where its clocks change, of one in UTC by 24.
CREATE OR REPLACE FUNCTION platform.shift_only_in_demo() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.shift <> interval '0'
     AND NOT EXISTS (SELECT FROM platform.installation WHERE kind = 'demo') THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'clock_shifts_only_in_demo',
      MESSAGE = 'time is moved only in a demo';
  END IF;
  NEW.shift := make_interval(secs => extract(epoch FROM NEW.shift));
  RETURN NEW;
END $$;
UPDATE platform.clock SET shift = shift;
COMMENT ON COLUMN platform.clock.shift IS 'In seconds, whatever it was written in: the same for sessions of every zone.';
