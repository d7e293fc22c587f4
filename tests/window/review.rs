//! What may be in the history already is shown beside what is there, asked once, and remembered.

use std::fs;

use journeys::app::App;
use journeys::catalogue::{say, say_with};
use journeys::desktop::{Desktop, SCREEN};
use journeys::hands::{Hands, Seen};
use journeys::{drag, picture};

use crate::steps::{Lock, bubbles, first_run};

/// A table of one account whose second row is of this day.
fn table(day: &str) -> String {
    format!(
        "IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Libelle;Montant\n\
         01/10/2026;SALAIRE ATELIER;900,00\n{day}/10/2026;PRLV ENERGIE CLAIRE;-74,30\n31/10/2026;LOYER;-650,00\n"
    )
}

fn drop(desktop: &Desktop, name: &str, day: &str) {
    let file = desktop.bank().join(name);
    fs::write(&file, table(day)).unwrap();
    drag::carry(desktop, &[&file], (SCREEN.0 / 2, SCREEN.1 / 2)).drop_there();
}

#[test]
fn a_line_of_a_day_nearby_is_shown_beside_what_is_known_and_the_answer_is_remembered() {
    let desktop = Desktop::open();
    let mut hands = Seen::at(&desktop, App::start(&desktop));
    first_run(&mut hands, Lock::Passphrase);
    drop(&desktop, "october.csv", "13");
    bubbles(&mut hands, 3);

    drop(&desktop, "october-again.csv", "14");
    hands.see(&say("review-title"));
    hands.see(&say("conflict-held"));
    hands.see("october.csv");
    picture::take(&desktop, "review-conflict");
    hands.choose(&say("choice-conflict-same"));
    hands.press(&say("import-known-files"));
    hands.see(&say("toast-nothing-new"));
    bubbles(&mut hands, 3);

    drop(&desktop, "october-again.csv", "14");
    hands.see(&say("toast-nothing-new"));
    hands.press(&say("history"));
    hands.see("october-again.csv");
    picture::take(&desktop, "history");
}

#[test]
fn a_day_that_is_none_is_corrected_where_it_stands_and_its_row_is_imported() {
    let desktop = Desktop::open();
    let mut hands = Seen::at(&desktop, App::start(&desktop));
    first_run(&mut hands, Lock::Passphrase);
    drop(&desktop, "october.csv", "32");
    hands.see(&say("review-title"));
    hands.press(&say("review-correct-date"));
    // The field has the focus, and what stands in it is chosen: typing takes its place.
    hands.see(&say_with("review-correct-instead", "32/10/2026"));
    desktop.type_text("13/10/2026");
    picture::take(&desktop, "review-correct");
    hands.press(&say("review-correct-read"));
    hands.see(&say_with("review-corrected", "13/10/2026"));
    picture::take(&desktop, "review-corrected");
    hands.press_beginning("Import 3");
    bubbles(&mut hands, 3);

    drop(&desktop, "october.csv", "32");
    hands.see(&say("toast-nothing-new"));
    bubbles(&mut hands, 3);
}
