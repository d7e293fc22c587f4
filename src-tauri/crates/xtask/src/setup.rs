//! Finds what the system lacks and installs it, or prints the command that does.

use std::fs;
use std::io::IsTerminal;
use std::process::Command;

use crate::system::{Family, Need, Purpose};
use crate::{Failure, system, tools, tree};

/// Everything, for a person who typed `setup`.
///
/// # Errors
/// Something is missing that could not be installed; the message holds the commands.
pub(crate) fn everything() -> Result<(), Failure> {
    for_testing()?;
    println!(
        "Everything is there. `cargo xtask run` opens the window, `cargo xtask test` runs every check."
    );
    Ok(())
}

/// What `run` needs; `screen` when it must bring its own display.
///
/// # Errors
/// As [`everything`].
pub(crate) fn for_running(screen: bool) -> Result<(), Failure> {
    system_packages(if screen {
        Purpose::Screen
    } else {
        Purpose::Build
    })?;
    node()?;
    npm_packages()
}

/// What `test` needs.
///
/// # Errors
/// As [`everything`].
pub(crate) fn for_testing() -> Result<(), Failure> {
    system_packages(Purpose::Test)?;
    rust_components()?;
    node()?;
    npm_packages()?;
    tools::install_all()
}

fn system_packages(purpose: Purpose) -> Result<(), Failure> {
    let family = Family::here();
    let missing = system::missing(family, purpose);
    if missing.is_empty() {
        return Ok(());
    }
    println!("This system lacks:");
    for need in &missing {
        println!("  {:<26} {}", need.name, need.why);
    }
    if family == Family::Debian {
        return install_on_debian(&missing, purpose);
    }
    match system::command(family, &system::packages(family, &missing, |_| true)) {
        Some(command) => Err(format!(
            "install what is missing, then come back:\n\n{command}"
        )),
        None => {
            Err("install the above with this system's package manager, then come back".to_owned())
        }
    }
}

fn install_on_debian(missing: &[&Need], purpose: Purpose) -> Result<(), Failure> {
    let Some(mut update) = as_root() else {
        let packages = system::packages(Family::Debian, missing, |_| true);
        let command = system::command(Family::Debian, &packages).unwrap_or_default();
        return Err(format!(
            "no right to install packages here. Run this, then come back:\n\nsudo apt-get update\n{command}"
        ));
    };
    println!("Installing it with apt-get:");
    tree::run(update.args(["apt-get", "update", "--quiet=2"]))?;
    let known = |name: &str| {
        tree::read(Command::new("apt-cache").args(["policy", name])).is_some_and(|answer| {
            // An unknown name has no answer at all, a purely virtual one no candidate.
            answer.contains("Candidate:") && !answer.contains("Candidate: (none)")
        })
    };
    let packages = system::packages(Family::Debian, missing, known);
    println!("  {}", packages.join(" "));
    let Some(mut install) = as_root() else {
        return Err("the right to install packages was lost".to_owned());
    };
    install.args([
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "install",
        "--yes",
        "--no-install-recommends",
    ]);
    tree::run(install.arg("--quiet=2").args(&packages))?;
    let still = system::missing(Family::Debian, purpose);
    if still.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = still.iter().map(|need| need.name).collect();
    Err(format!(
        "installed, and still not found: {}",
        names.join(", ")
    ))
}

/// A command that runs the rest of its words as root: `env` when we are root, else sudo, if it lets us.
fn as_root() -> Option<Command> {
    if tree::read(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(Command::new("env"));
    }
    tree::find_program("sudo")?;
    // Without a terminal sudo cannot ask for a password: only where it needs none.
    let allowed =
        std::io::stdin().is_terminal() || tree::succeeds(Command::new("sudo").args(["-n", "true"]));
    allowed.then(|| Command::new("sudo"))
}

fn rust_components() -> Result<(), Failure> {
    let lacking: Vec<&str> = [("fmt", "rustfmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(command, _)| !tree::succeeds(&mut tree::cargo([command, "--version"])))
        .map(|(_, component)| component)
        .collect();
    if lacking.is_empty() {
        return Ok(());
    }
    println!(
        "This Rust lacks {} (formatting and lints); adding with rustup.",
        lacking.join(" and ")
    );
    tree::run(
        Command::new("rustup")
            .args(["component", "add"])
            .args(lacking),
    )
}

fn node() -> Result<(), Failure> {
    let found = tree::read(Command::new("node").arg("--version"));
    let why = match found.as_deref() {
        Some(version) if is_node_supported(version) => {
            return if tree::succeeds(&mut tree::npm(["--version"])) {
                Ok(())
            } else {
                Err(format!(
                    "Node {version} is here but npm is not:\n\n{}",
                    system::node_commands(Family::here())
                ))
            };
        }
        Some(version) => format!(
            "Node {version} does not do: the interface is built with 20.19 or later of the 20 line, or 22.12 or later"
        ),
        None => "Node is missing: it builds the interface (20.19 or later)".to_owned(),
    };
    Err(format!(
        "{why}. Install it, then come back:\n\n{}",
        system::node_commands(Family::here())
    ))
}

/// Vite's own condition: `^20.19.0 || >=22.12.0`.
fn is_node_supported(version: &str) -> bool {
    let mut numbers = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    (major == 20 && minor >= 19) || (major == 22 && minor >= 12) || major > 22
}

/// Installs what `ui/package-lock.json` names, when it is not what was installed last.
fn npm_packages() -> Result<(), Failure> {
    let lock = tree::ui().join("package-lock.json");
    let stamp = tree::ui().join("node_modules/.installed-lock.json");
    let wanted = fs::read(&lock).map_err(tree::at(&lock))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing what ui/package-lock.json names.");
    tree::run(&mut tree::npm(["ci", "--loglevel=error"]))?;
    fs::write(&stamp, wanted).map_err(tree::at(&stamp))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_is_supported_from_20_19_and_from_22_12() {
        for version in ["v20.19.0", "v20.20.2", "v22.12.0", "v24.0.1"] {
            assert!(is_node_supported(version), "{version} builds the interface");
        }
        for version in [
            "v18.20.4", "v20.18.3", "v21.7.0", "v22.11.0", "", "nonsense",
        ] {
            assert!(
                !is_node_supported(version),
                "{version:?} is outside what Vite supports"
            );
        }
    }
}
