//! CSV of any bank: the whole file decides how it is read.
//!
//! In this order, each step a file of its own: the delimiter ([`delimiter`]), records and fields ([`split`]), tables and their
//! headers ([`section`]), what columns look like and are for ([`column`], [`heading`], [`assign`],
//! [`relation`]), how their dates and amounts
//! are written ([`layout`] over [`order`] and [`number`]), the rows ([`rows`]), which way the money goes ([`sign`], [`finish`]),
//! what is told around the rows ([`preamble`]) and what is said about it all ([`report`]).

use source::{Diagnostic, Source};

use crate::{Answers, Format, Reading, Sniff};

mod amount_words;
mod assign;
mod beside;
mod column;
mod date;
mod delimiter;
mod double;
mod finish;
mod heading;
mod label;
mod layout;
mod month;
mod number;
mod order;
mod places;
mod preamble;
mod relation;
mod report;
mod role;
mod rows;
mod section;
mod sign;
mod split;
mod status;
mod table;
mod words;

pub(super) use column::is_iban;
pub(super) use date::{DateOrder, date_cell};
pub(super) use heading::{date_role, heading_key, money_role};
pub(super) use label::{Label, label_of};
pub(super) use number::{DecimalSign, Way, currency_of, printed};
pub(super) use role::Role;
pub(super) use table::{Table, writes_comma};

use column::{Column, columns};
use layout::{ENOUGH, Layout, has_amounts, has_dates, layout};
use preamble::Told;
use rows::{Reader, Rows};
use section::{Section, sections};
use split::Records;

pub(super) const FORMAT: Format = Format {
    id: "csv",
    title: "CSV",
    specification: "RFC 4180 and what is written in its place; the whole file decides",
    richness: 20,
    risk: crate::Risk::Bounded,
    sniff,
    parse,
};

/// More columns than any bank's export has; beyond it a file is refused.
const MOST_COLUMNS: usize = 1000;

/// Openings of formats that are text with separators in it but no CSV.
const OTHERS: [&str; 9] = [
    "OFXHEADER",
    "<",
    "!TYPE",
    "!ACCOUNT",
    "!OPTION",
    ":20:",
    "{1:",
    "%PDF",
    "{\"",
];

fn sniff(source: &Source<'_>) -> Sniff {
    let bytes = source.bytes();
    let head = bytes.get(..bytes.len().min(4)).unwrap_or(&[]);
    if head.starts_with(b"PK\x03\x04")
        || head.starts_with(b"%PDF")
        || head.starts_with(b"\xD0\xCF\x11\xE0")
    {
        return Sniff::No;
    }
    let text = source.text();
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let opening: String = start.chars().take(12).collect::<String>().to_uppercase();
    if start.is_empty() || OTHERS.iter().any(|other| opening.starts_with(other)) || has_tags(start)
    {
        return Sniff::No;
    }
    match delimiter::find(text) {
        Some(found) if found.data > 0 && found.named => {
            Sniff::Likely("evidence-csv-header-and-rows")
        }
        Some(found) if found.data > 0 => Sniff::Likely("evidence-csv-rows"),
        Some(found) if found.named => Sniff::Likely("evidence-csv-header"),
        Some(_) if is_named_csv(source.name()) => Sniff::Likely("evidence-csv-name"),
        _ => Sniff::No,
    }
}

/// `:61:` and `:60F:` at the beginning of a line are MT940's, `^` alone on a line is QIF's, 120 signs that begin with a
/// record code are CFONB's.
fn has_tags(text: &str) -> bool {
    let mut lines = text.lines().take(60).map(str::trim_end);
    let mut fixed = 0;
    let found = lines.any(|line| {
        fixed += usize::from(
            line.chars().count() == 120
                && ["01", "04", "05", "07"]
                    .iter()
                    .any(|code| line.starts_with(code)),
        );
        line == "^"
            || [":61:", ":60F:", ":86:", ":25:"]
                .iter()
                .any(|tag| line.starts_with(tag))
    });
    found || fixed > 1
}

fn is_named_csv(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, ending)| matches!(ending.to_ascii_lowercase().as_str(), "csv" | "tsv"))
}

