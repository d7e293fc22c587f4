//! CFONB120: account statement of the French banks, records of 120 characters.
//!
//! `01` old balance, `04` movement, `05` complement, `07` new balance (CFONB, "Relevé de compte sur support
//! informatique", 2004; complements: "Enregistrement complémentaire 05", 2010). See `docs/formats/cfonb120.md`.

mod complement;
mod record;

use std::borrow::Cow;

use domain::{AccountIdentifier, Balance, BalanceKind};
use source::{Diagnostic, Source};

use self::record::{Fault, LENGTH, Record, records};
use super::day::no_day;
use super::place;
use crate::{Answers, Entry, Format, Reading, Sniff, Statement, TextField, is_newest_first};

/// Where the amount of `01`, `04` and `07` ends.
const AMOUNT_END: usize = 104;

pub(super) const FORMAT: Format = Format {
    id: "cfonb120",
    title: "CFONB120",
    specification: "CFONB, relevé de compte sur support informatique (2004), enregistrements 05 (2010)",
    richness: 55,
    risk: crate::Risk::Bounded,
    sniff,
    parse,
};

fn sniff(source: &Source<'_>) -> Sniff {
    let text = source.text();
    let head = text
        .get(..text.floor_char_boundary(LENGTH * 8))
        .unwrap_or(text);
    match records(head).next() {
        Some(first) if first.is_plausible() && first.length() >= 48 => {
            Sniff::Certain("evidence-cfonb120")
        }
        _ => Sniff::No,
    }
}

fn parse<'a>(source: &'a Source<'a>, _answers: &Answers) -> Reading<'a> {
    let text = source.text();
    let mut statements = Statements {
        text,
        open: None,
        decimals: records(text).find_map(|record| record.decimals()),
        reading: Reading::default(),
    };
    for record in records(text) {
        statements.take(&record);
    }
    statements.end();
    statements.reading
}

/// Builds statements from records in their order.
struct Statements<'a> {
    text: &'a str,
    open: Option<Open<'a>>,
    /// Of the first record that states how many its amounts have: of the balances of a bank that states none with them.
    decimals: Option<u32>,
    reading: Reading<'a>,
}

/// A statement as far as it is read.
struct Open<'a> {
    statement: Statement<'a>,
    account: [&'a str; 3],
    first: Record<'a>,
    /// Whether the last movement was read, so that complements have a place.
    takes_complements: bool,
    is_foreign_told: bool,
}

impl<'a> Statements<'a> {
    fn take(&mut self, record: &Record<'a>) {
        match record.code() {
            "01" => {
                self.end();
                let mut open = Open::new(record);
                self.balance(&mut open, record, BalanceKind::Opening);
                self.open = Some(open);
            }
            "04" => {
                let mut open = self.open_for(record);
                self.movement(&mut open, record);
                self.open = Some(open);
            }
            "05" => self.complement(record),
            "07" => {
                let mut open = self.open_for(record);
                self.balance(&mut open, record, BalanceKind::Closing);
                self.open = Some(open);
                self.end();
            }
            found => {
                let finding = Diagnostic::warning("unknownRecord").found(found);
                self.say(finding, record);
            }
        }
        if record.length() > LENGTH {
            let finding = Diagnostic::warning("badLength")
                .found(record.length())
                .expected(LENGTH);
            self.say(finding, record);
        }
    }

