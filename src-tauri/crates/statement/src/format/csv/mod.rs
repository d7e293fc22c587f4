//! CSV of any bank: the whole file decides how it is read.
//!
//! In this order, each step a file of its own: the delimiter ([`delimiter`]), records and fields ([`split`]), tables and their
//! headers ([`section`]), what columns look like and are for ([`column`], [`heading`], [`assign`],
//! [`relation`]), how their dates and amounts
//! are written ([`layout`] over [`order`], [`lag`] and [`number`]), the rows ([`rows`], without the totals that [`total`] proves), which way the money goes ([`sign`], [`finish`]),
//! what is told around the rows ([`preamble`], what names an account by [`identity`]) and what is said about it all ([`report`]).

use domain::{AccountIdentifier, Status};
use source::{Diagnostic, Source};

use crate::{Answers, By, Format, Question, Reading, Sniff, Statement};

mod amount_words;
mod announced;
mod assign;
mod attempt;
mod beside;
mod column;
mod date;
mod days;
mod delimiter;
mod double;
mod finish;
mod frame;
mod given;
mod group;
mod heading;
mod identity;
mod label;
mod lag;
mod layout;
mod month;
mod number;
mod order;
mod picture;
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
mod tell;
mod total;
mod words;

pub(super) use column::is_iban;
pub(super) use date::{DateOrder, date_cell};
pub(crate) use delimiter::is_delimiter;
pub(crate) use given::is_role;
pub(super) use heading::{date_role, heading_key, money_role};
pub(super) use label::{Label, label_of};
pub(super) use number::{DecimalSign, Way, currency_of, printed};
pub(super) use role::Role;
pub(super) use table::{Table, writes_comma};

use attempt::Attempt;
use column::columns;
use frame::shortened;
use given::Given;
use picture::{Frame, Seen};
use preamble::Told;
use section::Section;
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
    let (text, skip_end) = shortened(source.text(), answers);
    let alone = delimiter::find(text);
    let said = answers.get("delimiter").and_then(delimiter::from_word);
    let remembered = frame::remembered_delimiter(text, alone.map(|found| found.delimiter), answers);
    let by = match (said, remembered) {
        (Some(_), _) => Some(By::Answer),
        (None, Some(_)) => Some(By::Profile),
        (None, None) => None,
    };
    let sign = said.or(remembered);
    let Some(found) = sign.map(|sign| delimiter::with(text, sign)).or(alone) else {
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
    let alone = alone.map(|found| found.delimiter);
    let frame = Frame {
        encoding: Some(source.charset().encoding.name().to_owned()),
        delimiter: Some(picture::delimiter_decision(found.delimiter, alone, by)),
        skip_end,
        ..Frame::default()
    };
    read_sections(&records, frame, answers, &mut reading);
    reading
}

fn read_sections<'a>(
    records: &Records<'a>,
    mut frame: Frame,
    answers: &Answers,
    reading: &mut Reading<'a>,
) {
    let sections = frame::tables(records, answers, &mut frame);
    if sections.is_empty() {
        reading.diagnostics.push(tell::without_table(records));
        let whole = Section {
            preamble: 0..0,
            header: None,
            body: 0..records.len(),
        };
        let alone = columns(records, None, whole.body.clone());
        let seen = Seen {
            records,
            section: &whole,
            alone: &alone,
            given: Given::by(answers),
            questions: &[],
            fingerprint: String::new(),
        };
        reading.mappings.push(picture::mapping(&seen, &frame, None));
        return;
    }
    let alone = sections.len() == 1;
    for section in &sections {
        read_section(records, &frame, section, answers, alone, reading);
    }
    tell::finish_reading(records, reading);
    if answers.insists() && reading.mappings.iter().all(|one| one.profile.is_none()) {
        frame::tell_misfit(answers, reading);
    }
}

fn read_section<'a>(
    records: &Records<'a>,
    frame: &Frame,
    section: &Section,
    answers: &Answers,
    is_only: bool,
    reading: &mut Reading<'a>,
) {
    let alone = columns(records, section.header, section.body.clone());
    if alone.iter().all(|column| column.look.filled == 0) {
        if is_only {
            reading
                .diagnostics
                .push(tell::header_only(records, section));
        }
        return;
    }
    let fingerprint = attempt::table_name(records, section, &alone);
    let choice = attempt::by_profile(records, section, &alone, (answers, &fingerprint));
    for refused in &choice.refused {
        let insists = answers.insists();
        let finding = attempt::refusal(records, section, refused, insists);
        reading.diagnostics.push(finding);
    }
    let given = Given {
        answers,
        profile: choice.profile,
    };
    let read = match choice.attempt {
        Some(read) => Ok(read),
        None => attempt::attempt(records, section, &alone, given),
    };
    let mut seen = Seen {
        records,
        section,
        alone: &alone,
        given,
        questions: &[],
        fingerprint,
    };
    let read = match read {
        Ok(read) => read,
        Err(code) => {
            let record = section.header.unwrap_or(section.body.start);
            let (start, end) = records.span(record);
            reading.diagnostics.push(Diagnostic::error(code).at(
                records.text,
                records.line(record),
                start..end,
            ));
            reading.mappings.push(picture::mapping(&seen, frame, None));
            return;
        }
    };
    let questions = report::questions(
        &read.layout,
        &read.columns,
        &read.signs,
        &read.rows,
        section.header.is_some(),
    );
    let is_told = |about: &str| {
        answers.get(about).is_some() || (about == "columns" && given.profile.is_some())
    };
    let questions: Vec<_> = questions
        .into_iter()
        .filter(|question| !is_told(question.about))
        .collect();
    seen.questions = &questions;
    let mapping = picture::mapping(&seen, frame, Some(&read));
    let Attempt {
        columns,
        layout,
        mut rows,
        signs,
    } = read;
    reading.diagnostics.push(report::evidence(
        frame.encoding.as_deref().unwrap_or_default(),
        records,
        section,
        &columns,
        &layout,
        &signs,
    ));
    reading.diagnostics.extend(tell::remembered(&mapping));
    reading.mappings.push(mapping);
    for question in questions {
        let asked = |other: &Question| other.about == question.about;
        if !reading.questions.iter().any(asked) {
            reading.questions.push(question);
        }
    }
    reading
        .diagnostics
        .extend(report::same_headers(records, section, &columns));
    reading.diagnostics.append(&mut rows.findings);
    tell::told_about(records, &rows, &columns, &signs, reading);
    let mut told = Told::default();
    let around = section.preamble.clone().chain(rows.around.iter().copied());
    for record in around {
        told.add(records, record, layout.main);
    }
    let stated = group::stated_currency(&columns, &told, layout.unit);
    let mut statements = finish::statements(rows, &told, &signs, stated);
    double::fold(&mut statements);
    lend_account(&mut statements, reading.statements.last());
    reading.statements.append(&mut statements);
}

/// A table of rows that are only announced names no account of its own: it is that of the table before it.
fn lend_account(statements: &mut [Statement<'_>], before: Option<&Statement<'_>>) {
    let Some(before) = before else {
        return;
    };
    for statement in statements {
        let mut entries = statement.entries.iter();
        let is_announced = entries.all(|entry| entry.status == Status::Pending);
        if is_announced && statement.account == AccountIdentifier::default() {
            statement.account.clone_from(&before.account);
            statement.currency = statement.currency.or(before.currency);
        }
    }
}
