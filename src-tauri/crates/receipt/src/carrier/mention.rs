//! Tracking numbers in running text: a shape that stands for itself, or one beside its carrier's name.

use super::{Candidate, SURE_ALONE, normalised, recognise};

/// A text and what is known of where it comes from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// Subject and body, the most trustworthy first.
    pub text: &'a str,
    /// The domain of the mail's sender.
    pub sender: &'a str,
    /// Addresses that the mail links to.
    pub links: &'a [String],
}

/// A tracking number that a text tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// As carriers' systems hold it.
    pub number: String,
    /// Who carries it, where the text or the number says so.
    pub carrier: Option<&'static str>,
    /// How sure it is that this is a tracking number, 0 to 100.
    pub confidence: u8,
}

/// How far from a number its carrier may be named, in characters.
const NEAR: usize = 80;
/// The longest number, in words that are written apart.
const MOST_WORDS: usize = 8;

/// Finds the tracking numbers of a text. Order numbers with their hyphens, IBANs and numbers behind such words as *SIRET* or
/// *Tel* are none.
pub fn in_text(context: Context<'_>) -> Vec<Parcel> {
    let words: Vec<Word<'_>> = words(context.text);
    let sender = of_domain(context.sender);
    let mut found: Vec<Parcel> = Vec::new();
    for at in 0..words.len() {
        if let Some(parcel) = parcel_at(&words, at, sender) {
            add(&mut found, parcel);
        }
    }
    for link in context.links {
        if let Some(parcel) = of_link(link) {
            add(&mut found, parcel);
        }
    }
    found
}

fn add(found: &mut Vec<Parcel>, parcel: Parcel) {
    match found
        .iter_mut()
        .find(|one| one.number.contains(&parcel.number))
    {
        Some(known) => {
            known.confidence = known.confidence.max(parcel.confidence);
            known.carrier = known.carrier.or(parcel.carrier);
        }
        None => found.push(parcel),
    }
}

/// A word as written and folded.
struct Word<'a> {
    written: &'a str,
    folded: String,
}

fn words(text: &str) -> Vec<Word<'_>> {
    text.split(|sign: char| {
        sign.is_whitespace() || matches!(sign, ',' | ';' | '"' | '(' | ')' | '<' | '>')
    })
    .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '+'))
    .filter(|word| !word.is_empty() && !word.contains("//") && !word.contains('@'))
    .map(|written| Word {
        written,
        folded: text::fold(written),
    })
    .collect()
}

fn parcel_at(words: &[Word<'_>], at: usize, sender: Option<&'static str>) -> Option<Parcel> {
    let before = joined(words.iter().take(at).rev(), NEAR, true);
    let close = tail(&before, 34);
    if NOT_PARCELS
        .iter()
        .any(|word| ends_near(tail(&before, 22), word))
    {
        return None;
    }
    let mut number = String::new();
    let mut best: Option<Parcel> = None;
    for (count, word) in words.iter().skip(at).take(MOST_WORDS).enumerate() {
        if !is_piece(word.written) || (count > 0 && word.written.len() > 8) {
            break;
        }
        number.push_str(&normalised(word.written));
        if number.len() > 40 {
            break;
        }
        let whole = (count == 0).then_some(word.written);
        let after = joined(words.iter().skip(at + count + 1), NEAR, false);
        let near = Near {
            before: &before,
            after: &after,
            sender,
            is_labelled: LABELS.iter().any(|label| ends_near(close, label)),
        };
        if let Some(parcel) = judged(&number, whole, &near) {
            best = Some(parcel);
        }
    }
    best
}

/// What stands around a number.
struct Near<'a> {
    before: &'a str,
    after: &'a str,
    sender: Option<&'static str>,
    is_labelled: bool,
}

