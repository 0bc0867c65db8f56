-- Runs that wait until people agree, who those people are, and an audit whose rows hold together.

-- Whether a run of it needs approval, so that a start asks without reading the document.
ALTER TABLE automation ADD COLUMN asks INTEGER NOT NULL DEFAULT 0 CHECK (asks IN (0, 1));
-- Of what people agreed to; a run whose definition changed afterwards is another one.
ALTER TABLE run ADD COLUMN approved_digest TEXT;

CREATE TABLE approval (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    run_id TEXT NOT NULL,
    automation_id TEXT NOT NULL,
    title TEXT NOT NULL,
    details TEXT NOT NULL CHECK (details LIKE '{%}'),
    digest TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    requested_at INTEGER NOT NULL,
    policy TEXT NOT NULL CHECK (policy LIKE '{%}'),
    expires_at INTEGER,
    status TEXT NOT NULL CHECK (status IN ('pending', 'approved', 'rejected', 'expired', 'withdrawn')),
    reason TEXT NOT NULL,
    decided_at INTEGER,
    CHECK ((decided_at IS NULL) = (status = 'pending'))
) STRICT;

-- A run waits for one request at a time.
CREATE UNIQUE INDEX approval_pending ON approval (run_id) WHERE status = 'pending';
CREATE INDEX approval_by_run ON approval (run_id);
CREATE INDEX approval_open ON approval (automation_id) WHERE status = 'pending';

CREATE TABLE approval_decision (
    approval_id TEXT NOT NULL REFERENCES approval (id),
    by TEXT NOT NULL CHECK (by <> ''),
    verdict TEXT NOT NULL CHECK (verdict IN ('approve', 'reject')),
    comment TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (approval_id, by)
) STRICT, WITHOUT ROWID;

-- The person at the desk is the account and has no row.
CREATE TABLE operator (
    name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('viewer', 'user', 'operator', 'admin')),
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a token is, is known to its holder only; here is its SHA-256.
CREATE TABLE token (
    id TEXT PRIMARY KEY NOT NULL,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    name TEXT NOT NULL,
    operator TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('viewer', 'user', 'operator', 'admin')),
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER
) STRICT, WITHOUT ROWID;

-- What changed, and the chain: each hash is of the one before and of its own row. Rows from before this step get theirs
-- in the same transaction, which is the one change that is allowed.
ALTER TABLE audit ADD COLUMN before TEXT CHECK (before LIKE '{%}');
ALTER TABLE audit ADD COLUMN after TEXT CHECK (after LIKE '{%}');
ALTER TABLE audit ADD COLUMN hash BLOB CHECK (length(hash) = 32);
DROP TRIGGER audit_keeps_rows;
CREATE TRIGGER audit_keeps_rows BEFORE UPDATE ON audit WHEN OLD.hash IS NOT NULL
    BEGIN SELECT raise(ABORT, 'audit rows are never changed'); END;
