//! Leaving with everything: entries by account, booking date and identity. Ids, the log and documents of undone imports stay
//! behind, so that equal ledgers give equal bytes.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;

use domain::{AccountId, Money};
use serde_json::json;
use store::{AccountRow, ConversationKind, CounterpartyRow, EntryRow, OtherSide, Read};

use crate::own::Own;
use crate::{Error, Ledger, Result};

/// A format that a ledger can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// RFC 4180, UTF-8, one line per entry.
    Csv,
    /// One document: accounts, their balances and entries.
    Json,
}

/// How much was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Exported {
    /// Accounts.
    pub accounts: usize,
    /// Entries.
    pub entries: usize,
}

const COLUMNS: &[&str] = &[
    "account",
    "accountName",
    "bookingDate",
    "valueDate",
    "transactionDate",
    "amount",
    "currency",
    "status",
    "counterparty",
    "paymentType",
    "reference",
    "endToEndId",
    "text",
    "conversation",
    "note",
    "tags",
    "originalAmount",
    "originalCurrency",
    "rate",
    "transferAccount",
];

impl Ledger {
    /// Writes the ledger in a format.
    ///
    /// # Errors
    /// The store's, or [`Error::Write`].
    pub fn export(&self, format: ExportFormat, out: &mut dyn Write) -> Result<Exported> {
        self.store.read(|read| {
            let accounts = accounts(read)?;
            let mut entries: HashMap<AccountId, Vec<EntryRow>> = HashMap::new();
            read.for_each_entry(|entry| {
                entries.entry(entry.state.entry.account).or_default().push(entry);
                Ok::<(), Error>(())
            })?;
            let done = Exported {
                accounts: accounts.len(),
                entries: entries.values().map(Vec::len).sum(),
            };
            match format {
                ExportFormat::Csv => csv(out, &accounts, &entries)?,
                ExportFormat::Json => {
                    let (mut balances, mut notes) = (HashMap::new(), HashMap::new());
                    for (_, account) in &accounts {
                        balances.insert(account.id, read.list_balances(account.id)?);
                        let with = ConversationKind::Account(account.id);
                        notes.insert(account.id, (notes_of(read, with)?, questions_of(read, with)?));
                    }
                    let written = accounts.iter().map(|(name, account)| {
                        let none = Vec::new();
                        json!({
                            "account": name,
                            "iban": account.identifier.iban,
                            "number": account.identifier.number,
                            "bankId": account.identifier.bank_id,
                            "name": crate::account::shown_name(account),
                            "kind": account.user_kind.unwrap_or(account.kind),
                            "currency": account.currency,
                            "balances": balances.get(&account.id).into_iter().flatten().map(balance).collect::<Vec<_>>(),
                            "entries": entries.get(&account.id).unwrap_or(&none).iter().map(|row| entry(row, &accounts)).collect::<Vec<_>>(),
                            "notes": notes.get(&account.id).map(|said| &said.0),
                            "questions": notes.get(&account.id).map(|said| &said.1),
                        })
                    });
                    let all = json!({
                        "counterfoil": 1,
                        "accounts": written.collect::<Vec<_>>(),
                        "counterparties": counterparties(read)?,
                        "categories": categories(read)?,
                    });
                    serde_json::to_writer_pretty(&mut *out, &all)?;
                    out.write_all(b"\n")?;
                }
            }
            Ok(done)
        })
    }
}

/// The accounts by name; those that nothing tells apart by the documents that show them.
fn accounts(read: Read<'_>) -> Result<Vec<(String, AccountRow)>> {
    let mut accounts = Vec::new();
    for account in read.list_live_accounts()? {
        let statements = read.list_statements(account.id)?;
        let first = statements
            .iter()
            .map(|row| (row.sha256, row.statement.ordinal));
        let place = (name_of(&account), account.currency.to_string(), first.min());
        accounts.push((place, account));
    }
    accounts.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(accounts
        .into_iter()
        .map(|((name, ..), account)| (name, account))
        .collect())
}

