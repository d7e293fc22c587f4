//! What the whole file settles: the order of its dates, its decimal sign; and the statements read by them.

use domain::{AccountIdentifier, Balance, BalanceKind, Status};
use source::Diagnostic;

use super::amount::{self, Evidence, Sign};
use super::date::{self, Order};
use super::section::{File, Printed, Section};
use crate::format::day::no_day;
use crate::format::place;
use crate::switch::switch;
use crate::{Answers, Choice, Entry, Question, Reading, Statement, is_newest_first};

/// How the file is written.
#[derive(Clone, Copy)]
struct Manner {
    order: Order,
    sign: Sign,
}

/// Reads the sections of a file.
pub(super) fn read<'a>(text: &str, file: File<'a>, answers: &Answers) -> Reading<'a> {
    let mut reading = Reading::default();
    let sign = decimal_sign(&file, answers, &mut reading);
    let order = date_order(&file, sign, answers, &mut reading);
    let manner = Manner { order, sign };
    say_of_file(text, &file, &mut reading);
    for section in file.sections {
        statement(text, section, manner, &mut reading);
    }
    if reading.statements.is_empty() && reading.diagnostics.is_empty() {
        reading.diagnostics.push(Diagnostic::warning("noEntries"));
    }
    reading
}

fn say_of_file(text: &str, file: &File<'_>, reading: &mut Reading<'_>) {
    let mut say = |finding: Diagnostic, printed: &Printed<'_>| {
        reading.diagnostics.push(at(finding, text, printed));
    };
    if let Some(printed) = &file.headless {
        say(
            Diagnostic::warning("missingHeader").expected("!Type:Bank"),
            printed,
        );
    }
    for printed in &file.unknown {
        let kind = printed
            .text
            .split_once(':')
            .map_or(printed.text, |(_, kind)| kind);
        say(
            Diagnostic::error("unsupportedStatement").found(kind.trim()),
            printed,
        );
    }
    if let Some(printed) = &file.unfinished {
        say(Diagnostic::warning("truncated"), printed);
    }
}

fn at(finding: Diagnostic, text: &str, printed: &Printed<'_>) -> Diagnostic {
    let until = printed.at + printed.text.len();
    place::at(finding, text, printed.line, printed.at..until)
}

/// Amounts of registers and of their splits.
fn amounts<'f, 'a>(file: &'f File<'a>) -> impl Iterator<Item = &'f Printed<'a>> {
    file.sections.iter().flat_map(|section| {
        let openings = section.opening.iter().map(|(_, amount)| amount);
        let splits = section.splits.iter().map(|(_, _, amount)| amount);
        section
            .amounts
            .iter()
            .flatten()
            .chain(openings)
            .chain(splits)
    })
}

fn dates<'f, 'a>(section: &'f Section<'a>) -> impl Iterator<Item = &'f Printed<'a>> {
    let opening = section.opening.iter().filter_map(|(date, _)| date.as_ref());
    opening.chain(section.dates.iter().flatten())
}

fn decimal_sign(file: &File<'_>, answers: &Answers, reading: &mut Reading<'_>) -> Sign {
    let (mut commas, mut points, mut doubtful) = (0usize, 0usize, None);
    for printed in amounts(file) {
        match amount::evidence(printed.text) {
            Evidence::Is(Sign::Comma) => commas += 1,
            Evidence::Is(Sign::Point) => points += 1,
            Evidence::Either => doubtful = doubtful.or(Some(printed.text.trim())),
            Evidence::Nothing => {}
        }
    }
    let told = answers.get("decimalSign").and_then(Sign::from_word);
    let assumed = if commas > points {
        Sign::Comma
    } else {
        Sign::Point
    };
    if let (Some(doubtful), true) = (doubtful, commas == points && told.is_none()) {
        let choice = |sign: Sign| Choice {
            value: sign.as_str().to_owned(),
            example: amount::read(doubtful, sign).map(|amount| format!("{doubtful} → {amount}")),
        };
        reading.questions.push(Question {
            about: "decimalSign",
            choices: vec![choice(Sign::Point), choice(Sign::Comma)],
            assumed: Some(assumed.as_str().to_owned()),
        });
    }
    let sign = told.unwrap_or(assumed);
    if amounts(file).next().is_some() {
        let signs = [Sign::Comma, Sign::Point].map(Sign::as_str);
        let decided = switch("decimalSign", &signs, sign.as_str());
        reading.switches.push(decided);
    }
    sign
}

/// How often the dates of a file settle their order.
#[derive(Default)]
struct Votes {
    dmy: usize,
    mdy: usize,
    ymd: usize,
    /// A date that reads in two ways.
    doubtful: Option<String>,
}

