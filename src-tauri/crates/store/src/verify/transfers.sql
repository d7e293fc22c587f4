WITH sides AS (
    SELECT from_id AS id, -1 AS sign FROM transfers
    UNION ALL
    SELECT to_id, 1 FROM transfers
)
SELECT
    (
        SELECT count(*) FROM sides
        JOIN entries ON entries.id = sides.id
        WHERE NOT entries.is_transfer OR NOT entries.is_shown OR sign(entries.amount_minor) <> sides.sign
    )
    + (SELECT count(*) FROM entries WHERE is_transfer AND id NOT IN (SELECT id FROM sides))
    + (
        SELECT count(*) FROM transfers
        WHERE (decided_by = 'user') IS NOT EXISTS (
            SELECT 1 FROM transfer_words
            WHERE
                transfer_words.from_id = transfers.from_id AND transfer_words.to_id = transfers.to_id
                AND transfer_words.is_transfer
        )
    )
