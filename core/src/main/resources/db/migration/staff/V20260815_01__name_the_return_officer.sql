ALTER TABLE staff.member DROP CONSTRAINT member_roles_known;
ALTER TABLE staff.member ADD CONSTRAINT member_roles_known CHECK (
  cardinality(roles) > 0 AND roles <@ ARRAY[
    'author', 'reviewer', 'interviewer', 'verifier', 'prison-liaison', 'counsel', 'round-officer',
    'return-officer', 'intake-officer', 'departures-officer', 'monitor', 'administrator']);
COMMENT ON CONSTRAINT member_roles_known ON staff.member IS
  'A return officer works for the unconditional return of children and the gravely wounded, apart from rounds (R50).';