fn judged(number: &str, whole: Option<&str>, near: &Near<'_>) -> Option<Parcel> {
    if is_iban(number) || whole.is_some_and(|word| word.contains('-') && !word.starts_with("1LS7"))
    {
        return None;
    }
    let candidates = recognise(number);
    let named = near_name(near.before, near.after).or(near.sender);
    let of_named = |one: &&Candidate| named.is_some_and(|name| is_same(name, one.carrier));
    let is_one_word = whole.is_some();
    if let Some(best) = candidates
        .first()
        .filter(|best| best.is_valid && best.confidence >= SURE_ALONE)
    {
        let carrier = candidates.iter().find(of_named).unwrap_or(best).carrier;
        let carrier = if carrier == "S10" {
            named
        } else {
            Some(carrier)
        };
        return Some(parcel(number, carrier, best.confidence));
    }
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    if near.is_labelled && is_one_word && digits >= 6 && (8..=40).contains(&number.len()) {
        let carrier = candidates.iter().find(of_named).map(|one| one.carrier);
        let alone = candidates
            .first()
            .filter(|best| best.is_valid && best.confidence >= 30);
        let carrier = named.or(carrier).or(alone.map(|best| best.carrier));
        return Some(parcel(
            number,
            carrier,
            if candidates.is_empty() { 60 } else { 75 },
        ));
    }
    let candidate = candidates.iter().find(of_named)?;
    // A number of a shape that no other has is its carrier's even where its check fails: mails are cleaned and retyped.
    let is_telling =
        candidate.confidence >= if candidate.is_valid { 28 } else { 11 } && digits >= 9;
    (is_telling && is_one_word).then(|| parcel(number, Some(candidate.carrier), 65))
}

fn parcel(number: &str, carrier: Option<&'static str>, confidence: u8) -> Parcel {
    Parcel {
        number: number.to_owned(),
        carrier,
        confidence,
    }
}

/// Whether a carrier goes by this name: DHL's divisions are DHL, and La Poste's parcels Colissimo.
fn is_same(name: &str, carrier: &str) -> bool {
    name == carrier
        || carrier.starts_with(name)
        || name.starts_with(carrier)
        || matches!(
            (name, carrier),
            ("La Poste", "Colissimo") | ("Evri", "Hermes") | ("Hermes", "Evri")
        )
}

/// Whether a word may be (a part of) a number: it has a digit, and no small letters.
fn is_piece(word: &str) -> bool {
    word.bytes()
        .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'-')
        && (word.bytes().any(|byte| byte.is_ascii_digit()) || word.len() <= 4)
}

/// Folded words in a row, up to so many characters.
fn joined<'a>(
    words: impl Iterator<Item = &'a Word<'a>>,
    most: usize,
    is_backwards: bool,
) -> String {
    let mut taken: Vec<&str> = Vec::new();
    let mut length = 0;
    for word in words {
        length += word.folded.len() + 1;
        if length > most {
            break;
        }
        taken.push(&word.folded);
    }
    if is_backwards {
        taken.reverse();
    }
    taken.join(" ")
}

fn tail(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or(text)
}

/// Whether a phrase stands in a text as words of its own.
fn ends_near(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text
            .get(at + phrase.len()..)
            .and_then(|rest| rest.chars().next());
        [before, after]
            .into_iter()
            .flatten()
            .all(|sign| !sign.is_alphanumeric())
    })
}

/// The carrier that is named closest: before the number, else behind it.
fn near_name(before: &str, after: &str) -> Option<&'static str> {
    let last = NAMES
        .iter()
        .filter(|(word, _)| ends_near(before, word))
        .max_by_key(|(word, _)| before.rfind(word));
    let first = || {
        NAMES
            .iter()
            .filter(|(word, _)| ends_near(after, word))
            .min_by_key(|(word, _)| after.find(word))
    };
    last.or_else(first).map(|(_, name)| *name)
}

/// The carrier that a text names, the first one.
pub fn named(text: &str) -> Option<&'static str> {
    near_name("", &text::fold(text))
}

/// The carrier whose domain this is, or below whose it stands.
pub fn of_domain(domain: &str) -> Option<&'static str> {
    let domain = domain.to_ascii_lowercase();
    domain.split('.').find_map(|label| {
        let known = |(key, _): &&(&str, &str)| {
            label == *key
                || label
                    .strip_prefix(key)
                    .is_some_and(|rest| rest.starts_with('-'))
        };
        DOMAINS.iter().find(known).map(|(_, name)| *name)
    })
}

/// The number that a link to a carrier carries.
fn of_link(link: &str) -> Option<Parcel> {
    let (_, rest) = link.split_once("//")?;
    let (host, path) = rest.split_once(['/', '?'])?;
    let carrier = of_domain(host)?;
    let parts = path.split(['/', '?', '&', '=', '#', '+', '%']);
    let mut numbers = parts.filter(|part| {
        let number = normalised(part);
        let candidates = recognise(&number);
        candidates.iter().any(|one| {
            is_same(carrier, one.carrier)
                && (one.confidence >= 15 || one.is_valid)
                && number.len() >= 9
        })
    });
    let number = numbers.next()?;
    let candidates = recognise(number);
    let own = candidates.iter().find(|one| is_same(carrier, one.carrier));
    Some(parcel(&normalised(number), own.map(|one| one.carrier), 70))
}

