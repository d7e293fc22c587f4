//! A purchase with its originals as one PDF, as proof for a guarantee.

use std::path::Path;

use domain::ReceiptId;

use crate::{ApiError, App, disk, wire};

impl App {
    /// The PDF of a purchase: a cover in the user's language, then the originals.
    ///
    /// # Errors
    /// `notFound`, `refused` where it cannot be written, `locked`, and the store's.
    pub fn print_receipt(&self, receipt: i64) -> Result<Vec<u8>, ApiError> {
        self.read(|ledger, words| {
            let today = ledger.today();
            ledger.print_receipt(ReceiptId(receipt), &wire::labels(words), |purchase| {
                wire::cover(purchase, today, words)
            })
        })
    }

    /// Writes the PDF of a purchase to a file that the user chose.
    ///
    /// # Errors
    /// As [`print_receipt`](Self::print_receipt), and the disk's.
    pub fn save_receipt(&self, receipt: i64, path: &Path) -> Result<(), ApiError> {
        let pdf = self.print_receipt(receipt)?;
        disk::replace(path, &pdf).map_err(|error| self.words().io(&error))
    }
}
