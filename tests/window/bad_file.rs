//! What is not a statement is said to be none.

use std::fs;
use std::path::PathBuf;

use journeys::app::App;
use journeys::catalogue::say;
use journeys::desktop::{Desktop, SCREEN};
use journeys::hands::{Hands, Seen};
use journeys::secrets::files_below;
use journeys::tray::Tray;
use journeys::{drag, picture};

use crate::steps::{Lock, first_run, labels_with};

const PAGE: &str = "<!DOCTYPE html>\n<html><head><title>Votre session a expiré</title></head>\n<body><p>Reconnectez-vous.</p></body></html>\n";

#[test]
fn a_web_page_saved_as_ofx_is_diagnosed_and_leaves_the_ledger_as_it_was() {
    let desktop = Desktop::open();
    let mut tray = Tray::open(&desktop);
    let mut hands = Seen::at(&desktop, App::start(&desktop));
    first_run(&mut hands, Lock::Passphrase);
    labels_with(&mut tray, &say("tray-no-account"));
    let before = ledger_files(&desktop);

    let file = desktop.bank().join("october.ofx");
    fs::write(&file, PAGE).unwrap();
    drag::carry(&desktop, &[&file], (SCREEN.0 / 2, SCREEN.1 / 2)).drop_there();
    hands.see(&say("review-title"));
    hands.see(&say("file-unknown"));
    let finding = hands.see("Line 1:");
    assert!(
        finding.len() > 80,
        "the finding says what the file is and what to do: {finding}"
    );
    hands.see("<!DOCTYPE html>");
    picture::take(&desktop, "bad-file");

    hands.press(&say("cancel"));
    hands.press(&say("later"));
    hands.see(&say("empty-list"));
    labels_with(&mut tray, &say("tray-no-account"));
    assert_eq!(
        ledger_files(&desktop),
        before,
        "a file that holds no statement writes nothing to the ledger"
    );
}

/// The ledger's files and what is in them; the shared-memory index moves with every reader.
fn ledger_files(desktop: &Desktop) -> Vec<(PathBuf, Vec<u8>)> {
    let files = files_below(&desktop.ledger())
        .into_iter()
        .filter(|file| !file.to_string_lossy().ends_with("-shm"));
    let mut read: Vec<_> = files
        .map(|file| (file.clone(), fs::read(&file).unwrap_or_default()))
        .collect();
    read.sort();
    read
}
