//! `test` and `check`: the order in which things are looked at, cheap failures first.
//!
//! Everything Rust is built by one `cargo build --workspace --all-targets`, and the tests only run what it built:
//! selecting fewer packages would unify other features and compile half of the dependencies a second time.

use crate::steps::Steps;
use crate::tally::{Runner, Tally};
use crate::{Failure, folder, interface, setup, tools, tree, types};

/// Every check there is. True when nothing failed.
///
/// # Errors
/// Something that the checks need is missing.
pub(crate) fn test() -> Result<bool, Failure> {
    setup::for_testing()?;
    let mut steps = Steps::default();
    look(&mut steps)?;
    if build(&mut steps) {
        run(&mut steps)?;
    }
    Ok(steps.finish())
}

/// Formatting, lints and unit tests of everything but the shell. True when nothing failed.
///
/// # Errors
/// Something that the checks need is missing.
pub(crate) fn check() -> Result<bool, Failure> {
    let mut steps = Steps::default();
    steps.run("rustfmt", &mut tree::cargo(["fmt", "--all", "--check"]));
    let core = [
        "--workspace",
        "--exclude",
        "counterfoil",
        "--exclude",
        "journeys",
    ];
    steps.run(
        "clippy (core)",
        tree::cargo(["clippy", "--quiet"]).args(core).args([
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ]),
    );
    steps.tests(
        "unit tests (core)",
        Runner::Libtest,
        tree::cargo(["test", "--quiet", "--no-fail-fast", "--lib", "--bins"]).args(core),
    );
    Ok(steps.finish())
}

/// What needs no build, or little.
fn look(steps: &mut Steps) -> Result<(), Failure> {
    steps.run("rustfmt", &mut tree::cargo(["fmt", "--all", "--check"]));
    steps.run("prettier", &mut tree::npm(["run", "--silent", "format"]));
    steps.run("svelte-check", &mut tree::npm(["run", "--silent", "check"]));
    steps.tests(
        "vitest",
        Runner::Vitest,
        &mut tree::npm(["run", "--silent", "test"]),
    );
    let mut deny = tree::cargo([
        "deny",
        "--workspace",
        "check",
        "--hide-inclusion-graph",
        "bans",
        "licenses",
        "sources",
    ]);
    steps.run("cargo-deny", deny.env("PATH", tools::path()?));
    Ok(())
}

/// What compiles. False when there is nothing to run.
fn build(steps: &mut Steps) -> bool {
    // The shell embeds the built interface, so that clippy too needs it.
    if !steps.step("interface", || {
        interface::build().map(|()| Tally::default())
    }) {
        return false;
    }
    steps.run(
        "clippy",
        &mut tree::cargo([
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ]),
    );
    steps.run(
        "build",
        &mut tree::cargo(["build", "--workspace", "--all-targets"]),
    )
}

fn run(steps: &mut Steps) -> Result<(), Failure> {
    let fresh = types::fresh();
    folder::empty(&fresh)?;
    let test = ["test", "--workspace", "--no-fail-fast"];
    let path = tools::path()?;
    steps.tests(
        "unit tests",
        Runner::Libtest,
        tree::cargo(test)
            .args(["--lib", "--bins"])
            .env(types::EXPORT_FOLDER, &fresh),
    );
    steps.step("type drift", || {
        types::check_drift().map(|()| Tally::default())
    });
    // The journeys, the window's among them. They look for the app's programs where cargo was told to build.
    steps.tests(
        "journeys",
        Runner::Libtest,
        tree::cargo(test)
            .args(["--test", "*"])
            .env("PATH", path)
            .env("CARGO_TARGET_DIR", tree::target()),
    );
    steps.tests(
        "documentation examples",
        Runner::Libtest,
        tree::cargo(test).arg("--doc"),
    );
    Ok(())
}
