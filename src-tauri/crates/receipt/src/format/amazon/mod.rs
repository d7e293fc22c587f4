//! Amazon's export of one's own data: the order history (one row per article) and the refunds.
//!
//! The header alone tells them, in either generation: `Total Owed` or `Total Amount`, `Quantity` or `Original Quantity`. Rows of
//! one order are one receipt. Prices per article stand without tax; what was owed for a row is its whole price, with tax,
//! shipping and discounts, so those add up to the order's total.

mod table;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{Currency, Decimal};
use source::{Diagnostic, Risk, Sniff, Source};

use super::Format;
use crate::carrier::{Context, in_text, of_domain};
use crate::{Delivery, DeliveryEvent, Found, Origin, Reading, Receipt, ReceiptKind, ReceiptLine};
use table::{Record, Records};

pub(super) const FORMAT: Format = Format {
    id: "amazonOrders",
    title: "Amazon",
    specification: "Amazon, Request Your Data: Retail.OrderHistory, Retail.OrdersReturned.Payments, Order History, Refund Details",
    risk: Risk::Bounded,
    sniff,
    parse: |source, _| read(source.text()),
};

/// What the header has been called.
const ORDER: &[&str] = &["order id", "orderid"];
const ORDERED: &[&str] = &["order date"];
const CURRENCY: &[&str] = &["currency", "base currency code"];
const OWED: &[&str] = &["total owed", "total amount"];
const TAX: &[&str] = &["unit price tax"];
const SHIPMENT_TAX: &[&str] = &["shipment item subtotal tax"];
const QUANTITY: &[&str] = &["quantity", "original quantity"];
const PRODUCT: &[&str] = &["product name"];
const ASIN: &[&str] = &["asin"];
const WEBSITE: &[&str] = &["website"];
const STATUS: &[&str] = &["order status"];
const SHIPMENT: &[&str] = &["shipment status"];
const SHIPPED: &[&str] = &["ship date"];
const CARRIER: &[&str] = &[
    "carrier name & tracking number",
    "carrier name and tracking number",
];
const PAID_BY: &[&str] = &["payment instrument type", "payment method type"];
const REFUNDED: &[&str] = &["amountrefunded", "refund amount"];
const REFUNDED_ON: &[&str] = &["refundcompletiondate", "refund date"];

/// Where columns stand.
struct Columns(HashMap<String, usize>);

impl Columns {
    fn of(header: &Record) -> Self {
        let names = header.fields.iter().enumerate();
        Columns(
            names
                .map(|(at, name)| (name.to_lowercase(), at))
                .rev()
                .collect(),
        )
    }

    fn has(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.0.contains_key(*name))
    }

    /// A cell that says something: Amazon writes `Not Available` and `Not Applicable` where nothing does.
    fn cell<'a>(&self, record: &'a Record, names: &[&str]) -> Option<&'a str> {
        let at = names.iter().find_map(|name| self.0.get(*name))?;
        let cell = record.fields.get(*at)?.as_str();
        let cell = cell.strip_prefix('\'').unwrap_or(cell);
        let cell = cell.strip_suffix('\'').unwrap_or(cell).trim();
        let is_none = ["not available", "not applicable", "n/a", ""]
            .iter()
            .any(|none| cell.eq_ignore_ascii_case(none));
        (!is_none).then_some(cell)
    }
}

/// What a header is of.
fn kind(columns: &Columns) -> Option<ReceiptKind> {
    let is_orders = columns.has(ASIN)
        && columns.has(WEBSITE)
        && [ORDER, ORDERED, OWED, CURRENCY, PRODUCT]
            .iter()
            .all(|names| columns.has(names));
    let is_refunds = [ORDER, REFUNDED, REFUNDED_ON, CURRENCY]
        .iter()
        .all(|names| columns.has(names));
    match (is_orders, is_refunds) {
        (true, _) => Some(ReceiptKind::Order),
        (false, true) => Some(ReceiptKind::Refund),
        (false, false) => None,
    }
}

