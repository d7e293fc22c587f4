//! A real SQLCipher file: its schema, its refusals, two processes on it, what is searched, and what an onlooker reads.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod copies;
mod fixture;
mod receipts;
mod refusals;
mod repeats;
mod schema;
mod search;
mod secrecy;
mod steps;
mod together;
mod upgrade;
