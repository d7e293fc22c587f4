//! What the lines around a table say of the account: labels and values, in the same line or the same cell.

use domain::{AccountIdentifier, BalanceKind, Currency, Decimal, NaiveDate};

use super::column::is_iban;
use super::date::{DateOrder, date_cell};
use super::heading::{heading_currency, heading_key, naming};
use super::identity::{is_account_name, is_account_number, labelled, masked_number, title_name};
use super::label::{Label, label_of};
use super::layout::Writing;
use super::number::{Evidence, Printed, Way, currency_of, printed};
use super::sign::indicator;
use super::split::Records;

/// What was told around a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    pub(super) account: AccountIdentifier,
    pub(super) currency: Option<Currency>,
    pub(super) from: Option<NaiveDate>,
    pub(super) until: Option<NaiveDate>,
    /// A day without a label of its own: the day of export.
    pub(super) day: Option<NaiveDate>,
    pub(super) balances: Vec<ToldBalance>,
    /// Whether a label is of a language that never writes the month first.
    pub(super) foreign: bool,
    /// Whether a line speaks of a card.
    card: bool,
}

/// A balance stated outside the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ToldBalance {
    pub(super) kind: BalanceKind,
    pub(super) amount: Decimal,
    pub(super) day: Option<NaiveDate>,
    /// Whether the label says which balance, not only that it is one.
    pub(super) explicit: bool,
}

/// Words for a card, folded.
const CARD: &[&str] = &["card", "kart", "carte", "carta", "tarjeta", "cartao"];

impl Told {
    /// Whether it is a bank's account: one with a number and a balance, or an IBAN, and no word of a card.
    pub(super) fn is_account(&self) -> bool {
        let is_numbered = self.account.number.is_some() && !self.balances.is_empty();
        !self.card && (self.account.iban.is_some() || is_numbered)
    }

    /// Takes a line into account.
    pub(super) fn add(&mut self, records: &Records<'_>, record: usize, writing: Writing) {
        let text = records.text;
        let mut fields = Vec::new();
        records.fields(record, &mut fields);
        let cells: Vec<String> = fields
            .iter()
            .map(|field| field.value(text).into_owned())
            .filter(|cell| !cell.is_empty())
            .collect();
        let before = self.balances.len();
        let mut used = false;
        let mut pending: Option<(Label, String)> = None;
        for cell in &cells {
            let key = heading_key(cell);
            self.foreign |= super::heading::is_foreign(&key) && cell.len() <= 80;
            self.card |= CARD.iter().any(|word| key.contains(word));
            if let Some((label, head)) = pending.take() {
                if self.take(label, &head, cell, writing) {
                    used = true;
                    continue;
                }
                // `Balance;;;+31070,11` and `Account;Savings;DE12…`: a later cell may still be the value.
                if label_of(cell).is_none() {
                    pending = Some((label, head));
                    continue;
                }
            }
            if let Some((head, tail)) = labelled(cell)
                && !tail.trim().is_empty()
                && date_cell(cell).is_none()
            {
                if let Some(label) = label_of(head) {
                    used |= self.take(label, head, tail.trim(), writing);
                } else if head.trim().is_empty() {
                    used |= self.take(Label::Currency, "", tail.trim(), writing);
                }
                continue;
            }
            if let Some(label) = label_of(cell) {
                // `Compte de chèques ****6388`: the label holds the number.
                if let (Label::Account, Some(number)) = (label, masked_number(cell)) {
                    used |= fill(&mut self.account.number, &squeezed(number));
                    self.take_title(cell);
                    continue;
                }
                pending = Some((label, cell.clone()));
            }
        }
        if let ([line], Some((label, _))) = (cells.as_slice(), pending) {
            used |= self.take_tail(label, line, writing);
        }
        if !used {
            self.unlabelled(&cells, writing);
        }
        self.take_currency_beside(&cells);
        self.unlabelled_balance(&cells, writing);
        self.settle_last(&cells, before, writing);
    }

    /// Gives the one balance that a line told its sign and day.
    fn settle_last(&mut self, cells: &[String], before: usize, writing: Writing) {
        // `Endsaldo;EUR;12,50;S`: a balance may be below zero by a word.
        let out = |cell: &String| indicator(cell) == Some(Way::Out) && cell != "-";
        if self.balances.len() == before + 1
            && cells.iter().any(out)
            && let Some(last) = self.balances.last_mut()
        {
            last.amount.set_sign_negative(true);
        }
        // A row that is a balance holds for its own day.
        let day = cells
            .first()
            .and_then(|cell| date_cell(cell)?.day(writing.order));
        let one = self.balances.len() == before + 1;
        if let Some(last) = self.balances.last_mut().filter(|_| one) {
            last.day = last.day.or(day);
        }
    }

