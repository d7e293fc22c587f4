//! What the ledger shows, read in two ways: as it is exported, and page by page.

use domain::EntryId;
use ledger::{ConversationKind, EntryRow, ExportFormat, ItemKind, Ledger, PageFrom};
use serde_json::Value;

use crate::files;
use crate::model::Line;

pub(crate) fn export(ledger: &Ledger) -> String {
    let mut out = Vec::new();
    ledger.export(ExportFormat::Json, &mut out).unwrap();
    ledger.export(ExportFormat::Csv, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

pub(crate) fn json(ledger: &Ledger) -> Value {
    let mut out = Vec::new();
    ledger.export(ExportFormat::Json, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

fn cents(amount: &Value) -> i64 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn day(date: &Value) -> u32 {
    let digits = date.as_str().unwrap().rsplit('-').next();
    digits.unwrap().parse().unwrap()
}

pub(crate) fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What the export shows, as the model says it.
pub(crate) fn lines(ledger: &Ledger) -> Vec<Line> {
    let mut out = Vec::new();
    for account in array(&json(ledger)["accounts"]) {
        let number = account["account"].as_str().unwrap();
        let account_index = usize::from(number.contains("55512340987"));
        for entry in array(&account["entries"]) {
            let words: Vec<&str> = array(&entry["texts"])
                .iter()
                .map(|one| one["text"].as_str().unwrap())
                .collect();
            let text = files::TEXTS
                .into_iter()
                .find(|text| words.contains(text))
                .unwrap();
            let status = if entry["status"] == "pending" {
                "pending"
            } else {
                "booked"
            };
            out.push((
                account_index,
                day(&entry["bookingDate"]),
                cents(&entry["amount"]),
                status,
                text,
            ));
        }
    }
    out.sort_unstable();
    out
}

/// The entries of a conversation.
fn entries_with(ledger: &Ledger, with: ConversationKind) -> Vec<EntryRow> {
    let page = ledger.page(with, &PageFrom::End, 1_000).unwrap();
    let entries = page.items.into_iter().filter_map(|item| match item.kind {
        ItemKind::Entry(row, _) => Some(*row),
        _ => None,
    });
    entries.collect()
}

/// The entries of all accounts, in the order of their ids.
pub(crate) fn entries(ledger: &Ledger) -> Vec<EntryRow> {
    let accounts = ledger.accounts().unwrap();
    let mut rows: Vec<EntryRow> = accounts
        .iter()
        .flat_map(|view| entries_with(ledger, ConversationKind::Account(view.row.id)))
        .collect();
    rows.sort_by_key(|row| row.state.entry.id);
    rows
}

/// The entries that a word finds.
pub(crate) fn found(ledger: &Ledger, word: &str) -> Vec<EntryId> {
    let found = ledger.search(word, 100).unwrap().entries();
    found.iter().map(|row| row.state.entry.id).collect()
}

/// Holds balances against a walk over all entries.
pub(crate) fn check_balances(ledger: &Ledger) {
    let exported = json(ledger);
    for view in ledger.accounts().unwrap() {
        let identifier = view.row.identifier.clone();
        let number = identifier.iban.or(identifier.number).unwrap();
        let is_it = |account: &&Value| account["account"].as_str().unwrap().ends_with(&number);
        let account = array(&exported["accounts"]).iter().find(is_it).unwrap();
        let anchors: Vec<(u32, i64)> = array(&account["balances"])
            .iter()
            .map(|one| (day(&one["asOf"]), cents(&one["amount"])))
            .collect();
        let entries = entries_with(ledger, ConversationKind::Account(view.row.id));
        let moved = |after: u32, until: u32| -> i64 {
            let counted = |row: &&EntryRow| {
                let day = chrono::Datelike::day(&row.state.entry.day);
                row.state.entry.status == "booked" && (after + 1..=until).contains(&day)
            };
            let moved = entries.iter().filter(counted);
            moved.map(|row| row.state.entry.amount_minor).sum()
        };
        for on in 1u32..20 {
            let date = domain::NaiveDate::from_ymd_opt(2026, 10, on).unwrap();
            let held = ledger.balance_on(view.row.id, date).unwrap();
            let before = anchors.iter().rfind(|(day, _)| *day <= on);
            let Some((anchor, _)) = before.or(anchors.first()) else {
                assert!(
                    held.is_none(),
                    "where nothing states a balance there is none"
                );
                continue;
            };
            let fitting = anchors
                .iter()
                .filter(|(day, _)| day == anchor)
                .map(|(_, stated)| stated + moved(*anchor, on) - moved(on, *anchor));
            let held = held.unwrap().money.to_minor().unwrap();
            assert!(
                fitting.clone().any(|fitting| fitting == held),
                "{held} on day {on}"
            );
        }
    }
}
