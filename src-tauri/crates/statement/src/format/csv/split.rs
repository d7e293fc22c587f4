//! Records and fields: RFC 4180 and what is written in its place.
//!
//! A field is quoted when its first sign is `"`. Quotes inside a quoted field are doubled (RFC 4180, 2.7); where they are
//! not, the field still ends at the first quote that a delimiter or the end of the line follows, as long as that is on the
//! same line. Else the quote was meant literally and the field ends at the next delimiter. A quote behind a backslash is
//! a sign of the text, unless it ends the field for want of another.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr2, memchr3};

/// Where a field stands, as bytes of the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Field {
    /// First byte of the content, after an opening quote.
    pub(super) start: usize,
    /// After its last byte, before a closing quote.
    pub(super) end: usize,
    /// Whether it was quoted.
    pub(super) quoted: bool,
    /// Whether it holds quotes that are doubled or stand behind a backslash.
    pub(super) doubled: bool,
}

impl Field {
    /// The content, trimmed of spaces; `="0012"` (a text that a spreadsheet must not turn into a number) is `0012`.
    pub(super) fn value(self, text: &str) -> Cow<'_, str> {
        let raw = text.get(self.start..self.end).unwrap_or("").trim();
        if self.doubled {
            let single = raw.replace("\"\"", "\"").replace("\\\"", "\"");
            return match formula(&single) {
                Some(inner) => Cow::Owned(inner.to_owned()),
                None => Cow::Owned(single),
            };
        }
        Cow::Borrowed(formula(raw).unwrap_or(raw))
    }

    /// The content as it stands, trimmed: enough for dates, amounts and codes, which hold no quotes.
    pub(super) fn raw(self, text: &str) -> &str {
        let raw = text.get(self.start..self.end).unwrap_or("").trim();
        formula(raw).unwrap_or(raw)
    }
}

fn formula(raw: &str) -> Option<&str> {
    raw.strip_prefix("=\"")?.strip_suffix('"')
}

/// Where a record starts, and the line on which it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Record {
    /// First byte.
    pub(super) at: usize,
    /// From 1.
    pub(super) line: u32,
}

/// A document cut into records.
#[derive(Debug)]
pub(super) struct Records<'a> {
    /// What it is cut from.
    pub(super) text: &'a str,
    /// Between fields.
    pub(super) delimiter: u8,
    /// Starts of the records, in order.
    pub(super) starts: Vec<Record>,
    /// Lines on which a quote opens that never closes.
    pub(super) unclosed: Vec<u32>,
}

impl<'a> Records<'a> {
    /// Cuts `text`, at most `limit` records of it.
    pub(super) fn cut(text: &'a str, delimiter: u8, limit: usize) -> Self {
        let mut records = Records {
            text,
            delimiter,
            starts: Vec::new(),
            unclosed: Vec::new(),
        };
        let bytes = text.as_bytes();
        let (mut at, mut line) = (0, 1u32);
        let mut may_span = true;
        while at < bytes.len() && records.starts.len() < limit {
            records.starts.push(Record { at, line });
            let mut end = line_end(bytes, at);
            let quoted = memchr(b'"', bytes.get(at..end).unwrap_or(&[])).is_some();
            if quoted {
                let cut = walk(bytes, at, delimiter, may_span, |_| {});
                end = cut.end;
                if cut.unclosed {
                    records.unclosed.push(line);
                    may_span = false;
                }
            }
            let next = after_break(bytes, end);
            line = line.saturating_add(breaks(bytes.get(at..next).unwrap_or(&[])));
            at = next;
        }
        records
    }

    /// How many records there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of a record, without its line break.
    pub(super) fn span(&self, record: usize) -> (usize, usize) {
        let start = self.starts.get(record).map_or(self.text.len(), |r| r.at);
        let next = self
            .starts
            .get(record + 1)
            .map_or(self.text.len(), |r| r.at);
        let body = self.text.get(start..next).unwrap_or("");
        (start, start + body.trim_end_matches(['\r', '\n']).len())
    }

    /// The line on which a record starts.
    pub(super) fn line(&self, record: usize) -> u32 {
        self.starts.get(record).map_or(0, |r| r.line)
    }

    /// Cuts a record into fields.
    pub(super) fn fields(&self, record: usize, out: &mut Vec<Field>) {
        out.clear();
        let Some(start) = self.starts.get(record) else {
            return;
        };
        let end = self
            .starts
            .get(record + 1)
            .map_or(self.text.len(), |r| r.at);
        let bytes = self.text.as_bytes().get(..end).unwrap_or(&[]);
        if start.at < bytes.len() {
            walk(bytes, start.at, self.delimiter, true, |field| {
                out.push(field)
            });
        }
    }
}

/// What walking one record found.
struct Cut {
    /// The line break that ends it, or the end of the document.
    end: usize,
    /// Whether a quote opened that never closes.
    unclosed: bool,
}

fn walk(
    bytes: &[u8],
    start: usize,
    delimiter: u8,
    may_span: bool,
    mut give: impl FnMut(Field),
) -> Cut {
    let mut at = start;
    let mut unclosed = false;
    loop {
        let lead = bytes.get(at..).unwrap_or(&[]);
        let blank = lead.iter().take_while(|b| **b == b' ').count();
        let mut field = None;
        if lead.get(blank) == Some(&b'"') {
            match close(bytes, at + blank + 1, delimiter, may_span) {
                Close::At { end, doubled } => {
                    field = Some((
                        Field {
                            start: at + blank + 1,
                            end,
                            quoted: true,
                            doubled,
                        },
                        end + 1,
                    ));
                }
                Close::Literal => {}
                Close::Never => unclosed = true,
            }
        }
        let (field, from) = field.unwrap_or((
            Field {
                start: at,
                end: at,
                ..Field::default()
            },
            at,
        ));
        let rest = bytes.get(from..).unwrap_or(&[]);
        let stop = from + memchr3(delimiter, b'\n', b'\r', rest).unwrap_or(rest.len());
        give(if field.quoted {
            field
        } else {
            Field { end: stop, ..field }
        });
        if bytes.get(stop) != Some(&delimiter) {
            return Cut {
                end: stop,
                unclosed,
            };
        }
        at = stop + 1;
    }
}

