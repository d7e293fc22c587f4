//! What a person types under a conversation: a note, cash, a reminder, words to search, a question.
//!
//! Both languages are understood whatever the window speaks, and nothing is an error: what is still missing is said, so that a
//! preview can tell it while the person types.

mod amount;
mod day;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::fold::fold;
use crate::people::Lang;
pub use amount::{currency_named, read_amount};
pub use day::{Towards, read_day};

/// What a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Nothing is typed.
    Empty,
    /// Words to keep.
    Note(Note),
    /// Money that no bank saw.
    Cash(Cash),
    /// Words to keep until a day.
    Reminder {
        /// The day.
        day: NaiveDate,
        /// The words.
        note: Note,
    },
    /// Words to look for.
    Search(String),
    /// Words to answer.
    Question(String),
    /// Words that begin as questions do, without saying that they are one.
    LikeAQuestion(String),
    /// A command that lacks something.
    Unfinished(Command, Lack),
    /// A word after `/` that is no command.
    Unknown(String),
}

/// Words and tags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The words, without the tags before and after them.
    pub text: String,
    /// What follows `#`, each once.
    pub tags: Vec<String>,
}

/// Cash paid or received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cash {
    /// Below zero unless a plus stands before it.
    pub amount: Decimal,
    /// The code of the currency, where one is written.
    pub currency: Option<String>,
    /// The day.
    pub day: NaiveDate,
    /// To whom or from whom, or for what.
    pub who: String,
    /// What follows `#`, each once.
    pub tags: Vec<String>,
}

/// A word after `/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Note,
    Cash,
    Reminder,
    Search,
    Question,
}

/// What a command lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    Words,
    Amount,
    /// An amount that is zero.
    Zero,
    Day,
    /// Cash of a day that is still to come.
    DayToCome,
    /// A reminder of a day that is over.
    DayOver,
}

const COMMANDS: &[(Command, &[&str])] = &[
    (Command::Note, &["note"]),
    (
        Command::Cash,
        &["cash", "especes", "espece", "liquide", "monnaie"],
    ),
    (
        Command::Reminder,
        &["reminder", "remind", "rappel", "rappeler"],
    ),
    (Command::Search, &["search", "find", "chercher", "trouver"]),
    (Command::Question, &["question", "ask", "demander"]),
];

impl Command {
    /// The word of keys and of the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Command::Note => "note",
            Command::Cash => "cash",
            Command::Reminder => "reminder",
            Command::Search => "search",
            Command::Question => "question",
        }
    }

    /// What is typed for it, without the `/`.
    pub fn typed(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Command::Note, _) => "note",
            (Command::Cash, Lang::Fr) => "espèces",
            (Command::Cash, Lang::En) => "cash",
            (Command::Reminder, Lang::Fr) => "rappel",
            (Command::Reminder, Lang::En) => "reminder",
            (Command::Search, Lang::Fr) => "chercher",
            (Command::Search, Lang::En) => "search",
            (Command::Question, Lang::Fr) => "question",
            (Command::Question, Lang::En) => "ask",
        }
    }
}

impl Lack {
    /// The word of keys and of the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Lack::Words => "words",
            Lack::Amount => "amount",
            Lack::Zero => "zero",
            Lack::Day => "day",
            Lack::DayToCome => "dayToCome",
            Lack::DayOver => "dayOver",
        }
    }
}

