//! Passphrases: from a file, an open file descriptor, or the terminal without an echo. Never from an argument, which every
//! program on the machine can read.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::global::Global;

/// The passphrase that the caller handed over, if any.
pub(crate) fn handed_over(global: &Global) -> Result<Option<String>, Failure> {
    handed(global.passphrase_file.as_deref(), global.passphrase_fd)
}

/// The first line of a file or of a file descriptor.
pub(crate) fn handed(
    file: Option<&Path>,
    descriptor: Option<u32>,
) -> Result<Option<String>, Failure> {
    let path = match (file, descriptor) {
        (Some(path), _) => path.to_owned(),
        (None, Some(number)) => PathBuf::from(format!("/dev/fd/{number}")),
        (None, None) => return Ok(None),
    };
    let unreadable = |error: io::Error| {
        let path = path.display().to_string();
        Failure::Said(
            "cli-passphrase-unreadable",
            vec![("file", path), ("reason", error.to_string())],
        )
    };
    let mut line = String::new();
    File::open(&path)
        .and_then(|file| BufReader::new(file).read_line(&mut line))
        .map_err(unreadable)?;
    let end = line.trim_end_matches(['\n', '\r']).len();
    line.truncate(end);
    Ok(Some(line))
}

/// Asks at the terminal.
pub(crate) fn asked(prompt: &'static str, global: &Global) -> Result<String, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::Said("cli-no-passphrase", Vec::new()));
    }
    let prompt = global.catalogue().text(prompt, &[]);
    Ok(rpassword::prompt_password(format!("{prompt} "))?)
}

/// Asks twice at the terminal, until both are the same.
pub(crate) fn asked_twice(global: &Global) -> Result<String, Failure> {
    loop {
        let first = asked("cli-prompt-new-passphrase", global)?;
        if asked("cli-prompt-repeat-passphrase", global)? == first {
            return Ok(first);
        }
        global.say("cli-passphrases-differ", &[])?;
    }
}
