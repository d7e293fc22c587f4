//! Where a query's words stand in a text.

use std::ops::Range;

use text::{fold, tokens};

use crate::query::{Query, Term};

/// The least letters of a word that may be the beginning of a longer one.
const BEGINNING: usize = 3;

/// Whether a word may be the beginning of a longer one: it has three letters, or may still be being typed.
pub fn may_be_beginning(word: &str, is_last: bool) -> bool {
    is_last || word.chars().count() >= BEGINNING
}

/// What to find in texts.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    wanted: Vec<Wanted>,
}

/// Words in a row, folded; the last of them may be a beginning.
#[derive(Debug, Clone)]
struct Wanted {
    words: Vec<String>,
    is_beginning: bool,
}

/// A word of a text.
struct Found {
    folded: String,
    /// In UTF-16 code units.
    place: Range<usize>,
    /// Whether each of its units folds to one byte, so that a part of the one is the same part of the other.
    is_even: bool,
}

impl Marks {
    /// What a query's words and phrases find.
    pub fn of(query: &Query) -> Self {
        let last = query.parts.len();
        let parts = query.parts.iter().enumerate();
        let wanted = parts.filter(|(_, part)| !part.is_excluded);
        let wanted = wanted.filter_map(|(at, part)| match &part.term {
            Term::Word(word) => Some(wanted_of(word, may_be_beginning(word, at + 1 == last))),
            Term::Phrase(words) => Some(wanted_of(words, false)),
            _ => None,
        });
        Marks {
            wanted: wanted.filter(|wanted| !wanted.words.is_empty()).collect(),
        }
    }

    /// Each of these words, as the beginning of one.
    pub fn beginnings(words: &str) -> Self {
        let folded = fold(words);
        let each = tokens(&folded).map(|word| Wanted {
            words: vec![word.to_owned()],
            is_beginning: true,
        });
        Marks {
            wanted: each.collect(),
        }
    }

    /// Whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// Whether every word stands in one of these texts.
    pub fn all_in<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> bool {
        let texts: Vec<Vec<Found>> = texts.into_iter().map(words_of).collect();
        self.wanted
            .iter()
            .all(|wanted| texts.iter().any(|text| hits(wanted, text).next().is_some()))
    }

    /// Where they stand in a text, in UTF-16 code units, in order and apart.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let found = words_of(text);
        let mut places: Vec<Range<usize>> = self
            .wanted
            .iter()
            .flat_map(|wanted| hits(wanted, &found))
            .collect();
        places.sort_by_key(|place| (place.start, place.end));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for place in places {
            match apart.last_mut() {
                Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
                _ => apart.push(place),
            }
        }
        apart
    }
}

fn wanted_of(words: &str, is_beginning: bool) -> Wanted {
    let folded = fold(words);
    Wanted {
        words: tokens(&folded).map(str::to_owned).collect(),
        is_beginning,
    }
}

/// The places at which these words stand.
fn hits<'a>(wanted: &'a Wanted, found: &'a [Found]) -> impl Iterator<Item = Range<usize>> + 'a {
    let count = wanted.words.len().max(1);
    found.windows(count).filter_map(move |run| {
        let pairs = || wanted.words.iter().zip(run).enumerate();
        let is_hit = pairs().all(|(at, (word, found))| {
            found.folded == *word
                || (wanted.is_beginning && at + 1 == count && found.folded.starts_with(word))
        });
        let (first, last) = (run.first()?, run.last()?);
        let word = wanted.words.last()?;
        // Only the typed letters of a longer word are marked, where they can be told.
        let end = if last.is_even && word.len() < last.folded.len() {
            last.place.start + word.len()
        } else {
            last.place.end
        };
        is_hit.then_some(first.place.start..end)
    })
}

/// The words of a text, cut as the index cuts them.
fn words_of(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let (mut at, mut is_open) = (0, false);
    for c in text.chars() {
        let next = at + c.len_utf16();
        // An accent on its own belongs to the letter before it.
        let is_mark = is_open && !c.is_alphanumeric() && fold(&format!("a{c}b")) == "ab";
        if c.is_alphanumeric() || is_mark {
            match found.last_mut() {
                Some(word) if is_open => word.place.end = next,
                _ => found.push(Found {
                    folded: String::new(),
                    place: at..next,
                    is_even: true,
                }),
            }
            if let Some(word) = found.last_mut() {
                let before = word.folded.len();
                text::fold_into(c.encode_utf8(&mut [0; 4]), &mut word.folded);
                word.is_even &= word.folded.len() - before == 1 && c.len_utf16() == 1;
            }
            is_open = true;
        } else {
            is_open = false;
        }
        at = next;
    }
    found
}
