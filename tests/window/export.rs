//! Leaving with everything, from the settings.

use std::fs;

use journeys::catalogue::say;
use journeys::desktop::Desktop;
use journeys::hands::Hands;
use journeys::webdriver::Driven;
use journeys::{picture, statement};

use crate::steps::{Lock, drop_statement, first_run};

#[test]
fn the_history_is_written_in_clear_where_the_user_chooses() {
    let desktop = Desktop::open();
    let mut driven = Driven::start(&desktop);
    first_run(&mut driven, Lock::Passphrase);
    drop_statement(&desktop, &mut driven, "export");
    driven.press(&say("rail-settings"));
    driven.press(&say("data-csv"));
    let file = desktop.bank().join("everything.csv");
    desktop.choose_target(&file);
    driven.see(&file.display().to_string());
    picture::take(&desktop, "export");
    let written = fs::read_to_string(&file).unwrap();
    assert_eq!(written.lines().count(), 1 + statement::COUNT, "{written}");
    assert!(written.contains("QUINTARD LOYERS"), "{written}");
}
