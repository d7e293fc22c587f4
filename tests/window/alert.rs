//! Two equal debits minutes apart are asked about, quietly, and answered by keyboard.

use std::fs;

use journeys::catalogue::{opening, say};
use journeys::desktop::{Desktop, SCREEN};
use journeys::hands::Hands;
use journeys::tour::{Guide, LOOKS};
use journeys::wait::{until, until_or};
use journeys::{drag, picture};
use serde_json::json;

use crate::steps::{Lock, bubbles, first_run};

const STATEMENT: &str = "IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Heure;Libelle;Montant\n\
    01/10/2026;;SALAIRE ATELIER;900,00\n28/10/2026;18:02;CARTE VOLT ET CIE;-24,99\n28/10/2026;18:05;CARTE VOLT ET CIE;-24,99\n";

const IS_ON_THE_ALERT: &str = "return document.activeElement?.closest('section.alert') !== null && document.activeElement !== document.body";

#[test]
fn a_debit_that_came_twice_is_asked_about_and_answered_by_keyboard() {
    let desktop = Desktop::open();
    let mut guide = Guide::open(&desktop);
    guide.look(LOOKS[2]);
    guide.driven.refresh();
    guide.rest();
    first_run(&mut guide.driven, Lock::Passphrase);
    let file = desktop.bank().join("october.csv");
    fs::write(&file, STATEMENT).unwrap();
    drag::carry(&desktop, &[&file], (SCREEN.0 / 2, SCREEN.1 / 2)).drop_there();
    bubbles(&mut guide.driven, 3);
    guide.driven.see(&say("alert-mine"));
    guide.rest();
    picture::take(&desktop, "alert-asked");
    let is_on_the_alert = |guide: &Guide<'_>| guide.driven.run(IS_ON_THE_ALERT, &[]) == json!(true);
    assert!(
        !is_on_the_alert(&guide),
        "the focus never jumps to an alert"
    );
    let alerts = format!("{} 1", say("filter-alerts"));
    let has_filter = |guide: &Guide<'_>| guide.driven.drawn().replace('\n', " ").contains(&alerts);
    assert!(
        has_filter(&guide),
        "the list counts it: {}",
        guide.driven.drawn()
    );

    let found = (0..8).any(|_| {
        guide.key("F6");
        is_on_the_alert(&guide)
    });
    assert!(found, "F6 goes from region to region, and an alert is one");
    guide.key("Return");
    let folded = opening("alert-folded-mine");
    guide.driven.see(&folded);
    until("no alert in the list", || {
        (!has_filter(&guide)).then_some(())
    });
    picture::take(&desktop, "alert-answered");

    guide.key("ctrl+z");
    until_or(
        "the question again",
        || guide.driven.drawn(),
        || {
            guide
                .driven
                .drawn()
                .contains(&say("alert-mine"))
                .then_some(())
        },
    );
}
