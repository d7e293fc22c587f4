//! The interface's build, which the app embeds.

use crate::{Failure, folder, tree};

/// Builds `ui` into `ui/dist`. What did not change is not touched, so that the app is not compiled again for it.
///
/// # Errors
/// Vite refuses, or a file cannot be written.
pub(crate) fn build() -> Result<(), Failure> {
    let made = tree::target().join("interface");
    let mut vite = tree::npm(["run", "--silent", "build", "--"]);
    tree::run(
        vite.arg("--outDir")
            .arg(&made)
            .args(["--emptyOutDir", "--logLevel", "warn"]),
    )?;
    folder::mirror(&made, &tree::ui().join("dist")).map(|_| ())
}
