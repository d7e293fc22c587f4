//! Which account and currency the rows of a table belong to.

use std::borrow::Cow;

use domain::{Currency, Decimal};

use super::column::{Class, Column};
use super::preamble::{Told, squeezed};
use super::role::Role;
use super::rows::{Reader, Rows};
use super::sign::{suggested, walk};
use super::split::Field;
use crate::TextField;

/// Steps between balances that show one chain, where every one of them agrees.
const CHAIN: usize = 3;

/// An account (and, where balances run per currency, its currency) that rows belong to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) account: Option<String>,
    pub(super) name: Option<String>,
    pub(super) bank: Option<String>,
    pub(super) currency: Option<Currency>,
    /// Balance before the row that stands first, and before the one that stands last.
    pub(super) before: Option<(Decimal, Decimal)>,
}

impl Reader<'_, '_> {
    /// The group of a row, a new one where none is like it.
    pub(super) fn group(&mut self, fields: &[Field], currency: Option<Currency>) -> u32 {
        let account = self.cell(fields, self.places.account);
        let currency = currency.filter(|_| self.pockets);
        let before = self
            .places
            .before
            .and_then(|at| self.number(fields, at).ok().flatten())
            .map(|(_, before)| before);
        let same = |group: &Group| {
            let named = match &group.account {
                Some(known) => known == account,
                None => account.is_empty(),
            };
            named && group.currency == currency
        };
        let last = self.last_group as usize;
        let at = match self.rows.groups.get(last) {
            Some(group) if same(group) => Some(last),
            _ => self.rows.groups.iter().position(same),
        };
        let at = at.unwrap_or_else(|| {
            self.rows.groups.push(Group {
                account: (!account.is_empty()).then(|| account.to_owned()),
                name: self
                    .value(fields, self.places.account_name)
                    .map(Cow::into_owned),
                bank: self
                    .value(fields, self.places.bank)
                    .map(|bank| squeezed(&bank)),
                currency,
                before: None,
            });
            self.rows.groups.len() - 1
        });
        if let (Some(before), Some(group)) = (before, self.rows.groups.get_mut(at)) {
            group.before = Some((group.before.map_or(before, |(first, _)| first), before));
        }
        self.last_group = u32::try_from(at).unwrap_or(0);
        self.last_group
    }
}

/// Makes one account of rows in several currencies where one running balance goes through all of them, and none through those
/// of each currency: the currency is then that of something held, not of the amounts. It stays among the texts.
pub(super) fn join_pockets<'a>(rows: &mut Rows<'a>, columns: &[Column<'a>]) {
    let (Some(first), Some(second)) = (rows.groups.first(), rows.groups.get(1)) else {
        return;
    };
    let account = &first.account;
    if first.currency == second.currency || rows.groups.iter().any(|one| one.account != *account) {
        return;
    }
    let convention = suggested(&rows.raws);
    let walked = |joined: bool| {
        let counting = rows
            .entries
            .iter()
            .zip(&rows.raws)
            .filter(|(_, raw)| raw.counts);
        walk(counting.map(|(entry, raw)| {
            let group = if joined { 0 } else { raw.group };
            (group, convention.signed(raw), entry.balance_after)
        }))
    };
    let (joined, parted) = (walked(true), walked(false));
    let is_chain = joined.steps >= CHAIN && joined.agreeing() == joined.steps;
    if !is_chain || parted.agreeing() == parted.steps {
        return;
    }
    let header = columns.iter().find(|column| column.role == Role::Currency);
    let label = header.map_or(Cow::Borrowed(""), |column| column.header.clone());
    for (entry, raw) in rows.entries.iter_mut().zip(&mut rows.raws) {
        raw.group = 0;
        if let Some(currency) = entry.currency.take() {
            entry.texts.push(TextField {
                label: label.clone(),
                text: Cow::Owned(currency.code().to_owned()),
            });
        }
    }
    rows.groups.truncate(1);
    for group in &mut rows.groups {
        (group.currency, group.before) = (None, None);
    }
}

/// The currency of a table whose rows state none: of the amounts' headers, else as told around the table, else as printed beside
/// amounts, else the only one that any header of numbers states.
pub(super) fn stated_currency(
    columns: &[Column<'_>],
    told: &Told,
    unit: Option<Currency>,
) -> Option<Currency> {
    let mut of_amounts = columns.iter().filter(|column| {
        matches!(
            column.role,
            Role::Amount | Role::Debit | Role::Credit | Role::Balance
        )
    });
    let own = of_amounts.find_map(|column| column.currency);
    own.or(told.currency).or(unit).or_else(|| {
        let mut numbers = columns
            .iter()
            .filter(|column| column.class == Class::Money && column.role == Role::Other)
            .filter_map(|column| column.currency);
        let only = numbers.next()?;
        numbers.all(|other| other == only).then_some(only)
    })
}
