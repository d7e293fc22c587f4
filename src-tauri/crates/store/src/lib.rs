//! The encrypted store: one SQLCipher 4 file, opened with a raw 256-bit key.
//!
//! The only crate that names rusqlite: nobody above sees a type of it. Reading and writing have handles of different types;
//! every write happens inside [`Store::write`], one IMMEDIATE transaction.
#![deny(missing_docs)]

mod account;
mod balance;
mod category;
mod conversation;
mod copy;
mod counterparty;
mod document;
mod entry;
mod error;
mod fee;
mod inbox;
mod insight;
mod note;
mod open;
mod operation;
mod own;
mod paying;
mod profile;
mod question;
mod receipt;
mod refund;
mod repeat;
mod row;
mod search;
mod shift;
mod sighting;
mod statement;
mod steps;
mod sums;
mod transfer;
mod verify;
mod words;

pub use account::AccountRow;
pub use balance::{BalanceRow, NewBalance};
pub use category::CategoryRow;
pub use conversation::{ConversationKind, ConversationRow, Mark, Touched};
pub use copy::{Held, inspect};
pub use counterparty::{CounterpartyRow, NewCounterparty};
pub use document::{DocumentRow, ReadingRow};
pub use entry::{Cursor, EntryRow, EntryState, NewEntry, Side};
pub use error::{Error, Result};
pub use fee::FeeRow;
pub use inbox::{ReceiptDay, Telling};
pub use insight::{
    BucketDebit, ChargeEntry, DebitBucket, DoubleDebitRow, MovedEntry, PriceChangeRow,
    RecurringRow, ToldDoubleDebit,
};
pub use note::NoteRow;
pub use open::{Read, Store, Write};
pub use operation::{NewOperation, OperationKind, OperationRow};
pub use own::{OwnEntry, own_sighting};
pub use paying::{BareEntry, PayingEntry};
pub use profile::ProfileRow;
pub use question::QuestionRow;
pub use receipt::{LinkRow, ReceiptRow, ReceiptSightingRow};
pub use refund::{RefundRow, ReturnEntry};
pub use repeat::NewRepeat;
pub use search::{AmountRange, EntryCondition, EntryTrait, FoundReceipt, Rarity, SumBy, SumRow};
pub use sighting::{NewSighting, Said, SightingRow, SightingState, reading_of, sighting_id};
pub use statement::{NewStatement, StatementRow};
pub use sums::{CounterpartySum, DayRow, MonthRow, Movement};
pub use transfer::{MovingEntry, MovingKey, OtherSide, TransferRow};
pub use words::Words;
