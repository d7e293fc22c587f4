//! What a page or mail says to machines: schema.org in JSON-LD and in microdata, and its text as a reader sees it.

mod html;
mod json;
mod microdata;
mod schema;

pub(crate) use html::{BLOCKS, is_too_deep, page};
pub(crate) use json::{in_script, in_text};
pub(crate) use schema::receipts;
