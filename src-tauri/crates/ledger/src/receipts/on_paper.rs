//! A purchase with its originals as one PDF.

use domain::{NaiveDate, ReceiptId};
use receipt::Receipt;
use source::Diagnostic;
use store::{EntryRow, Read, ReceiptSightingRow, SightingRow};
use worker::{Printed, Printing, Worker, is_locked};

pub use print::{Cover, Row, Section};
pub use worker::Labels;

use super::{ReceiptView, returned, view};
use crate::history::Operation;
use crate::{Error, Ledger, Result, clock};

/// A purchase, as its proof tells of it.
#[derive(Debug)]
pub struct Purchase {
    /// The receipt.
    pub receipt: ReceiptView,
    /// What paid for it, or gave it back.
    pub payments: Vec<Payment>,
    /// The documents that it was read from, oldest first.
    pub originals: Vec<PrintedOriginal>,
}

/// An entry that paid for a purchase, or gave it back.
#[derive(Debug)]
pub struct Payment {
    /// The entry.
    pub entry: EntryRow,
    /// Where it was read, the shown sighting first.
    pub sightings: Vec<(SightingRow, Operation)>,
    /// The account.
    pub account: crate::AccountView,
    /// How much of it came back, in minor units.
    pub back_minor: i64,
}

/// A document behind the cover, or why it is not there.
#[derive(Debug)]
pub struct PrintedOriginal {
    /// The document.
    pub document: ReceiptSightingRow,
    /// The day since which it is kept.
    pub kept_since: Option<NaiveDate>,
    /// Bytes of it, as received.
    pub size: i64,
    /// Pages that it takes; none where it is not there.
    pub pages: Option<usize>,
    /// Why it is not there; none where the user had it forgotten.
    pub finding: Option<Diagnostic>,
    /// Names of what came with it and is not there, since no password opens it.
    pub locked: Vec<String>,
}

/// How a purchase is put on paper.
#[derive(Debug, Default)]
pub struct OnPaper<'a> {
    /// Words beside what the originals say.
    pub labels: Labels,
    /// What may open PDFs that are protected; kept nowhere.
    pub passwords: &'a [String],
}

/// A purchase, printed.
#[derive(Debug)]
pub struct PrintedPurchase {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// Names of the documents that are not there, since no password opens them.
    pub locked: Vec<String>,
}

/// A document by its name, and its bytes.
type File = (String, Vec<u8>);

impl Ledger {
    /// Names of the documents of a purchase that none of these passwords opens.
    ///
    /// # Errors
    /// [`Error::Store`] where there is no such receipt.
    pub fn locked_originals(&self, id: ReceiptId, passwords: &[String]) -> Result<Vec<String>> {
        let receipt = self.store.read(|read| view(read, read.get_receipt(id)?))?;
        let how = OnPaper {
            passwords,
            ..OnPaper::default()
        };
        let (originals, _) = self.originals_on_paper(&receipt, &how)?;
        Ok(locked(&originals))
    }

    /// A purchase with its originals as one PDF, behind the cover that `cover` makes of it. An original that cannot be put on
    /// paper is left out, and the cover is told why.
    ///
    /// # Errors
    /// [`Error::Store`] where there is no such receipt, [`Error::Unprinted`] where not even the cover can be written.
    pub fn print_receipt(
        &self,
        id: ReceiptId,
        how: &OnPaper<'_>,
        cover: impl Fn(&Purchase) -> Cover,
    ) -> Result<PrintedPurchase> {
        let receipt = self.store.read(|read| view(read, read.get_receipt(id)?))?;
        let payments = receipt
            .links
            .iter()
            .filter(|(link, _)| link.is_linked)
            .map(|(link, _)| self.payment(link.entry))
            .collect::<Result<_>>()?;
        let (originals, mut files) = self.originals_on_paper(&receipt, how)?;
        let mut purchase = Purchase {
            receipt,
            payments,
            originals,
        };
        let numbers = numbers(&purchase.receipt.receipt);
        loop {
            let printed = Worker::beside().print(Printing {
                cover: Some(cover(&purchase)),
                labels: &how.labels,
                numbers: &numbers,
                passwords: how.passwords,
                originals: &files,
            });
            let why = match printed {
                Ok(Printed { pdf, .. }) => {
                    return Ok(PrintedPurchase {
                        pdf,
                        locked: locked(&purchase.originals),
                    });
                }
                Err((_, why)) => why,
            };
            // Together they are more than one child may take: the last one is left out, and so on.
            if files.pop().is_none() {
                return Err(Error::Unprinted(why));
            }
            let last = purchase.originals.iter_mut().rev();
            if let Some(last) = last.into_iter().find(|one| one.pages.is_some()) {
                last.pages = None;
                last.finding = Some(*why);
            }
        }
    }

