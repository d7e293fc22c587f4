//! Why a command did nothing.

use std::io;

use api::{ApiError, ErrorCode};
use text::Catalogue;

/// What ends a command without an answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Standard output, or a file of the command's own.
    Io(io::Error),
    /// The core refuses; it has its own words.
    Refused(ApiError),
    /// A text of the catalogue.
    Said(&'static str, Vec<(&'static str, String)>),
}

impl Failure {
    /// For people, with the remedy where there is one.
    pub(crate) fn said(&self, catalogue: &Catalogue) -> String {
        match self {
            Failure::Io(error) => error.to_string(),
            Failure::Refused(error) => match (&error.at, error.code) {
                (Some(at), ErrorCode::Broken) => format!("{} ({at})", error.message),
                _ => error.message.clone(),
            },
            Failure::Said(id, args) => {
                let args: Vec<(&str, &str)> = args
                    .iter()
                    .map(|(name, value)| (*name, value.as_str()))
                    .collect();
                let said = catalogue.text(id, &args);
                match catalogue.attribute(id, "remedy", &args) {
                    Some(remedy) => format!("{said} {remedy}"),
                    None => said,
                }
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Failure::Refused(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Failure::Io(error.into())
    }
}
