//! A page of a conversation.

use domain::EntryId;
use ledger::{Cursor, PageFrom};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::conversations::ConversationRef;
use crate::insights::{AlertItem, ExpectedItem, PriceChangeItem};
use crate::money::MoneyDto;
use crate::questions::{AnswerItem, QuestionItem, UncountedItem};
use crate::receipts::{DeliveryItem, ReceiptBlock, ServiceItem, WaitingItem};
use crate::{ApiError, App, wire};

/// Which page to read. With neither a cursor nor a start: the newest page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PageRequest {
    /// The conversation.
    pub conversation: ConversationRef,
    /// Rows older than this cursor.
    pub before: Option<String>,
    /// Rows newer than this cursor.
    pub after: Option<String>,
    /// Rows from here on, where there is no cursor: the way to a day or an entry however far back.
    pub at: Option<PageStart>,
    /// At most this many rows, 200 at most.
    #[ts(type = "number")]
    pub limit: u32,
}

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind")]
#[ts(export)]
pub enum PageStart {
    /// With the first entry of a day, or of the next one that has any; the newest page where none has.
    Day {
        /// The day.
        day: String,
    },
    /// With an entry.
    Entry {
        /// The entry.
        #[ts(type = "number")]
        entry: i64,
    },
}

/// Rows of a conversation, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TimelinePage {
    /// The rows. Day and unread markers are drawn by the window from `date` and `unread`.
    pub items: Vec<TimelineItem>,
    /// Pass as `before` to read further back; `None` at the beginning.
    pub older: Option<String>,
    /// Pass as `after` to read on; `None` at the end.
    pub newer: Option<String>,
}

/// One row of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", tag = "kind")]
#[ts(export)]
pub enum TimelineItem {
    /// Money in or out.
    Entry(EntryItem),
    /// A balance that the bank states where no statement proves it.
    Balance(BalanceItem),
    /// Opening + entries = closing, or by how much it does not.
    Proof(ProofItem),
    /// Days between two statements that no statement tells of.
    Gap(GapItem),
    /// A statement that does not open with what the one before it closed with.
    ChainBreak(ChainBreakItem),
    /// An import that brought something.
    Import(ImportItem),
    /// A receipt whose entry is not there yet.
    Waiting(WaitingItem),
    /// A parcel.
    Delivery(DeliveryItem),
    /// A last day that follows from a receipt.
    Service(ServiceItem),
    /// A note of the user's on the conversation, or a reminder.
    Note(NoteItem),
    /// Something to look at.
    Alert(AlertItem),
    /// A price that rose, of something that recurs.
    PriceChange(PriceChangeItem),
    /// A charge that is due.
    Expected(ExpectedItem),
    /// A question of the user's.
    Question(QuestionItem),
    /// The answer to the question before it, made when the page is read.
    Answer(Box<AnswerItem>),
    /// Where the answer stands that takes more counting than a page waits for.
    Uncounted(UncountedItem),
}

/// A note on a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NoteItem {
    /// The note: the operation that wrote it.
    #[ts(type = "number")]
    pub id: i64,
    /// The day it was written on or, of a reminder, the one it is for.
    pub date: String,
    /// The words; may be empty where there are tags.
    pub text: String,
    /// The tags.
    pub tags: Vec<String>,
    /// Whether it reminds of its day.
    pub reminder: bool,
    /// Of a reminder: whether the user said that it is done.
    pub done: bool,
    /// The line that would write it, to be changed.
    pub typed: String,
}

