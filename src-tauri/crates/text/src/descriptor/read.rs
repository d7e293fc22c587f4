//! One labelled part of a descriptor, read from left to right: the bank's opening words, then the name, then what closes it.

use super::PaymentType;
use super::lexicon::{
    BANKER, CARD, CITY, CONNECTOR, CURRENCY, CUT, NETWORK, PREPOSITION, PURPOSE, WAGE, look_up,
};
use super::phrases::Meaning;
use super::token::{PrintedDay, Shape, Token, bare_day};
use crate::month::month_of;

/// What the parts of a descriptor say besides the name. The first to say a thing is believed.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) meaning: Option<Meaning>,
    pub(super) month_first: bool,
    pub(super) has_banker: bool,
    pub(super) has_wage: bool,
    pub(super) card_ending: Option<String>,
    pub(super) day: Option<PrintedDay>,
    pub(super) time: Option<(u32, u32)>,
    pub(super) original: Option<(String, String)>,
}

impl Facts {
    pub(super) fn payment_type(&self) -> Option<PaymentType> {
        match self.meaning {
            Some(Meaning::Is(found) | Meaning::Maybe(found)) => Some(found),
            Some(Meaning::Settlement) => Some(PaymentType::Transfer),
            Some(Meaning::Neutral) | None => None,
        }
    }

    fn is_card(&self) -> bool {
        matches!(
            self.payment_type(),
            None | Some(PaymentType::Card | PaymentType::Refund)
        )
    }

    fn note(&mut self, shape: Shape<'_>) {
        match shape {
            Shape::Day(day) => {
                self.day.get_or_insert(day);
            }
            Shape::DayAndTime(day, time) => {
                self.day.get_or_insert(day);
                self.time.get_or_insert(time);
            }
            Shape::Time(time) => {
                self.time.get_or_insert(time);
            }
            Shape::Card(ending) | Shape::Masked(ending) => {
                self.card_ending.get_or_insert_with(|| ending.to_owned());
            }
            Shape::Amount(amount, Some(currency)) => self.note_original(amount, currency),
            _ => {}
        }
    }

    fn note_original(&mut self, amount: &str, currency: &str) {
        self.original
            .get_or_insert_with(|| (amount.to_owned(), currency.to_ascii_uppercase()));
    }
}

/// The words that may be a name, and where a star parts them.
#[derive(Debug, Default)]
pub(super) struct Words<'t, 'a, 'b> {
    pub(super) words: Vec<&'t Token<'a, 'b>>,
    pub(super) star: Option<usize>,
}

/// Reads `tokens`, noting what they say in `facts`. `opens` where the bank's own words may stand first.
pub(super) fn read<'t, 'a, 'b>(
    tokens: &'t [Token<'a, 'b>],
    opens: bool,
    facts: &mut Facts,
) -> Words<'t, 'a, 'b> {
    for token in tokens {
        let elided = token
            .folded
            .split_once('\'')
            .map_or(0, |(_, word)| look_up(word).roles);
        facts.has_banker |= (token.word.roles | elided) & BANKER != 0;
        facts.has_wage |= token.is(WAGE);
    }
    let start = if opens {
        skip_opening(tokens, facts)
    } else {
        0
    };
    let mut body = Body {
        facts,
        found: Words::default(),
        closed: false,
    };
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        let next = tokens.get(at.saturating_add(1));
        let taken = body.take(token, next, tokens.get(at.saturating_add(2)));
        at = at.saturating_add(taken);
    }
    body.found
}

/// Skips the bank's words, dates and numbers in front of the name; answers where the name starts.
fn skip_opening(tokens: &[Token<'_, '_>], facts: &mut Facts) -> usize {
    let mut at = 0;
    let mut dated_bare = false;
    while let Some(token) = tokens.get(at) {
        let is_typed = facts.meaning.is_some();
        let step = match token.shape {
            Shape::Mark | Shape::Star => 1,
            Shape::Day(_) | Shape::DayAndTime(..) | Shape::Time(_) | Shape::Card(_) => {
                facts.note(token.shape);
                1
            }
            Shape::Masked(_) if is_typed => {
                facts.note(token.shape);
                1
            }
            Shape::Number => match opening_number(token, tokens.get(at.saturating_add(1)), facts) {
                Some(bare) => {
                    dated_bare |= bare;
                    1
                }
                None => break,
            },
            Shape::Store | Shape::Amount(..) if is_typed => 1,
            Shape::Mixed if is_typed && is_card_sequence(token.folded) => 1,
            Shape::Mixed if is_typed && is_reference(token.raw) => 1,
            Shape::Word | Shape::Mixed | Shape::Domain => match phrase(tokens, at, facts) {
                Some(taken) => taken,
                None if is_typed
                    && is_connector(token, tokens.get(at.saturating_add(1)), facts) =>
                {
                    1
                }
                // A bare day and a place before the merchant: `PAIEMENT CB 1203 LYON CARREFOUR`.
                None if dated_bare && token.is(CITY) && tokens.len() > at.saturating_add(1) => {
                    dated_bare = false;
                    1
                }
                None if is_typed && let Some(taken) = to_card(tokens, at) => taken,
                None => break,
            },
            _ => break,
        };
        at = at.saturating_add(step);
    }
    at
}

