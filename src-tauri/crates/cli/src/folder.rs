//! Where the ledger lives when nobody says: the folder of the window's data, so that both open the same one.

use std::env;
use std::path::PathBuf;

/// The window's identifier, by which the system names its folder.
const IDENTIFIER: &str = "org.counterfoil.Counterfoil";

/// The system's folder for the window's data; `None` where the system names no home.
pub(crate) fn of_the_window() -> Option<PathBuf> {
    let named = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let data = if cfg!(target_os = "windows") {
        named("APPDATA")
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        // XDG Base Directory Specification: a relative path there is to be ignored.
        named("XDG_DATA_HOME").or_else(|| named("HOME").map(|home| home.join(".local/share")))
    };
    data.map(|data| data.join(IDENTIFIER))
}
