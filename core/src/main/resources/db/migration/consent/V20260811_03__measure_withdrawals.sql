CREATE TABLE consent.statement (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES cases.person (id),
  said_by    text NOT NULL,
  entered_by text NOT NULL,
  stated_at  timestamptz NOT NULL DEFAULT platform.now(),
  xid        xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT r15_statement_by_anyone_entitled CHECK (said_by IN
    ('person', 'counsel', 'ombudsman', 'monitor', 'prison-liaison', 'officer', 'attorney'))
);
COMMENT ON TABLE consent.statement IS
  'One moment at which consents were taken back; its withdrawals are one row per act. No reason is asked (R15).';
COMMENT ON COLUMN consent.statement.entered_by IS 'Id of the member who entered it, or the name of a command.';
CREATE INDEX statement_by_person ON consent.statement (person_id);
CREATE INDEX statement_by_actor ON consent.statement (entered_by, stated_at);
CREATE FUNCTION consent.stamp_statement() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.stated_at := platform.now();
  NEW.xid := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER statement_is_stamped BEFORE INSERT ON consent.statement
  FOR EACH ROW EXECUTE FUNCTION consent.stamp_statement();
CREATE TRIGGER statement_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent.statement
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

ALTER TABLE consent.withdrawal ADD COLUMN statement_id uuid REFERENCES consent.statement (id);
CREATE INDEX withdrawal_by_statement ON consent.withdrawal (statement_id);

CREATE TABLE consent.notice (
  id           uuid PRIMARY KEY,
  statement_id uuid NOT NULL REFERENCES consent.statement (id),
  agency       text REFERENCES staff.agency (code),
  member_id    uuid REFERENCES staff.member (id),
  told_at      timestamptz NOT NULL DEFAULT platform.now(),
  seen_at      timestamptz,
  seen_by      uuid REFERENCES staff.member (id),
  CONSTRAINT notice_to_one CHECK ((agency IS NULL) <> (member_id IS NULL)),
  CONSTRAINT notice_once UNIQUE NULLS NOT DISTINCT (statement_id, agency, member_id),
  CONSTRAINT notice_seen_is_whole CHECK ((seen_at IS NULL) = (seen_by IS NULL))
);
COMMENT ON TABLE consent.notice IS
  'Who was told of a withdrawal, in the transaction that made it: both agencies that publish, the headquarters, '
  'the monitor, and counsel with an account.';
CREATE INDEX notice_unseen ON consent.notice (agency, member_id) WHERE seen_at IS NULL;
CREATE TRIGGER notice_is_kept BEFORE DELETE OR TRUNCATE ON consent.notice
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE consent.darkness (
  statement_id  uuid PRIMARY KEY REFERENCES consent.statement (id),
  committed_at  timestamptz NOT NULL,
  everywhere    boolean NOT NULL,
  dark_after_ms integer NOT NULL,
  CONSTRAINT darkness_takes_time CHECK (dark_after_ms >= 0)
);
COMMENT ON TABLE consent.darkness IS 'How long after the commit every live node had confirmed that it shows nothing old: measured.';
COMMENT ON COLUMN consent.darkness.dark_after_ms IS 'Milliseconds; how long was waited if not everywhere.';
CREATE TRIGGER darkness_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent.darkness
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE consent.dark_node (
  statement_id uuid NOT NULL REFERENCES consent.darkness (statement_id),
  node_id      uuid NOT NULL,
  after_ms     integer,
  PRIMARY KEY (statement_id, node_id)
);
COMMENT ON COLUMN consent.dark_node.after_ms IS 'Milliseconds after the commit; null: it had not confirmed while we waited.';
CREATE TRIGGER dark_node_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent.dark_node
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE VIEW consent.v_withdrawal_alarm AS
SELECT entered_by, min(stated_at) AS first_at, max(stated_at) AS last_at, max(within_hour)::integer AS within_hour
FROM (SELECT entered_by, stated_at,
             count(*) OVER (PARTITION BY entered_by ORDER BY stated_at
                            RANGE BETWEEN interval '1 hour' PRECEDING AND CURRENT ROW) AS within_hour
      FROM consent.statement WHERE stated_at > (SELECT platform.now()) - interval '7 days') hours
WHERE within_hour >= 10
GROUP BY entered_by;
COMMENT ON VIEW consent.v_withdrawal_alarm IS
  'Accounts that entered ten or more withdrawals within an hour of the last week: a reason to ask, never to block.';

GRANT SELECT, INSERT ON consent.statement, consent.notice, consent.darkness, consent.dark_node TO svoi_desk;
GRANT UPDATE (seen_at, seen_by) ON consent.notice TO svoi_desk;
GRANT SELECT ON consent.v_withdrawal_alarm TO svoi_desk;
