//! Messages: fields put together to statements.

use std::borrow::Cow;

use domain::{Balance, BalanceKind, Status};
use source::Diagnostic;

use super::field::Field;
use super::line::{self, Fault};
use super::value::{self, Stated, is_iban};
use super::{information, value::balance};
use crate::format::day::no_day;
use crate::format::place;
use crate::{Entry, Reading, Statement, TextField, is_newest_first};

/// Words in the place of a reference that say where to look, or that there is none.
const NO_REFERENCE: &[&str] = &["NONREF", "NOTPROVIDED", "NONE"];
const POINTERS: &[&str] = &["EREF", "PREF", "KREF", "MREF", "MARF", "REMI"];

/// Builds statements from fields in their order.
pub(super) struct Messages<'a> {
    text: &'a str,
    open: Option<Message<'a>>,
    /// Whether the last statement ended with an intermediate balance, so that a page may follow.
    goes_on: bool,
    reading: Reading<'a>,
}

/// A message as far as it is read.
struct Message<'a> {
    statement: Statement<'a>,
    /// Its first field.
    first: Field<'a>,
    /// `:60F:` or `:60M:` was read.
    is_opened: bool,
    /// The opening balance is intermediate.
    continues: bool,
    /// `:62F:` or `:62M:` was read.
    is_closed: bool,
    /// The closing balance is intermediate.
    goes_on: bool,
    /// It is an MT942, which states no balances.
    is_report: bool,
    /// What the last `:86:` or `:NS:` would belong to.
    target: Target,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    /// The statement as a whole.
    Statement,
    /// The last entry.
    Entry,
    /// A line that could not be read.
    Lost,
}

