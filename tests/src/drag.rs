//! A real drag and drop: another program offers files, the pointer carries them over the window.

use std::path::Path;
use std::process::Command;

use crate::desktop::Desktop;
use crate::lines::Script;
use crate::process::run;
use crate::wait::until;

/// Files held over a point of the screen, not yet let go.
pub struct Held<'desktop> {
    desktop: &'desktop Desktop,
    source: Script,
}

/// Picks files up in another window and carries them to a point of the screen, until what is there says it takes them.
///
/// # Panics
/// The drag does not begin, or nothing there takes files.
pub fn carry<'desktop>(
    desktop: &'desktop Desktop,
    files: &[&Path],
    to: (i64, i64),
) -> Held<'desktop> {
    let files: Vec<String> = files
        .iter()
        .map(|file| file.to_string_lossy().into_owned())
        .collect();
    let source = Script::start(|program| desktop.command(program), "drag_source.py", &files);
    let mut at = None;
    let mut began = false;
    until("the drag to begin", || {
        while let Some(said) = source.heard() {
            if let (Some(x), Some(y)) = (said["ready"][0].as_i64(), said["ready"][1].as_i64()) {
                at = Some((x, y));
                desktop.point(x, y);
                mouse(desktop, "mouseup");
                mouse(desktop, "mousedown");
            }
            began |= said["began"] == true;
        }
        // GTK begins a drag once the pointer has gone far enough with the button down.
        let (x, y) = at.as_mut()?;
        (*x, *y) = (*x + 7, *y + 5);
        desktop.point(*x, *y);
        began.then_some(())
    });
    let mut step = 0;
    until("the window to take the files", || {
        // A target answers movements, not places.
        step = (step + 1) % 8;
        desktop.point(to.0 + step, to.1 + step);
        let mut taken = false;
        while let Some(said) = source.heard() {
            taken = said["action"] == "copy";
        }
        taken.then_some(())
    });
    Held { desktop, source }
}

impl Held<'_> {
    /// Lets go.
    ///
    /// # Panics
    /// The target refuses after all.
    pub fn drop_there(self) {
        mouse(self.desktop, "mouseup");
        let dropped = until("the drop to end", || {
            loop {
                match self.source.heard()? {
                    said if said.get("ended").is_some() => return Some(said["ended"] == true),
                    _ => {}
                }
            }
        });
        assert!(dropped, "the window took the drag but not the drop");
    }
}

fn mouse(desktop: &Desktop, what: &str) {
    let mut command: Command = desktop.command("xdotool");
    run(command.args([what, "1"]));
}
