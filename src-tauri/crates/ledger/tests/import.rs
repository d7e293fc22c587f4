//! Imports into a real SQLCipher file: what counts, what is known, what undo gives back.
#![allow(clippy::unwrap_used)]

use domain::{AccountId, OperationId};
use ledger::{Answers, Dropped, Error, ExportFormat, Imported, Ledger, Watch};
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

/// An OFX file of one account; each line is `day fitid amount name`, and a closing balance where `closing` is one.
fn ofx(name: &str, account: &str, lines: &[&str], closing: Option<(&str, &str)>) -> Dropped {
    let mut body = String::from(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n\n\
         <OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR\n",
    );
    body += &format!(
        "<BANKACCTFROM><BANKID>10107<ACCTID>{account}<ACCTTYPE>CHECKING</BANKACCTFROM>\n<BANKTRANLIST>\n"
    );
    for line in lines {
        let fields: Vec<&str> = line.splitn(4, ' ').collect();
        body += &format!(
            "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{}<TRNAMT>{}<FITID>{}<NAME>{}</STMTTRN>\n",
            fields[0].replace('-', ""),
            fields[2],
            fields[1],
            fields[3]
        );
    }
    body += "</BANKTRANLIST>\n";
    if let Some((amount, day)) = closing {
        body += &format!(
            "<LEDGERBAL><BALAMT>{amount}<DTASOF>{}</LEDGERBAL>\n",
            day.replace('-', "")
        );
    }
    body += "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";
    Dropped {
        name: name.to_owned(),
        bytes: body.into_bytes(),
    }
}

fn import(ledger: &Ledger, file: &Dropped) -> Imported {
    ledger
        .import(file, &Answers::none(), true, Watch::nobody())
        .unwrap()
}

fn export(ledger: &Ledger) -> String {
    let mut out = Vec::new();
    ledger.export(ExportFormat::Json, &mut out).unwrap();
    assert_eq!(
        ledger.verify().unwrap(),
        Vec::<String>::new(),
        "a ledger always verifies"
    );
    String::from_utf8(out).unwrap()
}

fn october() -> Vec<Dropped> {
    vec![
        ofx(
            "a.ofx",
            "00012345678",
            &[
                "2026-10-01 F1 -4.20 BOULANGERIE MOREL",
                "2026-10-01 F2 -4.20 BOULANGERIE MOREL",
                "2026-10-02 F3 -58.14 GRAND MARCHE",
                "2026-10-05 F4 2180.00 ATELIER NORD SALAIRE",
            ],
            Some(("3000.00", "2026-10-05")),
        ),
        ofx(
            "b.ofx",
            "00012345678",
            &[
                "2026-10-05 F4 2180.00 ATELIER NORD SALAIRE",
                "2026-10-06 F5 -24.99 VOLT ET CIE",
                "2026-10-06 F5 -12.00 VOLT ET CIE",
                "2026-10-07 F6 -9.90 CAFE DE LA GARE",
            ],
            Some(("2953.11", "2026-10-07")),
        ),
        ofx(
            "c.ofx",
            "00012345678",
            &[
                "2026-10-01 X1 -4.20 BOULANGERIE MOREL",
                "2026-10-01 X2 -4.20 BOULANGERIE MOREL",
                "2026-10-01 X3 -4.20 BOULANGERIE MOREL",
                "2026-10-02 F3 -58.14 GRAND MARCHE",
            ],
            None,
        ),
        ofx(
            "d.ofx",
            "00099999999",
            &["2026-10-02 F3 -58.14 GRAND MARCHE"],
            None,
        ),
    ]
}

#[test]
fn a_second_import_of_the_same_bytes_adds_nothing() {
    let Fixture { ledger, .. } = &fixture();
    let file = &october()[0];
    let first = import(ledger, file);
    assert_eq!(first.review.counts.new, 4);
    let before = export(ledger);
    let second = import(ledger, file);
    assert_eq!(second.operation, None, "nothing was done");
    assert_eq!(
        (second.review.counts.known, second.review.counts.new),
        (4, 0)
    );
    assert_eq!(export(ledger), before);
}

