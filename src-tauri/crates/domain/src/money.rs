//! Money: an exact decimal and its currency. Never a float.

use std::fmt;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::Currency;

/// An exact amount; money out is negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// In units of the currency.
    pub amount: Decimal,
    /// What it is counted in.
    pub currency: Currency,
}

/// Why an amount has no exact number of minor units.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// More decimals than the currency has.
    #[error("{amount} has more decimals than {currency} ({exponent})")]
    ExcessDecimals {
        /// As given.
        amount: Decimal,
        /// Its currency.
        currency: Currency,
        /// Decimals that the currency has.
        exponent: u32,
    },
    /// Too large for the store (more than 18 digits of minor units).
    #[error("{amount} {currency} is too large")]
    TooLarge {
        /// As given.
        amount: Decimal,
        /// Its currency.
        currency: Currency,
    },
}

impl Money {
    /// An amount in a currency.
    pub fn new(amount: Decimal, currency: Currency) -> Self {
        Money { amount, currency }
    }

    /// From minor units (cents).
    pub fn from_minor(minor: i64, currency: Currency) -> Self {
        Money {
            amount: Decimal::new(minor, currency.exponent()),
            currency,
        }
    }

    /// The exact number of minor units.
    ///
    /// # Errors
    /// [`MoneyError::ExcessDecimals`] where rounding would be needed, [`MoneyError::TooLarge`] past 18 digits.
    pub fn to_minor(self) -> Result<i64, MoneyError> {
        let exponent = self.currency.exponent();
        let exact = self.amount.normalize();
        if exact.scale() > exponent {
            return Err(MoneyError::ExcessDecimals {
                amount: self.amount,
                currency: self.currency,
                exponent,
            });
        }
        let too_large = MoneyError::TooLarge {
            amount: self.amount,
            currency: self.currency,
        };
        let factor = 10i64.checked_pow(exponent).map(Decimal::from);
        let minor = factor
            .and_then(|factor| exact.checked_mul(factor))
            .and_then(|minor| minor.to_i64())
            .ok_or_else(|| too_large.clone())?;
        if minor.unsigned_abs() > 999_999_999_999_999_999 {
            return Err(too_large);
        }
        Ok(minor)
    }

    /// The amount rounded half to even to the decimals of its currency, and whether anything was lost.
    pub fn rounded(self) -> (Self, bool) {
        let amount = self.amount.round_dp_with_strategy(
            self.currency.exponent(),
            RoundingStrategy::MidpointNearestEven,
        );
        (Money::new(amount, self.currency), amount != self.amount)
    }

    /// A plain decimal with exactly the decimals of the currency: `-24.99`, `1204.10`, `1230` for yen.
    pub fn to_plain(self) -> String {
        let mut amount = self.rounded().0.amount;
        amount.rescale(self.currency.exponent());
        if amount.is_zero() {
            amount.set_sign_positive(true);
        }
        amount.to_string()
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.to_plain(), self.currency)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn money(text: &str) -> Money {
        let (amount, currency) = text.split_once(' ').unwrap();
        Money::new(amount.parse().unwrap(), currency.parse().unwrap())
    }

    #[test]
    fn minor_units_are_exact() {
        for (text, minor) in [
            ("-24.99 EUR", -2499),
            ("1230 JPY", 1230),
            ("1.234 TND", 1234),
            ("5.1000 EUR", 510),
            ("0 EUR", 0),
        ] {
            assert_eq!(money(text).to_minor().unwrap(), minor, "{text}");
        }
    }

    #[test]
    fn an_excess_decimal_is_an_error_until_it_is_rounded_half_to_even() {
        assert!(matches!(
            money("0.125 EUR").to_minor(),
            Err(MoneyError::ExcessDecimals { .. })
        ));
        assert_eq!(money("0.125 EUR").rounded(), (money("0.12 EUR"), true));
        assert_eq!(money("0.135 EUR").rounded(), (money("0.14 EUR"), true));
    }

    #[test]
    fn an_amount_past_eighteen_digits_is_refused_never_wrapped() {
        assert!(matches!(
            money("99999999999999999.99 EUR").to_minor(),
            Err(MoneyError::TooLarge { .. })
        ));
        assert_eq!(
            money("9999999999999999.99 EUR").to_minor().unwrap(),
            999_999_999_999_999_999
        );
    }

    #[test]
    fn plain_text_has_the_decimals_of_the_currency() {
        for (given, plain) in [
            ("-24.9 EUR", "-24.90"),
            ("7 JPY", "7"),
            ("-0.00 EUR", "0.00"),
        ] {
            assert_eq!(money(given).to_plain(), plain);
        }
    }
}
