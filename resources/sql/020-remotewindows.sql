-- Maintenance windows of remote systems as they were seen last: shown, and never asked when a run here may start.
CREATE TABLE remote_window (
    connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    remote_id TEXT NOT NULL CHECK (remote_id <> ''),
    document TEXT NOT NULL CHECK (document LIKE '{%}'),
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    PRIMARY KEY (connection_id, remote_id)
) STRICT, WITHOUT ROWID;
