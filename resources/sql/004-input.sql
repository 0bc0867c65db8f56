-- What runs are given, and which secrets there are. The value of a secret is never here: it lies in the keychain of the
-- account, under the service named below and the secret's own name.

-- A JSON object of names and values; of a secret the reference.
ALTER TABLE run ADD COLUMN arguments TEXT CHECK (arguments LIKE '{%}');

-- What a person gave last, offered to the next.
CREATE TABLE argument_memory (
    automation_id TEXT PRIMARY KEY NOT NULL REFERENCES automation (id) ON DELETE CASCADE,
    arguments TEXT NOT NULL CHECK (arguments LIKE '{%}')
) STRICT, WITHOUT ROWID;

-- That a secret was written, so that a keychain that does not have it is known to be locked or another one.
CREATE TABLE secret (
    name TEXT PRIMARY KEY NOT NULL,
    written_at INTEGER NOT NULL,
    written_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Two workspaces of one account do not share secrets; a copy of a workspace finds its own.
CREATE TABLE keychain (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    service TEXT NOT NULL
) STRICT;
INSERT INTO keychain (id, service) VALUES (1, 'Signalbox ' || lower(hex(randomblob(8))));
