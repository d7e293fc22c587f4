//! How a conversation is put together: which days a page tells of, and what a row says beyond its name.
//!
//! Day and unread markers are drawn by whoever shows the page, from the rows' dates.
#![deny(missing_docs)]

mod days;
mod preview;

pub use days::Days;
pub use preview::beyond_the_name;
