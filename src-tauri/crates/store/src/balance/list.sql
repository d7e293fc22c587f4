SELECT balances.*
FROM balances
LEFT JOIN statements ON statements.id = balances.statement_id
LEFT JOIN readings ON readings.id = statements.reading_id
LEFT JOIN documents ON documents.id = readings.document_id
LEFT JOIN operations ON operations.id = balances.operation_id
WHERE
    balances.account_id = ?
    AND (readings.is_live OR (balances.kind = 'user' AND NOT operations.is_undone))
ORDER BY
    balances.as_of_date,
    CASE balances.kind WHEN 'interim' THEN 0 WHEN 'user' THEN 1 WHEN 'opening' THEN 2 ELSE 3 END,
    readings.richness,
    documents.sha256,
    statements.ordinal,
    balances.id