fn csv(
    out: &mut dyn Write,
    accounts: &[(String, AccountRow)],
    entries: &HashMap<AccountId, Vec<EntryRow>>,
) -> Result<()> {
    writeln!(out, "{}", COLUMNS.join(","))?;
    for (name, account) in accounts {
        for row in entries.get(&account.id).into_iter().flatten() {
            let sighting = &row.sighting;
            let entry = &row.state.entry;
            let original = sighting.original.as_ref();
            let other = row.other_side.as_ref();
            let transfer = other.map(|other| name_among(accounts, other.key.account));
            let day =
                |day: Option<domain::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            let texts: Vec<&str> = sighting
                .texts
                .iter()
                .map(|(_, text)| text.as_str())
                .collect();
            let fields = [
                name.clone(),
                crate::account::shown_name(account).unwrap_or_default(),
                day(Some(sighting.booking_date.unwrap_or(entry.day))),
                day(sighting.value_date),
                day(Some(entry.order_date)),
                Money::from_minor(entry.amount_minor, entry.currency).to_plain(),
                entry.currency.to_string(),
                entry.status.clone(),
                sighting.name.clone(),
                sighting.payment_type.clone(),
                sighting.reference.clone().unwrap_or_default(),
                sighting.end_to_end_id.clone().unwrap_or_default(),
                texts.join(" / "),
                conversation_of(&row.counterparty).to_owned(),
                row.note.clone().unwrap_or_default(),
                row.tags.join(" / "),
                original
                    .map(|(amount, _)| amount.clone())
                    .unwrap_or_default(),
                original
                    .map(|(_, currency)| currency.to_string())
                    .unwrap_or_default(),
                sighting.rate.clone().unwrap_or_default(),
                transfer.unwrap_or_default(),
            ];
            let line: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
            writeln!(out, "{}", line.join(","))?;
        }
    }
    Ok(())
}

