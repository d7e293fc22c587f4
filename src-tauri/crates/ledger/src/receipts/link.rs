//! Links between receipts and entries, found anew after each change: the user's words first, then the rules.

use std::collections::HashMap;

use domain::{CounterpartyId, EntryId, ReceiptId};
use receipt::Receipt;
use store::{LinkRow, Write};

use super::project::Merchants;
use super::words;
use crate::Result;

/// Finds every link anew, and puts each receipt into the conversation of the entry that paid for it.
pub(crate) fn relink(write: Write<'_>) -> Result<()> {
    let read = write.read();
    if !read.has_receipts()? {
        return Ok(());
    }
    let mut links = Vec::new();
    for (receipt, entry, is_linked) in words::by_receipt(read)? {
        if is_linked && read.get_entry_state(entry)?.is_shown() {
            links.push(LinkRow {
                receipt,
                entry,
                is_linked,
                by_user: true,
                score: 0,
                reasons: String::new(),
            });
        }
    }
    links.sort_by_key(|link| (link.receipt, link.entry));
    write.put_links(&links)?;
    settle(write, &links)
}

/// Puts each receipt into the conversation of its first linked entry, else into its merchant's.
fn settle(write: Write<'_>, links: &[LinkRow]) -> Result<()> {
    let read = write.read();
    let mut paid: HashMap<ReceiptId, EntryId> = HashMap::new();
    for link in links.iter().filter(|link| link.is_linked) {
        paid.entry(link.receipt).or_insert(link.entry);
    }
    let mut merchants = Merchants::load(read)?;
    for row in read.list_receipts()? {
        let whose: CounterpartyId = match paid.get(&row.id) {
            Some(entry) => read.get_entry_state(*entry)?.entry.counterparty,
            None => {
                let receipt: Receipt = serde_json::from_str(&row.stated)?;
                merchants.whose(write, &receipt)?
            }
        };
        if whose != row.counterparty {
            write.set_receipt_counterparty(row.id, whose)?;
        }
    }
    Ok(())
}
