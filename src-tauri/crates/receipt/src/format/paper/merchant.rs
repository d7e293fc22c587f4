//! Who sells, as paper tells it: a name with a legal form, a name like its domain, or the first words of the page.

use crate::{Found, Origin};

/// How many lines of the head and of the foot of a paper name its merchant.
const EDGE: usize = 18;
/// The longest name, in characters.
const LONGEST: usize = 60;

/// Forms of companies, folded; a short one counts at the end of a name only.
const FORMS: &[&str] = &[
    "gmbh", "sas", "sarl", "eurl", "sasu", "ltd", "limited", "llc", "inc", "plc", "bv", "b.v.",
    "n.v.", "s.a.", "s.a.s.", "s.a.r.l.", "ag", "kg", "ohg", "e.k.", "srl", "s.r.l.", "spa",
    "s.p.a.", "s.l.", "sl", "sa", "aps", "ab", "oy", "gbr", "ug", "corp", "e.v.", "pvt",
];
/// What stands above or before the name of whoever buys.
const BUYER: &[&str] = &[
    "bill to",
    "billed to",
    "ship to",
    "sold to",
    "invoice to",
    "customer",
    "client",
    "facture a",
    "adresse de facturation",
    "adresse de livraison",
    "livraison",
    "billing address",
    "shipping address",
    "rechnung an",
    "rechnungsadresse",
    "lieferadresse",
    "kunde",
    "factuuradres",
    "afleveradres",
    "verzendadres",
    "cliente",
    "destinatario",
    "guest",
    "guest name",
    "facturar a",
    "deliver to",
    "destinataire",
];
/// What a paper says of itself, and words that start a line which names nobody.
const TITLES: &[&str] = &[
    "invoice",
    "tax invoice",
    "facture",
    "rechnung",
    "factura",
    "fattura",
    "factuur",
    "receipt",
    "recu",
    "ticket",
    "avoir",
    "page",
    "seite",
    "date",
    "datum",
    "total",
    "tel",
    "phone",
    "fax",
    "www",
    "http",
    "e-mail",
    "email",
    "iban",
    "bic",
    "siret",
    "siren",
    "tva",
    "vat",
    "ust",
    "kundennummer",
    "numero",
    "order",
    "commande",
    "bestellung",
    "kassenbon",
    "quittung",
    "duplicata",
    "copy",
    "original",
    "booking",
    "description",
    "designation",
    "montant",
    "payment",
    "thank",
    "merci",
    "danke",
    "bank",
    "banque",
    "steuer",
    "amtsgericht",
    "hrb",
    "p.iva",
    "original tax invoice",
    "credit note",
    "gutschrift",
    "nr",
    "no",
    "ref",
    "scontrino",
    "documento commerciale",
    "factura simplificada",
    "kassabon",
];
/// Where mail is kept for anyone: such a domain is no merchant's.
const FREE_MAIL: &[&str] = &[
    "gmail", "hotmail", "outlook", "yahoo", "orange", "wanadoo", "free", "gmx", "web", "icloud",
    "laposte", "libero",
];

/// Who sells, and the domains by which it is known.
pub(super) struct Merchant {
    /// Its name, as written.
    pub(super) name: Option<Found<String>>,
    /// Its domains.
    pub(super) ids: Vec<String>,
}

/// Looks for the merchant of a paper.
pub(super) fn find(text: &str, origin: Origin) -> Merchant {
    let domains = domains(text);
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let foot = lines.len().saturating_sub(EDGE).max(EDGE);
    let mut best: Option<(i32, &str)> = None;
    for (at, line) in lines.iter().enumerate() {
        if at >= EDGE && at < foot {
            continue;
        }
        let above = at.checked_sub(1).and_then(|above| lines.get(above));
        for (cell, written) in line.split('\t').enumerate() {
            let is_buyer = cell
                .checked_sub(1)
                .is_some_and(|left| names_buyer(line, left))
                || above.is_some_and(|above| (0..=cell).any(|column| names_buyer(above, column)));
            let place = Place {
                at,
                is_head: at < EDGE,
                is_buyer,
            };
            let Some(score) = score(written, &place, &domains) else {
                continue;
            };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, written));
            }
        }
    }
    let name = best.filter(|(score, _)| *score > 0).map(|(_, written)| {
        let name = name_of(written);
        Found::new(name, origin, written.trim()).less_sure(20)
    });
    Merchant { name, ids: domains }
}

