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

/// What a look gave.
struct Seen {
    is_sound: bool,
    is_read: bool,
    tells_tax: bool,
    legibility: u32,
    upside_down: bool,
    reading: Reading,
}

impl Seen {
    /// The better of two looks, and what they say together where they are of the same way up.
    fn with(self, other: Seen) -> Seen {
        let is_same_way = self.upside_down == other.upside_down;
        let (best, rest) = if other.rank() > self.rank() {
            (other, self)
        } else {
            (self, other)
        };
        if !is_same_way || best.is_sound {
            return best;
        }
        let reading = picture::settled(best.reading, &rest.reading);
        let tells_tax = best.tells_tax || rest.tells_tax;
        Seen {
            is_sound: picture::is_sound(&reading, tells_tax),
            tells_tax,
            reading,
            ..best
        }
    }

    /// What hangs together goes before what is merely read; of equals the one whose words are clearer.
    fn rank(&self) -> (bool, bool, u32) {
        (self.is_sound, self.is_read, self.legibility)
    }
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
            Err(finding) => return Reading::refused(of_picture(*finding)),
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

    /// Looks at a page until what is read hangs together: as it lies, upside down where that may be, and then for words anywhere.
    fn recognise(&self, recogniser: &Recogniser, ready: &Ready) -> Reading {
        let Ready { page, codes } = ready;
        let mut best: Option<Seen> = None;
        for look in &LOOKS {
            let is_read = best.as_ref().is_some_and(|seen| seen.is_read);
            let is_sound = best.as_ref().is_some_and(|seen| seen.is_sound);
            // A page that was turned by a quarter may be read either way, and the wrong one gives words too.
            let is_needless = if look.upside_down {
                is_sound || is_read && !page.was_turned()
            } else {
                is_sound
            };
            if is_needless {
                continue;
            }
            let turn = look.upside_down
                || (look.layout == Layout::Sparse
                    && best.as_ref().is_some_and(|seen| seen.upside_down));
            let turned = turn.then(|| page.upside_down());
            match self.words(recogniser, turned.as_ref().unwrap_or(page), look) {
                Ok(words) => {
                    let reading = picture::read(&words, codes);
                    let tells_tax = picture::tells_tax(&words);
                    let seen = Seen {
                        is_sound: picture::is_sound(&reading, tells_tax),
                        is_read: !reading.receipts.is_empty(),
                        tells_tax,
                        legibility: picture::legibility(&words),
                        upside_down: turn,
                        reading,
                    };
                    best = Some(match best.take() {
                        Some(known) => known.with(seen),
                        None => seen,
                    });
                }
                Err(finding) if best.is_none() => return Reading::refused(*finding),
                Err(_) => {}
            }
        }
        best.map_or_else(Reading::default, |seen| seen.reading)
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

/// A limit that a picture hits is told with what helps a picture.
fn of_picture(finding: Diagnostic) -> Diagnostic {
    match finding.code {
        "workerTimeLimit" | "workerMemoryLimit" => Diagnostic::error(picture::TOO_HEAVY),
        _ => finding,
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
