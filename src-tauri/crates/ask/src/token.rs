//! A text cut where it is typed apart: at spaces, and around quotes.

use text::fold;

use crate::key::{Key, key_of};
use crate::query::Span;

/// What opens a quotation, and what closes it.
pub(crate) const QUOTES: [(char, char); 3] = [('"', '"'), ('«', '»'), ('“', '”')];

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) span: Span,
    /// As typed, without what excludes it.
    pub(crate) text: &'a str,
    pub(crate) is_excluded: bool,
    pub(crate) kind: Kind<'a>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    /// A run without spaces; folded, without the commas behind it.
    Bare(String),
    /// What stands between quotes.
    Quoted(&'a str),
    /// A known word before a colon, and what stands behind it.
    Keyed(Key, &'a str),
    /// `#` and a tag.
    Tag(String),
}

/// Cuts a text.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            at += blank;
            continue;
        }
        let token = token(text, at);
        at = token.span.end.max(at + 1);
        tokens.push(token);
    }
    tokens
}

/// The piece that begins at `start`, where something does.
fn token(text: &str, start: usize) -> Token<'_> {
    let rest = text.get(start..).unwrap_or_default();
    // A minus before a figure is a sign.
    let excluded = rest.strip_prefix('-').filter(|rest| {
        let first = rest.chars().next();
        first.is_some_and(|c| c.is_alphabetic() || c == '#' || closer(c).is_some())
    });
    let own = excluded.unwrap_or(rest);
    let own_start = start + rest.len() - own.len();
    let (kind, length) = kind(own);
    let end = own_start + length;
    Token {
        span: Span { start, end },
        text: text.get(own_start..end).unwrap_or_default(),
        is_excluded: excluded.is_some(),
        kind,
    }
}

/// What stands at the beginning of a text, and how many bytes of it.
fn kind(rest: &str) -> (Kind<'_>, usize) {
    if let Some((inside, length)) = quoted(rest) {
        return (Kind::Quoted(inside), length);
    }
    let bare = rest.split(char::is_whitespace).next().unwrap_or_default();
    if let Some((word, value)) = bare.split_once(':')
        && let Some(key) = key_of(word)
    {
        let before = word.len() + 1;
        let after = rest.get(before..).unwrap_or_default();
        if let Some((inside, length)) = quoted(after) {
            return (Kind::Keyed(key, inside), before + length);
        }
        return (Kind::Keyed(key, value), bare.len());
    }
    if let Some(tag) = text::tag_of(bare) {
        return (Kind::Tag(tag), bare.len());
    }
    let folded = fold(bare.trim_end_matches([',', ';', ':']));
    (Kind::Bare(folded), bare.len())
}

fn closer(opens: char) -> Option<char> {
    let pair = QUOTES.iter().find(|(open, _)| *open == opens);
    pair.map(|(_, close)| *close)
}

/// What stands between the quotes at the beginning of a text, and the bytes with them; to the end where nothing closes them.
fn quoted(rest: &str) -> Option<(&str, usize)> {
    let open = rest.chars().next()?;
    let close = closer(open)?;
    let inside = rest.get(open.len_utf8()..)?;
    Some(match inside.find(close) {
        Some(end) => (
            inside.get(..end)?.trim(),
            open.len_utf8() + end + close.len_utf8(),
        ),
        None => (inside.trim(), rest.len()),
    })
}
