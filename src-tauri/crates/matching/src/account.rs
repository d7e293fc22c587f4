//! Which account of the ledger a statement is of.

use domain::{AccountId, AccountIdentifier, Currency};

/// An account of the ledger, as its statements identify it.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The account.
    pub id: AccountId,
    /// As first seen, completed by later statements.
    pub identifier: AccountIdentifier,
    /// Its currency.
    pub currency: Currency,
}

/// Whose statement it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// This account's, for certain.
    Known(AccountId),
    /// An account's that the ledger does not have.
    New,
    /// One of these, or a new one: the user decides.
    Unsure(Vec<AccountId>),
}

/// Finds whose statement it is. A statement that names no account asks wherever there is an account it could be of.
pub fn owner(
    identifier: &AccountIdentifier,
    currency: Option<Currency>,
    accounts: &[Candidate],
) -> Owner {
    let fits = |account: &&Candidate| currency.is_none_or(|currency| currency == account.currency);
    if !identifier.is_identified() {
        let possible: Vec<AccountId> = accounts
            .iter()
            .filter(fits)
            .map(|account| account.id)
            .collect();
        return if possible.is_empty() {
            Owner::New
        } else {
            Owner::Unsure(possible)
        };
    }
    let same: Vec<AccountId> = accounts
        .iter()
        .filter(|account| is_same(identifier, &account.identifier))
        .filter(fits)
        .map(|account| account.id)
        .collect();
    match same.as_slice() {
        [] => Owner::New,
        [one] => Owner::Known(*one),
        _ => Owner::Unsure(same),
    }
}

/// Whether two identifiers name one account: the same IBAN; the same number where neither bank nor branch disagree; or a
/// number that the other's IBAN ends in, its check digits aside.
pub(crate) fn is_same(a: &AccountIdentifier, b: &AccountIdentifier) -> bool {
    if let (Some(a), Some(b)) = (&a.iban, &b.iban) {
        return canonical(a) == canonical(b);
    }
    let disagree = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if canonical(a) != canonical(b));
    if let (Some(x), Some(y)) = (&a.number, &b.number) {
        return canonical(x) == canonical(y)
            && !disagree(&a.bank_id, &b.bank_id)
            && !disagree(&a.branch_id, &b.branch_id)
            && is_of_bank(a.iban.as_deref(), b.bank_id.as_deref())
            && is_of_bank(b.iban.as_deref(), a.bank_id.as_deref());
    }
    let (iban, other) = match (&a.iban, &b.iban) {
        (Some(iban), None) => (canonical(iban), b),
        (None, Some(iban)) => (canonical(iban), a),
        _ => return false,
    };
    let Some(number) = other.number.as_deref().map(canonical) else {
        return false;
    };
    let bank_fits = is_of_bank(Some(&iban), other.bank_id.as_deref());
    let long_enough = number.len() >= 6;
    let after_bank = iban.get(4..).unwrap_or("");
    let ends = after_bank.ends_with(&number)
        || after_bank
            .get(..after_bank.len().saturating_sub(2))
            .is_some_and(|bare| bare.ends_with(&number));
    long_enough && bank_fits && ends
}

/// Whether an IBAN may be of a bank, as far as both are known. A BIC cannot be told from an IBAN.
fn is_of_bank(iban: Option<&str>, bank: Option<&str>) -> bool {
    let (Some(iban), Some(bank)) = (iban.map(canonical), bank.map(canonical)) else {
        return true;
    };
    iban.contains(&bank) || bank.chars().any(|c| c.is_ascii_alphabetic())
}

fn canonical(number: &str) -> String {
    number
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(bank: &str, number: &str) -> AccountIdentifier {
        AccountIdentifier {
            bank_id: Some(bank.to_owned()),
            number: Some(number.to_owned()),
            ..AccountIdentifier::default()
        }
    }

    fn iban(iban: &str) -> AccountIdentifier {
        AccountIdentifier {
            iban: Some(iban.to_owned()),
            ..AccountIdentifier::default()
        }
    }

    fn account(id: i64, identifier: AccountIdentifier) -> Candidate {
        Candidate {
            id: AccountId(id),
            identifier,
            currency: Currency::EUR,
        }
    }

    #[test]
    fn an_iban_and_the_number_inside_it_are_one_account() {
        let accounts = [account(1, iban("FR76 3000 6000 0112 3456 7890 189"))];
        assert_eq!(
            owner(&number("30006", "12345678901"), None, &accounts),
            Owner::Known(AccountId(1))
        );
        assert_eq!(
            owner(&number("20041", "12345678901"), None, &accounts),
            Owner::New
        );
    }

    #[test]
    fn the_same_number_at_two_banks_is_two_accounts() {
        let accounts = [account(1, number("30006", "0012345"))];
        assert_eq!(
            owner(&number("20041", "0012345"), None, &accounts),
            Owner::New
        );
        assert_eq!(
            owner(&number("30006", "0012345"), None, &accounts),
            Owner::Known(AccountId(1))
        );
    }

    #[test]
    fn a_file_that_names_no_account_asks_unless_there_is_none() {
        let nobody = AccountIdentifier::default();
        assert_eq!(owner(&nobody, None, &[]), Owner::New);
        let accounts = [account(1, number("30006", "0012345"))];
        assert_eq!(
            owner(&nobody, None, &accounts),
            Owner::Unsure(vec![AccountId(1)])
        );
    }
}
