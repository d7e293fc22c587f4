//! Pictures of tickets and invoices: decoded within limits, made ready for a recogniser of text, and read from its words.
//!
//! Nothing here recognises letters: whoever calls hands the prepared pages ([`prepare`]) to a recogniser and gives back its
//! words ([`read`]).

mod code;
mod ink;
mod page;
mod ticket;
mod words;

use domain::Decimal;
use image::DynamicImage;
use source::pdf::Pdf;
use source::picture::{PictureError, decoded, is_picture};
use source::{Diagnostic, Risk, Sniff, Source};

use super::Format;
use crate::{Reading, ReceiptLine};
pub use page::Page;
pub use words::{Word, words};

/// The id of this kind of document.
pub const ID: &str = "picture";
/// The finding about a PDF that holds nothing but pictures of pages: [`prepare_scan`] takes them out.
pub const SCANNED: &str = "scannedReceipt";
/// The finding about a mail that says no price, and with which pictures came that may show one: whoever reads the mail has
/// them recognised, and takes the finding away.
pub const ATTACHED: &str = "picturesAttached";
/// The finding about a picture that takes more time or memory than one may.
pub const TOO_HEAVY: &str = "pictureTooHeavy";

pub(super) const FORMAT: Format = Format {
    id: ID,
    title: "PNG, JPEG, WebP",
    specification: "PNG, JFIF, WebP; the text by Tesseract",
    risk: Risk::Hostile,
    sniff,
    parse: |source, _| match prepare(source.bytes()) {
        Ok(_) => Reading::refused(Diagnostic::error("recogniserMissing")),
        Err(finding) => Reading::refused(*finding),
    },
};

/// The least pixels on the shorter side of a picture that came with a mail, and of the whole, to be looked at.
const LEAST_SIDE: u32 = 300;
const LEAST_PIXELS: u64 = 200_000;
/// Pages of a scan that are taken out.
const MOST_PAGES: usize = 3;

/// What the bytes are a picture of, where they are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One that is decoded.
    Known,
    /// HEIC or AVIF, as newer telephones save.
    Heic,
    /// One that receipts do not come in.
    Other(&'static str),
}

fn kind(bytes: &[u8]) -> Option<Kind> {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    let brand = bytes.get(4..12).unwrap_or_default();
    let brands: [&[u8]; 8] = [
        b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif",
    ];
    if is_picture(bytes) {
        Some(Kind::Known)
    } else if brand
        .strip_prefix(b"ftyp")
        .is_some_and(|brand| brands.contains(&brand))
    {
        Some(Kind::Heic)
    } else if starts(b"GIF8") {
        Some(Kind::Other("GIF"))
    } else if starts(b"II*\0") || starts(b"MM\0*") {
        Some(Kind::Other("TIFF"))
    } else if starts(b"BM") && bytes.get(6..10) == Some(b"\0\0\0\0") {
        Some(Kind::Other("BMP"))
    } else {
        None
    }
}

/// Whether bytes are a picture that is large enough to be one of a receipt; what is smaller is a sign or a picture of a thing.
pub(crate) fn may_show_receipt(bytes: &[u8]) -> bool {
    match kind(bytes) {
        Some(Kind::Known) => source::picture::sides(bytes).is_some_and(|(width, height)| {
            width.min(height) >= LEAST_SIDE && u64::from(width) * u64::from(height) >= LEAST_PIXELS
        }),
        Some(Kind::Heic) => true,
        Some(Kind::Other(_)) | None => false,
    }
}

fn sniff(source: &Source<'_>) -> Sniff {
    match kind(source.bytes()) {
        Some(_) => Sniff::Certain("evidence-picture"),
        None => Sniff::No,
    }
}

/// The page that a picture shows, upright or upside down, on even ground: ready for a recogniser.
///
/// # Errors
/// A finding where it is a picture of a kind that is not read, too large, or damaged.
pub fn prepare(bytes: &[u8]) -> Result<Page, Box<Diagnostic>> {
    match kind(bytes) {
        Some(Kind::Heic) => return Err(Box::new(Diagnostic::error("pictureHeic"))),
        Some(Kind::Other(name)) => {
            return Err(Box::new(Diagnostic::error("pictureKind").found(name)));
        }
        Some(Kind::Known) | None => {}
    }
    let (mut image, turned) = decoded(bytes).map_err(refusal)?;
    image.apply_orientation(turned);
    let grey = on_white(image);
    let page = Page::new(grey.width(), grey.height(), grey.into_raw());
    Ok(page::upright(
        page.ok_or_else(|| refusal(PictureError::Damaged))?,
    ))
}

/// The pages that a scanned PDF shows.
///
/// # Errors
/// A finding where the PDF does not open, or holds no picture of a page.
pub fn prepare_scan(bytes: &[u8], password: Option<&str>) -> Result<Vec<Page>, Box<Diagnostic>> {
    let scanned = || Box::new(Diagnostic::warning(SCANNED));
    let pdf = Pdf::open(bytes, password).map_err(|_| scanned())?;
    let pages = pdf.scans(MOST_PAGES).into_iter().filter_map(|scan| {
        let page = Page::new(scan.width, scan.height, scan.grey)?;
        Some(page::upright(page))
    });
    let pages: Vec<Page> = pages.collect();
    if pages.is_empty() {
        return Err(scanned());
    }
    Ok(pages)
}

