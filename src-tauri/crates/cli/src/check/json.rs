//! The answer as JSON: one object per file and line, streamed from what was read.

use std::io::{self, Write};

use domain::{Balance, NaiveDate, NaiveTime};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use source::Diagnostic;
use statement::{Entry, EntryDetails, Proof, Question, Statement};
use text::Catalogue;
use worker::Document;

use super::Checked;
use super::receipt_json::ReceiptJson;

/// Writes one line.
pub(super) fn write(
    checked: &Checked<'_>,
    catalogue: &Catalogue,
    out: &mut impl Write,
) -> io::Result<()> {
    let read = &checked.document;
    let document = DocumentJson {
        file: checked.file.to_owned(),
        format: checked.recognised.map(|one| one.id),
        evidence: checked
            .recognised
            .map(|one| catalogue.text(one.evidence, &[])),
        encoding: checked.encoding,
        statements: read
            .statements
            .iter()
            .zip(&checked.proofs)
            .zip(unreadable(read))
            .map(|((statement, proof), unreadable)| StatementJson {
                statement,
                proof,
                unreadable,
            })
            .collect(),
        receipts: read.receipts.iter().map(ReceiptJson::of).collect(),
        questions: &read.questions,
        diagnostics: read
            .diagnostics
            .iter()
            .map(|finding| finding_json(finding, catalogue))
            .collect(),
    };
    serde_json::to_writer(&mut *out, &document)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    file: String,
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    statements: Vec<StatementJson<'a>>,
    receipts: Vec<ReceiptJson<'a>>,
    questions: &'a [Question],
    diagnostics: Vec<FindingJson<'a>>,
}

/// A finding, with its sentences in the user's language.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FindingJson<'a> {
    severity: &'static str,
    code: &'static str,
    line: Option<u32>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    excerpt: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    carets: Option<[usize; 2]>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unreadable_row: bool,
}

fn finding_json<'a>(finding: &'a Diagnostic, catalogue: &Catalogue) -> FindingJson<'a> {
    let said = source::explain(finding, &super::report::Sentences(catalogue));
    let at = finding.at.as_ref();
    let excerpt = finding.excerpt.as_ref();
    FindingJson {
        severity: finding.severity.as_str(),
        code: finding.code,
        line: finding.line(),
        message: said.explanation,
        remedy: said.remedy,
        column: at.and_then(|at| at.column),
        record: at.and_then(|at| at.record.as_deref()),
        field: at.and_then(|at| at.field.as_deref()),
        found: argument(finding, "found"),
        expected: argument(finding, "expected"),
        excerpt: excerpt.map(|excerpt| excerpt.text.as_str()),
        carets: excerpt.map(|excerpt| [excerpt.carets.start, excerpt.carets.end]),
        unreadable_row: finding.unreadable_row,
    }
}

fn argument<'a>(finding: &'a Diagnostic, name: &str) -> Option<&'a str> {
    let given = finding.args.iter().find(|(given, _)| *given == name);
    given.map(|(_, value)| value.as_str())
}

struct StatementJson<'a> {
    statement: &'a Statement<'a>,
    proof: &'a Proof,
    unreadable: Vec<UnreadableJson>,
}

/// A row that could not be read: it stands among the entries, so that these add up to the rows of the file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UnreadableJson {
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    booking_date: Option<String>,
    amount: Option<()>,
    status: &'static str,
}

/// The unreadable rows of each statement: a row belongs to the last statement that starts before it. A statement of which
/// nothing could be read lists none.
fn unreadable(read: &Document<'_>) -> Vec<Vec<UnreadableJson>> {
    let statements = &read.statements;
    let starts: Vec<u32> = statements
        .iter()
        .map(|one| one.entries.first().map_or(0, |entry| entry.line))
        .collect();
    let mut rows: Vec<Vec<UnreadableJson>> = statements.iter().map(|_| Vec::new()).collect();
    for row in read.diagnostics.iter().filter(|one| one.unreadable_row) {
        let line = row.line().unwrap_or(0);
        let owner = starts.iter().rposition(|start| *start <= line).unwrap_or(0);
        let is_read = statements
            .get(owner)
            .is_some_and(|one| !one.entries.is_empty() || !one.balances.is_empty());
        if let Some(rows) = rows.get_mut(owner).filter(|_| is_read) {
            rows.push(UnreadableJson {
                line: row.line(),
                booking_date: argument(row, "day").map(str::to_owned),
                amount: None,
                status: "unreadable",
            });
        }
    }
    rows
}

impl Serialize for StatementJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let statement = self.statement;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("account", &statement.account)?;
        map.serialize_entry("currency", &statement.currency)?;
        optional(&mut map, "reference", &statement.reference)?;
        optional(&mut map, "from", &statement.from.map(DayJson))?;
        optional(&mut map, "until", &statement.until.map(DayJson))?;
        map.serialize_entry("openingBalance", &statement.opening().map(BalanceJson))?;
        map.serialize_entry("closingBalance", &statement.closing().map(BalanceJson))?;
        map.serialize_entry("proof", self.proof)?;
        map.serialize_entry("entries", &Entries(&statement.entries, &self.unreadable))?;
        map.end()
    }
}

struct BalanceJson<'a>(&'a Balance);

