//! The process that reads.

use std::io::{self, BufWriter, Read, Write};

use source::Source;
use source::container::members;
use statement::{format_named, in_answered_encoding, read_in, recognise};

use crate::limit;
use crate::look::look;
use crate::wire::{Job, Kind, write_answer, write_looked, write_members, write_receipts};

/// Limits this process, reads one job from `input` and writes its reading (or the files inside it) to `output`: all that `foil worker` does.
///
/// # Errors
/// Where the limits cannot be set, the job is none, or a pipe is closed. Whoever waits for the answer sees the exit status.
pub fn serve(mut input: impl Read, output: impl Write) -> io::Result<()> {
    limit::apply()?;
    let (job, document) = Job::read(&mut input)?;
    let source = in_answered_encoding(&job.name, &document, &job.answers)
        .unwrap_or_else(|| Source::new(&job.name, &document));
    let mut output = BufWriter::new(output);
    match job.kind {
        Kind::Statement => {
            let format = format_named(&job.format).ok_or(io::ErrorKind::InvalidData)?;
            write_answer(read_in(format, &source, &job.answers), &mut output)
        }
        Kind::Receipt => {
            let format = receipt::format_named(&job.format).ok_or(io::ErrorKind::InvalidData)?;
            let password = job.answers.get("password");
            write_receipts(receipt::read_in(format, &source, password), &mut output)
        }
        Kind::Look(place) => {
            let password = job.answers.get("password");
            write_looked(look(&document, place, password), &mut output)
        }
        Kind::Members => {
            let found = members(&job.name, &document, &|member| {
                !recognise(&Source::new(&member.path, &member.bytes)).is_empty()
            });
            write_members(found.map_err(|error| error.finding()), &mut output)
        }
    }
}
