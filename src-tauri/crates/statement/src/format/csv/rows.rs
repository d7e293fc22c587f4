//! Rows of a table, one by one: an entry, a part of the one above, a line that is no row, or one that cannot be read.

use std::borrow::Cow;

use domain::{Decimal, Money, NaiveDate, NaiveTime, Status};
use source::Diagnostic;

use super::column::Column;
use super::date::{date_cell, effective, time_cell};
use super::group::Group;
use super::label::{is_balance_row, is_summary};
use super::layout::{Layout, Writing};
use super::number::{DecimalSign, Evidence, Printed, Way, currency_of, printed, total_of_parts};
use super::places::Places;
use super::section::Section;
use super::sign::{Raw, Side, indicator};
use super::split::{Field, Records};
use crate::format::day::no_day;
use crate::{Entry, TextField};

/// Everything that the rows of a table gave, before signs are settled.
#[derive(Debug, Default)]
pub(super) struct Rows<'a> {
    pub(super) entries: Vec<Entry<'a>>,
    /// One for each entry.
    pub(super) raws: Vec<Raw>,
    /// Who paid, for each entry; empty where no column says so.
    pub(super) payers: Vec<Option<Cow<'a, str>>>,
    /// Accounts and currencies met, in the order of the rows; `Raw::group` counts into it.
    pub(super) groups: Vec<Group>,
    pub(super) findings: Vec<Diagnostic>,
    /// Records that tell of the account, not of a movement.
    pub(super) around: Vec<usize>,
    /// Cells that contradict how their column is read.
    pub(super) contradictions: usize,
    /// The first record that has more cells than the table has columns.
    pub(super) wider: Option<usize>,
}

/// Reads the rows of one table.
pub(super) struct Reader<'r, 'a> {
    pub(super) records: &'r Records<'a>,
    pub(super) columns: &'r [Column<'a>],
    pub(super) layout: &'r Layout,
    /// Words that the user says mean money out, folded.
    out_words: Vec<String>,
    pub(super) places: Places,
    /// Whether balances run per currency, so that each currency is an account of its own.
    pub(super) pockets: bool,
    pub(super) rows: Rows<'a>,
    /// The record of the last entry.
    pub(super) last: Option<usize>,
    pub(super) last_group: u32,
    /// Records refused for want of a day, each with its finding: one may be a line of totals.
    pub(super) dateless: Vec<(usize, usize)>,
    /// Whether a title above said that the rows under it are not booked.
    pub(super) announced: bool,
}

/// Letters that a code has at most: a currency's, a kind of row's.
const LONGEST_CODE: usize = 3;

/// What stands in the cells of dates.
pub(super) enum Days {
    /// Booking, transaction and value date, and the time of day that stands behind one of them.
    Read([Option<NaiveDate>; 3], Option<NaiveTime>),
    /// No cell has anything in it.
    Empty,
    /// Words in their place: `offen`, `Pending`.
    Words(usize),
    /// Something that no calendar has.
    Bad(usize),
}

enum Amount<'t> {
    Read(Printed<'t>, Decimal, Side),
    Empty,
    Bad(usize),
}

