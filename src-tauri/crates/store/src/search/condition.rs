//! Conditions as SQL: where to look first, and what says of a row that it is so.

use domain::AccountId;
use rusqlite::types::Value;

use super::{AmountRange, EntryCondition, EntryTrait, Order, Sql};
use crate::row::{iso, list};

/// Where to look first, where a trait is rare enough to lead.
pub(super) fn leads(one: &EntryTrait) -> Option<Sql> {
    let among = |ids: &str, values| {
        Some(Sql::new(
            &format!("({ids}) AS led CROSS JOIN entries WHERE entries.id = led.id"),
            values,
        ))
    };
    match one {
        EntryTrait::Ids(ids) => among(
            "SELECT value AS id FROM json_each(?)",
            vec![list(ids.iter().map(|id| id.0))],
        ),
        EntryTrait::Tags(tags) => among(
            "SELECT DISTINCT entry_id AS id FROM entry_tags WHERE tag IN (SELECT value FROM json_each(?))",
            vec![words(tags)],
        ),
        EntryTrait::WordsOrIds(query, ids) => among(
            "SELECT rowid AS id FROM entry_texts(?) UNION SELECT value FROM json_each(?)",
            vec![Value::from(query.clone()), list(ids.iter().map(|id| id.0))],
        ),
        EntryTrait::HasTag => among("SELECT DISTINCT entry_id AS id FROM entry_tags", vec![]),
        EntryTrait::HasNote => among("SELECT entry_id AS id FROM entry_notes", vec![]),
        EntryTrait::HasReceipt => among(
            "SELECT DISTINCT entry_id AS id FROM links WHERE state = 'linked'",
            vec![],
        ),
        EntryTrait::IsRefund => among("SELECT DISTINCT refund_id AS id FROM refunds", vec![]),
        EntryTrait::IsRefunded => among("SELECT DISTINCT purchase_id AS id FROM refunds", vec![]),
        EntryTrait::IsTransfer => among(
            "SELECT from_id AS id FROM transfers UNION ALL SELECT to_id FROM transfers",
            vec![],
        ),
        EntryTrait::IsPending => among("SELECT id FROM entries WHERE status = 'pending'", vec![]),
        EntryTrait::IsOwn => among("SELECT entry_id AS id FROM own_entries", vec![]),
        EntryTrait::Counterparties(ids) => Some(Sql::new(
            "json_each(?) AS led CROSS JOIN entries WHERE entries.counterparty_id = led.value",
            vec![list(ids.iter().map(|id| id.0))],
        )),
        EntryTrait::Words(_)
        | EntryTrait::IsCounted
        | EntryTrait::IsOfType(_)
        | EntryTrait::IsOfTypes(_)
        | EntryTrait::Days(..)
        | EntryTrait::Amounts(_)
        | EntryTrait::Accounts(_) => None,
    }
}

/// Whether it may be asked of one entry after the other: for the others a list that may be long is made first, once for all entries.
pub(super) fn is_of_entry(one: &EntryTrait) -> bool {
    !matches!(
        one,
        EntryTrait::Words(_)
            | EntryTrait::WordsOrIds(..)
            | EntryTrait::Ids(_)
            | EntryTrait::Counterparties(_)
            | EntryTrait::Tags(_)
    )
}

/// Of no more days than these all entries are looked at; from the newest day on to older ones it would take longer.
const FEW_DAYS: i64 = 366;

/// One account's entries, newest first, and in which order they come: amounts are looked up day by day, but on few days.
pub(super) fn within(account: AccountId, wanted: &[EntryCondition]) -> (Sql, Order) {
    let ranges = wanted.iter().find_map(|one| match &one.is {
        EntryTrait::Amounts(ranges) if !one.is_excluded => Some(ranges),
        _ => None,
    });
    let is_of_few_days = wanted.iter().any(|one| match one.is {
        EntryTrait::Days(Some(from), Some(until)) => {
            !one.is_excluded && (until - from).num_days() <= FEW_DAYS
        }
        _ => false,
    });
    let account = Value::from(account.0);
    let Some(ranges) = ranges.filter(|ranges| ranges.is_empty() || !is_of_few_days) else {
        let sql = "entries INDEXED BY entries_of_account WHERE entries.account_id = ?";
        return (Sql::new(sql, vec![account]), Order::Shown);
    };
    let pairs: Vec<String> = spans(ranges)
        .iter()
        .map(|(from, until)| format!("[{from},{until}]"))
        .collect();
    let pairs = Value::from(format!("[{}]", pairs.join(",")));
    let values = vec![account.clone(), account.clone(), pairs, account];
    let sql = include_str!("by_day.sql");
    (Sql::new(sql, values), Order::Bank)
}

