//! How it is paid, and until when it can be sent back.

use domain::NaiveDate;

use super::{Labelled, Row, amounts, contains, days};
use crate::{Found, Instalment, Origin, ReturnBy, Warranty};

pub(super) fn read(
    rows: &[Row<'_>],
    told: Option<NaiveDate>,
    origin: Origin,
    labelled: &mut Labelled,
) {
    for row in rows {
        let folded = text::fold(row.line);
        let payment = &mut labelled.payment;
        if payment.card_ending.is_none() {
            payment.card_ending =
                card_ending(&folded).map(|digits| Found::new(digits, origin, row.line));
        }
        if payment.method.is_none() && PAID_BY.iter().any(|label| contains(&folded, label)) {
            let method = METHODS.iter().find(|(word, _)| contains(&folded, word));
            payment.method =
                method.map(|(_, name)| Found::new((*name).to_owned(), origin, row.line));
        }
        if payment.mandate_id.is_none() {
            payment.mandate_id =
                word_behind(row.line, MANDATE).map(|id| Found::new(id, origin, row.line));
        }
        if payment.statement_descriptor.is_none() {
            payment.statement_descriptor =
                descriptor(row.line).map(|words| Found::new(words, origin, row.line));
        }
        if payment.instalments.is_empty() {
            payment.instalments = instalments(row.line, &folded, told);
        }
        if labelled.return_by.is_none() {
            labelled.return_by =
                return_by(row.line, &folded, told).map(|by| Found::new(by, origin, row.line));
        }
        if labelled.warranty.is_none() {
            labelled.warranty = warranty(&folded).map(|long| Found::new(long, origin, row.line));
        }
    }
}

/// `Visa ending 4242`, `carte se terminant par 4242`, `**** 4242`, `x-4242`.
fn card_ending(folded: &str) -> Option<String> {
    let marks = [
        "ending in",
        "ending",
        "ending with",
        "se terminant par",
        "finissant par",
        "mit endziffern",
        "endet auf",
        "endend auf",
        "terminada en",
        "che termina con",
        "eindigend op",
        "****",
        "xxxx",
        "••••",
        "x-",
        "* * * *",
    ];
    marks.iter().find_map(|mark| {
        let (_, rest) = folded.split_once(mark)?;
        let digits: String = rest
            .trim_start_matches(|sign: char| !sign.is_alphanumeric())
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        (digits.len() == 4).then_some(digits)
    })
}

/// What follows a label as one word.
fn word_behind(line: &str, labels: &[&str]) -> Option<String> {
    let folded = text::fold(line);
    let label = labels.iter().find(|label| contains(&folded, label))?;
    let (_, rest) = folded.split_once(label)?;
    let rest = super::tail_of(line, rest);
    let word = rest
        .split_whitespace()
        .map(|word| word.trim_matches([':', ',', ';', '.', '(', ')']))
        .find(|word| !word.is_empty())?;
    let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
    (has_digit && word.len() <= 35).then(|| word.to_owned())
}

/// PayPal and others say how the bank's line will read: `will appear on your statement as PAYPAL *SHOP`.
fn descriptor(line: &str) -> Option<String> {
    let folded = text::fold(line);
    let mark = STATEMENT.iter().find(|mark| folded.contains(**mark))?;
    let (_, rest) = folded.split_once(mark)?;
    let words = super::tail_of(line, rest).trim_matches(|sign: char| {
        sign.is_whitespace() || matches!(sign, '"' | '«' | '»' | '“' | '”' | ':' | '\'')
    });
    let end = words
        .find(['"', '»', '”', '\t', '|'])
        .or_else(|| words.find(". "))
        .unwrap_or(words.len());
    let words = words.get(..end)?.trim().trim_end_matches('.').trim();
    ((3..=40).contains(&words.len())).then(|| words.to_owned())
}

/// `209,67 € aujourd'hui puis 2 x 209,66 €`, `3 x 40,00 €`, `12,00 € le 03/04/2026`.
fn instalments(line: &str, folded: &str, told: Option<NaiveDate>) -> Vec<Instalment> {
    if !IN_PARTS.iter().any(|word| contains(folded, word)) {
        return Vec::new();
    }
    let mut parts = Vec::new();
    let found = amounts(line);
    let mut from = 0;
    for amount in &found {
        let head = line.get(from..amount.start).unwrap_or_default();
        from = amount.end;
        let times = head
            .trim_end()
            .strip_suffix(['x', 'X', '×'])
            .and_then(|head| {
                let digits = head
                    .trim_end()
                    .rsplit(|sign: char| !sign.is_ascii_digit())
                    .next()?;
                digits
                    .parse::<usize>()
                    .ok()
                    .filter(|times| (2..=48).contains(times))
            });
        let until = line
            .get(amount.end..)
            .and_then(|rest| rest.split([';', ',', '|']).next())
            .unwrap_or_default();
        let due_on = if times.is_none() {
            days(until, told).into_iter().next()
        } else {
            None
        };
        for _ in 0..times.unwrap_or(1) {
            parts.push(Instalment {
                due_on,
                amount: amount.value,
            });
        }
    }
    let count = IN_PARTS.iter().find_map(|_| count_of(folded)).unwrap_or(0);
    if let ([only], true) = (parts.as_slice(), (2..=48).contains(&count)) {
        let only = only.clone();
        return vec![
            Instalment {
                due_on: None,
                ..only
            };
            count
        ];
    }
    if parts.len() < 2 { Vec::new() } else { parts }
}

fn count_of(folded: &str) -> Option<usize> {
    let (head, _) = folded
        .split_once(" fois")
        .or_else(|| folded.split_once(" x "))
        .or_else(|| folded.split_once(" instalments"))
        .or_else(|| folded.split_once(" raten"))?;
    head.rsplit(|sign: char| !sign.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

fn return_by(line: &str, folded: &str, told: Option<NaiveDate>) -> Option<ReturnBy> {
    RETURN.iter().find(|word| contains(folded, word))?;
    if UNTIL.iter().any(|word| contains(folded, word))
        && let Some(day) = days(line, told).pop()
    {
        return Some(ReturnBy::Day(day));
    }
    let count = number_before(
        folded,
        &["days", "jours", "tage", "tagen", "dias", "giorni", "dagen"],
    )?;
    u16::try_from(count)
        .ok()
        .filter(|days| (7..=400).contains(days))
        .map(ReturnBy::DaysAfterReceipt)
}

fn warranty(folded: &str) -> Option<Warranty> {
    WARRANTY.iter().find(|word| contains(folded, word))?;
    if let Some(months) = number_before(
        folded,
        &[
            "mois", "months", "monate", "monaten", "meses", "mesi", "maanden", "month",
        ],
    ) {
        return u16::try_from(months).ok().map(Warranty::Months);
    }
    let years = number_before(
        folded,
        &[
            "ans", "an", "years", "year", "jahre", "jahren", "jahr", "anos", "anni", "jaar", "year",
        ],
    )?;
    u16::try_from(years)
        .ok()
        .filter(|years| (1..=30).contains(years))
        .map(|years| Warranty::Months(years * 12))
}

/// The number before one of these words.
fn number_before(folded: &str, units: &[&str]) -> Option<u32> {
    let words: Vec<&str> = folded
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(2).find_map(|pair| match pair {
        [number, unit] if units.contains(unit) => number
            .parse()
            .ok()
            .filter(|number| (1..=400).contains(number)),
        _ => None,
    })
}

#[allow(clippy::type_complexity, reason = "a table")]
const METHODS: &[(&str, &str)] = &[
    ("apple pay", "Apple Pay"),
    ("google pay", "Google Pay"),
    ("paypal", "PayPal"),
    ("visa", "Visa"),
    ("mastercard", "Mastercard"),
    ("american express", "American Express"),
    ("amex", "American Express"),
    ("maestro", "Maestro"),
    ("carte bancaire", "carte bancaire"),
    ("sepa-lastschrift", "SEPA-Lastschrift"),
    ("lastschrift", "Lastschrift"),
    ("prelevement", "prélèvement"),
    ("direct debit", "direct debit"),
    ("klarna", "Klarna"),
    ("ideal", "iDEAL"),
    ("bancontact", "Bancontact"),
    ("virement", "virement"),
    ("uberweisung", "Überweisung"),
    ("bizum", "Bizum"),
    ("alma", "Alma"),
    ("oney", "Oney"),
    ("gift card", "gift card"),
    ("credit card", "credit card"),
];
const PAID_BY: &[&str] = &[
    "paid by",
    "paid with",
    "payment method",
    "payment",
    "paying with",
    "charged to",
    "selected payment method",
    "mode de paiement",
    "moyen de paiement",
    "paye par",
    "regle par",
    "paiement",
    "zahlungsart",
    "zahlungsmethode",
    "bezahlt mit",
    "lastschrift",
    "metodo de pago",
    "forma de pago",
    "pagado con",
    "metodo di pagamento",
    "pagato con",
    "betaalmethode",
    "betaald met",
    "betaalwijze",
    "visa ending",
    "reglement",
];
const MANDATE: &[&str] = &[
    "mandatsreferenz",
    "mandate reference",
    "reference unique de mandat",
    "rum",
    "mandat",
    "referencia de mandato",
    "riferimento mandato",
    "machtigingskenmerk",
];
const STATEMENT: &[&str] = &[
    "will appear on your statement as",
    "appear on your card statement as",
    "will appear on your bill as",
    "appear on your bank statement as",
    "apparaitra sur votre releve sous le nom",
    "apparaitra sur votre releve bancaire sous",
    "figurera sur votre releve sous",
    "auf ihrer abrechnung als",
    "erscheint auf ihrem kontoauszug als",
    "aparecera en tu extracto como",
    "aparecera en su extracto como",
    "apparira sull'estratto conto come",
    "op je afschrift als",
    "on your statement as",
    "as it will appear on your statement:",
];
const IN_PARTS: &[&str] = &[
    "en 2 fois",
    "en 3 fois",
    "en 4 fois",
    "en 10 fois",
    "3x",
    "4x",
    "instalments",
    "installments",
    "echeances",
    "echeance",
    "mensualites",
    "raten",
    "ratenzahlung",
    "a plazos",
    "plazos",
    "rate",
    "termijnen",
    "plusieurs fois",
];
const RETURN: &[&str] = &[
    "return",
    "returns",
    "return window",
    "retour",
    "retourner",
    "retours",
    "cancel this order",
    "retractation",
    "widerruf",
    "widerrufsrecht",
    "ruckgabe",
    "rucksendung",
    "zuruckgeben",
    "devolucion",
    "devolver",
    "reso",
    "recesso",
    "restituire",
    "retourneren",
    "bedenktijd",
    "return by",
];
const UNTIL: &[&str] = &[
    "until",
    "by",
    "before",
    "jusqu'au",
    "avant le",
    "bis",
    "bis zum",
    "hasta",
    "antes del",
    "fino al",
    "entro il",
    "tot",
    "tot en met",
];
const WARRANTY: &[&str] = &[
    "warranty",
    "guarantee",
    "garantie",
    "gewahrleistung",
    "garantia",
    "garanzia",
];
