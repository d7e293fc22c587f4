//! Accounts: as their statements identify them, and what the user sets on them.

use domain::{AccountId, AccountIdentifier, AccountKind, Decimal, Money, NaiveDate, OperationId};
use serde::{Deserialize, Serialize};
use store::{
    AccountRow, ConversationKind, ConversationRow, Mark, MonthRow, NewBalance, NewOperation,
    OperationKind, OperationRow, Read, StatementRow, Write,
};

use crate::balance::{BalanceOn, balance_now};
use crate::project::{Changes, month_of};
use crate::{Error, Ledger, Result, chain, clock};

/// An account as shown.
#[derive(Debug, Clone)]
pub struct AccountView {
    /// As stored.
    pub row: AccountRow,
    /// Its name or number, `None` where nothing names it: then its kind does.
    pub name: Option<String>,
    /// The user's word for its kind, else the statements'.
    pub kind: AccountKind,
    /// What it holds, on which day; `None` where nothing states a balance.
    pub balance: Option<BalanceOn>,
    /// Whether its latest statement adds up: `holds broken unstated`.
    pub proof: Option<String>,
    /// Σ of its booked entries, in its currency.
    pub movement: Money,
    /// The day of its first entry.
    pub since: Option<NaiveDate>,
    /// Unread and all entries.
    pub conversation: Option<ConversationRow>,
    /// How the user wants it listed.
    pub mark: Mark,
}

/// What the user sets on an account; `None` leaves it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SetAccount {
    /// A name; empty takes the user's name away.
    pub name: Option<String>,
    /// A kind.
    pub kind: Option<AccountKind>,
    /// A balance and the day at whose end it held.
    pub balance: Option<(Decimal, NaiveDate)>,
}

#[derive(Serialize, Deserialize)]
struct Words {
    name: Option<String>,
    kind: Option<AccountKind>,
}

#[derive(Serialize, Deserialize)]
struct SetPayload {
    before: Words,
    after: Words,
}

impl Ledger {
    /// The accounts that a standing import speaks of, in order of their first import.
    ///
    /// # Errors
    /// The store's.
    pub fn accounts(&self) -> Result<Vec<AccountView>> {
        self.store.read(|read| {
            let rows = read.list_live_accounts()?;
            rows.into_iter().map(|row| view(read, row)).collect()
        })
    }

    /// One account.
    ///
    /// # Errors
    /// [`Error::Store`] where there is none.
    pub fn account(&self, id: AccountId) -> Result<AccountView> {
        self.store.read(|read| view(read, read.get_account(id)?))
    }

    /// The standing statements of an account, by their last day.
    ///
    /// # Errors
    /// The store's.
    pub fn statements(&self, id: AccountId) -> Result<Vec<StatementRow>> {
        self.store.read(|read| chain::statements(read, id))
    }

