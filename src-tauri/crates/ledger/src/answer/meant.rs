//! A question as it is meant where it is asked: what its words leave open is said by the conversation, by the question before
//! it, and by what was chosen.

use ask::Period;
use ask::question::{Asked, Doubt, Flow, Names, Noun, Per, Question, Unknown, What, understand};
use chrono::{Datelike, Months};
use domain::NaiveDate;
use store::{ConversationKind, Read};

use super::{Asking, SaidNoun};
use crate::Result;

/// How many questions are gone on from one after the other.
const LONGEST: usize = 16;

/// What a question means.
#[derive(Debug, Clone)]
pub struct Meant {
    /// What is asked.
    pub what: What,
    /// The rest of it.
    pub asked: Asked,
    /// Whether the conversation says of whom, and not the words.
    pub is_here: bool,
    /// The day it was asked on.
    pub day: NaiveDate,
    /// Which words have several readings.
    pub doubts: Vec<Doubt>,
    /// Which words have none.
    pub unknown: Vec<Unknown>,
    /// Whether it can be answered.
    pub is_understood: bool,
}

impl Meant {
    pub(super) fn of(
        read: Read<'_>,
        names: &Names,
        with: Option<ConversationKind>,
        asking: &Asking,
    ) -> Result<Self> {
        let question = heard(names, asking, LONGEST);
        let is_understood = question.is_understood();
        let mut asked = question.asked;
        for noun in &mut asked.about {
            if let Noun::Counterparty(id) = noun {
                *id = read.root_of(*id)?;
            }
        }
        let mut what = asked.what.unwrap_or(What::Sum);
        let is_here = here(&mut asked, what, with, asking);
        let is_of_somebody = asked
            .about
            .iter()
            .any(|noun| matches!(noun, Noun::Counterparty(_) | Noun::Category(_)));
        // Only accounts hold something: with a merchant it is what came in less what went out.
        if what == What::Balance && is_of_somebody {
            what = What::Sum;
            asked.flow = Some(Flow::Net);
        }
        if what == What::Average {
            let per = match asked.per {
                Some(per @ (Per::Week | Per::Year)) => per,
                _ => Per::Month,
            };
            asked.per = Some(per);
            let is_open = asked.period.is_none() && !asked.is_ever;
            if is_open && asking.chosen.period.is_none() {
                asked.period = lately(per, asking.day);
            }
        }
        Ok(Meant {
            what,
            asked,
            is_here,
            day: asking.day,
            doubts: question.doubts,
            unknown: question.unknown,
            is_understood,
        })
    }
}

/// What the words say, after the question that they go on from, with what was chosen.
fn heard(names: &Names, asking: &Asking, depth: usize) -> Question {
    let mut question = understand(&asking.question, names, asking.day);
    let chosen = &asking.chosen;
    if let Some(before) = &chosen.after
        && depth > 0
    {
        let before = heard(names, before, depth - 1).asked;
        go_on(&mut question.asked, before);
        question.goes_on = true;
    }
    let asked = &mut question.asked;
    question.doubts.retain(|doubt| {
        let said = chosen.names.get(&doubt.span.start);
        asked.about.extend(said.map(Noun::from));
        said.is_none()
    });
    question.unknown.retain(|unknown| {
        let said = chosen.names.get(&unknown.span.start);
        asked.about.extend(said.map(Noun::from));
        said.is_none()
    });
    if let Some(about) = &chosen.about {
        asked.about = about.iter().map(Noun::from).collect();
    }
    if let Some(flow) = &chosen.flow {
        asked.flow = Flow::from_word(flow);
    }
    if let Some(period) = chosen.period {
        asked.period = period.period();
        asked.is_ever = asked.period.is_none();
    }
    if let Some(per) = &chosen.per {
        asked.per = Per::from_word(per);
    }
    question
}

/// Fills what is not said from the question before.
fn go_on(asked: &mut Asked, before: Asked) {
    let names_something = !asked.about.is_empty() || !asked.words.is_empty();
    if !names_something {
        asked.about = before.about;
        asked.words = before.words;
    }
    if asked.what.is_none() {
        asked.flow = asked.flow.or(before.flow);
    }
    asked.what = asked.what.or(before.what);
    if asked.period.is_none() && !asked.is_ever {
        asked.period = before.period;
        asked.is_ever = before.is_ever;
    }
    asked.amounts = asked.amounts.or(before.amounts);
    asked.per = asked.per.or(before.per);
    asked.limit = asked.limit.or(before.limit);
}

/// Adds the conversation that it is asked in, where nothing else is named; whether it was added.
fn here(asked: &mut Asked, what: What, with: Option<ConversationKind>, asking: &Asking) -> bool {
    let is_chosen = |chosen: &Option<Vec<SaidNoun>>| chosen.is_some();
    if is_chosen(&asking.chosen.about) {
        return false;
    }
    let is_whom = |noun: &Noun| matches!(noun, Noun::Counterparty(_) | Noun::Category(_));
    let names_whom = asked.about.iter().any(is_whom);
    match with {
        Some(ConversationKind::Counterparty(id)) => {
            let is_meant =
                !names_whom && what != What::Balance && asked.per != Some(Per::Counterparty);
            if is_meant {
                asked.about.insert(0, Noun::Counterparty(id));
            }
            is_meant
        }
        // Whoever is named is meant wherever the money came from.
        Some(ConversationKind::Account(id)) => {
            let is_account = |noun: &Noun| matches!(noun, Noun::Account(_));
            let is_meant = !names_whom && !asked.about.iter().any(is_account);
            if is_meant {
                asked.about.push(Noun::Account(id));
            }
            is_meant
        }
        None => false,
    }
}

/// The twelve weeks or months, or the five years, that were over on a day.
fn lately(per: Per, day: NaiveDate) -> Option<Period> {
    let first = day.with_day(1)?;
    let (from, next) = match per {
        Per::Week => {
            let back = u64::from(day.weekday().num_days_from_monday());
            let monday = day.checked_sub_days(chrono::Days::new(back))?;
            (monday.checked_sub_days(chrono::Days::new(84))?, monday)
        }
        Per::Year => {
            let first = first.with_month(1)?;
            (first.checked_sub_months(Months::new(60))?, first)
        }
        Per::Month | Per::Counterparty => (first.checked_sub_months(Months::new(12))?, first),
    };
    Some(Period {
        from: Some(from),
        until: next.pred_opt(),
    })
}
