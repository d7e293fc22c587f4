//! How an answer is printed: JSON on one line, or text in the user's language.

use std::io::{self, BufWriter, StdoutLock, Write};

use api::money::{BalanceDto, MoneyDto};
use api::timeline::ChainBreakItem;
use chrono::NaiveDate;
use domain::{Currency, Decimal};
use serde::Serialize;
use text::{Catalogue, DateStyle, Style};

use crate::failure::Failure;

/// Standard output, written in large pieces.
pub(crate) fn out() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// One JSON document on one line.
pub(crate) fn json(answer: &impl Serialize) -> Result<(), Failure> {
    let mut out = out();
    serde_json::to_writer(&mut out, answer)?;
    out.write_all(b"\n")?;
    Ok(out.flush()?)
}

/// An amount for people.
pub(crate) fn money(money: &MoneyDto, catalogue: &Catalogue) -> String {
    let decimals = money
        .currency
        .parse()
        .map_or(2, |currency: Currency| currency.exponent());
    match money.amount.parse::<Decimal>() {
        Ok(amount) => text::money(
            &amount,
            &money.currency,
            decimals,
            catalogue.lang(),
            Style::default(),
        ),
        Err(_) => format!("{} {}", money.amount, money.currency),
    }
}

/// A statement that does not open with what the one before it closed with, for people.
pub(crate) fn chain_break(broken: &ChainBreakItem, catalogue: &Catalogue) -> String {
    let (expected, stated, difference) = (
        money(&broken.expected, catalogue),
        money(&broken.stated, catalogue),
        money(&broken.difference, catalogue),
    );
    let args = [
        ("expected", expected.as_str()),
        ("stated", &stated),
        ("difference", &difference),
    ];
    catalogue.text("cli-chain-break", &args)
}

/// A day for people.
pub(crate) fn day(iso: &str, catalogue: &Catalogue) -> String {
    match iso.parse::<NaiveDate>() {
        Ok(day) => text::date(day, DateStyle::Medium, catalogue.lang()),
        Err(_) => iso.to_owned(),
    }
}

/// A balance as an answer has it: amount, day, whether proved.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Held {
    pub(crate) balance: Option<String>,
    pub(crate) as_of: Option<String>,
    pub(crate) proved: bool,
}

impl From<Option<&BalanceDto>> for Held {
    fn from(balance: Option<&BalanceDto>) -> Self {
        Held {
            balance: balance.map(|balance| balance.money.amount.clone()),
            as_of: balance.map(|balance| balance.as_of.clone()),
            proved: balance.is_some_and(|balance| balance.proved),
        }
    }
}

/// A word in the wire's camel case as texts are named by: `direct-debit`.
pub(crate) fn kebab(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 2);
    for sign in word.chars() {
        if sign.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(sign.to_ascii_lowercase());
    }
    out
}
