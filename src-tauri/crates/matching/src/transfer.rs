//! Money that only moves between a person's own accounts: two entries, one movement, never income or expense.
//!
//! Out of one account and into another, of the same amount, within days, and something that says so: the other account's
//! number, or words of a transfer. Where two would do, none is taken.

use std::collections::{HashMap, HashSet};

use chrono::Days;
use domain::{AccountId, Currency, EntryId, NaiveDate};
use text::PaymentType;

/// Days between the two bookings: over a weekend, and a value date that runs ahead.
const APART: u64 = 5;
/// By how many points a pair must surpass every other of its entries.
const MARGIN: i32 = 1;

/// An entry as far as a transfer could know it.
#[derive(Debug, Clone)]
pub struct TransferEntry {
    /// Its id.
    pub id: EntryId,
    /// The account that it stands in.
    pub account: AccountId,
    /// When it was booked.
    pub booked: NaiveDate,
    /// In minor units, negative for money out.
    pub amount: i64,
    /// What it is counted in.
    pub currency: Currency,
    /// How the money moved.
    pub payment: PaymentType,
    /// Everything that the statement says of it.
    pub words: String,
    /// The other party's account number, where the statement has it.
    pub other_account: Option<String>,
    /// The amount on the other side, where the statement states it with the rate or in place of it; without sign.
    pub stated: Option<(i64, Currency)>,
    /// A fee that the statement states as part of the amount, without sign.
    pub fee: Option<i64>,
}

/// A person's own account, as statements name it.
#[derive(Debug, Clone)]
pub struct OwnAccount {
    /// Its id.
    pub id: AccountId,
    /// Its IBAN or number.
    pub number: Option<String>,
}

/// Why two entries are one transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TransferReason {
    /// One side states the number of the other's account.
    AccountNumber,
    /// Both sides call it a transfer.
    Words,
    /// Both on one day.
    SameDay,
    /// The amounts differ by a fee, or by a rate, that a statement states.
    StatedDifference,
}

/// Two entries that are one movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// Where the money left.
    pub from: EntryId,
    /// Where it arrived.
    pub to: EntryId,
    /// What speaks for it.
    pub reasons: Vec<TransferReason>,
}

/// The transfers among entries of all own accounts, in the order of the entries. `refused` are pairs, from and to, that a person said are none.
pub fn transfers(
    entries: &[TransferEntry],
    accounts: &[OwnAccount],
    refused: &[(EntryId, EntryId)],
) -> Vec<Transfer> {
    let refused: HashSet<(EntryId, EntryId)> = refused.iter().copied().collect();
    let numbers: HashMap<AccountId, String> = accounts
        .iter()
        .filter_map(|account| Some((account.id, digits(account.number.as_deref()?))))
        .filter(|(_, number)| number.len() >= 8)
        .collect();
    let mut arrived: HashMap<(Currency, i64), Vec<usize>> = HashMap::new();
    for (i, entry) in entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.amount > 0)
    {
        arrived
            .entry((entry.currency, entry.amount))
            .or_default()
            .push(i);
    }
    let mut pairs: Vec<(i32, usize, usize, Vec<TransferReason>)> = Vec::new();
    for (out, from) in entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.amount < 0)
    {
        for (amount, is_stated) in amounts_arriving(from) {
            for into in arrived.get(&amount).into_iter().flatten() {
                let Some(to) = entries.get(*into) else {
                    continue;
                };
                if refused.contains(&(from.id, to.id)) {
                    continue;
                }
                if let Some((score, reasons)) = evidence(from, to, is_stated, &numbers) {
                    pairs.push((score, out, *into, reasons));
                }
            }
        }
    }
    clear(&pairs)
        .filter_map(|(_, out, into, reasons)| {
            Some(Transfer {
                from: entries.get(*out)?.id,
                to: entries.get(*into)?.id,
                reasons: reasons.clone(),
            })
        })
        .collect()
}

/// What may arrive of an entry: the same; the same without a stated fee; what the statement states for the other side.
fn amounts_arriving(from: &TransferEntry) -> Vec<((Currency, i64), bool)> {
    let left = from.amount.saturating_neg();
    let mut amounts = vec![((from.currency, left), false)];
    if let Some(fee) = from.fee.filter(|fee| *fee > 0 && *fee < left) {
        amounts.push(((from.currency, left - fee), true));
    }
    if let Some((amount, currency)) = from
        .stated
        .filter(|(_, currency)| *currency != from.currency)
    {
        amounts.push(((currency, amount), true));
    }
    amounts
}

fn evidence(
    from: &TransferEntry,
    to: &TransferEntry,
    is_stated: bool,
    numbers: &HashMap<AccountId, String>,
) -> Option<(i32, Vec<TransferReason>)> {
    let is_near =
        to.booked + Days::new(1) >= from.booked && to.booked <= from.booked + Days::new(APART);
    if from.account == to.account || !is_near {
        return None;
    }
    let names =
        |entry: &TransferEntry, other: AccountId| match (&entry.other_account, numbers.get(&other))
        {
            (Some(stated), Some(own)) => Some(digits(stated) == *own),
            (None, Some(own)) if digits(&entry.words).contains(own.as_str()) => Some(true),
            _ => None,
        };
    let (there, back) = (names(from, to.account), names(to, from.account));
    // A number that is somebody else's: no transfer between these two.
    if there == Some(false) || back == Some(false) {
        return None;
    }
    let is_named = there.is_some() || back.is_some();
    let is_transfer = |entry: &TransferEntry| entry.payment == PaymentType::Transfer;
    let is_worded = is_transfer(from) && is_transfer(to);
    if !is_named && !is_worded {
        return None;
    }
    let mut reasons = Vec::new();
    let mut score = 0;
    for (holds, points, reason) in [
        (is_named, 4, TransferReason::AccountNumber),
        (is_worded, 2, TransferReason::Words),
        (from.booked == to.booked, 1, TransferReason::SameDay),
        (is_stated, 0, TransferReason::StatedDifference),
    ] {
        if holds {
            score += points;
            reasons.push(reason);
        }
    }
    Some((score, reasons))
}

