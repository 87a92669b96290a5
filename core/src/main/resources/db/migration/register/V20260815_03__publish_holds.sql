CREATE VIEW register.v_hold AS
SELECT id, person_id, agency, placed_at, lifted_at FROM register.hold;
COMMENT ON VIEW register.v_hold IS
  'R46: while lifted_at is null nothing of the person is public and no list may hold the person.';
CREATE INDEX hold_that_stands_by_person ON register.hold (person_id) WHERE lifted_at IS NULL;
GRANT SELECT ON register.v_hold TO svoi_desk;
