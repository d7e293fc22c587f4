//! Progress and cancelling of what takes long.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::{Error, Result};

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading the file.
    Reading,
    /// Comparing its rows with the ledger's.
    Planning,
    /// Writing.
    Writing,
}

/// Who watches, and whether to stop.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Set by whoever wants to stop.
    pub cancelled: &'a AtomicBool,
    /// Told the stage, how far it is, and of how much.
    pub progress: &'a (dyn Fn(Stage, u64, u64) + Sync),
}

static NEVER: AtomicBool = AtomicBool::new(false);

impl Watch<'static> {
    /// Nobody watches.
    pub fn nobody() -> Self {
        Watch {
            cancelled: &NEVER,
            progress: &|_, _, _| {},
        }
    }
}

impl Watch<'_> {
    /// Says how far it is.
    ///
    /// # Errors
    /// [`Error::Cancelled`] where someone wants to stop.
    pub(crate) fn at(&self, stage: Stage, done: usize, total: usize) -> Result<()> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(Error::Cancelled);
        }
        (self.progress)(stage, done as u64, total as u64);
        Ok(())
    }
}