#[test]
fn two_equal_coffees_stay_two_and_a_reused_reference_is_another_entry() {
    let Fixture { ledger, .. } = &fixture();
    let files = october();
    import(ledger, &files[0]);
    assert_eq!(ledger.search("boulangerie", 10).unwrap().entries().len(), 2);
    let b = import(ledger, &files[1]);
    assert_eq!(
        (b.review.counts.new, b.review.counts.known),
        (3, 1),
        "F5 twice with two amounts is two entries"
    );
    let c = import(ledger, &files[2]);
    assert_eq!(
        (c.review.counts.new, c.review.counts.known),
        (1, 3),
        "a third equal row is a third entry"
    );
}

fn permutations(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let mut out = Vec::new();
    for shorter in permutations(n - 1) {
        for at in 0..=shorter.len() {
            let mut longer = shorter.clone();
            longer.insert(at, n - 1);
            out.push(longer);
        }
    }
    out
}

#[test]
fn any_order_of_overlapping_files_gives_the_same_export_byte_for_byte() {
    let files = october();
    let mut exports = permutations(files.len()).into_iter().map(|order| {
        let Fixture { ledger, .. } = &fixture();
        for index in order {
            import(ledger, &files[index]);
        }
        export(ledger)
    });
    let first = exports.next().unwrap();
    assert!(exports.all(|other| other == first));
}

#[test]
fn undo_in_any_order_equals_never_having_imported_and_redo_gives_all_back() {
    let files = october();
    let only_b = {
        let Fixture { ledger, .. } = &fixture();
        import(ledger, &files[1]);
        export(ledger)
    };
    for order in permutations(3) {
        let Fixture { ledger, .. } = &fixture();
        let operations: Vec<OperationId> = files
            .iter()
            .map(|file| import(ledger, file).operation.unwrap())
            .collect();
        let all = export(ledger);
        let others = [operations[0], operations[2], operations[3]];
        for index in &order {
            ledger.undo(others[*index]).unwrap();
        }
        assert_eq!(export(ledger), only_b, "undone in the order {order:?}");
        for index in order.iter().rev() {
            ledger.redo(others[*index]).unwrap();
        }
        assert_eq!(export(ledger), all, "and done again");
    }
}

#[test]
fn after_undo_the_same_file_is_new_again() {
    let Fixture { ledger, .. } = &fixture();
    let file = &october()[0];
    let first = import(ledger, file);
    let before = export(ledger);
    ledger.undo(first.operation.unwrap()).unwrap();
    assert!(ledger.accounts().unwrap().is_empty());
    let again = import(ledger, file);
    assert_eq!(again.review.counts.new, 4);
    assert_ne!(again.operation, first.operation);
    assert_eq!(export(ledger), before);
    ledger.undo(again.operation.unwrap()).unwrap();
    assert!(matches!(
        ledger.undo(again.operation.unwrap()),
        Err(Error::Refused(_))
    ));
}

#[test]
fn a_balance_is_the_nearest_stated_one_and_what_moved_since() {
    let Fixture { ledger, .. } = &fixture();
    let files = october();
    import(ledger, &files[0]);
    let held = |day: &str| {
        let on = ledger
            .balance_on(AccountId(1), day.parse().unwrap())
            .unwrap()
            .unwrap();
        (on.money.to_plain(), on.proved)
    };
    assert_eq!(held("2026-10-05"), ("3000.00".to_owned(), true));
    assert_eq!(held("2026-10-04"), ("820.00".to_owned(), false));
    assert_eq!(held("2026-09-30"), ("886.54".to_owned(), false));
    import(ledger, &files[1]);
    assert_eq!(held("2026-10-06"), ("2963.01".to_owned(), false));
    assert_eq!(held("2026-10-07"), ("2953.11".to_owned(), true));
}

#[test]
fn what_is_no_statement_changes_nothing_and_is_told() {
    let Fixture { ledger, .. } = &fixture();
    let page = Dropped {
        name: "statement.ofx".to_owned(),
        bytes: b"<html><body>Session expired</body></html>".to_vec(),
    };
    let Err(Error::InDoubt(review)) = ledger.import(&page, &Answers::none(), true, Watch::nobody())
    else {
        panic!("an error page must not import");
    };
    assert!(!review.diagnostics.is_empty());
    assert!(ledger.history().unwrap().is_empty());
}

#[test]
fn a_deleted_entry_stays_deleted_when_its_line_comes_again_and_undo_lifts_the_stone() {
    let Fixture { ledger, .. } = &fixture();
    let files = october();
    import(ledger, &files[0]);
    let before = export(ledger);
    let market = ledger.search("grand marche", 10).unwrap().entries();
    let operation = ledger.delete_entry(market[0].state.entry.id).unwrap();
    let c = import(ledger, &files[2]);
    assert!(
        ledger
            .search("grand marche", 10)
            .unwrap()
            .entries()
            .is_empty()
    );
    ledger.undo(c.operation.unwrap()).unwrap();
    ledger.undo(operation).unwrap();
    assert_eq!(export(ledger), before);
}

