//! How much a reader may do: SQLite counts the steps of its own machine, and stops where none are left.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use rusqlite::Connection;

use crate::{Read, Result};

/// So many steps are counted together.
const TOGETHER: i32 = 500;
const UNBOUNDED: i64 = i64::MAX;

/// The steps that a connection has left.
#[derive(Debug, Clone)]
pub(crate) struct Steps(Arc<AtomicI64>);

impl Steps {
    /// Counts those of a connection, of which there is no end until some are said.
    pub(crate) fn of(connection: &mut Connection) -> Result<Self> {
        let steps = Steps(Arc::new(AtomicI64::new(UNBOUNDED)));
        let counted = steps.clone();
        connection.progress_handler(TOGETHER, Some(move || counted.takes()))?;
        Ok(steps)
    }

    /// Takes some; whether none are left.
    fn takes(&self) -> bool {
        if self.0.load(Ordering::Relaxed) == UNBOUNDED {
            return false;
        }
        self.0.fetch_sub(i64::from(TOGETHER), Ordering::Relaxed) <= i64::from(TOGETHER)
    }

    fn set(&self, left: i64) {
        self.0.store(left, Ordering::Relaxed);
    }

    fn are_spent(&self) -> bool {
        self.0.load(Ordering::Relaxed) <= 0
    }
}

impl<'a> Read<'a> {
    /// Reads within so many steps of SQLite's machine, about a dozen for a row that is counted: once they are spent, whatever is
    /// still read fails, and [`Read::is_spent`] says why. What the index of words does by itself takes no steps.
    ///
    /// Only a reader counts; inside a write there is no bound.
    pub fn within<T>(self, steps: u32, read: impl FnOnce(Self) -> T) -> T {
        /// Unbounded again, however the reading ends.
        struct Bounded<'s>(Option<&'s Steps>);
        impl Drop for Bounded<'_> {
            fn drop(&mut self) {
                if let Some(steps) = self.0 {
                    steps.set(UNBOUNDED);
                }
            }
        }
        let bounded = Bounded(self.1);
        if let Some(counted) = bounded.0 {
            counted.set(i64::from(steps));
        }
        read(self)
    }

    /// Whether the steps that [`Read::within`] allows are spent.
    pub fn is_spent(self) -> bool {
        self.1.is_some_and(Steps::are_spent)
    }
}
