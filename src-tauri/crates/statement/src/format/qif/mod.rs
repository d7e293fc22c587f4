//! QIF: Quicken interchange format, as Quicken, Money, GnuCash and banks write it.
//!
//! See `docs/formats/qif.md`. Nothing in it names a currency, an account number or how its dates and amounts are written:
//! the order of dates and the decimal sign are decided from all rows, and asked where these do not tell.

mod amount;
mod date;
mod finish;
mod section;

use source::Source;

use crate::{Answers, Format, Reading, Sniff};

/// How much of a document decides what it is, in lines.
const HEAD: usize = 200;

pub(super) const FORMAT: Format = Format {
    id: "qif",
    title: "QIF",
    specification: "Intuit, Quicken Interchange Format (QIF) files",
    richness: 30,
    risk: crate::Risk::Bounded,
    sniff,
    parse,
};

fn sniff(source: &Source<'_>) -> Sniff {
    let text = source.text();
    let mut headless = (false, false);
    for line in section::lines(text).take(HEAD) {
        let bytes = line.text.as_bytes();
        let starts = |name: &[u8]| {
            let head = bytes.get(..name.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(name))
        };
        if starts(b"!Type:") || starts(b"!Account") || starts(b"!Option:") || starts(b"!Clear:") {
            return Sniff::Certain("evidence-qif");
        }
        match bytes.first() {
            Some(b'D') => {
                headless.0 |= line
                    .text
                    .get(1..)
                    .is_some_and(|rest| date::parts(rest).is_some())
            }
            Some(b'T') => {
                let amount = line.text.get(1..).unwrap_or("");
                let signs = [amount::Sign::Point, amount::Sign::Comma];
                headless.1 |= signs
                    .iter()
                    .any(|sign| amount::read(amount, *sign).is_some());
            }
            Some(b'^') if headless == (true, true) => return Sniff::Likely("evidence-qif-record"),
            _ => {}
        }
    }
    Sniff::No
}

fn parse<'a>(source: &'a Source<'a>, answers: &Answers) -> Reading<'a> {
    let text = source.text();
    finish::read(text, section::read(text), answers)
}
