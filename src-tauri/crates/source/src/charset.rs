//! Which characters the bytes stand for.
//!
//! Order of trust: what the user said, a byte-order mark, UTF-16 by its zero bytes, valid UTF-8, what the file declares
//! (XML declaration; OFX 1.x header, section 2.2.1), and last a guess from the bytes (chardetng). Valid UTF-8 beats a
//! declaration, because banks declare `CHARSET:1252` over UTF-8 and legacy text is practically never valid UTF-8.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use memchr::memmem;

/// How a charset was settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// The user said so.
    Told,
    /// A byte-order mark, plain ASCII, or valid UTF-8.
    Certain,
    /// The file declares it and its bytes do not contradict.
    Declared,
    /// Guessed from the bytes.
    Guessed,
}

/// The charset of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charset {
    /// Which.
    pub encoding: &'static Encoding,
    /// How it was settled.
    pub confidence: Confidence,
    /// Whether some bytes mean nothing in it; they read as U+FFFD.
    pub had_errors: bool,
    /// What the file declares, when its bytes contradict it.
    pub contradicts: Option<&'static Encoding>,
}

/// An encoding by its WHATWG label or one of the names used in bank files (`1252`, `USASCII`, `ISO-8859-15`, `CP850`).
pub fn encoding_named(label: &str) -> Option<&'static Encoding> {
    let label = label.trim();
    let name = match label.to_ascii_uppercase().as_str() {
        "1252" | "CP1252" | "ANSI" => "windows-1252",
        "USASCII" | "US-ASCII" | "NONE" | "ASCII" => return None,
        "UNICODE" => "utf-8",
        "CP850" | "850" | "IBM850" => return None,
        "MACROMAN" | "MAC" => "macintosh",
        _ => label,
    };
    Encoding::for_label(name.as_bytes())
}

/// Decodes the bytes, borrowing them where they are UTF-8 already.
pub(crate) fn decode<'a>(
    bytes: &'a [u8],
    told: Option<&'static Encoding>,
) -> (Cow<'a, str>, Charset) {
    if let Some(encoding) = told {
        return finish(bytes, encoding, Confidence::Told, None);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return finish(
            bytes.get(mark..).unwrap_or(bytes),
            encoding,
            Confidence::Certain,
            None,
        );
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return finish(bytes, encoding, Confidence::Guessed, None);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let charset = Charset {
            encoding: UTF_8,
            confidence: Confidence::Certain,
            had_errors: false,
            contradicts: None,
        };
        return (Cow::Borrowed(text), charset);
    }
    let declared = declared(bytes);
    match declared {
        Some(encoding) if encoding != UTF_8 => finish(bytes, encoding, Confidence::Declared, None),
        contradicted => finish(bytes, guess(bytes), Confidence::Guessed, contradicted),
    }
}

fn finish<'a>(
    bytes: &'a [u8],
    encoding: &'static Encoding,
    confidence: Confidence,
    contradicts: Option<&'static Encoding>,
) -> (Cow<'a, str>, Charset) {
    if let (true, Ok(text)) = (encoding == UTF_8, std::str::from_utf8(bytes)) {
        let charset = Charset {
            encoding,
            confidence,
            had_errors: false,
            contradicts,
        };
        return (Cow::Borrowed(text), charset);
    }
    let (text, had_errors) = decoded(bytes, encoding);
    let charset = Charset {
        encoding,
        confidence,
        had_errors,
        contradicts,
    };
    (Cow::Owned(text), charset)
}

/// Decodes into a text that grows with what is decoded: the worst case of an encoding is three times the bytes, the usual
/// case hardly more than them.
fn decoded(bytes: &[u8], encoding: &'static Encoding) -> (String, bool) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16 + 16);
    let mut had_errors = false;
    let mut rest = bytes;
    loop {
        let (result, read, replaced) = decoder.decode_to_string(rest, &mut text, true);
        had_errors |= replaced;
        rest = rest.get(read..).unwrap_or_default();
        match result {
            CoderResult::InputEmpty => return (text, had_errors),
            CoderResult::OutputFull => text.reserve(rest.len() / 2 + 16),
        }
    }
}

/// UTF-16 without a mark: text in Latin letters has a zero in every other byte.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(400))?;
    if head.len() < 8 {
        return None;
    }
    let zeros = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() / 2 * 3 / 4;
    if odd > most && even == 0 {
        Some(UTF_16LE)
    } else if even > most && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What an XML declaration or an OFX header says, within the first kilobyte.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(1024))?;
    let after = |needle: &[u8]| {
        let at = memmem::find(head, needle)? + needle.len();
        let rest: Vec<u8> = head.get(at..)?.iter().copied().take(40).collect();
        let text = String::from_utf8_lossy(&rest).into_owned();
        let text = text.trim_start_matches(['"', '\'', ' ']).to_owned();
        let end = text
            .find(['"', '\'', '\r', '\n', ' ', '?', '<'])
            .unwrap_or(text.len());
        text.get(..end).map(str::to_owned)
    };
    if let Some(encoding) = after(b"encoding=").as_deref().and_then(encoding_named) {
        return Some(encoding);
    }
    let charset = after(b"CHARSET:").as_deref().and_then(encoding_named);
    charset.or_else(|| after(b"ENCODING:").as_deref().and_then(encoding_named))
}

