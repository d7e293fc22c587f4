//! What a figure is of, in the user's language: of whom, of when, in how many payments; and what may be asked next.

use ask::Period;
use ask::question::{Flow, Per, What};
use chrono::{Datelike, Months};
use domain::{Decimal, Money, NaiveDate};
use ledger::{Answer, Counted, NounView, Proven, Uncovered};
use text::{DateStyle, Lang};

use super::{account_name, counterparty_name};
use crate::Words;
use crate::search::SearchMark;

/// A sentence, and where names and days stand in it, in UTF-16 code units.
pub(super) struct Sentence {
    pub(super) text: String,
    pub(super) strong: Vec<SearchMark>,
}

/// What a name of a question stands for, as shown.
pub(super) fn noun(view: &NounView, words: &Words) -> String {
    match view {
        NounView::Counterparty(row) => counterparty_name(row, words),
        NounView::Account(row) => account_name(row, words),
        NounView::Category(category) => {
            let own = || words.text(&format!("category-{}", category.word), &[]);
            category.name.clone().unwrap_or_else(own)
        }
        NounView::Tag(tag) => tag.clone(),
        NounView::Payment(word) => words.text(&format!("answer-payment-{word}"), &[]),
    }
}

pub(super) fn long_day(day: NaiveDate, words: &Words) -> String {
    text::date(day, DateStyle::Medium, words.lang())
}

/// A month without its year.
pub(super) fn month_name(day: NaiveDate, words: &Words) -> String {
    let month = text::date(day, DateStyle::Month, words.lang());
    month
        .trim_end_matches(|c: char| !c.is_alphabetic())
        .to_owned()
}

/// The days that no statement tells of.
pub(super) fn gaps(gaps: &[Uncovered], words: &Words) -> Vec<String> {
    /// A longer list is for the account's own conversation.
    const MOST: usize = 3;
    let first = gaps.first().map(|gap| gap.account.id);
    let is_one = gaps.iter().all(|gap| Some(gap.account.id) == first);
    let id = if is_one {
        "answer-gap"
    } else {
        "answer-gap-account"
    };
    let gaps = gaps.iter().take(MOST);
    gaps.map(|gap| {
        let (from, until) = both_days(gap.from, gap.until, words);
        let account = account_name(&gap.account, words);
        let args = [
            ("from", from.as_str()),
            ("until", until.as_str()),
            ("account", account.as_str()),
        ];
        words.text(id, &args)
    })
    .collect()
}

/// What chooses the plural of a word beside figures: French has the singular below two.
fn beside(figures: &[Money]) -> &'static str {
    match figures {
        [figure] if figure.amount.abs() < Decimal::TWO => "1",
        _ => "2",
    }
}

/// « 1er », « 14 mai 2026 »: what both days have in common is said once.
fn both_days(from: NaiveDate, until: NaiveDate, words: &Words) -> (String, String) {
    let (first, last) = (long_day(from, words), long_day(until, words));
    let is_same = (from.year(), from.month()) == (until.year(), until.month());
    let number = first.split(' ').next().unwrap_or_default();
    let first = if is_same { number } else { first.as_str() };
    (first.to_owned(), last)
}

/// Whether a name is of one sort.
type IsOf = fn(&NounView) -> bool;

/// Says things of one answer.
pub(super) struct Teller<'a> {
    pub(super) answer: &'a Answer,
    pub(super) words: &'a Words,
    pub(super) today: NaiveDate,
}

