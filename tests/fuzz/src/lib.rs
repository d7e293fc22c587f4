//! What the targets do with their bytes: read them in formats, recognised or not, and prove what was read.

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

/// Reads the bytes as every kind of receipt but pictures, whose decoder is not ours, and as a message to show.
pub fn read_receipt(bytes: &[u8]) {
    let source = Source::new("fuzz", bytes);
    let _ = receipt::recognise(&source);
    for format in receipt::FORMATS.iter().filter(|format| format.id != "picture") {
        let _ = receipt::read_in(format, &source, None);
    }
    let _ = receipt::shown_mail(bytes, 0);
}
