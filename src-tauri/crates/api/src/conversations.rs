//! The conversation list: accounts pinned, counterparties by last activity.

use chrono::Days;
use domain::{AccountId, AccountKind, CounterpartyId, Currency, Decimal, Money, NaiveDate};
use ledger::{Category, ConversationKind, Ledger};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::categories::CategoryOf;
use crate::edits::CounterpartyName;
use crate::history::HistoryRow;
use crate::insights::{ExpectedItem, PriceChangeItem};
use crate::money::{BalanceDto, MoneyDto};
use crate::{ApiError, App, ErrorCode, Words, wire};

/// Everything the list shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ConversationList {
    /// The user's accounts, in order of first import.
    pub accounts: Vec<AccountRow>,
    /// Counterparties and the bank, newest activity first.
    pub conversations: Vec<ConversationRow>,
}

/// Which conversation: one with an account, or one with a counterparty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", tag = "kind", content = "id")]
#[ts(export)]
pub enum ConversationRef {
    /// The account's own conversation: every entry, balances, proofs, imports.
    Account(#[ts(type = "number")] i64),
    /// A merchant, a person, an employer or the bank itself.
    Counterparty(#[ts(type = "number")] i64),
}

/// A pinned account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct AccountRow {
    /// The account.
    #[ts(type = "number")]
    pub id: i64,
    /// The user's name for it, else the bank's, else its kind's.
    pub name: String,
    /// Whether `name` was given by the user or the file (`false`: the window names it by `accountKind`).
    pub named: bool,
    /// `current savings card cash loan investment other`.
    pub account_kind: String,
    /// The last four signs of its number, when it has one.
    pub ending: Option<String>,
    /// The servicer's name or code as the file gives it.
    pub servicer: Option<String>,
    /// ISO code.
    pub currency: String,
    /// `None` where nothing states a balance and the user set none.
    pub balance: Option<BalanceDto>,
    /// Whether its latest statement adds up: `holds broken unstated`, `None` where there is none.
    pub proof: Option<String>,
    /// The sum of all booked entries, shown as "movement since" where there is no balance.
    pub movement: MoneyDto,
    /// The day of the first entry.
    pub since: Option<String>,
    /// Entries that arrived and were not seen yet.
    #[ts(type = "number")]
    pub unread: i64,
    /// Whether what is new in it is not told.
    pub muted: bool,
    /// Whether the user keeps it by hand: no import is ever of it.
    pub own: bool,
}

/// A conversation with a counterparty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ConversationRow {
    /// The counterparty.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name as shown.
    pub name: String,
    /// `merchant person bank`: the bank holds fees, interest and cash withdrawals.
    pub counterparty_kind: String,
    /// The day of the newest entry.
    pub last_date: String,
    /// The amount of the newest entry.
    pub last_money: MoneyDto,
    /// One line about the newest entry: its remittance text or payment type.
    pub preview: Option<String>,
    /// Entries that arrived and were not seen yet.
    #[ts(type = "number")]
    pub unread: i64,
    /// Entries in all.
    #[ts(type = "number")]
    pub count: i64,
    /// The word of what it is, as the user says or as it seems.
    pub category: Option<String>,
    /// Whether what is new in it is not told.
    pub muted: bool,
    /// Whether it stands above the others.
    pub pinned: bool,
    /// How many alerts wait for an answer in it.
    #[ts(type = "number")]
    pub alerts: i64,
    /// Where its newest entry is the first at a price that rose, and the user does not know yet.
    pub rise: Option<PriceChangeItem>,
    /// What is due in it soon.
    pub expected: Option<ExpectedItem>,
}

