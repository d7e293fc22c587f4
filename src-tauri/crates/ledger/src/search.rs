//! Search: what a person typed, held against entries, receipts and notes.
//!
//! Words lead through the index; receipts and notes of the user are few and looked at whole.

mod asked;
mod newest;
mod wanted;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use ask::Query;
use domain::{AccountId, DocumentId, EntryId, NaiveDate, ReceiptId, ReceiptSightingId};
use receipt::Receipt;
use store::{
    ConversationKind, CounterpartyRow, EntryCondition, EntryRow, EntryTrait, FoundReceipt, NoteRow,
    Read, Write,
};

use crate::answer::{Uncovered, uncovered};
use crate::coverage::coverage;
use crate::insights;
use crate::own::Own;
use crate::page::{Item, ItemKind, entry_item};
use crate::receipts::{self, ReceiptState, ReceiptView};
use crate::{Ledger, Result, clock};
pub(crate) use asked::asked_words;
use newest::{find_newest, words_of};
use wanted::Wanted;
pub(crate) use wanted::ranges;

/// What a search found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// What was typed, understood.
    pub query: Query,
    /// Which of its parts name nothing that there is.
    pub unknown: Vec<usize>,
    /// Newest first.
    pub hits: Vec<Hit>,
    /// Whether there are more than these.
    pub more: bool,
    /// Where nothing was found: of the days asked for those that no statement tells of, oldest first.
    pub gaps: Vec<Uncovered>,
}

impl Found {
    /// The entries among the hits.
    pub fn entries(self) -> Vec<EntryRow> {
        let rows = self.hits.into_iter().filter_map(|hit| match hit.item.kind {
            ItemKind::Entry(row, _) => Some(*row),
            _ => None,
        });
        rows.collect()
    }
}

/// A row of a conversation that was found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The row.
    pub item: Item,
    /// The conversation to read it in.
    pub with: ConversationKind,
    /// With whom that is, where it is not an account's.
    pub counterparty: Option<CounterpartyRow>,
    /// The documents whose words were hit.
    pub told: Vec<Told>,
    /// Whether an alert stands behind it that waits for an answer.
    pub to_check: bool,
}

/// What a document says of a purchase.
#[derive(Debug, Clone)]
pub struct Told {
    /// The document's name.
    pub document: String,
    /// As read.
    pub receipt: Receipt,
}

impl Ledger {
    /// What was typed today, and the newest rows of which all of it holds.
    ///
    /// # Errors
    /// The store's.
    pub fn search(&self, typed: &str, limit: u32) -> Result<Found> {
        let today = clock::today();
        let query = ask::parse(typed, today);
        self.store.read(|read| {
            let mut found = find(read, query, limit)?;
            mark(read, &mut found.hits, today)?;
            Ok(found)
        })
    }
}

/// Indexes what an earlier version indexed otherwise or not at all.
pub(crate) fn renew(ledger: &Ledger) -> Result<()> {
    renew_entries(ledger)?;
    renew_receipts(ledger)
}

/// So many entries are indexed in a transaction, so that nobody who writes meanwhile waits long.
const TOGETHER: u32 = 10_000;

/// What one transaction began is gone on with at the next opening; another process may be at it too, or add entries.
fn renew_entries(ledger: &Ledger) -> Result<()> {
    let mut after = EntryId(i64::MIN);
    let mut is_whole = ledger.store.read(|read| read.is_index_whole())?;
    while !is_whole {
        is_whole = ledger.store.write(|write| {
            let read = write.read();
            let own = Own::load(read)?;
            let missing = read.list_unindexed_entries(after, TOGETHER)?;
            for id in &missing {
                let state = read.get_entry_state(*id)?;
                write.add_entry_text(*id, &words_of(read, &own, &state)?)?;
            }
            match missing.last() {
                Some(last) => after = *last,
                None => write.set_index_whole()?,
            }
            Ok::<_, crate::Error>(missing.is_empty())
        })?;
    }
    Ok(())
}

fn renew_receipts(ledger: &Ledger) -> Result<()> {
    let missing = ledger.store.read(|read| read.list_unindexed_receipts())?;
    if missing.is_empty() {
        return Ok(());
    }
    ledger.store.write(|write| {
        for id in missing {
            let row = write.read().get_receipt_sighting(id)?;
            index(write, id, &serde_json::from_str(&row.stated)?)?;
        }
        Ok(())
    })
}

