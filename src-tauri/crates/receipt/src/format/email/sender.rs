//! What senders' own forms of mail say: Amazon, eBay and PayPal number and phrase theirs in public; carriers name the shop whose
//! parcel it is.

use domain::{Currency, Decimal};

use super::gather::Mail;
use crate::label::amounts;
use crate::{Found, Origin};

/// What a sender's form tells beyond labels.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub(super) merchant: Option<Found<String>>,
    pub(super) total: Option<Found<Decimal>>,
    pub(super) currency: Option<Found<Currency>>,
    pub(super) number: Option<Found<String>>,
}

fn is_from(mail: &Mail, name: &str) -> bool {
    mail.sender_domain.split('.').any(|label| label == name)
}

/// PayPal's sentence: so much was sent to so and so; the number is the transaction's.
pub(super) fn form(mail: &Mail) -> Form {
    if !is_from(mail, "paypal") {
        return Form::default();
    }
    let text = if mail.html.is_empty() {
        &mail.plain
    } else {
        &mail.html
    };
    let lines: Vec<&str> = text.lines().map(str::trim).take(200).collect();
    let whole = lines.join(" ");
    let sentence = PAYPAL_PAID.iter().find_map(|phrase| {
        let (_, rest) = whole.split_once(phrase)?;
        let amount = amounts(rest.get(..rest.len().min(60)).or_else(|| rest.get(..40))?)
            .into_iter()
            .next()?;
        Some((phrase, amount.clone(), rest.get(amount.end..)?.to_owned()))
    });
    let mut form = Form::default();
    if let Some((phrase, amount, rest)) = sentence {
        let place = phrase.to_string();
        form.total = Some(Found::new(
            amount.value.abs(),
            Origin::Sender,
            place.clone(),
        ));
        form.currency = amount
            .currency
            .map(|code| Found::new(code, Origin::Sender, place.clone()));
        // Where the sentence runs on into the next, its line ends with the name, or the block of the merchant says it.
        form.merchant = paid_to(&rest)
            .or_else(|| {
                let line = lines.iter().find_map(|line| line.split_once(*phrase))?;
                let amount = amounts(line.1).into_iter().next()?;
                paid_to(line.1.get(amount.end..)?)
            })
            .map(|name| Found::new(name, Origin::Sender, place))
            .or_else(|| below_heading(&lines));
    }
    let label = lines.iter().position(|line| {
        PAYPAL_NUMBER
            .iter()
            .any(|label| text::fold(line).contains(label))
    });
    let near = label
        .map(|at| lines.iter().skip(at).take(2))
        .into_iter()
        .flatten();
    form.number = near
        .flat_map(|line| line.split([' ', '\t', '|']))
        .map(|word| word.trim_matches(|sign: char| !sign.is_ascii_alphanumeric()))
        .find(|word| is_transaction(word))
        .map(|word| Found::new(word.to_owned(), Origin::Sender, "Transaction ID"));
    form
}

/// To whom, in what follows an amount.
fn paid_to(rest: &str) -> Option<String> {
    let to = PAYPAL_TO
        .iter()
        .find_map(|to| rest.trim_start().strip_prefix(to))?;
    let name = to.split(['(', '\n']).next().map(str::trim)?;
    let is_name = (2..=80).contains(&name.len()) && !name.contains(". ");
    is_name.then(|| name.trim_end_matches('.').to_owned())
}

/// The name below the heading of the merchant's block.
fn below_heading(lines: &[&str]) -> Option<Found<String>> {
    let at = lines.iter().position(|line| {
        let folded = text::fold(line);
        PAYPAL_MERCHANT.contains(&folded.trim_end_matches(':').trim())
    })?;
    let mut below = lines.iter().skip(at + 1);
    let name = below.find(|line| !line.is_empty())?;
    let is_name = (2..=80).contains(&name.len()) && !name.contains('@');
    is_name.then(|| Found::new((*name).to_owned(), Origin::Sender, "Merchant"))
}

/// Seventeen capitals and digits, an order's behind `O-`.
fn is_transaction(word: &str) -> bool {
    let body = word.strip_prefix("O-").unwrap_or(word);
    (15..=19).contains(&body.len())
        && body
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && body.bytes().any(|byte| byte.is_ascii_digit())
}

const PAYPAL_PAID: &[&str] = &[
    "You sent a payment of",
    "You sent a total of",
    "You sent",
    "You paid",
    "You submitted an order amounting to",
    "You authorized a payment of",
    "You authorised a payment of",
    "you have donated",
    "Vous avez envoyé un paiement de",
    "Vous avez envoyé",
    "Vous avez payé",
    "Vous avez autorisé un paiement de",
    "Sie haben eine Zahlung über",
    "Sie haben",
    "Ha enviado un pago de",
    "Has enviado un pago de",
    "Has pagado",
    "Hai inviato un pagamento di",
    "Hai pagato",
    "U hebt een betaling gedaan van",
    "Je hebt betaald",
];
const PAYPAL_TO: &[&str] = &["to ", "à ", "an ", "a ", "aan "];
const PAYPAL_MERCHANT: &[&str] = &[
    "merchant",
    "seller",
    "marchand",
    "vendeur",
    "handler",
    "haendler",
    "verkaufer",
    "vendedor",
    "comercio",
    "venditore",
    "esercente",
    "verkoper",
];
const PAYPAL_NUMBER: &[&str] = &[
    "transaction id",
    "confirmation number",
    "numero de transaction",
    "transaktionscode",
    "id de transaccion",
    "id transazione",
    "codice transazione",
    "transactiecode",
];