fn sniff(source: &Source<'_>) -> Sniff {
    // A document of another kind is not decoded for this.
    const HEAD: usize = 4096;
    let head = source.bytes().get(..HEAD).unwrap_or(source.bytes());
    if memchr::memchr(b',', head).is_none() || !(has(head, b"rder ID") || has(head, b"rderID")) {
        return Sniff::No;
    }
    let header = Records::new(source.text()).next();
    match header.and_then(|header| kind(&Columns::of(&header))) {
        Some(_) => Sniff::Certain("evidence-amazon-orders"),
        None => Sniff::No,
    }
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(bytes, part).is_some()
}

fn read(text: &str) -> Reading {
    let mut records = Records::new(text);
    let Some(header) = records.next() else {
        return Reading::refused(Diagnostic::info("receiptNone"));
    };
    let columns = Columns::of(&header);
    let rows = records.filter(|record| !record.is_empty());
    let mut reading = match kind(&columns) {
        Some(ReceiptKind::Refund) => refunds(rows, &columns, text),
        _ => orders(rows, &columns, text),
    };
    if reading.receipts.is_empty() && reading.diagnostics.is_empty() {
        reading = Reading::refused(Diagnostic::info("receiptNone"));
    }
    reading
}

/// A row that is not understood, which is told and costs nothing but itself.
fn unread(text: &str, record: &Record, field: &str, found: &str) -> Diagnostic {
    Diagnostic::warning("amazonRow")
        .found(found)
        .at(text, record.line, record.bytes.clone())
        .field(field)
        .costs_row()
}

fn orders(rows: impl Iterator<Item = Record>, columns: &Columns, text: &str) -> Reading {
    let mut reading = Reading::default();
    let mut places: HashMap<String, usize> = HashMap::new();
    for record in rows {
        let Some(number) = columns.cell(&record, ORDER) else {
            reading
                .diagnostics
                .push(unread(text, &record, "Order ID", ""));
            continue;
        };
        let row = match row(&record, columns, text) {
            Ok(row) => row,
            Err(finding) => {
                reading.diagnostics.push(*finding);
                continue;
            }
        };
        let at = *places.entry(number.to_owned()).or_insert_with(|| {
            reading.receipts.push(order(number, &record, columns, &row));
            reading.receipts.len() - 1
        });
        if let Some(receipt) = reading.receipts.get_mut(at) {
            add(receipt, row);
        }
    }
    for receipt in &mut reading.receipts {
        finish(receipt);
    }
    reading
}

/// What a row of the order history says.
struct Row {
    ordered: Option<NaiveDate>,
    owed: Decimal,
    tax: Decimal,
    currency: Option<Currency>,
    line: ReceiptLine,
    is_cancelled: bool,
    delivery: Option<Delivery>,
}

fn row(record: &Record, columns: &Columns, text: &str) -> Result<Row, Box<Diagnostic>> {
    let refuse = |field: &str, found: &str| Box::new(unread(text, record, field, found));
    let is_cancelled = [STATUS, SHIPMENT]
        .iter()
        .filter_map(|names| columns.cell(record, names))
        .any(|status| status.to_ascii_lowercase().starts_with("cancel"));
    let owed = match columns.cell(record, OWED) {
        Some(cell) => decimal(cell).ok_or_else(|| refuse("Total Owed", cell))?,
        None if is_cancelled => Decimal::ZERO,
        None => return Err(refuse("Total Owed", "")),
    };
    let ordered = match columns.cell(record, ORDERED) {
        Some(cell) => Some(day(cell).ok_or_else(|| refuse("Order Date", cell))?),
        None => None,
    };
    let quantity = columns.cell(record, QUANTITY).and_then(decimal);
    let tax_each = columns.cell(record, TAX).and_then(decimal);
    let tax_shipment = columns.cell(record, SHIPMENT_TAX).and_then(decimal);
    let tax = match (tax_each, quantity) {
        (Some(each), Some(count)) => each.checked_mul(count).unwrap_or(each),
        (Some(each), None) => each,
        (None, _) => tax_shipment.unwrap_or_default(),
    };
    Ok(Row {
        ordered,
        owed,
        tax,
        currency: columns
            .cell(record, CURRENCY)
            .and_then(|code| code.parse().ok()),
        line: ReceiptLine {
            name: columns
                .cell(record, PRODUCT)
                .unwrap_or_default()
                .chars()
                .take(300)
                .collect(),
            quantity,
            amount: Some(owed),
        },
        is_cancelled,
        delivery: delivery(record, columns),
    })
}

