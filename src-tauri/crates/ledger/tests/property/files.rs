//! Small statements of two invented accounts, written in three formats.

use ledger::Dropped;
use proptest::prelude::*;

pub(crate) const TEXTS: [&str; 4] = [
    "BOULANGERIE MOREL",
    "GRAND MARCHE",
    "VOLT ET CIE",
    "VIR LIVRET A",
];
/// What leaves one account may arrive in the other.
const AMOUNTS: [i64; 4] = [-420, -1_250, 3_000, -3_000];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Camt,
    Ofx,
    Csv,
}

/// A row; a format that has no field for something leaves it out, as banks do.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) day: u32,
    /// The day on which it counts: its own, or that of the line which the user said it is.
    pub(crate) counted: u32,
    pub(crate) cents: i64,
    pub(crate) text: usize,
    pub(crate) reference: Option<u8>,
    pub(crate) end_to_end: Option<u8>,
    pub(crate) pending: bool,
    /// The reference of the line that this one corrects, and whether it only deletes it.
    pub(crate) corrects: Option<(u8, bool)>,
}

#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) format: Format,
    pub(crate) account: usize,
    pub(crate) rows: Vec<Row>,
    /// Tells files with the same rows apart, and orders sets of pending lines.
    pub(crate) made: u32,
    pub(crate) closing: Option<i64>,
}

fn row() -> impl Strategy<Value = Row> {
    let reference = || prop_oneof![2 => Just(None), 3 => (1u8..4).prop_map(Some)];
    let corrects = prop_oneof![12 => Just(None), 1 => ((1u8..4), any::<bool>()).prop_map(Some)];
    let what = (1u32..4, 0usize..4, 0usize..4);
    (
        what,
        reference(),
        reference(),
        prop::bool::weighted(0.3),
        corrects,
    )
        .prop_map(
            |((day, amount, text), reference, end_to_end, pending, corrects)| Row {
                day,
                counted: day,
                cents: AMOUNTS[amount],
                text,
                reference,
                end_to_end,
                pending,
                corrects,
            },
        )
}

/// Files whose rows are drawn from one common pool, so that they overlap.
pub(crate) fn files() -> impl Strategy<Value = Vec<File>> {
    let pool = prop::collection::vec(row(), 2..6);
    let format = prop_oneof![Just(Format::Camt), Just(Format::Ofx), Just(Format::Csv)];
    let picks = prop::collection::vec(any::<prop::sample::Index>(), 1..6);
    let account = prop_oneof![2 => Just(0usize), 1 => Just(1usize)];
    let closing = prop::option::of(-9_000i64..9_000);
    let shape = prop::collection::vec((format, picks, account, closing), 2..5);
    (pool, shape).prop_map(|(pool, shapes)| {
        let made = 10..;
        let file = |(made, (format, picks, account, closing)): (
            u32,
            (Format, Vec<prop::sample::Index>, usize, Option<i64>),
        )| {
            let mut rows: Vec<Row> = picks.iter().map(|pick| pick.get(&pool).clone()).collect();
            for row in &mut rows {
                row.told_by(format);
            }
            File {
                format,
                account,
                rows,
                made,
                closing,
            }
        };
        made.zip(shapes).map(file).collect()
    })
}

impl Row {
    fn told_by(&mut self, format: Format) {
        if format != Format::Camt {
            self.end_to_end = None;
            self.pending = false;
        }
        if format != Format::Ofx || self.reference.is_none() {
            self.corrects = None;
        }
        if format == Format::Csv {
            self.reference = None;
        }
    }
}