/// Takes the text of a forgotten message out of the ledger and its index; what was read from it stays.
pub(crate) fn forget_message(write: Write<'_>, document: DocumentId) -> Result<()> {
    let read = write.read();
    for id in read.list_receipt_sightings_in(document)? {
        let row = read.get_receipt_sighting(id)?;
        let mut receipt: Receipt = serde_json::from_str(&row.stated)?;
        if !std::mem::take(&mut receipt.message).is_empty() {
            write.set_receipt_stated(id, &serde_json::to_string(&receipt)?)?;
            write.replace_receipt_text(id, &searched(&receipt).join("\n"))?;
        }
    }
    Ok(())
}

/// Writes what a document says of a purchase into the index.
pub(crate) fn index(write: Write<'_>, id: ReceiptSightingId, receipt: &Receipt) -> Result<()> {
    Ok(write.add_receipt_text(id, &searched(receipt).join("\n"))?)
}

/// What is searched of a receipt: what was bought, who sold it, the numbers, and the message that told of it.
pub fn searched(receipt: &Receipt) -> Vec<&str> {
    let lines = receipt.lines.iter().map(|line| line.name.as_str());
    let found = [
        &receipt.merchant,
        &receipt.merchant_legal,
        &receipt.order_number,
        &receipt.invoice_number,
        &receipt.payment.method,
        &receipt.payment.statement_descriptor,
    ];
    let parcels = receipt.deliveries.iter();
    let parcels = parcels.flat_map(|parcel| [&parcel.carrier, &parcel.tracking_number]);
    let found = found.into_iter().chain(parcels).flatten();
    let numbers = receipt.other_order_numbers.iter().map(String::as_str);
    lines
        .chain(found.map(|found| found.value.as_str()))
        .chain(numbers)
        .chain(receipt.message.lines())
        .collect()
}

fn find(read: Read<'_>, query: Query, limit: u32) -> Result<Found> {
    let mut wanted = Wanted::of(read, &query)?;
    let mut found = Found {
        unknown: wanted.unknown.clone(),
        query,
        ..Found::default()
    };
    if wanted.is_hopeless() {
        return Ok(found);
    }
    let most = limit.saturating_add(1);
    let mut rows = match find_newest(read, &mut wanted, most)? {
        Some(rows) => rows,
        None => read.find_entries(&wanted.conditions(), most)?,
    };
    if let Some(abroad) = wanted.conditions_abroad() {
        rows.extend(read.find_entries(&abroad, most)?);
    }
    let mut entries: BTreeMap<EntryId, Vec<ReceiptSightingId>> = rows
        .into_iter()
        .map(|state| (state.entry.id, Vec::new()))
        .collect();
    let candidates = candidates(read, &wanted)?;
    for (id, sightings) in paid(read, &wanted, &candidates, most)? {
        entries.entry(id).or_default().extend(sightings);
    }
    let mut hits = unpaid(read, &wanted, &candidates, most)?;
    for (id, sightings) in entries {
        hits.push(entry_hit(read, id, &sightings)?);
    }
    for note in read.list_all_notes()? {
        hits.extend(note_hit(read, &wanted, note)?);
    }
    hits.sort_by_cached_key(|hit| Reverse(place(hit)));
    found.more = hits.len() > limit as usize;
    hits.truncate(limit as usize);
    if hits.is_empty() {
        found.gaps = uncovered_days(read, &wanted)?;
    }
    found.hits = hits;
    Ok(found)
}

/// Marks the hits that have something to be looked at.
fn mark(read: Read<'_>, hits: &mut [Hit], today: NaiveDate) -> Result<()> {
    let debits: Vec<_> = hits.iter().filter_map(debit).collect();
    let open = insights::to_check(read, &debits, today)?;
    for hit in hits {
        hit.to_check = debit(hit).is_some_and(|(id, ..)| open.contains(&id));
    }
    Ok(())
}

fn debit(hit: &Hit) -> Option<(EntryId, AccountId, NaiveDate)> {
    match &hit.item.kind {
        ItemKind::Entry(row, _) if row.state.entry.amount_minor < 0 => {
            let entry = &row.state.entry;
            Some((entry.id, entry.account, entry.day))
        }
        _ => None,
    }
}

/// Of the days asked for those that no statement tells of: what is looked for may be on one of them.
fn uncovered_days(read: Read<'_>, wanted: &Wanted) -> Result<Vec<Uncovered>> {
    let Some(period) = wanted.period() else {
        return Ok(Vec::new());
    };
    let mut gaps = Vec::new();
    for account in read.list_live_accounts()? {
        if wanted.may_be_of(account.id) {
            let chain = coverage(read, account.id)?;
            gaps.extend(uncovered(&account, &chain, period));
        }
    }
    gaps.sort_by_key(|gap| (gap.from, gap.account.id));
    Ok(gaps)
}

