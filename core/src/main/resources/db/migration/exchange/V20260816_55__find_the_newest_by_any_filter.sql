-- Whoever was entered last was mostly taken last: "held for three years, newest entry first" walked through most rows of the
-- table to find its first page. The index answers the filters of the list by itself now.
DROP INDEX exchange.awaited_by_entry;
CREATE INDEX awaited_by_entry ON exchange.awaited (entered_at, id) INCLUDE (held_since, state, track, category, condition);
