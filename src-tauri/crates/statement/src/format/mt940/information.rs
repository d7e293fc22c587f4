//! `:86:`: information to the account owner, in the forms that banks give it.
//!
//! Structured: `166?00…?20…?30…?32…` (Deutsche Kreditwirtschaft, Anlage 3 section 8.2.3; other banks use `>`, `~`, `^`,
//! `<` for `?`), with `EREF+`, `SVWZ+` … inside. SWIFT words: `/NAME/…/REMI/…` (MT940 of Dutch and Belgian banks). Free
//! text, wrapped at 65 characters.

use std::borrow::Cow;
use std::ops::Range;

use super::value::is_iban;
use crate::{Entry, TextField};

/// Signs that open a subfield.
const DELIMITERS: &[u8] = b"?><~^*|";

/// Characters in a line of free text, and in a subfield: a full one is cut where it ends, perhaps inside a word.
const LINE: usize = 65;
const SUBFIELD: usize = 27;

/// Words of SEPA payments inside structured remittance information.
const SEPA: &[&str] = &[
    "EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA", "ABWE", "IBAN", "BIC",
    "PURP", "MDAT",
];

/// Words between slashes.
const WORDS: &[&str] = &[
    "TRTP", "IBAN", "BBAN", "BIC", "NAME", "REMI", "EREF", "MARF", "CSID", "ORDP", "BENM", "ADDR",
    "ISDT", "PREF", "KREF", "CNTP", "INIT", "ACCW", "RTRN", "ULTD", "ULTC", "ULTB", "PURP", "CREF",
    "MREF", "SVCL", "TRCD", "SVWZ", "CHGS", "EXCH", "OCMT", "PRIN",
];

/// What surrounds words of the document.
type Words<'t> = Vec<(&'static str, Range<usize>, &'t str)>;

/// Adds one `:86:` to its entry.
pub(super) fn read<'a>(value: &'a str, entry: &mut Entry<'a>) {
    let first = value
        .split(['\n', '\r'])
        .find(|line| !line.trim().is_empty());
    let Some(first) = first.map(str::trim) else {
        return;
    };
    if opening(first).is_some() {
        entry.printed = Some(Cow::Borrowed(value.trim()));
        structured(joined(value, 0), entry);
    } else if first.starts_with('/') && words(first).first().is_some_and(|(_, at, _)| at.start == 0)
    {
        entry.printed = Some(Cow::Borrowed(value.trim()));
        worded(joined(value, LINE - 5), entry);
    } else {
        sepa(joined(value, LINE), ":86:", entry);
    }
}

/// The lines of a value as one text. A line of `full` characters goes on in the next; a shorter one ends a word.
fn joined(value: &str, full: usize) -> Cow<'_, str> {
    let value = value.trim();
    if !value.contains(['\n', '\r']) {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len());
    let mut goes_on = true;
    for line in value.split(['\n', '\r']) {
        let text = line.trim_end_matches(|c: char| c.is_control());
        if text.trim().is_empty() {
            continue;
        }
        if !goes_on && !out.ends_with(' ') {
            out.push(' ');
        }
        // Lines padded with blanks end before them.
        let trimmed = text.trim_end();
        out.push_str(trimmed);
        goes_on = if trimmed.len() == text.len() {
            text.chars().count() >= full
        } else {
            full == 0
        };
    }
    Cow::Owned(out)
}

/// A part of a text, borrowed from the document where the text is.
fn part<'a>(text: &Cow<'a, str>, at: Range<usize>) -> Cow<'a, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(at).unwrap_or("").trim()),
        Cow::Owned(text) => Cow::Owned(text.get(at).unwrap_or("").trim().to_owned()),
    }
}

fn push<'a>(entry: &mut Entry<'a>, label: &'static str, text: Cow<'a, str>) {
    if !text.is_empty() {
        entry.texts.push(TextField {
            label: Cow::Borrowed(label),
            text,
        });
    }
}

fn is_none(text: &str) -> bool {
    text.is_empty()
        || text.eq_ignore_ascii_case("NOTPROVIDED")
        || text.eq_ignore_ascii_case("NONREF")
}

/// The business transaction code before the first subfield, and the sign that opens subfields.
fn opening(text: &str) -> Option<(&str, u8)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (code, rest) = text
        .split_at_checked(digits)
        .filter(|_| matches!(digits, 0 | 3))?;
    match rest.as_bytes() {
        [sign, a, b, ..]
            if DELIMITERS.contains(sign) && a.is_ascii_digit() && b.is_ascii_digit() =>
        {
            Some((code, *sign))
        }
        _ => None,
    }
}