/// Documents that hold the words and, where no word is asked for, receipts that have no entry; the newest purchases first. A
/// purchase of which any document holds an unwanted word is not among them.
struct Candidates {
    told: Vec<FoundReceipt>,
    unlinked: Vec<ReceiptId>,
}

fn candidates(read: Read<'_>, wanted: &Wanted) -> Result<Candidates> {
    let mut unwanted = HashSet::new();
    for words in wanted.unwanted_words() {
        let found = read.find_receipts(words)?;
        unwanted.extend(found.into_iter().map(|row| row.receipt));
    }
    let Some(words) = wanted.words_of_receipts() else {
        let mut unlinked = match wanted.may_be_receipts() {
            true => read.list_unlinked_receipts()?,
            false => Vec::new(),
        };
        unlinked.retain(|id| !unwanted.contains(id));
        let told = Vec::new();
        return Ok(Candidates { told, unlinked });
    };
    let mut told = read.find_receipts(&words)?;
    told.retain(|row| !unwanted.contains(&row.receipt));
    let mut unlinked: Vec<ReceiptId> = Vec::new();
    for row in told.iter().filter(|row| row.entry.is_none()) {
        if unlinked.last() != Some(&row.receipt) {
            unlinked.push(row.receipt);
        }
    }
    Ok(Candidates { told, unlinked })
}

/// The entries that paid for what was found, as far as everything but the words holds for them, with the documents.
fn paid(
    read: Read<'_>,
    wanted: &Wanted,
    candidates: &Candidates,
    most: u32,
) -> Result<BTreeMap<EntryId, Vec<ReceiptSightingId>>> {
    let mut told: BTreeMap<EntryId, Vec<ReceiptSightingId>> = BTreeMap::new();
    for row in &candidates.told {
        if let Some(entry) = row.entry {
            told.entry(entry).or_default().push(row.sighting);
        }
    }
    if told.is_empty() {
        return Ok(told);
    }
    let ids = EntryCondition {
        is: EntryTrait::Ids(told.keys().copied().collect()),
        is_excluded: false,
    };
    let mut kept: HashSet<EntryId> = HashSet::new();
    let ways = [
        Some(wanted.conditions_but_words()),
        wanted.conditions_abroad_but_words(),
    ];
    for mut conditions in ways.into_iter().flatten() {
        conditions.insert(0, ids.clone());
        let rows = read.find_entries(&conditions, most)?;
        kept.extend(rows.into_iter().map(|state| state.entry.id));
    }
    told.retain(|id, _| kept.contains(id));
    Ok(told)
}

/// The newest receipts without an entry of which everything holds.
fn unpaid(read: Read<'_>, wanted: &Wanted, candidates: &Candidates, most: u32) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for id in &candidates.unlinked {
        if hits.len() >= most as usize {
            break;
        }
        let view = receipts::view(read, read.get_receipt(*id)?)?;
        if wanted.holds_for_receipt(&view) {
            let own = candidates.told.iter().filter(|row| row.receipt == *id);
            let sightings: Vec<ReceiptSightingId> = own.map(|row| row.sighting).collect();
            hits.push(receipt_hit(read, view, &sightings)?);
        }
    }
    Ok(hits)
}

fn entry_hit(read: Read<'_>, id: EntryId, sightings: &[ReceiptSightingId]) -> Result<Hit> {
    let row = read.get_entry(id)?;
    let entry = &row.state.entry;
    // A transfer between own accounts is in their conversations alone.
    let with = if row.state.is_transfer {
        ConversationKind::Account(entry.account)
    } else {
        ConversationKind::Counterparty(entry.counterparty)
    };
    let is_account = row.state.is_transfer;
    Ok(Hit {
        counterparty: (!is_account).then(|| row.counterparty.clone()),
        with,
        item: entry_item(read, row, false)?,
        told: told(read, sightings)?,
        to_check: false,
    })
}

fn receipt_hit(read: Read<'_>, view: ReceiptView, sightings: &[ReceiptSightingId]) -> Result<Hit> {
    let date = view.told_on();
    // What gives money back speaks of the parcel of the purchase.
    let is_parcel = view.state() == ReceiptState::Free
        && !view.receipt.deliveries.is_empty()
        && !view.is_refund();
    let (id, counterparty) = (view.row.counterparty, view.counterparty.clone());
    let view = Box::new(view);
    let kind = if is_parcel {
        ItemKind::Delivery(view, 0)
    } else {
        ItemKind::Receipt(view)
    };
    Ok(Hit {
        item: Item::new(date, kind),
        with: ConversationKind::Counterparty(id),
        counterparty: Some(counterparty),
        told: told(read, sightings)?,
        to_check: false,
    })
}

