//! What a column may be.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::format) enum Role {
    /// The day the bank booked it.
    BookingDate,
    /// The day of the operation.
    TransactionDate,
    /// The day it counts for interest.
    ValueDate,
    /// A time of day.
    Time,
    /// Signed, or told by an indicator.
    Amount,
    /// Money out.
    Debit,
    /// Money in.
    Credit,
    /// A word that says which way the amount goes.
    Indicator,
    /// The balance after the row.
    Balance,
    /// The balance before the row.
    BalanceBefore,
    /// Amount of a part of a collective order.
    PartAmount,
    /// The account's currency of the row.
    Currency,
    /// The amount in the currency of the operation.
    OriginalAmount,
    /// The currency of the operation.
    OriginalCurrency,
    /// Exchange rate.
    Rate,
    /// A fee, outside the amount or in it.
    Fee,
    /// The account that the row belongs to.
    Account,
    /// Its name.
    AccountName,
    /// The servicer's code.
    BankId,
    /// The other side's name.
    Counterparty,
    /// The other side's name where money came in, beside a column for where it went out.
    Payer,
    /// The other side's account.
    CounterpartyAccount,
    /// The bank's reference.
    Reference,
    /// End-to-end reference.
    EndToEnd,
    /// Mandate.
    Mandate,
    /// Booked, pending, reverted.
    Status,
    /// The bank's word for the kind of operation.
    Code,
    /// Any other text.
    Text,
    /// Numbers and dates that say nothing of the movement.
    Other,
    /// What the user does not want to see.
    Ignored,
}

/// Roles that a row has one of: two columns that differ in it are a question.
pub(super) const ASKED: [Role; 5] = [
    Role::BookingDate,
    Role::Amount,
    Role::Debit,
    Role::Credit,
    Role::Balance,
];

impl Role {
    /// The word of an answer and of the evidence.
    pub(super) fn as_str(self) -> &'static str {
        NAMES
            .iter()
            .find(|(role, _)| *role == self)
            .map_or("text", |(_, name)| name)
    }

    /// Reads the word of an answer.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        NAMES
            .iter()
            .find(|(_, name)| *name == word)
            .map(|(role, _)| *role)
    }

    /// Whether two columns of this role contradict each other.
    pub(super) fn is_single(self) -> bool {
        !matches!(
            self,
            Role::Text
                | Role::Other
                | Role::Ignored
                | Role::Code
                | Role::Reference
                | Role::Fee
                | Role::Time
        )
    }
}

const NAMES: &[(Role, &str)] = &[
    (Role::BookingDate, "bookingDate"),
    (Role::TransactionDate, "transactionDate"),
    (Role::ValueDate, "valueDate"),
    (Role::Time, "time"),
    (Role::Amount, "amount"),
    (Role::Debit, "debit"),
    (Role::Credit, "credit"),
    (Role::Indicator, "indicator"),
    (Role::Balance, "balance"),
    (Role::BalanceBefore, "balanceBefore"),
    (Role::PartAmount, "partAmount"),
    (Role::Currency, "currency"),
    (Role::OriginalAmount, "originalAmount"),
    (Role::OriginalCurrency, "originalCurrency"),
    (Role::Rate, "rate"),
    (Role::Fee, "fee"),
    (Role::Account, "account"),
    (Role::AccountName, "accountName"),
    (Role::BankId, "bankId"),
    (Role::Counterparty, "counterparty"),
    (Role::Payer, "payer"),
    (Role::CounterpartyAccount, "counterpartyAccount"),
    (Role::Reference, "reference"),
    (Role::EndToEnd, "endToEndId"),
    (Role::Mandate, "mandateId"),
    (Role::Status, "status"),
    (Role::Code, "code"),
    (Role::Text, "text"),
    (Role::Other, "other"),
    (Role::Ignored, "ignored"),
];
