//! A search finds what was typed, in entries, receipts and notes, and nothing else.
#![allow(clippy::unwrap_used)]

use ledger::{Answers, ConversationKind, Dropped, Found, Hit, ItemKind, Ledger, Watch, Written};
use vault::Key;

fn statement(name: &str, account: &str, currency: &str, rows: &[&str]) -> Dropped {
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
         <OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>{currency}\n\
         <BANKACCTFROM><BANKID>10107<ACCTID>{account}<ACCTTYPE>CHECKING</BANKACCTFROM>\n<BANKTRANLIST>\n{rows}\
         </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    );
    Dropped {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    }
}

fn orders() -> Dropped {
    let header = "Website,Order ID,Order Date,Purchase Order Number,Currency,Unit Price,Unit Price Tax,Shipping Charge,\
        Total Discounts,Total Owed,Shipment Item Subtotal,Shipment Item Subtotal Tax,ASIN,Product Condition,Quantity,\
        Payment Instrument Type,Order Status,Shipment Status,Ship Date,Shipping Option,Shipping Address,Billing Address,\
        Carrier Name & Tracking Number,Product Name,Gift Message\n";
    let row = |number: &str, day: &str, total: &str, what: &str| {
        format!(
            "Amazon.fr,{number},{day}T09:10:11Z,Not Applicable,EUR,{total},0,0,0,{total},{total},0,B0AAAAAAA1,New,1,\
             Visa - 4242,Closed,Shipped,{day}T10:00:00Z,std,x,x,Not Available,{what},Not Available\n"
        )
    };
    let text = [
        header.to_owned(),
        row(
            "404-1111111-2222222",
            "2026-03-02",
            "22.00",
            "Lampe de bœuf",
        ),
        row(
            "404-3333333-4444444",
            "2026-03-09",
            "61.50",
            "Bouilloire à filtre",
        ),
    ];
    Dropped {
        name: "orders.csv".to_owned(),
        bytes: text.concat().into_bytes(),
    }
}

struct Fixture {
    folder: tempfile::TempDir,
    key: Key,
    ledger: Ledger,
}

fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let key = Key::random().unwrap();
    let ledger = Ledger::create(folder.path(), &key).unwrap();
    let drops = [
        statement(
            "march.ofx",
            "04178820316",
            "EUR",
            &[
                "20260303 -22.00 AMAZON EU SARL",
                "20260304 -64.90 CARTE VOLT ET CIE",
                "20260320 64.90 CARTE VOLT ET CIE",
                "20260321 -4.20 CAFE DES TILLEULS",
                "20260401 -42.10 CAFE DU PONT",
                "20270101 -120.00 CAFE DU PONT",
            ],
        ),
        statement("yen.ofx", "77001", "JPY", &["20260305 -100 TOKYO CAFE"]),
        orders(),
    ];
    for dropped in drops {
        let done = ledger.import(&dropped, &Answers::none(), true, Watch::nobody());
        done.unwrap().operation.unwrap();
    }
    Fixture {
        folder,
        key,
        ledger,
    }
}

impl Fixture {
    fn import(&self, dropped: &Dropped) {
        let done = self
            .ledger
            .import(dropped, &Answers::none(), true, Watch::nobody());
        done.unwrap().operation.unwrap();
    }

    fn search(&self, typed: &str) -> Found {
        self.ledger.search(typed, 100).unwrap()
    }

    /// What is found, newest first: entries by day and amount, receipts by title, notes by their words.
    fn found(&self, typed: &str) -> Vec<String> {
        let hits = self.search(typed).hits.into_iter();
        hits.map(|hit| match hit.item.kind {
            ItemKind::Entry(row, _) => {
                let entry = row.state.entry;
                format!("{} {}", entry.order_date, entry.amount_minor)
            }
            ItemKind::Receipt(view) => view.receipt.lines[0].name.clone(),
            ItemKind::Note(note) => note.note,
            other => format!("{other:?}"),
        })
        .collect()
    }
}

