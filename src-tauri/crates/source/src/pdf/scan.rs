//! The pictures that scanned pages are: of each page the largest, in grey.

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::page;
use hayro_interpret::kurbo::{Affine, BezPath, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageData, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, interpret_page,
};

/// A picture of a page, row by row, 0 black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// All pixels.
    pub grey: Vec<u8>,
}

/// The most pixels of a picture that is decoded.
const MOST_PIXELS: u64 = 50_000_000;
/// Fewer on a side are a logo or a stamp.
const LEAST_SIDE: u32 = 200;
/// Pictures of one page that are decoded.
const MOST_PICTURES: usize = 4;

pub(super) fn scans(pdf: &Pdf, most: usize) -> Vec<Scan> {
    let cache = InterpreterCache::new();
    let pages = pdf.pages().iter().take(most);
    pages
        .filter_map(|page| largest(page, pdf, &cache))
        .collect()
}

fn largest<'a>(page: &page::Page<'a>, pdf: &'a Pdf, cache: &InterpreterCache<'a>) -> Option<Scan> {
    let initial = Affine::new(page.initial_transform(true).as_coeffs());
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let settings = InterpreterSettings::default();
    let mut context = Context::new(initial, bounds, cache, pdf.xref(), settings);
    let mut shown = Shown::default();
    interpret_page(page, &mut context, &mut shown);
    shown.largest
}

#[derive(Default)]
struct Shown {
    largest: Option<Scan>,
    decoded: usize,
}

impl Shown {
    fn keep(&mut self, scan: Scan) {
        let area = |scan: &Scan| u64::from(scan.width) * u64::from(scan.height);
        if self
            .largest
            .as_ref()
            .is_none_or(|known| area(known) < area(&scan))
        {
            self.largest = Some(scan);
        }
    }
}

impl Device<'_> for Shown {
    fn draw_image(&mut self, image: Image<'_, '_>, _: ImageDrawProps<'_>) {
        let (width, height) = (image.width(), image.height());
        let pixels = u64::from(width) * u64::from(height);
        if width.min(height) < LEAST_SIDE || pixels > MOST_PIXELS || self.decoded >= MOST_PICTURES {
            return;
        }
        self.decoded += 1;
        match image {
            Image::Raster(raster) => raster.with_rgba(
                |data, _| {
                    let (width, height) = (data.width(), data.height());
                    let grey = match data {
                        ImageData::Luma(luma) => luma.data,
                        ImageData::Rgb(rgb) => rgb.data.chunks_exact(3).map(light).collect(),
                    };
                    self.keep(Scan {
                        width,
                        height,
                        grey,
                    });
                },
                None,
            ),
            // A page in black and white: what is painted is ink.
            Image::Stencil(stencil) => stencil.with_stencil(
                |luma, _| {
                    self.keep(Scan {
                        width: luma.width,
                        height: luma.height,
                        grey: luma.data.iter().map(|ink| u8::MAX - ink).collect(),
                    });
                },
                None,
            ),
        }
    }

    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, '_>, _: DrawProps<'_>, _: &DrawMode) {}

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// How light a colour is (ITU-R BT.601).
fn light(pixel: &[u8]) -> u8 {
    let sum: u32 = pixel
        .iter()
        .zip([299_u32, 587, 114])
        .map(|(part, weight)| u32::from(*part) * weight)
        .sum();
    u8::try_from(sum / 1000).unwrap_or(u8::MAX)
}
