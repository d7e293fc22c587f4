//! How far an import is, on a terminal: one line that is written over, and gone at the end.

use std::io::{self, IsTerminal, Write};

use api::Event;
use api::imports::Progress;

use crate::global::Global;

/// What listens to the core's events: nobody where no person is looking.
pub(crate) fn heard(global: &Global) -> Box<dyn Fn(Event) + Send + Sync> {
    if global.quiet || !io::stderr().is_terminal() {
        return Box::new(|_| {});
    }
    let catalogue = global.catalogue();
    Box::new(move |event| {
        let line = match event {
            Event::Progress(progress) if progress.done < progress.total => {
                let percent = percent(&progress).to_string();
                let args = [("file", progress.file.as_str()), ("percent", &percent)];
                catalogue.text(&format!("cli-progress-{}", progress.stage), &args)
            }
            _ => String::new(),
        };
        // ECMA-48: back to the beginning of the line, and what stood there erased. Nobody needs it where it fails.
        drop(write!(io::stderr(), "\r\u{1b}[K{line}"));
    })
}

fn percent(progress: &Progress) -> u64 {
    let hundredths = progress.done.saturating_mul(100);
    hundredths.checked_div(progress.total).unwrap_or(100)
}
