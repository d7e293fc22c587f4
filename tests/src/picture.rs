//! Screenshots, kept where a person looks when a journey fails.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::desktop::Desktop;
use crate::process::read;

thread_local! {
    /// The display of this journey's desktop.
    static DISPLAY: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Remembers the display whose picture is wanted when this journey fails.
pub(crate) fn watch(display: &str) {
    DISPLAY.set(Some(display.to_owned()));
}

/// Takes a picture of the whole screen into `target/screenshots/<name>.png`; a picture that fails fails nothing.
pub fn take(desktop: &Desktop, name: &str) -> PathBuf {
    shoot(desktop.command("import"), name)
}

/// Takes a picture of one window into this file.
pub fn take_window(desktop: &Desktop, window: &str, file: &Path) {
    at_rest(desktop.command("import").args(["-window", window]), file);
}

/// Takes a picture of the whole screen into this file.
pub fn take_screen(desktop: &Desktop, file: &Path) {
    at_rest(desktop.command("import").args(["-window", "root"]), file);
}

/// Takes a picture of what a failing journey was looking at, named after it.
pub(crate) fn take_of_failure() -> Option<PathBuf> {
    let display = DISPLAY.with_borrow(Clone::clone)?;
    let mut import = Command::new("import");
    import.env("DISPLAY", display);
    let name = std::thread::current()
        .name()
        .unwrap_or("journey")
        .replace("::", "-");
    Some(shoot(import, &format!("failed-{name}")))
}

fn shoot(mut import: Command, name: &str) -> PathBuf {
    let folder = crate::app::target().join("screenshots");
    let file = folder.join(format!("{name}.png"));
    if std::fs::create_dir_all(&folder).is_ok() {
        at_rest(import.args(["-window", "root"]), &file);
    }
    file
}

/// The web view draws after it has said what it shows, and may stop on its way: three equal pictures show it at rest.
fn at_rest(import: &mut Command, file: &Path) {
    import.arg(file);
    let mut seen = Vec::new();
    for _ in 0..12 {
        let _ = read(import);
        seen.push(read(
            Command::new("identify").args(["-format", "%#"]).arg(file),
        ));
        if let [.., a, b, c] = seen.as_slice()
            && a == b
            && b == c
        {
            break;
        }
    }
}
