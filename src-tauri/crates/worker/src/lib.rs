//! Reads a document in a process of its own that limits its time and memory: documents are hostile until read.
//!
//! The parent ([`Worker`]) starts `foil worker`, gives it one document and takes one reading; the child ([`serve`]) sets its
//! limits before it looks at a byte of it. A limit that is hit, a crash and an answer that makes no sense are findings about the
//! document; the worker's death is never the app's.
#![deny(missing_docs)]

mod attached;
mod child;
mod document;
mod ending;
mod inside;
mod limit;
mod look;
mod on_paper;
mod parent;
mod picture;
mod recogniser;
mod wire;

pub use child::serve;
pub use document::{Document, Recognition};
pub use ending::may_be_read;
pub use inside::Inside;
pub use limit::{CPU_SECONDS, LARGEST, MEMORY_MEGABYTES, RECOGNISER_SECONDS, WALL_SECONDS};
pub use look::{Look, Looked, Shown, ShownWord, is_locked};
pub use on_paper::{Labels, Printed, Printing};
pub use parent::Worker;
