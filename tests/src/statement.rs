//! The statement that the window's journeys drop: one month of an invented person's current account.

use std::fs;
use std::path::{Path, PathBuf};

/// One line of it, oldest first: day, amount, name, memo.
const LINES: [(&str, &str, &str, &str); 6] = [
    ("20261002", "-24.99", "VOLT ET CIE", "CB 4417 FACT 021026"),
    (
        "20261005",
        "2150.00",
        "ATELIERS MERIDOR",
        "SALAIRE SEPTEMBRE",
    ),
    ("20261009", "-3.20", "CAFE DES TILLEULS", ""),
    ("20261009", "-3.20", "CAFE DES TILLEULS", ""),
    ("20261012", "-612.40", "QUINTARD LOYERS", "LOYER OCTOBRE"),
    ("20261028", "18.75", "VOLT ET CIE", "REMBOURSEMENT"),
];

/// How many entries it brings.
pub const COUNT: usize = LINES.len();

/// What each amount is, without its sign and grouping.
pub const AMOUNTS: [&str; COUNT] = ["24.99", "2,150.00", "3.20", "3.20", "612.40", "18.75"];

/// The same, as a screen reader says them.
pub const SPOKEN: [&str; COUNT] = [
    "24 euros 99",
    "2,150 euros",
    "3 euros 20",
    "3 euros 20",
    "612 euros 40",
    "18 euros 75",
];

/// The closing balance, as a window in English writes it.
pub const BALANCE: &str = "1,506.21";

/// What must never be found outside the ledger's encryption: payees, amounts and the account.
pub const SECRETS: [&str; 8] = [
    "VOLT ET CIE",
    "MERIDOR",
    "TILLEULS",
    "QUINTARD",
    "2150.00",
    "612.40",
    "1506.21",
    "00047715903",
];

/// The statement in OFX 1, as a bank's site gives it.
pub fn ofx() -> String {
    let lines: String = LINES
        .iter()
        .enumerate()
        .map(|(at, (day, amount, name, memo))| {
            entry(day, amount, &format!("OCT26{at:04}"), name, memo)
        })
        .collect();
    around(&lines, "20261001", "20261031", "1506.21")
}

/// A statement of the same account with other lines.
pub fn around(lines: &str, from: &str, until: &str, closing: &str) -> String {
    format!(
        "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:1252\r\nCOMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n\
<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20261101080000<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>\r\n\
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>EUR\r\n\
<BANKACCTFROM><BANKID>30042<BRANCHID>00815<ACCTID>00047715903<ACCTTYPE>CHECKING</BANKACCTFROM>\r\n\
<BANKTRANLIST><DTSTART>{from}<DTEND>{until}\r\n{lines}</BANKTRANLIST>\r\n\
<LEDGERBAL><BALAMT>{closing}<DTASOF>{until}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\r\n"
    )
}

/// One line: day as `YYYYMMDD`, amount, the bank's reference, name, memo.
pub fn entry(day: &str, amount: &str, reference: &str, name: &str, memo: &str) -> String {
    let kind = if amount.starts_with('-') {
        "DEBIT"
    } else {
        "CREDIT"
    };
    let memo = if memo.is_empty() {
        String::new()
    } else {
        format!("<MEMO>{memo}")
    };
    format!(
        "<STMTTRN><TRNTYPE>{kind}<DTPOSTED>{day}<TRNAMT>{amount}<FITID>{reference}<NAME>{name}{memo}</STMTTRN>\r\n"
    )
}

/// Writes the statement into a folder, where a person would have put it.
///
/// # Panics
/// The folder cannot be written.
pub fn write(folder: &Path) -> PathBuf {
    let file = folder.join("october.ofx");
    fs::write(&file, ofx()).expect("a folder of ours");
    file
}
