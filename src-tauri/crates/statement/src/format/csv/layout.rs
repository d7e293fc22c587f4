//! How the cells of a table are written: order of dates and decimal sign, per column, from all rows.

use domain::Currency;

use super::column::{Class, Column};
use super::date::{DateCell, DateOrder, date_cell};
use super::given::{Given, Say};
use super::heading::is_foreign;
use super::lag::Lag;
use super::number::{DecimalSign, Evidence, currency_of, printed};
use super::order::{DateEvidence, DateHints};
use super::role::Role;
use super::section::Section;
use super::split::Records;

/// Rows that decide when all of them agree; every row is then checked against it while it is read.
pub(super) const ENOUGH: usize = 2000;

/// What the numbers of a column say about their decimal sign.
#[derive(Debug, Clone, Default)]
pub(super) struct NumberEvidence {
    comma: usize,
    point: usize,
    either: usize,
    /// Of these, cells whose mark is a point.
    either_point: usize,
    /// Of these, cells that end in a zero, and those whose last two digits are no round number.
    padded: usize,
    uneven: usize,
    /// Cells without any mark.
    unmarked: usize,
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
    /// As the document alone says.
    pub(super) alone: Alone,
}

/// How a table would be read if nobody had said anything.
#[derive(Debug, Clone, Copy)]
pub(super) struct Alone {
    pub(super) main: Writing,
    /// Whether the order of the dates would be a question, and the decimal sign.
    pub(super) open: (bool, bool),
    /// What the cells leave no other reading for.
    pub(super) proven: (Option<DateOrder>, Option<DecimalSign>),
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
    lag: Lag,
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
        .filter(|(_, c)| is_date(c.role) || is_money(c.role) || c.role == Role::Rate)
        .map(|(at, c)| (at, is_date(c.role)))
        .collect();
    let mut fields = Vec::new();
    for record in section.body.clone().take(limit) {
        records.fields(record, &mut fields);
        let mut first: Option<DateCell> = None;
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
                    match &first {
                        Some(first) => found.lag.add(first, &day),
                        None => first = Some(day),
                    }
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
            Evidence::None => self.unmarked += 1,
            Evidence::Proves(DecimalSign::Comma) => self.comma += 1,
            Evidence::Proves(DecimalSign::Point) => self.point += 1,
            Evidence::Either(sign) => {
                self.either += 1;
                self.either_point += usize::from(sign == DecimalSign::Point);
                self.padded += usize::from(cell.ends_with('0'));
                self.uneven += usize::from(!["00", "50"].iter().any(|round| cell.ends_with(round)));
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
            std::cmp::Ordering::Equal => self.thousandths(),
        }
    }

    /// Money written with three decimals (`8.400`, `156.960`): the last is always a zero, and no amount does without the mark.
    fn thousandths(&self) -> Option<DecimalSign> {
        let is_padded = self.either >= PADDED && self.padded == self.either;
        if !is_padded || self.uneven == 0 || self.unmarked > 0 {
            return None;
        }
        match self.either_point {
            0 => Some(DecimalSign::Comma),
            points if points == self.either => Some(DecimalSign::Point),
            _ => None,
        }
    }
}

/// Amounts of three decimals that it takes to tell them from thousands.
const PADDED: usize = 5;

