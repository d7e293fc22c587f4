//! A text, understood part by part: at each place the longest that means something.

use chrono::NaiveDate;

use crate::key::{Key, has_of, is_of};
use crate::query::{Part, Query, Span, Term, Why};
use crate::token::{Kind, Token, tokens};
use crate::{amount, day};

/// Understands what a person typed on a day.
pub fn parse(text: &str, today: NaiveDate) -> Query {
    let tokens = tokens(text);
    let mut parts: Vec<Part> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (term, used) = term(tokens.get(at..).unwrap_or_default(), today);
        let last = tokens.get(at + used.max(1) - 1).unwrap_or(token);
        let span = Span {
            start: token.span.start,
            end: last.span.end,
        };
        at += used.max(1);
        let is_unclear = matches!(term, Term::Unclear(..));
        let is_sign = is_unclear && matches!(token.kind, Kind::Bare(_)) && is_blank(token.text);
        if is_sign && join(&mut parts, span, text) {
            continue;
        }
        let is_without = !is_unclear && matches!(token.kind, Kind::Keyed(Key::Without, _));
        parts.push(Part {
            span,
            term,
            is_excluded: token.is_excluded != is_without,
        });
    }
    Query { parts }
}

/// Signs alone belong to the word before them: `Volt &`.
fn join(parts: &mut [Part], blank: Span, text: &str) -> bool {
    let Some(Part {
        span,
        term: Term::Word(word),
        is_excluded: false,
    }) = parts.last_mut()
    else {
        return false;
    };
    span.end = blank.end;
    *word = text
        .get(span.start..span.end)
        .unwrap_or_default()
        .to_owned();
    true
}

/// What the first of these says, and how many of them say it.
fn term(tokens: &[Token<'_>], today: NaiveDate) -> (Term, usize) {
    let Some(first) = tokens.first() else {
        return (Term::Word(String::new()), 1);
    };
    match &first.kind {
        Kind::Quoted(inside) => (phrase(first, inside), 1),
        Kind::Tag(tag) => (Term::Tag(tag.clone()), 1),
        Kind::Keyed(key, value) => keyed(first, *key, value, tokens.get(1), today),
        Kind::Bare(_) => bare(tokens, today),
    }
}

fn phrase(token: &Token<'_>, inside: &str) -> Term {
    if inside.is_empty() {
        Term::Unclear(token.text.to_owned(), Why::Missing)
    } else if is_blank(inside) {
        Term::Unclear(token.text.to_owned(), Why::NoLetters)
    } else {
        Term::Phrase(inside.to_owned())
    }
}

/// The value may stand behind a space: `from: Volt`.
fn keyed(
    token: &Token<'_>,
    key: Key,
    value: &str,
    next: Option<&Token<'_>>,
    today: NaiveDate,
) -> (Term, usize) {
    if !value.is_empty() {
        return (told(token.text, key, value, today), 1);
    }
    let follows = next.filter(|next| !next.is_excluded && token.text.ends_with(':'));
    let value = follows.and_then(|next| match &next.kind {
        Kind::Bare(_) => Some(next.text),
        Kind::Quoted(inside) if !inside.is_empty() => Some(*inside),
        _ => None,
    });
    match value {
        Some(value) => {
            let raw = format!("{} {}", token.text, next.map_or("", |next| next.text));
            (told(&raw, key, value, today), 2)
        }
        None => (Term::Unclear(token.text.to_owned(), Why::Missing), 1),
    }
}

/// What a key and its value say; `raw` is how they are typed.
fn told(raw: &str, key: Key, value: &str, today: NaiveDate) -> Term {
    let unclear = |why| Term::Unclear(raw.to_owned(), why);
    let named = |term: fn(String) -> Term| {
        if is_blank(value) {
            unclear(Why::NoLetters)
        } else {
            term(value.to_owned())
        }
    };
    match key {
        Key::From => named(Term::From),
        Key::Account => named(Term::Account),
        Key::Tag => {
            let bare = value.trim_start_matches('#');
            if is_blank(bare) {
                unclear(Why::NoLetters)
            } else {
                Term::Tag(bare.to_lowercase())
            }
        }
        Key::Has | Key::Without => has_of(value).map_or(unclear(Why::UnknownHas), Term::Has),
        Key::Is => is_of(value).map_or(unclear(Why::UnknownIs), Term::Is),
        Key::Amount => match amount::told(value) {
            Some(read) => read.map_or_else(unclear, Term::Amount),
            None => unclear(Why::NotAnAmount),
        },
        Key::Date | Key::Since | Key::After | Key::Before | Key::Until => {
            match day::told(key, value, today) {
                Some(read) => read.map_or_else(unclear, Term::Days),
                None => unclear(Why::NotADay),
            }
        }
    }
}

fn bare(tokens: &[Token<'_>], today: NaiveDate) -> (Term, usize) {
    let run: Vec<(&str, &str)> = tokens
        .iter()
        .map_while(|token| match &token.kind {
            Kind::Bare(folded) if !token.is_excluded => Some((token.text, folded.as_str())),
            _ => None,
        })
        .collect();
    let folded: Vec<&str> = run.iter().map(|(_, folded)| *folded).collect();
    let days = day::longest(&folded, today);
    let amounts = amount::longest(&run);
    let raw = |used: usize| {
        let texts: Vec<&str> = run.iter().take(used).map(|(text, _)| *text).collect();
        texts.join(" ")
    };
    let days_used = days.as_ref().map_or(0, |(_, used)| *used);
    match (days, amounts) {
        (_, Some((read, used))) if used > days_used => {
            let term = read.map_or_else(|why| Term::Unclear(raw(used), why), Term::Amount);
            (term, used)
        }
        (Some((read, used)), _) => {
            let term = read.map_or_else(|why| Term::Unclear(raw(used), why), Term::Days);
            (term, used)
        }
        _ => {
            let text = tokens.first().map_or("", |token| token.text);
            if is_blank(text) {
                (Term::Unclear(text.to_owned(), Why::NoLetters), 1)
            } else {
                (Term::Word(text.to_owned()), 1)
            }
        }
    }
}

fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}