impl<'a> Messages<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Messages {
            text,
            open: None,
            goes_on: false,
            reading: Reading::default(),
        }
    }

    /// Takes the next field.
    pub(super) fn take(&mut self, field: Field<'a>) {
        let begins = match (field.tag, &self.open) {
            ("940" | "942", _) => {
                self.end();
                return;
            }
            ("20", _) | (_, None) => true,
            ("25" | "25P", Some(open)) => open.is_closed || open.statement.account.is_identified(),
            ("28" | "28C" | "60F" | "60M", Some(open)) => open.is_closed,
            _ => false,
        };
        if begins {
            self.end();
        }
        let mut message = self.open.take().unwrap_or_else(|| Message::new(field));
        self.field(&mut message, field);
        self.open = Some(message);
    }

    fn field(&mut self, message: &mut Message<'a>, field: Field<'a>) {
        let statement = &mut message.statement;
        match field.tag {
            "20" => statement.reference = none_if_empty(field.value),
            "25" | "25P" => {
                let (account, currency) = value::account(field.value);
                statement.account = account;
                statement.currency = statement.currency.or(currency);
            }
            "60F" | "60M" => self.opening(message, field),
            "62F" | "62M" => self.closing(message, field),
            "64" | "65" => self.balance(message, field, BalanceKind::Available),
            "34F" => {
                message.is_report = true;
                let code = field.value.get(..3).and_then(|code| code.parse().ok());
                statement.currency = statement.currency.or(code);
            }
            "13" | "13D" => {
                message.is_report = true;
                statement.created = value::day(field.value.trim());
            }
            "90D" | "90C" => message.is_report = true,
            "61" => self.line(message, field),
            "86" => self.information(message, field),
            "NS" => {
                if let (Target::Entry, Some(entry)) = (message.target, statement.entries.last_mut())
                {
                    information::numbered(field.value, entry);
                }
            }
            _ => {}
        }
    }

    fn opening(&mut self, message: &mut Message<'a>, field: Field<'a>) {
        message.is_opened = true;
        message.continues = field.tag == "60M";
        self.balance(message, field, BalanceKind::Opening);
    }

    fn closing(&mut self, message: &mut Message<'a>, field: Field<'a>) {
        message.is_closed = true;
        message.goes_on = field.tag == "62M";
        message.target = Target::Statement;
        self.balance(message, field, BalanceKind::Closing);
    }

    fn balance(&mut self, message: &mut Message<'a>, field: Field<'a>, kind: BalanceKind) {
        let Some(Stated {
            as_of,
            currency,
            amount,
        }) = balance(field.value)
        else {
            let finding = Diagnostic::warning("badBalance").found(field.value.trim());
            self.say(finding, &field);
            return;
        };
        let statement = &mut message.statement;
        let own = statement.currency;
        // The opening balance states the currency; an account number may only seem to end with one.
        if kind == BalanceKind::Opening || own.is_none() {
            statement.currency = currency.or(own);
        } else if let (Some(own), Some(currency)) =
            (own, currency.filter(|code| Some(*code) != own))
        {
            let finding = Diagnostic::warning("balanceCurrencyMismatch");
            self.say(finding.found(currency).expected(own), &field);
            return;
        }
        let balance = Balance {
            kind,
            amount,
            as_of,
        };
        statement.balances.push(balance);
    }

    fn line(&mut self, message: &mut Message<'a>, field: Field<'a>) {
        let mut lines = field.lines();
        let first = lines.next().unwrap_or("");
        let mut rest: Vec<&'a str> = lines.collect();
        let mut read = line::read(first);
        let wrapped;
        if matches!(read, Err(Fault::Amount("")))
            && let Some(second) = rest.first()
        {
            // Some banks break the line before the amount.
            wrapped = format!("{first}{second}");
            if let Ok(line) = line::read(&wrapped) {
                let line = line::Line {
                    code: borrowed(second, line.code),
                    owner: borrowed(second, line.owner),
                    servicer: borrowed(second, line.servicer),
                    ..line
                };
                read = Ok(line);
                rest.remove(0);
            }
        }
        match read {
            Ok(line) => {
                message.target = Target::Entry;
                if line.value_date.is_none() {
                    let found = first.get(..6).unwrap_or(first);
                    let finding = Diagnostic::warning("badDate").found(found);
                    let finding = no_day(finding, value::numbers(found));
                    self.say(finding.field("value date"), &field);
                }
                let entry = entry(line, &rest, &field);
                message.statement.entries.push(entry);
            }
            Err(fault) => {
                message.target = Target::Lost;
                let finding = match fault {
                    Fault::Date(found) => no_day(
                        Diagnostic::error("badDate").found(found),
                        value::numbers(found),
                    ),
                    Fault::Sign(found) => Diagnostic::error("missingSign")
                        .found(found)
                        .expected("C, D, RC, RD"),
                    Fault::Amount(found) => Diagnostic::error("badAmount").found(found),
                };
                self.say(finding.costs_row(), &field);
            }
        }
    }

    fn information(&mut self, message: &mut Message<'a>, field: Field<'a>) {
        match (message.target, message.statement.entries.last_mut()) {
            (Target::Entry, Some(entry)) => {
                information::read(field.value, entry);
                entry.bytes.1 = field.end;
            }
            (Target::Lost, _) => {}
            _ => {
                let note = field.value.trim();
                if !note.is_empty() {
                    self.say(Diagnostic::info("statementNote").found(note), &field);
                }
            }
        }
    }

    /// Ends the open message.
    pub(super) fn end(&mut self) {
        let Some(message) = self.open.take() else {
            return;
        };
        let Message {
            statement, first, ..
        } = &message;
        let says_nothing = statement.balances.is_empty() && !message.is_report;
        if statement.entries.is_empty() && (says_nothing || !statement.account.is_identified()) {
            let finding = Diagnostic::error("fragment").found(format!(":{}:", first.tag));
            let first = *first;
            self.say(finding, &first);
            return;
        }
        let mut missing = Vec::new();
        if !statement.account.is_identified() {
            missing.push(":25:");
        }
        if !message.is_opened && !message.is_report {
            missing.push(":60F:");
        }
        if !message.is_closed && !message.is_report {
            missing.push(":62F:");
        }
        let first = message.first;
        self.add(message);
        if !missing.is_empty() {
            let finding = Diagnostic::warning("missingFields").expected(missing.join(" "));
            self.say(finding, &first);
        }
    }

    /// Adds a statement, or its lines to the page before.
    fn add(&mut self, message: Message<'a>) {
        let mut statement = message.statement;
        for entry in &mut statement.entries {
            entry.currency = statement.currency;
        }
        let opens_at = statement.opening().map(|balance| balance.amount);
        let last = self.reading.statements.last_mut().filter(|last| {
            self.goes_on
                && message.continues
                && last.account == statement.account
                && last.currency == statement.currency
                && last.closing().map(|balance| balance.amount) == opens_at
        });
        self.goes_on = message.goes_on;
        let Some(last) = last else {
            self.reading.statements.push(statement);
            return;
        };
        let mut stated = last.balances.iter_mut().rev();
        if let Some(closing) = stated.find(|balance| balance.kind == BalanceKind::Closing) {
            closing.kind = BalanceKind::Interim;
        }
        let balances = statement.balances.into_iter();
        let balances = balances.filter(|balance| balance.kind != BalanceKind::Opening);
        last.balances.extend(balances);
        last.entries.append(&mut statement.entries);
    }

    /// Ends the last message and gives what was read.
    pub(super) fn finish(mut self) -> Reading<'a> {
        self.end();
        for statement in &mut self.reading.statements {
            statement.newest_first = is_newest_first(&statement.entries);
        }
        self.reading
    }

    fn say(&mut self, finding: Diagnostic, field: &Field<'_>) {
        let finding = place::at(finding, self.text, field.line, field.start..field.end);
        let finding = finding.record(format!(":{}:", field.tag));
        self.reading.diagnostics.push(finding);
    }
}

