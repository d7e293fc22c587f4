//! `foil formats`: what is read.

use std::io::{self, BufWriter, Write};

use serde::Serialize;
use statement::FORMATS;

use crate::global::{Exit, Global};

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct FormatJson {
    id: &'static str,
    title: &'static str,
    specification: &'static str,
}

/// Lists the formats of statements.
///
/// # Errors
/// Where standard output cannot be written.
pub(crate) fn run(global: &Global) -> io::Result<Exit> {
    let mut out = BufWriter::new(io::stdout().lock());
    if global.json {
        let formats: Vec<FormatJson> = FORMATS
            .iter()
            .map(|format| FormatJson {
                id: format.id,
                title: format.title,
                specification: format.specification,
            })
            .collect();
        serde_json::to_writer(&mut out, &formats)?;
        out.write_all(b"\n")?;
    } else {
        let width = FORMATS.iter().map(|format| format.id.len()).max();
        let width = width.unwrap_or_default();
        for format in FORMATS {
            writeln!(
                out,
                "{:width$}  {} — {}",
                format.id, format.title, format.specification
            )?;
        }
    }
    out.flush()?;
    Ok(Exit::Well)
}
