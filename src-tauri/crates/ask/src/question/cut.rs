//! A question cut into its words: at spaces first, as days and amounts are written, then at every other sign.

use text::fold;

use crate::query::Span;

/// What stands between spaces, without the signs around it.
#[derive(Debug, Clone)]
pub(super) struct Chunk {
    /// As typed.
    pub(super) text: String,
    /// Folded, without an elided word before it: « d’avril », « l’an », « qu’en ».
    pub(super) folded: String,
    /// Its first word, and the one after its last.
    pub(super) words: (usize, usize),
}

/// Letters and digits.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) span: Span,
    /// As typed.
    pub(super) text: String,
    /// Folded, and spelt as it is most likely meant.
    pub(super) folded: String,
    /// The chunk that it stands in.
    pub(super) chunk: usize,
    /// Whether it begins its chunk, or follows an elided word there.
    pub(super) is_first: bool,
    /// Whether it stands between quotes.
    pub(super) is_quoted: bool,
}

/// Signs around what is typed that say nothing; `#`, signs of amounts and of currencies do.
fn is_around(c: char) -> bool {
    matches!(
        c,
        '?' | '!' | '.' | ',' | ';' | ':' | '…' | '(' | ')' | '"' | '«' | '»' | '“' | '”'
    )
}

const ELIDED: [&str; 10] = ["d", "l", "qu", "j", "m", "t", "s", "n", "c", "jusqu"];

/// Cuts a text.
pub(super) fn cut(text: &str) -> (Vec<Chunk>, Vec<Word>) {
    let (mut chunks, mut words) = (Vec::new(), Vec::new());
    let mut is_quoted = false;
    for (start, end) in pieces(text) {
        let raw = text.get(start..end).unwrap_or_default();
        is_quoted |= raw.starts_with(['"', '«', '“']);
        let closes = raw
            .trim_end_matches(['?', '!', '.', ','])
            .ends_with(['"', '»', '”']);
        let bare = raw.trim_start_matches(is_around);
        let start = end - bare.len();
        let bare = bare.trim_end_matches(is_around);
        if !bare.is_empty() {
            let first = words.len();
            add_words(bare, start, chunks.len(), is_quoted, &mut words);
            chunks.push(Chunk {
                text: bare.to_owned(),
                folded: unelided(&fold(bare)).to_owned(),
                words: (first, words.len()),
            });
        }
        if closes {
            is_quoted = false;
        }
    }
    (chunks, words)
}

/// What stands between spaces.
fn pieces(text: &str) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_whitespace(), start) {
            (true, Some(from)) => {
                pieces.push((from, at));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    pieces.extend(start.map(|from| (from, text.len())));
    pieces
}

fn unelided(folded: &str) -> &str {
    match folded.split_once('\'') {
        Some(("jusqu", _)) => folded,
        Some((before, rest)) if ELIDED.contains(&before) && !rest.is_empty() => rest,
        _ => folded,
    }
}

fn add_words(bare: &str, start: usize, chunk: usize, is_quoted: bool, words: &mut Vec<Word>) {
    let mut from: Option<usize> = None;
    let mut is_first = true;
    let ends = bare.char_indices().map(Some).chain([None]);
    for step in ends {
        let at = step.map_or(bare.len(), |(at, _)| at);
        let is_letter = step.is_some_and(|(_, c)| {
            c.is_alphanumeric() || (from.is_some() && fold(&format!("a{c}b")) == "ab")
        });
        match (is_letter, from) {
            (true, None) => from = Some(at),
            (false, Some(begun)) => {
                let text = bare.get(begun..at).unwrap_or_default();
                let folded = fold(text);
                let is_elided = step.is_some_and(|(_, c)| matches!(c, '\'' | '’'))
                    && ELIDED.contains(&folded.as_str());
                words.push(Word {
                    span: Span {
                        start: start + begun,
                        end: start + at,
                    },
                    text: text.to_owned(),
                    folded,
                    chunk,
                    is_first,
                    is_quoted,
                });
                is_first = is_first && is_elided;
                from = None;
            }
            _ => {}
        }
    }
}
