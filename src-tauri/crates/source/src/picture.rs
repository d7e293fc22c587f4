//! Pictures (PNG, JPEG, WebP), decoded within limits, for whoever reads them and for whoever shows them. What a decoder can be
//! made to do happens where this is called: in a worker.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{
    DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageFormat, ImageReader, Limits,
};

/// The largest width or height of a picture, in pixels.
pub const MOST_SIDE: u32 = 20_000;
/// The most pixels of a picture; a telephone's camera makes 12 to 50 million.
pub const MOST_PIXELS: u64 = 50_000_000;
/// Bytes that a decoder may take for a picture.
const MOST_MEMORY: u64 = 150 << 20;
/// The largest width or height of what is shown, in pixels.
pub const SHOWN_SIDE: u32 = 1_800;
/// The largest width or height of what only hints at a page, in pixels.
pub const THUMBNAIL_SIDE: u32 = 160;
/// The largest width or height of what goes on paper, in pixels: about 270 to the inch on A4.
const PRINTED_SIDE: u32 = 3_000;
/// Of the JPEG for paper, of 100.
const PRINTED_QUALITY: u8 = 85;

/// A picture to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// As PNG.
    pub png: Vec<u8>,
}

/// Why a picture is not decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It has more pixels than [`MOST_SIDE`] or [`MOST_PIXELS`].
    #[error("the picture is {width} × {height} pixels large")]
    TooLarge {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// Decoding it takes more memory than a decoder may.
    #[error("the picture takes too much memory")]
    TooHeavy,
    /// It is none that is known, damaged or cut off.
    #[error("the picture cannot be decoded")]
    Damaged,
}

impl From<ImageError> for PictureError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => PictureError::TooHeavy,
            _ => PictureError::Damaged,
        }
    }
}

/// Whether these bytes are a picture that is decoded, by their content.
pub fn is_picture(bytes: &[u8]) -> bool {
    kind(bytes).is_some()
}

fn kind(bytes: &[u8]) -> Option<ImageFormat> {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    if starts(b"\x89PNG\r\n\x1a\n") {
        Some(ImageFormat::Png)
    } else if starts(b"\xFF\xD8\xFF") {
        Some(ImageFormat::Jpeg)
    } else if starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(ImageFormat::WebP)
    } else {
        None
    }
}

/// The pixels of a picture as stored, and how the camera held them.
///
/// # Errors
/// Where it is none, damaged, or beyond a limit.
pub fn decoded(bytes: &[u8]) -> Result<(DynamicImage, Orientation), PictureError> {
    let kind = kind(bytes).ok_or(PictureError::Damaged)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), kind);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if width > MOST_SIDE || height > MOST_SIDE || pixels > MOST_PIXELS {
        return Err(PictureError::TooLarge { width, height });
    }
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(PictureError::TooHeavy);
    }
    // A note about the camera that cannot be read is no reason to lose the picture.
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder)?, turned))
}

/// Decodes a picture to be shown: upright, and no larger than so many pixels on a side.
///
/// # Errors
/// As [`decoded`].
pub fn picture(bytes: &[u8], most: u32) -> Result<Picture, PictureError> {
    let shown = upright(bytes, most)?.into_rgba8();
    written(shown.width(), shown.height(), shown.as_raw())
}

/// A picture for paper: as JPEG, upright, on white, without anything that the camera wrote beside it, such as where it stood.
///
/// # Errors
/// As [`decoded`].
pub fn printed(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let mut on_white = upright(bytes, PRINTED_SIDE)?.into_rgba8();
    for pixel in on_white.pixels_mut() {
        let opacity = u16::from(pixel.0[3]);
        for shade in pixel.0.iter_mut().take(3) {
            let mixed = (u16::from(*shade) * opacity + 255 * (255 - opacity)) / 255;
            *shade = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    let flat = DynamicImage::ImageRgba8(on_white).into_rgb8();
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, PRINTED_QUALITY).encode_image(&flat)?;
    Ok(jpeg)
}

/// The sides of a picture in pixels, before it is turned; `None` where it says none.
pub fn sides(bytes: &[u8]) -> Option<(u32, u32)> {
    let reader = ImageReader::with_format(Cursor::new(bytes), kind(bytes)?);
    reader.into_dimensions().ok()
}

/// A picture as the camera held it, no larger than so many pixels.
fn upright(bytes: &[u8], most: u32) -> Result<DynamicImage, PictureError> {
    let (decoded, turned) = decoded(bytes)?;
    let mut shown = if decoded.width().max(decoded.height()) > most {
        decoded.thumbnail(most, most)
    } else {
        decoded
    };
    shown.apply_orientation(turned);
    Ok(shown)
}

/// Pixels of four bytes (red, green, blue, opacity) as PNG.
pub(crate) fn written(width: u32, height: u32, pixels: &[u8]) -> Result<Picture, PictureError> {
    let mut png = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive);
    encoder.write_image(pixels, width, height, image::ExtendedColorType::Rgba8)?;
    Ok(Picture { width, height, png })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_picture_comes_back_no_larger_than_a_screen() {
        let large = written(3_600, 4, &[255; 3_600 * 4 * 4]).unwrap();
        assert!(is_picture(&large.png));
        let shown = picture(&large.png, SHOWN_SIDE).unwrap();
        assert_eq!((shown.width, shown.height), (1_800, 2));
    }

    #[test]
    fn on_paper_a_picture_stands_on_white_and_tells_nothing_of_its_camera() {
        let glass = written(8, 8, &[0, 0, 0, 0].repeat(64)).unwrap();
        let jpeg = printed(&glass.png).unwrap();
        assert_eq!(sides(&jpeg), Some((8, 8)));
        let decoded = image::load_from_memory(&jpeg).unwrap().into_rgb8();
        assert!(decoded.pixels().all(|pixel| pixel.0 == [255; 3]));
        assert!(!jpeg.windows(4).any(|four| four == b"Exif"));
    }

    #[test]
    fn what_is_cut_or_claims_to_be_huge_is_refused() {
        let whole = written(40, 40, &[7; 40 * 40 * 4]).unwrap();
        let cut = whole.png.get(..whole.png.len() / 2).unwrap();
        assert_eq!(picture(cut, SHOWN_SIDE), Err(PictureError::Damaged));
        let mut huge = whole.png.clone();
        huge.splice(16..24, [0, 1, 0, 0, 0, 1, 0, 0]);
        // The check sum of such a head.
        huge.splice(29..33, [0x6c, 0x84, 0x30, 0xe3]);
        let (width, height) = (65_536, 65_536);
        let refused = PictureError::TooLarge { width, height };
        assert_eq!(picture(&huge, SHOWN_SIDE), Err(refused));
        assert_eq!(
            picture(b"no picture", SHOWN_SIDE),
            Err(PictureError::Damaged)
        );
    }
}