fn order(number: &str, record: &Record, columns: &Columns, row: &Row) -> Receipt {
    let site = columns.cell(record, WEBSITE).unwrap_or("Amazon");
    let domain = site.trim().to_lowercase();
    let paid_by = columns.cell(record, PAID_BY);
    let mut receipt = Receipt {
        kind: ReceiptKind::Order,
        merchant: Some(field(site.to_owned(), "Website")),
        merchant_ids: if domain.contains('.') {
            vec![domain]
        } else {
            Vec::new()
        },
        order_number: Some(field(number.to_owned(), "Order ID")),
        currency: row.currency.map(|code| field(code, "Currency")),
        ..Receipt::default()
    };
    receipt.payment.method = paid_by.map(|words| field(words.to_owned(), "Payment"));
    receipt.payment.card_ending = paid_by
        .and_then(card)
        .map(|digits| field(digits, "Payment"));
    receipt
}

/// `Visa - 9371`: the digits of the only card.
fn card(words: &str) -> Option<String> {
    let mut digits = words
        .split(|sign: char| !sign.is_ascii_digit())
        .filter(|part| part.len() == 4);
    let first = digits.next()?;
    digits.next().is_none().then(|| first.to_owned())
}

fn add(receipt: &mut Receipt, row: Row) {
    let is_earlier = |known: &Found<NaiveDate>, day: NaiveDate| known.value <= day;
    if let Some(day) = row.ordered
        && !receipt
            .issued_on
            .as_ref()
            .is_some_and(|known| is_earlier(known, day))
    {
        receipt.issued_on = Some(field(day, "Order Date"));
    }
    if row.is_cancelled {
        let known = receipt
            .deliveries
            .iter()
            .any(|one| one.event == Some(DeliveryEvent::Returned));
        if !known {
            receipt.deliveries.push(Delivery {
                event: Some(DeliveryEvent::Returned),
                ..Delivery::default()
            });
        }
        return;
    }
    if let Some(delivery) = row.delivery
        && !receipt.deliveries.contains(&delivery)
    {
        receipt.deliveries.push(delivery);
    }
    let sum = |known: &Option<Found<Decimal>>, more: Decimal| {
        let known = known.as_ref().map_or(Decimal::ZERO, |found| found.value);
        known.checked_add(more).unwrap_or(known)
    };
    receipt.total = Some(field(sum(&receipt.total, row.owed), "Total Owed"));
    receipt.tax_total = Some(field(sum(&receipt.tax_total, row.tax), "Unit Price Tax"));
    receipt.lines.push(row.line);
}

/// What the rows of an order say together: a cancelled article beside one that came is no parcel, and no tax is none.
fn finish(receipt: &mut Receipt) {
    if receipt.total.is_some() {
        receipt
            .deliveries
            .retain(|one| one.event != Some(DeliveryEvent::Returned));
    } else {
        receipt.currency = None;
    }
    receipt.tax_total = receipt.tax_total.take().filter(|tax| {
        let total = receipt.total.as_ref();
        !tax.value.is_zero() && total.is_some_and(|total| tax.value < total.value)
    });
}

/// `AMZN_FR(TBA123)`, `COLISSIMO(6A…)`: what carries the article, and since when.
fn delivery(record: &Record, columns: &Columns) -> Option<Delivery> {
    let status = columns
        .cell(record, SHIPMENT)
        .unwrap_or_default()
        .to_ascii_lowercase();
    let shipped = columns.cell(record, SHIPPED).and_then(day);
    let carried = columns.cell(record, CARRIER);
    let event = match status.as_str() {
        "delivered" => Some(DeliveryEvent::Delivered),
        "shipped" => Some(DeliveryEvent::Shipped),
        _ => (shipped.is_some() || carried.is_some()).then_some(DeliveryEvent::Shipped),
    }?;
    let (name, number) = carried
        .and_then(|words| words.split_once('('))
        .map_or((carried.unwrap_or_default(), ""), |(name, rest)| {
            (name, rest.split(')').next().unwrap_or_default())
        });
    let known = in_text(Context {
        text: number,
        sender: "",
        links: &[],
    });
    let carrier = carrier(name).or_else(|| {
        known
            .first()
            .and_then(|parcel| parcel.carrier)
            .map(str::to_owned)
    });
    let number = number.trim();
    Some(Delivery {
        event: Some(event),
        carrier: carrier.map(|name| field(name, "Carrier Name & Tracking Number")),
        tracking_number: (number.len() >= 6)
            .then(|| field(number.to_owned(), "Carrier Name & Tracking Number")),
        ..Delivery::default()
    })
}

