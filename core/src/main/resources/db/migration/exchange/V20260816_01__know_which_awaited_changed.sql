ALTER TABLE exchange.awaited ADD COLUMN changed xid8 NOT NULL DEFAULT '0';
COMMENT ON COLUMN exchange.awaited.changed IS
  'The transaction of the last change: what the names in memory were not read from yet. Written by a trigger only.';
CREATE INDEX awaited_by_change ON exchange.awaited (changed);
CREATE INDEX awaited_by_condition ON exchange.awaited (condition, held_since, id)
  WHERE state IN ('reported', 'confirmed') AND condition <> 'ordinary';
CREATE INDEX awaited_by_state ON exchange.awaited (state, held_since, id);

CREATE FUNCTION exchange.mark_awaited() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.changed := pg_current_xact_id();
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION exchange.mark_awaited() FROM PUBLIC;
CREATE TRIGGER awaited_is_marked BEFORE INSERT OR UPDATE ON exchange.awaited
  FOR EACH ROW EXECUTE FUNCTION exchange.mark_awaited();
