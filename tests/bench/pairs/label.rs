//! How banks wrap a merchant into one line, after their published statement samples.

use domain::NaiveDate;

use super::chance::Chance;

/// What a bank prints of one payment.
pub(crate) struct Line<'a> {
    pub(crate) merchant: &'a str,
    pub(crate) day: NaiveDate,
    pub(crate) card: &'a str,
    pub(crate) original: Option<(&'a str, &'a str)>,
}

const PLACES: &[&str] = &[
    "PARIS",
    "NANTES",
    "LYON 03",
    "LILLE",
    "FR",
    "LUX",
    "ROUEN CEDEX",
    "",
];

/// A card line. Which of the forms is the account's bank's, so one set keeps to a few of them.
pub(crate) fn card(line: &Line<'_>, form: i64, chance: &mut Chance) -> String {
    let day = |format: &str| line.day.format(format).to_string();
    let place = chance.word(PLACES);
    let merchant = line.merchant;
    let original = line
        .original
        .map(|(amount, currency)| format!(" {amount} {currency}"))
        .unwrap_or_default();
    let text = match form {
        0 => format!(
            "CARTE {} {merchant}{original} CB*{}",
            day("%d/%m/%y"),
            line.card
        ),
        1 => format!(
            "FACTURE CARTE DU {} {merchant} CARTE 4974XXXXXXXX{}{original}",
            day("%d%m%y"),
            line.card
        ),
        2 => format!(
            "PAIEMENT CB {} {place} {merchant} CARTE {}{original}",
            day("%d%m"),
            line.card
        ),
        3 => format!("CARTE X{} {} {merchant}{original}", line.card, day("%d/%m")),
        4 => format!("CB {merchant} {}{original}", day("%d/%m/%y")),
        5 => format!("{merchant} {place}{original}"),
        6 => format!(
            "{merchant}//{place}/DE {}T12:41:07 KARTENNR. {}{original}",
            day("%Y-%m-%d"),
            line.card
        ),
        7 => format!(
            "CARD PAYMENT TO {merchant} ON {}{original}",
            day("%d %b").to_uppercase()
        ),
        _ => format!(
            "COMPRA TARJ. XXXXXXXXXXXX{} {merchant}-{place}{original}",
            line.card
        ),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line of a direct debit.
pub(crate) fn debit(merchant: &str, reference: &str, chance: &mut Chance) -> String {
    let mandate = chance.shaped("XXXXXXXX9999");
    match chance.between(0, 3) {
        0 => format!("PRLV SEPA {merchant} {reference}"),
        1 => format!(
            "PRELEVEMENT EUROPEEN {} DE: {merchant} ID: FR99ZZZ{} MOTIF: {reference}",
            chance.shaped("9999999999"),
            chance.shaped("999999")
        ),
        2 => format!("SEPA-LASTSCHRIFT {merchant} MREF {mandate} {reference}"),
        _ => format!("PRLV {merchant} MANDAT {mandate}"),
    }
}

/// A line of a transfer.
pub(crate) fn transfer(payee: &str, remittance: &str, chance: &mut Chance) -> String {
    match chance.between(0, 3) {
        0 => format!("VIR SEPA {payee} {remittance}"),
        1 => format!("VIREMENT EMIS WEB {payee} {remittance}"),
        2 => format!("VIR INST VERS {payee} MOTIF: {remittance}"),
        _ => format!("SEPA-UEBERWEISUNG {payee} {remittance}"),
    }
    .trim()
    .to_owned()
}

/// Cut as acquirers do, to 22 characters.
pub(crate) fn cut(descriptor: &str) -> String {
    descriptor
        .chars()
        .take(22)
        .collect::<String>()
        .trim()
        .to_owned()
}
