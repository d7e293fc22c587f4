//! Labels around a table, folded, in the languages of the exports met.

use domain::BalanceKind;

use super::heading::heading_key;

/// Labels, folded, by what they announce; the first that applies wins.
const LABELS: &[(&[&str], Label)] = &[
    (&["iban"], Label::Account),
    (
        &["bank code", "code banque", "bankleitzahl", "blz"],
        Label::BankId,
    ),
    (&["agency code", "code guichet", "branch"], Label::Branch),
    (
        &[
            "account number",
            "kontonummer",
            "numero compte",
            "numero de compte",
            "n de compte",
            "no de compte",
            "rekeningnummer",
            "numero de cuenta",
            "numero conto",
            "numer rachunku",
            "account no",
            "account details",
            "kontonr",
            "account nr",
            "szamlaszam",
            "cislo uctu",
            "auftragskonto",
        ],
        Label::Account,
    ),
    (
        &[
            "account name",
            "account owner",
            "account holder",
            "kontoinhaber",
            "titulaire",
            "kontoname",
            "kontobezeichnung",
            "nom du compte",
            "intitule",
            "rekeninghouder",
            "titular",
            "intestat",
        ],
        Label::AccountName,
    ),
    (
        &[
            "currency",
            "wahrung",
            "waehrung",
            "devise",
            "divisa",
            "moneda",
            "valuta",
            "munt",
            "waluta",
            "bewertet in",
            "tenu en",
            "mena",
        ],
        Label::Currency,
    ),
    (
        &[
            "datum von",
            "start date",
            "from date",
            "date from",
            " du ",
            " von ",
            " from ",
            "desde",
            "vanaf",
            " dal ",
            "date debut",
            "date de debut",
            "depuis",
        ],
        Label::From,
    ),
    (
        &[
            "datum bis",
            "end date",
            "to date",
            "date to",
            " au ",
            " bis ",
            "until ",
            "hasta",
            " al ",
            "date fin",
            "date de fin",
        ],
        Label::Until,
    ),
    (
        &[
            "konto ",
            "compte ",
            "account ",
            "rekening ",
            "cuenta ",
            "conto ",
            "rachunek ",
            "card number",
            "kartennummer",
            "carte ",
        ],
        Label::Account,
    ),
    (
        &[
            " date ",
            " datum ",
            " fecha ",
            " data ",
            "stand ",
            "as of",
            "date d export",
            "created",
        ],
        Label::Day,
    ),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format) enum Label {
    Balance(BalanceKind, bool),
    Account,
    BankId,
    Branch,
    AccountName,
    Currency,
    From,
    Until,
    Day,
}

/// Words for a balance, and words beside or in them that say which.
const BALANCE: &[&str] = &[
    "balance",
    "saldo",
    "solde",
    "kontostand",
    "egyenleg",
    "guthaben",
    "zustatek",
    "anfangsbestand",
    "endbestand",
];
const AVAILABLE: &[&str] = &[
    "available",
    "verfugbar",
    "disponib",
    "beschikbaar",
    "dostepn",
    "disponivel",
];
const OPENING: &[&str] = &[
    "opening",
    "start",
    "begin",
    "initial",
    "inicial",
    "iniziale",
    "anfang",
    "alter ",
    "alt ",
    "ancien",
    "precedent",
    "debut",
    "anterior",
    "previous",
    "brought",
    "vortrag",
    "poczatk",
    "nyito",
    "pocatec",
    "ingaende",
    "inngaende",
    "eerste",
];
const CLOSING: &[&str] = &[
    "closing", "end", "final", "fin ", "schluss", "neuer", "nouveau", "nieuw", "new ", "nuevo",
    "carried", "koncow", "zaro", "konec", "utgaende", "laatste", "current", "actual", "actuel",
    "aktuell", "attuale",
];

fn balance_of(key: &str) -> Option<(BalanceKind, bool)> {
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if has(AVAILABLE) {
        return Some((BalanceKind::Available, true));
    }
    if !has(BALANCE) {
        return None;
    }
    if has(OPENING) {
        Some((BalanceKind::Opening, true))
    } else {
        Some((BalanceKind::Closing, has(CLOSING)))
    }
}

/// What a cell announces, where it is a label.
pub(in crate::format) fn label_of(cell: &str) -> Option<Label> {
    if cell.len() > 80 {
        return None;
    }
    let key = heading_key(cell);
    if let Some((kind, explicit)) = balance_of(&key) {
        return Some(Label::Balance(kind, explicit));
    }
    LABELS
        .iter()
        .find(|(needles, _)| needles.iter().any(|needle| key.contains(needle)))
        .map(|(_, label)| *label)
}

/// Whether a cell of a row says no more than that the row is a balance: `Anfangssaldo`, `Closing balance`.
pub(super) fn is_balance_row(cell: &str) -> bool {
    const NAMES: &[&str] = &[
        "opening balance",
        "closing balance",
        "beginning balance",
        "ending balance",
        "starting balance",
        "previous balance",
        "new balance",
        "balance brought forward",
        "balance carried forward",
        "brought forward",
        "carried forward",
        "anfangssaldo",
        "endsaldo",
        "schlusssaldo",
        "startsaldo",
        "alter kontostand",
        "neuer kontostand",
        "alter saldo",
        "neuer saldo",
        "saldovortrag",
        "solde initial",
        "solde final",
        "ancien solde",
        "nouveau solde",
        "solde precedent",
        "report a nouveau",
        "saldo iniziale",
        "saldo finale",
        "saldo inicial",
        "saldo anterior",
        "saldo final",
        "beginsaldo",
        "eindsaldo",
        "saldo poczatkowe",
        "saldo koncowe",
        "nyito egyenleg",
        "zaro egyenleg",
        "pocatecni zustatek",
        "konecny zustatek",
        "ingaende saldo",
        "utgaende saldo",
        "inngaende saldo",
        "alkusaldo",
        "loppusaldo",
        "algsaldo",
        "loppsaldo",
        "sakuma atlikums",
        "beigu atlikums",
        "likutis pradziai",
        "likutis pabaigai",
        "apyvarta",
        "apgrozijums",
        "turnover",
    ];
    let short = (8..=40).contains(&cell.len()) && cell.split(' ').count() <= 3;
    short && !cell.bytes().any(|b| b.is_ascii_digit()) && NAMES.contains(&heading_key(cell).trim())
}

/// Whether a line outside the rows is labelled as a balance or a total.
pub(super) fn is_summary(cell: &str) -> bool {
    let key = heading_key(cell);
    matches!(label_of(cell), Some(Label::Balance(..)))
        || [
            " total",
            "total ",
            " sum ",
            " summe ",
            " totaal",
            " totale",
            " suma ",
            " somme ",
            " subtotal",
            " zwischensumme",
            " osszesen",
            " celkem",
            " yhteensa",
        ]
        .iter()
        .any(|word| key.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balances_are_told_apart_by_the_words_beside_them() {
        for (label, expected) in [
            (
                "Solde en début de période",
                Some((BalanceKind::Opening, true)),
            ),
            (
                "Balance at end of period",
                Some((BalanceKind::Closing, true)),
            ),
            (
                "Kontostand vom 05.02.2026",
                Some((BalanceKind::Closing, false)),
            ),
            ("Anfangssaldo", Some((BalanceKind::Opening, true))),
            ("Available Balance", Some((BalanceKind::Available, true))),
            ("Bewegungen", None),
        ] {
            assert_eq!(balance_of(&heading_key(label)), expected, "{label}");
        }
    }
}
