"""Tables of the frontier."""

from __future__ import annotations

VERSION = 1

TABLES = """
CREATE TABLE urls (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,              -- canonical
    kind TEXT NOT NULL,                    -- article, feed, sitemap, section, robots
    state TEXT NOT NULL,                   -- pending, taken, done, failed
    priority INTEGER NOT NULL,
    page INTEGER NOT NULL DEFAULT 0,       -- how far down its section
    section TEXT,                          -- number of the discovery and address of the first page
    hops INTEGER NOT NULL DEFAULT 0,       -- redirects that led here
    found_on INTEGER,                      -- urls.id
    first_run INTEGER NOT NULL,
    found REAL,                            -- when something first linked to it
    seen_run INTEGER NOT NULL,             -- last run in which something linked to it
    done_run INTEGER,                      -- last run in which it was settled
    attempts INTEGER NOT NULL DEFAULT 0,   -- in the present run
    not_before REAL NOT NULL DEFAULT 0,    -- seconds since 1970
    changed REAL,                          -- when the site says it last changed
    fetched REAL,                          -- when a body was last fetched or confirmed
    status INTEGER,
    etag TEXT,
    last_modified TEXT,
    digest TEXT,                           -- of the last body, as it was sent
    content TEXT,                          -- of the last body, its compression undone
    articles INTEGER,                      -- links to articles on it
    fingerprint TEXT,                      -- of those links, against pages that repeat themselves
    reason TEXT
);
CREATE INDEX urls_queue ON urls (priority DESC, id) WHERE state = 'pending';
CREATE INDEX urls_fingerprint ON urls (fingerprint) WHERE fingerprint IS NOT NULL;
CREATE TABLE fetches (                     -- every settled request, in order
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL,
    url INTEGER NOT NULL,
    at REAL NOT NULL,
    status INTEGER,
    outcome TEXT NOT NULL,                 -- new, changed, unchanged, redirected, retry, failed, page
    reason TEXT,
    bytes INTEGER NOT NULL DEFAULT 0,
    file TEXT, offset INTEGER, length INTEGER, mime TEXT, digest TEXT
);
CREATE INDEX fetches_run ON fetches (run, outcome);
CREATE TABLE payloads (                    -- bodies in the archive
    digest TEXT PRIMARY KEY, url TEXT NOT NULL, date TEXT NOT NULL, record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE archive_files (
    name TEXT PRIMARY KEY, size INTEGER NOT NULL, closed INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, started REAL NOT NULL, finished REAL, ending TEXT,  -- whole, partial, broken
    healthy INTEGER, loaded INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE hosts (                       -- who asked us to wait
    host TEXT PRIMARY KEY, held_until REAL NOT NULL
) WITHOUT ROWID;
"""
