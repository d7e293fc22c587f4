//! Disks that are full, and folders that may not be written to: nothing lost, and the user told.

use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;

use journeys::scene::Scene;
use journeys::{app, full};

/// Whom files belong to that nobody owns.
const NOBODY: u32 = 65_534;

#[test]
fn a_disk_that_fills_up_at_any_moment_of_an_import_leaves_the_ledger_as_it_was_and_says_so() {
    let scene = Scene::new(300);
    let (before, after) = scene.before_and_after();
    match full::fill(&scene, 64 << 10, (&before, &after)) {
        // Past the capture of the test harness: a test that did not run says so.
        None => writeln!(
            std::io::stdout(),
            "skipped: mounting a small disk is not allowed here"
        )
        .unwrap(),
        Some(full) => {
            assert!(full.refused >= 3, "several moments: {full}");
            writeln!(std::io::stdout(), "{full}").unwrap();
        }
    }
}

/// Root may write anywhere, so `foil` is run as somebody else then.
#[test]
fn a_folder_that_may_not_be_written_to_is_told_from_damage_and_stays_as_it_is() {
    let scene = Scene::new(10);
    let (before, _) = scene.before_and_after();
    let folder = scene.path("");
    let ledger = scene.path("ledger");
    scene.copy_to(&ledger);
    let is_root = fs::metadata(&folder).unwrap().uid() == 0;
    // The program may stand where only root reads. Copied by a process of its own: a child that a test beside this one starts
    // would keep the copy open for writing, and so from running.
    let program = scene.path("foil");
    let mut copy = std::process::Command::new("cp");
    assert!(
        copy.args([&app::foil(), &program])
            .status()
            .unwrap()
            .success()
    );
    let mut paths = vec![folder, ledger.clone(), scene.file(), scene.path("phrase")];
    paths.extend(
        fs::read_dir(&ledger)
            .unwrap()
            .map(|file| file.unwrap().path()),
    );
    if is_root {
        for path in &paths {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    for path in paths.iter().filter(|path| path.starts_with(&ledger)) {
        let mode = if path.is_dir() { 0o555 } else { 0o444 };
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    }
    let import = scene.import(&ledger);
    let mut again = std::process::Command::new(&program);
    again.args(import.get_args()).current_dir("/");
    again.env_remove("DBUS_SESSION_BUS_ADDRESS");
    if is_root {
        again.uid(NOBODY).gid(NOBODY);
    }
    let answer = again.output().unwrap();
    let said = String::from_utf8(answer.stderr).unwrap();
    assert_eq!((answer.status.code(), answer.stdout), (Some(2), vec![]));
    assert_eq!(
        said,
        "foil: The ledger cannot be written to. Check the rights of its folder.\n"
    );
    fs::set_permissions(&ledger, Permissions::from_mode(0o755)).unwrap();
    let copied = scene.path("copied");
    journeys::scene::copy(&ledger, &copied).unwrap();
    for file in fs::read_dir(&copied).unwrap() {
        fs::set_permissions(file.unwrap().path(), Permissions::from_mode(0o644)).unwrap();
    }
    assert_eq!(scene.whole(&copied), before);
}
