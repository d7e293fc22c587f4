//! The words of a question, understood one after the other: at each place the longest that means something.

use chrono::NaiveDate;

use super::cut::{Chunk, Word, cut};
use super::name::{Fit, Names};
use super::phrase::{self, Sense};
use super::{Asked, Doubt, Flow, Heard, Noun, Per, Question, Sort, Unknown, What, spell, when};
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
struct Heeded<'a> {
    reader: &'a Reader<'a>,
    question: Question,
    whats: Vec<What>,
    flows: Vec<Flow>,
}

impl<'a> Heeded<'a> {
    fn new(reader: &'a Reader<'a>) -> Self {
        Heeded {
            reader,
            question: Question::default(),
            whats: Vec::new(),
            flows: Vec::new(),
        }
    }

    fn span(&self, placed: &Placed) -> Option<Span> {
        let words = self.reader.words.get(placed.from..placed.until)?;
        Some(Span {
            start: words.first()?.span.start,
            end: words.last()?.span.end,
        })
    }

    fn all(mut self, pieces: &[Placed]) -> Question {
        for (at, placed) in pieces.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| pieces.get(at));
            self.one(placed, before, at == 0);
        }
        self.settle();
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
        let count: Option<u32> = typed.and_then(|typed| typed.parse().ok());
        if let Some(count) = count.filter(|count| (1..=99).contains(count)) {
            self.question.asked.limit = Some(count);
            self.hear(span, Sort::What);
            return;
        }
        let is_thing = match before.map(|before| &before.piece) {
            Some(Piece::Sense(Sense::Of)) => true,
            Some(Piece::Sense(Sense::What(What::Sum | What::Count))) => self.is_english_how(before),
            Some(Piece::Left) => self.goes_on_from(span),
            _ => false,
        };
        if is_thing && typed.is_some_and(|typed| typed.chars().count() >= 2) {
            self.thing(placed, span);
        } else {
            self.lost(span);
        }
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
        let nearest = |reader: &Reader<'_>, span: Span| {
            let words = reader
                .words
                .iter()
                .filter(|word| word.span.start >= span.start && word.span.end <= span.end);
            let typed: Vec<&str> = words.map(|word| word.folded.as_str()).collect();
            reader.names.nearest(&typed.join(" "))
        };
        if let Some(last) = self.question.unknown.last_mut()
            && last.span.end + 2 > span.start
        {
            last.span.end = span.end;
            last.nearest = nearest(self.reader, last.span);
            return;
        }
        let nearest = nearest(self.reader, span);
        self.question.unknown.push(Unknown { span, nearest });
    }

    /// Of several things that are asked the narrowest is meant: « combien en moyenne », "when did I last".
    fn settle(&mut self) {
        const NARROW: [What; 11] = [
            What::Arrival,
            What::Refund,
            What::Balance,
            What::Average,
            What::Largest,
            What::Smallest,
            What::First,
            What::Count,
            What::Last,
            What::List,
            What::Sum,
        ];
        let said = |what: &What| self.whats.contains(what);
        let mut what = NARROW.into_iter().find(said);
        let has_flow = !self.flows.is_empty();
        // « combien j’ai » is of a balance unless something was done with it: « combien j’ai dépensé ».
        if what == Some(What::Balance) && has_flow {
            what = Some(What::Sum);
        }
        // « combien sur le compte courant » is what it holds.
        let asked: &mut Asked = &mut self.question.asked;
        let is_held = what == Some(What::Sum)
            && !has_flow
            && asked.per.is_none()
            && asked.amounts.is_none()
            && asked.words.is_empty()
            && !asked.about.is_empty()
            && asked
                .about
                .iter()
                .all(|noun| matches!(noun, Noun::Account(_)));
        if is_held {
            what = Some(What::Balance);
        }
        // Parcels of nobody are not bought: « quand ai-je payé ma livraison » is of a payment.
        if what == Some(What::Arrival) && has_flow {
            let other = NARROW.into_iter().skip(1).find(said);
            what = other.or(what);
        }
        if what.is_none() && has_flow {
            what = Some(What::Sum);
        }
        asked.what = what;
        asked.flow = match self.flows.as_slice() {
            flows if flows.contains(&Flow::Net) => Some(Flow::Net),
            [first, rest @ ..] if rest.iter().all(|flow| flow == first) => Some(*first),
            [] => None,
            _ => Some(Flow::Net),
        };
        if matches!(what, Some(What::Refund | What::Arrival | What::Balance)) {
            asked.flow = None;
        }
    }
}