type Scored = (i32, usize, usize, Vec<TransferReason>);

/// The pairs that surpass every other pair of either of their entries.
fn clear(pairs: &[Scored]) -> impl Iterator<Item = &Scored> {
    let mut of: HashMap<usize, Vec<i32>> = HashMap::new();
    for (score, out, into, _) in pairs {
        of.entry(*out).or_default().push(*score);
        of.entry(*into).or_default().push(*score);
    }
    pairs.iter().filter(move |(score, out, into, _)| {
        [out, into].into_iter().all(|side| {
            let near = of
                .get(side)
                .into_iter()
                .flatten()
                .filter(|other| score - **other < MARGIN);
            near.count() == 1
        })
    })
}

/// Letters and digits of an account number, without spaces.
fn digits(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// `account day amount`, a transfer in euros.
    fn entry(id: i64, line: &str) -> TransferEntry {
        let fields: Vec<&str> = line.split(' ').collect();
        TransferEntry {
            id: EntryId(id),
            account: AccountId(fields.first().unwrap().parse().unwrap()),
            booked: fields.get(1).unwrap().parse().unwrap(),
            amount: fields.get(2).unwrap().parse().unwrap(),
            currency: Currency::EUR,
            payment: PaymentType::Transfer,
            words: "VIREMENT".to_owned(),
            other_account: None,
            stated: None,
            fee: None,
        }
    }

    fn accounts() -> Vec<OwnAccount> {
        let own = |id, number: &str| OwnAccount {
            id: AccountId(id),
            number: Some(number.to_owned()),
        };
        vec![
            own(1, "FR76 1010 7001 0100 0000 0001 123"),
            own(2, "FR7610107001020000000002124"),
            own(3, "DE02120300000000202051"),
        ]
    }

    fn found(entries: &[TransferEntry], refused: &[(EntryId, EntryId)]) -> Vec<(i64, i64)> {
        let found = transfers(entries, &accounts(), refused);
        found.iter().map(|pair| (pair.from.0, pair.to.0)).collect()
    }

    #[test]
    fn money_that_leaves_one_own_account_and_reaches_another_is_one_transfer() {
        let entries = [
            entry(1, "1 2026-03-06 -20000"),
            entry(2, "2 2026-03-09 20000"),
        ];
        assert_eq!(found(&entries, &[]), [(1, 2)]);
        assert!(
            found(
                &[
                    entry(1, "1 2026-03-06 -20000"),
                    entry(2, "2 2026-03-19 20000")
                ],
                &[]
            )
            .is_empty(),
            "too late"
        );
        assert!(
            found(
                &[
                    entry(1, "1 2026-03-06 -20000"),
                    entry(2, "1 2026-03-06 20000")
                ],
                &[]
            )
            .is_empty(),
            "one account"
        );
    }

    #[test]
    fn a_pair_that_a_person_refused_is_not_proposed_again() {
        let entries = [
            entry(1, "1 2026-03-06 -20000"),
            entry(2, "2 2026-03-06 20000"),
        ];
        assert!(found(&entries, &[(EntryId(1), EntryId(2))]).is_empty());
    }

    #[test]
    fn a_tie_is_not_guessed_but_a_number_decides_it() {
        let mut entries = [
            entry(1, "1 2026-03-06 -20000"),
            entry(2, "2 2026-03-06 20000"),
            entry(3, "3 2026-03-06 20000"),
        ];
        assert!(found(&entries, &[]).is_empty());
        for own in entries.iter_mut().filter(|entry| entry.id == EntryId(1)) {
            own.other_account = Some("DE02 1203 0000 0000 2020 51".to_owned());
        }
        assert_eq!(found(&entries, &[]), [(1, 3)]);
    }

    #[test]
    fn what_goes_to_somebody_elses_number_is_no_transfer_of_ones_own() {
        let mut out = entry(1, "1 2026-03-06 -20000");
        out.other_account = Some("FR7630006000011234567890189".to_owned());
        assert!(found(&[out, entry(2, "2 2026-03-06 20000")], &[]).is_empty());
    }

    #[test]
    fn a_purchase_and_a_refund_of_the_same_amount_are_no_transfer() {
        let mut bought = entry(1, "1 2026-03-06 -2000");
        bought.payment = PaymentType::Card;
        assert!(found(&[bought, entry(2, "2 2026-03-06 2000")], &[]).is_empty());
    }

    #[test]
    fn a_fee_or_another_currency_counts_only_where_a_statement_states_it() {
        let (mut out, mut into) = (
            entry(1, "1 2026-03-06 -20250"),
            entry(2, "2 2026-03-07 20000"),
        );
        assert!(found(&[out.clone(), into.clone()], &[]).is_empty());
        out.fee = Some(250);
        assert_eq!(found(&[out.clone(), into.clone()], &[]), [(1, 2)]);
        out.fee = None;
        into.currency = "USD".parse().unwrap();
        assert!(found(&[out.clone(), into.clone()], &[]).is_empty());
        out.stated = Some((20_000, into.currency));
        assert_eq!(found(&[out, into], &[]), [(1, 2)]);
    }
}
