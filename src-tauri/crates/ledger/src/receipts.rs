//! Receipts: kept like statements, projected into purchases, linked to the entries that paid for them.

mod inbox;
mod link;
mod on_paper;
mod project;
mod refund;
mod refund_words;
mod view;
mod words;

pub use inbox::{GUARANTEE_SOON, Inbox, RETURN_SOON};
pub use on_paper::{
    Cover, Labels, OnPaper, Payment, PrintedOriginal, PrintedPurchase, Purchase, Row, Section,
};
pub use refund::{Returned, ReturnedPair};
pub use view::{ReceiptState, ReceiptView};

pub(crate) use inbox::renew;
pub(crate) use link::{named, relink};
pub(crate) use project::project;
pub(crate) use refund::{Touched, find_all as find_all_refunds, returned, touch};
pub(crate) use refund_words::apply as apply_refund_word;
pub(crate) use view::{of_entry, view};
pub(crate) use words::apply;

use domain::{ReadingId, ReceiptSightingId};
use receipt::{Receipt, purchase_keys};
use store::Write;

use crate::{Result, search};

/// Keeps what a reading says of purchases, and makes those purchases.
pub(crate) fn keep(write: Write<'_>, reading: ReadingId, receipts: &[Receipt]) -> Result<()> {
    let mut kept: Vec<ReceiptSightingId> = write.read().list_receipt_sightings_of(reading)?;
    if kept.is_empty() {
        for (ordinal, receipt) in receipts.iter().enumerate() {
            let stated = serde_json::to_string(receipt)?;
            let keys = purchase_keys(receipt);
            let id = write.add_receipt_sighting(reading, ordinal, &stated, &keys)?;
            search::index(write, id, receipt)?;
            kept.push(id);
        }
    }
    project(write, &kept)
}

/// Makes anew the purchases that a reading speaks of, after it was switched on or off.
pub(crate) fn reproject(write: Write<'_>, reading: ReadingId) -> Result<()> {
    let kept = write.read().list_receipt_sightings_of(reading)?;
    project(write, &kept)
}
