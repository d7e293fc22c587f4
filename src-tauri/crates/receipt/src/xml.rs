//! The XML of e-invoices: a tree without a document type, asked by the names of elements whatever their prefix.

use chrono::NaiveDate;
use domain::{Currency, Decimal};
use roxmltree::{Document, Error, ParsingOptions};
use source::{Diagnostic, LineIndex};

use crate::{Found, Origin};

/// The most nodes that an invoice may have: some ten thousand lines.
const MOST_NODES: u32 = 500_000;
/// The longest tag, in bytes: a reader compares each attribute with all others of its tag.
const LONGEST_TAG: usize = 64 * 1024;
/// How much of a document may stand before its first element, in bytes.
const LONGEST_PROLOG: usize = 256 * 1024;

/// An element of a tree.
pub(crate) type Node<'a> = roxmltree::Node<'a, 'a>;

/// The first element of a document: its tag as written, with the name spaces that it declares.
pub(crate) struct Root<'a> {
    /// Its name without a prefix.
    pub(crate) name: &'a str,
    /// The whole tag.
    pub(crate) tag: &'a str,
}

/// Finds the first element, past declarations and comments, without reading further.
pub(crate) fn root(text: &str) -> Option<Root<'_>> {
    let mut rest = text.trim_start();
    loop {
        if text.len() - rest.len() > LONGEST_PROLOG {
            return None;
        }
        let after = match rest.as_bytes() {
            [b'<', b'?', ..] => rest.split_once("?>")?.1,
            [b'<', b'!', b'-', b'-', ..] => rest.split_once("-->")?.1,
            [b'<', b'!', ..] => after_document_type(rest)?,
            [b'<', ..] => break,
            _ => return None,
        };
        rest = after.trim_start();
    }
    let (tag, _) = rest.get(1..)?.split_once('>')?;
    let name = tag.split([' ', '\t', '\r', '\n', '/']).next()?;
    let name = name.rsplit(':').next()?;
    Some(Root { name, tag })
}

/// What follows a document type, which may hold declarations in brackets.
fn after_document_type(text: &str) -> Option<&str> {
    let (head, after) = text.split_once('>')?;
    if head.contains('[') {
        return Some(text.split_once(']')?.1.split_once('>')?.1);
    }
    Some(after)
}

/// Reads a text as a tree.
///
/// # Errors
/// Where it is no well-formed XML, has a document type, or is too large: a finding that says where.
pub(crate) fn tree(text: &str) -> Result<Document<'_>, Box<Diagnostic>> {
    if let Some(at) = long_tag(text) {
        let finding = Diagnostic::error("limitExceeded")
            .found(format!("> {} KiB", LONGEST_TAG / 1024))
            .expected(format!("{} KiB", LONGEST_TAG / 1024));
        return Err(Box::new(placed(finding, text, at)));
    }
    if let Some((label, at)) = unknown_encoding(text) {
        let finding = Diagnostic::error("invoiceUnknownEncoding")
            .found(label)
            .expected("UTF-8");
        return Err(Box::new(placed(finding, text, at)));
    }
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|error| Box::new(refusal(text, &error)))
}

/// The encoding that the declaration names and that nobody knows, and where.
fn unknown_encoding(text: &str) -> Option<(&str, usize)> {
    let head = text.trim_start_matches('\u{feff}');
    let (declaration, _) = head.strip_prefix("<?xml")?.split_once("?>")?;
    let (before, named) = declaration.split_once("encoding")?;
    let value = named.trim_start().strip_prefix('=')?.trim_start();
    let quote = value
        .chars()
        .next()
        .filter(|sign| matches!(sign, '"' | '\''))?;
    let label = value.get(1..)?.split(quote).next()?;
    let is_known = source::encoding_named(label).is_some()
        || PLAIN.iter().any(|plain| label.eq_ignore_ascii_case(plain));
    let start = text.len() - head.len() + "<?xml".len() + before.len();
    (!is_known).then_some((label, start))
}

/// Encodings that are known and need no decoding of their own where every byte is a plain letter.
const PLAIN: &[&str] = &["US-ASCII", "ASCII", "CP850", "IBM850"];

fn refusal(text: &str, error: &Error) -> Diagnostic {
    let at = error.pos();
    let line = usize::try_from(at.row).unwrap_or(1).saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let column = usize::try_from(at.col).unwrap_or(1).saturating_sub(1);
    let inside: usize = text
        .get(start..)
        .unwrap_or("")
        .chars()
        .take(column)
        .map(char::len_utf8)
        .sum();
    match error {
        Error::DtdDetected => placed(
            Diagnostic::error("invoiceDocumentType"),
            text,
            text.find("<!DOCTYPE").unwrap_or(0),
        ),
        Error::NodesLimitReached => Diagnostic::error("limitExceeded")
            .found(format!("> {MOST_NODES}"))
            .expected(MOST_NODES),
        _ => placed(
            Diagnostic::error("invoiceDamaged").found(error),
            text,
            start + inside,
        ),
    }
}

fn placed(finding: Diagnostic, text: &str, at: usize) -> Diagnostic {
    finding.at(text, LineIndex::new(text).line(at), at..at + 1)
}

