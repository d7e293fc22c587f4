//! What the history says: the same whatever came first, answered once and for all, and quiet where nothing is to be asked.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use chrono::{Days, Months, NaiveDate};
use domain::OperationId;
use ledger::{
    AlertAnswer, AlertKind, Answers, ConversationKind, Dropped, Error, ItemKind, Ledger, PageFrom,
    Watch,
};
use vault::Key;

/// A statement of an account from one day to another; each row is `day[time] amount name`, a direct debit or, with a time, a purchase.
fn statement(account: &str, (from, until): (&str, &str), rows: &[String]) -> Dropped {
    let rows: String = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let fields: Vec<&str> = row.splitn(3, ' ').collect();
            let (day, when) = (&fields[0][..8], fields[0].len() > 8);
            let (kind, when) = if when {
                ("POS", format!("<DTUSER>{}", fields[0]))
            } else {
                ("DIRECTDEBIT", String::new())
            };
            format!(
                "<STMTTRN><TRNTYPE>{kind}<DTPOSTED>{day}{when}<TRNAMT>{}<FITID>{from}{at}<NAME>{}</STMTTRN>\n",
                fields[1], fields[2]
            )
        })
        .collect();
    let text = format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n\n\
         <OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR\n\
         <BANKACCTFROM><BANKID>10107<ACCTID>{account}<ACCTTYPE>CHECKING</BANKACCTFROM>\n\
         <BANKTRANLIST><DTSTART>{from}<DTEND>{until}\n{rows}\
         </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    );
    Dropped {
        name: format!("{account}-{from}.ofx"),
        bytes: text.into_bytes(),
    }
}

const ACCOUNT: &str = "04178820316";

/// One month of the account.
fn month(first: &str, rows: &[&str]) -> Dropped {
    let from: NaiveDate = first.parse().unwrap();
    let until = from + Months::new(1) - Days::new(1);
    let iso = |day: NaiveDate| day.format("%Y%m%d").to_string();
    let rows: Vec<String> = rows.iter().map(|row| (*row).to_owned()).collect();
    statement(ACCOUNT, (&iso(from), &iso(until)), &rows)
}

struct Fixture {
    _folder: tempfile::TempDir,
    ledger: Ledger,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
        Fixture {
            _folder: folder,
            ledger,
        }
    }

    fn import(&self, dropped: &Dropped) -> OperationId {
        let done = self
            .ledger
            .import(dropped, &Answers::none(), true, Watch::nobody());
        done.unwrap().operation.unwrap()
    }

    fn import_all(&self) {
        for dropped in household() {
            self.import(&dropped);
        }
    }

    /// Each alert as its kind, day, amount, minutes and answer; the ledger is as its rules find it.
    fn alerts(&self) -> Vec<String> {
        assert_eq!(self.ledger.verify().unwrap(), Vec::<String>::new());
        let alerts = self.ledger.alerts().unwrap().into_iter();
        alerts
            .map(|alert| {
                let minutes = alert.minutes.map_or("-".to_owned(), |one| one.to_string());
                let answer = alert.answer.map_or("open", AlertAnswer::as_str);
                let (kind, day, amount) = (alert.kind.as_str(), alert.day, alert.amount_minor);
                format!("{kind} {day} {amount} {minutes} {answer}")
            })
            .collect()
    }

    fn charges(&self) -> Vec<String> {
        let charges = self.ledger.charges().unwrap().into_iter();
        charges
            .map(|charge| {
                let (row, name) = (charge.row, charge.counterparty.counterparty.name);
                let (rhythm, count) = (row.rhythm, row.entry_count);
                format!(
                    "{name} {rhythm} {count} {} {}",
                    row.expected_minor, row.next_day
                )
            })
            .collect()
    }
}

