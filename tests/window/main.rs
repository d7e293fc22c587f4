//! The real window on a real desktop: each journey brings up a display, a bus and what else it needs, and works the app
//! through a driver or as a person does. Pictures of the way are left in `target/screenshots`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod alert;
mod answered;
mod axe;
mod bad_file;
mod desktop;
mod export;
mod hostile;
mod keyboard;
mod network;
mod notices;
mod policy;
mod proof;
mod purchase;
mod review;
mod safety;
mod spine;
mod steps;
mod undo;
mod watched;