/// Decides how every column of a table is read. `foreign` says that words around the table are of a language that never writes the
/// month first.
pub(super) fn layout(
    records: &Records<'_>,
    section: &Section,
    columns: &[Column<'_>],
    given: Given<'_>,
    foreign: bool,
    limit: usize,
) -> Layout {
    let found = gather(records, section, columns, limit);
    let partial = limit < section.body.len();
    let said = given.say("decimalSign", DecimalSign::from_word);
    let (decimals_alone, open_alone) = decimals(records, columns, &found, Say::Nothing);
    let (decimals, open_decimal) = match said {
        Say::Nothing => (decimals_alone.clone(), open_alone.clone()),
        said => decimals(records, columns, &found, said),
    };
    let hints = hints(columns, &found, &decimals, foreign);
    let said = given.say("dateOrder", DateOrder::from_word);
    let (orders_alone, order_alone) = orders(columns, &found, hints, Say::Nothing);
    let (orders, open_order) = match said {
        Say::Nothing => (orders_alone.clone(), order_alone.clone()),
        said => orders(columns, &found, hints, said),
    };
    let writing: Vec<Writing> = orders
        .iter()
        .zip(&decimals)
        .map(|(order, decimal)| Writing {
            order: *order,
            decimal: *decimal,
        })
        .collect();
    Layout {
        columns: writing,
        main: main_writing(columns, &orders, &decimals),
        alone: Alone {
            main: main_writing(columns, &orders_alone, &decimals_alone),
            open: (order_alone.is_some(), open_alone.is_some()),
            proven: proven(columns, &found, hints),
        },
        open_order,
        open_decimal,
        unit: found.unit,
        partial,
    }
}

/// What the rest of the document says about its dates.
fn hints(
    columns: &[Column<'_>],
    found: &Gathered,
    decimals: &[DecimalSign],
    foreign: bool,
) -> DateHints {
    let comma = decimals
        .iter()
        .zip(&found.numbers)
        .any(|(sign, numbers)| *sign == DecimalSign::Comma && numbers.comma > 0);
    DateHints {
        // Wise documents day first for its statements, whatever the language; sort codes are those of British and Irish banks.
        never_month_first: foreign
            || comma
            || columns.iter().any(|c| {
                is_foreign(&c.key) || ["transferwise id", "sort code"].contains(&c.key.trim())
            }),
        lag: found.lag.leaning(),
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
    }
}

/// The order and sign of the first column of each kind.
fn main_writing(columns: &[Column<'_>], orders: &[DateOrder], decimals: &[DecimalSign]) -> Writing {
    let first = |wanted: &dyn Fn(Role) -> bool| columns.iter().position(|c| wanted(c.role));
    Writing {
        order: first(&is_date)
            .and_then(|at| orders.get(at).copied())
            .unwrap_or(DateOrder::Dmy),
        decimal: first(&is_money)
            .and_then(|at| decimals.get(at).copied())
            .unwrap_or(DecimalSign::Point),
    }
}

/// What the cells of the first columns that leave no doubt say.
fn proven(
    columns: &[Column<'_>],
    found: &Gathered,
    hints: DateHints,
) -> (Option<DateOrder>, Option<DecimalSign>) {
    let order = found
        .dates
        .iter()
        .zip(columns)
        .filter(|(_, column)| is_date(column.role))
        .filter_map(|(dates, _)| dates.decide(hints))
        .find(|decided| decided.proven);
    let decimal = found
        .numbers
        .iter()
        .zip(columns)
        .filter(|(_, column)| is_money(column.role))
        .find_map(|(numbers, _)| numbers.decide());
    (order.map(|decided| decided.order), decimal)
}

/// A column that is undecided on its own follows the others; where none decides and it matters, it is a question.
fn decimals(
    records: &Records<'_>,
    columns: &[Column<'_>],
    found: &Gathered,
    said: Say<DecimalSign>,
) -> (Vec<DecimalSign>, Option<Open<DecimalSign>>) {
    if let Some(told) = said.answer() {
        return (vec![told; columns.len()], None);
    }
    let own: Vec<Option<DecimalSign>> = found.numbers.iter().map(NumberEvidence::decide).collect();
    let of = |wanted: &dyn Fn(Role) -> bool| {
        let mut signs = own.iter().zip(columns).filter(|(_, c)| wanted(c.role));
        signs.find_map(|(sign, _)| *sign)
    };
    let shared = of(&is_money).or_else(|| of(&|role| role == Role::Rate));
    // Semicolons part the fields where the comma parts the decimals.
    let usual = if records.delimiter == b';' {
        DecimalSign::Comma
    } else {
        DecimalSign::Point
    };
    let assumed = said.remembered().or(shared).unwrap_or(usual);
    let doubtful = found
        .numbers
        .iter()
        .zip(columns)
        .filter(|(_, c)| matches!(c.role, Role::Amount | Role::Debit | Role::Credit))
        .find_map(|(numbers, _)| {
            (numbers.either > 0 && numbers.decide().is_none()).then_some(numbers)
        });
    let is_open = shared.is_none() && said.either().is_none();
    let open = doubtful.filter(|_| is_open).map(|numbers| Open {
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
    said: Say<DateOrder>,
) -> (Vec<DateOrder>, Option<Open<DateOrder>>) {
    if let Some(told) = said.answer() {
        return (vec![told; columns.len()], None);
    }
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
    let shared = said
        .remembered()
        .or(proven)
        .or_else(|| joined.decide(hints).map(|decided| decided.order));
    let mut open = None;
    let mut orders = Vec::with_capacity(columns.len());
    for (at, decided) in own.iter().enumerate() {
        let order = match (decided, said.remembered()) {
            (None, _) => shared.unwrap_or(DateOrder::Dmy),
            (Some(decided), _) if decided.proven => decided.order,
            (Some(_), Some(remembered)) => remembered,
            (Some(decided), None) if decided.certain => decided.order,
            (Some(decided), None) => proven.unwrap_or_else(|| {
                let mut choices = vec![decided.order];
                choices.extend(decided.others.iter().flatten());
                choices.sort_unstable();
                open.get_or_insert_with(|| Open {
                    assumed: decided.order,
                    choices,
                    example: found.examples.get(at).cloned().unwrap_or_default(),
                });
                decided.order
            }),
        };
        orders.push(order);
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
