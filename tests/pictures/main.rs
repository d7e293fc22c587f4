//! `cargo xtask gen screenshots [--beside FOLDER]`: every screen and state of the real window, in both languages and
//! themes, wide and narrow, into `target/screenshots/window`; beside the design's pictures where a folder has them.
//! `--only NAME` takes the pictures of one stop, `--look fr-light-1280` those of one look.

#[cfg(target_os = "linux")]
mod sheet;
#[cfg(target_os = "linux")]
mod walk;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    walk::run(&std::env::args().skip(1).collect::<Vec<_>>())
}

#[cfg(not(target_os = "linux"))]
fn main() {}
