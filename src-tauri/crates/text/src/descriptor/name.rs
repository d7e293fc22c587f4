//! From the words of a name to the name people read, and to the key under which all its writings meet.

use super::CounterpartyKind;
use super::lexicon::{
    ALIASED, CITY, CONNECTOR, COUNTRY, FIRST_NAME, GENERIC, INITIALS, LEGAL_FORM, ORGANISATION,
    PREPOSITION, STATE, TITLE, is_cut_city, is_double_city, look_up,
};
use super::read::{Words, store_of};
use super::token::{Shape, Token};
use super::words::{ALIASES, OPEN_PROCESSORS, PROCESSORS};
use crate::fold::{fold, tokens};
use crate::month::month_of;

/// A name as people read it, and the key of its identity.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) display: String,
    pub(super) key: String,
    pub(super) kind: Option<CounterpartyKind>,
}

/// What kind of line a name stands in, as far as its end depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// What follows a city is where, not who.
    Card,
    /// The same, and a state stands behind its city.
    AmericanCard,
    /// A month at the end is what it is for.
    Other,
}

/// The name that `found` gives; `None` when nothing of a name is left.
pub(super) fn name_of(found: &Words<'_, '_, '_>, line: Line) -> Option<Name> {
    if let Some(name) = alias(&found.words) {
        return Some(name);
    }
    let mut words: &[&Token<'_, '_>] = merchant_side(found);
    if let Some(name) = alias(words) {
        return Some(name);
    }
    words = without_open_processor(words);
    if line == Line::AmericanCard {
        words = without_state(words);
    }
    if line != Line::Other {
        words = up_to_city(words);
    }
    words = without_tail(words, line);
    let letters = words
        .iter()
        .flat_map(|word| word.folded.chars())
        .filter(|c| c.is_alphabetic());
    if letters.take(2).count() < 2 {
        return None;
    }
    let kind = kind_of(words);
    let display = display(words);
    let key = key_of(&display);
    (!key.is_empty()).then_some(Name {
        display,
        key,
        kind: Some(kind),
    })
}

/// The key of a display name: its folded words, one space between, without an article in front.
pub(super) fn key_of(display: &str) -> String {
    let folded = fold(display);
    let mut key = String::with_capacity(folded.len());
    let is_article = |word: &str| matches!(word, "la" | "le" | "les" | "the");
    let count = tokens(&folded).count();
    let skipped = usize::from(count > 1 && tokens(&folded).next().is_some_and(is_article));
    for word in tokens(&folded).skip(skipped) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// Which side of a star is the merchant: behind a payment service, before a reference.
fn merchant_side<'w, 't, 'a, 'b>(found: &'w Words<'t, 'a, 'b>) -> &'w [&'t Token<'a, 'b>] {
    let all = found.words.as_slice();
    let Some((left, right)) = found.star.and_then(|star| all.split_at_checked(star)) else {
        return all;
    };
    let is_processor = PROCESSORS.iter().any(|processor| equals(left, processor));
    if right.is_empty() || !left.is_empty() && !is_processor {
        left
    } else {
        right
    }
}

fn equals(words: &[&Token<'_, '_>], phrase: &str) -> bool {
    starts_with(words, phrase) == Some(words.len())
}

/// The words of a domain, an elision or a compound.
fn parts(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(['.', '\'', '’', '/', '-'])
        .filter(|part| !part.is_empty())
}

/// How many of the words `phrase` takes, where they start with it. A domain counts as its words.
fn starts_with(words: &[&Token<'_, '_>], phrase: &str) -> Option<usize> {
    let mut rest = phrase;
    for (position, word) in words.iter().enumerate() {
        let mut parts = parts(word.folded);
        loop {
            match (rest.is_empty(), parts.next()) {
                (true, None) => return Some(position.saturating_add(1)),
                (true, Some(_)) if word.shape == Shape::Domain || word.folded.contains('-') => {
                    return Some(position.saturating_add(1));
                }
                (true, Some(_)) => return None,
                (false, None) => break,
                (false, Some(part)) => {
                    let after = rest.strip_prefix(part)?;
                    rest = match after.strip_prefix(' ') {
                        Some(after) => after,
                        None if after.is_empty() => after,
                        None => return None,
                    };
                }
            }
        }
        if rest.is_empty() {
            return Some(position.saturating_add(1));
        }
    }
    None
}

fn alias(words: &[&Token<'_, '_>]) -> Option<Name> {
    let first = words.first()?.folded;
    if look_up(parts(first).next()?).roles & ALIASED == 0 {
        return None;
    }
    let (_, display) = ALIASES
        .iter()
        .filter(|(phrase, _)| phrase.as_bytes().first() == first.as_bytes().first())
        .filter(|(phrase, _)| match *phrase {
            "paypal" => equals(words, phrase),
            _ => starts_with(words, phrase).is_some(),
        })
        .max_by_key(|(phrase, _)| phrase.len())?;
    Some(Name {
        display: (*display).to_owned(),
        key: key_of(display),
        kind: Some(CounterpartyKind::Merchant),
    })
}

