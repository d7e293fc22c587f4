//! What the lines around the rows say, in the six languages, by folded words ([`heading_key`]: a space on both sides).

use crate::format::csv::heading_key;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// The balance before the first row.
    Opening,
    /// The balance after the last row.
    Closing,
    /// A balance, its place tells of when.
    Balance,
    /// A balance carried from page to page: one of the two above where it stands at the very end, else nothing new.
    Carried,
    /// A sum of rows.
    Total,
}

const NO_BALANCE: &[&str] = &[
    "available",
    "disponib",
    "verfugbar",
    "beschikbaar",
    "average",
    "moyen",
    "medio",
    "gemiddeld",
    "durchschnitt",
    "overdraft",
    "limit",
    "minimum",
    "decouvert",
    "interest",
    "points",
    "bestedings",
    "dispositions",
];
const BALANCE: &[&str] = &["balance", "solde", "saldo", "kontostand", "guthaben"];
const OPENING: &[&str] = &[
    "opening",
    "previous",
    "beginning",
    "start",
    "initial",
    "inicial",
    "iniziale",
    "last month",
    "ancien",
    "precedent",
    "debut",
    "anterior",
    "anfang",
    " alter ",
    " alt ",
    "alten",
    "vorig",
    " oud ",
    "begin",
    "eerste",
    "brought",
];
const CLOSING: &[&str] = &[
    "closing",
    "ending",
    "end balance",
    " new ",
    "current",
    "final",
    "nouveau",
    "en fin",
    "fin de",
    "schluss",
    "neuer",
    " neu ",
    "neuen",
    "end ",
    "endsaldo",
    "eind",
    "nieuw",
    "nuevo",
    "nuovo",
    "actual",
    "attuale",
    "aktuell",
    "carried",
];
/// Whole phrases that name a balance without the word.
const PHRASES: &[(&str, Said)] = &[
    ("balance brought forward", Said::Carried),
    ("balance carried forward", Said::Carried),
    ("brought forward", Said::Carried),
    ("carried forward", Said::Carried),
    ("ubertrag", Said::Carried),
    ("uebertrag", Said::Carried),
    ("solde a reporter", Said::Carried),
    (" a reporter ", Said::Carried),
    (" report ", Said::Carried),
    ("suma y sigue", Said::Carried),
    (" riporto ", Said::Carried),
    ("transport", Said::Carried),
    ("total amount due", Said::Closing),
    ("anfangsbestand", Said::Opening),
    ("endbestand", Said::Closing),
];
const TOTAL: &[&str] = &[
    " total",
    "totaux",
    "sous total",
    "subtotal",
    " summe ",
    "zwischensumme",
    " somme ",
    " suma ",
    "totale",
    "totaal",
    "umsatze",
];

/// What a label says; `None` where it is none.
pub(super) fn said(label: &str) -> Option<Said> {
    let key = heading_key(label);
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if key.len() > 90 {
        return None;
    }
    if has(NO_BALANCE) {
        return has(TOTAL).then_some(Said::Total);
    }
    if let Some((_, said)) = PHRASES.iter().find(|(phrase, _)| key.contains(phrase)) {
        return Some(*said);
    }
    if has(BALANCE) {
        return Some(match (has(OPENING), has(CLOSING)) {
            (true, false) => Said::Opening,
            (false, true) => Said::Closing,
            _ => Said::Balance,
        });
    }
    has(TOTAL).then_some(Said::Total)
}

/// Whether a balance is owed, by the word beside it; `Some(false)` where the word says that it is not.
pub(super) fn is_owed(label: &str) -> Option<bool> {
    let key = heading_key(label);
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if has(&[
        "debiteur",
        "overdrawn",
        "deudor",
        "debitore",
        "negatif",
        "debetsaldo",
        " debit ",
    ]) {
        Some(true)
    } else if has(&["crediteur", "acreedor", "creditore", "a favor", " credit "]) {
        Some(false)
    } else {
        None
    }
}

/// Which way the rows below a heading go: `Deposits and other additions`, `Abgänge`.
pub(super) fn section_is_out(heading: &str) -> Option<bool> {
    let key = heading_key(heading);
    if key.trim().split(' ').count() > 6 {
        return None;
    }
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    let out = has(&[
        "withdrawal",
        "subtraction",
        "checks paid",
        "cheques paid",
        "purchases",
        "payments out",
        "money out",
        "debits",
        "retraits",
        "paiements",
        "depenses",
        "abgange",
        "lastschriften",
        "belastungen",
        "uscite",
        "addebiti",
        "cargos",
        "salidas",
        "afschrijvingen",
        "uitgaven",
        "fees and charges",
        "service fees",
    ]);
    let way_in = has(&[
        "deposit",
        "addition",
        "payments in",
        "money in",
        "credits",
        "versements",
        "encaissements",
        "gutschriften",
        "eingange",
        "entrate",
        "accrediti",
        "abonos",
        "ingresos",
        "bijschrijvingen",
        "ontvangsten",
    ]);
    (out != way_in).then_some(out)
}

/// Whether a statement is a card's, which prints what was spent without a sign.
pub(super) fn is_of_card(key: &str) -> bool {
    [
        "credit limit",
        "minimum payment",
        "minimum due",
        "minimum amount due",
        "credit card",
        "carte de credit",
        "kreditkarte",
        "tarjeta de credito",
        "carta di credito",
        "creditcard",
        "limite de credit ",
    ]
    .iter()
    .any(|words| key.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balances_are_named_in_six_languages() {
        for (label, expected) in [
            ("Ancien solde au 31/12/2025", Some(Said::Opening)),
            ("NOUVEAU SOLDE CREDITEUR", Some(Said::Closing)),
            ("Solde créditeur au 31/01/2026", Some(Said::Balance)),
            ("LAST MONTH'S BALANCE", Some(Said::Opening)),
            ("Closing balance", Some(Said::Closing)),
            ("Balance brought forward", Some(Said::Carried)),
            ("Alter Kontostand vom 30.12.2025", Some(Said::Opening)),
            ("Neuer Kontostand", Some(Said::Closing)),
            ("Vorig openstaand saldo", Some(Said::Opening)),
            ("Nieuw openstaand saldo", Some(Said::Closing)),
            ("Saldo anterior", Some(Said::Opening)),
            ("Saldo finale al 31.01.2026", Some(Said::Closing)),
            ("Total des mouvements", Some(Said::Total)),
            ("Available balance", None),
            ("PRLV LUNE BRUNE", None),
        ] {
            assert_eq!(said(label), expected, "{label}");
        }
    }

    #[test]
    fn headings_of_sections_say_which_way_their_rows_go() {
        assert_eq!(section_is_out("Deposits and other additions"), Some(false));
        assert_eq!(
            section_is_out("Withdrawals and other subtractions"),
            Some(true)
        );
        assert_eq!(section_is_out("Lune Brune"), None);
    }
}
