-- Lines of the log of a run that somebody marked, each with a note or none.
CREATE TABLE log_mark (
    run_id TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    line INTEGER NOT NULL CHECK (line >= 0),
    note TEXT NOT NULL DEFAULT '',
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (run_id, line)
) STRICT, WITHOUT ROWID;
