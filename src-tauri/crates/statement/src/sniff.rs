//! Which format a document is in, by its content; its name only breaks ties.

use memchr::{memchr_iter, memmem};
use source::{Confidence, Diagnostic, Severity, Sniff, Source, encoding_named};

use crate::switch::turn;
use crate::{Answers, Choice, FORMATS, Format, Question, Reading, format_named};

/// What recognised a document.
#[derive(Clone, Copy)]
pub struct Recognised {
    /// The format.
    pub format: &'static Format,
    /// Why, as the id of a sentence in the catalogue.
    pub evidence: &'static str,
}

/// Asks every format. Two that are equally sure make a question `kind`, never a toss of a coin.
pub fn recognise(source: &Source<'_>) -> Vec<Recognised> {
    let mut certain = Vec::new();
    let mut likely = Vec::new();
    for format in FORMATS {
        match (format.sniff)(source) {
            Sniff::No => {}
            Sniff::Likely(evidence) => likely.push(Recognised { format, evidence }),
            Sniff::Certain(evidence) => certain.push(Recognised { format, evidence }),
        }
    }
    if certain.is_empty() { likely } else { certain }
}

/// Recognises and reads a document under the user's answers.
pub fn read<'a>(
    source: &'a Source<'a>,
    answers: &Answers,
) -> (Option<&'static Format>, Reading<'a>) {
    read_as(&recognise(source), source, answers)
}

/// Reads a document that `found` recognised.
pub fn read_as<'a>(
    found: &[Recognised],
    source: &'a Source<'a>,
    answers: &Answers,
) -> (Option<&'static Format>, Reading<'a>) {
    read_by(found, source, answers, |format| {
        read_in(format, source, answers)
    })
}

/// Reads a document that `found` recognised by `parse`, which is [`read_in`] in this process or another.
pub fn read_by<'a>(
    found: &[Recognised],
    source: &'a Source<'a>,
    answers: &Answers,
    parse: impl FnOnce(&'static Format) -> Reading<'a>,
) -> (Option<&'static Format>, Reading<'a>) {
    let told = answers.get("kind").and_then(format_named);
    let Some(format) = told.or_else(|| found.first().map(|first| first.format)) else {
        return (None, Reading::refused(not_a_statement(source)));
    };
    let mut reading = parse(format);
    if told.is_none() && found.len() > 1 {
        let choices = found.iter().map(|one| Choice {
            value: one.format.id.to_owned(),
            example: None,
        });
        reading.questions.push(Question {
            about: "kind",
            choices: choices.collect(),
            assumed: Some(format.id.to_owned()),
        });
    }
    (Some(format), reading)
}

/// Reads a document in this format, whatever it was recognised as.
pub fn read_in<'a>(
    format: &'static Format,
    source: &'a Source<'a>,
    answers: &Answers,
) -> Reading<'a> {
    let mut reading = (format.parse)(source, answers);
    turn(format, source, answers, &mut reading);
    if other_kind(source.bytes()).is_none() {
        for finding in character_findings(source) {
            if !reading
                .diagnostics
                .iter()
                .any(|one| one.code == finding.code)
            {
                reading.diagnostics.push(finding);
            }
        }
    }
    reading
}

/// A document as the user says that it is read: in the encoding that was answered, with what was corrected.
pub fn source_under<'a>(name: &'a str, bytes: &'a [u8], answers: &Answers) -> Source<'a> {
    let source = match answers.get("encoding").and_then(encoding_named) {
        Some(encoding) => Source::in_encoding(name, bytes, encoding),
        None => Source::new(name, bytes),
    };
    source.corrected(answers.corrections())
}

/// What is doubtful about how the characters of a text were read.
fn character_findings(source: &Source<'_>) -> Vec<Diagnostic> {
    let charset = source.charset();
    let name = charset.encoding.name();
    let text = source.text();
    let mut findings = Vec::new();
    let mut first = |sign: &str, finding: Diagnostic| {
        if let Some(at) = memmem::find(text.as_bytes(), sign.as_bytes()) {
            let before = text.as_bytes().get(..at).unwrap_or_default();
            let line = u32::try_from(memchr_iter(b'\n', before).count() + 1).unwrap_or(u32::MAX);
            findings.push(finding.at(text, line, at..at + sign.len()));
        }
    };
    first("\0", Diagnostic::warning("controlCharacters"));
    if charset.had_errors {
        first(
            "\u{FFFD}",
            Diagnostic::warning("undecodable").expected(name),
        );
    }
    if let Some(declared) = charset.contradicts {
        let finding = Diagnostic::info("encodingContradicted");
        findings.push(finding.found(name).expected(declared.name()));
    } else if charset.confidence == Confidence::Guessed {
        // Sixteen-bit text without a mark is rare enough to be looked at.
        let is_wide = name.starts_with("UTF-16");
        let severity = if is_wide {
            Severity::Warning
        } else {
            Severity::Info
        };
        findings.push(Diagnostic::new(severity, "encodingAssumed").found(name));
    }
    findings
}

/// What the first bytes say a document is, when that is no text.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    [
        (&b"\x89PNG"[..], "PNG"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"GIF8", "GIF"),
        (b"%PDF", "PDF"),
        (b"PK\x03\x04", "ZIP"),
        (b"\x1F\x8B", "GZIP"),
        (b"\xD0\xCF\x11\xE0", "OLE"),
        (b"7z\xBC\xAF\x27\x1C", "7z"),
        (b"Rar!", "RAR"),
    ]
    .into_iter()
    .find(|(magic, _)| bytes.starts_with(magic))
    .map(|(_, kind)| kind)
}

/// A compound file with the streams of a message ([MS-OXMSG] 2.1), whose names are UTF-16.
fn is_outlook(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "__properties_version1.0"
        .bytes()
        .flat_map(|byte| [byte, 0])
        .collect();
    bytes.starts_with(b"\xD0\xCF\x11\xE0") && memmem::find(bytes, &name).is_some()
}

/// Says what an unrecognised document seems to be instead of a statement.
fn not_a_statement(source: &Source<'_>) -> Diagnostic {
    let bytes = source.bytes();
    if bytes.is_empty() {
        return Diagnostic::error("emptyFile");
    }
    if is_outlook(bytes) {
        return Diagnostic::error("outlookMessage");
    }
    if let Some(kind) = other_kind(bytes) {
        return Diagnostic::error("unsupportedFormat").found(kind);
    }
    let text = source.text();
    if text.trim().is_empty() {
        return Diagnostic::error("emptyFile");
    }
    let head: String = text.chars().take(2000).collect::<String>().to_lowercase();
    if head.contains("<html") || head.contains("<!doctype html") {
        return Diagnostic::error("webPage").at(text, 1, 0..1);
    }
    Diagnostic::error("notAStatement").at(text, 1, 0..1)
}
