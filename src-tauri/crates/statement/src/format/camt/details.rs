//! `TxDtls`: what one payment inside an entry says.

use std::borrow::Cow;

use domain::{Currency, Decimal, Money, NaiveDate, NaiveTime};

use super::party::Sides;
use super::value::{self, Amount, Day};
use super::xml::{Cursor, local};
use crate::TextField;

/// What may be stated both of an entry and of a payment inside it.
#[derive(Debug, Clone, Default)]
pub(super) struct Details<'a> {
    /// `Amt` (version 4 and later), else `AmtDtls/TxAmt`.
    pub(super) amount: Option<Amount<'a>>,
    /// `CdtDbtInd`: whether money went out.
    pub(super) debit: Option<bool>,
    /// `AcctSvcrRef`.
    pub(super) reference: Option<Cow<'a, str>>,
    /// `InstrId`, `TxId`, `ChqNb` and the others, in the order of the file.
    pub(super) references: Vec<Cow<'a, str>>,
    pub(super) end_to_end_id: Option<Cow<'a, str>>,
    pub(super) mandate_id: Option<Cow<'a, str>>,
    pub(super) code: Option<Cow<'a, str>>,
    pub(super) sides: Sides<'a>,
    pub(super) exchange: Exchange<'a>,
    pub(super) texts: Vec<TextField<'a>>,
    pub(super) transaction_date: Option<NaiveDate>,
    pub(super) transaction_time: Option<NaiveTime>,
}

/// The amounts of `AmtDtls` and the rate between them.
#[derive(Debug, Clone, Default)]
pub(super) struct Exchange<'a> {
    pub(super) instructed: Option<Amount<'a>>,
    pub(super) transaction: Option<Amount<'a>>,
    pub(super) countervalue: Option<Amount<'a>>,
    pub(super) rate: Option<Decimal>,
}

impl Exchange<'_> {
    /// The amount in another currency than `own`, and units of `own` per unit of it where a rate is stated. A rate is
    /// printed one way or the other: the way that gives the booked amount is the right one.
    pub(super) fn original(
        &self,
        booked: Decimal,
        own: Option<Currency>,
    ) -> (Option<Money>, Option<Decimal>) {
        let foreign = [&self.instructed, &self.transaction, &self.countervalue]
            .into_iter()
            .flatten()
            .find_map(|amount| match (amount.number, amount.currency) {
                (Some(number), Some(currency)) if Some(currency) != own && !number.is_zero() => {
                    Some(Money::new(number, currency))
                }
                _ => None,
            });
        let Some(foreign) = foreign.filter(|_| own.is_some()) else {
            return (None, None);
        };
        let rate = self.rate.and_then(|stated| {
            let inverse = Decimal::ONE.checked_div(stated)?.round_dp(10);
            let gap =
                |rate: Decimal| Some((foreign.amount.checked_mul(rate)? - booked.abs()).abs());
            let (straight, turned) = (gap(stated)?, gap(inverse)?);
            let (rate, gap) = if straight <= turned {
                (stated, straight)
            } else {
                (inverse, turned)
            };
            (gap.checked_mul(Decimal::TEN)? <= booked.abs()).then_some(rate)
        });
        let mut original = foreign;
        original.amount.set_sign_negative(booked.is_sign_negative());
        (Some(original), rate)
    }

    /// Reads `AmtDtls`.
    pub(super) fn read<'a>(cursor: &mut Cursor<'a>) -> Exchange<'a> {
        let mut exchange = Exchange::default();
        while let Some(start) = cursor.child() {
            match local(&start) {
                "InstdAmt" => exchange.instructed = exchange_part(cursor, &mut exchange.rate),
                "TxAmt" => exchange.transaction = exchange_part(cursor, &mut exchange.rate),
                "CntrValAmt" => exchange.countervalue = exchange_part(cursor, &mut exchange.rate),
                _ => cursor.skip(),
            }
        }
        exchange
    }
}