/// RFC 4180, section 2. A field that a spreadsheet would run as a formula is kept as text by a leading apostrophe, signed
/// amounts aside.
fn quoted(field: &str) -> String {
    let formula = field.starts_with(['=', '@', '\t'])
        || (field.starts_with(['+', '-'])
            && !field
                .chars()
                .skip(1)
                .all(|c| c.is_ascii_digit() || c == '.'));
    let field = if formula {
        format!("'{field}")
    } else {
        field.to_owned()
    };
    if field.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

/// What names an account in an export: what tells it from others, never its id.
fn name_of(account: &AccountRow) -> String {
    let identifier = &account.identifier;
    let bank = identifier.bank_id.as_deref().unwrap_or_default();
    match (&identifier.iban, &identifier.number) {
        (Some(iban), _) => iban.clone(),
        (None, Some(number)) if bank.is_empty() => number.clone(),
        (None, Some(number)) => format!("{bank}/{number}"),
        (None, None) => crate::account::shown_name(account).unwrap_or_default(),
    }
}

fn name_among(accounts: &[(String, AccountRow)], id: AccountId) -> String {
    let mut named = accounts.iter().filter(|(_, account)| account.id == id);
    named
        .next()
        .map(|(name, _)| name.clone())
        .unwrap_or_default()
}

/// The other side of a transfer: what tells it from others, never its id.
fn transfer(other: &OtherSide, accounts: &[(String, AccountRow)]) -> serde_json::Value {
    json!({
        "account": name_among(accounts, other.key.account),
        "day": other.key.day,
        "amount": Money::from_minor(other.key.amount_minor, other.currency).to_plain(),
        "currency": other.currency,
        "byUser": other.by_user,
    })
}

fn entry(row: &EntryRow, accounts: &[(String, AccountRow)]) -> serde_json::Value {
    let entry = &row.state.entry;
    let sighting = &row.sighting;
    let texts = sighting
        .texts
        .iter()
        .map(|(label, text)| json!({ "label": label, "text": text }));
    json!({
        "bookingDate": sighting.booking_date.unwrap_or(entry.day),
        "valueDate": sighting.value_date,
        "transactionDate": entry.order_date,
        "transactionTime": (!entry.order_time.is_empty()).then_some(&entry.order_time),
        "amount": Money::from_minor(entry.amount_minor, entry.currency).to_plain(),
        "amountPrinted": sighting.amount_printed,
        "currency": entry.currency,
        "original": sighting.original.as_ref().map(|(amount, currency)| json!({ "amount": amount, "currency": currency })),
        "rate": sighting.rate,
        "status": entry.status,
        "counterparty": sighting.name,
        "paymentType": sighting.payment_type,
        "reference": sighting.reference,
        "endToEndId": sighting.end_to_end_id,
        "texts": texts.collect::<Vec<_>>(),
        "conversation": conversation_of(&row.counterparty),
        "note": row.note,
        "tags": row.tags,
        "transfer": row.other_side.as_ref().map(|other| transfer(other, accounts)),
    })
}

/// Whose conversation an entry is in: the user's name for it, else what tells it from others, never its id.
fn conversation_of(row: &CounterpartyRow) -> &str {
    row.user_name.as_deref().unwrap_or(&row.counterparty.key)
}

/// What the user said of counterparties.
fn counterparties(read: Read<'_>) -> Result<Vec<serde_json::Value>> {
    let own = Own::load(read)?;
    let merged: HashMap<_, _> = own.merges().collect();
    let categories = read.list_counterparty_categories()?;
    let noted = read.list_all_notes()?.into_iter().map(|note| note.with);
    let noted = noted.chain(read.list_all_questions()?.into_iter().map(|row| row.with));
    let noted = noted.filter_map(|with| match with {
        ConversationKind::Counterparty(id) => Some(id),
        ConversationKind::Account(_) => None,
    });
    let mut said = BTreeMap::new();
    let merged_ids = merged.keys().copied();
    let about = own
        .named()
        .chain(merged_ids)
        .chain(categories.keys().copied());
    for id in about.chain(noted) {
        let row = read.get_counterparty(id)?;
        let into = merged.get(&id).map(|into| read.get_counterparty(*into));
        let into = into.transpose()?.map(|into| into.counterparty.key);
        let key = row.counterparty.key;
        let value = json!({
            "counterparty": key,
            "name": row.user_name,
            "mergedInto": into,
            "category": categories.get(&id),
            "notes": notes_of(read, ConversationKind::Counterparty(id))?,
            "questions": questions_of(read, ConversationKind::Counterparty(id))?,
        });
        said.insert(key, value);
    }
    Ok(said.into_values().collect())
}

/// The categories that the user made or named.
fn categories(read: Read<'_>) -> Result<Vec<serde_json::Value>> {
    let rows = read.list_categories()?.into_iter();
    Ok(rows
        .map(|row| json!({ "category": row.word, "name": row.name, "glyph": row.glyph }))
        .collect())
}

/// The notes written in a conversation, by day.
fn notes_of(read: Read<'_>, with: ConversationKind) -> Result<Vec<serde_json::Value>> {
    let rows = read.list_notes(with)?.into_iter();
    Ok(rows
        .map(|row| {
            json!({
                "day": row.day,
                "reminder": row.is_reminder,
                "done": row.is_done,
                "note": row.note,
                "tags": row.tags,
            })
        })
        .collect())
}

/// The questions asked in a conversation, by day. Their answers are in the entries.
fn questions_of(read: Read<'_>, with: ConversationKind) -> Result<Vec<serde_json::Value>> {
    let rows = read.list_questions(with)?.into_iter();
    Ok(rows
        .map(|row| json!({ "day": row.day, "question": row.question }))
        .collect())
}

fn balance(row: &store::BalanceRow) -> serde_json::Value {
    let balance = &row.balance;
    json!({
        "kind": balance.kind,
        "asOf": balance.as_of,
        "amount": Money::from_minor(balance.amount_minor, balance.currency).to_plain(),
        "currency": balance.currency,
    })
}
