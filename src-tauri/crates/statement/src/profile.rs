//! Profiles: how documents of one header are read, as the user decided it once. A profile names no account and no person, so
//! that it can be given to somebody else.

use serde::{Deserialize, Serialize};
use source::{Diagnostic, Digest};

use crate::format::{is_delimiter, is_role};
use crate::mapping::{By, MappedColumn, Mapping};

/// The version of the form in which a profile is written.
const VERSION: u32 = 1;
/// The role of a column that each document decides.
const AUTO: &str = "auto";

/// How documents of one header are read. Whatever it leaves open, the document decides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Profile {
    /// Of this form.
    #[serde(rename = "counterfoilProfile")]
    pub version: u32,
    /// What the user calls it.
    pub name: String,
    /// Of the header that it is for.
    pub fingerprint: String,
    /// The label of the encoding, where the user chose it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// `; , tab | ~ ^`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<String>,
    /// Lines at the end of each document that are left out.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub skip_end: u32,
    /// Headers, their digits replaced by `#`, and roles, in order.
    pub columns: Vec<ProfileColumn>,
    /// `dmy mdy ymd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<String>,
    /// `comma point`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal_sign: Option<String>,
    /// `asPrinted inverted`, where one column holds money in and money out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign: Option<String>,
    /// Words of the indicator column that mean money out; the known words where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub out_words: Vec<String>,
    /// ISO code, where the documents do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

/// A column of a profile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProfileColumn {
    /// Its header.
    pub header: String,
    /// Its role, as in the answer `columns`; `auto` where each document decides.
    pub role: String,
}

impl ProfileColumn {
    fn of(column: &MappedColumn) -> Self {
        // A column that had no cell may have some in the next document.
        let is_open = !column.is_filled && column.role == "other" && column.alone == "other";
        let role = if is_open { AUTO } else { &column.role };
        ProfileColumn {
            header: masked(&column.header),
            role: role.to_owned(),
        }
    }
}

/// Why a text is no profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoProfile {
    /// It is not written in this form.
    Form(String),
    /// A newer version of the form.
    Newer(u32),
    /// A value that means nothing.
    Value(&'static str, String),
    /// Two columns of a role that only one can have.
    Twice(String),
    /// No column for dates, or none for amounts.
    Lacks(&'static str),
}

impl NoProfile {
    /// The finding that says so.
    pub fn finding(&self) -> Diagnostic {
        match self {
            NoProfile::Form(why) => Diagnostic::error("profileNoForm").found(why),
            NoProfile::Newer(version) => Diagnostic::error("profileNewer").found(version),
            NoProfile::Value(field, value) => Diagnostic::error("profileValue")
                .found(value)
                .with("field", field),
            NoProfile::Twice(role) => Diagnostic::error("profileTwice").found(role),
            NoProfile::Lacks(what) => Diagnostic::error("profileLacks").found(what),
        }
    }
}

// Serde hands a reference to whatever tells it what to leave out.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(lines: &u32) -> bool {
    *lines == 0
}

/// Names a header: version 1 of the name, then the first 64 bits of SHA-256 over its folded cells. It is stored and shared, so
/// a folding that changes is a new version, never an edit of this one. Digits count as `#`: `Balance at 31/10` is the same
/// header next month. Empty cells at the end do not count.
pub fn fingerprint<'c>(cells: impl Iterator<Item = &'c str>) -> String {
    let mut folded: Vec<String> = cells.map(masked_and_folded).collect();
    while folded.last().is_some_and(String::is_empty) {
        folded.pop();
    }
    name("1h", &folded)
}

/// Names the shape of a table without a header: what each column looks like.
pub(crate) fn shape_fingerprint(classes: &[&str]) -> String {
    let classes: Vec<String> = classes.iter().map(|class| (*class).to_owned()).collect();
    name("1s", &classes)
}

fn name(kind: &str, parts: &[String]) -> String {
    let hash = Digest::of(parts.join("\u{1f}").as_bytes()).to_hex();
    format!("{kind}-{}", hash.get(..16).unwrap_or(&hash))
}

