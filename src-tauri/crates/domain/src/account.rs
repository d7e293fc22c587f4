//! Accounts, as files name them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What kind of account it is (OFX `ACCTTYPE` and message set; ISO 20022 `Acct/Tp`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AccountKind {
    /// Day-to-day money.
    #[default]
    Current,
    /// Savings.
    Savings,
    /// A payment card with its own statement.
    Card,
    /// Notes and coins, kept by the user.
    Cash,
    /// Money owed.
    Loan,
    /// The cash side of investments.
    Investment,
    /// Anything else.
    Other,
}

impl AccountKind {
    /// The word used on the wire and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            AccountKind::Current => "current",
            AccountKind::Savings => "savings",
            AccountKind::Card => "card",
            AccountKind::Cash => "cash",
            AccountKind::Loan => "loan",
            AccountKind::Investment => "investment",
            AccountKind::Other => "other",
        }
    }

    /// Reads the word back.
    pub fn from_word(word: &str) -> Option<Self> {
        [
            AccountKind::Current,
            AccountKind::Savings,
            AccountKind::Card,
            AccountKind::Cash,
            AccountKind::Loan,
            AccountKind::Investment,
            AccountKind::Other,
        ]
        .into_iter()
        .find(|kind| kind.as_str() == word)
    }
}

/// How a file identifies an account. Every field as printed, white space removed from numbers.
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AccountIdentifier {
    /// ISO 13616.
    pub iban: Option<String>,
    /// The servicer's own number (BBAN, OFX `ACCTID`, MT940 `:25:`).
    pub number: Option<String>,
    /// The servicer's code (BIC, OFX `BANKID`, CFONB bank code).
    pub bank_id: Option<String>,
    /// The branch (OFX `BRANCHID`, CFONB guichet).
    pub branch_id: Option<String>,
    /// What the file calls it.
    pub name: Option<String>,
    /// What it is, when the file says.
    pub kind: Option<AccountKind>,
}

impl AccountIdentifier {
    /// Whether anything tells this account from another.
    pub fn is_identified(&self) -> bool {
        self.iban.is_some() || self.number.is_some()
    }

    /// The last four signs of its number.
    pub fn ending(&self) -> Option<String> {
        let number = self.iban.as_deref().or(self.number.as_deref())?;
        let signs: Vec<char> = number.chars().filter(|c| c.is_alphanumeric()).collect();
        let start = signs.len().saturating_sub(4);
        Some(signs.iter().skip(start).collect())
    }
}

impl fmt::Debug for AccountIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccountIdentifier(<redacted>)")
    }
}
