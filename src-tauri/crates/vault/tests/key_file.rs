//! The key file as the ledger uses it: made, opened, changed, damaged, lost.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;
use vault::{Cost, Error, Key, KeyFile, PhraseError, Secret, Slot, phrase};

fn secret(text: &str) -> Secret {
    Secret::from(text.to_owned())
}

/// A folder whose key file has the passphrase "hulotte".
fn with_passphrase() -> (TempDir, Key, KeyFile) {
    let folder = TempDir::new().unwrap();
    let key = Key::random().unwrap();
    let mut keys = KeyFile::create(folder.path(), &key).unwrap();
    keys.set_passphrase_at(&key, &secret("hulotte"), Cost::for_tests())
        .unwrap();
    (folder, key, keys)
}

fn load(folder: &Path) -> KeyFile {
    KeyFile::load(folder).unwrap().unwrap()
}

/// A folder in which nobody may write, the superuser included.
fn read_only_folder() -> PathBuf {
    PathBuf::from("/sys/kernel")
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_passphrase_opens_the_ledger_in_another_run() {
    let (folder, key, _) = with_passphrase();
    let keys = load(folder.path());
    assert!(keys.has_passphrase());
    assert!(!keys.has_keyring());
    assert_eq!(
        keys.unlock_passphrase(&secret("hulotte")).unwrap().expose(),
        key.expose()
    );
}

#[test]
fn a_wrong_passphrase_is_a_wrong_key_and_changes_nothing() {
    let (folder, _, keys) = with_passphrase();
    let before = fs::read(folder.path().join("keys.json")).unwrap();
    for wrong in ["Hulotte", "hulotte ", "", "chevêche"] {
        assert!(
            matches!(keys.unlock_passphrase(&secret(wrong)), Err(Error::WrongKey)),
            "{wrong:?}"
        );
    }
    assert_eq!(fs::read(folder.path().join("keys.json")).unwrap(), before);
}

#[test]
fn the_recovery_phrase_opens_the_ledger_and_that_of_another_does_not() {
    let (folder, key, _) = with_passphrase();
    let keys = load(folder.path());
    let words = phrase(&key).unwrap().words().join(" ");
    assert_eq!(
        keys.unlock_phrase(&secret(&words)).unwrap().expose(),
        key.expose()
    );
    let other = phrase(&Key::random().unwrap()).unwrap().words().join(" ");
    assert!(
        matches!(keys.unlock_phrase(&secret(&other)), Err(Error::WrongKey)),
        "a true phrase of another ledger"
    );
    assert!(matches!(
        keys.unlock_phrase(&secret("owl")),
        Err(Error::Phrase(PhraseError::UnknownWord { position: 1 }))
    ));
}

#[test]
fn the_canary_knows_its_key() {
    let (_folder, key, keys) = with_passphrase();
    assert!(keys.check(&key).is_ok());
    assert!(matches!(
        keys.check(&Key::random().unwrap()),
        Err(Error::WrongKey)
    ));
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_no_longer_does_even_from_the_second_copy() {
    let (folder, key, mut keys) = with_passphrase();
    keys.set_passphrase_at(&key, &secret("chevêche"), Cost::for_tests())
        .unwrap();
    fs::write(folder.path().join("keys.json"), "{").unwrap();
    let keys = load(folder.path());
    assert!(keys.from_backup());
    assert!(keys.unlock_passphrase(&secret("chevêche")).is_ok());
    assert!(
        matches!(
            keys.unlock_passphrase(&secret("hulotte")),
            Err(Error::WrongKey)
        ),
        "a passphrase is changed because somebody may know it: no copy may keep it"
    );
}

#[test]
fn a_key_of_another_ledger_is_never_given_a_slot() {
    let (_folder, _, mut keys) = with_passphrase();
    let other = Key::random().unwrap();
    assert!(matches!(
        keys.set_passphrase_at(&other, &secret("x"), Cost::for_tests()),
        Err(Error::WrongKey)
    ));
    assert!(matches!(keys.set_keyring(&other), Err(Error::WrongKey)));
    assert!(
        keys.unlock_passphrase(&secret("hulotte")).is_ok(),
        "the slot that was there must stand"
    );
}

#[test]
fn an_empty_passphrase_is_refused() {
    let (_folder, key, mut keys) = with_passphrase();
    for blank in ["", "   ", "\n"] {
        assert!(matches!(
            keys.set_passphrase(&key, &secret(blank)),
            Err(Error::EmptyPassphrase)
        ));
    }
}

#[test]
fn the_last_slot_cannot_be_removed() {
    let (folder, _, mut keys) = with_passphrase();
    assert!(matches!(
        keys.remove_passphrase(),
        Err(Error::LastSlot(Slot::Passphrase))
    ));
    assert!(load(folder.path()).has_passphrase());
    assert!(matches!(
        keys.remove_keyring(),
        Err(Error::NoSlot(Slot::Keyring))
    ));
    assert!(matches!(
        keys.unlock_keyring(),
        Err(Error::NoSlot(Slot::Keyring))
    ));
}

#[test]
fn a_new_key_file_has_no_slot_and_an_unconfirmed_phrase() {
    let folder = TempDir::new().unwrap();
    let key = Key::random().unwrap();
    let mut keys = KeyFile::create(folder.path(), &key).unwrap();
    assert!(!keys.has_passphrase());
    assert!(keys.pending_confirmation());
    assert!(matches!(
        keys.unlock_passphrase(&secret("x")),
        Err(Error::NoSlot(Slot::Passphrase))
    ));
    keys.set_confirmed().unwrap();
    assert!(!load(folder.path()).pending_confirmation());
    assert!(
        matches!(KeyFile::create(folder.path(), &key), Err(Error::Exists)),
        "a good key file is not replaced"
    );
}

#[test]
fn a_folder_without_a_key_file_has_none() {
    assert!(
        KeyFile::load(TempDir::new().unwrap().path())
            .unwrap()
            .is_none()
    );
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_key_files() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, _, _) = with_passphrase();
    assert_eq!(
        names(folder.path()),
        ["keys.json", "keys.json.bak", "keys.json.lock"],
        "no temporary file stays"
    );
    for name in names(folder.path()) {
        let mode = fs::metadata(folder.path().join(&name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn a_damaged_key_file_is_replaced_by_its_second_copy_and_kept() {
    let (folder, key, _) = with_passphrase();
    fs::write(folder.path().join("keys.json"), b"\0\0\0\0").unwrap();
    let mut keys = load(folder.path());
    assert!(keys.from_backup());
    assert_eq!(
        keys.unlock_passphrase(&secret("hulotte")).unwrap().expose(),
        key.expose()
    );
    assert_eq!(
        fs::read(folder.path().join("keys.json")).unwrap(),
        b"\0\0\0\0",
        "opening changes nothing"
    );
    keys.set_confirmed().unwrap();
    assert!(
        !load(folder.path()).from_backup(),
        "the next change repairs it"
    );
    assert_eq!(
        fs::read(folder.path().join("keys.json.kept-1")).unwrap(),
        b"\0\0\0\0",
        "nothing is deleted"
    );
}

#[test]
fn with_both_copies_damaged_the_phrase_still_makes_a_new_key_file() {
    let (folder, key, _) = with_passphrase();
    for name in ["keys.json", "keys.json.bak"] {
        fs::write(folder.path().join(name), name).unwrap();
    }
    let error = KeyFile::load(folder.path()).unwrap_err();
    assert!(
        matches!(
            error,
            Error::Damaged {
                file: "keys.json",
                ..
            }
        ),
        "{error:?}"
    );
    let words = phrase(&key).unwrap().words().join(" ");
    let key = vault::key_from_phrase(&secret(&words)).unwrap();
    let keys = KeyFile::create(folder.path(), &key).unwrap();
    assert!(keys.check(&key).is_ok());
    for name in ["keys.json", "keys.json.bak"] {
        let kept = fs::read_to_string(folder.path().join(format!("{name}.kept-1"))).unwrap();
        assert_eq!(kept, name, "nothing is deleted because it looks damaged");
    }
}

#[test]
fn a_folder_or_a_pipe_in_the_place_of_the_key_file_is_damage_and_never_waits() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("keys.json")).unwrap();
    assert!(matches!(
        KeyFile::load(folder.path()),
        Err(Error::Damaged { .. })
    ));
    let folder = TempDir::new().unwrap();
    let made = Command::new("mkfifo")
        .arg(folder.path().join("keys.json"))
        .status();
    if made.is_ok_and(|status| status.success()) {
        assert!(matches!(
            KeyFile::load(folder.path()),
            Err(Error::Damaged { .. })
        ));
    }
}

#[test]
fn a_key_file_of_another_ledger_is_set_aside_only_when_asked() {
    let (folder, _, _) = with_passphrase();
    let key = Key::random().unwrap();
    assert!(matches!(
        KeyFile::create(folder.path(), &key),
        Err(Error::Exists)
    ));
    let keys = KeyFile::rebuild(folder.path(), &key).unwrap();
    assert!(keys.check(&key).is_ok());
    assert!(folder.path().join("keys.json.kept-1").exists());
    assert!(load(folder.path()).check(&key).is_ok());
}

#[test]
fn two_programs_changing_one_key_file_keep_each_others_changes() {
    let (folder, key, _) = with_passphrase();
    let mut window = load(folder.path());
    let mut foil = load(folder.path());
    foil.set_passphrase_at(&key, &secret("chevêche"), Cost::for_tests())
        .unwrap();
    window.set_confirmed().unwrap();
    assert!(
        load(folder.path())
            .unlock_passphrase(&secret("chevêche"))
            .is_ok(),
        "the window must not undo foil's change"
    );
    assert!(
        window.unlock_passphrase(&secret("chevêche")).is_ok(),
        "and it has seen it"
    );
}

#[test]
fn changes_made_at_once_all_arrive() {
    let (folder, key, _) = with_passphrase();
    thread::scope(|scope| {
        for number in 0..8 {
            let (folder, key) = (folder.path(), &key);
            scope.spawn(move || {
                let mut keys = load(folder);
                if number == 0 {
                    keys.set_confirmed().unwrap();
                } else {
                    keys.set_passphrase_at(key, &secret("hulotte"), Cost::for_tests())
                        .unwrap();
                }
            });
        }
    });
    let keys = load(folder.path());
    assert!(
        !keys.pending_confirmation(),
        "one change must not be lost under the others"
    );
    assert!(keys.unlock_passphrase(&secret("hulotte")).is_ok());
}

/// Changes the passphrase again and again, until it is killed.
fn change_for_ever(folder: &Path) {
    let mut keys = load(folder);
    let key = keys.unlock_passphrase(&secret("hulotte")).unwrap();
    loop {
        keys.set_passphrase_at(&key, &secret("hulotte"), Cost::for_tests())
            .unwrap();
    }
}

#[test]
fn a_program_killed_while_it_changes_the_keys_leaves_them_whole() {
    const FOLDER: &str = "COUNTERFOIL_TEST_FOLDER";
    if let Some(folder) = std::env::var_os(FOLDER) {
        change_for_ever(Path::new(&folder));
    }
    let (folder, key, _) = with_passphrase();
    for round in 0..20 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "a_program_killed_while_it_changes_the_keys_leaves_them_whole",
            ])
            .env(FOLDER, folder.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(20 + 7 * round));
        assert!(
            child.try_wait().unwrap().is_none(),
            "it must have been at work until it was killed"
        );
        child.kill().unwrap();
        child.wait().unwrap();
        let keys = load(folder.path());
        assert!(
            !keys.from_backup(),
            "round {round}: the file itself must be whole, before or after the change"
        );
        assert_eq!(
            keys.unlock_passphrase(&secret("hulotte")).unwrap().expose(),
            key.expose()
        );
    }
    load(folder.path()).set_confirmed().unwrap();
    assert_eq!(
        names(folder.path()),
        ["keys.json", "keys.json.bak", "keys.json.lock"],
        "what was left half written must not outlive the next change"
    );
}

