//! Sightings: what one row of one reading says of an entry.

use domain::{
    AccountId, CounterpartyId, Currency, EntryId, NaiveDate, ReadingId, SightingId, StatementId,
};
use rusqlite::{OptionalExtension, Row, params};

use crate::row::{find_day, get_currency, get_currency_at, get_day, get_day_at, iso};
use crate::{Error, Read, Result, Write};

/// Rows of one reading that the numbering has room for.
const ROWS: i64 = 1 << 24;

/// The id of a row of a reading. The same row can therefore only be stored once.
pub fn sighting_id(reading: ReadingId, row: u32) -> SightingId {
    SightingId(reading.0 * ROWS + i64::from(row) % ROWS)
}

/// The first and the last id that a row of a reading can have.
pub(crate) fn rows_of(reading: ReadingId) -> (i64, i64) {
    let first = sighting_id(reading, 0).0;
    (first, first + ROWS - 1)
}

/// The reading and the row that a sighting's id names.
pub fn reading_of(sighting: SightingId) -> (ReadingId, u32) {
    let row = u32::try_from(sighting.0 % ROWS).unwrap_or_default();
    (ReadingId(sighting.0 / ROWS), row)
}

/// A digest of all that a document says in a row, wherever the row stands: rows with the same say the same to the letter.
pub type Said = [u8; 16];

/// A sighting to be stored. Amounts in minor units are of `currency`.
#[derive(Debug, Clone)]
pub struct NewSighting<'a> {
    /// By [`sighting_id`].
    pub id: SightingId,
    /// Its statement.
    pub statement: StatementId,
    /// Whose.
    pub account: AccountId,
    /// The entry that it shows.
    pub entry: EntryId,
    /// Who is on the other side.
    pub counterparty: CounterpartyId,
    /// Line in the document.
    pub line: u32,
    /// `booked pending info`.
    pub status: &'static str,
    /// The bucket's day.
    pub day: NaiveDate,
    /// As stated.
    pub booking_date: Option<NaiveDate>,
    /// As stated.
    pub value_date: Option<NaiveDate>,
    /// The day it is shown under.
    pub order_date: NaiveDate,
    /// `HH:MM`, else empty.
    pub order_time: String,
    /// Signed.
    pub amount_minor: i64,
    /// Its currency.
    pub currency: Currency,
    /// As printed, where it has more decimals than the currency.
    pub amount_printed: Option<String>,
    /// In the currency of the operation.
    pub original: Option<(String, Currency)>,
    /// As stated.
    pub rate: Option<String>,
    /// The bank's reference and its key.
    pub reference: (Option<&'a str>, Option<i64>),
    /// The end-to-end reference and its key.
    pub end_to_end: (Option<&'a str>, Option<i64>),
    /// The key of its words.
    pub text_key: i64,
    /// The reference that it corrects.
    pub corrects: Option<&'a str>,
    /// Whether it only deletes what it corrects.
    pub deletes: bool,
    /// `card transfer …`.
    pub payment_type: &'static str,
    /// Last four digits of the card.
    pub card_ending: Option<String>,
    /// The other side's name, as cleaned from this row.
    pub name: &'a str,
    /// Label, U+001F, text, U+001E, and so on.
    pub texts: String,
    /// As stated.
    pub balance_after_minor: Option<i64>,
    /// Whatever else the row says, JSON.
    pub more: Option<String>,
    /// All of that as the document says it.
    pub said: Said,
}

/// What identity needs of a stored sighting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SightingState {
    /// Its id, which names its reading and row.
    pub id: SightingId,
    /// Where its words are written out: itself, or the sighting that it repeats.
    pub content: SightingId,
    /// The entry that it shows.
    pub entry: EntryId,
    /// The entry that it first showed, where it shows another now: it goes back there once nothing joins the two.
    pub home: Option<EntryId>,
    /// The bucket's day.
    pub day: NaiveDate,
    /// The bucket's amount.
    pub amount_minor: i64,
    /// `booked pending info`.
    pub status: &'static str,
    /// The day it is shown under.
    pub order_date: NaiveDate,
    /// Its time of day in minutes, when known.
    pub order_minute: Option<u16>,
    /// Its currency.
    pub currency: Currency,
    /// Who is on the other side.
    pub counterparty: CounterpartyId,
    /// Key of the bank's reference.
    pub reference_key: Option<i64>,
    /// Key of the end-to-end reference.
    pub end_to_end_key: Option<i64>,
    /// Key of its words.
    pub text_key: i64,
    /// Line in the document where its words are written out.
    pub line: u32,
    /// What the document says, where that was kept.
    pub said: Option<Said>,
}

