//! The wire's TypeScript: written by the `api` crate's tests, committed, and compared.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder::{self, Difference};
use crate::{Failure, tree};

/// The variable by which ts-rs is told where to write.
pub(crate) const EXPORT_FOLDER: &str = "TS_RS_EXPORT_DIR";

/// Where a run of the tests writes the types, beside the committed ones.
pub(crate) fn fresh() -> PathBuf {
    tree::target().join("generated-types")
}

fn committed() -> PathBuf {
    tree::ui().join("src/api/generated")
}

/// Writes the types to `ui/src/api/generated` and says what changed.
///
/// # Errors
/// The types do not build, or a file cannot be written.
pub(crate) fn generate() -> Result<(), Failure> {
    let fresh = fresh();
    folder::empty(&fresh)?;
    tree::run(
        tree::cargo([
            "test",
            "--quiet",
            "--package",
            "api",
            "--lib",
            "export_bindings",
        ])
        .env(EXPORT_FOLDER, &fresh),
    )?;
    exported(&fresh)?;
    let changes = folder::mirror(&fresh, &committed())?;
    for change in &changes {
        match change {
            Difference::Missing(path) => println!("added {}", path.display()),
            Difference::Changed(path) => println!("rewritten {}", path.display()),
            Difference::Extra(path) => println!("removed {}", path.display()),
        }
    }
    println!("{} files changed in ui/src/api/generated.", changes.len());
    Ok(())
}

/// Compares the committed types with those that the last run of the tests wrote to [`fresh`].
///
/// # Errors
/// They differ, or a file is not known to git and would be missing in a clone.
pub(crate) fn check_drift() -> Result<(), Failure> {
    let fresh = fresh();
    exported(&fresh)?;
    let differences = folder::differences(&fresh, &committed())?;
    let untracked = tree::read(
        Command::new("git")
            .args([
                "ls-files",
                "--others",
                "--exclude-standard",
                "--",
                "ui/src/api/generated",
            ])
            .current_dir(tree::root()),
    )
    .unwrap_or_default();
    let mut findings: Vec<String> = differences.iter().map(ToString::to_string).collect();
    findings.extend(untracked.lines().map(|path| format!("not in git: {path}")));
    if findings.is_empty() {
        return Ok(());
    }
    Err(format!(
        "run `cargo xtask gen types` and commit ui/src/api/generated\n  {}",
        findings.join("\n  ")
    ))
}

/// Without this an export that moved would compare two empty folders and be content.
fn exported(fresh: &Path) -> Result<(), Failure> {
    match std::fs::read_dir(fresh).map(|mut files| files.next().is_some()) {
        Ok(true) => Ok(()),
        _ => Err(format!(
            "the tests of `api` wrote no types to {}",
            fresh.display()
        )),
    }
}
