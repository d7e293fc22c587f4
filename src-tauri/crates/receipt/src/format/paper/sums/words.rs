//! What kind of sum a label names, by its words in six languages, folded.

/// A sum of an invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::format::paper) enum Sum {
    /// The price with tax, with how surely the words say so.
    Gross(u8),
    /// The price without tax.
    Net,
    /// Tax at one rate.
    Tax,
    /// All tax.
    TaxTotal,
    /// What remains to be paid.
    Due,
    /// Any other sum: what was paid, a discount, postage.
    Other,
}

/// The most words of a label: more of them are a sentence.
const MOST_WORDS: usize = 7;
/// The longest label, in bytes.
const LONGEST: usize = 70;

/// What sum this folded label names; `None` where it names none.
pub(in crate::format::paper) fn sum(label: &str) -> Option<Sum> {
    let words: Vec<&str> = text::tokens(label)
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    if words.is_empty() || words.len() > MOST_WORDS || label.len() > LONGEST {
        return None;
    }
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let has_phrase = |list: &[&str]| {
        list.iter()
            .any(|phrase| crate::label::contains(label, phrase))
    };
    let has_part = |list: &[&str]| {
        list.iter()
            .any(|part| words.iter().any(|word| word.contains(part)))
    };
    let is_total = has(TOTAL) || has_part(TOTAL_PART);
    let is_tax = has(TAX) || has_part(TAX_PART);
    if has(NEVER) || has_part(NEVER_PART) {
        return Some(Sum::Other);
    }
    if has_phrase(DUE) {
        return Some(Sum::Due);
    }
    if has(OTHER) || has_part(OTHER_PART) || has_phrase(OTHER_PHRASE) {
        return Some(Sum::Other);
    }
    let is_with = has_phrase(WITH);
    if has_phrase(WITHOUT) && !is_with {
        return Some(Sum::Net);
    }
    if (is_total && is_with && !words.first().is_some_and(|word| WITHIN.contains(word)))
        || label.starts_with("ttc")
    {
        return Some(Sum::Gross(9));
    }
    if is_tax {
        let is_all = is_total && !label.contains('%');
        return Some(if is_all { Sum::TaxTotal } else { Sum::Tax });
    }
    if has(SURE) || has_phrase(SURE_PHRASE) {
        return Some(Sum::Gross(8));
    }
    if is_total && (words.first().is_some_and(|word| TOTAL.contains(word)) || words.len() <= 3) {
        let is_plain = words.first().is_some_and(|word| PLAIN.contains(word));
        return Some(Sum::Gross(if is_plain { 6 } else { 3 }));
    }
    None
}

