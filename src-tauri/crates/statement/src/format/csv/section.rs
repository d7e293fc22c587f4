//! Tables inside a document: each is preamble, header and rows. Most documents hold one.

use std::ops::Range;

use super::column::is_iban;
use super::date::{DateOrder, date_cell};
use super::heading::{Naming, naming};
use super::label::is_summary;
use super::number::printed;
use super::split::{Field, Records};

/// Where a table stands, in records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    /// Lines before it that tell of the account.
    pub(super) preamble: Range<usize>,
    /// Its header.
    pub(super) header: Option<usize>,
    /// Its rows, and whatever stands between and after them.
    pub(super) body: Range<usize>,
}

/// How many records may come before the first row of a table.
const LONGEST_PREAMBLE: usize = 120;

/// Whether a record holds both a day and an amount, each a cell of its own.
pub(super) fn is_data(text: &str, fields: &[Field]) -> bool {
    let (mut dates, mut amounts) = (0, 0);
    for field in fields.iter().take(200) {
        let cell = field.raw(text);
        if cell.is_empty() {
            continue;
        }
        let day = date_cell(cell).is_some_and(|date| {
            DateOrder::ALL
                .iter()
                .any(|order| date.day(*order).is_some())
        });
        if day {
            dates += 1;
        } else if printed(cell).is_some() {
            amounts += 1;
        }
    }
    dates > 0 && amounts > 0
}

/// Reads a record as a header, where no cell of it is a value.
fn header_naming(text: &str, fields: &[Field]) -> Option<(Naming, usize)> {
    let mut filled = 0;
    for field in fields {
        let cell = field.raw(text);
        if cell.is_empty() {
            continue;
        }
        filled += 1;
        if printed(cell).is_some() || date_cell(cell).is_some() || is_iban(cell) {
            return None;
        }
    }
    (filled >= 1).then(|| (naming(fields.iter().map(|field| field.raw(text))), filled))
}

/// Rows have digits, headers hardly any: tells them apart without cutting them.
pub(super) fn may_be_header(record: &[u8]) -> bool {
    let head = record.get(..record.len().min(2000)).unwrap_or(record);
    let digits = head.iter().filter(|b| b.is_ascii_digit()).count();
    !head.is_empty() && digits <= 8 && digits * 8 <= head.len()
}

/// Finds the tables of a document.
pub(super) fn sections(records: &Records<'_>) -> Vec<Section> {
    let headers = headers(records);
    let Some(first) = headers.first().copied() else {
        return unnamed(records).into_iter().collect();
    };
    let mut found = Vec::new();
    let mut preamble = 0;
    if data_before(records, first) >= 3
        && let Some(section) = unnamed_before(records, first)
    {
        preamble = section.body.end;
        found.push(section);
    }
    for (at, header) in headers.iter().copied().enumerate() {
        let next = headers.get(at + 1).copied();
        let end = match next {
            Some(next) => after_last_data(records, header + 1, next),
            None => records.len(),
        };
        found.push(Section {
            preamble: preamble..header,
            header: Some(header),
            body: header + 1..end,
        });
        preamble = end;
    }
    found
}

/// One table whose header is this record; without one, that of [`unnamed`] with every line before its rows around it.
pub(super) fn told(records: &Records<'_>, header: Option<usize>) -> Vec<Section> {
    match header {
        Some(header) => vec![Section {
            preamble: 0..header,
            header: Some(header),
            body: header + 1..records.len(),
        }],
        None => {
            let section = unnamed(records).map(|section| Section {
                preamble: 0..section.body.start,
                header: None,
                ..section
            });
            section.into_iter().collect()
        }
    }
}