    /// The open statement where the record is of its account, else a new one. A slip in bank or branch only is none.
    fn open_for(&mut self, record: &Record<'a>) -> Open<'a> {
        let [_, _, number] = record.account();
        match self.open.take() {
            Some(open) if open.account.last() == Some(&number) => open,
            other => {
                self.open = other;
                self.end();
                Open::new(record)
            }
        }
    }

    fn balance(&mut self, open: &mut Open<'a>, record: &Record<'a>, kind: BalanceKind) {
        let printed = record.columns(91, AMOUNT_END);
        let amount = record
            .decimals()
            .or(self.decimals)
            .and_then(|decimals| record::amount(printed, decimals).ok())
            .filter(|_| record.length() >= AMOUNT_END);
        let Some(amount) = amount else {
            self.say(Diagnostic::warning("badBalance").found(printed), record);
            return;
        };
        let (own, currency) = (open.statement.currency, record.currency());
        if let (Some(own), Some(currency)) = (own, currency.filter(|code| Some(*code) != own)) {
            let finding = Diagnostic::warning("balanceCurrencyMismatch");
            self.say(finding.found(currency).expected(own), record);
            return;
        }
        let printed = record.columns(35, 40);
        let as_of = record::day(printed);
        if as_of.is_none() {
            let finding = Diagnostic::warning("badDate").found(printed.trim());
            self.say(no_day(finding, record::numbers(printed)), record);
        }
        open.statement.balances.push(Balance {
            kind,
            amount,
            as_of,
        });
    }

    fn movement(&mut self, open: &mut Open<'a>, record: &Record<'a>) {
        open.takes_complements = false;
        let printed = record.columns(91, AMOUNT_END);
        let day = record.columns(35, 40);
        let read = record.decimals().ok_or(Fault::Amount);
        let read = read.and_then(|decimals| record::amount(printed, decimals));
        let finding = match (read, record::day(day)) {
            _ if record.length() < AMOUNT_END => Diagnostic::error("truncated"),
            (Err(Fault::Amount), _) => Diagnostic::error("badAmount").found(printed),
            (Err(Fault::Sign), _) => Diagnostic::error("missingSign").found(printed),
            (_, None) => no_day(
                Diagnostic::error("badDate").found(day),
                record::numbers(day),
            ),
            (Ok(amount), Some(booked)) => {
                let mut entry = movement(record);
                entry.amount = amount;
                entry.booking_date = Some(booked);
                open.statement.currency = open.statement.currency.or(record.currency());
                entry.currency = record.currency().or(open.statement.currency);
                open.takes_complements = true;
                if entry.currency != open.statement.currency && !open.is_foreign_told {
                    open.is_foreign_told = true;
                    let name = |code: Option<domain::Currency>| code.map(|code| code.to_string());
                    let finding = Diagnostic::warning("foreignCurrency")
                        .found(name(entry.currency).unwrap_or_default())
                        .expected(name(open.statement.currency).unwrap_or_default());
                    self.say(finding, record);
                }
                let printed = record.field(43, 48);
                entry.value_date = record::day(printed);
                if entry.value_date.is_none() && !printed.is_empty() && printed != "000000" {
                    let finding = Diagnostic::warning("badDate").found(printed);
                    let finding = no_day(finding, record::numbers(printed));
                    self.say(finding.field("value date"), record);
                }
                open.statement.entries.push(entry);
                return;
            }
        };
        self.say(finding.costs_row(), record);
    }

    fn complement(&mut self, record: &Record<'a>) {
        let Some(open) = &mut self.open else {
            let finding = Diagnostic::error("strayComplement").found(record.field(46, 118));
            self.say(finding, record);
            return;
        };
        match open.statement.entries.last_mut() {
            Some(entry) if open.takes_complements => {
                complement::read(record, entry);
                entry.bytes.1 = record.end();
            }
            Some(_) => {}
            None => {
                let finding = Diagnostic::warning("strayComplement").found(record.field(46, 118));
                self.say(finding, record);
            }
        }
    }

    fn end(&mut self) {
        let Some(open) = self.open.take() else {
            return;
        };
        let mut statement = open.statement;
        let missing: Vec<&str> = [("01", statement.opening()), ("07", statement.closing())]
            .into_iter()
            .filter(|(_, balance)| balance.is_none())
            .map(|(code, _)| code)
            .collect();
        if !missing.is_empty() {
            let finding = Diagnostic::warning("missingFields").expected(missing.join(", "));
            self.say(finding, &open.first);
        }
        statement.newest_first = is_newest_first(&statement.entries);
        if !statement.entries.is_empty() || !statement.balances.is_empty() {
            self.reading.statements.push(statement);
        }
    }

    fn say(&mut self, finding: Diagnostic, record: &Record<'_>) {
        let finding = place::at(finding, self.text, record.line, record.start..record.end());
        self.reading.diagnostics.push(finding.record(record.code()));
    }
}

impl<'a> Open<'a> {
    fn new(record: &Record<'a>) -> Self {
        let [bank, branch, number] = record.account();
        let stated = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Open {
            statement: Statement {
                account: AccountIdentifier {
                    number: stated(number),
                    bank_id: stated(bank),
                    branch_id: stated(branch),
                    ..AccountIdentifier::default()
                },
                currency: record.currency(),
                ..Statement::default()
            },
            account: record.account(),
            first: *record,
            takes_complements: false,
            is_foreign_told: false,
        }
    }
}

/// What a record 04 says beside amount and days.
fn movement<'a>(record: &Record<'a>) -> Entry<'a> {
    let mut entry = Entry {
        line: record.line,
        bytes: (record.start, record.end()),
        ..Entry::default()
    };
    let (interbank, internal) = (record.field(33, 34), record.field(8, 11));
    entry.code = match (interbank.is_empty(), internal.is_empty()) {
        (true, true) => None,
        (false, true) => Some(Cow::Borrowed(interbank)),
        (true, false) => Some(Cow::Borrowed(internal)),
        (false, false) => Some(Cow::Owned(format!("{interbank} {internal}"))),
    };
    let number = record.field(82, 88);
    if number.bytes().any(|b| b != b'0' && b != b' ') {
        entry.references.push(Cow::Borrowed(number));
    }
    let mut text = |label: &'static str, text: &'a str| {
        if !text.is_empty() {
            entry.texts.push(TextField {
                label: Cow::Borrowed(label),
                text: Cow::Borrowed(text),
            });
        }
    };
    text("04", record.field(49, 79));
    // The zone of reference: many banks let the label run on there.
    let zone = record.field(105, LENGTH);
    let is_words = !zone.bytes().any(|b| b.is_ascii_digit());
    if is_words {
        text("04", zone);
    }
    let reject = record.field(41, 42);
    text("reject", reject);
    if !is_words {
        entry.references.push(Cow::Borrowed(zone));
    }
    entry.is_reversal = !reject.is_empty() && reject != "00";
    entry
}