fn exchange_part<'a>(cursor: &mut Cursor<'a>, rate: &mut Option<Decimal>) -> Option<Amount<'a>> {
    let mut found = None;
    while let Some(start) = cursor.child() {
        match local(&start) {
            "Amt" => found = Some(value::amount(cursor, &start)),
            "CcyXchg" => {
                let stated = cursor
                    .text_of("XchgRate")
                    .and_then(|text| value::number(&text));
                *rate = rate.or(stated.filter(|stated| !stated.is_zero()));
            }
            _ => cursor.skip(),
        }
    }
    found
}

impl<'a> Details<'a> {
    /// Reads `TxDtls`.
    pub(super) fn read(cursor: &mut Cursor<'a>) -> Self {
        let mut details = Details::default();
        while let Some(start) = cursor.child() {
            match local(&start) {
                "Refs" => details.read_references(cursor),
                "Amt" => details.amount = Some(value::amount(cursor, &start)),
                "CdtDbtInd" => details.debit = value::is_debit(&cursor.text()),
                "AmtDtls" => details.exchange = Exchange::read(cursor),
                "BkTxCd" => details.code = code(cursor),
                "Chrgs" => charges(cursor, &mut details.texts),
                "RltdPties" => details.sides.read_parties(cursor),
                "RltdAgts" => details.sides.read_agents(cursor),
                "RmtInf" => details.read_remittance(cursor),
                "RltdDts" => details.read_dates(cursor),
                "RtrInf" => returned(cursor, &mut details.texts),
                "AddtlTxInf" => text(cursor, "AddtlTxInf", &mut details.texts),
                _ => cursor.skip(),
            }
        }
        if details.amount.is_none() {
            details.amount = details.exchange.transaction.clone();
        }
        details
    }

    fn read_references(&mut self, cursor: &mut Cursor<'a>) {
        while let Some(start) = cursor.child() {
            match local(&start) {
                "AcctSvcrRef" => self.reference = value::reference(cursor.text()),
                "EndToEndId" => self.end_to_end_id = value::reference(cursor.text()),
                "MndtId" => self.mandate_id = value::reference(cursor.text()),
                "Prtry" => {
                    let reference = cursor.text_of("Ref").and_then(value::reference);
                    self.references.extend(reference);
                }
                "InstrId" | "TxId" | "PmtInfId" | "ChqNb" | "ClrSysRef" | "UETR"
                | "AcctOwnrTxId" | "AcctSvcrTxId" | "MktInfrstrctrTxId" => {
                    self.references.extend(value::reference(cursor.text()));
                }
                _ => cursor.skip(),
            }
        }
    }

    fn read_remittance(&mut self, cursor: &mut Cursor<'a>) {
        while let Some(start) = cursor.child() {
            match local(&start) {
                "Ustrd" => text(cursor, "Ustrd", &mut self.texts),
                "Strd" => {
                    while let Some(start) = cursor.child() {
                        let (inner, label) = match local(&start) {
                            "CdtrRefInf" => ("Ref", "CdtrRef"),
                            "RfrdDocInf" => ("Nb", "RfrdDocInf"),
                            "AddtlRmtInf" => {
                                text(cursor, "AddtlRmtInf", &mut self.texts);
                                continue;
                            }
                            _ => {
                                cursor.skip();
                                continue;
                            }
                        };
                        // CdtrRefInf holds CdtrRef itself in version 1, Ref since.
                        if let Some(found) = text_of_either(cursor, inner, "CdtrRef") {
                            push(&mut self.texts, label, found);
                        }
                    }
                }
                _ => cursor.skip(),
            }
        }
    }

    fn read_dates(&mut self, cursor: &mut Cursor<'a>) {
        let mut accepted = Day::Absent;
        let mut made = Day::Absent;
        while let Some(start) = cursor.child() {
            match local(&start) {
                "TxDtTm" => made = value::day(cursor.text()),
                "AccptncDtTm" => accepted = value::day(cursor.text()),
                _ => cursor.skip(),
            }
        }
        let stated = if made.date().is_some() {
            made
        } else {
            accepted
        };
        if let Day::On(date, time) = stated {
            self.transaction_date = Some(date);
            self.transaction_time = time;
        }
    }
}

