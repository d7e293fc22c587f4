//! Receipts that wait, those that found their entries, and what the coming days bring.

use chrono::Days;
use domain::NaiveDate;
use ledger::{GUARANTEE_SOON, Inbox, RETURN_SOON, ReceiptState, ReceiptView};

use super::day;
use super::receipt::{
    candidates, delivery_item, receipt_block, service_items, title, waiting_item,
};
use super::timeline::counterparty_name;
use crate::Words;
use crate::receipts::{DeliveryItem, LinkedItem, ReceiptInbox, ServiceItem, UpcomingItem};

/// Days in which a trader gives money back in the European Union (Directive 2011/83/EU, article 13).
const REFUND_DAYS: Days = Days::new(14);

/// What waits and what is coming.
pub(crate) fn receipt_inbox(inbox: &Inbox, today: NaiveDate, words: &Words) -> ReceiptInbox {
    let mut waiting: Vec<&ReceiptView> = inbox.in_doubt.iter().chain(&inbox.waiting).collect();
    waiting.sort_by_key(|view| std::cmp::Reverse((view.row.day, view.row.id)));
    let mut upcoming: Vec<UpcomingItem> = Vec::new();
    for view in &inbox.told {
        let coming = Coming { view, today, words };
        let parcels = parcels(view, today);
        let services = service_items(view, view.row.day, today);
        upcoming.extend(parcels.iter().map(|one| coming.parcel(one)));
        upcoming.extend(services.iter().filter_map(|one| coming.service(one)));
        let is_waiting = matches!(view.state(), ReceiptState::Waiting | ReceiptState::InDoubt);
        upcoming.extend(Some(coming.refund()).filter(|_| is_waiting && view.is_refund()));
    }
    let next = |one: &UpcomingItem| one.from.clone().or_else(|| one.until.clone());
    upcoming.sort_by_key(|one| (next(one).is_none(), next(one), one.receipt));
    ReceiptInbox {
        waiting: waiting
            .into_iter()
            .map(|view| waiting_item(view, words))
            .collect(),
        in_doubt_count: inbox.in_doubt_count,
        waiting_count: inbox.waiting_count,
        waiting_in: inbox.waiting_in.iter().map(|id| id.0).collect(),
        asking_in: inbox.asking_in.iter().map(|id| id.0).collect(),
        linked: inbox
            .linked
            .iter()
            .map(|view| linked(view, words))
            .collect(),
        upcoming,
    }
}

/// Parcels on their way, the next first.
pub(crate) fn deliveries(views: &[ReceiptView], today: NaiveDate) -> Vec<DeliveryItem> {
    let mut all: Vec<DeliveryItem> = views.iter().flat_map(|view| parcels(view, today)).collect();
    let next = |one: &DeliveryItem| one.from.clone().or_else(|| one.until.clone());
    all.sort_by_key(|one| (next(one).is_none(), next(one), one.receipt));
    all
}

/// The parcels of a receipt that are on their way.
fn parcels(view: &ReceiptView, today: NaiveDate) -> Vec<DeliveryItem> {
    (0..view.receipt.deliveries.len())
        .filter_map(|index| delivery_item(view, index, view.row.day, today))
        .filter(|one| !one.steps.is_empty())
        .collect()
}

/// A receipt that has entries.
fn linked(view: &ReceiptView, words: &Words) -> LinkedItem {
    LinkedItem {
        title: title(view),
        receipt: receipt_block(view),
        is_refund: view.is_refund(),
        entries: candidates(view, true, words),
    }
}

/// What is coming of one receipt.
struct Coming<'a> {
    view: &'a ReceiptView,
    today: NaiveDate,
    words: &'a Words,
}

impl Coming<'_> {
    fn item(&self, kind: &str) -> UpcomingItem {
        let view = self.view;
        UpcomingItem {
            upcoming_kind: kind.to_owned(),
            from: None,
            until: None,
            is_late: false,
            asks_arrival: false,
            event: None,
            money: None,
            receipt: view.row.id.0,
            parcel: None,
            counterparty: view.row.counterparty.0,
            name: counterparty_name(&view.counterparty, self.words),
            title: title(view),
            told: day(view.told_on()),
        }
    }

    fn parcel(&self, parcel: &DeliveryItem) -> UpcomingItem {
        let own = UpcomingItem {
            event: parcel.event.clone(),
            asks_arrival: parcel.asks_arrival,
            parcel: Some(parcel.parcel),
            ..self.item("delivery")
        };
        if parcel.event.as_deref() == Some("pickupReady") {
            let last = parcel.pickup_until.clone();
            return UpcomingItem {
                upcoming_kind: "pickup".to_owned(),
                is_late: last
                    .as_ref()
                    .is_some_and(|last| *last < self.today.to_string()),
                until: last,
                ..own
            };
        }
        UpcomingItem {
            from: parcel.from.clone(),
            until: parcel.until.clone().or_else(|| parcel.from.clone()),
            is_late: parcel.is_late,
            ..own
        }
    }

    /// A last day, once it is near.
    fn service(&self, service: &ServiceItem) -> Option<UpcomingItem> {
        let soon = match service.service_kind.as_str() {
            "return" => RETURN_SOON,
            _ => GUARANTEE_SOON,
        };
        let until: NaiveDate = service.until.parse().ok()?;
        let is_near = self
            .today
            .checked_add_days(soon)
            .is_some_and(|soon| until <= soon);
        is_near.then(|| UpcomingItem {
            until: Some(service.until.clone()),
            ..self.item(&service.service_kind)
        })
    }

    /// Money that is to come back.
    fn refund(&self) -> UpcomingItem {
        let last = self.view.row.day.checked_add_days(REFUND_DAYS);
        UpcomingItem {
            until: last.map(day),
            is_late: last.is_some_and(|last| last < self.today),
            money: waiting_item(self.view, self.words).money,
            ..self.item("refund")
        }
    }
}
