//! Numbers and days that a paper states: beside their label, below it, or in the sentence that is its title.

mod words;

use domain::NaiveDate;

use super::sheet::{Cell, Sheet};
use crate::label::{Order, contains, days_in, is_number, number_word};
use crate::{Delivery, DeliveryEvent, Found, Origin};
use words::{CREDIT, DELIVERED, DUE, INVOICE, ISSUED, LETTER, ORDER, PAY_BY};

/// How many lines the head of a letter has.
const LETTER_HEAD: usize = 40;

/// Which of two numbers is the month, as far as the paper shows: one of its days cannot be read the other way, or it is American.
pub(super) fn order(sheet: &Sheet) -> Order {
    let text = sheet.text();
    let mut month_first = false;
    for word in text.split(|sign: char| !(sign.is_ascii_digit() || matches!(sign, '/' | '-'))) {
        let parts: Vec<u32> = word
            .split(['/', '-'])
            .filter_map(|part| part.parse().ok())
            .collect();
        let [a, b, year] = parts.as_slice() else {
            continue;
        };
        let is_day = (1..=31).contains(a)
            && (1..=31).contains(b)
            && (*year < 100 || (1990..=2100).contains(year));
        if is_day && *a > 12 {
            return Order::DayFirst;
        }
        month_first |= is_day && *b > 12;
    }
    if month_first || is_american(&text) {
        Order::MonthFirst
    } else {
        Order::DayFirst
    }
}

/// Whether the paper is priced in dollars and names a town of the United States: two capitals and five digits.
fn is_american(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', '\n', '\t', ',']).collect();
    let is_state =
        |word: &str| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_code = |word: &str| {
        let head = word.get(..5).unwrap_or_default();
        let is_whole = word.len() == 5 || word.get(5..6) == Some("-");
        head.len() == 5 && head.bytes().all(|byte| byte.is_ascii_digit()) && is_whole
    };
    let has_town = words
        .windows(2)
        .any(|pair| matches!(pair, [state, code] if is_state(state) && is_code(code)));
    has_town && text.contains('$')
}

/// The day beside the surest label; `title` is the line that numbers the paper, whose day is its own.
pub(super) fn issued(
    sheet: &Sheet,
    order: Order,
    title: Option<usize>,
) -> Option<Found<NaiveDate>> {
    let [sure, plain, ordered] = ISSUED else {
        return None;
    };
    day_by(sheet, order, sure)
        .or_else(|| title.and_then(|at| day_of_line(sheet, order, at)))
        .or_else(|| letter_day(sheet, order))
        .or_else(|| day_by(sheet, order, plain))
        .or_else(|| day_by(sheet, order, ordered))
}

/// The day at the head of a letter: *Paris, le 12 mars 2026*, *München, den 01.11.2026*.
fn letter_day(sheet: &Sheet, order: Order) -> Option<Found<NaiveDate>> {
    (0..sheet.lines.len().min(LETTER_HEAD)).find_map(|at| {
        let line = sheet.line(at);
        line.iter().enumerate().find_map(|(place, cell)| {
            let (town, rest) = LETTER
                .iter()
                .find_map(|words| cell.folded.split_once(words))?;
            let is_town = (2..=30).contains(&town.len()) && !cell_has_digit(town);
            let next = line.get(place + 1).map(|next| next.text.as_str());
            let answer = if rest.is_empty() { next? } else { rest };
            let day = days_in(answer, None, order)
                .into_iter()
                .next()
                .filter(|_| is_town)?;
            Some(Found::new(day, Origin::Label, cell.text.as_str()))
        })
    })
}

fn cell_has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The day payment is due: by its label, or in the sentence that asks for it.
pub(super) fn due(sheet: &Sheet, order: Order) -> Option<Found<NaiveDate>> {
    day_by(sheet, order, DUE).or_else(|| {
        (0..sheet.lines.len()).find_map(|at| {
            sheet.line(at).iter().find_map(|cell| {
                let (_, rest) = PAY_BY
                    .iter()
                    .find_map(|phrase| cell.folded.split_once(phrase))?;
                let day = days_in(rest, None, order).into_iter().next()?;
                Some(Found::new(day, Origin::Label, cell.text.as_str()))
            })
        })
    })
}

/// The parcel of an invoice that says when its goods arrived, or will.
pub(super) fn delivered(
    sheet: &Sheet,
    order: Order,
    issued: Option<&Found<NaiveDate>>,
) -> Vec<Delivery> {
    let Some(day) = day_by(sheet, order, DELIVERED).map(|day| day.value) else {
        return Vec::new();
    };
    let is_there = issued.is_none_or(|issued| day <= issued.value);
    vec![if is_there {
        Delivery {
            event: Some(DeliveryEvent::Delivered),
            delivered_on: Some(day),
            ..Delivery::default()
        }
    } else {
        Delivery {
            event: Some(DeliveryEvent::Ordered),
            expected_from: Some(day),
            expected_until: Some(day),
            ..Delivery::default()
        }
    }]
}

/// The number of the invoice, and the line where it stands.
pub(super) fn invoice_number(sheet: &Sheet) -> Option<(Found<String>, usize)> {
    let [sure, titles, documents] = INVOICE else {
        return None;
    };
    number_by(sheet, sure, Asks::Number)
        .or_else(|| number_by(sheet, titles, Asks::Title))
        .or_else(|| number_by(sheet, documents, Asks::Number))
}

