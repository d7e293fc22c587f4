//! `foil profiles`: how files of one header are read, as the user decided it once.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use api::App;
use api::history::HistoryRow;
use api::profiles::ProfileRow;
use clap::{Args, Subcommand};
use text::Catalogue;

use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::{door, history, printed};

/// What `foil profiles` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    deed: Option<Deed>,
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Lists them; so does `foil profiles` alone
    List,
    /// Shows what one decides
    Show(Named),
    /// Prints one as a file that can be shared, or writes it; it names no account and no person
    Export(ExportArguments),
    /// Takes in profiles that were exported; `-` reads standard input
    Import(ImportArguments),
    /// Gives one another name
    Rename(RenameArguments),
    /// Forgets one; `foil undo` brings it back
    Forget(Named),
}

#[derive(Debug, Args)]
struct Named {
    /// The profile
    #[arg(value_name = "NAME")]
    name: String,
}

#[derive(Debug, Args)]
struct ExportArguments {
    #[command(flatten)]
    profile: Named,
    /// File to write; one that exists is left alone
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct ImportArguments {
    /// Exported profiles
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
struct RenameArguments {
    #[command(flatten)]
    profile: Named,
    /// The new name
    new: String,
}

/// Does what is asked of profiles.
///
/// # Errors
/// There is no such profile, a file is none, the ledger does not open.
pub(crate) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    match &arguments.deed {
        None | Some(Deed::List) => list(&app, global),
        Some(Deed::Show(named)) => show(&app.profile_named(&named.name)?, global),
        Some(Deed::Export(arguments)) => export(&app, arguments, global),
        Some(Deed::Import(arguments)) => import(&app, arguments, global),
        Some(Deed::Rename(arguments)) => {
            let id = app.profile_named(&arguments.profile.name)?.id;
            said(&app.rename_profile(id, &arguments.new)?, global)
        }
        Some(Deed::Forget(named)) => {
            let id = app.profile_named(&named.name)?.id;
            said(&app.forget_profile(id)?, global)
        }
    }
}

fn list(app: &App, global: &Global) -> Result<Exit, Failure> {
    let profiles = app.list_profiles()?;
    if global.json {
        printed::json(&profiles)?;
        return Ok(Exit::Well);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    if profiles.is_empty() {
        writeln!(out, "{}", catalogue.text("cli-profiles-none", &[]))?;
    }
    for profile in &profiles {
        let columns = columns(profile);
        let said = catalogue.text("cli-profile-columns", &[("columns", &columns)]);
        writeln!(out, "{}\n  {said}", profile.name)?;
    }
    out.flush()?;
    Ok(Exit::Well)
}

fn show(profile: &ProfileRow, global: &Global) -> Result<Exit, Failure> {
    if global.json {
        printed::json(profile)?;
        return Ok(Exit::Well);
    }
    let mut out = printed::out();
    writeln!(out, "{}", profile.name)?;
    for line in lines(profile, &global.catalogue()) {
        writeln!(out, "  {line}")?;
    }
    out.flush()?;
    Ok(Exit::Well)
}

/// What a profile decides, one decision a line.
fn lines(profile: &ProfileRow, catalogue: &Catalogue) -> Vec<String> {
    let columns = columns(profile);
    let skip = Some(profile.skip_end.to_string()).filter(|_| profile.skip_end > 0);
    let words = Some(profile.out_words.join(", ")).filter(|words| !words.is_empty());
    let stated = [
        ("cli-profile-columns", "columns", Some(columns)),
        ("cli-profile-dates", "dateOrder", profile.date_order.clone()),
        (
            "cli-profile-decimal",
            "decimalSign",
            profile.decimal_sign.clone(),
        ),
        ("cli-profile-sign", "sign", profile.sign.clone()),
        ("cli-profile-encoding", "encoding", profile.encoding.clone()),
        (
            "cli-profile-delimiter",
            "delimiter",
            profile.delimiter.clone(),
        ),
        ("cli-profile-skip-end", "count", skip),
        ("cli-profile-out-words", "words", words),
        ("cli-profile-currency", "currency", profile.currency.clone()),
        ("cli-profile-account", "account", profile.account.clone()),
    ];
    stated
        .iter()
        .filter_map(|(id, argument, value)| {
            let value = value.as_deref()?;
            Some(catalogue.text(id, &[(argument, value)]))
        })
        .collect()
}

/// `Date=bookingDate, Montant=amount`
fn columns(profile: &ProfileRow) -> String {
    let columns = profile.columns.iter();
    let pairs: Vec<String> = columns
        .map(|column| format!("{}={}", column.header, column.role))
        .collect();
    pairs.join(", ")
}

fn export(app: &App, arguments: &ExportArguments, global: &Global) -> Result<Exit, Failure> {
    let profile = app.profile_named(&arguments.profile.name)?;
    let exported = app.export_profile(profile.id)?;
    let Some(file) = &arguments.out else {
        // Its own form is JSON already.
        let mut out = printed::out();
        out.write_all(exported.as_bytes())?;
        out.flush()?;
        return Ok(Exit::Well);
    };
    let made = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(file);
    let shown = file.display().to_string();
    match made {
        Ok(mut made) => made.write_all(exported.as_bytes())?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(Failure::Said("cli-profile-exists", vec![("file", shown)]));
        }
        Err(error) => return Err(error.into()),
    }
    let args = [("name", profile.name.as_str()), ("file", shown.as_str())];
    writeln!(
        io::stderr(),
        "{}",
        global.catalogue().text("cli-profile-exported", &args)
    )?;
    Ok(Exit::Well)
}

fn import(app: &App, arguments: &ImportArguments, global: &Global) -> Result<Exit, Failure> {
    let mut taken = Vec::with_capacity(arguments.files.len());
    for file in &arguments.files {
        if file == Path::new("-") {
            let mut exported = String::new();
            io::stdin().read_to_string(&mut exported)?;
            taken.push(app.import_profile(&exported)?);
        } else {
            taken.append(&mut app.import_profiles(std::slice::from_ref(file))?);
        }
    }
    if global.json {
        printed::json(&taken)?;
        return Ok(Exit::Well);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    for profile in &taken {
        let said = catalogue.text("cli-profile-imported", &[("name", &profile.name)]);
        writeln!(out, "{said}")?;
    }
    out.flush()?;
    Ok(Exit::Well)
}

fn said(row: &HistoryRow, global: &Global) -> Result<Exit, Failure> {
    if global.json {
        printed::json(row)?;
    } else {
        let line = history::line(row, &global.catalogue());
        writeln!(io::stdout(), "{line}")?;
    }
    Ok(Exit::Well)
}
