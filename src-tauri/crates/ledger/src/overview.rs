//! What months come to: money in and out of an account, or of all accounts in one currency, and how far statements tell of it.

mod fees;
mod month;
mod spending;

use chrono::{Datelike, Days, Months};
use domain::{AccountId, Currency, NaiveDate};
use store::{AccountRow, ConversationKind, Movement, Read, StatementRow};

pub use fees::{FeeLine, Fees};
pub use month::MonthState;
pub use spending::{Spending, SpentOn, SpentWith};

use crate::coverage::{Coverage, Period, coverage};
use crate::project::month_of;
use crate::{Ledger, Result, chain, clock};

/// Whose money is looked at: one account's, or every account's, always in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// The account; `None` for all.
    pub account: Option<AccountId>,
    /// The currency.
    pub currency: Currency,
}

/// Months, first and last included, each as its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub until: NaiveDate,
}

/// Days of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaysOf {
    /// The account.
    pub account: AccountId,
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub until: NaiveDate,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthSum {
    /// Its first day.
    pub month: NaiveDate,
    /// Its sums; transfers between own accounts are in them, apart.
    pub movement: Movement,
    /// How far statements tell of it; `None` where none would.
    pub state: Option<MonthState>,
}

/// A statement that proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unproved {
    /// The days that it tells of.
    pub days: DaysOf,
    /// Whether it does not add up; else it states no balance.
    pub is_broken: bool,
}

/// What the months of a scope come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overview {
    /// The months asked for, oldest first, none left out. Empty where nothing was ever imported.
    pub months: Vec<MonthSum>,
    /// The first and the last month that anything is known of.
    pub known: Option<Span>,
    /// Statements that tell of any of these months.
    pub statements: usize,
    /// Those among them that are proved.
    pub proved: usize,
    /// Days of these months that no statement tells of, between two that do, oldest first; but those of which the user said
    /// that there is none to be had.
    pub gaps: Vec<DaysOf>,
    /// The statements of these months that prove nothing, oldest first.
    pub unproved: Vec<Unproved>,
    /// Of each account whose statements state days: the first and the last of them.
    pub told: Vec<DaysOf>,
    /// Other currencies that entries of these months have, which are not counted.
    pub others: Vec<Currency>,
}

impl Span {
    /// `months` of them, the last one that of a day.
    pub(crate) fn up_to(day: NaiveDate, months: u32) -> Self {
        let until = first_day(day);
        let before = Months::new(months.saturating_sub(1));
        Span {
            from: until.checked_sub_months(before).unwrap_or(until),
            until,
        }
    }

    /// The first day of the first month and the last day of the last.
    pub(crate) fn days(self) -> (NaiveDate, NaiveDate) {
        (first_day(self.from), last_day(self.until))
    }

    fn months(self) -> impl Iterator<Item = NaiveDate> {
        let (from, until) = self.days();
        let next = |month: &NaiveDate| month.checked_add_months(Months::new(1));
        std::iter::successors(Some(from), next).take_while(move |month| *month <= until)
    }
}

/// So many months are shown where nothing else is asked for.
const SHOWN: u32 = 12;

/// Where what is known ends longer ago than this, it is not shown up to today.
const STALE: Days = Days::new(92);

impl Ledger {
    /// What months come to; without a span, the twelve up to this one, or up to the last one that anything is known of where
    /// that is long ago.
    ///
    /// # Errors
    /// The store's; [`crate::Error::Store`] where there is no such account.
    pub fn overview(&self, scope: Scope, span: Option<Span>) -> Result<Overview> {
        self.store.read(|read| {
            let accounts = accounts(read, scope)?;
            let chains = chains(read, &accounts, scope.currency)?;
            let today = clock::today();
            let Some((first, last)) = known(read, &chains)? else {
                return Ok(Overview::default());
            };
            let end = if last + STALE < today { last } else { today };
            let span = span.unwrap_or_else(|| Span::up_to(end, SHOWN));
            let mut overview = Overview {
                known: Some(Span {
                    from: first_day(first),
                    until: first_day(last),
                }),
                months: month_sums(read, &accounts, scope.currency, span)?,
                others: others(read, &accounts, scope.currency, span)?,
                ..Overview::default()
            };
            for sum in &mut overview.months {
                let states = chains
                    .iter()
                    .map(|(_, chain)| month::state(&chain.periods, sum.month, today));
                sum.state = month::together(states);
            }
            overview.tell_statements(read, &chains, span)?;
            Ok(overview)
        })
    }
}

