//! CAMT.052, .053, .054: ISO 20022 bank to customer report, statement and notification, versions 1 to 12.
//!
//! Read by element names without prefixes; see `docs/formats/camt.md`. Refused: a foreign name space, a document type,
//! a message without any statement. The three messages share everything but the names of two elements.

mod details;
mod entry;
mod party;
mod statement;
mod value;
mod xml;

use memchr::memmem;
use quick_xml::events::BytesStart;
use quick_xml::name::{Namespace, NamespaceResolver, ResolveResult};
use source::{Diagnostic, Source};

use self::xml::{Cursor, Damage, Step, local};
use super::place;
use crate::{Answers, Format, Reading, Sniff};

/// How much of a document decides what it is, in bytes: a header of an envelope may stand before the message.
const HEAD: usize = 64 * 1024;

/// The last version known (March 2024 and after).
const LATEST: u32 = 12;

pub(super) const REPORT: Format = Format {
    id: "camt.052",
    title: "CAMT.052",
    specification: "ISO 20022 camt.052.001.01 to .12, BankToCustomerAccountReport",
    richness: 90,
    risk: crate::Risk::Bounded,
    sniff: |source| sniff(source, Message::Report),
    parse,
};

pub(super) const STATEMENT: Format = Format {
    id: "camt.053",
    title: "CAMT.053",
    specification: "ISO 20022 camt.053.001.01 to .12, BankToCustomerStatement",
    richness: 90,
    risk: crate::Risk::Bounded,
    sniff: |source| sniff(source, Message::Statement),
    parse,
};

pub(super) const NOTIFICATION: Format = Format {
    id: "camt.054",
    title: "CAMT.054",
    specification: "ISO 20022 camt.054.001.01 to .12, BankToCustomerDebitCreditNotification",
    richness: 90,
    risk: crate::Risk::Bounded,
    sniff: |source| sniff(source, Message::Notification),
    parse,
};

/// The three messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Message {
    Report,
    Statement,
    Notification,
}

impl Message {
    const ALL: [Message; 3] = [Message::Report, Message::Statement, Message::Notification];

    /// The element of the message; version 1 adds `V01`.
    fn element(self) -> &'static str {
        match self {
            Message::Report => "BkToCstmrAcctRpt",
            Message::Statement => "BkToCstmrStmt",
            Message::Notification => "BkToCstmrDbtCdtNtfctn",
        }
    }

    /// Its part of a name space.
    fn id(self) -> &'static str {
        match self {
            Message::Report => "camt.052.",
            Message::Statement => "camt.053.",
            Message::Notification => "camt.054.",
        }
    }

    fn of_element(name: &str) -> Option<Self> {
        let name = name.strip_suffix("V01").unwrap_or(name);
        Message::ALL
            .into_iter()
            .find(|message| message.element() == name)
    }
}

fn sniff(source: &Source<'_>, message: Message) -> Sniff {
    let text = source.text();
    if !text.trim_start().starts_with('<') {
        return Sniff::No;
    }
    let head = text.as_bytes();
    let head = head.get(..HEAD).unwrap_or(head);
    let at = |name: &str| memmem::find(head, name.as_bytes());
    // An element decides before a name space: the first of either is the document's.
    let found = [Message::element, Message::id]
        .into_iter()
        .find_map(|sign| {
            Message::ALL
                .into_iter()
                .filter_map(|message| Some((at(sign(message))?, message)))
                .min_by_key(|(at, _)| *at)
        });
    match found {
        Some((_, found)) if found == message => Sniff::Certain("evidence-camt"),
        _ => Sniff::No,
    }
}

