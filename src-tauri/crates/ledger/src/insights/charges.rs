//! What recurs in a conversation: read from its newest entries, and listed.

use chrono::Weekday;
use domain::{CounterpartyId, NaiveDate};
use insight::{Recurring, RecurringEntry, Rhythm, UsualDay};
use store::{ChargeEntry, CounterpartyRow, PriceChangeRow, Read, RecurringRow};
use text::PaymentType;

use super::alert::KnownDays;
use crate::{Ledger, Result};

/// How far before the newest entry of a conversation what recurs is looked for, in days: twice a year, with room for a late one.
const BACK: i64 = 800;
/// More entries of one conversation than this are not looked at.
const MOST: u32 = 600;

/// Something that recurs, as listed.
#[derive(Debug, Clone)]
pub struct Charge {
    /// As stored.
    pub row: RecurringRow,
    /// With whom.
    pub counterparty: CounterpartyRow,
    /// Whether it was due and did not come, though its account is known long enough after that.
    pub is_ended: bool,
    /// The day on which it is due, today or later.
    pub due: NaiveDate,
    /// Its prices that changed, oldest first.
    pub price_changes: Vec<PriceChangeRow>,
}

impl Ledger {
    /// What recurs, whoever it is with, in the order of conversations.
    ///
    /// # Errors
    /// The store's.
    pub fn charges(&self) -> Result<Vec<Charge>> {
        let today = self.today();
        self.store.read(|read| {
            let mut known = KnownDays::new(read, today);
            let mut charges = Vec::new();
            for row in read.list_recurrings()? {
                let changes = read.list_price_changes_of(row.counterparty)?.into_iter();
                charges.push(Charge {
                    counterparty: read.get_counterparty(row.counterparty)?,
                    is_ended: known.is_ended(&row)?,
                    due: due_from(today, &row),
                    price_changes: changes
                        .filter(|change| change.charge == row.entry)
                        .collect(),
                    row,
                });
            }
            Ok(charges)
        })
    }
}

/// When what is stored is due from a day on.
fn due_from(day: NaiveDate, row: &RecurringRow) -> NaiveDate {
    let Some(rhythm) = Rhythm::from_word(&row.rhythm) else {
        return row.next_day;
    };
    let usual = row.usual_day.and_then(|number| match rhythm {
        Rhythm::Weekly | Rhythm::Fortnightly => {
            let weekday = u8::try_from(number.saturating_sub(1)).ok()?;
            Some(UsualDay::Weekday(Weekday::try_from(weekday).ok()?))
        }
        _ => Some(UsualDay::DayOfMonth(number)),
    });
    rhythm.due_from(day, row.next_day, usual)
}

/// What recurs in a conversation, and which prices changed.
pub(super) fn find(
    read: Read<'_>,
    id: CounterpartyId,
) -> Result<(Vec<RecurringRow>, Vec<PriceChangeRow>)> {
    let mut charges = read.list_charges(id, BACK, MOST)?;
    charges.reverse();
    let entries: Vec<RecurringEntry> = charges.iter().map(recurring_entry).collect();
    let (mut rows, mut changes) = (Vec::new(), Vec::new());
    for found in insight::recurring(&entries) {
        let newest = found.entries.last();
        let newest = newest.and_then(|id| charges.iter().rfind(|charge| charge.id == *id));
        let Some(newest) = newest else { continue };
        changes.extend(found.price_changes.iter().map(|change| PriceChangeRow {
            counterparty: id,
            entry: change.entry,
            charge: newest.id,
            day: change.day,
            currency: found.currency,
            from_minor: change.from,
            to_minor: change.to,
        }));
        rows.push(recurring_row(id, newest, &found));
    }
    rows.sort_by_key(|row| row.entry);
    changes.sort_by_key(|row| (row.day, row.entry));
    Ok((rows, changes))
}

fn recurring_entry(charge: &ChargeEntry) -> RecurringEntry {
    RecurringEntry {
        id: charge.id,
        day: charge.day,
        amount: charge.amount_minor,
        currency: charge.currency,
        account: charge.account,
        payment: PaymentType::from_word(&charge.payment_type),
    }
}

fn recurring_row(id: CounterpartyId, newest: &ChargeEntry, found: &Recurring) -> RecurringRow {
    RecurringRow {
        counterparty: id,
        entry: newest.id,
        account: found.account,
        currency: found.currency,
        rhythm: found.rhythm.as_str().to_owned(),
        usual_day: found.usual_day.map(|usual| match usual {
            UsualDay::Weekday(day) => day.number_from_monday(),
            UsualDay::DayOfMonth(day) => day,
        }),
        is_steady: found.is_steady,
        payment_type: newest.payment_type.clone(),
        last_minor: found.last_amount,
        expected_minor: found.expected_amount,
        last_day: found.last_day,
        next_day: found.next_day,
        entry_count: i64::try_from(found.entries.len()).unwrap_or(i64::MAX),
    }
}