fn without_open_processor<'w, 't, 'a, 'b>(
    words: &'w [&'t Token<'a, 'b>],
) -> &'w [&'t Token<'a, 'b>] {
    let taken = OPEN_PROCESSORS
        .iter()
        .filter_map(|processor| starts_with(words, processor))
        .max();
    taken
        .and_then(|taken| words.get(taken..))
        .filter(|rest| {
            rest.iter()
                .any(|word| word.shape == Shape::Word && word.folded.len() > 2)
        })
        .unwrap_or(words)
}

/// Cuts at the first city that follows a name: `FNAC LYON PART D`.
fn up_to_city<'w, 't, 'a, 'b>(words: &'w [&'t Token<'a, 'b>]) -> &'w [&'t Token<'a, 'b>] {
    let cut = words.windows(2).position(|pair| match pair {
        [before, word] => word.is(CITY) && !before.is(PREPOSITION),
        _ => false,
    });
    cut.filter(|before| *before > 0 || !words.first().is_some_and(|first| first.is(GENERIC)))
        .and_then(|before| words.get(..=before))
        .unwrap_or(words)
}

/// Takes off a state and the city before it: `CORNER CAFE AUSTIN TX`.
fn without_state<'w, 't, 'a, 'b>(words: &'w [&'t Token<'a, 'b>]) -> &'w [&'t Token<'a, 'b>] {
    match words {
        [name @ .., before, _, state]
            if !name.is_empty() && state.is(STATE) && !before.is(PREPOSITION) =>
        {
            words.get(..words.len().saturating_sub(2)).unwrap_or(words)
        }
        _ => words,
    }
}

/// Takes off what stands behind a name: place, country, department, legal form.
fn without_tail<'w, 't, 'a, 'b>(
    mut words: &'w [&'t Token<'a, 'b>],
    line: Line,
) -> &'w [&'t Token<'a, 'b>] {
    while let Some((last, rest)) = words.split_last() {
        let Some(before) = rest.last() else { break };
        let is_place = last.is(CITY | COUNTRY)
            || rest.len() >= 2 && is_cut_city(last.folded)
            || is_cut_place(last, rest);
        let is_loose = last.shape == Shape::Mark
            || last.folded.len() == 1 && before.shape != Shape::Mark
            || last.is(PREPOSITION | CONNECTOR);
        let is_form = last.is(LEGAL_FORM)
            || last.raw.contains('.')
                && look_up(&last.folded.replace('.', "")).roles & LEGAL_FORM != 0;
        let is_number = last.shape == Shape::Number;
        let is_month = line == Line::Other && month_of(last.folded).is_some();
        if is_double_city(before.folded, last.folded) && rest.len() >= 2 {
            words = rest.get(..rest.len().saturating_sub(1)).unwrap_or(rest);
            continue;
        }
        let is_code = last.is(COUNTRY) && last.folded.len() <= 3;
        let keeps_place =
            !is_code && (before.is(PREPOSITION) || rest.len() == 1 && before.is(GENERIC));
        if is_place && !keeps_place || is_loose || is_form || is_number || is_month {
            words = rest;
        } else {
            break;
        }
    }
    words
}

/// A domain with a cut city behind it is a shop and its seat: `ALIEXPRESS.COM LUXEMB`.
fn is_cut_place(last: &Token<'_, '_>, rest: &[&Token<'_, '_>]) -> bool {
    is_cut_city(last.folded) && rest.iter().any(|word| word.shape == Shape::Domain)
}

/// A person has a title, or two or three words with a first name and nothing of an organisation.
fn kind_of(words: &[&Token<'_, '_>]) -> CounterpartyKind {
    let is_wordy = words.iter().all(|word| word.shape == Shape::Word);
    let is_organised = words
        .iter()
        .any(|word| word.is(ORGANISATION | LEGAL_FORM | GENERIC) || word.folded.contains('&'));
    let has_title = words.len() >= 2 && words.first().is_some_and(|word| word.is(TITLE));
    let has_first_name = (2..=3).contains(&words.len())
        && words
            .iter()
            .any(|word| word.is(FIRST_NAME) || is_double_first_name(word.folded));
    if is_wordy && !is_organised && (has_title || has_first_name) {
        CounterpartyKind::Person
    } else {
        CounterpartyKind::Merchant
    }
}

fn is_double_first_name(folded: &str) -> bool {
    folded.split_once('-').is_some_and(|(first, second)| {
        look_up(first).roles & look_up(second).roles & FIRST_NAME != 0
    })
}

