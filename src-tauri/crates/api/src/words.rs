//! The user's language at the boundary: errors and findings become sentences here and nowhere else.

use std::fmt;

use source::{Diagnostic, Messages};
use text::{Catalogue, Lang};
use vault::{PhraseError, Slot};

use crate::imports::DiagnosticDto;
use crate::{ApiError, ErrorCode};

/// The texts of one language, as the renderer of findings asks for them.
pub struct Words(Catalogue);

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Messages for Words {
    fn message(&self, id: &str, attribute: Option<&str>, args: &[(&str, &str)]) -> Option<String> {
        self.0.message(id, attribute, args)
    }
}

/// An argument of a text: its name and its value, already written for people.
type Argument<'a> = (&'a str, &'a str);

impl Words {
    /// The texts of `lang`.
    pub fn new(lang: Lang) -> Self {
        Words(Catalogue::new(lang))
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.0.lang()
    }

    /// The text `id`.
    pub fn text(&self, id: &str, args: &[Argument<'_>]) -> String {
        self.0.text(id, args)
    }

    /// Whether there is a text of this id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.0.has(id)
    }

    /// A finding for the window: what is wrong and what to do, in one message.
    pub fn diagnostic(&self, finding: &Diagnostic) -> DiagnosticDto {
        let said = source::explain(finding, self);
        let excerpt = finding.excerpt.as_ref();
        DiagnosticDto {
            severity: finding.severity.as_str().to_owned(),
            code: finding.code.to_owned(),
            line: finding.line().map(u64::from),
            excerpt: excerpt.map(|excerpt| excerpt.text.clone()),
            carets: excerpt.map(source::Excerpt::caret_line),
            message: join(said.explanation, said.remedy),
            correction: None,
        }
    }

