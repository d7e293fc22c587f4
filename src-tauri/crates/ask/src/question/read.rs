//! The words of a question, understood one after the other: at each place the longest that means something.

use chrono::NaiveDate;
use domain::Currency;
use text::currency_named;

use super::cut::{Chunk, Word, cut};
use super::name::{Fit, Names};
use super::phrase::{self, Sense};
use super::{Doubt, Flow, Heard, Noun, Per, Question, Sort, Unknown, What, spell, when};
use crate::amount;
use crate::query::{Amounts, Period, Span};

/// What some words are.
enum Piece {
    Sense(Sense),
    When(Period),
    Amount(Amounts),
    Named(Vec<Noun>),
    Tag(String),
    Quoted,
    /// Not understood yet.
    Left,
    /// Never to be understood.
    Wrong,
}

/// A piece, the first of its words, and the one after the last.
struct Placed {
    piece: Piece,
    from: usize,
    until: usize,
}

struct Reader<'a> {
    chunks: Vec<Chunk>,
    words: Vec<Word>,
    names: &'a Names,
    today: NaiveDate,
}

pub(super) fn read(text: &str, names: &Names, today: NaiveDate) -> Question {
    let (chunks, words) = cut(text);
    let mut reader = Reader {
        chunks,
        words,
        names,
        today,
    };
    reader.spell();
    let pieces = reader.pieces();
    Heeded::new(&reader).all(&pieces)
}

