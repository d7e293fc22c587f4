//! What a bank takes money for, and under which heading the yearly statement of fees (« relevé annuel des frais », Code
//! monétaire et financier, L. 312-1-1 and R. 312-1-1) would list it.
//!
//! Read from the line's own words in French and English, with the common ones of German, Spanish, Italian and Dutch. It is
//! asked of lines that are fees or interest already: it tells which, not whether a merchant's line is one.

mod phrases;

use phrases::{LOANS, PHRASES};

/// The headings of the yearly statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeeGroup {
    /// What is paid for having something: a card, a package, an insurance.
    Subscriptions,
    /// What is paid for running the account and for what is done with it.
    Operation,
    /// What is paid because something went wrong.
    Incidents,
}

impl FeeGroup {
    /// All of them, in the order of the statement.
    pub const ALL: [FeeGroup; 3] = [
        FeeGroup::Subscriptions,
        FeeGroup::Operation,
        FeeGroup::Incidents,
    ];

    /// The word used on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            FeeGroup::Subscriptions => "subscriptions",
            FeeGroup::Operation => "operation",
            FeeGroup::Incidents => "incidents",
        }
    }
}

/// What a fee is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fee {
    /// Having a card.
    Card,
    /// A package of services.
    Package,
    /// Banking by telephone or internet, alerts by message.
    RemoteBanking,
    /// Insurance of means of payment.
    Insurance,
    /// A safe.
    Safe,
    /// Holding securities.
    Custody,
    /// Keeping the account.
    Account,
    /// Taking out notes at another bank's machine, or abroad.
    Withdrawal,
    /// Paying in another currency or outside the zone.
    Foreign,
    /// A transfer.
    Transfer,
    /// A cheque or a cheque book.
    Cheque,
    /// A copy, a search, a certificate.
    Document,
    /// A tax that the bank passes on.
    Tax,
    /// What the words do not say more of.
    Other,
    /// Handling a payment that the account could not bear.
    Intervention,
    /// A payment refused or sent back.
    Rejection,
    /// Being overdrawn: interest, agios, a fee for it.
    Overdraft,
    /// A letter that says so.
    Letter,
    /// An order of the treasury or a court.
    Seizure,
    /// Paying late.
    Late,
}

impl Fee {
    /// The heading.
    pub fn group(self) -> FeeGroup {
        match self {
            Fee::Card
            | Fee::Package
            | Fee::RemoteBanking
            | Fee::Insurance
            | Fee::Safe
            | Fee::Custody => FeeGroup::Subscriptions,
            Fee::Account
            | Fee::Withdrawal
            | Fee::Foreign
            | Fee::Transfer
            | Fee::Cheque
            | Fee::Document
            | Fee::Tax
            | Fee::Other => FeeGroup::Operation,
            Fee::Intervention
            | Fee::Rejection
            | Fee::Overdraft
            | Fee::Letter
            | Fee::Seizure
            | Fee::Late => FeeGroup::Incidents,
        }
    }

    /// The word used on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Fee::Card => "card",
            Fee::Package => "package",
            Fee::RemoteBanking => "remoteBanking",
            Fee::Insurance => "insurance",
            Fee::Safe => "safe",
            Fee::Custody => "custody",
            Fee::Account => "account",
            Fee::Withdrawal => "withdrawal",
            Fee::Foreign => "foreign",
            Fee::Transfer => "transfer",
            Fee::Cheque => "cheque",
            Fee::Document => "document",
            Fee::Tax => "tax",
            Fee::Other => "other",
            Fee::Intervention => "intervention",
            Fee::Rejection => "rejection",
            Fee::Overdraft => "overdraft",
            Fee::Letter => "letter",
            Fee::Seizure => "seizure",
            Fee::Late => "late",
        }
    }
}

/// What a fee is taken for, by the words of its line, as printed. What says nothing is [`Fee::Other`].
pub fn fee(words: &str) -> Fee {
    let line = spaced(words);
    let found = PHRASES
        .iter()
        .find(|(_, phrases)| phrases.iter().any(|phrase| holds(&line, phrase)));
    found.map_or(Fee::Other, |(fee, _)| *fee)
}

/// Whether interest taken is the price of being overdrawn, which a yearly statement lists; interest on a loan is none.
pub fn is_overdraft_interest(words: &str) -> bool {
    let line = spaced(words);
    let is_loan = LOANS.iter().any(|phrase| holds(&line, phrase));
    !is_loan && fee(words) == Fee::Overdraft
}

/// Folded words between single spaces, the ends too.
fn spaced(words: &str) -> String {
    let folded = text::fold(words);
    let mut line = String::from(" ");
    for word in text::tokens(&folded) {
        line.push_str(word);
        line.push(' ');
    }
    line
}

