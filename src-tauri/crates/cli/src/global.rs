//! What every command takes, and how every command ends.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValue;
use text::{Catalogue, people::Lang};

/// Options of every command.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// Folder of the ledger [default: the app's data folder]
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "COUNTERFOIL_LEDGER",
        hide_env_values = true
    )]
    pub(crate) ledger: Option<PathBuf>,
    /// File whose first line is the passphrase
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        conflicts_with = "passphrase_fd"
    )]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Open file descriptor whose first line is the passphrase
    #[arg(long, global = true, value_name = "N")]
    pub(crate) passphrase_fd: Option<u32>,
    /// Language of what people read [default: the system's]
    #[arg(long, global = true, value_name = "LANGUAGE")]
    lang: Option<Language>,
    /// Print JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Print nothing but the answer
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Never colour the answer
    #[arg(long, global = true)]
    pub(crate) no_color: bool,
}

impl Global {
    /// Says a text on standard error, unless nothing but the answer was asked for.
    pub(crate) fn say(&self, id: &str, args: &[(&str, &str)]) -> io::Result<()> {
        self.note(&self.catalogue().text(id, args))
    }

    /// The same of a sentence.
    pub(crate) fn note(&self, sentence: &str) -> io::Result<()> {
        if self.quiet {
            return Ok(());
        }
        writeln!(io::stderr(), "{sentence}")
    }

    /// The texts in the user's language.
    pub(crate) fn catalogue(&self) -> Catalogue {
        Catalogue::new(self.lang())
    }

    /// The user's language: the one asked for, else that of the environment.
    pub(crate) fn lang(&self) -> Lang {
        match self.lang {
            Some(Language(lang)) => lang,
            None => ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .filter_map(|name| std::env::var(name).ok())
                .find(|tag| !tag.is_empty())
                .map_or(Lang::En, |tag| Lang::from_tag(&tag)),
        }
    }
}

/// A language as an option's value.
#[derive(Debug, Clone, Copy)]
struct Language(Lang);

impl clap::ValueEnum for Language {
    fn value_variants<'a>() -> &'a [Self] {
        &[Language(Lang::Fr), Language(Lang::En)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.as_str()))
    }
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// All well.
    Well,
    /// Done, with findings.
    Findings,
    /// Refused or impossible; nothing was changed.
    Refused,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Well => 0,
            Exit::Findings => 1,
            Exit::Refused => 2,
        })
    }
}
