-- Which money in gives back which money out: found anew for a conversation after each change of it.
CREATE TABLE refunds (
    -- The conversation for which it was found.
    counterparty_id INTEGER NOT NULL REFERENCES counterparties (id),
    refund_id INTEGER NOT NULL REFERENCES entries (id),
    purchase_id INTEGER NOT NULL REFERENCES entries (id),
    -- How much of the purchase comes back, in its currency.
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    -- Whether receipts name the pair.
    is_named INTEGER NOT NULL CHECK (is_named IN (0, 1)),
    PRIMARY KEY (counterparty_id, refund_id, purchase_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX refunds_of_refund ON refunds (refund_id);
CREATE INDEX refunds_of_purchase ON refunds (purchase_id);
CREATE INDEX refunds_named ON refunds (counterparty_id) WHERE is_named;

-- Conversations that money came back in, without a look at all that went out.
CREATE INDEX entries_in ON entries (counterparty_id) WHERE is_live AND amount_minor > 0;

-- What was paid in another currency than the account's.
CREATE INDEX sightings_foreign ON sightings (original_currency) WHERE original_currency <> currency;
