//! A ledger file with entries of an invented account.

use std::path::{Path, PathBuf};

use domain::{
    AccountId, AccountIdentifier, CounterpartyId, Currency, EntryId, NaiveDate, ReadingId,
    StatementId,
};
use rusqlite::Connection;
use store::{
    ConversationKind, NewCounterparty, NewEntry, NewSighting, NewStatement, Result, Store, Touched,
    Write, sighting_id,
};

pub(crate) const KEY: [u8; 32] = [7; 32];

pub(crate) struct Fixture {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) store: Store,
}

impl Fixture {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("ledger.db"), &KEY).unwrap();
        Fixture { folder, store }
    }

    /// With one entry per text, from 1 October on, of −12.34 each.
    pub(crate) fn with_entries(texts: &[&str]) -> Self {
        let fixture = Self::new();
        fixture
            .store
            .write(|write| {
                let place = place(write)?;
                for (index, text) in texts.iter().enumerate() {
                    add(write, &place, u32::try_from(index).unwrap(), text)?;
                }
                Ok::<(), store::Error>(())
            })
            .unwrap();
        fixture
    }

    /// Where the rows of the first document are.
    pub(crate) fn place() -> Place {
        Place {
            reading: ReadingId(1),
            account: AccountId(1),
            statement: StatementId(1),
            counterparty: CounterpartyId(1),
        }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("ledger.db")
    }
}

/// The file as any SQLCipher 4 opens it.
pub(crate) fn connect(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    connection
        .pragma_update(None, "key", format!("x'{key}'"))
        .unwrap();
    connection
}

pub(crate) struct Place {
    pub(crate) reading: ReadingId,
    pub(crate) account: AccountId,
    pub(crate) statement: StatementId,
    pub(crate) counterparty: CounterpartyId,
}

fn place(write: Write<'_>) -> Result<Place> {
    let document =
        write.add_document(&[1; 32], "october.ofx", b"nothing", "2026-11-01T00:00:00Z")?;
    let reading = write.add_reading(document, "", "ofx", 50)?;
    write.set_reading_live(reading, true)?;
    let identifier = AccountIdentifier {
        number: Some("04178820316".to_owned()),
        ..AccountIdentifier::default()
    };
    let account = write.add_account(&identifier, Currency::EUR)?;
    let statement = statement(write, reading, account)?;
    let counterparty = write.add_counterparty(&NewCounterparty {
        key: "invented".to_owned(),
        name: "Invented".to_owned(),
        kind: "merchant".to_owned(),
    })?;
    Ok(Place {
        reading,
        account,
        statement,
        counterparty,
    })
}

/// A statement that says nothing of itself.
pub(crate) fn statement(
    write: Write<'_>,
    reading: ReadingId,
    account: AccountId,
) -> Result<StatementId> {
    write.add_statement(&NewStatement {
        reading,
        account,
        ordinal: 0,
        account_stated: "{}".to_owned(),
        reference: None,
        currency: Currency::EUR,
        from: None,
        until: None,
        as_of: None,
        has_pending: false,
        proof: "unstated".to_owned(),
        opening_minor: None,
        opening_date: None,
        in_minor: 0,
        out_minor: 0,
        entry_count: 0,
        closing_minor: None,
        closing_date: None,
        difference_minor: None,
        broken_at_line: None,
    })
}

fn add(write: Write<'_>, place: &Place, row: u32, text: &str) -> Result<()> {
    let id = EntryId(i64::from(row) + 1);
    let sighting = sighting_id(place.reading, row);
    let day = NaiveDate::from_ymd_opt(2026, 10, row + 1).unwrap();
    write.add_entry(&NewEntry {
        id,
        account: place.account,
        status: "booked".to_owned(),
        day,
        order_date: day,
        order_time: String::new(),
        amount_minor: -1_234,
        currency: Currency::EUR,
        counterparty: place.counterparty,
        sighting,
        identity_version: 1,
        identity_key: i64::from(row),
        ordinal: 0,
        order_key: i64::from(row),
    })?;
    write.add_entry_text(id, text)?;
    write.add_sighting(&row_of(place, row, text))?;
    let touched = Touched {
        count: 1,
        unread: 1,
    };
    write.touch_conversation(ConversationKind::Account(place.account), touched)?;
    write.touch_conversation(ConversationKind::Counterparty(place.counterparty), touched)
}

/// The row of the first document that tells of such an entry.
pub(crate) fn row_of<'a>(place: &Place, row: u32, text: &str) -> NewSighting<'a> {
    let day = NaiveDate::from_ymd_opt(2026, 10, row + 1).unwrap();
    NewSighting {
        said: [u8::try_from(row).unwrap(); 16],
        id: sighting_id(place.reading, row),
        statement: place.statement,
        account: place.account,
        entry: EntryId(i64::from(row) + 1),
        counterparty: place.counterparty,
        line: row + 1,
        status: "booked",
        day,
        booking_date: Some(day),
        value_date: None,
        order_date: day,
        order_time: String::new(),
        amount_minor: -1_234,
        currency: Currency::EUR,
        amount_printed: Some("-12.3456".to_owned()),
        original: None,
        rate: None,
        reference: (None, None),
        end_to_end: (None, None),
        text_key: i64::from(row),
        corrects: None,
        deletes: false,
        payment_type: "card",
        card_ending: None,
        name: "Invented",
        texts: format!("NAME\u{1f}{text}\u{1e}"),
        balance_after_minor: None,
        more: None,
    }
}
