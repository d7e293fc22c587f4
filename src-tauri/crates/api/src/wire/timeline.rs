//! Rows of a conversation.

use ::timeline::beyond_the_name;
use domain::{Money, NaiveDate};
use ledger::{
    Category, CounterpartyRow, EntryRow, Item, ItemKind, NoteRow, Operation, ReceiptView, Returned,
    ReturnedPair, StatementRow, WhyUnproved,
};
use serde::Deserialize;
use store::{BalanceRow, OtherSide, SightingRow};
use text::{Cash, Command};

use super::answer::{Asked, answer_item};
use super::coverage::{chain_break, gap_item};
use super::insight::{alert_item, expected_item, price_change_item};
use super::receipt::{delivery_item, receipt_block, service_items, waiting_item};
use super::{day, minor, money, stated};
use crate::Words;
use crate::categories::CategoryOf;
use crate::edits::CounterpartyName;
use crate::entries::{EntryFull, Provenance, RawText, ReturnSide};
use crate::history::HistoryRow;
use crate::money::MoneyDto;
use crate::questions::{QuestionItem, UncountedItem};
use crate::timeline::{
    BalanceItem, EntryItem, ImportItem, NoteItem, ProofItem, RefundOf, TimelineItem, TransferSide,
    UnprovedItem,
};

/// What a row of a conversation is told as.
pub(crate) fn timeline_items(item: &Item, today: NaiveDate, words: &Words) -> Vec<TimelineItem> {
    let one = match &item.kind {
        ItemKind::Entry(row, unread) => {
            let mut entry = entry_item(row, *unread, words);
            entry.receipts = item.receipts.iter().map(receipt_block).collect();
            give_back(&mut entry, row, &item.returned);
            TimelineItem::Entry(entry)
        }
        ItemKind::Balance(row) => TimelineItem::Balance(balance_item(row)),
        ItemKind::Proof(row, why) => TimelineItem::Proof(proof_item(row, *why, day(item.date))),
        ItemKind::Gap(gap) => TimelineItem::Gap(gap_item(gap)),
        ItemKind::ChainBreak(broken) => TimelineItem::ChainBreak(chain_break(broken)),
        ItemKind::Import(operation) => TimelineItem::Import(import_item(operation, day(item.date))),
        ItemKind::Receipt(view) => TimelineItem::Waiting(waiting_item(view, words)),
        ItemKind::Delivery(view, index) => {
            let parcel = delivery_item(view, *index, item.date, today);
            return parcel.map(TimelineItem::Delivery).into_iter().collect();
        }
        ItemKind::Deadline(view) => {
            let services = service_items(view, item.date, today).into_iter();
            return services.map(TimelineItem::Service).collect();
        }
        ItemKind::Alert(alert) => TimelineItem::Alert(alert_item(alert, words)),
        ItemKind::PriceChange(change) => TimelineItem::PriceChange(price_change_item(change)),
        ItemKind::Expected(expected) => TimelineItem::Expected(expected_item(expected, words)),
        ItemKind::Question(row) => TimelineItem::Question(QuestionItem {
            id: row.id.0,
            date: day(row.day),
            text: row.question.clone(),
        }),
        ItemKind::Answer(told) => {
            let (row, answer) = told.as_ref();
            match answer {
                Some(answer) => {
                    let asked = Asked::of(row, today);
                    TimelineItem::Answer(Box::new(answer_item(&asked, answer, words)))
                }
                None => TimelineItem::Uncounted(UncountedItem {
                    question: row.id.0,
                    date: day(row.day),
                }),
            }
        }
        ItemKind::Note(note) => TimelineItem::Note(note_item(note, words)),
    };
    vec![one]
}

/// An entry's bubble.
pub(crate) fn entry_item(row: &EntryRow, unread: bool, words: &Words) -> EntryItem {
    let entry = &row.state.entry;
    let sighting = &row.sighting;
    let name = counterparty_name(&row.counterparty, words);
    EntryItem {
        id: entry.id.0,
        date: day(entry.order_date),
        time: Some(entry.order_time.clone()).filter(|time| !time.is_empty()),
        money: minor(entry.amount_minor, entry.currency),
        status: entry.status.clone(),
        account: entry.account.0,
        counterparty: entry.counterparty.0,
        text: beyond_the_name(&name, sighting.texts.iter().map(|(_, text)| text.as_str())),
        name,
        payment_type: sighting.payment_type.clone(),
        card: sighting.card_ending.clone(),
        original: original(sighting),
        transfer: row.other_side.as_ref().map(transfer_side),
        unread,
        receipts: Vec::new(),
        refund_of: None,
        is_refunded: false,
        cost: None,
        note: row.note.clone(),
        tags: row.tags.clone(),
        category: Category::of_entry(row).map(|category| category.word),
        typed: typed(row, words),
    }
}

