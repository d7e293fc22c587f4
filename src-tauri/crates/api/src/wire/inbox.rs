//! Receipts that wait, those that found their entries, and what the coming days bring.

use chrono::Days;
use domain::NaiveDate;
use ledger::{ReceiptState, ReceiptView};

use super::day;
use super::receipt::{
    candidates, delivery_item, receipt_block, service_items, title, waiting_item,
};
use super::timeline::counterparty_name;
use crate::Words;
use crate::receipts::{DeliveryItem, LinkedItem, ReceiptInbox, ServiceItem, UpcomingItem};

/// Receipts that found their entries are listed up to this many.
const MOST_LINKED: usize = 20;
/// A last day to send something back is told of so many days before.
const RETURN_SOON: Days = Days::new(14);
/// The end of a guarantee is told of so many days before.
const GUARANTEE_SOON: Days = Days::new(30);
/// Days in which a trader gives money back in the European Union (Directive 2011/83/EU, article 13).
const REFUND_DAYS: Days = Days::new(14);

/// What waits and what is coming.
pub(crate) fn receipt_inbox(
    views: &[ReceiptView],
    today: NaiveDate,
    words: &Words,
) -> ReceiptInbox {
    let mut inbox = ReceiptInbox {
        waiting: Vec::new(),
        deliveries: Vec::new(),
        services: Vec::new(),
        linked: linked(views, words),
        upcoming: Vec::new(),
    };
    for view in views {
        let is_waiting = matches!(view.state(), ReceiptState::Waiting | ReceiptState::InDoubt);
        if is_waiting {
            inbox.waiting.push(waiting_item(view, words));
        }
        let parcels = 0..view.receipt.deliveries.len();
        let parcels = parcels.filter_map(|index| delivery_item(view, index, view.row.day, today));
        let parcels: Vec<DeliveryItem> = parcels.filter(|one| !one.steps.is_empty()).collect();
        let services = service_items(view, view.row.day, today);
        let coming = Coming { view, today, words };
        inbox
            .upcoming
            .extend(parcels.iter().map(|one| coming.parcel(one)));
        inbox
            .upcoming
            .extend(services.iter().filter_map(|one| coming.service(one)));
        inbox
            .upcoming
            .extend(Some(coming.refund()).filter(|_| is_waiting && view.is_refund()));
        inbox.deliveries.extend(parcels);
        inbox.services.extend(services);
    }
    let next = |one: &DeliveryItem| one.from.clone().or_else(|| one.until.clone());
    inbox
        .deliveries
        .sort_by_key(|one| (next(one).is_none(), next(one), one.receipt));
    inbox
        .services
        .sort_by(|a, b| (&a.until, a.receipt).cmp(&(&b.until, b.receipt)));
    let next = |one: &UpcomingItem| one.from.clone().or_else(|| one.until.clone());
    inbox
        .upcoming
        .sort_by_key(|one| (next(one).is_none(), next(one), one.receipt));
    inbox
}

/// The receipts that have entries, those that came last first.
fn linked(views: &[ReceiptView], words: &Words) -> Vec<LinkedItem> {
    let mut linked: Vec<&ReceiptView> = views
        .iter()
        .filter(|view| view.state() == ReceiptState::Linked)
        .collect();
    let came = |view: &ReceiptView| {
        let documents = view.documents.iter();
        documents.map(|one| one.received_at.clone()).max()
    };
    linked.sort_by_cached_key(|view| std::cmp::Reverse((came(view), view.row.id)));
    linked.truncate(MOST_LINKED);
    linked
        .into_iter()
        .map(|view| LinkedItem {
            title: title(view),
            receipt: receipt_block(view),
            is_refund: view.is_refund(),
            entries: candidates(view, true, words),
        })
        .collect()
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
