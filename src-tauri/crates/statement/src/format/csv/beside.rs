//! Records that are no plain row: parts of a collective order, lines of text that belong to the row above, totals, balances, notes,
//! and rows whose cells slipped because a delimiter stands unquoted in a text.

use domain::Status;

use super::column::Class;
use super::heading::money_role;
use super::label::is_summary;
use super::number::{Evidence, printed, total_of_parts};
use super::role::Role;
use super::rows::Reader;
use super::split::Field;
use crate::{Entry, EntryDetails};

impl Reader<'_, '_> {
    /// A dated row without an amount: a part of a collective order, a balance, or a row that lacks its amount.
    pub(super) fn without_amount(&mut self, record: usize, fields: &[Field], status: Status) {
        let part = self
            .places
            .part
            .and_then(|at| self.number(fields, at).ok().flatten())
            .map(|(_, part)| part);
        let reference = self
            .places
            .references
            .first()
            .and_then(|at| self.value(fields, Some(*at)));
        let belongs = self.rows.entries.last().is_some_and(|entry| {
            part.is_some() || (reference.is_some() && entry.reference == reference)
        });
        if belongs {
            let details = EntryDetails {
                amount: part,
                counterparty: self.value(fields, self.places.counterparty),
                texts: self.texts(fields),
                ..EntryDetails::default()
            };
            if let Some(entry) = self.rows.entries.last_mut() {
                entry.details.push(details);
            }
            return;
        }
        let labelled = fields
            .iter()
            .any(|field| is_summary(field.raw(self.records.text)));
        let balance =
            !self.cell(fields, self.places.balance).is_empty() && !self.has_unused_amount(fields);
        if labelled || balance {
            self.rows.around.push(record);
            return;
        }
        let at = [self.places.amount, self.places.debit, self.places.credit]
            .into_iter()
            .flatten()
            .next()
            .unwrap_or(0);
        // What is only announced has no amount in the account's money yet, what moves shares alone has none at all, and a row
        // that lacks the currency too is a notice among the rows.
        let is_notice =
            self.places.currency.is_some() && self.cell(fields, self.places.currency).is_empty();
        if status == Status::Booked && !self.moves_shares(fields) && !is_notice {
            self.refuse(record, fields, at, "missingAmount");
        } else {
            self.note(record, fields, at, "missingAmount");
        }
    }

    /// Whether a row has a number of shares.
    fn moves_shares(&self, fields: &[Field]) -> bool {
        self.columns.iter().enumerate().any(|(at, column)| {
            ["quantity", "shares", "stuck ", "anzahl", "titoli", "aantal"]
                .iter()
                .any(|name| column.key.contains(name))
                && printed(self.cell(fields, Some(at))).is_some()
        })
    }

    /// Whether a column that could have been the amount's, and is not, holds a number here.
    fn has_unused_amount(&self, fields: &[Field]) -> bool {
        self.columns.iter().enumerate().any(|(at, column)| {
            let cell = self.cell(fields, Some(at));
            column.role == Role::Other
                && column.class == Class::Money
                && money_role(&column.key) != Some(Role::Other)
                && cell.bytes().any(|b| (b'1'..=b'9').contains(&b))
                && printed(cell).is_some_and(|amount| amount.looks_like_money())
        })
    }

    /// An amount without a day: a total or a balance, or a row that lacks its day.
    pub(super) fn without_date(&mut self, record: usize, fields: &[Field]) {
        let text = self.records.text;
        let labelled = fields.iter().any(|field| is_summary(field.raw(text)));
        let words = fields
            .iter()
            .filter(|field| field.raw(text).chars().any(char::is_alphabetic))
            .count();
        if labelled || words == 0 {
            self.rows.around.push(record);
        } else {
            let at = self.places.booking.or(self.places.value).unwrap_or(0);
            self.refuse(record, fields, at, "missingDate");
        }
    }

    /// A record without day and amount: more text for the entry above when it stands under its text, else a line around the table.
    pub(super) fn beside(&mut self, record: usize, fields: &[Field]) {
        let text = self.records.text;
        let part = self.places.part.map(|at| self.cell(fields, Some(at)));
        if part.is_some_and(|part| !part.is_empty()) && self.last.is_some() {
            self.without_amount(record, fields, Status::Booked);
            return;
        }
        let first = fields.iter().position(|field| !field.raw(text).is_empty());
        let above = self.last.is_some_and(|last| last + 1 == record);
        let under = first.is_some_and(|first| {
            first > 0
                && fields.iter().enumerate().skip(first).all(|(at, field)| {
                    field.raw(text).is_empty() || self.places.texts.contains(&at)
                })
        });
        if above && under {
            let more = self.texts(fields);
            if let Some(entry) = self.rows.entries.last_mut() {
                entry.texts.extend(more);
                entry.bytes.1 = self.records.span(record).1;
                self.last = Some(record);
                return;
            }
        }
        self.hear_title(fields);
        self.rows.around.push(record);
    }

    /// Amounts that stand under their total in one cell are parts of the entry.
    pub(super) fn parts_of_amount(&self, fields: &[Field], entry: &mut Entry<'_>) {
        let places = [self.places.amount, self.places.debit, self.places.credit];
        for at in places.into_iter().flatten() {
            let sign = self.writing(at).decimal;
            if let Some((_, parts)) = total_of_parts(self.cell(fields, Some(at)), sign) {
                entry
                    .details
                    .extend(parts.into_iter().map(|amount| EntryDetails {
                        amount: Some(amount),
                        ..EntryDetails::default()
                    }));
            }
        }
    }

    /// A text with an unquoted delimiter in it: the surplus cells are put back together in the longest text column before the amount.
    pub(super) fn realigned(&self, fields: &[Field]) -> Option<Vec<Field>> {
        let surplus = fields.len().checked_sub(self.columns.len())?;
        if surplus == 0 || surplus > 8 || self.columns.len() < 3 {
            return None;
        }
        let amount = self.places.amount.or(self.places.debit)?;
        let text_at = self
            .places
            .texts
            .iter()
            .copied()
            .filter(|at| *at < amount)
            .find(|at| {
                self.columns
                    .get(*at)
                    .is_some_and(|column| column.class == Class::Word)
                    && fields.get(at + surplus).is_some()
                    && self.fits(fields, *at, surplus)
            })?;
        Some(joined(fields, text_at, surplus))
    }

    fn fits(&self, fields: &[Field], at: usize, surplus: usize) -> bool {
        let joined = joined(fields, at, surplus);
        let amount = self.places.amount.or(self.places.debit);
        let cell = self.cell(&joined, amount);
        printed(cell).is_some_and(|amount| amount.evidence() != Evidence::None)
    }
}

fn joined(fields: &[Field], at: usize, surplus: usize) -> Vec<Field> {
    let mut joined = Vec::with_capacity(fields.len());
    for (position, field) in fields.iter().enumerate() {
        if position > at && position <= at + surplus {
            if let Some(last) = joined.last_mut() {
                let last: &mut Field = last;
                last.end = field.end;
            }
        } else {
            joined.push(*field);
        }
    }
    joined
}
