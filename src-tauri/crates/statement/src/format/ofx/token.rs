//! OFX cut into tags and the text that follows them (OFX 1.6 section 2.3, OFX 2.2 section 2.2).
//!
//! One pass over the decoded text; nothing is copied. SGML and XML are read alike: a tag, then text up to the next
//! markup. A `<` that starts no markup (`H&M < PARIS`) belongs to the text. Comments, CDATA sections and processing
//! instructions are stepped over; entities that a document declares are never expanded.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr2, memmem};

/// A tag's name: up to 16 letters in capitals, compared as one number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Name(u128);

impl Name {
    /// The name in capitals; names longer than 16 bytes are all the same, unknown one.
    pub(super) const fn of(bytes: &[u8]) -> Self {
        if bytes.len() > 16 {
            return Name(0);
        }
        let mut key = 0u128;
        let mut rest = bytes;
        while let [first, others @ ..] = rest {
            key = (key << 8) | first.to_ascii_uppercase() as u128;
            rest = others;
        }
        Name(key)
    }
}

/// The text after a tag, up to the next markup.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    /// As printed, white space around it left out.
    pub(super) raw: &'a str,
    /// Where `raw` starts in the document.
    pub(super) start: usize,
    /// Whether comments or CDATA sections stand in it.
    is_mixed: bool,
}

impl<'a> Value<'a> {
    /// Bytes of the document.
    pub(super) fn bytes(&self) -> Range<usize> {
        self.start..self.start + self.raw.len()
    }

    /// Whether nothing but white space and comments stands there.
    pub(super) fn is_blank(&self) -> bool {
        self.raw.is_empty() || (self.is_mixed && self.text().is_empty())
    }

    /// What is meant: entities replaced, comments left out. Borrowed unless there is something to replace.
    pub(super) fn text(&self) -> Cow<'a, str> {
        if self.is_mixed {
            Cow::Owned(without_markup(self.raw).trim().to_owned())
        } else if memchr(b'&', self.raw.as_bytes()).is_none() {
            Cow::Borrowed(self.raw)
        } else {
            Cow::Owned(unescape(self.raw).trim().to_owned())
        }
    }
}

/// One piece of a document.
pub(super) enum Token<'a> {
    /// `<NAME>` and the text after it.
    Open {
        name: Name,
        label: &'a str,
        start: usize,
        value: Value<'a>,
    },
    /// `</NAME>`, and whatever stands between it and the next markup.
    Close {
        name: Name,
        end: usize,
        stray: Value<'a>,
    },
    /// A declaration that OFX has no use for and that only attacks carry.
    Declaration { bytes: Range<usize> },
    /// Markup that the end of the document cuts.
    Cut,
}

/// What a `<` starts.
enum Markup {
    Tag {
        is_close: bool,
        name: Range<usize>,
        end: usize,
    },
    /// A comment.
    Comment {
        end: usize,
    },
    /// A CDATA section.
    Cdata {
        end: usize,
    },
    /// `<?…>`, or `<!…>` without an internal subset.
    Instruction {
        end: usize,
    },
    /// `<!ENTITY`, or a `<!DOCTYPE` with declarations.
    Declaration {
        end: usize,
    },
    Cut,
    /// Nothing: it is a sign of the text.
    Sign,
}

/// The pieces of a document, from its first markup on: what stands before (an OFX 1.x header, blank lines) is no part.
pub(super) struct Tokens<'a> {
    text: &'a str,
    next: Option<(usize, Markup)>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let (_, next, _) = to_markup(text, 0);
        Tokens { text, next }
    }

    /// The text from `from` up to the next markup, which becomes the next token.
    fn value(&mut self, from: usize) -> Value<'a> {
        let (end, next, is_mixed) = to_markup(self.text, from);
        self.next = next;
        let whole = self.text.get(from..end).unwrap_or("");
        let lead = whole.len() - whole.trim_start().len();
        Value {
            raw: whole.trim(),
            start: from + lead,
            is_mixed,
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (start, markup) = self.next.take()?;
            match markup {
                Markup::Tag {
                    is_close,
                    name,
                    end,
                } => {
                    let label = self.text.get(name).unwrap_or("");
                    let name = Name::of(label.as_bytes());
                    let value = self.value(end);
                    return Some(if is_close {
                        Token::Close {
                            name,
                            end,
                            stray: value,
                        }
                    } else {
                        Token::Open {
                            name,
                            label,
                            start,
                            value,
                        }
                    });
                }
                Markup::Declaration { end } => {
                    self.value(end);
                    return Some(Token::Declaration { bytes: start..end });
                }
                Markup::Comment { end } | Markup::Cdata { end } | Markup::Instruction { end } => {
                    self.value(end);
                }
                Markup::Cut => return Some(Token::Cut),
                Markup::Sign => return None,
            }
        }
    }
}

