//! One table read under what was said of it: by the user, by the profile that knows its header, by nobody.

use source::Diagnostic;

use super::Given;
use super::column::{Class, Column};
use super::date::DateOrder;
use super::finish::{self, Signs};
use super::group::join_pockets;
use super::layout::{ENOUGH, Layout, Writing, has_amounts, has_dates, layout};
use super::number::DecimalSign;
use super::preamble::Told;
use super::role::Role;
use super::rows::{Reader, Rows};
use super::section::Section;
use super::split::Records;
use crate::profile::shape_fingerprint;
use crate::{Answers, Profile, fingerprint};

/// A table, read.
pub(super) struct Attempt<'a> {
    pub(super) columns: Vec<Column<'a>>,
    pub(super) layout: Layout,
    pub(super) rows: Rows<'a>,
    pub(super) signs: Signs,
}

/// Why a table was not read: the code of the finding.
type Lacking = &'static str;

/// What a table proves against a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contradiction {
    pub(super) about: &'static str,
    pub(super) expected: String,
    pub(super) found: String,
}

/// Reads a table whose columns are `alone` if nobody says anything.
pub(super) fn attempt<'a>(
    records: &Records<'a>,
    section: &Section,
    alone: &[Column<'a>],
    given: Given<'_>,
) -> Result<Attempt<'a>, Lacking> {
    let mut columns = alone.to_vec();
    given.apply_columns(&mut columns);
    match (has_dates(&columns), has_amounts(&columns)) {
        (false, _) => return Err("noDateColumn"),
        (true, false) => return Err("noAmountColumn"),
        (true, true) => {}
    }
    let (layout, mut rows) = read_rows(records, section, &columns, given);
    join_pockets(&mut rows, &columns);
    let is_account = told_before(records, section).is_account();
    let signs = finish::settle(&rows, &columns, (given, is_account));
    Ok(Attempt {
        columns,
        layout,
        rows,
        signs,
    })
}

