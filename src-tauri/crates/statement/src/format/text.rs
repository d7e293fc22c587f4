//! A printed statement as plain text, as `pdftotext -layout` writes it: columns are kept by spaces.

use source::Source;

use super::paper::{lines_of, look, read};
use crate::{Answers, Format, Reading, Risk, Sniff};

pub(super) const FORMAT: Format = Format {
    id: "text",
    title: "Text",
    specification: "the text of a printed statement, in columns; what it says must add up",
    richness: 5,
    risk: Risk::Bounded,
    sniff,
    parse,
};

/// A longer text is no statement of one account.
const LONGEST: usize = 4 << 20;

fn sniff(source: &Source<'_>) -> Sniff {
    let bytes = source.bytes();
    let is_binary = bytes.starts_with(b"%PDF")
        || bytes
            .get(..1024.min(bytes.len()))
            .is_some_and(|head| head.contains(&0));
    if bytes.len() > LONGEST || is_binary || !has_columns(source.text()) {
        return Sniff::No;
    }
    match look(&lines_of(source.text())) {
        Some(true) => Sniff::Certain("evidence-printed-statement"),
        Some(false) => Sniff::Likely("evidence-printed-lines"),
        None => Sniff::No,
    }
}

/// Whether several lines hold words with wide gaps between them, which no separator explains.
fn has_columns(text: &str) -> bool {
    let is_wide = |line: &&str| {
        let line = line.trim();
        line.contains("   ") && !line.contains([';', '\t', '<']) && !line.starts_with(':')
    };
    text.lines().filter(is_wide).take(4).count() == 4
}

fn parse<'a>(source: &'a Source<'a>, answers: &Answers) -> Reading<'a> {
    read(&lines_of(source.text()), answers)
}
