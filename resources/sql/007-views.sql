-- Filters of panes that somebody gave a name.
CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pane TEXT NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
    filter TEXT NOT NULL,
    UNIQUE (pane, name)
) STRICT;
