//! A ledger that has a month already, and a statement of three years to import into it: what journeys kill, cut off and
//! starve. It opens by its recovery phrase, which costs nothing to derive from, so that a build for release does too.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use ledger::{Answers, Dropped, ExportFormat, Ledger, Watch};
use tempfile::TempDir;
use vault::{Key, KeyFile};

use crate::{app, statement};

/// A ledger to begin with, and the file to import.
pub struct Scene {
    folder: TempDir,
    key: Key,
}

impl Scene {
    /// A ledger with one month, and beside it a statement of `entries` lines from before.
    ///
    /// # Panics
    /// The folder for temporary files cannot be written.
    pub fn new(entries: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder for temporary files");
        let scene = Self {
            folder,
            key: Key::random().expect("randomness"),
        };
        let base = scene.base();
        fs::create_dir(&base).expect("a folder of ours");
        let mut keys = KeyFile::create(&base, &scene.key).expect("a folder of ours");
        keys.set_confirmed().expect("a folder of ours");
        let october = Dropped {
            name: "october.ofx".to_owned(),
            bytes: statement::ofx().into_bytes(),
        };
        Ledger::create(&base, &scene.key)
            .and_then(|made| made.import(&october, &Answers::none(), true, Watch::nobody()))
            .expect("a month is imported");
        let phrase = vault::phrase(&scene.key).expect("any key has its words");
        fs::write(scene.path("phrase"), phrase.words().join(" ")).expect("a folder of ours");
        fs::write(scene.file(), many(entries)).expect("a folder of ours");
        scene
    }

    /// A place of this name beside the ledger.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The ledger to begin with.
    pub fn base(&self) -> PathBuf {
        self.path("base")
    }

    /// The statement to import.
    pub fn file(&self) -> PathBuf {
        self.path("many.ofx")
    }

    /// Makes `ledger` a fresh copy of the one to begin with.
    ///
    /// # Panics
    /// It cannot be written.
    pub fn copy_to(&self, ledger: &Path) {
        copy(&self.base(), ledger).expect("room for a copy");
    }

    /// `foil` with these words, on this ledger.
    pub fn foil(&self, ledger: &Path, words: &[&str]) -> Command {
        let mut foil = Command::new(app::foil());
        foil.args(words)
            .args(["--lang", "en", "--ledger"])
            .arg(ledger)
            .arg("--passphrase-file")
            .arg(self.path("phrase"))
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::null());
        foil
    }

    /// The import of the statement into this ledger.
    pub fn import(&self, ledger: &Path) -> Command {
        let mut foil = self.foil(ledger, &["import", "--json", "--yes"]);
        foil.arg(self.file());
        foil
    }

    /// Starts the import; its report can be read from the child.
    ///
    /// # Panics
    /// It does not start.
    pub fn start(&self, ledger: &Path) -> Child {
        let mut foil = self.import(ledger);
        foil.stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("foil starts")
    }

    /// Everything in a ledger that `foil verify` finds to be whole.
    ///
    /// # Panics
    /// It is not.
    pub fn whole(&self, ledger: &Path) -> String {
        let verified = self.foil(ledger, &["verify", "--json"]).output();
        let verified = verified.expect("foil starts");
        let said = String::from_utf8_lossy(&verified.stdout);
        assert_eq!(
            said,
            "{\"ok\":true,\"findings\":[]}\n",
            "{}",
            String::from_utf8_lossy(&verified.stderr)
        );
        let open = Ledger::open(ledger, &self.key, true).expect("what verifies opens");
        let mut out = Vec::new();
        open.export(ExportFormat::Csv, &mut out)
            .expect("what verifies can be exported");
        let history = open.history().expect("what verifies has a history");
        write!(out, "{} operations", history.len()).expect("memory");
        String::from_utf8(out).expect("an export is text")
    }

    /// A ledger's file as another program of ours would hold it.
    ///
    /// # Panics
    /// It does not open.
    pub fn connect(&self, ledger: &Path) -> rusqlite::Connection {
        let file = ledger.join(ledger::LEDGER_FILE);
        let connection = rusqlite::Connection::open(file).expect("the file is there");
        let key: String = self
            .key
            .expose()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        connection
            .pragma_update(None, "key", format!("x'{key}'"))
            .expect("a key can be given");
        connection
    }

    /// What the ledger holds before the import and after it; and what the import reports.
    ///
    /// # Panics
    /// The import fails.
    pub fn before_and_after(&self) -> (String, String) {
        let ledger = self.path("undisturbed");
        self.copy_to(&ledger);
        let before = self.whole(&ledger);
        let mut child = self.start(&ledger);
        let mut report = String::new();
        let mut out = child.stdout.take().expect("its output was asked for");
        out.read_to_string(&mut report).expect("a report");
        assert!(child.wait().expect("a child of ours").success(), "{report}");
        let after = self.whole(&ledger);
        assert!(
            after.lines().count() > before.lines().count(),
            "it brings something: {report}"
        );
        (before, after)
    }
}

/// Makes `to` a copy of a folder of files, whatever it was before.
///
/// # Errors
/// It cannot be written.
pub fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    for file in fs::read_dir(from)? {
        let file = file?;
        fs::copy(file.path(), to.join(file.file_name()))?;
    }
    Ok(())
}

/// Lines of the account of [`statement`], from three years before.
fn many(entries: usize) -> String {
    let words = ["GRAND MARCHE", "CAFE DES TILLEULS", "LIBRAIRIE ORTIE"];
    let line = |i: usize| {
        let (year, month, day) = (2023 + i * 3 / entries, i / 28 % 12 + 1, i % 28 + 1);
        let (cents, words) = (100 + i * 7 % 5_000, words[i % 3]);
        statement::entry(
            &format!("{year}{month:02}{day:02}"),
            &format!("-{}.{:02}", cents / 100, cents % 100),
            &format!("M{i:06}"),
            words,
            "",
        )
    };
    let lines: String = (0..entries).map(line).collect();
    statement::around(&lines, "20230101", "20260930", "-18.75")
}
