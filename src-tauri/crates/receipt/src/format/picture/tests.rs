#![allow(clippy::unwrap_used)]
use std::io::Cursor;

use image::ImageFormat;

use super::*;
use crate::{Found, Origin, Receipt};

/// A page of level bars, as far apart as lines of text, each made of strokes.
fn lines(width: u32, height: u32, slope: f64) -> Page {
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let across = f64::from(x);
            let down = f64::from(y) - across * slope;
            let is_line =
                down.rem_euclid(30.0) < 12.0 && (40.0..f64::from(height) - 40.0).contains(&down);
            let is_stroke = (x / 5) % 2 == 0 && (40..width - 40).contains(&x) && (x / 60) % 4 != 3;
            pixels.push(if is_line && is_stroke { 40 } else { 200 });
        }
    }
    Page::new(width, height, pixels).unwrap()
}

fn turned(page: &Page) -> Page {
    let (width, height) = (page.height(), page.width());
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            pixels.push(page.at(y, page.height() - 1 - x));
        }
    }
    Page::new(width, height, pixels).unwrap()
}

fn encoded(page: &Page, format: ImageFormat) -> Vec<u8> {
    let image =
        image::GrayImage::from_raw(page.width(), page.height(), page.pixels().to_vec()).unwrap();
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

#[test]
fn a_page_whose_lines_run_down_is_turned_and_one_whose_lines_run_across_is_not() {
    let across = lines(400, 600, 0.0);
    assert!(!page::upright(across.clone()).was_turned());
    let down = turned(&across);
    let upright = page::upright(down);
    assert!(upright.was_turned());
    assert!(upright.height() > upright.width(), "as it was before");
}

#[test]
fn lines_that_fall_are_levelled() {
    for slope in [0.05, -0.05] {
        let found = ink::lines(&lines(500, 500, slope));
        assert!(
            (found.slope - slope).abs() < 0.004,
            "{} for {slope}",
            found.slope
        );
        assert!(!found.run_down);
    }
}

#[test]
fn each_kind_is_decoded_and_its_ground_made_white() {
    let page = lines(300, 300, 0.0);
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let ready = prepare(&encoded(&page, format)).unwrap();
        let white = ready.pixels().iter().filter(|pixel| **pixel > 230).count();
        assert!(
            white * 2 > ready.pixels().len(),
            "{format:?}: the ground was grey"
        );
        assert!(ready.pixels().contains(&0), "{format:?}: ink is black");
    }
}

#[test]
fn what_cannot_be_decoded_is_told_with_its_reason() {
    let whole = encoded(&lines(300, 300, 0.0), ImageFormat::Png);
    let cut = whole.get(..whole.len() / 2).unwrap();
    for (bytes, code) in [
        (&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], "pictureHeic"),
        (b"GIF89a", "pictureKind"),
        (b"II*\0\x08\0\0\0", "pictureKind"),
        (cut, "pictureDamaged"),
        (b"\xFF\xD8\xFF\xE0", "pictureDamaged"),
    ] {
        assert_eq!(prepare(bytes).unwrap_err().code, code);
    }
}

#[test]
fn a_picture_that_claims_a_billion_pixels_is_refused_before_it_is_decoded() {
    let mut bytes = encoded(&lines(300, 300, 0.0), ImageFormat::Png);
    // IHDR's width and height; the check sum behind them is not looked at before the sides are.
    bytes.splice(16..24, [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let code = prepare(&bytes).unwrap_err().code;
    assert!(
        matches!(code, "pictureTooLarge" | "pictureDamaged"),
        "{code}"
    );
}

#[test]
fn a_page_comes_back_from_its_file_as_it_was() {
    let page = Page::new(3, 1, vec![b'\n', 0, 255]).unwrap();
    assert_eq!(Page::from_pgm(&page.to_pgm()).unwrap(), page);
    assert!(Page::from_pgm(b"P5\n9 9\n255\nabc").is_none());
}

#[test]
fn two_looks_settle_prices_that_add_up_in_one_way_only() {
    let reading = |amounts: [&str; 3]| {
        let found = |value: &str| Found::new(value.parse().unwrap(), Origin::Picture, "");
        let lines = amounts.map(|amount| ReceiptLine {
            amount: amount.parse().ok(),
            ..ReceiptLine::default()
        });
        Reading {
            receipts: vec![Receipt {
                total: Some(found("5.85")),
                lines: lines.to_vec(),
                ..Receipt::default()
            }],
            ..Reading::default()
        }
    };
    let amounts = |reading: &Reading| -> Vec<String> {
        let lines = reading.receipts[0].lines.iter();
        lines.map(|line| line.amount.unwrap().to_string()).collect()
    };
    let settled_one = settled(
        reading(["1.55", "1.55", "2.15"]),
        &reading(["1.99", "1.55", "2.75"]),
    );
    assert_eq!(amounts(&settled_one), ["1.55", "1.55", "2.75"]);
    let mut dated = reading(["1.55", "1.55", "2.75"]);
    let day = Found::new("2026-03-12".parse().unwrap(), Origin::Picture, "");
    dated.receipts[0].issued_on = Some(day.clone());
    let with_day = settled(reading(["1.55", "1.55", "2.75"]), &dated);
    assert_eq!(
        with_day.receipts[0].issued_on,
        Some(day),
        "which one look missed"
    );
    let unsettled = settled(
        reading(["1.55", "1.55", "2.15"]),
        &reading(["1.99", "1.55", "2.15"]),
    );
    assert_eq!(
        amounts(&unsettled),
        ["1.55", "1.55", "2.15"],
        "no choice adds up"
    );
}
