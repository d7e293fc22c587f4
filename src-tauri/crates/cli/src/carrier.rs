//! `foil carrier`: whose a tracking number is, by its shape and check digit alone.

use clap::Args;
use receipt::carrier::recognise;
use serde::Serialize;

use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::printed;

/// What `foil carrier` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Tracking numbers; spaces in them do not matter
    #[arg(required = true, value_name = "NUMBER")]
    numbers: Vec<String>,
}

/// One number and who may carry it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct CarrierJson<'a> {
    number: &'a str,
    /// The likeliest carrier; where the number is not valid, the one it resembles.
    carrier: Option<&'static str>,
    /// Whether the shape and the check digit are a carrier's.
    valid: bool,
    /// 0 to 100, by the number alone.
    confidence: u8,
    /// Other carriers whose numbers look the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternatives: Vec<&'static str>,
}

/// Prints who carries each number.
///
/// # Errors
/// Where standard output cannot be written.
pub(crate) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let rows: Vec<CarrierJson<'_>> = arguments.numbers.iter().map(|one| row(one)).collect();
    let is_doubtful = rows.iter().any(|row| !row.valid);
    if global.json {
        printed::json(&rows)?;
    } else {
        write_table(&rows, global)?;
    }
    Ok(if is_doubtful {
        Exit::Findings
    } else {
        Exit::Well
    })
}

fn row(number: &str) -> CarrierJson<'_> {
    let found = recognise(number);
    let best = found.first();
    let others = found.iter().skip(1).filter(|one| one.is_valid);
    CarrierJson {
        number,
        carrier: best.map(|one| one.carrier),
        valid: best.is_some_and(|one| one.is_valid),
        confidence: best.map_or(0, |one| one.confidence),
        alternatives: others.map(|one| one.carrier).collect(),
    }
}

fn write_table(rows: &[CarrierJson<'_>], global: &Global) -> Result<(), Failure> {
    use std::io::Write;
    let catalogue = global.catalogue();
    let mut out = printed::out();
    for row in rows {
        let confidence = row.confidence.to_string();
        let id = match (row.carrier, row.valid) {
            (Some(_), true) => "cli-carrier-valid",
            (Some(_), false) => "cli-carrier-like",
            (None, _) => "cli-carrier-unknown",
        };
        let args = [
            ("number", row.number),
            ("carrier", row.carrier.unwrap_or_default()),
            ("confidence", &confidence),
        ];
        writeln!(out, "{}", catalogue.text(id, &args))?;
        if !row.alternatives.is_empty() {
            let others = row.alternatives.join(", ");
            writeln!(
                out,
                "  {}",
                catalogue.text("cli-carrier-others", &[("carriers", &others)])
            )?;
        }
    }
    Ok(out.flush()?)
}