/// The header above a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ConversationHeader {
    /// Which conversation.
    pub conversation: ConversationRef,
    /// Its name as shown.
    pub name: String,
    /// For an account, as in [`AccountRow`].
    pub account: Option<AccountRow>,
    /// Entries in all.
    #[ts(type = "number")]
    pub count: i64,
    /// The day of the first entry.
    pub since: Option<String>,
    /// Money out and in, per currency, for the newest year with entries.
    pub year: Option<YearTotal>,
    /// The last twelve months with their sums, oldest first, one row per month and currency.
    pub months: Vec<MonthTotal>,
    /// For a counterparty: of those twelve months the ones, oldest first, of which no statement tells all days, where the account
    /// that it is paid from has statements before and after; `YYYY-MM`.
    pub lacking: Vec<String>,
    /// For an account: end-of-day balances, oldest first, at most 400 points over the last twelve months.
    pub curve: Vec<BalanceDto>,
    /// For an account: how many live statements it has, and how many of them are proved.
    #[ts(type = "number")]
    pub statements: i64,
    /// See `statements`.
    #[ts(type = "number")]
    pub proved: i64,
    /// For a counterparty: those that the user merged into it.
    pub merged: Vec<CounterpartyName>,
    /// For a counterparty: the days of the last half year that have entries, oldest first, one row per day and currency.
    pub days: Vec<DayTotal>,
    /// For a counterparty: what it is.
    pub category: Option<CategoryOf>,
    /// Whether what is new in it is not told.
    pub muted: bool,
    /// Whether it stands above the others.
    pub pinned: bool,
    /// For a counterparty: what is due next.
    pub expected: Option<ExpectedItem>,
}

/// Sums of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct YearTotal {
    /// Calendar year.
    #[ts(type = "number")]
    pub year: i32,
    /// Money out to elsewhere than own accounts, negative, one per currency.
    pub out: Vec<MoneyDto>,
    /// Money in from elsewhere than own accounts, one per currency.
    #[serde(rename = "in")]
    pub money_in: Vec<MoneyDto>,
}

/// Sums of one month in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MonthTotal {
    /// `YYYY-MM`.
    pub month: String,
    /// Money out to elsewhere than own accounts, negative.
    pub out: MoneyDto,
    /// Money in from elsewhere than own accounts.
    #[serde(rename = "in")]
    pub money_in: MoneyDto,
    /// Entries, transfers between own accounts included.
    #[ts(type = "number")]
    pub count: i64,
}

/// A day with its sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DayTotal {
    /// The day.
    pub day: String,
    /// Money in and out together, but to and from own accounts; signed.
    pub money: MoneyDto,
    /// Entries.
    #[ts(type = "number")]
    pub count: i64,
}

/// What the user may set on an account where the file does not say; `None` leaves a field as it is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SetAccount {
    /// The account.
    #[ts(type = "number")]
    pub id: i64,
    /// A name.
    pub name: Option<String>,
    /// `current savings card cash loan investment other`.
    pub account_kind: Option<String>,
    /// A balance that the user knows, and the day at whose end it held.
    pub balance: Option<SetBalance>,
}

/// A balance set by the user.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SetBalance {
    /// Decimal string, in the account's currency.
    pub amount: String,
    /// `YYYY-MM-DD`.
    pub as_of: String,
}

/// More conversations than any list shows.
const MOST: u32 = 5_000;

impl ConversationRef {
    pub(crate) fn of(kind: ConversationKind) -> Self {
        match kind {
            ConversationKind::Account(id) => ConversationRef::Account(id.0),
            ConversationKind::Counterparty(id) => ConversationRef::Counterparty(id.0),
        }
    }

    pub(crate) fn with(self) -> ConversationKind {
        match self {
            ConversationRef::Account(id) => ConversationKind::Account(AccountId(id)),
            ConversationRef::Counterparty(id) => ConversationKind::Counterparty(CounterpartyId(id)),
        }
    }
}

