//! The text that a page draws, glyph by glyph, gathered into words where it is drawn.

use hayro_interpret::font::{Glyph, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, interpret_page,
};

use super::layout::{self, Page};
use super::{MOST_GLYPHS, PdfError, within};

pub(super) fn pages(pdf: &Pdf) -> Result<Vec<Page>, PdfError> {
    let cache = InterpreterCache::new();
    let mut glyphs = 0;
    let mut pages = Vec::with_capacity(pdf.pages().len());
    for page in pdf.pages().iter() {
        let drawn = draw(page, pdf, &cache);
        glyphs += drawn.count;
        within("glyphs", glyphs, MOST_GLYPHS)?;
        let (width, height) = page.render_dimensions();
        pages.push(layout::page(drawn, f64::from(width), f64::from(height)));
    }
    Ok(pages)
}

pub(super) fn page(pdf: &Pdf, place: usize) -> Option<Page> {
    let page = pdf.pages().get(place)?;
    let drawn = draw(page, pdf, &InterpreterCache::new());
    within("glyphs", drawn.count, MOST_GLYPHS).ok()?;
    let (width, height) = page.render_dimensions();
    Some(layout::page(drawn, f64::from(width), f64::from(height)))
}

fn draw<'a>(page: &page::Page<'a>, pdf: &'a Pdf, cache: &InterpreterCache<'a>) -> Drawn {
    let initial = Affine::new(page.initial_transform(true).as_coeffs());
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let settings = InterpreterSettings::default();
    let mut context = Context::new(initial, bounds, cache, pdf.xref(), settings);
    let mut drawn = Drawn::default();
    interpret_page(page, &mut context, &mut drawn);
    drawn
}

/// What a page draws.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) glyphs: Vec<Placed>,
    pub(super) pictures: usize,
    /// Glyphs whose letter the document does not tell.
    pub(super) unknown: usize,
    count: usize,
}

/// One drawn letter (or ligature), in points from the page's upper left corner.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) text: Letters,
    /// Where its base line starts.
    pub(super) origin: Point,
    /// How far the base line runs, and which way.
    pub(super) advance: Vec2,
    /// Height of the type.
    pub(super) size: f64,
}

/// What a glyph stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Letters {
    One(char),
    Several(Box<str>),
}

/// A glyph without a known width takes half an em.
const USUAL_WIDTH: f64 = 500.0;
/// Hayro's transform of a glyph starts from a thousandth of an em.
const EM: f64 = 1000.0;

impl Drawn {
    fn add(&mut self, glyph: &PositionedGlyph<'_>, transform: Affine) {
        self.count += 1;
        if self.count > MOST_GLYPHS {
            return;
        }
        let transform = transform * glyph.transform();
        let width = match &**glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let width = width.map_or(USUAL_WIDTH, f64::from);
        let origin = transform * Point::ZERO;
        let advance = transform * Point::new(width, 0.0) - origin;
        let size = (transform * Point::new(0.0, EM) - origin).hypot();
        if ![origin.x, origin.y, advance.x, advance.y, size]
            .iter()
            .all(|x| x.is_finite())
        {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => Letters::One(letter),
            Some(BfString::String(letters)) => Letters::Several(letters.into()),
            None => {
                self.unknown += 1;
                Letters::One('\u{FFFD}')
            }
        };
        self.glyphs.push(Placed {
            text,
            origin,
            advance,
            size,
        });
    }
}

impl Device<'_> for Drawn {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.add(glyph, props.transform);
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.pictures += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
