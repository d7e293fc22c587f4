//! Which entries pay which receipts: evidence is summed per pair, the best pairs are taken first, and only what is clear on both sides is linked.
//!
//! What a person confirmed or refused stands before any of it. Amounts are minor units, negative where money goes out.

mod assign;
mod document;
mod evidence;
mod group;
mod index;
mod names;
mod rate;
mod reach;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use domain::{Currency, EntryId, NaiveDate};
use text::PaymentType;

use assign::Pair;
use evidence::Scorer;
use index::Index;
pub use reach::{Reach, stems};

/// The least score of a link that is made without asking, in tenths.
const SURE: i32 = 80;
/// By how much it must surpass every rival of its receipt and of its entry.
const MARGIN: i32 = 10;
/// The least score that is worth showing.
const SHOWN: i32 = 20;
/// How many candidates are shown.
const CANDIDATES: usize = 3;

/// A receipt as far as a bank could know it.
#[derive(Debug, Clone)]
pub struct LinkReceipt {
    /// Its id.
    pub id: i64,
    /// The merchant's names: trading, legal.
    pub names: Vec<String>,
    /// The day of the order, invoice or ticket.
    pub issued: NaiveDate,
    /// The day payment is due.
    pub due: Option<NaiveDate>,
    /// The whole price; negative for what is given back.
    pub total: i64,
    /// What remained to be paid, where it is another amount.
    pub payable: Option<i64>,
    /// What was paid in the end, with a tip.
    pub paid: Option<i64>,
    /// A tip on top of the total.
    pub tip: Option<i64>,
    /// What it is counted in.
    pub currency: Currency,
    /// Parts that are charged on days of their own.
    pub instalments: Vec<i64>,
    /// Order and invoice numbers.
    pub numbers: Vec<String>,
    /// The words that the bank's line will carry, where the receipt tells them.
    pub descriptor: Option<String>,
    /// Last four digits of the card.
    pub card_ending: Option<String>,
}

/// An entry as far as a receipt could know it.
#[derive(Debug, Clone)]
pub struct LinkEntry {
    /// Its id.
    pub id: EntryId,
    /// When it was booked.
    pub booked: NaiveDate,
    /// In minor units, negative for money out.
    pub amount: i64,
    /// What it is counted in.
    pub currency: Currency,
    /// How the money moved.
    pub payment: PaymentType,
    /// The name of the other party, cleaned.
    pub counterparty: String,
    /// Everything that the statement says of it.
    pub words: String,
    /// The amount in the merchant's currency, where the bank states it; without sign.
    pub original: Option<(i64, Currency)>,
}

/// What people said of pairs. It is final.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Receipts and the entries that pay them.
    pub confirmed: Vec<(i64, EntryId)>,
    /// Receipts and the entries that do not.
    pub refused: Vec<(i64, EntryId)>,
}

/// Why a link is proposed, for display.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The amount is that of the receipt.
    Amount,
    /// The bank states the receipt's amount in its currency.
    OriginalAmount,
    /// The amount fits at a rate that a statement states.
    ForeignAmount,
    /// The amount is the receipt's and a plausible tip.
    Tip,
    /// One of the parts that the receipt announces.
    Instalment,
    /// Several charges add up to the receipt.
    Charges,
    /// Several receipts add up to the charge.
    SharedCharge,
    /// The days fit the kind of payment.
    Day,
    /// The names are alike.
    Merchant,
    /// The bank's line quotes the order or invoice number, or the words that the receipt announces.
    Number,
    /// The same card.
    Card,
    /// A person said so.
    Confirmed,
}

/// Entries that pay a receipt, or may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The entries, by day.
    pub entries: Vec<EntryId>,
    /// The sum of the evidence, in tenths; 80 is sure.
    pub score: i32,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
}

/// What is decided for one receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Linked.
    Sure(Choice),
    /// To be chosen from, the best first; never more than three.
    Doubt(Vec<Choice>),
    /// Nothing fits yet.
    Waiting,
}