#[test]
fn a_key_file_swapped_for_that_of_another_ledger_is_not_written_over() {
    let (folder, _, mut keys) = with_passphrase();
    let (other, _, _) = with_passphrase();
    let foreign = fs::read(other.path().join("keys.json")).unwrap();
    fs::write(folder.path().join("keys.json"), &foreign).unwrap();
    assert!(matches!(keys.set_confirmed(), Err(Error::Replaced)));
    assert_eq!(fs::read(folder.path().join("keys.json")).unwrap(), foreign);
}

#[test]
fn a_key_file_lost_while_the_program_runs_is_written_again_at_the_next_change() {
    let (folder, _, mut keys) = with_passphrase();
    for name in ["keys.json", "keys.json.bak"] {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    keys.set_confirmed().unwrap();
    assert!(
        load(folder.path())
            .unlock_passphrase(&secret("hulotte"))
            .is_ok()
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_folder_is_said_to_be_read_only() {
    let error = KeyFile::create(&read_only_folder(), &Key::random().unwrap()).unwrap_err();
    assert!(matches!(error, Error::ReadOnly { .. }), "{error:?}");
}

#[test]
fn a_file_in_the_place_of_the_folder_is_an_error_of_the_disk() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "not a folder").unwrap();
    let key = Key::random().unwrap();
    assert!(matches!(
        KeyFile::create(&file.join("ledger"), &key),
        Err(Error::Io { .. })
    ));
    assert_eq!(fs::read_to_string(&file).unwrap(), "not a folder");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_still_opens() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, key, _) = with_passphrase();
    let mode = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o500);
    let opened = load(folder.path()).unlock_passphrase(&secret("hulotte"));
    mode(0o700);
    assert_eq!(opened.unwrap().expose(), key.expose());
}

