//! From a drop to an import: files wait here, read once, until the user has agreed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use ledger::{Answers, Dropped, Stage, Watch};
use source::{Diagnostic, Severity};

use crate::commit::{Agreed, Shown, unwanted};
use crate::imports::{FileAnswers, ImportDone, ImportReview, Progress};
use crate::session::{Open, held};
use crate::{ApiError, App, ErrorCode, Event, wire};

/// The shortest time between two reports of progress of one stage.
const BREATH: Duration = Duration::from_millis(80);

/// A drop that waits for the user.
#[derive(Default)]
pub(crate) struct Review {
    files: Vec<Waiting>,
}

/// A file of a drop.
struct Waiting {
    content: Content,
    answers: Answers,
    left_out: bool,
    /// Indices of rows that are not wanted.
    unwanted: Vec<usize>,
    /// What the archive or mail that it came in holds beside the statements.
    passed_over: Option<Diagnostic>,
}

enum Content {
    /// Read, and compared with the ledger under the answers so far.
    Read(Dropped, Box<ledger::Review>),
    /// Could not be opened, or need not be.
    Refused(String, Diagnostic),
}

impl Review {
    /// The finding about a file whose bytes another one of the drop has.
    fn twin(&self, dropped: &Dropped) -> Option<Diagnostic> {
        let sha256 = dropped.digest().to_hex();
        let twin = self.files.iter().find_map(|file| match &file.content {
            Content::Read(other, found) if found.sha256 == sha256 => Some(&other.name),
            _ => None,
        });
        twin.map(|name| Diagnostic::info("fileTwice").found(name))
    }
}

impl Waiting {
    fn refused(name: String, finding: Diagnostic) -> Self {
        Waiting {
            content: Content::Refused(name, finding),
            answers: Answers::none(),
            left_out: false,
            unwanted: Vec::new(),
            passed_over: None,
        }
    }
}

impl Open {
    /// Stops the preview or import that runs, if one does.
    pub(crate) fn stop_running(&self) {
        held(&self.stop).store(true, Ordering::Relaxed);
    }

    /// A flag of its own for the work that now begins.
    pub(crate) fn begin(&self) -> Arc<AtomicBool> {
        let flag = Arc::new(AtomicBool::new(false));
        *held(&self.stop) = Arc::clone(&flag);
        flag
    }
}

impl App {
    /// Reads files and says what they would bring; archives and mails bring the statements inside them. Nothing is written.
    /// `beside` is a review that they are added to, whose answers stay.
    ///
    /// # Errors
    /// `locked`, `cancelled`, `notFound` where the review is gone. What is wrong with a file is in its diagnostics.
    pub fn preview_import(
        &self,
        paths: Vec<PathBuf>,
        beside: Option<i64>,
    ) -> Result<ImportReview, ApiError> {
        self.preview(beside, |open, flag, review| {
            for path in &paths {
                match Dropped::read(path) {
                    Ok(dropped) => self.read_dropped(open, dropped, flag, review)?,
                    Err(error) => {
                        let refused = Waiting::refused(name_of(path), not_opened(error));
                        review.files.push(refused);
                    }
                }
            }
            Ok(())
        })
    }

    /// The same of bytes that have no path: a picture pasted, an attachment dragged out of a mail program.
    ///
    /// # Errors
    /// As [`preview_import`](Self::preview_import).
    pub fn preview_bytes(
        &self,
        name: &str,
        bytes: &[u8],
        beside: Option<i64>,
    ) -> Result<ImportReview, ApiError> {
        let dropped = Dropped {
            name: name_of(Path::new(name)),
            bytes: bytes.to_vec(),
        };
        self.preview(beside, |open, flag, review| {
            self.read_dropped(open, dropped, flag, review)
        })
    }

    /// Adds what `read` reads to a review or to a new one; where it fails the review is what it was.
    fn preview(
        &self,
        beside: Option<i64>,
        read: impl FnOnce(&Open, &AtomicBool, &mut Review) -> Result<(), ApiError>,
    ) -> Result<ImportReview, ApiError> {
        let open = self.open()?;
        let flag = open.begin();
        let Some(number) = beside else {
            let mut review = Review::default();
            read(&open, &flag, &mut review)?;
            return Ok(self.keep(&open, review));
        };
        let mut review = self.take(&open, number)?;
        let before = review.files.len();
        let done = read(&open, &flag, &mut review);
        if done.is_err() {
            review.files.truncate(before);
        }
        let shown = self.show(number, &review);
        held(&open.reviews).waiting.insert(number, review);
        done.map(|()| shown)
    }

