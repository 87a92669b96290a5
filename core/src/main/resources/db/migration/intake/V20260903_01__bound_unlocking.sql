CREATE TABLE intake.unlock_try (
  staff_id uuid PRIMARY KEY,
  since    timestamptz NOT NULL,
  tries    integer NOT NULL,
  CONSTRAINT unlock_try_is_one_at_least CHECK (tries >= 1)
);
COMMENT ON TABLE intake.unlock_try IS
  'Tries at a member''s own key since a moment: counted before each, forgotten when one is right. Of '
  'sources there is nothing like it.';
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.unlock_try TO svoi_desk;
