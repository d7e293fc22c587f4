WITH shown AS (
    SELECT 'account' AS kind, account_id AS id, id AS entry_id, order_date, origin FROM entries WHERE is_shown
    UNION ALL
    SELECT 'counterparty', counterparty_id, id, order_date, origin
    FROM entries WHERE is_shown AND NOT is_transfer
),
fresh AS (
    SELECT
        shown.kind,
        shown.id,
        count(*) AS entry_count,
        max(shown.order_date) AS last_date,
        -- Nobody has to be told what they typed.
        sum(shown.origin = 'statement' AND shown.entry_id > coalesce(conversations.seen_entry_id, 0)) AS unread_count
    FROM shown
    LEFT JOIN conversations ON conversations.kind = shown.kind AND conversations.id = shown.id
    GROUP BY shown.kind, shown.id
),
stored AS (
    SELECT kind, id, entry_count, last_date, unread_count FROM conversations
    WHERE entry_count <> 0 OR unread_count <> 0 OR last_date IS NOT NULL
)
SELECT
    (SELECT count(*) FROM (SELECT * FROM fresh EXCEPT SELECT * FROM stored))
    + (SELECT count(*) FROM (SELECT * FROM stored EXCEPT SELECT * FROM fresh))
    + (
        SELECT count(*) FROM conversations
        WHERE
            last_entry_id IS NOT CASE kind
                WHEN 'account' THEN (
                    SELECT entries.id FROM entries
                    WHERE account_id = conversations.id AND is_live AND NOT is_superseded AND NOT is_deleted
                    ORDER BY order_date DESC, order_time DESC, order_key DESC, entries.id DESC LIMIT 1
                )
                ELSE (
                    SELECT entries.id FROM entries
                    WHERE
                        counterparty_id = conversations.id AND NOT is_transfer
                        AND is_live AND NOT is_superseded AND NOT is_deleted
                    ORDER BY order_date DESC, order_time DESC, order_key DESC, entries.id DESC LIMIT 1
                )
            END
    )
