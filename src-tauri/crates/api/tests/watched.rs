//! Folders that the user has watched: what waits in them, and what does not.
#![allow(clippy::unwrap_used)]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use api::app::{ConfirmPhrase, CreateLedger, Unlock};
use api::watched::Watched;
use api::{App, ErrorCode};

const PASSPHRASE: &str = "sirop girafe mardi bocal";
const DAY: u64 = 24 * 60 * 60;
const STATEMENT: &str = "IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Libelle;Montant\n\
    01/10/2026;SALAIRE ATELIER;900,00\n28/10/2026;CARTE VOLT ET CIE;-24,99\n";

/// An open ledger, and a folder beside it that files are downloaded into.
struct House {
    app: App,
    ledger: PathBuf,
    downloads: PathBuf,
    _folder: tempfile::TempDir,
}

fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let ledger = folder.path().join("ledger");
    let downloads = folder.path().join("Downloads");
    fs::create_dir(&downloads).unwrap();
    let app = App::new(ledger.clone(), "en-GB", Box::new(|_| {}));
    let phrase = app
        .create_ledger(CreateLedger {
            passphrase: Some(PASSPHRASE.to_owned()),
            keyring: false,
        })
        .unwrap();
    let word = |position: u8| phrase.words[usize::from(position) - 1].clone();
    let words = [word(phrase.ask[0]), word(phrase.ask[1])];
    app.confirm_phrase(ConfirmPhrase { words }).unwrap();
    House {
        app,
        ledger,
        downloads,
        _folder: folder,
    }
}

impl House {
    fn put(&self, name: &str, days_ago: u64) -> PathBuf {
        put(&self.downloads, name, days_ago)
    }

    fn import(&self, path: &Path) {
        let review = self
            .app
            .preview_import(vec![path.to_owned()], None)
            .unwrap();
        self.app.commit_import(review.review, Vec::new()).unwrap();
    }

    fn watch(&self) -> Watched {
        only(self.app.add_watched(self.downloads.clone()).unwrap())
    }

    fn look(&self) -> Watched {
        only(self.app.list_watched().unwrap())
    }
}

fn put(folder: &Path, name: &str, days_ago: u64) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, STATEMENT).unwrap();
    date(
        &path,
        SystemTime::now() - Duration::from_secs(days_ago * DAY),
    );
    path
}

fn date(path: &Path, modified: SystemTime) {
    File::options()
        .write(true)
        .open(path)
        .unwrap()
        .set_modified(modified)
        .unwrap();
}

fn only(mut folders: Vec<Watched>) -> Watched {
    assert_eq!(folders.len(), 1);
    folders.remove(0)
}

fn names(watched: &Watched) -> Vec<&str> {
    let files = watched.waiting.iter();
    files.map(|file| file.name.as_str()).collect()
}

#[test]
fn nothing_is_watched_until_a_folder_is_added() {
    let house = house();
    house.put("october.csv", 1);
    assert_eq!(house.app.list_watched().unwrap(), Vec::new());
}

#[test]
fn what_came_within_the_last_month_waits_the_newest_first_with_its_size() {
    let house = house();
    house.put("september.csv", 32);
    house.put("october.csv", 30);
    house.put("receipt.pdf", 2);
    let watched = house.watch();
    assert_eq!(names(&watched), ["receipt.pdf", "october.csv"]);
    assert_eq!(watched.count, 2);
    assert_eq!(watched.waiting[0].bytes, STATEMENT.len() as u64);
    assert_eq!(watched.waiting[0].path, house.downloads.join("receipt.pdf"));
    assert_eq!(watched.last_day, Some(watched.waiting[0].day.clone()));
    assert!(watched.name.ends_with("Downloads") && watched.is_on && !watched.is_missing);
}

#[test]
fn half_downloads_other_kinds_hidden_files_empty_ones_and_folders_do_not_wait() {
    let house = house();
    for name in ["a.ofx.part", "b.pdf.crdownload", "setup.exe", ".hidden.csv"] {
        house.put(name, 1);
    }
    File::create(house.downloads.join("reserved.pdf")).unwrap();
    let inner = house.downloads.join("inner.csv");
    fs::create_dir(&inner).unwrap();
    put(&inner, "inside.csv", 1);
    let watched = house.watch();
    assert_eq!((watched.count, watched.last_day), (0, None));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let house = house();
    let elsewhere = house.ledger.join("elsewhere.csv");
    fs::write(&elsewhere, STATEMENT).unwrap();
    std::os::unix::fs::symlink(&elsewhere, house.downloads.join("link.csv")).unwrap();
    assert_eq!(house.watch().count, 0);
}

