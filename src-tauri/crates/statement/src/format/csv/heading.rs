//! Headers and what they name, by the ordered tables of [`super::words`] and [`super::amount_words`], one per kind of content.
//!
//! A header is folded to ASCII words in lower case. A rule applies when all its needles stand in it; a needle with a space
//! at an end stands for a whole word there, one that begins with `=` for the whole header. The first rule that applies wins.
//! The content of the column chooses the table, so that `valuta` is a date in German and a currency in Dutch.

use domain::Currency;

use super::amount_words::MONEY;
use super::number::currency_of;
use super::role::Role;
use super::words::{ASIDE, BOOKED, CURRENCIES, DATES, FOREIGN, Rule, WORDS};

/// A header as the rules see it: ASCII words in lower case with a space on either side.
pub(in crate::format) fn heading_key(header: &str) -> String {
    let folded = text::fold(header);
    let mut key = String::with_capacity(folded.len() + 2);
    key.push(' ');
    for c in folded.chars() {
        if c.is_alphanumeric() || c == '#' || c == char::REPLACEMENT_CHARACTER {
            key.push(c);
        } else if !key.ends_with(' ') {
            key.push(' ');
        }
    }
    if !key.ends_with(' ') {
        key.push(' ');
    }
    key
}

fn by_rules(rules: &[Rule], key: &str) -> Option<Role> {
    rules
        .iter()
        .find(|(needles, _)| needles.iter().all(|needle| stands_in(needle, key)))
        .map(|(_, role)| *role)
}

fn stands_in(needle: &str, key: &str) -> bool {
    match needle.strip_prefix('=') {
        Some(whole) => key.trim() == whole,
        None if key.contains(char::REPLACEMENT_CHARACTER) => stands_damaged_in(needle, key),
        None => key.contains(needle),
    }
}

/// Whether a needle stands in a header some of whose letters were lost when the file was saved in another encoding: each
/// `U+FFFD` may be any one letter.
fn stands_damaged_in(needle: &str, key: &str) -> bool {
    let fits = |found: char, wanted: char| {
        found == wanted || found == char::REPLACEMENT_CHARACTER && wanted.is_alphabetic()
    };
    let mut rest = key.chars();
    loop {
        let mut found = rest.clone();
        if needle
            .chars()
            .all(|wanted| found.next().is_some_and(|found| fits(found, wanted)))
        {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}

/// What a header says of a column of dates.
pub(in crate::format) fn date_role(key: &str) -> Option<Role> {
    by_rules(DATES, key)
}

/// How exactly a header names the day of booking; less is more exact, `None` is a name that other days have too.
pub(super) fn booked_rank(key: &str) -> Option<usize> {
    BOOKED.iter().position(|name| key.trim() == *name)
}

/// Whether a header names a date of the document rather than of its rows.
pub(super) fn is_aside(key: &str) -> bool {
    ASIDE.iter().any(|needle| stands_in(needle, key))
}

/// What a header says of a column of numbers.
pub(in crate::format) fn money_role(key: &str) -> Option<Role> {
    // `Cheque no`, `Posten Nr`: what counts rows or names them is never money.
    if key.ends_with(" no ") || key.ends_with(" nr ") {
        return Some(Role::Other);
    }
    by_rules(MONEY, key)
}

/// What a header says of a column of currency codes.
pub(super) fn currency_role(key: &str) -> Role {
    by_rules(CURRENCIES, key).unwrap_or(Role::Currency)
}

/// What a header says of any other column.
pub(super) fn word_role(key: &str) -> Role {
    by_rules(WORDS, key).unwrap_or(Role::Text)
}

/// Whether a header's words are of a language that never writes the month first.
pub(super) fn is_foreign(key: &str) -> bool {
    key.split(' ').any(|word| {
        FOREIGN.contains(&word)
            || FOREIGN
                .iter()
                .any(|known| known.len() >= 6 && word.len() > known.len() && word.contains(known))
    })
}

/// The currency that a header states: `Amount (GBP)`, `Umsatz in EUR`, `Saldo CHF`.
pub(super) fn heading_currency(header: &str) -> Option<Currency> {
    header
        .split(|c: char| c.is_whitespace() || "()[]/_:;-$".contains(c))
        .filter(|word| !word.is_empty())
        .filter(|word| {
            word.chars().all(|c| c.is_ascii_uppercase())
                || matches!(*word, "€" | "£" | "zł" | "EUROS" | "euros" | "Euros")
        })
        .find_map(currency_of)
}

/// How strongly a row of cells reads as a header: columns that it names, of which dates and money.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Naming {
    /// Cells that name a date.
    pub(super) dates: usize,
    /// Cells that name an amount, a side or a balance.
    pub(super) money: usize,
    /// Of these, cells that name no balance.
    pub(super) moved: usize,
    /// Cells that name anything else known.
    pub(super) others: usize,
}

/// Reads a row of cells as a header.
pub(super) fn naming<'a>(cells: impl Iterator<Item = &'a str>) -> Naming {
    let mut naming = Naming::default();
    for cell in cells {
        if cell.is_empty() || cell.len() > 60 {
            continue;
        }
        let key = heading_key(cell);
        if key.split(' ').count() > 9 {
            continue;
        }
        let role = money_role(&key);
        let moved = matches!(role, Some(Role::Amount | Role::Debit | Role::Credit));
        let money = moved || role == Some(Role::Balance);
        let date = matches!(
            date_role(&key),
            Some(Role::BookingDate | Role::ValueDate | Role::TransactionDate)
        );
        // `Valor`, `Value`: a date unless nothing else is one; counted as both.
        naming.money += usize::from(money);
        naming.moved += usize::from(moved);
        naming.dates += usize::from(date);
        naming.others += usize::from(!money && !date && word_role(&key) != Role::Text);
    }
    naming
}

