//! `gen screenshots`: the walking program of `tests/pictures`, past every screen of the window.

use crate::run::{self, Profile};
use crate::{Failure, interface, setup, tools, tree};

/// Takes the pictures. True when every stop was reached.
///
/// # Errors
/// Something is missing or does not build.
pub(crate) fn take(arguments: &[&str]) -> Result<bool, Failure> {
    setup::for_testing()?;
    interface::build()?;
    run::build(Profile::Debug)?;
    let mut walk = tree::cargo([
        "run",
        "--quiet",
        "--package",
        "journeys",
        "--bin",
        "pictures",
        "--",
    ]);
    walk.args(arguments)
        .env("PATH", tools::path()?)
        .env("CARGO_TARGET_DIR", tree::target());
    tree::run(&mut walk).map(|()| true)
}