impl Overview {
    fn tell_statements(&mut self, read: Read<'_>, chains: &[Chain], span: Span) -> Result<()> {
        let (first, last) = span.days();
        for (account, chain) in chains {
            let days = |from, until| DaysOf {
                account: *account,
                from,
                until,
            };
            let told = chain.periods.first().zip(chain.periods.last());
            self.told
                .extend(told.map(|(oldest, newest)| days(oldest.from, newest.until)));
            let open = chain
                .gaps
                .iter()
                .filter(|gap| !gap.is_accepted && gap.from <= last && first <= gap.until);
            self.gaps.extend(open.map(|gap| days(gap.from, gap.until)));
            for row in chain::statements(read, *account)? {
                let Some((from, until)) = days_of(&row) else {
                    continue;
                };
                if from > last || until < first {
                    continue;
                }
                self.statements += 1;
                match row.statement.proof.as_str() {
                    "holds" => self.proved += 1,
                    proof => self.unproved.push(Unproved {
                        days: days(from, until),
                        is_broken: proof == "broken",
                    }),
                }
            }
        }
        self.gaps.sort_by_key(|gap| gap.from);
        self.unproved.sort_by_key(|statement| statement.days.from);
        Ok(())
    }
}

/// An account, and what its statements say of its days.
type Chain = (AccountId, Coverage);

/// The chains of the accounts kept in a currency: others say nothing of when this one's money is known of.
fn chains(read: Read<'_>, accounts: &[AccountRow], currency: Currency) -> Result<Vec<Chain>> {
    accounts
        .iter()
        .filter(|account| account.currency == currency)
        .map(|account| Ok((account.id, coverage(read, account.id)?)))
        .collect()
}

/// The first and the last day that anything is known of.
fn known(read: Read<'_>, chains: &[Chain]) -> Result<Option<(NaiveDate, NaiveDate)>> {
    let mut known: Option<(NaiveDate, NaiveDate)> = None;
    for (account, chain) in chains {
        for (from, until) in known_days(read, *account, &chain.periods)? {
            let (first, last) = known.unwrap_or((from, until));
            known = Some((first.min(from), last.max(until)));
        }
    }
    Ok(known)
}

/// The accounts of a scope.
pub(crate) fn accounts(read: Read<'_>, scope: Scope) -> Result<Vec<AccountRow>> {
    Ok(match scope.account {
        Some(id) => vec![read.get_account(id)?],
        None => read.list_live_accounts()?,
    })
}

fn days_of(row: &StatementRow) -> Option<(NaiveDate, NaiveDate)> {
    row.statement.from.zip(row.statement.until)
}

/// The days from which something is known of an account: its statements' and its entries'.
fn known_days(
    read: Read<'_>,
    account: AccountId,
    periods: &[Period],
) -> Result<Vec<(NaiveDate, NaiveDate)>> {
    let told = periods.first().zip(periods.last());
    let mut days: Vec<_> = told
        .map(|(first, last)| (first.from, last.until))
        .into_iter()
        .collect();
    let with = ConversationKind::Account(account);
    let last = read.find_conversation(with)?.and_then(|row| row.last_date);
    days.extend(read.first_date(with)?.zip(last));
    Ok(days)
}

fn month_sums(
    read: Read<'_>,
    accounts: &[AccountRow],
    currency: Currency,
    span: Span,
) -> Result<Vec<MonthSum>> {
    let mut months: Vec<MonthSum> = span
        .months()
        .map(|month| MonthSum {
            month,
            movement: Movement::default(),
            state: None,
        })
        .collect();
    for account in accounts {
        let rows =
            read.list_account_months(account.id, &month_of(span.from), &month_of(span.until))?;
        for row in rows.iter().filter(|row| row.currency == currency) {
            let found = months
                .iter_mut()
                .find(|sum| month_of(sum.month) == row.month);
            if let Some(sum) = found {
                sum.movement = sum.movement.and(row.movement);
            }
        }
    }
    Ok(months)
}

/// Other currencies of the accounts that are looked at. Those of other accounts are no part of what is asked.
fn others(
    read: Read<'_>,
    accounts: &[AccountRow],
    currency: Currency,
    span: Span,
) -> Result<Vec<Currency>> {
    let mut others = Vec::new();
    for account in accounts {
        let rows =
            read.list_account_months(account.id, &month_of(span.from), &month_of(span.until))?;
        others.extend(rows.iter().map(|row| row.currency));
    }
    others.retain(|other| *other != currency);
    others.sort_by_key(|other| other.code().to_owned());
    others.dedup();
    Ok(others)
}

pub(crate) fn first_day(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

pub(crate) fn last_day(day: NaiveDate) -> NaiveDate {
    let next = first_day(day).checked_add_months(Months::new(1));
    next.and_then(|next| next.pred_opt()).unwrap_or(day)
}
