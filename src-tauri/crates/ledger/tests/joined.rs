//! Entries that another row takes over, or that a document shows to be one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use ledger::{Answers, Dropped, ExportFormat, Imported, Ledger, Watch};
use vault::Key;

struct Fixture {
    _folder: tempfile::TempDir,
    ledger: Ledger,
}

fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
    Fixture {
        _folder: folder,
        ledger,
    }
}

/// OFX of one account: `day fitid amount words`.
fn ofx(lines: &[&str], made: &str) -> Dropped {
    let rows: String = lines
        .iter()
        .map(|line| {
            let f: Vec<&str> = line.splitn(4, ' ').collect();
            let day = f[0].replace('-', "");
            format!(
                "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{day}<TRNAMT>{}<FITID>{}<NAME>{}</STMTTRN>\n",
                f[2], f[1], f[3]
            )
        })
        .collect();
    file(
        "releve.ofx",
        &format!(
            "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n\
             <BANKACCTFROM><BANKID>10107<ACCTID>00012345678<ACCTTYPE>CHECKING</BANKACCTFROM>\n<BANKTRANLIST>\n{rows}</BANKTRANLIST>\n\
             <LEDGERBAL><BALAMT>1.00<DTASOF>{made}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
        ),
    )
}

fn file(name: &str, text: &str) -> Dropped {
    Dropped {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

fn import(ledger: &Ledger, file: &Dropped) -> Imported {
    let done = ledger.import(file, &Answers::none(), true, Watch::nobody());
    done.unwrap()
}

fn export(ledger: &Ledger) -> String {
    let mut out = Vec::new();
    ledger.export(ExportFormat::Json, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// CAMT.053 of the first account: `day reference amount status words`.
fn camt(lines: &[&str]) -> Dropped {
    let rows: String = lines
        .iter()
        .map(|line| {
            let f: Vec<&str> = line.splitn(5, ' ').collect();
            format!(
                "<Ntry><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>{}</Sts><BookgDt><Dt>{}</Dt></BookgDt>\
                 <AcctSvcrRef>{}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>{}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>",
                f[2], f[3], f[0], f[1], f[4]
            )
        })
        .collect();
    file(
        "releve.xml",
        &format!(
            "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\
             <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-10-20T20:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id>\
             <CreDtTm>2026-10-20T20:00:00</CreDtTm><Acct><Id><Othr><Id>00012345678</Id></Othr></Id><Ccy>EUR</Ccy></Acct>{rows}</Stmt>\
             </BkToCstmrStmt></Document>"
        ),
    )
}

#[test]
fn a_pending_line_stays_taken_over_when_its_booking_is_deleted() {
    let Fixture { ledger, .. } = &fixture();
    import(ledger, &camt(&["2026-10-01 P1 12.50 PDNG CAFE DE LA GARE"]));
    let booked = ["2026-10-03 F7 -12.50 CAFE DE LA GARE"];
    import(ledger, &ofx(&booked, "20261003"));
    let found = ledger.search("gare", 9).unwrap().entries();
    assert_eq!(found.len(), 1, "the booking took it over");
    ledger.delete_entry(found[0].state.entry.id).unwrap();
    let more = ["2026-10-04 F8 -1.00 PRESSE DU QUAI"];
    import(ledger, &ofx(&more, "20261004"));
    assert!(
        ledger.search("gare", 9).unwrap().entries().is_empty(),
        "what was deleted does not come back as pending"
    );
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn two_entries_that_a_document_showed_to_be_one_are_themselves_again_when_it_goes() {
    let Fixture { ledger, .. } = &fixture();
    import(
        ledger,
        &ofx(&["2026-10-01 R1 -12.50 CARTE 4711"], "20261001"),
    );
    import(
        ledger,
        &ofx(&["2026-10-01 X9 -12.50 CAFE DE LA GARE"], "20261001"),
    );
    let gare = ledger.search("gare", 9).unwrap().entries()[0]
        .state
        .entry
        .id;
    ledger.delete_entry(gare).unwrap();
    let before = export(ledger);
    let both = camt(&["2026-10-01 R1 12.50 BOOK CAFE DE LA GARE"]);
    let operation = import(ledger, &both).operation.unwrap();
    ledger.undo(operation).unwrap();
    assert_eq!(export(ledger), before, "what was deleted is deleted still");
}

#[test]
fn what_was_said_of_two_entries_stays_with_each_when_a_document_that_joined_them_goes() {
    let card = ["2026-10-01 R1 -12.50 CARTE 4711"];
    let shop = ["2026-10-01 X9 -12.50 CAFE DE LA GARE"];
    for lines in [[card, shop], [shop, card]] {
        let Fixture { ledger, .. } = &fixture();
        let files = lines.map(|line| {
            let file = ofx(&line, "20261001");
            import(ledger, &file).operation.unwrap()
        });
        for word in ["4711", "gare"] {
            let found = ledger.search(word, 9).unwrap().entries();
            ledger.note_entry(found[0].state.entry.id, word).unwrap();
        }
        let before = export(ledger);
        let both = camt(&["2026-10-01 R1 12.50 BOOK CAFE DE LA GARE"]);
        let joined = import(ledger, &both).operation.unwrap();
        assert_ne!(export(ledger), before, "the two are one");
        // A file that comes while they are one is of the entry that it shows.
        let again = ofx(&card, "20261002");
        let again = import(ledger, &again).operation.unwrap();
        for (first, second) in [(joined, again), (again, joined)] {
            ledger.undo(first).unwrap();
            assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
            ledger.undo(second).unwrap();
            assert_eq!(export(ledger), before);
            ledger.redo(second).unwrap();
            ledger.redo(first).unwrap();
        }
        assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
        // Whichever of the files stays alone, its entry bears what was said of it.
        for order in [[joined, files[0], files[1]], [joined, files[1], files[0]]] {
            for import in order {
                ledger.undo(import).unwrap();
            }
            let found = ledger.search("4711", 9).unwrap().entries();
            assert_eq!(found[0].note.as_deref(), Some("4711"));
            assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
            for import in order.into_iter().rev() {
                ledger.redo(import).unwrap();
            }
        }
    }
}
