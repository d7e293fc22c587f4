//! `foil check`: reads documents without a ledger and says what they hold.

mod intake;
mod json;
pub(crate) mod receipt_json;
mod report;

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use receipt::Receipt;
use source::{Diagnostic, Severity, Source};
use statement::{Answers, Outcome, Proof, Reading};
use text::Catalogue;

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
    file: &'a Path,
    /// What it was read as.
    recognised: Option<Known>,
    /// How its characters were read; `None` where the file could not be opened or is no text.
    encoding: Option<&'static str>,
    reading: Reading<'a>,
    /// One per statement.
    proofs: Vec<Proof>,
    receipts: Vec<Receipt>,
}

/// What a document was read as, and why.
#[derive(Clone, Copy)]
struct Known {
    id: &'static str,
    title: &'static str,
    /// The id of a sentence in the catalogue.
    evidence: &'static str,
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
    file: &Path,
    answers: &Answers,
    global: &Global,
    catalogue: &Catalogue,
    out: &mut impl Write,
) -> io::Result<Exit> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let refused = Checked {
                file,
                recognised: None,
                encoding: None,
                reading: Reading::refused(not_opened(&error)),
                proofs: Vec::new(),
                receipts: Vec::new(),
            };
            print(&refused, global, catalogue, out)?;
            return Ok(Exit::Refused);
        }
    };
    let source = statement::in_answered_encoding(&name, &bytes, answers)
        .unwrap_or_else(|| Source::new(&name, &bytes));
    let checked = intake::read(file, &source, answers);
    print(&checked, global, catalogue, out)?;
    Ok(checked.exit())
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
        let findings = &self.reading.diagnostics;
        let is_refused = self.reading.statements.is_empty()
            && self.receipts.is_empty()
            && findings.iter().any(|one| one.severity == Severity::Error);
        let is_doubtful = !self.reading.questions.is_empty()
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
