//! `Stmt`, `Rpt`, `Ntfctn`: what one message says of one account for one period.

use std::collections::BTreeSet;
use std::ops::Range;

use domain::{Balance, BalanceKind, Currency, NaiveDate, Status};
use source::Diagnostic;

use super::entry::{self, Context};
use super::party;
use super::value::{self, Day};
use super::xml::{Cursor, local};
use crate::format::place;
use crate::{Entry, Statement, is_newest_first};

/// A statement as far as it is read.
#[derive(Default)]
struct Draft<'a> {
    statement: Statement<'a>,
    balances: Vec<Stated>,
    entries: usize,
    announced: Option<(usize, Range<usize>)>,
    page: Option<u32>,
    last_page: bool,
}

/// A balance as stated: code, currency, and the rest.
struct Stated {
    code: String,
    currency: Option<Currency>,
    balance: Balance,
}

/// Reads a statement. Where the document ends in it, what was whole is kept.
pub(super) fn read<'a>(cursor: &mut Cursor<'a>, findings: &mut Vec<Diagnostic>) -> Statement<'a> {
    let mut draft = Draft {
        last_page: true,
        ..Draft::default()
    };
    draft.fields(cursor, findings);
    draft.finish(cursor, findings)
}

impl<'a> Draft<'a> {
    fn fields(&mut self, cursor: &mut Cursor<'a>, findings: &mut Vec<Diagnostic>) {
        while let Some(start) = cursor.child() {
            match local(&start) {
                "Id" => self.statement.reference = value::reference(cursor.text()),
                "CreDtTm" => self.statement.created = value::day(cursor.text()).date(),
                "FrToDt" => (self.statement.from, self.statement.until) = period(cursor),
                "Acct" => {
                    let (account, currency) = party::own_account(cursor);
                    self.statement.account = account;
                    self.statement.currency = currency;
                }
                "Bal" => self.balance(cursor, findings),
                "StmtPgntn" | "RptPgntn" | "NtfctnPgntn" => self.pagination(cursor),
                "TxsSummry" => {
                    let from = cursor.start();
                    let count = announced(cursor);
                    self.announced = count.map(|count| (count, from..cursor.end()));
                }
                "Ntry" => self.entry(cursor, findings),
                _ => cursor.skip(),
            }
        }
    }

    fn entry(&mut self, cursor: &mut Cursor<'a>, findings: &mut Vec<Diagnostic>) {
        self.entries += 1;
        let account = &self.statement.account;
        let context = Context {
            own: account.iban.as_deref().or(account.number.as_deref()),
            currency: self.statement.currency,
            ordinal: self.entries,
        };
        let entry = entry::read(cursor, &context, findings);
        self.statement.entries.extend(entry);
    }

    fn balance(&mut self, cursor: &mut Cursor<'a>, findings: &mut Vec<Diagnostic>) {
        let from = cursor.start();
        let line = cursor.line_of(from);
        let (mut code, mut amount, mut debit, mut day) = (None, None, None, Day::Absent);
        while let Some(start) = cursor.child() {
            match local(&start) {
                "Tp" => code = cursor.text_of("Cd"),
                "Amt" => amount = Some(value::amount(cursor, &start)),
                "CdtDbtInd" => debit = value::is_debit(&cursor.text()),
                "Dt" => day = value::day_choice(cursor),
                _ => cursor.skip(),
            }
        }
        if cursor.damage().is_some() {
            return;
        }
        let code = code.unwrap_or_default().into_owned();
        let amount = amount.unwrap_or_default();
        let at = from..cursor.end();
        let mut tell = |finding: Diagnostic| {
            let finding = finding.record(format!("Bal {code}"));
            findings.push(place::at(finding, cursor.document(), line, at.clone()));
        };
        let Some(number) = amount.number else {
            tell(Diagnostic::warning("badBalance").found(&amount.printed));
            return;
        };
        // The indicator is mandatory. Without it a balance is taken for money that the holder has, and the proof shows where it is not.
        if debit.is_none() && !number.is_zero() {
            let finding = Diagnostic::warning("missingSign").expected("CRDT, DBIT");
            tell(finding.field("CdtDbtInd"));
        }
        let number = value::signed(number, debit.unwrap_or(false));
        self.balances.push(Stated {
            code,
            currency: amount.currency,
            balance: Balance {
                kind: BalanceKind::Interim,
                amount: number,
                as_of: day.date(),
            },
        });
        self.statement.currency = self.statement.currency.or(amount.currency);
    }

    fn pagination(&mut self, cursor: &mut Cursor<'a>) {
        while let Some(start) = cursor.child() {
            match local(&start) {
                "PgNb" => self.page = cursor.text().parse().ok(),
                "LastPgInd" => self.last_page = !matches!(&*cursor.text(), "false" | "0"),
                _ => cursor.skip(),
            }
        }
    }

