//! Who is who on a paper: the blocks of words below *Bill to* or *Seller*, and the numbers by which a company is known.

use std::collections::HashSet;

use super::sheet::{Cell, Sheet};

/// The most lines of a block.
const MOST_LINES: usize = 8;
/// How far to the right a block reaches where nothing bounds it, in points.
const WIDTH: f64 = 260.0;

/// A cell by its line and place on it.
pub(super) type At = (usize, usize);

/// The cells that speak of one side.
#[derive(Debug, Default)]
pub(super) struct Parties {
    pub(super) buyer: HashSet<At>,
    pub(super) seller: HashSet<At>,
}

/// Finds the blocks of both sides.
pub(super) fn find(sheet: &Sheet) -> Parties {
    let mut parties = Parties::default();
    for at in 0..sheet.lines.len() {
        for (place, cell) in sheet.line(at).iter().enumerate() {
            if let Some(is_alone) = names(cell, BUYER) {
                parties.buyer.insert((at, place));
                parties.buyer.extend(block(sheet, at, place, is_alone));
            } else if let Some(is_alone) = names(cell, SELLER) {
                parties.seller.extend(block(sheet, at, place, is_alone));
            }
        }
    }
    parties.buyer.extend(behind_the_window(sheet));
    parties
}

/// Whether a cell is one of these labels, and whether it is nothing else.
fn names(cell: &Cell, labels: &[&str]) -> Option<bool> {
    labels.iter().find_map(|label| {
        let rest = cell.folded.strip_prefix(label)?;
        let bare = rest.trim_matches(|sign: char| !sign.is_alphanumeric());
        let is_label = bare.is_empty() || rest.trim_start().starts_with([':', '/']);
        is_label.then(|| bare.is_empty() || rest.starts_with('/'))
    })
}

/// What stands right of and below a label, up to a gap or the next label.
fn block(sheet: &Sheet, at: usize, place: usize, is_alone: bool) -> Vec<At> {
    let Some(label) = sheet.line(at).get(place) else {
        return Vec::new();
    };
    let is_label = |cell: &Cell| names(cell, BUYER).is_some() || names(cell, SELLER).is_some();
    let bound = sheet
        .line(at)
        .get(place + 1)
        .map_or(label.left + WIDTH, |next| next.left - 1.0);
    let mut cells = Vec::new();
    let right = sheet.line(at).get(place + 1).filter(|cell| !is_label(cell));
    let is_open = label.text.trim_end().ends_with(':');
    if right.is_some_and(|cell| is_open && cell.left - label.right < WIDTH) {
        cells.push((at, place + 1));
    }
    let bound = if cells.is_empty() {
        bound
    } else {
        label.left + WIDTH
    };
    let Some(mut above) = sheet.lines.get(at) else {
        return cells;
    };
    if !is_alone && cells.is_empty() {
        return cells;
    }
    for (number, line) in sheet.lines.iter().enumerate().skip(at + 1).take(MOST_LINES) {
        if line.top - above.top > 2.6 * line.size.max(above.size) {
            break;
        }
        let within: Vec<At> = line
            .cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| cell.left >= label.left - 12.0 && cell.left < bound)
            .map(|(place, _)| (number, place))
            .collect();
        let is_next = within
            .iter()
            .filter_map(|(line, place)| sheet.line(*line).get(*place))
            .any(is_label);
        if is_next {
            break;
        }
        if !within.is_empty() {
            above = line;
        }
        cells.extend(within);
    }
    cells
}

/// Whoever an envelope's window shows, below the one line that gives the sender's address.
fn behind_the_window(sheet: &Sheet) -> Vec<At> {
    let Some(at) = (0..sheet.lines.len().min(20)).find(|at| is_return_address(sheet.line(*at)))
    else {
        return Vec::new();
    };
    let (Some(line), Some(first)) = (sheet.lines.get(at), sheet.line(at).first()) else {
        return Vec::new();
    };
    let is_in_window = first.left < 150.0 && line.top > 80.0;
    if !is_in_window {
        return Vec::new();
    }
    let near = sheet.lines.iter().enumerate().skip(at + 1).take(MOST_LINES);
    near.take_while(|(_, below)| below.top - line.top < 110.0)
        .flat_map(|(number, below)| {
            let cells = below.cells.iter().enumerate();
            cells
                .filter(|(_, cell)| (cell.left - first.left).abs() < 35.0)
                .map(move |(place, _)| (number, place))
        })
        .collect()
}

/// `Name - Street 1 - 12345 Town` on one line, in one cell or in several with a dot between them.
pub(super) fn is_return_address(cells: &[Cell]) -> bool {
    let dots = cells
        .iter()
        .filter(|cell| matches!(cell.text.as_str(), "●" | "•" | "·" | "|" | "-" | "–"))
        .count();
    let is_spread = dots >= 2;
    let is_joined = cells
        .first()
        .is_some_and(|cell| parts(&cell.text).count() >= 3);
    let has_code = cells.iter().any(|cell| {
        cell.text
            .split(|sign: char| !sign.is_ascii_digit())
            .any(|digits| (4..=5).contains(&digits.len()))
    });
    (is_spread || is_joined) && has_code
}

