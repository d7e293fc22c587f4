//! Links between receipts and entries, found anew after each change: the user's words first, then the rules.

use std::collections::{BTreeSet, HashMap};

use domain::{CounterpartyId, Currency, Decimal, EntryId, Money, NaiveDate, ReceiptId};
use matching::{Choice, Decision, LinkEntry, LinkReceipt, Reach, Reason, Said};
use receipt::{Receipt, ReceiptKind};
use store::{LinkRow, PayingEntry, Read, ReceiptRow, Write};
use text::PaymentType;

use super::project::Merchants;
use super::{refund, words};
use crate::Result;
use crate::own::Own;

/// Finds every link anew, puts each receipt into the conversation of the entry that paid for it, and finds what was given back in the conversations that
/// a change touched.
pub(crate) fn relink(write: Write<'_>, touched: &refund::Touched) -> Result<()> {
    let named = if write.read().has_receipts()? {
        links(write)?
    } else {
        Vec::new()
    };
    refund::settle(write, touched, &named)
}

/// The refunds and purchases that receipts pair, found anew.
pub(crate) fn named(read: Read<'_>) -> Result<Vec<(EntryId, EntryId)>> {
    if !read.has_receipts()? {
        return Ok(Vec::new());
    }
    let rows = read.list_receipts()?;
    let receipts = rows.iter().map(stated).collect::<Result<Vec<_>>>()?;
    let (decided, decisions) = decide(read, &rows, &receipts, &said(read)?)?;
    Ok(matching::named(&decided, &decisions))
}

/// The receipts that say what was paid, and what is decided of each.
fn decide(
    read: Read<'_>,
    rows: &[ReceiptRow],
    receipts: &[Receipt],
    said: &Said,
) -> Result<(Vec<LinkReceipt>, Vec<Decision>)> {
    let decided: Vec<LinkReceipt> = rows
        .iter()
        .zip(receipts)
        .filter_map(|(row, receipt)| link_receipt(row, receipt))
        .collect();
    let entries = entries(read, &decided)?;
    let decisions = matching::link(&decided, &entries, said);
    Ok((decided, decisions))
}

/// Finds every link; gives the refunds and purchases that receipts pair.
fn links(write: Write<'_>) -> Result<Vec<(EntryId, EntryId)>> {
    let read = write.read();
    let rows = read.list_receipts()?;
    let receipts = rows.iter().map(stated).collect::<Result<Vec<_>>>()?;
    let said = said(read)?;
    let (decided, decisions) = decide(read, &rows, &receipts, &said)?;
    let mut links: HashMap<(ReceiptId, EntryId), LinkRow> = HashMap::new();
    for (receipt, decision) in decided.iter().zip(&decisions) {
        let (choices, is_linked) = match decision {
            Decision::Sure(choice) => (std::slice::from_ref(choice), true),
            Decision::Doubt(choices) => (choices.as_slice(), false),
            Decision::Waiting => (&[][..], false),
        };
        for row in choices
            .iter()
            .flat_map(|one| rows_of(ReceiptId(receipt.id), one, is_linked))
        {
            links.entry((row.receipt, row.entry)).or_insert(row);
        }
    }
    // A word on a receipt that no rule looks at holds all the same.
    for (receipt, entry) in said.confirmed {
        if read.get_entry_state(entry)?.is_shown() {
            let link = row(ReceiptId(receipt), entry, true, 0, String::new());
            let by_user = LinkRow {
                by_user: true,
                ..link
            };
            links.insert((ReceiptId(receipt), entry), by_user);
        }
    }
    let mut links: Vec<LinkRow> = links.into_values().collect();
    links.sort_by_key(|link| (link.receipt, link.entry));
    write.put_links(&links)?;
    settle(write, &rows, &receipts, &links)?;
    Ok(matching::named(&decided, &decisions))
}

fn rows_of(receipt: ReceiptId, choice: &Choice, is_linked: bool) -> Vec<LinkRow> {
    let words: Vec<&str> = choice
        .reasons
        .iter()
        .map(|reason| reason_word(*reason))
        .collect();
    let words = words.join(" ");
    let entries = choice.entries.iter();
    entries
        .map(|entry| {
            row(
                receipt,
                *entry,
                is_linked,
                i64::from(choice.score),
                words.clone(),
            )
        })
        .collect()
}

fn row(
    receipt: ReceiptId,
    entry: EntryId,
    is_linked: bool,
    score: i64,
    reasons: String,
) -> LinkRow {
    LinkRow {
        receipt,
        entry,
        is_linked,
        by_user: false,
        score,
        reasons,
    }
}

/// The word of a piece of evidence in the store and on the wire.
fn reason_word(reason: Reason) -> &'static str {
    match reason {
        Reason::Amount => "amount",
        Reason::OriginalAmount => "originalAmount",
        Reason::ForeignAmount => "foreignAmount",
        Reason::Tip => "tip",
        Reason::Instalment => "instalment",
        Reason::Charges => "charges",
        Reason::SharedCharge => "sharedCharge",
        Reason::Day => "day",
        Reason::Merchant => "merchant",
        Reason::Number => "number",
        Reason::Card => "card",
        Reason::Confirmed => "confirmed",
    }
}

fn stated(row: &ReceiptRow) -> Result<Receipt> {
    Ok(serde_json::from_str(&row.stated)?)
}

fn said(read: Read<'_>) -> Result<Said> {
    let mut said = Said::default();
    for (receipt, entry, is_linked) in words::by_receipt(read)? {
        let list = if is_linked {
            &mut said.confirmed
        } else {
            &mut said.refused
        };
        list.push((receipt.0, entry));
    }
    Ok(said)
}

