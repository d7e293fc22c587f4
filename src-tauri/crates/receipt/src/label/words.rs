//! The labels, folded: English, French, German, Spanish, Italian, Dutch.

use domain::Decimal;

use super::{Cell, amounts, behind, contains};

/// A folded label.
pub(super) type Label = &'static str;

/// The price with tax, with how surely a label says so.
const TOTAL: &[(u8, &[Label])] = &[
    (
        9,
        &[
            "grand total",
            "order total",
            "total ttc",
            "montant total ttc",
            "total de la commande",
            "total commande",
            "total de votre commande",
            "montant de la commande",
            "gesamtbetrag",
            "gesamtsumme",
            "rechnungsbetrag",
            "bruttobetrag",
            "endbetrag",
            "endsumme",
            "gesamtpreis",
            "bestellsumme",
            "importe total",
            "total del pedido",
            "total pedido",
            "total factura",
            "totale ordine",
            "totale dell'ordine",
            "totale fattura",
            "totale complessivo",
            "totaalbedrag",
            "totaal incl. btw",
            "totaal incl btw",
            "totaal bestelling",
            "total incl. vat",
            "total incl. tax",
            "total including vat",
            "invoice total",
            "amount charged",
            "total charged to",
            "total charged",
            "refund total",
            "total refund",
            "total refunded",
            "refund amount",
            "montant rembourse",
            "montant du remboursement",
            "total rembourse",
            "erstattungsbetrag",
            "importe reembolsado",
            "importo rimborsato",
            "terugbetaald bedrag",
            "donation amount",
            "total amount",
            "total toutes taxes comprises",
            "total a regler",
            "totale iva inclusa",
            "total (tva incluse)",
            "total con iva",
            "total iva incluido",
            "totale (iva inclusa)",
            "you sent a total of",
            "total price",
        ],
    ),
    (
        7,
        &[
            "total paid",
            "amount paid",
            "you paid",
            "montant paye",
            "montant regle",
            "montant total",
            "total paye",
            "total pagado",
            "totale pagato",
            "betaald bedrag",
            "net a payer",
            "total a payer",
            "amount due",
            "total due",
            "zu zahlen",
            "zahlbetrag",
            "total a pagar",
            "totale da pagare",
            "te betalen",
            "nog te betalen",
            "importe a pagar",
            "you sent a payment of",
            "you sent",
            "you submitted an order amounting to",
            "you authorized a payment of",
            "you authorised a payment of",
            "montant preleve",
            "importo totale",
        ],
    ),
    (
        5,
        &[
            "total", "totale", "totaal", "gesamt", "summe", "importe", "montant",
        ],
    ),
];

/// Behind a label of rank 5: what makes it another amount.
const NOT_TOTAL: &[Label] = &[
    "ht",
    "hors",
    "before",
    "excl",
    "excluding",
    "netto",
    "net",
    "without",
    "sans",
    "zonder",
    "exkl",
    "ohne",
    "sin",
    "senza",
    "savings",
    "saved",
    "points",
    "articles",
    "items",
    "artikel",
    "remise",
    "discount",
    "tva",
    "vat",
    "tax",
    "mwst",
    "iva",
    "btw",
    "shipping",
    "for this shipment",
];

/// What remains to be paid.
pub(super) const PAYABLE: &[Label] = &[
    "net a payer",
    "total a payer",
    "reste a payer",
    "montant a payer",
    "amount due",
    "balance due",
    "total due",
    "zu zahlen",
    "zahlbetrag",
    "zu zahlender betrag",
    "offener betrag",
    "total a pagar",
    "importe a pagar",
    "totale da pagare",
    "importo da pagare",
    "te betalen",
    "nog te betalen",
];

/// Tax.
const TAX: &[Label] = &[
    "tva",
    "vat",
    "mwst",
    "mwst.",
    "ust",
    "ust.",
    "umsatzsteuer",
    "mehrwertsteuer",
    "iva",
    "btw",
    "tax",
    "sales tax",
    "estimated tax",
    "total tva",
    "total vat",
    "taxes",
    "taxe",
    "montant tva",
    "gst",
    "hst",
];