/// What is transparent is paper.
fn on_white(image: DynamicImage) -> image::GrayImage {
    if !image.color().has_alpha() {
        return image.into_luma8();
    }
    let mut grey = image::GrayImage::new(image.width(), image.height());
    let seen = image.into_luma_alpha8();
    for (to, from) in grey.iter_mut().zip(seen.pixels()) {
        let [light, opaque] = from.0.map(u32::from);
        let mixed = (light * opaque + 255 * (255 - opaque)) / 255;
        *to = u8::try_from(mixed).unwrap_or(u8::MAX);
    }
    grey
}

fn refusal(error: PictureError) -> Box<Diagnostic> {
    Box::new(match error {
        PictureError::TooLarge { width, height } => {
            Diagnostic::error("pictureTooLarge").found(format!("{width} × {height}"))
        }
        PictureError::TooHeavy => Diagnostic::error(TOO_HEAVY),
        PictureError::Damaged => Diagnostic::error("pictureDamaged"),
    })
}

/// The texts of the QR codes on a page.
pub fn codes(page: &Page) -> Vec<String> {
    code::codes(page)
}

/// What the words of a page and the codes on it tell of a purchase.
pub fn read(words: &[Word], codes: &[String]) -> Reading {
    let stated = codes.iter().find_map(|one| code::read(one));
    let receipt = match (ticket::read(words), stated) {
        (Some(read), Some(stated)) => Some(code::over(read, stated)),
        (read, stated) => read.or(stated),
    };
    match receipt {
        Some(receipt) => Reading {
            receipts: vec![receipt],
            ..Reading::default()
        },
        None => Reading::refused(Diagnostic::warning("pictureWithoutReceipt")),
    }
}

/// Whether the words of a page part a price into what tax of some rate is of, and the tax.
pub fn tells_tax(words: &[Word]) -> bool {
    ticket::tells_tax(words)
}

/// Whether what was read hangs together: its lines add up to its total, it has a day and a shop, and its tax if it tells one.
/// Where it does not, another look may see more.
pub fn is_sound(reading: &Reading, tells_tax: bool) -> bool {
    reading.receipts.iter().any(|receipt| {
        let sum: Decimal = receipt.lines.iter().filter_map(|line| line.amount).sum();
        let total = receipt.total.as_ref();
        let is_sum = receipt.lines.is_empty() || total.is_some_and(|total| total.value == sum);
        let is_taxed = receipt.tax_total.is_some() || !tells_tax;
        is_sum && is_taxed && receipt.issued_on.is_some() && receipt.merchant.is_some()
    })
}

/// What two looks at one page that see the same total say together: what only one saw is taken from it; where they differ in
/// some prices, those that add up to the total count, if there is one such choice only.
pub fn settled(first: Reading, second: &Reading) -> Reading {
    let mut settled = first;
    let ([one], [other]) = (settled.receipts.as_mut_slice(), second.receipts.as_slice()) else {
        return settled;
    };
    let total = one.total.as_ref().map(|found| found.value);
    if total.is_none() || total != other.total.as_ref().map(|found| found.value) {
        return settled;
    }
    let kept = one.clone();
    one.issued_on = kept.issued_on.or_else(|| other.issued_on.clone());
    one.merchant = kept.merchant.or_else(|| other.merchant.clone());
    one.currency = kept.currency.or_else(|| other.currency.clone());
    one.payment.card_ending = kept
        .payment
        .card_ending
        .or_else(|| other.payment.card_ending.clone());
    if one.tax_total.is_none() {
        one.tax_total.clone_from(&other.tax_total);
        one.taxes.clone_from(&other.taxes);
    }
    if let Some(amounts) = adding_up(&one.lines, &other.lines, total) {
        for (line, amount) in one.lines.iter_mut().zip(amounts) {
            line.amount = amount;
        }
    }
    settled
}

/// The only choice of amounts, each from either look, that adds up to the total.
fn adding_up(
    one: &[ReceiptLine],
    other: &[ReceiptLine],
    total: Option<Decimal>,
) -> Option<Vec<Option<Decimal>>> {
    const MOST_DOUBTS: u32 = 10;
    let pairs: Vec<(Option<Decimal>, Option<Decimal>)> = one
        .iter()
        .zip(other)
        .map(|(a, b)| (a.amount, b.amount))
        .collect();
    let doubts = pairs.iter().filter(|(a, b)| a != b).count();
    let doubts = u32::try_from(doubts)
        .ok()
        .filter(|count| *count <= MOST_DOUBTS)?;
    if one.len() != other.len() || doubts == 0 {
        return None;
    }
    let chosen = |choice: u32| -> Vec<Option<Decimal>> {
        let mut bit = 0;
        let amounts = pairs.iter().map(|(a, b)| {
            if a == b {
                return *a;
            }
            bit += 1;
            if choice & (1 << (bit - 1)) == 0 {
                *a
            } else {
                *b
            }
        });
        amounts.collect()
    };
    let mut fitting = (0..1_u32 << doubts).map(chosen).filter(|amounts| {
        let sum: Decimal = amounts.iter().flatten().sum();
        Some(sum) == total
    });
    let only = fitting.next()?;
    fitting.next().is_none().then_some(only)
}

/// How sure a recogniser was of the words of a page, summed over their letters: the way up that reads better has more.
pub fn legibility(words: &[Word]) -> u32 {
    words
        .iter()
        .filter(|word| word.confidence >= 50)
        .map(|word| {
            let letters = word
                .text
                .chars()
                .filter(|sign| sign.is_alphanumeric())
                .count();
            u32::from(word.confidence) * u32::try_from(letters.saturating_sub(1)).unwrap_or(0)
        })
        .sum()
}

#[cfg(test)]
mod tests;