/// Whether a word only ties the bank's words to the name. On card lines an article or preposition before a word is the name's own (`DA MARIO`, `CHEZ ANNA`).
fn is_connector(token: &Token<'_, '_>, next: Option<&Token<'_, '_>>, facts: &Facts) -> bool {
    let is_names_own = facts.is_card()
        && (token.is(PREPOSITION) || token.folded == "chez")
        && next.is_some_and(|next| next.shape == Shape::Word);
    token.is(CONNECTOR) && !is_names_own
}

/// A number before the name: a day (`Some(true)`), one to skip (`Some(false)`), or the name's own (`3 SUISSES`).
fn opening_number(
    token: &Token<'_, '_>,
    next: Option<&Token<'_, '_>>,
    facts: &mut Facts,
) -> Option<bool> {
    let is_typed = facts.meaning.is_some();
    if facts.day.is_none()
        && facts.is_card()
        && (token.raw.len() == 6 || token.raw.len() == 4 && is_typed)
        && let Some(day) = bare_day(token.raw)
    {
        facts.day = Some(day);
        return Some(token.raw.len() == 4);
    }
    let length = token.raw.len();
    let is_skipped = if is_typed || facts.day.is_some() {
        length >= 3 || next.is_none()
    } else {
        length >= 5
    };
    is_skipped.then_some(false)
}

/// The bank's phrase at `at`: notes its meaning and answers its length in words.
fn phrase(tokens: &[Token<'_, '_>], at: usize, facts: &mut Facts) -> Option<usize> {
    let first = tokens.get(at)?;
    let (found, taken) = first
        .word
        .phrases
        .iter()
        .find_map(|phrase| Some((phrase, length(&phrase.rest, tokens, at)?)))?;
    let may_follow = match (facts.payment_type(), found.meaning) {
        (None, _) | (_, Meaning::Neutral) => true,
        (Some(PaymentType::Card), Meaning::Is(PaymentType::Cash)) => true,
        (Some(known), Meaning::Is(said)) => known == said,
        (Some(_), Meaning::Maybe(_) | Meaning::Settlement) => false,
    };
    if !may_follow {
        return None;
    }
    let is_cash_by_card = found.meaning == Meaning::Is(PaymentType::Cash);
    if facts.payment_type().is_none() || is_cash_by_card {
        facts.meaning = Some(found.meaning);
        facts.month_first |= found.month_first;
    }
    Some(taken)
}

/// How many tokens from `at` a phrase takes whose words after the first are `rest`; punctuation between them does not count.
fn length(rest: &[&str], tokens: &[Token<'_, '_>], at: usize) -> Option<usize> {
    let mut end = at.saturating_add(1);
    for word in rest {
        while tokens.get(end)?.shape == Shape::Mark {
            end = end.saturating_add(1);
        }
        if tokens.get(end)?.folded != *word {
            return None;
        }
        end = end.saturating_add(1);
    }
    Some(end.saturating_sub(at))
}

/// How many words name a card and its number, where more follows: `VISA DEBIT KARTE NR. XXXX1234, CAFE`.
fn to_card(tokens: &[Token<'_, '_>], at: usize) -> Option<usize> {
    let ahead = tokens.get(at..)?.iter().take(6);
    let number = ahead
        .clone()
        .position(|token| matches!(token.shape, Shape::Card(_) | Shape::Masked(_)))?;
    let mut product = ahead.take(number);
    let is_announced =
        product.clone().any(|token| token.is(NETWORK)) && product.any(|token| token.is(CARD));
    (is_announced && tokens.len() > at.saturating_add(number).saturating_add(1)).then_some(number)
}

/// `K1`: which of an account's cards paid, on Austrian lines.
fn is_card_sequence(folded: &str) -> bool {
    matches!(folded.as_bytes(), [b'k', digit] if digit.is_ascii_digit())
}