/// The minor units that ranges cover, whatever their currency, from least to most: no two touch, so that each entry is met
/// once.
fn spans(ranges: &[AmountRange]) -> Vec<(i64, i64)> {
    let mut pairs: Vec<(i64, i64)> = ranges
        .iter()
        .map(|range| (range.from_minor, range.until_minor))
        .collect();
    pairs.sort_unstable();
    let mut spans: Vec<(i64, i64)> = Vec::with_capacity(pairs.len());
    for (from, until) in pairs {
        match spans.last_mut() {
            Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(until),
            _ => spans.push((from, until)),
        }
    }
    spans
}

/// What says of a row of `entries` that it is so.
pub(super) fn holds(one: &EntryTrait) -> Sql {
    let plain = |text: &str| Sql::new(text, Vec::new());
    match one {
        EntryTrait::Days(from, until) => {
            let (from, until) = (from.map(iso), until.map(iso));
            Sql::new(
                "entries.order_date >= ? AND entries.order_date <= ?",
                vec![
                    Value::from(from.unwrap_or_default()),
                    Value::from(until.unwrap_or_else(|| "9999-12-31".to_owned())),
                ],
            )
        }
        EntryTrait::Amounts(ranges) if ranges.is_empty() => plain("0"),
        EntryTrait::Amounts(ranges) => {
            let mut sql = Sql::default();
            for range in ranges {
                let or = if sql.text.is_empty() { "" } else { " OR " };
                sql.text.push_str(or);
                sql.text
                    .push_str("(entries.currency = ? AND entries.amount_minor BETWEEN ? AND ?)");
                sql.values.push(range.currency.code().to_owned().into());
                sql.values.push(range.from_minor.into());
                sql.values.push(range.until_minor.into());
            }
            sql
        }
        EntryTrait::Counterparties(ids) => Sql::new(
            "entries.counterparty_id IN (SELECT value FROM json_each(?))",
            vec![list(ids.iter().map(|id| id.0))],
        ),
        EntryTrait::Accounts(ids) => Sql::new(
            "entries.account_id IN (SELECT value FROM json_each(?))",
            vec![list(ids.iter().map(|id| id.0))],
        ),
        EntryTrait::Ids(ids) => Sql::new(
            "entries.id IN (SELECT value FROM json_each(?))",
            vec![list(ids.iter().map(|id| id.0))],
        ),
        EntryTrait::Tags(tags) => Sql::new(
            "EXISTS (SELECT 1 FROM entry_tags WHERE entry_id = entries.id AND tag IN (SELECT value FROM json_each(?)))",
            vec![words(tags)],
        ),
        EntryTrait::Words(query) => Sql::new(
            "entries.id IN (SELECT rowid FROM entry_texts(?))",
            vec![Value::from(query.clone())],
        ),
        EntryTrait::WordsOrIds(query, ids) => Sql::new(
            "entries.id IN (SELECT rowid FROM entry_texts(?)) OR entries.id IN (SELECT value FROM json_each(?))",
            vec![Value::from(query.clone()), list(ids.iter().map(|id| id.0))],
        ),
        EntryTrait::HasReceipt => plain(
            "EXISTS (SELECT 1 FROM links WHERE links.entry_id = entries.id AND links.state = 'linked')",
        ),
        EntryTrait::HasNote => {
            plain("EXISTS (SELECT 1 FROM entry_notes WHERE entry_id = entries.id)")
        }
        EntryTrait::HasTag => {
            plain("EXISTS (SELECT 1 FROM entry_tags WHERE entry_id = entries.id)")
        }
        EntryTrait::IsRefund => {
            plain("EXISTS (SELECT 1 FROM refunds WHERE refund_id = entries.id)")
        }
        EntryTrait::IsRefunded => {
            plain("EXISTS (SELECT 1 FROM refunds WHERE purchase_id = entries.id)")
        }
        EntryTrait::IsTransfer => plain("entries.is_transfer"),
        EntryTrait::IsPending => plain("entries.status = 'pending'"),
        EntryTrait::IsCounted => plain("entries.status = 'booked' AND NOT entries.is_transfer"),
        EntryTrait::IsOwn => plain("entries.origin = 'user'"),
        EntryTrait::IsOfTypes(types) => Sql::new(
            "EXISTS (SELECT 1 FROM sightings WHERE sightings.id = entries.sighting_id
                 AND payment_type IN (SELECT value FROM json_each(?)))",
            vec![words(types)],
        ),
        EntryTrait::IsOfType(word) => Sql::new(
            "EXISTS (SELECT 1 FROM sightings WHERE sightings.id = entries.sighting_id AND payment_type = ?)",
            vec![Value::from(word.clone())],
        ),
    }
}

/// A JSON array of words.
fn words(words: &[String]) -> Value {
    let quoted: Vec<String> = words
        .iter()
        .map(|word| {
            let escaped: String = word
                .chars()
                .map(|c| match c {
                    '"' | '\\' => format!("\\{c}"),
                    c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
                    c => c.to_string(),
                })
                .collect();
            format!("\"{escaped}\"")
        })
        .collect();
    Value::from(format!("[{}]", quoted.join(",")))
}
