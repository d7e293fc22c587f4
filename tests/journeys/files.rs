//! Statements of one invented current account, in three formats, from the same lines.

/// One line: day, cents, words, the bank's reference.
pub(crate) type Line = (&'static str, i64, &'static str, &'static str);

/// October and the first days of November. The two coffees are two; the reference of the 20th stands twice.
pub(crate) const LINES: &[Line] = &[
    ("2026-10-01", -64_000, "QUINTARD LOYERS OCTOBRE", "R1001"),
    ("2026-10-05", 215_000, "ATELIERS MERIDOR SALAIRE", "R1005"),
    ("2026-10-09", -320, "CAFE DES TILLEULS", "R1009A"),
    ("2026-10-09", -320, "CAFE DES TILLEULS", "R1009B"),
    ("2026-10-12", -4_210, "GARAGE PERVENCHE VIDANGE", "R1012"),
    ("2026-10-14", -1_990, "ONDE MOBILE FORFAIT", "R1014"),
    ("2026-10-16", -5_735, "GRAND MARCHE", "R1016"),
    ("2026-10-20", -2_499, "VOLT ET CIE LAMPE", "R1020"),
    ("2026-10-20", -899, "VOLT ET CIE PILES", "R1020"),
    ("2026-10-28", 1_875, "VOLT ET CIE REMBOURSEMENT", "R1028"),
    ("2026-10-31", -250, "FRAIS TENUE DE COMPTE", "R1031"),
    ("2026-11-02", -7_050, "GRAND MARCHE", "R1102"),
    ("2026-11-04", -1_250, "LIBRAIRIE ORTIE", "R1104"),
];

/// What the account held on the evening of 30 September.
const OPENING: i64 = 84_317;

/// The lines between two days, both included.
pub(crate) fn lines(from: &str, until: &str) -> Vec<Line> {
    let within = LINES.iter().filter(|line| (from..=until).contains(&line.0));
    within.copied().collect()
}

fn held(until: &str) -> i64 {
    let moved = LINES.iter().filter(|line| line.0 <= until);
    OPENING + moved.map(|line| line.1).sum::<i64>()
}

fn plain(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

/// OFX 1: the bank's own references.
pub(crate) fn ofx(from: &str, until: &str) -> String {
    ofx_of(&lines(from, until), until, &plain(held(until)))
}

/// OFX 1 of any lines.
pub(crate) fn ofx_of(lines: &[Line], until: &str, closing: &str) -> String {
    let rows: String = lines
        .iter()
        .map(|(day, cents, words, reference)| {
            let day = day.replace('-', "");
            let amount = plain(*cents);
            format!("<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{day}<TRNAMT>{amount}<FITID>{reference}<NAME>{words}</STMTTRN>\n")
        })
        .collect();
    let until = until.replace('-', "");
    format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\n\
         OLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR\
         <BANKACCTFROM><BANKID>99107<BRANCHID>00042<ACCTID>04178820316<ACCTTYPE>CHECKING</BANKACCTFROM>\
         <BANKTRANLIST>\n{rows}</BANKTRANLIST><LEDGERBAL><BALAMT>{closing}<DTASOF>{until}</LEDGERBAL>\
         </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    )
}

/// CAMT.053: other references, end-to-end ids, and the lines after `booked_until` still pending.
pub(crate) fn camt(from: &str, booked_until: &str, until: &str) -> String {
    let rows: String = lines(from, until)
        .iter()
        .map(|(day, cents, words, reference)| {
            let side = if *cents < 0 { "DBIT" } else { "CRDT" };
            let status = if *day <= booked_until { "BOOK" } else { "PDNG" };
            let amount = plain(cents.abs());
            format!(
                "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd><Sts>{status}</Sts><BookgDt><Dt>{day}</Dt></BookgDt>\
                 <AcctSvcrRef>C{reference}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>{words}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
            )
        })
        .collect();
    let eve = lines("", from)
        .iter()
        .filter(|line| line.0 < from)
        .map(|line| line.1)
        .sum::<i64>()
        + OPENING;
    let balance = |code: &str, cents: i64, day: &str| {
        let side = if cents < 0 { "DBIT" } else { "CRDT" };
        let amount = plain(cents.abs());
        format!(
            "<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>"
        )
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\
         <GrpHdr><MsgId>M1</MsgId><CreDtTm>{until}T20:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id><CreDtTm>{until}T20:00:00</CreDtTm>\
         <FrToDt><FrDtTm>{from}T00:00:00</FrDtTm><ToDtTm>{booked_until}T23:59:59</ToDtTm></FrToDt>\
         <Acct><Id><IBAN>FR7699107000420417882031681</IBAN></Id><Ccy>EUR</Ccy></Acct>{}{}\n{rows}</Stmt></BkToCstmrStmt></Document>\n",
        balance("OPBD", eve, from),
        balance("CLBD", held(booked_until), booked_until)
    )
}

/// CSV: no reference at all, a running balance.
pub(crate) fn csv(from: &str, until: &str) -> String {
    let french = |cents: i64| plain(cents).replace('.', ",");
    let rows: String = lines(from, until)
        .iter()
        .scan(None, |balance, (day, cents, words, _)| {
            let before = LINES
                .iter()
                .filter(|line| line.0 < from)
                .map(|line| line.1)
                .sum::<i64>()
                + OPENING;
            let after = balance.unwrap_or(before) + cents;
            *balance = Some(after);
            let mut parts: Vec<&str> = day.split('-').collect();
            parts.reverse();
            Some(format!(
                "{};{words};{};{}\n",
                parts.join("/"),
                french(*cents),
                french(after)
            ))
        })
        .collect();
    format!("IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Libellé;Montant;Solde\n{rows}")
}
