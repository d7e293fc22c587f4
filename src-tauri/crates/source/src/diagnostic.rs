//! Findings about a document. A finding is not an error: what could be read is returned beside it.

use std::ops::Range;

use serde::Serialize;

use crate::{Excerpt, Location};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Worth knowing; nothing is lost.
    Info,
    /// Something is doubtful, inconsistent or was left out on purpose.
    Warning,
    /// Something of the document could not be read.
    Error,
}

impl Severity {
    /// The word used on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A finding about a document. Rendered by [`crate::render()`]; its texts are `diagnostic-<code in kebab-case>` of the
/// catalogue, with the attribute `.remedy`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// Stable code in camelCase: `notAStatement`, `badAmount`, `balanceMismatch`.
    pub code: &'static str,
    /// Arguments of the text, `found` and `expected` among them. Values stand as in the document.
    pub args: Vec<(&'static str, String)>,
    /// Where.
    pub at: Option<Location>,
    /// The line or record, with carets.
    pub excerpt: Option<Excerpt>,
    /// Whether it cost a row: such findings are the `unreadable` of an import's counts.
    pub unreadable_row: bool,
}

impl Diagnostic {
    /// A finding of this weight and code.
    pub fn new(severity: Severity, code: &'static str) -> Self {
        Diagnostic {
            severity,
            code,
            args: Vec::new(),
            at: None,
            excerpt: None,
            unreadable_row: false,
        }
    }

    /// Something could not be read.
    pub fn error(code: &'static str) -> Self {
        Self::new(Severity::Error, code)
    }

    /// Something is doubtful.
    pub fn warning(code: &'static str) -> Self {
        Self::new(Severity::Warning, code)
    }

    /// Worth knowing.
    pub fn info(code: &'static str) -> Self {
        Self::new(Severity::Info, code)
    }

    /// Adds an argument of the text, shortened to 200 characters.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        let value: String = value.to_string().chars().take(200).collect();
        self.args.push((name, value));
        self
    }

    /// What stands there.
    #[must_use]
    pub fn found(self, value: impl ToString) -> Self {
        self.with("found", value)
    }

    /// What should stand there.
    #[must_use]
    pub fn expected(self, value: impl ToString) -> Self {
        self.with("expected", value)
    }

    /// Says where, with the line of `text` as excerpt and carets below `bytes`.
    #[must_use]
    pub fn at(mut self, text: &str, line: u32, bytes: Range<usize>) -> Self {
        let excerpt = Excerpt::of(text, bytes.clone());
        let at = self.at.get_or_insert_with(Location::default);
        at.line = Some(line);
        at.column = Some(excerpt.column);
        at.bytes = bytes;
        self.excerpt = Some(excerpt);
        self
    }

    /// Names the record in the words of the format.
    #[must_use]
    pub fn record(mut self, record: impl Into<String>) -> Self {
        self.at.get_or_insert_with(Location::default).record = Some(record.into());
        self
    }

    /// Names the field of the record.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.at.get_or_insert_with(Location::default).field = Some(field.into());
        self
    }

    /// Says that it cost a row.
    #[must_use]
    pub fn costs_row(mut self) -> Self {
        self.unreadable_row = true;
        self
    }

    /// The line it is about.
    pub fn line(&self) -> Option<u32> {
        self.at.as_ref().and_then(|at| at.line)
    }
}
