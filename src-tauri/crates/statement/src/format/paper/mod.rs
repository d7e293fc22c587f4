//! Statements as they are printed: lines of words with places, from a PDF or from its text. The pages say which words are
//! rows and which are balances; several readings may be possible, and only one that adds up is taken.

use domain::NaiveDate;
use source::Diagnostic;

use super::csv::DateOrder;
use crate::check::Outcome;
use crate::switch::switch;
use crate::{Answers, Choice, Question, Reading};

mod column;
mod day;
mod facts;
mod line;
mod row;
mod settle;
mod words;

pub(super) use line::{Line, Word};

use column::guesses;
use day::{Printed, Year, days_in};
use facts::{Facts, facts};
use row::{View, events};
use settle::{Attempt, settle};
use words::{Said, said};

/// Lines of one document; more are no statement.
const MOST_LINES: usize = 40_000;

/// Reads printed lines as statements.
pub(super) fn read(lines: &[Line], answers: &Answers) -> Reading<'static> {
    if lines.len() > MOST_LINES {
        let finding = Diagnostic::error("printedTooLong")
            .found(lines.len())
            .expected(MOST_LINES);
        return Reading::refused(finding);
    }
    let order = Order::of(lines, answers);
    let mut facts = facts(lines, order.order);
    if facts.currency.is_none() {
        facts.currency = currency(lines);
    }
    let mut reading = match whole(lines, &facts, order.order) {
        Ok(statement) => {
            let mut reading = Reading::default();
            reading.statements.push(statement);
            reading
        }
        Err(finding) => parts(lines, order.order).unwrap_or_else(|| Reading::refused(*finding)),
    };
    for statement in &mut reading.statements {
        for entry in &mut statement.entries {
            let at = usize::try_from(entry.line).unwrap_or(usize::MAX);
            entry.line = lines.get(at).map_or(0, |line| line.number);
        }
    }
    if !reading.statements.is_empty() || answers.get("dateOrder").is_some() {
        let orders = [DateOrder::Dmy, DateOrder::Mdy].map(DateOrder::as_str);
        let decided = switch("dateOrder", &orders, order.order.as_str());
        reading.switches.push(decided);
    }
    if !reading.statements.is_empty() {
        reading.questions.extend(order.question());
    }
    reading
}

/// Whether these lines are a statement that adds up, and if not, whether they look like one.
pub(super) fn look(lines: &[Line]) -> Option<bool> {
    let dated = lines
        .iter()
        .filter(|line| day::day_at(line, 0).is_some() && !line.amounts().is_empty())
        .count();
    let balances = lines.iter().filter(|line| says_balance(line)).count();
    if dated == 0 || balances == 0 {
        return None;
    }
    Some(!read(lines, &Answers::none()).statements.is_empty())
}

/// Whether a cell of this line names a balance.
fn says_balance(line: &Line) -> bool {
    let names = |cell| matches!(said(&line.text(&cell)), Some(said) if said != Said::Total);
    line.cells().into_iter().any(names)
}

/// The lines as one statement.
fn whole(
    lines: &[Line],
    facts: &Facts,
    order: DateOrder,
) -> Result<crate::Statement<'static>, Box<Diagnostic>> {
    let year = Year {
        until: facts.last,
        order,
    };
    let guesses = guesses(lines);
    let views = std::iter::once(None).chain(guesses.iter().map(|guess| Some(guess.as_slice())));
    let mut best: Option<Attempt> = None;
    let mut rows = 0;
    for guess in views {
        for undated_rows in [true, false] {
            let events = events(View {
                lines,
                guess,
                undated_rows,
            });
            rows = rows.max(
                events
                    .iter()
                    .filter(|event| matches!(event, row::Event::Row(_)))
                    .count(),
            );
            let Some(attempt) = settle(&events, facts, year) else {
                continue;
            };
            if attempt.outcome == Outcome::Holds {
                return Ok(attempt.statement);
            }
            // What a header names is told of before what is only guessed.
            if best
                .as_ref()
                .is_none_or(|best| guess.is_none() && attempt.is_nearer(best))
            {
                best = Some(attempt);
            }
        }
    }
    Err(Box::new(refusal(best, rows, facts, lines)))
}

/// Several statements in one document, each from its opening balance to its closing one; all of them or none.
fn parts(lines: &[Line], order: DateOrder) -> Option<Reading<'static>> {
    let starts: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| {
            said(&line.whole()) == Some(Said::Opening) && !line.amounts().is_empty()
        })
        .map(|(at, _)| at)
        .collect();
    if starts.len() < 2 {
        return None;
    }
    let all = facts(lines, order);
    let mut reading = Reading::default();
    let mut from = 0;
    for (position, _) in starts.iter().enumerate() {
        let until = match starts.get(position + 1) {
            Some(next) => head_of(lines, from, *next),
            None => lines.len(),
        };
        let part = lines.get(from..until)?;
        let mut facts = facts(part, order);
        facts.last = facts.last.or(all.last);
        facts.currency = facts.currency.or_else(|| currency(part)).or(all.currency);
        let mut statement = whole(part, &facts, order).ok()?;
        for entry in &mut statement.entries {
            entry.line = entry.line.saturating_add(u32::try_from(from).ok()?);
        }
        reading.statements.push(statement);
        from = until;
    }
    Some(reading)
}

