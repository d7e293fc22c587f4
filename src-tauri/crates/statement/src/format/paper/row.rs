//! Lines to rows and balances, in their order on the pages.

use domain::{Currency, Decimal};

use super::column::{Column, counts, header, is_date, role_at};
use super::day::{Printed, day_at, days_in};
use super::line::{Amount, Cell, Line};
use super::words::{Said, is_owed, said, section_is_out};
use crate::format::csv::{Role, Way};

/// One row of the account.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// Position of its first line.
    pub(super) at: usize,
    pub(super) booking: Option<Printed>,
    pub(super) value: Option<Printed>,
    pub(super) done: Option<Printed>,
    pub(super) amounts: Vec<(Role, Amount)>,
    pub(super) text: Vec<String>,
    /// What the heading above says of bare amounts.
    pub(super) is_out: Option<bool>,
    /// Where its text begins.
    left: f64,
}

/// A stated balance.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) said: Said,
    pub(super) amount: Amount,
    pub(super) is_owed: Option<bool>,
    pub(super) day: Option<Printed>,
}

/// What the lines tell, in their order.
#[derive(Debug, Clone)]
pub(super) enum Event {
    Row(Row),
    Balance(Seen),
}

/// How the lines are looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'l> {
    pub(super) lines: &'l [Line],
    /// Columns that no header names; with none, headers do.
    pub(super) guess: Option<&'l [Column]>,
    /// Whether a line without a day but with an amount is a row of the day above it.
    pub(super) undated_rows: bool,
}

struct Reader<'l> {
    view: View<'l>,
    columns: Vec<Column>,
    is_out: Option<bool>,
    events: Vec<Event>,
    /// A row whose amount is still to come.
    open: Option<Row>,
    /// Whether the last event's text may go on.
    goes_on: bool,
}

/// The rows and balances that these lines hold.
pub(super) fn events(view: View<'_>) -> Vec<Event> {
    let mut reader = Reader {
        view,
        columns: view.guess.map(<[Column]>::to_vec).unwrap_or_default(),
        is_out: None,
        events: Vec::new(),
        open: None,
        goes_on: false,
    };
    let mut at = 0;
    while at < view.lines.len() {
        if view.guess.is_none()
            && let Some((columns, taken)) = header(view.lines, at)
        {
            reader.columns = columns;
            reader.goes_on = false;
            at += taken;
            continue;
        }
        reader.line(at);
        at += 1;
    }
    reader.events
}

/// How far down the amount below a label may stand, in lines.
const BELOW: usize = 3;
/// Words of a dated line that says a balance.
const SHORT: usize = 8;

