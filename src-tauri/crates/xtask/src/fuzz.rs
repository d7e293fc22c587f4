//! `fuzz`: the targets of `tests/fuzz`, a workspace of its own, on the toolchain that builds everything else.
//!
//! The instrumentation is what `cargo fuzz` sets, without its sanitizer of addresses, which only nightly has; nothing here is
//! `unsafe`, so it would find nothing.

use std::fs;
use std::process::Command;

use crate::{Failure, tree};

/// Every target, in the order in which they run.
const TARGETS: [&str; 11] = [
    "ofx",
    "camt",
    "mt940",
    "cfonb120",
    "qif",
    "csv",
    "sheet",
    "text",
    "pdf",
    "container",
    "receipt",
];

/// Makes the compiler count which edges of the code an input reaches (LLVM's SanitizerCoverage).
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// Seconds for each target where none are given.
const SECONDS: &str = "60";

/// Runs one target, or each, for so many seconds. What makes one fail is left in `tests/fuzz/regressions`, where an ordinary
/// test reads it ever after.
///
/// # Errors
/// There is no such target, or it cannot be built.
pub(crate) fn fuzz(arguments: &[&str]) -> Result<bool, Failure> {
    let is_number = |word: &&&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = arguments.iter().find(is_number).copied().unwrap_or(SECONDS);
    let named: Vec<&str> = arguments
        .iter()
        .filter(|word| !is_number(word))
        .copied()
        .collect();
    if let Some(unknown) = named.iter().find(|name| !TARGETS.contains(*name)) {
        let known = TARGETS.join(" ");
        return Err(format!("no such target: {unknown}; there are {known}"));
    }
    let host = host()?;
    for target in TARGETS {
        if named.is_empty() || named.contains(&target) {
            run(target, &host, seconds)?;
        }
    }
    Ok(true)
}

fn run(target: &str, host: &str, seconds: &str) -> Result<(), Failure> {
    let folder = tree::root().join("tests/fuzz");
    let found = folder.join("regressions").join(target);
    let work = tree::target().join("fuzz").join(target);
    for needed in [&found, &work] {
        fs::create_dir_all(needed).map_err(|error| format!("{}: {error}", needed.display()))?;
    }
    // Compile times of the ordinary build and of this one do not disturb each other.
    let mut command = tree::cargo(["run", "--release", "--target", host, "--bin", target]);
    command
        .arg("--manifest-path")
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(tree::target().join("fuzz/build"))
        .arg("--")
        .arg(&work)
        .env("RUSTFLAGS", COVERAGE);
    let seeds = tree::root().join("tests/corpus").join(target);
    let sides = ["ok", "err", "ask"].map(|side| seeds.join(side));
    command.args(sides.iter().filter(|side| side.is_dir()));
    command
        .arg(&found)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-artifact_prefix={}/", found.display()))
        .args(["-timeout=10", "-rss_limit_mb=1024", "-max_len=65536"]);
    tree::run(&mut command)
}

/// The triple of this machine: naming it keeps build scripts and macros uninstrumented.
fn host() -> Result<String, Failure> {
    let said = Command::new("rustc")
        .arg("-vV")
        .output()
        .map_err(|error| format!("rustc: {error}"))?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    said.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| "rustc does not say which machine it is for".to_owned())
}
