SELECT count(*) FROM entries
WHERE is_live AND id NOT IN (SELECT rowid FROM entry_texts)