impl Reader<'_> {
    /// Takes words that are none for the ones that are meant. What may be a thing to look for is taken for a name only.
    fn spell(&mut self) {
        let names: Vec<&str> = self.names.words().collect();
        let is_known = |word: &str| {
            phrase::DAYS.contains(&word)
                || phrase::words().any(|known| known == word)
                || names.contains(&word)
        };
        let mut meant: Vec<(usize, String)> = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            if word.is_quoted || is_known(&word.folded) {
                continue;
            }
            let before = at.checked_sub(1).and_then(|at| self.words.get(at));
            let is_thing = before.is_some_and(|before| {
                matches!(
                    phrase::longest(&[before.folded.as_str()]),
                    Some((Sense::Of | Sense::Whom, _))
                ) || !is_known(&before.folded)
            });
            let others: Vec<&str> = match is_thing {
                true => Vec::new(),
                false => phrase::words().collect(),
            };
            let known = names.iter().chain(phrase::DAYS).chain(&others);
            let found = match word.folded.chars().count() {
                4 => spell::meant(&word.folded, phrase::DAYS.iter().copied()),
                _ => spell::meant(&word.folded, known.copied()),
            };
            meant.extend(found.map(|found| (at, found.to_owned())));
        }
        for (at, found) in meant {
            if let Some(word) = self.words.get_mut(at) {
                let only = self.chunks.get_mut(word.chunk);
                if let Some(chunk) = only.filter(|chunk| chunk.folded == word.folded) {
                    chunk.folded.clone_from(&found);
                }
                word.folded = found;
            }
        }
    }

    fn pieces(&self) -> Vec<Placed> {
        let mut pieces: Vec<Placed> = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            let is_named = pieces
                .last()
                .is_some_and(|placed| matches!(placed.piece, Piece::Sense(Sense::Whom)));
            let (piece, used) = self.piece(at, is_named);
            let until = at + used.max(1);
            pieces.push(Placed {
                piece,
                from: at,
                until,
            });
            at = until;
        }
        self.named(pieces)
    }

    fn folded(&self, from: usize) -> Vec<&str> {
        let rest = self.words.get(from..).unwrap_or_default();
        rest.iter().map(|word| word.folded.as_str()).collect()
    }

    fn piece(&self, at: usize, is_named: bool) -> (Piece, usize) {
        let Some(word) = self.words.get(at) else {
            return (Piece::Left, 1);
        };
        if word.is_quoted {
            let rest = self.words.get(at..).unwrap_or_default();
            return (
                Piece::Quoted,
                rest.iter().take_while(|word| word.is_quoted).count(),
            );
        }
        if let Some(tag) = self.tag(at) {
            return tag;
        }
        let folded = self.folded(at);
        let whole = self.names.whole(&folded);
        let said = longest(&folded);
        let measured = word
            .is_first
            .then(|| self.measured(word.chunk, at))
            .flatten();
        let (name_used, said_used) = (
            whole.as_ref().map_or(0, |(_, used)| *used),
            said.map_or(0, |(_, used)| used),
        );
        let measured_used = measured.as_ref().map_or(0, |(_, used)| *used);
        let others = said_used.max(measured_used);
        if let Some((nouns, used)) = whole
            && (name_used > others || (is_named && name_used > 0))
        {
            return (Piece::Named(nouns), used);
        }
        // What begins like a phrase of its own is one only where no day is as long: « le mois dernier ».
        if let Some(measured) = measured
            && measured_used >= said_used
        {
            return measured;
        }
        match said {
            Some((sense, used)) => (Piece::Sense(sense), used),
            None => (Piece::Left, 1),
        }
    }

    fn tag(&self, at: usize) -> Option<(Piece, usize)> {
        let chunk = self.chunks.get(self.words.get(at)?.chunk)?;
        let tag = text::tag_of(&chunk.text)?;
        (chunk.words.0 == at).then_some((Piece::Tag(tag), chunk.words.1 - chunk.words.0))
    }

    /// Days or an amount that begin with a chunk, and how many words they take.
    fn measured(&self, chunk: usize, at: usize) -> Option<(Piece, usize)> {
        let rest = self.chunks.get(chunk..)?;
        let folded: Vec<&str> = rest.iter().map(|chunk| chunk.folded.as_str()).collect();
        let pieces: Vec<(&str, &str)> = rest
            .iter()
            .map(|chunk| (chunk.text.as_str(), chunk.folded.as_str()))
            .collect();
        let days = when::longest(&folded, self.today);
        let amounts = amount::longest(&pieces);
        let until = |used: usize| {
            let last = rest.get(used.checked_sub(1)?)?;
            last.words.1.checked_sub(at)
        };
        let days_used = days.as_ref().map_or(0, |(_, used)| *used);
        match (days, amounts) {
            (_, Some((read, used))) if used > days_used => {
                Some((read.map_or(Piece::Wrong, Piece::Amount), until(used)?))
            }
            (Some((read, used)), _) => Some((read.map_or(Piece::Wrong, Piece::When), until(used)?)),
            _ => None,
        }
    }

    /// Finds names in what is left, with the little words between.
    fn named(&self, pieces: Vec<Placed>) -> Vec<Placed> {
        let mut out: Vec<Placed> = Vec::new();
        let mut at = 0;
        for placed in pieces {
            if placed.from < at {
                continue;
            }
            if !matches!(placed.piece, Piece::Left) {
                at = placed.until;
                out.push(placed);
                continue;
            }
            let before = out.last().map(|placed| &placed.piece);
            let least = match before {
                Some(Piece::Sense(Sense::Whom)) => Fit::Like,
                Some(Piece::Sense(Sense::Of)) | Some(Piece::Left) => Fit::Within,
                _ => Fit::Begun,
            };
            let (piece, until) = self.longest_name(placed.from, least);
            at = until;
            out.push(Placed {
                piece,
                from: placed.from,
                until,
            });
        }
        out
    }

    fn longest_name(&self, from: usize, least: Fit) -> (Piece, usize) {
        /// No name is said in more words.
        const MOST: usize = 6;
        let folded = self.folded(from);
        let most = MOST.min(folded.len());
        let found = (1..=most).rev().find_map(|used| {
            let words = folded.get(..used)?;
            // What means something else is not taken in where the name has no such word.
            let least = if used == 1 {
                least
            } else {
                least.max(Fit::Within)
            };
            let (_, nouns) = self.names.fitting(words, least)?;
            Some((Piece::Named(nouns), from + used))
        });
        found.unwrap_or((Piece::Left, from + 1))
    }
}

