//! Where the columns of each role stand.

use super::column::Column;
use super::heading::word_role;
use super::role::Role;

/// Positions of the columns, by role.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) booking: Option<usize>,
    pub(super) transaction: Option<usize>,
    pub(super) value: Option<usize>,
    pub(super) time: Option<usize>,
    pub(super) amount: Option<usize>,
    pub(super) debit: Option<usize>,
    pub(super) credit: Option<usize>,
    pub(super) indicator: Option<usize>,
    /// Whether the column of indicators is named as one.
    pub(super) is_way_named: bool,
    pub(super) balance: Option<usize>,
    pub(super) before: Option<usize>,
    pub(super) part: Option<usize>,
    pub(super) currency: Option<usize>,
    pub(super) original: Option<usize>,
    pub(super) original_currency: Option<usize>,
    pub(super) rate: Option<usize>,
    pub(super) fee: Option<usize>,
    pub(super) account: Option<usize>,
    pub(super) account_name: Option<usize>,
    pub(super) bank: Option<usize>,
    pub(super) counterparty: Option<usize>,
    pub(super) payer: Option<usize>,
    pub(super) counterparty_account: Option<usize>,
    pub(super) references: Vec<usize>,
    pub(super) end_to_end: Option<usize>,
    pub(super) mandate: Option<usize>,
    pub(super) status: Option<usize>,
    pub(super) code: Option<usize>,
    pub(super) texts: Vec<usize>,
}

impl Places {
    /// Of these columns.
    pub(super) fn of(columns: &[Column<'_>]) -> Self {
        let at = |role: Role| columns.iter().position(|column| column.role == role);
        let every = |wanted: &[Role]| -> Vec<usize> {
            columns
                .iter()
                .enumerate()
                .filter(|(_, column)| wanted.contains(&column.role))
                .map(|(at, _)| at)
                .collect()
        };
        let mut texts = every(&[
            Role::Text,
            Role::Counterparty,
            Role::Payer,
            Role::Code,
            Role::Other,
            Role::Fee,
            Role::EndToEnd,
            Role::Mandate,
        ]);
        // Where only its cells make a column one of states, its name may say that they are codes too.
        texts.extend(every(&[Role::Status]).into_iter().filter(|at| {
            columns
                .get(*at)
                .is_some_and(|column| word_role(&column.key) == Role::Code)
        }));
        texts.sort_unstable();
        Places {
            booking: at(Role::BookingDate),
            transaction: at(Role::TransactionDate),
            value: at(Role::ValueDate),
            time: at(Role::Time),
            amount: at(Role::Amount),
            debit: at(Role::Debit),
            credit: at(Role::Credit),
            indicator: at(Role::Indicator),
            is_way_named: columns.iter().any(|column| {
                column.role == Role::Indicator && word_role(&column.key) == Role::Indicator
            }),
            balance: at(Role::Balance),
            before: at(Role::BalanceBefore),
            part: at(Role::PartAmount),
            currency: at(Role::Currency),
            original: at(Role::OriginalAmount),
            original_currency: at(Role::OriginalCurrency),
            rate: at(Role::Rate),
            fee: at(Role::Fee),
            account: at(Role::Account),
            account_name: at(Role::AccountName),
            bank: at(Role::BankId),
            counterparty: at(Role::Counterparty),
            payer: at(Role::Payer),
            counterparty_account: at(Role::CounterpartyAccount),
            references: every(&[Role::Reference]),
            end_to_end: at(Role::EndToEnd),
            mandate: at(Role::Mandate),
            status: at(Role::Status),
            // `Withdrawal`, `Deposit` under `Type` say the way and are the bank's word as well.
            code: at(Role::Code).or_else(|| {
                at(Role::Indicator).filter(|at| {
                    columns
                        .get(*at)
                        .is_some_and(|column| word_role(&column.key) == Role::Code)
                })
            }),
            texts,
        }
    }
}