/// Where a tag stands that is longer than any invoice needs.
fn long_tag(text: &str) -> Option<usize> {
    const OPAQUE: [(&str, &str); 3] = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let start = rest.find('<')?;
        let tag = rest.get(start..)?;
        let opaque = OPAQUE.iter().find(|(open, _)| tag.starts_with(open));
        let length = match opaque {
            Some((_, close)) => tag.find(close)? + close.len(),
            None => tag_length(tag.as_bytes()),
        };
        if opaque.is_none() && length > LONGEST_TAG {
            return Some(from + start);
        }
        from += start + length;
    }
}

/// How long a tag is up to its `>` outside quotes, or the whole rest.
fn tag_length(tag: &[u8]) -> usize {
    let mut quote = None;
    for (at, &byte) in tag.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// Every element at a path of names below `node`; `A|B` is either name.
pub(crate) fn all<'a>(node: Node<'a>, path: &str) -> Vec<Node<'a>> {
    let mut found = vec![node];
    for names in path.split('/') {
        found = found
            .into_iter()
            .flat_map(|node| node.children())
            .filter(|child| {
                child.is_element() && names.split('|').any(|name| name == child.tag_name().name())
            })
            .collect();
    }
    found
}

/// The first element at a path.
pub(crate) fn at<'a>(node: Node<'a>, path: &str) -> Option<Node<'a>> {
    all(node, path).into_iter().next()
}

/// The text of an element on one line, where it has any.
pub(crate) fn words(node: Node<'_>) -> Option<String> {
    let text: String = node
        .children()
        .filter_map(|child| child.text())
        .collect::<Vec<_>>()
        .join("");
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// The text of the first element at a path that has any.
pub(crate) fn words_at(node: Node<'_>, path: &str) -> Option<String> {
    all(node, path).into_iter().find_map(words)
}

/// Takes values out of a tree and notes those that make no sense.
pub(crate) struct Terms<'a> {
    text: &'a str,
    pub(crate) findings: Vec<Diagnostic>,
}

impl<'a> Terms<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Terms {
            text,
            findings: Vec::new(),
        }
    }

    /// A text with its place.
    pub(crate) fn name(&self, node: Node<'_>, path: &str) -> Option<Found<String>> {
        let found = all(node, path)
            .into_iter()
            .find(|node| words(*node).is_some())?;
        Some(Found::new(words(found)?, Origin::Xml, place(found)))
    }

    /// An amount with its place.
    pub(crate) fn amount(&mut self, node: Node<'_>, path: &str) -> Option<Found<Decimal>> {
        self.found_number(at(node, path)?)
    }

    /// The number in an element, with its place.
    pub(crate) fn found_number(&mut self, node: Node<'_>) -> Option<Found<Decimal>> {
        Some(Found::new(self.number(node)?, Origin::Xml, place(node)))
    }

    /// The number in the first element at a path.
    pub(crate) fn number_at(&mut self, node: Node<'_>, path: &str) -> Option<Decimal> {
        self.number(at(node, path)?)
    }

    /// The number in an element: digits and a point, as XML Schema writes a decimal.
    pub(crate) fn number(&mut self, node: Node<'_>) -> Option<Decimal> {
        let text = words(node)?;
        let digits = text.strip_prefix('+').unwrap_or(&text);
        let plain = digits
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'));
        match digits.parse() {
            Ok(number) if plain => Some(number),
            _ => {
                self.doubt("invoiceBadAmount", node, &text);
                None
            }
        }
    }

    /// A day with its place.
    pub(crate) fn day(&mut self, node: Node<'_>, path: &str) -> Option<Found<NaiveDate>> {
        let found = all(node, path)
            .into_iter()
            .find(|node| words(*node).is_some())?;
        let text = words(found)?;
        match day(&text) {
            Some(day) => Some(Found::new(day, Origin::Xml, place(found))),
            None => {
                self.doubt("invoiceBadDate", found, &text);
                None
            }
        }
    }

    /// A currency with its place.
    pub(crate) fn currency(&mut self, node: Node<'_>, path: &str) -> Option<Found<Currency>> {
        let found = at(node, path)?;
        let text = words(found)?;
        match text.parse() {
            Ok(currency) => Some(Found::new(currency, Origin::Xml, place(found))),
            Err(_) => {
                self.doubt("invoiceBadCurrency", found, &text);
                None
            }
        }
    }

    fn doubt(&mut self, code: &'static str, node: Node<'_>, found: &str) {
        let range = node.range();
        let line = LineIndex::new(self.text).line(range.start);
        self.findings.push(
            Diagnostic::warning(code)
                .found(found)
                .at(self.text, line, range)
                .field(node.tag_name().name()),
        );
    }
}

/// The currency that an amount names itself.
pub(crate) fn own_currency(node: Node<'_>) -> Option<Currency> {
    node.attribute("currencyID")?.trim().parse().ok()
}

/// Where an element stands, in two names.
fn place(node: Node<'_>) -> String {
    let name = node.tag_name().name();
    match node.parent_element() {
        Some(parent) => format!("{}/{name}", parent.tag_name().name()),
        None => name.to_owned(),
    }
}

/// A calendar day: `2026-03-05` with whatever time or zone follows, or `20260305` with whatever time follows (formats 102, 203
/// and 204 of UNTDID 2379).
fn day(text: &str) -> Option<NaiveDate> {
    if let Some(day) = text.get(..10).filter(|day| day.contains('-')) {
        return NaiveDate::parse_from_str(day, "%Y-%m-%d").ok();
    }
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.len() {
        8 | 12 | 14 if digits => NaiveDate::parse_from_str(text.get(..8)?, "%Y%m%d").ok(),
        _ => None,
    }
}
