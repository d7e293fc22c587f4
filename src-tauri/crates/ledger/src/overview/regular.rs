//! What comes back: charges that recur, when they are due again, and what became dearer.

use std::collections::HashMap;

use chrono::Months;
use domain::{AccountId, NaiveDate};
use insight::{Recurring, RecurringEntry, recurring};
use store::{CounterpartyRow, Read, RegularEntry};
use text::PaymentType;

use super::spending::category_of;
use super::{Scope, accounts, chains, known_days};
use crate::project::month_of;
use crate::{Ledger, Result, clock};

/// A charge that recurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// Whom it goes to.
    pub counterparty: CounterpartyRow,
    /// What that is, as the user says or as it seems.
    pub category: Option<String>,
    /// How it recurs.
    pub recurring: Recurring,
    /// The day on which it is due again, today or later.
    pub due: NaiveDate,
}

/// Two years tell of what comes once a year.
const LOOKED_AT: Months = Months::new(24);
/// What comes once a year came within this time.
const RECENT: Months = Months::new(14);
/// Entries that are read at most: of the counterparties with the fewest of them first, which is where bills are.
const MOST: i64 = 20_000;
/// Entries of one counterparty: who has more than one a day is no bill.
const MOST_OF_ONE: i64 = 730;

impl Ledger {
    /// The charges that recur and have not ended, the dearest first. Stored sums single out the counterparties, of which at
    /// most the entries of two years are read.
    ///
    /// # Errors
    /// The store's; [`crate::Error::Store`] where there is no such account.
    pub fn charges(&self, scope: Scope) -> Result<Vec<Charge>> {
        self.store.read(|read| {
            let today = clock::today();
            let from = today.checked_sub_months(LOOKED_AT).unwrap_or(today);
            let since = today.checked_sub_months(RECENT).unwrap_or(today);
            let known = known_until(read, scope)?;
            let months = (month_of(from), month_of(today));
            let months = (months.0.as_str(), months.1.as_str());
            let mut left = MOST;
            let mut charges = Vec::new();
            for row in read.list_regular(scope.currency, since, months)? {
                left -= row.count;
                if left < 0 || row.count > MOST_OF_ONE {
                    break;
                }
                let entries = read.list_regular_entries(row.counterparty, from, today)?;
                let entries: Vec<RecurringEntry> = entries
                    .into_iter()
                    .filter(|entry| is_in(entry, scope))
                    .map(entry)
                    .collect();
                let found = recurring(&entries, |account| known.get(&account).copied());
                for recurring in found.into_iter().filter(is_charge) {
                    charges.push(Charge {
                        counterparty: read.get_counterparty(row.counterparty)?,
                        category: category_of(read, row.counterparty)?,
                        due: recurring.due_from(today),
                        recurring,
                    });
                }
            }
            charges.sort_by_key(|charge| {
                let recurring = &charge.recurring;
                (
                    recurring.monthly_amount(),
                    charge.counterparty.id,
                    recurring.last_day,
                )
            });
            Ok(charges)
        })
    }
}

fn is_in(entry: &RegularEntry, scope: Scope) -> bool {
    entry.currency == scope.currency && scope.account.is_none_or(|account| entry.account == account)
}

fn is_charge(recurring: &Recurring) -> bool {
    recurring.expected_amount < 0 && !recurring.is_ended && !recurring.is_transfer
}

fn entry(entry: RegularEntry) -> RecurringEntry {
    RecurringEntry {
        id: entry.id,
        day: entry.day,
        amount: entry.amount_minor,
        currency: entry.currency,
        account: entry.account,
        payment: PaymentType::from_word(&entry.payment_type),
        is_transfer: false,
    }
}

/// The last day that each account is known of.
fn known_until(read: Read<'_>, scope: Scope) -> Result<HashMap<AccountId, NaiveDate>> {
    let mut known = HashMap::new();
    for (account, periods) in chains(read, &accounts(read, scope)?, scope.currency)? {
        let days = known_days(read, account, &periods)?;
        if let Some(last) = days.iter().map(|(_, last)| *last).max() {
            known.insert(account, last);
        }
    }
    Ok(known)
}
