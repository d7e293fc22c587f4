//! The process that reads.

use std::io::{self, BufWriter, Read, Write};

use source::Source;
use source::container::members;
use statement::{format_named, read_in, recognise, source_under};

use crate::limit::{self, Limits};
use crate::look::{look, thumbnail};
use crate::on_paper::on_paper;
use crate::wire::{
    Job, Kind, Ready, write_answer, write_looked, write_members, write_pages, write_paper,
    write_receipts,
};

/// Reads one job from `input`, limits this process before it takes the document, and writes its reading (or the files inside it) to `output`: all that `foil worker` does.
///
/// # Errors
/// Where the limits cannot be set, the job is none, or a pipe is closed. Whoever waits for the answer sees the exit status.
pub fn serve(mut input: impl Read, output: impl Write) -> io::Result<()> {
    let job = Job::read(&mut input)?;
    limit::apply(match &job.look {
        Some(look) => Limits::of_look(look.seconds),
        None => Limits::READING,
    })?;
    let document = Job::read_document(&mut input)?;
    let source = source_under(&job.name, &document, &job.answers);
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
        Kind::Thumbnail => write_looked(thumbnail(&document), &mut output),
        Kind::Picture => write_pages(
            prepared(&job.format, &document, job.answers.get("password")),
            &mut output,
        ),
        Kind::Words => {
            let look = job.look.as_ref().ok_or(io::ErrorKind::InvalidData)?;
            output.write_all(&look.recogniser.recognise(&document, look.layout)?)?;
            output.flush()
        }
        Kind::Mail => write_receipts(receipt::read_mail_alone(&source), &mut output),
        Kind::Attached => write_members(Ok(receipt::attached_pictures(&document)), &mut output),
        Kind::Print => {
            let print = job.print.as_ref().ok_or(io::ErrorKind::InvalidData)?;
            write_paper(on_paper(print, &document), &mut output)
        }
        Kind::Members => {
            let found = members(&job.name, &document, &|member| {
                !recognise(&Source::new(&member.path, &member.bytes)).is_empty()
            });
            write_members(found.map_err(|error| error.finding()), &mut output)
        }
    }
}

/// The pages of a picture or of a scan, ready for a recogniser.
fn prepared(
    format: &str,
    document: &[u8],
    password: Option<&str>,
) -> Result<Vec<Ready>, Box<source::Diagnostic>> {
    let pages = if format == receipt::picture::ID {
        receipt::picture::prepare(document).map(|page| vec![page])
    } else {
        receipt::picture::prepare_scan(document, password)
    };
    let pages = pages?.into_iter();
    Ok(pages
        .map(|page| Ready {
            codes: receipt::picture::codes(&page),
            page,
        })
        .collect())
}
