-- Accounts at remote systems, what was last seen there, and what waits to be sent.

-- The document is what people say of it; the account is what was told of it there.
CREATE TABLE connection (
    id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    document TEXT NOT NULL CHECK (document LIKE '{%}'),
    version INTEGER NOT NULL CHECK (version > 0),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    account TEXT NOT NULL CHECK (account LIKE '{%}'),
    state TEXT NOT NULL,
    detail TEXT NOT NULL,
    synced_at INTEGER,
    next_sync_at INTEGER
) STRICT;

-- Of each automation that lives elsewhere and was seen there: what both sides had last, and what is there now where that
-- is something else. Stays without its automation until its removal has arrived there.
CREATE TABLE mirror (
    automation_id TEXT PRIMARY KEY NOT NULL,
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    remote_id TEXT NOT NULL CHECK (remote_id <> ''),
    base TEXT NOT NULL CHECK (base LIKE '{%}'),
    seen TEXT CHECK (seen LIKE '{%}'),
    digest BLOB NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    UNIQUE (connection_id, remote_id)
) STRICT;

CREATE TABLE sync_conflict (
    automation_id TEXT PRIMARY KEY NOT NULL REFERENCES mirror (automation_id) ON DELETE CASCADE,
    what TEXT NOT NULL CHECK (what IN ('fields', 'removed_there', 'removed_here')),
    fields TEXT NOT NULL CHECK (fields LIKE '[%]'),
    since INTEGER NOT NULL
) STRICT;

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'remove', 'run', 'cancel', 'decide')),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'asking', 'unsure', 'refused')),
    automation_id TEXT NOT NULL,
    run_id TEXT NOT NULL DEFAULT '',
    remote_id TEXT NOT NULL DEFAULT '',
    document TEXT NOT NULL DEFAULT '{}' CHECK (document LIKE '{%}'),
    -- The version that was sent: what is edited while it is on its way is another task.
    sent_version INTEGER,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    asked_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outbox_of ON outbox (connection_id, id);
CREATE INDEX outbox_by_automation ON outbox (automation_id, id);
CREATE INDEX outbox_by_run ON outbox (run_id) WHERE run_id <> '';

-- How far the log of a run has been fetched, and what it ended in without a line end.
CREATE TABLE remote_log (
    run_id TEXT PRIMARY KEY NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    next TEXT NOT NULL DEFAULT '',
    lines INTEGER NOT NULL DEFAULT 0,
    rest BLOB NOT NULL DEFAULT x'',
    complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX remote_log_wanted ON remote_log (run_id) WHERE complete = 0;

-- Of a request that waits at a remote system, about a run there.
ALTER TABLE approval ADD COLUMN connection_id TEXT;
ALTER TABLE approval ADD COLUMN remote_id TEXT;
CREATE UNIQUE INDEX approval_there ON approval (connection_id, remote_id)
    WHERE remote_id IS NOT NULL AND status = 'pending';

ALTER TABLE automation ADD COLUMN connection_id TEXT NOT NULL DEFAULT '';
CREATE INDEX automation_elsewhere ON automation (connection_id) WHERE connection_id <> '';

ALTER TABLE run ADD COLUMN connection_id TEXT;
ALTER TABLE run ADD COLUMN remote_id TEXT;
ALTER TABLE run ADD COLUMN stage TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN branch TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN state TEXT CHECK (state LIKE '{%}');
CREATE UNIQUE INDEX run_there ON run (connection_id, remote_id) WHERE remote_id IS NOT NULL;
CREATE INDEX run_open_there ON run (connection_id) WHERE connection_id IS NOT NULL AND finished_at IS NULL;
