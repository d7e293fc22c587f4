//! The wire between the core and whoever shows it: the window and `foil`.
//!
//! One module per screen. Money crosses as an exact decimal string with its currency code, ids as numbers, days as ISO
//! dates (`YYYY-MM-DD`). Nothing here is formatted for people except the tray's lines and rendered diagnostics.
#![deny(missing_docs)]

pub mod app;
pub mod categories;
mod command;
mod commit;
pub mod composer;
pub mod conversations;
pub mod coverage;
mod disk;
mod door;
pub mod edits;
pub mod entries;
pub mod error;
pub mod export;
pub mod history;
pub mod imports;
pub mod insights;
pub mod mapping;
pub mod money;
pub mod notices;
pub mod originals;
pub mod overview;
mod printing;
pub mod profiles;
pub mod questions;
pub mod receipts;
mod review;
pub mod safety;
mod sample;
pub mod search;
mod session;
pub mod settings;
pub mod timeline;
pub mod tray;
mod tries;
pub mod watched;
mod wire;
mod words;

pub use command::COMMANDS;
pub use error::{ApiError, ErrorCode};
pub use export::ExportFormat;
pub use session::{App, Event, already_open, already_open_silent};
pub use words::Words;
