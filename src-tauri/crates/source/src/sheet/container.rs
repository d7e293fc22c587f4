//! The zip around a workbook: what its parts inflate to is counted before anything is kept of them.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use super::{MOST_INFLATED, MOST_RATIO, MOST_SHARED, SheetError, within};

/// Parts in one workbook.
const MOST_PARTS: usize = 10_000;

/// Parts below this size may be as dense as they like.
const SMALL: u64 = 1 << 20;

/// Inflates every part that a reader would, and keeps nothing of it.
///
/// # Errors
/// Where the zip is damaged, encrypted, or beyond a limit. What it declares is looked at first and what it holds then: a
/// size in a zip is a claim.
pub(super) fn check(bytes: &[u8]) -> Result<(), SheetError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    within("parts", archive.len(), MOST_PARTS)?;
    let mut declared = 0u64;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(damaged)?;
        if is_read(&part.name().map_err(damaged)?) {
            declared = declared.saturating_add(part.size());
            bounded(declared, part.size(), part.compressed_size())?;
        }
    }
    let mut inflated = 0u64;
    let mut shared = 0;
    let mut chunk = vec![0; 1 << 16];
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(damaged)?;
        let name = part.name().map_err(damaged)?;
        if !is_read(&name) {
            continue;
        }
        let texts = name.ends_with("sharedStrings.xml");
        let packed = part.compressed_size();
        let mut size = 0u64;
        loop {
            let read = part
                .read(&mut chunk)
                .map_err(|error| SheetError::Damaged(error.to_string()))?;
            if read == 0 {
                break;
            }
            size += read as u64;
            inflated += read as u64;
            bounded(inflated, size, packed)?;
            if texts {
                let chunk = chunk.get(..read).unwrap_or_default();
                shared += memmem::find_iter(chunk, b"<si").count();
                within("shared texts", shared, MOST_SHARED)?;
            }
        }
    }
    Ok(())
}

fn bounded(total: u64, size: u64, packed: u64) -> Result<(), SheetError> {
    if total > MOST_INFLATED {
        return Err(SheetError::TooLarge {
            what: "bytes",
            found: total,
            most: MOST_INFLATED,
        });
    }
    if size > SMALL && size / packed.max(1) > MOST_RATIO {
        return Err(SheetError::TooLarge {
            what: "ratio",
            found: size / packed.max(1),
            most: MOST_RATIO,
        });
    }
    Ok(())
}

/// Pictures and embedded objects are never inflated, so they cost nothing.
fn is_read(name: &str) -> bool {
    [".xml", ".rels", "mimetype"]
        .iter()
        .any(|end| name.to_ascii_lowercase().ends_with(end))
}

fn damaged(error: ZipError) -> SheetError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => SheetError::Encrypted,
        other => SheetError::Damaged(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zipped(name: &str, size: usize) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        let blank = vec![b' '; 1 << 20];
        for _ in 0..size {
            writer.write_all(&blank).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn blanks_that_inflate_a_thousandfold_are_refused_by_what_they_declare() {
        let bomb = zipped("xl/worksheets/sheet1.xml", 3);
        assert!(matches!(
            check(&bomb),
            Err(SheetError::TooLarge { what: "ratio", .. })
        ));
    }

    #[test]
    fn a_size_declared_too_small_does_not_help_a_bomb() {
        let mut bomb = zipped("xl/worksheets/sheet1.xml", 3);
        let small = 10u32.to_le_bytes();
        let local = 22;
        bomb[local..local + 4].copy_from_slice(&small);
        let central = memmem::find(&bomb, b"PK\x01\x02").unwrap() + 24;
        bomb[central..central + 4].copy_from_slice(&small);
        assert!(check(&bomb).is_err());
    }

    #[test]
    fn pictures_are_not_inflated() {
        assert_eq!(check(&zipped("xl/media/image1.png", 3)), Ok(()));
    }

    #[test]
    fn half_a_zip_is_damaged() {
        let whole = zipped("a.xml", 1);
        let half = &whole[..whole.len() / 2];
        assert!(matches!(check(half), Err(SheetError::Damaged(_))));
    }
}
