-- What runs answered and left behind. A table of its own, so that reading many runs does not read their results.
-- The result is JSON, in an array of one; no row is neither.
CREATE TABLE run_result (
    run_id TEXT PRIMARY KEY NOT NULL,
    result TEXT CHECK (result LIKE '[%]'),
    artifacts TEXT CHECK (artifacts LIKE '[%]')
) STRICT, WITHOUT ROWID;
