//! What a document says of purchases, as JSON.

use receipt::{Delivery, Found, Receipt, ReceiptLine, ReturnBy, Tax, Warranty};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::json::{DayJson, optional};

/// One receipt. Beside each value that a document states, `found` says by the same key where it stands and how sure it is.
pub(super) struct ReceiptJson<'a>(pub(super) &'a Receipt);

impl Serialize for ReceiptJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let one = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", &one.kind)?;
        map.serialize_entry("merchant", &value(&one.merchant))?;
        optional(&mut map, "merchantLegal", &value(&one.merchant_legal))?;
        if !one.merchant_ids.is_empty() {
            map.serialize_entry("merchantIds", &one.merchant_ids)?;
        }
        optional(&mut map, "toldOn", &one.told_on.map(DayJson))?;
        map.serialize_entry("issuedOn", &day(&one.issued_on))?;
        optional(&mut map, "dueOn", &day(&one.due_on))?;
        map.serialize_entry("total", &value(&one.total))?;
        map.serialize_entry("payable", &value(&one.payable))?;
        optional(&mut map, "prepaid", &value(&one.prepaid))?;
        optional(&mut map, "tip", &value(&one.tip))?;
        map.serialize_entry("currency", &value(&one.currency))?;
        map.serialize_entry("taxTotal", &value(&one.tax_total))?;
        if !one.taxes.is_empty() {
            let taxes: Vec<TaxJson<'_>> = one.taxes.iter().map(TaxJson).collect();
            map.serialize_entry("taxes", &taxes)?;
        }
        map.serialize_entry("orderNumber", &value(&one.order_number))?;
        if !one.other_order_numbers.is_empty() {
            map.serialize_entry("otherOrderNumbers", &one.other_order_numbers)?;
        }
        map.serialize_entry("invoiceNumber", &value(&one.invoice_number))?;
        let lines: Vec<LineJson<'_>> = one.lines.iter().map(LineJson).collect();
        map.serialize_entry("lines", &lines)?;
        let deliveries: Vec<DeliveryJson<'_>> = one.deliveries.iter().map(DeliveryJson).collect();
        map.serialize_entry("deliveries", &deliveries)?;
        payment(one, &mut map)?;
        after(one, &mut map)?;
        map.serialize_entry("found", &PlacesJson(one))?;
        map.end()
    }
}

fn value<T>(found: &Option<Found<T>>) -> Option<&T> {
    found.as_ref().map(|found| &found.value)
}

fn day(found: &Option<Found<domain::NaiveDate>>) -> Option<DayJson> {
    found.as_ref().map(|found| DayJson(found.value))
}

fn payment<M: SerializeMap>(one: &Receipt, map: &mut M) -> Result<(), M::Error> {
    let payment = &one.payment;
    optional(map, "paymentMethod", &value(&payment.method))?;
    optional(map, "cardEnding", &value(&payment.card_ending))?;
    optional(
        map,
        "statementDescriptor",
        &value(&payment.statement_descriptor),
    )?;
    optional(map, "mandateId", &value(&payment.mandate_id))?;
    if !payment.instalments.is_empty() {
        map.serialize_entry("instalments", &payment.instalments)?;
    }
    Ok(())
}

fn after<M: SerializeMap>(one: &Receipt, map: &mut M) -> Result<(), M::Error> {
    match value(&one.return_by) {
        Some(ReturnBy::Day(day)) => map.serialize_entry("returnBy", &DayJson(*day))?,
        Some(ReturnBy::DaysAfterReceipt(days)) => map.serialize_entry("returnDays", days)?,
        None => {}
    }
    match value(&one.warranty) {
        Some(Warranty::Until(day)) => map.serialize_entry("warrantyUntil", &DayJson(*day)),
        Some(Warranty::Months(months)) => map.serialize_entry("warrantyMonths", months),
        None => Ok(()),
    }
}

struct TaxJson<'a>(&'a Tax);

impl Serialize for TaxJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        optional(&mut map, "rate", &self.0.rate)?;
        optional(&mut map, "base", &self.0.base)?;
        map.serialize_entry("amount", &self.0.amount)?;
        map.end()
    }
}

struct LineJson<'a>(&'a ReceiptLine);

impl Serialize for LineJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("name", &self.0.name)?;
        map.serialize_entry("quantity", &self.0.quantity)?;
        map.serialize_entry("amount", &self.0.amount)?;
        map.end()
    }
}

struct DeliveryJson<'a>(&'a Delivery);

impl Serialize for DeliveryJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parcel = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("event", &parcel.event)?;
        map.serialize_entry("expectedFrom", &parcel.expected_from.map(DayJson))?;
        map.serialize_entry("expectedUntil", &parcel.expected_until.map(DayJson))?;
        map.serialize_entry("deliveredOn", &parcel.delivered_on.map(DayJson))?;
        optional(&mut map, "pickupUntil", &parcel.pickup_until.map(DayJson))?;
        map.serialize_entry("carrier", &value(&parcel.carrier))?;
        map.serialize_entry("trackingNumber", &value(&parcel.tracking_number))?;
        map.end()
    }
}

/// Where each value stands.
struct PlacesJson<'a>(&'a Receipt);

impl Serialize for PlacesJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let one = self.0;
        let mut map = serializer.serialize_map(None)?;
        optional(&mut map, "merchant", &place(&one.merchant))?;
        optional(&mut map, "issuedOn", &place(&one.issued_on))?;
        optional(&mut map, "dueOn", &place(&one.due_on))?;
        optional(&mut map, "total", &place(&one.total))?;
        optional(&mut map, "payable", &place(&one.payable))?;
        optional(&mut map, "prepaid", &place(&one.prepaid))?;
        optional(&mut map, "tip", &place(&one.tip))?;
        optional(&mut map, "currency", &place(&one.currency))?;
        optional(&mut map, "taxTotal", &place(&one.tax_total))?;
        optional(&mut map, "orderNumber", &place(&one.order_number))?;
        optional(&mut map, "invoiceNumber", &place(&one.invoice_number))?;
        optional(&mut map, "returnBy", &place(&one.return_by))?;
        optional(&mut map, "warranty", &place(&one.warranty))?;
        map.end()
    }
}

fn place<T>(found: &Option<Found<T>>) -> Option<PlaceJson<'_>> {
    found.as_ref().map(|found| PlaceJson {
        origin: found.origin,
        confidence: found.confidence,
        place: &found.place,
    })
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    origin: receipt::Origin,
    confidence: u8,
    place: &'a str,
}
