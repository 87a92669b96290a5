CREATE SCHEMA intake;
COMMENT ON SCHEMA intake IS
  'Sealed messages of people who stay anonymous. Absent on purpose: address, browser, Tor, language, '
  'times finer than a day, counts of visits, sizes, hashes and names of files, any id of the register.';

CREATE TABLE intake.desk (
  id     uuid PRIMARY KEY,
  agency text NOT NULL,
  code   text NOT NULL UNIQUE,
  CONSTRAINT desk_code_is_short CHECK (code ~ '^[a-z][a-z0-9-]{0,30}$')
);
COMMENT ON TABLE intake.desk IS 'Who answers: one inbox of one agency.';

CREATE TABLE intake.desk_epoch (
  id          uuid PRIMARY KEY,
  desk_id     uuid NOT NULL REFERENCES intake.desk (id),
  number      integer NOT NULL,
  public_key  bytea NOT NULL,
  opened_on   date NOT NULL DEFAULT platform.today(),
  valid_until date NOT NULL,
  certificate bytea,
  CONSTRAINT desk_epoch_is_numbered UNIQUE (desk_id, number),
  CONSTRAINT desk_epoch_holds_an_x_wing_key CHECK (length(public_key) = 1216),
  CONSTRAINT desk_epoch_ends CHECK (valid_until > opened_on)
);
COMMENT ON TABLE intake.desk_epoch IS
  'One key of a desk: new ones are made when a member leaves. Takes messages only with a certificate '
  'of the offline root, which the program checks: who can write here can still not add a desk.';

CREATE TABLE intake.staff_key (
  staff_id      uuid PRIMARY KEY,
  public_key    bytea NOT NULL,
  salt          bytea NOT NULL,
  by_passphrase bytea NOT NULL,
  CONSTRAINT staff_key_is_x_wing CHECK (length(public_key) = 1216),
  CONSTRAINT staff_key_has_a_salt CHECK (length(salt) = 16)
);
COMMENT ON TABLE intake.staff_key IS
  'The key of one member, its private half wrapped by a passphrase. No hash of the passphrase: it '
  'opens the wrap or it is wrong.';

CREATE TABLE intake.staff_passkey (
  credential_id bytea PRIMARY KEY,
  staff_id      uuid NOT NULL REFERENCES intake.staff_key (staff_id) ON DELETE CASCADE,
  by_prf        bytea NOT NULL
);
COMMENT ON TABLE intake.staff_passkey IS 'The same private half, wrapped by what a passkey computes (PRF).';

CREATE TABLE intake.desk_member_wrap (
  epoch_id uuid NOT NULL REFERENCES intake.desk_epoch (id) ON DELETE CASCADE,
  staff_id uuid NOT NULL REFERENCES intake.staff_key (staff_id) ON DELETE CASCADE,
  wrapped  bytea NOT NULL,
  PRIMARY KEY (epoch_id, staff_id)
);
COMMENT ON TABLE intake.desk_member_wrap IS 'The desk''s private key, sealed to a member. Who has none reads nothing.';

CREATE TABLE intake.grant_proposal (
  desk_id     uuid NOT NULL REFERENCES intake.desk (id),
  staff_id    uuid NOT NULL REFERENCES intake.staff_key (staff_id) ON DELETE CASCADE,
  key_hash    bytea NOT NULL,
  proposed_by uuid NOT NULL,
  PRIMARY KEY (desk_id, staff_id),
  CONSTRAINT grant_is_proposed_by_another CHECK (proposed_by <> staff_id)
);
COMMENT ON TABLE intake.grant_proposal IS
  'One says that this key is really that member''s; a colleague who has the desk''s key gives it.';

CREATE TABLE intake.intake_case (
  id            uuid PRIMARY KEY,
  epoch_id      uuid NOT NULL REFERENCES intake.desk_epoch (id),
  state         text NOT NULL DEFAULT 'open',
  received_week date NOT NULL DEFAULT date_trunc('week', platform.today())::date,
  delete_after  date NOT NULL,
  ck_desk       bytea NOT NULL,
  ck_source     bytea NOT NULL,
  card          bytea NOT NULL,
  CONSTRAINT intake_case_state CHECK (state IN ('open', 'closed')),
  CONSTRAINT intake_case_week_is_a_monday CHECK (extract(isodow FROM received_week) = 1)
);
COMMENT ON TABLE intake.intake_case IS
  'One thread. Every message that is opened makes two: the thread, and one for a receipt under duress, '
  'whether or not such a receipt was given out. In clear: the desk, open or closed, the week, the day '
  'of deletion.';
