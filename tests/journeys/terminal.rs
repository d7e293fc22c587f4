//! A terminal: `foil` run on a ledger of its own, and what it answered.

use std::path::{Path, PathBuf};
use std::process::Command;

use api::App;
use api::app::Unlock;
use journeys::app;
use ledger::Ledger;
use serde_json::Value;
use tempfile::TempDir;
use vault::{Cost, Key, KeyFile, Secret};

pub(crate) const PASSPHRASE: &str = "sirop girafe mardi bocal";

/// A folder with a ledger, and room for files beside it.
pub(crate) struct Terminal {
    folder: TempDir,
}

/// What a command answered.
pub(crate) struct Answer {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Terminal {
    /// A terminal with no ledger yet.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        Terminal { folder }
    }

    /// A terminal with an empty ledger whose passphrase is cheap to derive from: the cost stands in the key file.
    pub(crate) fn with_ledger() -> Self {
        let terminal = Terminal::new();
        let folder = terminal.ledger();
        std::fs::create_dir(&folder).unwrap();
        let key = Key::random().unwrap();
        let mut keys = KeyFile::create(&folder, &key).unwrap();
        let passphrase = Secret::from(PASSPHRASE.to_owned());
        keys.set_passphrase_at(&key, &passphrase, Cost::for_tests())
            .unwrap();
        keys.set_confirmed().unwrap();
        Ledger::create(&folder, &key).unwrap();
        terminal
    }

    pub(crate) fn ledger(&self) -> PathBuf {
        self.folder.path().join("ledger")
    }

    /// Writes a file where a browser would have put it.
    pub(crate) fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Runs `foil` with these words, in English unless they say otherwise.
    pub(crate) fn foil(&self, words: &[&str]) -> Answer {
        self.run(Command::new(app::foil()), words, &self.passphrase())
    }

    /// The same by a program that leaves the processor to whoever else wants it.
    pub(crate) fn foil_at_leisure(&self, words: &[&str]) -> Answer {
        let mut nice = Command::new("nice");
        nice.args(["-n", "19"]).arg(app::foil());
        self.run(nice, words, &self.passphrase())
    }

    fn passphrase(&self) -> PathBuf {
        self.folder.path().join("passphrase")
    }

    /// The same with another passphrase.
    pub(crate) fn foil_with(&self, passphrase: &str, words: &[&str]) -> Answer {
        let file = self.file("other-passphrase", passphrase);
        self.run(Command::new(app::foil()), words, &file)
    }

    fn run(&self, mut command: Command, words: &[&str], passphrase: &Path) -> Answer {
        let is_told = words.contains(&"--lang");
        let english: &[&str] = if is_told { &[] } else { &["--lang", "en"] };
        let done = command
            .args(words)
            .args(english)
            .arg("--ledger")
            .arg(self.ledger())
            .arg("--passphrase-file")
            .arg(passphrase)
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .output()
            .unwrap();
        Answer {
            status: done.status.code().unwrap_or(-1),
            out: String::from_utf8(done.stdout).unwrap(),
            err: String::from_utf8(done.stderr).unwrap(),
        }
    }

    /// The core of a window on the same ledger.
    pub(crate) fn window(&self) -> App {
        let words = self.foil(&["phrase"]).out;
        let app = App::new(self.ledger(), "", Box::new(|_| {})).speaking(text::Lang::En);
        app.unlock(Unlock::Phrase { words }).unwrap();
        app
    }

    /// Imports a file, accepting what is safe, and gives what was answered.
    pub(crate) fn import(&self, file: &Path) -> Value {
        let answer = self.foil(&["import", "--json", "--yes", file.to_str().unwrap()]);
        assert!(answer.status < 2, "{}{}", answer.out, answer.err);
        answer.json()
    }

    /// Imports a file that brings something, and gives the operation.
    pub(crate) fn operation(&self, file: &Path) -> String {
        let done = self.import(file);
        done["import"]
            .as_i64()
            .unwrap_or_else(|| panic!("{done}"))
            .to_string()
    }

    /// Everything, in both formats.
    pub(crate) fn export(&self) -> String {
        let csv = self.foil(&["export", "--to", "csv"]);
        let json = self.foil(&["export", "--to", "json"]);
        assert_eq!((csv.status, json.status), (0, 0), "{}{}", csv.err, json.err);
        csv.out + &json.out
    }

    /// How many entries an export holds.
    pub(crate) fn count(&self) -> usize {
        let csv = self.foil(&["export", "--to", "csv"]);
        csv.out.lines().count() - 1
    }

    pub(crate) fn verify(&self) {
        let answer = self.foil(&["verify", "--json"]);
        assert_eq!(
            answer.out, "{\"ok\":true,\"findings\":[]}\n",
            "{}",
            answer.err
        );
    }
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }
}
