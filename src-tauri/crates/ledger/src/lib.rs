//! The application: open a ledger, see what a file would bring, import it, take it back, read it.
//!
//! The only floor with a clock and, in [`intake`] and `folder`, with files. Every write goes through one transaction of the store.
#![deny(missing_docs)]

mod account;
mod answer;
mod backup;
mod balance;
mod cash;
mod category;
mod chain;
mod clock;
mod correct;
mod coverage;
mod edit;
mod error;
mod examine;
mod export;
mod folder;
mod history;
mod import;
mod insights;
pub mod intake;
pub mod lock;
mod notes;
mod open;
mod original;
mod overview;
mod own;
mod page;
mod pair;
mod prepare;
mod profile;
mod project;
mod questions;
mod receipts;
mod restore;
mod review;
mod said;
mod search;
mod settle;
mod shift;
mod transfers;
mod verify;
mod watch;

pub use account::{AccountView, SetAccount};
pub use answer::{
    Answer, Asking, Bar, Chosen, Counted, Meant, NounView, OtherReading, Outcome as Answered,
    Proven, Reading, SaidNoun, SaidPeriod, Uncovered,
};
pub use backup::{BackedUp, Backup};
pub use balance::BalanceOn;
pub use cash::{CashPlan, NewCash, SaidCash};
pub use category::{Category, CategoryName};
pub use chain::WhyUnproved;
pub use coverage::{ChainBreak, Coverage, CoverageState, Gap, Period};
pub use edit::Said;
pub use error::{Error, Result};
pub use export::{ExportFormat, Exported};
pub use folder::{FileInFolder, LookedInto, milliseconds_now};
pub use history::{ImportPayload, Operation};
pub use import::Imported;
pub use insights::{Alert, AlertAnswer, AlertKind, Charge, Expected};
pub use intake::{Dropped, Opened};
pub use notes::Written;
pub use open::{LEDGER_FILE, Ledger};
pub use original::{OriginalPage, OriginalView, ShownMail, ShownWord, is_locked};
pub use overview::{
    DaysOf, FeeLine, Fees, MonthState, MonthSum, Overview, Scope, Span, Spending, SpentOn,
    SpentWith, Unproved,
};
pub use page::{Conversation, Item, ItemKind, Page, PageFrom};
pub use profile::StoredProfile;
pub use questions::LISTED;
pub use receipts::{
    Cover, GUARANTEE_SOON, Inbox, Labels, OnPaper, Payment, PrintedOriginal, PrintedPurchase,
    Purchase, RETURN_SOON, ReceiptState, ReceiptView, Returned, ReturnedPair, Row, Section,
};
pub use restore::{Restorable, Unpacked, erase, finish_restore, folders_of_keys, is_restoring};
pub use review::{Counts, Doubts, NearRow, ProofView, Review, ReviewAccount, ReviewRow};
pub use search::{Found, Hit, Told, searched};
pub use watch::{Stage, Watch};

pub use insight::{Fee, FeeGroup, Rhythm};
pub use matching::RowState;
pub use statement::{
    Answers, By, CORRECTION, Choice, Decision, LineKind, MappedColumn, MappedLine, Mapping,
    NoProfile, Outcome, Profile, ProfileColumn, Question,
};
pub use store::{
    ConversationKind, ConversationRow, CounterpartyRow, Cursor, DayRow, EntryRow, Held, Mark,
    MonthRow, Movement, NoteRow, OperationKind, PriceChangeRow, RecurringRow, StatementRow,
};