COMMENT ON COLUMN intake.intake_case.card IS
  'Sealed: audience, urgency, not before, under age, language, the other thread of the pair.';
CREATE INDEX intake_case_by_epoch ON intake.intake_case (epoch_id);

CREATE TABLE intake.source_access (
  lookup      bytea PRIMARY KEY,
  case_id     uuid NOT NULL REFERENCES intake.intake_case (id) ON DELETE CASCADE,
  public_key  bytea NOT NULL,
  private_key bytea NOT NULL,
  CONSTRAINT source_access_lookup_is_a_tag CHECK (length(lookup) = 32),
  CONSTRAINT source_access_key_is_x_wing CHECK (length(public_key) = 1216)
);
COMMENT ON TABLE intake.source_access IS 'How a receipt finds its thread: a tag that only Argon2id with the pepper gives.';
CREATE INDEX source_access_by_case ON intake.source_access (case_id);

CREATE TABLE intake.message (
  case_id   uuid NOT NULL REFERENCES intake.intake_case (id) ON DELETE CASCADE,
  seq       integer NOT NULL,
  direction text NOT NULL,
  body      bytea NOT NULL,
  day       date NOT NULL DEFAULT platform.today(),
  PRIMARY KEY (case_id, seq),
  CONSTRAINT message_direction CHECK (direction IN ('in', 'out')),
  CONSTRAINT message_seq_counts_from_one CHECK (seq >= 1)
);

CREATE TABLE intake.attachment (
  blob_id     uuid PRIMARY KEY,
  case_id     uuid NOT NULL,
  seq         integer NOT NULL,
  header      bytea NOT NULL,
  wrapped_key bytea NOT NULL,
  FOREIGN KEY (case_id, seq) REFERENCES intake.message (case_id, seq) ON DELETE CASCADE
);
CREATE INDEX attachment_by_message ON intake.attachment (case_id, seq);
COMMENT ON TABLE intake.attachment IS 'Bytes lie in a file named by blob_id; name, kind and size are in the sealed header.';

CREATE UNLOGGED TABLE intake.intake_session (
  cookie_hash bytea PRIMARY KEY,
  expires_at  timestamptz NOT NULL,
  sealed      bytea NOT NULL,
  CONSTRAINT intake_session_hash_is_sha256 CHECK (length(cookie_hash) = 32)
);
COMMENT ON TABLE intake.intake_session IS
  'Who is signed in with a receipt, 20 minutes after the last page. Unlogged: a visit is in no WAL, no '
  'replica and no backup. What is sealed opens with the cookie and the erasure key.';

CREATE TABLE intake.agreed (
  case_id uuid PRIMARY KEY REFERENCES intake.intake_case (id) ON DELETE CASCADE,
  body    bytea NOT NULL
);
COMMENT ON TABLE intake.agreed IS
  'Sealed: the clause that may fit, what was offered, by whom and with what authority, counsel, outcome.';

CREATE TABLE intake.hold (
  case_id      uuid PRIMARY KEY REFERENCES intake.intake_case (id) ON DELETE CASCADE,
  basis        bytea NOT NULL,
  until        date NOT NULL,
  asked_by     uuid NOT NULL,
  confirmed_by uuid,
  CONSTRAINT hold_needs_two_persons CHECK (confirmed_by <> asked_by)
);
COMMENT ON TABLE intake.hold IS 'Keeps a case past its day, by two persons, on a legal basis (sealed), to a date.';

CREATE TABLE intake.weekly_count (
  desk_id  uuid NOT NULL REFERENCES intake.desk (id),
  week     date NOT NULL,
  audience text NOT NULL,
  cases    integer NOT NULL,
  PRIMARY KEY (desk_id, week, audience),
  CONSTRAINT weekly_count_is_no_small_cell CHECK (cases >= 5)
);
COMMENT ON TABLE intake.weekly_count IS 'What may be told outside the desk. A cell under 5 is never written.';

CREATE TABLE intake.erasure_store (
  one  boolean PRIMARY KEY DEFAULT true,
  mark bytea NOT NULL,
  CONSTRAINT erasure_store_is_one CHECK (one)
);
COMMENT ON TABLE intake.erasure_store IS
  'By which mark the folder of erasure keys is known. A wrong or empty folder would look as if every '
  'case had been erased; nothing is deleted then.';
