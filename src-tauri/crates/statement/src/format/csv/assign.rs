//! Two columns cannot both be the amount: settles what names and looks alone left double or open.

use super::column::{Class, Column};
use super::relation::Relation;
use super::role::Role;

/// Settles the roles of all columns together.
pub(super) fn settle(
    columns: &mut [Column<'_>],
    named: bool,
    relation: impl Fn(&[usize]) -> Option<Relation>,
) {
    super::days::settle(columns);
    let amounts = columns
        .iter()
        .any(|c| matches!(c.role, Role::Amount | Role::Debit | Role::Credit));
    if !named || !amounts {
        place_unnamed_money(columns, relation);
    }
    settle_sides(columns);
    settle_currencies(columns);
    settle_names(columns);
    settle_accounts(columns);
    super::double::settle(columns);
    settle_references(columns);
    keep_first(columns);
}

/// Positions of the columns in this role.
pub(super) fn all(columns: &[Column<'_>], role: Role) -> Vec<usize> {
    columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.role == role)
        .map(|(at, _)| at)
        .collect()
}

/// Gives the column at this position a role.
pub(super) fn set(columns: &mut [Column<'_>], at: usize, role: Role) {
    if let Some(column) = columns.get_mut(at) {
        column.role = role;
    }
}

/// Without names: two neighbours of which each row fills one are the two sides; else the column that looks most like money.
fn place_unnamed_money(
    columns: &mut [Column<'_>],
    relation: impl Fn(&[usize]) -> Option<Relation>,
) {
    let candidates: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, c)| {
            matches!(c.class, Class::Money)
                && matches!(c.role, Role::Other)
                && c.look.moneyish * 2 >= c.look.moved().max(1)
        })
        .map(|(at, _)| at)
        .collect();
    let rows = columns.iter().map(|c| c.look.filled).max().unwrap_or(0);
    let sides = unnamed_sides(columns, &candidates, rows);
    if let Some((debit, credit)) = sides {
        set(columns, debit, Role::Debit);
        set(columns, credit, Role::Credit);
        if let Some(balance) = candidates.iter().copied().find(|at| *at > credit) {
            set(columns, balance, Role::Balance);
        }
        return;
    }
    if let Some(found) = relation(&candidates) {
        set(columns, found.amount, Role::Amount);
        if let Some(at) = found.after {
            set(columns, at, Role::Balance);
        }
        if let Some(at) = found.before {
            set(columns, at, Role::BalanceBefore);
        }
        return;
    }
    place_single(columns, &candidates, rows);
}

/// The column that looks most like money: full, beside a currency, with signs.
fn place_single(columns: &mut [Column<'_>], candidates: &[usize], rows: usize) {
    let filled = |at: usize| columns.get(at).map_or(0, |c| c.look.filled);
    let near_currency = |at: usize| {
        [at.checked_sub(1), Some(at + 1)]
            .into_iter()
            .flatten()
            .any(|next| {
                columns
                    .get(next)
                    .is_some_and(|c| c.class == Class::Currency)
            })
    };
    let amount = candidates.iter().copied().max_by_key(|at| {
        let column = columns.get(*at);
        (
            filled(*at),
            usize::from(near_currency(*at)),
            column.map_or(0, |c| c.look.negative.min(1)),
            column.map_or(0, |c| c.look.moneyish),
            usize::MAX - at,
        )
    });
    let amount = amount.or_else(|| {
        columns
            .iter()
            .position(|c| c.class == Class::Money && c.role == Role::Other && c.key.is_empty())
    });
    if let Some(amount) = amount {
        set(columns, amount, Role::Amount);
        let may_be_balance = |c: &Column<'_>| c.key.is_empty() && c.look.filled * 2 > rows;
        let balance = candidates
            .iter()
            .copied()
            .find(|at| *at > amount && columns.get(*at).is_some_and(may_be_balance));
        if let (Some(balance), true) = (balance, candidates.len() >= 2) {
            set(columns, balance, Role::Balance);
        }
    }
}

/// Two neighbours of which each row fills one.
fn unnamed_sides(
    columns: &[Column<'_>],
    candidates: &[usize],
    rows: usize,
) -> Option<(usize, usize)> {
    let filled = |at: usize| columns.get(at).map_or(0, |c| c.look.filled);
    let moved = |at: usize| columns.get(at).map_or(0, |c| c.look.moved());
    for at in candidates {
        let other = at + 1;
        let empty = columns
            .get(other)
            .is_some_and(|c| matches!(c.class, Class::Empty) || candidates.contains(&other));
        if empty && moved(*at) + moved(other) == rows && moved(*at) < rows && moved(*at) > 0 {
            return Some((*at, other));
        }
        // One side that no row of the file uses: a balance follows it.
        let follows = candidates.contains(&(at + 2)) && filled(at + 2) == rows;
        if empty && filled(*at) == rows && filled(other) == 0 && follows {
            return Some((*at, other));
        }
    }
    None
}

/// Of two pairs of sides, gross and net, the net one is what reaches the account.
fn prefer_net_sides(columns: &mut [Column<'_>]) {
    let sides = [Role::Debit, Role::Credit].map(|role| all(columns, role));
    let is_net = |at: &usize| columns.get(*at).is_some_and(|c| c.key.contains(" net "));
    if !sides.iter().all(|side| side.iter().any(is_net)) {
        return;
    }
    let gross: Vec<usize> = sides
        .into_iter()
        .flatten()
        .filter(|at| !is_net(at))
        .collect();
    for at in gross {
        set(columns, at, Role::Other);
    }
}

/// Of several columns for one side, those with cells count before those without, and those named as an amount before others.
fn prefer_amounts(columns: &mut [Column<'_>]) {
    for role in [Role::Debit, Role::Credit] {
        for better in [
            (|c: &Column<'_>| c.look.filled > 0) as fn(&Column<'_>) -> bool,
            |c| c.key.contains("amount"),
        ] {
            let same = all(columns, role);
            let is_better = |at: &usize| columns.get(*at).is_some_and(better);
            if !same.iter().any(is_better) {
                continue;
            }
            let worse: Vec<usize> = same.into_iter().filter(|at| !is_better(at)).collect();
            for at in worse {
                set(columns, at, Role::Other);
            }
        }
    }
}

/// An amount beside two sides: the amount counts where it has signs, else the sides do.
fn settle_sides(columns: &mut [Column<'_>]) {
    prefer_net_sides(columns);
    prefer_amounts(columns);
    let (debits, credits) = (all(columns, Role::Debit), all(columns, Role::Credit));
    let amounts = all(columns, Role::Amount);
    let sides = !debits.is_empty() && !credits.is_empty();
    if sides && !amounts.is_empty() {
        let rows = columns.iter().map(|c| c.look.filled).max().unwrap_or(0);
        let sides_filled: usize = debits
            .iter()
            .chain(&credits)
            .filter_map(|at| columns.get(*at))
            .map(|c| c.look.filled)
            .sum();
        let signed = amounts
            .iter()
            .filter_map(|at| columns.get(*at))
            .any(|c| c.look.negative > 0 && c.look.filled >= sides_filled.min(rows));
        let like_money = |at: &usize| columns.get(*at).is_some_and(|c| c.look.moneyish > 0);
        // The two accounts of an entry in books, by number: the amount stands beside them.
        let accounts =
            !debits.iter().chain(&credits).any(like_money) && amounts.iter().any(like_money);
        let dropped = if signed || sides_filled == 0 || accounts {
            debits.iter().chain(&credits).copied().collect()
        } else {
            amounts.clone()
        };
        // Sides in the account's own currency: the amount beside them is that of the operation.
        let keeps_amounts = !signed && sides_filled > 0 && !accounts;
        let priced = keeps_amounts
            && debits
                .iter()
                .all(|at| columns.get(*at).is_some_and(|c| c.currency.is_some()))
            && amounts
                .iter()
                .all(|at| columns.get(*at).is_some_and(|c| c.currency.is_none()));
        let becomes = if priced {
            Role::OriginalAmount
        } else {
            Role::Other
        };
        for at in dropped {
            set(columns, at, becomes);
        }
    } else if !sides && !amounts.is_empty() {
        for at in debits.into_iter().chain(credits) {
            set(columns, at, Role::Other);
        }
    } else if !sides {
        // `Inflow` alone, with a minus before what went out, is an amount with signs.
        for at in debits.into_iter().chain(credits) {
            if columns.get(at).is_some_and(|c| c.look.negative > 0) {
                set(columns, at, Role::Amount);
            }
        }
    }
    settle_amounts(columns);
}

/// Of several amounts: net rather than gross, then the one that states the account's currency in its name, then the first.
fn settle_amounts(columns: &mut [Column<'_>]) {
    let amounts = all(columns, Role::Amount);
    if amounts.len() < 2 {
        return;
    }
    // A column of zeros alone moves nothing.
    let moves = amounts
        .iter()
        .any(|at| columns.get(*at).is_some_and(|c| c.look.moved() > 0));
    let filled = |at: &usize| {
        let look = columns.get(*at).map(|c| &c.look);
        let counts = look.filter(|look| !moves || look.moved() > 0);
        counts.map_or(0, |look| look.filled)
    };
    let most = amounts.iter().map(filled).max().unwrap_or(0);
    let full: Vec<usize> = amounts
        .iter()
        .copied()
        .filter(|at| filled(at) == most)
        .collect();
    let like = |needle: &str| {
        full.iter()
            .copied()
            .find(|at| columns.get(*at).is_some_and(|c| c.key.contains(needle)))
    };
    let priced = full
        .iter()
        .copied()
        .find(|at| columns.get(*at).is_some_and(|c| c.currency.is_some()));
    let chosen = like(" net")
        .or_else(|| like("total amount"))
        .or(priced)
        .or_else(|| full.first().copied())
        .unwrap_or(0);
    let key = columns.get(chosen).map(|c| c.key.clone());
    // A second column of the same name that is as full stays an amount: the question about it names both. One that some rows
    // leave empty holds what an operation in another currency was.
    for at in amounts.iter().copied().filter(|at| *at != chosen) {
        let sparse = !full.contains(&at);
        if columns.get(at).map(|c| &c.key) != key.as_ref()
            || columns.get(at).is_some_and(|c| c.key.is_empty())
            || sparse
        {
            let is_twin = columns.get(at).map(|c| &c.key) == key.as_ref();
            let is_foreign =
                priced == Some(chosen) && columns.get(at).is_some_and(|c| c.currency.is_none());
            let role = if is_foreign || sparse && is_twin {
                Role::OriginalAmount
            } else {
                Role::Other
            };
            set(columns, at, role);
        }
    }
}

/// The currency nearest to the amount is the row's; one beside an original amount is the original's.
fn settle_currencies(columns: &mut [Column<'_>]) {
    let found = all(columns, Role::Currency);
    let nearest = |to: Option<usize>, among: &[usize]| {
        let to = to?;
        among
            .iter()
            .copied()
            .min_by_key(|at| (at.abs_diff(to), usize::from(*at < to)))
    };
    let money = [Role::Amount, Role::Debit, Role::Credit]
        .into_iter()
        .find_map(|role| all(columns, role).first().copied());
    let original = all(columns, Role::OriginalAmount).first().copied();
    let priced = money
        .and_then(|at| columns.get(at))
        .is_some_and(|c| c.currency.is_some());
    let mut rest = found.clone();
    // A foreign amount needs its currency: where there is one column of currencies and it varies, that is what it holds.
    let varies = found
        .first()
        .and_then(|at| columns.get(*at))
        .is_some_and(|c| c.look.kinds() > 1);
    if found.len() == 1 && (priced || varies) && original.is_some() {
        for at in found {
            set(columns, at, Role::OriginalCurrency);
        }
        return;
    }
    let own = nearest(money, &rest);
    rest.retain(|at| Some(*at) != own);
    let others =
        nearest(original, &rest).filter(|_| all(columns, Role::OriginalCurrency).is_empty());
    for at in rest {
        let role = if Some(at) == others {
            Role::OriginalCurrency
        } else {
            Role::Other
        };
        set(columns, at, role);
    }
}

/// A bare `Name` beside the name of the other side is the holder's own; a payer without a payee is simply the other side.
fn settle_names(columns: &mut [Column<'_>]) {
    let names = all(columns, Role::Counterparty);
    let bare = |at: usize| {
        columns.get(at).is_some_and(|c| {
            matches!(
                c.key.trim(),
                "name" | "naam" | "nom" | "nome" | "nombre" | "navn" | "namn"
            )
        })
    };
    let holders: Vec<usize> = names.iter().copied().filter(|at| bare(*at)).collect();
    if holders.len() < names.len() {
        for at in holders {
            set(columns, at, Role::Text);
        }
    }
    if names.is_empty() {
        for at in all(columns, Role::Payer) {
            set(columns, at, Role::Counterparty);
        }
    }
}

/// An id that never changes names no row.
fn settle_references(columns: &mut [Column<'_>]) {
    for at in all(columns, Role::Reference) {
        let same = columns
            .get(at)
            .is_some_and(|c| c.look.filled > 1 && c.look.kinds() == 1);
        if same {
            set(columns, at, Role::Text);
        }
    }
}

/// An IBAN behind a name is the other side's; an account that changes with every row is no account of ours.
fn settle_accounts(columns: &mut [Column<'_>]) {
    let accounts = all(columns, Role::Account);
    let name = columns
        .iter()
        .position(|c| matches!(c.role, Role::Counterparty | Role::Payer) && c.class == Class::Word);
    let rows = columns.iter().map(|c| c.look.filled).max().unwrap_or(0);
    let mut own = None;
    for at in accounts {
        let Some(column) = columns.get(at) else {
            continue;
        };
        let bare_iban = column.key.trim() == "iban";
        let behind = name.is_some_and(|name| name < at);
        let beside = at
            .checked_sub(1)
            .and_then(|before| columns.get(before))
            .is_some_and(|c| matches!(c.role, Role::Counterparty | Role::Payer));
        let free = all(columns, Role::CounterpartyAccount).is_empty();
        let sparse = column.look.filled < rows;
        let numbered = column.look.kinds() > 1 && !column.look.is_worded();
        let theirs = (free && (bare_iban && behind || beside || sparse || behind && numbered))
            || (column.varies() && (column.is_ibans() || column.key.is_empty()))
            || (own.is_some() && column.key.is_empty());
        if theirs {
            set(columns, at, Role::CounterpartyAccount);
            continue;
        }
        let better = own.is_none_or(|mine: usize| {
            column.is_ibans() && columns.get(mine).is_some_and(|c| !c.is_ibans())
        });
        if !better || column.varies() && !column.is_ibans() && own.is_some() {
            set(columns, at, Role::Text);
        } else {
            if let Some(before) = own.replace(at) {
                set(columns, before, Role::Text);
            }
        }
    }
    // Where nothing else tells accounts apart, their names do.
    if own.is_none()
        && let [named] = all(columns, Role::AccountName).as_slice()
        && columns.get(*named).is_some_and(|c| c.look.filled == rows)
    {
        set(columns, *named, Role::Account);
    }
}

fn keep_first(columns: &mut [Column<'_>]) {
    let mut seen: Vec<(Role, usize)> = Vec::new();
    for at in 0..columns.len() {
        let Some(column) = columns.get(at) else {
            continue;
        };
        let role = column.role;
        if !role.is_single() {
            continue;
        }
        let Some((_, first)) = seen.iter().find(|(other, _)| *other == role) else {
            seen.push((role, at));
            continue;
        };
        let twin = columns
            .get(*first)
            .is_some_and(|c| c.key == column.key && !c.key.is_empty());
        let asked = matches!(
            role,
            Role::Amount | Role::BookingDate | Role::Debit | Role::Credit | Role::Balance
        );
        if twin && asked {
            continue;
        }
        let text = matches!(column.class, Class::Word);
        set(columns, at, if text { Role::Text } else { Role::Other });
    }
}
