//! Books kept by double entry (GnuCash, "Export transactions to CSV"): every row is one side of a transaction, named by
//! `Transaction ID` and `Full Account Name`. The sides in accounts for what money is spent on or earned by are what the rest of
//! the transaction was for, and no accounts of a bank.

use crate::{EntryDetails, Statement, TextField};

use super::column::Column;
use super::role::Role;

/// Roots of such accounts, as GnuCash names them when it sets up books in these languages.
const PURPOSES: &[&str] = &[
    "expenses",
    "income",
    "equity",
    "depenses",
    "revenus",
    "capitaux propres",
    "aufwendungen",
    "ertrage",
    "eigenkapital",
    "gastos",
    "ingresos",
    "patrimonio",
    "uscite",
    "entrate",
    "patrimonio netto",
    "uitgaven",
    "inkomsten",
    "eigen vermogen",
];

/// Gives the columns of such a book their roles.
pub(super) fn settle(columns: &mut [Column<'_>]) {
    let is_double = |key: &str| columns.iter().any(|column| column.key.trim() == key);
    if !is_double("full account name") || !is_double("transaction id") {
        return;
    }
    for column in columns {
        match column.key.trim() {
            "full account name" => column.role = Role::Account,
            "account name" => column.role = Role::Text,
            "transaction id" => column.role = Role::Reference,
            _ => {}
        }
    }
}

/// Turns the sides that say what a transaction was for into parts of its other sides, where it has any.
pub(super) fn fold(statements: &mut Vec<Statement<'_>>) {
    let (purposes, mut kept): (Vec<_>, Vec<_>) =
        std::mem::take(statements).into_iter().partition(is_purpose);
    for mut purpose in purposes {
        let name = purpose.account.name.clone().unwrap_or_default();
        let entries = std::mem::take(&mut purpose.entries);
        for entry in entries {
            let other = entry.reference.as_ref().and_then(|id| {
                kept.iter_mut()
                    .flat_map(|statement| &mut statement.entries)
                    .find(|other| other.reference.as_ref() == Some(id))
            });
            match other {
                Some(other) => {
                    let mut texts = entry.texts;
                    texts.retain(|field| !other.texts.contains(field));
                    texts.push(TextField {
                        label: "Full Account Name".into(),
                        text: name.clone().into(),
                    });
                    other.details.push(EntryDetails {
                        amount: Some(-entry.amount),
                        texts,
                        ..EntryDetails::default()
                    });
                }
                None => purpose.entries.push(entry),
            }
        }
        if !purpose.entries.is_empty() {
            kept.push(purpose);
        }
    }
    *statements = kept;
}

fn is_purpose(statement: &Statement<'_>) -> bool {
    let name = statement.account.name.as_deref().unwrap_or_default();
    let root = text::fold(name.split(':').next().unwrap_or_default());
    name.contains(':') && PURPOSES.contains(&root.as_str())
}
