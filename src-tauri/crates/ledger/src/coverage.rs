//! The chain of an account's statements: which days they tell of, which days none does, and where one does not open with
//! what the one before it closed with.

use chrono::Days;
use domain::{AccountId, CounterpartyId, Money, NaiveDate, OperationId};
use store::{OperationKind, Read, StatementRow};

use crate::edit::{Said, Subject, log, standing};
use crate::{Error, Ledger, Result, chain};

/// What the statements of an account say of a stretch of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverageState {
    /// One statement, which adds up.
    Proved,
    /// One statement, which does not add up or states no balance.
    Unproved,
    /// Several statements.
    Overlapping,
    /// None, though there are some before and after.
    Missing,
}

impl CoverageState {
    /// The word used on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            CoverageState::Proved => "proved",
            CoverageState::Unproved => "unproved",
            CoverageState::Overlapping => "overlapping",
            CoverageState::Missing => "missing",
        }
    }
}

/// A stretch of days, first and last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// What is said of it.
    pub state: CoverageState,
}

/// Days that no statement tells of, between two that do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// What the statement before closed with and what the one after opens with, where each says one thing: their difference
    /// is what the missing entries come to.
    pub balances: Option<(Money, Money)>,
    /// Whether the user said that the statement is not to be had.
    pub is_accepted: bool,
}

/// A statement that does not open with what the one before it closed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainBreak {
    /// The first day of the statement.
    pub date: NaiveDate,
    /// What the one before it closed with.
    pub expected: Money,
    /// What it opens with.
    pub stated: Money,
}

/// The chain of an account's statements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Stretches of days, oldest first, without a day left out between the first and the last.
    pub periods: Vec<Period>,
    /// The stretches that are missing, oldest first.
    pub gaps: Vec<Gap>,
    /// Where the chain breaks, oldest first.
    pub breaks: Vec<ChainBreak>,
}

impl Coverage {
    /// What is missing of some days, both included, oldest first.
    pub(crate) fn gaps_within(
        &self,
        (from, until): (NaiveDate, NaiveDate),
    ) -> impl Iterator<Item = Gap> {
        let gaps = self.gaps.iter().map(move |gap| Gap {
            from: gap.from.max(from),
            until: gap.until.min(until),
            ..*gap
        });
        gaps.filter(|gap| gap.from <= gap.until)
    }
}

/// So many of its newest entries tell which accounts a counterparty is paid from: all of a busy merchant's would take too long.
const RECENT: u32 = 200;

impl Ledger {
    /// The chain of an account's standing statements.
    ///
    /// # Errors
    /// The store's.
    pub fn coverage(&self, id: AccountId) -> Result<Coverage> {
        self.store.read(|read| {
            read.get_account(id)?;
            coverage(read, id)
        })
    }

    /// Of some days those that no statement tells of, of any account that a counterparty's newest entries are of; from and until,
    /// both included.
    ///
    /// # Errors
    /// The store's.
    pub fn uncovered_days(
        &self,
        id: CounterpartyId,
        days: (NaiveDate, NaiveDate),
    ) -> Result<Vec<(NaiveDate, NaiveDate)>> {
        self.store.read(|read| {
            let mut found = Vec::new();
            for account in read.list_recent_accounts_of_counterparty(id, RECENT)? {
                let chain = coverage(read, account)?;
                found.extend(chain.gaps_within(days).map(|gap| (gap.from, gap.until)));
            }
            Ok(found)
        })
    }

    /// Says that the statement of missing days is not to be had: nobody is asked for it again. Days that a statement tells of
    /// later are missing no more, whatever was said of them.
    ///
    /// # Errors
    /// [`Error::Refused`] where those days are no gap, or one that was accepted; [`Error::Store`] where there is no such account.
    pub fn accept_gap(&self, id: AccountId, days: (NaiveDate, NaiveDate)) -> Result<OperationId> {
        self.store.write(|write| {
            let gaps = coverage(write.read(), id)?.gaps;
            let mut open = gaps.iter().filter(|gap| !gap.is_accepted);
            if !open.any(|gap| (gap.from, gap.until) == days) {
                return Err(Error::Refused("no gap"));
            }
            let said = Said {
                days: Some(days),
                ..Said::default()
            };
            log(write, OperationKind::AcceptGap, Subject::Account(id), &said)
        })
    }
}

