//! A mail as its reader may see it: who wrote what to whom, and its HTML without anything that acts, calls out or lies about
//! where it leads.
//!
//! What is left has no address in it at all: no link, picture, form, style sheet or script. Whoever shows it still puts it
//! into a frame of its own.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ammonia::Builder;
use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};
use serde::{Deserialize, Serialize};

use crate::format::email;
use crate::markup;

/// Bytes of HTML that are cleaned; what is longer is shown as its text.
const MOST_HTML: usize = 2 << 20;
/// Signs of text that are shown.
const MOST_TEXT: usize = 1 << 20;
/// Attachments that are named.
const MOST_NAMED: usize = 50;

/// A mail, or a saved page, ready to be looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownMail {
    /// Its subject.
    pub subject: String,
    /// Who wrote it: name and address.
    pub from: String,
    /// To whom.
    pub to: String,
    /// When, RFC 3339, where it says so.
    pub date: Option<String>,
    /// Clean HTML.
    pub html: String,
    /// Names of what is attached.
    pub attachments: Vec<String>,
    /// Pictures that it wanted to load.
    pub left_out: usize,
}

/// The message of this place among those of a document, and how many there are; `None` where it holds none.
pub fn shown_mail(bytes: &[u8], place: usize) -> Option<(ShownMail, usize)> {
    let messages = if bytes.starts_with(b"From ") {
        email::messages(bytes)
    } else {
        vec![bytes.to_vec()]
    };
    let message = messages.get(place).or(messages.first())?;
    let message = email::mended(message);
    let message = MessageParser::default().parse(message.as_ref())?;
    Some((mail(&message), messages.len()))
}

/// A saved page.
pub fn shown_page(html: &str) -> ShownMail {
    let (html, left_out) = clean(html);
    ShownMail {
        html,
        left_out,
        ..ShownMail::default()
    }
}

fn mail(message: &Message<'_>) -> ShownMail {
    let body = message.html_bodies().find_map(|part| match &part.body {
        PartType::Html(html) => Some(html.as_ref()),
        _ => None,
    });
    let text = message.text_bodies().find_map(|part| match &part.body {
        PartType::Text(text) => Some(text.as_ref()),
        _ => None,
    });
    let forwarded = message.parts.iter().find_map(|part| match &part.body {
        PartType::Message(inner) => Some(inner),
        _ => None,
    });
    let (html, left_out) = match (body, text, forwarded) {
        (Some(html), ..) => clean(html),
        (None, Some(text), _) if !text.trim().is_empty() => (plain(text), 0),
        // A message that only carries another is shown as what it carries.
        (None, _, Some(inner)) => return mail(inner),
        _ => (String::new(), 0),
    };
    ShownMail {
        subject: message.subject().unwrap_or_default().to_owned(),
        from: named(message.from()),
        to: named(message.to()),
        date: day_and_time(message),
        html,
        attachments: message
            .attachments()
            .filter_map(|part| part.attachment_name())
            .take(MOST_NAMED)
            .map(str::to_owned)
            .collect(),
        left_out,
    }
}

/// When a message was sent, RFC 3339, where it says so.
pub(crate) fn day_and_time(message: &Message<'_>) -> Option<String> {
    let date = message.date().filter(|date| date.is_valid())?;
    Some(date.to_rfc3339())
}

/// Names and addresses, as a reader sees them.
pub(crate) fn named(address: Option<&Address<'_>>) -> String {
    let all = address.into_iter().flat_map(|address| address.iter());
    let written = all.take(10).map(|one| match (one.name(), one.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (name, address) => name.or(address).unwrap_or_default().to_owned(),
    });
    written.collect::<Vec<_>>().join(", ")
}

/// Text as HTML, broken where it breaks.
fn plain(text: &str) -> String {
    let shown: String = text.chars().take(MOST_TEXT).collect();
    format!("<pre>{}</pre>", ammonia::clean_text(&shown))
}

/// HTML with nothing left in it but text and its looks, and how many pictures it wanted.
fn clean(html: &str) -> (String, usize) {
    if html.len() > MOST_HTML || markup::is_too_deep(html) {
        return (plain(&markup::page(html).text), 0);
    }
    let left_out = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&left_out);
    let mut builder = Builder::default();
    builder
        .tags(WITHIN.iter().chain(markup::BLOCKS).copied().collect())
        .clean_content_tags(SILENT.iter().copied().collect())
        .generic_attributes(ATTRIBUTES.iter().copied().collect())
        // Allowed here to be counted below, where they are taken away.
        .tag_attributes(HashMap::from([("img", HashSet::from(["alt", "src"]))]))
        .url_schemes(HashSet::from(["https", "http", "cid", "data"]))
        .link_rel(None)
        .filter_style_properties(STYLES.iter().copied().collect())
        .attribute_filter(move |element, attribute, value| {
            if attribute == "src" {
                counted.fetch_add(usize::from(element == "img"), Ordering::Relaxed);
                return None;
            }
            (attribute != "style" || is_still(value)).then(|| value.into())
        });
    let cleaned = builder.clean(html).to_string();
    (cleaned, left_out.load(Ordering::Relaxed))
}

