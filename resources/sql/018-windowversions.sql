-- Every saved version of a maintenance window; outlives it, so that it can be brought back. The document is the JSON form,
-- who saved it and when among it. Windows from before this step begin with the version they are at.
CREATE TABLE window_version (
    window_id TEXT NOT NULL CHECK (window_id <> ''),
    version INTEGER NOT NULL CHECK (version > 0),
    document TEXT NOT NULL CHECK (document LIKE '{%}'),
    PRIMARY KEY (window_id, version)
) STRICT, WITHOUT ROWID;
INSERT INTO window_version (window_id, version, document) SELECT id, version, document FROM maintenance_window;