fn plain(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

impl File {
    /// First and last day of its rows.
    pub(crate) fn covers(&self) -> (u32, u32) {
        let days = || self.rows.iter().map(|row| row.day);
        (days().min().unwrap(), days().max().unwrap())
    }

    fn number(&self) -> &'static str {
        ["04178820316", "55512340987"][self.account]
    }

    fn iban(&self) -> String {
        format!("FR769910700042{}81", self.number())
    }

    pub(crate) fn dropped(&self) -> Dropped {
        let (name, text) = match self.format {
            Format::Ofx => ("statement.ofx", self.ofx()),
            Format::Camt => ("statement.xml", self.camt()),
            Format::Csv => ("statement.csv", self.csv()),
        };
        Dropped {
            name: name.to_owned(),
            bytes: text.into_bytes(),
        }
    }

    fn ofx(&self) -> String {
        let rows: String = self.rows.iter().map(|row| {
            let reference = row.reference.map_or("0".to_owned(), |reference| format!("R{reference}"));
            let corrects = row.corrects.map_or(String::new(), |(what, deletes)| {
                format!("<CORRECTFITID>R{what}<CORRECTACTION>{}", if deletes { "DELETE" } else { "REPLACE" })
            });
            format!(
                "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>202610{:02}<TRNAMT>{}<FITID>{reference}{corrects}<NAME>{}</STMTTRN>\n",
                row.day, plain(row.cents), TEXTS[row.text]
            )
        }).collect();
        let closing = self.closing.map_or(String::new(), |cents| {
            format!(
                "<LEDGERBAL><BALAMT>{}<DTASOF>202610{:02}</LEDGERBAL>",
                plain(cents),
                self.made
            )
        });
        format!(
            "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\n\
             OLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>{}<STMTRS><CURDEF>EUR\
             <BANKACCTFROM><BANKID>99107<BRANCHID>00042<ACCTID>{}<ACCTTYPE>CHECKING</BANKACCTFROM>\
             <BANKTRANLIST>\n{rows}</BANKTRANLIST>{closing}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n",
            self.made,
            self.number()
        )
    }

    fn camt(&self) -> String {
        let side = |cents: i64| if cents < 0 { "DBIT" } else { "CRDT" };
        let rows: String = self.rows.iter().map(|row| {
            let status = if row.pending { "PDNG" } else { "BOOK" };
            let reference = row.reference.map_or(String::new(), |reference| format!("<AcctSvcrRef>R{reference}</AcctSvcrRef>"));
            let end_to_end = row.end_to_end.map_or(String::new(), |id| format!("<Refs><EndToEndId>E{id}</EndToEndId></Refs>"));
            format!(
                "<Ntry><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{}</CdtDbtInd><Sts>{status}</Sts><BookgDt><Dt>2026-10-{:02}</Dt></BookgDt>\
                 {reference}<NtryDtls><TxDtls>{end_to_end}<RmtInf><Ustrd>{}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n",
                plain(row.cents.abs()), side(row.cents), row.day, TEXTS[row.text]
            )
        }).collect();
        let closing = self.closing.map_or(String::new(), |cents| format!(
            "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{}</CdtDbtInd><Dt><Dt>2026-10-{:02}</Dt></Dt></Bal>",
            plain(cents.abs()), side(cents), self.made
        ));
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\
             <GrpHdr><MsgId>M{0}</MsgId><CreDtTm>2026-10-{0:02}T20:00:00</CreDtTm></GrpHdr><Stmt><Id>S{0}</Id>\
             <CreDtTm>2026-10-{0:02}T20:00:00</CreDtTm><Acct><Id><IBAN>{1}</IBAN></Id><Ccy>EUR</Ccy></Acct>{closing}\n{rows}</Stmt></BkToCstmrStmt></Document>\n",
            self.made,
            self.iban()
        )
    }

    fn csv(&self) -> String {
        let rows: String = self
            .rows
            .iter()
            .map(|row| {
                format!(
                    "2026-10-{:02};{};{}\n",
                    row.day,
                    TEXTS[row.text],
                    plain(row.cents)
                )
            })
            .collect();
        format!(
            "IBAN;{}\nDevise;EUR\nEdition;{}\n\nDate;Libelle;Montant\n{rows}",
            self.iban(),
            self.made
        )
    }
}