const TOTAL: &[&str] = &[
    "total", "totale", "totaal", "totals", "totaux", "totales", "gesamt", "summe", "sum",
    "montant", "amount", "betrag", "importe", "importo", "bedrag", "prix", "price", "prezzo",
    "precio", "prijs", "preis",
];
const TOTAL_PART: &[&str] = &["betrag", "beitrag", "summe", "bedrag", "gesamt"];
const PLAIN: &[&str] = &["total", "totale", "totaal", "gesamt", "summe", "totals"];
const TAX: &[&str] = &[
    "tva",
    "vat",
    "mwst",
    "ust",
    "iva",
    "btw",
    "tax",
    "taxe",
    "taxes",
    "gst",
    "cgst",
    "sgst",
    "igst",
    "hst",
    "pst",
    "qst",
    "tvq",
    "tps",
    "impuesto",
    "impuestos",
    "imposta",
    "imposte",
    "igic",
];
const TAX_PART: &[&str] = &["steuer", "belasting"];
/// Words that say the tax is in the sum.
const WITH: &[&str] = &[
    "ttc",
    "incl",
    "inkl",
    "including",
    "included",
    "inclusive",
    "incluida",
    "incluido",
    "incluidos",
    "inclusa",
    "inclusi",
    "incluse",
    "inclus",
    "compreso",
    "compresa",
    "inclusief",
    "brutto",
    "gross",
    "toutes taxes comprises",
    "tax included",
    "con iva",
    "bruttobetrag",
    "bruttosumme",
    "with tax",
    "with vat",
    "after tax",
];
/// Words before a tax that is told as a part of the sum.
const WITHIN: &[&str] = &[
    "dont",
    "incl",
    "inkl",
    "including",
    "includes",
    "enthaltene",
    "darin",
    "davon",
    "di",
    "waarvan",
    "incluye",
    "inclusief",
    "tva",
    "vat",
    "mwst",
    "ust",
    "iva",
    "btw",
    "tax",
];
/// Words that say it is not.
const WITHOUT: &[&str] = &[
    "ht",
    "hors",
    "hors taxe",
    "hors taxes",
    "excl",
    "exkl",
    "excluding",
    "exclusive",
    "exclusief",
    "exclusive of",
    "ohne",
    "before tax",
    "before vat",
    "without",
    "w/o",
    "net",
    "netto",
    "neto",
    "nettobetrag",
    "nettosumme",
    "nettowert",
    "warenwert",
    "positionssumme",
    "subtotal",
    "sub-total",
    "sub total",
    "sous-total",
    "sous total",
    "zwischensumme",
    "imponibile",
    "base imponible",
    "taxable",
    "subtotaal",
    "subtotale",
    "untaxed",
    "sin iva",
    "senza iva",
    "zonder btw",
    "sin impuestos",
    "ex vat",
    "ex btw",
    "ex tax",
    "pre-tax",
    "taxable amount",
    "montant hors taxes",
    "gesamtnetto",
    "nettogesamt",
];
/// What remains to be paid.
const DUE: &[&str] = &[
    "a payer",
    "a regler",
    "reste du",
    "restant du",
    "solde du",
    "montant du",
    "solde",
    "balance due",
    "amount due",
    "due payable",
    "total due",
    "payable",
    "residual",
    "amount payable",
    "total payable",
    "to pay",
    "balance to pay",
    "please pay",
    "now due",
    "zahlbetrag",
    "zu zahlen",
    "zu zahlender",
    "offener betrag",
    "restbetrag",
    "zu uberweisen",
    "a pagar",
    "da pagare",
    "te betalen",
    "te voldoen",
    "openstaand",
    "openstaand bedrag",
    "saldo a pagar",
    "net a payer",
    "netto a pagare",
    "a debiter",
    "fallig",
    "payment due",
    "outstanding",
    "balance",
];
/// Never a sum of the invoice, whatever else the label says.
const NEVER: &[&str] = &[
    "mouvements",
    "operations",
    "debit",
    "credit",
    "debits",
    "credits",
    "weight",
    "poids",
    "gewicht",
    "peso",
    "colis",
    "points",
    "kwh",
    "conso",
    "savings",
    "saved",
    "economies",
    "capital",
    "kapital",
    "minimum",
    "mindestens",
    "previous",
    "precedent",
    "vorherige",
];
const NEVER_PART: &[&str] = &[
    "zuschlag",
    "abschlag",
    "stammkapital",
    "mahn",
    "skonto",
    "mindest",
];
/// A sum of another kind.
const OTHER: &[&str] = &[
    "paid",
    "paye",
    "payee",
    "regle",
    "bezahlt",
    "pagado",
    "pagato",
    "betaald",
    "erhaltene",
    "received",
    "recu",
    "recus",
    "deja",
    "acompte",
    "acomptes",
    "deposit",
    "anzahlung",
    "anzahlungen",
    "acconto",
    "anticipo",
    "prepaid",
    "prepayment",
    "payments",
    "discount",
    "discounts",
    "remise",
    "remises",
    "rabais",
    "reduction",
    "rabatt",
    "rabatte",
    "descuento",
    "dto",
    "sconto",
    "korting",
    "coupon",
    "voucher",
    "shipping",
    "delivery",
    "postage",
    "freight",
    "handling",
    "livraison",
    "port",
    "expedition",
    "transport",
    "versand",
    "versandkosten",
    "porto",
    "fracht",
    "lieferung",
    "envio",
    "portes",
    "spedizione",
    "trasporto",
    "verzendkosten",
    "verzending",
    "bezorging",
    "rounding",
    "arrondi",
    "rundung",
    "redondeo",
    "tip",
    "pourboire",
    "change",
    "rendu",
    "cash",
    "ruckgeld",
    "gegeben",
    "wechselgeld",
    "carryover",
    "ubertrag",
    "report",
    "reporter",
    "surcharge",
    "allowances",
    "charges",
    "refund",
    "unit",
    "unitaire",
    "einzelpreis",
    "stuckpreis",
    "unitario",
    "stukprijs",
    "stuk",
];
const OTHER_PART: &[&str] = &["versand", "verzend", "gutschein", "einzel"];
const OTHER_PHRASE: &[&str] = &[
    "carried forward",
    "brought forward",
    "a reporter",
    "early payment",
];
/// The price with tax, surely.
const SURE: &[&str] = &[
    "gesamtbetrag",
    "gesamtsumme",
    "rechnungsbetrag",
    "rechnungssumme",
    "endbetrag",
    "endsumme",
    "rechnungsendbetrag",
    "rechnungstotal",
    "totaalbedrag",
    "factuurbedrag",
    "eindtotaal",
    "factuurtotaal",
    "gesamtpreis",
    "rechnungsgesamtbetrag",
    "bruttopreis",
    "eindbedrag",
];
const SURE_PHRASE: &[&str] = &[
    "grand total",
    "invoice total",
    "total amount",
    "invoice amount",
    "order total",
    "total price",
    "total charge",
    "total cost",
    "total charges",
    "bill total",
    "receipt total",
    "total general",
    "total facture",
    "total de la facture",
    "montant total",
    "montant de la facture",
    "total commande",
    "total factura",
    "total de la factura",
    "importe total",
    "total importe",
    "total documento",
    "totale documento",
    "totale fattura",
    "totale complessivo",
    "importo totale",
    "totale generale",
    "totale ordine",
    "totaal bedrag",
    "totaal factuur",
    "gesamt betrag",
    "total invoice",
    "total de factura",
    "importe de la factura",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_names_its_sum_in_six_languages() {
        for (label, want) in [
            ("total ttc", Some(Sum::Gross(9))),
            ("total incl. vat", Some(Sum::Gross(9))),
            ("totaal incl. btw", Some(Sum::Gross(9))),
            ("totale iva inclusa", Some(Sum::Gross(9))),
            ("rechnungsbetrag", Some(Sum::Gross(8))),
            ("total general", Some(Sum::Gross(8))),
            ("total", Some(Sum::Gross(6))),
            ("total eur", Some(Sum::Gross(6))),
            ("total ht", Some(Sum::Net)),
            ("rechnungssumme ohne ust.", Some(Sum::Net)),
            ("base imponible", Some(Sum::Net)),
            ("subtotaal", Some(Sum::Net)),
            ("tva 20,00 %", Some(Sum::Tax)),
            ("dont tva", Some(Sum::Tax)),
            ("inkl. 19 % mwst.", Some(Sum::Tax)),
            ("total taxes", Some(Sum::TaxTotal)),
            ("steuerbetrag", Some(Sum::TaxTotal)),
            ("net a payer", Some(Sum::Due)),
            ("zahlbetrag", Some(Sum::Due)),
            ("gesamtbetrag der abschlage", Some(Sum::Other)),
            ("total debit", Some(Sum::Other)),
            ("versandkosten", Some(Sum::Other)),
            ("lampe", None),
        ] {
            assert_eq!(sum(label), want, "{label}");
        }
    }
}
