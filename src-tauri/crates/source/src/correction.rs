//! What a person put in the place of words that could not be read.
//!
//! The document stays as it is: a correction is part of how it is read, as its encoding is.

use std::fmt;
use std::ops::Range;

/// A stretch of one line of a document, as the document has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The first character, from 1.
    pub column: u32,
    /// How many characters; none where something is missing.
    pub length: u32,
}

impl Place {
    /// Reads what [`Place`] writes: `19:1-10` for line 19, columns 1 to 10; `19:5-4` for what is missing before column 5.
    pub fn parse(written: &str) -> Option<Self> {
        let (line, columns) = written.split_once(':')?;
        let (first, last) = columns.split_once('-')?;
        let (line, column): (u32, u32) = (line.parse().ok()?, first.parse().ok()?);
        let last: u32 = last.parse().ok()?;
        (line > 0 && column > 0 && last.saturating_add(1) >= column).then(|| Place {
            line,
            column,
            length: last.saturating_add(1).saturating_sub(column),
        })
    }

    /// The place of these bytes of `text`; none where they are of several lines.
    fn of(text: &str, bytes: Range<usize>) -> Option<Self> {
        let before = text.get(..bytes.start)?;
        let stretch = text.get(bytes)?;
        if stretch.contains(['\n', '\r']) {
            return None;
        }
        let end = line_end(text);
        let line = before.bytes().filter(|byte| *byte == end).count();
        let start = before
            .rfind(char::from(end))
            .map_or(0, |at| at.saturating_add(1));
        let column = before.get(start..)?.chars().count();
        Some(Place {
            line: number(line.saturating_add(1)),
            column: number(column.saturating_add(1)),
            length: number(stretch.chars().count()),
        })
    }

    /// The bytes of `text` that are there; none where the line is not that long.
    fn bytes(self, text: &str) -> Option<Range<usize>> {
        let before = usize::try_from(self.line.checked_sub(1)?).ok()?;
        let end = line_end(text);
        let start = match before.checked_sub(1) {
            None => 0,
            Some(nth) => {
                let mut ends = text.bytes().enumerate().filter(|(_, byte)| *byte == end);
                ends.nth(nth)?.0.saturating_add(1)
            }
        };
        let line = text.get(start..)?.split(char::from(end)).next()?;
        let nth = |column: u32| {
            let wanted = usize::try_from(column).ok()?;
            let mut places = line.char_indices().map(|(at, _)| at).chain([line.len()]);
            places.nth(wanted)
        };
        let first = self.column.checked_sub(1)?;
        let from = nth(first)?;
        let until = nth(first.checked_add(self.length)?)?;
        Some(start.saturating_add(from)..start.saturating_add(until))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.column.saturating_add(self.length).saturating_sub(1);
        write!(f, "{}:{}-{last}", self.line, self.column)
    }
}

/// What stands in the place of a stretch of a document while it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The stretch.
    pub place: Place,
    /// What is read there.
    pub text: String,
}

/// A stretch of the document, and the stretch of the corrected text that stands for it.
#[derive(Debug, Clone)]
struct Stretch {
    document: Range<usize>,
    corrected: Range<usize>,
}

/// A text with its corrections in it.
#[derive(Debug, Clone)]
pub(crate) struct Corrected {
    pub(crate) text: String,
    stretches: Vec<Stretch>,
}

impl Corrected {
    /// Puts corrections into `text`; one that is past the end of its line, or in another one, is none.
    pub(crate) fn of(text: &str, corrections: &[Correction]) -> Self {
        let mut wanted: Vec<(Range<usize>, &str)> = corrections
            .iter()
            .filter_map(|one| Some((one.place.bytes(text)?, one.text.as_str())))
            .collect();
        wanted.sort_by_key(|(bytes, _)| (bytes.start, bytes.end));
        let mut out = Corrected {
            text: String::with_capacity(text.len()),
            stretches: Vec::new(),
        };
        let mut done = 0;
        for (document, new) in wanted {
            let Some(between) = text.get(done..document.start) else {
                continue;
            };
            out.text.push_str(between);
            let start = out.text.len();
            out.text.push_str(new);
            done = document.end;
            out.stretches.push(Stretch {
                document,
                corrected: start..out.text.len(),
            });
        }
        out.text.push_str(text.get(done..).unwrap_or_default());
        out
    }

