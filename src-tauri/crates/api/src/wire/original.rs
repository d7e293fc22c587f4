//! Original documents, at one of their pages.

use ledger::{OriginalPage as Page, OriginalView};

use super::history::hex;
use crate::Words;
use crate::originals::{Original, OriginalPage, PageWord, encoded};

/// A kept document.
pub(crate) fn original(view: OriginalView, words: &Words) -> Original {
    let asks_password = view.finding.as_ref().is_some_and(ledger::is_locked);
    Original {
        sha256: hex(&view.row.sha256),
        name: view.row.name,
        received_at: view.row.received_at,
        size: view.size,
        is_forgotten: view.is_forgotten,
        page: number(view.page),
        pages: number(view.pages),
        shown: view.shown.map(page),
        finding: view.finding.map(|finding| words.diagnostic(&finding)),
        asks_password,
    }
}

fn page(page: Page) -> OriginalPage {
    match page {
        Page::Mail(mail) => OriginalPage::Mail {
            subject: mail.subject,
            from: mail.from,
            to: mail.to,
            date: mail.date,
            html: mail.html,
            attachments: mail.attachments,
            left_out: number(mail.left_out),
        },
        Page::Picture {
            width,
            height,
            png,
            words,
        } => OriginalPage::Picture {
            width,
            height,
            png: encoded(&png),
            words: words
                .into_iter()
                .map(|word| PageWord {
                    text: word.text,
                    left: word.left,
                    top: word.top,
                    width: word.width,
                    height: word.height,
                })
                .collect(),
        },
        Page::Text { first, lines } => OriginalPage::Text {
            first: number(first),
            lines,
        },
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A hash from its hexadecimal; `None` where it is none.
pub(crate) fn digest(hexadecimal: &str) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    if hexadecimal.len() != 64 || !hexadecimal.is_ascii() {
        return None;
    }
    for (place, byte) in digest.iter_mut().enumerate() {
        let two = hexadecimal.get(2 * place..2 * place + 2)?;
        *byte = u8::from_str_radix(two, 16).ok()?;
    }
    Some(digest)
}
