//! The corpus of the repository: `tests/corpus/<format>/{ok,err}/<name>`, read and written out as a person would note
//! it, beside `<name>.expected`. A document in `ok` reads without error; one in `err` has at least one finding.
//! `GOLDEN=write cargo test -p statement --test golden` writes what is expected anew (`GOLDEN=ofx`: in that folder
//! only); read the difference.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use source::{Severity, Source};
use statement::{Answers, Entry, Reading, Statement, prove, read};

/// Formats whose folders hold `.expected` files of this form.
const FOLDERS: &[&str] = &[
    "camt", "ofx", "mt940", "cfonb120", "qif", "sheet", "pdf", "text",
];

#[test]
fn every_document_of_the_corpus_reads_as_noted_beside_it() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/corpus");
    let anew = std::env::var("GOLDEN").ok();
    let mut wrong = Vec::new();
    let mut read = 0;
    for path in documents(&corpus) {
        let noted = noted(&path);
        let beside = PathBuf::from(format!("{}.expected", path.display()));
        read += 1;
        let folder = path.parent().and_then(Path::parent).unwrap();
        if anew
            .as_deref()
            .is_some_and(|anew| anew == "write" || folder.ends_with(anew))
        {
            fs::write(&beside, &noted).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if expected != noted {
            wrong.push(format!(
                "{}\n{}",
                path.display(),
                difference(&expected, &noted)
            ));
        }
    }
    assert!(read > 0, "no corpus at {}", corpus.display());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn documents(corpus: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        for side in ["ok", "err"] {
            let Ok(folder) = fs::read_dir(corpus.join(folder).join(side)) else {
                continue;
            };
            let paths = folder.map(|entry| entry.unwrap().path());
            found.extend(paths.filter(|path| path.extension().is_none_or(|end| end != "expected")));
        }
    }
    found.sort();
    found
}

fn noted(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    let source = Source::new(&name, &bytes);
    let (format, reading) = read(&source, &Answers::none());
    let errors = reading
        .diagnostics
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    let side = path.parent().unwrap().file_name().unwrap();
    if side == "ok" {
        assert!(!errors, "{name} is in ok, but has an error");
    } else {
        let doubts = !reading.diagnostics.is_empty() || !reading.questions.is_empty();
        assert!(doubts, "{name} is in err, but nothing is said of it");
    }
    let mut out = format!("format {}\n", format.map_or("none", |format| format.id));
    for statement in &reading.statements {
        note_statement(&mut out, statement);
    }
    note_findings(&mut out, &reading);
    out
}

fn note_statement(out: &mut String, statement: &Statement<'_>) {
    let account = &statement.account;
    let or_none = |text: Option<&str>| text.unwrap_or("-").to_owned();
    writeln!(
        out,
        "\nstatement {} of {} at {} in {}",
        or_none(statement.reference.as_deref()),
        or_none(account.iban.as_deref().or(account.number.as_deref())),
        or_none(account.bank_id.as_deref()),
        statement
            .currency
            .map_or("-".into(), |code| code.to_string()),
    )
    .unwrap();
    for (what, text) in [("name", &account.name), ("branch", &account.branch_id)] {
        if let Some(text) = text {
            writeln!(out, "  {what} {text}").unwrap();
        }
    }
    if let Some(kind) = account.kind {
        writeln!(out, "  kind {}", kind.as_str()).unwrap();
    }
    let day = |day: Option<domain::NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
    if statement
        .from
        .or(statement.until)
        .or(statement.created)
        .is_some()
    {
        let (from, until) = (day(statement.from), day(statement.until));
        writeln!(
            out,
            "  from {from} until {until} made {}",
            day(statement.created)
        )
        .unwrap();
    }
    for balance in &statement.balances {
        let kind = balance.kind.as_str();
        writeln!(out, "  {kind} {} on {}", balance.amount, day(balance.as_of)).unwrap();
    }
    for entry in &statement.entries {
        note_entry(out, entry);
    }
    writeln!(out, "  proof {:?}", prove(statement).outcome).unwrap();
}

