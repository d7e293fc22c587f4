//! From nothing to a bubble and a tray balance, and the same again after a restart.

use journeys::catalogue::say;
use journeys::desktop::Desktop;
use journeys::hands::Hands;
use journeys::keyring::Keyring;
use journeys::tray::Tray;
use journeys::webdriver::Driven;
use journeys::{picture, statement};

use vault::KeyFile;

use crate::steps::{
    Lock, bubbles, choose_lock, drop_statement, first_run, labels_with, open_account, unlock,
};

#[test]
fn a_dropped_statement_becomes_bubbles_and_a_tray_balance_and_stays_after_a_restart() {
    let desktop = Desktop::open();
    walk_driven(&desktop, Lock::Passphrase, "spine");
}

#[test]
fn the_same_journey_goes_with_the_key_in_the_system_keyring() {
    let desktop = Desktop::open();
    let _keyring = Keyring::open(&desktop);
    walk_driven(&desktop, Lock::Keyring, "keyring");
}

#[test]
fn until_the_words_are_confirmed_the_lock_that_was_chosen_last_is_the_only_one() {
    let desktop = Desktop::open();
    let _keyring = Keyring::open(&desktop);
    let mut driven = Driven::start(&desktop);
    let ways = || {
        let keys = KeyFile::load(&desktop.ledger());
        let keys = keys.expect("the keys are read").expect("there are keys");
        (keys.has_passphrase(), keys.has_keyring())
    };
    driven.press(&say("begin"));
    choose_lock(&mut driven, Lock::Passphrase);
    assert_eq!(ways(), (true, false));
    driven.press(&say("back"));
    choose_lock(&mut driven, Lock::Keyring);
    assert_eq!(ways(), (false, true));
    driven.press(&say("back"));
    choose_lock(&mut driven, Lock::Passphrase);
    assert_eq!(ways(), (true, false));
}

fn walk_driven(desktop: &Desktop, lock: Lock, name: &str) {
    let mut tray = Tray::open(desktop);
    let mut driven = Driven::start(desktop);
    walk(desktop, &mut tray, &mut driven, lock, name, |driven| {
        for (drawn, amount) in driven.drawn_bubbles().iter().zip(statement::AMOUNTS) {
            assert!(
                drawn.contains(amount),
                "a bubble shows its own amount, {amount}: {drawn:?}"
            );
        }
        let drawn = driven.drawn();
        assert!(
            drawn.contains(statement::BALANCE),
            "the window shows the balance that the bank states: {drawn}"
        );
    });
    let before = bubbles(&mut driven, statement::COUNT);
    tray.choose(&say("tray-quit"));
    driven.wait_for_end();
    drop(driven);
    let mut driven = Driven::start(desktop);
    come_back(desktop, &mut tray, &mut driven, lock, name, &before);
}

/// The journey up to the tray's balance, shown.
pub(crate) fn walk<H: Hands>(
    desktop: &Desktop,
    tray: &mut Tray,
    hands: &mut H,
    lock: Lock,
    name: &str,
    look: impl Fn(&mut H),
) {
    first_run(hands, lock);
    drop_statement(desktop, hands, name);
    picture::take(desktop, &format!("{name}-bubbles"));
    look(hands);
    let masked = labels_with(tray, "•••");
    assert!(
        !masked
            .iter()
            .any(|label| label.contains(statement::BALANCE)),
        "the tray hides amounts until asked: {masked:#?}"
    );
    tray.choose(&say("tray-show-amounts"));
    labels_with(tray, statement::BALANCE);
    tray.choose(&say("tray-show-amounts"));
    labels_with(tray, "•••");
}

/// The journey after a restart: the same bubbles.
pub(crate) fn come_back(
    desktop: &Desktop,
    tray: &mut Tray,
    hands: &mut impl Hands,
    lock: Lock,
    name: &str,
    before: &[String],
) {
    unlock(hands, lock);
    open_account(tray, hands);
    let after = bubbles(hands, statement::COUNT);
    picture::take(desktop, &format!("{name}-again"));
    assert_eq!(after, before, "a restart changes nothing in the timeline");
    tray.choose(&say("tray-quit"));
    hands.wait_for_end();
}