#[test]
fn every_word_has_to_be_found_and_may_be_a_beginning() {
    let fixture = fixture();
    assert_eq!(
        fixture.found("café"),
        [
            "2027-01-01 -12000",
            "2026-04-01 -4210",
            "2026-03-21 -420",
            "2026-03-05 -100"
        ]
    );
    assert_eq!(
        fixture.found("caf pon"),
        ["2027-01-01 -12000", "2026-04-01 -4210"]
    );
    assert_eq!(fixture.found("\"du pont\" caf").len(), 2);
    assert_eq!(fixture.found("\"pont du\""), Vec::<String>::new());
    assert_eq!(
        fixture.found("café -pont -tokyo"),
        ["2026-03-21 -420"],
        "what must not be found is not"
    );
}

#[test]
fn amounts_are_found_in_every_currency_there_is() {
    let fixture = fixture();
    assert_eq!(fixture.found("42,10"), ["2026-04-01 -4210"]);
    assert_eq!(
        fixture.found("amount:100"),
        ["2026-03-05 -100"],
        "a yen has no decimals"
    );
    assert_eq!(
        fixture.found(">100"),
        ["2027-01-01 -12000"],
        "more than a hundred of anything"
    );
    assert_eq!(
        fixture.found(">=64,90 €"),
        ["2027-01-01 -12000", "2026-03-20 6490", "2026-03-04 -6490"]
    );
    assert_eq!(fixture.found("+64,90"), ["2026-03-20 6490"]);
    assert_eq!(fixture.found("-64,90 € -tokyo"), ["2026-03-04 -6490"]);
    assert_eq!(
        fixture.found("60..70"),
        ["2026-03-20 6490", "Bouilloire à filtre", "2026-03-04 -6490"],
        "a receipt that waits has an amount, too"
    );
}

#[test]
fn an_amount_with_its_currency_is_also_what_a_purchase_abroad_states() {
    let fixture = fixture();
    let abroad = statement(
        "abroad.ofx",
        "04178820316",
        "EUR",
        &["20260402 -10.00 HARBOR BOOKS<ORIGCURRENCY><CURRATE>0.80<CURSYM>USD</ORIGCURRENCY>"],
    );
    fixture.import(&abroad);
    assert_eq!(fixture.found("$12.50"), ["2026-04-02 -1000"]);
    assert_eq!(fixture.found("12,50 $ harbor"), ["2026-04-02 -1000"]);
    assert_eq!(fixture.found(">12 USD 2026"), ["2026-04-02 -1000"]);
    assert_eq!(fixture.found("12,50 €"), Vec::<String>::new());
    assert_eq!(fixture.found("10,00 €"), ["2026-04-02 -1000"]);
}

#[test]
fn a_word_of_a_receipt_stands_beside_the_amount_that_its_purchase_abroad_states() {
    let fixture = fixture();
    fixture.import(&statement(
        "abroad.ofx",
        "04178820316",
        "EUR",
        &["20260311 -61.50 AMAZON EU SARL<ORIGCURRENCY><CURRATE>0.75<CURSYM>USD</ORIGCURRENCY>"],
    ));
    let paid = ["2026-03-11 -6150"];
    assert_eq!(fixture.found("filtre"), paid);
    assert_eq!(fixture.found("82,00 USD"), paid);
    assert_eq!(fixture.found("filtre 82,00 USD"), paid);
    assert_eq!(fixture.found("lampe 82,00 USD"), Vec::<String>::new());
}

#[test]
fn a_word_that_must_not_be_found_keeps_a_receipt_that_waits_out() {
    let fixture = fixture();
    assert_eq!(fixture.found("60..62"), ["Bouilloire à filtre"]);
    assert_eq!(fixture.found("60..62 -lampe"), ["Bouilloire à filtre"]);
    assert_eq!(fixture.found("60..62 -filtre"), Vec::<String>::new());
    assert_eq!(fixture.found("60..62 -amazon"), Vec::<String>::new());
}

