//! `bench`: the measuring program of `tests/bench`, built for release.

use std::path::PathBuf;

use crate::{Failure, tree};

/// Runs it with the given arguments. True when it ended well.
///
/// # Errors
/// It cannot be built or started.
pub(crate) fn bench(arguments: &[&str]) -> Result<bool, Failure> {
    let foil = if arguments == ["kills"] {
        Some(foil()?)
    } else {
        None
    };
    let mut command = tree::cargo([
        "run",
        "--quiet",
        "--release",
        "--package",
        "journeys",
        "--bin",
        "bench",
        "--",
    ]);
    command.args(arguments);
    command.envs(foil.map(|foil| ("FOIL_BIN", foil)));
    tree::run(&mut command).map(|()| true)
}

/// `foil`, built as it ships: what is killed is what people run.
fn foil() -> Result<PathBuf, Failure> {
    tree::run(&mut tree::cargo([
        "build",
        "--quiet",
        "--release",
        "--package",
        "cli",
    ]))?;
    let name = format!("foil{}", std::env::consts::EXE_SUFFIX);
    Ok(tree::target().join("release").join(name))
}
