//! Words as the index is asked for them.

use std::collections::BTreeSet;

use ask::may_be_beginning;
use store::Read;
use text::{fold, unaccented};

use crate::Result;

/// Of more words that begin alike the index gathers all entries, which takes its time.
const ALIKE: usize = 8;

/// With fewer letters begin more words than that, in every ledger that is large enough for it to matter.
const LETTERS: usize = 3;

/// Words in FTS5's writing: folded, as typed, and with the ligatures that the index keeps; any of these.
pub(crate) struct AskedWords {
    ways: BTreeSet<String>,
    /// In the index of entries.
    pub(crate) of_entries: String,
    /// In that of receipts, which is small.
    pub(crate) of_receipts: String,
    pub(super) reach: Reach,
}

/// Which words of the index are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// All of them are written out.
    WrittenOut,
    /// The last may be the beginning of others, and it was not looked up of which.
    Unknown,
    /// The last is the beginning of more than are written out.
    Many,
}

impl AskedWords {
    /// None where there is no letter and no figure.
    pub(super) fn of(words: &str, is_beginning: bool) -> Option<Self> {
        let plain = joined(&fold(words));
        if plain.is_empty() {
            return None;
        }
        let typed = joined(&unaccented(&words.to_lowercase()));
        let tied = plain
            .replace("oe", "œ")
            .replace("ae", "æ")
            .replace("ss", "ß");
        let mut ways = BTreeSet::from([plain, typed, tied]);
        ways.retain(|way| !way.is_empty());
        let as_typed: Vec<String> = ways.iter().map(|way| phrase(way, is_beginning)).collect();
        let as_typed = any_of(&as_typed);
        Some(AskedWords {
            ways,
            of_entries: as_typed.clone(),
            of_receipts: as_typed,
            reach: match is_beginning {
                true => Reach::Unknown,
                false => Reach::WrittenOut,
            },
        })
    }

    /// Finds out which words begin so.
    pub(super) fn look_up(&mut self, read: Read<'_>) -> Result<()> {
        if self.reach != Reach::Unknown {
            return Ok(());
        }
        self.reach = Reach::WrittenOut;
        let mut of_entries: Vec<String> = Vec::new();
        for way in &self.ways {
            match begun(read, way)? {
                Some(few) => of_entries.extend(few),
                None => {
                    self.reach = Reach::Many;
                    of_entries.push(phrase(way, true));
                }
            }
        }
        self.of_entries = any_of(&of_entries);
        Ok(())
    }
}

/// The words of a question; the last may be the beginning of one.
pub(crate) fn asked_words(read: Read<'_>, words: &str) -> Result<Option<AskedWords>> {
    let mut asked = AskedWords::of(words, may_be_beginning(words, true));
    if let Some(asked) = &mut asked {
        asked.look_up(read)?;
    }
    Ok(asked)
}

/// The phrases that go on as this one begins, with each of the words that its last one may be, where they are few.
fn begun(read: Read<'_>, way: &str) -> Result<Option<Vec<String>>> {
    let (before, last) = way.rsplit_once(' ').unwrap_or(("", way));
    let is_latin = |c: char| matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    // How the index writes other letters is its own affair.
    if !last.chars().all(is_latin) || last.chars().count() < LETTERS {
        return Ok(None);
    }
    let words = read.list_words(last, ALIKE + 1)?;
    Ok(match words.len() {
        0 => Some(vec![phrase(way, false)]),
        1..=ALIKE => {
            let phrases = words.iter().map(|word| format!("\"{before} {word}\""));
            Some(phrases.collect())
        }
        _ => None,
    })
}

fn phrase(words: &str, is_beginning: bool) -> String {
    let beginning = if is_beginning { " *" } else { "" };
    format!("\"{words}\"{beginning}")
}

fn any_of(phrases: &[String]) -> String {
    format!("({})", phrases.join(" OR "))
}

fn joined(text: &str) -> String {
    let words: Vec<&str> = text::tokens(text).collect();
    words.join(" ")
}
