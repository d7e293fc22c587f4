//! What was bought: a name and its price in one row, or a name and its price on a line below.

use domain::Decimal;

use super::{Amount, Cell, Row, amounts, behind, contains, lone_amount, words};
use crate::ReceiptLine;

/// The most words of a label and its amount: more of them are a sentence.
const MOST_LABEL_WORDS: usize = 8;
/// How many lines may stand between a name and its price (*Condition: New*, *Sold by …*).
const MOST_BETWEEN: usize = 5;

/// The lines of a receipt, up to the last total.
pub(super) fn lines(rows: &[Row<'_>]) -> Vec<ReceiptLine> {
    // A sentence that names the sum (*You sent a payment of …*) stands before the things.
    let is_total = |row: &Row<'_>| {
        let words = row
            .cells
            .first()
            .map_or(0, |cell| cell.written.split(' ').count());
        words <= MOST_LABEL_WORDS
            && row
                .cells
                .iter()
                .any(|cell| words::total(cell).is_some_and(|(rank, _)| rank >= 5))
    };
    let first_total = rows.iter().position(is_total).unwrap_or(rows.len());
    let mut found: Vec<ReceiptLine> = Vec::new();
    for at in 0..rows.len() {
        if rows.get(at).is_some_and(|row| {
            row.cells
                .iter()
                .any(|cell| ADVERT.iter().any(|word| contains(&cell.folded, word)))
        }) {
            break;
        }
        let line = in_one_row(rows, at).or_else(|| in_one_cell(rows, at));
        let line = line.filter(|_| at < first_total);
        if let Some(line) = line.or_else(|| below_its_name(rows, at)) {
            let is_known = found
                .iter()
                .any(|known| known.name == line.name && known.amount == line.amount);
            if !is_known {
                found.push(line);
            }
        }
    }
    found
}