#[test]
fn a_fee_is_found_in_whatever_conversation_it_is() {
    let fixture = fixture();
    fixture.import(&statement(
        "fees.ofx",
        "04178820316",
        "EUR",
        &[
            "20260406 -2.00 FRAIS DE TENUE DE COMPTE",
            "20260506 -2.00 FRAIS DE TENUE DE COMPTE",
        ],
    ));
    let fees = ["2026-05-06 -200", "2026-04-06 -200"];
    assert_eq!(fixture.found("is:fee"), fees);
    let ledger = &fixture.ledger;
    let one = |typed: &str| ledger.search(typed, 1).unwrap().entries().remove(0);
    let cafe = one("42,10").state.entry.counterparty;
    let fee = one("is:fee").state.entry;
    ledger.move_entry(fee.id, Some(cafe)).unwrap();
    assert_eq!(fixture.found("is:fee"), fees, "one is moved");
    ledger.merge_counterparties(fee.counterparty, cafe).unwrap();
    assert_eq!(fixture.found("is:fee"), fees, "the other's is merged");
}

#[test]
fn days_names_and_states_narrow_what_is_found() {
    let fixture = fixture();
    assert_eq!(
        fixture.found("café mars 2026"),
        ["2026-03-21 -420", "2026-03-05 -100"]
    );
    assert_eq!(fixture.found("2027"), ["2027-01-01 -12000"]);
    assert_eq!(
        fixture.found("depuis:2026-04 avant:2027"),
        ["2026-04-01 -4210"]
    );
    assert_eq!(
        fixture.found("chez:volt"),
        ["2026-03-20 6490", "2026-03-04 -6490"]
    );
    assert_eq!(fixture.found("compte:77001"), ["2026-03-05 -100"]);
    assert_eq!(fixture.found("account:0316 café").len(), 3);
    assert_eq!(fixture.found("est:remboursement"), ["2026-03-20 6490"]);
    assert_eq!(fixture.found("is:refunded"), ["2026-03-04 -6490"]);
    assert_eq!(fixture.found("has:receipt"), ["2026-03-03 -2200"]);
    assert_eq!(fixture.found("sans:reçu amazon"), Vec::<String>::new());
    assert_eq!(fixture.found("is:in"), ["2026-03-20 6490"]);
}

#[test]
fn a_word_of_a_receipt_finds_the_entry_that_paid_for_it_or_the_receipt_that_waits() {
    let fixture = fixture();
    assert_eq!(
        fixture.found("boeuf"),
        ["2026-03-03 -2200"],
        "by a line of the receipt, whatever its letters"
    );
    assert_eq!(fixture.found("filtre"), ["Bouilloire à filtre"]);
    assert_eq!(fixture.found("404-3333333"), ["Bouilloire à filtre"]);
    assert_eq!(fixture.found("filtre 2027"), Vec::<String>::new());
    let found = fixture.search("boeuf");
    assert_eq!(found.hits[0].told[0].document, "orders.csv");
}

#[test]
fn notes_and_tags_are_found_wherever_they_stand() {
    let fixture = fixture();
    let ledger = &fixture.ledger;
    let pont = ledger.search("42,10", 1).unwrap().entries().remove(0);
    let id = pont.state.entry.id;
    ledger.note_entry(id, "Laver le filtre").unwrap();
    ledger.tag_entry(id, &["vacances".to_owned()], &[]).unwrap();
    let with = ConversationKind::Counterparty(pont.state.entry.counterparty);
    let written = Written {
        text: "Demander la facture".to_owned(),
        tags: vec!["travail".to_owned()],
        remind: None,
    };
    ledger.write_note(with, &written).unwrap();
    assert_eq!(
        fixture.found("filtre"),
        ["2026-04-01 -4210", "Bouilloire à filtre"]
    );
    assert_eq!(fixture.found("#vacances"), ["2026-04-01 -4210"]);
    assert_eq!(
        fixture.found("tag:vac"),
        ["2026-04-01 -4210"],
        "while it is typed"
    );
    assert_eq!(fixture.found("has:note 42,10"), ["2026-04-01 -4210"]);
    assert_eq!(fixture.found("facture demander"), ["Demander la facture"]);
    assert_eq!(fixture.found("#travail"), ["Demander la facture"]);
    assert_eq!(fixture.found("chez:pont facture"), ["Demander la facture"]);
}

