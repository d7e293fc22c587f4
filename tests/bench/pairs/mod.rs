//! Receipts, bank lines and the true links between them: invented, seeded, in the shape of `../shared/corpus/matching.json`.
//!
//! A measuring stick, not a model: nothing here knows how links are scored. Each knob is so many receipts in a thousand.

mod chance;
mod label;
mod shops;
mod story;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How much of each difficulty a set holds, in receipts per thousand.
#[derive(Clone, Copy)]
pub(crate) struct Knobs {
    /// Another seed is another set.
    pub(crate) seed: u64,
    /// How many receipts.
    pub(crate) receipts: usize,
    /// Over how many days they fall.
    pub(crate) days: i64,
    /// Bank lines without receipt, for each hundred receipts.
    pub(crate) unreceipted: u32,
    /// Descriptors cut to 22 characters.
    pub(crate) cut: u32,
    /// Bank lines that name somebody else: an owner, a holding.
    pub(crate) other_name: u32,
    /// Orders charged parcel by parcel.
    pub(crate) split: u32,
    /// Purchases paid in three or four parts, half of them announced.
    pub(crate) instalments: u32,
    /// Purchases partly paid by gift card or coupon.
    pub(crate) gift: u32,
    /// Two or three orders of a day in one charge.
    pub(crate) shared: u32,
    /// Refunds, whole or partial.
    pub(crate) refund: u32,
    /// Of tables and rides, those with a tip.
    pub(crate) tip: u32,
    /// Of foreign purchases, those whose bank line states the original amount.
    pub(crate) printed: u32,
    /// Receipts beside which another merchant charges the same amount within days.
    pub(crate) neighbour: u32,
    /// Receipts beside which the same merchant charges the same amount within days.
    pub(crate) twin: u32,
    /// Receipts that no bank line pays: cash, another's card.
    pub(crate) unpaid: u32,
    /// Card payments booked five to ten days late.
    pub(crate) late: u32,
    /// Receipts that state their order or invoice number, where the merchant has one.
    pub(crate) numbered: u32,
    /// Direct debits and transfers that quote it.
    pub(crate) quoted: u32,
}

impl Knobs {
    /// A household's two years, with every difficulty.
    pub(crate) fn household(seed: u64) -> Self {
        Knobs {
            seed,
            receipts: 600,
            days: 500,
            unreceipted: 120,
            cut: 400,
            other_name: 15,
            split: 40,
            instalments: 40,
            gift: 30,
            shared: 20,
            refund: 50,
            tip: 500,
            printed: 600,
            neighbour: 80,
            twin: 30,
            unpaid: 60,
            late: 40,
            numbered: 700,
            quoted: 500,
        }
    }

    /// The same with twice the neighbours and twins, more names that say nothing, and no numbers.
    pub(crate) fn hard(seed: u64) -> Self {
        Knobs {
            other_name: 60,
            neighbour: 200,
            twin: 80,
            unpaid: 120,
            late: 100,
            cut: 800,
            numbered: 0,
            quoted: 0,
            printed: 300,
            ..Knobs::household(seed)
        }
    }
}

/// A set, as the corpus writes it.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Set {
    pub(crate) transactions: Vec<Transaction>,
    pub(crate) receipts: Vec<Receipt>,
    /// For each receipt, the bank lines that pay it.
    pub(crate) links: BTreeMap<String, Vec<String>>,
}

/// A bank line.
#[derive(Serialize, Deserialize)]
pub(crate) struct Transaction {
    pub(crate) id: String,
    pub(crate) booked: String,
    pub(crate) amount: String,
    pub(crate) currency: String,
    pub(crate) kind: String,
    pub(crate) raw: String,
    pub(crate) orig_amount: Option<String>,
    pub(crate) orig_currency: Option<String>,
}

/// What was read of a receipt.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Receipt {
    pub(crate) id: String,
    pub(crate) merchant: String,
    pub(crate) issued: String,
    pub(crate) total: String,
    pub(crate) currency: String,
    pub(crate) order_number: Option<String>,
    pub(crate) invoice_number: Option<String>,
    pub(crate) payable: Option<String>,
    pub(crate) due: Option<String>,
    pub(crate) tip: Option<String>,
    pub(crate) paid: Option<String>,
    #[serde(default)]
    pub(crate) instalments: Vec<String>,
    pub(crate) statement_descriptor: Option<String>,
    pub(crate) card_last4: Option<String>,
}

/// The set that the knobs describe.
pub(crate) fn generate(knobs: &Knobs) -> Set {
    story::Story::new(*knobs).told()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn cents(amount: &str) -> i64 {
        amount.replace('.', "").parse().unwrap()
    }

    #[test]
    fn a_seed_is_a_set() {
        let text = |seed| serde_json::to_string(&generate(&Knobs::household(seed))).unwrap();
        assert_eq!(text(1), text(1));
        assert_ne!(text(1), text(2));
    }

    #[test]
    fn the_true_links_of_a_set_name_its_lines_and_pay_what_the_receipts_say() {
        let set = generate(&Knobs::household(3));
        let line = |id: &String| set.transactions.iter().find(|line| line.id == *id).unwrap();
        let mut exact = 0;
        for receipt in &set.receipts {
            let paid: i64 = set.links[&receipt.id]
                .iter()
                .map(|id| cents(&line(id).amount))
                .sum();
            exact += usize::from(-paid == cents(&receipt.total));
        }
        // The others are tips, gift cards, foreign money, shared charges, and receipts that nothing pays.
        assert!(exact * 100 > set.receipts.len() * 60, "{exact}");
        let unpaid = set.links.values().filter(|lines| lines.is_empty()).count();
        assert!((10..100).contains(&unpaid), "{unpaid}");
    }
}
