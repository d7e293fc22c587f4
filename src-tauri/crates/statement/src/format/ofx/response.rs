//! The walk over a document: which aggregate a field stands in decides what it means.

use domain::{AccountKind, Balance, BalanceKind, NaiveDate, Status};
use source::{Diagnostic, Severity};

use super::line::Line;
use super::name::{self, Aggregate};
use super::place::Place;
use super::token::{Name, Token, Tokens, Value};
use super::value;
use crate::{Reading, Statement, is_newest_first};

/// Reads the statements of a document.
pub(super) fn read(text: &str) -> Reading<'_> {
    let mut walk = Walk::new(text);
    for token in Tokens::new(text) {
        match token {
            Token::Open {
                name,
                label,
                start,
                value,
            } => walk.open(name, label, start, value),
            Token::Close { name, end, stray } => walk.close(name, end, stray),
            Token::Declaration { bytes } => {
                let finding = Diagnostic::error("hostile").found("<!ENTITY");
                return Reading::refused(walk.place.point(finding, text, bytes));
            }
            Token::Cut => break,
        }
    }
    walk.finish()
}

/// How a request went (`STATUS`).
#[derive(Default)]
struct Outcome {
    code: String,
    severity: String,
    message: String,
}

/// What is open at a point of the document.
struct Walk<'a> {
    text: &'a str,
    place: Place,
    /// Open aggregates, outermost first. Each kind at most once, so it stays short.
    open: Vec<Aggregate>,
    statement: Option<Statement<'a>>,
    statement_place: Place,
    line: Option<Line<'a>>,
    lines: usize,
    securities: usize,
    outcome: Outcome,
    balance: (Option<Value<'a>>, Option<NaiveDate>),
    transaction: Option<Value<'a>>,
    served: Option<NaiveDate>,
    accounts_listed: usize,
    reading: Reading<'a>,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str) -> Self {
        Walk {
            text,
            place: Place::start(),
            open: Vec::new(),
            statement: None,
            statement_place: Place::start(),
            line: None,
            lines: 0,
            securities: 0,
            outcome: Outcome::default(),
            balance: (None, None),
            transaction: None,
            served: None,
            accounts_listed: 0,
            reading: Reading::default(),
        }
    }

    fn open(&mut self, name: Name, label: &'a str, start: usize, value: Value<'a>) {
        if value.is_blank() {
            if let Some(aggregate) = Aggregate::named(name) {
                self.enter(aggregate, start);
            }
            return;
        }
        match Aggregate::named(name) {
            // Some banks write the currency of a line as a plain field.
            Some(Aggregate::Currency | Aggregate::OriginalCurrency) if self.line.is_some() => {
                let within = Aggregate::named(name).unwrap_or(Aggregate::Opaque);
                self.field(within, name::CURSYM, label, value);
            }
            Some(Aggregate::Payee) if self.line.is_some() => {
                self.field(Aggregate::Payee, name::NAME, label, value);
            }
            Some(aggregate) => {
                self.enter(aggregate, start);
                self.stray(value);
            }
            None => {
                let within = self.open.last().copied().unwrap_or(Aggregate::Ofx);
                self.field(within, name, label, value);
            }
        }
    }

    fn close(&mut self, name: Name, end: usize, stray: Value<'a>) {
        if let Some(aggregate) = Aggregate::named(name) {
            self.leave(aggregate, end);
        }
        self.stray(stray);
    }

    fn stray(&mut self, value: Value<'a>) {
        if let Some(line) = &mut self.line {
            line.take_stray(value);
        }
    }

    fn enter(&mut self, aggregate: Aggregate, start: usize) {
        self.leave(aggregate, start);
        if self.line.is_some() && !aggregate.is_part_of_line() {
            self.leave(Aggregate::Line, start);
            self.leave(Aggregate::PendingLine, start);
        }
        if aggregate.is_statement() {
            self.end_statement(start);
            self.begin_statement(aggregate, start);
        }
        match aggregate {
            Aggregate::Line | Aggregate::PendingLine => self.begin_line(aggregate, start),
            Aggregate::Response => self.transaction = None,
            Aggregate::Status => self.outcome = Outcome::default(),
            Aggregate::AccountListed => self.accounts_listed += 1,
            Aggregate::SecurityMovement => self.securities += 1,
            Aggregate::LedgerBalance | Aggregate::AvailableBalance => self.balance = (None, None),
            _ => {}
        }
        self.open.push(aggregate);
    }

    /// Closes an aggregate and whatever was left open inside it.
    fn leave(&mut self, aggregate: Aggregate, end: usize) {
        let Some(depth) = self.open.iter().position(|open| *open == aggregate) else {
            return;
        };
        while self.open.len() > depth {
            if let Some(left) = self.open.pop() {
                self.left(left, end);
            }
        }
    }

    fn left(&mut self, aggregate: Aggregate, end: usize) {
        match aggregate {
            Aggregate::Line | Aggregate::PendingLine => self.end_line(end),
            Aggregate::Status => self.end_status(end),
            Aggregate::LedgerBalance => self.end_balance(BalanceKind::Closing),
            Aggregate::AvailableBalance => self.end_balance(BalanceKind::Available),
            _ if aggregate.is_statement() => self.end_statement(end),
            _ => {}
        }
    }

    fn begin_statement(&mut self, aggregate: Aggregate, start: usize) {
        self.place = self.place.forward(self.text, start);
        self.statement_place = self.place;
        let mut statement = Statement {
            reference: self.transaction.map(|value| value.text()),
            created: self.served,
            ..Statement::default()
        };
        statement.account.kind = match aggregate {
            Aggregate::CardStatement => Some(AccountKind::Card),
            Aggregate::InvestmentStatement => Some(AccountKind::Investment),
            _ => None,
        };
        self.statement = Some(statement);
    }

    fn begin_line(&mut self, aggregate: Aggregate, start: usize) {
        if self.statement.is_none() {
            self.begin_statement(Aggregate::BankStatement, start);
        }
        self.place = self.place.forward(self.text, start);
        self.lines += 1;
        let is_pending =
            aggregate == Aggregate::PendingLine || self.open.contains(&Aggregate::PendingList);
        let status = if is_pending {
            Status::Pending
        } else {
            Status::Booked
        };
        self.line = Some(Line::new(self.place, self.lines, status));
    }

    fn end_line(&mut self, end: usize) {
        let (Some(line), Some(statement)) = (self.line.take(), &mut self.statement) else {
            return;
        };
        let findings = &mut self.reading.diagnostics;
        let entry = line.finish(self.text, end, statement.currency, findings);
        statement.entries.extend(entry);
    }

    fn end_status(&mut self, end: usize) {
        let outcome = std::mem::take(&mut self.outcome);
        if outcome.code.is_empty() || outcome.code.bytes().all(|byte| byte == b'0') {
            return;
        }
        let severity = match outcome.severity.to_ascii_uppercase().as_str() {
            "INFO" => Severity::Info,
            "WARN" => Severity::Warning,
            _ => Severity::Error,
        };
        let finding = Diagnostic::new(severity, "bankAnswered")
            .found(outcome.message)
            .with("status", outcome.code);
        self.place = self.place.forward(self.text, end);
        let finding = self.place.point(finding, self.text, end..end);
        self.reading.diagnostics.push(finding.record("STATUS"));
    }

    fn end_balance(&mut self, kind: BalanceKind) {
        let (amount, as_of) = std::mem::take(&mut self.balance);
        let (Some(value), Some(statement)) = (amount, &mut self.statement) else {
            return;
        };
        if let Some(amount) = value::amount(&value.text()) {
            statement.balances.push(Balance {
                kind,
                amount,
                as_of,
            });
            return;
        }
        self.place = self.place.forward(self.text, value.start);
        let finding = Diagnostic::warning("badBalance").found(value.raw);
        let finding = self.place.point(finding, self.text, value.bytes());
        self.reading.diagnostics.push(finding.field("BALAMT"));
    }

    /// Keeps the open statement, unless nothing stands in it.
    fn end_statement(&mut self, end: usize) {
        self.end_line(end);
        let Some(mut statement) = self.statement.take() else {
            return;
        };
        let securities = std::mem::take(&mut self.securities);
        let is_empty = statement.entries.is_empty() && statement.balances.is_empty();
        let place = self.statement_place;
        let point = |finding| place.point(finding, self.text, place.at()..place.at() + 1);
        if securities > 0 {
            let finding = Diagnostic::warning("investmentsLeftOut").with("count", securities);
            self.reading.diagnostics.push(point(finding));
        }
        if !statement.account.is_identified() {
            self.reading
                .diagnostics
                .push(point(Diagnostic::warning("noAccount")));
            if is_empty {
                return;
            }
        }
        if statement.currency.is_none() {
            let finding = Diagnostic::warning("missingCurrency");
            self.reading
                .diagnostics
                .push(point(finding).field("CURDEF"));
        }
        statement.newest_first = is_newest_first(&statement.entries);
        statement.entries.shrink_to_fit();
        self.reading.statements.push(statement);
    }

    fn field(&mut self, within: Aggregate, name: Name, label: &'a str, value: Value<'a>) {
        if let Some(line) = &mut self.line {
            return line.take(within, name, label, value);
        }
        match (within, name) {
            (Aggregate::Status, _) => self.outcome_field(name, value),
            (Aggregate::SignOn, name::DTSERVER) => self.served = value::day(value.raw).stated(),
            (Aggregate::Response, name::TRNUID) => self.transaction = Some(value),
            (Aggregate::LedgerBalance | Aggregate::AvailableBalance, name::BALAMT) => {
                self.balance.0 = Some(value);
            }
            (Aggregate::LedgerBalance | Aggregate::AvailableBalance, name::DTASOF) => {
                self.balance.1 = value::day(value.raw).stated();
            }
            _ => self.statement_field(within, name, value),
        }
    }

    fn outcome_field(&mut self, name: Name, value: Value<'a>) {
        let field = match name {
            name::CODE => &mut self.outcome.code,
            name::SEVERITY => &mut self.outcome.severity,
            name::MESSAGE | name::MESSAGE2 => &mut self.outcome.message,
            _ => return,
        };
        if !field.is_empty() {
            field.push(' ');
        }
        field.push_str(&value.text());
    }

    fn statement_field(&mut self, within: Aggregate, name: Name, value: Value<'a>) {
        let Some(statement) = &mut self.statement else {
            return;
        };
        match (within, name) {
            (Aggregate::List | Aggregate::PendingList, name::DTSTART) => {
                statement.from = statement.from.or(value::day(value.raw).stated());
            }
            (Aggregate::List | Aggregate::PendingList, name::DTEND) => {
                statement.until = statement.until.or(value::day(value.raw).stated());
            }
            (Aggregate::Account, _) => account_field(statement, name, value),
            (_, name::CURDEF) if within.is_statement() => {
                statement.currency = value.raw.parse().ok();
            }
            _ => {}
        }
    }

    fn finish(mut self) -> Reading<'a> {
        let end = self.text.len();
        if let Some(line) = self.line.take() {
            self.reading.diagnostics.push(line.cut(self.text));
            self.end_statement(end);
        } else if self.open.iter().any(|open| open.is_statement()) {
            let last = self.text.trim_end().len();
            let finding = Diagnostic::error("truncated");
            let finding = self.place.point(finding, self.text, last..last);
            self.end_statement(end);
            self.reading.diagnostics.push(finding);
        } else {
            self.end_statement(end);
        }
        self.say_what_is_missing();
        self.reading
    }

    fn say_what_is_missing(&mut self) {
        if !self.reading.statements.is_empty() {
            return;
        }
        let refused = self
            .reading
            .diagnostics
            .iter()
            .any(|finding| finding.severity == Severity::Error);
        if self.accounts_listed > 0 {
            let finding = Diagnostic::warning("accountsOnly").with("count", self.accounts_listed);
            self.reading.diagnostics.push(finding);
        } else if !refused {
            self.reading
                .diagnostics
                .push(Diagnostic::warning("answerWithoutStatement"));
        }
    }
}

