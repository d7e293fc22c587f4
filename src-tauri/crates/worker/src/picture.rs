//! A picture of a receipt: made ready in one child, recognised in others, read here from its words.

use receipt::picture::{self, Page};
use receipt::{Format, Reading};
use source::{Diagnostic, Source};
use statement::Answers;

use crate::Worker;
use crate::limit::RECOGNISER_SECONDS;
use crate::recogniser::{Layout, Recogniser};
use crate::wire::{self, Kind, Ready, read_pages};

/// Pages of a scan that are recognised: a receipt's total is on its first or last.
const MOST_PAGES: usize = 3;

/// A look at a page: which way up, looked at how, for how many seconds of processor time at most.
struct Look {
    upside_down: bool,
    layout: Layout,
    seconds: u64,
}

/// Together they stay within what recognising one document may cost.
const LOOKS: [Look; 3] = [
    Look {
        upside_down: false,
        layout: Layout::Block,
        seconds: 10,
    },
    Look {
        upside_down: true,
        layout: Layout::Block,
        seconds: 5,
    },
    Look {
        upside_down: false,
        layout: Layout::Sparse,
        seconds: 5,
    },
];
const _: () = assert!(
    LOOKS[0].seconds + LOOKS[1].seconds + LOOKS[2].seconds <= RECOGNISER_SECONDS,
    "the looks at a picture share its seconds"
);

impl Worker {
    /// Reads a picture, or the pictures of a scanned PDF.
    pub(crate) fn read_picture(
        &self,
        format: &Format,
        source: &Source<'_>,
        answers: &Answers,
    ) -> Reading {
        let prepared = self
            .answer(Kind::Picture, format.id, source, answers)
            .and_then(|answer| {
                read_pages(&answer)
                    .unwrap_or_else(|| Err(Box::new(Diagnostic::error("workerCrashed"))))
            });
        let pages = match prepared {
            Ok(pages) => pages,
            Err(finding) => return Reading::refused(*finding),
        };
        let Some(recogniser) = Recogniser::find() else {
            return without_words(&pages);
        };
        let mut last = Reading::refused(Diagnostic::warning("pictureWithoutReceipt"));
        for ready in pages.iter().take(MOST_PAGES) {
            last = self.recognise(recogniser, ready);
            if !last.receipts.is_empty() {
                break;
            }
        }
        last
    }

    /// Looks at a page until a receipt is read: as it lies, upside down where that may be, and then for words anywhere.
    fn recognise(&self, recogniser: &Recogniser, ready: &Ready) -> Reading {
        let Ready { page, codes } = ready;
        let mut best: Option<(u32, Reading)> = None;
        let mut seen_before = false;
        for look in &LOOKS {
            let is_read = best
                .as_ref()
                .is_some_and(|(_, reading)| !reading.receipts.is_empty());
            // A page that was turned by a quarter may be read either way, and the wrong one gives words too.
            if is_read && !(look.upside_down && page.was_turned()) {
                continue;
            }
            let turned = look.upside_down.then(|| page.upside_down());
            let shown = turned.as_ref().unwrap_or(page);
            match self.words(recogniser, shown, look) {
                Ok(words) => {
                    let clear = picture::legibility(&words);
                    let reading = picture::read(&words, codes);
                    let beats = best.as_ref().is_none_or(|(most, known)| {
                        (known.receipts.is_empty(), clear) > (reading.receipts.is_empty(), *most)
                    });
                    if beats {
                        best = Some((clear, reading));
                    }
                    seen_before = true;
                }
                Err(finding) if !seen_before => return Reading::refused(*finding),
                Err(_) => {}
            }
        }
        best.map_or_else(Reading::default, |(_, reading)| reading)
    }

    fn words(
        &self,
        recogniser: &Recogniser,
        page: &Page,
        look: &Look,
    ) -> Result<Vec<picture::Word>, Box<Diagnostic>> {
        let look = wire::Look {
            recogniser: recogniser.clone(),
            layout: look.layout,
            seconds: look.seconds,
        };
        let table = self.recognised(&page.to_pgm(), look)?;
        Ok(picture::words(&String::from_utf8_lossy(&table)))
    }
}

/// What the codes alone state, and that the words were not read.
fn without_words(pages: &[Ready]) -> Reading {
    let missing = Diagnostic::error("recogniserMissing");
    let stated = pages.iter().map(|ready| picture::read(&[], &ready.codes));
    match stated
        .into_iter()
        .find(|reading| !reading.receipts.is_empty())
    {
        Some(reading) => Reading {
            diagnostics: vec![Diagnostic::warning("recogniserMissing")],
            ..reading
        },
        None => Reading::refused(missing),
    }
}
