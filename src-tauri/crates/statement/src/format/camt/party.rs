//! Accounts and parties: who owns the statement, and who is on the other side of an entry.

use std::borrow::Cow;

use domain::{AccountIdentifier, AccountKind, Currency};

use super::xml::{Cursor, local};

/// Debtor or creditor of a transaction, with what stands around it.
#[derive(Debug, Clone, Default)]
pub(super) struct Side<'a> {
    /// `Dbtr`, `Cdtr`.
    pub(super) name: Option<Cow<'a, str>>,
    /// `UltmtDbtr`, `UltmtCdtr`.
    pub(super) ultimate: Option<Cow<'a, str>>,
    /// `DbtrAcct`, `CdtrAcct`.
    pub(super) account: Option<Cow<'a, str>>,
    /// The name of `DbtrAgt`, `CdtrAgt`.
    pub(super) agent: Option<Cow<'a, str>>,
}

impl Side<'_> {
    pub(super) fn is_stated(&self) -> bool {
        self.name.is_some() || self.ultimate.is_some() || self.account.is_some()
    }
}

/// Both sides.
#[derive(Debug, Clone, Default)]
pub(super) struct Sides<'a> {
    pub(super) debtor: Side<'a>,
    pub(super) creditor: Side<'a>,
    /// `InitgPty`, where it is all that is stated.
    pub(super) initiator: Option<Cow<'a, str>>,
}

impl<'a> Sides<'a> {
    /// Reads `RltdPties`.
    pub(super) fn read_parties(&mut self, cursor: &mut Cursor<'a>) {
        while let Some(start) = cursor.child() {
            match local(&start) {
                "Dbtr" => self.debtor.name = party_name(cursor),
                "Cdtr" => self.creditor.name = party_name(cursor),
                "UltmtDbtr" => self.debtor.ultimate = party_name(cursor),
                "UltmtCdtr" => self.creditor.ultimate = party_name(cursor),
                "DbtrAcct" => self.debtor.account = account_number(cursor),
                "CdtrAcct" => self.creditor.account = account_number(cursor),
                "InitgPty" => self.initiator = party_name(cursor),
                _ => cursor.skip(),
            }
        }
    }

    /// Reads `RltdAgts`.
    pub(super) fn read_agents(&mut self, cursor: &mut Cursor<'a>) {
        while let Some(start) = cursor.child() {
            match local(&start) {
                "DbtrAgt" => self.debtor.agent = party_name(cursor),
                "CdtrAgt" => self.creditor.agent = party_name(cursor),
                _ => cursor.skip(),
            }
        }
    }

    /// The side that is not the account's owner: the creditor of a debit, the debtor of a credit. Parties keep the
    /// roles of the first payment when it is reversed, so the sides change places there. An account number of the
    /// owner's own settles it against both rules.
    pub(super) fn other(
        self,
        debit: bool,
        reversal: bool,
        own: Option<&str>,
    ) -> (Side<'a>, &'static str) {
        let is_own = |side: &Side<'_>| side.account.is_some() && side.account.as_deref() == own;
        let mut creditor = debit != reversal;
        if is_own(&self.creditor) != is_own(&self.debtor) {
            creditor = is_own(&self.debtor);
        } else {
            let (first, second) = if creditor {
                (&self.creditor, &self.debtor)
            } else {
                (&self.debtor, &self.creditor)
            };
            if !first.is_stated() && second.is_stated() {
                creditor = !creditor;
            }
        }
        if creditor {
            (self.creditor, "Cdtr")
        } else {
            (self.debtor, "Dbtr")
        }
    }
}

/// The name of a party: `Nm`, or the one in `Pty` or `Agt` (version 8 and later).
fn party_name<'a>(cursor: &mut Cursor<'a>) -> Option<Cow<'a, str>> {
    let mut name = None;
    while let Some(start) = cursor.child() {
        match local(&start) {
            "Nm" if name.is_none() => name = Some(cursor.text()).filter(|text| !text.is_empty()),
            "Pty" | "Agt" | "FinInstnId" if name.is_none() => name = party_name(cursor),
            _ => cursor.skip(),
        }
    }
    name
}

fn account_number<'a>(cursor: &mut Cursor<'a>) -> Option<Cow<'a, str>> {
    let mut number = None;
    while let Some(start) = cursor.child() {
        if local(&start) == "Id" {
            let (iban, other) = account_id(cursor);
            number = iban.or(other);
        } else {
            cursor.skip();
        }
    }
    number
}

/// IBAN and other number of an `Id` of an account (`PrtryAcct`, `BBAN`, `UPIC` in version 1).
fn account_id<'a>(cursor: &mut Cursor<'a>) -> (Option<Cow<'a, str>>, Option<Cow<'a, str>>) {
    let (mut iban, mut other) = (None, None);
    while let Some(start) = cursor.child() {
        match local(&start) {
            "IBAN" => iban = solid(cursor.text()),
            "BBAN" | "UPIC" => other = solid(cursor.text()),
            "Othr" | "PrtryAcct" => {
                while let Some(start) = cursor.child() {
                    match local(&start) {
                        "Id" => other = solid(cursor.text()),
                        _ => cursor.skip(),
                    }
                }
            }
            _ => cursor.skip(),
        }
    }
    (iban, other)
}

/// A number without white space inside.
fn solid(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    if text.is_empty() {
        None
    } else if text.contains(char::is_whitespace) {
        Some(Cow::Owned(text.split_whitespace().collect()))
    } else {
        Some(text)
    }
}

/// Reads `Acct` of a statement: who it is, and its currency.
pub(super) fn own_account(cursor: &mut Cursor<'_>) -> (AccountIdentifier, Option<Currency>) {
    let mut account = AccountIdentifier::default();
    let mut currency = None;
    while let Some(start) = cursor.child() {
        match local(&start) {
            "Id" => {
                let (iban, other) = account_id(cursor);
                account.iban = iban.map(Cow::into_owned);
                account.number = other.map(Cow::into_owned);
            }
            "Ccy" => currency = cursor.text().parse().ok(),
            "Nm" => account.name = Some(cursor.text().into_owned()).filter(|name| !name.is_empty()),
            "Tp" => account.kind = cursor.text_of("Cd").and_then(|code| account_kind(&code)),
            "Svcr" => servicer(cursor, &mut account),
            _ => cursor.skip(),
        }
    }
    (account, currency)
}

/// Bank and branch of `Svcr`: the BIC, else the number in the national clearing system.
fn servicer(cursor: &mut Cursor<'_>, account: &mut AccountIdentifier) {
    let (mut bic, mut member) = (None, None);
    while let Some(start) = cursor.child() {
        match local(&start) {
            "FinInstnId" => {
                while let Some(start) = cursor.child() {
                    match local(&start) {
                        "BIC" | "BICFI" => bic = solid(cursor.text()),
                        "ClrSysMmbId" => member = cursor.text_of("MmbId").and_then(solid),
                        _ => cursor.skip(),
                    }
                }
            }
            "BrnchId" => account.branch_id = cursor.text_of("Id").map(Cow::into_owned),
            _ => cursor.skip(),
        }
    }
    account.bank_id = bic.or(member).map(Cow::into_owned);
}

/// External cash account type codes of ISO 20022.
fn account_kind(code: &str) -> Option<AccountKind> {
    match code {
        "CACC" | "CASH" | "TRAN" | "SACC" => Some(AccountKind::Current),
        "SVGS" | "MOMA" => Some(AccountKind::Savings),
        "CARD" => Some(AccountKind::Card),
        "LOAN" | "MGLD" | "ODFT" => Some(AccountKind::Loan),
        _ => None,
    }
}