/// Five months of a phone that becomes dearer, and two equal debits three minutes apart in the last one.
fn household() -> Vec<Dropped> {
    vec![
        month(
            "2026-06-01",
            &[
                "20260604 -12.99 ONDE MOBILE",
                "20260619100000 -8.40 VOLT ET CIE",
            ],
        ),
        month("2026-07-01", &["20260706 -12.99 ONDE MOBILE"]),
        month("2026-08-01", &["20260804 -12.99 ONDE MOBILE"]),
        month("2026-09-01", &["20260904 -12.99 ONDE MOBILE"]),
        month(
            "2026-10-01",
            &[
                "20261005 -14.99 ONDE MOBILE",
                "20261028180200 -24.99 VOLT ET CIE",
                "20261028180500 -24.99 VOLT ET CIE",
                "20261028121500 -31.00 GRAND MARCHE",
                "20261028183000 -31.00 GRAND MARCHE",
            ],
        ),
    ]
}

#[test]
fn any_order_of_import_and_undo_finds_the_same_alerts_and_charges() {
    let alerts = ["doubleDebit 2026-10-28 -2499 3 open"];
    let charges = ["Onde Mobile monthly 5 -1499 2026-11-04"];
    for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 4, 0, 3, 1]] {
        let fixture = Fixture::new();
        let drops = household();
        let done: Vec<OperationId> = order.map(|at| fixture.import(&drops[at])).to_vec();
        assert_eq!(fixture.alerts(), alerts, "{order:?}");
        assert_eq!(fixture.charges(), charges, "{order:?}");
        for one in [done[1], done[3], done[0]] {
            fixture.ledger.undo(one).unwrap();
        }
        assert_eq!(fixture.ledger.verify().unwrap(), Vec::<String>::new());
        for one in [done[3], done[0], done[1]] {
            fixture.ledger.redo(one).unwrap();
        }
        assert_eq!(
            fixture.alerts(),
            alerts,
            "{order:?}, taken back and done again"
        );
        assert_eq!(fixture.charges(), charges);
    }
}

#[test]
fn an_answer_stands_after_undo_and_another_import_and_is_taken_back_itself() {
    let fixture = Fixture::new();
    let drops = household();
    let last = drops
        .iter()
        .map(|drop| fixture.import(drop))
        .last()
        .unwrap();
    let entry = fixture.ledger.alerts().unwrap()[0].entry;
    let answer = |answer| {
        fixture
            .ledger
            .answer_alert(AlertKind::DoubleDebit, entry, answer)
    };
    let said = answer(AlertAnswer::Mine).unwrap();
    let answered = ["doubleDebit 2026-10-28 -2499 3 mine"];
    assert_eq!(fixture.alerts(), answered);
    assert!(
        matches!(answer(AlertAnswer::Mine), Err(Error::Refused(_))),
        "said already"
    );
    assert!(
        matches!(answer(AlertAnswer::Ended), Err(Error::Refused(_))),
        "no answer to that"
    );

    fixture.ledger.undo(last).unwrap();
    assert_eq!(fixture.alerts(), [""; 0], "what was asked about is gone");
    fixture.import(&drops[4]);
    assert_eq!(fixture.alerts(), answered, "it is the entry that it was");

    fixture.ledger.undo(said).unwrap();
    assert_eq!(fixture.alerts(), ["doubleDebit 2026-10-28 -2499 3 open"]);
    let unusual = answer(AlertAnswer::Unusual).unwrap();
    fixture.ledger.redo(said).unwrap();
    fixture.ledger.undo(unusual).unwrap();
    assert_eq!(fixture.alerts(), answered, "the one that stands");
}

#[test]
fn one_of_two_debits_that_the_user_deletes_or_moves_is_no_longer_asked_about() {
    let fixture = Fixture::new();
    fixture.import_all();
    let alert = fixture.ledger.alerts().unwrap().remove(0);
    let deleted = fixture.ledger.delete_entry(alert.entry).unwrap();
    assert_eq!(fixture.alerts(), [""; 0]);
    fixture.ledger.undo(deleted).unwrap();
    assert_eq!(fixture.alerts().len(), 1);
    let elsewhere = fixture.ledger.conversations(10).unwrap();
    let elsewhere = elsewhere
        .iter()
        .find(|one| one.counterparty.id != alert.counterparty.id)
        .unwrap();
    let moved = fixture
        .ledger
        .move_entry(alert.entry, Some(elsewhere.counterparty.id));
    assert_eq!(fixture.alerts(), [""; 0]);
    fixture.ledger.undo(moved.unwrap()).unwrap();
    assert_eq!(fixture.alerts().len(), 1);
}

