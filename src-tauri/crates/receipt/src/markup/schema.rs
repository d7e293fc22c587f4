//! schema.org's `Order`, `ParcelDelivery` and `Invoice` as receipts. Other types (reservations, events, offers) are none.

use domain::{Currency, Decimal, NaiveDate};
use serde_json::Value;

use crate::label::amounts;
use crate::{Delivery, DeliveryEvent, Found, Origin, Receipt, ReceiptKind, ReceiptLine};

/// The receipts that these objects are, several parcels and the order they belong to as one.
pub(crate) fn receipts(values: &[Value]) -> Vec<Receipt> {
    let mut found: Vec<Receipt> = Vec::new();
    for value in values {
        let receipt = match kind(value) {
            "Order" => order(value),
            "ParcelDelivery" => parcel(value),
            "Invoice" => invoice(value),
            _ => continue,
        };
        let same = |one: &&mut Receipt| match (&one.order_number, &receipt.order_number) {
            (Some(a), Some(b)) => a.value == b.value,
            _ => **one == receipt,
        };
        match found.iter_mut().find(same) {
            Some(known) => join(known, receipt),
            None => found.push(receipt),
        }
    }
    found.retain(|one| {
        one.total.is_some() || one.order_number.is_some() || !one.deliveries.is_empty()
    });
    found
}

fn join(known: &mut Receipt, other: Receipt) {
    known.total = known.total.take().or(other.total);
    known.currency = known.currency.take().or(other.currency);
    known.merchant = known.merchant.take().or(other.merchant);
    if known.lines.is_empty() {
        known.lines = other.lines;
    }
    for delivery in other.deliveries {
        if !known.deliveries.contains(&delivery) {
            known
                .deliveries
                .retain(|one| one.tracking_number.is_some() || one.expected_until.is_some());
            known.deliveries.push(delivery);
        }
    }
}

/// The type without its vocabulary.
fn kind(value: &Value) -> &str {
    let kind = match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.first(),
        other => other,
    };
    let kind = kind.and_then(Value::as_str).unwrap_or_default();
    kind.rsplit(['/', '#', ':']).next().unwrap_or(kind)
}

fn text<'a>(value: &'a Value, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| {
        let field = value.get(name)?;
        let one = field
            .as_array()
            .and_then(|all| all.first())
            .unwrap_or(field);
        one.as_str().map(str::trim).filter(|text| !text.is_empty())
    })
}

/// A name, of a string or of a thing that has one.
fn named(value: &Value, names: &[&str]) -> Option<Found<String>> {
    names.iter().find_map(|name| {
        let field = value.get(name)?;
        let one = field
            .as_array()
            .and_then(|all| all.first())
            .unwrap_or(field);
        let said = one
            .as_str()
            .or_else(|| text(one, &["name", "legalName"]))?
            .trim();
        (!said.is_empty() && !said.starts_with("http")).then(|| found(said.to_owned(), name))
    })
}

fn found<T>(value: T, place: &str) -> Found<T> {
    Found::new(value, Origin::Markup, place)
}

fn day(value: &Value, names: &[&str]) -> Option<NaiveDate> {
    names
        .iter()
        .find_map(|name| text(value, &[name])?.get(..10)?.parse().ok())
}

fn number(text: &str) -> Option<Decimal> {
    text.parse()
        .ok()
        .or_else(|| amounts(text).first().map(|amount| amount.value))
}

/// A price: of the thing itself, or of a specification of it.
fn price(value: &Value) -> (Option<Decimal>, Option<Currency>) {
    let of = |one: &Value| {
        let written = text(one, &["price", "value", "totalPrice", "minPrice"]);
        let code = text(one, &["priceCurrency", "currency"]).and_then(|code| code.parse().ok());
        let sign = || amounts(written?).first().and_then(|amount| amount.currency);
        (written.and_then(number), code.or_else(sign))
    };
    let (amount, code) = of(value);
    let parts = [
        "priceSpecification",
        "totalPaymentDue",
        "totalPrice",
        "price",
    ];
    let inner = parts.iter().filter_map(|name| value.get(name));
    let firsts = inner
        .map(|one| one.as_array().and_then(|all| all.first()).unwrap_or(one))
        .map(of);
    firsts.fold((amount, code), |(amount, code), (other, its)| {
        (amount.or(other), code.or(its))
    })
}

fn members<'a>(value: &'a Value, names: &[&str]) -> Vec<&'a Value> {
    let fields = names.iter().filter_map(|name| value.get(name));
    fields
        .flat_map(|field| match field {
            Value::Array(all) => all.iter().take(1000).collect::<Vec<_>>(),
            one => vec![one],
        })
        .collect()
}