impl Serialize for BalanceJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("amount", &self.0.amount)?;
        map.serialize_entry("date", &self.0.as_of.map(DayJson))?;
        map.end()
    }
}

struct Entries<'a>(&'a [Entry<'a>], &'a [UnreadableJson]);

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(None)?;
        for entry in self.0 {
            rows.serialize_element(&EntryJson(entry))?;
        }
        for row in self.1 {
            rows.serialize_element(row)?;
        }
        rows.end()
    }
}

struct EntryJson<'a>(&'a Entry<'a>);

impl Serialize for EntryJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("line", &entry.line)?;
        map.serialize_entry("bookingDate", &entry.booking_date.map(DayJson))?;
        map.serialize_entry("valueDate", &entry.value_date.map(DayJson))?;
        map.serialize_entry("amount", &entry.amount)?;
        if let Some(currency) = &entry.currency {
            map.serialize_entry("currency", currency)?;
        }
        map.serialize_entry("status", entry.status.as_str())?;
        map.serialize_entry("reference", &entry.reference)?;
        map.serialize_entry("counterparty", &entry.counterparty)?;
        map.serialize_entry("text", &TextsJson(entry))?;
        extras(entry, &mut map)?;
        map.end()
    }
}

fn extras<M: SerializeMap>(entry: &Entry<'_>, map: &mut M) -> Result<(), M::Error> {
    optional(map, "transactionDate", &entry.transaction_date.map(DayJson))?;
    optional(
        map,
        "transactionTime",
        &entry.transaction_time.map(TimeJson),
    )?;
    optional(
        map,
        "originalAmount",
        &entry.original.map(|money| money.amount),
    )?;
    let original_currency = entry.original.map(|money| money.currency);
    optional(map, "originalCurrency", &original_currency)?;
    optional(map, "rate", &entry.rate)?;
    if !entry.references.is_empty() {
        map.serialize_entry("references", &entry.references)?;
    }
    optional(map, "corrects", &entry.corrects)?;
    if entry.deletes {
        map.serialize_entry("deletes", &true)?;
    }
    optional(map, "endToEndId", &entry.end_to_end_id)?;
    optional(map, "mandateId", &entry.mandate_id)?;
    optional(map, "code", &entry.code)?;
    optional(map, "counterpartyAccount", &entry.counterparty_account)?;
    optional(map, "balanceAfter", &entry.balance_after)?;
    if entry.is_reversal {
        map.serialize_entry("isReversal", &true)?;
    }
    if !entry.details.is_empty() {
        let details: Vec<DetailsJson<'_>> = entry.details.iter().map(DetailsJson).collect();
        map.serialize_entry("details", &details)?;
    }
    Ok(())
}

/// Every text of an entry: its own fields, the bank's word for it, its further references, its parts' fields.
struct TextsJson<'a>(&'a Entry<'a>);

impl Serialize for TextsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = self.0;
        let mut texts = serializer.serialize_seq(None)?;
        for field in &entry.texts {
            texts.serialize_element(&field.text)?;
        }
        for reference in &entry.references {
            texts.serialize_element(reference)?;
        }
        for word in [&entry.code, &entry.printed].into_iter().flatten() {
            texts.serialize_element(word)?;
        }
        for id in [&entry.end_to_end_id, &entry.mandate_id]
            .into_iter()
            .flatten()
        {
            texts.serialize_element(id)?;
        }
        for part in &entry.details {
            for field in &part.texts {
                texts.serialize_element(&field.text)?;
            }
        }
        texts.end()
    }
}

struct DetailsJson<'a>(&'a EntryDetails<'a>);

impl Serialize for DetailsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let part = self.0;
        let mut map = serializer.serialize_map(None)?;
        optional(&mut map, "amount", &part.amount)?;
        optional(&mut map, "currency", &part.currency)?;
        optional(&mut map, "endToEndId", &part.end_to_end_id)?;
        optional(&mut map, "mandateId", &part.mandate_id)?;
        optional(&mut map, "counterparty", &part.counterparty)?;
        optional(&mut map, "counterpartyAccount", &part.counterparty_account)?;
        let texts: Vec<&str> = part.texts.iter().map(|field| field.text.as_ref()).collect();
        map.serialize_entry("text", &texts)?;
        map.end()
    }
}

/// Writes a key only where there is a value.
fn optional<M: SerializeMap, T: Serialize>(
    map: &mut M,
    key: &'static str,
    value: &Option<T>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => map.serialize_entry(key, value),
        None => Ok(()),
    }
}

/// A day as `YYYY-MM-DD`, written without the machinery of `Display`: a file has hundreds of thousands.
struct DayJson(NaiveDate);

impl Serialize for DayJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use chrono::Datelike;
        let Ok(year @ 0..=9999) = u32::try_from(self.0.year()) else {
            return serializer.collect_str(&self.0);
        };
        let digit = |number: u32| b'0' + u8::try_from(number % 10).unwrap_or(0);
        let (month, day) = (self.0.month(), self.0.day());
        let signs = [
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ];
        serializer.serialize_str(std::str::from_utf8(&signs).unwrap_or(""))
    }
}

struct TimeJson(NaiveTime);

impl Serialize for TimeJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.format("%H:%M:%S"))
    }
}