#[test]
fn an_import_cancelled_at_any_point_leaves_the_ledger_as_it_was() {
    let Fixture { ledger, .. } = &fixture();
    let files = october();
    import(ledger, &files[0]);
    let before = export(ledger);
    for moment in 0.. {
        let cancelled = std::sync::atomic::AtomicBool::new(false);
        let told = std::sync::atomic::AtomicUsize::new(0);
        let stop = |_, _, _| {
            if told.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == moment {
                cancelled.store(true, std::sync::atomic::Ordering::Relaxed);
            }
        };
        let watch = Watch {
            cancelled: &cancelled,
            progress: &stop,
        };
        match ledger.import(&files[1], &Answers::none(), true, watch) {
            Err(Error::Cancelled) => assert_eq!(export(ledger), before, "at {moment}"),
            done => {
                assert!(done.unwrap().operation.is_some() && moment >= 3);
                break;
            }
        }
    }
}

/// CAMT.053 of the first account's early October: `day amount status words`.
fn camt(made: u32, lines: &[&str]) -> Dropped {
    let rows: String = lines
        .iter()
        .map(|line| {
            let f: Vec<&str> = line.splitn(4, ' ').collect();
            format!(
                "<Ntry><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>{}</Sts><BookgDt><Dt>{}</Dt></BookgDt>\
                 <NtryDtls><TxDtls><RmtInf><Ustrd>{}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>",
                f[1], f[2], f[0], f[3]
            )
        })
        .collect();
    let text = format!(
        "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\
         <GrpHdr><MsgId>M{made}</MsgId><CreDtTm>2026-10-{made}T20:00:00</CreDtTm></GrpHdr><Stmt><Id>S{made}</Id>\
         <CreDtTm>2026-10-{made}T20:00:00</CreDtTm><FrToDt><FrDtTm>2026-10-01T00:00:00</FrDtTm>\
         <ToDtTm>2026-10-15T00:00:00</ToDtTm></FrToDt><Acct><Id><Othr><Id>00012345678</Id></Othr></Id><Ccy>EUR</Ccy></Acct>\
         {rows}</Stmt></BkToCstmrStmt></Document>"
    );
    Dropped {
        name: "october.xml".to_owned(),
        bytes: text.into_bytes(),
    }
}

#[test]
fn a_booking_a_day_after_its_pending_line_is_not_asked_about_in_either_order() {
    let pending = camt(16, &["2026-10-08 12.50 PDNG CAFE DE LA GARE"]);
    let booked = camt(18, &["2026-10-09 12.50 BOOK CAFE DE LA GARE"]);
    let mut exports = Vec::new();
    for order in [[&pending, &booked], [&booked, &pending]] {
        let Fixture { ledger, .. } = &fixture();
        for file in order {
            let counts = import(ledger, file).review.counts;
            assert_eq!((counts.new, counts.conflict), (1, 0));
        }
        assert_eq!(
            ledger.search("gare", 9).unwrap().entries().len(),
            1,
            "taken over"
        );
        exports.push(export(ledger));
    }
    assert_eq!(exports[0], exports[1]);
}

