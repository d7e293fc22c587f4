//! What the history says: charges that recur, prices that changed, equal debits of one day, and what the user answers.

mod rows;

use domain::{AccountId, CounterpartyId, Currency, EntryId, NaiveDate};
use rusqlite::{OptionalExtension, Params, Row, named_params};

use self::rows::{double_debit_row, price_change_row, recurring_row, told_double_debit};
use crate::row::{find_day, get_currency, get_currency_at, get_day, get_day_at, iso, list};
use crate::{Read, Result, Write};

/// What recurring is decided on of a shown, booked entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChargeEntry {
    /// The entry.
    pub id: EntryId,
    /// The day shown.
    pub day: NaiveDate,
    /// Signed, in minor units.
    pub amount_minor: i64,
    /// The currency of that.
    pub currency: Currency,
    /// The account that it stands in.
    pub account: AccountId,
    /// `card transfer directDebit cash cheque fee interest salary refund other`.
    pub payment_type: String,
}

/// Money that moved, or is about to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovedEntry {
    /// The entry.
    pub id: EntryId,
    /// Signed, in minor units.
    pub amount_minor: i64,
    /// The currency of that.
    pub currency: Currency,
}

/// Something that recurs in a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecurringRow {
    /// The conversation.
    pub counterparty: CounterpartyId,
    /// Its newest entry.
    pub entry: EntryId,
    /// The account that it stands in.
    pub account: AccountId,
    /// What it is counted in.
    pub currency: Currency,
    /// `weekly fortnightly monthly twoMonthly quarterly halfYearly yearly`.
    pub rhythm: String,
    /// A day of the week from 1 (Monday) or, from a month on, of the month; `None` where it keeps to none.
    pub usual_day: Option<u32>,
    /// Whether its amount is a price, which seldom changes.
    pub is_steady: bool,
    /// As in [`ChargeEntry`].
    pub payment_type: String,
    /// The newest amount, signed, in minor units.
    pub last_minor: i64,
    /// What is expected next.
    pub expected_minor: i64,
    /// The day of the newest entry.
    pub last_day: NaiveDate,
    /// The day on which it is due after that.
    pub next_day: NaiveDate,
    /// How many entries it is known by.
    pub entry_count: i64,
}

/// A price of something that recurs, and the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceChangeRow {
    /// The conversation.
    pub counterparty: CounterpartyId,
    /// The first entry at the new price.
    pub entry: EntryId,
    /// The newest entry of what recurs.
    pub charge: EntryId,
    /// Its day.
    pub day: NaiveDate,
    /// What it is counted in.
    pub currency: Currency,
    /// The price before, signed, in minor units.
    pub from_minor: i64,
    /// The price since.
    pub to_minor: i64,
}

/// A shown debit in its bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BucketDebit {
    /// The entry.
    pub id: EntryId,
    /// Its conversation.
    pub counterparty: CounterpartyId,
    /// What it is counted in.
    pub currency: Currency,
    /// The day shown.
    pub order_date: NaiveDate,
    /// `HH:MM`, or empty.
    pub order_time: String,
}

/// Account, day and amount of entries.
pub type DebitBucket = (AccountId, NaiveDate, i64);

/// Two equal debits of one day that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DoubleDebitRow {
    /// The bucket of both.
    pub bucket: DebitBucket,
    /// The earlier one.
    pub first: EntryId,
    /// The later one.
    pub second: EntryId,
    /// Their conversation.
    pub counterparty: CounterpartyId,
    /// The day shown.
    pub order_date: NaiveDate,
    /// Minutes between them, where the times of both are known.
    pub minutes: Option<i64>,
    /// Equal debits of that day.
    pub equal_count: u32,
}

/// The same, with what decides whether it deserves a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldDoubleDebit {
    /// As stored.
    pub row: DoubleDebitRow,
    /// Earlier days on which the merchant had equal debits, up to 8.
    pub days_before: u32,
    /// Whether money of one of them came back.
    pub is_given_back: bool,
    /// Whether each has a receipt of its own.
    pub has_receipts: bool,
    /// What the user answered.
    pub answer: Option<String>,
}