fn date_order(file: &File<'_>, sign: Sign, answers: &Answers, reading: &mut Reading<'_>) -> Order {
    let order = decided_order(file, sign, answers, reading);
    let printed = file.sections.iter().flat_map(dates).next();
    if let Some(printed) = printed {
        let choice = |order: Order| Choice {
            value: order.as_str().to_owned(),
            example: day_of(printed.text, order),
        };
        reading.switches.push(Question {
            about: "dateOrder",
            choices: [Order::Dmy, Order::Mdy, Order::Ymd].map(choice).to_vec(),
            assumed: Some(order.as_str().to_owned()),
        });
    }
    order
}

/// A day as printed and as read in this order, where it is one.
fn day_of(printed: &str, order: Order) -> Option<String> {
    let printed = printed.trim();
    let day = date::parts(printed)?.day(order)?;
    Some(format!("{printed} → {day}"))
}

fn decided_order(
    file: &File<'_>,
    sign: Sign,
    answers: &Answers,
    reading: &mut Reading<'_>,
) -> Order {
    if let Some(told) = answers.get("dateOrder").and_then(Order::from_word) {
        return told;
    }
    let mut votes = Votes::default();
    for printed in file.sections.iter().flat_map(dates) {
        let Some(parts) = date::parts(printed.text) else {
            continue;
        };
        match parts.settles() {
            Some(Order::Dmy) => votes.dmy += 1,
            Some(Order::Mdy) => votes.mdy += 1,
            Some(Order::Ymd) => votes.ymd += 1,
            // Whoever writes the month first does not write points.
            None if printed.text.matches('.').count() == 2 => votes.dmy += 1,
            None if parts.is_symmetric() => {}
            None if votes.doubtful.is_none() => {
                votes.doubtful = Some(printed.text.trim().to_owned())
            }
            None => {}
        }
    }
    let Votes {
        dmy,
        mdy,
        ymd,
        doubtful,
    } = votes;
    if ymd > dmy.max(mdy) {
        return Order::Ymd;
    }
    let decided = if dmy > mdy { Order::Dmy } else { Order::Mdy };
    // A slip or two do not put the order of a whole file in doubt.
    if dmy.max(mdy) > 10 * dmy.min(mdy) {
        return decided;
    }
    let assumed = if dmy + mdy > 0 {
        decided
    } else {
        likely_order(file, sign)
    };
    if let Some(doubtful) = doubtful {
        let choice = |order: Order| Choice {
            value: order.as_str().to_owned(),
            example: day_of(&doubtful, order),
        };
        reading.questions.push(Question {
            about: "dateOrder",
            choices: vec![choice(Order::Dmy), choice(Order::Mdy)],
            assumed: Some(assumed.as_str().to_owned()),
        });
    }
    assumed
}

/// The order that is likely where every day is 12 or below: the one in which the records run with time, else that of the
/// decimal sign's countries. QIF is Quicken's own: month first.
fn likely_order(file: &File<'_>, sign: Sign) -> Order {
    let runs = |order: Order| {
        file.sections.iter().all(|section| {
            let days: Vec<_> = dates(section)
                .filter_map(|printed| date::parts(printed.text)?.day(order))
                .collect();
            days.is_sorted() || days.iter().rev().is_sorted()
        })
    };
    match (runs(Order::Dmy), runs(Order::Mdy)) {
        (true, false) => Order::Dmy,
        (false, true) => Order::Mdy,
        _ if sign == Sign::Comma => Order::Dmy,
        _ => Order::Mdy,
    }
}

fn statement<'a>(text: &str, mut section: Section<'a>, manner: Manner, reading: &mut Reading<'a>) {
    let mut statement = Statement {
        account: AccountIdentifier {
            name: section.name.map(str::to_owned),
            kind: section.header.map(|_| section.kind),
            ..AccountIdentifier::default()
        },
        ..Statement::default()
    };
    if let Some((day, printed)) = &section.opening {
        opening(text, day.as_ref(), printed, manner, &mut statement, reading);
    }
    statement.entries = movements(text, &mut section, manner, reading);
    if statement.entries.is_empty() && statement.balances.is_empty() {
        return;
    }
    if let (true, Some(header)) = (section.is_investment, &section.header) {
        let finding = Diagnostic::warning("investmentRegister");
        reading.diagnostics.push(at(finding, text, header));
    }
    statement.newest_first = is_newest_first(&statement.entries);
    reading.statements.push(statement);
}

