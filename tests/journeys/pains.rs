//! What hurts people in other programs when they import, each as one scenario, and what the thread tells that it comes from.
//! P7, P8, P16 and P17 are about receipts and refunds (`receipts.rs`), P9 about banks that close their doors, P10 about keys
//! (`door.rs`).

use std::path::Path;

use api::imports::FileAnswers;
use serde_json::Value;

use crate::files::{csv, lines, ofx, ofx_of};
use crate::terminal::Terminal;

/// A table of one account: a heading, and rows of day, words, amount.
fn table(rows: &[&str]) -> String {
    let rows: String = rows.iter().map(|row| format!("{row}\n")).collect();
    format!("IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Libellé;Montant\n{rows}")
}

fn entries(terminal: &Terminal) -> Vec<Value> {
    let all = terminal.foil(&["export", "--to", "json"]).json();
    all["accounts"][0]["entries"]
        .as_array()
        .cloned()
        .unwrap_or_default()
}

fn amounts(terminal: &Terminal) -> Vec<String> {
    let rows = entries(terminal);
    rows.iter()
        .map(|row| row["amount"].as_str().unwrap().to_owned())
        .collect()
}

fn id_of(terminal: &Terminal, words: &str) -> String {
    let found = terminal.foil(&["search", "--json", words]).json();
    found[0]["id"].to_string()
}

/// P1: firefly-iii#1556, and #2952: two purchases of one price on one day in one shop, and the evening's is refused because
/// "it already exists".
#[test]
fn p1_equal_rows_of_one_file_are_all_kept_and_stay_so_when_the_file_comes_again_in_another_format()
{
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("a.ofx", ofx("2026-10-09", "2026-10-09")));
    assert_eq!(terminal.count(), 2, "two coffees");
    terminal.import(&terminal.file("a.csv", csv("2026-10-09", "2026-10-09")));
    assert_eq!(terminal.count(), 2, "still two");
    terminal.verify();
}

/// P1b: actual#608: a file of August with one payment of 1.50, a file of September with two; afterwards there are two, and
/// August's bears September's date.
#[test]
fn p1b_the_next_months_payments_of_the_same_amount_never_take_the_place_of_an_earlier_one() {
    let terminal = Terminal::with_ledger();
    let august = table(&["20/08/2023;SALAIRE;900,00", "30/08/2023;CAFE;-1,50"]);
    let september = table(&[
        "01/09/2023;CAFE;-1,50",
        "01/09/2023;CAFE;-1,50",
        "20/09/2023;SALAIRE;900,00",
    ]);
    terminal.import(&terminal.file("aug.csv", august));
    terminal.import(&terminal.file("sep.csv", september));
    let rows = entries(&terminal);
    let coffees = rows.iter().filter(|row| row["amount"] == "-1.50");
    let days: Vec<&str> = coffees
        .map(|row| row["bookingDate"].as_str().unwrap())
        .collect();
    assert_eq!(days, ["2023-08-30", "2023-09-01", "2023-09-01"]);
}

/// P1b: actual#5627: an account that pays the same interest every day loses days.
#[test]
fn p1b_the_same_interest_on_following_days_is_as_many_entries() {
    let terminal = Terminal::with_ledger();
    let days = [
        ("2026-10-01", 12, "INTERETS CREDITEURS", "I1"),
        ("2026-10-02", 12, "INTERETS CREDITEURS", "I2"),
        ("2026-10-03", 12, "INTERETS CREDITEURS", "I3"),
    ];
    terminal.import(&terminal.file("a.ofx", ofx_of(&days, "2026-10-03", "0.36")));
    terminal.import(&terminal.file("b.ofx", ofx_of(&days[1..], "2026-10-04", "0.36")));
    assert_eq!(terminal.count(), 3);
}