#[test]
fn an_imported_file_waits_no_more_and_another_of_its_name_does() {
    let house = house();
    let file = house.put("statement.csv", 1);
    assert_eq!(names(&house.watch()), ["statement.csv"]);
    house.import(&file);
    assert_eq!(house.look().count, 0);
    fs::write(&file, format!("{STATEMENT}02/10/2026;LOYER;-500,00\n")).unwrap();
    assert_eq!(names(&house.look()), ["statement.csv"], "its size says so");
}

#[test]
fn a_mail_whose_statement_is_imported_waits_no_more() {
    let house = house();
    house.put("mail.eml", 1);
    assert_eq!(house.watch().count, 1);
    let inside = "mail.eml!statement.csv";
    let review = house
        .app
        .preview_bytes(inside, STATEMENT.as_bytes(), None)
        .unwrap();
    house.app.commit_import(review.review, Vec::new()).unwrap();
    assert_eq!(house.look().count, 0);
}

#[test]
fn what_is_dismissed_waits_no_more_and_what_comes_later_does() {
    let house = house();
    house.put("old.csv", 3);
    let until = house.watch().until;
    // What comes after the list was shown is nobody's to dismiss.
    house.put("between.csv", 2);
    let dismissed = house.app.dismiss_watched(&house.downloads, until);
    let dismissed = only(dismissed.unwrap());
    assert_eq!(names(&dismissed), ["between.csv"]);
    let dismissed = house.app.dismiss_watched(&house.downloads, dismissed.until);
    let dismissed = only(dismissed.unwrap());
    assert_eq!(dismissed.count, 0);
    assert!(dismissed.last_day.is_some(), "the file is still there");
    house.put("new.csv", 1);
    assert_eq!(names(&house.look()), ["new.csv"]);
}

#[test]
fn a_file_from_the_future_hides_nothing_that_comes_before_it() {
    let house = house();
    let odd = house.put("odd.csv", 0);
    date(&odd, SystemTime::now() + Duration::from_secs(400 * DAY));
    house.put("october.csv", 1);
    assert_eq!(names(&house.watch()), ["october.csv"]);
    let until = house.look().until;
    house.app.dismiss_watched(&house.downloads, until).unwrap();
    house.put("november.csv", 0);
    assert_eq!(names(&house.look()), ["november.csv"]);
}

#[test]
fn a_folder_that_is_gone_says_so_and_the_others_are_listed() {
    let house = house();
    house.put("october.csv", 1);
    house.watch();
    let stick = house.downloads.with_file_name("stick");
    fs::create_dir(&stick).unwrap();
    house.app.add_watched(stick.clone()).unwrap();
    fs::remove_dir(&stick).unwrap();
    let folders = house.app.list_watched().unwrap();
    let told: Vec<_> = folders
        .iter()
        .map(|one| (one.is_missing, one.count))
        .collect();
    assert_eq!(told, [(false, 1), (true, 0)]);
    let error = house.app.add_watched(stick).unwrap_err();
    assert_eq!(error.code, ErrorCode::NotFound);
}

#[test]
fn a_folder_that_is_switched_off_is_not_looked_into() {
    let house = house();
    house.put("october.csv", 1);
    house.watch();
    let off = only(house.app.switch_watched(&house.downloads, false).unwrap());
    assert_eq!((off.is_on, off.count, off.last_day), (false, 0, None));
    let on = only(house.app.switch_watched(&house.downloads, true).unwrap());
    assert_eq!((on.is_on, on.count), (true, 1));
}

#[test]
fn more_files_than_are_handed_over_are_counted() {
    let house = house();
    for at in 0..203 {
        house.put(&format!("{at:03}.csv"), 1);
    }
    let watched = house.watch();
    assert_eq!((watched.waiting.len(), watched.count), (200, 203));
}

#[test]
fn the_folders_outlive_the_app_a_change_of_theme_and_a_second_adding() {
    let house = house();
    house.watch();
    let until = house.look().until;
    house.app.dismiss_watched(&house.downloads, until).unwrap();
    house.watch();
    let settings = house.app.get_settings().unwrap();
    let plain = api::settings::Settings {
        watched: Vec::new(),
        watermark: false,
        ..settings.clone()
    };
    let kept = house.app.set_settings(plain).unwrap();
    assert_eq!(kept.watched, settings.watched);
    house.app.lock();
    let again = App::new(house.ledger.clone(), "en-GB", Box::new(|_| {}));
    assert_eq!(again.list_watched().unwrap_err().code, ErrorCode::Locked);
    let passphrase = PASSPHRASE.to_owned();
    again.unlock(Unlock::Passphrase { passphrase }).unwrap();
    assert_eq!(only(again.list_watched().unwrap()).path, house.downloads);
    assert_eq!(again.drop_watched(&house.downloads).unwrap(), Vec::new());
    assert!(house.downloads.is_dir(), "the folder itself stays");
}
