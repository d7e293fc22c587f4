//! Calendars (iCalendar, RFC 5545): a shop's or a carrier's appointment to deliver is a parcel; any other appointment is none.
//!
//! Days are taken as the calendar writes them, in whatever zone: a delivery's day is that of the place it comes to. An entry
//! that repeats is no parcel.

mod content;
mod words;

use chrono::{Days, NaiveDate};
use source::{Diagnostic, Risk, Sniff, Source};

use super::Format;
use crate::carrier::{Context, in_text, named, of_domain};
use crate::label;
use crate::{Delivery, DeliveryEvent, Found, Origin, Reading, Receipt, ReceiptKind};
use content::{Calendar, Component};

pub(super) const FORMAT: Format = Format {
    id: "ics",
    title: "iCalendar",
    specification: "RFC 5545",
    risk: Risk::Bounded,
    sniff,
    parse: |source, _| read(source.text()),
};

/// A calendar of more bytes is no shop's.
const MOST_BYTES: usize = 8 << 20;
/// The longest description that is read, in characters.
const LONGEST: usize = 4000;

fn sniff(source: &Source<'_>) -> Sniff {
    let is_calendar = begins(source.bytes()) && source.bytes().len() <= MOST_BYTES;
    if is_calendar && !parcels(source.text()).is_empty() {
        Sniff::Certain("evidence-ics")
    } else {
        Sniff::No
    }
}

fn begins(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"BEGIN:VCALENDAR";
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes
        .trim_ascii_start()
        .get(..MARK.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(MARK))
}

fn read(text: &str) -> Reading {
    let receipts = parcels(text);
    if receipts.is_empty() {
        return Reading::refused(Diagnostic::info("receiptNone"));
    }
    Reading {
        receipts,
        ..Reading::default()
    }
}

fn parcels(text: &str) -> Vec<Receipt> {
    let unfolded = content::unfold(text);
    let calendar = content::read(&unfolded);
    let events = calendar.events.iter();
    events
        .filter_map(|event| parcel(&calendar, event))
        .collect()
}

/// The parcel that an event announces; `None` where it is something else.
fn parcel(calendar: &Calendar<'_>, event: &Component<'_>) -> Option<Receipt> {
    if event.raw("RRULE").is_some() || event.raw("X-KDE-KITINERARY-RESERVATION").is_some() {
        return None;
    }
    let (from, until) = days(event)?;
    let summary = event.text("SUMMARY")?;
    let description = event.text("DESCRIPTION").unwrap_or_default();
    let description: String = description.chars().take(LONGEST).collect();
    let text = format!("{summary}\n{description}");
    let told = told_on(event);
    let labelled = label::read(&text, told, Origin::Field);
    let domains = domains(event);
    let domain = domains.first().map_or("", String::as_str);
    let links: Vec<String> = event.raw("URL").map(str::to_owned).into_iter().collect();
    let tracked = in_text(Context {
        text: &text,
        sender: domain,
        links: &links,
    });
    let orders = labelled.order_numbers;
    let tracked = tracked
        .into_iter()
        .find(|parcel| !orders.iter().any(|order| order.value == parcel.number));
    let carrier = tracked
        .as_ref()
        .and_then(|parcel| parcel.carrier)
        .or_else(|| domains.iter().find_map(|domain| of_domain(domain)))
        .or_else(|| named(&summary));
    let evidence = words::Evidence {
        has_order: !orders.is_empty(),
        has_parcel: tracked.is_some(),
        has_carrier: carrier.is_some(),
    };
    if !words::is_delivery(&summary, &description, &evidence) {
        return None;
    }
    let is_cancelled = [calendar.own.raw("METHOD"), event.raw("STATUS")]
        .into_iter()
        .flatten()
        .any(|word| word.to_ascii_uppercase().starts_with("CANCEL"));
    let told_event = labelled.delivery.event;
    let delivery = Delivery {
        event: match told_event {
            _ if is_cancelled => Some(DeliveryEvent::Returned),
            Some(DeliveryEvent::Ordered) | None => Some(DeliveryEvent::Shipped),
            told => told,
        },
        expected_from: Some(from),
        expected_until: Some(until),
        carrier: carrier.map(|name| Found::new(name.to_owned(), Origin::Field, &summary)),
        tracking_number: tracked.map(|parcel| {
            let mut number = Found::new(parcel.number, Origin::Field, "DESCRIPTION");
            number.confidence = parcel.confidence;
            number
        }),
        ..Delivery::default()
    };
    let mut orders = orders.into_iter();
    Some(Receipt {
        kind: ReceiptKind::Shipment,
        merchant: merchant(event, &summary, &description, carrier),
        merchant_ids: domains,
        told_on: told,
        order_number: orders.next(),
        other_order_numbers: orders.map(|order| order.value).collect(),
        deliveries: vec![delivery],
        ..Receipt::default()
    })
}