/// Reads a line typed on a day.
pub fn read_line(typed: &str, today: NaiveDate) -> Line {
    let typed = typed.trim();
    if typed.is_empty() {
        return Line::Empty;
    }
    let Some(rest) = typed.strip_prefix('/') else {
        return if typed.ends_with('?') {
            Line::Question(typed.to_owned())
        } else if begins_as_a_question(typed) {
            Line::LikeAQuestion(typed.to_owned())
        } else {
            note_of(typed, Line::Note)
        };
    };
    let (word, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let folded = fold(word);
    let command = COMMANDS
        .iter()
        .find(|(_, words)| words.contains(&folded.as_str()));
    match command {
        Some((Command::Note, _)) => note_of(rest, Line::Note),
        Some((Command::Cash, _)) => cash(rest, today),
        Some((Command::Reminder, _)) => reminder(rest, today),
        Some((Command::Search, _)) if rest.trim().is_empty() => {
            Line::Unfinished(Command::Search, Lack::Words)
        }
        Some((Command::Search, _)) => Line::Search(rest.trim().to_owned()),
        Some((Command::Question, _)) if rest.trim().is_empty() => {
            Line::Unfinished(Command::Question, Lack::Words)
        }
        Some((Command::Question, _)) => Line::Question(rest.trim().to_owned()),
        None => Line::Unknown(word.to_owned()),
    }
}

/// Whether a line begins with words that ask, in either language. `/note` keeps such a line as it is.
fn begins_as_a_question(typed: &str) -> bool {
    const ASKING: &[&str] = &[
        "combien",
        "quand",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "qu'ai-je",
        "c'est combien",
        "c'est quoi",
        "est-ce que",
        "dernier achat",
        "derniere depense",
        "dernier paiement",
        "how much",
        "how many",
        "how often",
        "when did",
        "when does",
        "when will",
        "when was",
        "what did",
        "what was",
        "what is my",
        "what's my",
        "did",
        "where is my",
        "where does",
        "last purchase",
        "last payment",
        "balance",
        "solde",
    ];
    let folded = fold(typed);
    ASKING.iter().any(|asking| {
        let rest = folded.strip_prefix(asking);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// Reads an amount of cash as it is typed after the command, for a change of what was typed before.
pub fn read_cash(typed: &str, today: NaiveDate) -> Result<Cash, Lack> {
    let spaced = amount::joined(typed);
    let mut words: Vec<&str> = spaced.split_whitespace().collect();
    let tags = take_tags(&mut words);
    let Some((amount, currency)) = amount::take(&mut words) else {
        return Err(Lack::Amount);
    };
    let day = day::take(&mut words, today, Towards::Past).unwrap_or(today);
    if amount.is_zero() {
        return Err(Lack::Zero);
    }
    if day > today {
        return Err(Lack::DayToCome);
    }
    Ok(Cash {
        amount,
        currency,
        day,
        who: words.join(" "),
        tags,
    })
}

/// The line that [`read_line`] reads as this.
pub fn cash_line(cash: &Cash, lang: Lang) -> String {
    let mut line = format!("/{} ", Command::Cash.typed(lang));
    if cash.amount.is_sign_positive() {
        line.push('+');
    }
    let plain = cash.amount.abs().to_string();
    match lang {
        Lang::Fr => line.push_str(&plain.replace('.', ",")),
        Lang::En => line.push_str(&plain),
    }
    let parts = cash
        .currency
        .iter()
        .chain([&cash.who])
        .filter(|part| !part.is_empty());
    for part in parts {
        line.push(' ');
        line.push_str(part);
    }
    line.push_str(&format!(" {}", cash.day));
    line
}

fn cash(typed: &str, today: NaiveDate) -> Line {
    match read_cash(typed, today) {
        Ok(cash) => Line::Cash(cash),
        Err(lack) => Line::Unfinished(Command::Cash, lack),
    }
}

fn reminder(typed: &str, today: NaiveDate) -> Line {
    let lacks = |lack| Line::Unfinished(Command::Reminder, lack);
    let mut words: Vec<&str> = typed.split_whitespace().collect();
    let Some(day) = day::take(&mut words, today, Towards::Future) else {
        return lacks(Lack::Day);
    };
    if day < today {
        return lacks(Lack::DayOver);
    }
    match note_of(&words.join(" "), Line::Note) {
        Line::Note(note) => Line::Reminder { day, note },
        _ => lacks(Lack::Words),
    }
}

/// Breaks of lines and spaces are the writer's: only the ends are cut.
fn note_of(typed: &str, make: fn(Note) -> Line) -> Line {
    let note = read_note(typed);
    if note.text.is_empty() && note.tags.is_empty() {
        return Line::Unfinished(Command::Note, Lack::Words);
    }
    make(note)
}

/// Reads words and tags. Tags before and after the words are taken out of them; one in their midst is one of them, too.
pub fn read_note(typed: &str) -> Note {
    let mut tags = Vec::new();
    let mut text = typed.trim();
    while let Some((tag, rest)) =
        first_word(text).and_then(|(word, rest)| Some((tag_of(word)?, rest)))
    {
        add(&mut tags, tag);
        text = rest;
    }
    let mut after = Vec::new();
    while let Some((rest, tag)) =
        last_word(text).and_then(|(rest, word)| Some((rest, tag_of(word)?)))
    {
        after.insert(0, tag);
        text = rest;
    }
    let mut words = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        match tag_of(word) {
            Some(tag) => {
                words.push_str(piece.trim_start_matches('#'));
                add(&mut tags, tag);
            }
            None => words.push_str(piece),
        }
    }
    for tag in after {
        add(&mut tags, tag);
    }
    Note { text: words, tags }
}

fn first_word(text: &str) -> Option<(&str, &str)> {
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (!word.is_empty()).then_some((word, rest.trim_start()))
}

fn last_word(text: &str) -> Option<(&str, &str)> {
    let (rest, word) = text.rsplit_once(char::is_whitespace).unwrap_or(("", text));
    (!word.is_empty()).then_some((rest.trim_end(), word))
}

fn add(tags: &mut Vec<String>, tag: String) {
    if !tags.contains(&tag) {
        tags.push(tag);
    }
}

/// The tag that a word is: `#` and letters, digits, `-` or `_`, a letter among them (`#12` is a number).
pub fn tag_of(word: &str) -> Option<String> {
    let tag = word.strip_prefix('#')?;
    let tag = tag.trim_end_matches([',', '.', ';', '!', ':']);
    let is_plain = tag
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '’' | '\''));
    (is_plain && tag.chars().any(char::is_alphabetic)).then(|| tag.to_lowercase())
}

fn take_tags(words: &mut Vec<&str>) -> Vec<String> {
    let mut tags = Vec::new();
    words.retain(|word| match tag_of(word) {
        Some(tag) => {
            add(&mut tags, tag);
            false
        }
        None => true,
    });
    tags
}
