//! A message and those within it, as texts.

use std::borrow::Cow;

use domain::NaiveDate;
use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};
use serde_json::Value;

use super::charset;
use crate::markup;

/// Messages of one document that are read.
const MOST_MESSAGES: usize = 20_000;
/// Messages within messages that are read.
pub(super) const MOST_NESTED: usize = 20;
/// Bytes of text of one message that are read.
const MOST_TEXT: usize = 4 << 20;

/// A message, read.
#[derive(Debug, Default)]
pub(super) struct Mail {
    pub(super) subject: String,
    pub(super) sender_name: String,
    pub(super) sender_domain: String,
    pub(super) date: Option<NaiveDate>,
    /// Its plain text.
    pub(super) plain: String,
    /// Its HTML as a reader sees it.
    pub(super) html: String,
    pub(super) links: Vec<String>,
    /// Its markup.
    pub(super) values: Vec<Value>,
    pub(super) attachments: Vec<Attached>,
}

/// A file that comes with a message.
#[derive(Debug)]
pub(super) struct Attached {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// The messages of an mbox.
pub(crate) fn messages(bytes: &[u8]) -> Vec<Vec<u8>> {
    let all = MessageIterator::new(bytes).take(MOST_MESSAGES);
    all.filter_map(Result::ok)
        .map(|message| message.unwrap_contents())
        .collect()
}

/// A mail as it was meant: with its end, and with its charsets named as they are.
pub(crate) fn mended(bytes: &[u8]) -> Cow<'_, [u8]> {
    match closed(bytes) {
        Cow::Borrowed(bytes) => charset::named(bytes),
        Cow::Owned(bytes) => Cow::Owned(charset::named(&bytes).into_owned()),
    }
}

/// A mail with its end: one that was cut off before its last boundary, as exports leave them, would keep its encoding.
fn closed(bytes: &[u8]) -> Cow<'_, [u8]> {
    let head = bytes.get(..bytes.len().min(1 << 16)).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let behind = memchr::memmem::find(head.to_ascii_lowercase().as_bytes(), b"boundary=")
        .and_then(|at| head.get(at + "boundary=".len()..))
        .unwrap_or_default();
    let boundary = match behind.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => behind.split([';', ' ', '\t', '\r', '\n']).next(),
    };
    let boundary = boundary.unwrap_or_default();
    let end = format!("--{boundary}--");
    if boundary.is_empty() || memchr::memmem::find(bytes, end.as_bytes()).is_some() {
        return Cow::Borrowed(bytes);
    }
    Cow::Owned([bytes, b"\r\n", end.as_bytes(), b"\r\n"].concat())
}

/// The files that come with a message, by their names: what is attached, and pictures that stand in its text.
pub(crate) fn files<'a>(
    message: &'a Message<'_>,
) -> impl Iterator<Item = (String, Vec<u8>)> + use<'a> {
    message.parts.iter().filter_map(|part| match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => Some((
            part.attachment_name().unwrap_or_default().to_owned(),
            bytes.to_vec(),
        )),
        _ => None,
    })
}

/// How many different headers of a mail stand at the head of a document.
pub(super) fn header_names(bytes: &[u8]) -> usize {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1 << 16)).unwrap_or_default())
        .into_owned();
    let mut seen: Vec<String> = Vec::new();
    for line in head.lines().take(200) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            break;
        };
        let name = name.to_ascii_lowercase();
        let is_header = !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !is_header {
            break;
        }
        if HEADERS.contains(&name.as_str()) && !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen.len()
}

const HEADERS: &[&str] = &[
    "from",
    "to",
    "subject",
    "date",
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "content-type",
    "delivered-to",
    "reply-to",
    "sender",
    "dkim-signature",
    "content-transfer-encoding",
    "x-originating-ip",
    "authentication-results",
];

/// A message and the messages within it: where one is forwarded, what it forwards is what counts.
pub(super) fn mails(message: &Message<'_>) -> Vec<Mail> {
    let mut found = Vec::new();
    let mut waiting = vec![message];
    while let Some(message) = waiting.pop() {
        if found.len() >= MOST_NESTED {
            break;
        }
        let nested: Vec<&Message<'_>> = message
            .parts
            .iter()
            .filter_map(|part| match &part.body {
                PartType::Message(inner) => Some(inner),
                _ => None,
            })
            .collect();
        let mut own = mail(message);
        if nested.iter().any(|inner| is_same_thread(message, inner)) {
            // A covering letter: its subject is the one of what it forwards.
            own.subject.clear();
        }
        found.push(own);
        waiting.extend(nested);
    }
    found
}

fn is_same_thread(one: &Message<'_>, other: &Message<'_>) -> bool {
    let name = one.thread_name().filter(|name| !name.is_empty());
    name.is_some() && name == other.thread_name()
}