/// Whether a phrase stands in the line. One that ends with `*` may end within a word.
fn holds(line: &str, phrase: &str) -> bool {
    match phrase.strip_suffix('*') {
        Some(begun) => line.contains(&format!(" {begun}")),
        None => line.contains(&format!(" {phrase} ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_are(wanted: Fee, lines: &[&str]) {
        for line in lines {
            assert_eq!(fee(line), wanted, "{line}");
        }
    }

    #[test]
    fn what_is_had_is_a_subscription() {
        all_are(
            Fee::Card,
            &[
                "COTISATION CARTE VISA PREMIER",
                "Cotisation de la carte",
                "COTIS CB 4417",
                "MASTERCARD ANNUAL FEE",
                "Kartenpreis Mastercard",
                "CUOTA TARJETA DEBITO",
                "Kosten creditcard",
            ],
        );
        all_are(
            Fee::Package,
            &[
                "COTISATION TRIMESTRIELLE FORMULE DE COMPTE",
                "F COTIS FORMULE",
                "MONTHLY SERVICE FEE",
                "CANONE MENSILE",
                "Kosten betaalpakket",
                "ABONNEMENT COMPTE",
            ],
        );
        all_are(Fee::Insurance, &["F ASSURANCE MOYENS DE PAIEMENT"]);
        all_are(
            Fee::RemoteBanking,
            &["ABONNEMENT INTERNET FIXE", "ALERTES SMS"],
        );
        all_are(Fee::Custody, &["DROITS DE GARDE 2026", "Depotentgelt"]);
        for own in [Fee::Card, Fee::Package, Fee::Insurance, Fee::Custody] {
            assert_eq!(own.group(), FeeGroup::Subscriptions);
        }
    }

    #[test]
    fn what_is_done_with_an_account_is_its_operation() {
        all_are(
            Fee::Account,
            &[
                "FRAIS TENUE DE COMPTE",
                "Frais de tenue de compte",
                "ACCOUNT MAINTENANCE FEE",
                "SERVICE CHARGE",
                "Kontoführungsentgelt",
                "ENTGELTABSCHLUSS",
                "COMISION MANTENIMIENTO CUENTA",
                "SPESE TENUTA CONTO",
            ],
        );
        all_are(
            Fee::Foreign,
            &[
                "FRAIS PAIEMENT HORS ZONE EURO 0,32",
                "NON-STERLING TRANSACTION FEE",
                "FOREIGN TRANSACTION FEE",
                "AUSLANDSEINSATZENTGELT",
            ],
        );
        all_are(
            Fee::Withdrawal,
            &["FRAIS RETRAIT DAB AUTRE BANQUE", "ATM FEE"],
        );
        all_are(
            Fee::Transfer,
            &["FRAIS VIREMENT INSTANTANE", "WIRE TRANSFER FEE"],
        );
        all_are(Fee::Document, &["FRAIS DE RECHERCHE DE DOCUMENTS"]);
        all_are(Fee::Other, &["FRAIS", "BANK CHARGES", "", "provision"]);
        for own in [Fee::Account, Fee::Foreign, Fee::Withdrawal, Fee::Other] {
            assert_eq!(own.group(), FeeGroup::Operation);
        }
    }

    #[test]
    fn what_went_wrong_is_an_incident_whatever_it_went_wrong_with() {
        all_are(
            Fee::Intervention,
            &[
                "COMMISSION D'INTERVENTION",
                "COMMISSIONS D’INTERVENTION 02/2026",
            ],
        );
        all_are(
            Fee::Rejection,
            &[
                "F FRAIS PRLV IMP 97 49EUR",
                "FRAIS REJET PRELEVEMENT",
                "FRAIS CHEQUE SANS PROVISION",
                "RETURNED ITEM FEE",
                "NSF FEE",
                "UNPAID ITEM FEE",
                "Rücklastschrift Entgelt",
            ],
        );
        all_are(
            Fee::Overdraft,
            &[
                "AGIOS DU 01/01 AU 31/03",
                "INTERETS DEBITEURS",
                "OVERDRAFT FEE",
                "Sollzinsen",
                "COMISION DESCUBIERTO",
                "Debetrente",
            ],
        );
        all_are(Fee::Letter, &["FRAIS LETTRE INFORMATION COMPTE DEBITEUR"]);
        all_are(
            Fee::Seizure,
            &["FRAIS ATD TRESOR PUBLIC", "FRAIS SAISIE ATTRIBUTION"],
        );
        all_are(Fee::Late, &["LATE PAYMENT FEE"]);
        for own in [
            Fee::Intervention,
            Fee::Rejection,
            Fee::Overdraft,
            Fee::Letter,
        ] {
            assert_eq!(own.group(), FeeGroup::Incidents);
        }
    }

    #[test]
    fn interest_on_a_loan_is_no_fee_and_interest_on_an_overdraft_is() {
        assert!(is_overdraft_interest("INTERETS DEBITEURS T3"));
        assert!(is_overdraft_interest("OVERDRAFT INTEREST"));
        assert!(!is_overdraft_interest("INTERETS PRET IMMOBILIER"));
        assert!(!is_overdraft_interest("ECHEANCE PRET 0042 DONT INTERETS"));
        assert!(!is_overdraft_interest("INTERETS 2025"));
    }

    #[test]
    fn phrases_are_written_as_lines_are_read() {
        for (_, phrases) in PHRASES {
            for phrase in *phrases {
                let plain = phrase.trim_end_matches('*');
                assert_eq!(spaced(plain).trim(), plain, "{phrase}");
            }
        }
    }
}
