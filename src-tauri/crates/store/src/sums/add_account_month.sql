INSERT INTO account_months (
    account_id, month, currency, in_minor, out_minor, own_in_minor, own_out_minor, entry_count
)
VALUES (:id, :month, :currency, :in_minor, :out_minor, :own_in_minor, :own_out_minor, :count)
ON CONFLICT (account_id, month, currency) DO UPDATE SET
    in_minor = in_minor + excluded.in_minor,
    out_minor = out_minor + excluded.out_minor,
    own_in_minor = own_in_minor + excluded.own_in_minor,
    own_out_minor = own_out_minor + excluded.own_out_minor,
    entry_count = entry_count + excluded.entry_count
