//! The process that reads.

use std::io::{self, BufWriter, Read, Write};

use source::Source;
use statement::{format_named, in_answered_encoding, read_in};

use crate::limit;
use crate::wire::{Job, Task, write_answer, write_receipts};

/// Limits this process, reads one job from `input` and writes its reading to `output`: all that `foil worker` does.
///
/// # Errors
/// Where the limits cannot be set, the job is none, or a pipe is closed. Whoever waits for the answer sees the exit status.
pub fn serve(mut input: impl Read, output: impl Write) -> io::Result<()> {
    limit::apply()?;
    let (job, document) = Job::read(&mut input)?;
    let mut output = BufWriter::new(output);
    if job.task == Task::Receipt {
        let format = receipt::format_named(&job.format).ok_or(io::ErrorKind::InvalidData)?;
        let source = Source::new(&job.name, &document);
        let reading = receipt::read_in(format, &source, job.answers.get("password"));
        return write_receipts(reading, &mut output);
    }
    let format = format_named(&job.format).ok_or(io::ErrorKind::InvalidData)?;
    let source = in_answered_encoding(&job.name, &document, &job.answers)
        .unwrap_or_else(|| Source::new(&job.name, &document));
    let reading = read_in(format, &source, &job.answers);
    write_answer(reading, &mut output)
}
