//! The only place that reads files which the user drops.

use std::fs::{self, File};
use std::io::{Error as IoError, ErrorKind, Read};
use std::path::Path;
use std::time::SystemTime;

use source::container::INSIDE;
use source::{Diagnostic, Digest, Source};
use worker::Worker;

use crate::{Error, Result};

/// A dropped file: its name without folders, and its bytes as received.
#[derive(Clone)]
pub struct Dropped {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a dropped file holds to be read.
#[derive(Debug)]
pub struct Opened {
    /// The file, or the statements inside it.
    pub files: Vec<Dropped>,
    /// Names what lies beside them and is not read.
    pub passed_over: Option<Diagnostic>,
}

impl Dropped {
    /// Reads a file. It is read once: what is decided about and what is stored are the same bytes, whatever happens to the
    /// file meanwhile.
    ///
    /// # Errors
    /// [`Error::File`] where it cannot be read, is larger than [`LARGEST`], or is being written to
    /// ([`ErrorKind::ResourceBusy`]).
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = unchanging(path).map_err(|error| Error::File {
            path: path.to_owned(),
            error,
        })?;
        let name = path.file_name().unwrap_or(path.as_os_str());
        Ok(Dropped {
            name: name.to_string_lossy().into_owned(),
            bytes,
        })
    }

    /// The statements inside an archive or a mail, each named by its path through it; the file itself where it is neither,
    /// or where none of it can be read: reading it then says why.
    pub fn opened(self) -> Opened {
        let source = Source::new(&self.name, &self.bytes);
        match Worker::beside().inside(&source) {
            Some(Ok(inside)) => Opened {
                passed_over: inside.finding(),
                files: inside
                    .statements
                    .into_iter()
                    .map(|member| Dropped {
                        name: format!("{}{INSIDE}{}", self.name, member.path),
                        bytes: member.bytes,
                    })
                    .collect(),
            },
            _ => Opened {
                files: vec![self],
                passed_over: None,
            },
        }
    }

    /// Its identity.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.bytes)
    }
}

/// The bytes of a file that was the same before and after it was read. One that was not is given a second look: what wrote
/// to it may have been about to end.
fn unchanging(path: &Path) -> std::io::Result<Vec<u8>> {
    for _ in 0..2 {
        let before = look(path)?;
        let mut bytes = Vec::with_capacity(usize::try_from(before.0).unwrap_or_default());
        File::open(path)?
            .take(LARGEST + 1)
            .read_to_end(&mut bytes)?;
        if look(path)? == before && bytes.len() as u64 == before.0 {
            return Ok(bytes);
        }
    }
    Err(IoError::new(ErrorKind::ResourceBusy, "being written to"))
}

/// How long a file is and when it was last written to.
fn look(path: &Path) -> std::io::Result<(u64, Option<SystemTime>)> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        // A pipe or a device may never end.
        return Err(IoError::new(ErrorKind::InvalidInput, "not a regular file"));
    }
    if about.len() > LARGEST {
        return Err(IoError::new(ErrorKind::FileTooLarge, "larger than 512 MiB"));
    }
    Ok((about.len(), about.modified().ok()))
}

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 512 * 1024 * 1024;

impl std::fmt::Debug for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Dropped({} bytes)", self.bytes.len())
    }
}
