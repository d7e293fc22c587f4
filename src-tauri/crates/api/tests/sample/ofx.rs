//! OFX 1.0.2 as French banks still give it: SGML, one element per line, no end tags on values.

use crate::household::{Row, Way};
use crate::{Period, plain};

const HEAD: &str = "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:1252\r\n\
    COMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n";

pub(crate) fn current(period: &Period<'_>) -> String {
    let account = "<BANKACCTFROM>\r\n<BANKID>99107\r\n<BRANCHID>00042\r\n<ACCTID>04178820316\r\n<ACCTTYPE>CHECKING\r\n</BANKACCTFROM>\r\n";
    write(period, "BANK", "", account)
}

pub(crate) fn card(period: &Period<'_>) -> String {
    let account = "<CCACCTFROM>\r\n<ACCTID>XXXXXXXXXXXX4417\r\n</CCACCTFROM>\r\n";
    write(period, "CREDITCARD", "CC", account)
}

fn write(period: &Period<'_>, set: &str, prefix: &str, account: &str) -> String {
    let (from, until) = (period.from.format("%Y%m%d"), period.until.format("%Y%m%d"));
    let mut out = String::from(HEAD);
    out.push_str(&format!(
        "<OFX>\r\n<SIGNONMSGSRSV1>\r\n<SONRS>\r\n<STATUS>\r\n<CODE>0\r\n<SEVERITY>INFO\r\n</STATUS>\r\n\
         <DTSERVER>{until}200000\r\n<LANGUAGE>FRA\r\n</SONRS>\r\n</SIGNONMSGSRSV1>\r\n\
         <{set}MSGSRSV1>\r\n<{prefix}STMTTRNRS>\r\n<TRNUID>1\r\n<STATUS>\r\n<CODE>0\r\n<SEVERITY>INFO\r\n</STATUS>\r\n\
         <{prefix}STMTRS>\r\n<CURDEF>EUR\r\n{account}<BANKTRANLIST>\r\n<DTSTART>{from}\r\n<DTEND>{until}\r\n"
    ));
    for (number, row) in period.rows.iter().enumerate() {
        out.push_str(&transaction(number, row));
    }
    out.push_str(&format!(
        "</BANKTRANLIST>\r\n<LEDGERBAL>\r\n<BALAMT>{}\r\n<DTASOF>{until}\r\n</LEDGERBAL>\r\n\
         </{prefix}STMTRS>\r\n</{prefix}STMTTRNRS>\r\n</{set}MSGSRSV1>\r\n</OFX>\r\n",
        plain(period.closing())
    ));
    out
}

fn transaction(number: usize, row: &Row) -> String {
    let kind = match row.way {
        Way::Card => "POS",
        Way::Debit => "DIRECTDEBIT",
        Way::TransferIn => "CREDIT",
        Way::TransferOut => "XFER",
        Way::Cash => "ATM",
        Way::Fee => "SRVCHG",
        Way::Interest => "INT",
        Way::Settlement if row.cents < 0 => "DEBIT",
        Way::Settlement => "PAYMENT",
    };
    let day = row.day.format("%Y%m%d");
    let name = match row.way {
        Way::Card => format!("CARTE {} {}", row.day.format("%d/%m"), row.name),
        Way::Debit => format!("PRLV SEPA {}", row.name),
        Way::TransferIn => format!("VIR SEPA {}", row.name),
        Way::TransferOut => format!("VIR SEPA {}", row.name),
        _ => row.name.to_owned(),
    };
    let memo = match row.note.as_str() {
        "" => String::new(),
        note => format!("<MEMO>{note}\r\n"),
    };
    format!(
        "<STMTTRN>\r\n<TRNTYPE>{kind}\r\n<DTPOSTED>{day}\r\n<TRNAMT>{}\r\n<FITID>{day}{number:05}\r\n<NAME>{name}\r\n{memo}</STMTTRN>\r\n",
        plain(row.cents)
    )
}