/// The next markup from `from` on that ends a text: its offset, the markup, and whether comments or CDATA sections were
/// passed.
fn to_markup(text: &str, from: usize) -> (usize, Option<(usize, Markup)>, bool) {
    let bytes = text.as_bytes();
    let mut at = from;
    let mut is_mixed = false;
    while let Some(offset) = bytes.get(at..).and_then(|rest| memchr(b'<', rest)) {
        let start = at + offset;
        match markup(bytes, start) {
            Markup::Sign => at = start + 1,
            Markup::Comment { end } | Markup::Cdata { end } => {
                is_mixed = true;
                at = end;
            }
            found => return (start, Some((start, found)), is_mixed),
        }
    }
    (text.len(), None, is_mixed)
}

fn markup(bytes: &[u8], start: usize) -> Markup {
    let rest = bytes.get(start + 1..).unwrap_or_default();
    match rest.first() {
        None => Markup::Cut,
        Some(b'!') => declaration(bytes, start),
        Some(b'?') => match memchr(b'>', rest) {
            Some(end) => Markup::Instruction {
                end: start + 2 + end,
            },
            None => Markup::Cut,
        },
        Some(_) => tag(bytes, start),
    }
}

/// Reads `<NAME>`, `</NAME>`, `<NAME/>`, `<NAME attribute="…">`.
fn tag(bytes: &[u8], start: usize) -> Markup {
    let is_close = bytes.get(start + 1) == Some(&b'/');
    let name_start = start + 1 + usize::from(is_close);
    let rest = bytes.get(name_start..).unwrap_or_default();
    let length = rest
        .iter()
        .position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-')))
        .unwrap_or(rest.len());
    let starts_well = rest.first().is_some_and(u8::is_ascii_alphabetic);
    if length == rest.len() && (starts_well || length == 0) {
        return Markup::Cut;
    }
    if !starts_well {
        return Markup::Sign;
    }
    let name = name_start..name_start + length;
    let after = rest.get(length..).unwrap_or_default();
    if after.first() == Some(&b'>') {
        let end = name.end + 1;
        return Markup::Tag {
            is_close,
            name,
            end,
        };
    }
    let Some(close) = memchr2(b'<', b'>', after) else {
        return Markup::Sign;
    };
    let inside = after.get(..close).unwrap_or_default();
    let is_plain = inside.iter().all(u8::is_ascii_whitespace) || inside == b"/" || inside == b" /";
    if after.get(close) == Some(&b'>') && (is_plain || memchr(b'=', inside).is_some()) {
        let end = name.end + close + 1;
        Markup::Tag {
            is_close,
            name,
            end,
        }
    } else {
        Markup::Sign
    }
}

fn declaration(bytes: &[u8], start: usize) -> Markup {
    let rest = bytes.get(start..).unwrap_or_default();
    for (opening, closing) in [(&b"<!--"[..], &b"-->"[..]), (b"<![CDATA[", b"]]>")] {
        if !rest.starts_with(opening) {
            continue;
        }
        let Some(end) = memmem::find(rest.get(opening.len()..).unwrap_or_default(), closing) else {
            return Markup::Cut;
        };
        let end = start + opening.len() + end + closing.len();
        return if opening.len() == 4 {
            Markup::Comment { end }
        } else {
            Markup::Cdata { end }
        };
    }
    let names = |word: &[u8]| {
        rest.get(2..2 + word.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(word))
    };
    if !names(b"DOCTYPE") && !names(b"ENTITY") && !names(b"ELEMENT") && !names(b"ATTLIST") {
        return Markup::Sign;
    }
    let Some(close) = memchr2(b'[', b'>', rest) else {
        return Markup::Cut;
    };
    let end = start + close + 1;
    if names(b"DOCTYPE") && rest.get(close) == Some(&b'>') {
        Markup::Instruction { end }
    } else {
        Markup::Declaration { end }
    }
}