impl App {
    /// The list: accounts, then counterparties by last activity.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn list_conversations(&self) -> Result<ConversationList, ApiError> {
        self.read(|ledger, words| {
            let accounts = ledger.accounts()?;
            let conversations = ledger.conversations(MOST)?;
            let told = wire::Told::load(ledger, words)?;
            Ok(ConversationList {
                accounts: accounts
                    .iter()
                    .map(|account| wire::account_row(account, words))
                    .collect(),
                conversations: conversations
                    .iter()
                    .filter_map(|conversation| wire::conversation_row(conversation, &told, words))
                    .collect(),
            })
        })
    }

    /// The header above a conversation.
    ///
    /// # Errors
    /// `notFound`, `locked`, and the store's.
    pub fn get_header(
        &self,
        conversation: ConversationRef,
    ) -> Result<ConversationHeader, ApiError> {
        let header = self.read(|ledger, words| match conversation {
            ConversationRef::Account(id) => {
                account_header(ledger, AccountId(id), conversation, words).map(Some)
            }
            ConversationRef::Counterparty(id) => {
                counterparty_header(ledger, CounterpartyId(id), words)
            }
        })?;
        header.ok_or_else(|| self.words().not_found("conversation"))
    }

    /// Says that the user has seen a conversation. No change is told: whoever says it shows it so already, and nothing else is
    /// to be read again.
    ///
    /// # Errors
    /// `locked`, `busy`, and the store's.
    pub fn mark_read(&self, conversation: ConversationRef) -> Result<(), ApiError> {
        let open = self.open()?;
        let unread = match conversation {
            ConversationRef::Account(id) => open
                .ledger
                .account(AccountId(id))
                .map(|view| view.conversation.map_or(0, |row| row.unread_count)),
            ConversationRef::Counterparty(id) => open
                .ledger
                .conversation(CounterpartyId(id))
                .map(|found| found.map_or(0, |found| found.row.unread_count)),
        };
        // A write is a fsync, and the window marks at every turn.
        if unread.map_err(|error| self.words().ledger(&error))? == 0 {
            return Ok(());
        }
        open.ledger
            .mark_seen(conversation.with())
            .map_err(|error| self.words().ledger(&error))?;
        self.known(&open);
        Ok(())
    }

    /// Sets a name, a kind or a balance where the files do not say.
    ///
    /// # Errors
    /// `refused` with the field in `at`, `notFound`, `locked`, `busy`, and the store's.
    pub fn set_account(&self, request: SetAccount) -> Result<HistoryRow, ApiError> {
        let open = self.open()?;
        let words = self.words();
        let id = AccountId(request.id);
        let view = open
            .ledger
            .account(id)
            .map_err(|error| words.ledger(&error))?;
        let kind = match request.account_kind.as_deref() {
            Some(word) => {
                let kind = AccountKind::from_word(word);
                Some(kind.ok_or_else(|| self.refused(word).at("accountKind"))?)
            }
            None => None,
        };
        let balance = request
            .balance
            .map(|balance| parsed(&balance, view.row.currency, &words))
            .transpose()?;
        let set = ledger::SetAccount {
            name: request.name,
            kind,
            balance,
        };
        self.edit(|ledger| ledger.set_account(id, set))
    }
}

/// The twelve months up to a day, and the year that it is in.
fn span(last: Option<NaiveDate>) -> Option<(NaiveDate, NaiveDate)> {
    use chrono::Datelike;
    let last = last?;
    let year_ago = last
        .checked_sub_months(chrono::Months::new(11))?
        .with_day(1)?;
    let new_year = last.with_month(1)?.with_day(1)?;
    Some((year_ago.min(new_year), last))
}