/// Whether the line that numbers a paper calls it a credit note.
pub(super) fn is_credit(sheet: &Sheet, at: usize) -> bool {
    sheet
        .line(at)
        .iter()
        .any(|cell| CREDIT.iter().any(|word| contains(&cell.folded, word)))
}

/// The number of the order.
pub(super) fn order_number(sheet: &Sheet) -> Option<Found<String>> {
    ORDER
        .iter()
        .find_map(|labels| number_by(sheet, labels, Asks::Number))
        .map(|(found, _)| found)
}

/// A day behind a cell's label, beside it or below it.
fn day_by(sheet: &Sheet, order: Order, labels: &[&str]) -> Option<Found<NaiveDate>> {
    (0..sheet.lines.len()).find_map(|at| {
        sheet.line(at).iter().enumerate().find_map(|(place, cell)| {
            let rest = labels.iter().find_map(|label| behind(cell, label))?;
            let day = sheet
                .answers(at, place, rest)
                .into_iter()
                .find_map(|answer| days_in(answer, None, order).into_iter().next())?;
            Some(Found::new(day, Origin::Label, cell.text.as_str()))
        })
    })
}

fn day_of_line(sheet: &Sheet, order: Order, at: usize) -> Option<Found<NaiveDate>> {
    let near = [at, at + 1].into_iter().flat_map(|at| sheet.line(at));
    near.filter(|cell| !DUE.iter().any(|label| contains(&cell.folded, label)))
        .find_map(|cell| {
            let day = days_in(&cell.text, None, order).into_iter().next()?;
            Some(Found::new(day, Origin::Label, cell.text.as_str()))
        })
}

/// How much of a label a number needs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// The label says that a number follows: a short one will do.
    Number,
    /// The label is the paper's title: what follows must look like a number.
    Title,
}

fn number_by(sheet: &Sheet, labels: &[&str], asks: Asks) -> Option<(Found<String>, usize)> {
    (0..sheet.lines.len()).find_map(|at| {
        sheet.line(at).iter().enumerate().find_map(|(place, cell)| {
            let rest = labels.iter().find_map(|label| match asks {
                Asks::Number => within(cell, label),
                Asks::Title => behind_title(cell, label),
            })?;
            let own = rest.trim().len();
            let answers = sheet.answers(at, place, rest);
            let number = answers.into_iter().enumerate().find_map(|(far, answer)| {
                let is_own = far == 0 && own > 0;
                number_of(answer, asks, is_own)
            })?;
            Some((Found::new(number, Origin::Label, cell.text.as_str()), at))
        })
    })
}

/// The number that answers a label. Below or beside a title it must stand alone, so that no postcode is one.
fn number_of(answer: &str, asks: Asks, is_own: bool) -> Option<String> {
    let is_labelled = answer.split_once(':').is_some_and(|(head, rest)| {
        !rest.trim().is_empty() && head.chars().filter(|sign| sign.is_alphabetic()).count() > 4
    });
    let word = number_word(answer)?;
    let is_marked = answer.starts_with(['#', 'N', 'n']) && !answer.starts_with(word);
    let is_alone = answer.split_whitespace().count() == 1 || is_marked;
    if is_labelled || (asks == Asks::Title && !is_own && !is_alone) {
        return None;
    }
    let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
    let is_code = word
        .chars()
        .all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '/' | '_' | '.'));
    let is_day = !days_in(word, None, Order::DayFirst).is_empty();
    let is_amount = !crate::label::amounts(word).is_empty();
    let is_short = (asks == Asks::Number || is_marked) && has_digit && is_code && word.len() <= 40;
    ((is_short && !is_day && !is_amount) || is_number(word, false)).then(|| word.to_owned())
}

/// What a cell says behind a label that it starts with.
fn behind<'a>(cell: &'a Cell, label: &str) -> Option<&'a str> {
    let rest = cell.folded.strip_prefix(label)?;
    let is_word = !rest.starts_with(|sign: char| sign.is_alphanumeric());
    is_word.then(|| crate::label::tail_of(&cell.text, rest))
}

/// What a cell says behind a label that stands anywhere in its first words.
fn within<'a>(cell: &'a Cell, label: &str) -> Option<&'a str> {
    let head = cell.folded.get(..80).unwrap_or(&cell.folded);
    let at = head.match_indices(label).map(|(at, _)| at).find(|at| {
        let before = cell
            .folded
            .get(..*at)
            .and_then(|head| head.chars().next_back());
        let after = cell
            .folded
            .get(at + label.len()..)
            .and_then(|rest| rest.chars().next());
        let is_free = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
        is_free(before) && (label.ends_with(['#', '°', '.']) || is_free(after))
    })?;
    let rest = cell.folded.get(at + label.len()..)?;
    (at < 40).then(|| crate::label::tail_of(&cell.text, rest))
}

/// The same for a title, which may be a longer word (`Handelsrechnung`) but must be the cell's first.
fn behind_title<'a>(cell: &'a Cell, label: &str) -> Option<&'a str> {
    let first = cell.folded.find(label)?;
    let head = cell.folded.get(..first)?;
    let rest = cell.folded.get(first + label.len()..)?;
    let is_start =
        head.chars().filter(|sign| sign.is_whitespace()).count() <= 1 && head.len() <= 20;
    let ends = !rest.starts_with(|sign: char| sign.is_alphanumeric());
    (is_start && ends).then(|| crate::label::tail_of(&cell.text, rest))
}