/// The longest phrase that these words begin with, but that a little word leaves a longer one behind it: « le | plus gros ».
fn longest(words: &[&str]) -> Option<(Sense, usize)> {
    let (sense, used) = phrase::longest(words)?;
    let (first, rest) = words.split_first()?;
    let alone =
        phrase::longest(&[*first]).filter(|(sense, _)| matches!(sense, Sense::Of | Sense::Filler));
    match (alone, phrase::longest(rest)) {
        (Some(alone), Some((_, behind))) if used > 1 && behind >= used => Some(alone),
        _ => Some((sense, used)),
    }
}

/// What was heard so far.
pub(super) struct Heeded<'a> {
    reader: &'a Reader<'a>,
    pub(super) question: Question,
    pub(super) whats: Vec<What>,
    pub(super) flows: Vec<Flow>,
    /// The words that say when, and where they stand.
    pub(super) when: Option<(Vec<&'a str>, Span)>,
    /// Where it stands how many rows are asked for.
    pub(super) limit: Option<Span>,
}

impl<'a> Heeded<'a> {
    fn new(reader: &'a Reader<'a>) -> Self {
        Heeded {
            reader,
            question: Question::default(),
            whats: Vec::new(),
            flows: Vec::new(),
            when: None,
            limit: None,
        }
    }

    fn span(&self, placed: &Placed) -> Option<Span> {
        let words = self.reader.words.get(placed.from..placed.until)?;
        Some(Span {
            start: words.first()?.span.start,
            end: words.last()?.span.end,
        })
    }

