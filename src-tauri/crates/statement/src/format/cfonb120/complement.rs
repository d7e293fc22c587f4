//! Records 05: what completes a movement, by qualifier (columns 46–48) and 70 characters (49–118).

use std::borrow::Cow;

use domain::{Decimal, Money};

use super::record::Record;
use crate::{Entry, TextField};

/// Adds a record 05 to its entry.
pub(super) fn read<'a>(record: &Record<'a>, entry: &mut Entry<'a>) {
    let qualifier = record.field(46, 48);
    let whole = record.field(49, 118);
    if whole.is_empty() {
        return;
    }
    let head = record.field(49, 83);
    let tail = record.field(84, 118);
    let out = entry.amount.is_sign_negative();
    match qualifier {
        // Name of the payer, of the payee, and of those behind them.
        "NPY" | "NBE" => {
            let is_other = (qualifier == "NBE") == out;
            if is_other || entry.counterparty.is_none() {
                entry.counterparty = Some(Cow::Borrowed(whole));
            }
            push(entry, qualifier, whole);
        }
        "CPY" | "CBE" => {
            let is_other = (qualifier == "CBE") == out;
            if is_other || entry.counterparty_account.is_none() {
                entry.counterparty_account = Some(Cow::Borrowed(head));
            }
        }
        // End-to-end reference and purpose.
        "RCN" => {
            if is_reference(head) {
                entry.end_to_end_id = Some(Cow::Borrowed(head));
            }
            push(entry, qualifier, tail);
        }
        "REF" => {
            if is_reference(whole) {
                entry.references.push(Cow::Borrowed(whole));
            }
        }
        // Mandate, then its sequence type.
        "RUM" => entry.mandate_id = Some(Cow::Borrowed(head)).filter(|head| !head.is_empty()),
        "MMO" => match original(record, out) {
            Some(money) => entry.original = Some(money),
            None => push(entry, qualifier, whole),
        },
        _ => push(entry, qualifier, whole),
    }
}

fn push<'a>(entry: &mut Entry<'a>, label: &'a str, text: &'a str) {
    if !text.is_empty() {
        entry.texts.push(TextField {
            label: Cow::Borrowed(label),
            text: Cow::Borrowed(text),
        });
    }
}

fn is_reference(text: &str) -> bool {
    !text.is_empty()
        && !text.eq_ignore_ascii_case("NOTPROVIDED")
        && !text.eq_ignore_ascii_case("NONREF")
}

/// `MMO`: currency, number of decimals, fourteen digits.
fn original(record: &Record<'_>, out: bool) -> Option<Money> {
    let currency = record.columns(49, 51).parse().ok()?;
    let decimals: u32 = record.columns(52, 52).parse().ok()?;
    let digits = record.field(53, 66);
    let units: i64 = digits
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| digits.parse().ok())
        .flatten()?;
    Some(Money::new(
        Decimal::new(if out { -units } else { units }, decimals),
        currency,
    ))
}
