//! Tesseract, where it is installed: an optional program that turns a picture into words, spoken to through pipes and never
//! through files.
//!
//! The parent finds it and chooses its languages; a child of ours, under limits that it hands down, starts it.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

/// The languages that receipts here are in, the most likely first; each costs time, so two do where both are there.
const LANGUAGES: [&str; 6] = ["fra", "eng", "deu", "spa", "ita", "nld"];
/// Languages at once.
const MOST_LANGUAGES: usize = 2;
/// The longest table of words, in bytes.
const LONGEST: u64 = 8 << 20;
/// Where it is installed beside `PATH`, which a program that is started by a click hardly has.
const USUAL: [&str; 4] = [
    "/opt/homebrew/bin",
    "/usr/local/bin",
    "/usr/bin",
    r"C:\Program Files\Tesseract-OCR",
];

/// How Tesseract looks for lines (`--psm`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Layout {
    /// One block of lines, as a ticket is.
    Block,
    /// Words wherever they stand.
    Sparse,
}

/// What a child needs to start it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Recogniser {
    program: PathBuf,
    languages: String,
}

impl Recogniser {
    /// The one on this machine; `None` where there is none, or none with a language of ours. Looked for once.
    pub(crate) fn find() -> Option<&'static Self> {
        static FOUND: OnceLock<Option<Recogniser>> = OnceLock::new();
        FOUND.get_or_init(|| Self::among(&folders())).as_ref()
    }

    fn among(folders: &[PathBuf]) -> Option<Self> {
        let name = format!("tesseract{}", env::consts::EXE_SUFFIX);
        let program = folders
            .iter()
            .filter(|folder| folder.is_absolute())
            .map(|folder| folder.join(&name))
            .find(|program| program.is_file())?;
        let languages = languages(&program)?;
        Some(Recogniser { program, languages })
    }

    /// The table of words of a picture, with `input` as it is.
    pub(crate) fn recognise(&self, picture: &[u8], layout: Layout) -> io::Result<Vec<u8>> {
        let mut child = quiet(&self.program)
            .args(["stdin", "stdout", "-l", &self.languages])
            .args(["--psm", if layout == Layout::Block { "6" } else { "11" }])
            .args(["--dpi", "300", "-c", "tessedit_do_invert=0", "tsv"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let mut table = Vec::new();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                // One that dies early closes its pipe; its status says so.
                if let Some(mut input) = input {
                    drop(input.write_all(picture));
                }
            });
            if let Some(output) = output {
                drop(output.take(LONGEST).read_to_end(&mut table));
            }
        });
        let status = child.wait()?;
        if status.success() {
            Ok(table)
        } else {
            Err(io::ErrorKind::TimedOut.into())
        }
    }
}

fn folders() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path)
        .chain(USUAL.iter().map(PathBuf::from))
        .collect()
}

/// One thread: what the limits count is then what the clock shows.
fn quiet(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.env("OMP_THREAD_LIMIT", "1").stderr(Stdio::null());
    command
}

/// Those of ours that are installed, as Tesseract takes them.
fn languages(program: &Path) -> Option<String> {
    let said = quiet(program)
        .arg("--list-langs")
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let installed: Vec<&str> = said.lines().map(str::trim).collect();
    let chosen: Vec<&str> = LANGUAGES
        .into_iter()
        .filter(|language| installed.contains(language))
        .take(MOST_LANGUAGES)
        .collect();
    (!chosen.is_empty()).then(|| chosen.join("+"))
}
