//! The overview: what months come to, where the money goes, what comes back and what the bank takes.

use domain::{AccountId, Currency, NaiveDate};
use ledger::{Scope, Span};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::MoneyDto;
use crate::{ApiError, App, wire};

/// Whose money is looked at: one account's, or every account's, always in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OverviewScope {
    /// The account; `None` for all.
    #[ts(type = "number | null")]
    pub account: Option<i64>,
    /// ISO code.
    pub currency: String,
}

/// Months, first and last included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MonthSpan {
    /// `YYYY-MM`.
    pub from: String,
    /// `YYYY-MM`.
    pub until: String,
}

/// What the months of a scope come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Overview {
    /// The months asked for, oldest first, none left out. Empty where nothing was ever imported.
    pub months: Vec<OverviewMonth>,
    /// The first and the last month that anything is known of.
    pub known: Option<MonthSpan>,
    /// Statements that tell of any of these months.
    #[ts(type = "number")]
    pub statements: i64,
    /// Those among them that are proved.
    #[ts(type = "number")]
    pub proved: i64,
    /// Days of these months that no statement tells of, between two that do, oldest first; but those of which the user said
    /// that there is none to be had.
    pub gaps: Vec<DaysOfAccount>,
    /// The statements of these months that prove nothing, oldest first.
    pub unproved: Vec<UnprovedStatement>,
    /// Of each account whose statements state days: the first and the last of them.
    pub told: Vec<DaysOfAccount>,
    /// Codes of other currencies that entries of these months have, which are not counted.
    pub others: Vec<String>,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OverviewMonth {
    /// `YYYY-MM`.
    pub month: String,
    /// Money in from elsewhere than own accounts.
    #[serde(rename = "in")]
    pub money_in: MoneyDto,
    /// Money out to elsewhere than own accounts, negative.
    pub out: MoneyDto,
    /// Both together.
    pub net: MoneyDto,
    /// Entries, transfers between own accounts included.
    #[ts(type = "number")]
    pub count: i64,
    /// `whole running incomplete missing toCome`: how far statements tell of it; `None` where none would.
    pub state: Option<String>,
}

/// Days of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DaysOfAccount {
    /// The account.
    #[ts(type = "number")]
    pub account: i64,
    /// The first.
    pub from: String,
    /// The last.
    pub until: String,
}

/// A statement that proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct UnprovedStatement {
    /// The days that it tells of.
    pub days: DaysOfAccount,
    /// Whether it does not add up; else it states no balance.
    pub broken: bool,
}

/// Where the money of some months went, transfers between own accounts aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Spending {
    /// Money out less what came back, over all counterparties to whom more went than came back.
    pub total: MoneyDto,
    /// How many they are.
    #[ts(type = "number")]
    pub count: i64,
    /// Those to whom most went, the most first.
    pub with: Vec<SpentWith>,
    /// The same by category, the most first, where that was asked for.
    pub on: Vec<SpentOn>,
}

/// What went to one counterparty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SpentWith {
    /// The counterparty.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name as shown.
    pub name: String,
    /// `merchant person bank`.
    pub counterparty_kind: String,
    /// The word of what it is, as the user says or as it seems.
    pub category: Option<String>,
    /// Money out less what came back.
    pub money: MoneyDto,
    /// What came back, where something did.
    pub back: Option<MoneyDto>,
}

/// What went to the counterparties of one category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SpentOn {
    /// The category's word; `None` where nothing says what they are.
    pub category: Option<String>,
    /// Money out less what came back.
    pub money: MoneyDto,
    /// How many counterparties.
    #[ts(type = "number")]
    pub count: i64,
    /// Those to whom most went.
    pub with: Vec<SpentWith>,
}

/// What the bank took in a year, in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Fees {
    /// Calendar year.
    #[ts(type = "number")]
    pub year: i32,
    /// The last day of it that is known of.
    pub until: String,
    /// What was taken less what was given back: above zero where more was taken.
    pub total: MoneyDto,
    /// The same of the year before up to the same day; `None` where less than that is known of it.
    pub before: Option<MoneyDto>,
    /// How much more than then, signed.
    pub difference: Option<MoneyDto>,
    /// By heading of the yearly statement of fees, in its order; those without a line are left out.
    pub groups: Vec<FeeGroup>,
    /// Every line, oldest first.
    pub lines: Vec<FeeLine>,
}

