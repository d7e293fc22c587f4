//! How a table of a document was read, decision by decision: what the mapping step shows, and what a profile is made of.

use serde::{Deserialize, Serialize};

/// How one table was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Mapping {
    /// Of its header, by [`fingerprint`](crate::fingerprint); of its shape where it has none.
    pub fingerprint: String,
    /// The worksheet that it stands in.
    pub sheet: Option<String>,
    /// How its characters were read; `None` in a workbook, which says so itself.
    pub encoding: Option<String>,
    /// Between fields; `None` in a workbook.
    pub delimiter: Option<Decision>,
    /// The line of its header, `none` where it has none.
    pub header: Decision,
    /// Lines at the end of the document that were left out.
    pub skip_end: Decision,
    /// In order.
    pub columns: Vec<MappedColumn>,
    /// `dmy mdy ymd`.
    pub date_order: Decision,
    /// `comma point`.
    pub decimal_sign: Decision,
    /// `asPrinted inverted`.
    pub sign: Decision,
    /// Words of the indicator column that mean money out, parted by `|`; empty where the known words do.
    pub out_words: Decision,
    /// Steps from one running balance to the next, and how many of them the amounts follow.
    pub steps: usize,
    /// See `steps`.
    pub agreeing: usize,
    /// The lines around its beginning, as they stand in the file.
    pub lines: Vec<MappedLine>,
    /// Lines of the table after those.
    pub more_lines: usize,
    /// The name of the profile that it was read by.
    pub profile: Option<String>,
}

/// A decision, and what it would have been without the user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Decision {
    /// As read.
    pub value: String,
    /// As the file alone says.
    pub alone: String,
    /// What decided.
    pub by: By,
}

/// What decided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum By {
    /// The file, which leaves no other reading.
    Proof,
    /// What is usual beside everything else in the file.
    #[default]
    Usual,
    /// Nothing: it is a question.
    Nothing,
    /// The user's answer.
    Answer,
    /// A profile.
    Profile,
}

/// A column and what it is for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MappedColumn {
    /// Its header as printed; `#3` where it has none.
    pub header: String,
    /// Its role, as read.
    pub role: String,
    /// Its role as the file alone says.
    pub alone: String,
    /// Whether it has a single cell.
    pub is_filled: bool,
    /// Whether its role is a question.
    pub in_doubt: bool,
}

/// A line of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MappedLine {
    /// Its number.
    pub line: u32,
    /// What it was taken for.
    pub kind: LineKind,
    /// Its cells as printed, long ones cut.
    pub cells: Vec<String>,
}

/// What a line was taken for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LineKind {
    /// A line around the table, read for account and balance.
    #[default]
    Around,
    /// The header.
    Header,
    /// A row that became an entry.
    Row,
    /// A line of the table that became none.
    Beside,
}

impl Decision {
    /// A decision that the file alone made.
    pub fn alone(value: impl Into<String>, by: By) -> Self {
        let value = value.into();
        Decision {
            alone: value.clone(),
            value,
            by,
        }
    }

    /// A decision that the file alone would perhaps have made otherwise.
    pub fn told(value: impl Into<String>, alone: impl Into<String>, by: By) -> Self {
        Decision {
            value: value.into(),
            alone: alone.into(),
            by,
        }
    }
}

impl Mapping {
    /// Whether a mapping says what an answer about this changed.
    pub(crate) fn tells(about: &str) -> bool {
        matches!(
            about,
            "delimiter"
                | "header"
                | "skipEnd"
                | "columns"
                | "dateOrder"
                | "decimalSign"
                | "sign"
                | "outWords"
        )
    }

    /// What was decided otherwise than the file alone would have: `about=choice`.
    pub(crate) fn changes(&self) -> Vec<String> {
        let columns = self.column_changes();
        self.decisions()
            .into_iter()
            .filter(|(_, one)| one.value != one.alone)
            .map(|(about, one)| format!("{about}={}", one.value))
            .chain(columns.map(|columns| format!("columns={columns}")))
            .collect()
    }

    /// The answer about columns that makes the file's own roles these.
    fn column_changes(&self) -> Option<String> {
        let changed: Vec<String> = self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.role != column.alone)
            .map(|(at, column)| format!("{}:{at}", column.role))
            .collect();
        (!changed.is_empty()).then(|| changed.join(","))
    }

    /// Every decision but the columns', by what an answer about it is called.
    pub fn decisions(&self) -> Vec<(&'static str, &Decision)> {
        self.delimiter
            .iter()
            .map(|delimiter| ("delimiter", delimiter))
            .chain([
                ("header", &self.header),
                ("skipEnd", &self.skip_end),
                ("dateOrder", &self.date_order),
                ("decimalSign", &self.decimal_sign),
                ("sign", &self.sign),
                ("outWords", &self.out_words),
            ])
            .collect()
    }
}
