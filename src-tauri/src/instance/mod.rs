//! One window per ledger folder: a second start hands its files to the first, brings its window forward and says so.

#[cfg(target_os = "linux")]
mod bus;
#[cfg(target_os = "linux")]
pub(crate) use bus::{Instance, claim};

#[cfg(not(target_os = "linux"))]
mod plugin;
#[cfg(not(target_os = "linux"))]
pub(crate) use plugin::{Instance, claim};

use std::path::PathBuf;
use std::process::ExitCode;

use tauri::AppHandle;

use crate::window;

/// What a start turned out to be.
pub(crate) enum Claim {
    /// No other window has this folder, or nobody can tell.
    First(Instance),
    /// Another window has it; this process is done.
    Second(ExitCode),
}

fn come_forward(handle: &AppHandle, files: Vec<PathBuf>) {
    window::show(handle);
    window::offer_files(handle, files);
}
