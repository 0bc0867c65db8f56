-- Requests that set off runs: the token of each automation that has a webhook, what arrived, what a run knows of it.

-- The token is found by its SHA-256, so that no comparison tells how much of a guess fits.
CREATE TABLE webhook (
    automation_id TEXT PRIMARY KEY NOT NULL,
    token TEXT NOT NULL CHECK (length(token) >= 32),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_delivery (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    automation_id TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    sender_id TEXT NOT NULL,
    type TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'duplicate', 'refused')),
    detail TEXT NOT NULL,
    run_id TEXT CHECK (run_id <> ''),
    replay_of TEXT CHECK (replay_of <> ''),
    CHECK (outcome <> 'accepted' OR run_id IS NOT NULL)
) STRICT;
CREATE INDEX webhook_delivery_of ON webhook_delivery (automation_id, seq);
CREATE INDEX webhook_delivery_age ON webhook_delivery (received_at);

-- What a sender calls a delivery, for as long as it counts as the same one.
CREATE TABLE webhook_seen (
    automation_id TEXT NOT NULL,
    sender_id TEXT NOT NULL CHECK (sender_id <> ''),
    at INTEGER NOT NULL,
    run_id TEXT NOT NULL,
    PRIMARY KEY (automation_id, sender_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_seen_age ON webhook_seen (at);

-- The request that asked for a run: its head as a document, its body to the byte.
CREATE TABLE run_request (
    run_id TEXT PRIMARY KEY NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    head TEXT NOT NULL CHECK (head LIKE '{%}'),
    body BLOB NOT NULL
) STRICT;