impl SightingState {
    /// Whether its words are written out elsewhere.
    pub fn is_repeat(&self) -> bool {
        self.content != self.id
    }
}

/// A stored sighting in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SightingRow {
    /// Its id.
    pub id: SightingId,
    /// Its statement.
    pub statement: StatementId,
    /// Whose.
    pub account: AccountId,
    /// The entry that it shows.
    pub entry: EntryId,
    /// Who is on the other side.
    pub counterparty: CounterpartyId,
    /// Line in the document.
    pub line: i64,
    /// `booked pending info`.
    pub status: String,
    /// The bucket's day.
    pub day: NaiveDate,
    /// As stated.
    pub booking_date: Option<NaiveDate>,
    /// As stated.
    pub value_date: Option<NaiveDate>,
    /// The day it is shown under.
    pub order_date: NaiveDate,
    /// `HH:MM`, else empty.
    pub order_time: String,
    /// Signed.
    pub amount_minor: i64,
    /// Its currency.
    pub currency: Currency,
    /// As printed, where it has more decimals than the currency.
    pub amount_printed: Option<String>,
    /// In the currency of the operation.
    pub original: Option<(String, Currency)>,
    /// Units of the account's currency per unit of the original's, or the other way round: as stated.
    pub rate: Option<String>,
    /// The bank's reference.
    pub reference: Option<String>,
    /// The end-to-end reference.
    pub end_to_end_id: Option<String>,
    /// The reference that it corrects.
    pub corrects: Option<String>,
    /// Whether it only deletes what it corrects.
    pub deletes: bool,
    /// `card transfer …`.
    pub payment_type: String,
    /// Last four digits of the card.
    pub card_ending: Option<String>,
    /// The other side's name, as cleaned from this row.
    pub name: String,
    /// Label and text of each field.
    pub texts: Vec<(String, String)>,
    /// As stated.
    pub balance_after_minor: Option<i64>,
    /// Whatever else the row says, JSON.
    pub more: Option<String>,
}

const STATE: &str =
    "SELECT id, entry_id, day, amount_minor, status, order_date, order_time, currency,
     counterparty_id, reference_key, end_to_end_key, text_key, line, said, home_id
     FROM sightings";

