-- With every key the index is asked for words that begin with what is typed: beginnings of two letters are kept, for to gather them takes
-- longest. The index keeps no texts to fill another one with: entries are indexed anew when the ledger is opened, some at a time.
DROP TABLE entry_texts;
CREATE VIRTUAL TABLE entry_texts USING fts5 (
    body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", detail = full, prefix = '2'
);
CREATE TABLE entry_index (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1))
) STRICT;
INSERT INTO entry_index (only, is_whole) SELECT 1, NOT EXISTS (SELECT 1 FROM entries);