/// Order numbers in the form that Amazon (3-7-7 digits) and eBay (2-5-5) give theirs, the subject's first.
pub(super) fn order_numbers(mail: &Mail) -> Vec<Found<String>> {
    let shape: &[usize] = match () {
        () if is_from(mail, "amazon") => &[3, 7, 7],
        () if is_from(mail, "ebay") => &[2, 5, 5],
        () => return Vec::new(),
    };
    let mut found: Vec<Found<String>> = Vec::new();
    let links = mail.links.iter().map(String::as_str);
    let texts = [
        mail.subject.as_str(),
        mail.plain.as_str(),
        mail.html.as_str(),
    ]
    .into_iter()
    .chain(links);
    for text in texts {
        for word in text.split(|sign: char| !sign.is_ascii_digit() && sign != '-') {
            let parts: Vec<usize> = word.split('-').map(str::len).collect();
            if parts == shape && !found.iter().any(|one| one.value == word) {
                found.push(Found::new(word.to_owned(), Origin::Sender, "order number"));
            }
        }
    }
    found
}

/// The sum of what several orders of one mail cost, where each states its own total.
pub(super) fn sum_of_orders(mail: &Mail) -> Option<Found<Decimal>> {
    if !is_from(mail, "amazon") {
        return None;
    }
    let text = if mail.html.is_empty() {
        &mail.plain
    } else {
        &mail.html
    };
    let mut totals = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if !AMAZON_TOTAL
            .iter()
            .any(|label| text::fold(line).starts_with(label))
        {
            continue;
        }
        let next = lines.peek().copied().unwrap_or_default();
        totals.extend(
            amounts(line)
                .into_iter()
                .next_back()
                .or_else(|| amounts(next).into_iter().next()),
        );
    }
    let count = totals.len();
    let sum: Decimal = totals.iter().map(|amount| amount.value).sum();
    let orders = order_numbers(mail).len();
    (count >= 2 && count == orders).then(|| Found::new(sum, Origin::Sender, "Order Total"))
}

const AMAZON_TOTAL: &[&str] = &[
    "order total",
    "montant total de la commande",
    "total de la commande",
    "gesamtbetrag der bestellung",
    "bestellsumme",
    "gesamtsumme",
    "total del pedido",
    "totale ordine",
    "totaal bestelling",
];

/// Whose purchase it is: of a carrier's mail the shop that it names, of any other the sender.
pub(super) fn merchant(mail: &Mail, is_carrier: bool) -> Option<Found<String>> {
    if is_carrier && let Some((name, line)) = shipper(mail) {
        return Some(Found::new(name, Origin::Label, line));
    }
    if is_carrier {
        return None;
    }
    let name = mail.sender_name.trim_matches(['"', '\'', ' ']);
    let name = NOT_NAMES
        .iter()
        .fold(name, |name, tail| name.strip_suffix(tail).unwrap_or(name))
        .trim();
    if name.len() >= 2 && !name.contains('@') {
        return Some(Found::new(name.to_owned(), Origin::Field, "From"));
    }
    let mut labels: Vec<&str> = mail.sender_domain.split('.').collect();
    labels.pop();
    let label = labels
        .pop()
        .filter(|label| !matches!(*label, "co" | "com"))
        .or_else(|| labels.pop())?;
    let mut signs = label.chars();
    let first = signs.next()?;
    let name = first.to_uppercase().chain(signs).collect();
    Some(Found::new(name, Origin::Guess, "From"))
}

const NOT_NAMES: &[&str] = &[
    " Support",
    " Customer Service",
    " Service Client",
    " Kundenservice",
    " Orders",
    " via PayPal",
    " Notifications",
];

/// The shop that a carrier's mail names: the subject, then the first lines.
fn shipper(mail: &Mail) -> Option<(String, String)> {
    let text = if mail.plain.len() < 40 {
        &mail.html
    } else {
        &mail.plain
    };
    let lines: Vec<&str> = std::iter::once(mail.subject.as_str())
        .chain(text.lines().map(str::trim))
        .take(60)
        .collect();
    for line in &lines {
        // `Your parcel 6A123… from …`: the number parts what belongs together.
        let words: Vec<&str> = line
            .split_whitespace()
            .filter(|word| !is_number(word))
            .collect();
        for at in 0..words.len() {
            let rest = words.get(at..).unwrap_or_default();
            if let Some(name) = SHIPPERS
                .iter()
                .find_map(|(before, after)| between(rest, before, after))
            {
                return Some((name, (*line).to_owned()));
            }
        }
    }
    let below = lines.iter().position(|line| {
        matches!(
            text::fold(line).trim_end_matches(':'),
            "from"
                | "expediteur"
                | "absender"
                | "remitente"
                | "mittente"
                | "afzender"
                | "nadawca"
                | "sender"
        )
    });
    let name = below
        .and_then(|at| lines.get(at + 1))
        .filter(|name| (2..=60).contains(&name.len()));
    name.map(|name| ((*name).to_owned(), "From".to_owned()))
}