fn mail(message: &Message<'_>) -> Mail {
    let sender = message
        .from()
        .and_then(|from| from.first())
        .or_else(|| message.sender().and_then(|sender| sender.first()));
    let address = sender
        .and_then(|sender| sender.address())
        .unwrap_or_default();
    let mut mail = Mail {
        subject: message
            .subject()
            .unwrap_or_default()
            .replace(['\n', '\r', '\t'], " "),
        sender_name: sender
            .and_then(|sender| sender.name())
            .unwrap_or_default()
            .trim()
            .to_owned(),
        sender_domain: address
            .rsplit_once('@')
            .map_or("", |(_, domain)| domain)
            .to_ascii_lowercase(),
        date: message.date().and_then(|date| {
            NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        }),
        ..Mail::default()
    };
    read_parts(message, &mut mail);
    if mail.plain.trim_start().starts_with("--") && mail.html.is_empty() {
        mail = without_its_head(mail);
    }
    forwarded(&mut mail);
    mail
}

fn read_parts(message: &Message<'_>, mail: &mut Mail) {
    for part in &message.parts {
        let kind = part.content_type();
        let kind = kind.map(|kind| {
            format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase()
        });
        let is_data = kind.as_deref() == Some("application/ld+json");
        let is_table = matches!(kind.as_deref(), Some("text/calendar" | "text/csv"));
        match &part.body {
            _ if is_table => mail.attachments.push(Attached {
                name: part.attachment_name().unwrap_or_default().to_owned(),
                bytes: part.contents().to_vec(),
            }),
            _ if is_data => mail
                .values
                .extend(markup::in_script(&String::from_utf8_lossy(part.contents()))),
            PartType::Html(html) if html.len() <= MOST_TEXT => add_page(html, mail),
            PartType::Text(text) if mail.plain.len() + text.len() <= MOST_TEXT => {
                mail.plain.push_str(text);
                mail.plain.push('\n');
            }
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                mail.attachments.push(Attached {
                    name: part.attachment_name().unwrap_or_default().to_owned(),
                    bytes: bytes.to_vec(),
                })
            }
            _ => {}
        }
        let is_text = matches!(&part.body, PartType::Text(_));
        if is_text && kind.as_deref().is_some_and(|kind| kind.ends_with("xml")) {
            mail.attachments.push(Attached {
                name: part.attachment_name().unwrap_or_default().to_owned(),
                bytes: part.contents().to_vec(),
            });
        }
    }
    if mail.values.is_empty() {
        let recovered = markup::in_text(&mail.plain)
            .into_iter()
            .chain(markup::in_text(&mail.html));
        mail.values = recovered.collect();
    }
}

fn add_page(html: &str, mail: &mut Mail) {
    let page = markup::page(html);
    mail.html.push_str(&page.text);
    mail.links.extend(page.links.into_iter().take(500));
    mail.values.extend(
        page.scripts
            .iter()
            .flat_map(|script| markup::in_script(script)),
    );
    mail.values.extend(page.items);
}

/// A mail that lost its MIME headers: its body begins with the boundary, which is all that is needed to read it.
fn without_its_head(mail: Mail) -> Mail {
    let body = mail.plain.trim_start();
    let boundary = body
        .lines()
        .next()
        .unwrap_or_default()
        .trim()
        .trim_start_matches("--");
    if boundary.is_empty() || !body.contains("Content-Type:") {
        return mail;
    }
    let whole = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n{body}"
    );
    let mut again = Mail {
        plain: String::new(),
        attachments: Vec::new(),
        ..mail
    };
    if let Some(message) = MessageParser::default().parse(whole.as_bytes()) {
        read_parts(&message, &mut again);
    }
    again
}

/// A message that was forwarded in its text: sender, subject and day are those that stand there.
fn forwarded(mail: &mut Mail) {
    let text = if mail.plain.trim().is_empty() {
        &mail.html
    } else {
        &mail.plain
    };
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_start_matches(['>', ' ', '*']))
        .take(60)
        .collect();
    let behind = |line: &str, labels: &[&str]| {
        let (head, rest) = line.split_once(':')?;
        labels
            .contains(&text::fold(head).trim_matches('*').trim())
            .then(|| rest.trim_matches(['*', ' ']).to_owned())
    };
    for (at, line) in lines.iter().enumerate() {
        let Some(from) = behind(line, &["from", "de", "von", "da", "van"]) else {
            continue;
        };
        let around = lines.get(at..(at + 8).min(lines.len())).unwrap_or_default();
        let subject = around.iter().find_map(|line| {
            behind(
                line,
                &[
                    "subject",
                    "objet",
                    "betreff",
                    "asunto",
                    "oggetto",
                    "onderwerp",
                ],
            )
        });
        let (Some(subject), Some((_, address))) = (subject, from.split_once('@')) else {
            continue;
        };
        mail.sender_domain = address
            .split(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '.' | '-'))
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        mail.sender_name = from
            .split(['<', '['])
            .next()
            .unwrap_or_default()
            .trim_matches(['"', ' '])
            .to_owned();
        mail.subject = subject;
        let day = around.iter().find_map(|line| {
            behind(
                line,
                &[
                    "date",
                    "sent",
                    "envoye",
                    "datum",
                    "gesendet",
                    "fecha",
                    "enviado",
                    "data",
                    "inviato",
                    "verzonden",
                ],
            )
        });
        let day = day.and_then(|day| crate::label::days(&day, mail.date).into_iter().next());
        mail.date = day.or(mail.date);
        return;
    }
}