fn note_entry(out: &mut String, entry: &Entry<'_>) {
    let day = |day: Option<domain::NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
    write!(
        out,
        "  line {}: {} (value {}) {} {} {}",
        entry.line,
        day(entry.booking_date),
        day(entry.value_date),
        entry.amount,
        entry.currency.map_or("-".into(), |code| code.to_string()),
        entry.status.as_str(),
    )
    .unwrap();
    if entry.is_reversal {
        out.push_str(" reversal");
    }
    out.push('\n');
    let mut field = |name: &str, text: Option<String>| {
        if let Some(text) = text {
            writeln!(out, "    {name} {}", text.replace('\n', " | ")).unwrap();
        }
    };
    field(
        "done",
        entry
            .transaction_date
            .map(|day| match entry.transaction_time {
                Some(time) => format!("{day} {time}"),
                None => day.to_string(),
            }),
    );
    field("original", entry.original.map(|money| money.to_string()));
    field("rate", entry.rate.map(|rate| rate.to_string()));
    field("code", entry.code.as_deref().map(str::to_owned));
    field("reference", entry.reference.as_deref().map(str::to_owned));
    for reference in &entry.references {
        field("also", Some(reference.to_string()));
    }
    field(
        "end-to-end",
        entry.end_to_end_id.as_deref().map(str::to_owned),
    );
    field("mandate", entry.mandate_id.as_deref().map(str::to_owned));
    field("with", entry.counterparty.as_deref().map(str::to_owned));
    field(
        "at",
        entry.counterparty_account.as_deref().map(str::to_owned),
    );
    for text in &entry.texts {
        field(&format!("[{}]", text.label), Some(text.text.to_string()));
    }
    field(
        "balance",
        entry.balance_after.map(|amount| amount.to_string()),
    );
    for part in &entry.details {
        let amount = part
            .amount
            .map_or("-".to_owned(), |amount| amount.to_string());
        let with = part.counterparty.as_deref().unwrap_or("-");
        let currency = part.currency.map(|code| code.to_string());
        field(
            "part",
            Some(format!(
                "{amount} {} with {with}",
                currency.unwrap_or_default()
            )),
        );
        for text in &part.texts {
            field(&format!("  [{}]", text.label), Some(text.text.to_string()));
        }
    }
}

fn note_findings(out: &mut String, reading: &Reading<'_>) {
    if !reading.diagnostics.is_empty() || !reading.questions.is_empty() {
        out.push('\n');
    }
    for finding in &reading.diagnostics {
        let at = finding.at.as_ref();
        let record = at.and_then(|at| at.record.as_deref()).unwrap_or("-");
        let field = at.and_then(|at| at.field.as_deref()).unwrap_or("-");
        let line = finding
            .line()
            .map_or("-".to_owned(), |line| line.to_string());
        let (weight, code) = (finding.severity.as_str(), finding.code);
        write!(
            out,
            "{weight} {code} line {line} record {record} field {field}"
        )
        .unwrap();
        for (name, value) in &finding.args {
            write!(out, " {name}={value}").unwrap();
        }
        out.push_str(if finding.unreadable_row {
            " (a row lost)\n"
        } else {
            "\n"
        });
        if let Some(excerpt) = &finding.excerpt {
            writeln!(out, "    {}\n    {}", excerpt.text, excerpt.caret_line()).unwrap();
        }
    }
    for question in &reading.questions {
        let assumed = question.assumed.as_deref().unwrap_or("-");
        writeln!(out, "question {} assumed {assumed}", question.about).unwrap();
        for choice in &question.choices {
            let example = choice.example.as_deref().unwrap_or("-");
            writeln!(out, "    {}: {example}", choice.value).unwrap();
        }
    }
}

/// The first line in which two notes differ.
fn difference(expected: &str, noted: &str) -> String {
    let mut lines = expected.lines();
    for (number, line) in noted.lines().enumerate() {
        let other = lines.next();
        if other != Some(line) {
            let other = other.unwrap_or("nothing");
            return format!("  line {}: expected {other:?}, read {line:?}", number + 1);
        }
    }
    format!("  expected more: {:?}", lines.next())
}
