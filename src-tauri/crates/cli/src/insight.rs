//! `foil alerts`, `foil recurring`: what the history says.

use std::io::Write;

use api::insights::{AlertItem, ChargeRow, ExpectedItem, PriceChangeItem};
use api::money::MoneyDto;
use text::Catalogue;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::printed::{self, kebab};

/// Lists what deserves a look; with findings where something waits for an answer.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn alerts(global: &Global) -> Result<Exit, Failure> {
    let alerts = door::open(global)?.list_alerts()?;
    let is_open = alerts.iter().any(|alert| alert.answer.is_none());
    let exit = if is_open { Exit::Findings } else { Exit::Well };
    if global.json {
        printed::json(&alerts)?;
        return Ok(exit);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    if alerts.is_empty() {
        writeln!(out, "{}", catalogue.text("cli-alerts-none", &[]))?;
    }
    for alert in &alerts {
        let day = printed::day(&alert.date, &catalogue);
        let said = alert_line(alert, &catalogue);
        writeln!(out, "{day}  {}  {said}", alert.name)?;
    }
    out.flush()?;
    Ok(exit)
}

/// Lists what recurs, the next first.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn recurring(global: &Global) -> Result<Exit, Failure> {
    let charges = door::open(global)?.list_charges()?;
    if global.json {
        printed::json(&charges)?;
        return Ok(Exit::Well);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    if charges.is_empty() {
        writeln!(out, "{}", catalogue.text("cli-recurring-none", &[]))?;
    }
    for charge in &charges {
        writeln!(out, "{}", charge_line(charge, &catalogue))?;
        for change in &charge.price_changes {
            let day = printed::day(&change.date, &catalogue);
            writeln!(out, "  {day}  {}", rise_line(change, &catalogue))?;
        }
    }
    out.flush()?;
    Ok(Exit::Well)
}

fn charge_line(charge: &ChargeRow, catalogue: &Catalogue) -> String {
    let expected = &charge.expected;
    let id = match (charge.ended, expected.steady) {
        (true, _) => "cli-charge-ended",
        (false, true) => "cli-charge",
        (false, false) => "cli-charge-about",
    };
    let args = [
        ("name", expected.name.as_str()),
        ("money", &printed::money(&expected.money, catalogue)),
        ("rhythm", &rhythm(&expected.rhythm, catalogue)),
        ("next", &printed::day(&expected.date, catalogue)),
        ("last", &printed::day(&charge.last_date, catalogue)),
    ];
    catalogue.text(id, &args)
}

fn rhythm(word: &str, catalogue: &Catalogue) -> String {
    catalogue.text(&format!("rhythm-{}", kebab(word)), &[])
}

fn unsigned(money: &MoneyDto, catalogue: &Catalogue) -> String {
    let amount = money.amount.trim_start_matches('-').to_owned();
    let currency = money.currency.clone();
    printed::money(&MoneyDto { amount, currency }, catalogue)
}

/// What is to be looked at, with its answer.
pub(crate) fn alert_line(alert: &AlertItem, catalogue: &Catalogue) -> String {
    let money = unsigned(&alert.money, catalogue);
    let minutes = alert.minutes.unwrap_or_default().to_string();
    let args = [("money", money.as_str()), ("minutes", &minutes)];
    let said = match (alert.alert_kind.as_str(), &alert.from) {
        ("missed", _) => catalogue.text("cli-alert-missed", &args),
        (_, Some(_)) => catalogue.text("cli-alert-double-minutes", &args),
        (_, None) => catalogue.text("cli-alert-double-day", &args),
    };
    match &alert.answer {
        Some(answer) => {
            let answer = catalogue.text(&format!("alert-answer-{answer}"), &[]);
            format!("{said} ({answer})")
        }
        None => said,
    }
}

/// A price that rose.
pub(crate) fn rise_line(change: &PriceChangeItem, catalogue: &Catalogue) -> String {
    let (from, to) = (
        unsigned(&change.from, catalogue),
        unsigned(&change.to, catalogue),
    );
    catalogue.text("cli-price-change", &[("from", &from), ("to", &to)])
}

/// What is due.
pub(crate) fn expected_line(expected: &ExpectedItem, catalogue: &Catalogue) -> String {
    let money = printed::money(&expected.money, catalogue);
    let args = [("name", expected.name.as_str()), ("money", &money)];
    catalogue.text("cli-timeline-expected", &args)
}
