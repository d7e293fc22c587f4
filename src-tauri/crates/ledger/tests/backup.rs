//! A backup holds everything, a restoring loses nothing wherever it is stopped, and an erasing leaves what is somebody else's.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ledger::lock::Held;

use ledger::{
    Answers, Dropped, Error, ExportFormat, Ledger, Unpacked, Watch, erase, finish_restore,
};
use vault::{Key, KeyFile};

struct Fixture {
    folder: tempfile::TempDir,
    key: Key,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = Key::random().unwrap();
        fs::create_dir(folder.path().join("ledger")).unwrap();
        let fixture = Fixture { folder, key };
        KeyFile::create(&fixture.ledger(), &fixture.key).unwrap();
        drop(Ledger::create(&fixture.ledger(), &fixture.key).unwrap());
        fixture
    }

    fn ledger(&self) -> PathBuf {
        self.folder.path().join("ledger")
    }

    fn backup(&self) -> PathBuf {
        self.folder.path().join("backup.zip")
    }

    fn open(&self) -> Ledger {
        Ledger::open(&self.ledger(), &self.key, true).unwrap()
    }

    /// One statement imported and backed up, a second one imported; what the ledger was then and is now.
    fn with_a_backup() -> (Self, String, String) {
        let fixture = Fixture::new();
        let ledger = fixture.open();
        import(&ledger, "2026-10-05");
        let then = export(&ledger);
        let done = ledger.back_up(&fixture.key, &fixture.backup(), "A backup.\n");
        let done = done.unwrap();
        let held = ledger.held().unwrap();
        assert_eq!((held.accounts, held.entries), (1, 1));
        assert_eq!(done.bytes, fs::metadata(fixture.backup()).unwrap().len());
        import(&ledger, "2026-11-05");
        let now = export(&ledger);
        assert_ne!(then, now);
        (fixture, then, now)
    }

    fn restore(&self) -> ledger::Result<Option<PathBuf>> {
        let unpacked = Unpacked::unpack(&self.backup(), &self.ledger())?;
        let restorable = unpacked.check(&self.key, true)?;
        restorable.take_place(&Held::alone(&self.ledger(), Duration::ZERO)?)
    }

    fn names(&self) -> Vec<String> {
        let files = fs::read_dir(self.ledger()).unwrap();
        let name = |file: std::io::Result<fs::DirEntry>| file.unwrap().file_name();
        let mut names: Vec<String> = files
            .map(|file| name(file).into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn import(ledger: &Ledger, day: &str) {
    let file = Dropped {
        name: "releve.csv".to_owned(),
        bytes: format!("Date;Libellé;Montant\n{day};BOULANGERIE MOREL;-3,20\n").into_bytes(),
    };
    let answers = [("account", "new"), ("currency", "EUR")];
    let mut all = Answers::none();
    for (about, choice) in answers {
        all.set(about, choice);
    }
    ledger.import(&file, &all, true, Watch::nobody()).unwrap();
}

fn export(ledger: &Ledger) -> String {
    let mut out = Vec::new();
    ledger.export(ExportFormat::Json, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn export_of(folder: &Path, key: &Key) -> String {
    export(&Ledger::open(folder, key, true).unwrap())
}

#[test]
fn a_restored_backup_is_the_ledger_of_its_day_and_the_one_replaced_is_kept_whole() {
    let (fixture, then, now) = Fixture::with_a_backup();
    let kept = fixture.restore().unwrap().unwrap();
    assert_eq!(export(&fixture.open()), then);
    assert!(fixture.open().verify().unwrap().is_empty());
    assert_eq!(kept, fixture.ledger().join("ledger.replaced-1"));
    assert_eq!(export_of(&kept, &fixture.key), now);
    let left = fixture.names();
    let begun = ["ledger.unpacked", "ledger.restoring", "ledger.backing-up"];
    assert!(
        !left.iter().any(|name| begun.contains(&name.as_str())),
        "{left:?}"
    );
}

#[test]
fn a_backup_is_restored_where_there_is_no_ledger() {
    let (fixture, then, _) = Fixture::with_a_backup();
    fs::remove_dir_all(fixture.ledger()).unwrap();
    fs::create_dir(fixture.ledger()).unwrap();
    assert_eq!(fixture.restore().unwrap(), None, "nothing was replaced");
    assert_eq!(export(&fixture.open()), then);
    assert!(KeyFile::load(&fixture.ledger()).unwrap().is_some());
}

#[test]
fn a_backup_reads_as_a_zip_of_a_sqlcipher_file_and_tells_nothing_in_clear() {
    let (fixture, _, _) = Fixture::with_a_backup();
    let bytes = fs::read(fixture.backup()).unwrap();
    let is_clear = |text: &str| {
        bytes
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    };
    assert!(is_clear("A backup."), "but its note");
    for secret in ["MOREL", "releve.csv", "SQLite format 3"] {
        assert!(!is_clear(secret), "{secret}");
    }
}

#[test]
fn a_damaged_backup_is_told_and_nothing_is_replaced() {
    let (fixture, _, now) = Fixture::with_a_backup();
    let good = fs::read(fixture.backup()).unwrap();
    for place in [200, 300, 5_000, good.len() / 2, good.len() - 6] {
        let mut bad = good.clone();
        bad[place] ^= 0x5a;
        fs::write(fixture.backup(), bad).unwrap();
        let refused = fixture.restore().unwrap_err();
        let is_told = matches!(refused, Error::Damaged | Error::Refused("no backup"));
        assert!(is_told, "byte {place}: {refused:?}");
    }
    fs::write(fixture.backup(), &good[..good.len() / 2]).unwrap();
    assert!(fixture.restore().is_err());
    assert_eq!(export(&fixture.open()), now);
    assert!(
        !fixture
            .names()
            .iter()
            .any(|name| name.starts_with("ledger.replaced"))
    );
}

#[test]
fn another_ledgers_key_does_not_restore_a_backup() {
    let (fixture, _, now) = Fixture::with_a_backup();
    let unpacked = Unpacked::unpack(&fixture.backup(), &fixture.ledger()).unwrap();
    let refused = unpacked.check(&Key::random().unwrap(), false).unwrap_err();
    assert!(matches!(refused, Error::WrongKey));
    assert_eq!(export(&fixture.open()), now);
}

#[test]
fn a_file_that_is_no_backup_is_refused() {
    let (fixture, _, _) = Fixture::with_a_backup();
    for bytes in [
        &b"Date;Montant\n"[..],
        b"",
        b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
    ] {
        fs::write(fixture.backup(), bytes).unwrap();
        let refused = fixture.restore().unwrap_err();
        assert!(
            matches!(refused, Error::Refused("no backup")),
            "{refused:?}"
        );
    }
}

#[test]
fn a_restoring_that_was_stopped_anywhere_is_gone_on_with() {
    for moved in 0..8 {
        let (fixture, then, now) = Fixture::with_a_backup();
        let (ledger, restoring) = (fixture.ledger(), fixture.ledger().join("ledger.restoring"));
        let unpacked = Unpacked::unpack(&fixture.backup(), &ledger).unwrap();
        fs::rename(unpacked.place(), &restoring).unwrap();
        drop(unpacked);
        // The log of a program that was killed belongs to what is replaced.
        fs::write(ledger.join("ledger.db-wal"), "a log").unwrap();
        let replaced = restoring.join("ledger.replaced");
        let steps = [
            None,
            Some((ledger.join("ledger.db-wal"), replaced.join("ledger.db-wal"))),
            Some((ledger.join("ledger.db"), replaced.join("ledger.db"))),
            Some((restoring.join("ledger.db"), ledger.join("ledger.db"))),
            Some((ledger.join("keys.json.bak"), replaced.join("keys.json.bak"))),
            Some((ledger.join("keys.json"), replaced.join("keys.json"))),
            Some((restoring.join("keys.json"), ledger.join("keys.json"))),
            Some((replaced.clone(), ledger.join("ledger.replaced-1"))),
        ];
        fs::create_dir(&replaced).unwrap();
        for (from, to) in steps.into_iter().take(moved + 1).flatten() {
            fs::rename(from, to).unwrap();
        }
        finish_restore(&ledger).unwrap();
        assert_eq!(export(&fixture.open()), then, "after {moved} moves");
        let kept = ledger.join("ledger.replaced-1");
        assert_eq!(export_of(&kept, &fixture.key), now, "after {moved} moves");
        assert!(KeyFile::load(&kept).unwrap().is_some());
        assert!(KeyFile::load(&ledger).unwrap().is_some());
        finish_restore(&ledger).unwrap();
        assert_eq!(
            export(&fixture.open()),
            then,
            "there is nothing more to go on with"
        );
    }
}

#[test]
fn a_ledger_that_somebody_has_open_is_not_claimed() {
    let fixture = Fixture::new();
    let open = fixture.open();
    let other = fixture.open();
    let claim = || Held::alone(&fixture.ledger(), Duration::ZERO);
    for open in [open, other] {
        let refused = claim().unwrap_err();
        assert!(matches!(refused, Error::Store(store::Error::Busy)));
        drop(open);
    }
    let alone = claim().unwrap();
    let refused = Ledger::open(&fixture.ledger(), &fixture.key, true).unwrap_err();
    assert!(matches!(refused, Error::Store(store::Error::Busy)));
    drop(alone);
    fixture.open();
}

#[test]
fn a_backup_is_written_over_nothing_but_a_backup_and_never_among_the_ledgers_own_files() {
    let (fixture, _, now) = Fixture::with_a_backup();
    let ledger = fixture.open();
    let letter = fixture.folder.path().join("letter.odt");
    fs::write(&letter, "mine").unwrap();
    let own = ["ledger.db", "keys.json", "kept.zip"].map(|name| fixture.ledger().join(name));
    for target in own.iter().chain([&letter]) {
        let refused = ledger.back_up(&fixture.key, target, "").unwrap_err();
        assert!(matches!(refused, Error::Refused(_)), "{refused:?}");
    }
    assert_eq!(fs::read(&letter).unwrap(), b"mine");
    ledger.back_up(&fixture.key, &fixture.backup(), "").unwrap();
    drop(ledger);
    assert_eq!(export(&fixture.open()), now);
}

#[test]
fn a_backup_opens_by_its_words_though_the_key_file_was_lost_when_it_was_made() {
    let (fixture, then, _) = Fixture::with_a_backup();
    let first = fixture.restore().unwrap();
    assert!(first.is_some());
    for spoilt in [Some("no keys"), None] {
        for name in ["keys.json", "keys.json.bak"] {
            let file = fixture.ledger().join(name);
            match spoilt {
                Some(text) => fs::write(file, text).unwrap(),
                None => drop(fs::remove_file(file)),
            }
        }
        let ledger = fixture.open();
        ledger.back_up(&fixture.key, &fixture.backup(), "").unwrap();
        drop(ledger);
        fixture.restore().unwrap();
        assert_eq!(export(&fixture.open()), then);
        let keys = KeyFile::load(&fixture.ledger()).unwrap().unwrap();
        keys.check(&fixture.key).unwrap();
    }
}

#[test]
fn what_cannot_be_written_leaves_the_backup_that_stands_there() {
    let (fixture, _, _) = Fixture::with_a_backup();
    let before = fs::read(fixture.backup()).unwrap();
    let ledger = fixture.open();
    let gone = fixture.folder.path().join("gone/backup.zip");
    assert!(ledger.back_up(&fixture.key, &gone, "").is_err());
    fs::create_dir(fixture.folder.path().join("backup.zip.part")).unwrap();
    assert!(ledger.back_up(&fixture.key, &fixture.backup(), "").is_err());
    assert_eq!(fs::read(fixture.backup()).unwrap(), before);
    assert!(!fixture.names().contains(&"ledger.backing-up".to_owned()));
}

#[test]
fn an_erased_ledger_leaves_nothing_of_itself_and_everything_of_others() {
    let (fixture, _, _) = Fixture::with_a_backup();
    fixture.restore().unwrap();
    let ledger = fixture.ledger();
    for ours in ["ledger.v18.db", "ledger.keeping-77", "keys.json.kept-1"] {
        fs::write(ledger.join(ours), "a ledger of before").unwrap();
    }
    let theirs = [
        "README.txt",
        "ledger.ods",
        "ledger.replaced-1/letter.txt",
        "keys.txt",
        "settings.json",
    ];
    for name in theirs {
        fs::write(ledger.join(name), "mine").unwrap();
    }
    erase(&ledger, &Held::alone(&ledger, Duration::ZERO).unwrap()).unwrap();
    assert_eq!(
        fixture.names(),
        [
            "README.txt",
            "keys.txt",
            "ledger.ods",
            "ledger.replaced-1",
            "settings.json"
        ]
    );
    let kept: Vec<_> = fs::read_dir(ledger.join("ledger.replaced-1"))
        .unwrap()
        .collect();
    assert_eq!(kept.len(), 1);
}
