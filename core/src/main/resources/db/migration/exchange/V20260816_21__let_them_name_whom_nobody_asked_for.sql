ALTER TABLE exchange.response_entry DROP CONSTRAINT response_answers_an_asking;
ALTER TABLE exchange.response_entry ADD CONSTRAINT response_answers_an_asking CHECK (
  CASE WHEN kind = 'countered' THEN
         (asked_id IS NULL) = (asked_on IS NULL) AND (asked_id IS NULL) = (due_on IS NULL)
       ELSE
         (kind IN ('reminded', 'no-answer', 'refused', 'accepted'))
         = (asked_id IS NOT NULL AND asked_on IS NOT NULL AND due_on IS NOT NULL)
         AND (asked_id IS NULL) = (asked_on IS NULL) END);
COMMENT ON COLUMN exchange.response_entry.asked_id IS
  'What it answers. Countered may stand without: they put somebody on their list for whom nobody had asked.';