#[test]
fn no_error_shows_a_path_a_passphrase_or_a_word() {
    let (folder, _, keys) = with_passphrase();
    fs::write(folder.path().join("keys.json"), "{").unwrap();
    fs::write(folder.path().join("keys.json.bak"), "{").unwrap();
    let errors = [
        KeyFile::load(folder.path()).unwrap_err(),
        keys.unlock_passphrase(&secret("chevêche")).unwrap_err(),
        keys.unlock_phrase(&secret("chevêche")).unwrap_err(),
        KeyFile::load(&folder.path().join("keys.json")).unwrap_err(),
    ];
    for error in errors {
        let shown = format!("{error} {error:?}");
        assert!(
            !shown.contains("chevêche") && !shown.contains(folder.path().to_str().unwrap()),
            "{shown}"
        );
    }
    assert_eq!(
        format!("{keys:?}"),
        "KeyFile { passphrase: true, keyring: false, confirmed: false, .. }"
    );
}

#[test]
fn the_passphrase_of_a_program_as_shipped_costs_a_tenth_of_a_second_or_more() {
    let folder = TempDir::new().unwrap();
    let key = Key::random().unwrap();
    let mut keys = KeyFile::create(folder.path(), &key).unwrap();
    keys.set_passphrase(&key, &secret("hulotte")).unwrap();
    let text = fs::read_to_string(folder.path().join("keys.json")).unwrap();
    assert!(
        text.contains("\"memory\": 65536")
            && text.contains("\"passes\": 4")
            && text.contains("\"lanes\": 2")
    );
    let began = Instant::now();
    assert!(keys.unlock_passphrase(&secret("hulotte")).is_ok());
    let took = began.elapsed();
    eprintln!(
        "one derivation at the standard cost: {} ms",
        took.as_millis()
    );
    assert!(
        took.as_millis() >= 100,
        "{took:?} would let a thief try too many"
    );
}
