//! The only clock of the core.

use chrono::{DateTime, Local, NaiveDate, NaiveTime, SecondsFormat, Utc};

/// Now, as the store keeps instants: UTC, ISO 8601, whole seconds.
pub(crate) fn now() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Today on this computer's calendar.
pub(crate) fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// The day of a stored instant on this computer's calendar.
pub(crate) fn local_day(instant: &str) -> Option<NaiveDate> {
    let instant = DateTime::parse_from_rfc3339(instant).ok()?;
    Some(instant.with_timezone(&Local).date_naive())
}

/// The hour on this computer's clock.
pub(crate) fn time() -> NaiveTime {
    Local::now().time()
}
