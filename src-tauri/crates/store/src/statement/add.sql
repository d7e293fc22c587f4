INSERT INTO statements (
    reading_id, account_id, ordinal, account_stated, reference, currency, from_date, until_date, as_of_date,
    has_pending, proof, opening_minor, opening_date, in_minor, out_minor, entry_count,
    closing_minor, closing_date, difference_minor, broken_at_line
)
VALUES (
    :reading_id, :account_id, :ordinal, :account_stated, :reference, :currency, :from_date, :until_date, :as_of_date,
    :has_pending, :proof, :opening_minor, :opening_date, :in_minor, :out_minor, :entry_count,
    :closing_minor, :closing_date, :difference_minor, :broken_at_line
)
