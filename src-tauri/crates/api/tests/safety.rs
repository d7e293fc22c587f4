//! Backing up, restoring and erasing as the window and `foil` do it.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use api::app::{ConfirmPhrase, CreateLedger, Door, Unlock};
use api::safety::RestoreBackup;
use api::{App, ErrorCode, Event};

const PASSPHRASE: &str = "sirop girafe mardi bocal";

/// An app over its own folder, with what it told.
struct Place {
    folder: tempfile::TempDir,
    app: App,
    doors: Arc<Mutex<Vec<Door>>>,
    words: String,
}

impl Place {
    fn empty() -> Place {
        let folder = tempfile::tempdir().unwrap();
        let doors = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&doors);
        let hear = move |event| {
            if let Event::Door(state) = event {
                told.lock().unwrap().push(state.door);
            }
        };
        let ledger = folder.path().join("ledger");
        let app = App::new(ledger, "en-GB", Box::new(hear));
        Place {
            folder,
            app,
            doors,
            words: String::new(),
        }
    }

    /// With a ledger that holds the sample data.
    fn with_sample() -> Place {
        let mut place = Place::empty();
        let request = CreateLedger {
            passphrase: Some(PASSPHRASE.to_owned()),
            keyring: false,
        };
        let phrase = place.app.create_ledger(request).unwrap();
        let word = |position: u8| phrase.words[usize::from(position) - 1].clone();
        let words = phrase.ask.map(word);
        place.app.confirm_phrase(ConfirmPhrase { words }).unwrap();
        place.app.load_sample().unwrap();
        place.words = phrase.words.join(" ");
        place
    }

    fn backup(&self) -> PathBuf {
        self.folder.path().join("backup.zip")
    }

    fn entries(&self) -> u32 {
        self.app.get_safety().unwrap().held.entries
    }

    fn undo_last(&self) {
        let newest = self.app.list_history().unwrap().remove(0).operation;
        self.app.undo(newest).unwrap();
    }
}

fn by(path: &Path, way: Option<Unlock>) -> RestoreBackup {
    RestoreBackup {
        path: path.to_owned(),
        way,
    }
}

fn passphrase(passphrase: &str) -> Option<Unlock> {
    let passphrase = passphrase.to_owned();
    Some(Unlock::Passphrase { passphrase })
}

#[test]
fn settings_say_which_backup_was_made_last_and_what_an_erasing_would_take() {
    let place = Place::with_sample();
    let before = place.app.get_safety().unwrap();
    assert_eq!(before.last, None);
    assert!(before.held.accounts > 0 && before.held.entries > 0);
    let made = place.app.back_up(&place.backup()).unwrap();
    let after = place.app.get_safety().unwrap();
    assert_eq!(after.last, Some(made.clone()));
    assert_eq!(made.bytes, fs::metadata(place.backup()).unwrap().len());
    assert_eq!(made.file, place.backup().display().to_string());
    let folder = place.folder.path().file_name().unwrap();
    assert_eq!(made.place, folder.to_string_lossy());
}

#[test]
fn the_open_ledgers_own_backup_is_restored_without_a_word_and_the_window_sees_the_door_close_and_open()
 {
    let place = Place::with_sample();
    place.app.back_up(&place.backup()).unwrap();
    let whole = place.entries();
    place.undo_last();
    assert_ne!(place.entries(), whole);
    let seen = place.app.look_at_backup(&place.backup()).unwrap();
    assert!(seen.opens && seen.has_passphrase && seen.made.is_some());
    place.doors.lock().unwrap().clear();
    let restored = place.app.restore_backup(by(&place.backup(), None)).unwrap();
    assert_eq!(restored.held.entries, whole);
    assert_eq!(place.entries(), whole);
    assert!(
        Path::new(&restored.replaced.unwrap())
            .join("ledger.db")
            .is_file()
    );
    assert_eq!(*place.doors.lock().unwrap(), [Door::Locked, Door::Open]);
}

#[test]
fn on_another_computer_a_backup_opens_by_its_passphrase_or_by_its_words() {
    let old = Place::with_sample();
    old.app.back_up(&old.backup()).unwrap();
    let words = old.words.clone();
    for way in [passphrase(PASSPHRASE), Some(Unlock::Phrase { words })] {
        let new = Place::empty();
        let seen = new.app.look_at_backup(&old.backup()).unwrap();
        assert!(!seen.opens, "no key is here yet");
        assert_eq!(new.app.app_state().door, Door::FirstRun);
        let restored = new.app.restore_backup(by(&old.backup(), way)).unwrap();
        assert_eq!(restored.replaced, None);
        assert_eq!(new.app.app_state().door, Door::Open);
        assert_eq!(new.entries(), old.entries());
        new.app.lock();
        let again = passphrase(PASSPHRASE).unwrap();
        assert_eq!(new.app.unlock(again).unwrap().door, Door::Open);
    }
}

