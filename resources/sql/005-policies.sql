-- When a hold that is a length of time began. A hold until a time of day has none.
ALTER TABLE run ADD COLUMN held_since INTEGER CHECK (held_since IS NULL OR held_until IS NOT NULL);
-- When the current attempt began, where it is not the first one.
ALTER TABLE run ADD COLUMN attempt_started_at INTEGER;
-- The run that this one follows, or does again.
ALTER TABLE run ADD COLUMN parent_run_id TEXT;
