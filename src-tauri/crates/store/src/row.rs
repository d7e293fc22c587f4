//! Values as the tables hold them.

use chrono::Datelike;
use domain::{Currency, NaiveDate};
use rusqlite::Row;
use rusqlite::types::{FromSqlError, Type, Value};

/// An ISO day. `YYYY-MM-DD` is read by hand because a comparison with the ledger reads four per row.
pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0u32, |number, digit| {
            let value = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
            Some(number * 10 + value)
        })
    };
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return text.parse().ok();
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// A JSON array of ids, as `json_each` takes it.
pub(crate) fn list(ids: impl Iterator<Item = i64>) -> Value {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    Value::from(format!("[{}]", ids.join(",")))
}

/// A day column.
pub(crate) fn get_day(row: &Row<'_>, column: &str) -> rusqlite::Result<NaiveDate> {
    let text: String = row.get(column)?;
    day(&text).ok_or_else(|| bad(row, column))
}

/// A day column that may be NULL.
pub(crate) fn find_day(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(column)?;
    Ok(text.as_deref().and_then(day))
}

/// A currency column.
pub(crate) fn get_currency(row: &Row<'_>, column: &str) -> rusqlite::Result<Currency> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| bad(row, column))
}

/// A day column by position.
pub(crate) fn get_day_at(row: &Row<'_>, index: usize) -> rusqlite::Result<NaiveDate> {
    day(row.get_ref(index)?.as_str()?).ok_or(rusqlite::Error::InvalidQuery)
}

/// A currency column by position.
pub(crate) fn get_currency_at(row: &Row<'_>, index: usize) -> rusqlite::Result<Currency> {
    let code = row.get_ref(index)?.as_str()?;
    code.parse().map_err(|_| rusqlite::Error::InvalidQuery)
}

/// A column that holds what it never should.
pub(crate) fn bad(row: &Row<'_>, column: &str) -> rusqlite::Error {
    let index = row.as_ref().column_index(column).unwrap_or_default();
    rusqlite::Error::FromSqlConversionFailure(
        index,
        Type::Text,
        Box::new(FromSqlError::InvalidType),
    )
}

/// A day as the tables hold it: `YYYY-MM-DD`. Written by hand because an import writes eight per row.
pub(crate) fn iso(day: NaiveDate) -> String {
    let digit = |value: u32, unit: u32| char::from_digit(value / unit % 10, 10).unwrap_or('0');
    let (month, date) = (day.month(), day.day());
    match u32::try_from(day.year()) {
        Ok(year) if year <= 9999 => [
            digit(year, 1000),
            digit(year, 100),
            digit(year, 10),
            digit(year, 1),
            '-',
            digit(month, 10),
            digit(month, 1),
            '-',
            digit(date, 10),
            digit(date, 1),
        ]
        .into_iter()
        .collect(),
        _ => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_day_is_written_as_iso_8601_says() {
        for text in ["2026-10-31", "0001-01-01", "9999-12-31", "+10000-01-01"] {
            let day: NaiveDate = text.parse().unwrap();
            assert_eq!(iso(day), day.to_string());
        }
    }

    #[test]
    fn a_day_is_read_as_it_was_written_and_what_is_none_is_not() {
        for text in ["2026-10-31", "0001-01-01", "9999-12-31", "+10000-01-01"] {
            let read = day(text).unwrap();
            assert_eq!(iso(read), text);
        }
        for none in ["2026-02-30", "2026-10-3x", "2026/10/31", "20261031", ""] {
            assert_eq!(day(none), None, "{none}");
        }
    }
}
