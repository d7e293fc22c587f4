//! What a carrier's numbers look like.

use super::check::Check;

/// A run of signs.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    /// Exactly this.
    Is(&'static str),
    /// One of these signs.
    One(&'static str),
    /// So many digits.
    Digits(usize),
    /// So many letters.
    Letters(usize),
    /// So many of either.
    Signs(usize),
    /// So many of either, or more, to the end.
    SignsFrom(usize),
}

/// The shape of one kind of a carrier's numbers.
pub(super) struct Shape {
    /// The carrier's name.
    pub(super) carrier: &'static str,
    /// The runs, one behind the other, that make the whole number.
    pub(super) parts: &'static [Part],
    /// Its check digit.
    pub(super) check: Check,
    /// How sure a number is that passes.
    pub(super) confidence: u8,
    /// Whether so many other numbers look like it that it says nothing without the carrier's name.
    pub(super) needs_name: bool,
}

impl Shape {
    /// Whether a normalised number has this shape.
    pub(super) fn fits(&self, number: &str) -> bool {
        let mut rest = number;
        for part in self.parts {
            match part.taken(rest) {
                Some(behind) => rest = behind,
                None => return false,
            }
        }
        rest.is_empty() && (self.check != Check::S10 || super::table::post_of(number).is_some())
    }

    /// Who carries it: an S10 number names a country, whose post that is.
    pub(super) fn operator(&self, number: &str) -> &'static str {
        match self.check {
            Check::S10 => super::table::post_of(number).unwrap_or(self.carrier),
            _ => self.carrier,
        }
    }
}

impl Part {
    /// What is left behind this part, where the text starts with it.
    fn taken<'a>(&self, text: &'a str) -> Option<&'a str> {
        let counted = |len: usize, is: fn(&u8) -> bool| {
            let run = text.as_bytes().get(..len)?;
            run.iter().all(is).then(|| text.get(len..)).flatten()
        };
        match self {
            Part::Is(word) => text.strip_prefix(word),
            Part::One(signs) => {
                let first = text.chars().next().filter(|sign| signs.contains(*sign))?;
                text.strip_prefix(first)
            }
            Part::Digits(len) => counted(*len, u8::is_ascii_digit),
            Part::Letters(len) => counted(*len, u8::is_ascii_uppercase),
            Part::Signs(len) => counted(*len, u8::is_ascii_alphanumeric),
            Part::SignsFrom(len) => (text.len() >= *len).then_some(""),
        }
    }
}
