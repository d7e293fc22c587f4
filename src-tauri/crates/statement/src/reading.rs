//! What a document says, as printed: values typed, texts borrowed from the document, nothing decided yet.

use std::borrow::Cow;

use domain::{
    AccountIdentifier, Balance, BalanceKind, Currency, Decimal, Money, NaiveDate, NaiveTime, Status,
};
use serde::{Deserialize, Serialize};
use source::Diagnostic;

use crate::{Mapping, Question};

/// Everything that one document gave.
#[derive(Debug, Default)]
pub struct Reading<'a> {
    /// In the order of the document.
    pub statements: Vec<Statement<'a>>,
    /// What the document alone cannot decide; the statements are read under what was assumed.
    pub questions: Vec<Question>,
    /// What was decided and may be turned, each as a question whose `assumed` is how the document was read.
    pub switches: Vec<Question>,
    /// Findings, in the order of the document.
    pub diagnostics: Vec<Diagnostic>,
    /// How each table was read, where the document is one of tables that the user may map.
    pub mappings: Vec<Mapping>,
}

impl Reading<'_> {
    /// A reading that holds nothing but a finding.
    pub fn refused(diagnostic: Diagnostic) -> Self {
        Reading {
            diagnostics: vec![diagnostic],
            ..Reading::default()
        }
    }

    /// The same, borrowing from nothing.
    #[must_use]
    pub fn into_owned(self) -> Reading<'static> {
        Reading {
            statements: self
                .statements
                .into_iter()
                .map(Statement::into_owned)
                .collect(),
            questions: self.questions,
            switches: self.switches,
            diagnostics: self.diagnostics,
            mappings: self.mappings,
        }
    }

    /// Rows that could not be read.
    pub fn unreadable(&self) -> usize {
        self.diagnostics
            .iter()
            .filter(|finding| finding.unreadable_row)
            .count()
    }
}

/// What one document says of one account for one period.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Statement<'a> {
    /// The account, as the file identifies it.
    pub account: AccountIdentifier,
    /// The account's currency, when stated.
    pub currency: Option<Currency>,
    /// The statement's own reference (`Stmt/Id`, `:20:`, `TRNUID`).
    pub reference: Option<Cow<'a, str>>,
    /// First day covered, when stated.
    pub from: Option<NaiveDate>,
    /// Last day covered, when stated.
    pub until: Option<NaiveDate>,
    /// The day it was made, when stated: orders statements that hold pending lines.
    pub created: Option<NaiveDate>,
    /// Every stated balance, in the order of the document.
    pub balances: Vec<Balance>,
    /// Every line, in the order of the document.
    pub entries: Vec<Entry<'a>>,
    /// Whether the lines run from newest to oldest, so that a running balance is walked backwards.
    pub newest_first: bool,
}

impl Statement<'_> {
    /// The same, borrowing from nothing.
    #[must_use]
    pub fn into_owned(self) -> Statement<'static> {
        Statement {
            account: self.account,
            currency: self.currency,
            reference: self.reference.map(owned),
            from: self.from,
            until: self.until,
            created: self.created,
            balances: self.balances,
            entries: self.entries.into_iter().map(Entry::into_owned).collect(),
            newest_first: self.newest_first,
        }
    }

    /// The balance before the first entry.
    pub fn opening(&self) -> Option<&Balance> {
        self.balances
            .iter()
            .find(|balance| balance.kind == BalanceKind::Opening)
    }

    /// The balance after the last entry.
    pub fn closing(&self) -> Option<&Balance> {
        self.balances
            .iter()
            .rev()
            .find(|balance| balance.kind == BalanceKind::Closing)
    }
}

