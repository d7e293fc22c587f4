//! The line under a conversation: what it would do, and doing it. Its words are read in Rust; the window shows what they mean.

use domain::{AccountId, Currency, EntryId, Money, NaiveDate, OperationId};
use ledger::{Ledger, NewCash, Written};
use serde::{Deserialize, Serialize};
use text::{Cash, Lack, Line, Note, read_cash, read_line, read_note};
use ts_rs::TS;

use crate::conversations::ConversationRef;
use crate::history::HistoryRow;
use crate::money::MoneyDto;
use crate::{ApiError, App, Words, wire};

/// A line typed under a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TypedLine {
    /// Under which.
    pub conversation: ConversationRef,
    /// What it is about or changes, beside the conversation.
    pub about: Option<LineAbout>,
    /// As typed.
    pub text: String,
}

/// What a line is about or changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind", content = "id")]
#[ts(export)]
pub enum LineAbout {
    /// An entry: a note is written on it.
    Entry(#[ts(type = "number")] i64),
    /// Cash that was written down: it is changed.
    Cash(#[ts(type = "number")] i64),
    /// A note on the conversation: it is changed.
    Note(#[ts(type = "number")] i64),
}

/// What a line would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
#[ts(export)]
pub enum LinePreview {
    /// Nothing is typed.
    Empty,
    /// Keep words.
    Note {
        /// The words.
        text: String,
        /// The tags.
        tags: Vec<String>,
    },
    /// Write cash down.
    Cash {
        /// How much; negative where it was paid.
        money: MoneyDto,
        /// On which day.
        day: String,
        /// In whose conversation.
        name: String,
        /// Whether that is a new one.
        new: bool,
        /// What for.
        text: String,
        /// The tags.
        tags: Vec<String>,
        /// Whether an account of notes and coins is made for it.
        new_account: bool,
    },
    /// Keep words until a day.
    Reminder {
        /// The day.
        day: String,
        /// The words.
        text: String,
        /// The tags.
        tags: Vec<String>,
    },
    /// Look for words.
    Search {
        /// The words.
        query: String,
    },
    /// Answer words.
    Question {
        /// The words.
        query: String,
    },
    /// Nothing yet: something is missing.
    Unfinished {
        /// `note cash reminder search question`.
        command: String,
        /// `words amount zero day dayToCome dayOver decimals currency`.
        lack: String,
    },
    /// Nothing: there is no such command.
    Unknown {
        /// What stands after `/`.
        command: String,
    },
}

/// What a line did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LineSent {
    /// What was done, which undo takes back together.
    pub done: Vec<HistoryRow>,
    /// Words to look for.
    pub query: Option<String>,
    /// The question that was asked.
    #[ts(type = "number | null")]
    pub question: Option<i64>,
}

impl App {
    /// What a line would do.
    ///
    /// # Errors
    /// `notFound`, `locked`, and the store's.
    pub fn read_line(&self, line: &TypedLine) -> Result<LinePreview, ApiError> {
        self.read(|ledger, words| preview(ledger, line, words))
    }

    /// Does what a line says.
    ///
    /// # Errors
    /// `refused` where something is missing, `notFound`, `busy`, `locked`, and the store's.
    pub fn send_line(&self, line: &TypedLine) -> Result<LineSent, ApiError> {
        let open = self.open()?;
        let ledger = &open.ledger;
        let line_read = parsed(ledger, line).map_err(|error| self.words().ledger(&error))?;
        let done = match line_read {
            Line::Search(words) => {
                return Ok(LineSent {
                    done: Vec::new(),
                    query: Some(words),
                    question: None,
                });
            }
            Line::Question(words) => {
                let asked = self.ask_question(line.conversation, &words, None)?;
                return Ok(LineSent {
                    question: Some(asked.operation),
                    done: vec![asked],
                    query: None,
                });
            }
            Line::Empty if matches!(line.about, Some(LineAbout::Entry(_) | LineAbout::Note(_))) => {
                self.write_down(line, &Note::default(), None)?
            }
            Line::Note(note) => self.write_down(line, &note, None)?,
            Line::Reminder { day, note } => self.write_down(line, &note, Some(day))?,
            Line::Cash(cash) => self.pay(ledger, line, &cash)?,
            Line::Empty | Line::LikeAQuestion(_) | Line::Unfinished(..) | Line::Unknown(_) => {
                return Err(self
                    .words()
                    .ledger(&ledger::Error::Refused("line unfinished")));
            }
        };
        Ok(LineSent {
            done,
            query: None,
            question: None,
        })
    }

    /// Writes or changes a note on a conversation or on an entry.
    fn write_down(
        &self,
        line: &TypedLine,
        note: &Note,
        remind: Option<NaiveDate>,
    ) -> Result<Vec<HistoryRow>, ApiError> {
        let written = Written {
            text: note.text.clone(),
            tags: note.tags.clone(),
            remind,
        };
        match line.about {
            Some(LineAbout::Entry(id)) if remind.is_none() => {
                let mut done = Vec::new();
                if !note.text.is_empty() || note.tags.is_empty() {
                    done.push(self.note_entry(id, &note.text)?);
                }
                if !note.tags.is_empty() {
                    done.push(self.edit(|ledger| ledger.tag_entry(EntryId(id), &note.tags, &[]))?);
                }
                Ok(done)
            }
            Some(LineAbout::Note(id)) => {
                let changed = self.edit(|ledger| ledger.edit_note(OperationId(id), &written))?;
                Ok(vec![changed])
            }
            _ => {
                let with = line.conversation.with();
                Ok(vec![self.edit(|ledger| ledger.write_note(with, &written))?])
            }
        }
    }

    fn pay(
        &self,
        ledger: &Ledger,
        line: &TypedLine,
        cash: &Cash,
    ) -> Result<Vec<HistoryRow>, ApiError> {
        let new = new_cash(ledger, line, cash).map_err(|error| self.words().ledger(&error))?;
        let paid = match line.about {
            Some(LineAbout::Cash(id)) => self.edit(|ledger| ledger.edit_cash(EntryId(id), &new))?,
            _ => self.edit(|ledger| ledger.add_cash(&new))?,
        };
        let entry = paid.entry;
        let mut done = vec![paid];
        if let Some(entry) = entry.filter(|_| !cash.tags.is_empty()) {
            done.push(self.edit(|ledger| ledger.tag_entry(EntryId(entry), &cash.tags, &[]))?);
        }
        Ok(done)
    }

    /// Takes a note on a conversation away.
    ///
    /// # Errors
    /// `notFound`, `busy`, `locked`, and the store's.
    pub fn drop_note(&self, id: i64) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.edit_note(OperationId(id), &Written::default()))
    }