/// The line that writes down what the user wrote down.
fn typed(row: &EntryRow, words: &Words) -> Option<String> {
    let entry = &row.state.entry;
    if !entry.is_own() {
        return None;
    }
    let text = row.sighting.texts.first().map(|(_, text)| text.clone());
    let cash = Cash {
        amount: Money::from_minor(entry.amount_minor, entry.currency).amount,
        currency: None,
        day: entry.order_date,
        who: text.unwrap_or_else(|| counterparty_name(&row.counterparty, words)),
        tags: Vec::new(),
    };
    Some(text::cash_line(&cash, words.lang()))
}

fn note_item(row: &NoteRow, words: &Words) -> NoteItem {
    let tags = row.tags.iter().map(|tag| format!("#{tag}"));
    let said: Vec<String> = Some(row.note.clone())
        .filter(|note| !note.is_empty())
        .into_iter()
        .chain(tags)
        .collect();
    let mut typed = said.join(" ");
    if row.is_reminder {
        let command = Command::Reminder.typed(words.lang());
        typed = format!("/{command} {} {typed}", row.day);
    }
    NoteItem {
        id: row.id.0,
        date: day(row.day),
        text: row.note.clone(),
        tags: row.tags.clone(),
        reminder: row.is_reminder,
        done: row.is_done,
        typed,
    }
}

fn transfer_side(other: &OtherSide) -> TransferSide {
    TransferSide {
        account: other.key.account.0,
        entry: other.key.id.0,
        date: day(other.key.day),
        money: minor(other.key.amount_minor, other.currency),
        by_user: other.by_user,
        reasons: other
            .reasons
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
    }
}

/// Says on a bubble what it gives back, or what of it came back.
pub(crate) fn give_back(item: &mut EntryItem, row: &EntryRow, returned: &Returned) {
    let entry = &row.state.entry;
    item.refund_of = returned.of.map(|(id, date)| RefundOf {
        entry: id.0,
        date: day(date),
    });
    if returned.back_minor > 0 {
        let cost = entry.amount_minor.saturating_add(returned.back_minor);
        item.is_refunded = cost >= 0;
        item.cost = Some(minor(cost, entry.currency));
    }
}

/// The other side of a refund, for the inspector.
pub(crate) fn return_side(pair: &ReturnedPair, other: &EntryRow, words: &Words) -> ReturnSide {
    ReturnSide {
        money: minor(pair.amount_minor, other.state.entry.currency),
        entry: entry_item(other, false, words),
        by_user: pair.by_user,
        named: pair.is_named,
    }
}

/// The counterparty's name as shown: the user's, else the cleaned one, else what such a counterparty is called.
pub(crate) fn counterparty_name(row: &CounterpartyRow, words: &Words) -> String {
    let given = row.user_name.as_ref().unwrap_or(&row.counterparty.name);
    if !given.trim().is_empty() {
        return given.clone();
    }
    let own = format!("conversation-{}", row.counterparty.key.replace(':', "-"));
    match row.counterparty.kind.as_str() {
        "bank" if words.has(&own) => words.text(&own, &[]),
        "bank" => words.text("conversation-bank", &[]),
        _ => words.text("counterparty-unknown", &[]),
    }
}

/// A counterparty by its name.
pub(crate) fn counterparty(row: &CounterpartyRow, words: &Words) -> CounterpartyName {
    CounterpartyName {
        id: row.id.0,
        name: counterparty_name(row, words),
    }
}

