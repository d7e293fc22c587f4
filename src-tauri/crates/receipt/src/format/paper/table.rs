//! What was bought, from the table that lists it: columns by the words that head them, one thing to a line or several.

mod words;

use std::ops::Range;

use domain::Decimal;

use super::sheet::{Cell, Sheet};
use super::sums::words::{Sum, sum};
use crate::ReceiptLine;
use crate::label::{amounts, contains};
use words::{AMOUNT, AMOUNT_PART, NAME, NAME_PART, PRICE, PRICES, QUANTITY, RATE};

/// How many lines further down a name goes on, and how many characters it may have.
const MOST_NAME_LINES: usize = 4;
const LONGEST_NAME: usize = 300;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Quantity,
    Price,
    Amount,
    Else,
}

/// A column and the place of its heading.
#[derive(Debug, Clone)]
struct Heading {
    column: Column,
    left: f64,
    right: f64,
}

/// What a paper lists.
#[derive(Debug, Default)]
pub(super) struct Things {
    pub(super) lines: Vec<ReceiptLine>,
    /// From the heading to the last thing.
    pub(super) range: Range<usize>,
}

/// Reads the lists of a paper; a table goes on over pages that repeat its heading. Where several columns hold a sum of each line,
/// the one that adds up to `sums` is taken.
pub(super) fn read(sheet: &Sheet) -> Things {
    let mut things = Things::default();
    let mut at = 0;
    while at < sheet.lines.len() {
        let Some((headings, from)) = headings(sheet, at) else {
            at += 1;
            continue;
        };
        let end = rows(sheet, from, &headings, &mut things.lines);
        if end > from {
            let start = if things.range.is_empty() {
                at
            } else {
                things.range.start
            };
            things.range = start..end;
        }
        at = end.max(at + 1);
    }
    things
}

/// Whether a folded heading names the column of things.
pub(super) fn names_things(folded: &str) -> bool {
    NAME.iter().any(|word| contains(folded, word))
        || QUANTITY.iter().any(|word| contains(folded, word))
}

/// The columns that a line heads, with the words that stand right above and below them, and the line behind those.
fn headings(sheet: &Sheet, at: usize) -> Option<(Vec<Heading>, usize)> {
    let line = sheet.lines.get(at)?;
    if line.cells.len() < 2
        || line
            .cells
            .iter()
            .any(|cell| !amounts(&cell.text).is_empty())
    {
        return None;
    }
    let own = line
        .cells
        .iter()
        .filter(|cell| column(&cell.folded) != Column::Else);
    if own.count() < 2 {
        return None;
    }
    let (around, from) = around(sheet, at);
    let mut headings: Vec<Heading> = Vec::new();
    for cell in &line.cells {
        let mut words = cell.folded.clone();
        for near in around.iter().filter(|near| near.overlaps(cell)) {
            words.push(' ');
            words.push_str(&near.folded);
        }
        headings.push(Heading {
            column: column(&words),
            left: cell.left,
            right: cell.right,
        });
    }
    for near in around {
        let is_new = line.cells.iter().all(|cell| !cell.overlaps(near));
        let column = column(&near.folded);
        if is_new && column != Column::Else {
            headings.push(Heading {
                column,
                left: near.left,
                right: near.right,
            });
        }
    }
    headings.sort_by(|a, b| a.left.total_cmp(&b.left));
    count_before_names(&mut headings);
    let has = |column: Column| headings.iter().any(|heading| heading.column == column);
    let has_sum = has(Column::Amount) || has(Column::Price);
    let is_list = has_sum && (has(Column::Name) || has(Column::Quantity));
    if !is_list {
        return None;
    }
    if !has(Column::Amount)
        && let Some(last) = headings
            .iter_mut()
            .rfind(|heading| heading.column == Column::Price)
    {
        last.column = Column::Amount;
    }
    Some((headings, from))
}

/// An *amount* left of the things, with another right of them, says how many.
fn count_before_names(headings: &mut [Heading]) {
    let Some(name) = headings
        .iter()
        .position(|heading| heading.column == Column::Name)
    else {
        return;
    };
    let has_sum = headings
        .iter()
        .skip(name)
        .any(|heading| heading.column == Column::Amount);
    for heading in headings.iter_mut().take(name) {
        if has_sum && heading.column == Column::Amount {
            heading.column = Column::Quantity;
        }
    }
}