/// The fees under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FeeGroup {
    /// `subscriptions operation incidents`.
    pub group: String,
    /// Its name in the user's language.
    pub name: String,
    /// What was taken less what was given back.
    pub money: MoneyDto,
    /// What for, the most first.
    pub kinds: Vec<FeeKind>,
}

/// The fees taken for one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FeeKind {
    /// `card package remoteBanking insurance safe custody account withdrawal foreign transfer cheque document tax other
    /// intervention rejection overdraft letter seizure late`.
    pub fee: String,
    /// Its name in the user's language.
    pub name: String,
    /// What was taken less what was given back.
    pub money: MoneyDto,
    /// The day of each line.
    pub days: Vec<String>,
}

/// One fee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FeeLine {
    /// The entry.
    #[ts(type = "number")]
    pub entry: i64,
    /// Whose.
    #[ts(type = "number")]
    pub account: i64,
    /// In whose conversation it is.
    #[ts(type = "number")]
    pub counterparty: i64,
    /// The day shown.
    pub date: String,
    /// As in [`FeeGroup`].
    pub group: String,
    /// As in [`FeeKind`].
    pub fee: String,
    /// Its name in the user's language.
    pub name: String,
    /// As printed.
    pub text: String,
    /// Signed: below zero where it was taken.
    pub money: MoneyDto,
}

impl App {
    /// What months come to; without a span, the last twelve.
    ///
    /// # Errors
    /// `refused` for what is no currency or no month, `notFound`, `locked`, and the store's.
    pub fn get_overview(
        &self,
        scope: &OverviewScope,
        span: Option<&MonthSpan>,
    ) -> Result<Overview, ApiError> {
        let asked = self.scope(scope)?;
        let span = span.map(|span| self.span(span)).transpose()?;
        self.read(|ledger, _| {
            let overview = ledger.overview(asked, span)?;
            Ok(wire::overview(&overview, asked.currency))
        })
    }

    /// Where the money of some months went.
    ///
    /// # Errors
    /// `refused` for what is no currency or no month, `locked`, and the store's.
    pub fn list_spending(
        &self,
        scope: &OverviewScope,
        span: &MonthSpan,
        by_category: bool,
    ) -> Result<Spending, ApiError> {
        let asked = self.scope(scope)?;
        let span = self.span(span)?;
        self.read(|ledger, words| {
            let spending = ledger.spending(asked, span, by_category)?;
            Ok(wire::spending(&spending, asked.currency, words))
        })
    }

    /// What the bank took in a year; without one, in the last that anything is known of.
    ///
    /// # Errors
    /// `refused` for what is no currency, `notFound`, `locked`, and the store's.
    pub fn get_fees(&self, scope: &OverviewScope, year: Option<i32>) -> Result<Fees, ApiError> {
        let asked = self.scope(scope)?;
        self.read(|ledger, words| {
            Ok(wire::fees(
                &ledger.fees(asked, year)?,
                asked.currency,
                words,
            ))
        })
    }

    /// The fees of every account together, once per currency, in the order of the accounts; those without a fee are left out.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn list_fees(&self, year: Option<i32>) -> Result<Vec<Fees>, ApiError> {
        self.read(|ledger, words| {
            let mut currencies: Vec<Currency> = Vec::new();
            for view in ledger.accounts()? {
                if !currencies.contains(&view.row.currency) {
                    currencies.push(view.row.currency);
                }
            }
            let mut all = Vec::new();
            for currency in currencies {
                let scope = Scope {
                    account: None,
                    currency,
                };
                let fees = ledger.fees(scope, year)?;
                if !fees.lines.is_empty() {
                    all.push(wire::fees(&fees, currency, words));
                }
            }
            Ok(all)
        })
    }

    fn scope(&self, scope: &OverviewScope) -> Result<Scope, ApiError> {
        let currency: Result<Currency, _> = scope.currency.parse();
        Ok(Scope {
            account: scope.account.map(AccountId),
            currency: currency.map_err(|_| self.refused(&scope.currency).at("currency"))?,
        })
    }

    fn span(&self, span: &MonthSpan) -> Result<Span, ApiError> {
        let day = |month: &str, at: &str| {
            let day: Option<NaiveDate> = format!("{month}-01").parse().ok();
            day.ok_or_else(|| self.refused(month).at(at))
        };
        let (from, until) = (day(&span.from, "from")?, day(&span.until, "until")?);
        if from > until {
            return Err(self.refused(&span.from).at("from"));
        }
        Ok(Span { from, until })
    }
}
