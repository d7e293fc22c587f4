-- What documents say of purchases, by the receipt sighting's id. In one index with a million entries, the beginning of a word was
-- gathered from all of them to find a receipt. It is indexed anew when the ledger is opened.
DELETE FROM entry_texts WHERE rowid < 0;
CREATE VIRTUAL TABLE receipt_texts USING fts5 (
    body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", detail = full
);
