-- Instants are milliseconds since 1970 (UTC). Text named document, value (an array around it) or kill_receipt is JSON;
-- json_valid() may not stand in a CHECK while trusted_schema is off, so the shape has to do.

CREATE TABLE automation (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
    document TEXT NOT NULL CHECK (document LIKE '{%}'),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT NOT NULL
) STRICT;

-- Outlives the automation, so that a run of long ago can still say what it ran.
CREATE TABLE automation_version (
    automation_id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    document TEXT NOT NULL CHECK (document LIKE '{%}'),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT NOT NULL,
    PRIMARY KEY (automation_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE schedule_position (
    automation_id TEXT NOT NULL REFERENCES automation (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    planned_until INTEGER NOT NULL,
    PRIMARY KEY (automation_id, key)
) STRICT, WITHOUT ROWID;

-- No reference to automation: runs outlive it.
CREATE TABLE run (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    automation_id TEXT NOT NULL,
    automation_name TEXT NOT NULL,
    automation_version INTEGER NOT NULL,
    trigger_kind TEXT NOT NULL CHECK (trigger_kind IN ('manual', 'schedule')),
    requested_by TEXT NOT NULL,
    planned_for INTEGER,
    queued_at INTEGER NOT NULL,
    started_at INTEGER,
    finished_at INTEGER,
    status TEXT NOT NULL CHECK (status IN ('queued', 'held', 'awaiting_approval', 'running', 'done', 'failed',
        'timed_out', 'cancelled', 'rejected', 'skipped', 'interrupted')),
    reason TEXT NOT NULL,
    missed_count INTEGER NOT NULL CHECK (missed_count >= 0),
    attempt INTEGER NOT NULL CHECK (attempt > 0),
    exit_code INTEGER,
    signal INTEGER,
    error_message TEXT NOT NULL,
    log_lines INTEGER NOT NULL,
    log_bytes INTEGER NOT NULL,
    log_truncated INTEGER NOT NULL CHECK (log_truncated IN (0, 1)),
    cpu_micros INTEGER,
    peak_kib INTEGER,
    read_bytes INTEGER,
    written_bytes INTEGER,
    kill_receipt TEXT CHECK (kill_receipt LIKE '[%]'),
    engine INTEGER,
    cancel_requested_by TEXT,
    CHECK ((finished_at IS NULL) = (status IN ('queued', 'held', 'awaiting_approval', 'running')))
) STRICT;

-- A slot has one run, however often it is planned.
CREATE UNIQUE INDEX run_slot ON run (automation_id, planned_for) WHERE planned_for IS NOT NULL;
CREATE INDEX run_by_automation ON run (automation_id, seq);
CREATE INDEX run_open ON run (status, seq) WHERE finished_at IS NULL;

-- Counting a million rows takes longer than a screen may wait.
CREATE TABLE counter (
    name TEXT PRIMARY KEY NOT NULL,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counter (name, value) VALUES ('runs', 0);

CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL CHECK (value LIKE '[%]')
) STRICT, WITHOUT ROWID;

-- One row for each life of an engine.
CREATE TABLE engine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pid INTEGER NOT NULL,
    host TEXT NOT NULL,
    started_at INTEGER NOT NULL
) STRICT;