    /// Reads the files of a review again under these answers.
    ///
    /// # Errors
    /// `notFound` where the review is gone, `locked`, `cancelled`.
    pub fn answer_import(
        &self,
        review: i64,
        answers: Vec<FileAnswers>,
    ) -> Result<ImportReview, ApiError> {
        let open = self.open()?;
        let mut waiting = self.take(&open, review)?;
        let flag = open.begin();
        let answered = self.answer(&open, &mut waiting, answers, &flag);
        let shown = self.show(review, &waiting);
        held(&open.reviews).waiting.insert(review, waiting);
        answered.map(|()| shown)
    }

    /// Imports the files of a review under these answers, all or none of them.
    ///
    /// # Errors
    /// `refused` with the file in `at` where a question has no answer yet, `notFound` where the review is gone,
    /// `cancelled`, `busy`, `diskFull`, `locked`. In every case the ledger holds what it held.
    pub fn commit_import(
        &self,
        review: i64,
        answers: Vec<FileAnswers>,
    ) -> Result<ImportDone, ApiError> {
        let open = self.open()?;
        let mut waiting = self.take(&open, review)?;
        let flag = open.begin();
        let done = self
            .answer(&open, &mut waiting, answers, &flag)
            .and_then(|()| self.undecided(&waiting))
            .and_then(|()| {
                let files = waiting.files.iter().filter(|file| !file.left_out);
                let files = files.filter_map(|file| match &file.content {
                    Content::Read(dropped, found) if holds_something(found) => Some(Agreed {
                        dropped,
                        answers: &file.answers,
                        shown: Shown::of(found),
                        unwanted: unwanted(found, &file.unwanted),
                    }),
                    _ => None,
                });
                self.import(&open, files.collect(), &flag)
            });
        if done.is_err() {
            held(&open.reviews).waiting.insert(review, waiting);
        }
        done
    }

    /// Forgets a review, and stops what runs; review 0 only stops what runs.
    ///
    /// # Errors
    /// `locked`.
    pub fn cancel_import(&self, review: i64) -> Result<(), ApiError> {
        let open = self.open()?;
        open.stop_running();
        held(&open.reviews).waiting.remove(&review);
        Ok(())
    }

    fn read_dropped(
        &self,
        open: &Open,
        dropped: Dropped,
        flag: &AtomicBool,
        review: &mut Review,
    ) -> Result<(), ApiError> {
        let opened = dropped.opened();
        let mut passed_over = opened.passed_over;
        for dropped in opened.files {
            if let Some(twin) = review.twin(&dropped) {
                review.files.push(Waiting {
                    passed_over: passed_over.take(),
                    ..Waiting::refused(dropped.name, twin)
                });
                continue;
            }
            let answers = Answers::none();
            let found = self.watching(&dropped.name, flag, |watch| {
                open.ledger.preview(&dropped, &answers, watch)
            })?;
            review.files.push(Waiting {
                content: Content::Read(dropped, Box::new(found)),
                answers,
                left_out: false,
                unwanted: Vec::new(),
                passed_over: passed_over.take(),
            });
        }
        Ok(())
    }

    fn answer(
        &self,
        open: &Open,
        review: &mut Review,
        answers: Vec<FileAnswers>,
        flag: &AtomicBool,
    ) -> Result<(), ApiError> {
        for given in answers {
            let Some(file) = review.files.get_mut(given.file) else {
                continue;
            };
            file.left_out = given.left_out;
            file.unwanted.clone_from(&given.unwanted);
            let mut told = file.answers.clone();
            for answer in &given.answers {
                if answer.choice.is_empty() {
                    told.unset(&answer.about);
                } else {
                    told.set(&answer.about, &answer.choice);
                }
            }
            if told == file.answers {
                continue;
            }
            if let Content::Read(dropped, found) = &mut file.content {
                **found = self.watching(&dropped.name, flag, |watch| {
                    open.ledger.preview(dropped, &told, watch)
                })?;
                file.answers = told;
            }
        }
        Ok(())
    }

