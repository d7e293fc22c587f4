SELECT
    (SELECT count(*) FROM entries WHERE is_live AND id NOT IN (SELECT rowid FROM entry_texts))
    + (SELECT count(*) FROM receipt_sightings WHERE id NOT IN (SELECT rowid FROM receipt_texts))
