//! Where the ledger lives, and which files were named on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use tauri::{AppHandle, Manager};

/// Names another folder for the ledger; `foil` reads the same variable.
const LEDGER: &str = "COUNTERFOIL_LEDGER";

/// The folder that a caller named, if any.
pub(crate) fn named_folder() -> Option<PathBuf> {
    std::env::var_os(LEDGER)
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
}

/// The ledger's folder: the one that a caller named, else the system's place for this app's data.
pub(crate) fn data_folder(handle: &AppHandle) -> Result<PathBuf, tauri::Error> {
    named_folder().map_or_else(|| handle.path().app_data_dir(), Ok)
}

/// The files among the arguments, as absolute paths. Options mean nothing to the window and are passed over.
pub(crate) fn files_of(arguments: impl Iterator<Item = OsString>) -> Vec<PathBuf> {
    arguments
        .map(PathBuf::from)
        .filter_map(|path| std::path::absolute(path).ok())
        .filter(|path| path.is_file())
        .collect()
}
