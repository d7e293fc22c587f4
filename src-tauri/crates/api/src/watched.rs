//! Folders that the user has watched: what waits in them is proposed before it is read.
//!
//! They are looked into when somebody asks, never by a clock, and of files only name, size and date are looked at. Paths go
//! to the window and to the settings, never to a log.

use std::path::{Component, MAIN_SEPARATOR_STR, Path, PathBuf};

use ledger::{FileInFolder, Ledger, LookedInto, milliseconds_now};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ApiError, App};

/// Files of one folder that are handed over at a time.
const MOST_WAITING: usize = 200;

/// How far back a new folder's files are proposed, in milliseconds: 31 days.
const FIRST_LOOK: i64 = 31 * 24 * 60 * 60 * 1000;

/// A folder of the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WatchedFolder {
    /// Where it is.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// Whether it is looked into.
    pub is_on: bool,
    /// Files that were last written to until then are seen; in milliseconds since 1970.
    #[ts(type = "number")]
    pub seen_until: i64,
}

/// A folder of the settings, as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Watched {
    /// Names it in the other commands.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// The last one or two parts of its path, those of the user's own folder left out.
    pub name: String,
    /// Whether it is looked into; where it is not, nothing is known of what is in it.
    pub is_on: bool,
    /// Whether it is gone, or may not be read.
    pub is_missing: bool,
    /// What waits, the newest first, up to 200.
    pub waiting: Vec<WaitingFile>,
    /// How many wait.
    #[ts(type = "number")]
    pub count: usize,
    /// When the newest that waits was written to, in milliseconds since 1970; where nothing waits, until when all is seen.
    #[ts(type = "number")]
    pub until: i64,
    /// The day of the newest file in it that may be a statement or a receipt.
    pub last_day: Option<String>,
}

/// A file that waits to be imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct WaitingFile {
    /// Where it is.
    #[ts(type = "string")]
    pub path: PathBuf,
    /// Its name, without the folder.
    pub name: String,
    /// How large it is.
    #[ts(type = "number")]
    pub bytes: u64,
    /// The day on which it was last written to.
    pub day: String,
}

impl App {
    /// The watched folders, in the order in which they were added, with what waits in them. A folder that is gone or may not
    /// be read says so by itself.
    ///
    /// # Errors
    /// `locked`, and the store's.
    pub fn list_watched(&self) -> Result<Vec<Watched>, ApiError> {
        let folders = self.state().settings.watched.clone();
        let home = std::env::home_dir();
        self.read(|ledger, _| {
            let folders = folders.into_iter();
            folders
                .map(|folder| watched(ledger, folder, home.as_deref()))
                .collect()
        })
    }

    /// Watches a folder; what came into it within the last 31 days waits. One that is watched already is looked into again.
    ///
    /// # Errors
    /// `notFound`, `readOnly` or `refused` where it cannot be looked into, `locked`, and those of
    /// [`set_settings`](Self::set_settings).
    pub fn add_watched(&self, path: PathBuf) -> Result<Vec<Watched>, ApiError> {
        std::fs::read_dir(&path).map_err(|error| self.words().file(&error))?;
        self.change_watched(
            |folders| match folders.iter_mut().find(|folder| folder.path == path) {
                Some(folder) => folder.is_on = true,
                None => folders.push(WatchedFolder {
                    path,
                    is_on: true,
                    seen_until: milliseconds_now() - FIRST_LOOK,
                }),
            },
        )
    }

    /// Looks into a folder from now on, or no longer; nothing happens to one that is not watched.
    ///
    /// # Errors
    /// `locked`, and those of [`set_settings`](Self::set_settings).
    pub fn switch_watched(&self, path: &Path, is_on: bool) -> Result<Vec<Watched>, ApiError> {
        self.change_watched(|folders| {
            for folder in folders.iter_mut().filter(|folder| folder.path == path) {
                folder.is_on = is_on;
            }
        })
    }

    /// Takes a folder off the list; the folder itself and the files in it stay as they are.
    ///
    /// # Errors
    /// As [`switch_watched`](Self::switch_watched).
    pub fn drop_watched(&self, path: &Path) -> Result<Vec<Watched>, ApiError> {
        self.change_watched(|folders| folders.retain(|folder| folder.path != path))
    }

    /// What was written to until then (in milliseconds since 1970, as [`Watched::until`] says it) is seen, and not proposed any more.
    ///
    /// # Errors
    /// As [`switch_watched`](Self::switch_watched).
    pub fn dismiss_watched(&self, path: &Path, until: i64) -> Result<Vec<Watched>, ApiError> {
        self.change_watched(|folders| {
            for folder in folders.iter_mut().filter(|folder| folder.path == path) {
                folder.seen_until = folder.seen_until.max(until);
            }
        })
    }

    /// Changes which folders are watched, on disk first, and lists them.
    fn change_watched(
        &self,
        change: impl FnOnce(&mut Vec<WatchedFolder>),
    ) -> Result<Vec<Watched>, ApiError> {
        self.open()?;
        self.change_settings(|settings| change(&mut settings.watched))?;
        self.list_watched()
    }
}

fn watched(ledger: &Ledger, folder: WatchedFolder, home: Option<&Path>) -> ledger::Result<Watched> {
    let WatchedFolder {
        path,
        is_on,
        seen_until,
    } = folder;
    let looked = if is_on {
        ledger.look_into(&path, seen_until)?
    } else {
        None
    };
    let is_missing = is_on && looked.is_none();
    let LookedInto { waiting, last_day } = looked.unwrap_or_default();
    Ok(Watched {
        name: name_of(&path, home),
        path,
        is_on,
        is_missing,
        count: waiting.len(),
        until: waiting.first().map_or(seen_until, |file| file.modified),
        waiting: waiting.into_iter().take(MOST_WAITING).map(file).collect(),
        last_day: last_day.map(|day| day.to_string()),
    })
}

fn file(file: FileInFolder) -> WaitingFile {
    WaitingFile {
        path: file.path,
        name: file.name,
        bytes: file.size,
        day: file.day.to_string(),
    }
}

/// The last one or two parts of a path; those of `home` go without saying.
fn name_of(path: &Path, home: Option<&Path>) -> String {
    let inside = home.and_then(|home| path.strip_prefix(home).ok());
    if inside.is_some_and(|inside| inside.as_os_str().is_empty()) {
        return "~".to_owned();
    }
    let parts = inside.unwrap_or(path).components();
    let parts = parts.filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    let mut last: Vec<String> = parts.rev().take(2).collect();
    last.reverse();
    if last.is_empty() {
        return path.display().to_string();
    }
    last.join(MAIN_SEPARATOR_STR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_called_by_the_end_of_its_path_below_the_users_own() {
        let home = Some(Path::new("/home/lea"));
        for (path, name) in [
            ("/home/lea/Téléchargements", "Téléchargements"),
            ("/home/lea/Documents/Factures/", "Documents/Factures"),
            ("/home/lea/Documents/Banque/2026", "Banque/2026"),
            ("/home/lea", "~"),
            ("/media/lea/cle/Factures", "cle/Factures"),
            ("/mnt", "mnt"),
            ("/", "/"),
        ] {
            assert_eq!(name_of(Path::new(path), home), name, "{path}");
        }
        assert_eq!(name_of(Path::new("/home/lea/x"), None), "lea/x");
    }
}