    /// Refuses while a file that is not left out has a question without an answer.
    fn undecided(&self, review: &Review) -> Result<(), ApiError> {
        let open = review.files.iter().find_map(|file| match &file.content {
            Content::Read(dropped, found) if !file.left_out && found.doubts.questions > 0 => {
                Some(dropped)
            }
            _ => None,
        });
        let Some(dropped) = open else { return Ok(()) };
        let args = [("file", dropped.name.as_str())];
        let error = self
            .words()
            .error(ErrorCode::Refused, "error-still-in-doubt", &args);
        Err(error.at(&dropped.name))
    }

    fn watching<T>(
        &self,
        file: &str,
        flag: &AtomicBool,
        work: impl FnOnce(Watch<'_>) -> ledger::Result<T>,
    ) -> Result<T, ApiError> {
        self.watching_ledger(file, flag, work)
            .map_err(|error| self.words().ledger(&error))
    }

    /// Does what takes long, telling how far it is at a pace that a window can follow.
    pub(crate) fn watching_ledger<T>(
        &self,
        file: &str,
        flag: &AtomicBool,
        work: impl FnOnce(Watch<'_>) -> ledger::Result<T>,
    ) -> ledger::Result<T> {
        let told: Mutex<Option<(Stage, Instant)>> = Mutex::new(None);
        let progress = |stage: Stage, done: u64, total: u64| {
            let mut last = held(&told);
            if last.is_some_and(|(before, at)| before == stage && at.elapsed() < BREATH) {
                return;
            }
            *last = Some((stage, Instant::now()));
            drop(last);
            self.tell(Event::Progress(Progress {
                stage: wire::stage(stage).to_owned(),
                file: file.to_owned(),
                done,
                total,
            }));
        };
        work(Watch {
            cancelled: flag,
            progress: &progress,
        })
    }

    fn take(&self, open: &Open, review: i64) -> Result<Review, ApiError> {
        let taken = held(&open.reviews).waiting.remove(&review);
        taken.ok_or_else(|| {
            self.words()
                .error(ErrorCode::NotFound, "error-review-gone", &[])
        })
    }

    fn keep(&self, open: &Open, review: Review) -> ImportReview {
        let mut reviews = held(&open.reviews);
        reviews.last += 1;
        let number = reviews.last;
        let shown = self.show(number, &review);
        reviews.waiting.insert(number, review);
        shown
    }

    fn show(&self, number: i64, review: &Review) -> ImportReview {
        let words = self.words();
        let mut in_doubt = false;
        let files = review.files.iter().map(|file| {
            let mut shown = match &file.content {
                Content::Read(_, found) => {
                    in_doubt |= found.doubts.any() || !holds_something(found);
                    wire::file_review(found, &words)
                }
                Content::Refused(name, finding) => {
                    in_doubt |= finding.severity == Severity::Error;
                    wire::refused_file(name, finding, &words)
                }
            };
            let passed_over = file.passed_over.iter();
            let told = passed_over.map(|finding| words.diagnostic(finding));
            shown.diagnostics.extend(told);
            shown
        });
        ImportReview {
            review: number,
            files: files.collect(),
            in_doubt,
        }
    }
}

/// Whether there is anything to import: rows, a statement without any, a receipt.
fn holds_something(found: &ledger::Review) -> bool {
    !found.rows.is_empty() || !found.proofs.is_empty() || !found.receipts.is_empty()
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// The finding about a file that could not be opened.
pub(crate) fn not_opened(error: ledger::Error) -> Diagnostic {
    use std::io::ErrorKind;
    let ledger::Error::File { error, .. } = error else {
        return Diagnostic::error("fileUnreadable").found(error);
    };
    match error.kind() {
        ErrorKind::NotFound => Diagnostic::error("fileMissing"),
        ErrorKind::IsADirectory => Diagnostic::error("fileIsFolder"),
        ErrorKind::ResourceBusy => Diagnostic::error("fileChanging"),
        _ => Diagnostic::error("fileUnreadable").found(error),
    }
}
