//! From rows to statements: signs settled, accounts parted, balances stated.

use std::borrow::Cow;

use domain::{Balance, BalanceKind, Currency, Decimal, NaiveDate, Status};

use super::column::{Column, is_iban};
use super::given::{Given, Say};
use super::group::Group;
use super::preamble::{Told, squeezed};
use super::role::Role;
use super::rows::Rows;
use super::sign::{
    Convention, Hint, Raw, Side, Walk, hint_of_text, marks_money_in, plain_spread, rivals,
    suggested, walk,
};
use crate::{By, Entry, Statement};

/// How the signs of a table were settled.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signs {
    pub(super) convention: Convention,
    pub(super) walk: Walk,
    /// Whether the file proves them: by a running balance, by words, or by columns.
    pub(super) certain: bool,
    /// What proved them, for the evidence.
    pub(super) why: &'static str,
    /// Whether fees are taken beside the amount, as the running balance shows.
    pub(super) fee_outside: bool,
    /// Whether the document alone would turn printed signs round, and what it says so by.
    pub(super) alone: (bool, By),
    /// Whether the running balance refutes what a profile says.
    pub(super) contradicts: bool,
}

/// Walks the running balance, in the direction that the dates leave open.
fn walked(rows: &Rows<'_>, convention: Convention, with_fee: bool) -> Walk {
    let first = rows.entries.iter().find_map(day_of);
    let last = rows.entries.iter().rev().find_map(day_of);
    let mut found = walk(
        rows.entries
            .iter()
            .zip(&rows.raws)
            .filter(|(_, raw)| raw.counts)
            .map(|(entry, raw)| {
                let fee = if with_fee { raw.fee } else { Decimal::ZERO };
                let amount = convention.signed(raw).saturating_sub(fee);
                (raw.group, amount, entry.balance_after)
            }),
    );
    if first > last {
        found.forward = 0;
    } else if first < last {
        found.backward = 0;
    }
    found
}

