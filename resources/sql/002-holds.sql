-- Runs that wait for a time or for a person, more words for what makes them, the pause of everything, and who did what.
-- SQLite changes no CHECK in place, so the table of runs is made anew. Words of triggers that a later program may write
-- stand here already, for that is a copy of every run each time.

CREATE TABLE run_anew (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    automation_id TEXT NOT NULL,
    automation_name TEXT NOT NULL,
    automation_version INTEGER NOT NULL,
    trigger_kind TEXT NOT NULL CHECK (trigger_kind IN ('manual', 'schedule', 'startup', 'after', 'file', 'webhook')),
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
    -- A held run without it waits for a person.
    held_until INTEGER CHECK (held_until IS NULL OR status = 'held'),
    caught_up INTEGER NOT NULL DEFAULT 0 CHECK (caught_up IN (0, 1)),
    CHECK ((finished_at IS NULL) = (status IN ('queued', 'held', 'awaiting_approval', 'running')))
) STRICT;

INSERT INTO run_anew (seq, id, automation_id, automation_name, automation_version, trigger_kind, requested_by,
    planned_for, queued_at, started_at, finished_at, status, reason, missed_count, attempt, exit_code, signal,
    error_message, log_lines, log_bytes, log_truncated, cpu_micros, peak_kib, read_bytes, written_bytes, kill_receipt,
    engine, cancel_requested_by)
SELECT seq, id, automation_id, automation_name, automation_version, trigger_kind, requested_by,
    planned_for, queued_at, started_at, finished_at, status, reason, missed_count, attempt, exit_code, signal,
    error_message, log_lines, log_bytes, log_truncated, cpu_micros, peak_kib, read_bytes, written_bytes, kill_receipt,
    engine, cancel_requested_by FROM run ORDER BY seq;

-- A number given once is never given again, also where its run is gone.
DELETE FROM sqlite_sequence WHERE name = 'run_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'run_anew', seq FROM sqlite_sequence WHERE name = 'run';

DROP TABLE run;
ALTER TABLE run_anew RENAME TO run;
CREATE UNIQUE INDEX run_slot ON run (automation_id, planned_for) WHERE planned_for IS NOT NULL;
CREATE INDEX run_by_automation ON run (automation_id, seq);
CREATE INDEX run_open ON run (status, seq) WHERE finished_at IS NULL;

-- Whether everything is paused: the last word of it. No row is never.
CREATE TABLE pause (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
    by TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- Who did what, in order; only ever added to.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_keeps_rows BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'audit rows are never changed'); END;
CREATE TRIGGER audit_loses_none BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'audit rows are never removed'); END;
