//! Living on a desktop: the tray, closing, locking, starting twice.

use std::io::Read;
use std::process::Stdio;

use journeys::app::{App, counterfoil};
use journeys::catalogue::say;
use journeys::desktop::Desktop;
use journeys::hands::{Hands, Seen};
use journeys::process::Running;
use journeys::tray::Tray;
use journeys::{picture, statement};

use crate::steps::{Lock, bubbles, drop_statement, first_run, labels_with, open_account, unlock};

#[test]
fn a_locked_tray_says_so_and_shows_nothing_and_the_screen_saver_locks_too() {
    let desktop = Desktop::open();
    let mut tray = Tray::open(&desktop);
    let mut hands = Seen::at(&desktop, App::start(&desktop));
    first_run(&mut hands, Lock::Passphrase);
    drop_statement(&desktop, &mut hands, "locked");
    tray.choose(&say("tray-show-amounts"));
    let open = labels_with(&mut tray, statement::BALANCE);

    tray.choose(&say("tray-lock"));
    shows_nothing(&mut tray, &open);
    hands.see(&say("lock-title"));
    picture::take(&desktop, "locked");

    unlock(&mut hands, Lock::Passphrase);
    labels_with(&mut tray, statement::BALANCE);
    desktop.lock_screen();
    shows_nothing(&mut tray, &open);
    hands.see(&say("lock-title"));
    assert!(
        hands.bubbles().is_empty(),
        "a locked window shows no bubble"
    );
}

fn shows_nothing(tray: &mut Tray, open: &[String]) {
    let locked = labels_with(tray, &say("tray-locked"));
    let account = open
        .iter()
        .find(|label| label.contains(statement::BALANCE))
        .unwrap();
    let name = account.split(':').next().unwrap();
    for label in &locked {
        let tells = label.contains(name)
            || label.contains('•')
            || label.chars().any(|sign| sign.is_ascii_digit());
        assert!(
            !tells,
            "a locked tray names no account, no amount and no day: {locked:#?}"
        );
    }
}

#[test]
fn without_a_tray_the_app_works_says_so_in_settings_and_quits_when_closed() {
    let desktop = Desktop::open();
    let mut hands = Seen::at(&desktop, App::start(&desktop));
    first_run(&mut hands, Lock::Passphrase);
    drop_statement(&desktop, &mut hands, "no-tray");
    hands.press(&say("rail-settings"));
    hands.see(&say("settings-tray-missing"));
    picture::take(&desktop, "no-tray");
    desktop.close_window(&desktop.window("Counterfoil"));
    hands.wait_for_end();
}

#[test]
fn with_a_tray_closing_hides_and_tray_second_start_or_a_lost_tray_bring_the_window_back() {
    let desktop = Desktop::open();
    let mut tray = Tray::open(&desktop);
    let mut hands = Seen::at(&desktop, App::start(&desktop));
    first_run(&mut hands, Lock::Passphrase);
    let before = drop_statement(&desktop, &mut hands, "hidden");
    labels_with(&mut tray, "•••");

    desktop.close_window(&desktop.window("Counterfoil"));
    hands.window_is(false);
    assert!(hands.app().runs(), "closing hides: the tray stays");
    tray.choose(&say("tray-open"));
    hands.window_is(true);

    desktop.close_window(&desktop.window("Counterfoil"));
    hands.window_is(false);
    let again = statement::write(&desktop.bank());
    let mut second = Running::start(
        desktop
            .command(counterfoil())
            .arg(&again)
            .stderr(Stdio::piped()),
    );
    assert!(
        second.wait().success(),
        "the second start is done once the first has come forward"
    );
    let mut said = String::new();
    second
        .child()
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert!(
        said.contains("Counterfoil"),
        "the second start says what it did: {said:?}"
    );
    hands.window_is(true);
    hands.see(&say("toast-nothing-new"));
    open_account(&mut tray, &mut hands);
    assert_eq!(
        bubbles(&mut hands, statement::COUNT),
        before,
        "the first window is as it was"
    );

    desktop.close_window(&desktop.window("Counterfoil"));
    hands.window_is(false);
    tray.leave();
    hands.window_is(true);
}