/// Everything known about one entry. `sightings` are those that stand, the shown one first.
pub(crate) fn entry_full(
    row: &EntryRow,
    (sightings, counterparts): (&[(SightingRow, Operation)], &[EntryRow]),
    account_name: String,
    (receipts, history): (&[ReceiptView], Vec<HistoryRow>),
    words: &Words,
) -> EntryFull {
    let sighting = &row.sighting;
    let more: More = sighting
        .more
        .as_deref()
        .and_then(|more| serde_json::from_str(more).ok())
        .unwrap_or_default();
    let transaction_date = sighting.order_date;
    let is_other = Some(transaction_date) != sighting.booking_date;
    let mut entry = entry_item(row, false, words);
    entry.receipts = receipts.iter().map(receipt_block).collect();
    EntryFull {
        entry,
        history,
        category: Category::of_entry(row).map(CategoryOf::from),
        account_name,
        deleted: row.state.is_deleted,
        raw: sighting
            .texts
            .iter()
            .map(|(label, text)| RawText {
                label: label.clone(),
                text: text.clone(),
            })
            .collect(),
        transaction_date: is_other.then(|| day(transaction_date)),
        booking_date: sighting.booking_date.map(day),
        value_date: sighting.value_date.map(day),
        reference: sighting.reference.clone(),
        end_to_end_id: sighting.end_to_end_id.clone(),
        mandate_id: more.mandate_id,
        counterparty_account: more.counterparty_account,
        rate: sighting.rate.clone(),
        counterparts: counterparts
            .iter()
            .map(|row| entry_item(row, false, words))
            .collect(),
        alerts: Vec::new(),
        returns: Vec::new(),
        purchases: Vec::new(),
        balance_after: sighting
            .balance_after_minor
            .map(|after| minor(after, sighting.currency)),
        provenance: sightings
            .iter()
            .map(|(sighting, operation)| provenance(sighting, operation))
            .collect(),
    }
}

/// What a row says that few rows say.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct More {
    mandate_id: Option<String>,
    counterparty_account: Option<String>,
}

/// Where a row was read.
pub(super) fn provenance(sighting: &SightingRow, operation: &Operation) -> Provenance {
    let (file, sha256, format) = operation.document.clone().unwrap_or_default();
    Provenance {
        file,
        line: Some(sighting.line).filter(|line| *line > 0),
        format,
        imported_at: operation.row.operation.at.clone(),
        sha256: super::history::hex(&sha256),
    }
}

fn original(sighting: &SightingRow) -> Option<MoneyDto> {
    let (amount, currency) = sighting.original.as_ref()?;
    Some(stated(amount.parse().ok()?, *currency))
}

fn balance_item(row: &BalanceRow) -> BalanceItem {
    let balance = &row.balance;
    BalanceItem {
        date: day(balance.as_of),
        money: minor(balance.amount_minor, balance.currency),
        balance_kind: balance.kind.clone(),
    }
}

fn proof_item(row: &StatementRow, why: Option<WhyUnproved>, date: String) -> ProofItem {
    let statement = &row.statement;
    let currency = statement.currency;
    ProofItem {
        date,
        from: statement.from.map(day),
        proof: statement.proof.clone(),
        opening_date: statement.opening_date.map(day),
        opening: statement
            .opening_minor
            .map(|amount| minor(amount, currency)),
        money_in: minor(statement.in_minor, currency),
        out: minor(statement.out_minor, currency),
        count: statement.entry_count,
        closing: statement
            .closing_minor
            .map(|amount| minor(amount, currency)),
        difference: statement
            .difference_minor
            .map(|amount| minor(amount, currency)),
        broken_at_line: statement.broken_at_line,
        unproved: why.map(unproved),
        file: row.document_name.clone(),
    }
}

fn unproved(why: WhyUnproved) -> UnprovedItem {
    match why {
        WhyUnproved::NoBalance => UnprovedItem::NoBalance,
        WhyUnproved::NothingBefore => UnprovedItem::NothingBefore,
        WhyUnproved::Apart { on, known, missing } => UnprovedItem::Apart {
            on: day(on),
            known: money(known),
            missing: money(missing),
        },
    }
}

fn import_item(operation: &Operation, date: String) -> ImportItem {
    let counts = operation
        .import
        .as_ref()
        .map(|import| import.counts)
        .unwrap_or_default();
    let count = |rows: u64| i64::try_from(rows).unwrap_or(i64::MAX);
    ImportItem {
        operation: operation.row.id.0,
        date,
        file: operation
            .document
            .as_ref()
            .map(|document| document.0.clone())
            .unwrap_or_default(),
        added: count(counts.new),
        known: count(counts.known),
        unreadable: count(counts.unreadable),
    }
}