    fn words(&self, placed: &Placed) -> Vec<&'a str> {
        let words = self.reader.words.get(placed.from..placed.until);
        let words = words.unwrap_or_default().iter();
        words.map(|word| word.folded.as_str()).collect()
    }

    fn all(mut self, pieces: &[Placed]) -> Question {
        for (at, placed) in pieces.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| pieces.get(at));
            self.one(placed, before, at == 0);
        }
        self.settle(self.reader.today);
        self.question
    }

    fn one(&mut self, placed: &Placed, before: Option<&Placed>, is_first: bool) {
        let Some(span) = self.span(placed) else {
            return;
        };
        match &placed.piece {
            Piece::Sense(sense) => self.sense(*sense, span, is_first),
            Piece::When(period) => match self.question.asked.period {
                Some(_) => self.lost(span),
                None => {
                    self.question.asked.period = Some(*period);
                    self.when = Some((self.words(placed), span));
                    self.hear(span, Sort::When);
                }
            },
            Piece::Amount(amounts) => match self.question.asked.amounts {
                Some(_) => self.lost(span),
                None => {
                    self.question.asked.amounts = Some(*amounts);
                    self.hear(span, Sort::Amount);
                }
            },
            Piece::Named(nouns) => match nouns.as_slice() {
                [noun] => {
                    self.about(noun.clone());
                    self.hear(span, Sort::Name);
                }
                nouns => self.question.doubts.push(Doubt {
                    span,
                    nouns: nouns.to_vec(),
                }),
            },
            Piece::Tag(tag) => {
                self.about(Noun::Tag(tag.clone()));
                self.hear(span, Sort::Name);
            }
            Piece::Quoted => self.thing(placed, span),
            Piece::Wrong => self.lost(span),
            Piece::Left => self.left(placed, before, span),
        }
    }

    fn sense(&mut self, sense: Sense, span: Span, is_first: bool) {
        match sense {
            Sense::What(what) | Sense::Before(what) => {
                self.whats.push(what);
                self.hear(span, Sort::What);
            }
            Sense::Flow(flow) => {
                self.flows.push(flow);
                self.hear(span, Sort::What);
            }
            Sense::Both(what, flow) => {
                self.whats.push(what);
                self.flows.push(flow);
                self.hear(span, Sort::What);
            }
            Sense::Per(per) => self.per(per, span),
            Sense::Payment(word) => {
                self.about(Noun::Payment(word.to_owned()));
                self.hear(span, Sort::Name);
            }
            Sense::Ever => {
                self.question.asked.is_ever = true;
                self.hear(span, Sort::When);
            }
            Sense::And => self.question.goes_on |= is_first,
            Sense::Refused => self.lost(span),
            Sense::Whom | Sense::Of | Sense::Filler => {}
        }
    }

    fn per(&mut self, per: Per, span: Span) {
        match self.question.asked.per {
            Some(known) if known != per => self.lost(span),
            _ => {
                self.question.asked.per = Some(per);
                self.hear(span, Sort::Per);
            }
        }
    }

    fn about(&mut self, noun: Noun) {
        if !self.question.asked.about.contains(&noun) {
            self.question.asked.about.push(noun);
        }
    }

    fn hear(&mut self, span: Span, sort: Sort) {
        self.question.heard.push(Heard { span, sort });
    }

    /// A number says how many rows; a thing is looked for; anything else is lost.
    fn left(&mut self, placed: &Placed, before: Option<&Placed>, span: Span) {
        let words = self.reader.words.get(placed.from..placed.until);
        let typed = words
            .and_then(|words| words.first())
            .map(|word| word.text.as_str());
        let named = words.and_then(|words| when::number(words.first()?.folded.as_str()));
        let count: Option<u32> = typed.and_then(|typed| typed.parse().ok()).or(named);
        if let Some(count) = count.filter(|count| (1..=99).contains(count)) {
            self.question.asked.limit = Some(count);
            self.limit = Some(span);
            self.hear(span, Sort::What);
            return;
        }
        let is_thing = match before.map(|before| &before.piece) {
            Some(Piece::Sense(Sense::Of)) => true,
            Some(Piece::Sense(Sense::What(What::Sum | What::Count))) => self.is_english_how(before),
            Some(Piece::Left) => self.goes_on_from(span),
            _ => false,
        };
        let is_thing = is_thing && !self.is_of_time_or_money(placed);
        if is_thing && typed.is_some_and(|typed| typed.chars().count() >= 2) {
            self.thing(placed, span);
        } else {
            self.lost(span);
        }
    }

    /// Words of time, and currencies: whoever says them asks of what they say, not for the word.
    fn is_of_time_or_money(&self, placed: &Placed) -> bool {
        let words = self.reader.words.get(placed.from..placed.until);
        words.unwrap_or_default().iter().any(|word| {
            let code = currency_named(&word.text);
            let currency: Option<Currency> = code.and_then(|code| code.parse().ok());
            phrase::is_of_time(&word.folded) || currency.is_some()
        })
    }

    /// "how much coffee": the thing follows at once.
    fn is_english_how(&self, before: Option<&Placed>) -> bool {
        let first = before.and_then(|before| self.reader.words.get(before.from));
        first.is_some_and(|word| word.folded == "how")
    }

    /// Whether the word before was one to be looked for.
    fn goes_on_from(&self, span: Span) -> bool {
        let last = self.question.heard.last();
        last.is_some_and(|heard| heard.sort == Sort::Words && heard.span.end + 2 > span.start)
    }

    fn thing(&mut self, placed: &Placed, span: Span) {
        let words = self.reader.words.get(placed.from..placed.until);
        let typed: Vec<&str> = words
            .unwrap_or_default()
            .iter()
            .map(|word| word.text.as_str())
            .collect();
        self.question.asked.words.push(typed.join(" "));
        self.hear(span, Sort::Words);
    }

    /// Words next to each other that are lost are told as one.
    fn lost(&mut self, span: Span) {
        let next = self.question.unknown.last().map(|last| last.span);
        let next = next.filter(|last| last.end + 2 > span.start);
        if let Some(last) = next {
            self.question.unknown.pop();
            let end = span.end;
            let start = last.start;
            self.question
                .unknown
                .push(self.unknown(Span { start, end }));
            return;
        }
        self.question.unknown.push(self.unknown(span));
    }

    /// Words that are found to be lost once all are heard.
    pub(super) fn lost_late(&mut self, span: Span) {
        self.question.heard.retain(|heard| heard.span != span);
        self.question.unknown.push(self.unknown(span));
        self.question.unknown.sort_by_key(|one| one.span.start);
    }

    fn unknown(&self, span: Span) -> Unknown {
        let words = self.reader.words.iter();
        let within =
            words.filter(|word| word.span.start >= span.start && word.span.end <= span.end);
        let typed: Vec<&str> = within.map(|word| word.folded.as_str()).collect();
        let nearest = self.reader.names.nearest(&typed.join(" "));
        Unknown { span, nearest }
    }
}
