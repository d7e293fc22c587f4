//! From an agreed review to the ledger: file by file, all of them or none.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use domain::OperationId;
use ledger::{Answers, Doubts, Dropped, Imported, RowState};

use crate::imports::{FileReview, ImportDone};
use crate::session::Open;
use crate::{ApiError, App, wire};

impl App {
    /// Imports a file without a review, where it is one file and nothing in it is in doubt but what `is_agreed` to: rows that
    /// cannot be read, proofs that do not hold, new accounts. Else `None`: nothing is written, and a review says why.
    ///
    /// # Errors
    /// `cancelled`, `busy`, `diskFull`, `locked`. In every case the ledger holds what it held.
    pub fn import_at_once(
        &self,
        path: &Path,
        is_agreed: bool,
    ) -> Result<Option<(FileReview, ImportDone)>, ApiError> {
        let open = self.open()?;
        let Ok(dropped) = Dropped::read(path) else {
            return Ok(None);
        };
        let opened = dropped.opened();
        let ([dropped], None) = (opened.files.as_slice(), opened.passed_over) else {
            return Ok(None);
        };
        let agreed = Doubts {
            conflicts: 0,
            ..Doubts::from(is_agreed)
        };
        let flag = open.begin();
        let imported = self.watching_ledger(&dropped.name, &flag, |watch| {
            open.ledger.import(dropped, &Answers::none(), agreed, watch)
        });
        let imported = match imported {
            Ok(imported) => imported,
            Err(ledger::Error::InDoubt(_)) => return Ok(None),
            Err(error) => return Err(self.words().ledger(&error)),
        };
        if imported.operation.is_some() {
            self.changed(&open, imported.operation.map(|operation| operation.0));
        }
        let review = wire::file_review(&imported.review, &self.words());
        let mut done = ImportDone {
            files: vec![wire::file_done(&imported)],
            operation: imported.operation.map(|operation| operation.0),
            account: imported
                .operation
                .and_then(|operation| most_of(&open, operation)),
        };
        tell_proofs(&open, &mut done);
        Ok(Some((review, done)))
    }

    /// Imports files one by one; where one fails, those before it are taken back.
    pub(crate) fn import(
        &self,
        open: &Open,
        files: Vec<Agreed<'_>>,
        flag: &AtomicBool,
    ) -> Result<ImportDone, ApiError> {
        let mut done = ImportDone {
            files: Vec::new(),
            operation: None,
            account: None,
        };
        let mut most = 0;
        for agreed in &files {
            let imported = match self.import_file(open, agreed, flag) {
                Ok(imported) => imported,
                Err(error) => {
                    self.take_back(open, &done);
                    return Err(error);
                }
            };
            let added = imported.review.counts.new;
            if let Some(operation) = imported.operation {
                done.operation = Some(operation.0);
                if added >= most {
                    (most, done.account) = (added, most_of(open, operation));
                }
            }
            done.files.push(wire::file_done(&imported));
        }
        if let Err(error) = self.leave_out(open, &files, &mut done) {
            self.take_back(open, &done);
            return Err(error);
        }
        tell_proofs(open, &mut done);
        if done.operation.is_some() {
            self.changed(open, done.operation);
        }
        Ok(done)
    }