    /// A line that ends in its one amount, with a day before it and no word for either: the balance on that day.
    fn unlabelled_balance(&mut self, cells: &[String], writing: Writing) {
        let amounts = cells
            .iter()
            .filter(|cell| date_cell(cell).is_none())
            .filter(|cell| printed(cell).is_some_and(|amount| amount.looks_like_money()))
            .count();
        let day = cells
            .iter()
            .rev()
            .find_map(|cell| date_cell(cell)?.day(writing.order));
        let last = cells.last().and_then(|cell| money(cell, writing));
        if let (1, Some(day), Some((amount, unit)), true) =
            (amounts, day, last, self.balances.is_empty())
        {
            self.currency = self.currency.or(unit);
            self.balances.push(ToldBalance {
                kind: BalanceKind::Closing,
                amount,
                day: Some(day),
                explicit: false,
            });
        }
    }

    /// `Solde au 05/02/2026 1 234,56 €`, `Compte n° 12345678901`: label and value in one cell with nothing between them.
    fn take_tail(&mut self, label: Label, line: &str, writing: Writing) -> bool {
        let spaces = line
            .char_indices()
            .filter(|(_, c)| c.is_whitespace())
            .map(|(at, c)| (at, at + c.len_utf8()));
        for (at, from) in spaces {
            let (Some(head), Some(tail)) = (line.get(..at), line.get(from..)) else {
                continue;
            };
            let fits = match label {
                Label::Balance(..) => date_cell(tail).is_none() && money(tail, writing).is_some(),
                Label::Account => {
                    is_iban(tail) || (tail.len() >= 5 && tail.bytes().all(|b| b.is_ascii_digit()))
                }
                _ => false,
            };
            if fits {
                return self.take(label, head, tail, writing);
            }
        }
        false
    }

    fn take(&mut self, label: Label, head: &str, value: &str, writing: Writing) -> bool {
        let day = || date_cell(value).and_then(|date| date.day(writing.order));
        match label {
            Label::Balance(kind, explicit) => {
                let Some((amount, unit)) = money(value, writing) else {
                    return false;
                };
                self.currency = self.currency.or(unit).or_else(|| heading_currency(head));
                self.balances.push(ToldBalance {
                    kind,
                    amount,
                    day: day_within(head, writing.order),
                    explicit,
                });
                true
            }
            Label::Account => self.take_account(value),
            Label::BankId => fill(&mut self.account.bank_id, &squeezed(value)),
            Label::Branch => fill(&mut self.account.branch_id, &squeezed(value)),
            Label::AccountName => fill(&mut self.account.name, value.trim()),
            Label::Currency => {
                let found = currency_of(value);
                self.currency = self.currency.or(found);
                found.is_some()
            }
            Label::From => set_day(&mut self.from, day()),
            Label::Until => set_day(&mut self.until, day()),
            Label::Day => set_day(&mut self.day, day()),
        }
    }

    fn take_account(&mut self, value: &str) -> bool {
        if let Some(number) = masked_number(value) {
            return fill(&mut self.account.number, &squeezed(number));
        }
        // `DE02… / Girokonto`
        let (stated, name) = value.split_once('/').unwrap_or((value, ""));
        let number = squeezed(stated);
        if is_iban(stated.trim()) {
            if !name.trim().is_empty() {
                fill(&mut self.account.name, name.trim());
            }
            return fill(&mut self.account.iban, &number);
        }
        if is_account_number(value) {
            let digits = number.bytes().filter(u8::is_ascii_digit).count();
            // `FRANK Account 666-666666-666`: a name, then a number.
            let tail = stated.rsplit(' ').next().unwrap_or(stated);
            let tail_digits = tail.bytes().filter(u8::is_ascii_digit).count();
            let letters = stated.chars().filter(|c| c.is_alphabetic()).count();
            if tail_digits >= 5 && letters >= 3 && tail_digits == digits {
                fill(&mut self.account.name, stated.trim_end_matches(tail).trim());
                return fill(&mut self.account.number, tail);
            }
            return fill(&mut self.account.number, &number);
        }
        is_account_name(stated) && fill(&mut self.account.name, stated.trim())
    }

    /// A currency's code alone in its line, beside a number (`Endsaldo;EUR;12,50`), or as the header of an amount in a header of
    /// two lines. `Kind:;All` names none.
    fn take_currency_beside(&mut self, cells: &[String]) {
        let code = |cell: &String| {
            let capitals = !cell.chars().any(char::is_lowercase);
            currency_of(cell).filter(|_| capitals && cell.chars().count() <= 3)
        };
        let is_number = |cell: Option<&String>| cell.is_some_and(|cell| printed(cell).is_some());
        let is_header = naming(cells.iter().map(String::as_str)).dates > 0;
        let stands = cells.len() == 1 || (is_header && cells.len() >= 3);
        let found = cells.iter().enumerate().find_map(|(at, cell)| {
            let before = at.checked_sub(1).and_then(|before| cells.get(before));
            let beside = stands || is_number(before) || is_number(cells.get(at + 1));
            code(cell).filter(|_| beside)
        });
        self.currency = self.currency.or(found);
    }

