//! Fields of a message: `:tag:` at a line's start, and the lines up to the next.

use memchr::{memchr, memchr2};

/// Tags of MT940 and MT942, and those that banks add. Anything else that looks like a tag belongs to the text.
const TAGS: &[&str] = &[
    "20", "21", "25", "25P", "28", "28C", "28D", "60F", "60M", "61", "86", "62F", "62M", "64",
    "65", "13", "13D", "34F", "90D", "90C", "NS", "940", "942",
];

/// A piece of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A field.
    Field(Field<'a>),
    /// The end of a message (`-`, `-}`, or a block header).
    End,
}

/// A field as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Field<'a> {
    /// Without colons.
    pub(super) tag: &'a str,
    /// What follows, line ends included.
    pub(super) value: &'a str,
    /// The line of the tag, from 1.
    pub(super) line: u32,
    /// Byte of the tag's first colon.
    pub(super) start: usize,
    /// Byte after the value.
    pub(super) end: usize,
}

impl<'a> Field<'a> {
    /// The value's lines without control characters at their ends; the first may be empty, blank ones after it are left
    /// out.
    pub(super) fn lines(&self) -> impl Iterator<Item = &'a str> {
        self.value
            .split(['\n', '\r'])
            .map(|line| line.trim_matches(|c: char| c.is_control()))
            .enumerate()
            .filter(|(number, line)| *number == 0 || !line.trim().is_empty())
            .map(|(_, line)| line)
    }
}

/// The pieces of a document, in order.
pub(super) struct Pieces<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    /// Pieces found but not given yet: a line may end a message and start a field.
    waiting: Option<Piece<'a>>,
}

/// One line: where it starts, its text without its end, where the next starts.
struct Line<'a> {
    start: usize,
    text: &'a str,
    next: usize,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Pieces {
            text,
            at: 0,
            line: 1,
            waiting: None,
        }
    }

    fn peek(&self) -> Option<Line<'a>> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let bytes = rest.as_bytes();
        let (len, skip) = match memchr2(b'\n', b'\r', bytes) {
            Some(at) if bytes.get(at..at + 2) == Some(b"\r\n") => (at, at + 2),
            Some(at) => (at, at + 1),
            None => (rest.len(), rest.len()),
        };
        Some(Line {
            start: self.at,
            text: rest.get(..len).unwrap_or(""),
            next: self.at + skip,
        })
    }

    fn pass(&mut self, line: &Line<'_>) {
        self.at = line.next;
        self.line = self.line.saturating_add(1);
    }

    /// The field that starts on this line: its lines up to the next tag or end.
    fn field(&mut self, start: usize, tag: &'a str, value: usize, first: &Line<'a>) -> Field<'a> {
        let line = self.line;
        let mut end = first.start + first.text.len();
        self.pass(first);
        while let Some(next) = self.peek() {
            if ends_field(next.text) {
                break;
            }
            end = next.start + next.text.len();
            self.pass(&next);
        }
        Field {
            tag,
            value: self.text.get(value..end).unwrap_or(""),
            line,
            start,
            end,
        }
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(piece) = self.waiting.take() {
            return Some(piece);
        }
        while let Some(line) = self.peek() {
            let block = block_start(line.text);
            let from = block.map_or(0, |at| at + 3);
            let content = line.text.get(from..).unwrap_or("");
            let is_end = block.is_some() || is_end(line.text);
            if let Some((lead, tag)) = tag(content) {
                let start = line.start + from + lead;
                let value = start + tag.len() + 2;
                let field = Piece::Field(self.field(start, tag, value, &line));
                if is_end {
                    self.waiting = Some(field);
                    return Some(Piece::End);
                }
                return Some(field);
            }
            self.pass(&line);
            if is_end {
                return Some(Piece::End);
            }
        }
        None
    }
}

fn ends_field(line: &str) -> bool {
    is_end(line) || tag(line).is_some() || block_start(line).is_some()
}

/// Where the text block `{4:` of a SWIFT message starts.
fn block_start(line: &str) -> Option<usize> {
    memchr(b'{', line.as_bytes())?;
    line.find("{4:")
}

/// `-` or `-}` alone, or a block header or trailer.
fn is_end(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_control() || c == ' ');
    line == "-" || line.starts_with("-}") || line.starts_with("{1:") || line.starts_with("{5:")
}

/// A known tag at a line's start, and the bytes before it.
pub(super) fn tag(line: &str) -> Option<(usize, &str)> {
    let rest = line.trim_start_matches(|c: char| c.is_control());
    let name = rest.strip_prefix(':')?;
    let bytes = name.as_bytes();
    let len = (2..=3).find(|len| bytes.get(*len) == Some(&b':'))?;
    let name = name.get(..len).filter(|name| TAGS.contains(name))?;
    Some((line.len() - rest.len(), name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str) -> Vec<String> {
        Pieces::new(text)
            .map(|piece| match piece {
                Piece::Field(field) => format!("{}@{}={}", field.tag, field.line, field.value),
                Piece::End => "end".to_owned(),
            })
            .collect()
    }

    #[test]
    fn fields_run_to_the_next_tag_whatever_the_line_ends() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", ":20:A", ":86:one", "two", "-", ""].join(end);
            assert_eq!(
                tags(&text),
                ["20@2=A", &format!("86@3=one{end}two"), "end"],
                "{end:?}"
            );
        }
    }

    #[test]
    fn a_clock_time_at_a_line_start_is_no_tag() {
        assert_eq!(tags(":86:at 13\n:12:11\n"), ["86@1=at 13\n:12:11"]);
    }

    #[test]
    fn block_headers_and_trailers_are_ends() {
        let text = "{1:F01X}{2:O940X}{4:\n:20:A\n-}{1:F01X}{4:\n:20:B\n-}";
        assert_eq!(tags(text), ["end", "20@2=A", "end", "20@4=B", "end"]);
    }

    #[test]
    fn control_characters_around_a_line_are_passed_over() {
        assert_eq!(tags("\u{1}\n\u{2}:20:A\n-\u{3}"), ["20@2=A", "end"]);
    }
}