#[test]
fn what_names_nothing_says_so_and_finds_nothing() {
    let fixture = fixture();
    for typed in ["chez:personne", "compte:lune", "#absent", "café #absent"] {
        let found = fixture.search(typed);
        assert_eq!(found.hits.len(), 0, "{typed}");
        assert_eq!(found.unknown.len(), 1, "{typed}");
    }
    assert!(
        fixture.search("2026-02-30").hits.is_empty(),
        "a day that does not exist finds nothing rather than everything"
    );
    assert!(fixture.search("").hits.is_empty());
    assert_eq!(
        fixture.found("café 2026-02-30").len(),
        4,
        "what cannot be looked for does not hide what the words find"
    );
}

#[test]
fn a_ledger_that_is_opened_again_finds_the_same() {
    let Fixture {
        folder,
        key,
        ledger,
    } = fixture();
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
    drop(ledger);
    let ledger = Ledger::open(folder.path(), &key, true).unwrap();
    assert_eq!(ledger.search("filtre", 9).unwrap().hits.len(), 1);
}

#[test]
fn the_newest_are_kept_where_there_are_more_than_asked_for() {
    let fixture = fixture();
    let found = fixture.ledger.search("café", 2).unwrap();
    assert!(found.more);
    let days: Vec<String> = found
        .hits
        .iter()
        .map(|hit| hit.item.date.to_string())
        .collect();
    assert_eq!(days, ["2027-01-01", "2026-04-01"]);
    assert!(!fixture.ledger.search("café", 4).unwrap().more);
}

#[test]
fn each_entry_counts_once_however_many_currencies_there_are() {
    let fixture = fixture();
    let found = |typed: &str, limit: u32| {
        let found = fixture.ledger.search(typed, limit).unwrap();
        let days = found.hits.iter().map(|hit| hit.item.date.to_string());
        (days.collect::<Vec<_>>(), found.more)
    };
    let days = ["2027-01-01", "2026-04-01", "2026-03-21"].map(str::to_owned);
    assert_eq!(found("is:out", 3), (days.to_vec(), true));
    assert_eq!(found("amount:<=9999999", 1).0, ["2027-01-01"]);
    let (all, more) = found("is:out", 6);
    assert_eq!((all.len(), more), (6, false));
}

#[test]
fn the_newest_amounts_are_those_shown_last_not_those_booked_last() {
    let fixture = fixture();
    fixture.import(&statement(
        "late.ofx",
        "04178820316",
        "EUR",
        &[
            "20260610 -7.11 HARBOR BOOKS<DTUSER>20260501",
            "20260609 -7.12 HARBOR BOOKS<DTUSER>20260502",
            "20260605 -7.13 HARBOR BOOKS",
        ],
    ));
    let found = fixture.ledger.search("7,10..7,20", 1).unwrap();
    assert!(found.more);
    assert_eq!(found.hits[0].item.date.to_string(), "2026-06-05");
    assert_eq!(
        fixture.found("7,10..7,20"),
        ["2026-06-05 -713", "2026-05-02 -712", "2026-05-01 -711"]
    );
    assert_eq!(
        fixture.found("7,10..7,20 mai 2026"),
        ["2026-05-02 -712", "2026-05-01 -711"],
        "of the month that is shown, not of the bank's"
    );
    assert_eq!(
        fixture.found("7,10..7,20 depuis:2026-05-02"),
        ["2026-06-05 -713", "2026-05-02 -712"]
    );
    assert_eq!(
        fixture.found("harbor 7,10..7,20 mai 2026"),
        ["2026-05-02 -712", "2026-05-01 -711"]
    );
}