/// P1b: actual#2432, #2668: a row that lies near another one of the same amount is merged with it and is gone.
#[test]
fn p1b_a_row_a_day_away_is_asked_about_and_stays_until_the_user_says_that_it_is_the_same() {
    let terminal = Terminal::with_ledger();
    let on = |day: &str| table(&["01/10/2026;SALAIRE;900,00", day, "31/10/2026;LOYER;-650,00"]);
    terminal.import(&terminal.file("a.csv", on("13/10/2026;PRLV ENERGIE;-74,30")));
    let shifted = terminal.file("b.csv", on("14/10/2026;PRLV ENERGIE;-74,30"));
    let shifted = shifted.to_str().unwrap();
    let asked = terminal.foil(&["import", "--json", shifted]);
    assert_eq!(
        (asked.status, terminal.count()),
        (2, 3),
        "asked, and nothing changed"
    );
    assert_eq!(asked.json()["counts"]["conflict"], 1);
    let shown = terminal.foil(&["import", "--dry-run", shifted]).out;
    let both = ["a.csv:6  2026-10-13", "b.csv:6  2026-10-14"];
    assert!(both.iter().all(|line| shown.contains(line)), "{shown}");
    let same = [
        "import",
        "--json",
        "--yes",
        "--answer",
        "conflict=same",
        shifted,
    ];
    let done = terminal.foil(&same).json();
    assert_eq!((&done["counts"]["known"], terminal.count()), (&3.into(), 3));
    terminal.foil(&["undo", &done["import"].to_string()]);
    let different = ["import", "--yes", "--answer", "conflict=different", shifted];
    assert_eq!(terminal.foil(&different).status, 0);
    assert_eq!(terminal.count(), 4, "two movements, and neither is lost");
    terminal.verify();
}

/// P2: beancount-import#216: a card's purchase abroad and its fee come as two rows under one reference, and one of them is
/// left out.
#[test]
fn p2_a_purchase_abroad_and_its_fee_under_one_reference_are_two_entries() {
    let terminal = Terminal::with_ledger();
    let rows = [
        ("2026-10-07", -8_310, "HOTEL ORTIE LISBOA", "2026100701"),
        ("2026-10-07", -249, "FOREIGN TRANSACTION FEE", "2026100701"),
    ];
    terminal.import(&terminal.file("a.qfx", ofx_of(&rows, "2026-10-07", "0.00")));
    terminal.import(&terminal.file("b.qfx", ofx_of(&rows, "2026-10-07", "0.01")));
    assert_eq!(amounts(&terminal).len(), 2);
    terminal.verify();
}

/// P2: buckets#894: a reference that another account has too keeps a row out.
#[test]
fn p2_the_reference_of_another_accounts_row_keeps_nothing_out() {
    let terminal = Terminal::with_ledger();
    let file = ofx("2026-10-16", "2026-10-16");
    let other = file.replace("04178820316", "04178820999");
    terminal.import(&terminal.file("a.ofx", file));
    assert_eq!(
        terminal.import(&terminal.file("b.ofx", other))["counts"]["new"],
        1
    );
}

/// P2: securo#911: three rows of one day under one reference are shown, one is imported, two are gone.
#[test]
fn p2_a_reference_that_the_bank_uses_twice_does_not_eat_a_row() {
    let terminal = Terminal::with_ledger();
    let rows = lines("2026-10-20", "2026-10-20");
    assert_eq!(rows[0].3, rows[1].3, "both rows bear one reference");
    for name in ["a.ofx", "b.ofx"] {
        // The second file differs in a balance alone: the same rows, other bytes.
        let closing = if name == "a.ofx" { "10.00" } else { "10.01" };
        terminal.import(&terminal.file(name, ofx_of(&rows, "2026-10-20", closing)));
        assert_eq!(terminal.count(), 2, "{name}");
    }
}

/// P2: OCA/l10n-france PR#255: several airline tickets come under one reference.
#[test]
fn p2_the_same_reference_on_another_day_or_amount_is_another_entry() {
    let terminal = Terminal::with_ledger();
    let tickets = [
        ("2026-10-02", -21_000, "AIR ORTIE BILLET", "000000"),
        ("2026-10-02", -21_900, "AIR ORTIE BILLET", "000000"),
        ("2026-10-03", -21_000, "AIR ORTIE BILLET", "000000"),
    ];
    terminal.import(&terminal.file("a.ofx", ofx_of(&tickets, "2026-10-03", "0.00")));
    assert_eq!(terminal.count(), 3);
}

/// P3: actual#5020: a bank that leaves out a last zero writes " -110.7 €", and -1107.00 is imported.
#[test]
fn p3_a_decimal_left_out_before_a_sign_of_currency_does_not_make_ten_times_as_much() {
    let terminal = Terminal::with_ledger();
    let rows = [
        "17/05/2025;VOLT ET CIE; -110.7 €",
        "17/05/2025;GRAND MARCHE; -116.62 €",
        "06/05/2025;SALAIRE; 1890.5 €",
    ];
    terminal.import(&terminal.file("a.csv", table(&rows)));
    let mut amounts = amounts(&terminal);
    amounts.sort();
    assert_eq!(amounts, ["-110.70", "-116.62", "1890.50"]);
}

