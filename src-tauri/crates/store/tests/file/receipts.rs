//! Purchases are what their standing sightings reach from one another.

use domain::{
    CounterpartyId, Currency, EntryId, NaiveDate, ReadingId, ReceiptId, ReceiptSightingId,
};
use store::{LinkRow, NewCounterparty, ReceiptRow, Store, Write};

use crate::fixture::Fixture;

/// A live reading with one sighting that shares these keys.
fn sighting(write: Write<'_>, number: u8, keys: &[&str]) -> (ReadingId, ReceiptSightingId) {
    let document = write
        .add_document(
            &[number; 32],
            "commande.eml",
            b"nothing",
            "2026-11-02T09:12:00Z",
        )
        .unwrap();
    let reading = write.add_reading(document, "", "email", 0).unwrap();
    write.set_reading_live(reading, true).unwrap();
    let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    let id = write.add_receipt_sighting(reading, 0, "{}", &keys).unwrap();
    (reading, id)
}

fn purchase(store: &Store, id: ReceiptSightingId) -> Vec<ReceiptSightingId> {
    store.read(|read| read.list_purchase_of(id)).unwrap()
}

#[test]
fn a_purchase_is_reached_over_any_number_of_shared_keys_and_over_standing_sightings_only() {
    let fixture = Fixture::new();
    let made = fixture.store.write(|write| {
        Ok::<_, store::Error>([
            sighting(write, 2, &["order:volt:40"]),
            sighting(write, 3, &["order:volt:40", "parcel:6A"]),
            sighting(write, 4, &["parcel:6A"]),
            sighting(write, 5, &["order:volt:41"]),
        ])
    });
    let [(_, order), (shipping, shipped), (_, parcel), (_, other)] = made.unwrap();
    assert_eq!(purchase(&fixture.store, parcel), [order, shipped, parcel]);
    assert_eq!(purchase(&fixture.store, other), [other]);
    let undone = fixture
        .store
        .write(|write| write.set_reading_live(shipping, false));
    undone.unwrap();
    assert_eq!(
        purchase(&fixture.store, parcel),
        [parcel],
        "what joined them is gone"
    );
    assert_eq!(purchase(&fixture.store, shipped), []);
}

#[test]
fn a_dropped_receipt_leaves_its_sightings_and_the_users_words() {
    let fixture = Fixture::with_entries(&["VOLT ET CIE"]);
    let entry = EntryId(1);
    let made = fixture.store.write(|write| {
        let (_, id) = sighting(write, 2, &["order:volt:40"]);
        let whose = write.add_counterparty(&NewCounterparty {
            key: "volt".to_owned(),
            name: "Volt".to_owned(),
            kind: "merchant".to_owned(),
        })?;
        write.put_receipt(&receipt(ReceiptId(id.0), whose), &[id])?;
        write.put_links(&[LinkRow {
            receipt: ReceiptId(id.0),
            entry,
            is_linked: true,
            by_user: false,
            score: 120,
            reasons: "amount name".to_owned(),
        }])?;
        write.set_link_word(id, entry, Some(false))?;
        write.set_arrival(id, NaiveDate::from_ymd_opt(2026, 11, 6))?;
        Ok::<_, store::Error>(id)
    });
    let id = made.unwrap();
    let of_entry = || {
        fixture
            .store
            .read(|read| read.list_receipts_of_entry(entry))
    };
    assert_eq!(of_entry().unwrap(), [ReceiptId(id.0)]);
    let dropped = fixture
        .store
        .write(|write| write.drop_receipt(ReceiptId(id.0)));
    dropped.unwrap();
    assert_eq!(of_entry().unwrap(), []);
    let left = fixture.store.read(|read| {
        assert!(!read.has_receipts()?);
        assert_eq!(read.get_receipt_sighting(id)?.stated, "{}");
        Ok::<_, store::Error>((read.list_link_words()?, read.find_arrival(id)?))
    });
    assert_eq!(
        left.unwrap(),
        (
            vec![(id, entry, false)],
            NaiveDate::from_ymd_opt(2026, 11, 6)
        )
    );
}

fn receipt(id: ReceiptId, counterparty: CounterpartyId) -> ReceiptRow {
    ReceiptRow {
        id,
        counterparty,
        kind: "order".to_owned(),
        day: NaiveDate::from_ymd_opt(2026, 11, 2).unwrap(),
        total_minor: Some(11_900),
        currency: Some(Currency::EUR),
        stated: "{}".to_owned(),
    }
}