/// Bytes of lines that are more than ASCII after which only a line with a byte that no line had yet tells anything new.
const ENOUGH: usize = 256 << 10;

/// A guess over the whole file, UTF-8 excluded: it was tried before. Lines in ASCII are alike in every charset. Where the only signs outside ASCII are those that
/// windows-1252 has for money and punctuation, no language speaks for another charset.
fn guess(bytes: &[u8]) -> &'static Encoding {
    const SIGNS: &[u8] = b"\x80\x85\x91\x92\x93\x94\x96\x97\xA0\xA3\xA5\xA7\xAB\xB0\xB7\xBB";
    if bytes
        .iter()
        .filter(|byte| !byte.is_ascii())
        .all(|byte| SIGNS.contains(byte))
    {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut seen = [false; 256];
    let mut fed = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line.is_ascii() {
            continue;
        }
        let mut is_fresh = fed < ENOUGH;
        for byte in line {
            if let Some(seen) = seen.get_mut(usize::from(*byte)) {
                is_fresh |= !*seen;
                *seen = true;
            }
        }
        if is_fresh {
            detector.feed(line, false);
            fed += line.len();
        }
    }
    detector.feed(b"", true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> (String, Charset) {
        let (text, charset) = decode(bytes, None);
        (text.into_owned(), charset)
    }

    #[test]
    fn valid_utf8_beats_a_declared_legacy_charset() {
        let (text, charset) = text_of("OFXHEADER:100\nCHARSET:1252\n<NAME>Café".as_bytes());
        assert!(text.ends_with("Café"));
        assert_eq!(charset.encoding, UTF_8);
    }

    #[test]
    fn a_declared_charset_is_followed_where_the_bytes_are_not_utf8() {
        let (text, charset) =
            text_of(b"OFXHEADER:100\r\nENCODING:USASCII\r\nCHARSET:1252\r\n<NAME>Caf\xE9 \x80");
        assert!(text.ends_with("Café €"));
        assert_eq!(charset.confidence, Confidence::Declared);
    }

    #[test]
    fn a_false_utf8_declaration_is_told_and_the_bytes_are_read_by_what_they_are() {
        let (text, charset) = text_of(
            b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Nm>Soci\xE9t\xE9 g\xE9n\xE9rale</Nm>",
        );
        assert!(text.contains("Société générale"));
        assert_eq!(charset.contradicts, Some(UTF_8));
        assert!(!charset.had_errors);
    }

    #[test]
    fn the_last_line_of_a_long_file_counts_where_it_has_a_letter_of_its_own() {
        let mut bytes = b"PLATNOSC KARTA ZABKA\n".repeat(10);
        bytes.extend(b"P\xB3atno\xB6\xE6 kart\xB1\n".repeat(40_000));
        assert_eq!(guess(&bytes), encoding_rs::ISO_8859_2);
        let mut french = b"Libell\xE9;Op\xE9ration\n".repeat(40_000);
        french.extend(b"Bo\xEEte \xE0 lettres, \x80 12\n");
        assert_eq!(guess(&french), WINDOWS_1252);
    }

    #[test]
    fn utf16_is_known_by_its_mark_or_its_zeros() {
        let le: Vec<u8> = "Date;Montant\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let be: Vec<u8> = "Date;Montant\n"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        let marked: Vec<u8> = [0xFF, 0xFE].into_iter().chain(le.iter().copied()).collect();
        for bytes in [le, be, marked] {
            assert_eq!(text_of(&bytes).0, "Date;Montant\n");
        }
    }

    #[test]
    fn a_lone_pound_sign_is_a_pound_sign() {
        assert_eq!(
            text_of(b"Date,Paid out\n1 Oct,\xA312.00\n").0,
            "Date,Paid out\n1 Oct,£12.00\n"
        );
    }

    #[test]
    fn a_text_of_only_wide_characters_is_decoded_whole() {
        let euros = vec![0x80u8; 100_000];
        assert_eq!(text_of(&euros).0, "€".repeat(100_000));
    }

    #[test]
    fn what_the_user_said_wins() {
        let (text, charset) = decode(b"\xE9", Some(encoding_rs::WINDOWS_1251));
        assert_eq!(text, "й");
        assert_eq!(charset.confidence, Confidence::Told);
    }
}
