//! The words with which banks open a descriptor, one list per language.
//!
//! Every phrase is folded, without punctuation at the ends of its words; the longest that fits wins.

mod dutch;
mod english;
mod french;
mod german;
mod italian;
mod spanish;

use super::PaymentType;

/// What an opening phrase says of the payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The payment is of this type.
    Is(PaymentType),
    /// It is of this type when nothing else is said, or when a word of the bank's own follows (`FRAIS DE TENUE DE COMPTE`, not `FRAIS D'ICI`).
    Maybe(PaymentType),
    /// A card's month, settled between the holder's own accounts: nobody else is named, whatever follows.
    Settlement,
    /// A word of the bank's that says nothing of the type (`PAIEMENT`, `SEPA`).
    Neutral,
}

pub(super) type Phrases = &'static [(Meaning, &'static [&'static str])];

/// Every list, and whether its language writes the month before the day.
pub(super) const ALL: &[(Phrases, bool)] = &[
    (french::PHRASES, false),
    (english::PHRASES, false),
    (english::AMERICAN, true),
    (german::PHRASES, false),
    (dutch::PHRASES, false),
    (spanish::PHRASES, false),
    (italian::PHRASES, false),
];
