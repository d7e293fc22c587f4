//! The overview.

use std::cmp::Reverse;

use domain::{Currency, NaiveDate};
use ledger::{DaysOf, Fee, FeeGroup as Heading, MonthSum};

use super::{counterparty_name, day, minor, text_id};
use crate::Words;
use crate::overview::{
    DaysOfAccount, FeeGroup, FeeKind, FeeLine, Fees, MonthSpan, Overview, OverviewMonth, Spending,
    SpentOn, SpentWith, UnprovedStatement,
};

/// `YYYY-MM`.
fn month(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What months come to.
pub(crate) fn overview(overview: &ledger::Overview, currency: Currency) -> Overview {
    Overview {
        months: overview
            .months
            .iter()
            .map(|sum| overview_month(sum, currency))
            .collect(),
        known: overview.known.map(|span| MonthSpan {
            from: month(span.from),
            until: month(span.until),
        }),
        statements: count(overview.statements),
        proved: count(overview.proved),
        gaps: overview.gaps.iter().map(days_of).collect(),
        unproved: overview
            .unproved
            .iter()
            .map(|statement| UnprovedStatement {
                days: days_of(&statement.days),
                broken: statement.is_broken,
            })
            .collect(),
        told: overview.told.iter().map(days_of).collect(),
        others: overview
            .others
            .iter()
            .map(|other| other.code().to_owned())
            .collect(),
    }
}

fn overview_month(sum: &MonthSum, currency: Currency) -> OverviewMonth {
    let (income, spending) = (sum.movement.income(), sum.movement.spending());
    OverviewMonth {
        month: month(sum.month),
        money_in: minor(income, currency),
        out: minor(spending, currency),
        net: minor(income + spending, currency),
        count: sum.movement.count,
        state: sum.state.map(|state| state.as_str().to_owned()),
    }
}

fn days_of(days: &DaysOf) -> DaysOfAccount {
    DaysOfAccount {
        account: days.account.0,
        from: day(days.from),
        until: day(days.until),
    }
}

/// Where the money went.
pub(crate) fn spending(spending: &ledger::Spending, currency: Currency, words: &Words) -> Spending {
    let with = |spent: &[ledger::SpentWith]| -> Vec<SpentWith> {
        let told = spent.iter();
        told.map(|spent| spent_with(spent, currency, words))
            .collect()
    };
    Spending {
        total: minor(spending.net_minor, currency),
        count: count(spending.count),
        with: with(&spending.with),
        on: spending
            .on
            .iter()
            .map(|on| SpentOn {
                category: on.category.clone(),
                money: minor(on.net_minor, currency),
                count: count(on.count),
                with: with(&on.with),
            })
            .collect(),
    }
}

fn spent_with(spent: &ledger::SpentWith, currency: Currency, words: &Words) -> SpentWith {
    SpentWith {
        id: spent.counterparty.id.0,
        name: counterparty_name(&spent.counterparty, words),
        counterparty_kind: spent.counterparty.counterparty.kind.clone(),
        category: spent.category.clone(),
        money: minor(spent.net_minor, currency),
        back: (spent.back_minor > 0).then(|| minor(spent.back_minor, currency)),
    }
}

/// The fees of a year.
pub(crate) fn fees(fees: &ledger::Fees, currency: Currency, words: &Words) -> Fees {
    let before = fees.before_minor;
    let groups = Heading::ALL
        .iter()
        .filter_map(|heading| fee_group(&fees.lines, *heading, currency, words));
    Fees {
        year: fees.year,
        until: day(fees.until),
        total: minor(fees.taken_minor, currency),
        before: before.map(|before| minor(before, currency)),
        difference: before.map(|before| minor(fees.taken_minor - before, currency)),
        groups: groups.collect(),
        lines: fees
            .lines
            .iter()
            .map(|line| fee_line(line, words))
            .collect(),
    }
}

fn fee_group(
    lines: &[ledger::FeeLine],
    heading: Heading,
    currency: Currency,
    words: &Words,
) -> Option<FeeGroup> {
    let mut kinds: Vec<(Fee, i64, Vec<String>)> = Vec::new();
    for line in lines.iter().filter(|line| line.fee.group() == heading) {
        let taken = -line.row.amount_minor;
        match kinds.iter_mut().find(|(fee, ..)| *fee == line.fee) {
            Some((_, sum, days)) => {
                *sum += taken;
                days.push(day(line.row.day));
            }
            None => kinds.push((line.fee, taken, vec![day(line.row.day)])),
        }
    }
    if kinds.is_empty() {
        return None;
    }
    kinds.sort_by_key(|(fee, sum, _)| (Reverse(*sum), *fee));
    Some(FeeGroup {
        group: heading.as_str().to_owned(),
        name: words.text(&format!("fee-group-{}", heading.as_str()), &[]),
        money: minor(kinds.iter().map(|(_, sum, _)| sum).sum(), currency),
        kinds: kinds
            .into_iter()
            .map(|(fee, sum, days)| FeeKind {
                fee: fee.as_str().to_owned(),
                name: fee_name(fee, days.len(), words),
                money: minor(sum, currency),
                days,
            })
            .collect(),
    })
}

/// `card fee`, `withdrawal fees`.
fn fee_name(fee: Fee, count: usize, words: &Words) -> String {
    let count = count.to_string();
    words.text(&text_id("fee", fee.as_str()), &[("count", &count)])
}

fn fee_line(line: &ledger::FeeLine, words: &Words) -> FeeLine {
    FeeLine {
        entry: line.row.entry.0,
        account: line.row.account.0,
        counterparty: line.row.counterparty.0,
        date: day(line.row.day),
        group: line.fee.group().as_str().to_owned(),
        fee: line.fee.as_str().to_owned(),
        name: fee_name(line.fee, 1, words),
        text: line.words.clone(),
        money: minor(line.row.amount_minor, line.row.currency),
    }
}