/// P3: firefly-iii#4106, MMEX#3979: thousands are read as decimals, or decimals as thousands.
#[test]
fn p3_one_decimal_and_thousands_are_read_by_the_whole_column() {
    let terminal = Terminal::with_ledger();
    let rows = [
        "13/10/2026;VOLT ET CIE;-110,7",
        "14/10/2026;GARAGE PERVENCHE;-1.234,50",
        "15/10/2026;SALAIRE;2.150,00",
    ];
    terminal.import(&terminal.file("a.csv", table(&rows)));
    assert_eq!(amounts(&terminal), ["-110.70", "-1234.50", "2150.00"]);
}

/// P4: OCA/bank-statement-import#756: the order of day and month changes in the middle of a file.
#[test]
fn p4_one_day_above_twelve_decides_the_order_for_every_row() {
    let terminal = Terminal::with_ledger();
    let rows = [
        "03/04/2026;VOLT ET CIE;-10,00",
        "05/04/2026;SALAIRE;20,00",
        "25/04/2026;GRAND MARCHE;-30,00",
    ];
    terminal.import(&terminal.file("a.csv", table(&rows)));
    let rows = entries(&terminal);
    let days: Vec<&str> = rows
        .iter()
        .map(|row| row["bookingDate"].as_str().unwrap())
        .collect();
    assert_eq!(days, ["2026-04-03", "2026-04-05", "2026-04-25"]);
}

/// P4: actual#1053, rentemester#137: a day is moved by the time zone of the file, or of the machine.
#[test]
fn p4_a_time_zone_never_moves_a_day() {
    let terminal = Terminal::with_ledger();
    let rows = [("2026-10-09", -420, "BOULANGERIE MOREL", "1")];
    let plain = ofx_of(&rows, "2026-10-09", "0.00");
    let zoned = plain.replace("<DTPOSTED>20261009", "<DTPOSTED>20261009000500[+13:NZDT]");
    assert_ne!(plain, zoned, "the day is written as the bank writes it");
    terminal.import(&terminal.file("a.ofx", zoned));
    assert_eq!(entries(&terminal)[0]["bookingDate"], "2026-10-09");
}

/// P5: actual PR#8924: the encoding cannot be chosen before an import, and what was read wrong stays wrong.
#[test]
fn p5_an_encoding_is_turned_with_one_answer_before_and_after_the_import() {
    let terminal = Terminal::with_ledger();
    let text = table(&["13/10/2026;CAFE 5 @;-3,20", "14/10/2026;SALAIRE;20,00"]);
    let bytes: Vec<u8> = text
        .bytes()
        .map(|byte| if byte == b'@' { 0xA4 } else { byte })
        .collect();
    let file = terminal.file("a.csv", bytes);
    let name = file.to_str().unwrap();
    let read_as = |encoding: &str| {
        let answer = format!("encoding={encoding}");
        let done = terminal.foil(&["import", "--json", "--yes", "--answer", &answer, name]);
        assert_eq!(done.status, 0, "{}{}", done.out, done.err);
        entries(&terminal)[0]["texts"].to_string()
    };
    assert!(read_as("windows-1252").contains("CAFE 5 ¤"));
    assert!(
        read_as("ISO-8859-15").contains("CAFE 5 €"),
        "read again, in place of before"
    );
    assert_eq!(terminal.count(), 2);
}

/// P5: actual#8986: accents of a file in an old encoding are broken.
#[test]
fn p5_accents_of_an_old_encoding_arrive_whole() {
    let terminal = Terminal::with_ledger();
    let text = table(&["13/10/2026;CAFÉ DE L'ÉTÉ;-3,20", "14/10/2026;SALAIRE;20,00"]);
    let latin: Vec<u8> = text
        .chars()
        .map(|sign| u8::try_from(u32::from(sign)).unwrap())
        .collect();
    terminal.import(&terminal.file("a.csv", latin));
    let texts = entries(&terminal)[0]["texts"].to_string();
    assert!(texts.contains("CAFÉ DE L'ÉTÉ"), "{texts}");
}

/// P6: buckets#996: an import fails and nothing says what is wrong.
#[test]
fn p6_a_row_that_cannot_be_read_is_named_by_its_line_and_the_others_are_kept() {
    let terminal = Terminal::with_ledger();
    let rows = [
        "13/10/2026;VOLT ET CIE;-10,00",
        "14/10/2026;GRAND MARCHE;dix euros",
        "15/10/2026;SALAIRE;20,00",
    ];
    let done = terminal.import(&terminal.file("a.csv", table(&rows)));
    assert_eq!(
        (&done["counts"]["new"], &done["counts"]["unreadable"]),
        (&2.into(), &1.into())
    );
    let findings = done["diagnostics"].as_array().unwrap();
    assert!(findings.iter().any(|one| one["line"] == 6), "{findings:?}");
}

