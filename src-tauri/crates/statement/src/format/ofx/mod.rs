//! OFX 1.x (SGML) and 2.x (XML), and its relatives QFX and QBO: bank, card and the cash side of investment statements.
//!
//! Read by OFX 1.6 and OFX 2.2 (Financial Data Exchange), chapters 2, 3, 11 and 13. Movements of securities are left out
//! and said so; declarations of entities are refused; the zone of a date is never applied to its day.

mod line;
mod name;
mod place;
mod response;
mod token;
mod value;

use source::Source;

use crate::{Answers, Format, Reading, Sniff};

pub(super) const FORMAT: Format = Format {
    id: "ofx",
    title: "OFX, QFX, QBO",
    specification: "OFX 1.6 and 2.2 (Financial Data Exchange)",
    richness: 60,
    risk: crate::Risk::Bounded,
    sniff,
    parse,
};

/// How far into a document its signs are looked for, in characters.
const HEAD: usize = 8192;

/// How far into a document its header may stand behind signs that are none of its own, in characters: a mark of byte order that
/// a program read and wrote again in another encoding.
const JUNK: usize = 1024;

fn sniff(source: &Source<'_>) -> Sniff {
    let text = source.text().trim_start();
    let first = text.as_bytes().first();
    let plain = first.is_some_and(|byte| *byte == b'<' || byte.is_ascii_alphabetic());
    let head: String = text
        .chars()
        .take(HEAD)
        .collect::<String>()
        .to_ascii_uppercase();
    if !plain {
        let start: String = head.chars().take(JUNK).collect();
        return if start.contains("OFXHEADER") || start.contains("<OFX>") {
            Sniff::Certain("evidence-ofx-header")
        } else {
            Sniff::No
        };
    }
    if head.starts_with("OFXHEADER") || head.contains("<?OFX") {
        Sniff::Certain("evidence-ofx-header")
    } else if head.contains("<OFX>") || head.contains("<OFX ") {
        Sniff::Certain("evidence-ofx-element")
    } else if head.contains("<STMTTRN>") || head.contains("<STMTRS>") {
        Sniff::Likely("evidence-ofx-line")
    } else {
        Sniff::No
    }
}

fn parse<'a>(source: &'a Source<'a>, _answers: &Answers) -> Reading<'a> {
    response::read(source.text())
}
