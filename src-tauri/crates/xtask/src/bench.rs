//! `bench`: the measuring program of `tests/bench`, built for release.

use std::path::PathBuf;

use crate::{Failure, interface, setup, tools, tree};

/// Runs it with the given arguments. True when it ended well.
///
/// # Errors
/// It cannot be built or started.
pub(crate) fn bench(arguments: &[&str]) -> Result<bool, Failure> {
    let program = match arguments {
        ["kills"] => Some(("FOIL_BIN", shipped("cli", "foil")?)),
        ["ui"] => {
            setup::for_testing()?;
            interface::build()?;
            Some(("COUNTERFOIL_BIN", shipped("counterfoil", "counterfoil")?))
        }
        _ => None,
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
    command.envs(program);
    if arguments == ["ui"] {
        command
            .env("PATH", tools::path()?)
            .env("CARGO_TARGET_DIR", tree::target());
    }
    tree::run(&mut command).map(|()| true)
}

/// A program built as it ships: what is killed and timed is what people run.
fn shipped(package: &str, name: &str) -> Result<PathBuf, Failure> {
    let mut build = tree::cargo(["build", "--quiet", "--release", "--package"]);
    tree::run(build.arg(package))?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    Ok(tree::target().join("release").join(file))
}