impl Teller<'_> {
    fn text(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.words.text(id, args)
    }

    /// « chez Grand Marché », « dans la catégorie Courses pour « café » », and the names in it.
    pub(super) fn whom(&self) -> (String, Vec<String>) {
        let flow = self.answer.meant.asked.flow;
        let is_in = flow == Some(Flow::In) || self.answer.meant.what == What::Refund;
        let sorts: [(&str, IsOf); 5] = [
            (
                if is_in {
                    "answer-whom-in"
                } else {
                    "answer-whom-out"
                },
                |view| matches!(view, NounView::Counterparty(_)),
            ),
            ("answer-whom-category", |view| {
                matches!(view, NounView::Category(_))
            }),
            ("answer-whom-payment", |view| {
                matches!(view, NounView::Payment(_))
            }),
            ("answer-whom-account", |view| {
                matches!(view, NounView::Account(_))
            }),
            ("answer-whom-tag", |view| matches!(view, NounView::Tag(_))),
        ];
        let (mut said, mut names) = (Vec::new(), Vec::new());
        for (id, is_of) in sorts {
            let own = self.answer.about.iter().filter(|view| is_of(view));
            let own: Vec<String> = own.map(|view| noun(view, self.words)).collect();
            if let Some(joined) = self.joined(&own) {
                said.push(self.text(id, &[("name", &joined)]));
                names.extend(own);
            }
        }
        let asked = &self.answer.meant.asked;
        if let Some(joined) = self.joined(&asked.words) {
            said.push(self.text("answer-whom-words", &[("name", &joined)]));
            names.extend(asked.words.iter().cloned());
        }
        if let Some(amounts) = &asked.amounts {
            let amount = super::chip::amount(amounts, self.words);
            said.push(self.text("answer-whom-amount", &[("name", &amount)]));
        }
        (said.join(" "), names)
    }

    fn joined(&self, names: &[String]) -> Option<String> {
        let (last, before) = names.split_last()?;
        if before.is_empty() {
            return Some(last.clone());
        }
        let first = before.join(", ");
        Some(self.text("answer-and", &[("first", &first), ("second", last)]))
    }

    /// « en mars 2026 », and the days in it; empty for all time where that goes without saying.
    fn when(&self, says_ever: bool) -> (String, String) {
        let Some(period) = self.answer.meant.asked.period else {
            let ever = self.text("answer-when-ever", &[]);
            return (if says_ever { ever } else { String::new() }, String::new());
        };
        let day = |day: NaiveDate| long_day(day, self.words);
        let label = super::chip::days(&period, self.words);
        let plain = |id: &str, name: &str| (self.text(id, &[(name, &label)]), label.clone());
        match (period.from, period.until) {
            (Some(from), Some(until)) if from == until => plain("answer-when-day", "day"),
            (Some(from), Some(until)) if is_year(from, until) => plain("answer-when-year", "year"),
            (Some(from), Some(until)) if is_month(from, until) => {
                plain("answer-when-month", "month")
            }
            (Some(from), Some(until)) => {
                let args = [("from", day(from)), ("until", day(until))];
                self.between("answer-when-days", &args)
            }
            (Some(from), None) => self.between("answer-when-since", &[("from", day(from))]),
            (None, Some(until)) => self.between("answer-when-until", &[("until", day(until))]),
            (None, None) => (String::new(), String::new()),
        }
    }

    fn between(&self, id: &str, days: &[(&str, String)]) -> (String, String) {
        let args: Vec<(&str, &str)> = days
            .iter()
            .map(|(name, day)| (*name, day.as_str()))
            .collect();
        let strong = days.first().map(|(_, day)| day.clone()).unwrap_or_default();
        (self.text(id, &args), strong)
    }

    /// A text of whom, of when and of how many.
    fn said(&self, id: &str, says_ever: bool, more: &[(&str, &str)]) -> Sentence {
        let (whom, names) = self.whom();
        let (when, days) = self.when(says_ever);
        let mut args = vec![("whom", whom.as_str()), ("when", when.as_str())];
        args.extend(more);
        let text = tidy(&self.text(id, &args));
        let strong = marks(&text, names.iter().chain([&days]));
        Sentence { text, strong }
    }

    /// What the figure of counted entries is of.
    pub(super) fn counted(&self, counted: &Counted) -> Sentence {
        let meant = &self.answer.meant;
        let flow = meant.asked.flow.unwrap_or(Flow::Net).as_str();
        let count = counted.count.to_string();
        let figure = beside(&counted.figures);
        let whom = [("count", count.as_str()), ("figure", figure)];
        let has_merchant = self
            .answer
            .about
            .iter()
            .any(|view| matches!(view, NounView::Counterparty(_)));
        match meant.what {
            What::Sum => {
                let lead = if has_merchant { "no" } else { "yes" };
                let args = [
                    ("count", count.as_str()),
                    ("lead", lead),
                    ("figure", figure),
                ];
                self.said(&format!("answer-sum-{flow}"), true, &args)
            }
            What::Average => {
                let per = meant.asked.per.unwrap_or(Per::Month).as_str();
                self.said(&format!("answer-average-{per}"), true, &[])
            }
            What::Refund => self.said("answer-refund", true, &whom),
            What::Last | What::First | What::Largest | What::Smallest => {
                self.one(counted, meant.what, flow)
            }
            _ => self.said(&format!("answer-count-{flow}"), true, &whom),
        }
    }

    /// One entry: which one it is, and with whom where that is not said.
    fn one(&self, counted: &Counted, what: What, flow: &str) -> Sentence {
        let item = match what {
            What::Last => counted.entries.last(),
            _ => counted.entries.first(),
        };
        let day = item.map(|item| long_day(item.date, self.words));
        let day = day.unwrap_or_default();
        let id = format!("answer-{}-{flow}", what.as_str());
        let mut sentence = self.said(&id, false, &[("day", &day)]);
        let mut strong = vec![day];
        let is_of_one = matches!(self.answer.about.as_slice(), [NounView::Counterparty(_)]);
        if let Some(ledger::ItemKind::Entry(row, _)) = item.map(|item| &item.kind)
            && !is_of_one
        {
            let name = counterparty_name(&row.counterparty, self.words);
            let args = [("sentence", sentence.text.as_str()), ("name", &name)];
            sentence.text = self.text("answer-by", &args);
            strong.push(name);
        }
        sentence.strong = marks(&sentence.text, &strong);
        sentence
    }

    /// That there is nothing.
    pub(super) fn nothing(&self) -> Sentence {
        let id = match self.answer.meant.what {
            What::Refund => "answer-nothing-refund",
            What::Balance => "answer-nothing-held",
            What::Arrival => "answer-nothing-parcel",
            _ => "answer-nothing",
        };
        let mut sentence = self.said(id, false, &[]);
        sentence.text = sentence.text.replace(" .", ".");
        sentence
    }

    /// That no week, month or year is whole, so that there is nothing to divide by.
    pub(super) fn no_average(&self) -> Sentence {
        let per = self.answer.meant.asked.per.unwrap_or(Per::Month).as_str();
        self.said("answer-nothing-average", true, &[("per", per)])
    }

    /// That statements prove the days that are asked for, where all of them are over.
    pub(super) fn proof(&self, proven: &Proven) -> Option<String> {
        if !proven.is_proved {
            return None;
        }
        match self.answer.meant.asked.period {
            Some(Period {
                from: Some(from),
                until: Some(until),
            }) if is_month(from, until) => {
                let month = month_name(from, self.words);
                let is_vowel = month.starts_with(['a', 'o']);
                let vowel = if is_vowel { "yes" } else { "no" };
                Some(self.text("answer-proved", &[("month", &month), ("vowel", vowel)]))
            }
            _ => Some(self.text("answer-proved-days", &[])),
        }
    }

    /// Up to which day statements go, and whose where several accounts are asked.
    pub(super) fn known_until(&self, proven: &Proven) -> Option<String> {
        let (account, last) = proven.known_until.as_ref()?;
        let (account, last) = (
            account_name(account, self.words),
            long_day(*last, self.words),
        );
        let args = [("account", account.as_str()), ("day", last.as_str())];
        let id = if proven.accounts > 1 {
            "answer-known-until-account"
        } else {
            "answer-known-until"
        };
        Some(self.text(id, &args))
    }

    /// The days of a period, as a chip has them: of a month the first and the last.
    pub(super) fn period_label(&self, period: Option<Period>) -> String {
        let Some(period) = period else {
            return self.text("answer-ever", &[]);
        };
        match (period.from, period.until) {
            (Some(from), Some(until)) if is_month(from, until) => {
                let first = match self.words.lang() {
                    Lang::Fr => "1er",
                    Lang::En => "1",
                };
                let month = super::chip::days(&period, self.words);
                let last = format!("{} {month}", until.day());
                self.text("answer-days-of-month", &[("from", first), ("until", &last)])
            }
            _ => super::chip::days(&period, self.words),
        }
    }

    /// What may be asked next, going on from this question.
    pub(super) fn follow_ups(&self) -> Vec<String> {
        let meant = &self.answer.meant;
        let text = |id: &str| self.text(id, &[]);
        let mut next = Vec::new();
        match meant.what {
            What::Sum => {
                next.extend(self.next_month());
                let has_merchant = self
                    .answer
                    .about
                    .iter()
                    .any(|view| matches!(view, NounView::Counterparty(_)));
                let is_open = !is_short(meant.asked.period);
                match meant.asked.per {
                    None if is_open => next.push(text("answer-follow-by-month")),
                    None => next.push(text("answer-follow-week")),
                    Some(_) => {}
                }
                if !has_merchant && meant.asked.per != Some(Per::Counterparty) {
                    next.push(text("answer-follow-whom"));
                }
                if meant.asked.flow == Some(Flow::Out) {
                    next.push(text("answer-follow-largest"));
                }
            }
            What::Count | What::List => next.push(text("answer-follow-total")),
            What::Last | What::First => next.push(text("answer-follow-total")),
            What::Average | What::Refund => next.push(text("answer-follow-this-year")),
            What::Largest | What::Smallest => next.push(text("answer-follow-total")),
            What::Balance | What::Arrival => {}
        }
        next
    }

    /// The month after the one that is asked, or before it where there is none yet.
    fn next_month(&self) -> Option<String> {
        let period = self.answer.meant.asked.period?;
        let (from, until) = (period.from?, period.until?);
        if !is_month(from, until) {
            return None;
        }
        let after = from.checked_add_months(Months::new(1))?;
        let next = if after <= self.today {
            after
        } else {
            from.checked_sub_months(Months::new(1))?
        };
        // A month without its year is the latest that has begun.
        let back = i32::from(next.month() > self.today.month());
        let month = if next.year() == self.today.year() - back {
            month_name(next, self.words)
        } else {
            text::date(next, DateStyle::Month, self.words.lang())
        };
        Some(self.text("answer-follow-month", &[("month", &month)]))
    }
}