/// A carrier as Amazon abbreviates it.
fn carrier(name: &str) -> Option<String> {
    let name = name.trim();
    let first = name
        .split(['_', ' ', '-'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    if first.is_empty() {
        return None;
    }
    let known = match first.as_str() {
        "amzn" | "amazon" | "atsp" | "swa" => Some("Amazon Logistics"),
        other => crate::carrier::named(name).or_else(|| of_domain(other)),
    };
    Some(known.map_or_else(|| name.to_owned(), str::to_owned))
}

fn refunds(rows: impl Iterator<Item = Record>, columns: &Columns, text: &str) -> Reading {
    let mut reading = Reading::default();
    for record in rows {
        let (Some(number), Some(amount)) = (
            columns.cell(&record, ORDER),
            columns.cell(&record, REFUNDED),
        ) else {
            reading
                .diagnostics
                .push(unread(text, &record, "AmountRefunded", ""));
            continue;
        };
        let Some(value) = decimal(amount) else {
            reading
                .diagnostics
                .push(unread(text, &record, "AmountRefunded", amount));
            continue;
        };
        // One that is not paid out yet has no day.
        let Some(day) = columns.cell(&record, REFUNDED_ON).and_then(day) else {
            reading
                .diagnostics
                .push(unread(text, &record, "RefundCompletionDate", ""));
            continue;
        };
        let currency: Option<Currency> = columns
            .cell(&record, CURRENCY)
            .and_then(|code| code.parse().ok());
        reading.receipts.push(Receipt {
            kind: ReceiptKind::Refund,
            merchant: Some(field("Amazon".to_owned(), "OrderID")),
            order_number: Some(field(number.to_owned(), "OrderID")),
            issued_on: Some(field(day, "RefundCompletionDate")),
            total: Some(field(value.abs(), "AmountRefunded")),
            currency: currency.map(|code| field(code, "Currency")),
            ..Receipt::default()
        });
    }
    reading
}

fn field<T>(value: T, place: &str) -> Found<T> {
    Found::new(value, Origin::Field, place)
}

/// `12.99`, `1,234.56`, `12,99`, `-2.50`: the last sign before one or two digits parts the cents.
fn decimal(cell: &str) -> Option<Decimal> {
    let cell = cell.trim_start_matches(|sign: char| !sign.is_ascii_digit() && sign != '-');
    let cents = cell.rfind(['.', ',']).filter(|at| cell.len() - at <= 3);
    let (whole, part) = match cents {
        Some(at) => (cell.get(..at)?, cell.get(at + 1..)?),
        None => (cell, ""),
    };
    let is_plain = |text: &str| {
        text.bytes()
            .all(|c| c.is_ascii_digit() || matches!(c, b'-' | b',' | b'.' | b' '))
    };
    if !is_plain(whole) || !part.bytes().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let whole: String = whole
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '-')
        .collect();
    let written = if part.is_empty() {
        whole
    } else {
        format!("{whole}.{part}")
    };
    written.parse().ok()
}

/// `2024-10-21T12:00:00Z`, `2024-10-21 12:00:00 UTC`, `10/21/2024 12:00:00 UTC`: the older export writes the month first.
fn day(cell: &str) -> Option<NaiveDate> {
    let date = cell.split(['T', ' ']).next().unwrap_or(cell);
    NaiveDate::parse_from_str(date, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(date, "%m/%d/%Y"))
        .ok()
}

#[cfg(test)]
mod tests;