/// What the separators of an address line part.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['|', '•', '·', '●', '–', '—', '*'])
        .flat_map(|part| part.split(" - "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The VAT and company numbers in a text.
pub(super) fn ids(text: &str) -> Vec<String> {
    let folded = text::fold(text);
    let mut ids = Vec::new();
    for label in VAT
        .iter()
        .filter(|label| crate::label::contains(&folded, label))
    {
        let Some((_, rest)) = folded.split_once(label) else {
            continue;
        };
        let plain: String = rest
            .chars()
            .filter(|sign| sign.is_ascii_alphanumeric())
            .map(|sign| sign.to_ascii_uppercase())
            .collect();
        let number = LENGTHS.iter().find_map(|(country, length)| {
            let at = plain.find(country).filter(|at| *at <= 16)?;
            let number = plain.get(at..at + 2 + length)?;
            let digits = number.bytes().filter(u8::is_ascii_digit).count();
            (digits + 3 >= *length).then(|| number.to_owned())
        });
        ids.extend(number);
    }
    for (label, length) in [("siret", 14), ("siren", 9), ("rcs", 9)] {
        let Some((_, rest)) = folded.split_once(label) else {
            continue;
        };
        let digits: String = rest
            .chars()
            .take(40)
            .filter(char::is_ascii_digit)
            .take(length)
            .collect();
        if digits.len() == length {
            ids.push(digits);
        }
    }
    ids.sort();
    ids.dedup();
    ids
}

/// Whether a text names a company's registration: its tax number, its register.
pub(super) fn is_registration(folded: &str) -> bool {
    REGISTERED
        .iter()
        .any(|word| crate::label::contains(folded, word))
}

const BUYER: &[&str] = &[
    "bill to",
    "billed to",
    "billing to",
    "bill-to",
    "ship to",
    "shipped to",
    "shipping to",
    "sold to",
    "invoice to",
    "invoiced to",
    "invoice for",
    "customer",
    "customer details",
    "client",
    "facture a",
    "adresse de facturation",
    "adresse facturation",
    "adresse de livraison",
    "adresse livraison",
    "livraison",
    "livre a",
    "billing address",
    "shipping address",
    "delivery address",
    "invoice address",
    "rechnung an",
    "rechnungsadresse",
    "rechnungsempfanger",
    "warenempfanger",
    "lieferadresse",
    "lieferanschrift",
    "rechnungsanschrift",
    "kunde",
    "kaufer",
    "leistungsempfanger",
    "factuuradres",
    "afleveradres",
    "verzendadres",
    "bezorgadres",
    "klant",
    "cliente",
    "datos del cliente",
    "destinatario",
    "cessionario",
    "cessionario/committente",
    "guest",
    "guest name",
    "facturar a",
    "direccion de facturacion",
    "direccion de envio",
    "indirizzo di fatturazione",
    "indirizzo di spedizione",
    "deliver to",
    "destinataire",
    "attention",
    "attn",
    "to",
    "buyer",
    "acheteur",
    "comprador",
    "acquirente",
    "empfanger",
    "aan",
    "spett.le",
    "spett",
    "a l'attention de",
    "passenger",
    "voyageur",
    "patient",
    "mieter",
    "versicherungsnehmer",
    "abonne",
    "titulaire du contrat",
    "intestatario",
];
const SELLER: &[&str] = &[
    "seller",
    "seller details",
    "sold by",
    "vendor",
    "supplier",
    "from",
    "bill from",
    "issued by",
    "invoice from",
    "vendeur",
    "fournisseur",
    "emetteur",
    "prestataire",
    "vendu par",
    "verkaufer",
    "rechnungssteller",
    "rechnungsaussteller",
    "verkauft von",
    "verkauf durch",
    "leistungserbringer",
    "vendedor",
    "emisor",
    "proveedor",
    "vendido por",
    "cedente",
    "cedente/prestatore",
    "fornitore",
    "venduto da",
    "verkoper",
    "leverancier",
    "verkocht door",
    "afzender",
    "hotel details",
];
const VAT: &[&str] = &[
    "tva",
    "vat",
    "ust",
    "ustid",
    "ust-id",
    "ust.-id",
    "ust-idnr",
    "uid",
    "btw",
    "iva",
    "p.iva",
    "nif",
    "cif",
    "vat-id",
    "umsatzsteuer",
    "tax id",
    "intracommunautaire",
    "n.i.f",
    "c.i.f",
];
const LENGTHS: &[(&str, usize)] = &[
    ("DE", 9),
    ("FR", 11),
    ("IT", 11),
    ("ES", 9),
    ("NL", 12),
    ("BE", 10),
    ("ATU", 8),
    ("LU", 8),
    ("PT", 9),
    ("GB", 9),
    ("IE", 8),
    ("PL", 10),
    ("CHE", 9),
    ("DK", 8),
    ("SE", 12),
    ("FI", 8),
];
const REGISTERED: &[&str] = &[
    "ust-id",
    "ust-idnr",
    "ustid",
    "ust.-id.-nr",
    "ust.-id",
    "ust-id-nr",
    "steuernummer",
    "steuer-nr",
    "steuernr",
    "hrb",
    "hra",
    "amtsgericht",
    "registergericht",
    "handelsregister",
    "siret",
    "siren",
    "rcs",
    "r.c.s",
    "naf",
    "ape",
    "tva",
    "tva intracommunautaire",
    "vat",
    "vat no",
    "vat number",
    "vat reg",
    "company no",
    "company number",
    "registered office",
    "registered in",
    "kvk",
    "btw",
    "btw-nr",
    "btw nr",
    "p.iva",
    "partita iva",
    "p. iva",
    "c.f",
    "rea",
    "cif",
    "nif",
    "c.i.f",
    "n.i.f",
    "gstin",
    "cin",
    "abn",
    "ein",
    "registro mercantil",
    "capital de",
    "capital social",
    "stammkapital",
    "geschaftsfuhrer",
    "vorstand",
    "uid",
];
