//! The chain of statements: days that are proved, missing, told twice, and statements that do not follow on.
#![allow(clippy::unwrap_used)]

use domain::{AccountId, CounterpartyId, Decimal, Money};
use ledger::{
    Answers, ConversationKind, Dropped, ItemKind, Ledger, Outcome, PageFrom, SetAccount, Watch,
    WhyUnproved,
};
use vault::Key;

/// A statement from one day to another with one entry, on its first day.
struct Stated {
    from: &'static str,
    until: &'static str,
    opening: i64,
    entry: i64,
    closing: i64,
}

fn camt(one: &Stated) -> Dropped {
    let side = |cents: i64| if cents < 0 { "DBIT" } else { "CRDT" };
    let amount = |cents: i64| format!("{}.{:02}", cents.abs() / 100, cents.abs() % 100);
    let balance = |kind: &str, cents: i64, day: &str| {
        format!(
            "<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>{}</CdtDbtInd>\
             <Dt><Dt>{day}</Dt></Dt></Bal>",
            amount(cents),
            side(cents)
        )
    };
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\
         <GrpHdr><MsgId>M{from}</MsgId><CreDtTm>{until}T20:00:00</CreDtTm></GrpHdr><Stmt><Id>S{from}</Id>\
         <CreDtTm>{until}T20:00:00</CreDtTm><FrToDt><FrDtTm>{from}T00:00:00</FrDtTm><ToDtTm>{until}T23:59:59</ToDtTm></FrToDt>\
         <Acct><Id><IBAN>FR7699107000420417882031681</IBAN></Id><Ccy>EUR</Ccy></Acct>{opening}{closing}\
         <Ntry><Amt Ccy=\"EUR\">{entry}</Amt><CdtDbtInd>{side}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{from}</Dt></BookgDt>\
         <NtryDtls><TxDtls><RmtInf><Ustrd>VOLT ET CIE</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>\n",
        from = one.from,
        until = one.until,
        opening = balance("OPBD", one.opening, one.from),
        closing = balance("CLBD", one.closing, one.until),
        entry = amount(one.entry),
        side = side(one.entry),
    );
    Dropped {
        name: format!("{}.xml", one.from),
        bytes: text.into_bytes(),
    }
}

fn csv(days: &[&str]) -> Dropped {
    let rows: String = days
        .iter()
        .map(|day| format!("{day};VOLT ET CIE;-10.00\n"))
        .collect();
    let text =
        format!("IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Libelle;Montant\n{rows}");
    Dropped {
        name: "export.csv".to_owned(),
        bytes: text.into_bytes(),
    }
}

fn ledger_with(files: &[Dropped]) -> (tempfile::TempDir, Ledger) {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
    let mut answers = Answers::none();
    answers.set("sign", "asPrinted");
    for file in files {
        ledger
            .import(file, &answers, true, Watch::nobody())
            .unwrap();
    }
    (folder, ledger)
}

fn told(ledger: &Ledger) -> Vec<String> {
    let chain = ledger.coverage(AccountId(1)).unwrap();
    let periods = chain.periods.iter();
    let mut told: Vec<String> = periods
        .map(|one| format!("{} {} {}", one.from, one.until, one.state.as_str()))
        .collect();
    let breaks = chain.breaks.iter();
    told.extend(breaks.map(|one| {
        format!(
            "{} {} {}",
            one.date,
            one.expected.to_plain(),
            one.stated.to_plain()
        )
    }));
    told
}

const APRIL: Stated = Stated {
    from: "2026-04-01",
    until: "2026-04-30",
    opening: 10_000,
    entry: -1_000,
    closing: 9_000,
};
const REST_OF_MAY: Stated = Stated {
    from: "2026-05-15",
    until: "2026-05-31",
    opening: 7_000,
    entry: -500,
    closing: 6_500,
};

#[test]
fn missing_days_between_statements_are_told_to_the_day() {
    let (_folder, ledger) = ledger_with(&[camt(&APRIL), camt(&REST_OF_MAY)]);
    assert_eq!(
        told(&ledger),
        [
            "2026-04-01 2026-04-30 proved",
            "2026-05-01 2026-05-14 missing",
            "2026-05-15 2026-05-31 proved"
        ]
    );
    let page = ledger
        .page(ConversationKind::Account(AccountId(1)), &PageFrom::End, 50)
        .unwrap();
    let gaps = page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Gap(gap) => gap.balances,
        _ => None,
    });
    let balances: Vec<[String; 2]> = gaps
        .map(|(closing, opening)| [closing.to_plain(), opening.to_plain()])
        .collect();
    assert_eq!(
        balances,
        [["90.00", "70.00"]],
        "the account's conversation tells it, and what the missing entries lead from and to"
    );
}

