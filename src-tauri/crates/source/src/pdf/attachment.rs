//! Embedded files, by a walk over every object: names trees are often damaged or left out, file specifications are not.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{self, Dict, Object, Stream};

use super::{MOST_ATTACHED, MOST_ATTACHMENTS, PdfError, within};

/// A file embedded in a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// As its file specification says; what it holds is told by `bytes` alone.
    pub name: String,
    /// Inflated.
    pub bytes: Vec<u8>,
}

pub(super) fn attachments(pdf: &Pdf) -> Result<Vec<Attachment>, PdfError> {
    let mut found = Vec::new();
    let mut seen = Vec::new();
    let mut attached = 0;
    for object in pdf.objects() {
        let (Object::Dict(dict), None) = (&object, object.clone().into_stream()) else {
            continue;
        };
        let mut specifications = Vec::new();
        specifications_in(dict, 0, &mut specifications);
        for specification in specifications {
            let Some(stream) = embedded(&specification) else {
                continue;
            };
            if seen.contains(&stream.obj_id()) {
                continue;
            }
            seen.push(stream.obj_id());
            within("attachments", seen.len(), MOST_ATTACHMENTS)?;
            let Ok(bytes) = stream.decoded() else {
                continue;
            };
            attached += bytes.len();
            within("attached", attached, MOST_ATTACHED)?;
            found.push(Attachment {
                name: name(&specification),
                bytes: bytes.into_owned(),
            });
        }
    }
    Ok(found)
}

/// How deep a file specification may stand directly in other dictionaries (`Names` arrays hold them that way).
const DEPTH: usize = 4;

fn specifications_in<'a>(dict: &Dict<'a>, depth: usize, found: &mut Vec<Dict<'a>>) {
    if dict.contains_key("EF") {
        found.push(dict.clone());
        return;
    }
    if depth == DEPTH {
        return;
    }
    for key in ["Names", "EmbeddedFiles", "FS"] {
        if let Some(inner) = dict.get::<Dict<'a>>(key) {
            specifications_in(&inner, depth + 1, found);
        }
    }
    let listed = ["Names", "AF"].map(|key| dict.get::<object::Array<'a>>(key));
    for array in listed.into_iter().flatten() {
        for inner in array.iter::<Object<'a>>().filter_map(Object::into_dict) {
            specifications_in(&inner, depth + 1, found);
        }
    }
}

fn embedded<'a>(specification: &Dict<'a>) -> Option<Stream<'a>> {
    let files = specification.get::<Dict<'a>>("EF")?;
    ["F", "UF", "DOS", "Unix", "Mac"]
        .into_iter()
        .find_map(|key| files.get::<Stream<'a>>(key))
}

fn name(specification: &Dict<'_>) -> String {
    ["UF", "F", "Unix", "DOS", "Mac"]
        .into_iter()
        .find_map(|key| specification.get::<object::String<'_>>(key))
        .map(|name| text_of(name.as_bytes()))
        .unwrap_or_default()
}

/// A text string: UTF-16 or UTF-8 behind its mark, else PDFDocEncoding, whose letters are those of Windows-1252.
fn text_of(bytes: &[u8]) -> String {
    let encoding = match bytes {
        [0xFE, 0xFF, ..] => encoding_rs::UTF_16BE,
        [0xFF, 0xFE, ..] => encoding_rs::UTF_16LE,
        [0xEF, 0xBB, 0xBF, ..] => encoding_rs::UTF_8,
        _ => encoding_rs::WINDOWS_1252,
    };
    encoding.decode(bytes).0.into_owned()
}
