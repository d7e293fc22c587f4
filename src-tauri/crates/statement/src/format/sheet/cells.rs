//! The cells of a worksheet, written down as those of a CSV would be.

use source::sheet::{Cell, Row, Sheet};

use crate::format::csv::{Table, writes_comma};

/// The rows of a worksheet as a table. A run of rows without cells counts as one blank row.
pub(super) fn table(sheet: &Sheet) -> Table {
    let commas = commas(sheet);
    let mut table = Table::default();
    let mut next = 1;
    let mut written = Vec::new();
    for row in &sheet.rows {
        if row.number > next {
            table.push(row.number - 1, std::iter::empty());
        }
        next = row.number.saturating_add(1);
        written.clear();
        written.extend(write_row(row, &commas));
        table.push(row.number, written.iter().map(AsRef::as_ref));
    }
    table
}

fn write_row<'r>(
    row: &'r Row,
    commas: &'r [bool],
) -> impl Iterator<Item = std::borrow::Cow<'r, str>> {
    row.cells.iter().enumerate().map(|(at, cell)| match cell {
        Cell::Empty => "".into(),
        Cell::Text(text) | Cell::Moment(text) => (&**text).into(),
        Cell::Number(digits) => written(digits, commas.get(at).copied().unwrap_or(false)),
    })
}

/// Columns in which some amounts are text with a decimal comma: their true numbers are written alike, so that one sign holds
/// for the column.
fn commas(sheet: &Sheet) -> Vec<bool> {
    let mut commas = Vec::new();
    for row in &sheet.rows {
        if commas.len() < row.cells.len() {
            commas.resize(row.cells.len(), false);
        }
        for (comma, cell) in commas.iter_mut().zip(&row.cells) {
            if let Cell::Text(text) = cell {
                *comma |= writes_comma(text);
            }
        }
    }
    commas
}

/// A true number in a way that leaves no doubt: three decimals get a fourth, as `1.234` could be a thousand and more.
fn written(digits: &str, comma: bool) -> std::borrow::Cow<'_, str> {
    let decimals = digits.split_once('.').map_or(0, |(_, part)| part.len());
    if decimals != 3 && !(comma && decimals > 0) {
        return digits.into();
    }
    let mut written = if comma {
        digits.replace('.', ",")
    } else {
        digits.to_owned()
    };
    if decimals == 3 {
        written.push('0');
    }
    written.into()
}

/// The name of a column, from 0: `A`, `Z`, `AA`.
pub(super) fn column_name(mut at: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'A' + u8::try_from(at % 26).unwrap_or(0));
        match (at / 26).checked_sub(1) {
            Some(rest) => at = rest,
            None => break,
        }
    }
    name.iter().rev().map(|sign| char::from(*sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Answers;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    fn number(digits: &str) -> Cell {
        Cell::Number(digits.into())
    }

    fn amounts(rows: Vec<Vec<Cell>>) -> Vec<String> {
        let rows = (1..).zip(rows);
        let sheet = Sheet {
            rows: rows.map(|(number, cells)| Row { number, cells }).collect(),
            ..Sheet::default()
        };
        let table = table(&sheet);
        let reading = table.read(&Answers::none());
        assert!(reading.questions.is_empty(), "{:?}", reading.questions);
        let entries = reading.statements.iter().flat_map(|one| &one.entries);
        entries
            .map(|entry| entry.amount.normalize().to_string())
            .collect()
    }

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        for (at, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_name(at), name);
        }
    }

    #[test]
    fn three_decimals_of_a_true_number_are_decimals() {
        let head = vec![text("Date"), text("Label"), text("Amount")];
        let row = |amount| vec![Cell::Moment("2026-01-02".into()), text("A"), number(amount)];
        assert_eq!(
            amounts(vec![head, row("1.234"), row("-2.345")]),
            ["1.234", "-2.345"]
        );
    }

    #[test]
    fn numbers_and_texts_with_a_comma_may_share_a_column() {
        let head = vec![text("Date"), text("Libellé"), text("Montant")];
        let day = || Cell::Moment("2026-01-02".into());
        let rows = vec![
            head,
            vec![day(), text("A"), text("-50,25")],
            vec![day(), text("B"), number("12.5")],
            vec![day(), text("C"), number("-7")],
        ];
        assert_eq!(amounts(rows), ["-50.25", "12.5", "-7"]);
    }
}