impl Read<'_> {
    /// The newest shown, booked entries of a conversation, newest first, down to `back` days before the newest.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_charges(
        self,
        counterparty: CounterpartyId,
        back: i64,
        limit: u32,
    ) -> Result<Vec<ChargeEntry>> {
        let mut list = self
            .0
            .prepare_cached(include_str!("insight/list_charges.sql"))?;
        let mut rows = list.query((counterparty.0, limit))?;
        let mut found: Vec<ChargeEntry> = Vec::new();
        while let Some(row) = rows.next()? {
            let day = get_day_at(row, 1)?;
            let is_old = |first: &ChargeEntry| (first.day - day).num_days() > back;
            if found.first().is_some_and(is_old) {
                break;
            }
            found.push(ChargeEntry {
                id: EntryId(row.get(0)?),
                day,
                amount_minor: row.get(2)?,
                currency: get_currency_at(row, 3)?,
                account: AccountId(row.get(4)?),
                payment_type: row.get(5)?,
            });
        }
        Ok(found)
    }

    /// What recurs, in the order of conversations.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_recurrings(self) -> Result<Vec<RecurringRow>> {
        let all = "SELECT * FROM recurrings ORDER BY counterparty_id, entry_id";
        self.list(all, [], recurring_row)
    }

    /// What recurs in a conversation.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_recurrings_of(self, counterparty: CounterpartyId) -> Result<Vec<RecurringRow>> {
        let of = "SELECT * FROM recurrings WHERE counterparty_id = ? ORDER BY next_day, entry_id";
        self.list(of, [counterparty.0], recurring_row)
    }

    /// What recurs in an account and is due from a day on, before another; `None` leaves that side open.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_recurrings_due(
        self,
        account: AccountId,
        from: Option<NaiveDate>,
        before: Option<NaiveDate>,
    ) -> Result<Vec<RecurringRow>> {
        let of = "SELECT * FROM recurrings
                  WHERE account_id = ? AND next_day >= ifnull(?, '') AND next_day < ifnull(?, 'z')
                  ORDER BY counterparty_id, entry_id";
        self.list(
            of,
            (account.0, from.map(iso), before.map(iso)),
            recurring_row,
        )
    }

    /// The shown entries of a conversation from a day on, pending ones among them.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_moved_since(
        self,
        counterparty: CounterpartyId,
        from: NaiveDate,
    ) -> Result<Vec<MovedEntry>> {
        let since = include_str!("insight/list_since.sql");
        self.list(since, (counterparty.0, iso(from)), |row| {
            Ok(MovedEntry {
                id: EntryId(row.get(0)?),
                amount_minor: row.get(1)?,
                currency: get_currency_at(row, 2)?,
            })
        })
    }

    /// Prices that changed in a conversation, oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_price_changes_of(
        self,
        counterparty: CounterpartyId,
    ) -> Result<Vec<PriceChangeRow>> {
        let of = "SELECT * FROM price_changes WHERE counterparty_id = ? ORDER BY day, entry_id";
        self.list(of, [counterparty.0], price_change_row)
    }

    /// All prices that changed, in the order of conversations.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_price_changes(self) -> Result<Vec<PriceChangeRow>> {
        let all = "SELECT * FROM price_changes ORDER BY counterparty_id, day, entry_id";
        self.list(all, [], price_change_row)
    }

    /// The price that an entry is the first at, where it is.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_price_change(self, entry: EntryId) -> Result<Option<PriceChangeRow>> {
        let of = "SELECT * FROM price_changes WHERE entry_id = ?";
        Ok(self.list(of, [entry.0], price_change_row)?.pop())
    }

    /// The shown debits of a bucket: those of one merchant and day together, in the order of the ledger.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_bucket_debits(
        self,
        (account, day, amount): DebitBucket,
    ) -> Result<Vec<BucketDebit>> {
        let list = include_str!("insight/list_bucket.sql");
        self.list(list, (account.0, iso(day), amount), |row| {
            Ok(BucketDebit {
                id: EntryId(row.get("id")?),
                counterparty: CounterpartyId(row.get("counterparty_id")?),
                currency: get_currency(row, "currency")?,
                order_date: get_day(row, "order_date")?,
                order_time: row.get("order_time")?,
            })
        })
    }

    /// The buckets of debits that hold several entries, read from their index alone.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_crowded_buckets(self) -> Result<Vec<DebitBucket>> {
        let list = "SELECT account_id, day, amount_minor FROM entries
                    WHERE amount_minor < 0 AND ordinal >= 0
                    GROUP BY account_id, day, amount_minor HAVING count(*) > 1";
        self.list(list, [], |row| {
            let day = get_day_at(row, 1)?;
            Ok((AccountId(row.get(0)?), day, row.get(2)?))
        })
    }

    /// All equal debits that follow each other on one day.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_double_debits(self) -> Result<Vec<DoubleDebitRow>> {
        self.list("SELECT * FROM double_debits", [], double_debit_row)
    }

    /// The same of an account, those booked from a day on, with what decides whether they deserve a question, oldest first.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_told_double_debits(
        self,
        account: AccountId,
        from: NaiveDate,
    ) -> Result<Vec<ToldDoubleDebit>> {
        let since = concat!(
            include_str!("insight/list_double_debits.sql"),
            "WHERE double_debits.account_id = ?1 AND double_debits.day >= ?2
             ORDER BY double_debits.order_date, double_debits.second_id"
        );
        self.list(since, (account.0, iso(from)), told_double_debit)
    }

    /// Those of any day, of which an entry is one of the two.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_told_double_debits_of(self, entry: EntryId) -> Result<Vec<ToldDoubleDebit>> {
        let of = concat!(
            include_str!("insight/list_double_debits.sql"),
            "WHERE double_debits.second_id = ?1 OR double_debits.first_id = ?1"
        );
        self.list(of, [entry.0], told_double_debit)
    }

    /// Those that wait for an answer, of which one of these entries is the second.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_open_double_debits(self, seconds: &[EntryId]) -> Result<Vec<ToldDoubleDebit>> {
        let open = concat!(
            include_str!("insight/list_double_debits.sql"),
            "WHERE double_debits.second_id IN (SELECT value FROM json_each(?1)) AND alert_words.answer IS NULL"
        );
        self.list(
            open,
            [list(seconds.iter().map(|id| id.0))],
            told_double_debit,
        )
    }

    /// What the user answered to an alert.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_alert_word(self, entry: EntryId, alert: &str) -> Result<Option<String>> {
        let mut find = self
            .0
            .prepare_cached("SELECT answer FROM alert_words WHERE entry_id = ? AND alert = ?")?;
        let found = find.query_row((entry.0, alert), |row| row.get(0));
        Ok(found.optional()?)
    }

    /// The last day that live statements of an account tell of.
    ///
    /// # Errors
    /// As the file's.
    pub fn known_until(self, account: AccountId) -> Result<Option<NaiveDate>> {
        let mut find = self
            .0
            .prepare_cached(include_str!("insight/known_until.sql"))?;
        Ok(find.query_row([account.0], |row| find_day(row, "until_date"))?)
    }

    /// The counterparties that have conversations.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_conversing(self) -> Result<Vec<CounterpartyId>> {
        let list = "SELECT id FROM conversations WHERE kind = 'counterparty'";
        self.list(list, [], |row| Ok(CounterpartyId(row.get(0)?)))
    }

    /// The version of the rules that recurring charges and double debits were found by.
    ///
    /// # Errors
    /// As the file's.
    pub fn insight_version(self) -> Result<i64> {
        let version = "SELECT version FROM insight_rules";
        Ok(self.0.query_row(version, [], |row| row.get(0))?)
    }

    fn list<T>(
        self,
        sql: &str,
        params: impl Params,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut list = self.0.prepare_cached(sql)?;
        let rows = list.query_map(params, row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Puts what recurs in a conversation, and which prices changed, in the place of what was found before.
    ///
    /// # Errors
    /// As the file's.
    pub fn put_recurrings(
        self,
        counterparty: CounterpartyId,
        rows: &[RecurringRow],
        changes: &[PriceChangeRow],
    ) -> Result<()> {
        for drop in [
            "DELETE FROM recurrings WHERE counterparty_id = ?",
            "DELETE FROM price_changes WHERE counterparty_id = ?",
        ] {
            self.0.prepare_cached(drop)?.execute([counterparty.0])?;
        }
        let mut add = self
            .0
            .prepare_cached(include_str!("insight/add_recurring.sql"))?;
        for row in rows {
            add.execute(named_params! {
                ":counterparty_id": row.counterparty.0,
                ":entry_id": row.entry.0,
                ":account_id": row.account.0,
                ":currency": row.currency.code(),
                ":rhythm": row.rhythm,
                ":usual_day": row.usual_day,
                ":is_steady": row.is_steady,
                ":payment_type": row.payment_type,
                ":last_minor": row.last_minor,
                ":expected_minor": row.expected_minor,
                ":last_day": iso(row.last_day),
                ":next_day": iso(row.next_day),
                ":entry_count": row.entry_count,
            })?;
        }
        let mut add = self.0.prepare_cached(
            "INSERT OR REPLACE INTO price_changes (counterparty_id, entry_id, charge_id, day, currency, from_minor, to_minor)
             VALUES (?, ?, ?, ?, ?, ?, ?)",
        )?;
        for row in changes {
            let (from, to) = (row.from_minor, row.to_minor);
            let currency = row.currency.code();
            add.execute((
                row.counterparty.0,
                row.entry.0,
                row.charge.0,
                iso(row.day),
                currency,
                from,
                to,
            ))?;
        }
        Ok(())
    }

    /// Puts the equal debits of a bucket in the place of those found before.
    ///
    /// # Errors
    /// As the file's.
    pub fn put_double_debits(self, bucket: DebitBucket, rows: &[DoubleDebitRow]) -> Result<()> {
        let (account, day, amount) = bucket;
        let mut drop = self.0.prepare_cached(
            "DELETE FROM double_debits WHERE account_id = ? AND day = ? AND amount_minor = ?",
        )?;
        drop.execute((account.0, iso(day), amount))?;
        let mut add = self
            .0
            .prepare_cached(include_str!("insight/add_double_debit.sql"))?;
        for row in rows {
            add.execute(named_params! {
                ":account_id": account.0,
                ":day": iso(day),
                ":amount_minor": amount,
                ":first_id": row.first.0,
                ":second_id": row.second.0,
                ":counterparty_id": row.counterparty.0,
                ":order_date": iso(row.order_date),
                ":minutes": row.minutes,
                ":equal_count": row.equal_count,
            })?;
        }
        Ok(())
    }

    /// Keeps, or with `None` forgets, what the user answers to an alert.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_alert_word(self, entry: EntryId, alert: &str, answer: Option<&str>) -> Result<()> {
        match answer {
            Some(answer) => self.0.execute(
                "INSERT INTO alert_words (entry_id, alert, answer) VALUES (?, ?, ?)
                 ON CONFLICT (entry_id, alert) DO UPDATE SET answer = excluded.answer",
                (entry.0, alert, answer),
            )?,
            None => self.0.execute(
                "DELETE FROM alert_words WHERE entry_id = ? AND alert = ?",
                (entry.0, alert),
            )?,
        };
        Ok(())
    }

    /// Notes by which version of the rules recurring charges and double debits were found.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_insight_version(self, version: i64) -> Result<()> {
        self.0
            .execute("UPDATE insight_rules SET version = ?", [version])?;
        Ok(())
    }
}
