//! What the history says.

use ledger::{Alert, Charge, CounterpartyRow, Expected, PriceChangeRow, RecurringRow};

use super::timeline::counterparty_name;
use super::{day, minor, text_id};
use crate::Words;
use crate::insights::{AlertItem, ChargeRow, ExpectedItem, PriceChangeItem};

/// Something to look at.
pub(crate) fn alert_item(alert: &Alert, words: &Words) -> AlertItem {
    let (from, until) = alert.times.clone().unzip();
    AlertItem {
        alert_kind: alert.kind.as_str().to_owned(),
        entry: alert.entry.0,
        first: alert.first.map(|first| first.0),
        date: day(alert.day),
        money: minor(alert.amount_minor, alert.currency),
        counterparty: alert.counterparty.id.0,
        name: counterparty_name(&alert.counterparty, words),
        account: alert.account.0,
        from,
        until,
        minutes: alert.minutes,
        never_before: alert.is_new,
        known_by: alert.known_by,
        rhythm: alert.rhythm.clone(),
        steady: alert.is_steady,
        answer: alert.answer.map(|answer| answer.as_str().to_owned()),
    }
}

/// A price that rose.
pub(crate) fn price_change_item(change: &PriceChangeRow) -> PriceChangeItem {
    PriceChangeItem {
        entry: change.entry.0,
        date: day(change.day),
        from: minor(change.from_minor, change.currency),
        to: minor(change.to_minor, change.currency),
    }
}

/// What is due.
pub(crate) fn expected_item(expected: &Expected, words: &Words) -> ExpectedItem {
    due(&expected.row, &expected.counterparty, words)
}

/// Something that recurs.
pub(crate) fn charge_row(charge: &Charge, words: &Words) -> ChargeRow {
    let row = &charge.row;
    ChargeRow {
        expected: due(row, &charge.counterparty, words),
        usual_day: row.usual_day,
        last_money: minor(row.last_minor, row.currency),
        last_date: day(row.last_day),
        ended: charge.is_ended,
        due: day(charge.due),
        often: words.text(&text_id("rhythm", &row.rhythm), &[]),
        price_changes: charge.price_changes.iter().map(price_change_item).collect(),
    }
}

fn due(row: &RecurringRow, counterparty: &CounterpartyRow, words: &Words) -> ExpectedItem {
    ExpectedItem {
        entry: row.entry.0,
        date: day(row.next_day),
        money: minor(row.expected_minor, row.currency),
        steady: row.is_steady,
        counterparty: row.counterparty.0,
        name: counterparty_name(counterparty, words),
        account: row.account.0,
        payment_type: row.payment_type.clone(),
        rhythm: row.rhythm.clone(),
        known_by: row.entry_count,
    }
}