fn masked_and_folded(cell: &str) -> String {
    let folded = text::fold(&masked(cell));
    let words: Vec<&str> = folded
        .split(|sign: char| !sign.is_alphanumeric() && sign != '#')
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// A header without its digits, which may be a day or an account's.
fn masked(header: &str) -> String {
    let mut out = String::with_capacity(header.len());
    for sign in header.chars() {
        if !sign.is_numeric() {
            out.push(sign);
        } else if !out.ends_with('#') {
            out.push('#');
        }
    }
    out
}

impl Profile {
    /// How a document was read, to be remembered: every decision that can stand for other documents of the same header.
    pub fn of(mapping: &Mapping, name: &str) -> Self {
        let chosen = |by: By| matches!(by, By::Answer | By::Profile);
        let has_sides = mapping
            .columns
            .iter()
            .any(|column| matches!(column.role.as_str(), "debit" | "credit" | "indicator"));
        // A sign that a mark or a balance shows is shown by each document anew.
        let signed = chosen(mapping.sign.by) || (mapping.sign.by == By::Usual && !has_sides);
        Profile {
            version: VERSION,
            name: name.to_owned(),
            fingerprint: mapping.fingerprint.clone(),
            encoding: None,
            delimiter: mapping.delimiter.as_ref().map(|one| one.value.clone()),
            skip_end: mapping.skip_end.value.parse().unwrap_or(0),
            columns: mapping.columns.iter().map(ProfileColumn::of).collect(),
            date_order: Some(mapping.date_order.value.clone()),
            decimal_sign: Some(mapping.decimal_sign.value.clone()),
            sign: signed.then(|| mapping.sign.value.clone()),
            out_words: words(&mapping.out_words.value),
            currency: None,
        }
    }

    /// A name made of the first headers: it tells banks apart and holds nothing of the user's.
    pub fn usual_name(mapping: &Mapping) -> String {
        let named = mapping
            .columns
            .iter()
            .filter(|column| !column.header.starts_with('#'));
        let headers: Vec<String> = named.take(3).map(|column| masked(&column.header)).collect();
        if headers.is_empty() {
            let roles = mapping.columns.iter().take(3);
            let roles: Vec<&str> = roles.map(|column| column.role.as_str()).collect();
            return roles.join(", ");
        }
        headers.join(", ")
    }

    /// What it decides about `about`, as an answer would say it. Columns are read from the field.
    pub fn decision(&self, about: &str) -> Option<String> {
        match about {
            "encoding" => self.encoding.clone(),
            "delimiter" => self.delimiter.clone(),
            "skipEnd" => (self.skip_end > 0).then(|| self.skip_end.to_string()),
            "dateOrder" => self.date_order.clone(),
            "decimalSign" => self.decimal_sign.clone(),
            "sign" => self.sign.clone(),
            "outWords" => (!self.out_words.is_empty()).then(|| self.out_words.join("|")),
            "currency" => self.currency.clone(),
            _ => None,
        }
    }

    /// Whether it reads documents as another does, whatever they are called.
    pub fn reads_like(&self, other: &Profile) -> bool {
        let unnamed = |one: &Profile| Profile {
            name: String::new(),
            ..one.clone()
        };
        unnamed(self) == unnamed(other)
    }

    /// Reads what was exported.
    ///
    /// # Errors
    /// [`NoProfile`] says why the text is none.
    pub fn parse(text: &str) -> Result<Self, NoProfile> {
        #[derive(Deserialize)]
        struct Head {
            #[serde(rename = "counterfoilProfile")]
            version: u32,
        }
        let form = |error: serde_json::Error| NoProfile::Form(error.to_string());
        let text = text.trim_start_matches('\u{feff}');
        let head: Head = serde_json::from_str(text).map_err(form)?;
        if head.version > VERSION {
            return Err(NoProfile::Newer(head.version));
        }
        let profile: Profile = serde_json::from_str(text).map_err(form)?;
        profile.check()?;
        Ok(profile)
    }

    /// As [`parse`](Self::parse) reads it.
    pub fn export(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Whether every value means something.
    ///
    /// # Errors
    /// The first that does not.
    pub fn check(&self) -> Result<(), NoProfile> {
        let one_of = |field, value: &Option<String>, known: &dyn Fn(&str) -> bool| match value {
            Some(value) if !known(value) => Err(NoProfile::Value(field, value.clone())),
            _ => Ok(()),
        };
        if self.name.trim().is_empty() {
            return Err(NoProfile::Value("name", self.name.clone()));
        }
        let is_fingerprint = self.fingerprint.len() <= 40
            && self
                .fingerprint
                .split_once('-')
                .is_some_and(|(kind, hash)| {
                    matches!(kind, "1h" | "1s") && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
                });
        if !is_fingerprint {
            return Err(NoProfile::Value("fingerprint", self.fingerprint.clone()));
        }
        one_of("encoding", &self.encoding, &|label| {
            source::encoding_named(label).is_some()
        })?;
        one_of("delimiter", &self.delimiter, &is_delimiter)?;
        one_of("dateOrder", &self.date_order, &|order| {
            matches!(order, "dmy" | "mdy" | "ymd")
        })?;
        one_of("decimalSign", &self.decimal_sign, &|sign| {
            matches!(sign, "comma" | "point")
        })?;
        one_of("sign", &self.sign, &|sign| {
            matches!(sign, "asPrinted" | "inverted")
        })?;
        one_of("currency", &self.currency, &|code| {
            code.parse::<domain::Currency>().is_ok()
        })?;
        self.check_columns()
    }

    fn check_columns(&self) -> Result<(), NoProfile> {
        for (at, column) in self.columns.iter().enumerate() {
            let role = column.role.as_str();
            if role == AUTO {
                continue;
            }
            match is_role(role) {
                None => return Err(NoProfile::Value("columns", role.to_owned())),
                Some(true) if self.columns.iter().take(at).any(|one| one.role == role) => {
                    return Err(NoProfile::Twice(role.to_owned()));
                }
                Some(_) => {}
            }
        }
        let has = |roles: &[&str]| {
            self.columns
                .iter()
                .any(|column| roles.contains(&column.role.as_str()))
        };
        if !has(&["bookingDate", "transactionDate", "valueDate"]) {
            return Err(NoProfile::Lacks("date"));
        }
        if !has(&["amount", "debit", "credit"]) {
            return Err(NoProfile::Lacks("amount"));
        }
        Ok(())
    }
}

/// Words of an answer.
pub(crate) fn words(answer: &str) -> Vec<String> {
    answer
        .split('|')
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
