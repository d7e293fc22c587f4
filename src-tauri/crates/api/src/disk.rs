//! Small files beside the ledger: replaced as a whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Makes the ledger's folder where there is none, readable by its owner only.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Replaces `file` by these bytes: whoever reads it, and whatever stops, finds the old ones or the new ones.
pub(crate) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    // Named by the process: the window and the command line may write at once.
    let fresh = file.with_extension(format!("{}.new", std::process::id()));
    let written = write(&fresh, bytes).and_then(|()| fs::rename(&fresh, file));
    if written.is_err() {
        drop(fs::remove_file(&fresh));
    }
    written
}

/// Removes a file, when it is there.
pub(crate) fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("settings.json");
        replace(&file, b"one").expect("written");
        replace(&file, b"two").expect("written");
        assert_eq!(fs::read(&file).expect("read"), b"two");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_and_not_a_panic() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(replace(&folder.path().join("gone/settings.json"), b"x").is_err());
    }
}
