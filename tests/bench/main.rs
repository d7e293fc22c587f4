//! `cargo xtask bench [import] [open] [parse]`: our figures beside the limit and the peers', as ratios of one run.
//!
//! CPU seconds of this process; wall time where a person waits. Nothing here asserts a time.

mod data;
mod formats;
mod import;
mod limit;
mod measure;
mod open;
mod parse;

use std::process::ExitCode;

type Failure = Box<dyn std::error::Error>;
type Bench = fn() -> Result<(), Failure>;

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if let [first, format] = asked.as_slice()
        && first == "peak"
    {
        return ended("peak", parse::peak(format));
    }
    let wants = |name: &str| asked.is_empty() || asked.iter().any(|one| one == name);
    let benches: [(&str, Bench); 3] = [
        ("parse", parse::run),
        ("import", import::run),
        ("open", open::run),
    ];
    for (name, run) in benches {
        if !wants(name) {
            continue;
        }
        let code = ended(name, run());
        if code != ExitCode::SUCCESS {
            return code;
        }
    }
    ExitCode::SUCCESS
}

fn ended(name: &str, how: Result<(), Failure>) -> ExitCode {
    match how {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            measure::say(&format!("{name}: {error}"));
            ExitCode::FAILURE
        }
    }
}
