//! The mapping step: how the table of a file was read, and what may be said otherwise.

use serde::Serialize;
use ts_rs::TS;

/// How the table of a file was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MappingDto {
    /// The worksheet that it stands in.
    pub sheet: Option<String>,
    /// The profile that it was read by.
    pub profile: Option<String>,
    /// Names of the profiles that could be chosen instead.
    pub profiles: Vec<String>,
    /// A name for the profile that answers would make.
    pub usual_name: String,
    /// Label of the encoding; `None` in a workbook.
    pub encoding: Option<String>,
    /// `; , tab | ~ ^`; `None` in a workbook.
    pub delimiter: Option<DecisionDto>,
    /// The header's line, `none` where it has none.
    pub header: DecisionDto,
    /// Lines at the end that are left out.
    pub skip_end: DecisionDto,
    /// `dmy mdy ymd`.
    pub date_order: DecisionDto,
    /// `comma point`.
    pub decimal_sign: DecisionDto,
    /// `asPrinted inverted`.
    pub sign: DecisionDto,
    /// Words of the indicator column that mean money out, parted by `|`.
    pub out_words: DecisionDto,
    /// In order.
    pub columns: Vec<ColumnDto>,
    /// Steps from one running balance to the next.
    #[ts(type = "number")]
    pub steps: usize,
    /// How many of them the amounts follow.
    #[ts(type = "number")]
    pub agreeing: usize,
    /// The lines around its beginning.
    pub lines: Vec<LineDto>,
    /// How many lines it has after those.
    #[ts(type = "number")]
    pub more_lines: usize,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DecisionDto {
    /// As read.
    pub value: String,
    /// What decided: `proof usual nothing answer profile`.
    pub by: String,
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ColumnDto {
    /// Its header as printed; `#3` where it has none.
    pub header: String,
    /// Its role.
    pub role: String,
    /// Whether that is a question.
    pub in_doubt: bool,
    /// Whether it has a single cell.
    pub is_filled: bool,
}

/// A line of the file, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LineDto {
    /// Its number.
    #[ts(type = "number")]
    pub line: u32,
    /// `around header row beside`.
    pub line_kind: String,
    /// Its cells.
    pub cells: Vec<String>,
}
