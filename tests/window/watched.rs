//! A folder that is watched: what comes into it is proposed, and imported only when that is asked for.

use std::fs;

use journeys::catalogue::say;
use journeys::desktop::Desktop;
use journeys::hands::Hands;
use journeys::picture;
use journeys::webdriver::Driven;
use serde_json::{Value, json};

use crate::steps::{Lock, bubbles, drop_statement, first_run};

const STATEMENT: &str = "IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Libelle;Montant\n\
    03/11/2026;SALAIRE ATELIER;900,00\n05/11/2026;LOYER;-500,00\n";

/// Watches a folder as the settings do once one is chosen.
const WATCH: &str = "const [path, done] = arguments;
    window.__TAURI_INTERNALS__.invoke('add_watched', { path }).then(() => done(null), (error) => done(error.message));";

#[test]
fn a_statement_that_comes_into_a_watched_folder_is_proposed_and_imported() {
    let desktop = Desktop::open();
    let mut driven = Driven::start(&desktop);
    first_run(&mut driven, Lock::Passphrase);
    drop_statement(&desktop, &mut driven, "watched");
    let folder = desktop.home().join("downloads");
    fs::create_dir(&folder).unwrap();
    let refused = driven.run_later(WATCH, &[json!(folder)]);
    assert_eq!(refused, Value::Null);
    // What the first import proved would not be covered for ten seconds.
    driven.press(&say("close"));
    fs::write(folder.join("november.csv"), STATEMENT).unwrap();
    fs::write(folder.join("half.csv.part"), "Date;").unwrap();
    driven.run("window.dispatchEvent(new Event('focus'))", &[]);
    driven.see("1 file waits in");
    picture::take(&desktop, "watched-told");
    driven.press(&say("show"));
    driven.see("november.csv");
    picture::take(&desktop, "watched-waiting");
    driven.press("Import 1 file");
    // Of the account that it is of.
    bubbles(&mut driven, 2);
}
