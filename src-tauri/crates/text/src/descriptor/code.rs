//! Payment types from codes: OFX `TRNTYPE` (OFX 2.2 §11.4.4.3), ISO 20022 bank transaction codes and purposes, SWIFT `:61:` subfield 6, German GVC.

use super::PaymentType;
use super::PaymentType::{Card, Cash, Cheque, DirectDebit, Fee, Interest, Salary, Transfer};

const CODES: &[(&str, PaymentType)] = &[
    // OFX
    ("INT", Interest),
    ("FEE", Fee),
    ("SRVCHG", Fee),
    ("ATM", Cash),
    ("CASH", Cash),
    ("POS", Card),
    ("XFER", Transfer),
    ("CHECK", Cheque),
    ("DIRECTDEP", Transfer),
    ("DIRECTDEBIT", DirectDebit),
    ("REPEATPMT", Transfer),
    // ISO 20022 sub-families before families: the narrower word decides
    ("CWDL", Cash),
    ("CDPT", Cash),
    ("POSD", Card),
    ("POSC", Card),
    ("SALA", Salary),
    ("PAYR", Salary),
    ("CHRG", Fee),
    ("FEES", Fee),
    ("COMM", Fee),
    ("INTR", Interest),
    ("INTE", Interest),
    ("CCRD", Card),
    ("MCRD", Card),
    ("RCDT", Transfer),
    ("ICDT", Transfer),
    ("RRCT", Transfer),
    ("IRCT", Transfer),
    ("RDDT", DirectDebit),
    ("IDDT", DirectDebit),
    ("ICHQ", Cheque),
    ("RCHQ", Cheque),
    ("CNTR", Cash),
    // SWIFT MT940, after N, S or F
    ("TRF", Transfer),
    ("DDT", DirectDebit),
    ("CHK", Cheque),
    ("CHG", Fee),
    // German business transaction codes
    ("004", DirectDebit),
    ("005", DirectDebit),
    ("104", DirectDebit),
    ("105", DirectDebit),
    ("106", Card),
    ("107", DirectDebit),
    ("116", Transfer),
    ("117", Transfer),
    ("118", Transfer),
    ("153", Salary),
    ("156", Salary),
    ("166", Transfer),
    ("177", Transfer),
    ("083", Cash),
    ("808", Fee),
    ("809", Fee),
    ("814", Interest),
];

/// The payment type that a code names, if it names one.
pub(super) fn payment_type(code: &str) -> Option<PaymentType> {
    let parts = || {
        code.split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|part| !part.is_empty())
    };
    let named = |part: &str, known: &str| {
        let bare = match part.len() {
            4 => part.strip_prefix(['N', 'S', 'F']).unwrap_or(part),
            _ => part,
        };
        part.eq_ignore_ascii_case(known) || bare.eq_ignore_ascii_case(known)
    };
    CODES
        .iter()
        .find(|(known, _)| parts().any(|part| named(part, known)))
        .map(|(_, payment_type)| *payment_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_four_standards_name_a_payment_type() {
        for (code, expected) in [
            ("PMNT-CCRD-POSD", Some(Card)),
            ("PMNT/CCRD/CWDL", Some(Cash)),
            ("PMNT-RCDT-SALA", Some(Salary)),
            ("PMNT-RDDT-ESDD", Some(DirectDebit)),
            ("ACMT-MDOP-CHRG", Some(Fee)),
            ("NTRF", Some(Transfer)),
            ("NDDT", Some(DirectDebit)),
            ("NCHK", Some(Cheque)),
            ("FEE", Some(Fee)),
            ("SRVCHG", Some(Fee)),
            ("105", Some(DirectDebit)),
            ("DEBIT", None),
            ("NMSC", None),
            ("OTHER", None),
        ] {
            assert_eq!(payment_type(code), expected, "{code}");
        }
    }
}
