//! Which words make an appointment a delivery, and where they name the shop: English, French, German, Spanish, Italian, Dutch.

use crate::label::contains;

/// What else speaks for a parcel.
pub(super) struct Evidence {
    pub(super) has_order: bool,
    pub(super) has_parcel: bool,
    pub(super) has_carrier: bool,
}

/// A summary that says *delivery* is one of a parcel where anything else does: an order, a number, a carrier, goods, or a shop.
/// One that says *parcel* alone wants a number, an order or a carrier beside it.
pub(super) fn is_delivery(summary: &str, description: &str, evidence: &Evidence) -> bool {
    let title = text::fold(summary);
    let body = text::fold(description);
    let has = |text: &str, words: &[&str]| words.iter().any(|word| contains(text, word));
    let is_carried = evidence.has_parcel || evidence.has_carrier;
    if !is_carried && (has(&title, WORK) || has(&title, MEALS)) {
        return false;
    }
    let is_told = is_carried || evidence.has_order || has(&title, YOURS);
    if has(&title, DELIVERY) {
        let has_goods = [PARCEL, ORDER]
            .iter()
            .any(|words| has(&title, words) || has(&body, words));
        return is_told || has_goods || shop(summary).is_some();
    }
    has(&title, PARCEL) && is_told
}

/// The shop that a summary names beside its word for delivery: `Livraison Darty commande 4`, `Ikea : votre livraison`.
pub(super) fn shop(summary: &str) -> Option<String> {
    let signs = |sign: char| sign.is_whitespace() || matches!(sign, ':' | '|' | '–' | '—' | '·');
    let words: Vec<&str> = summary
        .split(signs)
        .filter(|word| !word.is_empty())
        .collect();
    let at = words
        .iter()
        .position(|word| DELIVERY.contains(&text::fold(plain(word)).as_str()))?;
    let behind = words.get(at + 1..).unwrap_or_default();
    let skipped = behind.iter().take_while(|word| is_between(word)).count();
    let behind = behind.get(skipped..).unwrap_or_default();
    name(behind).or_else(|| {
        // Before it only as `Shop: delivery` or `Shop delivery`, whole.
        let before = words.get(..at).unwrap_or_default();
        let end = before.iter().rposition(|word| !is_between(word))?;
        let before = before.get(..=end)?;
        let whole = name(before)?;
        (whole.split(' ').count() == before.len()).then_some(whole)
    })
}

/// The shop that a text says: `chez Darty`, `Your order from Blue Door`.
pub(super) fn shop_said(description: &str) -> Option<String> {
    description.lines().take(40).find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let at = words.iter().position(|word| {
            matches!(
                text::fold(word).as_str(),
                "chez"
                    | "from"
                    | "bei"
                    | "von"
                    | "aupres"
                    | "merchant:"
                    | "marchand"
                    | "shop:"
                    | "vendeur"
                    | "seller:"
                    | "handler:"
                    | "tienda:"
                    | "negozio:"
                    | "winkel:"
            )
        })?;
        let rest = words.get(at + 1..).unwrap_or_default();
        let skipped = rest.iter().take_while(|word| **word == ":").count();
        name(rest.get(skipped..)?)
    })
}

/// One to four words with capitals, up to a word that ends a name; a word that says goods or work is no name.
fn name(words: &[&str]) -> Option<String> {
    let mut taken: Vec<&str> = Vec::new();
    for word in words.iter().take(4) {
        let bare = plain(word);
        let folded = text::fold(bare);
        let is_name = bare.chars().next().is_some_and(char::is_uppercase)
            && !DELIVERY.contains(&folded.as_str())
            && !PARCEL.contains(&folded.as_str())
            && !ORDER.contains(&folded.as_str())
            && !YOURS.contains(&folded.as_str())
            && !ENDS.contains(&folded.as_str())
            && bare.chars().filter(|sign| sign.is_alphabetic()).count() >= 2;
        let joins = !taken.is_empty() && matches!(folded.as_str(), "&" | "et" | "and" | "und");
        if !is_name && !joins {
            break;
        }
        taken.push(bare);
        if word.ends_with([',', '.', ';', ')', '!']) {
            break;
        }
    }
    while taken
        .last()
        .is_some_and(|last| !last.starts_with(char::is_uppercase))
    {
        taken.pop();
    }
    (!taken.is_empty()).then(|| taken.join(" "))
}

