//! What a person looks for, as typed: words, amounts, days, names, in French or English, both always understood.
//!
//! [`parse`] never fails and drops nothing: what it does not understand is a word to look for, and what cannot be looked for
//! says why. Each part keeps its place in the text, so that a window can show what it means and take it out again.
//! Pure: today is an argument.
//!
//! [`question::understand`] does the same for a question, of which nothing is a word to look for unless it is asked as one.
#![deny(missing_docs)]

mod amount;
mod day;
mod key;
mod mark;
mod parse;
mod query;
pub mod question;
mod token;
mod write;

pub use mark::{Marks, may_be_beginning};
pub use parse::parse;
pub use query::{Amounts, Has, Is, Part, Period, Query, Side, Span, Term, Why};
pub use write::written;
