//! The interface's build, which the app embeds.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

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
    folder::mirror(&made, &tree::ui().join("dist"))?;
    println!("The interface is {}.", size(&made)?);
    Ok(())
}

/// How much there is of each kind of file: `js 402 KiB, css 61 KiB`.
fn size(folder: &Path) -> Result<String, Failure> {
    let mut sums = BTreeMap::<String, u64>::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(tree::at(&folder))? {
            let path = entry.map_err(tree::at(&folder))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let kind = path.extension().unwrap_or_default().to_string_lossy();
            let bytes = fs::metadata(&path).map_err(tree::at(&path))?.len();
            *sums.entry(kind.into_owned()).or_default() += bytes;
        }
    }
    let told = sums
        .iter()
        .map(|(kind, bytes)| format!("{kind} {} KiB", bytes.div_ceil(1024)));
    Ok(told.collect::<Vec<_>>().join(", "))
}