/// Where the head of the statement begins whose opening balance stands at `opening`: below the last closing balance.
fn head_of(lines: &[Line], from: usize, opening: usize) -> usize {
    let between = lines.get(from..opening).unwrap_or_default();
    let closing = between.iter().rposition(|line| {
        matches!(said(&line.whole()), Some(Said::Closing | Said::Balance))
            && !line.amounts().is_empty()
    });
    closing.map_or(opening, |closing| from + closing + 1)
}

/// What is said where no reading adds up.
fn refusal(best: Option<Attempt>, rows: usize, facts: &Facts, lines: &[Line]) -> Diagnostic {
    let says_balance = lines.iter().any(says_balance);
    let Some(attempt) = best else {
        return match (rows, says_balance) {
            (0, true) => Diagnostic::warning("nothingToImport"),
            (0, false) => Diagnostic::error("notAStatement"),
            _ if facts.last.is_none() => Diagnostic::error("printedWithoutYear").found(rows),
            _ => Diagnostic::error("printedUnproved").found(rows),
        };
    };
    let entries = attempt.statement.entries.len();
    match (
        attempt.difference,
        attempt.statement.opening(),
        attempt.statement.closing(),
    ) {
        (Some(difference), Some(opening), Some(closing)) => Diagnostic::error("printedMismatch")
            .found(difference)
            .with("rows", entries)
            .with("opening", opening.amount)
            .with("closing", closing.amount),
        _ => Diagnostic::error("printedUnproved").found(entries),
    }
}

/// The currency of the amounts that carry a sign, where all of those at the head of a statement agree.
fn currency(lines: &[Line]) -> Option<domain::Currency> {
    let named = |line: &Line| {
        let words = line
            .words
            .iter()
            .map(|word| word.text.trim_matches(['(', ')', ':', ',', '.']));
        words.filter(|word| word.len() == 3).find_map(|word| {
            let is_code = word.bytes().all(|byte| byte.is_ascii_uppercase());
            super::csv::currency_of(word).filter(|_| is_code)
        })
    };
    let headed = (0..lines.len()).find_map(|at| {
        let (columns, _) = column::header(lines, at)?;
        columns
            .iter()
            .filter(|column| column::counts(column.role))
            .find_map(|column| column.currency)
    });
    let signed = lines.iter().filter(|line| says_balance(line));
    let mut signed = signed
        .flat_map(Line::amounts)
        .filter_map(|amount| amount.unit);
    headed
        .or_else(|| signed.next())
        .or_else(|| lines.iter().find_map(named))
}

/// Whether the day or the month stands first.
struct Order {
    order: DateOrder,
    /// A day that would be another day in the other order, where nothing decides.
    open: Option<(String, [Option<NaiveDate>; 2])>,
}

impl Order {
    fn of(lines: &[Line], answers: &Answers) -> Self {
        let answered = answers.get("dateOrder").and_then(DateOrder::from_word);
        let mut days: Vec<(String, Printed)> = Vec::new();
        for line in lines {
            for (day, at) in days_in(line) {
                let text = line
                    .words
                    .get(at)
                    .map_or_else(String::new, |word| word.text.clone());
                days.push((text, day));
            }
        }
        let proved = days.iter().find_map(|(_, day)| day.proves());
        if let Some(order) = answered.or(proved) {
            return Order { order, open: None };
        }
        let english = lines.iter().any(|line| {
            let key = super::csv::heading_key(&line.whole());
            [" balance ", " statement ", " withdrawals "]
                .iter()
                .any(|word| key.contains(word))
        });
        let open = days
            .iter()
            .find(|(_, day)| english && day.is_open())
            .map(|(text, day)| {
                let year = |order| Year { until: None, order };
                (
                    text.clone(),
                    [day.day(year(DateOrder::Dmy)), day.day(year(DateOrder::Mdy))],
                )
            });
        Order {
            order: DateOrder::Dmy,
            open,
        }
    }

    fn question(self) -> Option<Question> {
        let (text, days) = self.open?;
        let choice = |order: DateOrder, day: Option<NaiveDate>| Choice {
            value: order.as_str().to_owned(),
            example: day.map(|day| format!("{text} → {day}")),
        };
        let [day_first, month_first] = days;
        Some(Question {
            about: "dateOrder",
            choices: vec![
                choice(DateOrder::Dmy, day_first),
                choice(DateOrder::Mdy, month_first),
            ],
            assumed: Some(self.order.as_str().to_owned()),
        })
    }
}

/// Plain text as lines: a column is a place, a form feed a new page.
pub(super) fn lines_of(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut page, mut is_apart) = (1, true);
    for (at, line) in text.split('\n').enumerate() {
        if line.starts_with('\u{c}') {
            page += 1;
            is_apart = true;
        }
        let words = words_of(line);
        if words.is_empty() {
            is_apart = true;
            continue;
        }
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        lines.push(Line {
            number,
            page,
            em: 2.0,
            is_apart,
            words,
        });
        is_apart = false;
    }
    lines
}

/// A tab reaches to the next column that eight divides, as printers have it.
fn words_of(line: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut column = 0u32;
    let mut is_open = false;
    for sign in line.chars() {
        let width = if sign == '\t' {
            8 - column % 8
        } else {
            u32::from(!sign.is_control())
        };
        // A no-break space parts words as every space does; the groups of an amount are joined again.
        if sign.is_whitespace() || sign.is_control() {
            is_open = false;
        } else if is_open && let Some(word) = words.last_mut() {
            word.text.push(sign);
            word.right = f64::from(column + 1);
        } else {
            words.push(Word {
                text: sign.into(),
                left: f64::from(column),
                right: f64::from(column + 1),
            });
            is_open = true;
        }
        column += width;
    }
    words
}
