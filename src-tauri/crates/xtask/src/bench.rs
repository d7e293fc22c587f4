//! `bench`: the measuring program of `tests/bench`, built for release.

use crate::{Failure, tree};

/// Runs it with the given arguments. True when it ended well.
///
/// # Errors
/// It cannot be built or started.
pub(crate) fn bench(arguments: &[&str]) -> Result<bool, Failure> {
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
    tree::run(command.args(arguments)).map(|()| true)
}