fn is_short(period: Option<Period>) -> bool {
    let ends = period.and_then(|period| period.from.zip(period.until));
    ends.is_some_and(|(from, until)| (until - from).num_days() < 62)
}

pub(super) fn is_month(from: NaiveDate, until: NaiveDate) -> bool {
    let is_same = (from.year(), from.month()) == (until.year(), until.month());
    is_same && from.day() == 1 && until.succ_opt().is_some_and(|next| next.day() == 1)
}

fn is_year(from: NaiveDate, until: NaiveDate) -> bool {
    let ends = [(from.month(), from.day()), (until.month(), until.day())];
    from.year() == until.year() && ends == [(1, 1), (12, 31)]
}

/// What was empty goes with the space and the comma before it.
fn tidy(text: &str) -> String {
    let mut text = text.replace(" ,", ",");
    while text.contains("  ") {
        text = text.replace("  ", " ");
    }
    let text = text.replace(" ,", ",").replace(", ,", ",");
    text.trim_matches([' ', ',']).to_owned()
}

/// Where these stand in a text, in UTF-16 code units.
pub(super) fn marks<'a>(text: &str, said: impl IntoIterator<Item = &'a String>) -> Vec<SearchMark> {
    let mut marks: Vec<SearchMark> = said
        .into_iter()
        .filter(|said| !said.is_empty())
        .filter_map(|said| {
            let at = text.find(said.as_str())?;
            let place = ask::Span {
                start: at,
                end: at + said.len(),
            }
            .utf16(text);
            let unit = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            Some(SearchMark {
                start: unit(place.start),
                end: unit(place.end),
            })
        })
        .collect();
    marks.sort_by_key(|mark| mark.start);
    marks.dedup();
    marks
}
