//! Ids of stored things. A newtype each, so that one can never stand for another.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )*};
}

ids! {
    /// An account of the ledger.
    AccountId
    /// A merchant, a person or the bank.
    CounterpartyId
    /// The original bytes of a dropped file.
    DocumentId
    /// A document as read under one set of answers.
    ReadingId
    /// What one document says of one account for one period.
    StatementId
    /// What one row of one statement says of an entry.
    SightingId
    /// One line of an account's history.
    EntryId
    /// What one document says of one purchase.
    ReceiptSightingId
    /// One purchase: the least of its sightings that stand lends it its number.
    ReceiptId
    /// How documents of one header are read.
    ProfileId
    /// An operation of the log; what undo and redo take.
    OperationId
}
