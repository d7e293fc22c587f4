//! Receipts, parcels and last days, as conversations show them.

use domain::{EntryId, OperationId, ReceiptId};
use ledger::Ledger;
use serde::Serialize;
use ts_rs::TS;

use crate::money::MoneyDto;
use crate::timeline::EntryItem;
use crate::{ApiError, App, wire};

/// A receipt as attached to its entry, or waiting for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReceiptBlock {
    /// The receipt.
    #[ts(type = "number")]
    pub id: i64,
    /// The name of the document that says most.
    pub file: String,
    /// How many documents it is made of.
    #[ts(type = "number")]
    pub documents: u32,
    /// Those documents, oldest first.
    pub originals: Vec<OriginalRef>,
    /// The merchant's name.
    pub merchant: Option<String>,
    /// The day of the purchase.
    pub date: String,
    /// Order number.
    pub order: Option<String>,
    /// Invoice number.
    pub invoice: Option<String>,
    /// What was bought.
    pub lines: Vec<ReceiptLine>,
    /// The whole price, positive.
    pub total: Option<MoneyDto>,
    /// Tax by rate.
    pub taxes: Vec<ReceiptTax>,
    /// What its entries leave of the total: a gift card, a coupon, a part not charged yet.
    pub difference: Option<MoneyDto>,
    /// Whether the receipt itself states that this much is paid otherwise: by gift card, coupon or deposit.
    pub is_paid_otherwise: bool,
    /// Whether the user linked it; else a rule did.
    pub by_user: bool,
}

/// A document that a receipt was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OriginalRef {
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// The file's name.
    pub file: String,
    /// `email mbox html pdf cii ubl fatturapa …`.
    pub format: String,
}

/// A line of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReceiptLine {
    /// As printed.
    pub text: String,
    /// How many, or how much, as a decimal.
    pub quantity: Option<String>,
    /// Of the whole line.
    pub money: Option<MoneyDto>,
}

/// Tax at one rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReceiptTax {
    /// In per cent, as a decimal, where stated.
    pub rate: Option<String>,
    /// The tax.
    pub money: MoneyDto,
}

/// A receipt whose entry is not there yet, or is in doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WaitingItem {
    /// The receipt.
    #[ts(type = "number")]
    pub id: i64,
    /// The day of the purchase.
    pub date: String,
    /// The conversation that it waits in.
    #[ts(type = "number")]
    pub counterparty: i64,
    /// What was bought, else the merchant, else the document's name.
    pub title: String,
    /// Order number, when known.
    pub order: Option<String>,
    /// What is to be charged, negative; or given back, positive.
    pub money: Option<MoneyDto>,
    /// Its contents.
    pub receipt: ReceiptBlock,
    /// Whether it gives money back.
    pub is_refund: bool,
    /// Entries that may have paid for it, the likeliest first.
    pub candidates: Vec<Candidate>,
}

/// An entry that paid for a receipt, or may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Candidate {
    /// The entry.
    #[serde(flatten)]
    pub entry: EntryItem,
    /// What speaks for it: `amount originalAmount foreignAmount tip instalment charges sharedCharge day merchant number card`.
    pub why: Vec<String>,
}

/// A receipt and the entries that paid for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LinkedItem {
    /// What was bought, else the merchant, else the document's name.
    pub title: String,
    /// Its contents.
    pub receipt: ReceiptBlock,
    /// Whether it gives money back.
    pub is_refund: bool,
    /// The entries.
    pub entries: Vec<Candidate>,
}

/// What is coming of a purchase, with the way to where its conversation tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct UpcomingItem {
    /// `delivery pickup return guarantee warranty refund`.
    pub upcoming_kind: String,
    /// The first day, for a parcel that has a range.
    pub from: Option<String>,
    /// The last day; none for a parcel without a promise.
    pub until: Option<String>,
    /// Whether that day is over.
    pub is_late: bool,
    /// Whether a parcel should be there and nothing says that it is: asks.
    pub asks_arrival: bool,
    /// For a parcel, where it is, as in [`DeliveryItem`].
    pub event: Option<String>,
    /// For a refund, how much.
    pub money: Option<MoneyDto>,
    /// The receipt.
    #[ts(type = "number")]
    pub receipt: i64,
    /// For a parcel, its place among those of the receipt.
    #[ts(type = "number | null")]
    pub parcel: Option<u32>,
    /// The conversation that tells of it.
    #[ts(type = "number")]
    pub counterparty: i64,
    /// The name of that conversation.
    pub name: String,
    /// What was bought, else the merchant, else the document's name.
    pub title: String,
    /// The day that the conversation tells it under.
    pub told: String,
}

/// One step of a parcel's way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DeliveryStep {
    /// `ordered shipped onTheWay delivered`.
    pub step: String,
    /// `done now toCome`.
    pub state: String,
    /// The day of the step, or the first of a range.
    pub from: Option<String>,
    /// The other end, when a range is promised.
    pub until: Option<String>,
}

