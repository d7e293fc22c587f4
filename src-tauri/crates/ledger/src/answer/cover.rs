//! What statements say of the days that are asked for.

use ask::Period;
use domain::{AccountId, Currency, NaiveDate};
use store::AccountRow;

use super::wanted::Wanted;
use super::{Answerer, ends};
use crate::Result;
use crate::coverage::{Coverage, CoverageState, Period as Stretch, coverage};

/// What statements say of some days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proven {
    /// Whether each of them is told of by a statement that adds up, of every account that is asked.
    pub is_proved: bool,
    /// Those of them that no statement tells of, oldest first.
    pub gaps: Vec<Uncovered>,
    /// The last day that statements tell of, where it comes before the last of those that are asked for: of the account that is
    /// told of least.
    pub known_until: Option<(AccountRow, NaiveDate)>,
    /// How many accounts are asked.
    pub accounts: usize,
    /// The first and the last day that statements of each of them tell of.
    told: Vec<(Currency, NaiveDate, NaiveDate)>,
}

/// Days of an account that no statement tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncovered {
    /// The account.
    pub account: AccountRow,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Whether the user said that the statement is not to be had.
    pub is_accepted: bool,
}

impl Proven {
    /// Whether any of these days is missing, or not reached by the statements of every account that holds a currency.
    pub(super) fn misses(&self, from: NaiveDate, until: NaiveDate, currency: Currency) -> bool {
        let own = |held: Currency| held == currency;
        let mut gaps = self.gaps.iter();
        let mut told = self.told.iter();
        gaps.any(|gap| own(gap.account.currency) && gap.from <= until && gap.until >= from)
            || told.any(|(held, first, last)| own(*held) && (from < *first || until > *last))
    }
}

/// The stretches that have days among these.
fn within(
    periods: &[Stretch],
    from: NaiveDate,
    until: NaiveDate,
) -> impl Iterator<Item = &Stretch> {
    let has_days = move |stretch: &&Stretch| stretch.until >= from && stretch.from <= until;
    periods.iter().filter(has_days)
}

/// Those of an account's days that are asked for and that no statement tells of.
pub(crate) fn uncovered(
    account: &AccountRow,
    chain: &Coverage,
    asked: Period,
) -> impl Iterator<Item = Uncovered> {
    let from = asked.from.unwrap_or(NaiveDate::MIN);
    let until = asked.until.unwrap_or(NaiveDate::MAX);
    chain.gaps_within((from, until)).map(|gap| Uncovered {
        account: account.clone(),
        from: gap.from,
        until: gap.until,
        is_accepted: gap.is_accepted,
    })
}

impl Answerer<'_> {
    pub(super) fn cover(&self, wanted: &Wanted, period: Option<Period>) -> Result<Proven> {
        let (from, until) = ends(period, self.today);
        let until = until.min(self.today);
        let mut cover = Proven {
            is_proved: true,
            ..Proven::default()
        };
        for account in self.accounts(wanted)? {
            let chain = coverage(self.read, account)?;
            let periods = &chain.periods;
            let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
                continue;
            };
            cover.accounts += 1;
            let row = self.read.get_account(account)?;
            cover.told.push((row.currency, first.from, last.until));
            let from = from.unwrap_or(first.from);
            let known = cover.known_until.as_ref().map_or(until, |known| known.1);
            if last.until < known {
                cover.known_until = Some((row.clone(), last.until));
            }
            cover.is_proved &= first.from <= from && until <= last.until;
            cover.is_proved &= within(periods, from, until).all(|stretch| {
                matches!(
                    stretch.state,
                    CoverageState::Proved | CoverageState::Overlapping
                )
            });
            let asked = Period {
                from: Some(from),
                until: Some(until),
            };
            cover.gaps.extend(uncovered(&row, &chain, asked));
        }
        cover.is_proved &= cover.accounts > 0;
        cover.gaps.sort_by_key(|gap| (gap.from, gap.account.id));
        Ok(cover)
    }

    /// The accounts that are asked: those named, else those that the one counterparty was paid from, else all.
    pub(super) fn accounts(&self, wanted: &Wanted) -> Result<Vec<AccountId>> {
        if !wanted.accounts.is_empty() {
            return Ok(wanted.accounts.clone());
        }
        if let Some([id]) = wanted.counterparties.as_deref() {
            let accounts = self.read.list_accounts_of_counterparty(*id)?;
            if !accounts.is_empty() {
                return Ok(accounts);
            }
        }
        let rows = self.read.list_live_accounts()?.into_iter();
        Ok(rows.map(|row| row.id).collect())
    }
}
