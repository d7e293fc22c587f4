//! What was said of a document as a whole: how many lines at its end are left out, what parts its fields, where its header
//! stands. A profile says the last two by the header that it knows.

use source::Diagnostic;

use super::attempt::header_name;
use super::delimiter;
use super::picture::Frame;
use super::section::{Section, sections, told};
use super::split::Records;
use crate::{Answers, By, Decision, Profile, Reading};

/// Records among which a known header is looked for.
const LOOKED_AT: usize = 120;

/// The text without the lines at its end that the user, or the profile that knows its header, leaves out. Empty lines do not
/// count.
pub(super) fn shortened<'t>(text: &'t str, answers: &Answers) -> (&'t str, Decision) {
    let said = answers.get("skipEnd").and_then(|lines| lines.parse().ok());
    let knows = |profile: &&Profile| {
        // A worksheet's rows are written down with tabs.
        let sign = profile.delimiter.as_deref().and_then(delimiter::from_word);
        let records = Records::cut(text, sign.unwrap_or(b'\t'), LOOKED_AT);
        (0..records.len()).any(|record| header_name(&records, record) == profile.fingerprint)
    };
    let mut shortening = answers.profiles().iter().filter(|one| one.skip_end > 0);
    let remembered = shortening.find(knows).map(|profile| profile.skip_end);
    let (lines, by) = match (said, remembered) {
        (Some(lines), _) => (lines, By::Answer),
        (None, Some(lines)) => (lines, By::Profile),
        (None, None) => return (text, Decision::alone("0", By::Usual)),
    };
    let mut rest = text;
    for _ in 0..lines {
        let body = rest.trim_end();
        rest = body
            .get(..body.rfind(['\n', '\r']).map_or(0, |at| at + 1))
            .unwrap_or("");
    }
    (rest, Decision::told(lines.to_string(), "0", by))
}

/// The sign under which a profile knows a line of the text, where the usual one shows none that it knows.
pub(super) fn remembered_delimiter(text: &str, alone: Option<u8>, answers: &Answers) -> Option<u8> {
    let mut signs: Vec<u8> = answers
        .profiles()
        .iter()
        .filter_map(|profile| delimiter::from_word(profile.delimiter.as_deref()?))
        .collect();
    signs.sort_unstable();
    signs.dedup();
    if signs.is_empty() {
        return None;
    }
    let knows = |sign: u8| {
        let records = Records::cut(text, sign, LOOKED_AT);
        known_header(&records, answers).is_some()
    };
    if alone.is_some_and(knows) {
        return None;
    }
    signs
        .into_iter()
        .filter(|sign| Some(*sign) != alone)
        .find(|sign| knows(*sign))
}

/// The first record that is the header of a profile.
fn known_header(records: &Records<'_>, answers: &Answers) -> Option<usize> {
    if answers.profiles().is_empty() {
        return None;
    }
    (0..records.len().min(LOOKED_AT)).find(|record| {
        let name = header_name(records, *record);
        answers
            .profiles()
            .iter()
            .any(|profile| profile.fingerprint == name)
    })
}

/// The tables of a document: under the header that was said, else as the document shows them, unless a profile knows a header
/// that is none of theirs.
pub(super) fn tables(records: &Records<'_>, answers: &Answers, frame: &mut Frame) -> Vec<Section> {
    let alone = sections(records);
    frame.header_alone = match alone.first().and_then(|section| section.header) {
        Some(header) => records.line(header).to_string(),
        None => "none".to_owned(),
    };
    let line = answers.get("header");
    if line == Some("none") {
        frame.header = Some(By::Answer);
        return told(records, None);
    }
    let said = line
        .and_then(|line| line.parse().ok())
        .and_then(|line: u32| {
            let starts = &records.starts;
            starts.iter().position(|record| record.line == line)
        });
    if said.is_some() {
        frame.header = Some(By::Answer);
        return told(records, said);
    }
    match known_header(records, answers) {
        Some(header) if alone.iter().all(|one| one.header != Some(header)) => {
            frame.header = Some(By::Profile);
            told(records, Some(header))
        }
        _ => alone,
    }
}

/// Says that the profile which the user chose is for other columns.
pub(super) fn tell_misfit(answers: &Answers, reading: &mut Reading<'_>) {
    let refused = reading
        .diagnostics
        .iter()
        .any(|finding| finding.code == "profileContradicted");
    let Some(profile) = answers.profiles().first().filter(|_| !refused) else {
        return;
    };
    let expected: Vec<&str> = profile
        .columns
        .iter()
        .map(|column| column.header.as_str())
        .collect();
    let found: Vec<&str> = reading
        .mappings
        .first()
        .map(|mapping| mapping.columns.iter().map(|one| one.header.as_str()))
        .into_iter()
        .flatten()
        .collect();
    let finding = Diagnostic::error("profileMisfit")
        .with("name", &profile.name)
        .expected(expected.join(", "))
        .found(found.join(", "));
    reading.diagnostics.push(finding);
}