/// Before a tax label.
const TAX_HEAD: &[Label] = &[
    "dont",
    "inkl.",
    "inkl",
    "incl.",
    "incl",
    "including",
    "includes",
    "enthaltene",
    "enthalt",
    "darin enthaltene",
    "di cui",
    "waarvan",
    "incluye",
    "zzgl.",
    "zzgl",
    "davon",
    "montant",
    "total",
    "y compris",
    "estimated",
];

/// An order.
pub(super) const ORDER: &[Label] = &[
    "order number",
    "order no",
    "order no.",
    "order id",
    "order #",
    "order",
    "order reference",
    "order ref",
    "your order",
    "confirmation number",
    "numero de commande",
    "n° de commande",
    "n°commande",
    "no de commande",
    "n° commande",
    "reference de commande",
    "reference commande",
    "commande n°",
    "commande no",
    "commande numero",
    "commande",
    "votre commande",
    "votre commande n°",
    "reference de dossier",
    "numero de dossier",
    "reference de la commande",
    "bestellnummer",
    "bestell-nr",
    "bestell-nr.",
    "bestellnr.",
    "auftragsnummer",
    "auftrags-nr.",
    "bestellung",
    "bestellung nr.",
    "ihre bestellung",
    "auftrag",
    "numero de pedido",
    "n° de pedido",
    "nº de pedido",
    "no de pedido",
    "n.º de pedido",
    "pedido n°",
    "pedido numero",
    "pedido",
    "su pedido",
    "tu pedido",
    "referencia del pedido",
    "numero ordine",
    "numero d'ordine",
    "n. ordine",
    "ordine n.",
    "ordine numero",
    "ordine n°",
    "ordine",
    "il tuo ordine",
    "riferimento ordine",
    "bestelnummer",
    "ordernummer",
    "bestelling",
    "je bestelling",
    "uw bestelling",
    "transaction id",
    "purchase order number",
    "numero de transaction",
    "id de la transaccion",
    "transaktionscode",
    "transactiecode",
    "id transazione",
    "pedido nº",
];

/// An invoice.
pub(super) const INVOICE: &[Label] = &[
    "invoice number",
    "invoice no",
    "invoice no.",
    "invoice id",
    "invoice #",
    "invoice",
    "receipt number",
    "receipt no",
    "receipt #",
    "document no",
    "document no.",
    "document number",
    "numero de facture",
    "n° de facture",
    "facture n°",
    "facture no",
    "facture numero",
    "facture",
    "votre facture",
    "reference facture",
    "rechnungsnummer",
    "rechnungs-nr",
    "rechnungs-nr.",
    "rechnung nr.",
    "rechnung nr",
    "rechnung",
    "ihre rechnung",
    "belegnummer",
    "numero de factura",
    "n° de factura",
    "nº de factura",
    "factura n°",
    "factura nº",
    "factura",
    "numero fattura",
    "fattura n.",
    "fattura n°",
    "fattura",
    "fattura numero",
    "factuurnummer",
    "factuur",
    "factuurnr.",
    "bolletta n.",
];

/// The day of the document.
pub(super) const ISSUED: &[Label] = &[
    "order date",
    "date of order",
    "order placed",
    "placed on",
    "invoice date",
    "date of issue",
    "receipt date",
    "purchase date",
    "date de commande",
    "date de la commande",
    "date de facture",
    "date de la facture",
    "date d'achat",
    "commande passee le",
    "commande du",
    "facture du",
    "rechnungsdatum",
    "bestelldatum",
    "kaufdatum",
    "fecha del pedido",
    "fecha de pedido",
    "fecha de la factura",
    "fecha de factura",
    "fecha de compra",
    "fecha",
    "data ordine",
    "data dell'ordine",
    "data fattura",
    "data di acquisto",
    "data",
    "besteldatum",
    "factuurdatum",
    "orderdatum",
    "datum",
    "date",
];

/// The day of payment.
pub(super) const DUE: &[Label] = &[
    "due date",
    "payment due",
    "due on",
    "due by",
    "fallig am",
    "fallig zum",
    "zahlbar bis",
    "date d'echeance",
    "echeance",
    "a payer avant le",
    "a regler avant le",
    "fecha de vencimiento",
    "vencimiento",
    "data di scadenza",
    "scadenza",
    "vervaldatum",
    "te betalen voor",
    "uiterste betaaldatum",
    "prelevement le",
    "preleve le",
];

