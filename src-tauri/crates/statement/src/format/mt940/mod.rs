//! MT940 and MT942: SWIFT customer statement and interim transaction report, as banks write them.
//!
//! Read by fields at line starts; see `docs/formats/mt940.md`. Refused: a lone field that makes no statement.

mod field;
mod information;
mod line;
mod message;
mod value;

use source::Source;

use self::field::{Piece, Pieces};
use self::message::Messages;
use crate::{Answers, Format, Reading, Sniff};

/// How much of a document decides what it is, in bytes.
const HEAD: usize = 16 * 1024;

pub(super) const STATEMENT: Format = Format {
    id: "mt940",
    title: "MT940",
    specification: "SWIFT MT940 Customer Statement Message; Deutsche Kreditwirtschaft, DFÜ agreement, annex 3, chapter 8",
    richness: 70,
    risk: crate::Risk::Bounded,
    sniff: |source| sniff(source, false),
    parse,
};

pub(super) const REPORT: Format = Format {
    id: "mt942",
    title: "MT942",
    specification: "SWIFT MT942 Interim Transaction Report",
    richness: 70,
    risk: crate::Risk::Bounded,
    sniff: |source| sniff(source, true),
    parse,
};

fn sniff(source: &Source<'_>, report: bool) -> Sniff {
    let text = source.text();
    let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text);
    let tags: Vec<&str> = Pieces::new(head)
        .filter_map(|piece| match piece {
            Piece::Field(field) => Some(field.tag),
            Piece::End => None,
        })
        .take(64)
        .collect();
    let has = |wanted: &[&str]| tags.iter().any(|tag| wanted.contains(tag));
    let is_report =
        has(&["34F", "13", "13D", "90D", "90C", "942"]) && !has(&["60F", "60M", "62F", "62M"]);
    if tags.is_empty() || is_report != report {
        return Sniff::No;
    }
    let begins = head
        .trim_start_matches(|c: char| c.is_whitespace() || c.is_control())
        .starts_with(':');
    if has(&["20", "25", "25P"])
        && has(&["25", "25P", "28", "28C", "60F", "60M", "61", "34F"])
        && tags.len() > 1
    {
        Sniff::Certain("evidence-mt940")
    } else if begins {
        Sniff::Likely("evidence-mt940-field")
    } else {
        Sniff::No
    }
}

fn parse<'a>(source: &'a Source<'a>, _answers: &Answers) -> Reading<'a> {
    let text = source.text();
    let mut messages = Messages::new(text);
    for piece in Pieces::new(text) {
        match piece {
            Piece::Field(field) => messages.take(field),
            Piece::End => messages.end(),
        }
    }
    messages.finish()
}
