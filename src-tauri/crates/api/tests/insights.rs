//! What the history says, as the window and the tray ask for it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::Path;
use std::time::SystemTime;

use api::app::{ConfirmPhrase, CreateLedger};
use api::conversations::{ConversationRef, ConversationRow};
use api::timeline::{PageRequest, TimelineItem};
use api::{App, ErrorCode};
use chrono::{DateTime, Days, Months, NaiveDate, Utc};

fn app(folder: &Path) -> App {
    let app = App::new(folder.to_owned(), "en-GB", Box::new(|_| {}));
    let phrase = app
        .create_ledger(CreateLedger {
            passphrase: Some("sirop girafe mardi bocal".to_owned()),
            keyring: false,
        })
        .unwrap();
    let words = phrase
        .ask
        .map(|at| phrase.words[usize::from(at) - 1].clone());
    app.confirm_phrase(ConfirmPhrase { words }).unwrap();
    app
}

fn today() -> NaiveDate {
    DateTime::<Utc>::from(SystemTime::now()).date_naive()
}

/// A phone that becomes dearer this month, and two equal debits three minutes apart yesterday.
fn statement(today: NaiveDate) -> String {
    let day = |day: NaiveDate| day.format("%Y-%m-%d");
    let mut rows = String::from(
        "IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Heure;Libelle;Montant\n",
    );
    let last = today - Days::new(8);
    for (month, price) in [
        (5, "12,99"),
        (4, "12,99"),
        (3, "12,99"),
        (2, "12,99"),
        (1, "12,99"),
        (0, "14,99"),
    ] {
        let on = day(last - Months::new(month));
        rows.push_str(&format!("{on};;PRLV SEPA ONDE MOBILE;-{price}\n"));
    }
    for time in ["18:02", "18:05"] {
        let on = day(today - Days::new(1));
        rows.push_str(&format!("{on};{time};CARTE VOLT ET CIE;-24,99\n"));
    }
    rows
}

fn import(app: &App, text: &str) {
    let review = app
        .preview_bytes("october.csv", text.as_bytes(), None)
        .unwrap();
    app.commit_import(review.review, Vec::new()).unwrap();
}

fn row(app: &App, name: &str) -> ConversationRow {
    let list = app.list_conversations().unwrap().conversations;
    list.into_iter().find(|row| row.name == name).unwrap()
}

fn kinds(app: &App, id: i64) -> Vec<&'static str> {
    let request = PageRequest {
        conversation: ConversationRef::Counterparty(id),
        before: None,
        after: None,
        at: None,
        limit: 50,
    };
    let items = app.page_timeline(request).unwrap().items;
    let kind = |item: &TimelineItem| match item {
        TimelineItem::Entry(_) => "entry",
        TimelineItem::Alert(_) => "alert",
        TimelineItem::PriceChange(_) => "rise",
        TimelineItem::Expected(_) => "expected",
        _ => "other",
    };
    items.iter().map(kind).collect()
}

#[test]
fn an_alert_is_in_the_list_the_tray_the_conversation_and_the_details_until_it_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    import(&app, &statement(today()));
    let volt = row(&app, "Volt et Cie");
    assert_eq!(volt.alerts, 1);
    assert_eq!(app.tray_lines()[0].label, "1 alert to check");
    assert_eq!(kinds(&app, volt.id), ["entry", "entry", "alert"]);
    let alert = app.list_alerts().unwrap().remove(0);
    assert_eq!(
        (alert.minutes, alert.from.as_deref()),
        (Some(3), Some("18:02"))
    );
    assert_eq!(app.get_entry(alert.entry).unwrap().alerts.len(), 1);
    let found = || app.search("volt", 9).unwrap().groups.remove(0).hits;
    let marks = || found().iter().map(|hit| hit.to_check).collect::<Vec<_>>();
    assert_eq!(marks(), [true, false], "a search marks the second one");
    let first = alert.first.unwrap();
    assert_eq!(
        app.get_entry(first).unwrap().alerts.len(),
        1,
        "either of the two"
    );

    let wrong = app.answer_alert("doubleDebit", alert.entry, "perhaps");
    assert_eq!(wrong.unwrap_err().code, ErrorCode::Refused);
    let said = app
        .answer_alert("doubleDebit", alert.entry, "mine")
        .unwrap();
    assert_eq!(said.operation_kind, "answerAlert");
    assert_eq!(row(&app, "Volt et Cie").alerts, 0);
    assert!(!app.tray_lines()[0].label.contains("alert"));
    assert_eq!(marks(), [false, false]);
    assert_eq!(
        kinds(&app, volt.id),
        ["entry", "entry", "alert"],
        "folded, not gone"
    );
    app.undo(said.operation).unwrap();
    assert_eq!(row(&app, "Volt et Cie").alerts, 1);
}

#[test]
fn a_rise_and_what_is_due_are_told_and_never_counted() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    import(&app, &statement(today()));
    let onde = row(&app, "Onde Mobile");
    let rise = onde.rise.clone().unwrap();
    assert_eq!(
        (rise.from.amount.as_str(), rise.to.amount.as_str()),
        ("-12.99", "-14.99")
    );
    assert_eq!(onde.count, 6);
    let told = kinds(&app, onde.id);
    assert_eq!(told[5..], ["entry", "rise", "expected"]);
    let header = app
        .get_header(ConversationRef::Counterparty(onde.id))
        .unwrap();
    let expected = header.expected.unwrap();
    assert_eq!(
        (expected.money.amount.as_str(), expected.known_by),
        ("-14.99", 6)
    );
    let sum: i64 = header.months.iter().map(|month| month.count).sum();
    assert_eq!(sum, 6, "what is expected is in no sum");
    app.answer_alert("rise", rise.entry, "seen").unwrap();
    assert_eq!(row(&app, "Onde Mobile").rise, None);
    let charges = app.list_charges().unwrap();
    assert_eq!(charges.len(), 1);
    assert_eq!(charges[0].price_changes.len(), 1, "known, not forgotten");
}