/// Twelve hundred payments in months that follow each other, each to a merchant of its own; the oldest three are called otherwise, and
/// each twentieth has a word more.
fn with_many_words() -> Fixture {
    let fixture = fixture();
    let rows: Vec<String> = (0..1200)
        .map(|at: i32| {
            let (year, month) = (1920 + at / 12, at % 12 + 1);
            let name = match at {
                0..3 => format!("QUAI{at} ANCIEN"),
                _ if at % 20 == 0 => format!("K{at} ENSEIGNE VITRINE{at}"),
                _ => format!("K{at} ENSEIGNE"),
            };
            format!("{year}{month:02}15 -{at}.50 {name}")
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    fixture.import(&statement("years.ofx", "04178820316", "EUR", &rows));
    fixture
}

#[test]
fn a_beginning_of_very_many_words_finds_the_newest_and_all_that_there_is() {
    let fixture = with_many_words();
    let newest = fixture.ledger.search("k", 3).unwrap();
    let days: Vec<String> = newest
        .hits
        .iter()
        .map(|hit| hit.item.date.to_string())
        .collect();
    assert_eq!(days, ["2019-12-15", "2019-11-15", "2019-10-15"]);
    assert!(newest.more);
    assert_eq!(fixture.ledger.search("k", 2000).unwrap().hits.len(), 1197);
    let both = fixture.ledger.search("enseigne k", 2000).unwrap();
    assert_eq!(both.hits.len(), 1197);
    assert_eq!(
        fixture.found("quai"),
        ["1920-03-15 -250", "1920-02-15 -150", "1920-01-15 -50"],
        "further back than what is read first"
    );
    assert_eq!(fixture.found("k1980").len(), 0);
    assert_eq!(fixture.found("-enseigne k").len(), 0);
}

#[test]
fn what_one_in_twenty_holds_is_found_newest_first_however_many_are_asked_for() {
    let fixture = with_many_words();
    let all: Vec<i32> = (0..1200)
        .rev()
        .filter(|at| at % 20 == 0 && *at > 2)
        .collect();
    for limit in [2, 10, 29, 45, 59, 100] {
        let found = fixture.ledger.search("vitr", limit).unwrap();
        let cents = |hit: &Hit| match &hit.item.kind {
            ItemKind::Entry(row, _) => row.state.entry.amount_minor,
            _ => panic!("an entry"),
        };
        let found_at: Vec<i64> = found.hits.iter().map(cents).collect();
        let newest = all.iter().take(limit as usize);
        let newest: Vec<i64> = newest.map(|at| -(i64::from(*at) * 100 + 50)).collect();
        assert_eq!(found_at, newest, "{limit}");
        assert_eq!(found.more, all.len() > limit as usize);
    }
}

#[test]
fn a_note_is_found_by_a_letter_that_very_many_words_begin_with() {
    let fixture = with_many_words();
    let entry = fixture.search("k499").hits.remove(0);
    let ItemKind::Entry(row, _) = entry.item.kind else {
        panic!("an entry")
    };
    let id = row.state.entry.id;
    fixture.ledger.note_entry(id, "Zinc kiosque").unwrap();
    let words: String = (0..20).map(|at| format!("z{at} ")).collect();
    let other = fixture.search("k498").hits.remove(0);
    let ItemKind::Entry(row, _) = other.item.kind else {
        panic!("an entry")
    };
    fixture
        .ledger
        .note_entry(row.state.entry.id, words.trim())
        .unwrap();
    assert_eq!(fixture.search("z").hits.len(), 2);
    assert_eq!(fixture.search("enseigne z").hits.len(), 2);
}
