//! What speaks for one receipt and one entry, and what against, in tenths.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use domain::NaiveDate;
use text::{Cleaned, Descriptor, PaymentType};

use super::index::exact;
use super::names::{Names, joined, likeness as likeness_of};
use super::rate::{Fit, Rates};
use super::{LinkEntry, LinkReceipt, Reason};

/// Scores pairs; remembers what it has read of entries.
pub(super) struct Scorer<'a> {
    rates: Rates,
    names: Names<'a>,
    read: RefCell<HashMap<usize, Rc<Words>>>,
    receipts: &'a [LinkReceipt],
    entries: &'a [LinkEntry],
}

/// What speaks for a pair.
pub(super) struct Evidence {
    pub(super) score: i32,
    pub(super) reasons: Vec<Reason>,
    /// Whether the day, or a number, points at this charge among the like of one merchant.
    pub(super) is_timely: bool,
}

/// An entry's words, read once.
struct Words {
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

/// Likeness of names, in per cent: surely the same, alike, and not unlike.
const SAME: u8 = 80;
const LIKE: u8 = 65;
const SIMILAR: u8 = 45;
/// Days after which only the name or a number brings a charge to mind.
const LATE: i64 = 20;
const LATE_INVOICE: i64 = 62;

impl<'a> Scorer<'a> {
    pub(super) fn new(receipts: &'a [LinkReceipt], entries: &'a [LinkEntry]) -> Self {
        Scorer {
            rates: Rates::new(entries),
            names: Names::new(receipts, entries),
            read: RefCell::default(),
            receipts,
            entries,
        }
    }

    /// The sum of the evidence, or nothing where the amount or the sign speaks against it.
    pub(super) fn score(&self, r: usize, e: usize) -> Option<Evidence> {
        let (receipt, entry) = (self.receipts.get(r)?, self.entries.get(e)?);
        let (amount, reason) = self.amount(receipt, entry)?;
        let late = match entry.payment {
            PaymentType::DirectDebit | PaymentType::Transfer => LATE_INVOICE,
            _ => LATE,
        };
        let is_late = (entry.booked - receipt.issued).num_days() > late;
        if is_late && !tells_number(receipt) && !self.names.begin_alike(r, e) {
            return None;
        }
        let likeness = self.names.likeness(r, e);
        let words = self.words(e)?;
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
        let merchant = merchant(receipt, entry, &words, likeness);
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
        Some(Evidence {
            score,
            reasons,
            is_timely: is_quoted || is_timely(receipt, entry, &words),
        })
    }

    /// Whether a receipt and an entry may be of one merchant, where amounts to the cent say the rest.
    pub(super) fn is_merchant(&self, r: usize, e: usize) -> bool {
        let likeness = self.names.likeness(r, e);
        if likeness >= SIMILAR {
            return true;
        }
        let (Some(receipt), Some(entry)) = (self.receipts.get(r), self.entries.get(e)) else {
            return false;
        };
        self.words(e).is_some_and(|words| {
            merchant(receipt, entry, &words, likeness) > 0 || is_quoted(receipt, &words)
        })
    }

    /// The day that a card line prints, else the day of booking.
    pub(super) fn day_of(&self, e: usize, entry: &LinkEntry) -> NaiveDate {
        let printed = self.words(e).and_then(|words| words.day);
        printed.unwrap_or(entry.booked)
    }

    /// Whether the amount may be the receipt's with a tip.
    pub(super) fn is_tipped(&self, receipt: &LinkReceipt, entry: &LinkEntry) -> bool {
        is_tipped(receipt, entry)
    }

    /// The rates that the entries state.
    pub(super) fn rates(&self) -> &Rates {
        &self.rates
    }

    /// The names of receipts and entries.
    pub(super) fn names(&self) -> &Names<'a> {
        &self.names
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
            // A dearer purchase at the same place looks the same: only at a table or in a ride, on the very day, is it a tip.
            let score = if is_served(receipt) { 15 } else { 5 };
            return Some((score, Reason::Tip));
        }
        let score = match self.foreign(receipt, entry)? {
            Fit::Well => 30,
            Fit::Loosely => 15,
        };
        Some((score, Reason::ForeignAmount))
    }

    fn foreign(&self, receipt: &LinkReceipt, entry: &LinkEntry) -> Option<Fit> {
        if receipt.currency == entry.currency || entry.original.is_some() {
            return None;
        }
        let price = (receipt.total, receipt.currency);
        let charge = (entry.amount, entry.currency);
        self.rates.fit(price, charge, entry.booked)
    }

    fn words(&self, e: usize) -> Option<Rc<Words>> {
        if let Some(words) = self.read.borrow().get(&e) {
            return Some(Rc::clone(words));
        }
        let words = Rc::new(read(self.entries.get(e)?));
        self.read.borrow_mut().insert(e, Rc::clone(&words));
        Some(words)
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
        && matches!(entry.payment, PaymentType::Card | PaymentType::Other)
        && tips(receipt).is_some_and(|(least, most)| (least..=most).contains(&paid))
}

