//! Zip and gzip, inflated member by member within the limits.

use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;
use zip::result::ZipError;

use super::{ContainerError, MOST_BYTES, MOST_MEMBERS, MOST_RATIO, SMALL, Taker, within};

/// Entries that are looked at in a zip, folders and what is left out among them.
const MOST_ENTRIES: usize = MOST_MEMBERS * 4;

pub(super) fn unzip(bytes: &[u8], take: &mut Taker<'_>) -> Result<(), ContainerError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused("", error))?;
    within("members", archive.len() as u64, MOST_ENTRIES as u64)?;
    for at in 0..archive.len() {
        let entry = archive
            .by_index_raw(at)
            .map_err(|error| refused("", error))?;
        let name = entry
            .name()
            .map_err(|error| refused("", error))?
            .into_owned();
        let is_left_out = entry.is_dir() || is_clutter(&name);
        let packed = entry.compressed_size();
        drop(entry);
        if is_left_out {
            continue;
        }
        let entry = archive
            .by_index(at)
            .map_err(|error| refused(&name, error))?;
        let inflated = inflate(entry, packed)?;
        take(&name, inflated)?;
    }
    Ok(())
}

pub(super) fn gunzip(name: &str, bytes: &[u8], take: &mut Taker<'_>) -> Result<(), ContainerError> {
    let inflated = inflate(MultiGzDecoder::new(bytes), bytes.len() as u64)?;
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let ending = last.len().saturating_sub(3);
    let path = match last.get(ending..) {
        Some(end) if end.eq_ignore_ascii_case(".gz") => last.get(..ending).unwrap_or(last),
        _ => last,
    };
    take(path, inflated)
}

/// Reads to the end, and no further than the limits.
fn inflate(mut from: impl Read, packed: u64) -> Result<Vec<u8>, ContainerError> {
    let mut out = Vec::new();
    let mut chunk = vec![0; 1 << 16];
    loop {
        let read = from
            .read(&mut chunk)
            .map_err(|error| ContainerError::Damaged(error.to_string()))?;
        if read == 0 {
            return Ok(out);
        }
        out.extend_from_slice(chunk.get(..read).unwrap_or_default());
        let size = out.len() as u64;
        within("bytes", size, MOST_BYTES as u64)?;
        if size > SMALL {
            within("ratio", size / packed.max(1), MOST_RATIO)?;
        }
    }
}

/// What systems add beside the files that a person put in.
fn is_clutter(name: &str) -> bool {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.starts_with("__MACOSX/") || matches!(last, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

fn refused(member: &str, error: ZipError) -> ContainerError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ContainerError::Encrypted(member.to_owned())
        }
        other => ContainerError::Damaged(other.to_string()),
    }
}