/// Which profile a table is read by, and what it says against those that know its header.
pub(super) struct Choice<'g, 'a> {
    pub(super) profile: Option<&'g Profile>,
    pub(super) attempt: Option<Attempt<'a>>,
    pub(super) refused: Vec<(&'g Profile, Contradiction)>,
}

/// Reads a table by the one profile that knows its header and that nothing in it contradicts. Several that would read it
/// differently are none: a document is never read by a toss of a coin.
pub(super) fn by_profile<'g, 'a>(
    records: &Records<'a>,
    section: &Section,
    alone: &[Column<'a>],
    (answers, name): (&'g Answers, &str),
) -> Choice<'g, 'a> {
    let mut choice = Choice {
        profile: None,
        attempt: None,
        refused: Vec::new(),
    };
    let mut is_tie = false;
    for profile in answers.profiles() {
        if profile.fingerprint != name {
            continue;
        }
        if choice
            .profile
            .is_some_and(|chosen| chosen.reads_like(profile))
        {
            continue;
        }
        let given = Given {
            answers,
            profile: Some(profile),
        };
        match attempt(records, section, alone, given) {
            Ok(read) => match contradiction(&read, given) {
                Some(why) => choice.refused.push((profile, why)),
                None if choice.profile.is_some() => is_tie = true,
                None => (choice.profile, choice.attempt) = (Some(profile), Some(read)),
            },
            Err(code) => choice.refused.push((
                profile,
                Contradiction {
                    about: "columns",
                    expected: "columns".to_owned(),
                    found: code.to_owned(),
                },
            )),
        }
    }
    if is_tie && choice.attempt.is_some() {
        (choice.profile, choice.attempt) = (None, None);
    }
    choice
}

/// What the cells of a table prove against the profile that it was read by.
fn contradiction(read: &Attempt<'_>, given: Given<'_>) -> Option<Contradiction> {
    let against = |about, expected: &str, found: &str| {
        Some(Contradiction {
            about,
            expected: expected.to_owned(),
            found: found.to_owned(),
        })
    };
    if given.answers.get("columns").is_none()
        && let Some(column) = read.columns.iter().find(|column| is_beside_itself(column))
    {
        return against("columns", column.role.as_str(), &column.header);
    }
    let (order, decimal) = read.layout.alone.proven;
    let said = given.say("dateOrder", DateOrder::from_word).remembered();
    if let (Some(said), Some(proven)) = (said, order)
        && said != proven
    {
        return against("dateOrder", said.as_str(), proven.as_str());
    }
    let said = given
        .say("decimalSign", DecimalSign::from_word)
        .remembered();
    if let (Some(said), Some(proven)) = (said, decimal)
        && said != proven
    {
        return against("decimalSign", said.as_str(), proven.as_str());
    }
    if read.signs.contradicts {
        let word = |inverted: bool| if inverted { "inverted" } else { "asPrinted" };
        let alone = read.signs.alone.0;
        return against("sign", word(!alone), word(alone));
    }
    None
}

/// Whether a column that is said to hold days or amounts has cells, and none that could be one.
fn is_beside_itself(column: &Column<'_>) -> bool {
    let look = &column.look;
    let fitting = match column.role {
        Role::BookingDate | Role::TransactionDate | Role::ValueDate => look.dates,
        Role::Amount | Role::Debit | Role::Credit | Role::Balance => look.money,
        _ => return false,
    };
    look.filled > 0 && fitting == 0
}

/// Reads the rows as the first of them suggest, and again where a later one proves them wrong.
fn read_rows<'a>(
    records: &Records<'a>,
    section: &Section,
    columns: &[Column<'a>],
    given: Given<'_>,
) -> (Layout, Rows<'a>) {
    let foreign = told_before(records, section).foreign;
    let decide = |limit| layout(records, section, columns, given, foreign, limit);
    let read =
        |layout: &Layout| Reader::new(records, columns, layout, given.out_words()).read(section);
    let mut found = decide(ENOUGH);
    if found.partial && (found.open_order.is_some() || found.open_decimal.is_some()) {
        found = decide(usize::MAX);
    }
    let rows = read(&found);
    if found.partial && rows.contradictions > 0 {
        let whole = decide(usize::MAX);
        if whole.columns != found.columns {
            let rows = read(&whole);
            return (whole, rows);
        }
    }
    (found, rows)
}

/// What the lines before the rows tell.
fn told_before(records: &Records<'_>, section: &Section) -> Told {
    let mut told = Told::default();
    let writing = Writing {
        order: DateOrder::Dmy,
        decimal: DecimalSign::Comma,
    };
    for record in section.preamble.clone() {
        told.add(records, record, writing);
    }
    told
}

/// The name of a record as a header.
pub(super) fn header_name(records: &Records<'_>, record: usize) -> String {
    let mut fields = Vec::new();
    records.fields(record, &mut fields);
    let cells: Vec<_> = fields
        .iter()
        .map(|field| field.value(records.text))
        .collect();
    fingerprint(cells.iter().map(AsRef::as_ref))
}

/// The name of a table: of its header, else of its shape.
pub(super) fn table_name(
    records: &Records<'_>,
    section: &Section,
    columns: &[Column<'_>],
) -> String {
    if let Some(header) = section.header {
        return header_name(records, header);
    }
    let classes: Vec<&str> = columns
        .iter()
        .map(|column| match column.class {
            Class::Date => "date",
            Class::Money => "money",
            Class::Time => "time",
            Class::Currency => "currency",
            Class::Empty | Class::Word => "text",
        })
        .collect();
    shape_fingerprint(&classes)
}

/// The finding about a profile that knows the header and does not fit the table.
pub(super) fn refusal(
    records: &Records<'_>,
    section: &Section,
    (profile, why): &(&Profile, Contradiction),
    insists: bool,
) -> Diagnostic {
    let record = section.header.unwrap_or(section.body.start);
    let (start, end) = records.span(record);
    let finding = if insists {
        Diagnostic::error("profileContradicted")
    } else {
        Diagnostic::warning("profileContradicted")
    };
    finding
        .with("name", &profile.name)
        .with("about", why.about)
        .expected(&why.expected)
        .found(&why.found)
        .at(records.text, records.line(record), start..end)
}
