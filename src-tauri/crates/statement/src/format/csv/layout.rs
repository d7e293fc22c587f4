//! How the cells of a table are written: order of dates and decimal sign, per column, from all rows.

use domain::Currency;

use super::column::{Class, Column};
use super::date::{DateOrder, date_cell};
use super::heading::is_foreign;
use super::number::{DecimalSign, Evidence, currency_of, printed};
use super::order::{DateEvidence, DateHints};
use super::role::Role;
use super::section::Section;
use super::split::Records;
use crate::Answers;

/// Rows that decide when all of them agree; every row is then checked against it while it is read.
pub(super) const ENOUGH: usize = 2000;

/// What the numbers of a column say about their decimal sign.
#[derive(Debug, Clone, Default)]
pub(super) struct NumberEvidence {
    comma: usize,
    point: usize,
    either: usize,
    /// A cell that can be read both ways.
    example: Option<String>,
}

/// How one column is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Writing {
    pub(super) order: DateOrder,
    pub(super) decimal: DecimalSign,
}

/// A decision that the rows leave open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Open<T> {
    pub(super) assumed: T,
    pub(super) choices: Vec<T>,
    pub(super) example: String,
}

/// How the columns of a table are read.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub(super) columns: Vec<Writing>,
    pub(super) open_order: Option<Open<DateOrder>>,
    pub(super) open_decimal: Option<Open<DecimalSign>>,
    /// The order and sign of the table as a whole.
    pub(super) main: Writing,
    /// A currency sign met beside amounts.
    pub(super) unit: Option<Currency>,
    /// Whether only the first rows were looked at.
    pub(super) partial: bool,
}

/// Whether a role holds an amount in the account's own money.
fn is_money(role: Role) -> bool {
    matches!(
        role,
        Role::Amount
            | Role::Debit
            | Role::Credit
            | Role::Balance
            | Role::BalanceBefore
            | Role::PartAmount
            | Role::Fee
            | Role::OriginalAmount
    )
}

fn is_date(role: Role) -> bool {
    matches!(
        role,
        Role::BookingDate | Role::TransactionDate | Role::ValueDate
    )
}

#[derive(Debug, Default)]
struct Gathered {
    dates: Vec<DateEvidence>,
    numbers: Vec<NumberEvidence>,
    examples: Vec<String>,
    unit: Option<Currency>,
    dollars: bool,
}

