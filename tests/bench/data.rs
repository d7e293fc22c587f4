//! Synthetic statements: seeded, invented, the same bytes in every run.

use std::fmt::Write;

use domain::NaiveDate;

/// One row.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) account: usize,
    pub(crate) day: NaiveDate,
    pub(crate) cents: i64,
    pub(crate) reference: String,
    pub(crate) name: String,
    pub(crate) memo: String,
}

const MERCHANTS: [&str; 12] = [
    "GRAND MARCHE",
    "BOULANGERIE MOREL",
    "TRANSPORTS METROPOLE",
    "VOLT ET CIE",
    "PHARMACIE DU CANAL",
    "ONDE MOBILE",
    "ENERGIE CLAIRE",
    "LIBRAIRIE DES HALLES",
    "CAFE DE LA GARE",
    "PARKING CENTRE",
    "CINECLUB",
    "ATELIER NORD",
];

/// Rows of three accounts over ten years, `n` in all; `batch` gives other references and places.
pub(crate) fn rows(n: usize, batch: usize) -> Vec<Row> {
    rows_of(
        n,
        batch,
        NaiveDate::from_ymd_opt(2016, 1, 1).unwrap_or_default(),
        3650,
    )
}

/// The rows of the five weeks after those ten years.
pub(crate) fn later_rows(n: usize, batch: usize) -> Vec<Row> {
    rows_of(
        n,
        batch,
        NaiveDate::from_ymd_opt(2025, 12, 29).unwrap_or_default(),
        35,
    )
}

fn rows_of(n: usize, batch: usize, first: NaiveDate, days_in_all: u64) -> Vec<Row> {
    let mut seed =
        0x9E37_79B9_7F4A_7C15u64 ^ (batch as u64 + 1).wrapping_mul(0xD134_2543_DE82_EF95);
    let mut random = move |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % below
    };
    (0..n)
        .map(|i| {
            let days = i as u64 * days_in_all / n as u64;
            let merchant = random(MERCHANTS.len() as u64) as usize;
            let place = random(400);
            let name = MERCHANTS.get(merchant).copied().unwrap_or("GRAND MARCHE");
            Row {
                account: i % 3,
                day: first + chrono::Days::new(days),
                cents: if random(20) == 0 {
                    218_000
                } else {
                    -(random(20_000) as i64) - 100
                },
                reference: format!("{batch:02}{i:08}"),
                name: format!("{name} {place:03}"),
                memo: format!("CARTE {:02}/{:02} X4417", 1 + days % 28, 1 + days / 30 % 12),
            }
        })
        .collect()
}

/// The rows as one OFX 1.02 file of three accounts, with closing balances.
pub(crate) fn ofx(rows: &[Row]) -> String {
    let mut out = String::with_capacity(rows.len() * 170);
    out.push_str("OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX>\n<BANKMSGSRSV1>\n");
    for account in 0..3 {
        let _ = writeln!(
            out,
            "<STMTTRNRS><TRNUID>{account}<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>10107<ACCTID>0000000000{account}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>"
        );
        let mut total = 0;
        for row in rows.iter().filter(|row| row.account == account) {
            total += row.cents;
            let _ = writeln!(
                out,
                "<STMTTRN>\n<TRNTYPE>OTHER\n<DTPOSTED>{}\n<TRNAMT>{}\n<FITID>{}\n<NAME>{}\n<MEMO>{}\n</STMTTRN>",
                row.day.format("%Y%m%d"),
                decimal(row.cents),
                row.reference,
                row.name,
                row.memo
            );
        }
        let _ = writeln!(
            out,
            "</BANKTRANLIST><LEDGERBAL><BALAMT>{}<DTASOF>20251231</LEDGERBAL></STMTRS></STMTTRNRS>",
            decimal(total)
        );
    }
    out.push_str("</BANKMSGSRSV1>\n</OFX>\n");
    out
}

/// Cents as a decimal with a point.
pub(crate) fn decimal(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}
