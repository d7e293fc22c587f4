//! Alerts that another program brings while the window is hidden: told by the desktop, discreetly unless that is chosen otherwise.

use std::fs;

use journeys::app::{App, foil};
use journeys::catalogue::say;
use journeys::desktop::Desktop;
use journeys::hands::{Hands, Seen};
use journeys::notices::Notices;
use journeys::process::run;
use journeys::tray::Tray;
use journeys::wait::until;

use crate::steps::{Lock, PASSPHRASE, bubbles, drop_statement, first_run, labels_with};

const ALERT: &str = "An alert is waiting";

/// Two equal debits minutes apart, brought by the command line.
fn bring(desktop: &Desktop, day: u32, merchant: &str) {
    let on = format!("{day:02}/10/2026");
    let statement = format!(
        "IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Heure;Libelle;Montant\n\
         {on};18:02;CARTE {merchant};-24,99\n{on};18:05;CARTE {merchant};-24,99\n"
    );
    let file = desktop.bank().join(format!("{day}.csv"));
    fs::write(&file, statement).unwrap();
    let passphrase = desktop.home().join("passphrase");
    fs::write(&passphrase, format!("{PASSPHRASE}\n")).unwrap();
    let mut import = desktop.command(foil());
    import.arg("--ledger").arg(desktop.ledger());
    import.arg("--passphrase-file").arg(&passphrase);
    run(import.args(["import", "--yes"]).arg(&file));
}

/// Chooses what notifications say, by the keyboard once the list is open.
fn choose(desktop: &Desktop, hands: &mut Seen<'_>, key: &str) {
    hands.press(&say("rail-settings"));
    hands.press(&say("settings-privacy"));
    hands.press_beginning(&say("settings-notifications"));
    let label = say(key);
    hands.see(&label);
    desktop.type_text(&label);
    desktop.press_key("Return");
    hands.see(&say(&key.replace("notifications-", "notifications-hint-")));
}

fn hide(desktop: &Desktop, hands: &mut Seen<'_>) {
    desktop.close_window(&desktop.window("Counterfoil"));
    hands.window_is(false);
}

#[test]
fn an_alert_brought_while_the_window_is_hidden_is_told_by_the_desktop_and_opens_it() {
    let desktop = Desktop::open();
    let mut tray = Tray::open(&desktop);
    let mut notices = Notices::open(&desktop);
    let mut hands = Seen::at(&desktop, App::start(&desktop));
    first_run(&mut hands, Lock::Passphrase);
    drop_statement(&desktop, &mut hands, "notices-hidden");

    bring(&desktop, 2, "GARAGE DU PORT");
    labels_with(&mut tray, "1 alert");
    assert_eq!(notices.list(), [], "who looks at the window is not told");

    hide(&desktop, &mut hands);
    bring(&desktop, 5, "VOLT ET CIE");
    let first = notices.wait_for(1).remove(0);
    assert_eq!(
        (first.title.as_str(), first.body.as_str()),
        (ALERT, "Open Counterfoil to read it.")
    );
    assert_eq!(
        first.actions,
        ["default", "Open", "open", "Open", "later", "Later"]
    );
    notices.press(&first, "later");
    hands.window_is(false);

    bring(&desktop, 9, "MERCERIE DU PONT");
    let second = notices.wait_for(2).remove(1);
    assert_eq!(second.title, ALERT);
    notices.press(&second, "open");
    hands.window_is(true);
    bubbles(&mut hands, 2);
    hands.see(&say("alert-mine"));

    choose(&desktop, &mut hands, "notifications-full");
    hide(&desktop, &mut hands);
    bring(&desktop, 13, "LIBRAIRIE CENTRALE");
    let third = notices.wait_for(3).remove(2);
    assert_eq!(
        third.title,
        "Librairie Centrale, €24.99: two identical debits 3 minutes apart"
    );

    tray.choose(&say("tray-lock"));
    labels_with(&mut tray, &say("tray-locked"));
    until("the notification to go with the ledger's locking", || {
        notices.list().remove(2).is_closed.then_some(())
    });
    assert_eq!(
        notices.list().len(),
        3,
        "of what was looked at nothing came late"
    );
}

#[test]
fn switched_off_nothing_is_told_and_later_only_what_is_new() {
    let desktop = Desktop::open();
    let mut tray = Tray::open(&desktop);
    let mut notices = Notices::open(&desktop);
    let mut hands = Seen::at(&desktop, App::start(&desktop));
    first_run(&mut hands, Lock::Passphrase);
    drop_statement(&desktop, &mut hands, "notices-off");
    choose(&desktop, &mut hands, "notifications-off");
    hide(&desktop, &mut hands);
    bring(&desktop, 2, "GARAGE DU PORT");
    labels_with(&mut tray, "1 alert");

    tray.choose(&say("tray-open"));
    hands.window_is(true);
    choose(&desktop, &mut hands, "notifications-discreet");
    hide(&desktop, &mut hands);
    bring(&desktop, 5, "VOLT ET CIE");
    let all = notices.wait_for(1);
    assert_eq!(all[0].title, ALERT, "one alert, not both");
    assert_eq!(notices.list().len(), 1, "nor does what was off come late");
}
