//! Money that came back finds its purchase, whatever came first, and lets go of it when either goes.
#![allow(clippy::unwrap_used)]

use ledger::{Answers, Dropped, Ledger, Watch};
use vault::Key;

/// One month's statement of the account, as `day amount name` rows.
fn statement(name: &str, rows: &[&str]) -> Dropped {
    let rows: String = rows
        .iter()
        .map(|row| {
            let (day, rest) = row.split_once(' ').unwrap();
            let (amount, name) = rest.split_once(' ').unwrap();
            format!("<STMTTRN><TRNTYPE>POS<DTPOSTED>{day}<TRNAMT>{amount}<FITID>{day}{amount}<NAME>{name}</STMTTRN>\n")
        })
        .collect();
    let text = format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n\n\
         <OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR\n\
         <BANKACCTFROM><BANKID>10107<ACCTID>04178820316<ACCTTYPE>CHECKING</BANKACCTFROM>\n<BANKTRANLIST>\n{rows}\
         </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    );
    Dropped {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    }
}

fn ledger() -> (tempfile::TempDir, Ledger) {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
    (folder, ledger)
}

/// For each entry of Volt's, by day: what it is of, or what came back of it.
fn told(ledger: &Ledger) -> Vec<String> {
    let mut rows: Vec<String> = ledger
        .search("volt", 100)
        .unwrap()
        .entries()
        .into_iter()
        .map(|row| {
            let entry = row.state.entry;
            let returned = ledger.returned(entry.id).unwrap();
            let of = returned.of.map(|(_, day)| format!(" of {day}"));
            let of = of.unwrap_or_default();
            format!(
                "{} {}{of} back {}",
                entry.order_date, entry.amount_minor, returned.back_minor
            )
        })
        .collect();
    rows.sort();
    rows
}

fn drops() -> [Dropped; 3] {
    [
        statement(
            "september.ofx",
            &[
                "20260908 -64.90 CARTE VOLT ET CIE",
                "20260911 -30.00 CARTE VOLT ET CIE",
            ],
        ),
        statement("october.ofx", &["20261002 64.90 CARTE VOLT ET CIE"]),
        statement("november.ofx", &["20261104 12.00 CARTE VOLT ET CIE"]),
    ]
}

#[test]
fn any_order_of_import_finds_the_same_refunds() {
    let expected = [
        "2026-09-08 -6490 back 6490",
        "2026-09-11 -3000 back 1200",
        "2026-10-02 6490 of 2026-09-08 back 0",
        "2026-11-04 1200 of 2026-09-11 back 0",
    ];
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let (_folder, ledger) = ledger();
        let drops = drops();
        for at in order {
            ledger
                .import(&drops[at], &Answers::none(), true, Watch::nobody())
                .unwrap();
        }
        assert_eq!(told(&ledger), expected, "{order:?}");
        assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn a_refund_whose_purchase_goes_is_of_nothing_until_it_comes_back() {
    let (_folder, ledger) = ledger();
    let [bought, refund, _] = drops();
    let import = |drop: &Dropped| {
        ledger
            .import(drop, &Answers::none(), true, Watch::nobody())
            .unwrap()
            .operation
            .unwrap()
    };
    let bought = import(&bought);
    import(&refund);
    ledger.undo(bought).unwrap();
    assert_eq!(told(&ledger), ["2026-10-02 6490 back 0"]);
    ledger.redo(bought).unwrap();
    assert_eq!(
        told(&ledger),
        [
            "2026-09-08 -6490 back 6490",
            "2026-09-11 -3000 back 0",
            "2026-10-02 6490 of 2026-09-08 back 0",
        ]
    );
}

/// The entry of a day.
fn on(ledger: &Ledger, day: &str) -> domain::EntryId {
    let rows = ledger.search("volt", 100).unwrap().entries().into_iter();
    let mut entries = rows.map(|row| row.state.entry);
    entries
        .find(|entry| entry.order_date.to_string() == day)
        .unwrap()
        .id
}

#[test]
fn the_users_word_on_a_refund_wins_is_remembered_and_can_be_taken_back() {
    let (_folder, ledger) = ledger();
    let import = |drop: &Dropped| {
        ledger
            .import(drop, &Answers::none(), true, Watch::nobody())
            .unwrap();
    };
    let [bought, refund, later] = drops();
    import(&bought);
    import(&refund);
    let found = "2026-10-02 6490 of 2026-09-08 back 0".to_owned();
    assert!(told(&ledger).contains(&found));
    let (money_in, purchase) = (on(&ledger, "2026-10-02"), on(&ledger, "2026-09-08"));
    let said = ledger.part_refund(purchase, money_in).unwrap();
    assert!(
        told(&ledger).contains(&"2026-10-02 6490 back 0".to_owned()),
        "the user says that it is of another"
    );
    import(&later);
    let now = told(&ledger);
    assert!(
        now.contains(&"2026-10-02 6490 back 0".to_owned()),
        "no later import forgets it: {now:?}"
    );
    assert!(
        ledger.possible_purchases(money_in).unwrap().is_empty(),
        "what was refused is not proposed again, and the other one is not dear enough"
    );
    assert!(
        ledger.part_refund(money_in, purchase).is_err(),
        "said already"
    );
    ledger.undo(said).unwrap();
    assert!(told(&ledger).contains(&found));
    let confirmed = ledger.pair_refund(money_in, purchase).unwrap();
    let pairs = ledger.returned(money_in).unwrap().pairs;
    assert!(pairs.len() == 1 && pairs[0].by_user, "{pairs:?}");
    ledger.undo(confirmed).unwrap();
    assert!(!ledger.returned(money_in).unwrap().pairs[0].by_user);
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn money_in_that_nothing_explains_is_the_refund_that_the_user_says() {
    let (_folder, ledger) = ledger();
    let drop = statement(
        "autumn.ofx",
        &[
            "20260908 -64.90 CARTE VOLT ET CIE",
            "20260911 -30.00 CARTE VOLT ET CIE",
            "20261002 20.00 CARTE VOLT ET CIE",
        ],
    );
    ledger
        .import(&drop, &Answers::none(), true, Watch::nobody())
        .unwrap();
    let money_in = on(&ledger, "2026-10-02");
    assert!(
        ledger.returned(money_in).unwrap().pairs.is_empty(),
        "it may be of either"
    );
    let proposed = ledger.possible_purchases(money_in).unwrap();
    let days: Vec<String> = proposed
        .iter()
        .map(|row| row.state.entry.order_date.to_string())
        .collect();
    assert_eq!(days, ["2026-09-11", "2026-09-08"], "the nearest first");
    let chosen = on(&ledger, "2026-09-08");
    ledger.pair_refund(money_in, chosen).unwrap();
    assert!(told(&ledger).contains(&"2026-09-08 -6490 back 2000".to_owned()));
    assert!(
        ledger
            .pair_refund(chosen, on(&ledger, "2026-09-11"))
            .is_err(),
        "both went out"
    );
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
}
