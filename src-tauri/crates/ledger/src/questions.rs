//! Questions asked in conversations: what a question is, is what the standing operations on it say together. Its answer is
//! never stored: it is made whenever the question is read, so that it is never stale. A page waits for so much counting and no
//! more: what takes longer is answered by itself.

use domain::{NaiveDate, OperationId};
use store::{ConversationKind, OperationKind, OperationRow, QuestionRow, Read, Write};

use crate::answer::{self, Answer, Asking, Chosen};
use crate::edit::{Said, Subject, in_conversation, log, standing, worded};
use crate::own::Own;
use crate::page::{Item, ItemKind, Page, PageFrom, page};
use crate::{Error, Ledger, Result, clock};

/// How many entries an answer lists.
pub const LISTED: u32 = 8;
/// How much the questions of one page may have counted together, in steps of SQLite's machine: two or three thousand entries, some
/// hundredths of a second where each is read from the disk.
pub(crate) const STEPS: u32 = 120_000;

impl Ledger {
    /// Asks something in a conversation, going on from an earlier question where `after` names one or the words say so.
    ///
    /// # Errors
    /// [`Error::Refused`] where it says nothing, [`Error::Store`] where there is no such conversation or question.
    pub fn ask(
        &self,
        with: ConversationKind,
        question: &str,
        after: Option<OperationId>,
    ) -> Result<OperationId> {
        let question = worded(question).ok_or(Error::Refused("no words"))?;
        let day = clock::today();
        self.store.write(|write| {
            let read = write.read();
            let (with, subject) = match with {
                ConversationKind::Account(id) => {
                    let id = read.get_account(id)?.id;
                    (ConversationKind::Account(id), Subject::Account(id))
                }
                ConversationKind::Counterparty(id) => {
                    let id = read.root_of(id)?;
                    (
                        ConversationKind::Counterparty(id),
                        Subject::Counterparty(id),
                    )
                }
            };
            let before = match after {
                Some(id) => Some(read.get_question(id)?),
                None if answer::goes_on(read, &question, day)? => {
                    of_conversation(read, with)?.pop()
                }
                None => None,
            };
            let said = Said {
                text: Some(question),
                day: Some(day),
                question: Some(Chosen::after(before.as_ref().map(asking).transpose()?)),
                ..Said::default()
            };
            log(write, OperationKind::AskQuestion, subject, &said)
        })
    }

    /// Chooses other readings of a question, which is answered anew in its place.
    ///
    /// # Errors
    /// [`Error::Store`] where there is no such question.
    pub fn choose_reading(&self, id: OperationId, chosen: &Chosen) -> Result<OperationId> {
        let said = Said {
            note: Some(id),
            question: Some(chosen.clone()),
            ..Said::default()
        };
        self.edit_question(id, &said)
    }

    /// Takes a question away, and its answer with it.
    ///
    /// # Errors
    /// [`Error::Store`] where there is no such question.
    pub fn drop_question(&self, id: OperationId) -> Result<OperationId> {
        let said = Said {
            note: Some(id),
            ..Said::default()
        };
        self.edit_question(id, &said)
    }

    fn edit_question(&self, id: OperationId, said: &Said) -> Result<OperationId> {
        self.store.write(|write| {
            let with = write.read().get_question(id)?.with;
            let subject = match with {
                ConversationKind::Account(id) => Subject::Account(id),
                ConversationKind::Counterparty(id) => Subject::Counterparty(id),
            };
            log(write, OperationKind::EditQuestion, subject, said)
        })
    }

    /// Answers a question without keeping it, asked in a conversation or in none; at most so many entries are listed.
    ///
    /// # Errors
    /// The store's.
    pub fn answer(
        &self,
        with: Option<ConversationKind>,
        question: &str,
        listed: u32,
    ) -> Result<Answer> {
        let asking = Asking {
            question: question.to_owned(),
            day: clock::today(),
            chosen: Chosen::default(),
        };
        self.store
            .read(|read| answer::Answerer::new(read, clock::today())?.answer(with, &asking, listed))
    }

    /// Answers a question that is kept, however long it takes to count.
    ///
    /// # Errors
    /// [`Error::Store`] where there is no such question.
    pub fn answer_kept(&self, id: OperationId) -> Result<(QuestionRow, Answer)> {
        self.store.read(|read| {
            let row = read.get_question(id)?;
            let with = match row.with {
                ConversationKind::Counterparty(id) => {
                    ConversationKind::Counterparty(read.root_of(id)?)
                }
                account => account,
            };
            let answerer = answer::Answerer::new(read, clock::today())?;
            let answer = answerer.answer(Some(with), &asking(&row)?, LISTED)?;
            Ok((row, answer))
        })
    }

