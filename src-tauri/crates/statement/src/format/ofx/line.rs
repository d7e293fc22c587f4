//! One `STMTTRN` (OFX 2.2 section 11.4.4): what its fields say, and the entry that they make.

use std::borrow::Cow;

use domain::{Currency, Decimal, Money, NaiveDate, Status};
use source::Diagnostic;

use super::name::{self, Aggregate};
use super::place::Place;
use super::token::{Name, Value};
use super::value::{self, Day};
use crate::format::day::no_day;
use crate::{Entry, TextField};

/// A line while its fields are read.
pub(super) struct Line<'a> {
    entry: Entry<'a>,
    place: Place,
    number: usize,
    amount: Option<Value<'a>>,
    posted: Option<Value<'a>>,
    /// The first optional date that is no day, and its field.
    doubtful: Option<(&'static str, Value<'a>)>,
    stray: Option<Value<'a>>,
    rate: Option<Decimal>,
    original: Option<Currency>,
}

impl<'a> Line<'a> {
    /// The line number `number` of its document, opened at `place`.
    pub(super) fn new(place: Place, number: usize, status: Status) -> Self {
        Line {
            entry: Entry {
                line: place.line(),
                bytes: (place.at(), place.at()),
                status,
                texts: Vec::with_capacity(2),
                ..Entry::default()
            },
            place,
            number,
            amount: None,
            posted: None,
            doubtful: None,
            stray: None,
            rate: None,
            original: None,
        }
    }

    /// Takes a field that stands in `within`.
    pub(super) fn take(&mut self, within: Aggregate, name: Name, label: &'a str, value: Value<'a>) {
        match within {
            Aggregate::Opaque => {}
            Aggregate::OtherAccount => {
                if name == name::ACCTID {
                    self.entry.counterparty_account = Some(value.text());
                }
            }
            Aggregate::Currency | Aggregate::OriginalCurrency => {
                self.take_currency(within, name, value);
            }
            Aggregate::Payee => {
                if name == name::NAME {
                    self.entry.counterparty = Some(value.text());
                }
                self.push_text(label, value);
            }
            _ => self.take_own(name, label, value),
        }
    }

    /// Notes a text that stands in no field.
    pub(super) fn take_stray(&mut self, value: Value<'a>) {
        if !value.is_blank() {
            self.stray.get_or_insert(value);
        }
    }

    fn take_own(&mut self, name: Name, label: &'a str, value: Value<'a>) {
        let entry = &mut self.entry;
        match name {
            name::TRNTYPE => entry.code = Some(capitals(value.text())),
            name::TRNAMT => self.amount = Some(value),
            name::DTPOSTED => self.posted = Some(value),
            name::DTAVAIL | name::VALUEDATE => {
                entry.value_date = day("DTAVAIL", value, &mut self.doubtful);
            }
            name::DTTRAN => {
                entry.transaction_date = day("DTTRAN", value, &mut self.doubtful);
            }
            name::DTUSER => {
                entry.transaction_time = value::time(value.raw);
                entry.transaction_date = day("DTUSER", value, &mut self.doubtful);
            }
            name::FITID => entry.reference = reference(value.text()),
            name::CHECKNUM | name::REFNUM => entry.references.extend(reference(value.text())),
            name::CORRECTFITID => entry.corrects = reference(value.text()),
            name::CORRECTACTION => entry.deletes = value.raw.eq_ignore_ascii_case("DELETE"),
            name::SRVRTID
            | name::PAYEEID
            | name::SUBACCTFUND
            | name::INV401KSOURCE
            | name::DTEXPIRE => {}
            _ => self.push_text(label, value),
        }
    }

    fn take_currency(&mut self, within: Aggregate, name: Name, value: Value<'a>) {
        match name {
            name::CURRATE => self.rate = value::amount(value.raw),
            name::CURSYM => {
                let currency = value.raw.parse().ok();
                if within == Aggregate::Currency {
                    self.entry.currency = currency;
                } else {
                    self.original = currency;
                }
            }
            _ => {}
        }
    }

    fn push_text(&mut self, label: &'a str, value: Value<'a>) {
        self.entry.texts.push(TextField {
            label: capitals(Cow::Borrowed(label)),
            text: value.text(),
        });
    }

    /// The entry, when the fields make one; its findings go to `diagnostics`.
    pub(super) fn finish(
        mut self,
        text: &'a str,
        end: usize,
        statement_currency: Option<Currency>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Entry<'a>> {
        self.entry.bytes.1 = end;
        if let Some((field, value)) = self.doubtful {
            let finding = Diagnostic::warning("dateLeftOut").found(value.raw);
            diagnostics.push(self.at(text, finding, field, value));
        }
        if let Some(stray) = self.stray {
            let finding = Diagnostic::warning("strayText").found(stray.raw);
            diagnostics.push(self.at(text, finding, "", stray));
        }
        let readable = self.read_amount(text, diagnostics) && self.read_day(text, diagnostics);
        if !readable {
            return None;
        }
        self.convert(statement_currency);
        Some(self.entry)
    }