    /// The bytes of the document that these bytes of the corrected text stand for: the whole of a correction that they touch.
    fn document(&self, bytes: Range<usize>) -> Range<usize> {
        let touched = self.stretches.iter().find(|one| {
            one.corrected == bytes
                || (one.corrected.start < bytes.end && bytes.start < one.corrected.end)
        });
        if let Some(touched) = touched {
            return touched.document.clone();
        }
        let before = self
            .stretches
            .iter()
            .rfind(|one| one.corrected.end <= bytes.start);
        let back = |at: usize| match before {
            Some(one) => at
                .saturating_sub(one.corrected.end)
                .saturating_add(one.document.end),
            None => at,
        };
        back(bytes.start)..back(bytes.end)
    }
}

/// Where a stretch of what is read stands in the document: of `document`'s text, read as `corrected`.
pub(crate) fn place(
    document: &str,
    corrected: Option<&Corrected>,
    bytes: Range<usize>,
) -> Option<Place> {
    let bytes = match corrected {
        Some(corrected) => corrected.document(bytes),
        None => bytes,
    };
    Place::of(document, bytes)
}

/// Old Macs end lines with CR alone.
fn line_end(text: &str) -> u8 {
    if text.contains('\n') { b'\n' } else { b'\r' }
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::Source;

    const TEXT: &str = "Date;Libellé;Montant\n32/10/2026;Café;-4,20\n05/10/2026;Marché;\n";

    fn correction(place: &str, text: &str) -> Correction {
        Correction {
            place: Place::parse(place).unwrap(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_correction_is_read_in_the_place_of_what_stands_there() {
        let all = [
            correction("2:1-10", "31/10/2026"),
            correction("3:19-18", "-52,18"),
        ];
        assert_eq!(
            Corrected::of(TEXT, &all).text,
            "Date;Libellé;Montant\n31/10/2026;Café;-4,20\n05/10/2026;Marché;-52,18\n",
            "in the line that is named, characters counted and not bytes, and where nothing stands"
        );
        let twisted = [all[1].clone(), all[0].clone()];
        assert_eq!(
            Corrected::of(TEXT, &twisted).text,
            Corrected::of(TEXT, &all).text,
            "in whatever order they were made"
        );
    }

    #[test]
    fn what_is_not_in_the_document_is_not_corrected() {
        for place in ["9:1-2", "2:1-99", "2:60-61"] {
            assert_eq!(
                Corrected::of(TEXT, &[correction(place, "x")]).text,
                TEXT,
                "{place}"
            );
        }
        for bad in ["", "2", "2:1", "0:1-2", "2:0-1", "2:9-2", "a:1-2"] {
            assert_eq!(Place::parse(bad), None, "{bad:?} is no place");
        }
    }

    #[test]
    fn a_place_after_a_correction_is_told_as_the_document_has_it() {
        let corrections = vec![correction("2:1-10", "1er novembre 2026")];
        let source = Source::new("a.csv", TEXT.as_bytes()).corrected(corrections);
        let find = |what: &str| {
            let start = source.text().find(what).unwrap();
            source.place(start..start + what.len()).unwrap().to_string()
        };
        assert_eq!(find("1er novembre 2026"), "2:1-10", "the correction itself");
        assert_eq!(
            find("novembre"),
            "2:1-10",
            "a part of it is all of it: it is corrected again"
        );
        assert_eq!(find("Café"), "2:12-15");
        assert_eq!(find("05/10/2026"), "3:1-10");
        let across = source.text().find("20\n05").unwrap();
        assert_eq!(source.place(across..across + 5), None, "of two lines");
    }

    #[test]
    fn lines_that_end_as_on_old_macs_are_lines_too() {
        let text = "Date;Montant\r32/10/2026;1\r";
        let corrected = Corrected::of(text, &[correction("2:1-10", "31/10/2026")]);
        assert_eq!(corrected.text, "Date;Montant\r31/10/2026;1\r");
    }

    #[test]
    fn a_lone_return_within_a_line_is_a_character_of_it() {
        let text = "Date;Libellé\n32/10/2026;Café\rde la gare;4 euros\n";
        let source = Source::new("a.csv", text.as_bytes());
        let start = text.find("4 euros").unwrap();
        let place = source.place(start..start + 7).unwrap();
        let corrected = Corrected::of(
            text,
            &[Correction {
                place,
                text: "-4,20".to_owned(),
            }],
        );
        assert_eq!(corrected.text, text.replace("4 euros", "-4,20"));
    }

    #[test]
    fn the_document_itself_is_what_it_was() {
        let plain = Source::new("a.csv", TEXT.as_bytes());
        let source =
            Source::new("a.csv", TEXT.as_bytes()).corrected(vec![correction("2:1-10", "x")]);
        assert_eq!(source.bytes(), plain.bytes());
        assert_eq!(source.digest().to_hex(), plain.digest().to_hex());
    }
}