#[test]
fn what_does_not_open_a_backup_changes_nothing() {
    let place = Place::with_sample();
    place.app.back_up(&place.backup()).unwrap();
    let other = Place::with_sample();
    let entries = other.entries();
    for way in [None, passphrase("not the right one at all")] {
        let refused = other.app.restore_backup(by(&place.backup(), way));
        assert_eq!(refused.unwrap_err().code, ErrorCode::WrongKey);
    }
    let words = other.words.clone();
    let refused = other
        .app
        .restore_backup(by(&place.backup(), Some(Unlock::Phrase { words })));
    assert_eq!(
        refused.unwrap_err().code,
        ErrorCode::WrongKey,
        "another ledger's words"
    );
    let mut bytes = fs::read(place.backup()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(place.backup(), bytes).unwrap();
    let refused = other
        .app
        .restore_backup(by(&place.backup(), passphrase(PASSPHRASE)));
    assert_eq!(refused.unwrap_err().code, ErrorCode::Damaged);
    let none = other.folder.path().join("photo.jpg");
    fs::write(&none, b"JFIF").unwrap();
    let refused = other.app.look_at_backup(&none);
    assert_eq!(refused.unwrap_err().code, ErrorCode::Refused);
    assert_eq!(other.app.app_state().door, Door::Open);
    assert_eq!(other.entries(), entries);
}

#[test]
fn a_ledger_that_another_program_has_open_is_not_replaced_and_stays_open() {
    let place = Place::with_sample();
    place.app.back_up(&place.backup()).unwrap();
    let folder = place.folder.path().join("ledger");
    let other = App::new(folder, "en-GB", Box::new(|_| {}));
    other.unlock(passphrase(PASSPHRASE).unwrap()).unwrap();
    let refused = place.app.restore_backup(by(&place.backup(), None));
    assert_eq!(refused.unwrap_err().code, ErrorCode::Busy);
    assert_eq!(place.app.erase_all().unwrap_err().code, ErrorCode::Busy);
    assert_eq!(place.app.app_state().door, Door::Open);
    place.app.lock();
    let foreign = Place::with_sample();
    foreign.app.back_up(&foreign.backup()).unwrap();
    let refused = place
        .app
        .restore_backup(by(&foreign.backup(), passphrase(PASSPHRASE)));
    let refused = refused.unwrap_err();
    assert_eq!(refused.code, ErrorCode::Busy, "whatever the backup's key");
    let refused = place.app.erase_all().unwrap_err();
    assert_eq!(
        refused.code,
        ErrorCode::Busy,
        "nor is it erased by a locked one"
    );
    other.lock();
    place
        .app
        .restore_backup(by(&place.backup(), passphrase(PASSPHRASE)))
        .unwrap();
}

#[test]
fn nothing_is_erased_where_there_is_no_ledger() {
    let place = Place::empty();
    let folder = place.folder.path().join("ledger");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("settings.json"), "theirs").unwrap();
    let refused = place.app.erase_all().unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);
    assert_eq!(fs::read(folder.join("settings.json")).unwrap(), b"theirs");
}

#[test]
fn another_ledgers_last_backup_says_nothing_of_the_one_that_is_restored() {
    let (place, other) = (Place::with_sample(), Place::with_sample());
    place.app.back_up(&place.backup()).unwrap();
    other.app.back_up(&other.backup()).unwrap();
    let request = by(&other.backup(), passphrase(PASSPHRASE));
    place.app.restore_backup(request).unwrap();
    assert_eq!(place.app.get_safety().unwrap().last, None);
}

#[test]
fn a_damaged_ledger_that_no_longer_opens_is_replaced_and_kept() {
    let place = Place::with_sample();
    place.app.back_up(&place.backup()).unwrap();
    let entries = place.entries();
    place.app.lock();
    let file = place.folder.path().join("ledger/ledger.db");
    fs::write(&file, b"not a ledger any more").unwrap();
    let refused = place.app.unlock(passphrase(PASSPHRASE).unwrap());
    assert_eq!(refused.unwrap_err().code, ErrorCode::Damaged);
    let request = by(&place.backup(), passphrase(PASSPHRASE));
    let restored = place.app.restore_backup(request).unwrap();
    assert_eq!(place.entries(), entries);
    let kept = PathBuf::from(restored.replaced.unwrap()).join("ledger.db");
    assert_eq!(fs::read(kept).unwrap(), b"not a ledger any more");
}

#[test]
fn an_erased_ledger_is_a_first_run_with_the_first_settings_and_its_backup_brings_it_back() {
    let place = Place::with_sample();
    place.app.back_up(&place.backup()).unwrap();
    let entries = place.entries();
    let mut settings = place.app.get_settings().unwrap();
    settings.hide_amounts = true;
    place.app.set_settings(settings).unwrap();
    let erased = place.app.erase_all().unwrap();
    assert!(!erased.is_in_keyring);
    assert_eq!(place.app.app_state().door, Door::FirstRun);
    assert!(!place.app.get_settings().unwrap().hide_amounts);
    let left = fs::read_dir(place.folder.path().join("ledger")).unwrap();
    let left: Vec<_> = left.map(|file| file.unwrap().file_name()).collect();
    assert!(left.is_empty(), "{left:?}");
    let request = by(&place.backup(), passphrase(PASSPHRASE));
    place.app.restore_backup(request).unwrap();
    assert_eq!(place.entries(), entries);
}
