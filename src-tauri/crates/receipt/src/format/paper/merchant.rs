//! Who sells, as paper tells it: a name with a legal form, a name like its domain, or the first words of the page.

use super::party::{self, At, Parties};
use super::sheet::{Cell, Sheet};
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
pub(super) fn find(sheet: &Sheet, origin: Origin) -> Merchant {
    let parties = party::find(sheet);
    let head = head_of(sheet);
    let known = Known {
        domains: domains(sheet, &parties),
        usual: usual_size(sheet),
        lines: sheet.lines.len(),
        head,
        parties: &parties,
    };
    let mut best: Option<(i32, &Cell)> = None;
    for at in 0..sheet.lines.len() {
        for (place, cell) in sheet.line(at).iter().enumerate() {
            let Some(score) = score(sheet, (at, place), cell, &known) else {
                continue;
            };
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, cell));
            }
        }
    }
    let name = best
        .filter(|(score, _)| *score > 0)
        .map(|(_, cell)| Found::new(name_of(&cell.text), origin, cell.text.trim()).less_sure(20));
    let mut ids = known.domains;
    for (at, line) in sheet.lines.iter().enumerate() {
        for (place, cell) in line.cells.iter().enumerate() {
            let is_buyers = parties.buyer.contains(&(at, place))
                || BUYERS_ID.iter().any(|word| cell.folded.contains(word));
            for id in party::ids(&cell.text) {
                if !is_buyers && !ids.contains(&id) && ids.len() < 12 {
                    ids.push(id);
                }
            }
        }
    }
    Merchant { name, ids }
}

/// What the whole paper tells of each of its cells.
struct Known<'a> {
    domains: Vec<String>,
    /// The usual height of its type.
    usual: f64,
    lines: usize,
    /// The line on which the head ends: the list of things begins, or the page is long enough.
    head: usize,
    parties: &'a Parties,
}

fn head_of(sheet: &Sheet) -> usize {
    let table = super::table::read(sheet).range;
    if table.is_empty() {
        EDGE
    } else {
        table.start.clamp(4, 3 * EDGE)
    }
}

fn usual_size(sheet: &Sheet) -> f64 {
    let mut sizes: Vec<f64> = sheet
        .lines
        .iter()
        .flat_map(|line| &line.cells)
        .map(|cell| cell.size)
        .collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or_default()
}

