-- A number below n that looks drawn and is the same each time: of row i, for the purpose salt.
CREATE FUNCTION pg_temp.pick(i bigint, salt int, n int) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN ((hashint8extended(i, salt) & 1073741823) % n)::int;

-- As pick, but small numbers come more often, as with names, regions and articles.
CREATE FUNCTION pg_temp.often(i bigint, salt int, n int) RETURNS int LANGUAGE sql IMMUTABLE
  RETURN least(pg_temp.pick(i, salt, n), pg_temp.pick(i, salt + 100, n), pg_temp.pick(i, salt + 200, n));