/// `MARKT-4567`: a name and the number of its store.
pub(super) fn store_of(raw: &str) -> Option<(&str, &str)> {
    raw.rsplit_once('-').filter(|(name, number)| {
        name.chars().count() >= 4
            && name.chars().all(char::is_alphabetic)
            && (3..=4).contains(&number.len())
            && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Letters and digits that no name has: long, or with several digits.
fn is_reference(raw: &str) -> bool {
    if store_of(raw).is_some() {
        return false;
    }
    let digits = raw.bytes().filter(u8::is_ascii_digit).count();
    raw.len() >= 6 || digits >= 2 && raw.len() >= 4
}

struct Body<'f, 't, 'a, 'b> {
    facts: &'f mut Facts,
    found: Words<'t, 'a, 'b>,
    /// The name is complete; only facts are read from here on.
    closed: bool,
}

impl<'t, 'a, 'b> Body<'_, 't, 'a, 'b> {
    /// Takes a token, and answers how many were used.
    fn take(
        &mut self,
        token: &'t Token<'a, 'b>,
        next: Option<&'t Token<'a, 'b>>,
        after: Option<&'t Token<'a, 'b>>,
    ) -> usize {
        let has_name = !self.found.words.is_empty();
        match token.shape {
            Shape::Star => {
                if !self.closed {
                    self.found.star.get_or_insert(self.found.words.len());
                }
            }
            Shape::Mark => {
                if has_name && matches!(token.raw, "&" | "+") {
                    self.push(token);
                }
            }
            Shape::Day(_) | Shape::DayAndTime(..) | Shape::Time(_) | Shape::Card(_) => {
                self.facts.note(token.shape);
                self.closed |= has_name;
            }
            Shape::Masked(_) => {
                self.facts.note(token.shape);
                self.closed |= has_name && self.facts.is_card();
            }
            Shape::Amount(amount, currency) => {
                self.take_amount(amount, currency, next);
                self.closed |= has_name;
            }
            Shape::Number => return self.take_number(token, next, after),
            Shape::Store => self.closed |= has_name,
            Shape::Mixed => {
                if !has_name || !is_reference(token.raw) {
                    self.push(token);
                }
            }
            Shape::Domain => {
                let follows_star = self.found.star == Some(self.found.words.len());
                if has_name && !follows_star {
                    self.closed = true;
                } else {
                    self.push(token);
                }
            }
            Shape::Word if has_name => {
                self.closed |= self.closes(token, next);
                self.push(token);
            }
            Shape::Word => {
                if !(token.is(CUT) && next.is_some()) {
                    self.push(token);
                }
            }
        }
        1
    }

    /// Whether a word ends the name before it: a reference follows, a card's number, or what the payment is for.
    fn closes(&self, token: &Token<'_, '_>, next: Option<&Token<'_, '_>>) -> bool {
        let is_tied = self
            .found
            .words
            .last()
            .is_some_and(|last| last.is(PREPOSITION));
        let has_number = next.is_some_and(|next| {
            matches!(
                next.shape,
                Shape::Number | Shape::Card(_) | Shape::Masked(_)
            )
        });
        token.is(CUT) && !is_tied
            || token.is(CARD) && has_number
            || token.is(PURPOSE) && !is_tied && !self.facts.is_card()
            || token.raw.ends_with(['°', 'º'])
    }

    fn push(&mut self, token: &'t Token<'a, 'b>) {
        if !self.closed {
            self.found.words.push(token);
        }
    }

    /// `12,00 USD`, `USD 12,00`.
    fn take_amount(&mut self, amount: &str, currency: Option<&str>, next: Option<&Token<'_, '_>>) {
        if let Some(currency) = currency {
            self.facts.note_original(amount, currency);
        } else if let Some(next) = next.filter(|next| next.is(CURRENCY)) {
            self.facts.note_original(amount, next.raw);
        } else if let Some(last) = self.found.words.last().filter(|last| last.is(CURRENCY)) {
            self.facts.note_original(amount, last.raw);
            self.found.words.pop();
        }
    }

    /// A day written in two or three words, a short number of the name's own, or a store number, after which a card line only says where.
    fn take_number(
        &mut self,
        token: &'t Token<'a, 'b>,
        next: Option<&'t Token<'a, 'b>>,
        after: Option<&'t Token<'a, 'b>>,
    ) -> usize {
        let has_name = !self.found.words.is_empty();
        if has_name && next.is_some_and(|next| next.is(CURRENCY)) {
            self.take_amount(token.raw, None, next);
            self.closed = true;
            return 2;
        }
        let day = token
            .raw
            .parse()
            .ok()
            .filter(|day| (1..=31).contains(day) && token.raw.len() <= 2);
        if let (Some(first), Some(second)) = (
            day,
            next.filter(|next| next.raw.len() >= 3)
                .and_then(|next| month_of(next.raw)),
        ) {
            let year = after
                .filter(|after| after.shape == Shape::Number && matches!(after.raw.len(), 2 | 4))
                .and_then(|after| after.raw.parse::<i32>().ok())
                .map(|year| {
                    if year < 100 {
                        year.saturating_add(2000)
                    } else {
                        year
                    }
                });
            self.facts.day.get_or_insert(PrintedDay {
                first,
                second,
                year,
                is_day_first: Some(true),
            });
            self.closed |= has_name;
            return if year.is_some() { 3 } else { 2 };
        }
        if token.raw.len() == 6
            && has_name
            && self.facts.is_card()
            && let Some(day) = bare_day(token.raw)
        {
            self.facts.day.get_or_insert(day);
        }
        let is_bare_day = day.is_some()
            && next.is_some_and(|next| next.shape == Shape::Number && next.raw.len() <= 2);
        if is_bare_day && has_name && !self.facts.is_card() {
            self.closed = true;
        } else if token.raw.len() <= 2 {
            self.push(token);
        } else if has_name {
            self.closed |= self.facts.is_card();
        } else if token.raw.len() <= 4 && self.facts.meaning.is_none() {
            self.push(token);
        }
        1
    }
}
