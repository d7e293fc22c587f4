//! `foil fees`: what the banks took in a year.

use std::io::Write;

use api::overview::Fees;
use clap::Args;
use text::Catalogue;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::printed;

/// What `foil fees` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Calendar year [default: the last that anything is known of]
    year: Option<i32>,
}

/// Prints what the banks took, once per currency.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let all = door::open(global)?.list_fees(arguments.year)?;
    if global.json {
        printed::json(&all)?;
        return Ok(Exit::Well);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    if all.is_empty() {
        let year = arguments.year.map(|year| year.to_string());
        let said = match &year {
            Some(year) => catalogue.text("cli-fees-none-in", &[("year", year)]),
            None => catalogue.text("cli-fees-none", &[]),
        };
        writeln!(out, "{said}")?;
    }
    for fees in &all {
        for line in lines(fees, &catalogue) {
            writeln!(out, "{line}")?;
        }
    }
    out.flush()?;
    Ok(Exit::Well)
}

/// What the year comes to, then each heading with its lines.
fn lines(fees: &Fees, catalogue: &Catalogue) -> Vec<String> {
    let head = [
        ("year", fees.year.to_string()),
        ("day", printed::day(&fees.until, catalogue)),
        ("money", printed::money(&fees.total, catalogue)),
    ];
    let head = head.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut lines = vec![catalogue.text("cli-fees-year", &head)];
    if let Some(said) = compared(fees, catalogue) {
        lines.push(format!("  {said}"));
    }
    for group in &fees.groups {
        let sum = printed::money(&group.money, catalogue);
        lines.push(format!("  {}  {sum}", group.name));
        let own = fees.lines.iter().filter(|line| line.group == group.group);
        lines.extend(own.map(|line| {
            let day = printed::day(&line.date, catalogue);
            let money = printed::money(&line.money, catalogue);
            format!("    {day}  {}  {money}", line.name)
        }));
    }
    lines
}

/// How the year stands beside the one before it, where that is known.
fn compared(fees: &Fees, catalogue: &Catalogue) -> Option<String> {
    let mut difference = fees.difference.clone()?;
    let is_less = difference.amount.starts_with('-');
    let is_same = !difference
        .amount
        .contains(|sign| ('1'..='9').contains(&sign));
    difference.amount = difference.amount.replace('-', "");
    let year = fees.year.saturating_sub(1).to_string();
    let money = printed::money(&difference, catalogue);
    let id = match (is_same, is_less) {
        (true, _) => "cli-fees-same",
        (false, true) => "cli-fees-less",
        (false, false) => "cli-fees-more",
    };
    Some(catalogue.text(id, &[("money", money.as_str()), ("year", &year)]))
}