    /// The originals of a receipt, each tried alone first: one that exhausts its child takes no other with it. Those that can
    /// be put on paper, by name, beside.
    fn originals_on_paper(
        &self,
        receipt: &ReceiptView,
        how: &OnPaper<'_>,
    ) -> Result<(Vec<PrintedOriginal>, Vec<File>)> {
        let worker = Worker::beside();
        let numbers = numbers(&receipt.receipt);
        let mut files = Vec::new();
        let mut originals = Vec::new();
        for document in distinct(&receipt.documents) {
            let (size, bytes) = self.store.read(|read| bytes_of(read, &document))?;
            let mut original = PrintedOriginal {
                kept_since: clock::local_day(&document.received_at),
                document,
                size,
                pages: None,
                finding: None,
                locked: Vec::new(),
            };
            if let Some(bytes) = bytes {
                let file = [(original.document.document_name.clone(), bytes)];
                let tried = worker.print(Printing {
                    cover: None,
                    labels: &how.labels,
                    numbers: &numbers,
                    passwords: how.passwords,
                    originals: &file,
                });
                match tried {
                    Ok(printed) => {
                        original.pages = Some(printed.pages);
                        original.locked = printed.locked;
                        files.extend(file);
                    }
                    Err((_, why)) => original.finding = Some(*why),
                }
            }
            originals.push(original);
        }
        Ok((originals, files))
    }

    fn payment(&self, id: domain::EntryId) -> Result<Payment> {
        let (entry, sightings) = self.entry(id)?;
        Ok(Payment {
            account: self.account(entry.state.entry.account)?,
            back_minor: self.store.read(|read| returned(read, id))?.back_minor,
            entry,
            sightings,
        })
    }
}

/// What no password opens: documents, and what came with them.
fn locked(originals: &[PrintedOriginal]) -> Vec<String> {
    let mut names = Vec::new();
    for original in originals {
        if original.finding.as_ref().is_some_and(is_locked) {
            names.push(original.document.document_name.clone());
        }
        names.extend(original.locked.iter().cloned());
    }
    names
}

/// Each document once, however many of its parts are of this purchase.
fn distinct(documents: &[ReceiptSightingRow]) -> Vec<ReceiptSightingRow> {
    let mut seen = Vec::new();
    for document in documents {
        if !seen
            .iter()
            .any(|one: &ReceiptSightingRow| one.document == document.document)
        {
            seen.push(document.clone());
        }
    }
    seen
}

fn bytes_of(read: Read<'_>, document: &ReceiptSightingRow) -> Result<(i64, Option<Vec<u8>>)> {
    let size = read.get_document_size(document.document)?;
    Ok((size, read.get_document_bytes(document.document)?))
}

fn numbers(receipt: &Receipt) -> Vec<String> {
    let stated = [&receipt.order_number, &receipt.invoice_number];
    let stated = stated.into_iter().flatten().map(|found| &found.value);
    stated
        .chain(&receipt.other_order_numbers)
        .cloned()
        .collect()
}
