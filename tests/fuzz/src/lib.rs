//! What every target does with its bytes: reads them in formats, recognised or not, and proves what was read.

use source::Source;
use statement::{Answers, format_named, prove, read_in, recognise};

/// Reads the bytes in the formats of these ids.
pub fn read_as(formats: &[&str], bytes: &[u8]) {
    let source = Source::new("fuzz", bytes);
    let _ = recognise(&source);
    for format in formats.iter().filter_map(|id| format_named(id)) {
        let reading = read_in(format, &source, &Answers::none());
        for statement in &reading.statements {
            let _ = prove(statement);
        }
    }
}
