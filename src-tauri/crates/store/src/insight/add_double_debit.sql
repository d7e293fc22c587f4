INSERT INTO double_debits (
    account_id, day, amount_minor, first_id, second_id, counterparty_id, order_date, minutes, equal_count
) VALUES (
    :account_id, :day, :amount_minor, :first_id, :second_id, :counterparty_id, :order_date, :minutes, :equal_count
)
