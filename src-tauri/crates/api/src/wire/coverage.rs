//! The chain of statements.

use domain::Money;
use ledger::{ChainBreak, Coverage, Gap};

use super::{day, money};
use crate::coverage::{AccountCoverage, CoveragePeriod};
use crate::timeline::{ChainBreakItem, GapBalances, GapItem};

/// The chain of an account's statements.
pub(crate) fn account_coverage(account: i64, name: String, chain: &Coverage) -> AccountCoverage {
    let periods = chain.periods.iter().map(|period| CoveragePeriod {
        from: day(period.from),
        until: day(period.until),
        state: period.state.as_str().to_owned(),
        accepted: (chain.gaps.iter())
            .any(|gap| gap.is_accepted && (gap.from, gap.until) == (period.from, period.until)),
    });
    AccountCoverage {
        account,
        name,
        periods: periods.collect(),
        breaks: chain.breaks.iter().map(chain_break).collect(),
    }
}

pub(super) fn gap_item(gap: &Gap) -> GapItem {
    GapItem {
        date: day(gap.until),
        from: day(gap.from),
        until: day(gap.until),
        balances: gap.balances.map(|(closing, opening)| GapBalances {
            closing: money(closing),
            opening: money(opening),
            difference: money(difference(closing, opening)),
        }),
        accepted: gap.is_accepted,
    }
}

/// Of two amounts of one currency.
fn difference(from: Money, mut to: Money) -> Money {
    to.amount -= from.amount;
    to
}

pub(super) fn chain_break(broken: &ChainBreak) -> ChainBreakItem {
    ChainBreakItem {
        date: day(broken.date),
        expected: money(broken.expected),
        stated: money(broken.stated),
        difference: money(difference(broken.expected, broken.stated)),
    }
}
