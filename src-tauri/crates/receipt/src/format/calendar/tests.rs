#![allow(clippy::unwrap_used)]
use super::*;

fn event(lines: &str) -> Vec<Receipt> {
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTAMP:20260301T090000Z\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        lines.replace('\n', "\r\n")
    );
    parcels(&text)
}

fn only(lines: &str) -> Receipt {
    let mut found = event(lines);
    assert_eq!(found.len(), 1, "one parcel in {lines}");
    found.remove(0)
}

fn value<T: Clone>(found: &Option<Found<T>>) -> Option<T> {
    found.as_ref().map(|found| found.value.clone())
}

#[test]
fn a_shops_appointment_gives_its_parcel() {
    let receipt = only(
        "UID:77@meubles-morel.example\nDTSTART;TZID=Europe/Paris:20260606T080000\nDTEND;TZID=Europe/Paris:20260606T130000\n\
         ORGANIZER;CN=Meubles Morel:mailto:livraison@meubles-morel.example\nSUMMARY:Livraison de votre commande 400123987\n\
         DESCRIPTION:Colis confié à Colissimo.\\nNuméro de suivi : 6A11223344556",
    );
    assert_eq!(value(&receipt.merchant).unwrap(), "Meubles Morel");
    assert_eq!(value(&receipt.order_number).unwrap(), "400123987");
    assert_eq!(receipt.merchant_ids, ["meubles-morel.example"]);
    assert_eq!(receipt.kind, ReceiptKind::Shipment);
    let [delivery] = receipt.deliveries.as_slice() else {
        panic!("one parcel");
    };
    let day = "2026-06-06".parse().ok();
    assert_eq!(
        (delivery.expected_from, delivery.expected_until),
        (day, day)
    );
    assert_eq!(value(&delivery.tracking_number).unwrap(), "6A11223344556");
    assert_eq!(receipt.total, None, "a calendar states no price");
}

#[test]
fn the_summary_names_the_shop_where_no_organizer_does() {
    for (summary, shop) in [
        ("Livraison Darty commande 400123987", Some("Darty")),
        ("Blue Door: your delivery of order 4411", Some("Blue Door")),
        (
            "Ihre Lieferung von Möbel Schmidt, Bestellung 7711",
            Some("Möbel Schmidt"),
        ),
        ("Bezorging Van Dijk bestelling 88123", Some("Van Dijk")),
        (
            "Livraison du réfrigérateur - commande 77-123, étage 3",
            None,
        ),
        ("Delivery of order 4411", None),
    ] {
        let receipt = only(&format!(
            "DTSTART:20260901T140000\nSUMMARY:{}",
            summary.replace(',', "\\,")
        ));
        assert_eq!(value(&receipt.merchant).as_deref(), shop, "{summary}");
    }
}

#[test]
fn appointments_of_other_kinds_are_no_deliveries() {
    for summary in [
        "Dentiste Dr Martin",
        "Delivery of release 2.3 to production",
        "Livraison sprint 12",
        "Order birthday cake",
        "Récupérer le colis de maman",
        "Delivery Manager interview",
        "Flight UA 110 from SFO to JFK",
        "Pizza delivery with Sam",
    ] {
        let found = event(&format!("DTSTART:20260901T140000\nSUMMARY:{summary}"));
        assert_eq!(found, [], "{summary}");
    }
    let weekly =
        "DTSTART:20260901T140000\nRRULE:FREQ=WEEKLY\nSUMMARY:Livraison du panier commande 7712";
    assert_eq!(event(weekly), [], "what comes every week is no parcel");
}

#[test]
fn days_are_those_of_the_event() {
    for (lines, from, until) in [
        (
            "DTSTART;VALUE=DATE:20260606\nDTEND;VALUE=DATE:20260609",
            "2026-06-06",
            "2026-06-08",
        ),
        (
            "DTSTART;VALUE=DATE:20260606\nDTEND;VALUE=DATE:20260607",
            "2026-06-06",
            "2026-06-06",
        ),
        ("DTSTART;VALUE=DATE:20260606", "2026-06-06", "2026-06-06"),
        (
            "DTSTART:20260606T080000Z\nDURATION:PT4H",
            "2026-06-06",
            "2026-06-06",
        ),
        (
            "DTSTART;VALUE=DATE:20260606\nDURATION:P2D",
            "2026-06-06",
            "2026-06-07",
        ),
        (
            "DTSTART:20260606T000000\nDTEND:20260607T000000",
            "2026-06-06",
            "2026-06-06",
        ),
        (
            "DTSTART:20260606T080000\nDTEND:20260605T080000",
            "2026-06-06",
            "2026-06-06",
        ),
    ] {
        let receipt = only(&format!("{lines}\nSUMMARY:Your delivery from Blue Door"));
        let delivery = receipt.deliveries.first().unwrap();
        let found =
            [delivery.expected_from, delivery.expected_until].map(|day| day.unwrap().to_string());
        assert_eq!(found, [from, until], "{lines}");
    }
}

#[test]
fn a_cancelled_appointment_is_told_as_such() {
    let receipt = only(
        "DTSTART:20260606T080000\nSTATUS:CANCELLED\nSUMMARY:Livraison Darty commande 400123987",
    );
    let event = receipt.deliveries.first().unwrap().event;
    assert_eq!(event, Some(DeliveryEvent::Returned));
}