#[test]
fn without_times_only_the_first_equal_debits_of_a_merchant_are_asked_about() {
    let fixture = Fixture::new();
    let twice = ["20260712 -24.99 VOLT ET CIE", "20260712 -24.99 VOLT ET CIE"];
    let later = twice.map(|row| row.replace("202607", "202608"));
    let later: Vec<&str> = later.iter().map(String::as_str).collect();
    fixture.import(&month("2026-08-01", &later));
    assert_eq!(fixture.alerts(), ["doubleDebit 2026-08-12 -2499 - open"]);
    fixture.import(&month("2026-07-01", &twice));
    assert_eq!(
        fixture.alerts(),
        ["doubleDebit 2026-07-12 -2499 - open"],
        "it happened before August"
    );
}

#[test]
fn an_old_double_debit_asks_nothing_and_keeps_its_answer_in_its_conversation() {
    let fixture = Fixture::new();
    let twice = [
        "20260612180200 -24.99 VOLT ET CIE",
        "20260612180500 -24.99 VOLT ET CIE",
    ];
    let none: &[&str] = &[];
    fixture.import(&month("2026-06-01", &twice));
    fixture.import(&month("2026-07-01", none));
    let open = ["doubleDebit 2026-06-12 -2499 3 open"];
    assert_eq!(fixture.alerts(), open, "seven weeks are news");
    let second = fixture.ledger.alerts().unwrap()[0].entry;
    let alerts = || fixture.ledger.alerts_of(second).unwrap();

    fixture.import(&month("2026-08-01", none));
    assert_eq!(fixture.alerts(), [""; 0]);
    assert_eq!(alerts(), []);
    assert_eq!(rows(&fixture, "Volt et Cie"), ["entry", "entry"]);

    let said = fixture
        .ledger
        .answer_alert(AlertKind::DoubleDebit, second, AlertAnswer::Mine);
    assert_eq!(alerts()[0].answer, Some(AlertAnswer::Mine));
    assert_eq!(rows(&fixture, "Volt et Cie"), ["entry", "entry", "alert"]);
    fixture.ledger.undo(said.unwrap()).unwrap();
    assert_eq!(rows(&fixture, "Volt et Cie"), ["entry", "entry"]);
}

#[test]
fn a_search_marks_the_second_of_two_debits_while_it_is_news_and_not_answered() {
    let fixture = Fixture::new();
    fixture.import_all();
    let marked = |typed: &str| {
        let hits = fixture.ledger.search(typed, 9).unwrap().hits.into_iter();
        let marks = hits.map(|hit| match hit.item.kind {
            ItemKind::Entry(row, _) => (row.state.entry.order_time, hit.to_check),
            other => panic!("{other:?}"),
        });
        marks.collect::<Vec<_>>()
    };
    let at = |time: &str, mark| (time.to_owned(), mark);
    let open = [at("18:05", true), at("18:02", false), at("10:00", false)];
    assert_eq!(marked("volt"), open);
    assert_eq!(
        marked("marche"),
        [at("18:30", false), at("12:15", false)],
        "hours apart, and nothing to be asked"
    );
    let second = fixture.ledger.alerts().unwrap()[0].entry;
    let said = fixture
        .ledger
        .answer_alert(AlertKind::DoubleDebit, second, AlertAnswer::Mine)
        .unwrap();
    assert!(marked("volt").iter().all(|(_, mark)| !mark), "answered");
    fixture.ledger.undo(said).unwrap();
    assert_eq!(marked("volt"), open);
    let old = [
        "20260512180200 -24.99 KIOSQUE DU CANAL",
        "20260512180500 -24.99 KIOSQUE DU CANAL",
    ];
    fixture.import(&month("2026-05-01", &old));
    assert_eq!(
        marked("kiosque"),
        [at("18:05", false), at("18:02", false)],
        "no news"
    );
}

