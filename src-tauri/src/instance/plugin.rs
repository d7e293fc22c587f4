//! On Windows and macOS the first window is found by Tauri's own plugin.

use std::path::PathBuf;

use tauri::{AppHandle, Builder, Wry};

use super::{Claim, come_forward};
use crate::folder;

/// The place of the only window.
pub(crate) struct Instance;

/// A second start is known only once the builder runs: the plugin then ends it.
pub(crate) fn claim(_files: &[PathBuf]) -> Claim {
    Claim::First(Instance)
}

impl Instance {
    /// Adds the plugin; a ledger in a folder of its own may have a window of its own.
    pub(crate) fn plug(&self, builder: Builder<Wry>) -> Builder<Wry> {
        if folder::named_folder().is_some() {
            return builder;
        }
        builder.plugin(tauri_plugin_single_instance::init(
            |handle, arguments, _folder| {
                let files = folder::files_of(arguments.into_iter().skip(1).map(Into::into));
                come_forward(handle, files);
            },
        ))
    }

    /// The plugin serves later starts by itself.
    pub(crate) fn serve(self, _handle: AppHandle) {}
}
