//! What the desktop is told while the ledger is open.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::Path;
use std::sync::{Arc, Mutex};

use api::app::{ConfirmPhrase, CreateLedger, Unlock};
use api::composer::TypedLine;
use api::conversations::ConversationRef;
use api::notices::Notice;
use api::settings::Notifications;
use api::{App, Event};
use chrono::{Days, Local, NaiveDate};

const PASSPHRASE: &str = "sirop girafe mardi bocal";

type Heard = Arc<Mutex<Vec<Notice>>>;

fn listening(folder: &Path) -> (App, Heard) {
    let heard = Heard::default();
    let ear = Arc::clone(&heard);
    let hear = move |event| {
        if let Event::Notice(notice) = event {
            ear.lock().unwrap().push(notice);
        }
    };
    (App::new(folder.to_owned(), "en-GB", Box::new(hear)), heard)
}

fn window(folder: &Path) -> (App, Heard) {
    let (app, heard) = listening(folder);
    create(&app);
    (app, heard)
}

fn create(app: &App) {
    let phrase = app
        .create_ledger(CreateLedger {
            passphrase: Some(PASSPHRASE.to_owned()),
            keyring: false,
        })
        .unwrap();
    let words = phrase
        .ask
        .map(|at| phrase.words[usize::from(at) - 1].clone());
    app.confirm_phrase(ConfirmPhrase { words }).unwrap();
    app.poll();
}

fn unlock(app: &App) {
    let passphrase = PASSPHRASE.to_owned();
    app.unlock(Unlock::Passphrase { passphrase }).unwrap();
}

/// Another program on the same ledger.
fn other(folder: &Path) -> App {
    let (app, _) = listening(folder);
    unlock(&app);
    app
}

fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// Two equal debits minutes apart, so many days ago, with a merchant.
fn twice(days: u64, merchant: &str) -> String {
    let on = today() - Days::new(days);
    format!(
        "IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Heure;Libelle;Montant\n\
         {on};18:02;CARTE {merchant};-24,99\n{on};18:05;CARTE {merchant};-24,99\n"
    )
}

fn import(app: &App, name: &str, text: &str) {
    let review = app.preview_bytes(name, text.as_bytes(), None).unwrap();
    app.commit_import(review.review, Vec::new()).unwrap();
}

fn titles(heard: &Heard) -> Vec<String> {
    let notices = std::mem::take(&mut *heard.lock().unwrap());
    notices.into_iter().map(|notice| notice.title).collect()
}

fn choose(app: &App, notifications: Notifications, hide_amounts: bool) {
    let mut settings = app.get_settings().unwrap();
    settings.notifications = notifications;
    settings.hide_amounts = hide_amounts;
    app.set_settings(settings).unwrap();
}

#[test]
fn an_alert_that_another_program_brings_is_told_once_and_names_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let (app, heard) = window(folder.path());
    let other = other(folder.path());
    import(&other, "a.csv", &twice(4, "VOLT ET CIE"));
    app.poll();
    let notice = heard.lock().unwrap().remove(0);
    let said = [notice.title, notice.body, notice.open, notice.later];
    assert_eq!(
        said,
        [
            "An alert is waiting",
            "Open Counterfoil to read it.",
            "Open",
            "Later"
        ]
    );
    let about = app.list_alerts().unwrap()[0].counterparty;
    assert_eq!(notice.about, ConversationRef::Counterparty(about));
    app.poll();
    import(&other, "b.csv", &twice(3, "CAFE DES TILLEULS"));
    import(&other, "c.csv", &twice(2, "LIBRAIRIE DU PORT"));
    app.poll();
    assert_eq!(titles(&heard), ["2 alerts are waiting"]);
}

#[test]
fn in_full_the_merchant_is_named_and_the_amount_unless_amounts_are_hidden() {
    let folder = tempfile::tempdir().unwrap();
    let (app, heard) = window(folder.path());
    let other = other(folder.path());
    choose(&app, Notifications::Full, false);
    import(&other, "a.csv", &twice(4, "VOLT ET CIE"));
    app.poll();
    choose(&app, Notifications::Full, true);
    import(&other, "b.csv", &twice(3, "CAFE DES TILLEULS"));
    app.poll();
    assert_eq!(
        titles(&heard),
        [
            "Volt et Cie, €24.99: two identical debits 3 minutes apart",
            "Cafe des Tilleuls: two identical debits 3 minutes apart"
        ]
    );
}

#[test]
fn what_came_while_off_or_locked_is_never_told_later() {
    let folder = tempfile::tempdir().unwrap();
    let (app, heard) = window(folder.path());
    let other = other(folder.path());
    choose(&app, Notifications::Off, false);
    import(&other, "a.csv", &twice(4, "VOLT ET CIE"));
    app.poll();
    choose(&app, Notifications::Discreet, false);
    app.lock();
    import(&other, "b.csv", &twice(3, "CAFE DES TILLEULS"));
    app.poll();
    unlock(&app);
    app.poll();
    assert_eq!(titles(&heard), [""; 0]);
    import(&other, "c.csv", &twice(2, "LIBRAIRIE DU PORT"));
    app.poll();
    assert_eq!(
        titles(&heard),
        ["An alert is waiting"],
        "but what is new is"
    );
}

#[test]
fn a_ledger_made_after_all_was_erased_tells_of_its_own_alerts() {
    let folder = tempfile::tempdir().unwrap();
    let (app, heard) = window(folder.path());
    for _ in 0..2 {
        let other = other(folder.path());
        import(&other, "a.csv", &twice(4, "VOLT ET CIE"));
        app.poll();
        drop(other);
        assert_eq!(titles(&heard), ["An alert is waiting"]);
        app.erase_all().unwrap();
        create(&app);
    }
}

#[test]
fn a_reminder_for_today_is_told_once_also_where_the_ledger_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let (app, heard) = window(folder.path());
    import(&app, "a.csv", &twice(4, "VOLT ET CIE"));
    app.poll();
    titles(&heard);
    choose(&app, Notifications::Full, true);
    for text in [
        "/reminder today pay 45 euros back",
        "/reminder tomorrow call the bank",
    ] {
        let line = TypedLine {
            conversation: ConversationRef::Account(1),
            about: None,
            text: text.to_owned(),
        };
        app.send_line(&line).unwrap();
    }
    app.poll();
    assert_eq!(titles(&heard), ["Reminder: pay ••• euros back"]);
    app.lock();
    unlock(&app);
    app.poll();
    assert_eq!(titles(&heard), [""; 0]);
    let (again, heard) = listening(folder.path());
    unlock(&again);
    again.poll();
    let told = titles(&heard);
    assert_eq!(
        told,
        ["Reminder: pay ••• euros back"],
        "the alert was there"
    );
}
