//! Importing: preview and import are the same plan, made inside a reading or a writing transaction.

use domain::{AccountId, OperationId};
use source::Digest;
use statement::{Answers, Statement};
use worker::Document;

use crate::examine::{Asked, destinations, examine, source};
use crate::profile::hints;
use crate::project::{Changes, UNSTORED};
use crate::review::{Doubts, Review};
use crate::{Dropped, Error, Ledger, Result, Stage, Watch};

mod known;
mod plan;
mod rows;
mod shifted;
mod tell;
mod write;

use known::Known;
use plan::plan;
use tell::finish_review;

/// How many rows are compared or written between two looks at the watch.
const STEP: usize = 2_000;

/// What an import did.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The operation that undo takes; `None` where the same reading stood already and nothing was done.
    pub operation: Option<OperationId>,
    /// Entries that are linked to a receipt since.
    pub links: u64,
    /// What became of the rows, proofs, findings.
    pub review: Review,
}

/// A file that was read, and how it is to be taken.
#[derive(Clone, Copy)]
pub(crate) struct Job<'a> {
    pub(crate) dropped: &'a Dropped,
    pub(crate) digest: Digest,
    pub(crate) answers: &'a Answers,
    pub(crate) examined: &'a Document<'a>,
    pub(crate) watch: Watch<'a>,
}

impl<'a> Job<'a> {
    fn statements(&self) -> &'a [Statement<'a>] {
        &self.examined.statements
    }
}

impl Ledger {
    /// What a file would bring, under these answers. Writes nothing.
    ///
    /// # Errors
    /// [`Error::Cancelled`], or the store's. What is wrong with the file is in the review's diagnostics.
    pub fn preview(
        &self,
        dropped: &Dropped,
        answers: &Answers,
        watch: Watch<'_>,
    ) -> Result<Review> {
        watch.at(Stage::Reading, 0, dropped.bytes.len())?;
        let answers = &self.beside_profiles(dropped, answers)?;
        let source = source(dropped, answers);
        let examined = examine(&source, answers);
        let job = Job {
            dropped,
            digest: dropped.digest(),
            answers,
            examined: &examined,
            watch,
        };
        self.store.read(|read| {
            let mut asked = Asked::by(&examined);
            let hints = hints(read, &examined)?;
            let told = (answers, hints);
            let mut destinations = destinations(read, job.statements(), told, &mut asked)?;
            let known = Known::find(read, job, &destinations)?;
            known.settle(read, &mut destinations, &mut asked)?;
            let accounts: Vec<AccountId> = destinations
                .iter()
                .map(|to| to.account.unwrap_or_else(|| unborn(to.group)))
                .collect();
            let reading = known.reading.as_ref().map_or(UNSTORED, |row| row.id);
            let mut plan = plan(read, job, &known, reading, destinations, &accounts)?;
            finish_review(read, job, &known, &mut plan, asked)?;
            plan.review.rows = tell::rows(read, &plan)?;
            plan.review.correctable = tell::correctable(&source, &plan.review);
            Ok(plan.review)
        })
    }

    /// Imports a file under these answers. More doubts than were `agreed` to stop it, and unanswered questions always do:
    /// what was agreed to may be a plan that another program has made stale.
    ///
    /// # Errors
    /// [`Error::InDoubt`] with the review, [`Error::Cancelled`], or the store's. In every case nothing was changed.
    pub fn import(
        &self,
        dropped: &Dropped,
        answers: &Answers,
        agreed: impl Into<Doubts>,
        watch: Watch<'_>,
    ) -> Result<Imported> {
        watch.at(Stage::Reading, 0, dropped.bytes.len())?;
        let agreed = Doubts {
            questions: 0,
            ..agreed.into()
        };
        let answers = &self.beside_profiles(dropped, answers)?;
        let source = source(dropped, answers);
        let examined = examine(&source, answers);
        let job = Job {
            dropped,
            digest: dropped.digest(),
            answers,
            examined: &examined,
            watch,
        };
        self.store
            .write(|write| {
                let read = write.read();
                let mut asked = Asked::by(&examined);
                let hints = hints(read, &examined)?;
                let told = (answers, hints);
                let mut destinations = destinations(read, job.statements(), told, &mut asked)?;
                let known = Known::find(read, job, &destinations)?;
                known.settle(read, &mut destinations, &mut asked)?;
                let mut changes = Changes::new(write)?;
                let linked = write::step_aside(write, &known, &mut changes)?;
                let reading = write::ensure_reading(write, job, &known)?;
                let accounts = write::ensure_accounts(write, job.statements(), &destinations)?;
                let mut plan = plan(read, job, &known, reading, destinations, &accounts)?;
                finish_review(read, job, &known, &mut plan, asked)?;
                let stops = plan.review.doubts.exceed(agreed);
                if plan.review.already.is_some() {
                    return Err(Stop::Nothing(Box::new(plan.review)));
                }
                let is_empty = job.statements().is_empty() && job.examined.receipts.is_empty();
                if is_empty || stops {
                    plan.review.rows = tell::rows(read, &plan)?;
                    return Err(Error::InDoubt(Box::new(plan.review)).into());
                }
                Ok(write::carry_out(
                    changes, job, plan, reading, &known, linked,
                )?)
            })
            .or_else(|stop| match stop {
                Stop::Nothing(review) => Ok(Imported {
                    operation: None,
                    links: 0,
                    review: *review,
                }),
                Stop::Failed(error) => Err(error),
            })
    }
}

/// Why a writing transaction is rolled back.
enum Stop {
    /// The same reading stands already.
    Nothing(Box<Review>),
    Failed(Error),
}

impl<E: Into<Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Stop::Failed(error.into())
    }
}

/// The stand-in for an account that does not exist yet.
fn unborn(group: usize) -> AccountId {
    AccountId(-1 - i64::try_from(group).unwrap_or(i64::MAX - 1))
}
