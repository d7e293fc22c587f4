//! Text, both ways: what banks write is folded, compared and read; what people read is written.
//!
//! Floor 0: no other crate of the workspace, no disk, no clock, no environment. Everything is a function of its arguments, so a ledger is the same
//! whatever machine, hour or locale computed it.

pub mod catalogue;
pub mod descriptor;
pub mod fold;
pub mod line;
mod month;
pub mod people;
mod similarity;

pub use catalogue::Catalogue;
pub use descriptor::{Cleaned, CounterpartyKind, Descriptor, PaymentType, clean};
pub use fold::{fold, fold_into, tokens, unaccented};
pub use line::{
    Cash, Command, Lack, Line, Note, Towards, cash_line, currency_named, read_amount, read_cash,
    read_day, read_line, read_note, tag_of,
};
pub use month::month_of;
pub use people::{DateStyle, Lang, Style, date, days, money};
pub use similarity::similarity;
