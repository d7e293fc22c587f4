//! Rows of what the history says.

use domain::{AccountId, CounterpartyId, EntryId};
use rusqlite::Row;

use super::{DoubleDebitRow, PriceChangeRow, RecurringRow, ToldDoubleDebit};
use crate::row::{get_currency, get_day};

pub(super) fn recurring_row(row: &Row<'_>) -> rusqlite::Result<RecurringRow> {
    Ok(RecurringRow {
        counterparty: CounterpartyId(row.get("counterparty_id")?),
        entry: EntryId(row.get("entry_id")?),
        account: AccountId(row.get("account_id")?),
        currency: get_currency(row, "currency")?,
        rhythm: row.get("rhythm")?,
        usual_day: row.get("usual_day")?,
        is_steady: row.get("is_steady")?,
        payment_type: row.get("payment_type")?,
        last_minor: row.get("last_minor")?,
        expected_minor: row.get("expected_minor")?,
        last_day: get_day(row, "last_day")?,
        next_day: get_day(row, "next_day")?,
        entry_count: row.get("entry_count")?,
    })
}

pub(super) fn price_change_row(row: &Row<'_>) -> rusqlite::Result<PriceChangeRow> {
    Ok(PriceChangeRow {
        counterparty: CounterpartyId(row.get("counterparty_id")?),
        entry: EntryId(row.get("entry_id")?),
        charge: EntryId(row.get("charge_id")?),
        day: get_day(row, "day")?,
        currency: get_currency(row, "currency")?,
        from_minor: row.get("from_minor")?,
        to_minor: row.get("to_minor")?,
    })
}

pub(super) fn double_debit_row(row: &Row<'_>) -> rusqlite::Result<DoubleDebitRow> {
    let account = AccountId(row.get("account_id")?);
    Ok(DoubleDebitRow {
        bucket: (account, get_day(row, "day")?, row.get("amount_minor")?),
        first: EntryId(row.get("first_id")?),
        second: EntryId(row.get("second_id")?),
        counterparty: CounterpartyId(row.get("counterparty_id")?),
        order_date: get_day(row, "order_date")?,
        minutes: row.get("minutes")?,
        equal_count: row.get("equal_count")?,
    })
}

pub(super) fn told_double_debit(row: &Row<'_>) -> rusqlite::Result<ToldDoubleDebit> {
    Ok(ToldDoubleDebit {
        row: double_debit_row(row)?,
        days_before: row.get("days_before")?,
        is_given_back: row.get("is_given_back")?,
        has_receipts: row.get("has_receipts")?,
        answer: row.get("answer")?,
    })
}
