//! Messages and mailboxes: the files attached to them.

use mail_parser::{MessageParser, MimeHeaders, PartType};
use memchr::memmem;

use super::{ContainerError, MOST_MEMBERS, Taker, within};

/// Fields that only messages have, and how many of them make one.
const FIELDS: [&str; 10] = [
    "from",
    "to",
    "subject",
    "date",
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
    "content-type",
];
const ENOUGH: usize = 3;

/// Bytes at the beginning in which a message shows itself.
const HEAD: usize = 64 * 1024;

/// Whether a text opens as a message does: with fields, at least three of them those of a message.
pub(super) fn is_message(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes);
    let mut known = 0;
    for line in head.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if matches!(line.first(), Some(b' ' | b'\t')) {
            continue;
        }
        let Some(colon) = memchr::memchr(b':', line) else {
            return false;
        };
        let name = line.get(..colon).unwrap_or_default();
        if name.is_empty() || !name.iter().all(|byte| byte.is_ascii_graphic()) {
            return false;
        }
        known += usize::from(
            FIELDS
                .iter()
                .any(|field| name.eq_ignore_ascii_case(field.as_bytes())),
        );
        if known >= ENOUGH {
            return true;
        }
    }
    known >= ENOUGH
}

/// Whether a text opens with the line that parts the messages of a mailbox.
pub(super) fn is_mailbox(bytes: &[u8]) -> bool {
    bytes.starts_with(b"From ")
        && memchr::memchr(b'\n', bytes)
            .and_then(|end| bytes.get(end + 1..))
            .is_some_and(is_message)
}

/// The files attached to the messages of a mailbox, under the number of their message.
pub(super) fn messages(bytes: &[u8], take: &mut Taker<'_>) -> Result<(), ContainerError> {
    let mut starts = vec![0];
    starts.extend(memmem::find_iter(bytes, b"\nFrom ").map(|at| at + 1));
    for (number, start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(bytes.len());
        let message = bytes.get(*start..end).unwrap_or_default();
        let body = memchr::memchr(b'\n', message).and_then(|end| message.get(end + 1..));
        if let Some(body) = body {
            attachments(body, &format!("{}!", number + 1), take)?;
        }
    }
    Ok(())
}

/// The files attached to a message; a message attached to it gives its own.
pub(super) fn attachments(
    bytes: &[u8],
    before: &str,
    take: &mut Taker<'_>,
) -> Result<(), ContainerError> {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Err(ContainerError::Damaged("no message".to_owned()));
    };
    within(
        "members",
        message.parts.len() as u64,
        MOST_MEMBERS as u64 * 4,
    )?;
    for (number, part) in message.attachments().enumerate() {
        let contents = match &part.body {
            PartType::Message(inner) => inner.raw_message.to_vec(),
            _ => part.contents().to_vec(),
        };
        let name = match part.attachment_name() {
            Some(name) => name.to_owned(),
            None => format!("#{}", number + 1),
        };
        take(&format!("{before}{name}"), contents)?;
    }
    Ok(())
}
