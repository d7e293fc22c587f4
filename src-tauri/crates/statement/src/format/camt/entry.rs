//! `Ntry`: one booked, pending or informative line.

use std::borrow::Cow;
use std::ops::Range;

use domain::{Currency, Decimal, Status};
use source::Diagnostic;

use super::details::{self, Details, Exchange};
use super::party::Sides;
use super::value::{self, Amount, Day};
use super::xml::{Cursor, local};
use crate::format::day::no_day;
use crate::format::place;
use crate::{Entry, EntryDetails, TextField};

/// What an entry needs to know of its statement.
pub(super) struct Context<'s> {
    /// The owner's account number.
    pub(super) own: Option<&'s str>,
    /// The statement's currency.
    pub(super) currency: Option<Currency>,
    /// Its place among the entries of the statement, from 1.
    pub(super) ordinal: usize,
}

/// Why an entry cannot be read, and where.
type Unreadable = Box<(Diagnostic, Range<usize>)>;

/// An entry as far as it is read.
#[derive(Default)]
struct Draft<'a> {
    entry: Entry<'a>,
    line: u32,
    whole: Range<usize>,
    amount: Option<(Amount<'a>, Range<usize>)>,
    side: Option<(Cow<'a, str>, Range<usize>)>,
    status: Option<(Cow<'a, str>, Range<usize>)>,
    booked: (Day<'a>, Range<usize>),
    value: (Day<'a>, Range<usize>),
    exchange: Exchange<'a>,
    /// Text fields that stand behind those of a single payment.
    texts: Vec<TextField<'a>>,
    single: Option<Details<'a>>,
    parts: Vec<Details<'a>>,
}

/// Reads `Ntry`. `None` where it cannot be read, or the document ends in it; findings say so.
pub(super) fn read<'a>(
    cursor: &mut Cursor<'a>,
    context: &Context<'_>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Entry<'a>> {
    let mut draft = Draft::default();
    let start = cursor.start();
    draft.line = cursor.line_of(start);
    draft.fields(cursor);
    draft.whole = start..cursor.end();
    if cursor.damage().is_some() {
        return None;
    }
    let said = findings.len();
    let entry = draft.finish(context, cursor.document(), findings);
    for finding in findings.iter_mut().skip(said) {
        let at = finding.at.get_or_insert_default();
        at.record = Some(format!("Ntry[{}]", context.ordinal));
    }
    entry
}

impl<'a> Draft<'a> {
    fn fields(&mut self, cursor: &mut Cursor<'a>) {
        while let Some(start) = cursor.child() {
            let from = cursor.start();
            match local(&start) {
                "NtryRef" => {
                    let reference = value::reference(cursor.text());
                    self.entry.references.extend(reference);
                }
                "Amt" => {
                    let amount = value::amount(cursor, &start);
                    self.amount = Some((amount, from..cursor.end()));
                }
                "CdtDbtInd" => self.side = Some((cursor.text(), from..cursor.end())),
                "RvslInd" => self.entry.is_reversal = matches!(&*cursor.text(), "true" | "1"),
                "Sts" => self.status = Some((cursor.deep_text(), from..cursor.end())),
                "BookgDt" => self.booked = (value::day_choice(cursor), from..cursor.end()),
                "ValDt" => self.value = (value::day_choice(cursor), from..cursor.end()),
                "AcctSvcrRef" => self.entry.reference = value::reference(cursor.text()),
                "BkTxCd" => self.entry.code = details::code(cursor),
                "AmtDtls" => self.exchange = Exchange::read(cursor),
                "Chrgs" => details::charges(cursor, &mut self.texts),
                "NtryDtls" => self.payments(cursor),
                // Version 1 has them without NtryDtls.
                "TxDtls" => self.payment(cursor),
                "AddtlNtryInf" => details::text(cursor, "AddtlNtryInf", &mut self.texts),
                _ => cursor.skip(),
            }
        }
    }

    fn payments(&mut self, cursor: &mut Cursor<'a>) {
        while let Some(start) = cursor.child() {
            match local(&start) {
                "TxDtls" => self.payment(cursor),
                "Btch" => self.batch(cursor),
                _ => cursor.skip(),
            }
        }
    }

    fn payment(&mut self, cursor: &mut Cursor<'a>) {
        let details = Details::read(cursor);
        if self.parts.is_empty() && self.single.is_none() {
            self.single = Some(details);
            return;
        }
        self.parts.extend(self.single.take());
        self.parts.push(details);
    }

    fn batch(&mut self, cursor: &mut Cursor<'a>) {
        while let Some(start) = cursor.child() {
            match local(&start) {
                "MsgId" | "PmtInfId" => {
                    let reference = value::reference(cursor.text());
                    self.entry.references.extend(reference);
                }
                _ => cursor.skip(),
            }
        }
    }

    fn finish(
        mut self,
        context: &Context<'_>,
        text: &str,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Entry<'a>> {
        let line = self.line;
        let place =
            |finding: Diagnostic, at: &Range<usize>| place::at(finding, text, line, at.clone());
        let (number, debit) = match self.money() {
            Ok(money) => money,
            Err(unreadable) => {
                let (finding, at) = *unreadable;
                findings.push(place(finding, &at).costs_row());
                return None;
            }
        };
        if let (Day::Bad(found), at) = &self.booked {
            let finding = Diagnostic::error("badDate").found(found).field("BookgDt");
            let finding = no_day(finding, value::numbers(found));
            findings.push(place(finding, at).costs_row());
            return None;
        }
        if let (Day::Bad(found), at) = &self.value {
            let finding = Diagnostic::warning("badDate").found(found).field("ValDt");
            findings.push(place(no_day(finding, value::numbers(found)), at));
        }
        if let Some((word, at)) = &self.status {
            match status(word) {
                Some(status) => self.entry.status = status,
                None => {
                    self.entry.status = Status::Info;
                    let finding = Diagnostic::warning("unknownStatus")
                        .found(word)
                        .field("Sts");
                    findings.push(place(finding, at));
                }
            }
        }
        self.entry.booking_date = self.booked.0.date();
        self.entry.value_date = self.value.0.date();
        let whole = self.whole.clone();
        if self.entry.status == Status::Booked
            && self.entry.booking_date.is_none()
            && self.entry.value_date.is_none()
        {
            findings.push(place(Diagnostic::warning("missingDate"), &whole));
        }
        let (entry, sum) = self.assembled(number, debit, context);
        if let Some(sum) = sum.filter(|sum| *sum != entry.amount) {
            let finding = Diagnostic::warning("batchMismatch")
                .found(sum)
                .expected(entry.amount);
            findings.push(place(finding, &whole));
        }
        Some(entry)
    }

    /// The number and whether it went out.
    fn money(&mut self) -> Result<(Decimal, bool), Unreadable> {
        let Some((amount, at)) = &self.amount else {
            let finding = Diagnostic::error("missingAmount");
            return Err(Box::new((finding, self.whole.clone())));
        };
        let number = amount.number.ok_or_else(|| {
            let finding = Diagnostic::error("badAmount").found(&amount.printed);
            Box::new((finding.field("Amt"), at.clone()))
        })?;
        let (word, at) = match &self.side {
            Some((word, at)) => (&**word, at.clone()),
            None => ("", self.whole.clone()),
        };
        let debit = value::is_debit(word).ok_or_else(|| {
            let finding = Diagnostic::error("missingSign").found(word);
            Box::new((finding.expected("CRDT, DBIT").field("CdtDbtInd"), at))
        })?;
        self.entry.currency = amount.currency;
        Ok((number, debit))
    }

    /// The entry, and the sum of its parts where every part states an amount in its currency.
    fn assembled(
        self,
        number: Decimal,
        debit: bool,
        context: &Context<'_>,
    ) -> (Entry<'a>, Option<Decimal>) {
        let mut entry = self.entry;
        entry.line = self.line;
        entry.bytes = (self.whole.start, self.whole.end);
        entry.amount = value::signed(number, debit);
        let currency = entry.currency.or(context.currency);
        (entry.original, entry.rate) = self.exchange.original(entry.amount, currency);
        let mut sum = None;
        if let Some(single) = self.single {
            lend(single, &mut entry, debit, currency, context.own);
        } else if !self.parts.is_empty() {
            let reversal = entry.is_reversal;
            let mut total = Some(Decimal::ZERO);
            for part in self.parts {
                let (part, in_currency) = detached(part, debit, reversal, currency, context.own);
                total = total
                    .zip(in_currency)
                    .and_then(|(total, amount)| total.checked_add(amount));
                entry.details.push(part);
            }
            sum = total;
        }
        entry.texts.extend(self.texts);
        (entry, sum)
    }
}

/// Gives an entry what its only payment says.
fn lend<'a>(
    single: Details<'a>,
    entry: &mut Entry<'a>,
    debit: bool,
    currency: Option<Currency>,
    own: Option<&str>,
) {
    if entry.original.is_none() {
        let mut exchange = single.exchange;
        exchange.countervalue = exchange.countervalue.or(single.amount);
        (entry.original, entry.rate) = exchange.original(entry.amount, currency);
    }
    match (&entry.reference, single.reference) {
        (None, reference) => entry.reference = reference,
        (Some(first), Some(second)) if *first != second => entry.references.push(second),
        _ => {}
    }
    entry.references.extend(single.references);
    entry.end_to_end_id = single.end_to_end_id;
    entry.mandate_id = single.mandate_id;
    entry.transaction_date = single.transaction_date;
    entry.transaction_time = single.transaction_time;
    entry.code = entry.code.take().or(single.code);
    entry.texts = single.texts;
    (entry.counterparty, entry.counterparty_account) = other_side(
        single.sides,
        debit,
        entry.is_reversal,
        own,
        &mut entry.texts,
    );
}

/// One payment of a batch, and its signed amount where that is in the entry's currency.
fn detached<'a>(
    part: Details<'a>,
    debit: bool,
    reversal: bool,
    currency: Option<Currency>,
    own: Option<&str>,
) -> (EntryDetails<'a>, Option<Decimal>) {
    let debit = part.debit.unwrap_or(debit);
    let mut details = EntryDetails {
        end_to_end_id: part.end_to_end_id,
        mandate_id: part.mandate_id,
        texts: part.texts,
        ..EntryDetails::default()
    };
    if let Some(amount) = &part.amount {
        details.amount = amount.number.map(|number| value::signed(number, debit));
        details.currency = amount.currency.filter(|own| Some(*own) != currency);
    }
    for reference in part.reference.into_iter().chain(part.references) {
        details::push(&mut details.texts, "Refs", reference);
    }
    (details.counterparty, details.counterparty_account) =
        other_side(part.sides, debit, reversal, own, &mut details.texts);
    let in_currency = details.amount.filter(|_| details.currency.is_none());
    (details, in_currency)
}

/// Name and account of the other side; its names and bank go before the other text fields.
fn other_side<'a>(
    mut sides: Sides<'a>,
    debit: bool,
    reversal: bool,
    own: Option<&str>,
    texts: &mut Vec<TextField<'a>>,
) -> (Option<Cow<'a, str>>, Option<Cow<'a, str>>) {
    let initiator = sides.initiator.take();
    let (side, role) = sides.other(debit, reversal, own);
    let stated = side.is_stated();
    let name = side.name.clone().or_else(|| side.ultimate.clone());
    let (ultimate, agent) = match role {
        "Cdtr" => ("UltmtCdtr", "CdtrAgt"),
        _ => ("UltmtDbtr", "DbtrAgt"),
    };
    let fields = [
        (role, side.name),
        (ultimate, side.ultimate),
        (agent, side.agent),
        ("InitgPty", initiator.filter(|_| !stated)),
    ];
    let behind = texts.len();
    for (label, text) in fields {
        if let Some(text) = text {
            details::push(texts, label, text);
        }
    }
    texts.rotate_left(behind);
    (name, side.account)
}

fn status(word: &str) -> Option<Status> {
    match word {
        "BOOK" | "" => Some(Status::Booked),
        "PDNG" | "FUTR" => Some(Status::Pending),
        "INFO" => Some(Status::Info),
        _ => None,
    }
}
