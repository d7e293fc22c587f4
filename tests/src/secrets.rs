//! Looking for what must not be readable on the disk.

use std::fs;
use std::path::{Path, PathBuf};

/// A readable secret: where, and which.
pub type Leak = (PathBuf, &'static str);

/// Reads every file below the folders and gives each of `secrets` found there, in UTF-8 or UTF-16; and how many bytes it
/// has read.
pub fn search(folders: &[PathBuf], secrets: &[&'static str]) -> (Vec<Leak>, usize) {
    let needles: Vec<(&'static str, [Vec<u8>; 2])> = secrets
        .iter()
        .map(|secret| {
            (
                *secret,
                [
                    secret.as_bytes().to_vec(),
                    secret.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                ],
            )
        })
        .collect();
    let (mut leaks, mut read) = (Vec::new(), 0);
    for file in folders.iter().flat_map(|folder| files_below(folder)) {
        // A file may go while the app still runs.
        let Ok(bytes) = fs::read(&file) else { continue };
        read += bytes.len();
        for (secret, forms) in &needles {
            if forms.iter().any(|form| {
                bytes
                    .windows(form.len())
                    .any(|window| window == form.as_slice())
            }) {
                leaks.push((file.clone(), *secret));
            }
        }
    }
    (leaks, read)
}

/// Every regular file below a folder.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
    {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files.extend(files_below(&entry.path())),
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
    files
}
