CREATE TABLE exchange.sheet_line (
  slot_id         uuid PRIMARY KEY,
  round_id        uuid NOT NULL,
  participant_id  uuid NOT NULL,
  side            text NOT NULL,
  result          text NOT NULL,
  identity_ours   text,
  identity_theirs text,
  medical         text,
  word            text,
  word_before     text,
  instead_id      uuid REFERENCES exchange.awaited (id),
  entered_by      uuid NOT NULL REFERENCES staff.member (id),
  entered_at      timestamptz NOT NULL DEFAULT platform.now(),
  version         integer NOT NULL DEFAULT 1,
  CONSTRAINT sheet_line_of_slot FOREIGN KEY (slot_id, round_id, participant_id)
    REFERENCES exchange.slot (id, round_id, participant_id),
  CONSTRAINT sheet_line_of_a_side FOREIGN KEY (participant_id, side) REFERENCES exchange.participant (id, side),
  CONSTRAINT sheet_line_result_known CHECK (result IN ('delivered', 'not-delivered', 'substituted', 'refused-at-point')),
  CONSTRAINT sheet_line_checks_are_known CHECK (
    identity_ours IN ('checked', 'declined') AND identity_theirs IN ('checked', 'declined')
    AND medical IN ('done', 'needs-care', 'declined', 'not-done')),
  CONSTRAINT sheet_line_checks_are_whole CHECK (
    (identity_ours IS NULL) = (identity_theirs IS NULL) AND (identity_ours IS NULL) = (medical IS NULL)
    AND (identity_ours IS NOT NULL OR result = 'not-delivered')),
  CONSTRAINT sheet_line_identity_checked_by_one_at_least CHECK (
    result NOT IN ('delivered', 'substituted') OR identity_ours = 'checked' OR identity_theirs = 'checked'),
  CONSTRAINT sheet_line_word_known CHECK (
    word IN ('yes', 'no') AND word_before IN ('icrc', 'ombudsman', 'mediator', 'other-neutral')),
  CONSTRAINT r14_sheet_line_has_the_word_of_the_offered CHECK (
    (side = 'offered' AND identity_ours IS NOT NULL) = (word IS NOT NULL) AND (word IS NULL) = (word_before IS NULL)),
  CONSTRAINT r29_sheet_line_follows_the_word CHECK (
    (result = 'refused-at-point') = coalesce(word = 'no', false)),
  CONSTRAINT sheet_line_substitution_is_theirs CHECK (
    (result = 'substituted') = (instead_id IS NOT NULL) AND (instead_id IS NULL OR side = 'awaited')
    AND instead_id <> participant_id)
);
COMMENT ON TABLE exchange.sheet_line IS
  'Sheets from the line while they are typed in, page by page: nothing follows from a line until all of them become '
  'crossings and outcomes in one transaction, which empties this table.';
COMMENT ON COLUMN exchange.sheet_line.identity_ours IS 'Null with the other checks: the person never came to the point.';
CREATE INDEX sheet_line_by_round ON exchange.sheet_line (round_id);
CREATE INDEX sheet_line_by_instead ON exchange.sheet_line (instead_id) WHERE instead_id IS NOT NULL;
CREATE TRIGGER sheet_line_counts BEFORE UPDATE ON exchange.sheet_line
  FOR EACH ROW EXECUTE FUNCTION exchange.count_version();

CREATE FUNCTION exchange.guard_sheet_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF (SELECT r.state FROM exchange.round r WHERE r.id = NEW.round_id FOR SHARE) <> 'executing' THEN
    PERFORM exchange.refuse('sheet_line_while_the_round_executes', 'the round is not executing');
  END IF;
  NEW.entered_at := platform.now();
  RETURN NEW;
END $$;
CREATE TRIGGER sheet_line_is_guarded BEFORE INSERT OR UPDATE ON exchange.sheet_line
  FOR EACH ROW EXECUTE FUNCTION exchange.guard_sheet_line();
REVOKE EXECUTE ON FUNCTION exchange.guard_sheet_line() FROM PUBLIC;

GRANT SELECT, INSERT, DELETE ON exchange.sheet_line TO svoi_desk;
GRANT UPDATE (result, identity_ours, identity_theirs, medical, word, word_before, instead_id, entered_by)
  ON exchange.sheet_line TO svoi_desk;