/// Reads subfields.
fn structured<'a>(text: Cow<'a, str>, entry: &mut Entry<'a>) {
    let Some((code, sign)) = opening(&text) else {
        return;
    };
    if !code.is_empty() {
        let gvc = part(&text, 0..code.len());
        entry.code = Some(match entry.code.take() {
            Some(kind) => Cow::Owned(format!("{kind} {gvc}")),
            None => gvc,
        });
    }
    let mut remittance: Vec<Cow<'a, str>> = Vec::new();
    let mut name: Vec<Cow<'a, str>> = Vec::new();
    let mut late: Vec<TextField<'a>> = Vec::new();
    for (number, at) in subfields(&text, sign) {
        let raw = text.get(at.clone()).unwrap_or("");
        if raw.trim().is_empty() {
            continue;
        }
        match number {
            20..=29 | 60..=63 => remittance.push(piece(&text, at)),
            32 | 33 => name.push(piece(&text, at)),
            31 | 38 => {
                let account = part(&text, at);
                if entry
                    .counterparty_account
                    .as_deref()
                    .is_none_or(|known| !is_iban(known))
                {
                    entry.counterparty_account = Some(account);
                }
            }
            // Bank code, batch number and a text key that says nothing more.
            10 | 30 => {}
            34 if raw.trim() == "000" => {}
            _ => late.push(TextField {
                label: label(number),
                text: part(&text, at),
            }),
        }
    }
    if let Some(name) = assembled(name) {
        push(entry, "?32", name.clone());
        entry.counterparty = Some(name);
    }
    if let Some(remittance) = assembled(remittance) {
        sepa(remittance, "?20", entry);
    }
    entry.texts.extend(late);
}

fn label(number: u32) -> Cow<'static, str> {
    match number {
        0 => Cow::Borrowed("?00"),
        34 => Cow::Borrowed("?34"),
        _ => Cow::Owned(format!("?{number:02}")),
    }
}

/// Subfields by number, with the bytes of their texts.
fn subfields(text: &str, sign: u8) -> Vec<(u32, Range<usize>)> {
    let bytes = text.as_bytes();
    let mut found: Vec<(u32, Range<usize>)> = Vec::new();
    for at in memchr::memchr_iter(sign, bytes) {
        let Some([tens @ b'0'..=b'9', ones @ b'0'..=b'9']) = bytes.get(at + 1..at + 3) else {
            continue;
        };
        if let Some((_, last)) = found.last_mut() {
            last.end = at;
        }
        let number = u32::from(tens - b'0') * 10 + u32::from(ones - b'0');
        found.push((number, at + 3..bytes.len()));
    }
    found
}

/// A subfield with the blanks at its ends, which may be those between words.
fn piece<'a>(text: &Cow<'a, str>, at: Range<usize>) -> Cow<'a, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(at).unwrap_or("")),
        Cow::Owned(text) => Cow::Owned(text.get(at).unwrap_or("").to_owned()),
    }
}

/// Subfields as one text: a full one goes on in the next.
fn assembled<'a>(pieces: Vec<Cow<'a, str>>) -> Option<Cow<'a, str>> {
    let mut pieces = pieces.into_iter();
    let first = pieces.next()?;
    let Some(second) = pieces.next() else {
        let trimmed = match first {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        return Some(trimmed);
    };
    let mut out = first.into_owned();
    let mut full = out.chars().count() >= SUBFIELD;
    for piece in std::iter::once(second).chain(pieces) {
        if !full && !out.ends_with(' ') && !piece.starts_with(' ') {
            out.push(' ');
        }
        full = piece.chars().count() >= SUBFIELD;
        out.push_str(&piece);
    }
    Some(Cow::Owned(out.trim().to_owned()))
}