impl<'r, 'a> Reader<'r, 'a> {
    /// A reader of the rows of a table.
    pub(super) fn new(
        records: &'r Records<'a>,
        columns: &'r [Column<'a>],
        layout: &'r Layout,
        out_words: Vec<String>,
    ) -> Self {
        let places = Places::of(columns);
        let pockets = places.balance.is_some() && places.currency.is_some();
        Reader {
            records,
            columns,
            layout,
            out_words,
            places,
            pockets,
            rows: Rows::default(),
            last: None,
            last_group: 0,
            dateless: Vec::new(),
            announced: false,
        }
    }

    /// Reads the records of the body, under the titles above it.
    pub(super) fn read(mut self, section: &Section) -> Rows<'a> {
        let header = section.header;
        let header_line = header.map(|header| self.line_of(header)).unwrap_or("");
        let mut fields = Vec::with_capacity(self.columns.len() + 1);
        for record in section.preamble.clone() {
            self.records.fields(record, &mut fields);
            self.hear_title(&fields);
        }
        let body = section.body.clone();
        self.rows.entries.reserve(body.len());
        self.rows.raws.reserve(body.len());
        for record in body {
            self.records.fields(record, &mut fields);
            if fields
                .iter()
                .all(|field| field.raw(self.records.text).is_empty())
            {
                continue;
            }
            if !header_line.is_empty() && self.line_of(record) == header_line {
                continue;
            }
            self.record(record, &fields);
        }
        self.settle_totals();
        self.rows.entries.shrink_to_fit();
        self.rows
    }

    fn line_of(&self, record: usize) -> &'a str {
        let (start, end) = self.records.span(record);
        self.records.text.get(start..end).unwrap_or("").trim()
    }

    pub(super) fn cell(&self, fields: &[Field], at: Option<usize>) -> &'a str {
        at.and_then(|at| fields.get(at))
            .map_or("", |field| field.raw(self.records.text))
    }

    pub(super) fn value(&self, fields: &[Field], at: Option<usize>) -> Option<Cow<'a, str>> {
        let value = fields.get(at?)?.value(self.records.text);
        (!value.is_empty()).then_some(value)
    }

    pub(super) fn writing(&self, at: usize) -> Writing {
        self.layout
            .columns
            .get(at)
            .copied()
            .unwrap_or(self.layout.main)
    }

    pub(super) fn record(&mut self, record: usize, fields: &[Field]) {
        if self.is_labelled(fields) {
            self.rows.around.push(record);
            return;
        }
        if self.only_words(fields).is_some() {
            self.beside(record, fields);
            return;
        }
        let days = self.days(record, fields);
        let amount = self.amount(fields);
        let status = self.status(fields, &days);
        match (days, amount) {
            (Days::Read(days, time), Amount::Read(printed, size, side)) => {
                let status = if self.is_balance(fields) {
                    self.rows.around.push(record);
                    Status::Info
                } else {
                    status
                };
                let entry = self.entry(record, fields, (days, time), status);
                self.keep(record, fields, entry, (printed, size, side));
            }
            (Days::Words(_) | Days::Empty, Amount::Read(printed, size, side))
                if status == Status::Pending =>
            {
                let entry = self.entry(record, fields, ([None; 3], None), status);
                self.keep(record, fields, entry, (printed, size, side));
            }
            (Days::Read(..), Amount::Empty) => self.without_amount(record, fields, status),
            (Days::Empty | Days::Words(_), Amount::Empty) => self.beside(record, fields),
            (Days::Empty, Amount::Read(..) | Amount::Bad(_)) => self.without_date(record, fields),
            (Days::Words(at) | Days::Bad(at), _) => {
                let is_beside = is_summary(self.cell(fields, Some(at))) || self.is_header(fields);
                if self.is_row(fields) && !is_beside {
                    self.dateless.push((record, self.rows.findings.len()));
                    self.rows.contradictions += 1;
                    let finding = self.no_day(record, fields, at).costs_row();
                    self.rows.findings.push(finding);
                } else {
                    self.beside(record, fields);
                }
            }
            (Days::Read(..), Amount::Bad(at)) => {
                if let Some(fields) = self.realigned(fields) {
                    self.record(record, &fields);
                    self.note_wider(record);
                    return;
                }
                let too_large = printed(self.cell(fields, Some(at)))
                    .is_some_and(|amount| amount.is_too_large());
                let code = if too_large {
                    "amountTooLarge"
                } else {
                    "badAmount"
                };
                self.rows.contradictions += 1;
                self.refuse(record, fields, at, code);
            }
        }
    }

    /// Whether a cell of a day says that the row is a balance: `Anfangssaldo`.
    fn is_labelled(&self, fields: &[Field]) -> bool {
        [self.places.booking, self.places.transaction]
            .into_iter()
            .any(|at| is_balance_row(self.cell(fields, at)))
    }

    /// Whether a row states a balance or a turnover under a name for it, and beside it no more than numbers and codes.
    fn is_balance(&self, fields: &[Field]) -> bool {
        let is_words = |cell: &&str| {
            cell.chars().filter(|c| c.is_alphabetic()).count() > LONGEST_CODE
                && !cell.bytes().any(|b| b.is_ascii_digit())
        };
        let mut words = self
            .places
            .texts
            .iter()
            .map(|at| self.cell(fields, Some(*at)))
            .filter(is_words);
        matches!((words.next(), words.next()), (Some(only), None) if is_balance_row(only))
    }

    /// Whether a record has cells enough to be meant as a row.
    fn is_row(&self, fields: &[Field]) -> bool {
        let text = self.records.text;
        let filled = fields
            .iter()
            .filter(|field| !field.raw(text).is_empty())
            .count();
        filled >= 2 && fields.len() * 2 >= self.columns.len()
    }

    fn days(&mut self, record: usize, fields: &[Field]) -> Days {
        let (mut words, mut bad, mut any, mut time) = (None, None, false, None);
        let mut since = None;
        let mut read = |at: Option<usize>| {
            let cell = self.cell(fields, at);
            let at = at?;
            if cell.is_empty() {
                return None;
            }
            let found = date_cell(cell);
            let day = found.and_then(|date| date.day(self.writing(at).order));
            any |= day.is_some();
            let order = self.writing(at).order;
            since = since.or_else(|| date_cell(effective(cell)?.1)?.day(order));
            time = time.or(found.and_then(|date| date.time));
            if day.is_none() && cell.bytes().any(|b| b.is_ascii_digit()) {
                bad = bad.or(Some(at));
            } else if day.is_none() {
                words = words.or(Some(at));
            }
            day
        };
        let transaction = read(self.places.transaction);
        let booking = read(self.places.booking);
        let value = read(self.places.value).or(since);
        match (bad, any, words) {
            // The day of the value says when interest begins; a row is whole without it.
            (Some(at), _, _)
                if Some(at) == self.places.value && booking.or(transaction).is_some() =>
            {
                self.rows.contradictions += 1;
                let mut finding = self.no_day(record, fields, at);
                finding.severity = source::Severity::Warning;
                self.rows.findings.push(finding);
                Days::Read([booking, transaction, None], time)
            }
            (Some(at), _, _) => Days::Bad(at),
            (None, true, _) => Days::Read([booking, transaction, value], time),
            (None, false, Some(at)) => Days::Words(at),
            (None, false, None) => Days::Empty,
        }
    }

    pub(super) fn number(
        &mut self,
        fields: &[Field],
        at: usize,
    ) -> Result<Option<(Printed<'a>, Decimal)>, ()> {
        let cell = self.cell(fields, Some(at));
        if cell.is_empty() || cell == "-" || cell == "--" {
            return Ok(None);
        }
        let sign = self.writing(at).decimal;
        let cell = total_of_parts(cell, sign).map_or(cell, |(total, _)| total);
        let amount = printed(cell).ok_or(())?;
        if contradicts(&amount, sign) {
            return Err(());
        }
        let value = amount.signed(sign).ok_or(())?;
        Ok(Some((amount, value)))
    }

    fn amount(&mut self, fields: &[Field]) -> Amount<'a> {
        let sides = [
            (self.places.amount, Side::Single),
            (self.places.debit, Side::Debit),
            (self.places.credit, Side::Credit),
        ];
        let mut zero = None;
        let mut bad = None;
        let mut found = None;
        for (at, side) in sides {
            let Some(at) = at else {
                continue;
            };
            match self.number(fields, at) {
                Ok(Some((printed, value))) if value.is_zero() => {
                    zero = zero.or(Some((printed, value, side)));
                }
                Ok(Some((printed, value))) => match found {
                    None => found = Some((printed, value, side)),
                    // Money out and money in at once.
                    Some(_) => return Amount::Bad(at),
                },
                Ok(None) => {}
                Err(()) => bad = bad.or(Some(at)),
            }
        }
        match (found, bad, zero) {
            (Some((printed, value, side)), _, _) | (None, None, Some((printed, value, side))) => {
                Amount::Read(printed, value, side)
            }
            (None, Some(at), _) => Amount::Bad(at),
            (None, None, None) => Amount::Empty,
        }
    }

    fn entry(
        &mut self,
        record: usize,
        fields: &[Field],
        ([booking, transaction, value], time): ([Option<NaiveDate>; 3], Option<NaiveTime>),
        status: Status,
    ) -> Entry<'a> {
        let (start, end) = self.records.span(record);
        let mut references = self
            .places
            .references
            .iter()
            .filter_map(|at| self.value(fields, Some(*at)))
            .filter(|reference| super::words::is_reference(reference));
        let reference = references.next();
        let references: Vec<Cow<'a, str>> = references.collect();
        Entry {
            line: self.records.line(record),
            bytes: (start, end),
            status,
            // Where no column is the booking date, the day that the row states is the day it is booked under.
            booking_date: if self.places.booking.is_some() {
                booking
            } else {
                transaction
            },
            value_date: value,
            transaction_date: transaction,
            transaction_time: time_cell(self.cell(fields, self.places.time)).or(time),
            currency: currency_of(self.cell(fields, self.places.currency)),
            reference,
            references,
            end_to_end_id: self.value(fields, self.places.end_to_end),
            mandate_id: self.value(fields, self.places.mandate),
            code: self.value(fields, self.places.code),
            counterparty: self.value(fields, self.places.counterparty),
            counterparty_account: self.value(fields, self.places.counterparty_account),
            texts: self.texts(fields),
            ..Entry::default()
        }
    }

    pub(super) fn texts(&self, fields: &[Field]) -> Vec<TextField<'a>> {
        let surplus = self.columns.len()..fields.len();
        let cells = self.places.texts.iter().copied().chain(surplus);
        let filled = |at: &usize| {
            fields
                .get(*at)
                .is_some_and(|field| !field.raw(self.records.text).is_empty())
        };
        let mut texts = Vec::with_capacity(cells.clone().filter(filled).count());
        for at in cells {
            if let Some(text) = self.value(fields, Some(at)) {
                let label = match self.columns.get(at) {
                    Some(column) => column.header.clone(),
                    None => Cow::Owned(format!("#{}", at + 1)),
                };
                texts.push(TextField { label, text });
            }
        }
        texts
    }

    fn keep(
        &mut self,
        record: usize,
        fields: &[Field],
        mut entry: Entry<'a>,
        (printed, value, side): (Printed<'a>, Decimal, Side),
    ) {
        if entry.currency.is_none() && self.places.currency.is_none() {
            entry.currency = printed.unit.and_then(currency_of);
        }
        if let Some(at) = self.places.balance {
            match self.number(fields, at) {
                Ok(balance) => entry.balance_after = balance.map(|(_, balance)| balance),
                Err(()) => self.note(record, fields, at, "badBalance"),
            }
        }
        self.foreign(fields, &mut entry);
        self.parts_of_amount(fields, &mut entry);
        let fee = self
            .places
            .fee
            .and_then(|at| self.number(fields, at).ok().flatten())
            .map_or(Decimal::ZERO, |(_, fee)| fee.abs());
        if fields.len() > self.columns.len()
            && fields
                .iter()
                .skip(self.columns.len())
                .any(|field| !field.raw(self.records.text).is_empty())
        {
            self.note_wider(record);
        }
        let group = self.group(fields, entry.currency);
        self.rows.raws.push(Raw {
            value,
            side,
            way: printed.way,
            worded: printed.worded,
            told: self.told(fields),
            named: self.places.is_way_named,
            group,
            counts: entry.status == Status::Booked,
            fee,
        });
        if self.places.payer.is_some() {
            let payer = self.value(fields, self.places.payer);
            self.rows.payers.push(payer);
        }
        self.last = Some(record);
        self.rows.entries.push(entry);
    }

    /// The way that the indicator column says.
    fn told(&self, fields: &[Field]) -> Option<Way> {
        let cell = self.cell(fields, self.places.indicator);
        if self.out_words.is_empty() || cell.is_empty() {
            return indicator(cell);
        }
        let is_out = self.out_words.contains(&text::fold(cell));
        Some(if is_out { Way::Out } else { Way::In })
    }

    /// The amount in the currency of the operation, and the rate.
    fn foreign(&mut self, fields: &[Field], entry: &mut Entry<'a>) {
        let original = self
            .places
            .original
            .and_then(|at| self.number(fields, at).ok().flatten());
        if let Some((printed, amount)) = original {
            let stated = currency_of(self.cell(fields, self.places.original_currency));
            let heading = self
                .places
                .original
                .and_then(|at| self.columns.get(at)?.currency);
            let currency = stated.or(printed.unit.and_then(currency_of)).or(heading);
            if let Some(currency) = currency.filter(|_| !amount.is_zero()) {
                entry.original = Some(Money::new(amount, currency));
            }
        }
        entry.rate = self
            .places
            .rate
            .and_then(|at| self.number(fields, at).ok().flatten())
            .map(|(_, rate)| rate)
            .filter(|rate| !rate.is_zero());
    }

    fn note_wider(&mut self, record: usize) {
        self.rows.wider = self.rows.wider.or(Some(record));
    }

    pub(super) fn finding(
        &self,
        record: usize,
        fields: &[Field],
        at: usize,
        code: &'static str,
    ) -> Diagnostic {
        let (start, end) = self.records.span(record);
        let span = match fields.get(at) {
            Some(field) => field.start..field.end,
            None => start..end,
        };
        let header = self.columns.get(at).map_or("", |column| &column.header);
        Diagnostic::error(code)
            .found(self.cell(fields, Some(at)))
            .at(self.records.text, self.records.line(record), span)
            .field(header)
    }

    fn no_day(&self, record: usize, fields: &[Field], at: usize) -> Diagnostic {
        let printed = date_cell(self.cell(fields, Some(at)));
        let numbers = printed.and_then(|date| date.numbers(self.writing(at).order));
        no_day(self.finding(record, fields, at, "badDate"), numbers)
    }

    pub(super) fn refuse(
        &mut self,
        record: usize,
        fields: &[Field],
        at: usize,
        code: &'static str,
    ) {
        self.rows.contradictions += 1;
        let finding = self.finding(record, fields, at, code).costs_row();
        self.rows.findings.push(finding);
    }

    pub(super) fn note(&mut self, record: usize, fields: &[Field], at: usize, code: &'static str) {
        let mut finding = self.finding(record, fields, at, code);
        finding.severity = source::Severity::Warning;
        self.rows.findings.push(finding);
    }
}

fn contradicts(amount: &Printed<'_>, sign: DecimalSign) -> bool {
    matches!(amount.evidence(), Evidence::Proves(proven) if proven != sign)
}
