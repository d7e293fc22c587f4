//! Receipts as they are shown: with their documents, the entries that paid for them, and what follows.

use domain::{CounterpartyId, Decimal, DocumentId, EntryId, Money, NaiveDate, ReceiptId};
use receipt::{Deadlines, Delivery, DeliveryEvent, Receipt, ReceiptKind, deadlines};
use store::{CounterpartyRow, EntryRow, LinkRow, Read, ReceiptRow, ReceiptSightingRow};

use crate::{Ledger, Result, clock};

/// One purchase.
#[derive(Debug, Clone)]
pub struct ReceiptView {
    /// As stored.
    pub row: ReceiptRow,
    /// What its documents say together.
    pub receipt: Receipt,
    /// The conversation that it stands in.
    pub counterparty: CounterpartyRow,
    /// The documents, oldest first.
    pub documents: Vec<ReceiptSightingRow>,
    /// Entries that paid for it or gave it back, and those that may have.
    pub links: Vec<(LinkRow, EntryRow)>,
    /// Last days that follow from it.
    pub deadlines: Deadlines,
    /// The day on which the user last said that it was not there yet.
    pub absent_on: Option<NaiveDate>,
}

/// Where a receipt stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReceiptState {
    /// An entry paid for it.
    Linked,
    /// Entries may have: the user is asked.
    InDoubt,
    /// No entry has yet.
    Waiting,
    /// There is nothing to pay: news of a parcel, or a total of nothing.
    Free,
}

impl ReceiptState {
    /// The word of the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            ReceiptState::Linked => "linked",
            ReceiptState::InDoubt => "inDoubt",
            ReceiptState::Waiting => "waiting",
            ReceiptState::Free => "free",
        }
    }
}

impl ReceiptView {
    /// Where it stands.
    pub fn state(&self) -> ReceiptState {
        let is_linked = self.links.iter().any(|(link, _)| link.is_linked);
        if is_linked {
            ReceiptState::Linked
        } else if self.row.total_minor.unwrap_or_default() == 0 {
            ReceiptState::Free
        } else if self.links.is_empty() {
            ReceiptState::Waiting
        } else {
            ReceiptState::InDoubt
        }
    }

    /// The day that its conversation tells of it under: that of the entry that paid for it, else its own.
    pub fn told_on(&self) -> NaiveDate {
        let paid = self.links.iter().find(|(link, _)| link.is_linked);
        paid.map_or(self.row.day, |(_, entry)| entry.state.entry.order_date)
    }

    /// Whether it gives money back.
    pub fn is_refund(&self) -> bool {
        matches!(
            self.receipt.kind,
            ReceiptKind::CreditNote | ReceiptKind::Refund
        )
    }

    /// What its entries leave of the total, where they are of its currency: a gift card, a coupon, a part not charged yet.
    pub fn remainder(&self) -> Option<Decimal> {
        let (total, currency) = (self.row.total_minor?, self.row.currency?);
        let linked = self.links.iter().filter(|(link, _)| link.is_linked);
        let mut paid = 0_i64;
        for (_, entry) in linked {
            let entry = &entry.state.entry;
            if entry.currency != currency {
                return None;
            }
            paid = paid.saturating_add(entry.amount_minor.saturating_abs());
        }
        let left = total.saturating_abs().saturating_sub(paid);
        (left != 0).then(|| Money::from_minor(left, currency).amount)
    }

    /// Whether the receipt itself states what its entries leave: as paid before, by gift card, coupon or deposit.
    pub fn is_paid_otherwise(&self) -> bool {
        let value = |found: &Option<receipt::Found<Decimal>>| found.as_ref().map(|one| one.value);
        let receipt = &self.receipt;
        let before = value(&receipt.prepaid).or_else(|| {
            let rest = value(&receipt.total)? - value(&receipt.payable)?;
            Some(rest)
        });
        self.remainder().is_some_and(|left| before == Some(left))
    }

    /// Whether a parcel of it is still on its way.
    pub fn is_on_its_way(&self) -> bool {
        self.receipt
            .deliveries
            .iter()
            .any(|parcel| parcel.event < Some(DeliveryEvent::Delivered))
    }

    /// Whether any of its parcels is asked about.
    pub fn asks_for_arrival(&self, today: NaiveDate) -> bool {
        let mut parcels = self.receipt.deliveries.iter();
        parcels.any(|parcel| self.asks_for(parcel, today))
    }

    /// Whether a parcel should be there by `today`, nothing says that it is, and the user was not asked since it was promised.
    pub fn asks_for(&self, parcel: &Delivery, today: NaiveDate) -> bool {
        let promised = parcel.expected_until.or(parcel.expected_from);
        parcel.event < Some(DeliveryEvent::Delivered)
            && promised.is_some_and(|last| last <= today && self.absent_on < Some(last))
    }
}

impl Ledger {
    /// All receipts, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn receipts(&self) -> Result<Vec<ReceiptView>> {
        self.store.read(|read| {
            let rows = read.list_receipts()?;
            rows.into_iter().map(|row| view(read, row)).collect()
        })
    }

    /// One receipt.
    ///
    /// # Errors
    /// [`crate::Error::Store`] where there is none.
    pub fn receipt(&self, id: ReceiptId) -> Result<ReceiptView> {
        self.store.read(|read| view(read, read.get_receipt(id)?))
    }

    /// The receipts that an entry is linked to.
    ///
    /// # Errors
    /// The store's.
    pub fn receipts_of_entry(&self, id: EntryId) -> Result<Vec<ReceiptView>> {
        self.store.read(|read| of_entry(read, id))
    }

    /// The receipts of a conversation, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn receipts_of(&self, id: CounterpartyId) -> Result<Vec<ReceiptView>> {
        self.store.read(|read| {
            let rows = read.list_receipts_of(id)?;
            rows.into_iter().map(|row| view(read, row)).collect()
        })
    }

    /// A kept document: its name and bytes; `None` where it was forgotten.
    ///
    /// # Errors
    /// [`crate::Error::Store`] where there is none.
    pub fn document(&self, id: DocumentId) -> Result<(String, Option<Vec<u8>>)> {
        self.store.read(|read| {
            let row = read.get_document(id)?;
            Ok((row.name, read.get_document_bytes(id)?))
        })
    }

    /// The calendar day here and now, for what is due.
    pub fn today(&self) -> NaiveDate {
        clock::today()
    }
}

/// The receipts that an entry is linked to.
pub(crate) fn of_entry(read: Read<'_>, id: EntryId) -> Result<Vec<ReceiptView>> {
    let ids = read.list_receipts_of_entry(id)?;
    ids.into_iter()
        .map(|id| view(read, read.get_receipt(id)?))
        .collect()
}

/// A receipt with all that is shown of it.
pub(crate) fn view(read: Read<'_>, row: ReceiptRow) -> Result<ReceiptView> {
    let receipt: Receipt = serde_json::from_str(&row.stated)?;
    let links = read.list_links_of(row.id)?.into_iter();
    let documents = read.list_receipt_sightings(row.id)?;
    let mut absent_on = None;
    for document in &documents {
        absent_on = absent_on.max(read.find_absence(document.id)?);
    }
    Ok(ReceiptView {
        counterparty: read.get_counterparty(row.counterparty)?,
        documents,
        absent_on,
        links: links
            .map(|link| Ok((link.clone(), read.get_entry(link.entry)?)))
            .collect::<Result<_>>()?,
        deadlines: deadlines(&receipt),
        receipt,
        row,
    })
}
