-- Maintenance windows; the document is their JSON form, single occurrences changed by hand among it.
CREATE TABLE maintenance_window (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    name TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    document TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Why a run starts whatever the windows say.
ALTER TABLE run ADD COLUMN override_reason TEXT NOT NULL DEFAULT '';