    fn finish(mut self, cursor: &mut Cursor<'a>, findings: &mut Vec<Diagnostic>) -> Statement<'a> {
        let count = self.entries;
        let announced = self.announced.take();
        let announced = announced.filter(|(announced, _)| *announced != count);
        if let Some((announced, at)) = announced.filter(|_| cursor.damage().is_none()) {
            // The summary stands before the entries: its line is passed already.
            let finding = Diagnostic::warning("countMismatch")
                .found(count)
                .expected(announced);
            let finding = finding.record("TxsSummry");
            let text = cursor.document();
            findings.push(place::at(finding, text, line_of(text, at.start), at));
        }
        let mut statement = std::mem::take(&mut self.statement);
        statement.currency = statement
            .currency
            .or_else(|| only_currency(&statement.entries));
        statement.balances = self.balances(statement.currency, findings);
        let last = closing_day(&statement.balances);
        for entry in &mut statement.entries {
            entry.currency = entry.currency.or(statement.currency);
            // Told as `missingDate` where the entry was read: it was booked by the end of its statement.
            if entry.status == Status::Booked && entry.value_date.is_none() {
                let known = entry.booking_date.or(entry.transaction_date);
                entry.booking_date = known.or(last);
            }
        }
        tell_foreign(&statement, cursor.document(), findings);
        statement.newest_first = is_newest_first(&statement.entries);
        statement
    }

    /// The balances by kind. On a page that is not the first, or not the last, the interim booked balances are those
    /// at its ends.
    fn balances(
        &mut self,
        currency: Option<Currency>,
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<Balance> {
        let stated = in_currency(std::mem::take(&mut self.balances), currency, findings);
        let has = |code: &str| stated.iter().any(|one| one.code == code);
        let (opened, closed) = (has("OPBD"), has("CLBD"));
        let interim = stated.iter().filter(|one| one.code == "ITBD").count();
        let opens = self.page.is_some_and(|page| page > 1) && !opened && !has("PRCD");
        let closes = !self.last_page && !closed;
        let mut balances = Vec::with_capacity(stated.len());
        let mut seen = 0;
        for Stated {
            code, mut balance, ..
        } in stated
        {
            balance.kind = match code.as_str() {
                "OPBD" => BalanceKind::Opening,
                "PRCD" if !opened => BalanceKind::Opening,
                "CLBD" => BalanceKind::Closing,
                "ITBD" => {
                    seen += 1;
                    if opens && seen == 1 && (closed || interim > 1) {
                        BalanceKind::Opening
                    } else if closes && seen == interim {
                        BalanceKind::Closing
                    } else {
                        BalanceKind::Interim
                    }
                }
                "CLAV" | "OPAV" | "FWAV" | "ITAV" | "PRAV" => BalanceKind::Available,
                _ => continue,
            };
            balances.push(balance);
        }
        balances
    }
}

/// The balances in the statement's currency. One in another is told; it is kept as printed where it is the only
/// opening or closing balance, so that the proof breaks in sight rather than being unstated.
fn in_currency(
    stated: Vec<Stated>,
    currency: Option<Currency>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Stated> {
    let is_ours = |one: &Stated| one.currency.is_none() || one.currency == currency;
    let stated_in_ours: BTreeSet<String> = stated
        .iter()
        .filter(|one| is_ours(one))
        .map(|one| one.code.clone())
        .collect();
    let name = |code: Option<Currency>| code.map(|code| code.to_string()).unwrap_or_default();
    let keep = |one: &Stated| -> bool {
        if is_ours(one) {
            return true;
        }
        let finding = Diagnostic::warning("balanceOtherCurrency")
            .found(name(one.currency))
            .expected(name(currency));
        findings.push(finding.record(format!("Bal {}", one.code)));
        matches!(one.code.as_str(), "OPBD" | "PRCD" | "CLBD") && !stated_in_ours.contains(&one.code)
    };
    stated.into_iter().filter(keep).collect()
}

/// The day that the closing balance is of.
fn closing_day(balances: &[Balance]) -> Option<NaiveDate> {
    let mut closing = balances
        .iter()
        .filter(|one| one.kind == BalanceKind::Closing);
    closing.find_map(|one| one.as_of)
}

/// The line of a byte, from 1.
fn line_of(text: &str, at: usize) -> u32 {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    let lines = memchr::memchr_iter(b'\n', before).count();
    u32::try_from(lines + 1).unwrap_or(u32::MAX)
}

/// Tells the first entry of every currency that is not the statement's.
fn tell_foreign(statement: &Statement<'_>, text: &str, findings: &mut Vec<Diagnostic>) {
    let mut told = BTreeSet::from([statement.currency]);
    for entry in &statement.entries {
        if !told.insert(entry.currency) {
            continue;
        }
        let name = |code: Option<Currency>| code.map(|code| code.to_string()).unwrap_or_default();
        let finding = Diagnostic::info("foreignCurrency")
            .found(name(entry.currency))
            .expected(name(statement.currency));
        let (from, until) = entry.bytes;
        findings.push(place::at(finding, text, entry.line, from..until));
    }
}

fn period(cursor: &mut Cursor<'_>) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let (mut from, mut until) = (None, None);
    while let Some(start) = cursor.child() {
        match local(&start) {
            "FrDtTm" | "FrDt" => from = value::day(cursor.text()).date(),
            "ToDtTm" | "ToDt" => until = value::day(cursor.text()).date(),
            _ => cursor.skip(),
        }
    }
    (from, until)
}

/// `TxsSummry/TtlNtries/NbOfNtries`.
fn announced(cursor: &mut Cursor<'_>) -> Option<usize> {
    let mut count = None;
    while let Some(start) = cursor.child() {
        match local(&start) {
            "TtlNtries" => {
                count = cursor
                    .text_of("NbOfNtries")
                    .and_then(|text| text.parse().ok());
            }
            _ => cursor.skip(),
        }
    }
    count
}

/// The currency of all entries, where they have one and the same.
fn only_currency(entries: &[Entry<'_>]) -> Option<Currency> {
    let first = entries.first()?.currency?;
    entries
        .iter()
        .all(|entry| entry.currency == Some(first))
        .then_some(first)
}
