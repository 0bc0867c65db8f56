-- Who may see what, from where things were done, what a held run waits for, and calendars that are read again.

-- Of an automation, also of one that is gone, whose runs are still there. None is for everybody.
CREATE TABLE automation_acl (
    automation_id TEXT NOT NULL,
    who TEXT NOT NULL CHECK (who <> ''),
    PRIMARY KEY (automation_id, who)
) STRICT, WITHOUT ROWID;
CREATE INDEX automation_acl_by_who ON automation_acl (who, automation_id);

-- What was let through last is looked for with every request.
CREATE INDEX approval_by_automation ON approval (automation_id, seq);

-- Window, command line, the name of a token; part of the chain where it is not empty.
ALTER TABLE audit ADD COLUMN origin TEXT NOT NULL DEFAULT '';

ALTER TABLE run ADD COLUMN held_for TEXT NOT NULL DEFAULT '' CHECK (held_for IN ('', 'window'));
UPDATE run SET held_for = 'window'
    WHERE status = 'held' AND held_until IS NOT NULL AND held_since IS NULL
        AND (reason LIKE 'waits for the end of the window %' OR reason LIKE 'the window %');

-- The document is the JSON form: where it is, how often, and what its events are as windows.
CREATE TABLE calendar (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    document TEXT NOT NULL CHECK (document LIKE '{%}'),
    read_at INTEGER,
    tried_at INTEGER,
    error TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
