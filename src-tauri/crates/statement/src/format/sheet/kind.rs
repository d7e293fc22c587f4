//! Which kind of workbook a document is, by bytes that stand outside everything compressed.

use memchr::memmem;
use source::Source;

use crate::Sniff;

/// `PK\x03\x04`: the first part of a zip.
const ZIP: &[u8] = b"PK\x03\x04";
/// The folder of a workbook's parts; some programs write its name as Windows writes folders.
const FOLDERS: [&[u8]; 2] = [b"xl/", b"xl\\"];
/// The first bytes of a compound file ([MS-CFB] 2.2).
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Office Open XML, or any document of Office under a password: which one, only the password can tell.
pub(super) fn xlsx(source: &Source<'_>) -> Sniff {
    let bytes = source.bytes();
    if is_compound(bytes) && holds_stream(bytes, "EncryptedPackage") {
        return Sniff::Certain("evidence-sheet-encrypted");
    }
    // `xl/workbook.bin` is XLSB, a format of its own.
    let parts = bytes.starts_with(ZIP) && FOLDERS.iter().any(|folder| has_part(bytes, folder));
    if parts && !has_part(bytes, b"xl/workbook.bin") {
        return Sniff::Certain("evidence-xlsx");
    }
    Sniff::No
}

/// A compound file with a workbook in it, or the XML that Excel 2003 wrote under the same name.
pub(super) fn xls(source: &Source<'_>) -> Sniff {
    let bytes = source.bytes();
    if is_xml_of_2003(bytes) {
        return Sniff::Certain("evidence-sheet-xml");
    }
    let mail = "__properties_version1.0";
    if is_compound(bytes)
        && (holds_stream(bytes, "Workbook") || holds_stream(bytes, "Book"))
        && !holds_stream(bytes, mail)
    {
        return Sniff::Certain("evidence-xls");
    }
    Sniff::No
}

/// OpenDocument part 2, 2.2.2: a zip whose first part is its media type, uncompressed.
pub(super) fn ods(source: &Source<'_>) -> Sniff {
    let head = source.bytes().get(..200).unwrap_or(source.bytes());
    let kind = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    if head.starts_with(ZIP) && memmem::find(head, kind).is_some() {
        Sniff::Certain("evidence-ods")
    } else {
        Sniff::No
    }
}

/// Whether it is a compound file.
pub(super) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(COMPOUND)
}

/// Whether it is the XML that Excel 2003 saved (the XML Spreadsheet Reference of Office 2003).
pub(super) fn is_xml_of_2003(bytes: &[u8]) -> bool {
    let head = bytes.get(..4096).unwrap_or(bytes);
    memmem::find(head, b"urn:schemas-microsoft-com:office:spreadsheet").is_some()
        && memmem::find(head, b"<?xml").is_some_and(|at| at < 16)
}

/// Whether a directory entry of a compound file has this name, in UTF-16 with its zero behind it.
fn holds_stream(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name
        .encode_utf16()
        .chain([0])
        .flat_map(u16::to_le_bytes)
        .collect();
    memmem::find_iter(bytes, &name).any(|at| at % 128 == 0)
}

/// Whether a zip has a part whose name begins so. Where the zip ends with its directory only that counts, as the parts of a
/// zip inside it are not its own.
fn has_part(bytes: &[u8], name: &[u8]) -> bool {
    let (range, header, length) = match directory(bytes) {
        Some(directory) => (directory, &b"PK\x01\x02"[..], 46),
        None => (bytes, ZIP, 30),
    };
    memmem::find_iter(range, name).any(|at| {
        at.checked_sub(length)
            .and_then(|start| range.get(start..start + header.len()))
            == Some(header)
    })
}

/// The directory at the end of a zip (APPNOTE 4.3.12, 4.3.16).
fn directory(bytes: &[u8]) -> Option<&[u8]> {
    let tail = bytes.len().saturating_sub((1 << 16) + 22);
    let end = tail + memmem::rfind(bytes.get(tail..)?, b"PK\x05\x06")?;
    let number = |at: usize| {
        let four: [u8; 4] = bytes.get(end + at..end + at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(four)).ok()
    };
    let size = number(12)?;
    bytes.get(end.checked_sub(size)?..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(signature: &[u8], length: usize, name: &str) -> Vec<u8> {
        let mut part = signature.to_vec();
        part.resize(length, 0);
        part.extend_from_slice(name.as_bytes());
        part
    }

    fn zip(local: &[&str], listed: &[&str]) -> Vec<u8> {
        let mut zip: Vec<u8> = local.iter().flat_map(|name| part(ZIP, 30, name)).collect();
        let directory: Vec<u8> = listed
            .iter()
            .flat_map(|name| part(b"PK\x01\x02", 46, name))
            .collect();
        zip.extend_from_slice(&directory);
        let mut end = b"PK\x05\x06".to_vec();
        end.resize(12, 0);
        end.extend_from_slice(&u32::try_from(directory.len()).unwrap_or(0).to_le_bytes());
        end.resize(22, 0);
        zip.extend_from_slice(&end);
        zip
    }

    fn is_xlsx(bytes: &[u8]) -> bool {
        xlsx(&Source::new("a", bytes)) != Sniff::No
    }

    #[test]
    fn a_workbook_is_known_by_its_parts_whatever_it_is_called() {
        assert!(is_xlsx(&zip(&["xl/workbook.xml"], &["xl/workbook.xml"])));
        assert!(is_xlsx(&zip(&["xl\\workbook.xml"], &["xl\\workbook.xml"])));
        assert!(!is_xlsx(&zip(&["word/a.xml"], &["word/a.xml"])));
        assert!(!is_xlsx(&zip(&["xl/workbook.bin"], &["xl/workbook.bin"])));
    }

    #[test]
    fn half_a_workbook_is_still_known() {
        assert!(is_xlsx(&part(ZIP, 30, "xl/theme/theme1.xml")));
    }

    #[test]
    fn a_zip_that_only_carries_a_workbook_is_none() {
        assert!(!is_xlsx(&zip(
            &["bank.xlsx", "xl/workbook.xml"],
            &["bank.xlsx"]
        )));
    }
}