/// The cells of the lines that belong to a line of headings: up to two above and below it, close and without
/// numbers; and the line behind them.
fn around(sheet: &Sheet, at: usize) -> (Vec<&Cell>, usize) {
    let belongs = |near: usize, from: usize| {
        let (Some(line), Some(next)) = (sheet.lines.get(near), sheet.lines.get(from)) else {
            return false;
        };
        let is_close = (line.top - next.top).abs() < 1.6 * line.size.max(next.size);
        is_close && line.cells.iter().all(|cell| !cell.has_digit())
    };
    let mut cells = Vec::new();
    let mut from = at;
    while let Some(above) = from
        .checked_sub(1)
        .filter(|above| at - above <= 2 && belongs(*above, from))
    {
        cells.extend(sheet.line(above));
        from = above;
    }
    cells.reverse();
    let mut from = at;
    while from + 1 - at <= 2 && belongs(from + 1, from) {
        cells.extend(sheet.line(from + 1));
        from += 1;
    }
    (cells, from + 1)
}

fn column(words: &str) -> Column {
    let has = |list: &[&str]| list.iter().any(|word| contains(words, word));
    let has_part = |list: &[&str]| list.iter().any(|part| words.contains(part));
    if has(NAME) || has_part(NAME_PART) {
        Column::Name
    } else if has(PRICE) {
        Column::Price
    } else if has(QUANTITY) {
        Column::Quantity
    } else if has(RATE) {
        Column::Else
    } else if has(AMOUNT) || has_part(AMOUNT_PART) {
        Column::Amount
    } else if has(PRICES) {
        Column::Price
    } else {
        Column::Else
    }
}

/// Reads things from a line on, up to the sums or the next heading; answers the line behind the last thing. A thing may have its
/// words and its amount on lines of its own.
fn rows(sheet: &Sheet, from: usize, headings: &[Heading], lines: &mut Vec<ReceiptLine>) -> usize {
    let first = lines.len();
    let mut end = from;
    let mut waiting: Vec<(String, Option<Decimal>)> = Vec::new();
    let mut more = 0;
    let mut is_summed = false;
    let mut above: Option<f64> = None;
    for at in from..sheet.lines.len() {
        let Some(line) = sheet.lines.get(at) else {
            break;
        };
        if self::headings(sheet, at).is_some() {
            break;
        }
        match ending(&line.cells) {
            End::No => {}
            End::Part => {
                is_summed = true;
                continue;
            }
            End::Whole => break,
        }
        let step = above.map_or(0.0, |above| line.top - above);
        above = Some(line.top);
        let words = in_column(&line.cells, headings, Column::Name);
        if let Some(mut thing) = thing(&line.cells, headings) {
            // Behind a sum of a part only what is counted is another thing: postage and discounts are not.
            if is_summed && thing.quantity.is_none() {
                continue;
            }
            if let Some((name, quantity)) =
                waiting.first().cloned().filter(|_| thing.name.is_empty())
            {
                thing.name = name;
                thing.quantity = thing.quantity.or(quantity);
            }
            waiting.clear();
            more = 0;
            if !thing.name.is_empty() {
                end = at + 1;
                if !is_carried(&thing.name) {
                    lines.push(thing);
                }
            }
            continue;
        }
        let is_text = line.cells.iter().all(|cell| amounts(&cell.text).is_empty());
        let Some(words) = words.filter(|_| is_text) else {
            continue;
        };
        let quantity = count(&line.cells, headings);
        let goes_on = lines.len() > first
            && step < 3.0 * line.size
            && more < MOST_NAME_LINES
            && waiting.is_empty()
            && quantity.is_none()
            && line.cells.len() <= 2;
        match lines.last_mut().filter(|_| goes_on) {
            Some(last) if last.name.len() + words.len() < LONGEST_NAME => {
                last.name.push('\n');
                last.name.push_str(&words);
                more += 1;
            }
            _ => waiting.push((words, quantity)),
        }
    }
    end
}

/// Whether a line only takes a sum from one page to the next.
fn is_carried(name: &str) -> bool {
    let folded = text::fold(name);
    CARRIED.iter().any(|words| contains(&folded, words))
}

const CARRIED: &[&str] = &[
    "carried forward",
    "brought forward",
    "carried over",
    "a reporter",
    "report de la page",
    "ubertrag",
    "suma y sigue",
    "suma anterior",
    "riporto",
    "a riportare",
    "over te dragen",
];

/// How many the line says there are.
fn count(cells: &[Cell], headings: &[Heading]) -> Option<Decimal> {
    cells
        .iter()
        .filter(|cell| nearest(cell, headings).column == Column::Quantity)
        .find_map(|cell| number(&cell.text))
}

