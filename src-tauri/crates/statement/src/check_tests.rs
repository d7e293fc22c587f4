#![allow(clippy::unwrap_used)]
use domain::{Balance as StatedBalance, BalanceKind};

use super::*;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Entries as `day amount balance`, `-` where none is stated, a currency last where it has one of its own.
fn statement(opening: &str, closing: &str, rows: &[&str]) -> Statement<'static> {
    let mut statement = Statement {
        currency: Some(Currency::EUR),
        ..Statement::default()
    };
    for (kind, amount) in [
        (BalanceKind::Opening, opening),
        (BalanceKind::Closing, closing),
    ] {
        if amount != "-" {
            statement.balances.push(StatedBalance {
                kind,
                amount: decimal(amount),
                as_of: None,
            });
        }
    }
    for (line, row) in (1..).zip(rows) {
        let fields: Vec<&str> = row.split_whitespace().collect();
        statement.entries.push(Entry {
            line,
            booking_date: NaiveDate::from_ymd_opt(2026, 10, fields[0].parse().unwrap()),
            amount: decimal(fields[1]),
            balance_after: (fields[2] != "-").then(|| decimal(fields[2])),
            currency: fields.get(3).map(|code| code.parse().unwrap()),
            ..Entry::default()
        });
    }
    statement.newest_first = is_newest_first(&statement.entries);
    statement
}

fn outcome(statement: &Statement<'_>) -> (Outcome, Option<u32>) {
    let proof = prove(statement);
    (proof.outcome, proof.broken_at_line)
}

#[test]
fn opening_plus_what_moved_is_closing() {
    let whole = statement("100", "70.50", &["1 -30 -", "2 0.50 -"]);
    let proof = prove(&whole);
    assert_eq!(proof.outcome, Outcome::Holds);
    assert_eq!(
        (proof.money_in, proof.money_out),
        (decimal("0.50"), decimal("-30"))
    );
    assert_eq!(proof.count, 2);
}

#[test]
fn a_missing_line_is_told_with_what_it_amounts_to() {
    let short = statement("100", "70", &["1 -20 -"]);
    let proof = prove(&short);
    assert_eq!(proof.outcome, Outcome::Broken);
    assert_eq!(proof.difference, Some(decimal("-10")));
    let said = findings(&short, &proof);
    assert_eq!(said.len(), 1);
    assert_eq!(
        said[0].args,
        [("found", "80".to_owned()), ("expected", "70".to_owned())]
    );
}

#[test]
fn pending_lines_and_deletions_move_nothing() {
    let mut lines = statement("100", "80", &["1 -20 -", "2 -5 -", "3 -7 -"]);
    lines.entries[1].status = Status::Pending;
    lines.entries[2].deletes = true;
    assert_eq!(outcome(&lines), (Outcome::Holds, None));
}

#[test]
fn money_in_another_currency_is_never_added() {
    let mixed = statement("100", "80", &["1 -20 -", "2 -500 - USD", "3 0 - EUR"]);
    assert_eq!(outcome(&mixed), (Outcome::Holds, None));
    let mut unstated = mixed;
    unstated.currency = None;
    unstated.entries[0].currency = Some(Currency::EUR);
    assert_eq!(
        prove(&unstated).count,
        2,
        "the first currency named stands for the account's"
    );
}

#[test]
fn a_foreign_line_hides_what_moved_but_not_what_follows() {
    let rows = ["1 -20 80", "2 -500 35 USD", "3 -5 30", "4 -5 20"];
    assert_eq!(
        outcome(&statement("-", "-", &rows)),
        (Outcome::Broken, Some(4))
    );
}

#[test]
fn a_running_balance_is_walked_in_the_order_of_time() {
    for (rows, told) in [
        (
            &["1 -20 80", "2 -5 75", "3 10 85"][..],
            (Outcome::Holds, None),
        ),
        (&["3 10 85", "2 -5 75", "1 -20 80"], (Outcome::Holds, None)),
        (
            &["1 -20 80", "2 -5 75", "3 10 84"],
            (Outcome::Broken, Some(3)),
        ),
        (
            &["3 10 85", "2 -5 74", "1 -20 80"],
            (Outcome::Broken, Some(2)),
        ),
        (&["1 -20 80", "2 -5 -", "3 10 85"], (Outcome::Holds, None)),
        (&["1 -20 80"], (Outcome::Unstated, None)),
        (&["1 -20 -", "2 3 -"], (Outcome::Unstated, None)),
    ] {
        assert_eq!(outcome(&statement("-", "-", rows)), told, "{rows:?}");
    }
}

#[test]
fn one_running_balance_proves_against_the_opening_balance() {
    assert_eq!(
        outcome(&statement("100", "-", &["1 -20 80"])),
        (Outcome::Holds, None)
    );
    assert_eq!(
        outcome(&statement("100", "-", &["1 -20 81"])),
        (Outcome::Broken, Some(1))
    );
}

#[test]
fn lines_of_one_day_may_stand_in_any_order() {
    for rows in [
        &["1 -20 80", "2 10 85", "2 -5 75", "3 1 86"][..],
        &["1 -20 80", "2 1 86", "2 -5 75", "2 10 85", "3 1 87"],
    ] {
        assert_eq!(
            outcome(&statement("-", "-", rows)),
            (Outcome::Holds, None),
            "{rows:?}"
        );
    }
    let broken = ["1 -20 80", "2 1 86", "2 -5 74", "2 10 85", "3 1 87"];
    assert_eq!(
        outcome(&statement("-", "-", &broken)),
        (Outcome::Broken, Some(2))
    );
}

#[test]
fn the_direction_is_told_by_days_then_by_the_running_balance() {
    for (rows, newest_first) in [
        (&["1 1 -", "2 1 -"][..], false),
        (&["2 1 -", "1 1 -"], true),
        (&["4 1 -", "5 1 -", "3 1 -", "3 1 -", "2 1 -"], true),
        (&["1 -20 80", "1 -5 75"], false),
        (&["1 -5 75", "1 -20 80"], true),
        (&["1 1 -"], false),
        (&[], false),
    ] {
        let statement = statement("-", "-", rows);
        assert_eq!(statement.newest_first, newest_first, "{rows:?}");
    }
}

#[test]
fn amounts_past_any_money_do_not_panic() {
    let huge = "79228162514264337593543950335";
    let rows = [format!("1 {huge} {huge}"), format!("1 {huge} {huge}")];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let _ = prove(&statement(huge, huge, &rows));
}