fn parse<'a>(source: &'a Source<'a>, _answers: &Answers) -> Reading<'a> {
    let mut cursor = Cursor::new(source.text());
    let mut reading = Reading::default();
    reading.diagnostics.extend(false_declaration(source));
    let mut scope = NamespaceResolver::default();
    let mut seen = false;
    while let Some(step) = cursor.step() {
        let Step::In(start) = step else {
            scope.pop();
            continue;
        };
        let at = cursor.start();
        if scope.push(&start).is_err() {
            cursor.skip();
            continue;
        }
        let Some(message) = Message::of_element(local(&start)) else {
            continue;
        };
        seen = true;
        let (namespace, readable) = check_namespace(&scope, &start);
        if let Some(finding) = namespace {
            let end = cursor.end();
            let line = cursor.line_of(at);
            let finding = place::at(finding, cursor.document(), line, at..end);
            reading.diagnostics.push(finding);
        }
        if readable {
            messages(&mut cursor, message, &mut reading);
        } else {
            cursor.skip();
        }
        scope.pop();
    }
    conclude(&mut cursor, seen, &mut reading);
    reading
}

/// A declared encoding that the bytes contradict: XML refuses such a document, here it is read by what its bytes are.
fn false_declaration(source: &Source<'_>) -> Option<Diagnostic> {
    let declared = source.charset().contradicts?;
    let text = source.text();
    let at = memmem::find(text.as_bytes(), b"encoding=")?;
    let end = text.get(at..)?.find('?').map_or(at, |len| at + len);
    let finding = Diagnostic::warning("undecodable").expected(declared.name());
    Some(place::at(finding, text, 1, at..end))
}

/// Reads the statements of a message.
fn messages<'a>(cursor: &mut Cursor<'a>, message: Message, reading: &mut Reading<'a>) {
    let at = cursor.start()..cursor.end();
    let line = cursor.line_of(at.start);
    let before = reading.statements.len();
    while let Some(start) = cursor.child() {
        match local(&start) {
            "Stmt" | "Rpt" | "Ntfctn" => {
                let statement = statement::read(cursor, &mut reading.diagnostics);
                reading.statements.push(statement);
            }
            _ => cursor.skip(),
        }
    }
    if reading.statements.len() == before && cursor.damage().is_none() {
        let finding = Diagnostic::error("noStatement").found(message.element());
        let finding = place::at(finding, cursor.document(), line, at);
        reading.diagnostics.push(finding);
    }
}

/// What the name space of a message's element tells, and whether the message may be read.
fn check_namespace(
    scope: &NamespaceResolver,
    start: &BytesStart<'_>,
) -> (Option<Diagnostic>, bool) {
    let (resolved, _) = scope.resolve_element(start.name());
    let ResolveResult::Bound(Namespace(uri)) = resolved else {
        return (None, true);
    };
    let Some(version) = Message::ALL
        .into_iter()
        .find_map(|message| uri.split_once(message.id()))
        .map(|(_, version)| version)
    else {
        let finding = Diagnostic::error("foreignNamespace").found(uri);
        let finding = finding.expected("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08");
        return (Some(finding), false);
    };
    let known = version
        .strip_prefix("001.")
        .and_then(|version| version.split('.').next())
        .and_then(|number| number.parse::<u32>().ok())
        .is_some_and(|number| (1..=LATEST).contains(&number));
    let finding = (!known).then(|| {
        let finding = Diagnostic::warning("unsupportedVersion").found(version);
        finding.expected(format!("001.{LATEST}"))
    });
    (finding, true)
}

/// Says why the walk ended early, or that there was nothing to walk.
fn conclude<'a>(cursor: &mut Cursor<'a>, seen: bool, reading: &mut Reading<'a>) {
    let text = cursor.document();
    let finding = match cursor.damage() {
        Some(Damage::DocumentType) => {
            // Nothing before a document type is a statement, and nothing after it is trusted.
            reading.statements.clear();
            Diagnostic::error("hostile").found("DOCTYPE")
        }
        Some(Damage::Truncated) => Diagnostic::error("truncated").costs_row(),
        Some(Damage::Malformed) => {
            let tag = text.get(cursor.start()..cursor.end()).unwrap_or("");
            Diagnostic::error("malformed")
                .expected("XML")
                .found(tag)
                .costs_row()
        }
        None if !seen => Diagnostic::error("noStatement"),
        None => return,
    };
    let at = cursor.start();
    let line = cursor.line_of(at);
    let end = cursor.end().max(at + 1).min(text.len());
    let finding = place::at(finding, text, line, at..end);
    reading.diagnostics.push(finding);
}