/// Whether a word is the number of a parcel, rather than a word or a day.
fn is_number(word: &str) -> bool {
    let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    let digits = bare.bytes().filter(u8::is_ascii_digit).count();
    bare.len() >= 9 && digits >= 6 && bare.bytes().all(|sign| sign.is_ascii_alphanumeric())
}

/// The name between two phrases, where the words begin with the first.
fn between(words: &[&str], before: &[&str], after: &[&str]) -> Option<String> {
    let starts = before
        .iter()
        .enumerate()
        .all(|(at, want)| words.get(at).is_some_and(|word| text::fold(word) == *want));
    if !starts {
        return None;
    }
    let mut name: Vec<&str> = Vec::new();
    let mut is_ended = after.is_empty();
    for word in words.iter().skip(before.len()).take(7) {
        let folded = text::fold(word);
        let bare = folded.trim_matches(|sign: char| !sign.is_alphanumeric());
        if after.contains(&bare) {
            is_ended = true;
            break;
        }
        name.push(word);
        if after.is_empty() && name.len() >= 7 {
            break;
        }
        if word.ends_with([':', ',']) || word.ends_with('.') && word.len() > 5 {
            is_ended = true;
            break;
        }
    }
    let name = name.join(" ");
    let name = name
        .trim_end_matches([':', ',', ' '])
        .trim_end_matches('.')
        .trim();
    let is_name = name.starts_with(|sign: char| sign.is_uppercase() || sign.is_ascii_digit())
        && name.chars().filter(|sign| sign.is_alphabetic()).count() >= 2;
    let is_carrier = crate::carrier::named(name).is_some();
    let is_number = crate::carrier::recognise(name)
        .iter()
        .any(|one| one.is_valid);
    (is_ended && is_name && !is_carrier && !is_number && name.len() <= 60).then(|| name.to_owned())
}

type Phrase = (&'static [&'static str], &'static [&'static str]);

const EN: &[&str] = &[
    "has", "have", "is", "are", "was", "will", "today", "and", "that", "delivery",
];
const THINGS: &[&str] = &[
    "parcel", "package", "packages", "order", "delivery", "parcels", "shipment",
];
const FR: &[&str] = &["a", "est", "sera", "arrive", "vous", "va", "et", "ete"];
const DE: &[&str] = &["wurde", "wird", "ist", "kommt", "kann", "liegt"];

const SHIPPERS: &[Phrase] = &[
    (&["parcel", "from"], EN),
    (&["package", "from"], EN),
    (&["packages", "from"], EN),
    (&["order", "from"], EN),
    (&["delivery", "from"], EN),
    (&["shipment", "from"], EN),
    (&["your"], THINGS),
    (&["on", "behalf", "of"], &["as", "because", "and"]),
    (&["from"], &[]),
    (&["expedie", "par"], FR),
    (&["envoye", "par"], FR),
    (&["colis", "de"], FR),
    (&["commande", "de"], FR),
    (&["colis", "de", "la", "part", "de"], FR),
    (&["votre", "commande"], FR),
    (&["votre", "colis"], FR),
    (&["ihre"], &["sendung", "bestellung"]),
    (&["ihr"], &["paket"]),
    (&["paket", "von"], DE),
    (&["sendung", "von"], DE),
    (&["bestellung", "von"], DE),
    (&["enviado", "por"], &["ha", "sera", "esta", "con", "se"]),
    (
        &["pedido", "de"],
        &["ha", "sera", "esta", "con", "se", "llega"],
    ),
    (
        &["envio", "de"],
        &["ha", "sera", "esta", "con", "se", "llega"],
    ),
    (
        &["paquete", "de"],
        &["ha", "sera", "esta", "con", "se", "llega"],
    ),
    (&["spedito", "da"], &["e", "sara", "arriva"]),
    (&["pacco", "di"], &["e", "sara", "arriva"]),
    (&["spedizione", "di"], &["e", "sara", "arriva"]),
    (&["ordine", "da"], &["e", "sara", "arriva"]),
    (&["pakket", "van"], &["is", "wordt", "komt", "ligt"]),
    (&["bestelling", "bij"], &["is", "wordt", "komt", "ligt"]),
    (&["zending", "van"], &["is", "wordt", "komt", "ligt"]),
    (&["paczka", "od"], &["zostala", "jest", "czeka"]),
    (&["przesylka", "od"], &["zostala", "jest", "czeka"]),
];