/// How an opening quote closes.
enum Close {
    At { end: usize, doubled: bool },
    Literal,
    Never,
}

fn close(bytes: &[u8], from: usize, delimiter: u8, may_span: bool) -> Close {
    let (mut at, mut doubled, mut odd) = (from, false, false);
    loop {
        let rest = bytes.get(at..).unwrap_or(&[]);
        let found = if odd || !may_span {
            memchr3(b'"', b'\n', b'\r', rest)
        } else {
            memchr(b'"', rest)
        };
        let Some(found) = found else {
            return if odd { Close::Literal } else { Close::Never };
        };
        let quote = at + found;
        if bytes.get(quote) != Some(&b'"') {
            return Close::Literal;
        }
        let tail = bytes.get(quote + 1..).unwrap_or(&[]);
        if quote > from && bytes.get(quote - 1) == Some(&b'\\') && !ends_field(tail, delimiter) {
            doubled = true;
            at = quote + 1;
            continue;
        }
        if ends_field(tail, delimiter) {
            return Close::At {
                end: quote,
                doubled,
            };
        }
        // `"Firm "Name"",`: quotes that are not doubled, up to the end of the field.
        if odd && tail.first() == Some(&b'"') && ends_field(tail.get(1..).unwrap_or(&[]), delimiter)
        {
            return Close::At {
                end: quote + 1,
                doubled,
            };
        }
        if tail.first() == Some(&b'"') {
            doubled = true;
            at = quote + 2;
            continue;
        }
        let crossed = memchr2(b'\n', b'\r', bytes.get(from..quote).unwrap_or(&[])).is_some();
        if crossed {
            return Close::Literal;
        }
        odd = true;
        at = quote + 1;
    }
}

/// Whether what follows a quote is the end of its field.
fn ends_field(tail: &[u8], delimiter: u8) -> bool {
    let blank = tail.iter().take_while(|b| **b == b' ').count();
    tail.get(blank)
        .is_none_or(|next| matches!(next, b'\n' | b'\r') || *next == delimiter)
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or(&[]);
    at + memchr2(b'\n', b'\r', rest).unwrap_or(rest.len())
}

fn after_break(bytes: &[u8], end: usize) -> usize {
    match (bytes.get(end), bytes.get(end + 1)) {
        (Some(b'\r'), Some(b'\n')) => end + 2,
        (Some(_), _) => end + 1,
        (None, _) => bytes.len(),
    }
}

/// Line breaks, `\r\n` counted once.
fn breaks(bytes: &[u8]) -> u32 {
    let feeds = memchr_iter(b'\n', bytes).count();
    let lone = memchr_iter(b'\r', bytes)
        .filter(|at| bytes.get(at + 1) != Some(&b'\n'))
        .count();
    u32::try_from(feeds + lone).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let records = Records::cut(text, delimiter, usize::MAX);
        let mut fields = Vec::new();
        (0..records.len())
            .map(|record| {
                records.fields(record, &mut fields);
                fields
                    .iter()
                    .map(|field| field.value(text).into_owned())
                    .collect()
            })
            .collect()
    }

    #[test]
    fn quoted_fields_hold_delimiters_doubled_quotes_and_line_breaks() {
        assert_eq!(
            rows("a;\"b;\"\"c\"\"\nd\";e\r\nf", b';'),
            [vec!["a", "b;\"c\"\nd", "e"], vec!["f"]]
        );
    }

    #[test]
    fn a_quote_that_ends_before_the_field_does_is_meant_literally() {
        assert_eq!(
            rows("x;\"QUOTED\" Name.;1\n\"a \"b\" c\";2\n\"a \"b\"\";3", b';'),
            [
                vec!["x", "\"QUOTED\" Name.", "1"],
                vec!["a \"b\" c", "2"],
                vec!["a \"b\"", "3"]
            ]
        );
    }

    #[test]
    fn a_quote_behind_a_backslash_is_a_sign_of_the_text() {
        assert_eq!(
            rows("a,\"Q \\\"C\\\"\",b\n\"C:\\\",d\n", b','),
            [vec!["a", "Q \"C\"", "b"], vec!["C:\\", "d"]]
        );
    }

    #[test]
    fn a_quote_that_never_closes_costs_its_own_field_only() {
        let text = "d,l\n1,\"open,2\n3,b\n4,\"c\"\n";
        let records = Records::cut(text, b',', usize::MAX);
        assert_eq!(records.len(), 4);
        let text = "d,l\n1,\"open,2\n3,b\n";
        let records = Records::cut(text, b',', usize::MAX);
        assert_eq!(records.unclosed, [2]);
        assert_eq!(records.len(), 3);
    }

    #[test]
    fn a_spreadsheet_text_formula_is_its_text() {
        assert_eq!(rows("=\"0012\";\"=\"\"07\"\"\"", b';'), [["0012", "07"]]);
    }

    #[test]
    fn lines_are_counted_through_quoted_breaks_and_old_mac_breaks() {
        let records = Records::cut("a\r\"b\nc\"\r\nd", b',', usize::MAX);
        let lines: Vec<u32> = records.starts.iter().map(|r| r.line).collect();
        assert_eq!(lines, [1, 2, 4]);
    }
}