/// P11: actual#7580: after an undo the importer calls every row deleted and leaves it out. firefly-iii#2164: there is no undo, and after
/// all rows were removed by hand each is called a duplicate.
#[test]
fn p11_after_an_undo_the_same_file_is_new_again() {
    let terminal = Terminal::with_ledger();
    let file = terminal.file("a.ofx", ofx("2026-10-01", "2026-10-31"));
    let first = terminal.import(&file);
    let number = first["import"].to_string();
    let with = terminal.export();
    assert_eq!(terminal.foil(&["undo", &number]).status, 0);
    assert_eq!(terminal.count(), 0);
    let again = terminal.import(&file);
    assert_eq!(again["counts"], first["counts"]);
    assert_eq!(terminal.export(), with);
}

/// P11: erp-mafia/accounted#1672, buckets#365: of several imports only the last can be taken back, or nothing can once
/// something came after it.
#[test]
fn p11_any_import_is_taken_back_as_if_it_had_never_been_whatever_came_after_it() {
    let october = [
        ("2026-10-01", "2026-10-12"),
        ("2026-10-05", "2026-10-20"),
        ("2026-10-15", "2026-10-31"),
    ];
    let (all, without) = (Terminal::with_ledger(), Terminal::with_ledger());
    let mut imports = Vec::new();
    for (at, (from, until)) in october.into_iter().enumerate() {
        let name = format!("{at}.ofx");
        imports.push(all.operation(&all.file(&name, ofx(from, until))));
        if at != 1 {
            without.import(&without.file(&name, ofx(from, until)));
        }
    }
    let with_all = all.export();
    assert_eq!(all.foil(&["undo", &imports[1]]).status, 0);
    assert_eq!(all.export(), without.export(), "never imported");
    assert_eq!(all.foil(&["redo", &imports[1]]).status, 0);
    assert_eq!(all.export(), with_all);
    all.verify();
}

/// P12: actual#8708: what was deleted comes again with every import. firefly-iii#2237: it never can come again.
#[test]
fn p12_a_deleted_row_stays_deleted_at_every_import_until_it_is_restored() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("a.ofx", ofx("2026-10-01", "2026-10-31")));
    let id = id_of(&terminal, "garage");
    assert_eq!(terminal.foil(&["delete", &id]).status, 0);
    assert_eq!(
        terminal.foil(&["delete", &id]).status,
        2,
        "it is deleted already"
    );
    terminal.import(&terminal.file("a.csv", csv("2026-10-01", "2026-10-31")));
    assert_eq!(terminal.count(), 10, "another file does not bring it back");
    assert_eq!(terminal.foil(&["undelete", &id]).status, 0);
    assert_eq!(terminal.count(), 11);
    terminal.verify();
}