fn order(value: &Value) -> Receipt {
    let (total, currency) = price(value);
    let offers = members(value, &["acceptedOffer", "orderedItem"]);
    let currency = currency.or_else(|| offers.iter().find_map(|offer| price(offer).1));
    let mut deliveries: Vec<Delivery> = members(value, &["orderDelivery"])
        .into_iter()
        .filter(|one| one.is_object())
        .map(delivery)
        .collect();
    let own = delivery_fields(value);
    let event = event_of(text(value, &["orderStatus"])).or(Some(DeliveryEvent::Ordered));
    match deliveries.first_mut() {
        Some(first) => first.event = first.event.max(event),
        None => deliveries.push(Delivery { event, ..own }),
    }
    Receipt {
        kind: ReceiptKind::Order,
        merchant: named(value, &["merchant", "seller"]),
        issued_on: day(value, &["orderDate"]).map(|day| found(day, "orderDate")),
        total: total.map(|total| found(total, "price")),
        currency: currency.map(|code| found(code, "priceCurrency")),
        order_number: text(value, &["orderNumber", "confirmationNumber"])
            .map(|one| found(one.to_owned(), "orderNumber")),
        lines: offers.iter().filter_map(|offer| line(offer)).collect(),
        deliveries,
        ..Receipt::default()
    }
}

fn line(offer: &Value) -> Option<ReceiptLine> {
    let name = text(offer, &["name"])
        .map(str::to_owned)
        .or_else(|| named(offer, &["itemOffered", "orderedItem"]).map(|name| name.value))?;
    let quantity = text(offer, &["orderQuantity", "quantity"]).and_then(number);
    let eligible = || {
        offer
            .get("eligibleQuantity")
            .and_then(|one| text(one, &["value"]).or(one.as_str()))
            .and_then(number)
    };
    Some(ReceiptLine {
        name,
        quantity: quantity.or_else(eligible),
        amount: price(offer).0,
    })
}

fn parcel(value: &Value) -> Receipt {
    let order = value.get("partOfOrder").unwrap_or(&Value::Null);
    let mut delivery = delivery(value);
    delivery.event = delivery
        .event
        .or(event_of(text(order, &["orderStatus"])))
        .or(Some(DeliveryEvent::Shipped));
    let shipped = members(value, &["itemShipped"]);
    Receipt {
        kind: ReceiptKind::Shipment,
        merchant: named(order, &["merchant", "seller"])
            .or_else(|| named(value, &["originAddress"])),
        issued_on: day(order, &["orderDate"]).map(|day| found(day, "orderDate")),
        order_number: text(order, &["orderNumber"]).map(|one| found(one.to_owned(), "orderNumber")),
        lines: shipped.iter().filter_map(|one| line(one)).collect(),
        deliveries: vec![delivery],
        ..Receipt::default()
    }
}

fn delivery(value: &Value) -> Delivery {
    let status = text(value, &["deliveryStatus"]).or_else(|| {
        value
            .get("deliveryStatus")
            .and_then(|one| text(one, &["name", "@type"]))
    });
    Delivery {
        event: event_of(status),
        ..delivery_fields(value)
    }
}

fn delivery_fields(value: &Value) -> Delivery {
    Delivery {
        expected_from: day(value, &["expectedArrivalFrom"]),
        expected_until: day(value, &["expectedArrivalUntil"]),
        carrier: named(value, &["carrier", "provider"]),
        tracking_number: text(value, &["trackingNumber"])
            .map(|one| found(one.to_owned(), "trackingNumber")),
        ..Delivery::default()
    }
}

fn invoice(value: &Value) -> Receipt {
    let (total, currency) = price(value);
    let order = members(value, &["referencesOrder"]);
    let number = text(
        value,
        &["invoiceNumber", "identifier", "confirmationNumber"],
    );
    Receipt {
        kind: ReceiptKind::Invoice,
        merchant: named(value, &["provider", "broker", "seller"]),
        issued_on: day(value, &["dateIssued", "dateCreated"]).map(|day| found(day, "dateCreated")),
        due_on: day(value, &["paymentDueDate", "paymentDue"])
            .map(|day| found(day, "paymentDueDate")),
        total: total.map(|total| found(total, "totalPaymentDue")),
        currency: currency.map(|code| found(code, "priceCurrency")),
        order_number: order
            .first()
            .and_then(|one| text(one, &["orderNumber"]))
            .map(|one| found(one.to_owned(), "orderNumber")),
        invoice_number: number.map(|one| found(one.to_owned(), "confirmationNumber")),
        ..Receipt::default()
    }
}

/// `OrderStatus` and the words that senders put in its place.
fn event_of(status: Option<&str>) -> Option<DeliveryEvent> {
    let word = status?.rsplit(['/', '#']).next()?.to_ascii_lowercase();
    Some(match word.as_str() {
        "orderdelivered" | "delivered" => DeliveryEvent::Delivered,
        "orderintransit" | "intransit" | "ordershipped" | "shipped" => DeliveryEvent::Shipped,
        "orderpickupavailable" | "pickupavailable" => DeliveryEvent::PickupReady,
        "orderproblem" | "delayed" => DeliveryEvent::Delayed,
        "ordercancelled" | "orderreturned" | "cancelled" | "returned" => DeliveryEvent::Returned,
        "outfordelivery" => DeliveryEvent::OutForDelivery,
        "orderprocessing" | "orderpaymentdue" | "processing" => DeliveryEvent::Ordered,
        _ => return None,
    })
}