#[test]
fn money_that_came_back_answers_by_itself() {
    let fixture = Fixture::new();
    fixture.import_all();
    let back = month("2026-11-01", &["20261103120000 24.99 VOLT ET CIE"]);
    let back = fixture.import(&back);
    assert_eq!(fixture.alerts(), ["missed 2026-11-04 -1499 - open"]);
    fixture.ledger.undo(back).unwrap();
    assert_eq!(fixture.alerts().len(), 1);
}

#[test]
fn a_charge_that_does_not_come_is_asked_about_once_its_days_are_known() {
    let fixture = Fixture::new();
    fixture.import_all();
    assert_eq!(fixture.alerts().len(), 1);
    let november = fixture.import(&month("2026-11-01", &["20261120 -60.00 GRAND MARCHE"]));
    let missed = "missed 2026-11-04 -1499 - open";
    assert_eq!(fixture.alerts()[1], missed);
    let alert = fixture.ledger.alerts().unwrap().remove(1);
    assert!(alert.is_steady, "a price, about which nothing is rough");
    let entry = alert.entry;
    let ended = fixture
        .ledger
        .answer_alert(AlertKind::Missed, entry, AlertAnswer::Ended)
        .unwrap();
    assert_eq!(fixture.alerts()[1], "missed 2026-11-04 -1499 - ended");
    fixture.ledger.undo(ended).unwrap();
    // It came from another account.
    let rows = ["20261105 -14.99 ONDE MOBILE".to_owned()];
    fixture.import(&statement("00099999999", ("20261101", "20261130"), &rows));
    assert_eq!(fixture.alerts().len(), 1);
    fixture.ledger.undo(november).unwrap();
    assert_eq!(fixture.alerts().len(), 1);
}

/// Four charges a month apart, the last of which came so many days ago; the statement's last day is so many days after today.
fn charged_monthly(fixture: &Fixture, last_ago: u64, ahead: u64) {
    let today = fixture.ledger.today();
    let plain = |day: NaiveDate| day.format("%Y%m%d").to_string();
    let newest = today - Days::new(last_ago);
    let days = [3, 2, 1, 0].map(|back| newest - Months::new(back));
    let rows = days.map(|day| format!("{} -12.99 ONDE MOBILE", plain(day)));
    let span = (plain(days[0]), plain(today + Days::new(ahead)));
    fixture.import(&statement(ACCOUNT, (&span.0, &span.1), &rows));
}

#[test]
fn a_statement_that_names_a_day_to_come_as_its_last_makes_nothing_be_missed_before_it_is_due() {
    let fixture = Fixture::new();
    charged_monthly(&fixture, 20, 90);
    assert_eq!(fixture.alerts(), [""; 0]);
    assert_eq!(fixture.ledger.expected().unwrap().len(), 1);
    assert!(!fixture.ledger.charges().unwrap()[0].is_ended);
    assert!(rows(&fixture, "Onde Mobile").contains(&"expected"));

    let late = Fixture::new();
    charged_monthly(&late, 50, 90);
    assert_eq!(late.alerts().len(), 1, "its days are over today");
}

/// A debit that a bank announces, not booked yet.
fn pending(day: NaiveDate, amount: &str, name: &str) -> Dropped {
    let text = format!(
        "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\
         <GrpHdr><MsgId>M1</MsgId><CreDtTm>{day}T20:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id>\
         <CreDtTm>{day}T20:00:00</CreDtTm><Acct><Id><Othr><Id>{ACCOUNT}</Id></Othr></Id><Ccy>EUR</Ccy></Acct>\
         <Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts><BookgDt><Dt>{day}</Dt></BookgDt>\
         <AcctSvcrRef>P1</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>{name}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\
         </Stmt></BkToCstmrStmt></Document>"
    );
    Dropped {
        name: "releve.xml".to_owned(),
        bytes: text.into_bytes(),
    }
}

#[test]
fn what_a_pending_line_announces_is_not_expected_beside_it() {
    let fixture = Fixture::new();
    charged_monthly(&fixture, 29, 0);
    let expected = || fixture.ledger.expected().unwrap().len();
    assert_eq!(expected(), 1);
    let today = fixture.ledger.today();
    let other = fixture.import(&pending(today, "60.00", "ONDE MOBILE"));
    assert_eq!(expected(), 1, "that is something else");
    fixture.ledger.undo(other).unwrap();
    let announced = fixture.import(&pending(today, "12.99", "ONDE MOBILE"));
    assert_eq!(expected(), 0);
    assert!(!rows(&fixture, "Onde Mobile").contains(&"expected"));
    fixture.ledger.undo(announced).unwrap();
    assert_eq!(expected(), 1);
}

