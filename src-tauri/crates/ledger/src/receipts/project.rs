//! Purchases as the projection of the sightings that stand: whatever is switched on or off, only what it reaches is made anew.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::{CounterpartyId, Currency, Decimal, Money, ReceiptId, ReceiptSightingId};
use receipt::{DeliveryEvent, Receipt, ReceiptKind};
use store::{NewCounterparty, Read, ReceiptRow, ReceiptSightingRow, Write};
use text::{Descriptor, clean, similarity};

use super::inbox::days_of;
use crate::own::Own;
use crate::{Result, clock};

/// How alike two names must be for a receipt to join a conversation whose key is another.
const ALIKE: u8 = 90;

/// Makes anew every purchase that these sightings are part of, were part of, or reach.
pub(crate) fn project(write: Write<'_>, changed: &[ReceiptSightingId]) -> Result<()> {
    let mut left: BTreeSet<ReceiptSightingId> = BTreeSet::new();
    for id in changed {
        left.insert(*id);
        let read = write.read();
        if let Some(receipt) = read.find_receipt_of(*id)? {
            left.extend(
                read.list_receipt_sightings(receipt)?
                    .iter()
                    .map(|row| row.id),
            );
        }
    }
    while let Some(id) = left.pop_first() {
        let parts = write.read().list_purchase_of(id)?;
        // What stood in another receipt so far stands in this one now, and what shared that one with it is looked at again.
        for part in parts.iter().chain([&id]) {
            let Some(receipt) = write.read().find_receipt_of(*part)? else {
                continue;
            };
            let others = write.read().list_receipt_sightings(receipt)?;
            left.extend(
                others
                    .iter()
                    .map(|row| row.id)
                    .filter(|other| !parts.contains(other)),
            );
            write.drop_receipt(receipt)?;
        }
        left.retain(|other| !parts.contains(other));
        if let Some(least) = parts.first() {
            let (row, merged) = purchase(write, ReceiptId(least.0), &parts)?;
            write.put_receipt(&row, &parts)?;
            write.put_receipt_days(row.id, &days_of(&merged, row.day))?;
        }
    }
    Ok(())
}

/// What the sightings of one purchase make.
fn purchase(
    write: Write<'_>,
    id: ReceiptId,
    parts: &[ReceiptSightingId],
) -> Result<(ReceiptRow, Receipt)> {
    let read = write.read();
    let mut rows = Vec::with_capacity(parts.len());
    let mut arrived = None;
    for part in parts {
        rows.push(read.get_receipt_sighting(*part)?);
        arrived = arrived.max(read.find_arrival(*part)?);
    }
    let documents = rows
        .iter()
        .map(|row| Ok(serde_json::from_str(&row.stated)?))
        .collect::<Result<Vec<Receipt>>>()?;
    let mut merged = receipt::merge(&documents);
    if let Some(day) = arrived {
        arrive(&mut merged, day);
    }
    let day = receipt::day_of(&merged).or_else(|| first_day(&rows));
    let currency = merged.currency.as_ref().map(|found| found.value);
    let total = merged.total.as_ref().map(|found| found.value);
    let row = ReceiptRow {
        id,
        counterparty: Merchants::load(read)?.whose(write, &merged)?,
        kind: kind_word(merged.kind).to_owned(),
        day: day.unwrap_or_else(clock::today),
        total_minor: total.and_then(|total| minor(total, currency)),
        currency,
        stated: serde_json::to_string(&merged)?,
    };
    Ok((row, merged))
}

/// The user's word ends every parcel's way.
fn arrive(receipt: &mut Receipt, day: NaiveDate) {
    for parcel in &mut receipt.deliveries {
        if parcel.event < Some(DeliveryEvent::Delivered) {
            parcel.event = Some(DeliveryEvent::Delivered);
            parcel.delivered_on = Some(day);
        }
    }
}

fn first_day(rows: &[ReceiptSightingRow]) -> Option<NaiveDate> {
    let days = rows
        .iter()
        .filter_map(|row| clock::local_day(&row.received_at));
    days.min()
}

fn minor(amount: Decimal, currency: Option<Currency>) -> Option<i64> {
    let (rounded, _) = Money::new(amount, currency?).rounded();
    rounded.to_minor().ok()
}

/// The word of a kind of receipt in the store and on the wire.
pub(crate) fn kind_word(kind: ReceiptKind) -> &'static str {
    match kind {
        ReceiptKind::Order => "order",
        ReceiptKind::Invoice => "invoice",
        ReceiptKind::CreditNote => "creditNote",
        ReceiptKind::Receipt => "receipt",
        ReceiptKind::Shipment => "shipment",
        ReceiptKind::Refund => "refund",
    }
}

/// The conversations that receipts may join.
pub(super) struct Merchants {
    known: HashMap<String, CounterpartyId>,
    own: Own,
}

impl Merchants {
    pub(super) fn load(read: Read<'_>) -> Result<Self> {
        Ok(Merchants {
            known: read.list_counterparty_keys()?,
            own: Own::load(read)?,
        })
    }

    /// The conversation that a receipt waits in until an entry says better: the merchant's by name, else one that is
    /// clearly alike, else a new one.
    pub(super) fn whose(&mut self, write: Write<'_>, receipt: &Receipt) -> Result<CounterpartyId> {
        let name = receipt.merchant.as_ref();
        let name = name.map_or("", |found| found.value.as_str());
        let cleaned = clean(&Descriptor {
            name: Some(name).filter(|name| !name.is_empty()),
            texts: &[],
            code: None,
            money_out: true,
        });
        if let Some(id) = self
            .known
            .get(&cleaned.key)
            .copied()
            .or_else(|| self.alike(name))
        {
            return Ok(self.own.root(id));
        }
        let id = write.add_counterparty(&NewCounterparty {
            key: cleaned.key.clone(),
            name: cleaned.counterparty,
            kind: cleaned.kind.as_str().to_owned(),
        })?;
        self.known.insert(cleaned.key, id);
        Ok(id)
    }

    /// The likest by name; of equals the first by key, the same whatever the order of import.
    fn alike(&self, name: &str) -> Option<CounterpartyId> {
        self.known
            .iter()
            .filter(|(key, _)| !name.is_empty() && !key.contains(':'))
            .map(|(key, id)| (similarity(key, name), key, *id))
            .filter(|(score, ..)| *score >= ALIKE)
            .max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(a.1)))
            .map(|(_, _, id)| id)
    }
}
