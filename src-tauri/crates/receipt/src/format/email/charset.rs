//! Mails whose letters are of another charset than they say: Windows-1252 named UTF-8, UTF-8 named Latin, and headers with
//! letters that no header may have.
//!
//! What a mail names is changed before it is parsed again, so that everything that reads it reads the same.

use std::borrow::Cow;
use std::ops::Range;

use encoding_rs::WINDOWS_1252;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::gather::MOST_NESTED;

/// Names of the charset in which every byte is a letter, and that are given to whatever mails are written in.
const LATIN: &[&str] = &[
    "us-ascii",
    "ascii",
    "iso-8859-1",
    "iso-8859-15",
    "latin1",
    "windows-1252",
    "cp1252",
];

/// A piece of a mail and what stands there instead.
type Change = (Range<usize>, Vec<u8>);

/// The mail with its charsets named as they are.
pub(super) fn named(bytes: &[u8]) -> Cow<'_, [u8]> {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Cow::Borrowed(bytes);
    };
    let mut changes = Vec::new();
    gather(&message, bytes, MOST_NESTED, &mut changes);
    if changes.is_empty() {
        return Cow::Borrowed(bytes);
    }
    changes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut mended = bytes.to_vec();
    for (range, with) in changes {
        if mended.get(range.clone()).is_some() {
            mended.splice(range, with);
        }
    }
    Cow::Owned(mended)
}

/// What is to be changed in a message, and in those within it, so many deep.
fn gather(message: &Message<'_>, bytes: &[u8], deep: usize, changes: &mut Vec<Change>) {
    for part in &message.parts {
        match &part.body {
            // One that came encoded has places of its own.
            PartType::Message(inner) if inner.raw_message.len() == bytes.len() => {
                if let Some(deep) = deep.checked_sub(1) {
                    gather(inner, bytes, deep, changes);
                }
            }
            PartType::Message(_) => {}
            _ => changes.extend(change(part, bytes)),
        }
    }
}

fn change(part: &MessagePart<'_>, bytes: &[u8]) -> Option<Change> {
    let range = part.raw_header_offset() as usize..part.raw_body_offset() as usize;
    let head = bytes.get(range.clone())?;
    let latin = std::str::from_utf8(head)
        .is_err()
        .then(|| WINDOWS_1252.decode_without_bom_handling(head).0);
    let charset = match &part.body {
        PartType::Text(text) | PartType::Html(text) => actual(part, text),
        _ => None,
    };
    if latin.is_none() && charset.is_none() {
        return None;
    }
    let head = latin.unwrap_or_else(|| String::from_utf8_lossy(head));
    let head = match charset {
        Some(charset) => with_charset(&head, charset),
        None => head.into_owned(),
    };
    Some((range, head.into_bytes()))
}

/// The charset that a text is in, where it is another than the one it names.
fn actual(part: &MessagePart<'_>, text: &str) -> Option<&'static str> {
    let stated = part
        .content_type()
        .and_then(|kind| kind.attribute("charset"))
        .map(str::to_ascii_lowercase);
    match stated.as_deref() {
        None | Some("utf-8" | "utf8") => {
            let mut strange = text.chars().filter(|sign| !sign.is_ascii()).peekable();
            let is_latin = strange.peek().is_some() && strange.all(|sign| sign == '\u{fffd}');
            is_latin.then_some("windows-1252")
        }
        Some(stated) if LATIN.contains(&stated) && !text.is_ascii() => {
            let bytes: Option<Vec<u8>> = text.chars().map(byte_of).collect();
            std::str::from_utf8(&bytes?).is_ok().then_some("utf-8")
        }
        Some(_) => None,
    }
}

/// The byte that a letter was read from: of Latin-1, or of Windows-1252 where they differ.
fn byte_of(sign: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(sign)) {
        return Some(byte);
    }
    let mut buffer = [0; 4];
    let (bytes, _, is_unknown) = WINDOWS_1252.encode(sign.encode_utf8(&mut buffer));
    bytes.first().copied().filter(|_| !is_unknown)
}

