//! An import is taken back as easily as it was made.

use journeys::app::App;
use journeys::catalogue::say;
use journeys::desktop::Desktop;
use journeys::hands::{Hands, Seen};
use journeys::tray::Tray;
use journeys::{picture, statement};

use crate::steps::{Lock, bubbles, drop_statement, first_run, labels_with};

#[test]
fn the_toast_takes_an_import_back_and_brings_it_again() {
    let desktop = Desktop::open();
    let mut tray = Tray::open(&desktop);
    let mut hands = Seen::at(&desktop, App::start(&desktop));
    first_run(&mut hands, Lock::Passphrase);
    let before = drop_statement(&desktop, &mut hands, "undo");
    labels_with(&mut tray, "•••");

    hands.press(&say("toast-undo"));
    hands.see(&say("toast-undone"));
    bubbles(&mut hands, 0);
    labels_with(&mut tray, &say("tray-no-account"));
    picture::take(&desktop, "undo-undone");

    hands.press(&say("toast-redo"));
    hands.see(&say("toast-redone"));
    labels_with(&mut tray, "•••");
    crate::steps::open_account(&mut tray, &mut hands);
    let after = bubbles(&mut hands, statement::COUNT);
    assert_eq!(after, before, "undone and redone is as if never undone");
}