/// How much speaks for a cell as the merchant's name; `None` where it cannot be one.
fn score(sheet: &Sheet, (at, place): At, cell: &Cell, known: &Known<'_>) -> Option<i32> {
    let is_head = at < known.head;
    let is_seller = known.parties.seller.contains(&(at, place));
    let is_foot = at + EDGE >= known.lines;
    if !is_head && !is_foot && !is_seller {
        return None;
    }
    let name = name_of(&cell.text);
    let folded = text::fold(&name);
    let letters = folded.chars().filter(|sign| sign.is_alphabetic()).count();
    let words = folded.split_whitespace().count();
    let is_title = TITLES.iter().any(|title| {
        folded
            .strip_prefix(title)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    if letters < 3
        || name.chars().count() > LONGEST
        || is_title
        || folded.contains('@')
        || words > 8
    {
        return None;
    }
    let is_person = folded
        .split(' ')
        .next()
        .is_some_and(|word| PERSONS.contains(&word));
    if known.parties.buyer.contains(&(at, place)) || is_person {
        return None;
    }
    let has_form = folded
        .split([' ', ','])
        .skip(1)
        .any(|word| FORMS.contains(&word));
    let is_site = folded.starts_with("www.") || folded.contains("://");
    let is_named_by_domain = known
        .domains
        .iter()
        .any(|domain| like_domain(&folded, domain));
    let line = sheet.line(at);
    let starts_address = place == 0 && party::is_return_address(line);
    let has = |list: &[&str]| {
        list.iter()
            .any(|word| crate::label::contains(&folded, word))
    };
    let mut score = 0;
    score += if has_form { 6 } else { 0 };
    score += if is_named_by_domain { 7 } else { 0 };
    score += if starts_address { 5 } else { 0 };
    score += if is_head {
        4 - i32::try_from(at.min(4)).unwrap_or(4)
    } else {
        0
    };
    score += if is_head && cell.size > 1.3 * known.usual {
        3
    } else {
        0
    };
    score += if is_seller { 8 } else { 0 };
    score += if is_registered(sheet, at, cell) { 3 } else { 0 };
    score += if is_repeated(sheet, at, &folded) {
        2
    } else {
        0
    };
    score -= if folded.bytes().any(|byte| byte.is_ascii_digit()) {
        3
    } else {
        0
    };
    score += if !is_head && is_paid(sheet, &folded) {
        4
    } else {
        0
    };
    score -= if is_head && !is_seller && is_bare_address(sheet, at, cell) {
        3
    } else {
        0
    };
    score -= if cell.text.contains(':') { 4 } else { 0 };
    score -= if has(STREETS) || is_site { 4 } else { 0 };
    score -= if has(BANKS) || near_account(sheet, at, place) {
        6
    } else {
        0
    };
    Some(score)
}

/// Whether a company's register or tax number stands in the same block.
fn is_registered(sheet: &Sheet, at: usize, cell: &Cell) -> bool {
    let near = sheet
        .lines
        .iter()
        .enumerate()
        .skip(at.saturating_sub(6))
        .take(14);
    near.flat_map(|(number, line)| line.cells.iter().map(move |other| (number, other)))
        .any(|(number, other)| {
            let is_same_block = number == at || stands_under(cell, other);
            is_same_block && party::is_registration(&other.folded)
        })
}

/// Whether two cells begin or are centred at the same place.
fn stands_under(cell: &Cell, other: &Cell) -> bool {
    let middles = (cell.left + cell.right - other.left - other.right).abs() / 2.0;
    (cell.left - other.left).abs() < 15.0 || middles < 12.0
}

fn is_repeated(sheet: &Sheet, at: usize, name: &str) -> bool {
    let others = sheet
        .lines
        .iter()
        .enumerate()
        .filter(|(number, _)| *number != at);
    others
        .flat_map(|(_, line)| &line.cells)
        .any(|cell| cell.folded.starts_with(name))
}

/// Whether the account that is to be paid is in this name.
fn is_paid(sheet: &Sheet, name: &str) -> bool {
    let cells = sheet.lines.iter().flat_map(|line| &line.cells);
    cells.into_iter().any(|cell| {
        PAYEE.iter().any(|label| {
            let rest = cell.folded.split_once(label).map(|(_, rest)| rest);
            rest.is_some_and(|rest| crate::label::contains(rest, name))
        })
    })
}

/// Whether a cell heads nothing but a postal address, as whoever a letter goes to is shown: no telephone, site or register in it.
fn is_bare_address(sheet: &Sheet, at: usize, cell: &Cell) -> bool {
    let Some(mut above) = sheet.lines.get(at) else {
        return false;
    };
    let mut block: Vec<&Cell> = Vec::new();
    for line in sheet.lines.iter().skip(at + 1).take(14) {
        let below = line
            .cells
            .iter()
            .find(|other| (other.left - cell.left).abs() < 4.0);
        if let Some(below) = below {
            if line.top - above.top > 1.9 * line.size.max(above.size) {
                break;
            }
            block.push(below);
            above = line;
        }
    }
    let has_code = block.iter().any(|other| {
        let digits = other
            .folded
            .split(|sign: char| !sign.is_ascii_digit())
            .next();
        digits.is_some_and(|digits| (4..=5).contains(&digits.len()))
    });
    let is_told = |other: &&Cell| {
        let has = |list: &[&str]| {
            list.iter()
                .any(|word| crate::label::contains(&other.folded, word))
        };
        other.folded.contains(['@', '+', '\u{fffd}'])
            || other.folded.contains("www.")
            || has(CONTACTS)
            || party::is_registration(&other.folded)
    };
    has_code && !block.iter().any(is_told)
}

/// Whether the name is that of a bank, in the line or block of an account's number.
fn near_account(sheet: &Sheet, at: usize, place: usize) -> bool {
    let Some(cell) = sheet.line(at).get(place) else {
        return false;
    };
    let near = sheet.lines.iter().skip(at.saturating_sub(1)).take(3);
    near.flat_map(|line| &line.cells)
        .filter(|other| (other.left - cell.left).abs() < 15.0)
        .any(|other| {
            crate::label::contains(&other.folded, "iban")
                || crate::label::contains(&other.folded, "bic")
        })
}

/// A cell up to what parts a name from an address.
fn name_of(cell: &str) -> String {
    let head = party::parts(cell).next().unwrap_or(cell);
    let is_form = |part: &str| FORMS.contains(&text::fold(part).as_str());
    let head = match head.split_once(", ") {
        Some((name, rest)) if !rest.split(", ").next().is_some_and(is_form) => name,
        _ => head,
    };
    head.trim()
        .trim_matches(['*', '=', '-', '_', ' ', ','])
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

/// The domains of sites and addresses on a paper but those of whoever buys and of mail for anyone.
fn domains(sheet: &Sheet, parties: &Parties) -> Vec<String> {
    let mut found = Vec::new();
    for (at, line) in sheet.lines.iter().enumerate() {
        for (place, cell) in line.cells.iter().enumerate() {
            let is_makers = MADE_BY.iter().any(|words| cell.folded.contains(words));
            if !parties.buyer.contains(&(at, place)) && !is_makers {
                domains_in(&cell.text, &mut found);
            }
        }
    }
    found
}

fn domains_in(text: &str, found: &mut Vec<String>) {
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
}

/// How people are addressed: whoever follows buys.
const PERSONS: &[&str] = &[
    "herr", "herrn", "frau", "monsieur", "madame", "mme", "m.", "mr", "mrs", "ms", "mr.", "mrs.",
    "ms.", "dear", "sehr", "cher", "chere", "bonjour", "hello", "senor", "senora", "sig.",
    "gentile", "geachte", "beste", "dhr", "mevr",
];
const STREETS: &[&str] = &[
    "rue",
    "avenue",
    "av.",
    "boulevard",
    "bd",
    "chemin",
    "place",
    "impasse",
    "street",
    "st.",
    "road",
    "lane",
    "drive",
    "square",
    "strasse",
    "str.",
    "weg",
    "platz",
    "allee",
    "calle",
    "c/",
    "avda",
    "plaza",
    "via",
    "viale",
    "piazza",
    "corso",
    "straat",
    "laan",
    "plein",
    "cedex",
    "box",
];
const BANKS: &[&str] = &[
    "bank",
    "banque",
    "sparkasse",
    "kreissparkasse",
    "volksbank",
    "raiffeisenbank",
    "commerzbank",
    "banco",
    "banca",
    "kreditinstitut",
    "bankverbindung",
    "caisse d'epargne",
    "credit agricole",
    "rabobank",
];
/// What says that a tax number is the buyer's.
const BUYERS_ID: &[&str] = &[
    "client",
    "customer",
    "kunde",
    "kaufer",
    "acheteur",
    "klant",
    "cliente",
    "buyer",
    "your vat",
    "ihre ust",
    "votre tva",
    "uw btw",
];
/// What stands before the name of whoever is paid.
const PAYEE: &[&str] = &[
    "titulaire du compte",
    "titulaire",
    "a l'ordre de",
    "beneficiaire",
    "kontoinhaber",
    "account holder",
    "account name",
    "beneficiary",
    "payable to",
    "in favor of",
    "in favour of",
    "titular",
    "intestatario",
    "intestato a",
    "begunstigde",
    "t.n.v.",
    "ten name van",
];
/// How a company is reached.
const CONTACTS: &[&str] = &[
    "tel",
    "tel.",
    "phone",
    "fon",
    "telefon",
    "telephone",
    "fax",
    "mobile",
    "e-mail",
    "email",
    "web",
    "telefono",
    "telefoon",
    "http",
];
/// What names the program that made the paper.
const MADE_BY: &[&str] = &[
    "powered by",
    "generated by",
    "created with",
    "erstellt mit",
    "genere par",
    "edite avec",
    "cree avec",
];
