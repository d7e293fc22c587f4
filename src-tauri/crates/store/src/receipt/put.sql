INSERT INTO receipts (id, counterparty_id, kind, day, total_minor, currency, stated)
VALUES (:id, :counterparty_id, :kind, :day, :total_minor, :currency, :stated)