fn in_one_row(rows: &[Row<'_>], at: usize) -> Option<ReceiptLine> {
    let row = rows.get(at)?;
    let [first, .., last] = row.cells.as_slice() else {
        return None;
    };
    let amount = lone_amount(last.written)?;
    if !is_name(first) || row.cells.iter().any(|cell| words::total(cell).is_some()) {
        return None;
    }
    let (count, name) = counted(first.written);
    Some(ReceiptLine {
        name,
        quantity: quantity(&row.cells).or(count),
        amount: Some(amount.value),
    })
}

/// A plain line that ends with a price and says before it how many there are, or keeps its price apart: by two spaces, by
/// dots.
fn in_one_cell(rows: &[Row<'_>], at: usize) -> Option<ReceiptLine> {
    let [cell] = rows.get(at)?.cells.as_slice() else {
        return None;
    };
    let found = amounts(cell.written);
    let [.., amount] = found.as_slice() else {
        return None;
    };
    let (before, behind) = (
        cell.written.get(..amount.start)?,
        cell.written.get(amount.end..)?,
    );
    if amount.currency.is_none() || behind.chars().any(char::is_alphanumeric) {
        return None;
    }
    let is_apart = before.ends_with("  ") || before.trim_end().ends_with("..");
    let leads = |sign: char| sign.is_whitespace() || ".…:=-–—".contains(sign);
    let name = before.trim_end_matches(leads);
    // A name of one unit's price and of the whole's says that price between.
    let name = name.split("  ").next().unwrap_or(name).trim();
    let (quantity, counted) = counted(name);
    let own = Cell {
        written: name,
        folded: text::fold(name),
    };
    let is_line = (is_apart || quantity.is_some()) && is_name(&own);
    is_line.then_some(ReceiptLine {
        name: counted,
        quantity,
        amount: Some(amount.value),
    })
}

/// A line that is nothing but a price, or names it as a thing's, below what it is for.
fn below_its_name(rows: &[Row<'_>], at: usize) -> Option<ReceiptLine> {
    let row = rows.get(at)?;
    let named = price_of_a_thing(row);
    let amount: Amount = match row.cells.as_slice() {
        [cell] => lone_amount(cell.written).or_else(|| named.clone())?,
        _ => named.clone()?,
    };
    let above = rows.get(at.saturating_sub(MOST_BETWEEN)..at)?;
    let mut is_item = named.is_some();
    for row in above.iter().rev() {
        let cell = row.cells.last()?;
        if SKIPPED.iter().any(|word| cell.folded.starts_with(word)) {
            is_item = true;
            continue;
        }
        if !is_name(cell)
            || words::total(cell).is_some()
            || !is_item
            || !amounts(row.line).is_empty()
        {
            return None;
        }
        let (quantity, name) = counted(cell.written);
        return Some(ReceiptLine {
            name,
            quantity,
            amount: Some(amount.value),
        });
    }
    None
}

/// `Item price: £2.55`.
fn price_of_a_thing(row: &Row<'_>) -> Option<Amount> {
    let label = row.cells.first()?;
    let rest = PRICES.iter().find_map(|word| behind(label, word))?;
    match row.cells.as_slice() {
        [_] => lone_amount(rest),
        [_, price] if !rest.chars().any(char::is_alphanumeric) => lone_amount(price.written),
        _ => None,
    }
}

/// Whether a cell may name a thing: it has words, and they are no label of a sum.
fn is_name(cell: &Cell<'_>) -> bool {
    let letters = cell
        .written
        .chars()
        .filter(|sign| sign.is_alphabetic())
        .count();
    let is_label = NOT_ITEMS.iter().any(|word| {
        cell.folded
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_alphanumeric()))
    });
    letters >= 3
        && cell.written.len() <= 300
        && !is_label
        && words::tax(cell).is_none()
        && words::total(cell).is_none()
}

/// A name without how many there are of it: `2 x Lamp`, `2 × Lamp`, `Lamp x2`, `Lamp × 2`.
pub(crate) fn counted(name: &str) -> (Option<Decimal>, String) {
    let whole = || (None, name.to_owned());
    let is_count = |digits: &str| {
        (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let has_words = |rest: &str| rest.chars().filter(|sign| sign.is_alphabetic()).count() >= 2;
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    let (digits, rest) = match first.strip_suffix(['x', 'X', '×']) {
        Some(digits) => (digits, name.get(first.len()..).unwrap_or_default()),
        None if matches!(words.next(), Some("x" | "X" | "×")) => {
            let behind = name.split_once(['x', 'X', '×']);
            (first, behind.map_or("", |(_, rest)| rest))
        }
        None => ("", ""),
    };
    if is_count(digits) && has_words(rest) {
        return (digits.parse().ok(), rest.trim().to_owned());
    }
    let Some((head, digits)) = name.rsplit_once(['x', 'X', '×']) else {
        return whole();
    };
    let is_apart = head.ends_with(char::is_whitespace);
    if is_apart && is_count(digits.trim()) && has_words(head) {
        return (digits.trim().parse().ok(), head.trim().to_owned());
    }
    whole()
}

/// `1`, `Qté : 2`, `x 3`, `2 x`.
fn quantity(cells: &[Cell<'_>]) -> Option<Decimal> {
    cells.iter().skip(1).find_map(|cell| {
        let digits = cell
            .folded
            .trim_matches(|sign: char| !sign.is_ascii_digit());
        let rest = cell.folded.replace(digits, "");
        let word = rest.trim_matches(|sign: char| !sign.is_alphabetic());
        let is_count = matches!(
            word,
            "" | "x"
                | "qte"
                | "qty"
                | "quantity"
                | "quantite"
                | "menge"
                | "anzahl"
                | "cantidad"
                | "quantita"
                | "aantal"
                | "stk"
                | "ud"
                | "pz"
        );
        let count: Decimal = digits.parse().ok()?;
        (is_count && count.scale() == 0 && digits.len() <= 4).then_some(count)
    })
}

/// Before the price of one thing.
const PRICES: &[&str] = &[
    "item price",
    "prix de l'objet",
    "prix de l'article",
    "artikelpreis",
    "precio del articulo",
    "prezzo dell'oggetto",
    "prezzo dell'articolo",
    "artikelprijs",
    "prijs van het object",
];

/// What stands between a name and its price.
const SKIPPED: &[&str] = &[
    "condition",
    "sold by",
    "fulfilled by",
    "vendu par",
    "verkauf durch",
    "vendido por",
    "venduto da",
    "verkocht door",
    "etat",
    "zustand",
    "qty",
    "quantity",
    "item number",
    "sku",
    "expedie par",
    "versand durch",
];

/// Labels of rows that are no things.
const NOT_ITEMS: &[&str] = &[
    "subtotal",
    "sub-total",
    "item subtotal",
    "sous-total",
    "sous total",
    "zwischensumme",
    "subtotale",
    "subtotaal",
    "nettobetrag",
    "netto",
    "total ht",
    "imponibile",
    "base imponible",
    "shipping",
    "shipping & handling",
    "shipping and handling",
    "delivery",
    "postage",
    "postage & packing",
    "postage and packaging",
    "p&p",
    "livraison",
    "frais de port",
    "frais de livraison",
    "port",
    "expedition",
    "versand",
    "versandkosten",
    "lieferung",
    "lieferkosten",
    "envio",
    "gastos de envio",
    "spedizione",
    "spese di spedizione",
    "verzendkosten",
    "verzending",
    "bezorgkosten",
    "discount",
    "remise",
    "reduction",
    "rabatt",
    "descuento",
    "sconto",
    "korting",
    "coupon",
    "code promo",
    "bon de reduction",
    "gutschein",
    "promotion",
    "gift card",
    "carte cadeau",
    "payment",
    "paiement",
    "zahlung",
    "pago",
    "pagamento",
    "betaling",
    "paid by",
    "paye par",
    "carte",
    "card",
    "visa",
    "mastercard",
    "paypal",
    "cb",
    "especes",
    "cash",
    "change",
    "rendu",
    "insurance",
    "before vat",
    "tip",
    "pourboire",
    "price",
    "prix",
    "preis",
    "precio",
    "prezzo",
    "prijs",
    "points",
    "eco-participation",
    "dont eco-participation",
    "unit price",
    "description",
    "balance",
    "solde",
    "amount",
    "montant",
    "order",
    "commande",
    "date",
    "from",
];

/// Where adverts begin.
const ADVERT: &[&str] = &[
    "recommendations for",
    "recommended for you",
    "frequently bought together",
    "top picks",
    "you may also like",
    "customers who bought",
    "vous aimerez aussi",
    "vous pourriez aimer",
    "recommande pour vous",
    "nos recommandations",
    "das konnte ihnen auch gefallen",
    "empfehlungen fur",
    "kunden kauften auch",
    "tambien te puede interesar",
    "recomendaciones",
    "potrebbe interessarti",
    "consigliati per te",
    "misschien vind je dit ook leuk",
    "aanbevolen voor",
];