/// An entry's bubble.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryItem {
    /// The entry.
    #[ts(type = "number")]
    pub id: i64,
    /// The day it is shown under: transaction date, else booking date.
    pub date: String,
    /// `HH:MM` when the bank says it.
    pub time: Option<String>,
    /// Signed.
    pub money: MoneyDto,
    /// `booked pending info`.
    pub status: String,
    /// The account it belongs to.
    #[ts(type = "number")]
    pub account: i64,
    /// The counterparty's conversation.
    #[ts(type = "number")]
    pub counterparty: i64,
    /// The counterparty's name as shown.
    pub name: String,
    /// What the entry says beyond the name: remittance text, shortened by the reader, never by us.
    pub text: Option<String>,
    /// `card transfer directDebit cash cheque fee interest salary refund other`.
    pub payment_type: String,
    /// Last four digits of the card, when the text holds them.
    pub card: Option<String>,
    /// The amount in the currency of the purchase, when the statement states it.
    pub original: Option<MoneyDto>,
    /// Where it only moved between own accounts: the other side. It counts as neither income nor spending.
    pub transfer: Option<TransferSide>,
    /// Whether it arrived and was not seen yet.
    pub unread: bool,
    /// The receipts that it paid for.
    pub receipts: Vec<ReceiptBlock>,
    /// The purchase that it gives back.
    pub refund_of: Option<RefundOf>,
    /// Whether all of it came back.
    pub is_refunded: bool,
    /// What it really cost, where some of it came back; signed as `money`.
    pub cost: Option<MoneyDto>,
    /// The user's note on it.
    pub note: Option<String>,
    /// The user's tags on it, in order.
    pub tags: Vec<String>,
    /// The word of what its counterparty is, as the user says or as it seems.
    pub category: Option<String>,
    /// Where the user wrote it down: the line that would, to be changed.
    pub typed: Option<String>,
}

/// The other side of a transfer between own accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TransferSide {
    /// The other account.
    #[ts(type = "number")]
    pub account: i64,
    /// The entry there.
    #[ts(type = "number")]
    pub entry: i64,
    /// The day it was booked there.
    pub date: String,
    /// Its amount there: the opposite, or in another currency.
    pub money: MoneyDto,
    /// Whether the user said so.
    pub by_user: bool,
    /// What speaks for it: `accountNumber accountName words sameDay statedAmount`.
    pub reasons: Vec<String>,
}

/// The purchase that money gives back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RefundOf {
    /// The purchase's entry.
    #[ts(type = "number")]
    pub entry: i64,
    /// The day that it is shown under.
    pub date: String,
}

/// A stated balance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BalanceItem {
    /// The day at whose end it holds.
    pub date: String,
    /// The amount.
    pub money: MoneyDto,
    /// `opening closing available interim`, or `user` when set by the user.
    pub balance_kind: String,
}

/// The proof of one statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ProofItem {
    /// The statement's last day.
    pub date: String,
    /// The statement's first day, when known.
    pub from: Option<String>,
    /// `holds broken unstated`.
    pub proof: String,
    /// The day of the opening balance.
    pub opening_date: Option<String>,
    /// What the statement opens with.
    pub opening: Option<MoneyDto>,
    /// Money in.
    #[serde(rename = "in")]
    pub money_in: MoneyDto,
    /// Money out, negative.
    pub out: MoneyDto,
    /// Booked entries.
    #[ts(type = "number")]
    pub count: i64,
    /// What the statement closes with.
    pub closing: Option<MoneyDto>,
    /// closing − (opening + entries), when broken.
    pub difference: Option<MoneyDto>,
    /// The first line at which a running balance breaks.
    #[ts(type = "number | null")]
    pub broken_at_line: Option<i64>,
    /// Why it is not proved, where one reason can be named.
    pub unproved: Option<UnprovedItem>,
    /// The file's name.
    pub file: String,
}

/// Why a statement is not proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "why", rename_all = "camelCase")]
#[ts(export)]
pub enum UnprovedItem {
    /// It states no balance.
    NoBalance,
    /// It says what it closes with, and nothing tells what there was before.
    NothingBefore,
    /// What was known before and what moved since do not lead to what it closes with.
    Apart {
        /// The day at whose end it was known.
        on: String,
        /// What there was then.
        known: MoneyDto,
        /// What the entries that are not here come to.
        missing: MoneyDto,
    },
}