/// Whether a number is an account's: two letters, and 1 modulo 97.
fn is_iban(number: &str) -> bool {
    let Some((head, rest)) = number.split_at_checked(4) else {
        return false;
    };
    if number.len() < 15 || !head.bytes().take(2).all(|byte| byte.is_ascii_uppercase()) {
        return false;
    }
    let remainder = rest
        .chars()
        .chain(head.chars())
        .try_fold(0u32, |remainder, sign| {
            let digit = sign.to_digit(36)?;
            Some(
                (if digit > 9 {
                    remainder * 100
                } else {
                    remainder * 10
                } + digit)
                    % 97,
            )
        });
    remainder == Some(1)
}

/// What stands before numbers that are none of a parcel.
const NOT_PARCELS: &[&str] = &[
    "siret",
    "siren",
    "rcs",
    "iban",
    "bic",
    "tel",
    "telephone",
    "phone",
    "telefon",
    "telefono",
    "telefoon",
    "fax",
    "ean",
    "isbn",
    "tva",
    "vat",
    "ust-idnr",
    "iva",
    "btw",
    "partita iva",
    "kvk",
    "hrb",
    "infolinia",
    "hotline",
    "mobile",
    "call",
];

/// What stands before a parcel's number.
const LABELS: &[&str] = &[
    "tracking number",
    "tracking id",
    "tracking no",
    "tracking code",
    "tracking",
    "track number",
    "parcel number",
    "parcel no",
    "parcel",
    "package",
    "shipment",
    "shipment number",
    "consignment number",
    "consignment",
    "airway bill",
    "waybill",
    "barcode",
    "numero de suivi",
    "no de suivi",
    "n° de suivi",
    "n°de suivi",
    "numero du colis",
    "numero de colis",
    "colis",
    "colis n°",
    "colis no",
    "suivi",
    "bon de transport",
    "sendungsnummer",
    "sendungsnr",
    "paketnummer",
    "sendung",
    "paket",
    "trackingnummer",
    "sendungsverfolgung",
    "sendungsverfolgungsnummer",
    "numero de seguimiento",
    "numero de envio",
    "n° de envio",
    "envio",
    "localizador",
    "codigo de seguimiento",
    "seguimiento",
    "numero di tracking",
    "numero di spedizione",
    "numero spedizione",
    "codice di spedizione",
    "codice di tracciamento",
    "tracciamento",
    "spedizione",
    "pacco",
    "lettera di vettura",
    "trackingcode",
    "track & trace",
    "track&trace",
    "verzendnummer",
    "zendingnummer",
    "pakketnummer",
    "zending",
    "pakket",
    "barcode",
    "numer przesylki",
    "numer paczki",
    "numerze",
    "przesylka",
    "przesylke",
    "paczka",
];

/// Carriers as texts name them.
const NAMES: &[(&str, &str)] = &[
    ("colissimo", "Colissimo"),
    ("la poste", "La Poste"),
    ("chronopost", "Chronopost"),
    ("mondial relay", "Mondial Relay"),
    ("relais colis", "Relais Colis"),
    ("colis prive", "Colis Privé"),
    ("dpd", "DPD"),
    ("gls", "GLS"),
    ("dhl", "DHL"),
    ("ups", "UPS"),
    ("fedex", "FedEx"),
    ("tnt", "TNT"),
    ("usps", "USPS"),
    ("hermes", "Hermes"),
    ("evri", "Evri"),
    ("royal mail", "Royal Mail"),
    ("parcelforce", "Parcelforce"),
    ("yodel", "Yodel"),
    ("deutsche post", "Deutsche Post"),
    ("poste italiane", "Poste Italiane"),
    ("sda", "SDA"),
    ("brt", "BRT"),
    ("bartolini", "BRT"),
    ("correos", "Correos"),
    ("seur", "SEUR"),
    ("mrw", "MRW"),
    ("nacex", "Nacex"),
    ("postnl", "PostNL"),
    ("bpost", "bpost"),
    ("inpost", "InPost"),
    ("poczta polska", "Poczta Polska"),
    ("swiss post", "Swiss Post"),
    ("osterreichische post", "Österreichische Post"),
    ("an post", "An Post"),
    ("ctt", "CTT"),
    ("canada post", "Canada Post"),
    ("australia post", "Australia Post"),
    ("purolator", "Purolator"),
    ("ontrac", "OnTrac"),
    ("lasership", "LaserShip"),
    ("packeta", "Packeta"),
    ("geodis", "Geodis"),
    ("amazon logistics", "Amazon"),
];

