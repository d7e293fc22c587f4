//! Support shared by the journeys: a desktop of their own, and hands and eyes to work the real window with.
//!
//! Whatever goes wrong panics with a sentence: a journey cannot go on from there. Everything waits for a state and never
//! for a time; the limits only end a wait for what will never come.
#![allow(clippy::expect_used, clippy::unwrap_used)]

pub mod app;
pub mod catalogue;
#[cfg(target_os = "linux")]
pub mod cuts;
pub mod desktop;
pub mod drag;
#[cfg(target_os = "linux")]
pub mod full;
pub mod hands;
pub mod keyring;
#[cfg(unix)]
pub mod kills;
pub mod lines;
#[cfg(target_os = "linux")]
pub mod mount;
pub mod notices;
pub mod picture;
#[cfg(target_os = "linux")]
pub mod power;
pub mod process;
pub mod reader;
pub mod scene;
pub mod secrets;
pub mod statement;
pub mod tour;
pub mod trace;
pub mod tray;
pub mod wait;
pub mod webdriver;
