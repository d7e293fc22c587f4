//! Other readings of a question: each with what it would be kept as, were it chosen.

use ask::Period;
use ask::question::{Flow, Noun, Per, What};
use chrono::{Datelike, Months};
use domain::NaiveDate;
use store::ConversationKind;

use super::stretch::{only_month, start_of};
use super::{Answerer, Asking, Chosen, Meant, NounView, SaidNoun, SaidPeriod};
use crate::Result;

/// Another reading.
#[derive(Debug, Clone)]
pub struct OtherReading {
    /// What it is.
    pub reading: Reading,
    /// What is kept of it, as all other choices are.
    pub kept: Chosen,
    /// Whether it is the one that is answered.
    pub is_current: bool,
}

/// What another reading says.
#[derive(Debug, Clone)]
pub enum Reading {
    /// Words that have several readings, or none, stand for this; by where they begin.
    Name(usize, NounView),
    /// It is of this, instead of whom it is of.
    Whom(NounView),
    /// It is of everybody.
    Everybody,
    /// It is of these days; of all time.
    Period(Option<Period>),
    /// It is of money that goes this way.
    Flow(Flow),
    /// It is parted by this, or by nothing.
    Per(Option<Per>),
}

/// So many others are offered.
const OTHERS: u32 = 6;

impl Answerer<'_> {
    pub(super) fn choices(
        &self,
        meant: &Meant,
        with: Option<ConversationKind>,
        asking: &Asking,
    ) -> Result<Vec<OtherReading>> {
        let mut choices = Vec::new();
        self.names(meant, asking, &mut choices)?;
        if !meant.is_understood || !meant.doubts.is_empty() {
            return Ok(choices);
        }
        if !matches!(meant.what, What::Balance) {
            self.whom(meant, with, asking, &mut choices)?;
        }
        self.periods(meant, asking, &mut choices);
        if matches!(
            meant.what,
            What::Sum | What::Average | What::Count | What::List | What::Last
        ) {
            flows(meant, asking, &mut choices);
        }
        if matches!(meant.what, What::Sum | What::Average) {
            pers(meant, asking, &mut choices);
        }
        Ok(choices)
    }

    /// For words with several readings these; for those with none the nearest names.
    fn names(&self, meant: &Meant, asking: &Asking, choices: &mut Vec<OtherReading>) -> Result<()> {
        let doubts = meant.doubts.iter().map(|doubt| (doubt.span, &doubt.nouns));
        let unknown = meant.unknown.iter().map(|one| (one.span, &one.nearest));
        for (span, nouns) in doubts.chain(unknown) {
            for noun in nouns {
                let mut kept = asking.chosen.clone();
                kept.names.insert(span.start, SaidNoun::from(noun));
                choices.push(OtherReading {
                    reading: Reading::Name(span.start, self.view(noun)?),
                    kept,
                    is_current: false,
                });
            }
        }
        Ok(())
    }

    /// With whom: those it is of, the one whose conversation it is asked in, those heard of lately, everybody.
    fn whom(
        &self,
        meant: &Meant,
        with: Option<ConversationKind>,
        asking: &Asking,
        choices: &mut Vec<OtherReading>,
    ) -> Result<()> {
        let is_whom = |noun: &&Noun| matches!(noun, Noun::Counterparty(_) | Noun::Category(_));
        let about = &meant.asked.about;
        let current: Vec<Noun> = about.iter().filter(is_whom).cloned().collect();
        let rest: Vec<SaidNoun> = about
            .iter()
            .filter(|noun| !is_whom(noun))
            .map(SaidNoun::from)
            .collect();
        let mut offered = current.clone();
        if let Some(ConversationKind::Counterparty(id)) = with {
            offered.push(Noun::Counterparty(self.read.root_of(id)?));
        }
        for row in self.read.list_conversations(OTHERS)? {
            if let ConversationKind::Counterparty(id) = row.with {
                offered.push(Noun::Counterparty(id));
            }
        }
        let mut seen: Vec<Noun> = Vec::new();
        for noun in offered {
            if seen.contains(&noun) {
                continue;
            }
            let mut kept = asking.chosen.clone();
            let own = std::iter::once(SaidNoun::from(&noun));
            kept.about = Some(own.chain(rest.clone()).collect());
            choices.push(OtherReading {
                reading: Reading::Whom(self.view(&noun)?),
                kept,
                is_current: current == [noun.clone()],
            });
            seen.push(noun);
        }
        let mut kept = asking.chosen.clone();
        kept.about = Some(rest);
        choices.push(OtherReading {
            reading: Reading::Everybody,
            kept,
            is_current: current.is_empty(),
        });
        Ok(())
    }

    /// Of when: what it is, the months beside it, the same month a year before, this month, this year, all time.
    fn periods(&self, meant: &Meant, asking: &Asking, choices: &mut Vec<OtherReading>) {
        let current = meant.asked.period;
        let mut offered: Vec<Option<Period>> = vec![current];
        if let Some(month) = only_month(current) {
            let beside = [
                month.checked_sub_months(Months::new(1)),
                month.checked_add_months(Months::new(1)),
                month.checked_sub_months(Months::new(12)),
            ];
            let told = beside.into_iter().flatten();
            offered.extend(told.filter(|day| *day <= self.today).map(month_from));
        }
        let year = current
            .and_then(|period| period.from)
            .map_or(self.today.year(), |day| day.year());
        offered.push(start_of(Per::Month, self.today).and_then(month_from));
        offered.push(year_of(year));
        offered.push(year_of(self.today.year()));
        offered.push(None);
        let mut seen: Vec<Option<Period>> = Vec::new();
        for period in offered {
            if seen.contains(&period) {
                continue;
            }
            seen.push(period);
            let mut kept = asking.chosen.clone();
            kept.period = Some(SaidPeriod::from(period));
            choices.push(OtherReading {
                reading: Reading::Period(period),
                kept,
                is_current: period == current,
            });
        }
    }
}

fn month_from(day: NaiveDate) -> Option<Period> {
    let next = day.checked_add_months(Months::new(1))?;
    Some(Period {
        from: Some(day),
        until: next.pred_opt(),
    })
}

fn year_of(year: i32) -> Option<Period> {
    Some(Period {
        from: Some(NaiveDate::from_ymd_opt(year, 1, 1)?),
        until: Some(NaiveDate::from_ymd_opt(year, 12, 31)?),
    })
}

fn flows(meant: &Meant, asking: &Asking, choices: &mut Vec<OtherReading>) {
    for flow in [Flow::Out, Flow::In, Flow::Net] {
        let mut kept = asking.chosen.clone();
        kept.flow = Some(flow.as_str().to_owned());
        choices.push(OtherReading {
            reading: Reading::Flow(flow),
            kept,
            is_current: meant.asked.flow.unwrap_or(Flow::Net) == flow,
        });
    }
}

fn pers(meant: &Meant, asking: &Asking, choices: &mut Vec<OtherReading>) {
    let nothing = (meant.what == What::Sum).then_some(None);
    let units = [Per::Week, Per::Month, Per::Year].map(Some);
    let whom = (meant.what == What::Sum).then_some(Some(Per::Counterparty));
    for per in nothing.into_iter().chain(units).chain(whom) {
        let mut kept = asking.chosen.clone();
        kept.per = Some(per.map_or("", Per::as_str).to_owned());
        choices.push(OtherReading {
            reading: Reading::Per(per),
            kept,
            is_current: meant.asked.per == per,
        });
    }
}