#[test]
fn a_search_that_finds_nothing_says_which_of_its_days_no_statement_tells_of() {
    let (_folder, ledger) = ledger_with(&[camt(&APRIL), camt(&REST_OF_MAY)]);
    let missing = |query: &str| {
        let found = ledger.search(query, 10).unwrap();
        let days = found.gaps.iter();
        days.map(|gap| format!("{} {}", gap.from, gap.until))
            .collect::<Vec<_>>()
    };
    assert_eq!(missing("cafetière mai 2026"), ["2026-05-01 2026-05-14"]);
    assert_eq!(
        missing("cafetière 2026-05-10..2026-05-20"),
        ["2026-05-10 2026-05-14"],
        "of the days asked for alone"
    );
    for (query, why) in [
        ("volt mai 2026", "something is found"),
        ("cafetière avril 2026", "every day is told of"),
        ("cafetière", "no days are asked for"),
        ("cafetière mai 2026 compte:ailleurs", "of another account"),
    ] {
        assert!(missing(query).is_empty(), "{query}: {why}");
    }
    assert!(
        missing("cafetière mai 2026 juin 2026").is_empty(),
        "no day is in both months"
    );
    let gap = ledger.coverage(AccountId(1)).unwrap().gaps[0];
    ledger
        .accept_gap(AccountId(1), (gap.from, gap.until))
        .unwrap();
    let found = ledger.search("cafetière mai 2026", 10).unwrap();
    assert!(
        found.gaps[0].is_accepted,
        "it is still said, and asked for no more"
    );
}

#[test]
fn days_over_which_the_balance_stays_are_not_missing() {
    let quiet = Stated {
        opening: 9_000,
        closing: 8_500,
        ..REST_OF_MAY
    };
    let (_folder, ledger) = ledger_with(&[camt(&quiet), camt(&APRIL)]);
    assert_eq!(
        told(&ledger),
        ["2026-04-01 2026-05-31 proved"],
        "nothing can have happened"
    );
}

#[test]
fn a_statement_that_does_not_follow_on_is_a_break_with_both_amounts() {
    let may = Stated {
        from: "2026-05-01",
        ..REST_OF_MAY
    };
    let (_folder, ledger) = ledger_with(&[camt(&APRIL), camt(&may)]);
    assert_eq!(
        told(&ledger),
        ["2026-04-01 2026-05-31 proved", "2026-05-01 90.00 70.00"]
    );
    let page = ledger
        .page(ConversationKind::Account(AccountId(1)), &PageFrom::End, 50)
        .unwrap();
    let breaks = page
        .items
        .iter()
        .filter(|item| matches!(item.kind, ItemKind::ChainBreak(_)));
    assert_eq!(breaks.count(), 1, "the account's conversation tells it");
}

#[test]
fn days_that_two_statements_tell_are_overlapping() {
    let half = Stated {
        from: "2026-04-20",
        until: "2026-05-10",
        opening: 9_000,
        entry: -300,
        closing: 8_700,
    };
    let (_folder, ledger) = ledger_with(&[camt(&APRIL), camt(&half)]);
    assert_eq!(
        told(&ledger),
        [
            "2026-04-01 2026-04-19 proved",
            "2026-04-20 2026-04-30 overlapping",
            "2026-05-01 2026-05-10 proved"
        ]
    );
}

#[test]
fn a_pause_between_exports_without_balances_is_missing_only_where_it_is_longer_than_their_own() {
    let april = csv(&["2026-04-02", "2026-04-09", "2026-04-28"]);
    let (_folder, ledger) = ledger_with(&[april.clone(), csv(&["2026-05-04", "2026-05-11"])]);
    assert_eq!(
        told(&ledger),
        ["2026-04-02 2026-05-11 unproved"],
        "six days are no pause here"
    );
    let (_folder, ledger) = ledger_with(&[april, csv(&["2026-06-04", "2026-06-11"])]);
    assert_eq!(told(&ledger)[1], "2026-04-29 2026-06-03 missing");
}

#[test]
fn a_statement_that_is_not_to_be_had_is_not_asked_for_until_that_is_taken_back() {
    let (_folder, ledger) = ledger_with(&[camt(&APRIL), camt(&REST_OF_MAY)]);
    let accepted = || {
        let gaps = ledger.coverage(AccountId(1)).unwrap().gaps;
        gaps.iter().map(|gap| gap.is_accepted).collect::<Vec<_>>()
    };
    let gap = ledger.coverage(AccountId(1)).unwrap().gaps[0];
    assert_eq!(accepted(), [false]);
    let said = ledger
        .accept_gap(AccountId(1), (gap.from, gap.until))
        .unwrap();
    assert_eq!(accepted(), [true]);
    let again = ledger.accept_gap(AccountId(1), (gap.from, gap.until));
    assert!(again.is_err(), "it is said once");
    ledger.undo(said).unwrap();
    assert_eq!(accepted(), [false]);
    ledger.redo(said).unwrap();
    let elsewhere = (gap.from, gap.until.succ_opt().unwrap());
    assert!(
        ledger.accept_gap(AccountId(1), elsewhere).is_err(),
        "only days that are missing can be accepted"
    );
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
}

