//! Programs that cargo installs for us, each in a folder of its own version outside the tree.

use std::fs;
use std::path::PathBuf;

use crate::{Failure, tree};

struct Tool {
    name: &'static str,
    version: &'static str,
    why: &'static str,
}

const TOOLS: &[Tool] = &[
    Tool {
        name: "cargo-deny",
        version: "0.20.2",
        why: "checks licences, sources and banned crates",
    },
    Tool {
        name: "tauri-driver",
        version: "2.1.0",
        why: "drives the real window in tests",
    },
];

impl Tool {
    fn folder(&self) -> Result<PathBuf, Failure> {
        Ok(tree::tool_cache()?.join(format!("{}-{}", self.name, self.version)))
    }

    fn program(&self) -> Result<PathBuf, Failure> {
        Ok(self.folder()?.join("bin").join(format!(
            "{}{}",
            self.name,
            std::env::consts::EXE_SUFFIX
        )))
    }

    fn install(&self) -> Result<(), Failure> {
        if self.program()?.is_file() {
            return Ok(());
        }
        println!(
            "Installing {} {} ({}) with cargo.",
            self.name, self.version, self.why
        );
        let build = tree::target().join("tools");
        let mut install = tree::cargo([
            "install",
            self.name,
            "--version",
            self.version,
            "--locked",
            "--debug",
            "--no-track",
        ]);
        install.arg("--quiet").arg("--root").arg(self.folder()?);
        // Built to be used once per check: the minutes go into compiling it, not into running it.
        install
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_TARGET_DIR", &build);
        tree::run(&mut install)?;
        fs::remove_dir_all(&build).map_err(tree::at(&build))
    }
}

/// Installs what is not yet there.
///
/// # Errors
/// Cargo could not build a tool.
pub(crate) fn install_all() -> Result<(), Failure> {
    TOOLS
        .iter()
        // WebKitGTK's and WebView2's drivers only: macOS has none.
        .filter(|tool| tool.name != "tauri-driver" || !cfg!(target_os = "macos"))
        .try_for_each(Tool::install)
}

/// `PATH` with the tools' folders in front.
///
/// # Errors
/// No cache folder is known.
pub(crate) fn path() -> Result<std::ffi::OsString, Failure> {
    let mut folders = Vec::new();
    for tool in TOOLS {
        folders.push(tool.folder()?.join("bin"));
    }
    folders.extend(std::env::split_paths(
        &std::env::var_os("PATH").unwrap_or_default(),
    ));
    std::env::join_paths(folders).map_err(|error| format!("PATH: {error}"))
}
