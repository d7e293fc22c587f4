SELECT count(*) FROM entries
WHERE
    is_deleted IS NOT EXISTS (
        SELECT 1 FROM operations WHERE kind = 'deleteEntry' AND entry_id = entries.id AND NOT is_undone
    )