    /// The error `code`, in the words of the text `id`.
    pub(crate) fn error(&self, code: ErrorCode, id: &str, args: &[Argument<'_>]) -> ApiError {
        let remedy = self.0.attribute(id, "remedy", args);
        ApiError {
            code,
            message: join(self.0.text(id, args), remedy),
            at: None,
        }
    }

    /// The error of keys, in words of its own for each.
    pub(crate) fn vault(&self, error: &vault::Error) -> ApiError {
        use vault::Error;
        match error {
            Error::WrongKey => self.error(ErrorCode::WrongKey, "error-wrong-key", &[]),
            Error::NoSlot(Slot::Passphrase) => {
                self.error(ErrorCode::Refused, "error-no-passphrase", &[])
            }
            Error::NoSlot(Slot::Keyring) => {
                self.error(ErrorCode::NoKeyring, "error-keyring-not-used", &[])
            }
            Error::LastSlot(Slot::Passphrase) => {
                self.error(ErrorCode::Refused, "error-last-way-passphrase", &[])
            }
            Error::LastSlot(Slot::Keyring) => {
                self.error(ErrorCode::Refused, "error-last-way-keyring", &[])
            }
            Error::EmptyPassphrase => {
                self.error(ErrorCode::WeakPassphrase, "error-weak-passphrase", &[])
            }
            Error::NoKeyring { .. } => self.error(ErrorCode::NoKeyring, "error-no-keyring", &[]),
            Error::KeyringTimeout => self.error(ErrorCode::NoKeyring, "error-keyring-timeout", &[]),
            Error::KeyringLocked => self.error(ErrorCode::NoKeyring, "error-keyring-locked", &[]),
            Error::KeyringEmpty => self.error(ErrorCode::NoKeyring, "error-keyring-empty", &[]),
            Error::Damaged { file, .. } => self
                .error(ErrorCode::Damaged, "error-keys-damaged", &[("file", file)])
                .at(file),
            Error::TooNew { .. } => self.error(ErrorCode::TooNew, "error-too-new", &[]),
            Error::ReadOnly { file } => self
                .error(ErrorCode::ReadOnly, "error-read-only", &[])
                .at(file),
            Error::Exists => self.error(ErrorCode::Refused, "error-ledger-exists", &[]),
            Error::Replaced => self.error(ErrorCode::Refused, "error-keys-replaced", &[]),
            Error::Busy => self.error(ErrorCode::Busy, "error-busy", &[]),
            Error::Phrase(error) => self.phrase(*error),
            Error::Io { file, source } => self.io(source).at(file),
            Error::NoRandomness | Error::Crypto => {
                self.error(ErrorCode::Broken, "error-broken", &[])
            }
        }
    }

    /// The error of the ledger: the one crossing from what the core fails with to what the wire says.
    pub(crate) fn ledger(&self, error: &ledger::Error) -> ApiError {
        use ledger::Error;
        match error {
            Error::WrongKey => self.error(ErrorCode::WrongKey, "error-wrong-key", &[]),
            Error::Damaged => self.error(ErrorCode::Damaged, "error-damaged", &[]),
            Error::NoLedger(_) => self.error(ErrorCode::NotFound, "error-ledger-missing", &[]),
            Error::Cancelled => self.error(ErrorCode::Cancelled, "error-cancelled", &[]),
            Error::InDoubt(review) => {
                let args = [("file", review.name.as_str())];
                self.error(ErrorCode::Refused, "error-still-in-doubt", &args)
                    .at(&review.name)
            }
            Error::Refused(reason) => {
                let id = format!("refused-{}", reason.replace(' ', "-"));
                let reason = self.text(&id, &[]);
                self.error(ErrorCode::Refused, "error-refused", &[("reason", &reason)])
            }
            Error::NoProfile(why) => ApiError {
                code: ErrorCode::Refused,
                message: self.diagnostic(&why.finding()).message,
                at: None,
            },
            Error::Unprinted(why) => ApiError {
                code: ErrorCode::Refused,
                message: self.diagnostic(why).message,
                at: None,
            },
            Error::File { error, .. } | Error::Write(error) => self.file(error),
            Error::Store(error) => self.store(error),
            Error::Json(error) => self.error(ErrorCode::Broken, "error-broken", &[]).at(error),
        }
    }

    fn store(&self, error: &store::Error) -> ApiError {
        use store::Error as StoreError;
        match error {
            StoreError::Unreadable => self.error(ErrorCode::Damaged, "error-damaged", &[]),
            StoreError::TooNew { .. } => self.error(ErrorCode::TooNew, "error-too-new", &[]),
            StoreError::Busy => self.error(ErrorCode::Busy, "error-busy", &[]),
            StoreError::ReadOnly => self.error(ErrorCode::ReadOnly, "error-read-only", &[]),
            StoreError::DiskFull => self.error(ErrorCode::DiskFull, "error-disk-full", &[]),
            StoreError::Disk(reason) => {
                self.error(ErrorCode::Refused, "error-disk", &[("reason", reason)])
            }
            StoreError::Exists(_) => self.error(ErrorCode::Refused, "error-ledger-exists", &[]),
            StoreError::NotFound(what) => self.not_found(what),
            // SQLite names tables and columns, never what stands in them.
            StoreError::Sql(said) => self.error(ErrorCode::Broken, "error-broken", &[]).at(said),
        }
    }

    /// There is no such thing; `what` is the core's word for it.
    pub(crate) fn not_found(&self, what: &str) -> ApiError {
        let what = self.text(&format!("thing-{what}"), &[]);
        self.error(ErrorCode::NotFound, "error-not-found", &[("found", &what)])
    }

    fn phrase(&self, error: PhraseError) -> ApiError {
        match error {
            PhraseError::WordCount { found } => self.error(
                ErrorCode::WrongWord,
                "error-phrase-count",
                &[("found", &found.to_string())],
            ),
            PhraseError::UnknownWord { position } => {
                let position = position.to_string();
                self.error(
                    ErrorCode::WrongWord,
                    "error-phrase-unknown",
                    &[("position", &position)],
                )
                .at(&position)
            }
            PhraseError::Checksum => self.error(ErrorCode::WrongWord, "error-phrase-checksum", &[]),
        }
    }

    /// An error of the disk at a file that the user named: whose rights they are is told.
    pub(crate) fn file(&self, error: &std::io::Error) -> ApiError {
        let told = self.io(error);
        match told.code {
            ErrorCode::ReadOnly => self.error(ErrorCode::ReadOnly, "error-file-forbidden", &[]),
            _ => told,
        }
    }

    /// An error of the disk at a file of the ledger's.
    pub(crate) fn io(&self, error: &std::io::Error) -> ApiError {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => self.error(ErrorCode::NotFound, "error-file-missing", &[]),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                self.error(ErrorCode::ReadOnly, "error-read-only", &[])
            }
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                self.error(ErrorCode::DiskFull, "error-disk-full", &[])
            }
            _ => self.error(
                ErrorCode::Refused,
                "error-disk",
                &[("reason", &error.to_string())],
            ),
        }
    }
}

fn join(explanation: String, remedy: Option<String>) -> String {
    match remedy {
        Some(remedy) => format!("{explanation} {remedy}"),
        None => explanation,
    }
}
