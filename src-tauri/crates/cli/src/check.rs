//! `foil check`: reads documents without a ledger and says what they hold.

mod json;
pub(crate) mod receipt_json;
mod report;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::Args;
use source::container::INSIDE;
use source::{Diagnostic, Severity, Source};
use statement::{Answers, Outcome, Proof, source_under};
use text::Catalogue;
use worker::{Document, Recognition, Worker};

use crate::global::{Exit, Global};

/// What `foil check` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Files to read
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Answer to a question, such as dateOrder=dmy
    #[arg(long = "answer", value_name = "ABOUT=CHOICE", value_parser = answer)]
    answers: Vec<(String, String)>,
}

/// One document as read, with everything that is said of it.
struct Checked<'a> {
    /// As given on the command line.
    file: &'a str,
    /// What it was read as.
    recognised: Option<Recognition>,
    /// How its characters were read; `None` where the file could not be opened or is no text.
    encoding: Option<&'static str>,
    document: Document<'a>,
    /// One per statement.
    proofs: Vec<Proof>,
}

/// Reads every file and prints what it holds.
///
/// # Errors
/// Where standard output or standard error cannot be written.
pub(crate) fn run(arguments: &Arguments, global: &Global) -> io::Result<Exit> {
    let catalogue = global.catalogue();
    let mut answers = Answers::none();
    for (about, choice) in &arguments.answers {
        answers.set(about, choice);
    }
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut exit = Exit::Well;
    for file in &arguments.files {
        exit = exit.max(check(file, &answers, global, &catalogue, &mut out)?);
    }
    out.flush()?;
    Ok(exit)
}

fn check(
    file: &std::path::Path,
    answers: &Answers,
    global: &Global,
    catalogue: &Catalogue,
    out: &mut impl Write,
) -> io::Result<Exit> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let shown = file.to_string_lossy();
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let refused = Checked {
                file: &shown,
                recognised: None,
                encoding: None,
                document: Document {
                    diagnostics: vec![not_opened(&error)],
                    ..Document::default()
                },
                proofs: Vec::new(),
            };
            print(&refused, global, catalogue, out)?;
            return Ok(Exit::Refused);
        }
    };
    let inside = match Worker::beside().inside(&Source::new(&name, &bytes)) {
        Some(Ok(inside)) => inside,
        _ => {
            let source = source_under(&name, &bytes, answers);
            let checked = read(&shown, &source, answers);
            print(&checked, global, catalogue, out)?;
            return Ok(checked.exit());
        }
    };
    let mut left_out = inside.finding();
    let mut exit = Exit::Well;
    let single = inside.statements.len() == 1;
    for member in &inside.statements {
        let path = format!("{shown}{INSIDE}{}", member.path);
        let named = if single {
            shown.as_ref()
        } else {
            path.as_str()
        };
        let source = source_under(&member.path, &member.bytes, answers);
        let mut checked = read(named, &source, answers);
        checked.document.diagnostics.extend(left_out.take());
        print(&checked, global, catalogue, out)?;
        exit = exit.max(checked.exit());
    }
    Ok(exit)
}

/// Reads one document.
fn read<'a>(file: &'a str, source: &'a Source<'a>, answers: &Answers) -> Checked<'a> {
    let mut document = Worker::beside().read(source, answers);
    let recognised = document.format;
    let proofs: Vec<Proof> = document.statements.iter().map(statement::prove).collect();
    for (statement, proof) in document.statements.iter().zip(&proofs) {
        let findings = statement::findings(statement, proof);
        document.diagnostics.extend(findings);
    }
    Checked {
        file,
        recognised,
        encoding: recognised
            .is_none_or(|format| format.is_text)
            .then(|| source.charset().encoding.name()),
        document,
        proofs,
    }
}

fn print(
    checked: &Checked<'_>,
    global: &Global,
    catalogue: &Catalogue,
    out: &mut impl Write,
) -> io::Result<()> {
    if global.json {
        json::write(checked, catalogue, out)
    } else {
        report::write(checked, global, catalogue, out)
    }
}

impl Checked<'_> {
    fn exit(&self) -> Exit {
        let findings = &self.document.diagnostics;
        let is_empty = self.document.statements.is_empty() && self.document.receipts.is_empty();
        let is_refused = is_empty && findings.iter().any(|one| one.severity == Severity::Error);
        let is_doubtful = !self.document.questions.is_empty()
            || findings.iter().any(|one| one.severity != Severity::Info)
            || self.proofs.iter().any(|one| one.outcome == Outcome::Broken);
        if is_refused {
            Exit::Refused
        } else if is_doubtful {
            Exit::Findings
        } else {
            Exit::Well
        }
    }
}

fn not_opened(error: &io::Error) -> Diagnostic {
    match error.kind() {
        io::ErrorKind::NotFound => Diagnostic::error("fileMissing"),
        io::ErrorKind::IsADirectory => Diagnostic::error("fileIsFolder"),
        _ => Diagnostic::error("fileUnreadable").found(error),
    }
}

pub(crate) fn answer(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((about, choice)) if !about.is_empty() => Ok((about.to_owned(), choice.to_owned())),
        _ => Err("expected about=choice".to_owned()),
    }
}
