//! What speaks for one receipt and one entry, and what against, in tenths.

use std::cell::RefCell;
use std::collections::HashMap;

use domain::{Currency, NaiveDate};
use text::{Cleaned, Descriptor, PaymentType};

use super::index::exact;
use super::{LinkEntry, LinkReceipt, Reason};

/// Scores pairs; remembers what it has read of entries, and the rates that statements state.
pub(super) struct Scorer<'a> {
    rates: HashMap<(Currency, Currency), Vec<Rate>>,
    read: RefCell<HashMap<usize, Words>>,
    entries: &'a [LinkEntry],
}

/// An exchange that a statement states: so much of the merchant's currency for so much of the account's.
struct Rate {
    day: NaiveDate,
    theirs: i64,
    ours: i64,
}

/// An entry's words, read once.
#[derive(Clone)]
struct Words {
    names: [String; 2],
    joined: String,
    day: Option<NaiveDate>,
    card_ending: Option<String>,
    is_service: bool,
}

/// Payment services that stand on a line in place of the shop.
const SERVICES: &[&str] = &[
    "paypal", "klarna", "alma", "oney", "alipay", "sumup", "zettle", "mangopay", "adyen", "stripe",
    "mollie",
];

impl<'a> Scorer<'a> {
    pub(super) fn new(entries: &'a [LinkEntry]) -> Self {
        let mut rates: HashMap<_, Vec<Rate>> = HashMap::new();
        for entry in entries {
            if let Some((theirs, currency)) = entry
                .original
                .filter(|(theirs, currency)| *theirs > 0 && *currency != entry.currency)
            {
                let rate = Rate {
                    day: entry.booked,
                    theirs,
                    ours: entry.amount.abs(),
                };
                rates
                    .entry((currency, entry.currency))
                    .or_default()
                    .push(rate);
            }
        }
        Scorer {
            rates,
            read: RefCell::default(),
            entries,
        }
    }

    /// The sum of the evidence, or nothing where the amount or the sign speaks against it.
    pub(super) fn score(
        &self,
        receipt: &LinkReceipt,
        e: usize,
        entry: &LinkEntry,
    ) -> Option<(i32, Vec<Reason>)> {
        let (amount, reason) = self.amount(receipt, entry)?;
        let words = self.words(e);
        let mut reasons = vec![reason];
        let mut note = |score: i32, reason: Reason| {
            if score > 0 {
                reasons.push(reason);
            }
            score
        };
        let mut score = amount;
        let is_part = reason == Reason::Instalment;
        score += note(day(receipt, entry, &words, is_part), Reason::Day);
        let is_quoted = is_quoted(receipt, &words);
        score += note(if is_quoted { 60 } else { 0 }, Reason::Number);
        let merchant = merchant(receipt, &words);
        score += note(
            if is_quoted { merchant.max(0) } else { merchant },
            Reason::Merchant,
        );
        let card = match (&receipt.card_ending, &words.card_ending) {
            (Some(a), Some(b)) if a == b => 5,
            (Some(_), Some(_)) => -40,
            _ => 0,
        };
        score += note(card, Reason::Card);
        Some((score, reasons))
    }

    /// Whether the names of a receipt and an entry are surely alike.
    pub(super) fn is_merchant(&self, receipt: &LinkReceipt, e: usize) -> bool {
        let words = self.words(e);
        merchant(receipt, &words) >= 25 || is_quoted(receipt, &words)
    }

    /// The day that a card line prints, else the day of booking.
    pub(super) fn day_of(&self, e: usize, entry: &LinkEntry) -> NaiveDate {
        self.words(e).day.unwrap_or(entry.booked)
    }

    /// Whether the amount may be the receipt's with a tip or in another currency.
    pub(super) fn is_near_amount(&self, receipt: &LinkReceipt, entry: &LinkEntry) -> bool {
        (receipt.total < 0) == (entry.amount > 0)
            && (is_tipped(receipt, entry) || self.foreign(receipt, entry).is_some())
    }