impl Naming {
    /// Whether the row names what a statement needs.
    pub(super) fn is_header(self, cells: usize) -> bool {
        cells >= 2 && self.dates >= 1 && self.money >= 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_many_languages_name_their_dates() {
        for (header, role) in [
            ("Buchungstag", Role::BookingDate),
            ("Wertstellung (Valuta)", Role::ValueDate),
            ("Date de l'opération", Role::TransactionDate),
            ("Date de valeur", Role::ValueDate),
            ("Fecha valor", Role::ValueDate),
            ("Fecha", Role::BookingDate),
            ("Data operazione", Role::TransactionDate),
            ("Rentedatum", Role::ValueDate),
            ("Boekdatum", Role::BookingDate),
            ("#Data operacji", Role::TransactionDate),
            ("Értéknap", Role::ValueDate),
            ("Posted Date", Role::BookingDate),
            ("Completed Date", Role::BookingDate),
            ("Trans. Date", Role::TransactionDate),
        ] {
            assert_eq!(date_role(&heading_key(header)), Some(role), "{header}");
        }
    }

    #[test]
    fn headers_of_many_languages_name_their_amounts() {
        for (header, role) in [
            ("Débit", Role::Debit),
            ("Crédit", Role::Credit),
            ("Paid out", Role::Debit),
            ("Money In", Role::Credit),
            ("Umsatz in EUR", Role::Amount),
            ("Saldo nach Buchung", Role::Balance),
            ("Beginsaldo", Role::BalanceBefore),
            ("Withdrawals (SGD)", Role::Debit),
            ("Kwota", Role::Amount),
            ("Tranzakció összege", Role::Amount),
            ("Original Amount", Role::OriginalAmount),
            ("Exchange Rate", Role::Rate),
            ("Belastung", Role::Debit),
            ("Einzelbetrag", Role::PartAmount),
            ("Amount (Payment currency)", Role::Amount),
            ("Expense split #", Role::Other),
            ("Debit entry no.", Role::Other),
            ("Auszahlung Nr.", Role::Other),
            ("Addebiti in valuta", Role::OriginalAmount),
        ] {
            assert_eq!(money_role(&heading_key(header)), Some(role), "{header}");
        }
    }

    #[test]
    fn a_lost_letter_of_a_header_may_be_any_one_letter() {
        for (header, role) in [
            ("D\u{FFFD}bit", Some(Role::Debit)),
            ("Cr\u{FFFD}dit", Some(Role::Credit)),
            ("D\u{FFFD}bit/Cr\u{FFFD}dit", Some(Role::Amount)),
            ("N\u{FFFD} 3", None),
        ] {
            assert_eq!(money_role(&heading_key(header)), role, "{header}");
        }
        assert_eq!(
            date_role(&heading_key("Date d'op\u{FFFD}ration")),
            Some(Role::TransactionDate)
        );
        assert_eq!(
            word_role(&heading_key("Empf\u{FFFD}nger")),
            Role::Counterparty
        );
    }

    #[test]
    fn other_columns_are_named_too() {
        for (header, role) in [
            ("Af Bij", Role::Indicator),
            ("CreditDebet", Role::Indicator),
            ("Tegenrekening", Role::CounterpartyAccount),
            ("Tegenrekeninghouder", Role::Counterparty),
            ("Name Zahlungsbeteiligter", Role::Counterparty),
            ("IBAN Zahlungsbeteiligter", Role::CounterpartyAccount),
            ("IBAN Auftragskonto", Role::Account),
            ("Transaktions-Nr.", Role::Reference),
            ("Operation Number", Role::Reference),
            ("REF #", Role::Reference),
            ("Verwendungszweck", Role::Text),
            ("State", Role::Status),
        ] {
            assert_eq!(word_role(&heading_key(header)), role, "{header}");
        }
    }

    #[test]
    fn a_header_may_state_the_currency_of_its_amounts() {
        let code = |header| heading_currency(header).map(|c| c.code().to_owned());
        assert_eq!(code("Amount (GBP)").as_deref(), Some("GBP"));
        assert_eq!(code("Umsatz in EUR").as_deref(), Some("EUR"));
        assert_eq!(code("Amount"), None);
    }

    #[test]
    fn english_headers_leave_the_order_of_dates_open() {
        assert!(!is_foreign(&heading_key("Date Processed")));
        assert!(is_foreign(&heading_key("Date de l'opération (valeur)")));
        assert!(is_foreign(&heading_key("Buchungsdatum")));
    }
}
