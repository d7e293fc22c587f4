//! Receipts that wait, that found their entries lately, and that have something to tell: as many as are shown, however many
//! there are.

use std::collections::BTreeSet;

use chrono::Days;
use domain::{CounterpartyId, NaiveDate};
use receipt::{DeliveryEvent, Receipt, deadlines};
use store::{Read, ReceiptDay, ReceiptRow, Telling};

use super::{ReceiptView, view};
use crate::{Ledger, Result};

/// A last day to send something back is told of so many days before.
pub const RETURN_SOON: Days = Days::new(14);
/// The end of a guarantee is told of so many days before.
pub const GUARANTEE_SOON: Days = Days::new(30);
/// A parcel that nobody heard of for so many days after its promise is no news any more.
const PARCEL_LATE: Days = Days::new(92);
/// Nor is money that was promised so many days ago.
const REFUND_LATE: Days = Days::new(366);
/// Receipts that found their entries are listed up to this many.
const MOST_LINKED: u32 = 20;
/// The rules that [`days_of`] reads days by. A change of them counts up, and receipts are read anew.
const VERSION: i64 = 1;

/// What waits and what is coming.
#[derive(Debug, Default)]
pub struct Inbox {
    /// Receipts that entries may have paid for, newest first: as many as were asked for.
    pub in_doubt: Vec<ReceiptView>,
    /// Receipts that no entry has paid for yet, newest first: as many as were asked for.
    pub waiting: Vec<ReceiptView>,
    /// How many are in doubt.
    pub in_doubt_count: u32,
    /// How many others wait.
    pub waiting_count: u32,
    /// The conversations in which any of them waits.
    pub waiting_in: Vec<CounterpartyId>,
    /// The conversations with a question that only the user can answer: which entry paid, whether a parcel came.
    pub asking_in: BTreeSet<CounterpartyId>,
    /// Receipts that found their entries, the one that came last first.
    pub linked: Vec<ReceiptView>,
    /// Receipts that have something to tell.
    pub told: Vec<ReceiptView>,
}

impl Ledger {
    /// What waits and what is coming, with no more than `limit` receipts of a kind.
    ///
    /// # Errors
    /// The store's.
    pub fn inbox(&self, limit: u32) -> Result<Inbox> {
        let today = self.today();
        self.store.read(|read| {
            let (waiting, in_doubt) = read.count_waiting()?;
            let waiting_in = read.list_waiting_in()?;
            let told = views(read, read.list_told(&telling(today))?)?;
            let asking = told.iter().filter(|view| view.asks_for_arrival(today));
            let doubts = waiting_in.iter().filter(|(_, is_in_doubt)| *is_in_doubt);
            let doubts = doubts.map(|(id, _)| *id);
            Ok(Inbox {
                asking_in: doubts
                    .chain(asking.map(|view| view.row.counterparty))
                    .collect(),
                in_doubt: views(read, read.list_waiting(true, limit)?)?,
                waiting: views(read, read.list_waiting(false, limit)?)?,
                in_doubt_count: in_doubt,
                waiting_count: waiting.saturating_sub(in_doubt),
                waiting_in: waiting_in.into_iter().map(|(id, _)| id).collect(),
                linked: views(read, read.list_linked(MOST_LINKED)?)?,
                told,
            })
        })
    }

    /// The receipts of parcels that are to come today or later.
    ///
    /// # Errors
    /// The store's.
    pub fn parcels(&self) -> Result<Vec<ReceiptView>> {
        let today = self.today();
        let nothing_else = Telling {
            today,
            parcels_from: today,
            refunds_from: today.succ_opt().unwrap_or(today),
            returns_until: today.pred_opt().unwrap_or(today),
            guarantees_until: today.pred_opt().unwrap_or(today),
        };
        self.store
            .read(|read| views(read, read.list_told(&nothing_else)?))
    }
}

fn views(read: Read<'_>, rows: Vec<ReceiptRow>) -> Result<Vec<ReceiptView>> {
    rows.into_iter().map(|row| view(read, row)).collect()
}

fn telling(today: NaiveDate) -> Telling {
    let before = |days| today.checked_sub_days(days).unwrap_or(today);
    let after = |days| today.checked_add_days(days).unwrap_or(today);
    Telling {
        today,
        parcels_from: before(PARCEL_LATE),
        refunds_from: before(REFUND_LATE),
        returns_until: after(RETURN_SOON),
        guarantees_until: after(GUARANTEE_SOON),
    }
}

/// The days on which a receipt has something to tell; `day` is its own.
pub(super) fn days_of(receipt: &Receipt, day: NaiveDate) -> Vec<ReceiptDay> {
    let on_their_way = receipt
        .deliveries
        .iter()
        .filter(|parcel| parcel.event < Some(DeliveryEvent::Delivered));
    let parcel = on_their_way
        .map(|parcel| {
            let promised = [
                parcel.expected_from,
                parcel.expected_until,
                parcel.pickup_until,
            ];
            promised.into_iter().flatten().max().unwrap_or(day)
        })
        .max();
    let ends = deadlines(receipt);
    let until = |deadline: Option<receipt::Deadline>| deadline.map(|one| one.until);
    [
        ("parcel", parcel),
        ("return", until(ends.return_by)),
        ("guarantee", until(ends.guarantee)),
        ("warranty", until(ends.warranty)),
    ]
    .into_iter()
    .filter_map(|(kind, day)| Some(ReceiptDay { kind, day: day? }))
    .collect()
}

/// Reads the days of all receipts anew where they were read by older rules.
pub(crate) fn renew(ledger: &Ledger) -> Result<()> {
    if ledger.store.read(|read| read.receipt_version())? == VERSION {
        return Ok(());
    }
    ledger.store.write(|write| {
        for row in write.read().list_receipts()? {
            let receipt: Receipt = serde_json::from_str(&row.stated)?;
            write.put_receipt_days(row.id, &days_of(&receipt, row.day))?;
        }
        Ok(write.set_receipt_version(VERSION)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use receipt::{Delivery, ReturnBy};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_receipt_tells_of_its_parcel_until_it_is_there_and_then_of_its_last_days() {
        let mut receipt = Receipt {
            deliveries: vec![Delivery {
                event: Some(DeliveryEvent::Shipped),
                expected_until: Some(day("2026-10-23")),
                ..Delivery::default()
            }],
            ..Receipt::default()
        };
        let own = day("2026-10-18");
        let kinds = |receipt: &Receipt| -> Vec<(&str, String)> {
            let days = days_of(receipt, own).into_iter();
            days.map(|one| (one.kind, one.day.to_string())).collect()
        };
        assert_eq!(kinds(&receipt), [("parcel", "2026-10-23".to_owned())]);
        receipt.deliveries[0].expected_until = None;
        assert_eq!(
            kinds(&receipt),
            [("parcel", "2026-10-18".to_owned())],
            "without a promise, the day it was told of"
        );
        receipt.deliveries[0].event = Some(DeliveryEvent::Delivered);
        receipt.deliveries[0].delivered_on = Some(day("2026-10-24"));
        assert_eq!(
            kinds(&receipt),
            [
                ("return", "2026-11-07".to_owned()),
                ("guarantee", "2028-10-24".to_owned())
            ]
        );
        receipt.return_by = Some(receipt::Found::new(
            ReturnBy::Day(day("2026-12-01")),
            receipt::Origin::Label,
            "",
        ));
        assert_eq!(kinds(&receipt)[0], ("return", "2026-12-01".to_owned()));
    }
}
