//! What the history says: what deserves a look, what recurs, and what is due.

use domain::EntryId;
use ledger::{AlertAnswer, AlertKind};
use serde::Serialize;
use ts_rs::TS;

use crate::history::HistoryRow;
use crate::money::MoneyDto;
use crate::{ApiError, App, wire};

/// Something to look at: two facts, and a question that only the user can answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AlertItem {
    /// `doubleDebit`: two equal debits; `missed`: a charge that was due and did not come.
    pub alert_kind: String,
    /// The entry that an answer hangs on: the second debit, or the last charge that came.
    #[ts(type = "number")]
    pub entry: i64,
    /// Of a double debit: the first one.
    #[ts(type = "number | null")]
    pub first: Option<i64>,
    /// The day of both debits, or the one on which the charge was due.
    pub date: String,
    /// Of each debit, or as expected; signed.
    pub money: MoneyDto,
    /// The counterparty's conversation.
    #[ts(type = "number")]
    pub counterparty: i64,
    /// Its name as shown.
    pub name: String,
    /// The account.
    #[ts(type = "number")]
    pub account: i64,
    /// When the first debit was, `HH:MM`, where the times of both are known.
    pub from: Option<String>,
    /// When the second one was.
    pub until: Option<String>,
    /// Minutes between them then.
    #[ts(type = "number | null")]
    pub minutes: Option<i64>,
    /// Of a double debit: whether the merchant never had one before, in entries enough to say so.
    pub never_before: bool,
    /// Entries of the conversation; of a charge, those that it is known by.
    #[ts(type = "number")]
    pub known_by: i64,
    /// Of a charge: `weekly fortnightly monthly twoMonthly quarterly halfYearly yearly`.
    pub rhythm: Option<String>,
    /// Whether the amount is a price, not one that differs from time to time: of a double debit, always.
    pub steady: bool,
    /// What the user answered: `mine unusual` to a double debit, `awaited ended` to a charge that did not come.
    pub answer: Option<String>,
}

/// The price of something that recurs, which rose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PriceChangeItem {
    /// The first entry at the new price.
    #[ts(type = "number")]
    pub entry: i64,
    /// Its day.
    pub date: String,
    /// The price before; signed.
    pub from: MoneyDto,
    /// The price since.
    pub to: MoneyDto,
}

/// A charge, or money in, that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ExpectedItem {
    /// The last entry of what recurs.
    #[ts(type = "number")]
    pub entry: i64,
    /// The day on which it is due.
    pub date: String,
    /// What is expected; signed.
    pub money: MoneyDto,
    /// Whether that is a price, which seldom changes, not about what it was lately.
    pub steady: bool,
    /// The counterparty's conversation.
    #[ts(type = "number")]
    pub counterparty: i64,
    /// Its name as shown.
    pub name: String,
    /// The account that it is expected in.
    #[ts(type = "number")]
    pub account: i64,
    /// As in an entry.
    pub payment_type: String,
    /// As in [`AlertItem`].
    pub rhythm: String,
    /// How many entries this follows from.
    #[ts(type = "number")]
    pub known_by: i64,
}

/// Something that recurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ChargeRow {
    /// What is expected next.
    pub expected: ExpectedItem,
    /// A day of the week from 1 (Monday) or, from a month on, of the month, 31 for its last; `None` where it keeps to none.
    #[ts(type = "number | null")]
    pub usual_day: Option<u32>,
    /// The amount of its last entry; signed.
    pub last_money: MoneyDto,
    /// The day of that.
    pub last_date: String,
    /// Whether it was due and did not come, though its account is known long enough after that.
    pub ended: bool,
    /// The day on which it is due, today or later.
    pub due: String,
    /// Its rhythm in the user's language.
    pub often: String,
    /// Its prices that changed, oldest first.
    pub price_changes: Vec<PriceChangeItem>,
}

impl App {
    /// What deserves a look, answered or not, oldest first.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn list_alerts(&self) -> Result<Vec<AlertItem>, ApiError> {
        self.read(|ledger, words| {
            let alerts = ledger.alerts()?;
            Ok(alerts
                .iter()
                .map(|alert| wire::alert_item(alert, words))
                .collect())
        })
    }

    /// What recurs, in the order of the days on which it is due.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn list_charges(&self) -> Result<Vec<ChargeRow>, ApiError> {
        self.read(|ledger, words| {
            let mut charges = ledger.charges()?;
            charges.sort_by_key(|charge| (charge.is_ended, charge.row.next_day));
            Ok(charges
                .iter()
                .map(|charge| wire::charge_row(charge, words))
                .collect())
        })
    }

    /// Answers to an alert, or says that a price that rose was seen, by the entry that it hangs on.
    ///
    /// # Errors
    /// `refused` where that is no answer to it or was said already, `notFound`, `busy`, `locked`, and the store's.
    pub fn answer_alert(
        &self,
        kind: &str,
        entry: i64,
        answer: &str,
    ) -> Result<HistoryRow, ApiError> {
        let kind = AlertKind::from_word(kind).ok_or_else(|| self.refused(kind))?;
        let answer = AlertAnswer::from_word(answer).ok_or_else(|| self.refused(answer))?;
        self.edit(|ledger| ledger.answer_alert(kind, EntryId(entry), answer))
    }
}
