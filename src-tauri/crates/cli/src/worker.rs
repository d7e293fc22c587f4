//! `foil worker`: reads one document for another process of ours, within limits.

use std::io;

use crate::global::Exit;

/// Reads one job from standard input and writes its reading to standard output.
///
/// # Errors
/// Where the job is none, or a pipe is closed.
pub(crate) fn run() -> io::Result<Exit> {
    worker::serve(io::stdin().lock(), io::stdout().lock())?;
    Ok(Exit::Well)
}