    /// Deletes what was brought and is not wanted. Only once every file is in is it known what another one brings too,
    /// which stays.
    fn leave_out(
        &self,
        open: &Open,
        files: &[Agreed<'_>],
        done: &mut ImportDone,
    ) -> Result<(), ApiError> {
        let brought = done.files.iter_mut().zip(files);
        let (told, unwanted): (Vec<_>, Vec<_>) = brought
            .filter(|(_, agreed)| !agreed.unwanted.is_empty())
            .filter_map(|(file, agreed)| {
                let import = OperationId(file.operation?);
                Some((file, (import, agreed.unwanted.as_slice())))
            })
            .unzip();
        if unwanted.is_empty() {
            return Ok(());
        }
        let deleted = open.ledger.delete_rows(&unwanted);
        let deleted = deleted.map_err(|error| self.words().ledger(&error))?;
        for (file, deletions) in told.into_iter().zip(deleted) {
            file.deletions = deletions.iter().map(|id| id.0).collect();
        }
        Ok(())
    }

    fn import_file(
        &self,
        open: &Open,
        agreed: &Agreed<'_>,
        flag: &AtomicBool,
    ) -> Result<Imported, ApiError> {
        let Agreed {
            dropped,
            answers,
            shown,
            ..
        } = agreed;
        // Doubts that come up only now, by a file before it in the drop or by another program, were not agreed to. A new
        // account that the file identifies is no doubt.
        let agreed = Doubts {
            new_accounts: usize::MAX,
            ..shown.doubts
        };
        let run = |answers: &Answers| {
            self.watching_ledger(&dropped.name, flag, |watch| {
                open.ledger.import(dropped, answers, agreed, watch)
            })
        };
        let imported = match run(answers) {
            // A file before it in the same drop made the account that it now could be of; the user was shown a new one.
            Err(ledger::Error::InDoubt(review)) if shown.new_only && asks_account_only(&review) => {
                let mut told = Answers::clone(answers);
                told.set("account", "new");
                run(&told)
            }
            other => other,
        };
        imported.map_err(|error| self.words().ledger(&error))
    }

    fn take_back(&self, open: &Open, done: &ImportDone) {
        let mut taken = None;
        let files = done.files.iter().rev();
        let operations =
            files.flat_map(|file| file.deletions.iter().rev().copied().chain(file.operation));
        for operation in operations {
            // What cannot be taken back stands in the history, where the user can.
            if open.ledger.undo(OperationId(operation)).is_ok() {
                taken = Some(operation);
            }
        }
        if taken.is_some() {
            self.changed(open, taken);
        }
    }
}

/// What a file alone does not prove may be proved by what is known of the days before it.
fn tell_proofs(open: &Open, done: &mut ImportDone) {
    for file in &mut done.files {
        let operation = file.operation.map(OperationId);
        let Some(told) = operation.and_then(|id| open.ledger.operation(id).ok()) else {
            continue;
        };
        if let Some(outcome) = told.proof() {
            wire::outcome(outcome).clone_into(&mut file.proof);
        }
        let mut statements = told.statements.iter();
        file.proved =
            !told.statements.is_empty() && statements.all(|row| row.statement.proof == "holds");
    }
}

/// A file that is to be imported.
pub(crate) struct Agreed<'a> {
    pub(crate) dropped: &'a Dropped,
    pub(crate) answers: &'a Answers,
    pub(crate) shown: Shown,
    /// Rows that are not wanted, by their place in the document.
    pub(crate) unwanted: Vec<u32>,
}

/// The places in the document of rows that are not wanted and were shown as new: what is known already can only be left as
/// it is.
pub(crate) fn unwanted(found: &ledger::Review, indices: &[usize]) -> Vec<u32> {
    let rows = indices.iter().filter_map(|index| found.rows.get(*index));
    let new = rows.filter(|row| matches!(row.state, RowState::New | RowState::Conflict));
    new.map(|row| row.row).collect()
}

/// What the user was shown of a file before agreeing to it.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    /// Only accounts that would be new.
    pub(crate) new_only: bool,
    /// Rows that could not be read, conflicts, or a proof that does not hold.
    pub(crate) doubts: Doubts,
}

impl Shown {
    pub(crate) fn of(found: &ledger::Review) -> Self {
        Shown {
            new_only: found.accounts.iter().all(|account| account.id.is_none()),
            doubts: found.doubts,
        }
    }
}

fn asks_account_only(review: &ledger::Review) -> bool {
    !review.questions.is_empty()
        && review
            .questions
            .iter()
            .all(|question| question.about == "account")
}

/// The account that an import brought most entries of.
fn most_of(open: &Open, operation: OperationId) -> Option<i64> {
    let done = open.ledger.operation(operation).ok()?;
    let statements = done.statements.iter().map(|row| &row.statement);
    let most = statements.max_by_key(|statement| statement.entry_count)?;
    Some(most.account.0)
}
