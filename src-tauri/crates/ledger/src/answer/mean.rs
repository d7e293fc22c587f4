//! What weeks, months and years come to on average, and beside one another: only those that are over and wholly told of.

use ask::Period;
use ask::question::{Per, What};
use domain::{Currency, Decimal, Money, NaiveDate};
use store::ConversationKind;

use super::stretch::{only_month, start_of, stretches};
use super::sum::Sum;
use super::wanted::Wanted;
use super::{Answerer, Bar, Counted, Meant, Proven, ends};
use crate::Result;

impl Answerer<'_> {
    /// Σ ÷ the weeks, months or years that are over, wholly asked for and wholly told of, from the first with anything on.
    pub(super) fn average(
        &self,
        meant: &Meant,
        wanted: &Wanted,
        sums: &[Sum],
        counted: &mut Counted,
    ) -> Result<()> {
        let per = meant.asked.per.unwrap_or(Per::Month);
        let period = meant.asked.period;
        let (from, until) = ends(period, self.today);
        let begun = from.max(self.first_day(wanted)?).unwrap_or(until);
        let mut over = stretches(per, begun, until.min(self.today), usize::MAX);
        over.retain(|(first, last)| {
            from.is_none_or(|from| from <= *first) && *last <= until && *last < self.today
        });
        let whole = Period {
            from: over.first().map(|(first, _)| *first),
            until: over.last().map(|(_, last)| *last),
        };
        let cover = self.cover(wanted, Some(whole))?;
        counted.average = None;
        let totals = std::mem::take(&mut counted.figures);
        for currency in totals.iter().map(|money| money.currency) {
            let told: Vec<(NaiveDate, NaiveDate)> = over
                .iter()
                .filter(|(first, last)| !cover.misses(*first, *last, currency))
                .copied()
                .collect();
            let is_told = |day: NaiveDate| {
                let mut within = told.iter();
                within.any(|(first, last)| *first <= day && day <= *last)
            };
            let own = sums.iter().filter(|sum| sum.currency == currency);
            let total: i64 = own
                .filter(|sum| is_told(sum.day))
                .map(|sum| sum.minor(meant.asked.flow))
                .sum();
            let total = Money::from_minor(total, currency).amount;
            let share = total.checked_div(Decimal::from(told.len()));
            let share = share.map(|share| Money::new(share, currency).rounded().0);
            counted.figures.extend(share);
        }
        Ok(())
    }

    /// The first day that is told of: of the one counterparty, else of any account that is asked.
    fn first_day(&self, wanted: &Wanted) -> Result<Option<NaiveDate>> {
        if let Some([id]) = wanted.counterparties.as_deref() {
            let with = ConversationKind::Counterparty(*id);
            return Ok(self.read.first_date(with)?);
        }
        let mut first: Option<NaiveDate> = None;
        for account in self.accounts(wanted)? {
            let day = self.read.days_of_account(account)?.map(|days| days.0);
            first = first.into_iter().chain(day).min();
        }
        Ok(first)
    }
}

/// What the bars come to on average: those that are over and wholly told of, from the first with anything on; none of fewer
/// than two.
pub(super) fn mean(bars: &[Bar], currency: Currency) -> Option<Money> {
    let told: Vec<&Bar> = bars
        .iter()
        .skip_while(|bar| bar.money.amount.is_zero())
        .filter(|bar| !bar.is_partial)
        .collect();
    if told.len() < 2 {
        return None;
    }
    let total: Decimal = told.iter().map(|bar| bar.money.amount).sum();
    let share = total.checked_div(Decimal::from(told.len()))?;
    Some(Money::new(share, currency).rounded().0)
}

/// By how much one whole month that is over comes to more than the one before it, where both are wholly told of.
pub(super) fn before(
    meant: &Meant,
    sums: &[Sum],
    currency: Currency,
    today: NaiveDate,
    cover: &Proven,
) -> Option<(Money, NaiveDate)> {
    if meant.what != What::Sum || meant.asked.per.is_some() {
        return None;
    }
    let month = only_month(meant.asked.period)?;
    let until = meant.asked.period?.until?;
    let last = start_of(Per::Month, month.pred_opt()?)?;
    let of = |start: NaiveDate| -> i64 {
        let own = sums
            .iter()
            .filter(|sum| sum.currency == currency && sum.day == start);
        own.map(|sum| sum.minor(meant.asked.flow)).sum()
    };
    let is_known = sums.iter().any(|sum| sum.day <= last) && !cover.misses(last, until, currency);
    (until < today && is_known).then(|| {
        let more = of(month) - of(last);
        (Money::from_minor(more, currency), last)
    })
}
