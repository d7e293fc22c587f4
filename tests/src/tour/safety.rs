//! The ways to the folders that are watched and to what keeps a ledger from being lost.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use super::Guide;
use super::stops::scroll_to;

const WAITING: [&str; 3] = [
    "releve_2026-11.ofx",
    "facture-volt-et-cie.pdf",
    "commande-librairie.eml",
];

/// The folders, the first of which holds what waits.
fn folders(guide: &Guide<'_>) -> [PathBuf; 2] {
    let home = guide.desktop.home();
    [
        home.join("Téléchargements"),
        home.join("Documents/Factures"),
    ]
}

fn backup(guide: &Guide<'_>) -> PathBuf {
    guide.desktop.home().join("Counterfoil 2026-11-01.zip")
}

/// Two folders are watched, and a backup was made.
pub(super) fn data(guide: &mut Guide) {
    let [downloads, bills] = folders(guide);
    for (folder, names) in [(&downloads, &WAITING[..]), (&bills, &["facture-eau.pdf"])] {
        fs::create_dir_all(folder).expect("a folder at home");
        for name in names {
            fs::write(folder.join(name), "x").expect("a file at home");
        }
        guide.call("add_watched", &json!({"path": folder}));
    }
    guide.call(
        "dismiss_watched",
        &json!({"path": bills, "until": 9_999_999_999_999_i64}),
    );
    guide.call("back_up", &json!({"path": backup(guide)}));
    guide.press("rail-settings");
    scroll_to(guide, "settings-data");
}

/// What waits in the first of them is listed.
pub(super) fn waiting(guide: &mut Guide) {
    data(guide);
    guide.click(".setting-row button.small", &guide.word("show"));
}

/// No folder is watched any more.
pub(super) fn unwatch(guide: &mut Guide) {
    for folder in folders(guide) {
        guide.call("drop_watched", &json!({"path": folder}));
    }
}

/// A backup is looked at before it is restored.
pub(super) fn restore(guide: &mut Guide) {
    guide.call("back_up", &json!({"path": backup(guide)}));
    guide.press("rail-settings");
    guide.press("restore-choose");
    let title = guide.word("window-choose-files");
    guide.desktop.choose_file(&title, &backup(guide));
    guide.see("restore-go");
}

/// The word that erases is half typed.
pub(super) fn erase(guide: &mut Guide) {
    guide.press("rail-settings");
    guide.click("form.setting-card input", "");
    let begun: String = guide.word("erase-word").chars().take(3).collect();
    guide.desktop.type_text(&begun);
}
