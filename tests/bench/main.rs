//! `cargo xtask bench [import] [open] [parse] [matching]`: our figures beside the limit and the peers', as ratios of one run.
//! `cargo xtask bench pairs household|hard SEED`: writes a set of receipts, bank lines and true links, as JSON.
//! `cargo xtask bench matching --set FILE`: links beside the true ones of such a set.
//! `cargo xtask bench kills`: a thousand imports killed, every power cut, every full disk (Linux; some minutes).
//! `cargo xtask bench ui`: the real window over a million entries (Linux; some minutes).
//!
//! CPU seconds of this process; wall time where a person waits. Nothing here asserts a time.

mod data;
mod formats;
mod import;
mod judge;
#[cfg(target_os = "linux")]
mod kills;
mod limit;
mod matching;
mod measure;
mod open;
mod pairs;
mod parse;
#[cfg(target_os = "linux")]
mod ui;

use std::process::ExitCode;

type Failure = Box<dyn std::error::Error>;
type Bench = fn() -> Result<(), Failure>;

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if let [word, rest @ ..] = asked.as_slice()
        && word == "pairs"
    {
        return ended("pairs", write_pairs(rest));
    }
    if let [word, set, file] = asked.as_slice()
        && (word.as_str(), set.as_str()) == ("matching", "--set")
    {
        return ended("matching", matching::of_file(file.as_ref()));
    }
    if let [first, format] = asked.as_slice()
        && first == "peak"
    {
        return ended("peak", parse::peak(format));
    }
    #[cfg(target_os = "linux")]
    if asked == ["kills"] {
        return ended("kills", kills::run());
    }
    #[cfg(target_os = "linux")]
    if asked == ["ui"] {
        return ended("ui", ui::run());
    }
    let wants = |name: &str| asked.is_empty() || asked.iter().any(|one| one == name);
    let benches: [(&str, Bench); 4] = [
        ("parse", parse::run),
        ("import", import::run),
        ("open", open::run),
        ("matching", matching::run),
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

fn ended(name: &str, run: Result<(), Failure>) -> ExitCode {
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            measure::say(&format!("{name}: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// `household 7`: writes that set of receipts, bank lines and true links to standard output.
fn write_pairs(arguments: &[String]) -> Result<(), Failure> {
    let usage = "expected `household` or `hard`, and a number";
    let [kind, seed] = arguments else {
        return Err(usage.into());
    };
    let seed = seed.parse().map_err(|_| usage)?;
    let knobs = match kind.as_str() {
        "household" => pairs::Knobs::household(seed),
        "hard" => pairs::Knobs::hard(seed),
        _ => return Err(usage.into()),
    };
    measure::say(&serde_json::to_string_pretty(&pairs::generate(&knobs))?);
    Ok(())
}
