CREATE TABLE intake.same_story (
  case_id uuid PRIMARY KEY REFERENCES intake.intake_case (id) ON DELETE CASCADE,
  body    bytea NOT NULL
);
COMMENT ON TABLE intake.same_story IS
  'Sealed: which other threads of the desk tell the same story. Who has the database learns of no pair.';
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.same_story TO svoi_desk;