fn text_of_either<'a>(cursor: &mut Cursor<'a>, one: &str, other: &str) -> Option<Cow<'a, str>> {
    let mut found = None;
    while let Some(start) = cursor.child() {
        if local(&start) == one || (local(&start) == other && found.is_none()) {
            found = Some(cursor.text());
        } else {
            cursor.skip();
        }
    }
    found.filter(|text| !text.is_empty())
}

/// Adds a text field unless it is blank.
pub(super) fn push<'a>(texts: &mut Vec<TextField<'a>>, label: &'static str, text: Cow<'a, str>) {
    if !text.is_empty() {
        texts.push(TextField {
            label: Cow::Borrowed(label),
            text,
        });
    }
}

/// Reads the element just entered as a text field.
pub(super) fn text<'a>(
    cursor: &mut Cursor<'a>,
    label: &'static str,
    texts: &mut Vec<TextField<'a>>,
) {
    let text = cursor.text();
    push(texts, label, text);
}

/// `BkTxCd` as `PMNT-RDDT-ESDD` (domain, family, sub-family) and the bank's own code after a space.
pub(super) fn code<'a>(cursor: &mut Cursor<'a>) -> Option<Cow<'a, str>> {
    let (mut structured, mut own) = (String::new(), None);
    while let Some(start) = cursor.child() {
        match local(&start) {
            "Domn" => domain_code(cursor, &mut structured),
            "Prtry" => own = cursor.text_of("Cd"),
            _ => cursor.skip(),
        }
    }
    match (structured.is_empty(), own) {
        (true, own) => own,
        (false, None) => Some(Cow::Owned(structured)),
        (false, Some(own)) => {
            structured.push(' ');
            structured.push_str(&own);
            Some(Cow::Owned(structured))
        }
    }
}

fn domain_code(cursor: &mut Cursor<'_>, out: &mut String) {
    while let Some(start) = cursor.child() {
        match local(&start) {
            "Fmly" => domain_code(cursor, out),
            "Cd" | "SubFmlyCd" => {
                if !out.is_empty() {
                    out.push('-');
                }
                out.push_str(&cursor.text());
            }
            _ => cursor.skip(),
        }
    }
}

/// `Chrgs`: the total, else each record, as text: a charge is part of the entry's amount or an entry of its own.
pub(super) fn charges<'a>(cursor: &mut Cursor<'a>, texts: &mut Vec<TextField<'a>>) {
    let mut total = None;
    let mut records = Vec::new();
    while let Some(start) = cursor.child() {
        match local(&start) {
            "TtlChrgsAndTaxAmt" => total = Some(value::amount(cursor, &start)),
            "Amt" => records.push(value::amount(cursor, &start)),
            "Rcrd" => {
                while let Some(start) = cursor.child() {
                    match local(&start) {
                        "Amt" => records.push(value::amount(cursor, &start)),
                        _ => cursor.skip(),
                    }
                }
            }
            _ => cursor.skip(),
        }
    }
    for amount in total.map_or(records, |total| vec![total]) {
        if amount.number.is_some_and(|number| number.is_zero()) {
            continue;
        }
        let text = match amount.currency {
            Some(currency) => Cow::Owned(format!("{} {currency}", amount.printed)),
            None => amount.printed,
        };
        push(texts, "Chrgs", text);
    }
}

/// `RtrInf`: why a payment came back, as code and words.
fn returned<'a>(cursor: &mut Cursor<'a>, texts: &mut Vec<TextField<'a>>) {
    while let Some(start) = cursor.child() {
        match local(&start) {
            "Rsn" | "RtrRsn" => {
                while let Some(start) = cursor.child() {
                    match local(&start) {
                        "Cd" | "Prtry" => text(cursor, "RtrInf", texts),
                        _ => cursor.skip(),
                    }
                }
            }
            "AddtlInf" | "AddtlRtrRsnInf" => text(cursor, "RtrInf", texts),
            _ => cursor.skip(),
        }
    }
}