fn parse<'a>(source: &'a Source<'a>, answers: &Answers) -> Reading<'a> {
    let text = source.text();
    let Some(found) = delimiter::find(text) else {
        return Reading::refused(Diagnostic::error("notAStatement").at(text, 1, 0..1));
    };
    if found.width > MOST_COLUMNS {
        return Reading::refused(
            Diagnostic::error("csvTooManyColumns")
                .found(found.width)
                .expected(MOST_COLUMNS)
                .at(text, 1, 0..1),
        );
    }
    let records = Records::cut(text, found.delimiter, usize::MAX);
    let mut reading = Reading::default();
    for line in &records.unclosed {
        let start = records
            .starts
            .iter()
            .find(|record| record.line == *line)
            .map_or(0, |record| record.at);
        reading
            .diagnostics
            .push(Diagnostic::error("unclosedQuote").at(text, *line, start..start + 1));
    }
    let encoding = source.charset().encoding.name();
    read_sections(&records, encoding, answers, &mut reading);
    reading
}

fn read_sections<'a>(
    records: &Records<'a>,
    encoding: &str,
    answers: &Answers,
    reading: &mut Reading<'a>,
) {
    let sections = sections(records);
    if sections.is_empty() {
        reading.diagnostics.push(without_table(records));
        return;
    }
    let alone = sections.len() == 1;
    for section in &sections {
        read_section(records, encoding, section, answers, alone, reading);
    }
    finish_reading(records, reading);
}

/// Says what a document without a single row lacks.
fn without_table(records: &Records<'_>) -> Diagnostic {
    let mut fields = Vec::new();
    let mut dated = false;
    for record in 0..records.len().min(50) {
        records.fields(record, &mut fields);
        dated |= fields
            .iter()
            .any(|field| date_cell(field.raw(records.text)).is_some());
    }
    let code = if dated {
        "noAmountColumn"
    } else {
        "noDateColumn"
    };
    let (start, end) = records.span(0);
    Diagnostic::error(code).at(records.text, 1, start..end)
}

fn read_section<'a>(
    records: &Records<'a>,
    encoding: &str,
    section: &Section,
    answers: &Answers,
    alone: bool,
    reading: &mut Reading<'a>,
) {
    let mut columns = columns(records, section.header, section.body.clone());
    apply_columns(&mut columns, answers);
    if columns.iter().all(|column| column.look.filled == 0) {
        if alone {
            reading.diagnostics.push(header_only(records, section));
        }
        return;
    }
    let lacking = match (has_dates(&columns), has_amounts(&columns)) {
        (false, _) => Some("noDateColumn"),
        (true, false) => Some("noAmountColumn"),
        (true, true) => None,
    };
    if let Some(code) = lacking {
        let record = section.header.unwrap_or(section.body.start);
        let (start, end) = records.span(record);
        reading.diagnostics.push(Diagnostic::error(code).at(
            records.text,
            records.line(record),
            start..end,
        ));
        return;
    }
    let (layout, rows) = read_rows(records, section, &columns, answers);
    let signs = finish::settle(&rows, &columns, answers);
    for question in report::questions(&layout, &columns, &signs, &rows, section.header.is_some()) {
        let about = question.about;
        let asked = reading.questions.iter().any(|other| other.about == about);
        if !asked && answers.get(about).is_none() {
            reading.questions.push(question);
        }
    }
    reading.diagnostics.push(report::evidence(
        encoding, records, section, &columns, &layout, &signs,
    ));
    reading
        .diagnostics
        .extend(report::same_headers(records, section, &columns));
    let mut rows = rows;
    reading.diagnostics.append(&mut rows.findings);
    told_about(records, &rows, &columns, &signs, reading);
    let mut told = Told::default();
    let around = section.preamble.clone().chain(rows.around.iter().copied());
    for record in around {
        told.add(records, record, layout.main);
    }
    let stated = columns
        .iter()
        .find(|c| {
            matches!(
                c.role,
                Role::Amount | Role::Debit | Role::Credit | Role::Balance
            ) && c.currency.is_some()
        })
        .and_then(|c| c.currency)
        .or(layout.unit);
    let mut statements = finish::statements(rows, &told, &signs, stated);
    double::fold(&mut statements);
    reading.statements.append(&mut statements);
}