/// As OFX has it: a closing balance, and nothing of what it opens with.
fn ofx(from: &str, until: &str, rows: &[(&str, i64)], closing: i64) -> Dropped {
    let amount = |cents: i64| {
        let sign = if cents < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
    };
    let rows: String = rows
        .iter()
        .map(|(day, cents)| {
            let moved = amount(*cents);
            format!("<STMTTRN><TRNTYPE>POS<DTPOSTED>{day}<TRNAMT>{moved}<FITID>{day}{moved}<NAME>VOLT ET CIE</STMTTRN>\n")
        })
        .collect();
    let text = format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n\n\
         <OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR\n\
         <BANKACCTFROM><BANKID>10107<ACCTID>04178820316<ACCTTYPE>CHECKING</BANKACCTFROM>\n<BANKTRANLIST><DTSTART>{from}<DTEND>{until}\n{rows}\
         </BANKTRANLIST><LEDGERBAL><BALAMT>{}<DTASOF>{until}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n",
        amount(closing)
    );
    Dropped {
        name: format!("{from}.ofx"),
        bytes: text.into_bytes(),
    }
}

fn october() -> Dropped {
    ofx("20261001", "20261031", &[("20261009", -1_000)], 9_000)
}

fn november(closing: i64) -> Dropped {
    let rows = [("20261103", -2_500), ("20261128", 30_000)];
    ofx("20261101", "20261130", &rows, closing)
}

#[test]
fn a_statement_that_states_no_opening_is_proved_by_the_balance_known_before_it() {
    for order in [[0, 1], [1, 0]] {
        let files = [october(), november(36_500)];
        let (_folder, ledger) = ledger_with(&order.map(|at| {
            let Dropped { name, bytes } = &files[at];
            Dropped {
                name: name.clone(),
                bytes: bytes.clone(),
            }
        }));
        assert_eq!(
            told(&ledger),
            [
                "2026-10-01 2026-10-31 unproved",
                "2026-11-01 2026-11-30 proved"
            ],
            "nothing is known before October, whichever came first"
        );
        let statements = ledger.statements(AccountId(1)).unwrap();
        let november = &statements[1].statement;
        assert_eq!(
            (november.opening_minor, november.entry_count),
            (Some(9_000), 2)
        );
        assert_eq!(
            november.opening_date.unwrap().to_string(),
            "2026-10-31",
            "it says from which day the balance is"
        );
    }
}

#[test]
fn a_statement_that_the_balance_before_it_does_not_lead_up_to_stays_unproved() {
    let (_folder, ledger) = ledger_with(&[october(), november(36_400)]);
    assert_eq!(told(&ledger), ["2026-10-01 2026-11-30 unproved"]);
}

#[test]
fn a_statement_that_begins_on_the_last_day_of_the_one_before_is_proved_by_it() {
    let rows = [("20261103", -2_500), ("20261128", 30_000)];
    let again = ofx("20261031", "20261130", &rows, 36_500);
    let (_folder, ledger) = ledger_with(&[october(), again]);
    assert_eq!(
        told(&ledger),
        [
            "2026-10-01 2026-10-30 unproved",
            "2026-10-31 2026-10-31 overlapping",
            "2026-11-01 2026-11-30 proved"
        ]
    );
}

#[test]
fn days_without_movement_before_a_statement_do_not_keep_it_unproved() {
    let december = ofx("20261205", "20261231", &[("20261210", -500)], 36_000);
    let (_folder, ledger) = ledger_with(&[november(36_500), december]);
    assert_eq!(
        told(&ledger),
        [
            "2026-11-01 2026-12-04 unproved",
            "2026-12-05 2026-12-31 proved"
        ]
    );
}

#[test]
fn a_proof_by_the_statement_before_goes_with_that_statement_and_comes_back_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
    let import = |file: &Dropped| {
        let done = ledger.import(file, &Answers::none(), true, Watch::nobody());
        done.unwrap().operation.unwrap()
    };
    let first = import(&october());
    import(&november(36_500));
    ledger.undo(first).unwrap();
    assert_eq!(told(&ledger), ["2026-11-01 2026-11-30 unproved"]);
    ledger.redo(first).unwrap();
    assert_eq!(told(&ledger)[1], "2026-11-01 2026-11-30 proved");
    let proofs: Vec<_> = ledger
        .history()
        .unwrap()
        .iter()
        .map(|one| one.proof())
        .collect();
    assert_eq!(
        proofs,
        [Some(Outcome::Holds), Some(Outcome::Unstated)],
        "the history says it of the import too"
    );
}