/// Whether a style names nothing outside itself; what is written in escapes is not looked into.
fn is_still(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    !["url", "image", "expression", "var(", "@", "\\", "/*", "//"]
        .iter()
        .any(|sign| style.contains(sign))
}

/// What stands within lines or holds cells. Lines themselves are those of [`markup::BLOCKS`].
const WITHIN: &[&str] = &[
    "b",
    "bdi",
    "bdo",
    "big",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "del",
    "em",
    "figcaption",
    "font",
    "i",
    "img",
    "ins",
    "q",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "td",
    "th",
    "tt",
    "u",
];

/// Elements whose content is no text either.
const SILENT: &[&str] = &[
    "script", "style", "head", "title", "template", "noscript", "svg", "math", "iframe", "object",
    "select", "textarea", "audio", "video", "noembed", "noframes",
];

const ATTRIBUTES: &[&str] = &[
    "align",
    "bgcolor",
    "border",
    "cellpadding",
    "cellspacing",
    "color",
    "colspan",
    "dir",
    "height",
    "lang",
    "rowspan",
    "size",
    "style",
    "valign",
    "width",
];

const STYLES: &[&str] = &[
    "background-color",
    "border",
    "border-bottom",
    "border-collapse",
    "border-color",
    "border-left",
    "border-radius",
    "border-right",
    "border-spacing",
    "border-style",
    "border-top",
    "border-width",
    "color",
    "direction",
    "display",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "letter-spacing",
    "line-height",
    "list-style-type",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-width",
    "min-width",
    "padding",
    "padding-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "text-align",
    "text-decoration",
    "text-transform",
    "vertical-align",
    "white-space",
    "width",
    "word-break",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// A mail that would call out in every way that a mail can.
    const CALLS: &str = r#"<html><head><meta http-equiv="refresh" content="0;url=http://x.example/1">
<link rel="stylesheet" href="http://x.example/2"><link rel="dns-prefetch" href="//x.example"><base href="http://x.example/">
<style>@import url(http://x.example/3); body { background: url(http://x.example/4) }</style></head>
<body background="http://x.example/5" onload="fetch('http://x.example/6')"><script>new Image().src='http://x.example/7'</script>
<img src="http://x.example/8" srcset="http://x.example/9 2x" alt="Logo"><p style="background-image:url(http://x.example/10);color:red">Total 5,00</p>
<iframe src="http://x.example/11"></iframe><form action="http://x.example/12"><input type="image" src="http://x.example/13"><button>Pay</button></form>
<video poster="http://x.example/14" src="http://x.example/15"></video><object data="http://x.example/16"></object>
<svg><image href="http://x.example/17"/></svg><a href="http://x.example/18" ping="http://x.example/19">Order</a>
<p style="background-color:\75rl(http://x.example/20)">kept</p><table background="http://x.example/21"><tr><td>cell</td></tr></table></body></html>"#;

    #[test]
    fn nothing_is_left_that_calls_out_and_what_is_read_stays() {
        let (html, left_out) = clean(CALLS);
        assert!(!html.contains("x.example"), "no address is left: {html}");
        for gone in [
            "<script", "<style", "<form", "<iframe", "href", "src", "onload", "<link", "<meta",
            "<svg",
        ] {
            assert!(!html.contains(gone), "{gone} is gone: {html}");
        }
        for kept in ["Total 5,00", "Order", "kept", "cell", "alt=\"Logo\""] {
            assert!(html.contains(kept), "{kept} stays: {html}");
        }
        assert_eq!(left_out, 1, "the reader is told of the picture");
    }

    #[test]
    fn a_plain_mail_is_shown_as_written() {
        let bytes = b"From: Volt <a@volt.example>\r\nTo: lea@exemple.example\r\nSubject: Commande\r\nDate: Sun, 18 Oct 2026 09:12:00 +0200\r\n\r\n1 < 2\r\n";
        let (mail, messages) = shown_mail(bytes, 0).expect("a mail");
        assert_eq!((messages, mail.from.as_str()), (1, "Volt <a@volt.example>"));
        assert!(
            mail.html.contains("1&#32;&lt;&#32;2") || mail.html.contains("1 &lt; 2"),
            "{}",
            mail.html
        );
        assert_eq!(mail.date.as_deref(), Some("2026-10-18T09:12:00+02:00"));
    }

    #[test]
    fn a_page_that_is_nested_too_deeply_is_shown_as_its_text() {
        let html = format!("{}Total 5,00", "<div>".repeat(60_000));
        assert!(clean(&html).0.contains("Total"));
    }
}
