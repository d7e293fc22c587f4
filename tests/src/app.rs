//! The program under test, and starting it as a person would: without a driver.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use crate::desktop::Desktop;
use crate::process::{Running, read};
use crate::trace;

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    std::env::var_os("CARGO_TARGET_DIR").map_or(beside, PathBuf::from)
}

/// The window's program: `COUNTERFOIL_BIN`, else the one that cargo built last.
pub fn counterfoil() -> PathBuf {
    program("COUNTERFOIL_BIN", "counterfoil")
}

/// The command line's program: `FOIL_BIN`, else the one that cargo built last.
pub fn foil() -> PathBuf {
    program("FOIL_BIN", "foil")
}

fn program(variable: &str, name: &str) -> PathBuf {
    let program =
        std::env::var_os(variable).map_or_else(|| target().join("debug").join(name), PathBuf::from);
    let program = std::path::absolute(program).expect("a path can be made absolute");
    assert!(
        program.is_file(),
        "there is no {}: `cargo xtask test` builds it",
        program.display()
    );
    program
}

/// The app, started by hand.
pub struct App(Running);

impl App {
    /// Starts it.
    ///
    /// # Panics
    /// It cannot be started.
    pub fn start(desktop: &Desktop) -> Self {
        Self::start_with(desktop, &[])
    }

    /// Starts it with arguments.
    ///
    /// # Panics
    /// It cannot be started.
    pub fn start_with(desktop: &Desktop, arguments: &[&Path]) -> Self {
        Self(Running::start(
            desktop.command(counterfoil()).args(arguments),
        ))
    }

    /// Starts it with every socket of every process written to `log`.
    ///
    /// # Panics
    /// It cannot be started.
    pub fn start_traced(desktop: &Desktop, log: &Path) -> Self {
        let mut command: Command = desktop.command("strace");
        trace::wrap(&mut command, log, &counterfoil());
        Self(Running::start(&mut command))
    }

    /// Waits until it has ended by itself.
    ///
    /// # Panics
    /// It goes on.
    pub fn wait(&mut self) -> ExitStatus {
        self.0.wait()
    }

    /// The names of its processes, as the system's tools show them.
    ///
    /// # Panics
    /// Linux does not tell.
    pub fn processes(&self) -> Vec<String> {
        let group = self.0.id().to_string();
        let mut all = Command::new("ps");
        let told = read(all.args(["-eo", "pgid=,comm="])).expect("the system's processes");
        let own = told.lines().filter_map(|line| {
            let (of, name) = line.trim().split_once(' ')?;
            (of == group).then(|| name.trim().to_owned())
        });
        own.collect()
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        self.0.ended().is_none()
    }
}
