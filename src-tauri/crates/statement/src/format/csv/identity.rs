//! What names an account in a line around a table: a number, a masked number, a name; never a day, a time or a title's words.

use super::date::{DateOrder, date_cell};
use super::label::is_summary;

/// Digits that a number of an account has at least; a masked one shows as many.
const FEWEST_DIGITS: usize = 3;

/// Label and value around the first colon that parts no time of day (`16:00:10`).
pub(super) fn labelled(cell: &str) -> Option<(&str, &str)> {
    let digit = |found: Option<&u8>| found.is_some_and(u8::is_ascii_digit);
    let bytes = cell.as_bytes();
    cell.match_indices(':')
        .map(|(at, _)| at)
        .find(|at| {
            let before = at.checked_sub(1).and_then(|before| bytes.get(before));
            !(digit(before) && digit(bytes.get(at + 1)) && digit(bytes.get(at + 2)))
        })
        .and_then(|at| Some((cell.get(..at)?, cell.get(at + 1..)?)))
}

/// Whether the value of an account's label is a number: some digits, neither a day nor a time nor a label with a value of its own.
pub(super) fn is_account_number(value: &str) -> bool {
    let value = value.trim();
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    digits >= FEWEST_DIGITS && !value.contains([',', ':']) && !holds_day(value)
}

/// Whether the value of an account's label may be its name: words, neither a day nor a time nor a mask over all of a number.
pub(super) fn is_account_name(value: &str) -> bool {
    let words = value.chars().any(|c| c.is_alphabetic() && !is_mask(c));
    words && !holds_day(value) && labelled(value).is_none() && !value.contains(':')
}

/// Whether a word is a day that is written with signs between its parts; eight digits alone may be a number.
fn holds_day(value: &str) -> bool {
    let exists = |word: &str| {
        date_cell(word).is_some_and(|date| {
            DateOrder::ALL
                .iter()
                .any(|order| date.day(*order).is_some())
        })
    };
    let is_day = |word: &str| word.contains(['/', '-', '.']) && exists(word);
    is_day(value) || value.split_whitespace().any(is_day)
}

fn is_mask(c: char) -> bool {
    matches!(c, 'x' | 'X' | '*' | '•' | '●' | '.' | '…')
}

/// A number of which only the last digits are shown: `****6388`, `XXXX-1234`, `XXXX XXXX XXXX 4321`.
pub(super) fn masked_number(text: &str) -> Option<&str> {
    let joins = |c: char| c == '-' || c == ' ';
    let mut end = text.len();
    while let Some(last) = text.get(..end)?.rfind(|c: char| c.is_ascii_digit()) {
        let shown = text
            .get(..=last)?
            .trim_end_matches(|c: char| c.is_ascii_digit());
        let before = shown.trim_end_matches(joins);
        let covered = before.trim_end_matches(|c: char| is_mask(c) || joins(c));
        let cover = text.get(covered.len()..before.len())?;
        let start = covered.len() + (cover.len() - cover.trim_start_matches(joins).len());
        let masks = cover.chars().filter(|c| is_mask(*c)).count();
        // Points alone are how a sentence breaks off, and `xx` may end a word.
        let apart =
            covered.is_empty() || cover.starts_with(joins) || !cover.starts_with(['x', 'X']);
        let digits = last + 1 - shown.len();
        let ends = text
            .get(last + 1..)?
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric());
        if masks >= 2 && apart && ends && (FEWEST_DIGITS..=6).contains(&digits) {
            return text.get(start..=last);
        }
        end = shown.len();
    }
    None
}

/// `Umsätze Girokonto`, `Umsätze Visa-Karte (Kreditkarte)`, `Transactions for account Savings as of 12/23/2020`: the title of a
/// table names its account, and with it the masked number that stands behind the name. What only says what the table is (`Transactions list`, `Buchungen suchen`) begins with a small letter.
pub(super) fn title_name(title: &str) -> Option<(&str, Option<&str>)> {
    const WORDS: [&str; 7] = [
        "Umsätze ",
        "Ums\u{FFFD}tze ",
        "Transactions ",
        "Buchungen ",
        "Mouvements ",
        "Movimientos ",
        "Movimenti ",
    ];
    let rest = WORDS.iter().find_map(|word| title.strip_prefix(word))?;
    let rest = rest.split(" as of ").next().unwrap_or(rest).trim();
    let rest = rest.strip_prefix("for ").unwrap_or(rest);
    let rest = rest.strip_prefix("account ").unwrap_or(rest);
    let name = rest.split('(').next().unwrap_or(rest);
    let number = masked_number(name);
    let name = number
        .and_then(|number| name.split(number).next())
        .unwrap_or(name);
    let name = name.trim();
    let begins = name.chars().next().is_some_and(|c| !c.is_lowercase());
    (begins && !is_summary(name) && is_account_name(name)).then_some((name, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_parts_no_label_from_its_value() {
        assert_eq!(
            labelled("Account No. : 12345"),
            Some(("Account No. ", " 12345"))
        );
        assert_eq!(
            labelled("Transactions for account Rainy Day as of 03/04/2026 16:00:10 ET"),
            None
        );
    }

    #[test]
    fn days_times_and_words_are_no_number_of_an_account() {
        for number in [
            "0123456",
            "DE02",
            "20250101",
            "110123-4567",
            "1467-22-21",
            "12 345.678",
        ] {
            assert_eq!(is_account_number(number), number != "DE02", "{number}");
        }
        for other in [
            "2026-01-01",
            "Solde au 12/08/2026",
            "00:10 ET",
            "list",
            "Zeitraum: 01.09.2026",
        ] {
            assert!(!is_account_number(other), "{other}");
            assert!(other == "list" || !is_account_name(other), "{other}");
        }
        assert!(!is_account_name("XXXX XXXXX XXXX"));
    }

    #[test]
    fn a_masked_number_is_found_where_its_last_digits_are_shown() {
        for (text, number) in [
            ("Compte de chèques ****6388", Some("****6388")),
            (
                "Transactions for account Rainy XXXX-1234 as of 03/04/2026 16:00:10",
                Some("XXXX-1234"),
            ),
            ("XXXX XXXX XXXX 4321 Visa", Some("XXXX XXXX XXXX 4321")),
            ("Savings ...123", Some("...123")),
            ("General ...*** as of 05/03/2026", None),
            ("Compte 12345678901", None),
            ("Taxx 2026", None),
        ] {
            assert_eq!(masked_number(text), number, "{text}");
        }
    }

    #[test]
    fn a_title_names_an_account_or_only_the_table() {
        for (title, name) in [
            ("Umsätze Girokonto", Some("Girokonto")),
            ("Umsätze Visa-Karte (Kreditkarte)", Some("Visa-Karte")),
            (
                "Transactions  for account Rainy Day XXXX-1234 as of 03/04/2026",
                Some("Rainy Day"),
            ),
            ("Transactions list", None),
            ("Buchungen suchen", None),
            ("Transactions Total", None),
        ] {
            assert_eq!(title_name(title).map(|(name, _)| name), name, "{title}");
        }
    }
}
