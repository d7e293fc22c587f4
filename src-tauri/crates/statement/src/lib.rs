//! Bytes to statements: what a bank's file says of which account, read exactly and proved.
//!
//! Nothing here touches the disk, the clock or the ledger. A reading returns what was understood plus what was not: bad
//! input is a [`source::Diagnostic`], never an error, and a row that cannot be read never hides those that can.
#![deny(missing_docs)]

mod answer;
mod check;
pub mod format;
mod mapping;
mod profile;
mod reading;
mod sniff;
mod switch;

pub use answer::{Answers, CORRECTION, Choice, Question};
pub use check::{Outcome, Proof, findings, is_newest_first, prove};
pub use format::{FORMATS, Format, format_named};
pub use mapping::{By, Decision, LineKind, MappedColumn, MappedLine, Mapping};
pub use profile::{NoProfile, Profile, ProfileColumn, fingerprint};
pub use reading::{Entry, EntryDetails, Reading, Statement, TextField};
pub use sniff::{Recognised, read, read_as, read_by, read_in, recognise, source_under};
pub use source::{Risk, Sniff};