/// A statement and the days that it covers.
struct Link<'a> {
    from: NaiveDate,
    until: NaiveDate,
    row: &'a StatementRow,
}

pub(crate) fn coverage(read: Read<'_>, id: AccountId) -> Result<Coverage> {
    let rows = chain::statements(read, id)?;
    let links: Vec<Link<'_>> = rows
        .iter()
        .filter_map(|row| {
            let (from, until) = row.statement.from.zip(row.statement.until)?;
            (from <= until).then_some(Link { from, until, row })
        })
        .collect();
    let periods = periods(&links, |days| longest_pause(read, id, days))?;
    let accepted = accepted(read, id)?;
    Ok(Coverage {
        gaps: gaps(&links, &periods, &accepted),
        periods,
        breaks: breaks(&links),
    })
}

/// The days covered, cut wherever a statement begins or ends, and told together where they say the same.
fn periods(
    links: &[Link<'_>],
    pause: impl Fn((NaiveDate, NaiveDate)) -> Result<i64>,
) -> Result<Vec<Period>> {
    let mut cuts: Vec<NaiveDate> = links.iter().map(|link| link.from).collect();
    cuts.extend(links.iter().filter_map(|link| link.until.succ_opt()));
    cuts.sort_unstable();
    cuts.dedup();
    let mut periods: Vec<Period> = Vec::new();
    for pair in cuts.windows(2) {
        let [from, next] = pair else { continue };
        let Some(until) = next.pred_opt() else {
            continue;
        };
        let mut state = state(links, *from, until);
        // Where nothing can have happened the days belong to what is known before them.
        if state == CoverageState::Missing && is_quiet(links, (*from, until), &pause)? {
            state = periods.last().map_or(state, |before| before.state);
        }
        match periods.last_mut() {
            Some(before) if before.state == state => before.until = until,
            _ => periods.push(Period {
                from: *from,
                until,
                state,
            }),
        }
    }
    Ok(periods)
}

fn state(links: &[Link<'_>], from: NaiveDate, until: NaiveDate) -> CoverageState {
    let mut telling = links
        .iter()
        .filter(|link| link.from <= from && until <= link.until);
    match (telling.next(), telling.next()) {
        (None, _) => CoverageState::Missing,
        (Some(_), Some(_)) => CoverageState::Overlapping,
        (Some(link), None) if link.row.statement.proof == "holds" => CoverageState::Proved,
        (Some(_), None) => CoverageState::Unproved,
    }
}

/// The days whose statements the user said are not to be had.
fn accepted(read: Read<'_>, id: AccountId) -> Result<Vec<(NaiveDate, NaiveDate)>> {
    let said = standing(
        read.list_operations_on_account(id)?,
        &[OperationKind::AcceptGap],
    )?;
    Ok(said.into_iter().filter_map(|(_, said)| said.days).collect())
}

fn gaps(links: &[Link<'_>], periods: &[Period], accepted: &[(NaiveDate, NaiveDate)]) -> Vec<Gap> {
    let missing = periods
        .iter()
        .filter(|period| period.state == CoverageState::Missing);
    missing
        .map(|&Period { from, until, .. }| {
            let closing = only(before(links, from).filter_map(closing));
            let opening = only(after(links, until).filter_map(opening));
            let balances = closing.zip(opening);
            Gap {
                from,
                until,
                balances: balances
                    .filter(|(closing, opening)| closing.currency == opening.currency),
                is_accepted: accepted
                    .iter()
                    .any(|days| days.0 <= from && until <= days.1),
            }
        })
        .collect()
}

/// The statements that end on the day before.
fn before<'a>(links: &'a [Link<'a>], day: NaiveDate) -> impl Iterator<Item = &'a Link<'a>> {
    let end = day.pred_opt();
    links.iter().filter(move |link| Some(link.until) == end)
}

/// The statements that begin on the day after.
fn after<'a>(links: &'a [Link<'a>], day: NaiveDate) -> impl Iterator<Item = &'a Link<'a>> {
    let start = day.succ_opt();
    links.iter().filter(move |link| Some(link.from) == start)
}

/// The value that all agree on.
fn only(mut values: impl Iterator<Item = Money>) -> Option<Money> {
    let first = values.next()?;
    values.all(|other| other == first).then_some(first)
}

/// Whether nothing is missing in the days between two statements: the later one opens with what the earlier one closed with,
/// or, where they do not say, the pause is no longer than others that these two show. Files that state no period reach from
/// their first entry to their last.
fn is_quiet(
    links: &[Link<'_>],
    (from, until): (NaiveDate, NaiveDate),
    pause: impl Fn((NaiveDate, NaiveDate)) -> Result<i64>,
) -> Result<bool> {
    let closings = || before(links, from).filter_map(closing);
    let openings = || after(links, until).filter_map(opening);
    if closings().any(|closing| openings().any(|opening| opening == closing)) {
        return Ok(true);
    }
    if closings().next().is_some() && openings().next().is_some() {
        return Ok(false);
    }
    let mut longest = 0;
    for link in before(links, from) {
        longest = longest.max(pause((link.from.max(from - BESIDE), link.until))?);
    }
    for link in after(links, until) {
        longest = longest.max(pause((link.from, link.until.min(until + BESIDE)))?);
    }
    // From the last entry before to the first one after.
    Ok((until - from).num_days() + 2 <= longest)
}

/// How far from a gap its statements are looked at.
const BESIDE: Days = Days::new(62);

/// What a statement closes with.
fn closing(link: &Link<'_>) -> Option<Money> {
    let statement = &link.row.statement;
    let minor = statement.closing_minor?;
    Some(Money::from_minor(minor, statement.currency))
}

/// What a statement opens with: as stated, else what its closing balance and its entries lead back to.
fn opening(link: &Link<'_>) -> Option<Money> {
    let statement = &link.row.statement;
    let led_back = || {
        let moved = statement.in_minor.checked_add(statement.out_minor)?;
        statement.closing_minor?.checked_sub(moved)
    };
    let minor = statement.opening_minor.or_else(led_back)?;
    Some(Money::from_minor(minor, statement.currency))
}

/// The most days from one entry to the next.
fn longest_pause(read: Read<'_>, id: AccountId, days: (NaiveDate, NaiveDate)) -> Result<i64> {
    let days = read.list_entry_days(id, days.0, days.1)?;
    let pauses = days.windows(2).filter_map(|pair| match pair {
        [a, b] => Some((*b - *a).num_days()),
        _ => None,
    });
    Ok(pauses.max().unwrap_or_default())
}

/// Where a statement begins on the day after another ends, and none that ends then closed with what it opens with.
fn breaks(links: &[Link<'_>]) -> Vec<ChainBreak> {
    let mut found: Vec<ChainBreak> = Vec::new();
    for link in links {
        let statement = &link.row.statement;
        let Some(stated) = statement.opening_minor else {
            continue;
        };
        let closings: Vec<i64> = links
            .iter()
            .filter(|before| before.until.checked_add_days(Days::new(1)) == Some(link.from))
            .filter(|before| before.row.statement.currency == statement.currency)
            .filter_map(|before| before.row.statement.closing_minor)
            .collect();
        let Some(expected) = closings.first().filter(|_| !closings.contains(&stated)) else {
            continue;
        };
        let broken = ChainBreak {
            date: link.from,
            expected: Money::from_minor(*expected, statement.currency),
            stated: Money::from_minor(stated, statement.currency),
        };
        // The same statement in two formats breaks once.
        if !found.contains(&broken) {
            found.push(broken);
        }
    }
    found.sort_by_key(|broken| broken.date);
    found
}
