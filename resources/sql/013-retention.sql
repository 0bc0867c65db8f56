-- What is removed when it has been kept long enough.

-- The lines are gone; the run stays.
ALTER TABLE run ADD COLUMN log_removed_at INTEGER;
-- Logs that may be given up for the room they take, the oldest first.
CREATE INDEX run_with_log ON run (seq) WHERE finished_at IS NOT NULL AND log_bytes > 0 AND log_removed_at IS NULL;

-- Runs whose lines are still to be removed from the file of logs.
CREATE TABLE log_removal (
    run_id TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

-- What the sweep that is under way, or that was cut short, has removed so far.
CREATE TABLE sweep (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    too_old INTEGER NOT NULL,
    too_many INTEGER NOT NULL,
    logs INTEGER NOT NULL,
    bytes INTEGER NOT NULL
) STRICT;
INSERT INTO sweep (id, too_old, too_many, logs, bytes) VALUES (1, 0, 0, 0, 0);
