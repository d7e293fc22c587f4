//! What a person does with `foil`, from a new ledger to leaving with everything: the built program, real files.
#![allow(clippy::unwrap_used)]

mod contract;
mod damage;
mod door;
mod files;
mod import;
#[cfg(unix)]
mod kills;
mod misread;
mod order;
mod pains;
mod profiles;
mod receipts;
mod sources;
mod terminal;
mod tidy;
mod words;
