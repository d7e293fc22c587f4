//! A walk over XML elements by quick-xml events, borrowing from the document.
//!
//! Names are compared without their prefix. A document type is refused before anything of it is expanded: ISO 20022
//! messages have none, so what declares entities is an attack or no statement. Once the document is damaged the walk
//! ends everywhere at once: [`Cursor::child`] says that there are no more children, and [`Cursor::damage`] says why.

use std::borrow::Cow;

use memchr::memchr_iter;
use quick_xml::Error;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// Why the walk ended before the document did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Damage {
    /// The document ends inside an element.
    Truncated,
    /// Tags do not match, or markup is broken.
    Malformed,
    /// It has a document type.
    DocumentType,
}

/// Where the walk stands.
pub(super) struct Cursor<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    start: usize,
    depth: usize,
    counted: usize,
    line: u32,
    damage: Option<Damage>,
}

/// One step of the walk outside a message.
pub(super) enum Step<'a> {
    /// Into an element.
    In(BytesStart<'a>),
    /// Out of the last one.
    Out,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Cursor {
            text,
            reader,
            start: 0,
            depth: 0,
            counted: 0,
            line: 1,
            damage: None,
        }
    }

    /// The next step, in document order; `None` at the end.
    pub(super) fn step(&mut self) -> Option<Step<'a>> {
        loop {
            match self.event()? {
                Event::Start(start) => return Some(Step::In(start)),
                Event::End(_) => return Some(Step::Out),
                _ => {}
            }
        }
    }

    /// The next child of the open element, to be walked, read or skipped; `None` once that element is closed.
    pub(super) fn child(&mut self) -> Option<BytesStart<'a>> {
        match self.step()? {
            Step::In(start) => Some(start),
            Step::Out => None,
        }
    }

    /// Leaves the open element.
    pub(super) fn skip(&mut self) {
        let mut inside = 0usize;
        while let Some(step) = self.step() {
            match step {
                Step::In(_) => inside += 1,
                Step::Out if inside == 0 => return,
                Step::Out => inside -= 1,
            }
        }
    }

    /// The characters of the open element without white space around them; leaves it.
    pub(super) fn text(&mut self) -> Cow<'a, str> {
        let mut out = Cow::Borrowed("");
        let mut inside = 0usize;
        while let Some(event) = self.event() {
            match event {
                Event::End(_) if inside == 0 => break,
                Event::End(_) => inside -= 1,
                Event::Start(_) => inside += 1,
                _ if inside > 0 => {}
                Event::Text(text) => append(&mut out, text.into_inner()),
                Event::CData(text) => append(&mut out, text.into_inner()),
                Event::GeneralRef(reference) => append(&mut out, resolved(&reference)),
                _ => {}
            }
        }
        trimmed(out)
    }

    /// The characters of the open element and of those in it; leaves it. For a choice of a word and `Cd` or `Prtry`.
    pub(super) fn deep_text(&mut self) -> Cow<'a, str> {
        let mut out = Cow::Borrowed("");
        let mut inside = 0usize;
        while let Some(event) = self.event() {
            match event {
                Event::End(_) if inside == 0 => break,
                Event::End(_) => inside -= 1,
                Event::Start(_) => inside += 1,
                Event::Text(text) => append(&mut out, trimmed(text.into_inner())),
                _ => {}
            }
        }
        out
    }

    /// The text of the first child called `name`, wherever it stands below the open element; leaves that element.
    pub(super) fn text_of(&mut self, name: &str) -> Option<Cow<'a, str>> {
        let mut found = None;
        let mut inside = 0usize;
        while let Some(step) = self.step() {
            match step {
                Step::In(start) if found.is_none() && local(&start) == name => {
                    found = Some(self.text());
                }
                Step::In(_) => inside += 1,
                Step::Out if inside == 0 => break,
                Step::Out => inside -= 1,
            }
        }
        found.filter(|text| !text.is_empty())
    }

    /// The byte at which the last markup starts.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// The byte after the last markup.
    pub(super) fn end(&self) -> usize {
        position(self.reader.buffer_position())
    }

    /// The line of a byte; asked in ascending order.
    pub(super) fn line_of(&mut self, at: usize) -> u32 {
        if let Some(passed) = self.text.as_bytes().get(self.counted..at) {
            let lines = memchr_iter(b'\n', passed).count();
            self.line = self
                .line
                .saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
            self.counted = at;
        }
        self.line
    }

    /// The whole document.
    pub(super) fn document(&self) -> &'a str {
        self.text
    }

    /// What ended the walk, if anything did.
    pub(super) fn damage(&self) -> Option<Damage> {
        self.damage
    }

    fn event(&mut self) -> Option<Event<'a>> {
        if self.damage.is_some() {
            return None;
        }
        self.start = self.end();
        match self.reader.read_event() {
            Ok(Event::Eof) => {
                if self.depth > 0 {
                    self.damage = Some(Damage::Truncated);
                }
                return None;
            }
            Ok(Event::DocType(_)) => self.damage = Some(Damage::DocumentType),
            Ok(event) => {
                match event {
                    Event::Start(_) => self.depth += 1,
                    Event::End(_) => self.depth = self.depth.saturating_sub(1),
                    _ => {}
                }
                return Some(event);
            }
            Err(Error::Syntax(_)) => self.damage = Some(Damage::Truncated),
            Err(_) => self.damage = Some(Damage::Malformed),
        }
        None
    }
}

