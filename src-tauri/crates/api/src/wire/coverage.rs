//! The chain of statements.

use ledger::{ChainBreak, Coverage, Period};

use super::{day, money};
use crate::coverage::{AccountCoverage, CoveragePeriod};
use crate::timeline::{ChainBreakItem, GapItem};

/// The chain of an account's statements.
pub(crate) fn account_coverage(account: i64, name: String, chain: &Coverage) -> AccountCoverage {
    let periods = chain.periods.iter().map(|period| CoveragePeriod {
        from: day(period.from),
        until: day(period.until),
        state: period.state.as_str().to_owned(),
    });
    AccountCoverage {
        account,
        name,
        periods: periods.collect(),
        breaks: chain.breaks.iter().map(chain_break).collect(),
    }
}

pub(super) fn gap_item(gap: &Period) -> GapItem {
    GapItem {
        date: day(gap.until),
        from: day(gap.from),
        until: day(gap.until),
    }
}

pub(super) fn chain_break(broken: &ChainBreak) -> ChainBreakItem {
    let mut difference = broken.stated;
    difference.amount -= broken.expected.amount;
    ChainBreakItem {
        date: day(broken.date),
        expected: money(broken.expected),
        stated: money(broken.stated),
        difference: money(difference),
    }
}