fn note_hit(read: Read<'_>, wanted: &Wanted, mut note: NoteRow) -> Result<Option<Hit>> {
    let mut counterparty = None;
    if let ConversationKind::Counterparty(id) = note.with {
        let root = read.root_of(id)?;
        note.with = ConversationKind::Counterparty(root);
        counterparty = Some(read.get_counterparty(root)?);
    }
    if !wanted.holds_for_note(&note) {
        return Ok(None);
    }
    Ok(Some(Hit {
        with: note.with,
        counterparty,
        item: Item::new(note.day, ItemKind::Note(Box::new(note))),
        told: Vec::new(),
        to_check: false,
    }))
}

fn told(read: Read<'_>, sightings: &[ReceiptSightingId]) -> Result<Vec<Told>> {
    sightings
        .iter()
        .map(|id| {
            let row = read.get_receipt_sighting(*id)?;
            Ok(Told {
                receipt: serde_json::from_str(&row.stated)?,
                document: row.document_name,
            })
        })
        .collect()
}

/// Where a hit stands in time; entries in the order of their conversation.
fn place(hit: &Hit) -> (NaiveDate, String, i64, i64) {
    let date = hit.item.date;
    match &hit.item.kind {
        ItemKind::Entry(row, _) => {
            let entry = &row.state.entry;
            (date, entry.order_time.clone(), entry.order_key, entry.id.0)
        }
        _ => (date, String::new(), i64::MIN, 0),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use receipt::ReceiptKind;
    use vault::Key;

    use super::*;
    use crate::{Answers, Dropped, Watch};

    /// With an order of a lamp at so many euros.
    fn with_order(total: &str) -> (tempfile::TempDir, Ledger) {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
        let header = "Website,Order ID,Order Date,Purchase Order Number,Currency,Unit Price,Unit Price Tax,Shipping Charge,\
            Total Discounts,Total Owed,Shipment Item Subtotal,Shipment Item Subtotal Tax,ASIN,Product Condition,Quantity,\
            Payment Instrument Type,Order Status,Shipment Status,Ship Date,Shipping Option,Shipping Address,Billing Address,\
            Carrier Name & Tracking Number,Product Name,Gift Message\n";
        let row = format!(
            "Amazon.fr,404-1111111-2222222,2026-03-02T09:10:11Z,Not Applicable,EUR,{total},0,0,0,{total},{total},0,B0AAAAAAA1,New,1,\
             Visa - 4242,Closed,Shipped,2026-03-02T10:00:00Z,std,x,x,Not Available,Lampe,Not Available\n"
        );
        let dropped = Dropped {
            name: "orders.csv".to_owned(),
            bytes: [header, &row].concat().into_bytes(),
        };
        ledger
            .import(&dropped, &Answers::none(), true, Watch::nobody())
            .unwrap();
        (folder, ledger)
    }

    #[test]
    fn a_refund_that_speaks_of_a_parcel_is_found_as_what_it_is() {
        let (_folder, ledger) = with_order("0");
        let is_parcel = |kind: ReceiptKind| {
            let hit = ledger.store.read(|read| {
                let id = read.list_unlinked_receipts()?[0];
                let mut view = receipts::view(read, read.get_receipt(id)?)?;
                view.receipt.kind = kind;
                receipt_hit(read, view, &[])
            });
            matches!(hit.unwrap().item.kind, ItemKind::Delivery(..))
        };
        assert!(is_parcel(ReceiptKind::Order));
        assert!(!is_parcel(ReceiptKind::Refund));
        assert!(!is_parcel(ReceiptKind::CreditNote));
    }

    #[test]
    fn what_a_message_said_is_found_until_the_message_is_forgotten() {
        let (_folder, ledger) = with_order("22");
        let found = |words: &str| ledger.search(words, 9).unwrap().hits.len();
        let document = ledger
            .store
            .write(|write| {
                let row = write.read().get_receipt_sighting(ReceiptSightingId(1))?;
                let mut receipt: Receipt = serde_json::from_str(&row.stated)?;
                receipt.message = "Votre commande\nMerci de votre confiance".to_owned();
                write.set_receipt_stated(row.id, &serde_json::to_string(&receipt)?)?;
                write.replace_receipt_text(row.id, &searched(&receipt).join("\n"))?;
                Ok::<_, crate::Error>(row.sha256)
            })
            .unwrap();
        assert_eq!(found("confiance"), 1);
        ledger.forget_original(&document).unwrap();
        assert_eq!(found("confiance"), 0);
        assert_eq!(found("lampe"), 1, "what was read from it stays");
        assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
    }
}
