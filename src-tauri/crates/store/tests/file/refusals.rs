//! Files that cannot be opened or written: each its own error, and every byte stays.

use std::fs;
use std::path::Path;

use store::{Error, Store};

use crate::fixture::{Fixture, KEY, connect};

/// A closed ledger file.
fn closed() -> (tempfile::TempDir, std::path::PathBuf) {
    let Fixture { folder, store } = Fixture::with_entries(&["BOULANGERIE MOREL"; 20]);
    drop(store);
    let path = folder.path().join("ledger.db");
    (folder, path)
}

fn refusal(path: &Path, key: &[u8; 32]) -> Error {
    let before = fs::read(path).unwrap();
    let error = Store::open(path, key).unwrap_err();
    assert_eq!(fs::read(path).unwrap(), before, "nothing is changed");
    error
}

#[test]
fn a_wrong_key_reads_nothing() {
    let (_folder, path) = closed();
    assert!(matches!(refusal(&path, &[8; 32]), Error::Unreadable));
    assert!(Store::open(&path, &KEY).is_ok());
}

#[test]
fn a_file_damaged_at_its_start_cannot_be_read() {
    let (_folder, path) = closed();
    let mut bytes = fs::read(&path).unwrap();
    bytes.iter_mut().take(200).for_each(|byte| *byte ^= 0x5a);
    fs::write(&path, bytes).unwrap();
    assert!(matches!(refusal(&path, &KEY), Error::Unreadable));
}

#[test]
fn a_file_damaged_in_the_middle_says_so_where_it_is_read() {
    let (_folder, path) = closed();
    let mut bytes = fs::read(&path).unwrap();
    bytes.iter_mut().skip(4_096).for_each(|byte| *byte ^= 0x5a);
    fs::write(&path, bytes).unwrap();
    let read = |store: Store| {
        store.read(|read| {
            read.list_accounts()?;
            read.list_defects()
        })
    };
    match Store::open(&path, &KEY).and_then(read) {
        Err(Error::Unreadable) => {}
        Ok(defects) => assert!(!defects.is_empty(), "damage is found"),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_file_cut_to_nothing_is_damaged_not_new() {
    let (_folder, path) = closed();
    fs::write(&path, b"").unwrap();
    assert!(matches!(refusal(&path, &KEY), Error::Unreadable));
}

#[test]
fn a_file_of_a_newer_version_is_refused_by_its_number() {
    let (_folder, path) = closed();
    connect(&path)
        .pragma_update(None, "user_version", 4_000)
        .unwrap();
    assert!(matches!(
        Store::open(&path, &KEY).unwrap_err(),
        Error::TooNew { found: 4_000, .. }
    ));
}

#[test]
fn no_ledger_is_made_over_another_file() {
    let (_folder, path) = closed();
    assert!(matches!(
        Store::create(&path, &KEY).unwrap_err(),
        Error::Exists(_)
    ));
}

#[test]
fn a_creation_that_was_cut_short_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ledger.new"), b"half a ledger").unwrap();
    assert!(Store::create(&folder.path().join("ledger.db"), &KEY).is_ok());
    assert!(!folder.path().join("ledger.new").exists());
}

/// Root may write anywhere, so the test runs itself again as somebody else.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_told_from_damage() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::os::unix::process::CommandExt;

    const FOLDER: &str = "COUNTERFOIL_READ_ONLY_FOLDER";
    const NOBODY: u32 = 65_534;
    if let Some(folder) = std::env::var_os(FOLDER) {
        let path = Path::new(&folder).join("ledger.db");
        assert!(matches!(
            Store::open(&path, &KEY).unwrap_err(),
            Error::ReadOnly
        ));
        let other = Path::new(&folder).join("other.db");
        assert!(matches!(
            Store::create(&other, &KEY).unwrap_err(),
            Error::ReadOnly
        ));
        return;
    }
    let (folder, path) = closed();
    let is_root = fs::metadata(folder.path()).unwrap().uid() == 0;
    let name = "refusals::a_folder_that_cannot_be_written_is_told_from_damage";
    // The test program may stand where only root reads. Copied by a process of its own: a child that a test beside this one
    // starts would keep the copy open for writing, and so from running.
    let program = folder.path().join("again");
    let running = std::env::current_exe().unwrap();
    let mut copy = std::process::Command::new("cp");
    assert!(copy.args([&running, &program]).status().unwrap().success());
    let mut again = std::process::Command::new(&program);
    again.args(["--exact", name]).env(FOLDER, folder.path());
    if is_root {
        chown(&path, Some(NOBODY), Some(NOBODY)).unwrap();
        chown(folder.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        again.uid(NOBODY).gid(NOBODY);
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let done = again.current_dir("/").output().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stdout)
    );
}
