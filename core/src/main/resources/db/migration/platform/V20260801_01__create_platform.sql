CREATE SCHEMA platform;
COMMENT ON SCHEMA platform IS 'What every module stands on: the kind of installation, time, the publication log.';

CREATE TABLE platform.installation (
  one        boolean PRIMARY KEY DEFAULT true,
  kind       text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT installation_is_one CHECK (one),
  CONSTRAINT installation_kind CHECK (kind IN ('real', 'demo'))
);
COMMENT ON TABLE platform.installation IS 'Whether this database holds real or invented persons: decided once, never changed.';

CREATE FUNCTION platform.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
    CONSTRAINT = TG_TABLE_NAME || '_is_append_only',
    MESSAGE = format('%I.%I is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME);
END $$;
COMMENT ON FUNCTION platform.refuse_change() IS 'Trigger of append-only tables.';

CREATE TRIGGER installation_is_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON platform.installation
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE platform.clock (
  one   boolean PRIMARY KEY DEFAULT true,
  shift interval NOT NULL DEFAULT interval '0',
  CONSTRAINT clock_is_one CHECK (one)
);
COMMENT ON TABLE platform.clock IS 'How far the rules'' time is moved from the real one; only a demo may move it.';
INSERT INTO platform.clock DEFAULT VALUES;

CREATE FUNCTION platform.shift_only_in_demo() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.shift <> interval '0'
     AND NOT EXISTS (SELECT FROM platform.installation WHERE kind = 'demo') THEN
    RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'clock_shifts_only_in_demo',
      MESSAGE = 'time is moved only in a demo';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER clock_shifts_only_in_demo
  BEFORE INSERT OR UPDATE ON platform.clock
  FOR EACH ROW EXECUTE FUNCTION platform.shift_only_in_demo();

CREATE FUNCTION platform.now() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
  'SELECT pg_catalog.now() + shift FROM platform.clock';
COMMENT ON FUNCTION platform.now() IS 'The moment that rules read: the transaction''s time, moved in a demo.';

CREATE FUNCTION platform.today() RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
  'SELECT (platform.now() AT TIME ZONE ''Europe/Kyiv'')::date';
COMMENT ON FUNCTION platform.today() IS 'The calendar date in Ukraine that rules read.';

CREATE FUNCTION platform.start_of(day date) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog AS
  'SELECT day::timestamp AT TIME ZONE ''Europe/Kyiv''';
COMMENT ON FUNCTION platform.start_of(date) IS 'The first moment of a calendar date in Ukraine.';

CREATE VIEW platform.v_installation AS SELECT kind FROM platform.installation;
CREATE VIEW platform.v_clock AS SELECT shift FROM platform.clock;