/// Days that no statement tells of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct GapItem {
    /// The day it is shown under: the last of them.
    pub date: String,
    /// The first of them.
    pub from: String,
    /// The last of them.
    pub until: String,
    /// What the statements on both sides say, where each says one thing.
    pub balances: Option<GapBalances>,
    /// Whether the user said that the statement is not to be had.
    pub accepted: bool,
}

/// What the statements on both sides of missing days say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct GapBalances {
    /// What the one before closed with.
    pub closing: MoneyDto,
    /// What the one after opens with.
    pub opening: MoneyDto,
    /// opening − closing: what the missing entries come to.
    pub difference: MoneyDto,
}

/// A statement that does not open with what the one before it closed with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ChainBreakItem {
    /// The first day of the statement.
    pub date: String,
    /// What the one before it closed with.
    pub expected: MoneyDto,
    /// What it opens with.
    pub stated: MoneyDto,
    /// stated − expected.
    pub difference: MoneyDto,
}

/// An import, as told in the account's conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportItem {
    /// The operation; what undo takes.
    #[ts(type = "number")]
    pub operation: i64,
    /// The day of the import, on this computer's calendar.
    pub date: String,
    /// The file's name.
    pub file: String,
    /// Entries that were new.
    #[ts(type = "number")]
    pub added: i64,
    /// Rows that were known already.
    #[ts(type = "number")]
    pub known: i64,
    /// Rows that could not be read.
    #[ts(type = "number")]
    pub unreadable: i64,
}

impl App {
    /// A page of a conversation.
    ///
    /// # Errors
    /// `refused` for a cursor or a day that is none, `notFound` for an entry that is none, `locked`, and the store's.
    pub fn page_timeline(&self, request: PageRequest) -> Result<TimelinePage, ApiError> {
        let cursor = |text: &str| parsed(text).ok_or_else(|| self.refused("cursor"));
        let from = match (&request.before, &request.after, &request.at) {
            (Some(before), ..) => PageFrom::Before(cursor(before)?),
            (None, Some(after), _) => PageFrom::After(cursor(after)?),
            (None, None, Some(PageStart::Day { day })) => {
                PageFrom::Day(day.parse().map_err(|_| self.refused("cursor"))?)
            }
            (None, None, Some(PageStart::Entry { entry })) => PageFrom::Entry(EntryId(*entry)),
            (None, None, None) => PageFrom::End,
        };
        self.read(|ledger, words| {
            let page = ledger.page(request.conversation.with(), &from, request.limit)?;
            let items = page.items.iter();
            Ok(TimelinePage {
                items: items
                    .flat_map(|item| wire::timeline_items(item, ledger.today(), words))
                    .collect(),
                older: page.older.as_ref().map(written),
                newer: page.newer.as_ref().map(written),
            })
        })
    }
}

/// A cursor as the window keeps it.
fn written(cursor: &Cursor) -> String {
    let Cursor {
        date,
        time,
        key,
        id,
    } = cursor;
    format!("{date}/{time}/{key}/{id}")
}

fn parsed(text: &str) -> Option<Cursor> {
    let mut parts = text.split('/');
    let cursor = Cursor {
        date: parts.next()?.parse().ok()?,
        time: parts.next()?.to_owned(),
        key: parts.next()?.parse().ok()?,
        id: parts.next()?.parse().ok()?,
    };
    parts.next().is_none().then_some(cursor)
}

#[cfg(test)]
mod tests {
    use domain::NaiveDate;

    use super::*;

    #[test]
    fn a_cursor_comes_back_as_it_went() {
        for time in ["", "18:05"] {
            let cursor = Cursor {
                date: NaiveDate::from_ymd_opt(2026, 10, 28).expect("a day"),
                time: time.to_owned(),
                key: -5,
                id: 7,
            };
            assert_eq!(parsed(&written(&cursor)), Some(cursor));
        }
        for wrong in ["", "2026-10-28", "2026-10-28//1/2/3", "x//1/2"] {
            assert_eq!(parsed(wrong), None, "{wrong}");
        }
    }
}
