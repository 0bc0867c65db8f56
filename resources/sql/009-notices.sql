-- Which ends of runs somebody is told of, and how, as the automations say; what an end asks without reading them.
CREATE TABLE notice_rule (
    automation_id TEXT NOT NULL REFERENCES automation (id) ON DELETE CASCADE,
    cause TEXT NOT NULL CHECK (cause <> ''),
    way TEXT NOT NULL CHECK (way <> ''),
    PRIMARY KEY (automation_id, cause, way)
) STRICT, WITHOUT ROWID;

-- What is to be told, written with what it tells of. A row is 'sending' from before the first byte leaves until it is
-- known what became of it, so that nothing is told twice after a death in between.
CREATE TABLE notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT NOT NULL,
    automation_id TEXT NOT NULL,
    cause TEXT NOT NULL CHECK (cause <> ''),
    way TEXT NOT NULL CHECK (way <> ''),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'told')),
    detail TEXT NOT NULL DEFAULT '',
    attempt INTEGER NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    due_at INTEGER NOT NULL,
    UNIQUE (run_id, cause, way)
) STRICT;

CREATE INDEX notice_by_state ON notice (state, due_at);
