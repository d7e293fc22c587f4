//! A spreadsheet's days.

use calamine::ExcelDateTime;

/// Day counts that stand for a day (9999-12-31 is the last).
const DAYS: std::ops::Range<f64> = 1.0..2_958_466.0;

/// A day count as an ISO day, with its time where that is not midnight. Counts below one are a time of day alone.
/// `None` for lengths of time, and for what lies outside the calendar.
pub(super) fn of_serial(serial: ExcelDateTime) -> Option<String> {
    let count = serial.as_f64();
    if !serial.is_datetime() || !(0.0..DAYS.end).contains(&count) {
        return None;
    }
    let (year, month, day, hour, minute, second, _) = serial.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    if !DAYS.contains(&count) {
        return (count > 0.0).then_some(time);
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    Some(if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {time}")
    })
}

/// An ISO 8601 moment in the same form.
pub(super) fn of_iso(iso: &str) -> String {
    let iso = iso.trim();
    match iso.split_once('T') {
        Some((day, time)) => {
            let time = time.split(['.', ',']).next().unwrap_or(time);
            if time.chars().all(|c| matches!(c, '0' | ':')) {
                day.to_owned()
            } else {
                format!("{day} {time}")
            }
        }
        None => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    fn read(count: f64, since_1904: bool) -> Option<String> {
        of_serial(ExcelDateTime::new(count, DateTime, since_1904))
    }

    #[test]
    fn one_count_is_two_days_in_the_two_calendars() {
        assert_eq!(read(45293.0, false).as_deref(), Some("2024-01-02"));
        assert_eq!(read(43831.0, true).as_deref(), Some("2024-01-02"));
    }

    #[test]
    fn a_fraction_of_a_day_is_its_time() {
        assert_eq!(read(43449.5, false).as_deref(), Some("2018-12-15 12:00:00"));
        assert_eq!(read(0.25, false).as_deref(), Some("06:00:00"));
    }

    #[test]
    fn what_is_no_day_stays_a_number() {
        assert_eq!(read(-1.0, false), None);
        assert_eq!(read(1e9, false), None);
        assert_eq!(read(f64::NAN, false), None);
        assert_eq!(of_serial(ExcelDateTime::new(2.0, TimeDelta, false)), None);
    }

    #[test]
    fn midnight_is_left_out_of_iso_moments() {
        assert_eq!(of_iso("2026-01-31T00:00:00"), "2026-01-31");
        assert_eq!(of_iso("2026-01-31T14:05:00.000"), "2026-01-31 14:05:00");
        assert_eq!(of_iso("2026-01-31"), "2026-01-31");
    }
}