    /// The finding that the document ends inside this line.
    pub(super) fn cut(&self, text: &str) -> Diagnostic {
        let finding = Diagnostic::error("truncated").costs_row();
        let start = self.place.at();
        let finding = self.place.point(finding, text, start..text.len());
        finding.record(self.record())
    }

    fn read_amount(&mut self, text: &str, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let Some(value) = self.amount.filter(|value| !value.is_blank()) else {
            let finding = Diagnostic::error("missingAmount").costs_row();
            let start = self.place.at();
            let finding = self.place.point(finding, text, start..start + 1);
            diagnostics.push(finding.record(self.record()).field("TRNAMT"));
            return false;
        };
        match value::amount(&value.text()) {
            Some(amount) => {
                self.entry.amount = amount;
                true
            }
            None => {
                let is_number = value
                    .raw
                    .bytes()
                    .all(|b| b.is_ascii_digit() || b"+-.,".contains(&b));
                let code = if is_number && value.raw.len() > 20 {
                    "amountTooLarge"
                } else {
                    "badAmount"
                };
                let finding = Diagnostic::error(code)
                    .found(value.raw)
                    .expected("-1234.56")
                    .costs_row();
                diagnostics.push(self.at(text, finding, "TRNAMT", value));
                false
            }
        }
    }

    fn read_day(&mut self, text: &str, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let day = self
            .posted
            .map_or(Day::Unstated, |value| value::day(&value.text()));
        self.entry.booking_date = day.stated();
        if let (Day::Wrong, Some(value)) = (day, self.posted) {
            let finding = Diagnostic::error("badDate")
                .found(value.raw)
                .expected("YYYYMMDD")
                .costs_row();
            let finding = no_day(finding, value::numbers(&value.text()));
            diagnostics.push(self.at(text, finding, "DTPOSTED", value));
            return false;
        }
        let entry = &self.entry;
        if entry.booking_date.is_none()
            && entry.value_date.is_none()
            && entry.transaction_date.is_none()
        {
            let start = self.place.at();
            let finding = Diagnostic::warning("missingDate");
            let finding = self.place.point(finding, text, start..start + 1);
            diagnostics.push(finding.record(self.record()).field("DTPOSTED"));
        }
        true
    }

    /// What the line's currency and rate mean (OFX 2.2 section 5.2): with `CURRENCY` the amount is in that currency; with
    /// `ORIGCURRENCY` it was converted from it, `CURRATE` being units of the statement's currency per unit of it.
    fn convert(&mut self, statement_currency: Option<Currency>) {
        let entry = &mut self.entry;
        if entry.currency.is_some() && entry.currency == statement_currency {
            entry.currency = None;
            return;
        }
        let rate = self.rate.filter(|rate| !rate.is_zero());
        if entry.currency.is_some() || self.original.is_some() {
            entry.rate = rate;
        }
        if let (Some(currency), Some(rate)) = (self.original, rate)
            && Some(currency) != statement_currency
            && let Some(amount) = entry.amount.checked_div(rate)
        {
            entry.original = Some(Money::new(amount, currency).rounded().0);
        }
    }

    fn at(
        &self,
        text: &str,
        finding: Diagnostic,
        field: &'static str,
        value: Value<'a>,
    ) -> Diagnostic {
        let finding = self.place.point(finding, text, value.bytes());
        let finding = finding.record(self.record());
        if field.is_empty() {
            finding
        } else {
            finding.field(field)
        }
    }

    fn record(&self) -> String {
        format!("STMTTRN[{}]", self.number)
    }
}

/// A word of the format in the capitals that the format writes it in.
fn capitals(word: Cow<'_, str>) -> Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_lowercase()) {
        Cow::Owned(word.to_ascii_uppercase())
    } else {
        word
    }
}

/// The day of an optional field; one that is no day is noted in `doubtful`.
fn day<'a>(
    field: &'static str,
    value: Value<'a>,
    doubtful: &mut Option<(&'static str, Value<'a>)>,
) -> Option<NaiveDate> {
    let day = value::day(&value.text());
    if day == Day::Wrong {
        doubtful.get_or_insert((field, value));
    }
    day.stated()
}

/// A reference, unless it is one of the words for "none".
fn reference(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let is_none = ["NONREF", "NOTPROVIDED"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word));
    (!is_none && !text.is_empty()).then_some(text)
}
