//! What a file leaves open, and what becomes of it when the user changes their mind.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use domain::AccountId;
use ledger::{
    Answers, ConversationKind, Dropped, Error, ExportFormat, Imported, ItemKind, Ledger, PageFrom,
    Watch,
};
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

fn file(name: &str, text: &str) -> Dropped {
    Dropped {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

/// A table that names no account: `day amount words`.
fn table(lines: &[&str]) -> Dropped {
    let rows: String = lines
        .iter()
        .map(|line| {
            let fields: Vec<&str> = line.splitn(3, ' ').collect();
            format!("{};{};{}\n", fields[0], fields[2], fields[1])
        })
        .collect();
    file("releve.csv", &format!("Date;Libelle;Montant\n{rows}"))
}

/// OFX accounts: number, lines `day fitid amount words`, closing balance.
type Account<'a> = (&'a str, &'a [&'a str], &'a str);

fn ofx(accounts: &[Account<'_>], made: &str) -> Dropped {
    let mut body = String::from(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\n\n<OFX><BANKMSGSRSV1>\n",
    );
    for (number, lines, closing) in accounts {
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
        body += &format!(
            "<STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>10107<ACCTID>{number}<ACCTTYPE>CHECKING</BANKACCTFROM>\
             <BANKTRANLIST>\n{rows}</BANKTRANLIST><LEDGERBAL><BALAMT>{closing}<DTASOF>{made}</LEDGERBAL></STMTRS></STMTTRNRS>\n"
        );
    }
    file("releve.ofx", &(body + "</BANKMSGSRSV1></OFX>\n"))
}

fn answers(of: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::none();
    for (about, choice) in of {
        answers.set(about, choice);
    }
    answers
}

fn import(ledger: &Ledger, file: &Dropped, of: &[(&str, &str)]) -> Imported {
    ledger
        .import(file, &answers(of), true, Watch::nobody())
        .unwrap()
}

fn export(ledger: &Ledger) -> String {
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
    let mut out = Vec::new();
    ledger.export(ExportFormat::Json, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn count_of(ledger: &Ledger, account: AccountId) -> i64 {
    let view = ledger.account(account).unwrap();
    view.conversation.map_or(0, |row| row.entry_count)
}

/// Two accounts to choose from.
fn two_accounts() -> Fixture {
    let fixture = fixture();
    let file = ofx(
        &[
            (
                "00012345678",
                &["2026-09-01 F1 -4.20 BOULANGERIE MOREL"],
                "10.00",
            ),
            (
                "00099999999",
                &["2026-09-01 F1 -58.14 GRAND MARCHE"],
                "20.00",
            ),
        ],
        "20260930",
    );
    assert_eq!(import(&fixture.ledger, &file, &[]).review.counts.new, 2);
    assert_eq!(
        fixture.ledger.accounts().unwrap().len(),
        2,
        "several accounts in one file"
    );
    fixture
}

#[test]
fn a_table_in_the_wrong_account_is_taken_back_and_put_into_the_right_one() {
    let Fixture { ledger, .. } = &two_accounts();
    let before = export(ledger);
    let table = table(&[
        "2026-10-01 -9.90 CAFE DE LA GARE",
        "2026-10-02 12.00 VOLT ET CIE",
    ]);
    let refused = ledger.import(&table, &Answers::none(), true, Watch::nobody());
    assert!(
        matches!(refused, Err(Error::InDoubt(_))),
        "whose it is must be asked"
    );
    let wrong = import(ledger, &table, &[("account", "1")])
        .operation
        .unwrap();
    assert_eq!(count_of(ledger, AccountId(1)), 3);
    ledger.undo(wrong).unwrap();
    assert_eq!(export(ledger), before);
    let right = import(ledger, &table, &[("account", "2")])
        .operation
        .unwrap();
    assert_eq!(
        (
            count_of(ledger, AccountId(1)),
            count_of(ledger, AccountId(2))
        ),
        (1, 3)
    );
    assert_eq!(
        import(ledger, &table, &[]).operation,
        None,
        "nothing is asked about a file that stands"
    );
    ledger.undo(right).unwrap();
    assert_eq!(export(ledger), before);
}

#[test]
fn a_standing_table_moves_to_the_account_that_is_named_and_back_by_undo() {
    let Fixture { ledger, .. } = &two_accounts();
    let table = table(&[
        "2026-10-01 -9.90 CAFE DE LA GARE",
        "2026-10-02 12.00 VOLT ET CIE",
    ]);
    let first = import(ledger, &table, &[("account", "1")])
        .operation
        .unwrap();
    let before = export(ledger);
    let second = import(ledger, &table, &[("account", "2")])
        .operation
        .unwrap();
    assert_eq!(
        (
            count_of(ledger, AccountId(1)),
            count_of(ledger, AccountId(2))
        ),
        (1, 3)
    );
    let moved = export(ledger);
    assert!(
        matches!(ledger.redo(first), Err(Error::Refused(_))),
        "a document stands once"
    );
    ledger.undo(second).unwrap();
    assert_eq!(export(ledger), before);
    ledger.redo(second).unwrap();
    assert_eq!(export(ledger), moved);
    ledger.undo(second).unwrap();
    ledger.undo(first).unwrap();
    assert!(
        !export(ledger).contains("CAFE DE LA GARE"),
        "and gone for good"
    );
}

#[test]
fn an_account_that_does_not_exist_is_no_answer() {
    let Fixture { ledger, .. } = &two_accounts();
    let table = table(&[
        "2026-10-01 -9.90 CAFE DE LA GARE",
        "2026-10-02 12.00 VOLT ET CIE",
    ]);
    let answer = ledger.import(
        &table,
        &answers(&[("account", "99")]),
        true,
        Watch::nobody(),
    );
    assert!(matches!(answer, Err(Error::InDoubt(_))));
}

#[test]
fn an_entry_deleted_twice_is_deleted_until_both_are_taken_back() {
    let Fixture { ledger, .. } = &two_accounts();
    let before = export(ledger);
    let id = ledger.search("boulangerie", 1).unwrap().entries()[0]
        .state
        .entry
        .id;
    let first = ledger.delete_entry(id).unwrap();
    ledger.undo(first).unwrap();
    let second = ledger.delete_entry(id).unwrap();
    ledger.redo(first).unwrap();
    ledger.undo(first).unwrap();
    assert!(
        ledger
            .search("boulangerie", 1)
            .unwrap()
            .entries()
            .is_empty()
    );
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
    ledger.undo(second).unwrap();
    assert_eq!(export(ledger), before);
}

#[test]
fn of_two_downloads_of_one_day_the_balance_that_the_entries_lead_to_counts() {
    let eve = ofx(
        &[(
            "00012345678",
            &["2026-10-04 F0 -1.00 PRESSE DU QUAI"],
            "100.00",
        )],
        "20261004",
    );
    let noon = ofx(
        &[(
            "00012345678",
            &["2026-10-05 F1 -10.00 GRAND MARCHE"],
            "90.00",
        )],
        "20261005",
    );
    let night = ofx(
        &[(
            "00012345678",
            &[
                "2026-10-05 F1 -10.00 GRAND MARCHE",
                "2026-10-05 F2 -4.20 BOULANGERIE MOREL",
            ],
            "85.80",
        )],
        "20261005",
    );
    for order in [[&eve, &noon, &night], [&night, &noon, &eve]] {
        let Fixture { ledger, .. } = &fixture();
        for file in order {
            import(ledger, file, &[]);
        }
        let view = ledger.accounts().unwrap().remove(0);
        let balance = view.balance.unwrap();
        assert_eq!(balance.money.to_plain(), "85.80");
        assert!(balance.proved);
    }
}

#[test]
fn a_curve_agrees_with_each_of_its_days() {
    let Fixture { ledger, .. } = &fixture();
    import(
        ledger,
        &ofx(
            &[(
                "00012345678",
                &["2026-09-10 F0 -1.00 PRESSE DU QUAI"],
                "100.00",
            )],
            "20260930",
        ),
        &[],
    );
    // October is missing: November opens elsewhere.
    import(
        ledger,
        &ofx(&[("00012345678", &[], "500.00")], "20261031"),
        &[],
    );
    import(
        ledger,
        &ofx(
            &[(
                "00012345678",
                &["2026-11-03 F9 -10.00 GRAND MARCHE"],
                "490.00",
            )],
            "20261130",
        ),
        &[],
    );
    let (from, until) = ("2026-09-01".parse().unwrap(), "2026-12-31".parse().unwrap());
    let curve = ledger.balance_curve(AccountId(1), from, until).unwrap();
    assert_eq!(curve.len(), 3);
    for point in curve {
        let on = ledger.balance_on(AccountId(1), point.as_of).unwrap();
        assert_eq!(on, Some(point));
    }
}

/// The rows of every conversation, as shown.
fn shown(ledger: &Ledger) -> Vec<String> {
    let mut out = Vec::new();
    for conversation in ledger.conversations(100).unwrap() {
        out.push(conversation.counterparty.counterparty.name.clone());
        let ConversationKind::Counterparty(_) = conversation.row.with else {
            continue;
        };
        for item in ledger
            .page(conversation.row.with, &PageFrom::End, 100)
            .unwrap()
            .items
        {
            if let ItemKind::Entry(row, _) = item.kind {
                out.push(format!(
                    "{} {} {}",
                    item.date, row.state.entry.amount_minor, row.sighting.name
                ));
            }
        }
    }
    out
}

#[test]
fn conversations_their_names_and_the_order_within_a_day_do_not_depend_on_the_order_of_import() {
    let files = [
        ofx(
            &[(
                "00012345678",
                &[
                    "2026-10-01 A1 -1.00 GRAND MARCHE",
                    "2026-10-01 A2 -3.00 GRAND MARCHE",
                ],
                "1.00",
            )],
            "20261001",
        ),
        ofx(
            &[(
                "00012345678",
                &[
                    "2026-10-01 B1 -2.00 Grand Marche",
                    "2026-10-01 B2 -9.00 CAFE DE LA GARE",
                ],
                "1.00",
            )],
            "20261001",
        ),
        ofx(
            &[(
                "00012345678",
                &[
                    "2026-10-01 C1 -4.00 grand marche",
                    "2026-10-01 C2 -2.50 VOLT ET CIE",
                ],
                "1.00",
            )],
            "20261001",
        ),
    ];
    let mut seen: Vec<Vec<String>> = Vec::new();
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]] {
        let Fixture { ledger, .. } = &fixture();
        for index in order {
            import(ledger, &files[index], &[]);
        }
        seen.push(shown(ledger));
    }
    assert!(seen.iter().all(|other| *other == seen[0]), "{seen:#?}");
}

#[test]
fn what_was_read_stays_read_when_an_import_is_taken_back() {
    let Fixture { ledger, .. } = &two_accounts();
    let with = ConversationKind::Account(AccountId(1));
    ledger.mark_seen(with).unwrap();
    let unread = || {
        ledger
            .account(AccountId(1))
            .unwrap()
            .conversation
            .unwrap()
            .unread_count
    };
    let more = ofx(
        &[("00012345678", &["2026-10-01 F2 -1.00 GRAND MARCHE"], "9.00")],
        "20261001",
    );
    let operation = import(ledger, &more, &[]).operation.unwrap();
    assert_eq!(unread(), 1);
    ledger.undo(operation).unwrap();
    assert_eq!(unread(), 0);
    ledger.redo(operation).unwrap();
    assert_eq!(unread(), 1);
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn a_statement_without_entries_brings_its_account_and_balance() {
    let Fixture { ledger, .. } = &fixture();
    let done = import(
        ledger,
        &ofx(&[("00012345678", &[], "37.50")], "20261031"),
        &[],
    );
    assert_eq!(done.review.counts.total(), 0);
    let view = ledger.accounts().unwrap().remove(0);
    assert_eq!(view.balance.unwrap().money.to_plain(), "37.50");
    ledger.undo(done.operation.unwrap()).unwrap();
    assert!(ledger.accounts().unwrap().is_empty());
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn an_equal_line_of_the_other_account_is_another_entry() {
    let Fixture { ledger, .. } = &two_accounts();
    let line: &[&str] = &["2026-09-01 F1 -4.20 BOULANGERIE MOREL"];
    let done = import(
        ledger,
        &ofx(&[("00099999999", line, "20.00")], "20260930"),
        &[],
    );
    assert_eq!(done.review.counts.new, 1);
    assert_eq!(ledger.search("boulangerie", 9).unwrap().entries().len(), 2);
}