/// The records of a section with their days and amounts, without those that cannot be read.
fn movements<'a>(
    text: &str,
    section: &mut Section<'a>,
    manner: Manner,
    reading: &mut Reading<'_>,
) -> Vec<Entry<'a>> {
    let mut entries = std::mem::take(&mut section.entries);
    splits(text, &section.splits, manner, &mut entries, reading);
    let mut printed = section.dates.iter().zip(&section.amounts);
    entries.retain_mut(|entry| {
        let (date, amount) = printed.next().unwrap_or((&None, &None));
        let (from, until) = entry.bytes;
        let read = match (date, amount) {
            (Some(date), Some(amount)) => movement(date, amount, manner),
            // Shares that move without money have no amount.
            (Some(date), None) if section.is_investment => Err((
                of_day(Diagnostic::warning("missingAmount"), date, manner),
                Some(*date),
            )),
            (Some(date), None) => Err((
                of_day(Diagnostic::error("missingAmount"), date, manner),
                Some(*date),
            )),
            (None, amount) => Err((Diagnostic::error("missingDate"), *amount)),
        };
        match read {
            Ok((day, number)) => {
                entry.booking_date = Some(day);
                entry.amount = number;
                if section.is_investment {
                    entry.status = Status::Info;
                }
                if let Some(sum) = sum_of_parts(entry).filter(|sum| *sum != number) {
                    let finding = Diagnostic::warning("batchMismatch")
                        .found(sum)
                        .expected(number);
                    let finding = place::at(finding, text, entry.line, from..until);
                    reading.diagnostics.push(finding);
                }
                true
            }
            Err((finding, printed)) => {
                let finding = match printed {
                    Some(printed) => at(finding, text, &printed),
                    None => place::at(finding, text, entry.line, from..until),
                };
                reading.diagnostics.push(finding.costs_row());
                false
            }
        }
    });
    entries
}

/// A finding about a record whose day is known all the same.
fn of_day(finding: Diagnostic, date: &Printed<'_>, manner: Manner) -> Diagnostic {
    match date::parts(date.text).and_then(|parts| parts.day(manner.order)) {
        Some(day) => finding.with("day", day),
        None => finding,
    }
}

/// The sum of the parts of a split, where each states its amount.
fn sum_of_parts(entry: &Entry<'_>) -> Option<domain::Decimal> {
    let first = entry.details.first()?.amount?;
    let rest = entry.details.iter().skip(1);
    rest.map(|part| part.amount)
        .try_fold(first, |sum, amount| sum.checked_add(amount?))
}

type Unreadable<'a> = (Diagnostic, Option<Printed<'a>>);

/// Day and amount of a record, or what is wrong.
#[allow(clippy::result_large_err)] // Made once per unreadable row, and unpacked at once.
fn movement<'a>(
    date: &Printed<'a>,
    amount: &Printed<'a>,
    manner: Manner,
) -> Result<(domain::NaiveDate, domain::Decimal), Unreadable<'a>> {
    let parts = date::parts(date.text);
    let day = parts.as_ref().and_then(|parts| parts.day(manner.order));
    let day = day.ok_or_else(|| {
        let finding = Diagnostic::error("badDate").found(date.text.trim());
        let numbers = parts.and_then(|parts| parts.as_numbered(manner.order));
        (no_day(finding, numbers), Some(*date))
    })?;
    let number = amount::read(amount.text, manner.sign);
    let number = number.ok_or_else(|| {
        (
            Diagnostic::error("badAmount").found(amount.text.trim()),
            Some(*amount),
        )
    })?;
    Ok((day, number))
}

fn opening(
    text: &str,
    day: Option<&Printed<'_>>,
    printed: &Printed<'_>,
    manner: Manner,
    statement: &mut Statement<'_>,
    reading: &mut Reading<'_>,
) {
    match amount::read(printed.text, manner.sign) {
        Some(amount) => statement.balances.push(Balance {
            kind: BalanceKind::Opening,
            amount,
            as_of: day.and_then(|day| date::parts(day.text)?.day(manner.order)),
        }),
        None => {
            let finding = Diagnostic::warning("badBalance").found(printed.text.trim());
            reading.diagnostics.push(at(finding, text, printed));
        }
    }
}

fn splits(
    text: &str,
    splits: &[(usize, usize, Printed<'_>)],
    manner: Manner,
    entries: &mut [Entry<'_>],
    reading: &mut Reading<'_>,
) {
    for (entry, part, printed) in splits {
        let number = amount::read(printed.text, manner.sign);
        if number.is_none() {
            let finding = Diagnostic::warning("badAmount")
                .found(printed.text.trim())
                .field("$");
            reading.diagnostics.push(at(finding, text, printed));
        }
        let part = entries
            .get_mut(*entry)
            .and_then(|entry| entry.details.get_mut(*part));
        if let Some(part) = part {
            part.amount = number;
        }
    }
}