/// A parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DeliveryItem {
    /// The receipt that it belongs to.
    #[ts(type = "number")]
    pub receipt: i64,
    /// Its place among the parcels of the receipt.
    #[ts(type = "number")]
    pub parcel: u32,
    /// The day it is told under.
    pub date: String,
    /// First day promised.
    pub from: Option<String>,
    /// Last day promised.
    pub until: Option<String>,
    /// The day it arrived.
    pub delivered: Option<String>,
    /// Last day to fetch it.
    pub pickup_until: Option<String>,
    /// `ordered shipped delayed outForDelivery pickupReady delivered returned`.
    pub event: Option<String>,
    /// Whether it is late, by the merchant's word or by the day.
    pub is_late: bool,
    /// Whether it should be there and nothing says that it is: asks.
    pub asks_arrival: bool,
    /// Its way; empty once it arrived.
    pub steps: Vec<DeliveryStep>,
    /// Who carries it.
    pub carrier: Option<String>,
    /// Its number with the carrier.
    pub tracking_number: Option<String>,
    /// The document that says so last.
    pub source: DeliverySource,
}

/// Who says where a parcel is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DeliverySource {
    /// `email receipt`.
    pub kind: String,
    /// The day of the document, else the day it was dropped.
    pub date: String,
}

/// A last day that follows from a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ServiceItem {
    /// The receipt.
    #[ts(type = "number")]
    pub receipt: i64,
    /// The day it is told under.
    pub date: String,
    /// `return guarantee warranty`.
    pub service_kind: String,
    /// The last day.
    pub until: String,
    /// The day it counts from, when known.
    pub since: Option<String>,
    /// Whether the merchant says so; otherwise the law does, where it applies.
    pub is_stated: bool,
}

/// What waits and what is coming.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReceiptInbox {
    /// Receipts whose entry is in doubt and those that have none yet, newest first: of each as many as were asked for.
    pub waiting: Vec<WaitingItem>,
    /// How many are in doubt.
    #[ts(type = "number")]
    pub in_doubt_count: u32,
    /// How many have no entry yet.
    #[ts(type = "number")]
    pub waiting_count: u32,
    /// The conversations in which any of them waits.
    #[ts(type = "number[]")]
    pub waiting_in: Vec<i64>,
    /// The conversations with a question that only the user can answer: which entry paid, whether a parcel came.
    #[ts(type = "number[]")]
    pub asking_in: Vec<i64>,
    /// Receipts that found their entries, the one that came last first.
    pub linked: Vec<LinkedItem>,
    /// What the coming days bring and what is overdue, the next first.
    pub upcoming: Vec<UpcomingItem>,
}

impl App {
    /// Receipts that wait, up to `limit` of those in doubt and of the others, and what the coming days bring.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn receipt_inbox(&self, limit: u32) -> Result<ReceiptInbox, ApiError> {
        self.read(|ledger, words| {
            let inbox = ledger.inbox(limit)?;
            Ok(wire::receipt_inbox(&inbox, ledger.today(), words))
        })
    }

    /// Parcels on their way, the next first.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn deliveries(&self) -> Result<Vec<DeliveryItem>, ApiError> {
        self.read(|ledger, _| Ok(wire::deliveries(&ledger.receipts()?, ledger.today())))
    }

    /// Says that an entry paid for a receipt.
    ///
    /// # Errors
    /// `refused` where the user said so already, `locked`, and the store's.
    pub fn link_receipt(&self, receipt: i64, entry: i64) -> Result<i64, ApiError> {
        self.change(|ledger| ledger.link_receipt(ReceiptId(receipt), EntryId(entry)))
    }

    /// Says that an entry paid for the receipts that an import brought, as they were dropped on it. The operations.
    ///
    /// # Errors
    /// `refused` where the import brought none, `locked`, and the store's.
    pub fn join_import(&self, import: i64, entry: i64) -> Result<Vec<i64>, ApiError> {
        let open = self.open()?;
        let words = self.words();
        let said = open.ledger.join_import(OperationId(import), EntryId(entry));
        let said = said.map_err(|error| words.ledger(&error))?;
        let said: Vec<i64> = said.into_iter().map(|operation| operation.0).collect();
        self.changed(&open, said.last().copied());
        Ok(said)
    }

    /// Says that an entry has nothing to do with a receipt.
    ///
    /// # Errors
    /// As [`App::link_receipt`].
    pub fn unlink_receipt(&self, receipt: i64, entry: i64) -> Result<i64, ApiError> {
        self.change(|ledger| ledger.unlink_receipt(ReceiptId(receipt), EntryId(entry)))
    }

    /// Says that the parcels of a receipt arrived today.
    ///
    /// # Errors
    /// `refused` where nothing of it is on its way, `locked`, and the store's.
    pub fn mark_arrived(&self, receipt: i64) -> Result<i64, ApiError> {
        self.change(|ledger| ledger.mark_arrived(ReceiptId(receipt), ledger.today()))
    }

    /// Says that the parcels of a receipt are not there yet, so that it is not asked again before a later promise is over.
    ///
    /// # Errors
    /// `refused` where nothing of it is asked about, `locked`, and the store's.
    pub fn mark_absent(&self, receipt: i64) -> Result<i64, ApiError> {
        self.change(|ledger| ledger.mark_absent(ReceiptId(receipt), ledger.today()))
    }

    fn change(
        &self,
        how: impl FnOnce(&Ledger) -> ledger::Result<OperationId>,
    ) -> Result<i64, ApiError> {
        let open = self.open()?;
        let words = self.words();
        let operation = how(&open.ledger).map_err(|error| words.ledger(&error))?;
        self.changed(&open, Some(operation.0));
        Ok(operation.0)
    }
}
