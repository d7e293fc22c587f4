//! A page as a picture: what the reader of the paper would see, drawn in memory without any font or file of the system.

use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::hayro_syntax::Pdf;

use crate::picture::{Picture, written};

/// Pixels for a point (1/72 inch): sharp on a screen of twice the usual density, where the page is small enough.
const SHARP: f32 = 2.0;

/// Draws the page of this place, no larger than so many pixels; `None` where there is none, or it has no size.
pub(super) fn draw(pdf: &Pdf, place: usize, most: u32) -> Option<Picture> {
    let page = pdf.pages().get(place)?;
    let (width, height) = page.render_dimensions();
    let longest = width.max(height);
    if !longest.is_finite() || width < 1.0 || height < 1.0 {
        return None;
    }
    let scale = (most as f32 / longest).min(SHARP);
    let drawn = hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: WHITE,
        },
    );
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    written(width, height, drawn.data_as_u8_slice()).ok()
}
