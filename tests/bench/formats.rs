//! The same rows in the formats that are read: invented, the same bytes in every run.

use std::fmt::Write;

use crate::data::{Row, decimal};

/// The rows as OFX 2.2 (XML), three accounts.
pub(crate) fn ofx2(rows: &[Row]) -> String {
    let mut out = String::with_capacity(rows.len() * 240);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"220\" SECURITY=\"NONE\" OLDFILEUID=\"NONE\" NEWFILEUID=\"NONE\"?>\n<OFX><BANKMSGSRSV1>\n");
    for account in 0..3 {
        let _ = writeln!(
            out,
            "<STMTTRNRS><TRNUID>{account}</TRNUID><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><BANKID>10107</BANKID><ACCTID>0000000000{account}</ACCTID><ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM><BANKTRANLIST>"
        );
        for row in rows.iter().filter(|row| row.account == account) {
            let _ = writeln!(
                out,
                "<STMTTRN><TRNTYPE>OTHER</TRNTYPE><DTPOSTED>{}</DTPOSTED><TRNAMT>{}</TRNAMT><FITID>{}</FITID><NAME>{}</NAME><MEMO>{}</MEMO></STMTTRN>",
                row.day.format("%Y%m%d"),
                decimal(row.cents),
                row.reference,
                row.name,
                row.memo
            );
        }
        let _ = writeln!(
            out,
            "</BANKTRANLIST><LEDGERBAL><BALAMT>{}</BALAMT><DTASOF>20251231</DTASOF></LEDGERBAL></STMTRS></STMTTRNRS>",
            decimal(total(rows, account))
        );
    }
    out.push_str("</BANKMSGSRSV1></OFX>\n");
    out
}

/// The rows as one QIF register.
pub(crate) fn qif(rows: &[Row]) -> String {
    let mut out = String::with_capacity(rows.len() * 90);
    out.push_str("!Type:Bank\n");
    for row in rows {
        let _ = writeln!(
            out,
            "D{}\nT{}\nN{}\nP{}\nM{}\n^",
            row.day.format("%m/%d/%Y"),
            decimal(row.cents),
            row.reference,
            row.name,
            row.memo
        );
    }
    out
}

/// The rows as MT940, one message for each account.
pub(crate) fn mt940(rows: &[Row]) -> String {
    let mut out = String::with_capacity(rows.len() * 100);
    for account in 0..3 {
        let _ = write!(
            out,
            ":20:BENCH{account}\r\n:25:37040044/000000000{account}\r\n:28C:1/1\r\n:60F:C160101EUR0,00\r\n"
        );
        for row in rows.iter().filter(|row| row.account == account) {
            let mark = if row.cents < 0 { 'D' } else { 'C' };
            let cents = row.cents.abs();
            let _ = write!(
                out,
                ":61:{}{}{mark}{},{:02}NMSC{}\r\n:86:005?00OTHER?20{}?32{}\r\n",
                row.day.format("%y%m%d"),
                row.day.format("%m%d"),
                cents / 100,
                cents % 100,
                row.reference,
                row.memo,
                row.name
            );
        }
        let closing = total(rows, account);
        let mark = if closing < 0 { 'D' } else { 'C' };
        let cents = closing.abs();
        let _ = write!(
            out,
            ":62F:{mark}251231EUR{},{:02}\r\n-\r\n",
            cents / 100,
            cents % 100
        );
    }
    out
}

/// The rows as CAMT.053 version 8, one statement for each account.
pub(crate) fn camt(rows: &[Row]) -> String {
    let mut out = String::with_capacity(rows.len() * 640);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>\n<GrpHdr><MsgId>BENCH</MsgId><CreDtTm>2026-01-01T00:00:00</CreDtTm></GrpHdr>\n");
    for account in 0..3 {
        let _ = writeln!(
            out,
            "<Stmt><Id>S{account}</Id><Acct><Id><Othr><Id>0000000000{account}</Id></Othr></Id><Ccy>EUR</Ccy></Acct>\n<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2016-01-01</Dt></Dt></Bal>"
        );
        camt_balance(&mut out, total(rows, account));
        for row in rows.iter().filter(|row| row.account == account) {
            let (mark, party) = if row.cents < 0 {
                ("DBIT", "Cdtr")
            } else {
                ("CRDT", "Dbtr")
            };
            let _ = writeln!(
                out,
                "<Ntry><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{mark}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{}</Dt></BookgDt><ValDt><Dt>{}</Dt></ValDt><AcctSvcrRef>{}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>CCRD</Cd><SubFmlyCd>POSD</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><{party}><Pty><Nm>{}</Nm></Pty></{party}></RltdPties><RmtInf><Ustrd>{}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>",
                decimal(row.cents.abs()),
                row.day,
                row.day,
                row.reference,
                row.name,
                row.memo
            );
        }
        out.push_str("</Stmt>\n");
    }
    out.push_str("</BkToCstmrStmt></Document>\n");
    out
}

fn camt_balance(out: &mut String, cents: i64) {
    let mark = if cents < 0 { "DBIT" } else { "CRDT" };
    let _ = writeln!(
        out,
        "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{mark}</CdtDbtInd><Dt><Dt>2025-12-31</Dt></Dt></Bal>",
        decimal(cents.abs())
    );
}

/// The rows as CSV with a header, everything about it left to be found out.
pub(crate) fn csv(rows: &[Row]) -> String {
    let mut out = String::with_capacity(rows.len() * 130);
    out.push_str("Account;Booking date;Value date;Reference;Payee;Description;Amount;Currency\r\n");
    for row in rows {
        let cents = row.cents.abs();
        let sign = if row.cents < 0 { "-" } else { "" };
        let day = row.day.format("%d.%m.%Y");
        let _ = write!(
            out,
            "0000000000{};{day};{day};{};{};\"{}\";{sign}{},{:02};EUR\r\n",
            row.account,
            row.reference,
            row.name,
            row.memo,
            cents / 100,
            cents % 100
        );
    }
    out
}

fn total(rows: &[Row], account: usize) -> i64 {
    let of = rows.iter().filter(|row| row.account == account);
    of.map(|row| row.cents).sum()
}