/// Carriers' domains, by a label of them.
const DOMAINS: &[(&str, &str)] = &[
    ("laposte", "La Poste"),
    ("colissimo", "Colissimo"),
    ("chronopost", "Chronopost"),
    ("mondialrelay", "Mondial Relay"),
    ("relaiscolis", "Relais Colis"),
    ("colisprive", "Colis Privé"),
    ("dpd", "DPD"),
    ("dpdgroup", "DPD"),
    ("gls", "GLS"),
    ("dhl", "DHL"),
    ("ups", "UPS"),
    ("fedex", "FedEx"),
    ("tnt", "TNT"),
    ("usps", "USPS"),
    ("myhermes", "Hermes"),
    ("hermes", "Hermes"),
    ("hermesworld", "Hermes"),
    ("evri", "Evri"),
    ("royalmail", "Royal Mail"),
    ("parcelforce", "Parcelforce"),
    ("yodel", "Yodel"),
    ("deutschepost", "Deutsche Post"),
    ("poste", "Poste Italiane"),
    ("sda", "SDA"),
    ("brt", "BRT"),
    ("correos", "Correos"),
    ("correosexpress", "Correos"),
    ("seur", "SEUR"),
    ("mrw", "MRW"),
    ("nacex", "Nacex"),
    ("postnl", "PostNL"),
    ("bpost", "bpost"),
    ("inpost", "InPost"),
    ("poczta", "Poczta Polska"),
    ("post", "Österreichische Post"),
    ("anpost", "An Post"),
    ("ctt", "CTT"),
    ("canadapost", "Canada Post"),
    ("auspost", "Australia Post"),
    ("purolator", "Purolator"),
    ("ontrac", "OnTrac"),
    ("lasership", "LaserShip"),
    ("packeta", "Packeta"),
    ("geodis", "Geodis"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, sender: &str) -> Vec<(String, Option<&'static str>)> {
        let context = Context {
            text,
            sender,
            links: &[],
        };
        in_text(context)
            .into_iter()
            .map(|one| (one.number, one.carrier))
            .collect()
    }

    #[test]
    fn a_number_is_found_by_its_shape_its_label_or_its_carrier() {
        for (text, sender, number, carrier) in [
            (
                "Votre colis 6A00000000017 est parti",
                "shop.example",
                "6A00000000017",
                Some("Colissimo"),
            ),
            (
                "UPS 1Z 999 AA1 01 2345 6784",
                "shop.example",
                "1Z999AA10123456784",
                Some("UPS"),
            ),
            (
                "Paket 12345678901 von GLS",
                "shop.example",
                "12345678901",
                Some("GLS"),
            ),
            (
                "Tracking number: 1234509876",
                "shop.example",
                "1234509876",
                None,
            ),
            (
                "Numéro de colis : 12345678",
                "mondialrelay.example",
                "12345678",
                Some("Mondial Relay"),
            ),
        ] {
            assert_eq!(
                found(text, sender),
                [(number.to_owned(), carrier)],
                "{text}"
            );
        }
    }

    #[test]
    fn order_numbers_accounts_and_telephones_are_no_parcels() {
        for text in [
            "Order 402-1234567-1234567 from DHL",
            "eBay 07-04271-05709, parcel by GLS",
            "IBAN FR7630006000011234567890189",
            "SIRET 73282932000074 Colissimo",
            "Tel. 0800123456789 DHL",
            "Bestellung 8800123456",
        ] {
            assert_eq!(found(text, "shop.example"), [], "{text}");
        }
    }

    #[test]
    fn a_link_is_read_for_its_number() {
        let links = ["https://www.dhl.example/track?idc=00340434161094000014&lang=de".to_owned()];
        let context = Context {
            links: &links,
            ..Context::default()
        };
        let numbers: Vec<String> = in_text(context).into_iter().map(|one| one.number).collect();
        assert_eq!(numbers, ["00340434161094000014"]);
    }
}
