-- Runs may be steps of a workflow. Which words there are for what makes a run is the program's to know: the list leaves the
-- table, which is made anew for the last time for that.

CREATE TABLE run_anew (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    automation_id TEXT NOT NULL,
    automation_name TEXT NOT NULL,
    automation_version INTEGER NOT NULL,
    trigger_kind TEXT NOT NULL CHECK (trigger_kind <> ''),
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
    held_until INTEGER CHECK (held_until IS NULL OR status = 'held'),
    caught_up INTEGER NOT NULL DEFAULT 0 CHECK (caught_up IN (0, 1)),
    arguments TEXT CHECK (arguments LIKE '{%}'),
    held_since INTEGER CHECK (held_since IS NULL OR held_until IS NOT NULL),
    attempt_started_at INTEGER,
    parent_run_id TEXT,
    trigger_detail TEXT,
    acknowledged_at INTEGER,
    acknowledged_by TEXT,
    acknowledged_note TEXT,
    CHECK ((finished_at IS NULL) = (status IN ('queued', 'held', 'awaiting_approval', 'running')))
) STRICT;

INSERT INTO run_anew (seq, id, automation_id, automation_name, automation_version, trigger_kind, requested_by,
    planned_for, queued_at, started_at, finished_at, status, reason, missed_count, attempt, exit_code, signal,
    error_message, log_lines, log_bytes, log_truncated, cpu_micros, peak_kib, read_bytes, written_bytes, kill_receipt,
    engine, cancel_requested_by, held_until, caught_up, arguments, held_since, attempt_started_at,
    parent_run_id, trigger_detail, acknowledged_at, acknowledged_by, acknowledged_note)
SELECT seq, id, automation_id, automation_name, automation_version, trigger_kind, requested_by,
    planned_for, queued_at, started_at, finished_at, status, reason, missed_count, attempt, exit_code, signal,
    error_message, log_lines, log_bytes, log_truncated, cpu_micros, peak_kib, read_bytes, written_bytes, kill_receipt,
    engine, cancel_requested_by, held_until, caught_up, arguments, held_since, attempt_started_at,
    parent_run_id, trigger_detail, acknowledged_at, acknowledged_by, acknowledged_note FROM run ORDER BY seq;

-- A number given once is never given again, also where its run is gone.
DELETE FROM sqlite_sequence WHERE name = 'run_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'run_anew', seq FROM sqlite_sequence WHERE name = 'run';

DROP TABLE run;
ALTER TABLE run_anew RENAME TO run;
CREATE UNIQUE INDEX run_slot ON run (automation_id, planned_for) WHERE planned_for IS NOT NULL;
CREATE INDEX run_by_automation ON run (automation_id, seq);
CREATE INDEX run_open ON run (status, seq) WHERE finished_at IS NULL;
CREATE UNIQUE INDEX run_after ON run (parent_run_id, automation_id) WHERE trigger_kind = 'after';
CREATE INDEX run_unnoted ON run (finished_at) WHERE acknowledged_at IS NULL
    AND status IN ('failed', 'timed_out', 'interrupted');

-- The steps of a run of a workflow.
CREATE INDEX run_steps ON run (parent_run_id) WHERE trigger_kind = 'workflow';