/// `de`, `from`, `your`: a word that a name with a capital never is (*Blue Door* is no *door* of the Dutch).
fn is_between(word: &str) -> bool {
    let bare = plain(word);
    !bare.starts_with(char::is_uppercase) && BETWEEN.contains(&text::fold(bare).as_str())
}

fn plain(word: &str) -> &str {
    word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '&')
}

/// A delivery, as a word of its own.
const DELIVERY: &[&str] = &[
    "delivery",
    "deliver",
    "delivered",
    "shipment",
    "livraison",
    "livre",
    "livree",
    "lieferung",
    "liefertermin",
    "anlieferung",
    "zustellung",
    "entrega",
    "reparto",
    "consegna",
    "levering",
    "bezorging",
    "bezorgd",
];
/// What is carried.
const PARCEL: &[&str] = &[
    "parcel",
    "parcels",
    "package",
    "packages",
    "colis",
    "paquet",
    "paket",
    "pakete",
    "packchen",
    "sendung",
    "paquete",
    "pacco",
    "spedizione",
    "pakket",
    "pakje",
];
/// What is delivered.
const ORDER: &[&str] = &[
    "order",
    "commande",
    "bestellung",
    "pedido",
    "ordine",
    "bestelling",
];
/// A summary that speaks to whoever bought.
const YOURS: &[&str] = &[
    "your delivery",
    "votre livraison",
    "ihre lieferung",
    "deine lieferung",
    "su entrega",
    "tu entrega",
    "la tua consegna",
    "je levering",
    "uw levering",
    "your",
    "votre",
    "ihre",
    "deine",
    "su",
    "tu",
    "tua",
    "je",
    "uw",
];
/// Deliveries and orders of other kinds: software, projects, babies, talks.
const WORK: &[&str] = &[
    "sprint",
    "release",
    "version",
    "projet",
    "project",
    "projekt",
    "proyecto",
    "progetto",
    "livrable",
    "livrables",
    "deliverable",
    "deliverables",
    "production",
    "prod",
    "mep",
    "recette",
    "client",
    "kunde",
    "meeting",
    "reunion",
    "besprechung",
    "review",
    "retro",
    "demo",
    "standup",
    "kickoff",
    "workshop",
    "atelier",
    "training",
    "formation",
    "comite",
    "lot",
    "jalon",
    "milestone",
    "hospital",
    "maternity",
    "midwife",
    "team",
    "equipe",
    "call",
    "talk",
    "sermon",
    "manager",
    "interview",
];
/// Meals that are ordered for the same hour.
const MEALS: &[&str] = &["pizza", "sushi", "lunch", "dinner", "dejeuner", "diner"];
/// Between the word for delivery and the shop's name.
const BETWEEN: &[&str] = &[
    "de",
    "par",
    "chez",
    "from",
    "by",
    "of",
    "von",
    "vom",
    "bei",
    "da",
    "di",
    "van",
    "door",
    "del",
    "a",
    "votre",
    "your",
    "ihre",
    "deine",
    "su",
    "tu",
    "la",
    "tua",
    "uw",
    "je",
    "-",
    "",
    "at",
    "home",
    "domicile",
    "prevue",
    "scheduled",
    "planned",
    "geplante",
];
/// What ends a shop's name.
const ENDS: &[&str] = &[
    "commande",
    "order",
    "bestellung",
    "pedido",
    "ordine",
    "bestelling",
    "colis",
    "ref",
    "n°",
    "no",
    "nr",
    "numero",
    "le",
    "on",
    "am",
    "entre",
    "between",
    "suivi",
    "tracking",
    "ticket",
    "facture",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
];
