-- What requests for runs called themselves, for as long as the run is kept: the same again is answered with that run.
CREATE TABLE run_key (
    automation_id TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    key TEXT NOT NULL CHECK (key <> ''),
    run_id TEXT NOT NULL UNIQUE REFERENCES run (id) ON DELETE CASCADE,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (automation_id, asked_by, key)
) STRICT, WITHOUT ROWID;