/// Words of a refund.
pub(super) const REFUND: &[Label] = &[
    "your refund",
    "refund has been issued",
    "we've issued a refund",
    "has been refunded",
    "we have refunded",
    "we've refunded",
    "refund confirmation",
    "refund total",
    "votre remboursement",
    "nous avons rembourse",
    "a ete rembourse",
    "remboursement effectue",
    "erstattung",
    "wurde erstattet",
    "reembolso",
    "rimborso",
    "terugbetaling",
    "refund issued",
    "you received a refund",
    "montant rembourse",
];

/// Words of an invoice.
pub(super) const AN_INVOICE: &[Label] = &[
    "invoice",
    "facture",
    "rechnung",
    "factura",
    "fattura",
    "factuur",
    "bolletta",
    "your bill",
    "tax invoice",
];

/// Words of an order.
pub(super) const AN_ORDER: &[Label] = &[
    "order confirmation",
    "thank you for your order",
    "thanks for your order",
    "your order",
    "order details",
    "order summary",
    "confirmation de commande",
    "votre commande",
    "merci pour votre commande",
    "merci pour votre achat",
    "ihre bestellung",
    "bestellbestatigung",
    "tu pedido",
    "su pedido",
    "confirmacion de pedido",
    "il tuo ordine",
    "conferma ordine",
    "conferma d'ordine",
    "je bestelling",
    "uw bestelling",
    "bestelbevestiging",
    "thank you for your purchase",
    "votre achat",
];

/// Words of a payment.
pub(super) const PAID: &[Label] = &[
    "receipt",
    "recu",
    "beleg",
    "quittung",
    "recibo",
    "ricevuta",
    "bon",
    "payment confirmation",
    "you sent a payment",
    "votre paiement",
    "zahlungsbestatigung",
    "thank you for riding",
    "ticket",
    "kassenbon",
    "scontrino",
    "paiement accepte",
    "payment received",
    "merci de votre visite",
];

/// How surely a cell is labelled as the total, and what it says behind the label.
pub(super) fn total<'a>(cell: &'a Cell<'_>) -> Option<(u8, &'a str)> {
    for (rank, labels) in TOTAL {
        for label in *labels {
            let Some(rest) = behind(cell, label) else {
                continue;
            };
            let words = text::fold(rest);
            let next = words.trim_start_matches(|sign: char| !sign.is_alphanumeric());
            let is_other = NOT_TOTAL.iter().any(|word| {
                next.strip_prefix(word)
                    .is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_alphanumeric()))
            });
            let letters = next
                .split(|sign: char| sign.is_ascii_digit())
                .next()
                .unwrap_or_default();
            if !is_other && (letters.len() <= 24 || *rank == 9) {
                return Some((*rank, rest));
            }
        }
    }
    None
}

/// What a cell that is labelled as tax says behind the label.
pub(super) fn tax<'a>(cell: &'a Cell<'_>) -> Option<&'a str> {
    let mut rest = cell.folded.as_str();
    if rest.len() > 80 {
        return None;
    }
    for _ in 0..3 {
        rest = rest.trim_start_matches(|sign: char| {
            sign.is_ascii_digit() || matches!(sign, '%' | ',' | '.' | ' ' | ':' | '(' | '+')
        });
        let head = TAX_HEAD
            .iter()
            .filter_map(|head| rest.strip_prefix(head))
            .find(|rest| rest.starts_with([' ', ':']));
        match head {
            Some(behind) => rest = behind,
            None => break,
        }
    }
    let behind = TAX.iter().filter_map(|label| {
        let behind = rest.strip_prefix(label)?;
        let is_word = !behind.starts_with(|sign: char| sign.is_alphanumeric());
        let is_number =
            behind.trim_start().starts_with(['n', '#', 'i']) && !contains(behind, "included");
        (is_word && !is_number).then_some(behind)
    });
    let rest = behind.min_by_key(|rest| rest.len())?;
    Some(super::tail_of(cell.written, rest))
}

