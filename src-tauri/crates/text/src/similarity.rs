//! How alike two names are, for proposing links and merges; never for identity, which is equality of folded text.

use crate::fold::{fold, tokens};

/// Words that say nothing of who somebody is: legal forms, articles, country codes, payment processors. Sorted.
const WEAK: &[&str] = &[
    "ag", "and", "bv", "by", "co", "com", "corp", "das", "de", "der", "des", "die", "du", "el",
    "et", "eu", "eurl", "fr", "gmbh", "il", "inc", "kg", "la", "le", "les", "limited", "llc",
    "ltd", "mbh", "monsieur", "mr", "mrs", "ms", "nv", "of", "paypal", "sa", "sarl", "sas", "sasu",
    "se", "sl", "spa", "sq", "srl", "stripe", "sumup", "the", "und", "van", "von", "www", "zettle",
];

/// Likeness of two names, 0 (nothing in common) to 100 (the same words), symmetric.
///
/// Both are folded and cut into words; each word weighs its letters, weak words ([`WEAK`]) and numbers weigh one. A word meets its best partner on the
/// other side: equal 100 %, a prefix of three letters or more 90 % (`boulang` / `boulangerie`), run together 100 % (`carrefourcity` /
/// `carrefour city`), an abbreviation that keeps the first letter and the order of letters 75 % (`phcie` / `pharmacie`), one letter off in five or
/// more 80 %. The score is 70 % how much of the lighter name is met, 30 % how much of both is. An empty name is like nothing.
pub fn similarity(a: &str, b: &str) -> u8 {
    let (a, b) = (fold(a), fold(b));
    let (words_a, words_b) = (split(&a), split(&b));
    let (weight_a, weight_b) = (total(&words_a), total(&words_b));
    if weight_a == 0 || weight_b == 0 {
        return 0;
    }
    if joined(&words_a) == joined(&words_b) {
        return 100;
    }
    let (met_a, met_b) = (met(&words_a, &words_b), met(&words_b, &words_a));
    let (met_light, weight_light) = if weight_a <= weight_b {
        (met_a, weight_a)
    } else {
        (met_b, weight_b)
    };
    let contained = met_light / weight_light;
    let shared = (met_a + met_b) / (weight_a + weight_b);
    u8::try_from((contained * 70 + shared * 30) / 100).unwrap_or(100)
}

fn split(folded: &str) -> Vec<&str> {
    tokens(folded).collect()
}

fn joined(words: &[&str]) -> String {
    words.concat()
}

fn weight(word: &str) -> u32 {
    if WEAK.binary_search(&word).is_ok() || word.bytes().any(|b| b.is_ascii_digit()) {
        1
    } else {
        u32::try_from(word.chars().count()).unwrap_or(u32::MAX)
    }
}

fn total(words: &[&str]) -> u32 {
    words
        .iter()
        .map(|word| weight(word))
        .fold(0, u32::saturating_add)
}

/// Weight of `words` met in `others`, in hundredths.
fn met(words: &[&str], others: &[&str]) -> u32 {
    words
        .iter()
        .map(|word| {
            let best = others
                .iter()
                .map(|other| likeness(word, other))
                .max()
                .unwrap_or(0);
            let best = best.max(run_together(word, words, others));
            weight(word).saturating_mul(best)
        })
        .fold(0, u32::saturating_add)
}

/// Per cent to which one word stands for another.
fn likeness(a: &str, b: &str) -> u32 {
    if a == b {
        return 100;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.bytes().any(|byte| byte.is_ascii_digit()) || short.len() < 3 {
        return 0;
    }
    if long.starts_with(short) {
        return 90;
    }
    if short.len() >= 5 && is_one_letter_off(short, long) {
        return 80;
    }
    if is_abbreviation(short, long) {
        return 75;
    }
    0
}

/// 100 when `word` is two neighbours of `others` written as one, or with its neighbour is one word of `others`.
fn run_together(word: &str, words: &[&str], others: &[&str]) -> u32 {
    let is_pair = |whole: &str, pair: &[&str]| match pair {
        [first, second] => whole.strip_prefix(first) == Some(second),
        _ => false,
    };
    let cut = others.windows(2).any(|pair| is_pair(word, pair));
    let glued = words
        .windows(2)
        .filter(|pair| pair.contains(&word))
        .any(|pair| others.iter().any(|other| is_pair(other, pair)));
    if cut || glued { 100 } else { 0 }
}

/// Same first letter, letters in the same order, and not much shorter: `phcie` for `pharmacie`, `mgsn` for `magasin`.
fn is_abbreviation(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().next() == long.chars().next()
        && short.len().saturating_mul(3) >= long.len()
        && short.chars().all(|c| rest.any(|other| other == c))
}

/// One letter replaced, added or missing.
fn is_one_letter_off(short: &str, long: &str) -> bool {
    let (short_len, long_len) = (short.chars().count(), long.chars().count());
    if long_len.saturating_sub(short_len) > 1 {
        return false;
    }
    let head = short
        .chars()
        .zip(long.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let tail_short = short
        .chars()
        .skip(head.saturating_add(usize::from(short_len == long_len)));
    let tail_long = long.chars().skip(head.saturating_add(1));
    tail_short.eq(tail_long)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_words_are_sorted_for_the_search() {
        assert!(WEAK.is_sorted());
    }

    #[test]
    fn the_same_words_are_wholly_alike_in_any_order_and_case() {
        for (a, b) in [
            ("CARREFOUR CITY", "Carrefour City"),
            ("Carrefourcity", "CARREFOUR CITY"),
            ("Martin Léa", "LEA MARTIN"),
        ] {
            assert_eq!(similarity(a, b), 100, "{a} / {b}");
            assert_eq!(similarity(b, a), 100, "{b} / {a}");
        }
    }

    #[test]
    fn a_name_cut_short_or_with_a_tail_is_much_alike() {
        for (a, b) in [
            ("CARREFOUR CITY 75012 PARIS", "Carrefour City"),
            ("SUMUP BOULANG DU", "Boulangerie du Pont"),
            ("LEROY MERLIN BORDEAU", "Leroy Merlin"),
            ("PHCIE CENTRALE", "Pharmacie Centrale"),
            ("DECATLON", "Decathlon"),
            ("Volt & Cie SAS", "VOLT CIE"),
        ] {
            let score = similarity(a, b);
            assert!(score >= 70, "{a} / {b}: {score}");
            assert_eq!(score, similarity(b, a), "symmetric");
        }
    }

    #[test]
    fn different_names_are_little_alike() {
        for (a, b) in [
            ("EDF", "Carrefour City"),
            ("Boulangerie Martin", "Pharmacie Martin"),
            ("SNCF", "Orange"),
            ("Amazon", "Zalando"),
        ] {
            let score = similarity(a, b);
            assert!(score <= 55, "{a} / {b}: {score}");
        }
        assert_eq!(similarity("", "EDF"), 0);
        assert_eq!(similarity("", ""), 0);
    }
}