/// The entries that may have paid for any of these receipts. Little is read of each entry of their days; the words, only of those within reach.
fn entries(read: Read<'_>, receipts: &[LinkReceipt]) -> Result<Vec<LinkEntry>> {
    let currencies: BTreeSet<Currency> = receipts.iter().map(|receipt| receipt.currency).collect();
    let mut found: BTreeSet<EntryId> = BTreeSet::new();
    for currency in currencies {
        found.extend(read.list_foreign_entries(currency)?);
    }
    let mut out = found
        .iter()
        .map(|id| Ok(link_entry(read.get_paying_entry(*id)?)))
        .collect::<Result<Vec<_>>>()?;
    let reach = Reach::new(receipts, &out);
    let own = Own::load(read)?;
    let mut stems: HashMap<CounterpartyId, Vec<[u8; 4]>> = HashMap::new();
    for (key, id) in read.list_counterparty_keys()? {
        let stems = stems.entry(own.root(id)).or_default();
        stems.extend(matching::stems(&key));
    }
    for account in read.list_accounts()? {
        for (from, until) in reach.spans() {
            for entry in read.list_bare_entries(account.id, from, until)? {
                let stems = stems.get(&entry.counterparty).map(Vec::as_slice);
                let stems = stems.unwrap_or_default();
                let is_reached =
                    reach.reaches(entry.day, entry.amount_minor, entry.currency, stems);
                if is_reached && found.insert(entry.id) {
                    out.push(link_entry(read.get_paying_entry(entry.id)?));
                }
            }
        }
    }
    // Whatever order accounts and entries came in, the decision is the same.
    out.sort_by_key(|entry| (entry.booked, entry.amount, entry.id));
    Ok(out)
}

fn link_entry(entry: PayingEntry) -> LinkEntry {
    let original = entry.original.and_then(|(amount, currency)| {
        let amount: Decimal = amount.parse().ok()?;
        Some((minor(amount.abs(), currency)?, currency))
    });
    let mut words = entry.texts.join(" ");
    if let Some(id) = entry.end_to_end_id {
        words.push(' ');
        words.push_str(&id);
    }
    LinkEntry {
        id: entry.id,
        booked: entry.day,
        amount: entry.amount_minor,
        currency: entry.currency,
        payment: PaymentType::from_word(&entry.payment_type),
        counterparty: entry.name,
        words,
        original,
    }
}

/// A receipt as far as a bank could know it; `None` where there is nothing to pay.
fn link_receipt(row: &ReceiptRow, receipt: &Receipt) -> Option<LinkReceipt> {
    let currency = row.currency?;
    let total = row.total_minor.filter(|total| *total != 0)?;
    let gives_back = matches!(receipt.kind, ReceiptKind::CreditNote | ReceiptKind::Refund);
    let sign = if gives_back { -1 } else { 1 };
    let amount = |value: Decimal| minor(value, currency);
    let names = [&receipt.merchant, &receipt.merchant_legal];
    let numbers = [&receipt.order_number, &receipt.invoice_number];
    let payable = receipt
        .payable
        .as_ref()
        .and_then(|found| amount(found.value));
    Some(LinkReceipt {
        id: row.id.0,
        names: names
            .into_iter()
            .flatten()
            .map(|found| found.value.clone())
            .collect(),
        issued: row.day,
        due: receipt.due_on.as_ref().map(|found| found.value),
        total: total.saturating_abs().saturating_mul(sign),
        payable: payable.filter(|payable| *payable != 0 && *payable != total),
        paid: None,
        tip: receipt.tip.as_ref().and_then(|found| amount(found.value)),
        currency,
        instalments: receipt
            .payment
            .instalments
            .iter()
            .filter_map(|part| amount(part.amount))
            .collect(),
        numbers: numbers
            .into_iter()
            .flatten()
            .map(|found| found.value.clone())
            .chain(receipt.other_order_numbers.iter().cloned())
            .collect(),
        descriptor: value(&receipt.payment.statement_descriptor),
        card_ending: value(&receipt.payment.card_ending),
    })
}

fn value(found: &Option<receipt::Found<String>>) -> Option<String> {
    found.as_ref().map(|found| found.value.clone())
}

fn minor(amount: Decimal, currency: Currency) -> Option<i64> {
    Money::new(amount, currency).rounded().0.to_minor().ok()
}

/// Puts each receipt into the conversation of its first linked entry, else into its merchant's.
fn settle(
    write: Write<'_>,
    rows: &[ReceiptRow],
    receipts: &[Receipt],
    links: &[LinkRow],
) -> Result<()> {
    let read = write.read();
    let mut paid: HashMap<ReceiptId, (NaiveDate, EntryId, CounterpartyId)> = HashMap::new();
    for link in links.iter().filter(|link| link.is_linked) {
        let entry = read.get_entry_state(link.entry)?.entry;
        let own = (entry.day, entry.id, entry.counterparty);
        let first = paid.entry(link.receipt).or_insert(own);
        *first = own.min(*first);
    }
    let mut merchants = Merchants::load(read)?;
    for (row, receipt) in rows.iter().zip(receipts) {
        let whose: CounterpartyId = match paid.get(&row.id) {
            Some((_, _, whose)) => *whose,
            None => merchants.whose(write, receipt)?,
        };
        if whose != row.counterparty {
            write.set_receipt_counterparty(row.id, whose)?;
        }
    }
    Ok(())
}