    /// Stored sums of an account per month, from one month to another, oldest first.
    ///
    /// # Errors
    /// The store's.
    pub fn account_months(
        &self,
        id: AccountId,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<MonthRow>> {
        self.store
            .read(|read| Ok(read.list_account_months(id, &month_of(from), &month_of(until))?))
    }

    /// Sets a name, a kind or a balance; one operation, which can be undone.
    ///
    /// # Errors
    /// [`Error::Refused`] where the balance has more decimals than the currency.
    pub fn set_account(&self, id: AccountId, set: SetAccount) -> Result<OperationId> {
        self.store.write(|write| {
            let row = write.read().get_account(id)?;
            let before = Words {
                name: row.user_name.clone(),
                kind: row.user_kind,
            };
            let after = Words {
                name: match set.name {
                    Some(name) if name.trim().is_empty() => None,
                    Some(name) => Some(name.trim().to_owned()),
                    None => row.user_name.clone(),
                },
                kind: set.kind.or(row.user_kind),
            };
            write.set_account(id, after.name.as_deref(), after.kind)?;
            let name = after.name.clone();
            let operation = write.add_operation(&NewOperation {
                kind: OperationKind::SetAccount,
                at: clock::now(),
                reading: None,
                account: Some(id),
                entry: None,
                counterparty: None,
                payload: serde_json::to_string(&SetPayload { before, after })?,
            })?;
            if let Some((amount, as_of)) = set.balance {
                let minor = Money::new(amount, row.currency).to_minor();
                write.add_balance(&NewBalance {
                    account: id,
                    statement: None,
                    operation: Some(operation),
                    kind: "user".to_owned(),
                    as_of,
                    amount_minor: minor
                        .map_err(|_| Error::Refused("not an amount of this currency"))?,
                    currency: row.currency,
                })?;
            }
            recalled(write, id, row.user_name.as_deref(), name.as_deref())?;
            Ok(operation)
        })
    }
}

/// Takes back or does again what the user set: of each field the latest standing operation wins, else nothing is set.
pub(crate) fn restore(write: Write<'_>, row: &OperationRow) -> Result<()> {
    let Some(id) = row.operation.account else {
        return Ok(());
    };
    let mut words = Words {
        name: None,
        kind: None,
    };
    let mut operations = write.read().list_operations()?;
    operations.reverse();
    let standing = operations.iter().filter(|other| {
        other.operation.kind == OperationKind::SetAccount
            && other.operation.account == Some(id)
            && !other.is_undone
    });
    for other in standing {
        let payload: SetPayload = serde_json::from_str(&other.operation.payload)?;
        if payload.after.name != payload.before.name {
            words.name = payload.after.name;
        }
        if payload.after.kind != payload.before.kind {
            words.kind = payload.after.kind;
        }
    }
    let before = write.read().get_account(id)?.user_name;
    write.set_account(id, words.name.as_deref(), words.kind)?;
    recalled(write, id, before.as_deref(), words.name.as_deref())
}

/// Writes the account as its standing statements identify it, the richest first: the same whatever the order of import.
pub(crate) fn identify(write: Write<'_>, id: AccountId, changes: &mut Changes<'_>) -> Result<()> {
    let statements = write.read().list_statements(id)?;
    let mut stated: Vec<AccountIdentifier> = Vec::new();
    for row in &statements {
        stated.push(serde_json::from_str(&row.statement.account_stated)?);
    }
    if stated.is_empty() {
        return Ok(());
    }
    let first = |pick: fn(&AccountIdentifier) -> Option<String>| {
        let mut found: Vec<String> = stated.iter().filter_map(pick).collect();
        found.sort();
        found.into_iter().next()
    };
    let name = first(|one| one.name.clone());
    let of_its_name = || name.as_deref().and_then(kind_named);
    let identifier = AccountIdentifier {
        iban: first(|one| one.iban.clone()),
        number: first(|one| one.number.clone()),
        bank_id: first(|one| one.bank_id.clone()),
        branch_id: first(|one| one.branch_id.clone()),
        kind: stated
            .iter()
            .filter_map(|one| one.kind)
            .min_by_key(|kind| kind.as_str())
            .or_else(of_its_name),
        name,
    };
    let before = write.read().get_account(id)?.identifier;
    let named = |one: &AccountIdentifier| {
        let AccountIdentifier {
            iban,
            number,
            bank_id,
            name,
            ..
        } = one.clone();
        (iban, number, bank_id, name)
    };
    if named(&before) != named(&identifier) {
        changes.reidentified(id);
    }
    Ok(write.identify_account(id, &identifier)?)
}

/// What banks call savings, folded.
const SAVINGS: &[&str] = &[
    "livret",
    "epargne",
    "ldd",
    "ldds",
    "lep",
    "pel",
    "cel",
    "savings",
    "sparkonto",
    "sparbuch",
    "tagesgeld",
    "tagesgeldkonto",
    "spaarrekening",
    "ahorro",
    "risparmio",
];

/// The kind that an account's name tells, where no file states one.
fn kind_named(name: &str) -> Option<AccountKind> {
    let folded = text::fold(name);
    let is_savings = text::tokens(&folded).any(|word| SAVINGS.contains(&word));
    is_savings.then_some(AccountKind::Savings)
}

/// Looks for transfers anew where an account is called otherwise.
fn recalled(
    write: Write<'_>,
    id: AccountId,
    before: Option<&str>,
    after: Option<&str>,
) -> Result<()> {
    if before == after {
        return Ok(());
    }
    let mut changes = Changes::new(write)?;
    changes.reidentified(id);
    changes.finish()
}

/// The user's name for an account, else the stated one, else its number.
pub(crate) fn shown_name(account: &AccountRow) -> Option<String> {
    account
        .user_name
        .clone()
        .or_else(|| stated_name(&account.identifier))
}

/// What a file calls an account: its name, else its number.
pub(crate) fn stated_name(identifier: &AccountIdentifier) -> Option<String> {
    let name = identifier
        .name
        .clone()
        .filter(|name| !name.trim().is_empty());
    name.or_else(|| identifier.iban.clone())
        .or_else(|| identifier.number.clone())
}

fn view(read: Read<'_>, row: AccountRow) -> Result<AccountView> {
    let months = read.list_account_months(row.id, "0000", "9999")?;
    let total: i64 = months
        .iter()
        .filter(|month| month.currency == row.currency)
        .map(|month| month.movement.net())
        .sum();
    let with = ConversationKind::Account(row.id);
    Ok(AccountView {
        name: shown_name(&row),
        kind: row.user_kind.unwrap_or(row.kind),
        balance: balance_now(read, &row)?,
        proof: chain::latest(read, &row)?,
        movement: Money::from_minor(total, row.currency),
        since: read.first_date(with)?,
        conversation: read.find_conversation(with)?,
        mark: read.find_mark(with)?,
        row,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_savings_by_a_word_of_its_own() {
        for name in [
            "Livret A",
            "ÉPARGNE LOGEMENT",
            "LDDS M VASSEUR",
            "My savings",
            "Tagesgeldkonto 2",
        ] {
            assert_eq!(kind_named(name), Some(AccountKind::Savings), "{name}");
        }
        for name in ["Compte courant", "Celine Pelletier", "Girokonto", ""] {
            assert_eq!(kind_named(name), None, "{name}");
        }
    }
}