    /// Says that what a reminder is of is done, or is not.
    ///
    /// # Errors
    /// `refused` where it is said already, `notFound`, `busy`, `locked`, and the store's.
    pub fn finish_reminder(&self, id: i64, done: bool) -> Result<HistoryRow, ApiError> {
        self.edit(|ledger| ledger.finish_reminder(OperationId(id), done))
    }
}

/// What a line means where it is typed: cash that is changed is cash whatever is typed, a note on an entry is a note, and what
/// only begins as questions do is one where every word of it is understood.
fn parsed(ledger: &Ledger, line: &TypedLine) -> ledger::Result<Line> {
    let today = ledger.today();
    let read = read_line(&line.text, today);
    Ok(match (line.about, read) {
        (_, Line::Empty) => Line::Empty,
        (Some(LineAbout::Cash(_)), Line::Cash(cash)) => Line::Cash(cash),
        (Some(LineAbout::Cash(_)), Line::Note(_) | Line::Question(_) | Line::LikeAQuestion(_)) => {
            match read_cash(&line.text, today) {
                Ok(cash) => Line::Cash(cash),
                Err(lack) => Line::Unfinished(text::Command::Cash, lack),
            }
        }
        (
            Some(LineAbout::Entry(_) | LineAbout::Note(_)),
            Line::Question(_) | Line::LikeAQuestion(_),
        ) => Line::Note(read_note(&line.text)),
        (_, Line::LikeAQuestion(words)) if ledger.is_understood(&words)? => Line::Question(words),
        (_, Line::LikeAQuestion(words)) => Line::Note(read_note(&words)),
        (_, read) => read,
    })
}

fn new_cash(ledger: &Ledger, line: &TypedLine, cash: &Cash) -> ledger::Result<NewCash> {
    let own = match line.about {
        Some(LineAbout::Cash(id)) => ledger.own_entry(EntryId(id))?,
        _ => None,
    };
    let account = match line.conversation {
        ConversationRef::Account(id) => Some(AccountId(id)),
        ConversationRef::Counterparty(_) => None,
    };
    let written: Option<Currency> = cash.currency.as_deref().and_then(|code| code.parse().ok());
    let currency = match (written, &own) {
        (Some(written), _) => written,
        (None, Some(own)) => own.currency,
        (None, None) => ledger.home_currency(account)?,
    };
    let here = match (&own, line.conversation.with()) {
        // What named its conversation names it anew; what was said in a conversation stays in it.
        (Some(own), _) => Some(own.counterparty).filter(|_| !own.text.is_empty()),
        (None, ledger::ConversationKind::Counterparty(id)) => Some(id),
        (None, ledger::ConversationKind::Account(_)) => None,
    };
    Ok(NewCash {
        money: Money::new(cash.amount, currency),
        day: cash.day,
        who: cash.who.clone(),
        conversation: here,
    })
}

fn preview(ledger: &Ledger, line: &TypedLine, words: &Words) -> ledger::Result<LinePreview> {
    Ok(match parsed(ledger, line)? {
        Line::Empty => LinePreview::Empty,
        Line::Note(Note { text, tags }) => LinePreview::Note { text, tags },
        Line::Reminder { day, note } => LinePreview::Reminder {
            day: wire::day(day),
            text: note.text,
            tags: note.tags,
        },
        Line::Search(query) => LinePreview::Search { query },
        Line::Question(query) | Line::LikeAQuestion(query) => LinePreview::Question { query },
        Line::Unfinished(command, lack) => unfinished(command.as_str(), lack.as_str()),
        Line::Unknown(command) => LinePreview::Unknown { command },
        Line::Cash(cash) => {
            let new = new_cash(ledger, line, &cash)?;
            let plan = match ledger.plan_cash(&new) {
                Ok(plan) => plan,
                Err(ledger::Error::Refused("nobody named")) => {
                    return Ok(unfinished("cash", Lack::Words.as_str()));
                }
                Err(ledger::Error::Refused(_)) => return Ok(unfinished("cash", "decimals")),
                Err(error) => return Err(error),
            };
            let known = plan.counterparty.as_ref();
            LinePreview::Cash {
                money: wire::money(new.money),
                day: wire::day(new.day),
                new: known.is_none(),
                name: known.map_or(plan.name, |row| wire::counterparty_name(row, words)),
                text: plan.text,
                tags: cash.tags,
                new_account: plan.account.is_none(),
            }
        }
    })
}

fn unfinished(command: &str, lack: &str) -> LinePreview {
    LinePreview::Unfinished {
        command: command.to_owned(),
        lack: lack.to_owned(),
    }
}
