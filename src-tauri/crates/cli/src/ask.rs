//! `foil ask`: a question in French or English, answered.

use std::io::Write;

use api::questions::{AnswerItem, AnswerParcel};
use clap::Args;
use serde::Serialize;
use text::Catalogue;

use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::{door, printed};

/// Entries that `--json` lists.
const LISTED: u32 = 10_000;
/// Entries that people are shown.
const SHOWN: u32 = 8;

/// What `foil ask` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// A question in French or English, as in docs/ask.md
    #[arg(required = true, value_name = "QUESTION")]
    question: Vec<String>,
}

/// What `--json` prints.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(crate) enum AskedJson<'a> {
    /// An answer.
    Answered(AnsweredJson<'a>),
    /// None: words were not understood, or have several readings.
    NotUnderstood(NotUnderstoodJson<'a>),
}

/// An answer.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AnsweredJson<'a> {
    /// How the question was understood, part by part, in the user's language.
    understood: Vec<&'a str>,
    /// `sum count last first largest smallest average list balance refund arrival`.
    what: &'a str,
    /// A decimal number, or an ISO day where a parcel is asked for; null where there is none.
    value: Option<String>,
    /// A currency's code, `entries` or `day`.
    unit: Option<String>,
    /// The values in other currencies, or of other accounts.
    others: Vec<ValueJson<'a>>,
    /// First day asked for; null for all time.
    from: Option<&'a str>,
    /// Last day asked for.
    until: Option<&'a str>,
    /// The entries that were counted, oldest first: the newest 10,000 where there are more.
    entries: Vec<i64>,
    /// Whether statements prove all of these days.
    proved: bool,
    /// Which days no statement tells of, in the user's language.
    gaps: &'a [String],
}

/// An amount.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ValueJson<'a> {
    /// A decimal number.
    value: &'a str,
    /// A currency's code.
    unit: &'a str,
    /// Of an account: its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<&'a str>,
}

/// No answer.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct NotUnderstoodJson<'a> {
    /// The words that were not understood, or that have several readings.
    not_understood: Vec<&'a str>,
    /// The names that they may mean, the likest first.
    nearest: Vec<&'a str>,
}

/// Answers a question.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let question = arguments.question.join(" ");
    let listed = if global.json { LISTED } else { SHOWN };
    let answer = door::open(global)?.answer_question(&question, listed)?;
    let is_answered = matches!(answer.outcome.as_str(), "answered" | "nothing");
    if global.json {
        printed::json(&json(&answer))?;
    } else {
        print(&answer, &global.catalogue())?;
    }
    Ok(match (is_answered, answer.gaps.is_empty()) {
        (false, _) => Exit::Refused,
        (true, false) => Exit::Findings,
        (true, true) => Exit::Well,
    })
}

fn json(answer: &AnswerItem) -> AskedJson<'_> {
    if !matches!(answer.outcome.as_str(), "answered" | "nothing") {
        let names = answer.chips.iter().filter(|chip| chip.kind == "name");
        let nearest = names.clone().flat_map(|chip| &chip.choices);
        return AskedJson::NotUnderstood(NotUnderstoodJson {
            not_understood: names.map(|chip| chip.label.as_str()).collect(),
            nearest: nearest.map(|choice| choice.label.as_str()).collect(),
        });
    }
    let (value, unit) = value(answer);
    let held = answer.held.iter().map(|held| ValueJson {
        value: &held.balance.money.amount,
        unit: &held.balance.money.currency,
        account: Some(&held.name),
    });
    let figures = answer.figures.iter().skip(1).map(|money| ValueJson {
        value: &money.amount,
        unit: &money.currency,
        account: None,
    });
    AskedJson::Answered(AnsweredJson {
        understood: answer
            .chips
            .iter()
            .map(|chip| chip.label.as_str())
            .collect(),
        what: &answer.what,
        value,
        unit,
        others: if answer.held.len() > 1 {
            held.collect()
        } else {
            figures.collect()
        },
        from: answer.from.as_deref(),
        until: answer.until.as_deref(),
        entries: answer.entries.iter().map(|entry| entry.id).collect(),
        proved: answer.proof.is_some(),
        gaps: &answer.gaps,
    })
}

fn value(answer: &AnswerItem) -> (Option<String>, Option<String>) {
    let counted = matches!(answer.what.as_str(), "count" | "list");
    if counted {
        return (Some(answer.count.to_string()), Some("entries".to_owned()));
    }
    if let Some(parcel) = answer.parcels.first() {
        return (parcel_day(parcel), Some("day".to_owned()));
    }
    let figure = answer.figures.first();
    (
        figure.map(|money| money.amount.clone()),
        figure.map(|money| money.currency.clone()),
    )
}

fn parcel_day(parcel: &AnswerParcel) -> Option<String> {
    let delivery = &parcel.delivery;
    let days = [&delivery.delivered, &delivery.until, &delivery.from];
    days.into_iter().flatten().next().cloned()
}

/// An answer as one line: its figures, and what they are of.
pub(crate) fn line(answer: &AnswerItem, catalogue: &Catalogue) -> String {
    let figures: Vec<String> = answer
        .figures
        .iter()
        .map(|money| printed::money(money, catalogue))
        .collect();
    let sentence = &answer.sentence;
    match (figures.is_empty(), answer.what.as_str()) {
        _ if answer.outcome != "answered" => sentence.clone(),
        (_, "count" | "list") => format!("{} {sentence}", answer.count),
        (true, _) => sentence.clone(),
        (false, _) => format!("{} {sentence}", figures.join(" + ")),
    }
}

fn print(answer: &AnswerItem, catalogue: &Catalogue) -> Result<(), Failure> {
    let mut out = printed::out();
    writeln!(out, "{}", line(answer, catalogue))?;
    for said in answer.gaps.iter().chain(&answer.known_until) {
        writeln!(out, "{said}")?;
    }
    rows(answer, catalogue, &mut out)?;
    Ok(out.flush()?)
}

fn rows(answer: &AnswerItem, catalogue: &Catalogue, out: &mut impl Write) -> Result<(), Failure> {
    let entries = answer.entries.iter().filter(|_| answer.groups.is_empty());
    for entry in entries {
        let day = printed::day(&entry.date, catalogue);
        let money = printed::money(&entry.money, catalogue);
        writeln!(out, "  {day}  {money}  {}", entry.name)?;
    }
    if answer.more > 0 && answer.groups.is_empty() {
        let more = catalogue.text("cli-ask-more", &[("count", &answer.more.to_string())]);
        writeln!(out, "  {more}")?;
    }
    for group in &answer.groups {
        let money = printed::money(&group.money, catalogue);
        writeln!(out, "  {money}  {}", group.name)?;
    }
    if answer.held.len() > 1 {
        for held in &answer.held {
            let money = printed::money(&held.balance.money, catalogue);
            let day = printed::day(&held.balance.as_of, catalogue);
            writeln!(out, "  {day}  {money}  {}", held.name)?;
        }
    }
    for parcel in &answer.parcels {
        writeln!(out, "  {}  {}", parcel.name, parcel.text)?;
    }
    for chip in answer.chips.iter().filter(|chip| chip.kind == "name") {
        for choice in &chip.choices {
            writeln!(out, "  {}", choice.label)?;
        }
    }
    Ok(())
}
