//! Which sign parts the fields.

use super::heading::naming;
use super::section::{is_data, may_be_header};
use super::split::Records;

/// Signs that part fields, in the order of preference.
const DELIMITERS: [u8; 6] = [b';', b',', b'\t', b'|', b'~', b'^'];

/// The sign that an answer names.
pub(super) fn from_word(word: &str) -> Option<u8> {
    let sign = match word {
        "tab" => b'\t',
        word => *word.as_bytes().first().filter(|_| word.len() == 1)?,
    };
    DELIMITERS.contains(&sign).then_some(sign)
}

/// What an answer calls a sign.
pub(super) fn word(sign: u8) -> String {
    match sign {
        b'\t' => "tab".to_owned(),
        sign => char::from(sign).to_string(),
    }
}

/// Whether an answer may name this sign.
pub(crate) fn is_delimiter(word: &str) -> bool {
    from_word(word).is_some()
}

/// How much of a document is looked at.
const LOOKED_AT: usize = 128 * 1024;
const RECORDS: usize = 400;

/// A delimiter and what speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The sign.
    pub(super) delimiter: u8,
    /// Whether the document says so itself (`sep=;`).
    pub(super) told: bool,
    /// Records that hold a day and an amount.
    pub(super) data: usize,
    /// Whether a record names the columns of a statement.
    pub(super) named: bool,
    /// The most usual number of fields.
    pub(super) width: usize,
}

/// `sep=;` on the first line: what spreadsheets write to say how to read a file.
pub(super) fn told(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim().trim_matches('"');
    let sign = line.strip_prefix("sep=").or(line.strip_prefix("SEP="))?;
    match sign.as_bytes() {
        [sign] => Some(*sign),
        [] => Some(b'\t'),
        _ => None,
    }
}

/// Cuts the head of the document with every sign and keeps the one under which most records are rows of a statement.
pub(super) fn find(text: &str) -> Option<Found> {
    let head = head_of(text);
    if let Some(sign) = told(text) {
        return Some(Found {
            told: true,
            ..measure(head, sign)
        });
    }
    DELIMITERS
        .iter()
        .map(|sign| measure(head, *sign))
        .filter(|found| found.width >= 2)
        .reduce(|best, next| {
            let rank = |found: &Found| (found.data, found.named, found.width);
            // More rows, then a header, then more columns; the earlier sign on a tie.
            if rank(&next) > rank(&best) {
                next
            } else {
                best
            }
        })
}

/// The same with the sign that was said.
pub(super) fn with(text: &str, sign: u8) -> Found {
    measure(head_of(text), sign)
}

fn head_of(text: &str) -> &str {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or(text);
    match head.rfind('\n') {
        Some(at) if end < text.len() => head.get(..at).unwrap_or(head),
        _ => head,
    }
}

fn measure(head: &str, delimiter: u8) -> Found {
    let records = Records::cut(head, delimiter, RECORDS);
    let mut fields = Vec::new();
    let (mut data, mut named) = (0, false);
    let mut widths: Vec<(usize, usize)> = Vec::new();
    for record in 0..records.len() {
        records.fields(record, &mut fields);
        let filled = fields
            .iter()
            .filter(|field| !field.raw(head).is_empty())
            .count();
        if filled == 0 {
            continue;
        }
        match widths.iter_mut().find(|(width, _)| *width == fields.len()) {
            Some((_, count)) => *count += 1,
            None => widths.push((fields.len(), 1)),
        }
        if is_data(head, &fields) {
            data += 1;
            continue;
        }
        let (start, end) = records.span(record);
        let line = head.as_bytes().get(start..end).unwrap_or(&[]);
        if !named && filled <= 200 && may_be_header(line) {
            named = naming(fields.iter().map(|field| field.raw(head))).is_header(filled);
        }
    }
    let width = widths
        .iter()
        .max_by_key(|(width, count)| (*count * usize::from(*width > 1), *width))
        .map_or(0, |(width, _)| *width);
    Found {
        delimiter,
        told: false,
        data,
        named,
        width,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(text: &str) -> Option<char> {
        find(text).map(|found| char::from(found.delimiter))
    }

    #[test]
    fn the_sign_under_which_rows_read_as_rows_wins() {
        assert_eq!(
            sign("Date;Montant\n01/02/2026;-1,50\n02/02/2026;2,00\n"),
            Some(';')
        );
        assert_eq!(sign("Date,Amount\n2026-01-02,\"1,000.50\"\n"), Some(','));
        assert_eq!(sign("a|20260102|b|-1.50\nc|20260103|d|2.00\n"), Some('|'));
        assert_eq!(sign("2026-01-02\t-1,50\tx, y; z\n"), Some('\t'));
    }

    #[test]
    fn a_document_may_say_its_sign() {
        assert_eq!(sign("sep=;\nDate;Amount\n2026-01-31;1,5\n"), Some(';'));
    }

    #[test]
    fn a_text_without_fields_has_none() {
        assert_eq!(sign("just words\nand more\n"), None);
    }
}