/// One line of a statement. Every text is as printed; dates are the days that the file states, none invented.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Entry<'a> {
    /// Line of the document at which it starts, from 1 (a sheet's row, a PDF's line of text).
    pub line: u32,
    /// Byte offsets of the line or record in the decoded text; 0..0 where the document is no text.
    pub bytes: (usize, usize),
    /// Booked unless the file says otherwise.
    pub status: Status,
    /// The day the bank booked it (`BookgDt`, `DTPOSTED`, entry date of `:61:`).
    pub booking_date: Option<NaiveDate>,
    /// The day it counts for interest (`ValDt`, `DTAVAIL`, value date of `:61:`).
    pub value_date: Option<NaiveDate>,
    /// The day of the operation itself, when a field of its own states it (`TxDtTm`, `DTUSER`). Not taken from free text.
    pub transaction_date: Option<NaiveDate>,
    /// Its time of day, when stated.
    pub transaction_time: Option<NaiveTime>,
    /// Signed, with every decimal that the file prints; money out is negative.
    pub amount: Decimal,
    /// The entry's own currency where the file states one, else the statement's.
    pub currency: Option<Currency>,
    /// The amount in the currency of the operation, when stated, with the sign of `amount`.
    pub original: Option<Money>,
    /// Units of the account's currency per unit of the original's, when stated.
    pub rate: Option<Decimal>,
    /// The bank's reference (`FITID`, `AcctSvcrRef`). `NONREF` and `NOTPROVIDED` are none.
    pub reference: Option<Cow<'a, str>>,
    /// Further references, in the order of the file (`NtryRef`, `REFNUM`, cheque number).
    pub references: Vec<Cow<'a, str>>,
    /// The reference of the line that this one replaces (`CORRECTFITID`).
    pub corrects: Option<Cow<'a, str>>,
    /// Whether it only deletes the line that it corrects (`CORRECTACTION` `DELETE`).
    pub deletes: bool,
    /// The end-to-end reference (`EndToEndId`). `NOTPROVIDED` is none.
    pub end_to_end_id: Option<Cow<'a, str>>,
    /// The direct-debit mandate (`MndtId`).
    pub mandate_id: Option<Cow<'a, str>>,
    /// The bank's word for what it is (`TRNTYPE`, `BkTxCd`, type of `:61:`, a column).
    pub code: Option<Cow<'a, str>>,
    /// The other side's name, when a field of its own states it.
    pub counterparty: Option<Cow<'a, str>>,
    /// The other side's account, when stated.
    pub counterparty_account: Option<Cow<'a, str>>,
    /// The whole of the free information as printed, where its parts are cut out of it into the fields above (`:86:`).
    pub printed: Option<Cow<'a, str>>,
    /// Every text field, the name's included, as printed.
    pub texts: Vec<TextField<'a>>,
    /// The account's balance after this line, when the file states one.
    pub balance_after: Option<Decimal>,
    /// Whether it reverses an earlier line (`RvslInd`, `RC`/`RD`). The sign of `amount` already says which way.
    pub is_reversal: bool,
    /// Parts of a batch, of a split.
    pub details: Vec<EntryDetails<'a>>,
}

impl Entry<'_> {
    /// The same, borrowing from nothing.
    #[must_use]
    pub fn into_owned(self) -> Entry<'static> {
        Entry {
            line: self.line,
            bytes: self.bytes,
            status: self.status,
            booking_date: self.booking_date,
            value_date: self.value_date,
            transaction_date: self.transaction_date,
            transaction_time: self.transaction_time,
            amount: self.amount,
            currency: self.currency,
            original: self.original,
            rate: self.rate,
            reference: self.reference.map(owned),
            references: self.references.into_iter().map(owned).collect(),
            corrects: self.corrects.map(owned),
            deletes: self.deletes,
            end_to_end_id: self.end_to_end_id.map(owned),
            mandate_id: self.mandate_id.map(owned),
            code: self.code.map(owned),
            counterparty: self.counterparty.map(owned),
            counterparty_account: self.counterparty_account.map(owned),
            printed: self.printed.map(owned),
            texts: self.texts.into_iter().map(TextField::into_owned).collect(),
            balance_after: self.balance_after,
            is_reversal: self.is_reversal,
            details: self
                .details
                .into_iter()
                .map(EntryDetails::into_owned)
                .collect(),
        }
    }
}

/// A text field and the label that the format gives it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TextField<'a> {
    /// `NAME`, `MEMO`, `Ustrd`, `?20`, a column's header.
    pub label: Cow<'a, str>,
    /// As in the file.
    pub text: Cow<'a, str>,
}

/// One part of a batch entry (`TxDtls`) or of a split (QIF `S`/`$`).
#[derive(Debug, Clone, Default, Hash, Serialize, Deserialize)]
pub struct EntryDetails<'a> {
    /// Signed like the entry, when stated.
    pub amount: Option<Decimal>,
    /// Its currency, when it is not the entry's.
    pub currency: Option<Currency>,
    /// `EndToEndId`.
    pub end_to_end_id: Option<Cow<'a, str>>,
    /// `MndtId`.
    pub mandate_id: Option<Cow<'a, str>>,
    /// The other side's name.
    pub counterparty: Option<Cow<'a, str>>,
    /// The other side's account.
    pub counterparty_account: Option<Cow<'a, str>>,
    /// Its text fields.
    pub texts: Vec<TextField<'a>>,
}

impl TextField<'_> {
    /// The same, borrowing from nothing.
    #[must_use]
    pub fn into_owned(self) -> TextField<'static> {
        TextField {
            label: owned(self.label),
            text: owned(self.text),
        }
    }
}

impl EntryDetails<'_> {
    /// The same, borrowing from nothing.
    #[must_use]
    pub fn into_owned(self) -> EntryDetails<'static> {
        EntryDetails {
            amount: self.amount,
            currency: self.currency,
            end_to_end_id: self.end_to_end_id.map(owned),
            mandate_id: self.mandate_id.map(owned),
            counterparty: self.counterparty.map(owned),
            counterparty_account: self.counterparty_account.map(owned),
            texts: self.texts.into_iter().map(TextField::into_owned).collect(),
        }
    }
}

fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}
