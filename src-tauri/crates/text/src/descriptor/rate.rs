//! An exchange rate in free text: after a word for it, or between two currencies.

use crate::fold::fold;

/// Words that announce a rate, folded and in order.
const CALLED: &[&str] = &[
    "cambio",
    "change",
    "cours",
    "koers",
    "kurs",
    "rate",
    "taux",
    "tx",
    "wechselkurs",
    "wisselkoers",
];
/// How many words may stand between.
const BETWEEN: usize = 3;

/// The rate that a text states, with a point; which way round it is printed, it does not say.
pub(super) fn rate_in(text: &str) -> Option<String> {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ','))
        .map(|word| word.trim_matches(['.', ',']))
        .filter(|word| !word.is_empty())
        .collect();
    let announced = words.iter().enumerate().find_map(|(at, word)| {
        CALLED.binary_search(word).ok()?;
        let after = words.iter().skip(at).skip(1);
        after.take(BETWEEN + 1).find_map(|word| rate(word))
    });
    let between = || {
        words.windows(4).find_map(|words| match words {
            [one, from, into, to] if is_one(one) && is_code(from) && is_code(to) => rate(into),
            _ => None,
        })
    };
    // `12,00 USD A 1,08`.
    let at = || {
        words.windows(3).find_map(|words| match words {
            [code, "a" | "at", at] if is_code(code) => rate(at),
            _ => None,
        })
    };
    announced.or_else(between).or_else(at)
}

/// A number with two decimals at least, above zero.
fn rate(word: &str) -> Option<String> {
    let (whole, decimals) = word.split_once(['.', ','])?;
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_rate = is_number(whole)
        && is_number(decimals)
        && (1..=6).contains(&whole.len())
        && (2..=10).contains(&decimals.len())
        && [whole, decimals].concat().bytes().any(|byte| byte != b'0');
    is_rate.then(|| format!("{whole}.{decimals}"))
}

fn is_one(word: &str) -> bool {
    matches!(word, "1" | "1.00" | "1,00")
}

fn is_code(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_read_where_the_text_says_that_it_is_one() {
        for (text, found) in [
            (
                "CARTE 12/03 CAFE USD 12,00 TAUX DE CHANGE : 1,0832",
                Some("1.0832"),
            ),
            ("CAFE 3.40 GBP, RATE 1.00/GBP ON 12-03-2026", Some("1.00")),
            ("CAFE 49,90 USD 1 EUR = 1,0832 USD", Some("1.0832")),
            ("KURS 0,92560 CAFE SOMMER", Some("0.92560")),
            ("RAMEN HOUSE 12/03 12,00 USD A 1,08", Some("1.08")),
            ("CAFE 49,90 USD COURS", None),
            ("CAFE 49,90 USD", None),
            ("INTEREST RATE CHANGE NOTICE", None),
            ("RATE 0.00", None),
        ] {
            assert_eq!(rate_in(text).as_deref(), found, "{text}");
        }
        assert!(CALLED.is_sorted(), "they are looked up by halving");
    }
}