/// The kinds of a conversation's rows, oldest first.
fn rows(fixture: &Fixture, name: &str) -> Vec<&'static str> {
    let conversations = fixture.ledger.conversations(10).unwrap();
    let one = conversations
        .iter()
        .find(|one| one.counterparty.counterparty.name == name)
        .unwrap();
    let with = ConversationKind::Counterparty(one.counterparty.id);
    let page = fixture.ledger.page(with, &PageFrom::End, 100).unwrap();
    let kind = |kind: &ItemKind| match kind {
        ItemKind::Entry(..) => "entry",
        ItemKind::Alert(_) => "alert",
        ItemKind::PriceChange(_) => "rise",
        ItemKind::Expected(_) => "expected",
        _ => "other",
    };
    page.items.iter().map(|item| kind(&item.kind)).collect()
}

#[test]
fn alerts_and_rises_stand_behind_the_entries_that_they_are_about_and_rises_go_once_they_are_seen() {
    let fixture = Fixture::new();
    fixture.import_all();
    assert_eq!(
        rows(&fixture, "Volt et Cie"),
        ["entry", "entry", "entry", "alert"]
    );
    let phone = rows(&fixture, "Onde Mobile");
    assert_eq!(
        phone[..6],
        ["entry", "entry", "entry", "entry", "entry", "rise"]
    );
    let rise = fixture.ledger.rises().unwrap().remove(0);
    assert_eq!((rise.from_minor, rise.to_minor), (-1299, -1499));
    fixture
        .ledger
        .answer_alert(AlertKind::Rise, rise.entry, AlertAnswer::Seen)
        .unwrap();
    assert_eq!(fixture.ledger.rises().unwrap(), []);
    assert!(!rows(&fixture, "Onde Mobile").contains(&"rise"));
}

#[test]
fn merged_counterparties_have_one_charge_together_until_they_part_again() {
    let fixture = Fixture::new();
    for (first, day, name) in [
        ("2026-06-01", "20260604", "ONDE MOBILE"),
        ("2026-07-01", "20260706", "ONDE MOBILE"),
        ("2026-08-01", "20260804", "TELEPHONIE DU LAC"),
        ("2026-09-01", "20260904", "TELEPHONIE DU LAC"),
    ] {
        fixture.import(&month(first, &[&format!("{day} -12.99 {name}")]));
    }
    assert_eq!(fixture.charges(), [""; 0]);
    let conversations = fixture.ledger.conversations(10).unwrap();
    let [newer, older] = [0, 1].map(|at: usize| conversations[at].counterparty.id);
    let merged = fixture.ledger.merge_counterparties(newer, older).unwrap();
    assert_eq!(
        fixture.charges(),
        ["Onde Mobile monthly 4 -1299 2026-10-04"]
    );
    assert_eq!(fixture.alerts(), [""; 0]);
    fixture.ledger.undo(merged).unwrap();
    assert_eq!(fixture.charges(), [""; 0]);
    assert_eq!(fixture.ledger.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn transfers_between_own_accounts_are_no_charges() {
    let fixture = Fixture::new();
    let days = ["20260604", "20260706", "20260804", "20260904"];
    let out = days.map(|day| format!("{day} -200.00 VIR LIVRET A"));
    let into = days.map(|day| format!("{day} 200.00 VIR COMPTE COURANT"));
    let span = ("20260601", "20260930");
    fixture.import(&statement(ACCOUNT, span, &out));
    assert_eq!(
        fixture.charges().len(),
        1,
        "as far as one account alone tells"
    );
    fixture.import(&statement("00099999999", span, &into));
    assert_eq!(fixture.charges(), [""; 0]);
    assert_eq!(fixture.ledger.verify().unwrap(), Vec::<String>::new());
}
