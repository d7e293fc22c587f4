//! The only place that reads files which the user drops.

use std::fs;
use std::path::Path;

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
    /// [`Error::File`] where it cannot be read or is larger than [`LARGEST`].
    pub fn read(path: &Path) -> Result<Self> {
        let refuse = |error| Error::File {
            path: path.to_owned(),
            error,
        };
        let about = fs::metadata(path).map_err(refuse)?;
        if !about.is_file() {
            // A pipe or a device may never end.
            let error = std::io::Error::new(std::io::ErrorKind::InvalidInput, "not a regular file");
            return Err(refuse(error));
        }
        if about.len() > LARGEST {
            let error =
                std::io::Error::new(std::io::ErrorKind::FileTooLarge, "larger than 512 MiB");
            return Err(refuse(error));
        }
        let bytes = fs::read(path).map_err(refuse)?;
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

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 512 * 1024 * 1024;

impl std::fmt::Debug for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Dropped({} bytes)", self.bytes.len())
    }
}
