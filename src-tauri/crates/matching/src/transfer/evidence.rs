//! What speaks for two entries being one transfer.

use std::collections::HashMap;

use chrono::Days;
use domain::{AccountId, AccountIdentifier};
use text::{PaymentType, fold, similarity, tokens};

use super::{OwnAccount, TransferEntry, TransferReason};
use crate::account::is_same;

/// Days between the two bookings: over a weekend, and a value date that runs ahead.
pub(super) const APART: u64 = 5;
/// How alike two names must be to be one person's.
const ALIKE: u8 = 85;
/// The least length of a number that free text is searched for.
const TELLING: usize = 8;

const NUMBER: i32 = 40;
const NAME: i32 = 20;
const WORDS: i32 = 20;
const CLOSE: i32 = 10;

/// Words that speak of accounts, folded: who writes one means an account, not a person.
pub(super) const OF_ACCOUNTS: &[&str] = &[
    "account",
    "acct",
    "cel",
    "checking",
    "compte",
    "conto",
    "cpt",
    "cpte",
    "cuenta",
    "current",
    "epargne",
    "girokonto",
    "internal",
    "interne",
    "konto",
    "ldd",
    "ldds",
    "lep",
    "livret",
    "pel",
    "rekening",
    "savings",
    "spaarrekening",
    "sparkonto",
    "tagesgeld",
];

/// An entry with what its account is called.
pub(super) struct Side<'a> {
    entry: &'a TransferEntry,
    account: &'a Named,
}

/// An own account as free text may name it.
struct Named {
    identifier: AccountIdentifier,
    /// Numbers long enough to be looked for in free text.
    numbers: Vec<String>,
    /// Folded names, between spaces.
    names: Vec<String>,
}

/// The own accounts, each made ready once.
pub(super) struct Sides(HashMap<AccountId, Named>);

impl Sides {
    pub(super) fn new(entries: &[TransferEntry], accounts: &[OwnAccount]) -> Self {
        let nobody = AccountIdentifier::default();
        let mut named: HashMap<AccountId, Named> = entries
            .iter()
            .map(|entry| (entry.account, Named::new(&nobody, None)))
            .collect();
        for account in accounts {
            let called = account.called.as_deref();
            named.insert(account.id, Named::new(&account.identifier, called));
        }
        Sides(named)
    }

    pub(super) fn of<'a>(&'a self, entry: &'a TransferEntry) -> Option<Side<'a>> {
        let account = self.0.get(&entry.account)?;
        Some(Side { entry, account })
    }
}

impl Named {
    fn new(identifier: &AccountIdentifier, called: Option<&str>) -> Self {
        let numbers = [&identifier.iban, &identifier.number];
        let names = [called, identifier.name.as_deref()];
        Named {
            identifier: identifier.clone(),
            numbers: numbers
                .into_iter()
                .flatten()
                .map(|number| digits(number))
                .filter(|number| number.len() >= TELLING)
                .collect(),
            names: names
                .into_iter()
                .flatten()
                .map(spaced)
                .filter(|name| tokens(name).any(|word| word.chars().count() >= 4))
                .collect(),
        }
    }
}

/// Whether two entries could be the two ends of one movement, by account and days alone.
pub(super) fn is_possible(from: &TransferEntry, to: &TransferEntry) -> bool {
    let is_near =
        to.booked + Days::new(1) >= from.booked && to.booked <= from.booked + Days::new(APART);
    from.account != to.account && is_near
}

pub(super) fn evidence(from: &Side<'_>, to: &Side<'_>) -> Option<(i32, Vec<TransferReason>)> {
    let (there, back) = (numbered(from, to), numbered(to, from));
    // A number that is somebody else's: no transfer between these two.
    if there == Some(false) || back == Some(false) {
        return None;
    }
    let is_numbered = there.is_some() || back.is_some();
    let is_transfer = |side: &Side<'_>| side.entry.payment == PaymentType::Transfer;
    let (ours, theirs) = (spaced(&from.entry.words), spaced(&to.entry.words));
    let is_called = calls(&ours, to.account) || calls(&theirs, from.account);
    let is_called = is_called && (is_transfer(from) || is_transfer(to));
    let is_worded = is_transfer(from)
        && is_transfer(to)
        && (is_called
            || is_of_accounts(&ours)
            || is_of_accounts(&theirs)
            || is_one_person(&from.entry.name, &to.entry.name));
    if !is_numbered && !is_called && !is_worded {
        return None;
    }
    let gap = (to.entry.booked - from.entry.booked).num_days();
    let close = CLOSE - i32::try_from(gap.abs()).unwrap_or(CLOSE) * 2 - i32::from(gap < 0);
    let mut reasons = Vec::new();
    let mut score = close.max(0);
    for (holds, points, reason) in [
        (is_numbered, NUMBER, TransferReason::AccountNumber),
        (is_called, NAME, TransferReason::AccountName),
        (is_worded, WORDS, TransferReason::Words),
        (gap == 0, 0, TransferReason::SameDay),
        (
            from.entry.currency != to.entry.currency,
            0,
            TransferReason::StatedAmount,
        ),
    ] {
        if holds {
            score += points;
            reasons.push(reason);
        }
    }
    Some((score, reasons))
}

/// Whether a side states the other's number; `Some(false)` where it states a number that cannot be the other's.
fn numbered(side: &Side<'_>, other: &Side<'_>) -> Option<bool> {
    let own = &other.account.identifier;
    let Some(stated) = &side.entry.other_account else {
        let words = digits(&side.entry.words);
        let mut numbers = other.account.numbers.iter();
        return numbers
            .any(|number| words.contains(number.as_str()))
            .then_some(true);
    };
    let number = digits(stated);
    let is_iban = number.len() >= 15 && number.chars().take(2).all(|c| c.is_ascii_alphabetic());
    let stated = AccountIdentifier {
        iban: is_iban.then(|| number.clone()),
        number: (!is_iban).then(|| number.clone()),
        ..AccountIdentifier::default()
    };
    if is_same(&stated, own) {
        return Some(true);
    }
    // A short or masked number says nothing of what it is not.
    let is_whole = |number: &str| {
        let digits = number.chars().filter(char::is_ascii_digit).count();
        digits >= 6 && !number.contains(['*', '•', 'X', 'x'])
    };
    let known = own.iban.as_ref().or(own.number.as_ref());
    (known.is_some_and(|known| is_whole(known)) && is_whole(&number)).then_some(false)
}

/// Whether folded words call an account by its name.
fn calls(words: &str, account: &Named) -> bool {
    account.names.iter().any(|name| words.contains(name))
}

fn is_of_accounts(words: &str) -> bool {
    tokens(words).any(|word| OF_ACCOUNTS.binary_search(&word).is_ok())
}

/// Whether both sides name one person, as one's own transfers do, or neither names anybody.
fn is_one_person(a: &str, b: &str) -> bool {
    match (a.trim().is_empty(), b.trim().is_empty()) {
        (true, true) => true,
        (false, false) => similarity(a, b) >= ALIKE,
        _ => false,
    }
}

/// Folded words, each between spaces.
fn spaced(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = tokens(&folded).collect();
    format!(" {} ", words.join(" "))
}

/// Letters and digits of an account number, without spaces.
fn digits(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| c.to_ascii_uppercase())
        .collect()
}