/// The head of a part, in which its charset is this one.
fn with_charset(head: &str, charset: &str) -> String {
    // Letters keep their places: only those of ASCII are lowered.
    let lower = head.to_ascii_lowercase();
    let Some(kind) = lower.find("content-type:") else {
        return format!("Content-Type: text/plain; charset={charset}\r\n{head}");
    };
    let behind = lower.get(kind..).unwrap_or_default();
    if let Some(at) = behind.find("charset=") {
        let start = kind + at + "charset=".len();
        let rest = lower.get(start..).unwrap_or_default();
        let is_end = |sign: char| matches!(sign, ';' | ' ' | '\t' | '\r' | '\n');
        let end = start + rest.find(is_end).unwrap_or(rest.len());
        return replaced(head, start..end, charset);
    }
    let value = kind + "content-type:".len();
    let rest = lower.get(value..).unwrap_or_default();
    let end = value + rest.find([';', '\r', '\n']).unwrap_or(rest.len());
    replaced(head, end..end, &format!("; charset={charset}"))
}

fn replaced(head: &str, range: Range<usize>, with: &str) -> String {
    let before = head.get(..range.start).unwrap_or_default();
    let after = head.get(range.end..).unwrap_or_default();
    format!("{before}{with}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read of a mail with this head and body: sender, and text.
    fn read(head: &str, body: &[u8]) -> (String, String) {
        let mut mail = head.as_bytes().to_vec();
        mail.extend(b"\r\n\r\n");
        mail.extend(body);
        texts(&mail)
    }

    fn texts(mail: &[u8]) -> (String, String) {
        let mended = named(mail);
        let message = MessageParser::default()
            .parse(mended.as_ref())
            .expect("a mail");
        let from = message.from().and_then(|from| from.first()?.name());
        let from = from.unwrap_or_default().to_owned();
        let text = message.body_text(0).unwrap_or_default();
        (from, text.trim().to_owned())
    }

    const FROM: &str = "From: Soleil <a@soleil.example>\r\nMIME-Version: 1.0\r\n";

    #[test]
    fn a_text_is_read_in_the_charset_that_it_is_in_whatever_it_names() {
        let latin = b"Pay\xe9 12,50 \x80";
        let utf8 = "Payé 12,50 €".as_bytes();
        for (kind, body) in [
            ("Content-Type: text/plain; charset=utf-8", &latin[..]),
            (
                "Content-Type: text/plain; charset=\"UTF-8\"; format=flowed",
                latin,
            ),
            ("Content-Type: text/plain", latin),
            ("X-Mailer: none", latin),
            ("Content-Type: text/plain; charset=iso-8859-1", utf8),
            ("Content-Type: text/plain; charset=us-ascii", utf8),
            ("Content-Type: text/plain; charset=windows-1252", utf8),
            (
                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
                b"Pay=E9 12,50 =80",
            ),
            (
                "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable",
                b"Pay=C3=A9 12,50 =E2=82=AC",
            ),
        ] {
            let (_, text) = read(&format!("{FROM}{kind}"), body);
            assert_eq!(text, "Payé 12,50 €", "{kind}");
        }
    }

    #[test]
    fn a_text_that_is_what_it_says_stays_as_it_is() {
        let cut = "Payé 12,50 €".as_bytes();
        let cut = cut.get(..cut.len() - 1).expect("most of it");
        for (charset, body) in [
            ("utf-8", "Payé".as_bytes()),
            ("iso-8859-1", b"Pay\xe9"),
            // A text cut off within a letter is of UTF-8 all the same.
            ("utf-8", cut),
        ] {
            let mail = format!("{FROM}Content-Type: text/plain; charset={charset}\r\n\r\n");
            let mail = [mail.as_bytes(), body].concat();
            assert!(matches!(named(&mail), Cow::Borrowed(_)), "{charset}");
        }
    }

    #[test]
    fn letters_of_a_header_that_are_none_of_utf_8_are_of_windows() {
        let mail = b"From: Caf\xe9 Soleil <a@soleil.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPay\xe9";
        assert_eq!(texts(mail), ("Café Soleil".to_owned(), "Payé".to_owned()));
    }

    #[test]
    fn parts_and_messages_within_are_read_so_too() {
        let inner =
            "From: Caf\u{fffd}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPay\u{fffd}";
        let mail = format!(
            "{FROM}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nD\u{fffd}j\u{fffd}\r\n\
             --b\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--b--\r\n"
        );
        // In the bytes of Windows each of them is one.
        let mail: Vec<u8> = mail
            .chars()
            .map(|sign| u8::try_from(u32::from(sign)).unwrap_or(0xe9))
            .collect();
        let mended = named(&mail);
        let text = String::from_utf8_lossy(&mended);
        assert_eq!(text.matches("charset=windows-1252").count(), 2, "{text}");
        let message = MessageParser::default()
            .parse(mended.as_ref())
            .expect("a mail");
        assert_eq!(message.body_text(0).as_deref().map(str::trim), Some("Déjé"));
    }
}
