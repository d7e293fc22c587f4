//! What is said about a reading: the questions that the file leaves open, and the evidence for what it settles.

use source::Diagnostic;

use super::column::Column;
use super::date::date_cell;
use super::finish::Signs;
use super::heading::money_role;
use super::layout::{Layout, Writing};
use super::number::printed;
use super::role::{ASKED, Role};
use super::rows::Rows;
use super::section::Section;
use super::split::Records;
use crate::{Choice, Question};

/// Questions about how the cells are written.
pub(super) fn questions(
    layout: &Layout,
    columns: &[Column<'_>],
    signs: &Signs,
    rows: &Rows<'_>,
    named: bool,
) -> Vec<Question> {
    let mut questions = Vec::new();
    if let Some(open) = &layout.open_order {
        let choices = open.choices.iter().map(|order| Choice {
            value: order.as_str().to_owned(),
            example: date_cell(&open.example)
                .and_then(|date| date.day(*order))
                .map(|day| format!("{} → {day}", open.example)),
        });
        questions.push(Question {
            about: "dateOrder",
            choices: choices.collect(),
            assumed: Some(open.assumed.as_str().to_owned()),
        });
    }
    if let Some(open) = &layout.open_decimal {
        let choices = open.choices.iter().map(|sign| Choice {
            value: sign.as_str().to_owned(),
            example: printed(&open.example)
                .and_then(|amount| amount.signed(*sign))
                .map(|amount| format!("{} → {amount}", open.example)),
        });
        questions.push(Question {
            about: "decimalSign",
            choices: choices.collect(),
            assumed: Some(open.assumed.as_str().to_owned()),
        });
    }
    if !signs.certain {
        questions.push(about_sign(signs, rows));
    }
    // Balances that the amounts lead to from row to row leave no doubt which column is which.
    let before = columns.iter().any(|c| c.role == Role::BalanceBefore);
    questions.extend(about_columns(
        columns,
        named || before || signs.walk.proves(),
    ));
    questions
}

fn about_sign(signs: &Signs, rows: &Rows<'_>) -> Question {
    let sample = rows.raws.iter().find(|raw| !raw.value.is_zero());
    let choice = |value: &str, turn: bool| Choice {
        value: value.to_owned(),
        example: sample.map(|raw| {
            let read = if turn { -raw.value } else { raw.value };
            format!("{} → {read}", raw.value)
        }),
    };
    let assumed = if signs.convention.inverted {
        "inverted"
    } else {
        "asPrinted"
    };
    Question {
        about: "sign",
        choices: vec![choice("asPrinted", false), choice("inverted", true)],
        assumed: Some(assumed.to_owned()),
    }
}

/// Two columns of one name that differ, or columns without names among which the amount is not plain.
fn about_columns(columns: &[Column<'_>], named: bool) -> Option<Question> {
    let of = |role: Role| {
        columns
            .iter()
            .enumerate()
            .filter(move |(_, column)| column.role == role)
            .map(|(at, _)| at)
    };
    let twice = ASKED.into_iter().find(|role| of(*role).count() > 1);
    let unknown = unknown_amounts(columns);
    let rivals: Vec<(Role, usize)> = match twice {
        Some(role) => of(role).map(|at| (role, at)).collect(),
        // Two sides without names: which of them is money out, nothing says.
        None if !named && of(Role::Debit).count() == 1 && of(Role::Credit).count() == 1 => {
            of(Role::Debit)
                .chain(of(Role::Credit))
                .map(|at| (Role::Debit, at))
                .collect()
        }
        None if !unknown.is_empty() => unknown.into_iter().map(|at| (Role::Amount, at)).collect(),
        None if !named && !columns.iter().any(|c| matches!(c.role, Role::Debit)) => {
            let money: Vec<usize> = columns
                .iter()
                .enumerate()
                .filter(|(_, c)| {
                    matches!(c.role, Role::Amount | Role::Other | Role::Balance)
                        && c.look.moneyish > 0
                        && c.look.money == c.look.filled
                })
                .map(|(at, _)| at)
                .collect();
            if money.len() < 2 {
                return None;
            }
            money.into_iter().map(|at| (Role::Amount, at)).collect()
        }
        None => return None,
    };
    let assumed = rivals
        .iter()
        .find(|(role, at)| columns.get(*at).is_some_and(|c| c.role == *role))?;
    let name = |(role, at): &(Role, usize)| format!("{}:{at}", role.as_str());
    Some(Question {
        about: "columns",
        choices: rivals
            .iter()
            .map(|rival| Choice {
                value: name(rival),
                example: columns.get(rival.1).map(|c| c.header.clone().into_owned()),
            })
            .collect(),
        assumed: Some(name(assumed)),
    })
}

/// Columns of amounts whose headers name nothing known, where one of them had to be taken for the amount and others hold as
/// many: what each of several people paid, say.
fn unknown_amounts(columns: &[Column<'_>]) -> Vec<usize> {
    let unknown = |c: &Column<'_>| !c.key.is_empty() && money_role(&c.key).is_none();
    let Some(taken) = columns
        .iter()
        .find(|c| c.role == Role::Amount && unknown(c))
    else {
        return Vec::new();
    };
    let found: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, c)| matches!(c.role, Role::Amount | Role::Balance | Role::Other) && unknown(c))
        .filter(|(_, c)| c.look.moneyish > 0 && c.look.filled >= taken.look.filled)
        .map(|(at, _)| at)
        .collect();
    if found.len() > 1 { found } else { Vec::new() }
}

/// Columns that share one name, so that it tells none of them: two are usual (the currency of either amount), more are not.
pub(super) fn same_headers(
    records: &Records<'_>,
    section: &Section,
    columns: &[Column<'_>],
) -> Option<Diagnostic> {
    let record = section.header?;
    let filled = |header: &str| {
        columns
            .iter()
            .filter(|c| c.look.filled > 0 && c.header == header)
            .count()
    };
    let (header, count) = columns
        .iter()
        .map(|column| (&column.header, filled(&column.header)))
        .find(|(_, count)| *count > 2)?;
    let (start, end) = records.span(record);
    Some(
        Diagnostic::warning("csvSameHeader")
            .found(header)
            .with("count", count)
            .at(records.text, records.line(record), start..end),
    )
}

/// The evidence: how the file was read, in one finding per table.
pub(super) fn evidence(
    encoding: &str,
    records: &Records<'_>,
    section: &Section,
    columns: &[Column<'_>],
    layout: &Layout,
    signs: &Signs,
) -> Diagnostic {
    let roles: Vec<String> = columns
        .iter()
        .filter(|c| !matches!(c.role, Role::Text | Role::Other))
        .map(|c| format!("{}={}", c.role.as_str(), c.header))
        .collect();
    let delimiter = super::delimiter::word(records.delimiter);
    let Writing { order, decimal } = layout.main;
    let doubt = [
        layout.open_order.is_some().then_some("dateOrder"),
        layout.open_decimal.is_some().then_some("decimalSign"),
        (!signs.certain).then_some("sign"),
    ];
    let doubt: Vec<&str> = doubt.into_iter().flatten().collect();
    let finding = Diagnostic::info("csvLayout")
        .with("encoding", encoding)
        .with("delimiter", delimiter)
        .with(
            "header",
            section
                .header
                .map_or_else(|| "0".to_owned(), |header| records.line(header).to_string()),
        )
        .with("columns", roles.join(", "))
        .with("dateOrder", order.as_str())
        .with("decimalSign", decimal.as_str())
        .with(
            "sign",
            if signs.convention.inverted {
                "inverted"
            } else {
                "asPrinted"
            },
        )
        .with("because", signs.why)
        .with("steps", signs.walk.steps)
        .with("agreeing", signs.walk.agreeing())
        .with(
            "confidence",
            if doubt.is_empty() {
                "certain"
            } else {
                "assumed"
            },
        )
        .with("doubt", doubt.join(", "));
    let record = section.header.unwrap_or(section.body.start);
    let (start, end) = records.span(record);
    finding.at(records.text, records.line(record), start..end)
}
