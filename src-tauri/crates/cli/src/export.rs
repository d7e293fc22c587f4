//! `foil export`: leaving with everything.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use api::ExportFormat;
use clap::{Args, ValueEnum};

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::printed;

/// What `foil export` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Format to write
    #[arg(long, value_name = "FORMAT")]
    to: Format,
    /// Folder for the file, made where there is none [default: standard output]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One line per entry (RFC 4180)
    Csv,
    /// Accounts, balances and entries
    Json,
}

/// Writes the ledger.
///
/// # Errors
/// The ledger does not open, the folder cannot be written.
pub(crate) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    let (format, name) = match arguments.to {
        Format::Csv => (ExportFormat::Csv, "counterfoil.csv"),
        Format::Json => (ExportFormat::Json, "counterfoil.json"),
    };
    let Some(folder) = &arguments.out else {
        let mut out = printed::out();
        app.export(format, &mut out)?;
        out.flush()?;
        return Ok(Exit::Well);
    };
    fs::create_dir_all(folder)?;
    let path = folder.join(name);
    // In memory first: an export that fails leaves the file that stands there.
    let mut written = Vec::new();
    app.export(format, &mut written)?;
    fs::write(&path, written)?;
    let path = path.display().to_string();
    global.say("cli-exported", &[("file", &path)])?;
    Ok(Exit::Well)
}
