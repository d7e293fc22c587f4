//! A mail as it goes on paper: who wrote what to whom, as text, and the files that came with it.

use mail_parser::{Message, MessageParser, PartType};

use crate::format::email;
use crate::markup;
use crate::shown::{day_and_time, named};

/// Messages of a mailbox that are put on paper.
const MOST_MESSAGES: usize = 5;
/// Files of one message that are handed out.
const MOST_FILES: usize = 20;
/// Signs of text of one message.
const MOST_TEXT: usize = 1 << 20;

/// A message, ready for paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrintedMail {
    /// Its subject.
    pub subject: String,
    /// Who wrote it: name and address.
    pub from: String,
    /// To whom.
    pub to: String,
    /// When, RFC 3339, where it says so.
    pub date: Option<String>,
    /// What its reader reads.
    pub text: String,
    /// What came with it: names and bytes.
    pub files: Vec<(String, Vec<u8>)>,
}

/// The messages of a document. Of a mailbox those that quote one of these numbers, since the others are of other purchases;
/// none where no number is known.
pub fn printed_mails(bytes: &[u8], numbers: &[String]) -> Vec<PrintedMail> {
    let parse = |bytes: &[u8]| {
        let bytes = email::mended(bytes);
        let message = MessageParser::default().parse(bytes.as_ref())?;
        Some(mail(&message))
    };
    if !bytes.starts_with(b"From ") {
        return parse(bytes).into_iter().collect();
    }
    let quotes = |mail: &PrintedMail| {
        numbers
            .iter()
            .any(|number| mail.subject.contains(number) || mail.text.contains(number))
    };
    email::messages(bytes)
        .iter()
        .filter_map(|bytes| parse(bytes))
        .filter(quotes)
        .take(MOST_MESSAGES)
        .collect()
}

/// A saved page as its reader reads it.
pub fn printed_page(html: &str) -> String {
    markup::page(html).text.chars().take(MOST_TEXT).collect()
}

fn mail(message: &Message<'_>) -> PrintedMail {
    let html = message.html_bodies().find_map(|part| match &part.body {
        PartType::Html(html) => Some(printed_page(html)),
        _ => None,
    });
    let plain = message.text_bodies().find_map(|part| match &part.body {
        PartType::Text(text) => Some(text.chars().take(MOST_TEXT).collect::<String>()),
        _ => None,
    });
    let text = html
        .filter(|text| !text.trim().is_empty())
        .or(plain)
        .unwrap_or_default();
    let inner = message.parts.iter().find_map(|part| match &part.body {
        PartType::Message(inner) => Some(inner),
        _ => None,
    });
    // A message that only carries another is what it carries.
    if let (true, Some(inner)) = (text.trim().is_empty(), inner) {
        return mail(inner);
    }
    PrintedMail {
        subject: message.subject().unwrap_or_default().to_owned(),
        from: named(message.from()),
        to: named(message.to()),
        date: day_and_time(message),
        text,
        files: email::files(message).take(MOST_FILES).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAILBOX: &[u8] = b"From a@x.example Sun Oct 18 09:12:00 2026\nFrom: Volt <a@volt.example>\nSubject: Commande 40-1\n\nTotal 5,00\n\nFrom b@x.example Sun Oct 18 09:12:00 2026\nFrom: Nord <b@nord.example>\nSubject: Order 7-2\n\nTotal 9.00\n";

    #[test]
    fn of_a_mailbox_only_the_messages_of_the_purchase_are_put_on_paper() {
        let found = printed_mails(MAILBOX, &["7-2".to_owned()]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].subject, "Order 7-2");
        assert!(
            printed_mails(MAILBOX, &[]).is_empty(),
            "which one it is cannot be known"
        );
    }

    #[test]
    fn what_came_with_a_mail_is_handed_out_by_name() {
        let mail = b"From: Volt <a@volt.example>\r\nSubject: Facture\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Bonjour <b>L\xc3\xa9a</b></p>\r\n--b\r\nContent-Type: application/pdf; name=facture.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQ=\r\n--b--\r\n";
        let found = printed_mails(mail, &[]);
        let mail = found.first().expect("a mail");
        assert!(mail.text.contains("Bonjour"), "{}", mail.text);
        assert_eq!(
            mail.files,
            vec![("facture.pdf".to_owned(), b"%PDF-1.4".to_vec())]
        );
    }
}
