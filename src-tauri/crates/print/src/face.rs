//! The typefaces that are written into the PDF: Noto Sans, which has Latin, Greek and Cyrillic letters. Only the glyphs that
//! are used go into the file.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// What stands where the typeface has no glyph: the frame that every typeface has.
const MISSING: skrifa::GlyphId = skrifa::GlyphId::new(0);

/// The two weights of the typeface.
pub(crate) struct Faces {
    pub(crate) regular: Face,
    pub(crate) bold: Face,
}

impl Faces {
    /// `None` only where the typefaces that are built in were damaged.
    pub(crate) fn load() -> Option<Self> {
        Some(Faces {
            regular: Face::load(notosans::REGULAR_TTF)?,
            bold: Face::load(notosans::BOLD_TTF)?,
        })
    }

    pub(crate) fn of(&self, is_bold: bool) -> &Face {
        if is_bold { &self.bold } else { &self.regular }
    }
}

/// One weight.
pub(crate) struct Face {
    pub(crate) font: Font,
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    /// Units of the typeface in its size.
    units: f32,
}

impl Face {
    fn load(bytes: &'static [u8]) -> Option<Self> {
        let font = Font::new(bytes.into(), 0)?;
        let face = FontRef::new(bytes).ok()?;
        Some(Face {
            units: font.units_per_em(),
            charmap: face.charmap(),
            metrics: face.glyph_metrics(Size::unscaled(), LocationRef::default()),
            font,
        })
    }

    /// The glyphs of a text, each with its place in it; advances are in sizes of the typeface.
    pub(crate) fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        text.char_indices()
            .map(|(at, letter)| {
                let glyph = self.charmap.map(drawn(letter)).unwrap_or(MISSING);
                KrillaGlyph {
                    glyph_id: GlyphId::new(glyph.to_u32()),
                    text_range: at..at + letter.len_utf8(),
                    x_advance: self.metrics.advance_width(glyph).unwrap_or_default() / self.units,
                    x_offset: 0.0,
                    y_offset: 0.0,
                    y_advance: 0.0,
                    location: None,
                }
            })
            .collect()
    }

    /// How wide a text is, in points.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        let advance = |letter| {
            let glyph = self.charmap.map(drawn(letter)).unwrap_or(MISSING);
            self.metrics.advance_width(glyph).unwrap_or_default()
        };
        text.chars().map(advance).sum::<f32>() / self.units * size
    }
}

/// Every space is drawn as one.
fn drawn(letter: char) -> char {
    if letter.is_whitespace() { ' ' } else { letter }
}
