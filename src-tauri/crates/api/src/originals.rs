//! Original documents: looked at without leaving the encrypted ledger, and forgotten one by one.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::imports::DiagnosticDto;
use crate::{ApiError, App, wire};

/// A kept document, at one of its pages.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Original {
    /// SHA-256, hexadecimal: names the document.
    pub sha256: String,
    /// The file's name.
    pub name: String,
    /// When it came, ISO 8601 in UTC.
    pub received_at: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: i64,
    /// Whether the user had its bytes forgotten.
    pub is_forgotten: bool,
    /// Which page, message or stretch of lines this is, from 0.
    #[ts(type = "number")]
    pub page: u32,
    /// How many there are.
    #[ts(type = "number")]
    pub pages: u32,
    /// What is shown; none where it is forgotten or cannot be shown.
    pub shown: Option<OriginalPage>,
    /// Why it cannot be shown.
    pub finding: Option<DiagnosticDto>,
    /// Whether a password would open it.
    pub asks_password: bool,
}

/// One page of a document.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum OriginalPage {
    /// A message, cleaned: nothing in it acts or calls out.
    Mail {
        /// Its subject.
        subject: String,
        /// Who wrote it.
        from: String,
        /// To whom.
        to: String,
        /// When, ISO 8601, where it says so.
        date: Option<String>,
        /// Clean HTML.
        html: String,
        /// Names of what is attached.
        attachments: Vec<String>,
        /// Pictures that it wanted to load.
        #[ts(type = "number")]
        left_out: u32,
    },
    /// A page or a picture, drawn.
    Picture {
        /// In pixels.
        #[ts(type = "number")]
        width: u32,
        /// In pixels.
        #[ts(type = "number")]
        height: u32,
        /// PNG in base64.
        png: String,
        /// The words that stand on it, to be selected and read aloud.
        words: Vec<PageWord>,
    },
    /// Lines of text.
    Text {
        /// The number of the first one, from 1.
        #[ts(type = "number")]
        first: u32,
        /// The lines; long ones are cut.
        lines: Vec<String>,
    },
}

/// A word on a page; places and sizes are shares of the page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PageWord {
    /// The letters.
    pub text: String,
    /// From the left edge.
    pub left: f64,
    /// From the upper edge.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Which page of a document to look at.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OpenOriginal {
    /// SHA-256 of the document, hexadecimal.
    pub sha256: String,
    /// The page, from 0; where none is named, the one with the line, else the first.
    #[ts(type = "number | null")]
    pub page: Option<u32>,
    /// A line of its text, from 1.
    #[ts(type = "number | null")]
    pub line: Option<u32>,
    /// What opens it, where it asks; kept nowhere.
    pub password: Option<String>,
}

impl App {
    /// A kept document, at one of its pages.
    ///
    /// # Errors
    /// `notFound`, `locked`, and the store's.
    pub fn open_original(&self, request: &OpenOriginal) -> Result<Original, ApiError> {
        let sha256 = self.digest(&request.sha256)?;
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let mut answers = ledger::Answers::none();
        if let Some(password) = &request.password {
            answers.set("password", password);
        }
        self.read(|ledger, words| {
            let (page, line) = (request.page.map(place), request.line.map(place));
            let view = ledger.original(&sha256, page, line, &answers)?;
            Ok(wire::original(view, words))
        })
    }

    /// The first page of a kept document, small, as PNG in base64; none where nothing of it is drawn.
    ///
    /// # Errors
    /// `notFound`, `locked`, and the store's.
    pub fn get_thumbnail(&self, sha256: &str) -> Result<Option<String>, ApiError> {
        let sha256 = self.digest(sha256)?;
        self.read(|ledger, _| Ok(ledger.thumbnail(&sha256)?.map(|png| encoded(&png))))
    }

    /// Forgets the bytes of a document for good. What was read from it stays; so does its hash, so that the same file dropped
    /// again is known.
    ///
    /// # Errors
    /// `notFound`, `locked`, and the store's.
    pub fn forget_original(&self, sha256: &str) -> Result<(), ApiError> {
        let sha256 = self.digest(sha256)?;
        let open = self.open()?;
        let words = self.words();
        let forgotten = open.ledger.forget_original(&sha256);
        forgotten.map_err(|error| words.ledger(&error))?;
        self.changed(&open, None);
        Ok(())
    }

    fn digest(&self, sha256: &str) -> Result<[u8; 32], ApiError> {
        wire::digest(sha256).ok_or_else(|| self.words().not_found("document"))
    }
}

/// Bytes as they cross the bridge.
pub(crate) fn encoded(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}
