//! An invented household's names, and a question in a few signs, as the tables write it.

use std::ops::Bound;

use ask::question::{Named, Names, Noun, Question, understand};
use ask::{Amounts, Period};
use chrono::{Datelike, NaiveDate};
use domain::{AccountId, CounterpartyId, Decimal};

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 4).expect("a day")
}

const COUNTERPARTIES: &[&str] = &[
    "Grand Marché",
    "Volt & Cie",
    "Onde Mobile",
    "Énergie Claire",
    "Boulangerie Morel",
    "Pharmacie du Canal",
    "Pharmacie Centrale",
    "Transports Métropole",
    "Atelier Nord",
    "La Poste",
];

const OTHERS: &[(&str, &[&str])] = &[
    ("Compte courant", &["Compte courant", "current account"]),
    ("Livret A", &["Livret A"]),
    ("groceries", &["Courses", "Groceries"]),
];

/// What a noun is called in the tables.
pub(crate) fn noun(noun: &Noun) -> &str {
    match noun {
        Noun::Counterparty(CounterpartyId(id)) => {
            COUNTERPARTIES[usize::try_from(*id).expect("an id") - 1]
        }
        Noun::Account(AccountId(id)) => OTHERS[usize::try_from(*id).expect("an id") - 1].0,
        Noun::Category(word) | Noun::Tag(word) | Noun::Payment(word) => word,
    }
}

pub(crate) fn names() -> Names {
    let counterparties = COUNTERPARTIES.iter().zip(1..).map(|(name, id)| Named {
        noun: Noun::Counterparty(CounterpartyId(id)),
        name: (*name).to_owned(),
    });
    let others = OTHERS.iter().zip(1..).flat_map(|((word, called), id)| {
        called.iter().map(move |name| Named {
            noun: match *word {
                "groceries" => Noun::Category("groceries".to_owned()),
                _ => Noun::Account(AccountId(id)),
            },
            name: (*name).to_owned(),
        })
    });
    Names::new(counterparties.chain(others))
}

/// What was understood of a question, in a few signs.
fn told(question: &Question, typed: &str) -> String {
    let asked = &question.asked;
    let mut said: Vec<String> = Vec::new();
    if question.goes_on {
        said.push("…".to_owned());
    }
    said.extend(asked.what.map(|what| what.as_str().to_owned()));
    said.extend(asked.flow.map(|flow| flow.as_str().to_owned()));
    let about: Vec<String> = asked
        .about
        .iter()
        .map(|one| match one {
            Noun::Tag(tag) => format!("#{tag}"),
            Noun::Payment(word) => format!("payment {word}"),
            other => noun(other).to_owned(),
        })
        .collect();
    if !about.is_empty() {
        said.push(about.join(" + "));
    }
    for doubt in &question.doubts {
        let nouns: Vec<&str> = doubt.nouns.iter().map(noun).collect();
        said.push(format!("{}?", nouns.join("|")));
    }
    said.extend(asked.words.iter().map(|word| format!("“{word}”")));
    said.extend(asked.period.map(period));
    if asked.is_ever {
        said.push("ever".to_owned());
    }
    said.extend(asked.amounts.map(amounts));
    said.extend(asked.per.map(|per| format!("per {}", per.as_str())));
    said.extend(asked.limit.map(|limit| format!("limit {limit}")));
    let lost = question.unknown.iter();
    said.extend(lost.map(|one| format!("?{}", &typed[one.span.start..one.span.end])));
    said.join(" ")
}

fn period(period: Period) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    if let (Some(from), Some(until)) = (period.from, period.until) {
        let ends = (from.ordinal(), until.month(), until.day());
        if from.year() == until.year() && ends == (1, 12, 31) {
            return from.year().to_string();
        }
        let is_month = from.month() == until.month()
            && from.day() == 1
            && until.succ_opt().is_some_and(|next| next.day() == 1);
        if is_month && from.year() == until.year() {
            return from.format("%Y-%m").to_string();
        }
    }
    format!("{}/{}", day(period.from), day(period.until))
}

fn amounts(amounts: Amounts) -> String {
    let end = |bound: Bound<Decimal>, open: &str| match bound {
        Bound::Included(value) => value.to_string(),
        Bound::Excluded(value) => format!("{open} {value}"),
        Bound::Unbounded => String::new(),
    };
    let code = amounts
        .currency
        .map(|code| format!(" {code}"))
        .unwrap_or_default();
    format!(
        "{}{}{code}",
        end(amounts.from, "over"),
        end(amounts.until, "under")
    )
}

/// Every question of a table is understood as it says there.
pub(crate) fn check(table: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (typed, expected) in table {
        let question = understand(typed, &names(), today());
        let found = told(&question, typed);
        if found != *expected {
            wrong.push(format!(
                "{typed}\n  expected {expected}\n  found    {found}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
