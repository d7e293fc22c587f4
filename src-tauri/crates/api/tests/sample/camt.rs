//! CAMT.053.001.02, one `Stmt` per month, each with its opening and closing balance.

use crate::household::{Row, Way};
use crate::{Period, plain};

/// FR, check digits, bank 99107, branch 00042, account 04178820316, key 81.
const IBAN: &str = "FR7699107000420417882031681";

pub(crate) fn write(periods: &[Period<'_>]) -> String {
    let last = periods.last().unwrap().until;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">\n\
         <BkToCstmrStmt>\n<GrpHdr><MsgId>RELEVE-{last}</MsgId><CreDtTm>{last}T20:00:00</CreDtTm></GrpHdr>\n"
    );
    for period in periods {
        statement(period, &mut out);
    }
    out.push_str("</BkToCstmrStmt>\n</Document>\n");
    out
}

fn statement(period: &Period<'_>, out: &mut String) {
    let (from, until) = (period.from, period.until);
    let before = from.pred_opt().unwrap();
    out.push_str(&format!(
        "<Stmt>\n<Id>{}</Id><CreDtTm>{until}T20:00:00</CreDtTm>\
         <FrToDt><FrDtTm>{from}T00:00:00</FrDtTm><ToDtTm>{until}T23:59:59</ToDtTm></FrToDt>\n\
         <Acct><Id><IBAN>{IBAN}</IBAN></Id><Ccy>EUR</Ccy><Nm>Compte courant</Nm>\
         <Svcr><FinInstnId><Nm>Credit des Monts</Nm></FinInstnId></Svcr></Acct>\n",
        from.format("%Y%m")
    ));
    balance("OPBD", period.opening, &before.to_string(), out);
    balance("CLBD", period.closing(), &until.to_string(), out);
    for (number, row) in period.rows.iter().enumerate() {
        entry(number, row, out);
    }
    out.push_str("</Stmt>\n");
}

fn balance(code: &str, cents: i64, day: &str, out: &mut String) {
    out.push_str(&format!(
        "<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>\n",
        plain(cents.abs()),
        side(cents)
    ));
}

fn side(cents: i64) -> &'static str {
    if cents < 0 { "DBIT" } else { "CRDT" }
}

fn entry(number: usize, row: &Row, out: &mut String) {
    let (domain, family, part) = match row.way {
        Way::Card => ("PMNT", "CCRD", "POSD"),
        Way::Debit => ("PMNT", "RDDT", "ESDD"),
        Way::TransferIn => ("PMNT", "RCDT", "ESCT"),
        Way::TransferOut => ("PMNT", "ICDT", "STDO"),
        Way::Cash => ("PMNT", "CCRD", "CWDL"),
        Way::Fee => ("ACMT", "MDOP", "CHRG"),
        Way::Interest => ("ACMT", "MCOP", "INTR"),
        Way::Settlement => ("PMNT", "CCRD", "OTHR"),
    };
    let day = row.day;
    let text = match row.way {
        Way::Card => format!("CARTE {} {}", day.format("%d/%m"), row.name),
        Way::Debit => format!("PRLV SEPA {}", row.name),
        Way::TransferIn | Way::TransferOut => format!("VIR SEPA {}", row.name),
        _ => row.name.to_owned(),
    };
    let note = match row.note.as_str() {
        "" => String::new(),
        note => format!("<Ustrd>{note}</Ustrd>"),
    };
    let party = match row.way {
        Way::Debit | Way::TransferOut => {
            format!("<RltdPties><Cdtr><Nm>{}</Nm></Cdtr></RltdPties>", row.name)
        }
        Way::TransferIn => format!("<RltdPties><Dbtr><Nm>{}</Nm></Dbtr></RltdPties>", row.name),
        _ => String::new(),
    };
    out.push_str(&format!(
        "<Ntry><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt>\
         <AcctSvcrRef>{}{number:05}</AcctSvcrRef><BkTxCd><Domn><Cd>{domain}</Cd><Fmly><Cd>{family}</Cd><SubFmlyCd>{part}</SubFmlyCd></Fmly></Domn></BkTxCd>\
         <NtryDtls><TxDtls>{party}<RmtInf><Ustrd>{text}</Ustrd>{note}</RmtInf></TxDtls></NtryDtls></Ntry>\n",
        plain(row.cents.abs()),
        side(row.cents),
        day.format("%Y%m%d")
    ));
}
