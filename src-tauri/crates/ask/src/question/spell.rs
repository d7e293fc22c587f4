//! Words typed in haste, taken for the known word that they are nearest to.

/// How far a word of so many letters may be from the known word that is meant.
fn reach(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    }
}

/// The known word that is meant, where exactly one is nearest.
pub(super) fn meant<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let letters: Vec<char> = word.chars().collect();
    let reach = reach(letters.len());
    if reach == 0 || letters.iter().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    let mut is_tied = false;
    for other in known {
        let there: Vec<char> = other.chars().collect();
        let is_near = there.len().abs_diff(letters.len()) <= reach
            && there.first() == letters.first()
            && there.len() >= 4;
        if !is_near {
            continue;
        }
        let far = distance(&letters, &there);
        match best {
            _ if far > reach => {}
            Some((least, _)) if far > least => {}
            Some((least, same)) if far == least => is_tied |= same != other,
            _ => {
                best = Some((far, other));
                is_tied = false;
            }
        }
    }
    best.filter(|_| !is_tied).map(|(_, other)| other)
}

/// Letters to change, to add, to leave out, or to swap with their neighbour (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut least = (at(&last, j) + usize::from(x != y))
                .min(at(&last, j + 1) + 1)
                .min(at(&row, j) + 1);
            let is_swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if is_swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> impl Iterator<Item = &'static str> {
        [
            "combien",
            "depense",
            "fevrier",
            "carrefour",
            "pain",
            "spent",
        ]
        .into_iter()
    }

    #[test]
    fn a_letter_too_many_too_few_wrong_or_swapped_is_forgiven() {
        for (typed, word) in [
            ("combein", "combien"),
            ("combiien", "combien"),
            ("depence", "depense"),
            ("fevrie", "fevrier"),
            ("carefour", "carrefour"),
            ("spennt", "spent"),
        ] {
            assert_eq!(meant(typed, known()), Some(word), "{typed}");
        }
    }

    #[test]
    fn short_words_and_figures_are_what_they_are() {
        for typed in ["pan", "cafe", "2026", "spen1", "bonjour"] {
            assert_eq!(meant(typed, known()), None, "{typed}");
        }
    }
}
