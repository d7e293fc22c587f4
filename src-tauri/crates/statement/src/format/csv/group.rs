//! Which account and currency the rows of a table belong to.

use std::borrow::Cow;

use domain::Decimal;

use super::preamble::squeezed;
use super::rows::Reader;
use super::split::Field;

/// An account (and, where balances run per currency, its currency) that rows belong to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) account: Option<String>,
    pub(super) name: Option<String>,
    pub(super) bank: Option<String>,
    pub(super) currency: Option<domain::Currency>,
    /// Balance before the row that stands first, and before the one that stands last.
    pub(super) before: Option<(Decimal, Decimal)>,
}

impl Reader<'_, '_> {
    /// The group of a row, a new one where none is like it.
    pub(super) fn group(&mut self, fields: &[Field], currency: Option<domain::Currency>) -> u32 {
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
