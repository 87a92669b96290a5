-- No pending list: emptying it would make one append in some thousands wait.
CREATE INDEX entry_by_subject ON audit.entry USING gin (subjects) WITH (fastupdate = off);
CREATE INDEX entry_by_actor ON audit.entry (actor, seq);
CREATE INDEX entry_by_action ON audit.entry (action text_pattern_ops, seq);
CREATE INDEX entry_by_time ON audit.entry (at);
