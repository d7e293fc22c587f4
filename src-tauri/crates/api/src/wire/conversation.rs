//! Conversations, as listed.

use std::collections::HashMap;

use chrono::Days;
use ledger::{Conversation, Ledger};

use super::{counterparty_name, entry_item, expected_item, price_change_item, waiting_item};
use crate::Words;
use crate::conversations::ConversationRow;
use crate::insights::{ExpectedItem, PriceChangeItem};

/// What is due is told of in the list so many days before.
const EXPECTED_SOON: Days = Days::new(10);

/// What the history says of conversations, by their ids.
pub(crate) struct Told {
    alerts: HashMap<i64, i64>,
    /// By the entry at the new price.
    rises: HashMap<i64, PriceChangeItem>,
    expected: HashMap<i64, ExpectedItem>,
}

impl Told {
    pub(crate) fn load(ledger: &Ledger, words: &Words) -> ledger::Result<Self> {
        let mut alerts: HashMap<i64, i64> = HashMap::new();
        for alert in ledger.alerts()? {
            if alert.answer.is_none() {
                *alerts.entry(alert.counterparty.id.0).or_default() += 1;
            }
        }
        let rises = ledger.rises()?;
        let rises = rises
            .iter()
            .map(|change| (change.entry.0, price_change_item(change)));
        let soon = ledger.today().checked_add_days(EXPECTED_SOON);
        let mut expected: HashMap<i64, ExpectedItem> = HashMap::new();
        for one in ledger.expected()? {
            if Some(one.row.next_day) <= soon {
                let item = expected_item(&one, words);
                expected.entry(item.counterparty).or_insert(item);
            }
        }
        Ok(Told {
            alerts,
            rises: rises.collect(),
            expected,
        })
    }
}

/// A conversation, as listed; `None` where there is nothing to list.
pub(crate) fn conversation_row(
    conversation: &Conversation,
    told: &Told,
    words: &Words,
) -> Option<ConversationRow> {
    let Some(last) = conversation.last.as_ref() else {
        return waiting_row(conversation, words);
    };
    let entry = entry_item(last, false, words);
    let is_told = entry.payment_type != "other";
    let payment =
        is_told.then(|| words.text(&super::text_id("payment-type", &entry.payment_type), &[]));
    Some(ConversationRow {
        id: conversation.counterparty.id.0,
        name: entry.name,
        counterparty_kind: conversation.counterparty.counterparty.kind.clone(),
        last_date: entry.date,
        last_money: entry.money,
        preview: entry.text.or(payment),
        unread: conversation.row.unread_count,
        count: conversation.row.entry_count,
        category: entry.category,
        muted: conversation.mark.is_muted,
        pinned: conversation.mark.is_pinned,
        alerts: told
            .alerts
            .get(&conversation.counterparty.id.0)
            .copied()
            .unwrap_or_default(),
        rise: told.rises.get(&entry.id).cloned(),
        expected: told.expected.get(&conversation.counterparty.id.0).cloned(),
    })
}

/// A conversation of which nothing is known but a receipt that waits for its payment.
fn waiting_row(conversation: &Conversation, words: &Words) -> Option<ConversationRow> {
    let waiting = waiting_item(conversation.waiting.as_ref()?, words);
    Some(ConversationRow {
        id: conversation.counterparty.id.0,
        name: counterparty_name(&conversation.counterparty, words),
        counterparty_kind: conversation.counterparty.counterparty.kind.clone(),
        last_date: waiting.date,
        last_money: waiting.money?,
        preview: Some(waiting.title),
        unread: 0,
        count: 0,
        category: None,
        muted: conversation.mark.is_muted,
        pinned: conversation.mark.is_pinned,
        alerts: 0,
        rise: None,
        expected: None,
    })
}