/// Settles the signs of all rows of a table together.
pub(super) fn settle(
    rows: &Rows<'_>,
    columns: &[Column<'_>],
    (given, is_account): (Given<'_>, bool),
) -> Signs {
    let found = settle_alone(rows, columns, is_account);
    let by = match (found.certain, found.why) {
        (false, _) => By::Nothing,
        (true, "signs") => By::Usual,
        (true, _) => By::Proof,
    };
    let alone = (found.convention.inverted, by);
    let said = given.say("sign", |word| match word {
        "inverted" => Some(true),
        "asPrinted" => Some(false),
        _ => None,
    });
    let Some(inverted) = said.either() else {
        return Signs { alone, ..found };
    };
    let convention = Convention {
        inverted,
        bare_is_out: false,
        ..suggested(&rows.raws)
    };
    let walk = walked(rows, convention, false);
    let fee_outside = rows.raws.iter().any(|raw| !raw.fee.is_zero())
        && walked(rows, convention, true).agreeing() > walk.agreeing();
    let told = Signs {
        convention,
        walk,
        certain: true,
        why: "answer",
        fee_outside,
        alone,
        contradicts: false,
    };
    match said {
        Say::Answer(_) => told,
        // Marks and words of this document say more than a profile does; a balance may refute it.
        _ if found.why == "signs" => Signs {
            why: "profile",
            ..told
        },
        _ => Signs {
            alone,
            contradicts: found.why == "balance" && walk.agreeing() < found.walk.agreeing(),
            ..found
        },
    }
}

/// Settles them by what the document alone says.
fn settle_alone(rows: &Rows<'_>, columns: &[Column<'_>], is_account: bool) -> Signs {
    let first = suggested(&rows.raws);
    let has_fee = rows.raws.iter().any(|raw| !raw.fee.is_zero());
    let best = best_by_balance(rows, first, has_fee);
    if best.1.proves() {
        return Signs {
            convention: best.0,
            walk: best.1,
            certain: true,
            why: "balance",
            fee_outside: best.2,
            alone: (false, By::Usual),
            contradicts: false,
        };
    }
    let unproven = Signs {
        convention: first,
        walk: walked(rows, first, false),
        certain: true,
        why: "columns",
        fee_outside: false,
        alone: (false, By::Usual),
        contradicts: false,
    };
    if columns
        .iter()
        .any(|c| matches!(c.role, Role::Debit | Role::Credit))
    {
        return unproven;
    }
    if rows.raws.iter().any(|raw| raw.told.is_some()) && plain_spread(&rows.raws).positive == 0 {
        return Signs {
            why: "words",
            ..unproven
        };
    }
    if first.bare_is_out {
        return Signs {
            why: "marks",
            ..unproven
        };
    }
    by_texts(rows, columns, (unproven, is_account))
}

/// Steps of a running balance that it takes to read columns of money in and out against their names: one or two may fit by chance.
const ENOUGH: usize = 3;

/// The convention that most steps of the running balance agree with, and whether fees are taken beside the amounts.
fn best_by_balance(rows: &Rows<'_>, first: Convention, has_fee: bool) -> (Convention, Walk, bool) {
    let has_sides = rows.raws.iter().any(|raw| raw.side != Side::Single);
    let mut best = (first, walked(rows, first, false), false);
    if best.1.steps > 0 && best.1.agreeing() < best.1.steps {
        for convention in rivals(first) {
            for with_fee in [false, true] {
                if with_fee && !has_fee {
                    continue;
                }
                let found = walked(rows, convention, with_fee);
                if has_sides && found.agreeing() < ENOUGH {
                    continue;
                }
                if found.agreeing() > best.1.agreeing() {
                    best = (convention, found, with_fee);
                }
            }
        }
    }
    best
}

/// Without proof: a file of an account has more rows of money out than in, and says so by signs; a card's export has it the
/// other way round. Words of the rows speak for one or the other.
fn by_texts(
    rows: &Rows<'_>,
    columns: &[Column<'_>],
    (unproven, is_account): (Signs, bool),
) -> Signs {
    let spread = plain_spread(&rows.raws);
    let (mut printed, mut turned, mut paid_off) = (0, 0, 0);
    for (entry, raw) in rows.entries.iter().zip(&rows.raws).take(3000) {
        let hint = entry.texts.iter().find_map(|text| hint_of_text(&text.text));
        match (hint, raw.value.is_sign_negative()) {
            (Some(Hint::PaidOff), true) => paid_off += 1,
            (Some(Hint::Paid), true) | (Some(Hint::Earned), true) => turned += 1,
            (Some(_), false) => printed += 1,
            (None, _) => {}
        }
    }
    turned += paid_off;
    let card = columns.iter().any(|c| {
        [
            "card member",
            "karteninhaber",
            "cardholder",
            "card no",
            "kaarthouder",
            "carte n",
            "post date",
            "posted date",
        ]
        .iter()
        .any(|name| c.key.contains(name))
    });
    let as_printed = Signs {
        why: "signs",
        ..unproven
    };
    if spread.positive == 0 || (spread.negative >= spread.positive && paid_off == 0) {
        return as_printed;
    }
    // A card has no IBAN, and pays to none.
    let mut accounts = rows
        .groups
        .iter()
        .filter_map(|group| group.account.as_deref());
    let pays_to_ibans = columns
        .iter()
        .any(|c| c.role == Role::CounterpartyAccount && c.look.has_ibans());
    let is_account = is_account
        || pays_to_ibans
        || accounts.any(is_iban)
        || printed * 3 >= spread.positive
        || marks_money_in(&rows.raws);
    if spread.negative > 0 && turned == 0 && !card && is_account {
        return as_printed;
    }
    let inverted = turned >= printed && (turned > 0 || card || spread.negative == 0);
    Signs {
        convention: Convention {
            inverted,
            ..unproven.convention
        },
        certain: false,
        why: "signs",
        ..unproven
    }
}

/// Makes the statements of a table.
pub(super) fn statements<'a>(
    rows: Rows<'a>,
    told: &Told,
    signs: &Signs,
    stated: Option<Currency>,
) -> Vec<Statement<'a>> {
    let Rows {
        mut entries,
        raws,
        payers,
        groups,
        ..
    } = rows;
    let single = groups.len() <= 1;
    let mut statements: Vec<Statement<'a>> = groups
        .iter()
        .map(|group| statement_of(group, told))
        .collect();
    let standing = standing_balance(&entries);
    // A balance that stands still proves nothing and refutes nothing.
    let still = Signs {
        walk: Walk::default(),
        ..*signs
    };
    let signs = if standing.is_some() { &still } else { signs };
    for (entry, raw) in entries.iter_mut().zip(&raws) {
        sign_entry(entry, raw, signs);
        if standing.is_some() {
            entry.balance_after = None;
        }
    }
    name_other_side(&mut entries, payers);
    if let ([statement], true) = (statements.as_mut_slice(), single) {
        statement.entries = entries;
    } else {
        let groups = raws.iter().map(|raw| raw.group as usize);
        part(entries, groups, &mut statements);
    }
    for (statement, group) in statements.iter_mut().zip(&groups) {
        settle_currency(statement, group, stated);
        statement.newest_first = newest_first(statement, signs.walk);
        balance(
            statement,
            group,
            if single { Some(told) } else { None },
            signs,
        );
        if let (Some(amount), true) = (standing, single) {
            statement.balances.push(Balance {
                kind: BalanceKind::Interim,
                amount,
                as_of: None,
            });
        }
    }
    statements
}

