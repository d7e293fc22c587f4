//! The one door: everything that is done to this tree from outside it, each behind one word.
//!
//! Kept to the standard library on purpose: it is the first thing a newcomer compiles. It knows the tree, the system
//! and the order of things; it knows nothing of statements or ledgers.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "talking to the person at the terminal is this program's whole job"
)]

mod bench;
mod folder;
mod fuzz;
mod interface;
mod package;
mod pictures;
#[cfg(test)]
mod record;
mod run;
mod screen;
mod setup;
mod steps;
mod system;
mod tally;
mod test;
mod tools;
mod tree;
mod types;

use std::process::ExitCode;

/// What went wrong, said to the person at the terminal, with the remedy where there is one.
type Failure = String;

const USAGE: &str = "\
Usage: cargo xtask <command>

  setup                 find what this system lacks, say why it is needed, install it
  run [--release]       build the window and `foil`, open the window;
                        without a display: leave screenshots in target/screenshots
  test                  every check there is; the last line is the count
  check                 formatting, lints and the core's unit tests: the quick part of `test`
  gen types             write the wire's TypeScript to ui/src/api/generated
  gen screenshots [--beside FOLDER] [--only NAME] [--look LOOK]
                        every screen of the real window, in both languages and themes, wide and
                        narrow, into target/screenshots/window; beside a folder's pictures
  bench [ARGUMENT]...   speed, as ratios against a bare database and against the limits
  fuzz [TARGET]... [SECONDS]
                        feed damaged statements to every reader, or one; 60 s each
  package               release build in target/package: .tar.gz, and .deb where dpkg-deb is
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<bool, Failure> {
    match words {
        ["setup"] => setup::everything().map(|()| true),
        ["run"] => run::run(run::Profile::Debug),
        ["run", "--release"] => run::run(run::Profile::Release),
        ["test"] => test::test(),
        ["check"] => test::check(),
        ["gen", "types"] => types::generate().map(|()| true),
        ["gen", "screenshots", rest @ ..] => pictures::take(rest),
        ["bench", rest @ ..] => bench::bench(rest),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["package"] => package::package().map(|()| true),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(true)
        }
        [] => Err(format!("say what to do\n\n{USAGE}")),
        other => Err(format!("no such command: {}\n\n{USAGE}", other.join(" "))),
    }
}