    fn amount(&self, receipt: &LinkReceipt, entry: &LinkEntry) -> Option<(i32, Reason)> {
        if (receipt.total < 0) != (entry.amount > 0) {
            return None;
        }
        let exact = exact(receipt);
        let same = receipt.currency == entry.currency;
        if same && exact.contains(&-entry.amount) {
            // A receipt that says what was paid makes its bare total a weaker match.
            let is_other = exact.len() > 1 && -entry.amount == receipt.total;
            return Some((if is_other { 40 } else { 60 }, Reason::Amount));
        }
        if let Some((original, currency)) = entry.original {
            if currency == receipt.currency && exact.iter().any(|amount| amount.abs() == original) {
                return Some((60, Reason::OriginalAmount));
            }
            if currency == receipt.currency {
                return None;
            }
        }
        if same && receipt.instalments.contains(&-entry.amount) {
            return Some((45, Reason::Instalment));
        }
        if is_tipped(receipt, entry) {
            // Never enough to link unasked: a dearer purchase at the same place looks the same.
            return Some((10, Reason::Tip));
        }
        self.foreign(receipt, entry)
            .map(|score| (score, Reason::ForeignAmount))
    }

    /// At the rate that a statement states nearest in time: within 3.5 %, or 5 %.
    fn foreign(&self, receipt: &LinkReceipt, entry: &LinkEntry) -> Option<i32> {
        if receipt.currency == entry.currency || entry.original.is_some() {
            return None;
        }
        let rates = self.rates.get(&(receipt.currency, entry.currency))?;
        let rate = rates
            .iter()
            .min_by_key(|rate| (rate.day - entry.booked).num_days().abs())?;
        let asked = i128::from(receipt.total.abs()) * i128::from(rate.ours);
        let paid = i128::from(entry.amount.abs()) * i128::from(rate.theirs);
        let off = (asked - paid).abs() * 1_000;
        if off <= asked * 35 {
            Some(30)
        } else if off <= asked * 50 {
            Some(15)
        } else {
            None
        }
    }

    fn words(&self, e: usize) -> Words {
        if let Some(words) = self.read.borrow().get(&e) {
            return words.clone();
        }
        let words = self.entries.get(e).map(read).unwrap_or_else(|| Words {
            names: [String::new(), String::new()],
            joined: String::new(),
            day: None,
            card_ending: None,
            is_service: false,
        });
        self.read.borrow_mut().insert(e, words.clone());
        words
    }
}

fn read(entry: &LinkEntry) -> Words {
    let cleaned = text::clean(&Descriptor {
        name: None,
        texts: &[&entry.words],
        code: None,
        money_out: entry.amount < 0,
    });
    let is_service = SERVICES.contains(&text::fold(&entry.counterparty).as_str());
    Words {
        day: printed_day(&cleaned, entry.booked),
        joined: joined(&entry.words),
        card_ending: cleaned.card_ending,
        names: [entry.counterparty.clone(), entry.words.clone()],
        is_service,
    }
}

/// The day that a line prints, in the year that brings it nearest before its booking.
fn printed_day(cleaned: &Cleaned, booked: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    let (day, month, year) = cleaned.transaction_day?;
    let years = year.map_or(
        vec![booked.year(), booked.year().saturating_sub(1)],
        |year| vec![year],
    );
    years
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|day| (-1..=60).contains(&(booked - *day).num_days()))
}

/// A tip that nothing states: up to a fifth more, by card.
fn is_tipped(receipt: &LinkReceipt, entry: &LinkEntry) -> bool {
    let paid = -entry.amount;
    receipt.currency == entry.currency
        && receipt.total > 0
        && receipt.tip.is_none()
        && receipt.paid.is_none()
        && receipt.payable.is_none()
        && receipt.instalments.is_empty()
        && receipt.numbers.is_empty()
        && matches!(entry.payment, PaymentType::Card | PaymentType::Other)
        && paid > receipt.total
        && paid.saturating_mul(10) <= receipt.total.saturating_mul(12)
}

