SELECT
    other.id, other.account_id, other.day, other.amount_minor, other.currency, transfers.decided_by,
    transfers.reasons
FROM transfers
JOIN entries AS other ON other.id = iif(transfers.from_id = ?1, transfers.to_id, transfers.from_id)
WHERE transfers.from_id = ?1 OR transfers.to_id = ?1