/// The words as people write them: as printed when the bank kept lower case, else one capital per word. A title is left out of a longer name.
fn display(words: &[&Token<'_, '_>]) -> String {
    let is_shouted = !words
        .iter()
        .any(|word| word.raw.contains(char::is_lowercase));
    let skipped = usize::from(words.len() > 2 && words.first().is_some_and(|word| word.is(TITLE)));
    let mut out = String::with_capacity(32);
    let last = words.len().saturating_sub(1);
    for (at, word) in words.iter().enumerate().skip(skipped) {
        if !out.is_empty() {
            out.push(' ');
        }
        let raw = store_of(word.raw).map_or(word.raw, |(name, _)| name);
        match word.shape {
            Shape::Domain => out.push_str(&brand(raw)),
            _ if is_dotted(raw) => out.extend(raw.chars().filter(|c| *c != '.')),
            _ if !is_shouted => out.push_str(raw),
            _ if matches!(word.folded, "st" | "ste") => capitalise(raw, &mut out),
            _ if word.folded == "gmbh" => out.push_str("GmbH"),
            _ if out.is_empty() && word.is(TITLE) => capitalise(raw, &mut out),
            _ if word.is(INITIALS) || !has_vowel(word.folded) => out.push_str(raw),
            _ if (word.is(PREPOSITION) && word.folded.len() <= 3
                || SMALL.contains(&word.folded))
                && at < last
                && !out.is_empty()
                && !out.ends_with("& ") =>
            {
                out.push_str(&raw.to_lowercase())
            }
            _ => capitalise(raw, &mut out),
        }
    }
    out
}

/// The name in a domain: `www.apple.com/bill` is Apple.
fn brand(raw: &str) -> String {
    let host = raw.split('/').next().unwrap_or_default();
    let name = host.rsplit_once('.').map_or(host, |(name, _)| name);
    let second_level = |label: &&str| !matches!(label.to_ascii_lowercase().as_str(), "co" | "com");
    let label = name.rsplit('.').find(second_level).unwrap_or(name);
    let mut out = String::with_capacity(label.len());
    if label.contains(char::is_uppercase) && label.contains(char::is_lowercase) {
        out.push_str(label);
    } else {
        capitalise(label, &mut out);
    }
    out
}

/// `C.P.A.M`, written as often without its points.
fn is_dotted(raw: &str) -> bool {
    raw.contains('.') && raw.split('.').all(|letter| letter.chars().count() <= 1)
}

fn has_vowel(folded: &str) -> bool {
    folded.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Words that are small inside a name, besides the short prepositions.
const SMALL: &[&str] = &["and", "sous", "sur", "und", "y"];

/// Small words inside a name tied by hyphens: `Boulogne-sur-Mer`.
const TIED: &[&str] = &[
    "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sous", "sur",
];

/// Articles that lose their vowel: small inside a name, and a capital follows them (`Bar de l'Etoile`, not `Joe'S`).
const ELIDED: &[&str] = &["all", "d", "dall", "dell", "l", "nell", "sull"];

/// One capital per word, and per part of a word tied by hyphens.
fn capitalise(word: &str, out: &mut String) {
    let is_plain = word.bytes().all(|b| b.is_ascii_alphabetic());
    if let Some((first, rest)) = word.split_at_checked(1).filter(|_| is_plain)
        && !first.eq_ignore_ascii_case("m")
    {
        out.push_str(&first.to_ascii_uppercase());
        out.extend(rest.chars().map(|c| c.to_ascii_lowercase()));
        return;
    }
    let is_first = out.is_empty();
    let hyphens = word.matches('-').count();
    for (at, part) in word.split('-').enumerate() {
        if at > 0 {
            out.push('-');
        }
        let lower = part.to_lowercase();
        if at > 0 && at < hyphens && TIED.contains(&lower.as_str()) {
            out.push_str(&lower);
        } else {
            capitalise_part(part, &lower, is_first && at == 0, out);
        }
    }
}

fn capitalise_part(part: &str, lower: &str, is_first: bool, out: &mut String) {
    let (elided, rest) = match lower.split_once(['\'', '’']) {
        Some((article, _)) if ELIDED.contains(&article) && !is_first => {
            out.push_str(article);
            part.split_at_checked(article.len()).unwrap_or(("", part))
        }
        _ => ("", part),
    };
    let is_scottish = lower.starts_with("mc") && lower.len() >= 5;
    let is_article = |before: &str| {
        let before = before.to_lowercase();
        before.chars().count() == 1 || ELIDED.contains(&before.as_str())
    };
    let mut is_start = elided.is_empty();
    for (at, c) in rest.char_indices() {
        if is_start || is_scottish && at == 2 {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        is_start = match c {
            '.' | '&' | '/' | '(' => true,
            '\'' | '’' => !elided.is_empty() || rest.get(..at).is_some_and(is_article),
            _ => false,
        };
    }
}