/// Reads `EREF+…SVWZ+…`; text without such words is added under `label`.
fn sepa<'a>(text: Cow<'a, str>, label: &'static str, entry: &mut Entry<'a>) {
    let found: Vec<(&'static str, usize)> = memchr::memchr_iter(b'+', text.as_bytes())
        .filter_map(|plus| {
            let before = text.get(..plus)?;
            let word = SEPA.iter().find(|word| before.ends_with(**word))?;
            Some((*word, plus - word.len()))
        })
        .collect();
    if found.is_empty() {
        push(entry, label, text);
        return;
    }
    let lead = found.first().map_or(0, |(_, at)| *at);
    push(entry, label, part(&text, 0..lead));
    for (number, (word, at)) in found.iter().enumerate() {
        let until = found.get(number + 1).map_or(text.len(), |(_, next)| *next);
        let value = part(&text, at + word.len() + 1..until);
        match *word {
            _ if value.is_empty() => {}
            "EREF" | "MREF" | "KREF" if is_none(&value) => {}
            "EREF" => entry.end_to_end_id = Some(value),
            "MREF" => entry.mandate_id = Some(value),
            "KREF" | "CRED" | "DEBT" => entry.references.push(value),
            "BIC" => {}
            "IBAN" if entry.counterparty_account.is_none() => {
                entry.counterparty_account = Some(value)
            }
            word => push(entry, word, value),
        }
    }
}

/// Words between slashes: each with the bytes from its slash to its value, and the value.
fn words(text: &str) -> Words<'_> {
    let mut slashes = memchr::memchr_iter(b'/', text.as_bytes()).peekable();
    let mut found: Vec<(&'static str, usize)> = Vec::new();
    while let Some(slash) = slashes.next() {
        let between = slashes.peek().and_then(|next| text.get(slash + 1..*next));
        let word = between.and_then(|between| WORDS.iter().find(|word| **word == between));
        found.extend(word.map(|word| (*word, slash + 1)));
    }
    let mut out = Vec::with_capacity(found.len());
    for (number, (word, at)) in found.iter().enumerate() {
        let until = found
            .get(number + 1)
            .map_or(text.len(), |(_, next)| next - 1);
        let from = (at + word.len() + 1).min(until);
        out.push((*word, at - 1..from, text.get(from..until).unwrap_or("")));
    }
    out
}

/// Reads SWIFT words.
fn worded<'a>(text: Cow<'a, str>, entry: &mut Entry<'a>) {
    for (word, at, value) in words(&text) {
        let lead = value.len() - value.trim_start_matches(['/', ' ']).len();
        let value = value.trim_matches(['/', ' ']);
        let from = at.end + lead;
        let whole = part(&text, from..from + value.len());
        match word {
            _ if whole.is_empty() => {}
            "EREF" | "PREF" | "MARF" | "MREF" | "KREF" if is_none(&whole) => {}
            "NAME" => {
                push(entry, "NAME", whole.clone());
                entry.counterparty.get_or_insert(whole);
            }
            "IBAN" | "BBAN" | "ACCW" if entry.counterparty_account.is_none() => {
                entry.counterparty_account = Some(whole);
            }
            "CNTP" => counterparty(whole, entry),
            "EREF" => entry.end_to_end_id = Some(whole),
            "MARF" | "MREF" => entry.mandate_id = Some(whole),
            "PREF" | "KREF" | "CSID" => entry.references.push(whole),
            "BIC" => {}
            "REMI" => {
                let free = whole.strip_prefix("USTD//").map(str::len);
                let cut = whole.len() - free.unwrap_or(whole.len());
                push(entry, "REMI", part(&text, from + cut..from + value.len()));
            }
            word => push(entry, word, whole),
        }
    }
}

/// `/CNTP/account/bic/name/city/`.
fn counterparty<'a>(text: Cow<'a, str>, entry: &mut Entry<'a>) {
    let mut from = 0;
    for (number, piece) in text.split('/').enumerate() {
        let field = part(&text, from..from + piece.len());
        from += piece.len() + 1;
        match number {
            _ if field.is_empty() => {}
            0 => entry.counterparty_account = Some(field),
            1 => {}
            2 => {
                push(entry, "NAME", field.clone());
                entry.counterparty = Some(field);
            }
            _ => push(entry, "CNTP", field),
        }
    }
}

