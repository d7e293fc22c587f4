//! Names of receipts and of entries' other parties, each compared once however often they meet.

use std::cell::RefCell;
use std::collections::HashMap;

use super::{LinkEntry, LinkReceipt};

/// The names, by number.
pub(super) struct Names<'a> {
    of_receipts: Vec<Vec<usize>>,
    of_entries: Vec<usize>,
    distinct: Vec<&'a str>,
    likeness: RefCell<HashMap<(usize, usize), u8>>,
}

impl<'a> Names<'a> {
    pub(super) fn new(receipts: &'a [LinkReceipt], entries: &'a [LinkEntry]) -> Self {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut distinct: Vec<&str> = Vec::new();
        let mut number = |name: &'a str| {
            *numbers.entry(name).or_insert_with(|| {
                distinct.push(name);
                distinct.len().saturating_sub(1)
            })
        };
        let of_receipts = receipts
            .iter()
            .map(|receipt| receipt.names.iter().map(|name| number(name)).collect())
            .collect();
        let of_entries = entries
            .iter()
            .map(|entry| number(&entry.counterparty))
            .collect();
        Names {
            of_receipts,
            of_entries,
            distinct,
            likeness: RefCell::default(),
        }
    }

    /// How alike the names of a receipt and the name of an entry's other party are, in per cent.
    pub(super) fn likeness(&self, r: usize, e: usize) -> u8 {
        let Some(of_entry) = self.of_entries.get(e) else {
            return 0;
        };
        let of_receipt = self.of_receipts.get(r).map(Vec::as_slice);
        let met = of_receipt.unwrap_or_default().iter();
        met.map(|name| self.of_pair(*name, *of_entry))
            .max()
            .unwrap_or(0)
    }

    fn of_pair(&self, a: usize, b: usize) -> u8 {
        if let Some(known) = self.likeness.borrow().get(&(a, b)) {
            return *known;
        }
        let likeness = match (self.distinct.get(a), self.distinct.get(b)) {
            (Some(a), Some(b)) => text::similarity(a, b).max(run_together(a, b)),
            _ => 0,
        };
        self.likeness.borrow_mut().insert((a, b), likeness);
        likeness
    }
}

/// A name of two words written as one, the first of them cut to some of its letters (`gdmarche` for `grand marche`): alike. Else nothing.
fn run_together(a: &str, b: &str) -> u8 {
    let (a, b) = (text::fold(a), text::fold(b));
    let is_one = |one: &str, other: &str| {
        let words: Vec<&str> = text::tokens(other).collect();
        let mut pairs = words.windows(2);
        pairs.any(|pair| match pair {
            [first, second] if second.len() >= 5 && first.len() >= 3 => one
                .strip_suffix(second)
                .is_some_and(|short| short.len() >= 2 && is_short(short, first)),
            _ => false,
        })
    };
    let meets = |a: &str, b: &str| text::tokens(a).any(|one| is_one(one, b));
    if meets(&a, &b) || meets(&b, &a) {
        ALIKE
    } else {
        0
    }
}

/// What such a name counts as, in per cent.
const ALIKE: u8 = 70;

/// Whether letters stand in a word in their order, from its first.
fn is_short(short: &str, word: &str) -> bool {
    let mut rest = word.chars();
    short.chars().next() == word.chars().next() && short.chars().all(|c| rest.any(|other| other == c))
}

/// Letters and digits alone, folded.
pub(super) fn joined(text: &str) -> String {
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