impl Reader<'_> {
    fn line(&mut self, at: usize) {
        let Some(line) = self.view.lines.get(at) else {
            return;
        };
        let amounts = line.amounts();
        let dated = day_at(line, 0);
        let rest = dated.map_or(0, |(_, taken)| taken);
        let label = line.text(&(rest..line.words.len()));
        let said_here = said(&label);
        if dated.is_none() || (said_here.is_some() && is_short(line, rest, &amounts)) {
            let balances = self.balances(at);
            if !balances.is_empty() {
                self.events.extend(balances.into_iter().map(Event::Balance));
                self.ended();
                return;
            }
            if said_here == Some(Said::Total) && dated.is_none() {
                self.ended();
                return;
            }
        }
        let placed: Vec<(Role, Amount)> = amounts
            .iter()
            .filter_map(|amount| Some((role_at(&self.columns, amount, line.em)?, amount.clone())))
            .filter(|(role, _)| counts(*role) || *role == Role::Balance)
            .collect();
        let moves = placed.iter().any(|(role, _)| counts(*role));
        match dated {
            Some(_) => self.dated(at, line, placed),
            None if moves => self.undated(at, line, placed),
            None if !placed.is_empty() => self.balance_below(line, placed),
            None => self.text(at, line, &label),
        }
    }

    fn ended(&mut self) {
        self.open = None;
        self.goes_on = false;
    }

    fn dated(&mut self, at: usize, line: &Line, placed: Vec<(Role, Amount)>) {
        let mut row = self.row(at, line, &placed);
        self.open = None;
        if placed.iter().any(|(role, _)| counts(*role)) {
            row.amounts = placed;
            self.events.push(Event::Row(row));
            self.goes_on = true;
        } else {
            row.amounts = placed;
            self.open = Some(row);
            self.goes_on = false;
        }
    }

    fn undated(&mut self, at: usize, line: &Line, placed: Vec<(Role, Amount)>) {
        let mut more = self.row(at, line, &placed);
        if let Some(mut row) = self.open.take() {
            row.text.append(&mut more.text);
            row.amounts.extend(placed);
            self.events.push(Event::Row(row));
            self.goes_on = true;
            return;
        }
        let above = self.events.iter().rev().find_map(|event| match event {
            Event::Row(row) => Some((row.booking, row.value, row.done)),
            Event::Balance(_) => None,
        });
        if let (true, Some((booking, value, done))) = (self.view.undated_rows, above) {
            (more.booking, more.value, more.done) = (booking, value, done);
            more.amounts = placed;
            self.events.push(Event::Row(more));
            self.goes_on = true;
        } else if self.goes_on && !line.is_apart {
            self.add_text(line.whole());
        }
    }

    /// A balance printed alone below a row is that after the row.
    fn balance_below(&mut self, line: &Line, placed: Vec<(Role, Amount)>) {
        if let Some(Event::Row(row)) = self.events.last_mut()
            && self.goes_on
            && row.amounts.iter().all(|(role, _)| *role != Role::Balance)
        {
            row.amounts.extend(placed);
            let words = line.text(
                &(0..line
                    .amounts()
                    .first()
                    .map_or(0, |amount| amount.words.start)),
            );
            if !words.is_empty() {
                self.add_text(words);
            }
        }
    }

    fn text(&mut self, at: usize, line: &Line, label: &str) {
        if let Some(is_out) = section_is_out(label).filter(|_| line.cells().len() <= 2) {
            self.is_out = Some(is_out);
            self.ended();
            return;
        }
        let above = at
            .checked_sub(1)
            .and_then(|above| self.view.lines.get(above));
        let is_near = !line.is_apart && above.is_some_and(|above| above.page == line.page);
        let left = line.words.first().map_or(0.0, |word| word.left);
        if let Some(row) = self.open.as_mut() {
            if is_near {
                row.text.push(line.whole());
            }
        } else if let Some(Event::Row(row)) = self.events.last()
            && self.goes_on
            && is_near
            && left >= row.left - 1.5 * line.em
        {
            self.add_text(line.whole());
        } else {
            self.goes_on = false;
        }
    }

    fn add_text(&mut self, text: String) {
        if let Some(Event::Row(row)) = self.events.last_mut() {
            row.text.push(text);
        }
    }

    /// A row of this line's days and words; what is neither a day nor one of these amounts is its text.
    fn row(&self, at: usize, line: &Line, placed: &[(Role, Amount)]) -> Row {
        let mut row = Row {
            at,
            is_out: self.is_out,
            ..Row::default()
        };
        let mut taken: Vec<Cell> = placed
            .iter()
            .map(|(_, amount)| amount.words.clone())
            .collect();
        let mut days: Vec<(Role, Printed)> = Vec::new();
        let mut front = 0;
        while let Some((day, words)) = day_at(line, front).filter(|_| days.len() < 2) {
            let span = front..front + words;
            days.push((self.date_role(line, &span).unwrap_or(Role::Text), day));
            front = span.end;
            taken.push(span);
        }
        for cell in line.cells() {
            let is_later = cell.start >= front && days.len() < 3;
            if let Some((day, words)) =
                day_at(line, cell.start).filter(|_| is_later && !days.is_empty())
                && words == cell.len()
                && let Some(role) = self.date_role(line, &cell)
            {
                days.push((role, day));
                taken.push(cell);
            }
        }
        row.set_days(&days);
        let mut words = Vec::new();
        for (position, word) in line.words.iter().enumerate() {
            if !taken.iter().any(|span| span.contains(&position)) {
                if words.is_empty() {
                    row.left = word.left;
                }
                words.push(word.text.as_str());
            }
        }
        if !words.is_empty() {
            row.text.push(words.join(" "));
        }
        row
    }

    /// What the header above a day calls it.
    fn date_role(&self, line: &Line, span: &Cell) -> Option<Role> {
        let (left, right) = (line.left(span), line.right(span));
        let near = |column: &&Column| {
            left < column.right + 0.5 * line.em && right > column.left - 0.5 * line.em
        };
        self.columns
            .iter()
            .filter(|column| is_date(column.role))
            .find(near)
            .map(|column| column.role)
    }

    /// The balances that this line names, beside their labels or below them.
    fn balances(&self, at: usize) -> Vec<Seen> {
        let Some(line) = self.view.lines.get(at) else {
            return Vec::new();
        };
        let amounts = line.amounts();
        let mut labels: Vec<(Said, Cell)> = Vec::new();
        for cell in line.cells() {
            let before = amounts
                .iter()
                .find(|amount| amount.words.start >= cell.start);
            let words = before.map_or(cell.end, |amount| amount.words.start.min(cell.end));
            if let Some(said) =
                said(&line.text(&(cell.start..words))).filter(|_| words > cell.start)
            {
                labels.push((said, cell));
            }
        }
        if labels.is_empty()
            && let Some(said) = said(&line.whole())
            && let Some(first) = amounts.first()
        {
            labels.push((said, 0..first.words.start.max(1)));
        }
        let days = days_in(line);
        let mut seen = Vec::new();
        for (position, (said, cell)) in labels.iter().enumerate() {
            if *said == Said::Total {
                continue;
            }
            let next = labels
                .get(position + 1)
                .map_or(usize::MAX, |(_, cell)| cell.start);
            let beside = amounts
                .iter()
                .find(|amount| amount.words.start >= cell.start && amount.words.start < next);
            // The words may stand behind the amounts, in a column of their own.
            let beside = beside.or(match (labels.len(), amounts.as_slice()) {
                (1, [only]) => Some(only),
                _ => None,
            });
            let found = beside.cloned().or_else(|| self.below(at, cell, *said));
            if let Some(mut amount) = found {
                let column = role_at(&self.columns, &amount, line.em).filter(|_| beside.is_some());
                let owed = is_owed(&line.text(&(cell.start..cell.end.max(amount.words.end))));
                if amount.way == Way::Bare && column == Some(Role::Debit) && owed.is_none() {
                    (amount.way, amount.worded) = (Way::Out, true);
                }
                let day = days
                    .iter()
                    .find(|(_, start)| *start < next)
                    .map(|(day, _)| *day);
                seen.push(Seen {
                    said: *said,
                    amount,
                    is_owed: owed.filter(|_| beside.is_some()),
                    day,
                });
            }
        }
        seen
    }

    /// The amount that stands below a label, in a box of labels above their amounts.
    fn below(&self, at: usize, label: &Cell, said: Said) -> Option<Amount> {
        let line = self.view.lines.get(at)?;
        if !matches!(said, Said::Opening | Said::Closing) || label.len() > 6 {
            return None;
        }
        let until = line
            .cells()
            .iter()
            .find(|cell| cell.start >= label.end)
            .map(|cell| line.left(cell));
        let until = until.unwrap_or(f64::INFINITY);
        let below = self
            .view
            .lines
            .iter()
            .skip(at + 1)
            .take(BELOW)
            .find(|below| !below.amounts().is_empty())?;
        let from = line.left(label) - line.em;
        below
            .amounts()
            .into_iter()
            .find(|amount| amount.right > from && amount.left < until)
    }
}