/// Gives each statement its entries, from the last one on, so that what is left shrinks as they grow: a large file's entries
/// are never held twice.
fn part<'a>(
    mut entries: Vec<Entry<'a>>,
    groups: impl DoubleEndedIterator<Item = usize>,
    statements: &mut [Statement<'a>],
) {
    const STEP: usize = 1 << 16;
    for group in groups.rev() {
        let Some(entry) = entries.pop() else { break };
        if let Some(statement) = statements.get_mut(group) {
            statement.entries.push(entry);
        }
        if entries.len().is_multiple_of(STEP) {
            entries.shrink_to_fit();
        }
    }
    for statement in statements {
        statement.entries.reverse();
    }
}

/// Of two names, money that came in is from the payer; the payee is then the holder.
fn name_other_side<'a>(entries: &mut [Entry<'a>], payers: Vec<Option<Cow<'a, str>>>) {
    for (entry, payer) in entries.iter_mut().zip(payers) {
        let into = !entry.amount.is_sign_negative();
        if payer.is_some() && (into || entry.counterparty.is_none()) {
            entry.counterparty = payer;
        }
    }
}

/// The balance of the day of export, repeated in every row: no running balance.
fn standing_balance(entries: &[Entry<'_>]) -> Option<Decimal> {
    let mut stated = entries.iter().filter_map(|entry| entry.balance_after);
    let first = stated.next()?;
    let more = stated.clone().count();
    (more > 0 && stated.all(|balance| balance == first)).then_some(first)
}

fn sign_entry(entry: &mut Entry<'_>, raw: &Raw, signs: &Signs) {
    entry.amount = signs.convention.signed(raw);
    if entry.amount.is_zero() {
        entry.amount.set_sign_positive(true);
    }
    if let Some(original) = &mut entry.original {
        original
            .amount
            .set_sign_negative(entry.amount.is_sign_negative());
    }
    sign_parts(entry);
    if signs.fee_outside && !raw.fee.is_zero() {
        entry.details.push(crate::EntryDetails {
            amount: Some(-raw.fee),
            ..crate::EntryDetails::default()
        });
    }
}

/// Parts are printed without a sign of their own in many exports: where they add up to the entry but for the sign, they get its.
fn sign_parts(entry: &mut Entry<'_>) {
    let sum = entry
        .details
        .iter()
        .filter_map(|part| part.amount)
        .fold(Decimal::ZERO, |sum, amount| sum.saturating_add(amount));
    if !sum.is_zero() && sum == -entry.amount {
        for part in &mut entry.details {
            part.amount = part.amount.map(|amount| -amount);
        }
    }
}

fn statement_of<'a>(group: &Group, told: &Told) -> Statement<'a> {
    let mut account = told.account.clone();
    if let Some(stated) = &group.account {
        let number = squeezed(stated);
        account.iban = None;
        account.number = None;
        if is_iban(stated) {
            account.iban = Some(number);
        } else if stated.bytes().any(|b| b.is_ascii_digit()) && !stated.contains(':') {
            account.number = Some(number);
        } else {
            account.name = Some(stated.clone());
        }
    }
    if group.name.is_some() {
        account.name.clone_from(&group.name);
    }
    if group.bank.is_some() {
        account.bank_id.clone_from(&group.bank);
    }
    Statement {
        account,
        from: told.from,
        until: told.until,
        ..Statement::default()
    }
}

/// One currency for the statement where all its rows agree; else each row keeps its own.
fn settle_currency(statement: &mut Statement<'_>, group: &Group, stated: Option<Currency>) {
    let mut met: Vec<Currency> = Vec::new();
    for entry in &statement.entries {
        if let Some(currency) = entry.currency
            && !met.contains(&currency)
        {
            met.push(currency);
        }
    }
    statement.currency = match met.as_slice() {
        [] => group.currency.or(stated),
        [only] => Some(*only),
        _ => group.currency,
    };
}

fn day_of(entry: &Entry<'_>) -> Option<NaiveDate> {
    entry.booking_date.or(entry.value_date)
}

fn newest_first(statement: &Statement<'_>, walk: Walk) -> bool {
    if walk.proves() && walk.forward != walk.backward {
        return walk.backward > walk.forward;
    }
    let first = statement.entries.iter().find_map(day_of);
    let last = statement.entries.iter().rev().find_map(day_of);
    first > last
}

/// States opening and closing balance: as told around the rows, else as the running balance shows where the rows follow it.
fn balance(statement: &mut Statement<'_>, group: &Group, told: Option<&Told>, signs: &Signs) {
    let shown = shown(statement, group, signs);
    let mut balances: Vec<Balance> = Vec::new();
    for one in told
        .map(|told| told.balances.as_slice())
        .unwrap_or_default()
    {
        let kind = match (one.kind, one.explicit, shown.is_some()) {
            (BalanceKind::Closing, false, true) => BalanceKind::Interim,
            (kind, _, _) => kind,
        };
        let day = match kind {
            BalanceKind::Opening => one.day.or(told.and_then(|told| told.from)),
            _ => one.day.or(told.and_then(|told| told.until.or(told.day))),
        };
        balances.push(Balance {
            kind,
            amount: one.amount,
            as_of: day,
        });
    }
    if let Some((opening, closing)) = shown {
        let states = |kind: BalanceKind| balances.iter().any(|balance| balance.kind == kind);
        let (has_opening, has_closing) =
            (states(BalanceKind::Opening), states(BalanceKind::Closing));
        if !has_opening {
            balances.push(opening);
        }
        if !has_closing {
            balances.push(closing);
        }
    }
    statement.balances = balances;
}

/// Opening and closing balance as the running balance shows them.
fn shown(statement: &Statement<'_>, group: &Group, signs: &Signs) -> Option<(Balance, Balance)> {
    let walked = signs.walk;
    if walked.steps > 0 && !walked.proves() {
        return None;
    }
    let booked = statement
        .entries
        .iter()
        .filter(|entry| entry.status == Status::Booked);
    let rows: Vec<&Entry<'_>> = if statement.newest_first {
        booked.rev().collect()
    } else {
        booked.collect()
    };
    let sum = |rows: &[&Entry<'_>]| {
        rows.iter()
            .fold(Decimal::ZERO, |sum, entry| sum.saturating_add(entry.amount))
    };
    let first = rows.first().and_then(|entry| day_of(entry));
    let last = rows.last().and_then(|entry| day_of(entry));
    let stated = |at: usize| rows.get(at).and_then(|entry| entry.balance_after);
    let before = group.before.map(
        |(first, last)| {
            if statement.newest_first { last } else { first }
        },
    );
    let from = rows.iter().position(|entry| entry.balance_after.is_some());
    let until = rows.iter().rposition(|entry| entry.balance_after.is_some());
    let opening = match (before, from) {
        (Some(before), _) => before,
        (None, Some(at)) => stated(at)?.saturating_sub(sum(rows.get(..=at).unwrap_or_default())),
        (None, None) => return None,
    };
    let closing = match until {
        Some(at) => stated(at)?.saturating_add(sum(rows.get(at + 1..).unwrap_or_default())),
        None => opening.saturating_add(sum(&rows)),
    };
    let balance = |kind, amount, as_of| Balance {
        kind,
        amount,
        as_of,
    };
    Some((
        balance(BalanceKind::Opening, opening, first),
        balance(BalanceKind::Closing, closing, last),
    ))
}