    #[doc(hidden)]
    #[allow(clippy::missing_errors_doc)]
    pub fn page_within(
        &self,
        with: ConversationKind,
        from: &PageFrom,
        limit: u32,
        steps: u32,
    ) -> Result<Page> {
        let today = self.today();
        self.store
            .read(|read| page(read, with, from, limit, (today, steps)))
    }

    /// Whether a line that asks without saying so is understood as a question, every word of it.
    ///
    /// # Errors
    /// The store's.
    pub fn is_understood(&self, question: &str) -> Result<bool> {
        self.store
            .read(|read| answer::is_understood(read, question, clock::today()))
    }
}

/// A question with what was chosen of its readings.
pub(crate) fn asking(row: &QuestionRow) -> Result<Asking> {
    Ok(Asking {
        question: row.question.clone(),
        day: row.day,
        chosen: serde_json::from_str(&row.chosen)?,
    })
}

/// The questions of a conversation, in their order: with a counterparty, also those asked of whoever was merged into it.
pub(crate) fn of_conversation(read: Read<'_>, with: ConversationKind) -> Result<Vec<QuestionRow>> {
    let mut rows = read.list_questions(with)?;
    if let ConversationKind::Counterparty(root) = with {
        let own = Own::load(read)?;
        for (merged, _) in own.merges().filter(|(id, _)| own.root(*id) == root) {
            rows.extend(read.list_questions(ConversationKind::Counterparty(merged))?);
        }
        rows.sort_by_key(|row| (row.day, row.id));
    }
    Ok(rows)
}

/// The questions of a conversation on some days, each with its answer, those asked last first to be counted.
pub(crate) fn rows(
    read: Read<'_>,
    with: ConversationKind,
    steps: u32,
    tells_of: impl Fn(NaiveDate) -> bool,
) -> Result<Vec<Item>> {
    let mut asked = of_conversation(read, with)?;
    asked.retain(|row| tells_of(row.day));
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let answerer = answer::Answerer::new(read, clock::today())?;
    let newest_first = asked.into_iter().rev();
    let mut answered: Vec<(QuestionRow, Option<Answer>)> = read.within(steps, |read| {
        let answers = newest_first.map(|row| {
            let answer = at_once(read, &answerer, with, &row)?;
            Ok((row, answer))
        });
        answers.collect::<Result<_>>()
    })?;
    answered.reverse();
    let mut items = Vec::with_capacity(answered.len() * 2);
    for (row, answer) in answered {
        let day = row.day;
        items.push(Item::new(day, ItemKind::Question(Box::new(row.clone()))));
        items.push(Item::new(day, ItemKind::Answer(Box::new((row, answer)))));
    }
    Ok(items)
}

/// The answer of one that is kept, unless the steps are spent before it is there.
fn at_once(
    read: Read<'_>,
    answerer: &answer::Answerer<'_>,
    with: ConversationKind,
    row: &QuestionRow,
) -> Result<Option<Answer>> {
    if read.is_spent() {
        return Ok(None);
    }
    let answer = answerer.answer_at_once(with, &asking(row)?, LISTED);
    // Half an answer is none, whether what was not read any more made it fail or not.
    if read.is_spent() { Ok(None) } else { answer }
}

/// The words of the question that an operation changes or takes away, as they were asked.
pub(crate) fn words(read: Read<'_>, edit: &Said) -> Result<Option<String>> {
    let Some(id) = edit.note else {
        return Ok(None);
    };
    let asked: Said = serde_json::from_str(&read.get_operation(id)?.operation.payload)?;
    Ok(asked.text)
}

/// Writes what the standing operations say of a question.
pub(crate) fn apply(write: Write<'_>, row: &OperationRow) -> Result<()> {
    let read = write.read();
    let said: Said = serde_json::from_str(&row.operation.payload)?;
    let id = said.note.unwrap_or(row.id);
    let Some((with, operations)) = in_conversation(read, row)? else {
        return Ok(());
    };
    let asked = operations
        .iter()
        .find(|other| other.id == id && !other.is_undone);
    let Some(asked) = asked else {
        return Ok(write.drop_question(id)?);
    };
    let asked: Said = serde_json::from_str(&asked.operation.payload)?;
    let edits = standing(operations, &[OperationKind::EditQuestion])?;
    let last = edits.into_iter().rfind(|(_, edit)| edit.note == Some(id));
    let chosen = match last {
        Some((_, edit)) => edit.question,
        None => Some(asked.question.unwrap_or_default()),
    };
    match chosen {
        None => Ok(write.drop_question(id)?),
        Some(chosen) => Ok(write.put_question(&QuestionRow {
            id,
            with,
            day: asked.day.unwrap_or_default(),
            question: asked.text.unwrap_or_default(),
            chosen: serde_json::to_string(&chosen)?,
        })?),
    }
}
