//! A purchase with its originals as one PDF, as proof for a guarantee.

use std::path::Path;

use domain::ReceiptId;
use ledger::OnPaper;

use crate::{ApiError, App, disk, wire};

impl App {
    /// Names of the documents of a purchase that none of these passwords opens.
    ///
    /// # Errors
    /// `notFound`, `locked`, and the store's.
    pub fn locked_originals(
        &self,
        receipt: i64,
        passwords: &[String],
    ) -> Result<Vec<String>, ApiError> {
        self.read(|ledger, _| ledger.locked_originals(ReceiptId(receipt), passwords))
    }

    /// Writes the PDF of a purchase to a file that the user chose: a cover in the user's language, then the originals. What
    /// is protected is opened by these passwords, which are kept nowhere. The names of the documents that none of them opens
    /// and that are left out.
    ///
    /// # Errors
    /// `notFound`, `refused` where it cannot be written, `locked`, the store's, and the disk's.
    pub fn save_receipt(
        &self,
        receipt: i64,
        path: &Path,
        passwords: &[String],
    ) -> Result<Vec<String>, ApiError> {
        let printed = self.read(|ledger, words| {
            let today = ledger.today();
            let how = OnPaper {
                labels: wire::labels(words),
                passwords,
            };
            ledger.print_receipt(ReceiptId(receipt), &how, |purchase| {
                wire::cover(purchase, today, words)
            })
        })?;
        disk::replace(path, &printed.pdf).map_err(|error| self.words().file(&error))?;
        Ok(printed.locked)
    }
}