/// A text without its comments, its CDATA sections taken as they stand.
fn without_markup(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find("<!") {
        let (before, from) = rest.split_at(at);
        out.push_str(&unescape(before));
        if let Some(section) = from.strip_prefix("<![CDATA[") {
            let (inside, after) = section.split_once("]]>").unwrap_or((section, ""));
            out.push_str(inside);
            rest = after;
        } else if let Some(comment) = from.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else {
            out.push_str("<!");
            rest = from.get(2..).unwrap_or("");
        }
    }
    out.push_str(&unescape(rest));
    out
}

/// Replaces the predefined entities, `&nbsp;` and character references. Any other `&` is one.
fn unescape(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let after = from.get(1..).unwrap_or("");
        let known = memchr(
            b';',
            after
                .as_bytes()
                .get(..after.len().min(10))
                .unwrap_or_default(),
        )
        .and_then(|end| Some((character(after.get(..end)?)?, after.get(end + 1..)?)));
        match known {
            Some((sign, after)) => {
                out.push(sign);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(entity: &str) -> Option<char> {
    if let Some(number) = entity.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32).filter(|c| *c != '\0');
    }
    Some(match entity.to_ascii_lowercase().as_str() {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens in short: `NAME=text`, `/NAME`, `!` for a declaration, `…` for a cut.
    fn shown(text: &str) -> String {
        let parts: Vec<String> = Tokens::new(text)
            .map(|token| match token {
                Token::Open { label, value, .. } => format!("{label}={}", value.text()),
                Token::Close { stray, .. } => format!("/{}", stray.text()),
                Token::Declaration { .. } => "!".to_owned(),
                Token::Cut => "…".to_owned(),
            })
            .collect();
        parts.join("|")
    }

    #[test]
    fn sgml_and_xml_give_the_same_pieces() {
        for (text, pieces) in [
            ("OFXHEADER:100\n\n<A>\n<B>x\n<C>y z\n</A>", "A=|B=x|C=y z|/"),
            ("<A><B>x</B><C>y z</C></A>", "A=|B=x|/|C=y z|/|/"),
            (
                "<?xml version=\"1.0\"?><a k=\"v\"><b/><c />d</a >",
                "a=|b=|c=d|/",
            ),
            (
                "<A>x<!-- a < b --> y<B><![CDATA[H&amp;M <3]]>",
                "A=x y|B=H&amp;M <3",
            ),
        ] {
            assert_eq!(shown(text), pieces, "{text}");
        }
    }

    #[test]
    fn signs_that_start_no_markup_belong_to_the_text() {
        for (text, pieces) in [
            ("<N>H&M < PARIS & FILS</N>", "N=H&M < PARIS & FILS|/"),
            ("<N>1 <2 <<B>x", "N=1 <2 <|B=x"),
            (
                "<N>AT&amp;T &lt;&#233;&#xE9;&gt; &eacute; &;",
                "N=AT&T <éé> &eacute; &;",
            ),
            ("<N>&#0;&#xFFFFFFFF;", "N=&#0;&#xFFFFFFFF;"),
        ] {
            assert_eq!(shown(text), pieces, "{text}");
        }
    }

    #[test]
    fn declarations_and_cuts_are_told() {
        for (text, pieces) in [
            ("<!DOCTYPE x [<!ENTITY a \"b\">]><A>&a;", "!|!|A=&a;"),
            ("<!DOCTYPE OFX SYSTEM \"ofx160.dtd\"><A>1", "A=1"),
            ("<A>1<NAM", "A=1|…"),
            ("<A>1<", "A=1|…"),
            ("<A>1<!-- never closed", "A=1|…"),
        ] {
            assert_eq!(shown(text), pieces, "{text}");
        }
    }
}
