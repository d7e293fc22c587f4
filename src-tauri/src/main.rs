//! The desktop app. Everything is in the library, so that it can be tested and documented.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    counterfoil::run()
}
