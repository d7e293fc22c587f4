//! Where the money goes: to whom, and for what.

use std::cmp::Reverse;

use domain::CounterpartyId;
use store::{ConversationKind, CounterpartyRow, CounterpartySum, Read};

use super::{Scope, Span};
use crate::project::month_of;
use crate::{Category, Ledger, Result};

/// What went to one counterparty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpentWith {
    /// With whom.
    pub counterparty: CounterpartyRow,
    /// What it is, as the user says or as it seems.
    pub category: Option<String>,
    /// Money out less what came back, in minor units, above zero.
    pub net_minor: i64,
    /// What came back.
    pub back_minor: i64,
}

/// What went to the counterparties of one category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpentOn {
    /// The category's word; `None` where nothing says what they are.
    pub category: Option<String>,
    /// Money out less what came back, in minor units.
    pub net_minor: i64,
    /// How many counterparties.
    pub count: usize,
    /// Those to whom most went.
    pub with: Vec<SpentWith>,
}

/// Where the money of some months went, transfers between own accounts aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spending {
    /// Everything, in minor units.
    pub net_minor: i64,
    /// How many counterparties have a part in it.
    pub count: usize,
    /// Those to whom most went, the most first.
    pub with: Vec<SpentWith>,
    /// The same by category, the most first, where that was asked for.
    pub on: Vec<SpentOn>,
}

/// So many counterparties are told of.
const TOLD: usize = 40;
/// So many of each category.
const TOLD_OF_CATEGORY: usize = 5;

impl Ledger {
    /// Where the money of some months went: read from stored sums, but for one account among several of its currency, of which
    /// the entries of these months are read. A counterparty from which more came than went there has no part in it.
    ///
    /// # Errors
    /// The store's.
    pub fn spending(&self, scope: Scope, span: Span, by_category: bool) -> Result<Spending> {
        self.store.read(|read| {
            let mut sums = sums(read, scope, span)?;
            sums.retain(|sum| net(sum) > 0);
            sums.sort_by_key(|sum| (Reverse(net(sum)), sum.counterparty));
            let told = if by_category { sums.len() } else { TOLD };
            let mut with = sums
                .iter()
                .take(told)
                .map(|sum| spent_with(read, sum))
                .collect::<Result<Vec<_>>>()?;
            let on = if by_category { on(&with) } else { Vec::new() };
            with.truncate(TOLD);
            Ok(Spending {
                net_minor: sums.iter().map(net).sum(),
                count: sums.len(),
                with,
                on,
            })
        })
    }
}

fn net(sum: &CounterpartySum) -> i64 {
    -(sum.out_minor + sum.in_minor)
}

fn sums(read: Read<'_>, scope: Scope, span: Span) -> Result<Vec<CounterpartySum>> {
    let days = span.days();
    if let Some(account) = scope.account
        && read.has_sums_beside(account, scope.currency)?
    {
        return Ok(read.list_counterparty_sums_of(account, scope.currency, days)?);
    }
    let months = (month_of(span.from), month_of(span.until));
    let months = (months.0.as_str(), months.1.as_str());
    Ok(read.list_counterparty_sums(scope.currency, days.0, months)?)
}

fn spent_with(read: Read<'_>, sum: &CounterpartySum) -> Result<SpentWith> {
    Ok(SpentWith {
        counterparty: read.get_counterparty(sum.counterparty)?,
        category: category_of(read, sum.counterparty)?,
        net_minor: net(sum),
        back_minor: sum.in_minor,
    })
}

/// What a counterparty is, by its newest entry.
pub(crate) fn category_of(read: Read<'_>, id: CounterpartyId) -> Result<Option<String>> {
    let row = read.find_conversation(ConversationKind::Counterparty(id))?;
    let Some(last) = row.and_then(|row| row.last_entry) else {
        return Ok(None);
    };
    let category = Category::of_entry(&read.get_entry(last)?);
    Ok(category.map(|category| category.word))
}

/// By category; those that nothing is known of last.
fn on(with: &[SpentWith]) -> Vec<SpentOn> {
    let mut on: Vec<SpentOn> = Vec::new();
    for spent in with {
        let at = on.iter().position(|one| one.category == spent.category);
        let mut one = match at {
            Some(at) => on.swap_remove(at),
            None => SpentOn {
                category: spent.category.clone(),
                net_minor: 0,
                count: 0,
                with: Vec::new(),
            },
        };
        one.net_minor += spent.net_minor;
        one.count += 1;
        if one.with.len() < TOLD_OF_CATEGORY {
            one.with.push(spent.clone());
        }
        on.push(one);
    }
    on.sort_by_key(|one| (one.category.is_none(), Reverse(one.net_minor)));
    on
}
