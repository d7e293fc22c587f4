//! Names of receipts and of entries' other parties, each compared once however often they meet.

use std::cell::RefCell;
use std::collections::HashMap;

use super::{LinkEntry, LinkReceipt};

/// The names, by number.
pub(super) struct Names<'a> {
    of_receipts: Vec<Vec<usize>>,
    of_entries: Vec<usize>,
    distinct: Vec<&'a str>,
    stems: Vec<Vec<[u8; 4]>>,
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
            stems: distinct.iter().map(|name| stems(name)).collect(),
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

    /// The beginnings of words of an entry's other party.
    pub(super) fn stems_of_entry(&self, e: usize) -> &[[u8; 4]] {
        let name = self.of_entries.get(e);
        let stems = name.and_then(|name| self.stems.get(*name));
        stems.map(Vec::as_slice).unwrap_or_default()
    }

    /// And of a receipt's names.
    pub(super) fn stems_of_receipt(&self, r: usize) -> impl Iterator<Item = &[u8; 4]> {
        let names = self.of_receipts.get(r).into_iter().flatten();
        names.filter_map(|name| self.stems.get(*name)).flatten()
    }

    /// Whether any word of one begins like one of the other.
    pub(super) fn begin_alike(&self, r: usize, e: usize) -> bool {
        let of_entry = self.stems_of_entry(e);
        self.stems_of_receipt(r).any(|stem| of_entry.contains(stem))
    }

    fn of_pair(&self, a: usize, b: usize) -> u8 {
        if let Some(known) = self.likeness.borrow().get(&(a, b)) {
            return *known;
        }
        let likeness = match (self.distinct.get(a), self.distinct.get(b)) {
            (Some(a), Some(b)) => likeness(a, b),
            _ => 0,
        };
        self.likeness.borrow_mut().insert((a, b), likeness);
        likeness
    }
}

/// How alike two names are, in per cent.
pub(super) fn likeness(a: &str, b: &str) -> u8 {
    let likeness = text::similarity(a, b);
    if likeness >= ALIKE {
        return likeness;
    }
    let (a, b) = (text::fold(a), text::fold(b));
    let (a, b): (Vec<&str>, Vec<&str>) = (text::tokens(&a).collect(), text::tokens(&b).collect());
    let is_off = a
        .iter()
        .any(|one| b.iter().any(|other| is_one_sign_off(one, other)));
    let is_cut = is_cut_short(&a, &b) || is_cut_short(&b, &a);
    if is_off || is_cut || run_together(&a, &b) || run_together(&b, &a) {
        ALIKE
    } else {
        likeness
    }
}

/// What names written otherwise count as.
const ALIKE: u8 = 80;

/// A name of several words written as one without its articles, and cut where the line ended (`vinylesmara` for `vinyles du marais`).
fn is_cut_short(one: &[&str], other: &[&str]) -> bool {
    const LINKS: &[&str] = &[
        "and", "d", "de", "del", "della", "der", "des", "di", "du", "et", "l", "la", "le", "les",
        "of", "the", "und",
    ];
    let strong = other.iter().filter(|word| !LINKS.contains(word));
    let strong: Vec<&str> = strong.copied().collect();
    let first = strong.first().map_or(0, |word| word.len());
    let joined = strong.concat();
    let mut words = one.iter();
    words.any(|word| word.len() >= 7 && word.len() > first && joined.starts_with(word))
}

/// A word in which one letter is written as a digit: its bank could not write it, or read it wrong.
fn is_one_sign_off(one: &str, other: &str) -> bool {
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let pairs = || one.chars().zip(other.chars());
    one.len() >= 6
        && one.len() == other.len()
        && has_digit(one) != has_digit(other)
        && pairs().filter(|(a, b)| a != b).count() == 1
}

/// A name of two words written as one, the first of them cut to some of its letters (`gdmarche` for `grand marche`): alike.
fn run_together(one: &[&str], other: &[&str]) -> bool {
    let mut pairs = other.windows(2);
    pairs.any(|pair| match pair {
        [first, second] if second.len() >= 5 && first.len() >= 3 => one.iter().any(|word| {
            let short = word.strip_suffix(second);
            short.is_some_and(|short| short.len() >= 2 && is_short(short, first))
        }),
        _ => false,
    })
}

/// Whether letters stand in a word in their order, from its first.
fn is_short(short: &str, word: &str) -> bool {
    let mut rest = word.chars();
    short.chars().next() == word.chars().next()
        && short.chars().all(|c| rest.any(|other| other == c))
}

/// Letters and digits alone, folded.
pub(super) fn joined(text: &str) -> String {
    text::tokens(&text::fold(text)).collect()
}

/// The beginnings of the first three words of a name that may say who somebody is: four bytes each, or three and a space.
pub(super) fn stems(name: &str) -> Vec<[u8; 4]> {
    const ARTICLES: &[&str] = &[
        "les", "des", "the", "der", "die", "das", "sas", "sarl", "spa",
    ];
    let folded = text::fold(name);
    let says_who = |word: &&str| {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        word.len() >= 3 && !is_number && !ARTICLES.contains(word)
    };
    let words = text::tokens(&folded).filter(says_who);
    let stem = |word: &str| {
        let mut stem = [b' '; 4];
        for (slot, byte) in stem.iter_mut().zip(word.bytes()) {
            *slot = byte;
        }
        stem
    };
    words.take(3).map(stem).collect()
}