fn day(receipt: &LinkReceipt, entry: &LinkEntry, words: &Words, is_part: bool) -> i32 {
    let after = |day: NaiveDate| (entry.booked - day).num_days();
    let lag = after(receipt.issued);
    if receipt.total < 0 {
        return match lag {
            -1..=12 => 15,
            13..=25 => 0,
            _ => -80,
        };
    }
    match entry.payment {
        // People pay an invoice on any day until it is due.
        PaymentType::Transfer if receipt.due.is_some_and(|due| lag >= 0 && after(due) <= 0) => 10,
        PaymentType::DirectDebit | PaymentType::Transfer => match receipt.due {
            Some(due) => match after(due) {
                -1..=4 => 20,
                -40..=20 if lag >= -1 => 0,
                _ => -50,
            },
            None => match lag {
                0..=35 => 10,
                36..=62 => 0,
                _ => -50,
            },
        },
        _ if is_part => 0,
        _ => {
            let by_booking = match lag {
                i64::MIN..=-2 => -80,
                -1 => 5,
                0..=2 => 20,
                3..=4 => 12,
                5..=7 => 2,
                8..=12 => -15,
                _ => -80,
            };
            // A line may go on printing the day of the first of many charges; then it says nothing of this one.
            let printed = words.day.filter(|day| after(*day) <= 12);
            match printed.map(|day| (day - receipt.issued).num_days()) {
                Some(0) => 25,
                Some(1) => by_booking.clamp(10, 15),
                Some(2..=4) => by_booking.min(5),
                Some(5..=8) => -25,
                Some(-1) => by_booking.min(0),
                // A purchase before its receipt is another purchase.
                Some(_) => by_booking.min(-40),
                None => by_booking,
            }
        }
    }
}

/// How alike the names are; unlike names count against, a payment service alone hardly.
fn merchant(receipt: &LinkReceipt, words: &Words) -> i32 {
    let pairs = receipt
        .names
        .iter()
        .flat_map(|name| words.names.iter().map(move |other| (name, other)));
    let mut best = pairs
        .map(|(a, b)| text::similarity(a, b))
        .max()
        .unwrap_or(0);
    let is_inside = |name: &String| {
        let name = joined(name);
        name.len() >= 5 && words.joined.contains(&name)
    };
    if receipt.names.iter().any(is_inside) {
        best = best.max(95);
    }
    // AliExpress charges as Alipay.
    let is_alibaba = |name: &String| joined(name).starts_with("aliexpress");
    if words.joined.contains("alipay") && receipt.names.iter().any(is_alibaba) {
        best = best.max(80);
    }
    match best {
        80.. => 40,
        65.. => 25,
        45.. => 10,
        _ if words.is_service => -5,
        _ => -35,
    }
}

/// Whether the line quotes a number of the receipt, or the words that it announces.
fn is_quoted(receipt: &LinkReceipt, words: &Words) -> bool {
    let quotes = |quoted: &String| {
        let quoted = joined(quoted);
        quoted.len() >= 6 && words.joined.contains(&quoted)
    };
    receipt.numbers.iter().any(quotes) || receipt.descriptor.iter().any(quotes)
}

/// Letters and digits alone, folded.
fn joined(text: &str) -> String {
    text::tokens(&text::fold(text)).collect()
}

/// The beginning of a word that may name somebody: four bytes, or three and a space.
pub(super) fn stem(word: &str) -> Option<[u8; 4]> {
    const ARTICLES: &[&str] = &[
        "les", "des", "the", "der", "die", "das", "sas", "sarl", "spa",
    ];
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    if word.len() < 3 || ARTICLES.contains(&word) {
        return None;
    }
    let mut stem = [b' '; 4];
    for (slot, byte) in stem.iter_mut().zip(word.bytes()) {
        *slot = byte;
    }
    Some(stem)
}
