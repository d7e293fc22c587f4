//! Decisions without IO: which rows say the same thing, and what an import would do.
#![deny(missing_docs)]

mod account;
mod category;
mod identity;
mod link;
mod pending;
mod plan;
mod project;
mod refund;
mod shifted;
mod transfer;

pub use account::{Candidate, Owner, owner};
pub use category::{Category, Traits, category};
pub use identity::{IDENTITY_VERSION, Keys, keys, order_key};
pub use link::{Choice, Decision, LinkEntry, LinkReceipt, Reach, Reason, Said, link, stems};
pub use pending::{Awaited, Settled, settle};
pub use plan::{RowState, states};
pub use project::{Group, Seen, partition};
pub use refund::{Refund, RefundEntry, RefundWords, named, reach, refunds};
pub use shifted::{Neighbour, SHIFT_APART, is_like, shifted};
pub use transfer::{
    OwnAccount, TRANSFER_APART, TRANSFER_VERSION, Transfer, TransferEntry, TransferReason,
    transfers,
};