/// Decides for each receipt, in their order.
pub fn link(receipts: &[LinkReceipt], entries: &[LinkEntry], said: &Said) -> Vec<Decision> {
    let scorer = Scorer::new(receipts, entries);
    let index = Index::new(entries, scorer.names());
    let mut state = State::new(receipts, entries, said);
    let first_of = document::purchases(receipts);
    let refused: HashSet<(i64, EntryId)> = said.refused.iter().copied().collect();
    let mut pairs = Vec::new();
    for (r, receipt) in receipts.iter().enumerate() {
        if state.is_decided(r) || first_of.contains_key(&r) {
            continue;
        }
        let from = pairs.len();
        let mut timely = Vec::new();
        for e in index.candidates((r, receipt), entries, &scorer) {
            let Some(entry) = entries.get(e).filter(|_| !state.is_taken(e)) else {
                continue;
            };
            if refused.contains(&(receipt.id, entry.id)) {
                continue;
            }
            if let Some(found) = scorer.score(r, e) {
                timely.push(found.is_timely);
                pairs.push(Pair {
                    receipt: r,
                    entry: e,
                    score: found.score,
                    reasons: found.reasons,
                });
            }
        }
        let own = pairs.get_mut(from..).unwrap_or_default();
        weigh_returning(own, &timely);
    }
    assign::assign(&mut pairs, &mut state);
    group::settle(&index, &scorer, &refused, &first_of, &mut state);
    // What the groups took may leave a single pair without its rival.
    assign::assign(&mut pairs, &mut state);
    assign::doubt(&pairs, &mut state);
    document::follow(&first_of, &refused, &mut state);
    state.decisions
}

/// Where a price comes back at a merchant, a subscription's or a coffee's, amount and name do not tell one charge from the next: only the very day does.
fn weigh_returning(pairs: &mut [Pair], timely: &[bool]) {
    const RETURNS: usize = 3;
    let is_like = |pair: &Pair| {
        pair.reasons.contains(&Reason::Amount) && pair.reasons.contains(&Reason::Merchant)
    };
    if pairs.iter().filter(|pair| is_like(pair)).count() < RETURNS {
        return;
    }
    for (pair, is_timely) in pairs.iter_mut().zip(timely) {
        if !is_timely {
            pair.score = pair.score.min(SURE.saturating_sub(1));
        }
    }
}

/// Who is spoken for.
struct State<'a> {
    receipts: &'a [LinkReceipt],
    entries: &'a [LinkEntry],
    decisions: Vec<Decision>,
    taken: Vec<bool>,
}

impl<'a> State<'a> {
    fn new(receipts: &'a [LinkReceipt], entries: &'a [LinkEntry], said: &Said) -> Self {
        let mut state = State {
            receipts,
            entries,
            decisions: vec![Decision::Waiting; receipts.len()],
            taken: vec![false; entries.len()],
        };
        if said.confirmed.is_empty() {
            return state;
        }
        let confirmed: HashSet<(i64, EntryId)> = said.confirmed.iter().copied().collect();
        let paying: HashSet<EntryId> = confirmed.iter().map(|(_, entry)| *entry).collect();
        let found = entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| paying.contains(&entry.id));
        let found: Vec<(usize, EntryId)> = found.map(|(e, entry)| (e, entry.id)).collect();
        for (r, receipt) in receipts.iter().enumerate() {
            let own = found
                .iter()
                .filter(|(_, id)| confirmed.contains(&(receipt.id, *id)));
            let own: Vec<usize> = own.map(|(e, _)| *e).collect();
            if !own.is_empty() {
                state.take(r, &own, i32::MAX, vec![Reason::Confirmed]);
            }
        }
        state
    }

    fn is_decided(&self, receipt: usize) -> bool {
        matches!(self.decisions.get(receipt), Some(Decision::Sure(_)) | None)
    }

    fn is_taken(&self, entry: usize) -> bool {
        self.taken.get(entry).copied().unwrap_or(true)
    }

    fn choice(&self, entries: &[usize], score: i32, reasons: Vec<Reason>) -> Choice {
        let mut found: Vec<&LinkEntry> = entries
            .iter()
            .filter_map(|e| self.entries.get(*e))
            .collect();
        found.sort_by_key(|entry| (entry.booked, entry.id));
        Choice {
            entries: found.iter().map(|entry| entry.id).collect(),
            score,
            reasons,
        }
    }

    fn take(&mut self, receipt: usize, entries: &[usize], score: i32, reasons: Vec<Reason>) {
        let choice = self.choice(entries, score, reasons);
        if let Some(decision) = self.decisions.get_mut(receipt) {
            *decision = Decision::Sure(choice);
        }
        for entry in entries {
            if let Some(taken) = self.taken.get_mut(*entry) {
                *taken = true;
            }
        }
    }
}
