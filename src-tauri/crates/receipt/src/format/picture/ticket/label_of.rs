//! What a row of a ticket is labelled: English, French, German, Spanish, Italian, Dutch, with a letter misread here and there.

/// What a row states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// The price.
    Total,
    /// What there is before discounts, or all there is.
    Subtotal,
    /// How it was paid, or how much was handed over.
    Paid,
    /// What came back.
    Change,
    /// Tax.
    Tax,
    /// A count, a price without tax, points: nothing that was bought.
    Other,
}

/// The label of a folded text.
pub(super) fn label(folded: &str) -> Option<Label> {
    let words: Vec<&str> = folded
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let has =
        |phrases: &[&str], misread| phrases.iter().any(|phrase| holds(&words, phrase, misread));
    let starts =
        |phrases: &[&str], misread| phrases.iter().any(|phrase| opens(&words, phrase, misread));
    if starts(SUBTOTAL, Some(5)) {
        Some(Label::Subtotal)
    } else if starts(TOTAL, Some(5)) || has(TOTAL_WITHIN, Some(5)) {
        if has(NOT_PRICE, None) {
            Some(Label::Other)
        } else if has(TAX, None) && !has(INCLUDED, None) {
            Some(Label::Tax)
        } else {
            Some(Label::Total)
        }
    } else if has(CHANGE, Some(7)) {
        Some(Label::Change)
    } else if has(TAX, Some(7)) {
        Some(Label::Tax)
    } else if starts(PAID, None) || has(PAID_WITHIN, None) {
        Some(Label::Paid)
    } else if starts(NOT_PRICE, None) || has(NOT_BOUGHT, None) {
        Some(Label::Other)
    } else {
        None
    }
}

/// Whether a text opens with a phrase, behind signs and single letters that dirt may have left.
fn opens(words: &[&str], phrase: &str, misread: Option<usize>) -> bool {
    let skipped = words
        .iter()
        .take(2)
        .take_while(|word| word.len() == 1)
        .count();
    [0, skipped].into_iter().any(|from| {
        let mut words = words.iter().skip(from);
        phrase.split(' ').all(|part| {
            words
                .next()
                .is_some_and(|word| is_like(word, part, misread))
        })
    })
}

fn holds(words: &[&str], phrase: &str, misread: Option<usize>) -> bool {
    let parts: Vec<&str> = phrase.split(' ').collect();
    words.windows(parts.len()).any(|run| {
        run.iter()
            .zip(&parts)
            .all(|(word, part)| is_like(word, part, misread))
    })
}

/// The same word, or one as long as `misread` at least with one letter taken for another.
fn is_like(seen: &str, meant: &str, misread: Option<usize>) -> bool {
    if seen == meant {
        return true;
    }
    if misread.is_none_or(|least| meant.len() < least) || seen.len() != meant.len() {
        return false;
    }
    seen.chars()
        .zip(meant.chars())
        .filter(|(a, b)| a != b)
        .count()
        == 1
}

const TOTAL: &[&str] = &[
    "total",
    "grand total",
    "totale",
    "totaal",
    "summe",
    "gesamtsumme",
    "gesamtbetrag",
    "gesamt",
    "endsumme",
    "endbetrag",
    "rechnungsbetrag",
    "zu zahlen",
    "zahlbetrag",
    "betrag",
    "montant",
    "net a payer",
    "a payer",
    "reste a payer",
    "te betalen",
    "importe",
    "amount due",
    "balance due",
    "to pay",
    "amount",
    "importo",
    "da pagare",
    "a pagar",
    "bon total",
];
const TOTAL_WITHIN: &[&str] = &[
    "total ttc",
    "net a payer",
    "total a payer",
    "total eur",
    "totale complessivo",
    "importe total",
];
const SUBTOTAL: &[&str] = &[
    "sous total",
    "subtotal",
    "sub total",
    "zwischensumme",
    "zwischen summe",
    "subtotaal",
    "subtotale",
    "total partiel",
];
const CHANGE: &[&str] = &[
    "rendu",
    "a rendre",
    "rendu monnaie",
    "monnaie",
    "ruckgeld",
    "rueckgeld",
    "zuruck",
    "change",
    "cambio",
    "resto",
    "wisselgeld",
    "terug",
];
const TAX: &[&str] = &[
    "tva",
    "mwst",
    "ust",
    "umsatzsteuer",
    "steuer",
    "iva",
    "btw",
    "vat",
    "taxe",
    "taxes",
    "tax",
];
const INCLUDED: &[&str] = &[
    "incl", "inkl", "incluse", "incluida", "incluido", "inclusa", "ttc", "compris", "comprise",
];
const PAID: &[&str] = &[
    "cb",
    "carte",
    "visa",
    "mastercard",
    "maestro",
    "especes",
    "espece",
    "cheque",
    "cash",
    "bar",
    "geg",
    "gegeben",
    "ec",
    "girocard",
    "kartenzahlung",
    "kreditkarte",
    "pinnen",
    "pin",
    "contant",
    "tarjeta",
    "efectivo",
    "entregado",
    "contanti",
    "contante",
    "pagamento",
    "carta",
    "bancomat",
    "card",
    "contactless",
    "paiement",
    "payment",
    "paid",
    "debit",
    "credit",
    "euro",
    "eur",
    "sans contact",
    "titre restaurant",
    "ticket restaurant",
    "bankkarte",
    "betaald",
    "amex",
    "american express",
    "apple pay",
    "google pay",
    "tendered",
    "recu",
    "zahlung",
    "pago",
];
const PAID_WITHIN: &[&str] = &[
    "carte bancaire",
    "ec karte",
    "contactless",
    "sans contact",
    "paye par",
    "kartenzahlung",
];
const NOT_PRICE: &[&str] = &[
    "ht",
    "hors",
    "articles",
    "article",
    "art",
    "artikel",
    "items",
    "pieces",
    "remise",
    "remises",
    "economie",
    "economies",
    "avantage",
    "avantages",
    "discount",
    "savings",
    "rabatt",
    "points",
    "punkte",
    "netto",
    "nettobetrag",
    "net",
    "qte",
    "nb",
    "nombre",
    "base",
    "imponibile",
];
const NOT_BOUGHT: &[&str] = &[
    "netto umsatz",
    "fidelite",
    "points",
    "punkte",
    "solde",
    "telefon",
    "tel",
];