/// Words of places where a tip is given: at a table, in a ride, at a hairdresser's.
const SERVED: &[&str] = &[
    "auberge",
    "bar",
    "barber",
    "bistro",
    "bistrot",
    "bolt",
    "brasserie",
    "cab",
    "cafe",
    "cantina",
    "coiffure",
    "diner",
    "freenow",
    "gasthaus",
    "gasthof",
    "grill",
    "heetch",
    "hotel",
    "lyft",
    "osteria",
    "pizzeria",
    "pub",
    "restaurant",
    "restaurante",
    "resto",
    "ristorante",
    "taverna",
    "taverne",
    "taxi",
    "trattoria",
    "uber",
    "vtc",
    "wirtshaus",
];

fn is_served(receipt: &LinkReceipt) -> bool {
    receipt
        .names
        .iter()
        .any(|name| text::tokens(&text::fold(name)).any(|word| SERVED.contains(&word)))
}

/// What may have been paid where a tip came on top, least and most; nothing where the receipt says what was paid, or is no table's.
fn tips(receipt: &LinkReceipt) -> Option<(i64, i64)> {
    let may_be = receipt.total > 0
        && receipt.tip.is_none()
        && receipt.paid.is_none()
        && receipt.payable.is_none()
        && receipt.instalments.is_empty()
        && receipt.numbers.is_empty();
    let most = receipt.total.saturating_mul(12).checked_div(10)?;
    may_be.then_some((receipt.total.saturating_add(1), most))
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
            let by_booking = by_lag(lag);
            // A line may go on printing the day of the first of many charges; then it says nothing of this one.
            let printed = words.day.filter(|day| after(*day) <= 12);
            match printed.map(|day| (day - receipt.issued).num_days()) {
                Some(0) => 25,
                Some(1) => by_booking.clamp(10, 16),
                // What is ordered has a number, and may be charged when it is sent; over the counter one pays that day.
                Some(days @ 2..=4) if days == 2 || tells_number(receipt) => by_lag(days) - 8,
                Some(3..=8) => -25,
                // A purchase before its receipt is another purchase, though a receipt may be sent the day after.
                Some(-1) => by_booking.min(-10),
                Some(_) => by_booking.min(-40),
                None => by_booking,
            }
        }
    }
}

/// Whether a charge is of the receipt's very day, as far as its line tells.
fn is_timely(receipt: &LinkReceipt, entry: &LinkEntry, words: &Words) -> bool {
    let by_card = !matches!(
        entry.payment,
        PaymentType::DirectDebit | PaymentType::Transfer
    );
    let lag = (entry.booked - receipt.issued).num_days();
    match words.day {
        Some(day) if by_card && (entry.booked - day).num_days() <= 12 => day == receipt.issued,
        _ => !by_card || (0..=4).contains(&lag),
    }
}

/// How well a charge by card is booked so many days after its purchase; no step so high that one day more or less would decide between two.
fn by_lag(lag: i64) -> i32 {
    match lag {
        i64::MIN..=-2 => -80,
        -1 => -10,
        0..=2 => 20,
        3 => 16,
        4 => 12,
        5 => 5,
        6 => -3,
        7 => -12,
        // Late: in doubt, unless more speaks for it.
        8..=12 => -21,
        _ => -80,
    }
}

/// How alike the names are; unlike names count against, a payment service alone hardly.
fn merchant(receipt: &LinkReceipt, entry: &LinkEntry, words: &Words, likeness: u8) -> i32 {
    let mut best = likeness;
    if best < SAME {
        let names = receipt.names.iter();
        let others = names.map(|name| likeness_of(name, &entry.words));
        best = best.max(others.max().unwrap_or(0));
    }
    let is_inside = |name: &String| {
        let name = joined(name);
        name.len() >= 5 && words.joined.contains(&name)
    };
    if best < SAME && receipt.names.iter().any(is_inside) {
        best = SAME;
    }
    // AliExpress charges as Alipay.
    let is_alibaba = |name: &String| joined(name).starts_with("aliexpress");
    if words.joined.contains("alipay") && receipt.names.iter().any(is_alibaba) {
        best = best.max(SAME);
    }
    match best {
        SAME.. => 40,
        LIKE.. => 25,
        SIMILAR.. => 10,
        _ if words.is_service => -5,
        _ => -35,
    }
}

/// Whether a line could quote anything of the receipt.
fn tells_number(receipt: &LinkReceipt) -> bool {
    receipt.descriptor.is_some() || !receipt.numbers.is_empty()
}

/// Whether the line quotes a number of the receipt, or the words that it announces.
fn is_quoted(receipt: &LinkReceipt, words: &Words) -> bool {
    let quotes = |quoted: &String| {
        let quoted = joined(quoted);
        quoted.len() >= 6 && words.joined.contains(&quoted)
    };
    receipt.numbers.iter().any(quotes) || receipt.descriptor.iter().any(quotes)
}
