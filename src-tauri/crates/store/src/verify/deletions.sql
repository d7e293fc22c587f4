SELECT count(*) FROM entries
WHERE
    is_deleted IS NOT coalesce((
        SELECT kind = 'deleteEntry' FROM operations
        WHERE kind IN ('deleteEntry', 'restoreEntry') AND entry_id = entries.id AND NOT is_undone
        ORDER BY id DESC LIMIT 1
    ), 0)
