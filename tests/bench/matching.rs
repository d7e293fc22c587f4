//! Links of receipts beside the true ones, and their speed among a million entries.

use std::path::{Path, PathBuf};
use std::time::Duration;

use ::matching::{LinkEntry, LinkReceipt, Said, link};
use chrono::Days;
use domain::{Currency, EntryId, NaiveDate};
use text::PaymentType;

use crate::Failure;
use crate::data::rows;
use crate::judge::{Case, Tally};
use crate::measure::{compare, peak_mib, say, took};
use crate::pairs::{Knobs, Set, generate};

/// Where the corpus stands, seen from the tree.
const CORPUS: &str = "../shared/corpus/matching.json";
const SEEDS: u64 = 5;

/// Our own sets, the corpus where there is one, then speed.
pub(crate) fn run() -> Result<(), Failure> {
    for seed in 1..=SEEDS {
        report(
            &format!("household {seed}"),
            &generate(&Knobs::household(seed)),
        )?;
    }
    for seed in 1..=SEEDS {
        report(&format!("hard {seed}"), &generate(&Knobs::hard(seed)))?;
    }
    if Path::new(CORPUS).exists() {
        of_file(&PathBuf::from(CORPUS))?;
    } else {
        say("skipped: no ../shared");
    }
    speed()
}

/// One set from a file.
pub(crate) fn of_file(path: &Path) -> Result<(), Failure> {
    let set: Set = serde_json::from_slice(&std::fs::read(path)?)?;
    report(&path.display().to_string(), &set)
}

fn report(name: &str, set: &Set) -> Result<(), Failure> {
    let case = Case::new(set)?;
    let (ours, by_scenario) = case.judge();
    say(&format!(
        "{name}: {} receipts, {} bank lines",
        set.receipts.len(),
        set.transactions.len()
    ));
    line("ours", &ours);
    for (scenario, tally) in &by_scenario {
        line(&format!("  {scenario}"), tally);
    }
    for (rule, tally) in case.judge_peers() {
        line(rule, &tally);
    }
    Ok(())
}

fn line(what: &str, tally: &Tally) {
    say(&format!(
        "{what:<26} precision {:.3}   recall {:.3}   first three {:.3}   right {:>4}   wrong {:>3}   of {:>4}",
        tally.precision(),
        tally.recall(),
        tally.first_three(),
        tally.right,
        tally.wrong,
        tally.true_links
    ));
}

/// 10,000 receipts among 1,000,000 entries.
fn speed() -> Result<(), Failure> {
    let entries: Vec<LinkEntry> = (0i64..)
        .zip(rows(1_000_000, 0))
        .map(|(id, row)| LinkEntry {
            id: EntryId(id),
            booked: row.day,
            amount: row.cents,
            currency: Currency::EUR,
            payment: PaymentType::Card,
            counterparty: row.name.clone(),
            words: format!("{} {}", row.memo, row.name),
            original: None,
        })
        .collect();
    let receipts: Vec<LinkReceipt> = entries.iter().step_by(100).map(receipt_of).collect();
    let (decisions, took) = took(|| link(&receipts, &entries, &Said::default()));
    let what = format!(
        "{} receipts among {} entries",
        decisions.len(),
        entries.len()
    );
    compare(
        &what,
        took.cpu,
        "limit",
        Duration::from_secs(10),
        "at most 1",
    );
    say(&format!("peak memory {} MiB", peak_mib()));
    Ok(())
}

fn receipt_of(entry: &LinkEntry) -> LinkReceipt {
    let issued: NaiveDate = entry.booked - Days::new(1);
    LinkReceipt {
        id: entry.id.0,
        names: vec![entry.counterparty.clone()],
        issued,
        due: None,
        total: -entry.amount,
        payable: None,
        paid: None,
        tip: None,
        currency: entry.currency,
        instalments: Vec::new(),
        numbers: Vec::new(),
        descriptor: None,
        card_ending: None,
    }
}
