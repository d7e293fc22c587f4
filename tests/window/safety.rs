//! A backup made, everything erased, and brought back by the passphrase, all by the hands of a user.

use std::fs;

use journeys::catalogue::say;
use journeys::desktop::Desktop;
use journeys::hands::Hands;
use journeys::webdriver::Driven;
use journeys::{picture, statement};

use crate::steps::{Lock, PASSPHRASE, bubbles, drop_statement, first_run};

#[test]
fn a_backup_brings_back_what_was_erased() {
    let desktop = Desktop::open();
    let mut driven = Driven::start(&desktop);
    first_run(&mut driven, Lock::Passphrase);
    let before = drop_statement(&desktop, &mut driven, "safety");
    driven.press(&say("rail-settings"));
    driven.press(&say("backup"));
    let file = desktop.bank().join("kept.zip");
    desktop.choose_target(&file);
    driven.see("Read back and verified");
    assert!(fs::read(&file).unwrap().starts_with(b"PK"));

    let field = "return document.querySelector('form.setting-card input')";
    let field = driven.find(field, &[]).unwrap();
    driven.type_into(&field, &say("erase-word")).unwrap();
    driven.press(&say("erase"));
    driven.see(&say("welcome-restore"));
    let left: Vec<_> = fs::read_dir(desktop.ledger()).unwrap().flatten().collect();
    assert!(left.is_empty(), "{left:?}");

    driven.press(&say("welcome-restore"));
    desktop.choose_file(&say("window-choose-files"), &file);
    driven.fill(&say("restore-way"), PASSPHRASE);
    picture::take(&desktop, "safety-restore");
    driven.press(&say("restore-go"));
    driven.see("Backup restored");
    let account = "return document.querySelector('.conversation[data-kind=account]')";
    let account = driven.find(account, &[]).unwrap();
    driven.click(&account).unwrap();
    let after = bubbles(&mut driven, statement::COUNT);
    assert_eq!(after, before, "as it was");
}