/// What a line says of the end of a list.
enum End {
    No,
    /// A sum without tax, after which a next part may begin.
    Part,
    /// A sum of the whole, or a table of rates.
    Whole,
}

fn ending(cells: &[Cell]) -> End {
    let has_amount = cells.iter().any(|cell| !amounts(&cell.text).is_empty());
    let sums = cells
        .iter()
        .filter_map(sum_of)
        .filter(|sum| !matches!(sum, Sum::Other | Sum::Gross(..=3)))
        .count();
    match first_words(cells) {
        Some(Sum::Net) if has_amount && sums == 1 => End::Part,
        Some(Sum::Other) | None if sums < 2 => End::No,
        _ if sums >= 2 || (has_amount && sums > 0) => End::Whole,
        _ => End::No,
    }
}

/// The sum that a cell names before its first amount.
fn sum_of(cell: &Cell) -> Option<Sum> {
    let first = amounts(&cell.text).into_iter().next();
    let head = first.and_then(|amount| cell.text.get(..amount.start).map(text::fold));
    sum(&head.unwrap_or_else(|| cell.folded.clone()))
}

/// The sum that the first worded cell of a line names.
fn first_words(cells: &[Cell]) -> Option<Sum> {
    cells.iter().find(|cell| is_words(cell)).and_then(sum_of)
}

/// The thing of a line that has an amount where amounts belong.
fn thing(cells: &[Cell], headings: &[Heading]) -> Option<ReceiptLine> {
    let edge = headings
        .iter()
        .map(|heading| heading.right)
        .fold(0.0, f64::max);
    let (place, amount) = cells.iter().enumerate().rev().find_map(|(place, cell)| {
        let amount = amounts(&cell.text).into_iter().next_back()?;
        let is_behind = cell.left > edge;
        (is_behind || nearest(cell, headings).column == Column::Amount).then_some((place, amount))
    })?;
    let before: Vec<Cell> = cells.iter().take(place).cloned().collect();
    let quantity = count(&before, headings);
    let name = in_column(&before, headings, Column::Name).or_else(|| {
        let first = before.iter().find(|cell| is_words(cell))?;
        (nearest(first, headings).column != Column::Else).then(|| first.text.clone())
    });
    let (quantity, name) = match (quantity, name) {
        (None, Some(name)) => crate::label::counted(&name),
        (quantity, name) => (quantity, name.unwrap_or_default()),
    };
    Some(ReceiptLine {
        name,
        quantity,
        amount: Some(amount.value),
    })
}

/// The words of a line below one kind of heading.
fn in_column(cells: &[Cell], headings: &[Heading], column: Column) -> Option<String> {
    let words: Vec<&str> = cells
        .iter()
        .filter(|cell| is_words(cell) && nearest(cell, headings).column == column)
        .map(|cell| cell.text.as_str())
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn is_words(cell: &Cell) -> bool {
    cell.text
        .chars()
        .filter(|sign| sign.is_alphabetic())
        .count()
        >= 2
}

/// The heading that a cell belongs to: the one it stands below, else the nearest. Words reach from their left edge on, numbers end
/// at their right one.
fn nearest<'a>(cell: &Cell, headings: &'a [Heading]) -> &'a Heading {
    const NOWHERE: &Heading = &Heading {
        column: Column::Else,
        left: 0.0,
        right: 0.0,
    };
    let overlap = |heading: &Heading| cell.right.min(heading.right) - cell.left.max(heading.left);
    let far = |heading: &Heading| {
        let ends = [
            (cell.left - heading.left).abs(),
            (cell.right - heading.right).abs(),
        ];
        let middle = (cell.left + cell.right - heading.left - heading.right).abs() / 2.0;
        ends.into_iter().fold(middle, f64::min)
    };
    let standing = headings.iter().filter(|heading| overlap(heading) > 0.0);
    standing
        .min_by(|a, b| far(a).total_cmp(&far(b)))
        .or_else(|| headings.iter().min_by(|a, b| far(a).total_cmp(&far(b))))
        .unwrap_or(NOWHERE)
}

/// How many: the number that a cell begins with.
fn number(text: &str) -> Option<Decimal> {
    let digits: String = text
        .trim()
        .chars()
        .take_while(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '-'))
        .collect();
    digits
        .trim_end_matches(['.', ','])
        .replace(',', ".")
        .parse()
        .ok()
}
