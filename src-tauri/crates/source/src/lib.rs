//! How anything is read: the bytes of a dropped file, their charset, places in them, and findings about them.
//!
//! Nothing here touches the disk: whoever reads the file hands over its bytes.
#![deny(missing_docs)]

mod charset;
pub mod container;
mod correction;
mod diagnostic;
mod digest;
mod document;
mod location;
pub mod pdf;
pub mod picture;
mod render;
pub mod sheet;
mod sniff;

pub use charset::{Charset, Confidence, encoding_named};
pub use correction::{Correction, Place};
pub use diagnostic::{Diagnostic, Severity};
pub use digest::Digest;
pub use document::Source;
pub use location::{Excerpt, LineIndex, Location};
pub use render::{Messages, Rendered, explain, render};
pub use sniff::{Risk, Sniff};
