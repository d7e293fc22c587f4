//! The real `foil worker`, asked as the window and `foil` ask it.
#![allow(clippy::unwrap_used)]

mod look;
mod paper;
mod picture;
mod workbook;

use std::fs;
use std::path::{Path, PathBuf};

use worker::Worker;

fn foil() -> Worker {
    Worker::at(env!("CARGO_BIN_EXE_foil"))
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/corpus")
}

/// An original of the receipts' corpus.
fn original(name: &str) -> Vec<u8> {
    fs::read(corpus().join("receipt").join(name)).unwrap()
}

/// An invoice of one page, as small as a PDF can be; its index is repaired.
fn pdf(content: &str) -> Vec<u8> {
    let length = content.len();
    format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n\
         4 0 obj\n<< /Length {length} >>\nstream\n{content}\nendstream\nendobj\n\
         5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
    )
    .into_bytes()
}