fn gather(
    records: &Records<'_>,
    section: &Section,
    columns: &[Column<'_>],
    limit: usize,
) -> Gathered {
    let text = records.text;
    let mut found = Gathered {
        dates: vec![DateEvidence::default(); columns.len()],
        numbers: vec![NumberEvidence::default(); columns.len()],
        examples: vec![String::new(); columns.len()],
        ..Gathered::default()
    };
    let watched: Vec<(usize, bool)> = columns
        .iter()
        .enumerate()
        .filter(|(_, c)| is_date(c.role) || is_money(c.role))
        .map(|(at, c)| (at, is_date(c.role)))
        .collect();
    let mut fields = Vec::new();
    for record in section.body.clone().take(limit) {
        records.fields(record, &mut fields);
        for (at, date) in &watched {
            let Some(cell) = fields.get(*at).map(|field| field.raw(text)) else {
                continue;
            };
            if cell.is_empty() {
                continue;
            }
            if *date {
                if let (Some(day), Some(evidence)) = (date_cell(cell), found.dates.get_mut(*at)) {
                    evidence.add(&day);
                    if let Some(example) = found.examples.get_mut(*at)
                        && example.is_empty()
                        && day.day(DateOrder::Dmy) != day.day(DateOrder::Mdy)
                    {
                        cell.clone_into(example);
                    }
                }
                continue;
            }
            let Some(amount) = printed(cell) else {
                continue;
            };
            if let Some(unit) = amount.unit {
                found.dollars |= unit.contains('$') || unit == "USD";
                found.unit = found.unit.or_else(|| currency_of(unit));
            }
            if let Some(evidence) = found.numbers.get_mut(*at) {
                evidence.add(amount.evidence(), cell);
            }
        }
    }
    found
}

impl NumberEvidence {
    fn add(&mut self, evidence: Evidence, cell: &str) {
        match evidence {
            Evidence::None => {}
            Evidence::Proves(DecimalSign::Comma) => self.comma += 1,
            Evidence::Proves(DecimalSign::Point) => self.point += 1,
            Evidence::Either(_) => {
                self.either += 1;
                if self.example.is_none() {
                    self.example = Some(cell.to_owned());
                }
            }
        }
    }

    fn decide(&self) -> Option<DecimalSign> {
        match self.comma.cmp(&self.point) {
            std::cmp::Ordering::Greater => Some(DecimalSign::Comma),
            std::cmp::Ordering::Less => Some(DecimalSign::Point),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// Decides how every column of a table is read. `foreign` says that words around the table are of a language that never writes the
/// month first.
pub(super) fn layout(
    records: &Records<'_>,
    section: &Section,
    columns: &[Column<'_>],
    answers: &Answers,
    foreign: bool,
    limit: usize,
) -> Layout {
    let found = gather(records, section, columns, limit);
    let partial = limit < section.body.len();
    let (decimals, open_decimal) = decimals(records, columns, &found, answers);
    let comma = decimals
        .iter()
        .zip(&found.numbers)
        .any(|(sign, numbers)| *sign == DecimalSign::Comma && numbers.comma > 0);
    let hints = DateHints {
        // Wise documents day first for its statements, whatever the language.
        never_month_first: foreign
            || comma
            || columns
                .iter()
                .any(|c| is_foreign(&c.key) || c.key.trim() == "transferwise id"),
        dollars: found.dollars
            || columns
                .iter()
                .any(|c| c.currency.is_some_and(|currency| currency.code() == "USD")),
        day_first_currency: found
            .unit
            .or_else(|| columns.iter().find_map(|c| c.currency))
            .is_some_and(|currency| {
                matches!(
                    currency.code(),
                    "GBP" | "EUR" | "AUD" | "NZD" | "SGD" | "INR" | "CHF" | "ZAR" | "IEP"
                )
            }),
    };
    let (orders, open_order) = orders(columns, &found, hints, answers);
    let writing: Vec<Writing> = orders
        .iter()
        .zip(&decimals)
        .map(|(order, decimal)| Writing {
            order: *order,
            decimal: *decimal,
        })
        .collect();
    let first = |wanted: &dyn Fn(Role) -> bool| columns.iter().position(|c| wanted(c.role));
    let main = Writing {
        order: first(&is_date)
            .and_then(|at| orders.get(at).copied())
            .unwrap_or(DateOrder::Dmy),
        decimal: first(&is_money)
            .and_then(|at| decimals.get(at).copied())
            .unwrap_or(DecimalSign::Point),
    };
    Layout {
        columns: writing,
        open_order,
        open_decimal,
        main,
        unit: found.unit,
        partial,
    }
}

/// A column that is undecided on its own follows the others; where none decides and it matters, it is a question.
fn decimals(
    records: &Records<'_>,
    columns: &[Column<'_>],
    found: &Gathered,
    answers: &Answers,
) -> (Vec<DecimalSign>, Option<Open<DecimalSign>>) {
    if let Some(told) = answers.get("decimalSign").and_then(DecimalSign::from_word) {
        return (vec![told; columns.len()], None);
    }
    let own: Vec<Option<DecimalSign>> = found.numbers.iter().map(NumberEvidence::decide).collect();
    let shared = own.iter().flatten().next().copied();
    // Semicolons part the fields where the comma parts the decimals.
    let usual = if records.delimiter == b';' {
        DecimalSign::Comma
    } else {
        DecimalSign::Point
    };
    let assumed = shared.unwrap_or(usual);
    let doubtful = found
        .numbers
        .iter()
        .zip(columns)
        .filter(|(_, c)| matches!(c.role, Role::Amount | Role::Debit | Role::Credit))
        .find_map(|(numbers, _)| {
            (numbers.either > 0 && numbers.decide().is_none()).then_some(numbers)
        });
    let open = doubtful.filter(|_| shared.is_none()).map(|numbers| Open {
        assumed,
        choices: vec![DecimalSign::Comma, DecimalSign::Point],
        example: numbers.example.clone().unwrap_or_default(),
    });
    let signs = own
        .into_iter()
        .map(|sign| sign.unwrap_or(assumed))
        .collect();
    (signs, open)
}

fn orders(
    columns: &[Column<'_>],
    found: &Gathered,
    hints: DateHints,
    answers: &Answers,
) -> (Vec<DateOrder>, Option<Open<DateOrder>>) {
    let told = answers.get("dateOrder").and_then(DateOrder::from_word);
    let own: Vec<_> = found.dates.iter().map(|d| d.decide(hints)).collect();
    // One column that proves its order speaks for the others, unless their own cells contradict it.
    let proven = own
        .iter()
        .flatten()
        .find(|decided| decided.certain && decided.order != DateOrder::Ymd)
        .map(|decided| decided.order);
    let mut joined = DateEvidence::default();
    for (evidence, column) in found.dates.iter().zip(columns) {
        if is_date(column.role) {
            joined.join(evidence);
        }
    }
    let shared = proven.or_else(|| joined.decide(hints).map(|decided| decided.order));
    let mut open = None;
    let mut orders = Vec::with_capacity(columns.len());
    for (at, decided) in own.iter().enumerate() {
        let order = match decided {
            None => shared.unwrap_or(DateOrder::Dmy),
            Some(decided) if decided.certain => decided.order,
            Some(decided) => {
                if let Some(told) = told {
                    told
                } else if let Some(proven) = proven {
                    proven
                } else {
                    let mut choices = vec![decided.order];
                    choices.extend(decided.others.iter().flatten());
                    choices.sort_unstable();
                    open.get_or_insert_with(|| Open {
                        assumed: decided.order,
                        choices,
                        example: found.examples.get(at).cloned().unwrap_or_default(),
                    });
                    decided.order
                }
            }
        };
        orders.push(told.unwrap_or(order));
    }
    if told.is_some() {
        open = None;
    }
    (orders, open)
}

/// Whether a table has what every statement has.
pub(super) fn has_dates(columns: &[Column<'_>]) -> bool {
    columns.iter().any(|c| is_date(c.role))
}

/// Whether a table has amounts.
pub(super) fn has_amounts(columns: &[Column<'_>]) -> bool {
    columns.iter().any(|c| {
        matches!(c.role, Role::Amount | Role::Debit | Role::Credit) && c.class != Class::Word
    })
}