    /// A line without labels: an account's number (a run of digits or an IBAN), an amount with its currency, which is
    /// then the balance as of the last day of the line.
    fn unlabelled(&mut self, cells: &[String], writing: Writing) {
        let mut numbers = Vec::new();
        for cell in cells {
            if is_iban(cell) {
                fill(&mut self.account.iban, &squeezed(cell));
            } else if cell.len() >= 5
                && cell.bytes().all(|b| b.is_ascii_digit())
                && date_cell(cell).is_none_or(|date| date.day(writing.order).is_none())
            {
                numbers.push(cell.clone());
            }
        }
        match numbers.as_slice() {
            [bank, number, ..] => {
                fill(&mut self.account.bank_id, bank);
                fill(&mut self.account.number, number);
            }
            [number] => {
                fill(&mut self.account.number, number);
            }
            [] => {
                if let [title] = cells {
                    self.take_title(title);
                } else if let Some(title) = cells.first() {
                    self.take_title(title);
                }
            }
        }
    }

    fn take_title(&mut self, title: &str) {
        if let Some((name, number)) = title_name(title) {
            fill(&mut self.account.name, name);
            fill(
                &mut self.account.number,
                &number.map_or(String::new(), squeezed),
            );
        }
    }
}

fn set_day(slot: &mut Option<NaiveDate>, day: Option<NaiveDate>) -> bool {
    *slot = slot.or(day);
    day.is_some()
}

fn fill(slot: &mut Option<String>, value: &str) -> bool {
    if value.is_empty() {
        return false;
    }
    if slot.is_none() {
        *slot = Some(value.to_owned());
    }
    true
}

/// Without any white space, and without the sign in front that keeps a number a text in a spreadsheet.
pub(super) fn squeezed(value: &str) -> String {
    value
        .trim_start_matches('\'')
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// An amount around the table, with the decimal sign of the rows unless its own form proves another.
fn money(value: &str, writing: Writing) -> Option<(Decimal, Option<Currency>)> {
    let amount: Printed<'_> = printed(value)?;
    let sign = match amount.evidence() {
        Evidence::Proves(sign) => sign,
        _ => writing.decimal,
    };
    Some((amount.signed(sign)?, amount.unit.and_then(currency_of)))
}

/// `Solde au 12/07/2026`.
fn day_within(label: &str, order: DateOrder) -> Option<NaiveDate> {
    label
        .split_whitespace()
        .find_map(|word| date_cell(word.trim_matches(['(', ')', ':', ',']))?.day(order))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::number::DecimalSign;
    use super::*;

    fn told(text: &str) -> Told {
        let records = Records::cut(text, b';', usize::MAX);
        let mut told = Told::default();
        let writing = Writing {
            order: DateOrder::Dmy,
            decimal: DecimalSign::Comma,
        };
        for record in 0..records.len() {
            told.add(&records, record, writing);
        }
        told
    }

    #[test]
    fn labels_and_values_stand_side_by_side_or_in_one_cell() {
        let found = told(
            "IBAN:;CH93 0076 2011 6238 5295 7\nBewertet in:;CHF\nAnfangssaldo:;1234,56\nSolde final au 31/01/2026;;;+10,00\n",
        );
        assert_eq!(found.account.iban.as_deref(), Some("CH9300762011623852957"));
        assert_eq!(found.currency.unwrap().code(), "CHF");
        assert_eq!(found.balances[0].kind, BalanceKind::Opening);
        assert_eq!(found.balances[1].day.unwrap().to_string(), "2026-01-31");
        let found = told("Account Number : 0123456;Bank code : 30002;: EUR\n");
        assert_eq!(found.account.number.as_deref(), Some("0123456"));
        assert_eq!(found.account.bank_id.as_deref(), Some("30002"));
    }

    #[test]
    fn a_line_without_labels_still_tells_number_and_balance() {
        let found = told("=\"0200012345678\";21/11/2015;19/02/2016;36;19/02/2016;1234,37 EUR\n");
        assert_eq!(found.account.number.as_deref(), Some("0200012345678"));
        assert_eq!(found.balances[0].amount.to_string(), "1234.37");
        let found = told("K;32000;244081;EUR\n");
        assert_eq!(found.account.number.as_deref(), Some("244081"));
        assert_eq!(found.currency.unwrap().code(), "EUR");
    }

    #[test]
    fn a_word_that_is_also_a_code_is_no_currency() {
        assert_eq!(told("Entry type:;=\"All\"\n").currency, None);
        assert_eq!(told("Top\nView;ALL\n").currency, None);
        let beside = told("Compte ****4711;Solde au 14/03/2026;2 248,66;EUR\n");
        assert_eq!(beside.currency.unwrap().code(), "EUR");
    }
}
