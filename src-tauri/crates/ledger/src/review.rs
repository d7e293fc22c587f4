//! What an import would do, or did: the same picture for the review sheet, for `--dry-run` and for the report.

use domain::{AccountId, Currency, Decimal, EntryId, Money, NaiveDate, OperationId};
use matching::RowState;
use receipt::Receipt;
use serde::{Deserialize, Serialize};
use source::{Correction, Diagnostic};
use statement::{Mapping, Outcome, Proof, Question};
use store::CounterpartyRow;

/// How many rows became what. They add up to the rows of the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Entries that the ledger did not have.
    pub new: u64,
    /// Entries that it had.
    pub known: u64,
    /// Entries that it had, of which the file says more.
    pub updated: u64,
    /// Entries that it perhaps had.
    pub conflict: u64,
    /// Rows that could not be read.
    pub unreadable: u64,
}

impl Counts {
    /// Counts one row.
    pub(crate) fn add(&mut self, state: RowState) {
        let count = match state {
            RowState::New => &mut self.new,
            RowState::Known => &mut self.known,
            RowState::Updated => &mut self.updated,
            RowState::Conflict => &mut self.conflict,
            RowState::Unreadable => &mut self.unreadable,
        };
        *count += 1;
    }

    /// All rows.
    pub fn total(&self) -> u64 {
        self.new + self.known + self.updated + self.conflict + self.unreadable
    }
}

/// An account that a file speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewAccount {
    /// `None` where it would be new.
    pub id: Option<AccountId>,
    /// Its name, else its number, as shown; `None` where the file names it in no way.
    pub name: Option<String>,
    /// Its currency.
    pub currency: Currency,
}

/// The proof of one statement of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofView {
    /// Index among the review's accounts.
    pub account: usize,
    /// The statement's currency.
    pub currency: Currency,
    /// As proved.
    pub proof: Proof,
    /// The day of the opening balance.
    pub opening_date: Option<NaiveDate>,
    /// The day of the closing balance.
    pub closing_date: Option<NaiveDate>,
}

/// A row as the file has it and what would become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    /// What would become of it.
    pub state: RowState,
    /// Its place in the document.
    pub row: u32,
    /// Line in the file.
    pub line: u32,
    /// The day shown.
    pub date: NaiveDate,
    /// Its texts as printed, joined.
    pub text: String,
    /// With whom it is, as the bank's words say; empty for the bank's own doings.
    pub counterparty: String,
    /// The conversation it would join, where there is one already.
    pub joins: Option<CounterpartyRow>,
    /// Signed.
    pub amount: Decimal,
    /// Its currency.
    pub currency: Currency,
    /// What the ledger holds that it may be, whatever the user answered.
    pub near: Option<NearRow>,
}

/// A line that the ledger holds under a day nearby, which a row may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearRow {
    /// The entry.
    pub entry: EntryId,
    /// How many days before the row it counts; negative: after it.
    pub days_before: i64,
    /// The day shown.
    pub date: NaiveDate,
    /// Its texts as printed, joined.
    pub text: String,
    /// The conversation it is in.
    pub counterparty: CounterpartyRow,
    /// Signed.
    pub money: Money,
    /// The document that shows it.
    pub document: String,
    /// Its line there.
    pub line: u32,
}

/// What stands in the way of importing without asking.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Doubts {
    /// Questions about how to read the file or whose it is, without an answer.
    pub questions: usize,
    /// Rows that could not be read, and other findings that cost something.
    pub errors: usize,
    /// Rows that the ledger perhaps has.
    pub conflicts: usize,
    /// Statements that do not add up.
    pub broken: usize,
    /// Accounts that would be new.
    pub new_accounts: usize,
}

/// All doubts of the rows agreed to, or none. A question is never agreed to: it is answered.
impl From<bool> for Doubts {
    fn from(all: bool) -> Self {
        let most = if all { usize::MAX } else { 0 };
        Doubts {
            questions: 0,
            errors: most,
            conflicts: most,
            broken: most,
            new_accounts: most,
        }
    }
}

impl Doubts {
    /// Whether there is more in doubt than was agreed to.
    pub(crate) fn exceed(&self, agreed: Doubts) -> bool {
        self.questions > agreed.questions
            || self.errors > agreed.errors
            || self.conflicts > agreed.conflicts
            || self.broken > agreed.broken
            || self.new_accounts > agreed.new_accounts
    }

    /// Whether the window should show the review sheet. A new account that the file identifies is no doubt.
    pub fn any(&self) -> bool {
        self.questions + self.errors + self.conflicts + self.broken > 0
    }
}

/// A file, read and compared with the ledger.
#[derive(Debug, Clone)]
pub struct Review {
    /// The file's name.
    pub name: String,
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// The format's id, `None` where nothing recognises it.
    pub format: Option<&'static str>,
    /// What recognised it.
    pub evidence: Option<&'static str>,
    /// The import that brought exactly these bytes and stands.
    pub already: Option<(OperationId, String)>,
    /// The accounts it speaks of.
    pub accounts: Vec<ReviewAccount>,
    /// First and last day.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// What its rows would become.
    pub counts: Counts,
    /// One per statement.
    pub proofs: Vec<ProofView>,
    /// Purchases that it speaks of.
    pub receipts: Vec<Receipt>,
    /// What the file alone cannot decide and nobody answered.
    pub questions: Vec<Question>,
    /// What was decided and may be turned, each as a question whose `assumed` is how the file was read.
    pub switches: Vec<Question>,
    /// Findings.
    pub diagnostics: Vec<Diagnostic>,
    /// What cost a row and may be corrected: which finding, and what is read in which place now.
    pub correctable: Vec<(usize, Correction)>,
    /// What was corrected.
    pub corrected: Vec<Correction>,
    /// How its tables were read, where it holds tables that the user may map.
    pub mappings: Vec<Mapping>,
    /// The names of the profiles that the user keeps, where it holds such tables.
    pub profiles: Vec<String>,
    /// Rows that could be read, in the order of the file. Empty in the report of an import that was carried out.
    pub rows: Vec<ReviewRow>,
    /// What stands in the way.
    pub doubts: Doubts,
}

impl Review {
    /// The proof of the file: broken where one statement is, else holding where one does, else unstated.
    pub fn proof(&self) -> Outcome {
        let outcomes = || self.proofs.iter().map(|view| view.proof.outcome);
        if outcomes().any(|outcome| outcome == Outcome::Broken) {
            Outcome::Broken
        } else if outcomes().any(|outcome| outcome == Outcome::Holds) {
            Outcome::Holds
        } else {
            Outcome::Unstated
        }
    }
}