/// P13: actual#3604: all rows of a file of several accounts go to one.
#[test]
fn p13_the_rows_of_a_file_of_two_accounts_go_to_theirs() {
    let terminal = Terminal::with_ledger();
    let one = ofx("2026-10-01", "2026-10-12");
    let begin = one.find("<STMTTRNRS>").unwrap();
    let end = one.find("</BANKMSGSRSV1>").unwrap();
    let other = one[begin..end].replace("04178820316", "04178820999");
    let both = format!("{}{other}{}", &one[..end], &one[end..]);
    terminal.import(&terminal.file("both.ofx", both));
    let accounts = terminal.foil(&["export", "--to", "json"]).json();
    let counts: Vec<usize> = accounts["accounts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|account| account["entries"].as_array().unwrap().len())
        .collect();
    assert_eq!(counts, [5, 5]);
}

/// P13: actual#5524, letehaha#448: of several files, one that is broken stops the others.
#[test]
fn p13_of_several_files_in_one_go_each_stands_alone() {
    let terminal = Terminal::with_ledger();
    let good = terminal.file("a.ofx", ofx("2026-10-01", "2026-10-31"));
    let page = terminal.file("b.ofx", "<html><body>Session expired</body></html>");
    let twice = terminal.file("c.ofx", ofx("2026-10-01", "2026-10-31"));
    let names = [good, page, twice].map(|path| path.to_str().unwrap().to_owned());
    let mut words = vec!["import", "--json", "--yes"];
    words.extend(names.iter().map(String::as_str));
    let answer = terminal.foil(&words);
    assert_ne!(answer.status, 0, "one of them is no statement");
    let done: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(done.len(), 3, "an answer for each");
    assert!(done[0]["import"].is_i64() && done[1]["import"].is_null());
    assert!(
        done[2]["import"].is_null(),
        "the same bytes twice change nothing"
    );
    assert_eq!(terminal.count(), 11);
}

/// P13: actual#5699, #4659: rows of a review can only be chosen one by one, and what is not chosen is lost.
#[test]
fn p13_rows_that_are_not_wanted_are_kept_as_deleted_and_can_be_had_back() {
    let terminal = Terminal::with_ledger();
    let file = terminal.file("a.ofx", ofx("2026-10-01", "2026-10-31"));
    let window = terminal.window();
    let review = window.preview_import(vec![file], None).unwrap();
    let rows = review.files[0].rows.len();
    let unwanted: Vec<usize> = (1..rows).collect();
    let answers = FileAnswers {
        unwanted: unwanted.clone(),
        ..FileAnswers::default()
    };
    let done = window.commit_import(review.review, vec![answers]).unwrap();
    let brought = &done.files[0];
    assert_eq!(
        brought.counts.new as usize, rows,
        "every row is accounted for"
    );
    assert_eq!(brought.deletions.len(), unwanted.len());
    drop(window);
    assert_eq!(terminal.count(), 1);
    for deletion in &brought.deletions {
        assert_eq!(terminal.foil(&["undo", &deletion.to_string()]).status, 0);
    }
    assert_eq!(terminal.count(), rows);
    terminal.verify();
}

/// P14: firefly-iii#11067: the balance is off, and nobody says which row is missing.
#[test]
fn p14_a_row_missing_from_a_running_balance_is_found_at_its_line() {
    let terminal = Terminal::with_ledger();
    let whole = csv("2026-10-01", "2026-10-31");
    let short: Vec<&str> = whole
        .lines()
        .filter(|line| !line.contains("PERVENCHE"))
        .collect();
    let file = terminal.file("a.csv", short.join("\n"));
    let done = terminal
        .foil(&["import", "--json", "--dry-run", file.to_str().unwrap()])
        .json();
    assert_eq!(done["proof"], "broken", "{done}");
    let findings = done["diagnostics"].as_array().unwrap();
    let line = |one: &&Value| one["severity"] != "info" && one["line"].is_u64();
    let lines: Vec<&Value> = findings
        .iter()
        .filter(line)
        .map(|one| &one["line"])
        .collect();
    assert_eq!(lines, [9], "the row after the one that is missing: {done}");
}

/// P15: firefly-iii#1511: "my bank sends me monthly statements in pdf", and there is no other way to have them.
#[test]
fn p15_a_printed_statement_is_imported_where_it_adds_up_and_refused_where_a_digit_is_wrong() {
    let terminal = Terminal::with_ledger();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/pdf");
    let done = terminal.import(&corpus.join("ok/fr-debit-credit-two-pages.pdf"));
    assert_eq!(done["proof"], "holds", "{done}");
    assert!(done["counts"]["new"].as_u64() > Some(0), "{done}");
    let before = terminal.export();
    let turned = corpus.join("err/a-digit-turned.pdf");
    let answer = terminal.foil(&["import", "--yes", turned.to_str().unwrap()]);
    assert_eq!(answer.status, 2, "{}{}", answer.out, answer.err);
    assert_eq!(terminal.export(), before);
}

/// P18: sure#2907: a purchase is shown under the day on which the bank booked it.
#[test]
fn p18_the_day_of_the_purchase_is_shown_and_the_balance_goes_by_the_booking() {
    let terminal = Terminal::with_ledger();
    let rows = [(
        "2026-10-05",
        -4_210,
        "PAIEMENT CB GARAGE PERVENCHE 02/10",
        "R1",
    )];
    terminal.import(&terminal.file("a.ofx", ofx_of(&rows, "2026-10-31", "100.00")));
    let row = &entries(&terminal)[0];
    assert_eq!(
        (&row["transactionDate"], &row["bookingDate"]),
        (&"2026-10-02".into(), &"2026-10-05".into())
    );
    let before = terminal
        .foil(&["balances", "--at", "2026-10-04", "--json"])
        .json();
    assert_eq!(before[0]["balance"], "142.10", "not booked yet");
}