/// An element's name without its prefix.
pub(super) fn local<'s>(start: &'s BytesStart<'_>) -> &'s str {
    start.local_name().into_inner()
}

/// An attribute of an element, whatever its prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().into_inner() == name)
        .map(|attribute| attribute.value.trim().to_owned())
}

fn position(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

fn append<'a>(out: &mut Cow<'a, str>, piece: Cow<'a, str>) {
    if out.is_empty() {
        *out = piece;
    } else if !piece.is_empty() {
        out.to_mut().push_str(&piece);
    }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// The characters of a reference: the five of XML 1.0 and numbers; any other stays as printed.
fn resolved(reference: &BytesRef<'_>) -> Cow<'static, str> {
    let name: &str = reference;
    match name {
        "amp" => Cow::Borrowed("&"),
        "lt" => Cow::Borrowed("<"),
        "gt" => Cow::Borrowed(">"),
        "quot" => Cow::Borrowed("\""),
        "apos" => Cow::Borrowed("'"),
        _ => match reference.resolve_char_ref() {
            Ok(Some(character)) => Cow::Owned(character.to_string()),
            _ => Cow::Owned(format!("&{name};")),
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn text_in(document: &str) -> (String, Option<Damage>) {
        let mut cursor = Cursor::new(document);
        cursor.child();
        let text = cursor.text().into_owned();
        (text, cursor.damage())
    }

    #[test]
    fn references_and_sections_are_read_as_characters() {
        let (text, damage) =
            text_in("<a> R&amp;D &#233;&#x20AC; <![CDATA[<b>]]> &unknown; &lt;</a>");
        assert_eq!(text, "R&D é€ <b> &unknown; <");
        assert_eq!(damage, None);
    }

    #[test]
    fn a_bare_ampersand_is_kept() {
        assert_eq!(text_in("<a>H&M & co</a>").0, "H&M & co");
    }

    #[test]
    fn what_ends_the_walk_is_told() {
        assert_eq!(text_in("<a>cut").1, Some(Damage::Truncated));
        assert_eq!(text_in("<a>cut</").1, Some(Damage::Truncated));
        assert_eq!(text_in("<a>x</b>").1, Some(Damage::Malformed));
        assert_eq!(
            text_in("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>").1,
            Some(Damage::DocumentType)
        );
    }

    #[test]
    fn prefixes_do_not_matter() {
        let mut cursor = Cursor::new("<n:a><m:b z:Ccy='EUR'/><c>1</c></n:a>");
        cursor.child();
        let child = cursor.child().unwrap();
        assert_eq!(local(&child), "b");
        assert_eq!(attribute(&child, "Ccy").as_deref(), Some("EUR"));
        cursor.skip();
        cursor.child();
        assert_eq!(cursor.text(), "1");
        assert!(cursor.child().is_none());
    }
}
