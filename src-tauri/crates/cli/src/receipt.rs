//! `foil receipts`, `foil deliveries`, `foil link`, `foil unlink`: what was bought, and what is on its way.

use std::io::Write;
use std::path::PathBuf;

use api::receipts::{DeliveryItem, ServiceItem, WaitingItem};
use clap::Args;
use serde::Serialize;
use text::Catalogue;

use crate::check::answer;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::{door, printed};

/// What `foil link` and `foil unlink` take.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Number of the receipt, as `foil receipts` lists it
    receipt: i64,
    /// Number of the entry, as `foil timeline --json` lists it
    entry: i64,
}

/// What `foil print` takes.
#[derive(Debug, Args)]
pub(crate) struct PrintArguments {
    /// Number of the receipt, as `foil timeline --json` and `foil receipts` list it
    receipt: i64,
    /// The PDF to write
    file: PathBuf,
    /// What opens originals that are protected; several are tried in turn
    #[arg(long = "answer", value_name = "password=WORD", value_parser = password)]
    passwords: Vec<String>,
}

/// What `foil print` answers.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Written {
    /// The PDF.
    pub(crate) file: String,
    /// Names of the originals that no password opened: they are not in it.
    pub(crate) locked: Vec<String>,
}

/// What `foil link` and `foil unlink` answer.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Said {
    /// The operation, which `foil undo` takes.
    pub(crate) operation: i64,
}

/// Lists receipts that wait for their payment.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn receipts(global: &Global) -> Result<Exit, Failure> {
    let inbox = door::open(global)?.receipt_inbox(u32::MAX)?;
    if global.json {
        printed::json(&inbox.waiting)?;
        return Ok(Exit::Well);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    if inbox.waiting.is_empty() {
        writeln!(out, "{}", catalogue.text("cli-receipts-none", &[]))?;
    }
    for item in &inbox.waiting {
        let day = printed::day(&item.date, &catalogue);
        writeln!(out, "{day}  {}", waiting(item, &catalogue))?;
        for candidate in &item.candidates {
            let entry = &candidate.entry;
            let number = entry.id.to_string();
            let named = catalogue.text("cli-receipt-candidate", &[("number", &number)]);
            let day = printed::day(&entry.date, &catalogue);
            let money = printed::money(&entry.money, &catalogue);
            writeln!(out, "    {named}  {day}  {money}  {}", entry.name)?;
        }
    }
    out.flush()?;
    Ok(Exit::Well)
}

/// Lists parcels on their way.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn deliveries(global: &Global) -> Result<Exit, Failure> {
    let parcels = door::open(global)?.deliveries()?;
    if global.json {
        printed::json(&parcels)?;
        return Ok(Exit::Well);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    if parcels.is_empty() {
        writeln!(out, "{}", catalogue.text("cli-deliveries-none", &[]))?;
    }
    for item in &parcels {
        writeln!(out, "{}", delivery(item, &catalogue))?;
    }
    out.flush()?;
    Ok(Exit::Well)
}

/// Says that an entry paid for a receipt.
///
/// # Errors
/// It was said already, there is no such receipt or entry, the ledger does not open.
pub(crate) fn link(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    said(
        app.link_receipt(arguments.receipt, arguments.entry)?,
        global,
    )
}

/// Says that an entry has nothing to do with a receipt.
///
/// # Errors
/// As [`link`].
pub(crate) fn unlink(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    said(
        app.unlink_receipt(arguments.receipt, arguments.entry)?,
        global,
    )
}

/// Writes a purchase with its originals as one PDF.
///
/// # Errors
/// There is no such receipt, the ledger does not open, the file cannot be written.
pub(crate) fn print(arguments: &PrintArguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    let locked = app.save_receipt(arguments.receipt, &arguments.file, &arguments.passwords)?;
    let file = arguments.file.display().to_string();
    for name in &locked {
        global.say("cli-print-locked", &[("file", name)])?;
    }
    let exit = if locked.is_empty() {
        Exit::Well
    } else {
        Exit::Findings
    };
    if global.json {
        printed::json(&Written { file, locked })?;
    } else {
        global.say("cli-exported", &[("file", &file)])?;
    }
    Ok(exit)
}

fn password(text: &str) -> Result<String, String> {
    match answer(text)? {
        (about, password) if about == "password" => Ok(password),
        _ => Err("expected password=WORD".to_owned()),
    }
}

fn said(operation: i64, global: &Global) -> Result<Exit, Failure> {
    if global.json {
        printed::json(&Said { operation })?;
        return Ok(Exit::Well);
    }
    let number = operation.to_string();
    let said = global
        .catalogue()
        .text("cli-receipt-said", &[("number", &number)]);
    writeln!(std::io::stdout(), "{said}")?;
    Ok(Exit::Well)
}

/// A receipt that waits, as one line.
pub(crate) fn waiting(item: &WaitingItem, catalogue: &Catalogue) -> String {
    let money = item.money.as_ref();
    let money = money.map_or(String::new(), |money| {
        format!("{}  ", printed::money(money, catalogue))
    });
    let id = if item.candidates.is_empty() {
        "cli-receipt-waiting"
    } else {
        "cli-receipt-in-doubt"
    };
    let args = [("number", &*item.id.to_string()), ("title", &*item.title)];
    format!("{money}{}", catalogue.text(id, &args))
}

/// A parcel, as one line.
pub(crate) fn delivery(item: &DeliveryItem, catalogue: &Catalogue) -> String {
    let day = |day: &String| printed::day(day, catalogue);
    let named = [&item.carrier, &item.tracking_number].into_iter().flatten();
    let named: Vec<&str> = named.map(String::as_str).collect();
    let named = named.join(" ");
    let number = item.receipt.to_string();
    let title = if named.is_empty() { number } else { named };
    let (from, until) = (item.from.as_ref().map(day), item.until.as_ref().map(day));
    match (&item.delivered, from, until) {
        (Some(delivered), ..) => {
            let args = [("title", title.as_str()), ("date", &day(delivered))];
            catalogue.text("cli-parcel-delivered", &args)
        }
        (None, Some(from), Some(until)) if from != until => {
            let args = [
                ("title", title.as_str()),
                ("from", &from),
                ("until", &until),
            ];
            catalogue.text("cli-parcel-expected", &args)
        }
        (None, Some(from), _) | (None, None, Some(from)) => {
            let args = [("title", title.as_str()), ("from", &from)];
            catalogue.text("cli-parcel-expected-on", &args)
        }
        (None, None, None) => catalogue.text("cli-parcel-unknown", &[("title", &title)]),
    }
}

/// A last day, as one line.
pub(crate) fn service(item: &ServiceItem, catalogue: &Catalogue) -> String {
    let id = match item.service_kind.as_str() {
        "return" => "cli-service-return",
        "warranty" => "cli-service-warranty",
        _ => "cli-service-guarantee",
    };
    let day = printed::day(&item.until, catalogue);
    catalogue.text(id, &[("date", &day)])
}
