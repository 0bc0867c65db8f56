-- When a hold that is a length of time began. A hold until a time of day has none.
ALTER TABLE run ADD COLUMN held_since INTEGER CHECK (held_since IS NULL OR held_until IS NOT NULL);