struct Place {
    at: usize,
    is_head: bool,
    is_buyer: bool,
}

fn names_buyer(line: &str, cell: usize) -> bool {
    let folded = line
        .split('\t')
        .nth(cell)
        .map(text::fold)
        .unwrap_or_default();
    let label = folded.trim_matches(|sign: char| !sign.is_alphanumeric());
    BUYER.contains(&label)
}

/// How much speaks for a cell as the merchant's name; `None` where it cannot be one.
fn score(cell: &str, place: &Place, domains: &[String]) -> Option<i32> {
    let name = name_of(cell);
    let folded = text::fold(&name);
    let letters = folded.chars().filter(|sign| sign.is_alphabetic()).count();
    let is_title = TITLES.iter().any(|title| {
        folded
            .strip_prefix(title)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    if letters < 3 || name.chars().count() > LONGEST || is_title || folded.contains('@') {
        return None;
    }
    if place.is_buyer || BUYER.iter().any(|label| folded.starts_with(label)) {
        return None;
    }
    let has_form = folded
        .split([' ', ','])
        .skip(1)
        .any(|word| FORMS.contains(&word));
    let is_named_by_domain = domains.iter().any(|domain| like_domain(&folded, domain));
    let digits = folded.chars().any(|sign| sign.is_ascii_digit());
    let is_labelled = cell.contains(':');
    let mut score = 0;
    score += if has_form { 6 } else { 0 };
    score += if is_named_by_domain { 7 } else { 0 };
    score += if place.is_head {
        4 - i32::try_from(place.at.min(4)).unwrap_or(4)
    } else {
        0
    };
    score -= if digits { 3 } else { 0 };
    score -= if is_labelled { 4 } else { 0 };
    Some(score)
}

/// A cell up to what parts a name from an address.
fn name_of(cell: &str) -> String {
    let head = cell.split(['|', '•', '·']).next().unwrap_or(cell);
    let head = head.split(" - ").next().unwrap_or(head);
    let head = head.split(", ").next().unwrap_or(head);
    head.trim()
        .trim_matches(['*', '=', '-', '_', ' '])
        .to_owned()
}

/// Whether a name and a domain are one: the letters of either start the other's.
fn like_domain(folded: &str, domain: &str) -> bool {
    let letters =
        |text: &str| -> String { text.chars().filter(|sign| sign.is_alphanumeric()).collect() };
    let Some(own) = domain.rsplit('.').nth(1).map(letters) else {
        return false;
    };
    let name = letters(folded);
    let first = folded.split(' ').next().map(letters).unwrap_or_default();
    own.len() >= 3 && (name.starts_with(&own) || (first.len() >= 3 && own.starts_with(&first)))
}

/// The domains of sites and addresses in a text, without those of mail for anyone.
fn domains(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let words = text
        .split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '(' | ')' | '|'));
    for word in words {
        let word = word
            .trim_matches(|sign: char| !sign.is_alphanumeric())
            .to_lowercase();
        let host = word.rsplit('@').next().unwrap_or(&word);
        let host = host.rsplit("//").next().unwrap_or(host);
        let host = host.split('/').next().unwrap_or(host);
        let is_told = word.contains('@') || word.starts_with("www.") || word.starts_with("http");
        let host = host.strip_prefix("www.").unwrap_or(host);
        let known = FREE_MAIL.contains(&host.split('.').next().unwrap_or_default());
        let end = host.rsplit('.').next().unwrap_or_default();
        let plain = host.contains('.') && end.len() >= 2 && end.chars().all(char::is_alphabetic);
        if is_told && plain && !known && !found.iter().any(|one| one == host) && found.len() < 8 {
            found.push(host.to_owned());
        }
    }
    found
}
