-- What set a triggered run off, where its trigger does not say it: the path that changed.
ALTER TABLE run ADD COLUMN trigger_detail TEXT;
-- A failure that somebody has taken note of.
ALTER TABLE run ADD COLUMN acknowledged_at INTEGER;
ALTER TABLE run ADD COLUMN acknowledged_by TEXT;
ALTER TABLE run ADD COLUMN acknowledged_note TEXT;

-- A finished run sets a follower off once, however often its end is told.
CREATE UNIQUE INDEX run_after ON run (parent_run_id, automation_id) WHERE trigger_kind = 'after';
-- Failures that nobody took note of yet.
CREATE INDEX run_unnoted ON run (finished_at) WHERE acknowledged_at IS NULL
    AND status IN ('failed', 'timed_out', 'interrupted');

-- Who follows whom, as the triggers of the followers say.
CREATE TABLE after_trigger (
    automation_id TEXT NOT NULL,
    follower_id TEXT NOT NULL REFERENCES automation (id) ON DELETE CASCADE,
    PRIMARY KEY (automation_id, follower_id)
) STRICT, WITHOUT ROWID;
