//! What the core says, as the wire's values. Nothing is written for people here but what [`Words`](crate::Words) says.

mod account;
mod answer;
mod answered;
mod chip;
mod conversation;
mod cover;
mod coverage;
mod history;
mod import;
mod inbox;
mod insight;
mod mapping;
mod original;
mod overview;
mod receipt;
mod search;
mod timeline;

pub(crate) use account::{Head, account_name, account_row, balance, header};
pub(crate) use answer::{Asked, answer_item};
pub(crate) use conversation::{Told, conversation_row};
pub(crate) use cover::{cover, labels};
pub(crate) use coverage::account_coverage;
pub(crate) use history::history_row;
pub(crate) use import::{file_done, file_review, outcome, refused_file, stage};
pub(crate) use inbox::{deliveries, receipt_inbox};
pub(crate) use insight::{alert_item, charge_row, expected_item, price_change_item};
pub(crate) use original::{digest, original};
pub(crate) use overview::{fees, overview, spending};
pub(crate) use receipt::waiting_item;
pub(crate) use search::search_results;
pub(crate) use timeline::{
    counterparty, counterparty_name, entry_full, entry_item, give_back, return_side, timeline_items,
};

use domain::{Currency, Decimal, Money, NaiveDate};

use crate::money::MoneyDto;

/// An amount with the decimals of its currency.
pub(crate) fn money(money: Money) -> MoneyDto {
    MoneyDto {
        amount: money.to_plain(),
        currency: money.currency.code().to_owned(),
    }
}

pub(crate) fn minor(minor: i64, currency: Currency) -> MoneyDto {
    money(Money::from_minor(minor, currency))
}

/// An amount as a file states it, which may have more decimals than its currency.
pub(crate) fn stated(amount: Decimal, currency: Currency) -> MoneyDto {
    let exact = Money::new(amount, currency);
    let (_, is_rounded) = exact.rounded();
    if is_rounded {
        return MoneyDto {
            amount: amount.to_string(),
            currency: currency.code().to_owned(),
        };
    }
    money(exact)
}

/// What a word in camel case is named by among the texts: `payment-type-direct-debit`.
pub(crate) fn text_id(about: &str, word: &str) -> String {
    let mut id = format!("{about}-");
    for sign in word.chars() {
        if sign.is_ascii_uppercase() {
            id.push('-');
        }
        id.push(sign.to_ascii_lowercase());
    }
    id
}

/// `YYYY-MM-DD`.
pub(crate) fn day(day: NaiveDate) -> String {
    day.to_string()
}