/// Adds `:NS:` behind a statement line: numbered lines, 15 and 16 the name.
pub(super) fn numbered<'a>(value: &'a str, entry: &mut Entry<'a>) {
    let mut name: Vec<Cow<'a, str>> = Vec::new();
    let lines = value
        .split(['\n', '\r'])
        .filter(|line| !line.trim().is_empty());
    for line in lines {
        let number = line
            .get(..2)
            .filter(|number| number.bytes().all(|b| b.is_ascii_digit()));
        let text = number.and_then(|_| line.get(2..)).unwrap_or(line);
        if matches!(number, Some("15" | "16")) {
            name.push(Cow::Borrowed(text));
        } else {
            push(entry, ":NS:", Cow::Borrowed(text.trim()));
        }
    }
    if let Some(name) = assembled(name).filter(|name| !name.is_empty()) {
        push(entry, ":NS:", name.clone());
        entry.counterparty.get_or_insert(name);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read_of(value: &str) -> Entry<'_> {
        let mut entry = Entry::default();
        read(value, &mut entry);
        entry
    }

    fn texts(entry: &Entry<'_>) -> Vec<String> {
        let texts = entry.texts.iter();
        texts
            .map(|field| format!("{}={}", field.label, field.text))
            .collect()
    }

    #[test]
    fn subfields_are_read_whatever_sign_opens_them_and_wherever_lines_break() {
        for sign in ["?", ">", "~", "^"] {
            let value = format!(
                "166{sign}00GUTSCHRIFT{sign}10931{sign}20EREF+RG-2026-09{sign}21SVWZ+Miete Septembe\nr 2026\
                 {sign}30EXEMDEFFXXX{sign}31DE02120300000000202051{sign}32Anna{sign}33Berger"
            );
            let entry = read_of(&value);
            assert_eq!(entry.code.as_deref(), Some("166"));
            assert_eq!(entry.counterparty.as_deref(), Some("Anna Berger"));
            assert_eq!(
                entry.counterparty_account.as_deref(),
                Some("DE02120300000000202051")
            );
            assert_eq!(entry.end_to_end_id.as_deref(), Some("RG-2026-09"));
            assert_eq!(
                texts(&entry),
                [
                    "?32=Anna Berger",
                    "SVWZ=Miete September 2026",
                    "?00=GUTSCHRIFT"
                ]
            );
        }
    }

    #[test]
    fn a_full_subfield_goes_on_inside_a_word() {
        let entry = read_of("105?20Beitrag fuer den Sportverei?21n Lindenhof?22Danke");
        assert_eq!(
            texts(&entry),
            ["?20=Beitrag fuer den Sportverein Lindenhof Danke"]
        );
    }

    #[test]
    fn words_between_slashes_are_read() {
        let entry = read_of(
            "/TRTP/SEPA INCASSO/CSID/NL00ZZZ1/NAME/Fietsen BV/MARF/M-1/REMI/Rit 1/2 heen/IBAN/NL91ABNA0417164300/EREF/NOTPROV\nIDED",
        );
        assert_eq!(entry.counterparty.as_deref(), Some("Fietsen BV"));
        assert_eq!(
            entry.counterparty_account.as_deref(),
            Some("NL91ABNA0417164300")
        );
        assert_eq!(entry.mandate_id.as_deref(), Some("M-1"));
        assert_eq!(
            texts(&entry),
            ["TRTP=SEPA INCASSO", "NAME=Fietsen BV", "REMI=Rit 1/2 heen"]
        );
        let entry = read_of("/CNTP/NL91ABNA0417164300/ABNANL2A/J. Vos/UTRECHT//REMI/USTD//boek/");
        assert_eq!(entry.counterparty.as_deref(), Some("J. Vos"));
        assert_eq!(texts(&entry), ["NAME=J. Vos", "CNTP=UTRECHT", "REMI=boek"]);
    }

    #[test]
    fn free_text_is_joined_where_a_line_is_full() {
        let full = "x".repeat(65);
        assert_eq!(
            texts(&read_of(&format!("{full}\ny"))),
            [format!(":86:={full}y")]
        );
        assert_eq!(
            texts(&read_of("GIRO 428\r\nKPN     \r\n     \r\nMEI")),
            [":86:=GIRO 428 KPN MEI"]
        );
        assert!(texts(&read_of(" \n ")).is_empty());
    }

    #[test]
    fn numbered_lines_name_the_other_side() {
        let mut entry = Entry::default();
        numbered("01Miete\n15Hausverwaltung\n16Sonnhalde", &mut entry);
        assert_eq!(
            entry.counterparty.as_deref(),
            Some("Hausverwaltung Sonnhalde")
        );
        assert_eq!(
            texts(&entry),
            [":NS:=Miete", ":NS:=Hausverwaltung Sonnhalde"]
        );
    }
}