impl<'a> Message<'a> {
    fn new(first: Field<'a>) -> Self {
        Message {
            statement: Statement::default(),
            first,
            is_opened: false,
            continues: false,
            is_closed: false,
            goes_on: false,
            is_report: false,
            target: Target::Statement,
        }
    }
}

/// The part of the document's line that a copy of it shows.
fn borrowed<'a>(line: &'a str, copy: &str) -> &'a str {
    line.find(copy)
        .and_then(|at| line.get(at..at + copy.len()))
        .unwrap_or("")
}

fn none_if_empty(text: &str) -> Option<Cow<'_, str>> {
    let text = text.trim();
    (!text.is_empty() && !NO_REFERENCE.contains(&text)).then_some(Cow::Borrowed(text))
}

/// The entry of a statement line and its supplementary details.
fn entry<'a>(line: line::Line<'a>, details: &[&'a str], field: &Field<'a>) -> Entry<'a> {
    let mut entry = Entry {
        line: field.line,
        bytes: (field.start, field.end),
        status: if line.is_expected {
            Status::Pending
        } else {
            Status::Booked
        },
        booking_date: line.entry_date,
        value_date: line.value_date,
        amount: line.amount,
        is_reversal: line.is_reversal,
        code: (!line.code.is_empty()).then_some(Cow::Borrowed(line.code)),
        ..Entry::default()
    };
    let owner = none_if_empty(line.owner);
    entry.reference = none_if_empty(line.servicer);
    match owner {
        Some(owner)
            if entry.reference.is_some() || POINTERS.contains(&owner.trim_end_matches('+')) =>
        {
            entry.references.push(owner)
        }
        owner => entry.reference = entry.reference.take().or(owner),
    }
    for detail in details {
        let detail = detail.trim();
        if is_iban(detail) {
            entry.counterparty_account = Some(Cow::Borrowed(detail));
        }
        entry.texts.push(TextField {
            label: Cow::Borrowed(":61:"),
            text: Cow::Borrowed(detail),
        });
    }
    entry
}