/// Whether a dated line says no more than a balance.
fn is_short(line: &Line, rest: usize, amounts: &[Amount]) -> bool {
    let first = amounts
        .first()
        .map_or(line.words.len(), |amount| amount.words.start);
    amounts.len() == 1 && first.saturating_sub(rest) <= SHORT
}

impl Row {
    fn set_days(&mut self, days: &[(Role, Printed)]) {
        for (role, day) in days {
            let slot = match role {
                Role::ValueDate => &mut self.value,
                Role::TransactionDate => &mut self.done,
                _ if self.booking.is_none() => &mut self.booking,
                _ => &mut self.value,
            };
            slot.get_or_insert(*day);
        }
    }

    /// The amount that moved, signed, and the balance after it.
    pub(super) fn money(&self, is_of_card: bool) -> Option<(Decimal, Option<Decimal>)> {
        let mut moved: Option<Decimal> = None;
        let mut after = None;
        for (role, amount) in &self.amounts {
            let signed = match role {
                Role::Balance => {
                    after = Some(amount.signed(is_of_card, None));
                    continue;
                }
                Role::Debit => -amount.size,
                Role::Credit if amount.way == Way::Out => -amount.size,
                Role::Credit => amount.size,
                _ => amount.signed(is_of_card, self.is_out),
            };
            moved = Some(moved.unwrap_or_default().saturating_add(signed));
        }
        Some((moved?, after))
    }

    pub(super) fn currency(&self) -> Option<Currency> {
        self.amounts.iter().find_map(|(_, amount)| amount.unit)
    }
}

impl Amount {
    /// With its sign. A card's statement prints what was spent without one, and what was paid back with a minus.
    pub(super) fn signed(&self, is_of_card: bool, is_out: Option<bool>) -> Decimal {
        let out = match (self.way, is_of_card) {
            (Way::Out, false) => true,
            (Way::Out, true) => self.worded,
            (Way::In, _) => false,
            (Way::Bare, _) => is_out.unwrap_or(is_of_card),
        };
        if out { -self.size } else { self.size }
    }
}