/// Why each statement of the conversation is not proved, oldest first.
fn reasons(ledger: &Ledger) -> Vec<Option<WhyUnproved>> {
    let page = ledger
        .page(ConversationKind::Account(AccountId(1)), &PageFrom::End, 50)
        .unwrap();
    let reasons = page.items.into_iter().filter_map(|item| match item.kind {
        ItemKind::Proof(_, why) => Some(why),
        _ => None,
    });
    reasons.collect()
}

#[test]
fn a_statement_that_is_not_proved_says_why() {
    let (_folder, ledger) = ledger_with(&[csv(&["2026-10-09"])]);
    assert_eq!(reasons(&ledger), [Some(WhyUnproved::NoBalance)]);
    let (_folder, ledger) = ledger_with(&[october(), november(36_400)]);
    let euros = |minor| Money::from_minor(minor, "EUR".parse().unwrap());
    let apart = WhyUnproved::Apart {
        on: "2026-10-31".parse().unwrap(),
        known: euros(9_000),
        missing: euros(-100),
    };
    assert_eq!(
        reasons(&ledger),
        [Some(WhyUnproved::NothingBefore), Some(apart)]
    );
}

#[test]
fn a_statement_that_tells_days_of_the_one_before_again_is_proved_by_what_was_known_before_both() {
    let rows = [
        ("20261009", -1_000),
        ("20261103", -2_500),
        ("20261128", 30_000),
    ];
    let both = || {
        let october = [("20261002", -400), ("20261009", -1_000)];
        [
            ofx("20261001", "20261031", &october, 8_600),
            ofx("20261005", "20261130", &rows, 36_100),
        ]
    };
    let september = || ofx("20260901", "20260930", &[("20260907", -500)], 10_000);
    let later = |files: &[Dropped]| {
        let (_folder, ledger) = ledger_with(files);
        let told = ledger.statements(AccountId(1)).unwrap().pop().unwrap();
        let told = told.statement;
        let day = told.opening_date.map(|day| day.to_string());
        (told.proof, told.opening_minor, day)
    };
    let [october, november] = both();
    assert_eq!(
        later(&[september(), october, november]),
        (
            "holds".to_owned(),
            Some(9_600),
            Some("2026-10-04".to_owned())
        )
    );
    assert_eq!(
        later(&both()),
        ("unstated".to_owned(), None, None),
        "a balance in the midst of its days proves those after it alone"
    );
}

#[test]
fn what_the_user_says_there_was_before_the_first_statement_proves_it() {
    let (_folder, ledger) = ledger_with(&[october()]);
    let said = SetAccount {
        balance: Some((Decimal::new(10_000, 2), "2026-09-30".parse().unwrap())),
        ..SetAccount::default()
    };
    ledger.set_account(AccountId(1), said).unwrap();
    assert_eq!(reasons(&ledger), [None]);
    assert_eq!(told(&ledger), ["2026-10-01 2026-10-31 proved"]);
}

#[test]
fn an_account_says_whether_its_latest_statement_is_proved() {
    let proof = |files: &[Dropped]| {
        let (_folder, ledger) = ledger_with(files);
        ledger.account(AccountId(1)).unwrap().proof
    };
    assert_eq!(proof(&[october()]).as_deref(), Some("unstated"));
    assert_eq!(
        proof(&[october(), november(36_500)]).as_deref(),
        Some("holds")
    );
    assert_eq!(
        proof(&[october(), november(36_400)]).as_deref(),
        Some("unstated")
    );
}

#[test]
fn a_counterparty_is_told_which_days_the_accounts_that_pay_it_do_not_tell() {
    let (_folder, ledger) = ledger_with(&[camt(&APRIL), camt(&REST_OF_MAY)]);
    let volt = ledger.conversations(10).unwrap()[0].counterparty.id;
    let day = |text: &str| text.parse().unwrap();
    let uncovered = |from: &str, until: &str| {
        let days = ledger.uncovered_days(volt, (day(from), day(until)));
        days.unwrap()
    };
    assert_eq!(
        uncovered("2026-05-03", "2026-12-31"),
        [(day("2026-05-03"), day("2026-05-14"))]
    );
    assert_eq!(uncovered("2026-04-01", "2026-04-30"), []);
    let nobody = CounterpartyId(volt.0 + 1);
    let days = ledger.uncovered_days(nobody, (day("2026-05-03"), day("2026-12-31")));
    assert_eq!(days.unwrap(), [], "who is paid from no account");
}
