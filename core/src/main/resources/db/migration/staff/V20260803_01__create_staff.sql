CREATE SCHEMA staff;
COMMENT ON SCHEMA staff IS 'Agencies and the people who work in them, as far as the rules need them.';

CREATE TABLE staff.agency (
  code             text PRIMARY KEY,
  publishes        boolean NOT NULL,
  verifies_consent boolean NOT NULL,
  CONSTRAINT agency_code_form CHECK (code ~ '^[a-z][a-z-]+$'),
  CONSTRAINT agency_verifier_does_not_publish CHECK (NOT (publishes AND verifies_consent)),
  CONSTRAINT agency_publishes_known UNIQUE (code, publishes),
  CONSTRAINT agency_verifies_known UNIQUE (code, verifies_consent)
);
COMMENT ON TABLE staff.agency IS 'Bodies that act here. Who publishes never verifies a consent (R11, exchange invariant 4).';

INSERT INTO staff.agency (code, publishes, verifies_consent) VALUES
  ('hur', true, false), ('sbu', true, false), ('coordination-hq', false, false),
  ('ombudsman', false, true), ('legal-aid', false, true);

CREATE TABLE staff.member (
  id         uuid PRIMARY KEY,
  agency     text NOT NULL REFERENCES staff.agency (code),
  roles      text[] NOT NULL,
  active     boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT member_of_one_agency UNIQUE (id, agency),
  CONSTRAINT member_roles_known CHECK (cardinality(roles) > 0 AND roles <@ ARRAY[
    'author', 'reviewer', 'rounds', 'intake', 'interviewer', 'verifier', 'ombudsman',
    'administrator', 'prison-liaison'])
);
COMMENT ON TABLE staff.member IS 'One person of one agency; nobody is a member of two.';

CREATE VIEW staff.v_member AS SELECT id, agency, roles, active FROM staff.member;
CREATE VIEW staff.v_agency AS SELECT code, publishes, verifies_consent FROM staff.agency;