impl Read<'_> {
    /// The sightings of an account with a day in a range, live or not.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_sightings_between(
        self,
        account: AccountId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<SightingState>> {
        let mut list = self.0.prepare_cached(&format!(
            "{STATE} WHERE account_id = ? AND day BETWEEN ? AND ?"
        ))?;
        let rows = list.query_map((account.0, iso(from), iso(until)), state)?;
        let mut states = rows.collect::<rusqlite::Result<_>>()?;
        self.add_repeating(&mut states)?;
        Ok(states)
    }

    /// The sightings of one bucket, live or not.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_sightings_of_bucket(
        self,
        account: AccountId,
        day: NaiveDate,
        amount_minor: i64,
    ) -> Result<Vec<SightingState>> {
        let mut list = self.0.prepare_cached(&format!(
            "{STATE} WHERE account_id = ? AND day = ? AND amount_minor = ?"
        ))?;
        let rows = list.query_map((account.0, iso(day), amount_minor), state)?;
        let mut states = rows.collect::<rusqlite::Result<_>>()?;
        self.add_repeating(&mut states)?;
        Ok(states)
    }

    /// The sightings of a reading that are of one account, live or not.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_sightings_of_reading(
        self,
        account: AccountId,
        reading: ReadingId,
    ) -> Result<Vec<SightingState>> {
        let mut list = self.0.prepare_cached(&format!(
            "{STATE} WHERE id BETWEEN ?2 AND ?3 AND account_id = ?1"
        ))?;
        let mut states = Vec::new();
        let (first, last) = rows_of(reading);
        for row in list.query_map((account.0, first, last), state)? {
            states.push(row?);
        }
        for stretch in self.list_stretches_of_reading(reading)? {
            let (first, last) = stretch.contents();
            for row in list.query_map((account.0, first.0, last.0), state)? {
                states.push(stretch.repeating(row?));
            }
        }
        Ok(states)
    }

    /// The buckets that a reading has rows in: account, day, amount.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_buckets_of_reading(
        self,
        reading: ReadingId,
    ) -> Result<Vec<(AccountId, NaiveDate, i64)>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("sighting/list_buckets.sql"))?;
        let rows = list.query_map(rows_of(reading), |row| {
            Ok((AccountId(row.get(0)?), get_day(row, "day")?, row.get(2)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A sighting by its id, or what the user typed in the place of one.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_sighting(self, id: SightingId) -> Result<SightingRow> {
        if id.0 < 0 {
            return self.get_own_sighting(id);
        }
        let mut get = self
            .0
            .prepare_cached("SELECT * FROM sightings WHERE id = ?")?;
        if let Some(row) = get.query_row([id.0], sighting_row).optional()? {
            return Ok(row);
        }
        let stretch = self.find_stretch(id)?.ok_or(Error::NotFound("sighting"))?;
        let repeated = get.query_row([stretch.repeated(id).0], sighting_row)?;
        Ok(SightingRow {
            id,
            statement: stretch.statement,
            line: repeated.line + stretch.line_shift,
            ..repeated
        })
    }

    /// What a sighting, or what the user typed in the place of one, is found by: the other side's name and each text, one a
    /// line.
    ///
    /// # Errors
    /// As the file's.
    pub fn get_sighting_words(self, id: SightingId) -> Result<String> {
        if id.0 < 0 {
            let own = self.get_own_sighting(id)?;
            let texts = own.texts.into_iter().map(|(_, text)| text);
            let words: Vec<String> = std::iter::once(own.name).chain(texts).collect();
            return Ok(words.join("\n"));
        }
        let mut get = self
            .0
            .prepare_cached("SELECT name, texts FROM sightings WHERE id = ?")?;
        let words = |row: &Row<'_>| {
            let (name, texts) = (row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
            let mut words = String::with_capacity(name.len() + texts.len());
            words.push_str(name);
            for (_, text) in split(texts) {
                words.push('\n');
                words.push_str(text);
            }
            Ok(words)
        };
        if let Some(words) = get.query_row([id.0], words).optional()? {
            return Ok(words);
        }
        let stretch = self.find_stretch(id)?.ok_or(Error::NotFound("sighting"))?;
        Ok(get.query_row([stretch.repeated(id).0], words)?)
    }

    /// The sightings of an account that correct another line, as written out, where a document that stands says so.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_corrections(self, account: AccountId) -> Result<Vec<SightingRow>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("sighting/list_corrections.sql"))?;
        let rows = list.query_map([account.0], sighting_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The entries of an account whose live sightings carry a reference.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_entries_with_reference(
        self,
        account: AccountId,
        reference: &str,
    ) -> Result<Vec<EntryId>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("sighting/list_with_reference.sql"))?;
        let rows = list.query_map((account.0, reference), |row| Ok(EntryId(row.get(0)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Stores a sighting.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_sighting(self, new: &NewSighting<'_>) -> Result<()> {
        let mut add = self.0.prepare_cached(include_str!("sighting/add.sql"))?;
        let original = new.original.as_ref();
        // By position, in the order of the statement: an import writes a hundred thousand, and a name is looked up per value.
        add.execute(params![
            new.id.0,
            new.statement.0,
            new.account.0,
            new.entry.0,
            new.counterparty.0,
            new.line,
            new.status,
            iso(new.day),
            new.booking_date.map(iso),
            new.value_date.map(iso),
            iso(new.order_date),
            new.order_time,
            new.amount_minor,
            new.currency.code(),
            new.amount_printed,
            original.map(|(amount, _)| amount),
            original.map(|(_, currency)| currency.code()),
            new.rate,
            new.reference.0,
            new.reference.1,
            new.end_to_end.0,
            new.end_to_end.1,
            new.text_key,
            new.corrects,
            new.deletes,
            new.payment_type,
            new.card_ending,
            new.name,
            new.texts,
            new.balance_after_minor,
            new.more,
            new.said,
        ])?;
        Ok(())
    }

    /// Says that a sighting that is written out, and what repeats it, shows another entry, or has another home.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_sighting_entry(
        self,
        id: SightingId,
        entry: EntryId,
        home: Option<EntryId>,
    ) -> Result<()> {
        let mut set = self
            .0
            .prepare_cached("UPDATE sightings SET entry_id = ?, home_id = ? WHERE id = ?")?;
        set.execute((entry.0, home.map(|home| home.0), id.0))?;
        Ok(())
    }
}

/// By position, in the order of `STATE`.
fn state(row: &Row<'_>) -> rusqlite::Result<SightingState> {
    let id = SightingId(row.get(0)?);
    Ok(SightingState {
        id,
        content: id,
        entry: EntryId(row.get(1)?),
        day: get_day_at(row, 2)?,
        amount_minor: row.get(3)?,
        status: status_at(row, 4)?,
        order_date: get_day_at(row, 5)?,
        order_minute: minute_at(row, 6)?,
        currency: get_currency_at(row, 7)?,
        counterparty: CounterpartyId(row.get(8)?),
        reference_key: row.get(9)?,
        end_to_end_key: row.get(10)?,
        text_key: row.get(11)?,
        line: row.get(12)?,
        said: row.get(13)?,
        home: row.get::<_, Option<i64>>(14)?.map(EntryId),
    })
}

fn status_at(row: &Row<'_>, index: usize) -> rusqlite::Result<&'static str> {
    Ok(match row.get_ref(index)?.as_str()? {
        "pending" => "pending",
        "info" => "info",
        _ => "booked",
    })
}

fn minute_at(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<u16>> {
    let text = row.get_ref(index)?.as_str()?;
    Ok(text.split_once(':').and_then(|(hour, minute)| {
        Some(hour.parse::<u16>().ok()? * 60 + minute.parse::<u16>().ok()?)
    }))
}

pub(crate) fn sighting_row(row: &Row<'_>) -> rusqlite::Result<SightingRow> {
    let texts: String = row.get("texts")?;
    let original_currency: Option<String> = row.get("original_currency")?;
    let original_amount: Option<String> = row.get("original_amount")?;
    let original = original_amount.zip(original_currency.and_then(|code| code.parse().ok()));
    Ok(SightingRow {
        id: SightingId(row.get("id")?),
        statement: StatementId(row.get("statement_id")?),
        account: AccountId(row.get("account_id")?),
        entry: EntryId(row.get("entry_id")?),
        counterparty: CounterpartyId(row.get("counterparty_id")?),
        line: row.get("line")?,
        status: row.get("status")?,
        day: get_day(row, "day")?,
        booking_date: find_day(row, "booking_date")?,
        value_date: find_day(row, "value_date")?,
        order_date: get_day(row, "order_date")?,
        order_time: row.get("order_time")?,
        amount_minor: row.get("amount_minor")?,
        currency: get_currency(row, "currency")?,
        amount_printed: row.get("amount_printed")?,
        original,
        rate: row.get("rate")?,
        reference: row.get("reference")?,
        end_to_end_id: row.get("end_to_end_id")?,
        corrects: row.get("corrects")?,
        deletes: row.get("deletes")?,
        payment_type: row.get("payment_type")?,
        card_ending: row.get("card_ending")?,
        name: row.get("name")?,
        texts: fields(&texts),
        balance_after_minor: row.get("balance_after_minor")?,
        more: row.get("more")?,
    })
}

/// Label and text of each field, as they are kept in one column.
pub(crate) fn fields(texts: &str) -> Vec<(String, String)> {
    split(texts)
        .map(|(label, text)| (label.to_owned(), text.to_owned()))
        .collect()
}

fn split(texts: &str) -> impl Iterator<Item = (&str, &str)> {
    let fields = texts.split('\u{1e}');
    fields.filter_map(|field| field.split_once('\u{1f}'))
}