/// Records that are headers; a header printed again (on every page, say) is not listed twice.
fn headers(records: &Records<'_>) -> Vec<usize> {
    let text = records.text;
    let mut fields = Vec::new();
    let mut found: Vec<(usize, Naming)> = Vec::new();
    let mut last: &str = "";
    for record in 0..records.len() {
        let (start, end) = records.span(record);
        let line = text.get(start..end).unwrap_or("");
        if !may_be_header(line.as_bytes()) || line.trim() == last {
            continue;
        }
        records.fields(record, &mut fields);
        let Some((naming, filled)) = header_naming(text, &fields) else {
            continue;
        };
        if naming.is_header(filled) {
            last = line.trim();
            found.push((record, naming));
        }
    }
    // A table of what the accounts hold stands before that of their movements, and is none of them.
    if found.iter().any(|(_, naming)| naming.moved > 0) {
        found.retain(|(_, naming)| naming.moved > 0);
    }
    let found: Vec<usize> = found.into_iter().map(|(record, _)| record).collect();
    // A title can read like a header; the one that stands right above rows is the header.
    let mut kept: Vec<usize> = Vec::new();
    for (at, header) in found.iter().copied().enumerate() {
        let next = found.get(at + 1).copied().unwrap_or(records.len());
        let rows = after_last_data(records, header + 1, next) > header + 1;
        if rows || found.len() == 1 {
            kept.push(header);
        }
    }
    if kept.is_empty() {
        kept.extend(found.last());
    }
    kept
}

fn data_before(records: &Records<'_>, before: usize) -> usize {
    let mut fields = Vec::new();
    (0..before.min(LONGEST_PREAMBLE))
        .filter(|record| {
            records.fields(*record, &mut fields);
            let is_labelled = fields
                .iter()
                .any(|field| is_summary(field.raw(records.text)));
            !is_labelled && is_data(records.text, &fields)
        })
        .count()
}

fn after_last_data(records: &Records<'_>, from: usize, until: usize) -> usize {
    let mut fields = Vec::new();
    (from..until)
        .rev()
        .find(|record| {
            records.fields(*record, &mut fields);
            is_data(records.text, &fields)
        })
        .map_or(from, |record| record + 1)
}

/// A table whose header names nothing known, or that has none.
fn unnamed(records: &Records<'_>) -> Option<Section> {
    unnamed_before(records, records.len())
}

fn unnamed_before(records: &Records<'_>, until: usize) -> Option<Section> {
    let text = records.text;
    let mut fields = Vec::new();
    let data: Vec<(usize, usize)> = (0..until.min(LONGEST_PREAMBLE))
        .filter_map(|record| {
            records.fields(record, &mut fields);
            is_data(text, &fields).then(|| (record, first_day(text, &fields)))
        })
        .collect();
    // A line of the preamble may hold a day and an amount too; the rows are those whose day stands where most have it.
    let usual = data.iter().map(|(_, at)| *at).max_by_key(|at| {
        (
            data.iter().filter(|(_, other)| other == at).count(),
            *at == data.last().map_or(0, |(_, at)| *at),
        )
    })?;
    let first = data
        .iter()
        .find(|(_, at)| *at == usual)
        .map(|(record, _)| *record)?;
    let filled = |fields: &[Field]| {
        fields
            .iter()
            .filter(|field| !field.raw(text).is_empty())
            .count()
    };
    records.fields(first, &mut fields);
    let wide = filled(&fields);
    let header = (0..first)
        .rev()
        .take(4)
        .find(|record| {
            records.fields(*record, &mut fields);
            filled(&fields) > 0
        })
        .filter(|_| {
            header_naming(text, &fields).is_some_and(|(_, named)| named >= 2 && named * 2 > wide)
        });
    Some(Section {
        preamble: 0..header.unwrap_or(first),
        header,
        body: header.map_or(first, |header| header + 1)..until,
    })
}

/// Which field is the first that holds a day.
fn first_day(text: &str, fields: &[Field]) -> usize {
    fields
        .iter()
        .position(|field| date_cell(field.raw(text)).is_some())
        .unwrap_or(0)
}