/// Reads the rows as the first of them suggest, and again where a later one proves them wrong.
fn read_rows<'a>(
    records: &Records<'a>,
    section: &Section,
    columns: &[Column<'a>],
    answers: &Answers,
) -> (Layout, Rows<'a>) {
    let foreign = preamble_is_foreign(records, section);
    let decide = |limit| layout(records, section, columns, answers, foreign, limit);
    let read = |layout: &Layout| {
        Reader::new(records, columns, layout).read(section.body.clone(), section.header)
    };
    let mut found = decide(ENOUGH);
    if found.partial && (found.open_order.is_some() || found.open_decimal.is_some()) {
        found = decide(usize::MAX);
    }
    let rows = read(&found);
    if found.partial && rows.contradictions > 0 {
        let whole = decide(usize::MAX);
        if whole.columns != found.columns {
            let rows = read(&whole);
            return (whole, rows);
        }
    }
    (found, rows)
}

fn preamble_is_foreign(records: &Records<'_>, section: &Section) -> bool {
    let mut told = Told::default();
    let writing = layout::Writing {
        order: DateOrder::Dmy,
        decimal: DecimalSign::Comma,
    };
    for record in section.preamble.clone() {
        told.add(records, record, writing);
    }
    told.foreign
}

/// Applies the answer `columns`: `role:index,…`.
fn apply_columns(columns: &mut [Column<'_>], answers: &Answers) {
    let Some(answer) = answers.get("columns") else {
        return;
    };
    let told: Vec<(Role, usize)> = answer
        .split(',')
        .filter_map(|pair| {
            let (role, at) = pair.split_once(':')?;
            Some((Role::from_word(role.trim())?, at.trim().parse().ok()?))
        })
        .collect();
    for (role, at) in &told {
        for (position, column) in columns.iter_mut().enumerate() {
            if position == *at {
                column.role = *role;
            } else if column.role == *role && role.is_single() && !told.contains(&(*role, position))
            {
                column.role = Role::Other;
            }
        }
    }
}

fn header_only(records: &Records<'_>, section: &Section) -> Diagnostic {
    let record = section.header.unwrap_or(0);
    let (start, end) = records.span(record);
    Diagnostic::warning("nothingToImport").at(records.text, records.line(record), start..end)
}

/// Tells what was left out or is doubtful in a table.
fn told_about(
    records: &Records<'_>,
    rows: &Rows<'_>,
    columns: &[Column<'_>],
    signs: &finish::Signs,
    reading: &mut Reading<'_>,
) {
    if let Some(record) = rows.wider {
        let mut fields = Vec::new();
        records.fields(record, &mut fields);
        let (start, end) = records.span(record);
        reading.diagnostics.push(
            Diagnostic::warning("tooManyFields")
                .found(fields.len())
                .expected(columns.len())
                .at(records.text, records.line(record), start..end),
        );
    }
    if let Some(first) = rows.around.first() {
        let (start, end) = records.span(*first);
        reading.diagnostics.push(
            Diagnostic::info("csvLinesBeside")
                .with("count", rows.around.len())
                .at(records.text, records.line(*first), start..end),
        );
    }
    if signs.fee_outside {
        let fees = rows.raws.iter().fold(domain::Decimal::ZERO, |sum, raw| {
            sum.saturating_add(raw.fee)
        });
        reading
            .diagnostics
            .push(Diagnostic::warning("csvFeeOutsideAmount").found(fees));
    }
}

/// A table without a single entry is no statement: says so once.
fn finish_reading(records: &Records<'_>, reading: &mut Reading<'_>) {
    let mut accounts: Vec<_> = reading
        .statements
        .iter()
        .map(|statement| &statement.account)
        .collect();
    accounts.dedup();
    if accounts.len() > 1 {
        reading
            .diagnostics
            .push(Diagnostic::warning("severalAccounts").found(accounts.len()));
    }
    reading
        .statements
        .retain(|statement| !statement.entries.is_empty());
    let said = reading
        .diagnostics
        .iter()
        .any(|finding| finding.severity != source::Severity::Info);
    if reading.statements.is_empty() && !said {
        let (start, end) = records.span(0);
        reading
            .diagnostics
            .push(Diagnostic::warning("nothingToImport").at(records.text, 1, start..end));
    }
}
