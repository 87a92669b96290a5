CREATE TABLE platform.cluster (
  one        boolean PRIMARY KEY DEFAULT true,
  identifier bigint NOT NULL,
  CONSTRAINT cluster_is_one CHECK (one)
);
COMMENT ON TABLE platform.cluster IS
  'The PostgreSQL cluster in which this database last started. In another one, after a restore from a '
  'dump, the transaction numbers of the publication log mean nothing and are emptied.';

CREATE FUNCTION platform.settle() RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  known bigint;
  present bigint;
BEGIN
  SELECT identifier INTO known FROM platform.cluster;
  SELECT system_identifier INTO present FROM pg_control_system();
  IF known IS NOT DISTINCT FROM present THEN
    RETURN false;
  END IF;
  TRUNCATE platform.publication_log, platform.node;
  INSERT INTO platform.cluster (identifier) VALUES (present)
    ON CONFLICT (one) DO UPDATE SET identifier = excluded.identifier;
  RETURN true;
END $$;
COMMENT ON FUNCTION platform.settle() IS
  'Called by the owner at each start: empties what belongs to another cluster; says whether it did.';
REVOKE EXECUTE ON FUNCTION platform.settle() FROM PUBLIC;

CREATE FUNCTION platform.lineage() RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT (SELECT system_identifier FROM pg_control_system()) || '/' ||
         CASE WHEN pg_is_in_recovery() THEN '' ELSE left(pg_walfile_name(pg_current_wal_lsn()), 8) END
$$;
COMMENT ON FUNCTION platform.lineage() IS
  'Cluster and timeline. Snapshots of another lineage are not comparable: after a restore transaction '
  'numbers come twice.';
REVOKE EXECUTE ON FUNCTION platform.lineage() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.lineage() TO svoi_site, svoi_desk;
