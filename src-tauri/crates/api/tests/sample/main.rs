//! The sample household: what `App::load_sample` imports is made here, the same each time.
//!
//! Everyone and everything in it is invented. `UPDATE_SAMPLE=1 cargo test -p api --test sample` writes the files anew.
#![allow(clippy::unwrap_used)]

mod camt;
mod chance;
mod csv;
mod household;
mod ofx;

use std::path::Path;

use chrono::NaiveDate;

use household::{Household, Row};

/// A day, `YYYY-MM-DD`.
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Cents as a plain decimal.
fn plain(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

/// An account over a period: what it held before, its rows, what it holds after.
struct Period<'a> {
    from: NaiveDate,
    until: NaiveDate,
    opening: i64,
    rows: Vec<&'a Row>,
}

impl Period<'_> {
    fn closing(&self) -> i64 {
        self.opening + self.rows.iter().map(|row| row.cents).sum::<i64>()
    }
}

fn period<'a>(opening: i64, rows: &'a [Row], from: &str, until: &str) -> Period<'a> {
    let (from, until) = (day(from), day(until));
    let before = rows.iter().filter(|row| row.day < from);
    Period {
        from,
        until,
        opening: opening + before.map(|row| row.cents).sum::<i64>(),
        rows: rows
            .iter()
            .filter(|row| (from..=until).contains(&row.day))
            .collect(),
    }
}

/// Each calendar month between two days, cut at both.
fn months(from: &str, until: &str) -> Vec<(String, String)> {
    let (mut first, until) = (day(from), day(until));
    let mut out = Vec::new();
    while first <= until {
        let last = household::last_of_month(first).min(until);
        out.push((first.to_string(), last.to_string()));
        first = last.succ_opt().unwrap();
    }
    out
}

/// Windows-1252, for text whose accents are those of Latin-1.
fn western(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(c).unwrap()).collect()
}

fn files() -> Vec<(&'static str, Vec<u8>)> {
    let home = Household::live();
    let current =
        |from: &str, until: &str| period(home.current_opening, &home.current, from, until);
    let card = |from: &str, until: &str| period(home.card_opening, &home.card, from, until);
    let savings =
        |from: &str, until: &str| period(home.savings_opening, &home.savings, from, until);
    let monthly = |from: &str, until: &str| {
        let months = months(from, until);
        let periods: Vec<Period<'_>> = months.iter().map(|(a, b)| current(a, b)).collect();
        camt::write(&periods).into_bytes()
    };
    vec![
        (
            "courant-2025-mai-octobre.ofx",
            western(&ofx::current(&current("2025-05-01", "2025-10-31"))),
        ),
        (
            "courant-2025-novembre-2026-avril.xml",
            monthly("2025-11-01", "2026-04-30"),
        ),
        // The first fortnight of May was never downloaded.
        (
            "courant-2026-mai-juillet.xml",
            monthly("2026-05-15", "2026-07-31"),
        ),
        (
            "courant-2026-aout-octobre.xml",
            monthly("2026-08-01", "2026-10-31"),
        ),
        (
            "carte-2025.ofx",
            western(&ofx::card(&card("2025-05-01", "2025-12-31"))),
        ),
        (
            "carte-2026.ofx",
            western(&ofx::card(&card("2026-01-01", "2026-10-31"))),
        ),
        (
            "livret-2025.csv",
            csv::write(&savings("2025-05-01", "2025-12-31")).into_bytes(),
        ),
        (
            "livret-2026.csv",
            csv::write(&savings("2026-01-01", "2026-10-31")).into_bytes(),
        ),
    ]
}

#[test]
fn the_sample_files_are_those_that_the_household_makes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample");
    for (name, text) in files() {
        let path = folder.join(name);
        if std::env::var_os("UPDATE_SAMPLE").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let committed = std::fs::read(&path).unwrap_or_default();
        assert!(
            committed == text,
            "{name} is not what the household makes: run with UPDATE_SAMPLE=1 and commit it"
        );
    }
}

#[test]
fn the_current_account_is_never_far_below_zero_and_ends_as_the_pictures_show() {
    let home = Household::live();
    let mut balance = home.current_opening;
    let mut lowest = balance;
    for row in &home.current {
        balance += row.cents;
        lowest = lowest.min(balance);
    }
    assert_eq!(plain(balance), "986.55");
    assert!(lowest > -30_000, "an overdraft of {}", plain(lowest));
}
