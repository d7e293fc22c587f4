//! What lies in a folder that the user has watched: names, sizes and dates of files, and no byte of them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Local, NaiveDate, Utc};
use worker::may_be_read;

use crate::{Ledger, Result};

/// A folder, as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LookedInto {
    /// Files that may be statements or receipts, are not in the ledger as far as name and size tell, and came after what
    /// was seen before; the newest first.
    pub waiting: Vec<FileInFolder>,
    /// The day of the newest file that may be a statement or a receipt, waiting or not.
    pub last_day: Option<NaiveDate>,
}

/// A file, as its folder tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileInFolder {
    /// Where it is.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// When it was last written to, in milliseconds since 1970.
    pub modified: i64,
    /// The same, on this computer's calendar.
    pub day: NaiveDate,
}

/// Now, in milliseconds since 1970, as files tell when they were written to.
pub fn milliseconds_now() -> i64 {
    Utc::now().timestamp_millis()
}

impl Ledger {
    /// Looks into a folder, not into those inside it; `seen_until` in milliseconds since 1970. `None` where it is gone or may
    /// not be read. A file whose date is yet to come waits from then on: seen before, it would hide all that comes until then.
    ///
    /// # Errors
    /// [`crate::Error::Store`].
    pub fn look_into(&self, folder: &Path, seen_until: i64) -> Result<Option<LookedInto>> {
        let Ok(mut files) = files_in(folder) else {
            return Ok(None);
        };
        let now = milliseconds_now();
        files.retain(|file| file.modified <= now);
        files.sort_by(|a, b| (b.modified, &a.name).cmp(&(a.modified, &b.name)));
        let last_day = files.first().map(|file| file.day);
        files.retain(|file| file.modified > seen_until);
        let told: Vec<(&str, u64)> = files
            .iter()
            .map(|one| (one.name.as_str(), one.size))
            .collect();
        let known = self.knows_files(&told)?;
        let waiting = files.into_iter().zip(known);
        let waiting = waiting
            .filter(|(_, is_known)| !is_known)
            .map(|(file, _)| file);
        Ok(Some(LookedInto {
            waiting: waiting.collect(),
            last_day,
        }))
    }
}

/// The files of a folder that may be statements or receipts. One that went, or may not be looked at, is passed over.
fn files_in(folder: &Path) -> io::Result<Vec<FileInFolder>> {
    let entries = fs::read_dir(folder)?;
    Ok(entries.flatten().filter_map(|entry| told(&entry)).collect())
}

/// What its folder tells of a file; none of a link, which may lead anywhere, and of what a browser has only reserved.
fn told(entry: &fs::DirEntry) -> Option<FileInFolder> {
    // A name that is no text could not be handed over.
    let name = entry.file_name().into_string().ok()?;
    if name.starts_with('.') || !may_be_read(&name) {
        return None;
    }
    // Of the entry itself: links are not followed.
    let about = entry.metadata().ok()?;
    if !about.is_file() || about.len() == 0 {
        return None;
    }
    let modified = about.modified().ok()?;
    Some(FileInFolder {
        path: entry.path(),
        name,
        size: about.len(),
        modified: milliseconds(modified)?,
        day: DateTime::<Local>::from(modified).date_naive(),
    })
}

/// Since 1970; none where that is out of all bounds.
fn milliseconds(time: SystemTime) -> Option<i64> {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_millis()).ok(),
        Err(before) => i64::try_from(before.duration().as_millis())
            .ok()
            .map(i64::wrapping_neg),
    }
}
