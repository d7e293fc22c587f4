//! `foil verify`: whether the ledger agrees with itself.

use std::io::{self, Write};

use serde::Serialize;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::printed;

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Verified {
    ok: bool,
    findings: Vec<String>,
}

/// Computes everything anew and compares.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn run(global: &Global) -> Result<Exit, Failure> {
    let findings = door::open(global)?.verify()?;
    let exit = if findings.is_empty() {
        Exit::Well
    } else {
        Exit::Findings
    };
    if global.json {
        let ok = findings.is_empty();
        printed::json(&Verified { ok, findings })?;
    } else if findings.is_empty() {
        let said = global.catalogue().text("cli-verify-ok", &[]);
        writeln!(io::stdout(), "{said}")?;
    } else {
        writeln!(io::stdout(), "{}", findings.join("\n"))?;
    }
    Ok(exit)
}
