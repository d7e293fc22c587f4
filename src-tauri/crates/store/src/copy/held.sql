SELECT
    (SELECT count(*) FROM accounts) AS accounts,
    (SELECT coalesce(sum(entry_count), 0) FROM conversations WHERE kind = 'account') AS entries,
    (SELECT count(*) FROM receipts) AS receipts