fn account_field(statement: &mut Statement<'_>, name: Name, value: Value<'_>) {
    let account = &mut statement.account;
    let without_spaces = || -> String {
        value
            .text()
            .chars()
            .filter(|sign| !sign.is_whitespace())
            .collect()
    };
    match name {
        name::ACCTID => {
            let number = without_spaces();
            if is_iban(&number) {
                account.iban = Some(number);
            } else {
                account.number = Some(number);
            }
        }
        name::BANKID | name::BROKERID => account.bank_id = Some(without_spaces()),
        name::BRANCHID => account.branch_id = Some(without_spaces()),
        name::ACCTTYPE => account.kind = account.kind.or(Some(kind(value.raw))),
        _ => {}
    }
}

/// `ACCTTYPE` (OFX 2.2 section 11.3.1.1).
fn kind(word: &str) -> AccountKind {
    match word.to_ascii_uppercase().as_str() {
        "CHECKING" => AccountKind::Current,
        "SAVINGS" | "MONEYMRKT" | "CD" => AccountKind::Savings,
        "CREDITLINE" => AccountKind::Loan,
        "CREDITCARD" => AccountKind::Card,
        _ => AccountKind::Other,
    }
}

/// Whether the check digits of ISO 13616 hold.
fn is_iban(number: &str) -> bool {
    let signs = number.as_bytes();
    let shaped = (15..=34).contains(&signs.len())
        && signs.iter().all(u8::is_ascii_alphanumeric)
        && signs.iter().take(2).all(u8::is_ascii_alphabetic)
        && signs.iter().skip(2).take(2).all(u8::is_ascii_digit);
    let rotated = signs.iter().skip(4).chain(signs.iter().take(4));
    let rest = rotated.fold(0u32, |rest, sign| match sign {
        b'0'..=b'9' => (rest * 10 + u32::from(sign - b'0')) % 97,
        letter => {
            (rest * 100 + u32::from(letter.to_ascii_uppercase().saturating_sub(b'A')) + 10) % 97
        }
    });
    shaped && rest == 1
}
