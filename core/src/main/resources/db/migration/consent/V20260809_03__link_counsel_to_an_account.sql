ALTER TABLE consent.counsel ADD COLUMN member_id uuid REFERENCES staff.member (id);
ALTER TABLE consent.counsel ADD CONSTRAINT counsel_account_once UNIQUE (member_id);
COMMENT ON TABLE consent.counsel IS 'Advocates, by licence.';
COMMENT ON COLUMN consent.counsel.member_id IS 'The advocate''s account in the desk, if there is one: it reaches its clients only.';

CREATE VIEW consent.v_client AS
SELECT DISTINCT c.member_id, a.person_id
FROM consent.counsel c JOIN consent.act a ON a.counsel_id = c.id
WHERE c.member_id IS NOT NULL;
COMMENT ON VIEW consent.v_client IS 'Which account of an advocate stands for which person.';

GRANT UPDATE (member_id) ON consent.counsel TO svoi_desk;
GRANT SELECT ON consent.v_client TO svoi_desk;