/// The rate that a tax label names, in per cent.
pub(crate) fn rate(folded: &str) -> Option<Decimal> {
    let (head, _) = folded.split_once('%')?;
    let digits = head
        .trim_end()
        .rsplit(|sign: char| !sign.is_ascii_digit() && !matches!(sign, '.' | ','))
        .next()?;
    digits.replace(',', ".").parse().ok()
}

/// The numbers that a cell gives behind one of these labels, or that stand in the next value.
pub(super) fn numbers<'a>(
    labels: &[Label],
    cell: &Cell<'_>,
    values: impl FnOnce() -> Vec<&'a str>,
) -> std::vec::IntoIter<String> {
    let mut best: Option<(usize, &str)> = None;
    for label in labels {
        for (at, _) in cell.folded.match_indices(label) {
            let end = at + label.len();
            let before = cell
                .folded
                .get(..at)
                .and_then(|head| head.chars().next_back());
            let rest = cell.folded.get(end..).unwrap_or_default();
            let is_word = before.is_none_or(|sign| !sign.is_alphanumeric())
                && (label.ends_with('#') || !rest.starts_with(|sign: char| sign.is_alphanumeric()));
            // Deep inside a sentence only a full label counts.
            if is_word && best.is_none_or(|(known, _)| end > known || at == 0) {
                best = Some((end, rest));
            }
        }
    }
    let Some((end, rest)) = best else {
        return Vec::new().into_iter();
    };
    let written = super::tail_of(cell.written, rest);
    let is_stated = rest.trim_start().starts_with(':');
    let mut found: Vec<String> = number_in(written, is_stated).into_iter().collect();
    let is_label_alone = rest.chars().all(|sign| !sign.is_alphanumeric()) && end < 40;
    if found.is_empty() && is_label_alone {
        found.extend(
            values()
                .into_iter()
                .next()
                .and_then(|value| number_in(value, is_stated)),
        );
    }
    found.into_iter()
}

/// The number that a text starts with, behind such words as *n°*; one of letters alone only behind a colon.
fn number_in(text: &str, takes_letters: bool) -> Option<String> {
    let word = number_word(text)?;
    is_number(word, takes_letters).then(|| word.to_owned())
}

/// The first word of a text that is none of those before a number: *n°*, *Nr.*, *reference*, what is put in
/// parentheses.
pub(crate) fn number_word(text: &str) -> Option<&str> {
    let text = match text.trim_start().strip_prefix('(') {
        Some(aside) => aside.split_once(')').map_or(aside, |(_, behind)| behind),
        None => text,
    };
    for written in text.split_whitespace().take(5) {
        let word = written.trim_matches(|sign: char| !sign.is_alphanumeric());
        let word = ["n°", "N°", "nº", "Nº", "Nr.", "No.", "no.", "n.", "N."]
            .iter()
            .find_map(|head| word.strip_prefix(head))
            .unwrap_or(word);
        let folded = text::fold(word);
        if !BEFORE_NUMBERS.contains(&folded.as_str()) {
            return Some(word);
        }
    }
    None
}

const BEFORE_NUMBERS: &[&str] = &[
    "",
    "n",
    "no",
    "nr",
    "n°",
    "nº",
    "number",
    "numero",
    "id",
    "is",
    "est",
    "de",
    "ref",
    "reference",
    "nummer",
    "lautet",
    "num",
];

/// Whether a word is a number of an order or invoice: digits, or capitals; no amount, no day.
pub(crate) fn is_number(word: &str, takes_letters: bool) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let is_plain = word
        .chars()
        .all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '/' | '_' | '.'));
    let is_capital = word.len() >= 5
        && word
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte == b'_' || byte == b'-');
    let has_small = word.bytes().any(|byte| byte.is_ascii_lowercase());
    let is_day = !super::days(word, None).is_empty() && word.contains(['/', '.']);
    let is_amount = amounts(word).iter().any(|amount| amount.currency.is_some())
        || (word.contains('.') && amounts(word).len() == 1);
    let is_long = word.len() <= 40;
    let is_coded = digits >= 3 && (!has_small || digits * 2 >= word.len());
    is_plain
        && is_long
        && !is_day
        && !is_amount
        && (is_coded || is_capital && takes_letters && !word.contains('_'))
}
