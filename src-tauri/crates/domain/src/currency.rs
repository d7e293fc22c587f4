//! Currencies: ISO 4217 and whatever else issuers count in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest code kept, in bytes.
const LONGEST: usize = 8;

/// A currency code: ISO 4217 (`EUR`), or an issuer's own unit (points, coins).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; LONGEST]);

/// A text that is no currency code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a currency code of 2 to 8 letters or digits, found {0:?}")]
pub struct UnknownCurrency(pub String);

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR\0\0\0\0\0");

    /// The code as text.
    pub fn code(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(LONGEST);
        self.0
            .get(..end)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or("")
    }

    /// Whether ISO 4217 lists the code.
    pub fn is_iso(&self) -> bool {
        iso_exponent(self.code()).is_some()
    }

    /// Decimals of the minor unit: by ISO 4217, else 8.
    pub fn exponent(&self) -> u32 {
        iso_exponent(self.code()).unwrap_or(8)
    }
}

impl FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let trimmed = text.trim();
        let ok = (2..=LONGEST).contains(&trimmed.len())
            && trimmed.bytes().all(|b| b.is_ascii_alphanumeric());
        if !ok {
            return Err(UnknownCurrency(text.to_owned()));
        }
        let mut code = [0; LONGEST];
        for (slot, byte) in code.iter_mut().zip(trimmed.bytes()) {
            *slot = byte.to_ascii_uppercase();
        }
        Ok(Currency(code))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Minor-unit exponents of ISO 4217 (list one and the historic codes of list three that statements still carry).
fn iso_exponent(code: &str) -> Option<u32> {
    const NONE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    const THREE: &str = "BHD IQD JOD KWD LYD OMR TND";
    const FOUR: &str = "CLF UYW";
    const TWO: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD \
        CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD \
        HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU \
        MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK \
        SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG \
        YER ZAR ZMW ZWG \
        ATS BEF CUC CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK SLL VEF ZWL";
    let among = |list: &str| code.len() == 3 && list.split_ascii_whitespace().any(|c| c == code);
    if code == "EUR" || code == "USD" {
        return Some(2);
    }
    if among(TWO) {
        Some(2)
    } else if among(NONE) {
        Some(0)
    } else if among(THREE) {
        Some(3)
    } else if among(FOUR) {
        Some(4)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_code_is_kept_in_capitals() {
        assert_eq!("eur".parse::<Currency>().unwrap(), Currency::EUR);
        assert_eq!(" usd ".parse::<Currency>().unwrap().code(), "USD");
    }

    #[test]
    fn exponents_are_those_of_iso_4217() {
        for (code, exponent) in [("EUR", 2), ("JPY", 0), ("TND", 3), ("CLF", 4), ("FRF", 2)] {
            assert_eq!(
                code.parse::<Currency>().unwrap().exponent(),
                exponent,
                "{code}"
            );
        }
    }

    #[test]
    fn a_unit_outside_iso_has_eight_decimals() {
        let points: Currency = "USDT".parse().unwrap();
        assert!(!points.is_iso());
        assert_eq!(points.exponent(), 8);
    }

    #[test]
    fn a_sign_or_a_sentence_is_no_code() {
        for text in ["€", "", "E", "EUR USD", "ABCDEFGHI"] {
            assert!(text.parse::<Currency>().is_err(), "{text}");
        }
    }
}