#[test]
fn a_row_said_to_be_another_days_counts_on_its_own_once_that_one_is_taken_back() {
    let Fixture { ledger, .. } = &fixture();
    let on = |day: &str, made: u32| {
        let line = format!("{day} 31.90 BOOK ENERGIE CLAIRE");
        camt(made, &[line.as_str()])
    };
    let mut same = Answers::none();
    same.set("conflict", "same");
    let shifted = on("2026-10-06", 17);
    let never_imported = {
        let Fixture { ledger, .. } = &fixture();
        ledger
            .import(&shifted, &same, true, Watch::nobody())
            .unwrap();
        export(ledger)
    };
    let shown = || {
        let found = ledger.search("energie", 9).unwrap().entries();
        let rows = found
            .iter()
            .map(|row| (row.state.entry.day.to_string(), row.note.clone()));
        rows.collect::<Vec<_>>()
    };
    let first = import(ledger, &on("2026-10-05", 16)).operation.unwrap();
    let review = ledger
        .preview(&shifted, &Answers::none(), Watch::nobody())
        .unwrap();
    let near = review.rows[0].near.as_ref().unwrap();
    assert_eq!(
        (near.days_before, near.line, review.doubts.conflicts),
        (1, 1, 1)
    );
    let second = ledger
        .import(&shifted, &same, true, Watch::nobody())
        .unwrap();
    assert_eq!(second.review.counts.known, 1, "said to be the same");
    let read_so = ledger.preview(&shifted, &same, Watch::nobody()).unwrap();
    assert_eq!(read_so.counts.known, 1, "the answer is remembered");

    ledger.undo(first).unwrap();
    assert_eq!(export(ledger), never_imported, "its own day again");
    let id = ledger.search("energie", 9).unwrap().entries()[0]
        .state
        .entry
        .id;
    ledger.note_entry(id, "the boiler").unwrap();
    let noted = Some("the boiler".to_owned());
    ledger.redo(first).unwrap();
    assert_eq!(shown(), [("2026-10-05".to_owned(), noted.clone())]);
    ledger.undo(second.operation.unwrap()).unwrap();
    ledger.undo(first).unwrap();
    assert!(shown().is_empty());
    ledger.redo(second.operation.unwrap()).unwrap();
    assert_eq!(shown(), [("2026-10-06".to_owned(), noted.clone())]);
    ledger.redo(first).unwrap();
    assert_eq!(
        shown(),
        [("2026-10-05".to_owned(), noted)],
        "one entry, and its note"
    );
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn rows_that_are_not_wanted_are_deleted_only_where_nothing_else_shows_their_entry() {
    let Fixture { ledger, .. } = &fixture();
    let files = october();
    let [a, b, c] = [0, 1, 2].map(|at| import(ledger, &files[at]).operation.unwrap());
    let count = || {
        let mut out = Vec::new();
        ledger.export(ExportFormat::Csv, &mut out).unwrap();
        String::from_utf8(out).unwrap().lines().count()
    };
    let deletions = |unwanted: &[(OperationId, &[u32])]| -> Vec<usize> {
        let done = ledger.delete_rows(unwanted).unwrap();
        done.iter().map(Vec::len).collect()
    };
    let all = count();
    assert_eq!(
        deletions(&[(b, &[0]), (c, &[0, 1, 3])]),
        [0, 0],
        "another shows them"
    );
    assert_eq!(count(), all);
    assert_eq!(
        deletions(&[(c, &[2, 3]), (a, &[2]), (b, &[0, 3])]),
        [2, 0, 1],
        "the third coffee and the café by one, the market by both, the salary by another"
    );
    assert_eq!(count(), all - 3);
    assert_eq!(
        deletions(&[(c, &[2, 3]), (a, &[2])]),
        [0, 0],
        "deleted already"
    );
    export(ledger);
}

#[test]
fn a_booking_that_is_left_out_of_its_import_leaves_its_pending_line_as_it_is() {
    let Fixture { ledger, .. } = &fixture();
    import(
        ledger,
        &camt(16, &["2026-10-08 12.50 PDNG CAFE DE LA GARE"]),
    );
    let before = export(ledger);
    let booked = ["2026-10-09 12.50 BOOK CAFE DE LA GARE"];
    let done = import(ledger, &camt(18, &booked)).operation.unwrap();
    let with_booking = export(ledger);
    let shown = || ledger.search("gare", 9).unwrap().entries();
    let statuses = || -> Vec<String> {
        let shown = shown().into_iter();
        shown.map(|row| row.state.entry.status).collect()
    };
    assert_eq!(statuses(), ["booked"]);
    let deletions = ledger.delete_rows(&[(done, &[0])]).unwrap();
    assert_eq!(statuses(), ["pending"]);
    assert_eq!(export(ledger), before);
    ledger.undo(deletions[0][0]).unwrap();
    assert_eq!(export(ledger), with_booking, "it is wanted after all");
    ledger.redo(deletions[0][0]).unwrap();
    assert_eq!(export(ledger), before);
    ledger.undo(done).unwrap();
    ledger.redo(done).unwrap();
    assert_eq!(
        export(ledger),
        before,
        "its import done again leaves it out"
    );
    let again = import(ledger, &camt(19, &booked));
    assert_eq!(again.review.counts.known, 1);
    assert_eq!(export(ledger), before, "so does another file with it");
}