fn account_header(
    ledger: &Ledger,
    id: AccountId,
    conversation: ConversationRef,
    words: &Words,
) -> ledger::Result<ConversationHeader> {
    let view = ledger.account(id)?;
    let last = view.conversation.as_ref().and_then(|row| row.last_date);
    let (mut months, mut curve) = (Vec::new(), Vec::new());
    if let Some((from, until)) = span(last) {
        // Sums go by booking month, which the newest entry's may come after the day it is shown under.
        let next = until
            .checked_add_months(chrono::Months::new(2))
            .unwrap_or(until);
        months = ledger.account_months(id, from, next)?;
        let year_ago = until
            .checked_sub_months(chrono::Months::new(12))
            .unwrap_or(from);
        // Before its first entry nothing is known of an account.
        let known = view.since.unwrap_or(year_ago);
        curve = ledger.balance_curve(id, year_ago.max(known), next)?;
        // It ends on the day of the balance that stands beside it.
        let reached = curve.last().map(|point| point.as_of);
        let held = view
            .balance
            .iter()
            .filter(|held| Some(held.as_of) > reached);
        curve.extend(held.cloned());
    }
    let statements = ledger.statements(id)?;
    let proved = statements
        .iter()
        .filter(|row| row.statement.proof == "holds");
    let (proved, statements) = (proved.count(), statements.len());
    let account = wire::account_row(&view, words);
    Ok(wire::header(wire::Head {
        conversation,
        name: account.name.clone(),
        account: Some(account),
        count: view.conversation.as_ref().map_or(0, |row| row.entry_count),
        since: view.since,
        last,
        months,
        uncovered: Vec::new(),
        curve,
        statements: i64::try_from(statements).unwrap_or(i64::MAX),
        proved: i64::try_from(proved).unwrap_or(i64::MAX),
        merged: Vec::new(),
        days: Vec::new(),
        category: None,
        mark: view.mark,
        expected: None,
    }))
}

/// Twenty-six weeks: what is drawn of a counterparty's days.
const HEAT_DAYS: u64 = 26 * 7;

fn counterparty_header(
    ledger: &Ledger,
    id: CounterpartyId,
    words: &Words,
) -> ledger::Result<Option<ConversationHeader>> {
    let Some(found) = ledger.conversation(id)? else {
        return Ok(None);
    };
    // The one that it is merged into, where it is merged.
    let id = found.counterparty.id;
    let conversation = ConversationRef::Counterparty(id.0);
    let merged = ledger.merged_into(id)?;
    let last = found.row.last_date;
    let (mut months, mut uncovered) = (Vec::new(), Vec::new());
    if let Some((from, until)) = span(last) {
        months = ledger.counterparty_months(id, from, until)?;
        uncovered = ledger.uncovered_days(id, (from, until))?;
    }
    let today = ledger.today();
    let days = ledger.counterparty_days(id, today - Days::new(HEAT_DAYS), today)?;
    Ok(Some(wire::header(wire::Head {
        conversation,
        name: wire::counterparty_name(&found.counterparty, words),
        account: None,
        count: found.row.entry_count,
        since: ledger.first_date(conversation.with())?,
        last,
        months,
        uncovered,
        curve: Vec::new(),
        statements: 0,
        proved: 0,
        merged: merged
            .iter()
            .map(|row| wire::counterparty(row, words))
            .collect(),
        days,
        category: found.last.as_ref().and_then(Category::of_entry),
        mark: found.mark,
        expected: ledger
            .expected_of(id)?
            .map(|expected| wire::expected_item(&expected, words)),
    })))
}

/// A balance as typed: spaces between groups, a comma or a point for the decimals.
fn parsed(
    balance: &SetBalance,
    currency: Currency,
    words: &Words,
) -> Result<(Decimal, NaiveDate), ApiError> {
    let plain: String = balance
        .amount
        .chars()
        .filter(|sign| !sign.is_whitespace())
        .map(|sign| match sign {
            ',' => '.',
            '\u{2212}' => '-',
            other => other,
        })
        .collect();
    let amount: Option<Decimal> = plain.parse().ok();
    let amount = amount.filter(|amount| Money::new(*amount, currency).to_minor().is_ok());
    let amount = amount.ok_or_else(|| {
        let args = [
            ("found", balance.amount.as_str()),
            ("currency", currency.code()),
        ];
        let error = words.error(ErrorCode::Refused, "error-bad-amount", &args);
        error.at("amount")
    })?;
    let day: Option<NaiveDate> = balance.as_of.parse().ok();
    let day = day.ok_or_else(|| {
        let args = [("found", balance.as_of.as_str())];
        words
            .error(ErrorCode::Refused, "error-bad-day", &args)
            .at("asOf")
    })?;
    Ok((amount, day))
}