/// The shop: as organizer, as the summary or the description names it; a carrier is none.
fn merchant(
    event: &Component<'_>,
    summary: &str,
    description: &str,
    carrier: Option<&str>,
) -> Option<Found<String>> {
    let organizer = event
        .param("ORGANIZER", "CN")
        .filter(|name| !name.contains('@') && named(name).is_none())
        .map(|name| Found::new(name.to_owned(), Origin::Field, "ORGANIZER"));
    organizer.or_else(|| {
        let place = if words::shop(summary).is_some() {
            summary
        } else {
            description
        };
        let name = words::shop(summary).or_else(|| words::shop_said(description))?;
        let is_carrier = carrier.is_some() && named(&name).is_some();
        (!is_carrier).then(|| Found::new(name, Origin::Field, place).less_sure(15))
    })
}

/// The domains that stand behind an event: of its organizer, its link, its identity.
fn domains(event: &Component<'_>) -> Vec<String> {
    let organizer = event.raw("ORGANIZER").and_then(|value| {
        let (_, host) = value.rsplit_once('@')?;
        Some(host)
    });
    let link = event.raw("URL").and_then(|link| {
        let (_, rest) = link.split_once("//")?;
        rest.split(['/', '?', ':']).next()
    });
    let identity = event
        .raw("UID")
        .and_then(|identity| Some(identity.rsplit_once('@')?.1));
    let mut found: Vec<String> = Vec::new();
    for host in [organizer, link, identity].into_iter().flatten() {
        let host = host.trim().to_ascii_lowercase();
        let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
        let is_calendar = ["google.com", "outlook.com", "icloud.com", "office365.com"]
            .iter()
            .any(|known| host.ends_with(known));
        if host.contains('.') && !is_calendar && !found.contains(&host) {
            found.push(host);
        }
    }
    found
}

/// When the event was last written.
fn told_on(event: &Component<'_>) -> Option<NaiveDate> {
    ["LAST-MODIFIED", "DTSTAMP", "CREATED"]
        .into_iter()
        .find_map(|name| day(event.raw(name)?))
}

/// The first and last day of an event. The end of an event of whole days is the day after it (RFC 5545, 3.6.1).
fn days(event: &Component<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let start = event.raw("DTSTART")?;
    let first = day(start)?;
    let is_whole = !start.contains(['T', 't']);
    let last = match (
        event.raw("DTEND").or_else(|| event.raw("DUE")),
        event.raw("DURATION"),
    ) {
        (Some(end), _) => day(end)?,
        (None, Some(length)) => first.checked_add_days(Days::new(whole_days(length)))?,
        (None, None) => return Some((first, first)),
    };
    let ends_at_midnight = event
        .raw("DTEND")
        .is_some_and(|end| !is_whole && end.contains("T000000"));
    let last = if is_whole || ends_at_midnight {
        last.pred_opt()?
    } else {
        last
    };
    // An end before its start, or months after it, is none.
    let is_range = last >= first && (last - first).num_days() <= 31;
    Some((first, if is_range { last } else { first }))
}

/// The whole days of `P2D`, `P1W`, `PT4H`.
fn whole_days(length: &str) -> u64 {
    let date = length.split(['T', 't']).next().unwrap_or_default();
    let digits: String = date.chars().filter(char::is_ascii_digit).collect();
    let count: u64 = digits.parse().unwrap_or(0);
    let is_weeks = date.ends_with(['W', 'w']);
    count.min(60).saturating_mul(if is_weeks { 7 } else { 1 })
}

/// `20260606`, `20260606T080000`, `20260606T080000Z`.
fn day(value: &str) -> Option<NaiveDate> {
    let digits = value.get(..8)?;
    NaiveDate::parse_from_str(digits, "%Y%m%d").ok()
}

#[cfg(test)]
mod tests;
