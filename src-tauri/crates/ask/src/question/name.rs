//! The names that there are, and which of them some words of a question mean.

use text::{fold, similarity, tokens};

use super::Noun;

/// Something by one of its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What it is.
    pub noun: Noun,
    /// What it is called.
    pub name: String,
}

/// The names that there are, ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Names {
    all: Vec<Known>,
}

#[derive(Debug, Clone)]
struct Known {
    noun: Noun,
    words: Vec<String>,
}

/// Words of a name that people leave out.
const LEFT_OUT: &[&str] = &[
    "sa", "sas", "sarl", "eurl", "sasu", "cie", "co", "inc", "ltd", "llc", "plc", "gmbh", "ag",
    "bv", "com", "fr", "eu", "www", "france", "group", "groupe", "company",
];

/// How many nearest names are told.
const NEAREST: usize = 3;
/// Of more names that fit, no choice is offered for each.
const MOST: usize = 8;

/// How sure a name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The words are like it.
    Like,
    /// The words stand in it.
    Within,
    /// It begins with the words.
    Begun,
    /// The words are all of it but what people leave out.
    Short,
    /// The words are all of it.
    Whole,
}

impl Names {
    /// Makes them ready. The order is that of choices.
    pub fn new(named: impl IntoIterator<Item = Named>) -> Self {
        let all = named.into_iter().filter_map(|Named { noun, name }| {
            let folded = fold(&name);
            let words: Vec<String> = tokens(&folded).map(str::to_owned).collect();
            (!words.is_empty()).then_some(Known { noun, words })
        });
        Names { all: all.collect() }
    }

    /// Every word of every name.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let words = self.all.iter().flat_map(|known| &known.words);
        words.map(String::as_str)
    }

    /// The longest beginning of these words that is a whole name, and what bears it.
    pub(super) fn whole(&self, words: &[&str]) -> Option<(Vec<Noun>, usize)> {
        let mut used = 0;
        let mut nouns: Vec<Noun> = Vec::new();
        for known in &self.all {
            let count = known.words.len();
            let is_there = count >= used
                && words
                    .get(..count)
                    .is_some_and(|words| known.words.iter().zip(words).all(|(a, b)| a == b));
            if is_there {
                if count > used {
                    nouns.clear();
                    used = count;
                }
                if !nouns.contains(&known.noun) {
                    nouns.push(known.noun.clone());
                }
            }
        }
        (used > 0).then_some((nouns, used))
    }

    /// What these words mean best, all of them, as surely as `least`.
    pub(super) fn fitting(&self, words: &[&str], least: Fit) -> Option<(Fit, Vec<Noun>)> {
        let mut best: Option<(Fit, Vec<Noun>)> = None;
        for known in &self.all {
            let Some(fit) = fit(words, &known.words).filter(|fit| *fit >= least) else {
                continue;
            };
            match &mut best {
                Some((most, _)) if fit < *most => {}
                Some((most, nouns)) if fit == *most => {
                    if !nouns.contains(&known.noun) && nouns.len() < MOST {
                        nouns.push(known.noun.clone());
                    }
                }
                _ => best = Some((fit, vec![known.noun.clone()])),
            }
        }
        if best.is_none() && least == Fit::Like {
            return self.like(words);
        }
        best
    }

    /// Names that look like these words.
    fn like(&self, words: &[&str]) -> Option<(Fit, Vec<Noun>)> {
        let typed = words.join(" ");
        if typed.len() < 5 {
            return None;
        }
        let scored = self.scored(&typed, 78);
        let best = scored.first()?.0;
        let nouns = scored.into_iter().filter(|(score, _)| *score == best);
        Some((Fit::Like, nouns.map(|(_, noun)| noun).take(MOST).collect()))
    }

    /// The names most like these words, the likest first.
    pub(super) fn nearest(&self, typed: &str) -> Vec<Noun> {
        let scored = self.scored(typed, 50).into_iter();
        scored.map(|(_, noun)| noun).take(NEAREST).collect()
    }

    fn scored(&self, typed: &str, least: u8) -> Vec<(u8, Noun)> {
        let first = typed.chars().next();
        let mut scored: Vec<(u8, Noun)> = Vec::new();
        // A name that begins with none of the letters is not looked at closely: there may be very many.
        let near = self
            .all
            .iter()
            .filter(|known| known.words.iter().any(|word| word.chars().next() == first));
        for known in near {
            let score = similarity(typed, &known.words.join(" "));
            if score >= least && !scored.iter().any(|(_, noun)| *noun == known.noun) {
                scored.push((score, known.noun.clone()));
            }
        }
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        scored
    }
}

fn fit(words: &[&str], name: &[String]) -> Option<Fit> {
    let is_at = |from: usize| {
        name.get(from..from + words.len())
            .is_some_and(|there| there.iter().zip(words).all(|(a, b)| a == b))
    };
    if words.len() == name.len() && is_at(0) || words.concat() == name.concat() {
        return Some(Fit::Whole);
    }
    let kept = name.iter().filter(|word| {
        !LEFT_OUT.contains(&word.as_str()) && word.chars().any(|c| !c.is_ascii_digit())
    });
    if kept.map(String::as_str).eq(words.iter().copied()) {
        return Some(Fit::Short);
    }
    let is_long = words.iter().any(|word| word.chars().count() >= 3);
    if !is_long {
        return None;
    }
    if is_at(0) || is_cut_short(words, name) {
        return Some(Fit::Begun);
    }
    (1..name.len()).any(is_at).then_some(Fit::Within)
}

/// Whether the last of the words is the beginning of one: « boulang ».
fn is_cut_short(words: &[&str], name: &[String]) -> bool {
    let Some((last, before)) = words.split_last() else {
        return false;
    };
    let is_begun = name.iter().zip(before).all(|(a, b)| a == b);
    let next = name.get(before.len());
    is_begun && last.chars().count() >= 4 && next.is_some_and(|word| word.starts_with(last))
}
