//! What a person does with `foil`, from a new ledger to leaving with everything: the built program, real files.
#![allow(clippy::unwrap_used)]

mod contract;
mod damage;
#[cfg(target_os = "linux")]
mod disk;
mod door;
mod drop;
mod files;
mod import;
mod insights;
#[cfg(unix)]
mod kills;
mod misread;
mod order;
mod pains;
#[cfg(target_os = "linux")]
mod power;
mod profiles;
mod receipts;
mod safety;
mod sources;
mod terminal;
mod tidy;
mod together;
mod transfers;
mod words;
