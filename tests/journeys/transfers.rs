//! Two accounts of one invented person, and the money between them.

use serde_json::Value;

use crate::files::{Line, ofx_of};
use crate::terminal::Terminal;

const CURRENT: &[Line] = &[
    ("2026-10-05", 215_000, "ATELIERS MERIDOR SALAIRE", "C1005"),
    ("2026-10-06", -30_000, "VIR LIVRET BLEU", "C1006"),
    ("2026-10-16", -5_735, "GRAND MARCHE", "C1016"),
    ("2026-10-26", -4_000, "VIR MAUD ORTIE", "C1026"),
];
const SAVINGS: &[Line] = &[
    ("2026-10-07", 30_000, "VIR COMPTE COURANT", "S1007"),
    ("2026-10-26", 4_000, "VIR HUGO PERVENCHE", "S1026"),
];

fn household() -> Terminal {
    let terminal = Terminal::with_ledger();
    let current = ofx_of(CURRENT, "2026-10-31", "2052.65");
    let savings = ofx_of(SAVINGS, "2026-10-31", "340.00").replace("04178820316", "04178829990");
    terminal.import(&terminal.file("current.ofx", current));
    terminal.import(&terminal.file("savings.ofx", savings));
    terminal
}

/// The entries of every account's conversation, in order of days.
fn entries(terminal: &Terminal) -> Vec<Value> {
    let answer = terminal.foil(&["timeline", "--json"]).json();
    let mut items = answer.as_array().unwrap().clone();
    items.retain(|item| item["kind"] == "entry");
    items
}

fn entry(terminal: &Terminal, amount: &str) -> Value {
    let all = entries(terminal);
    let found = all.iter().find(|item| item["money"]["amount"] == amount);
    found.unwrap_or_else(|| panic!("{amount}: {all:?}")).clone()
}

fn balances(terminal: &Terminal) -> String {
    terminal.foil(&["balances", "--json"]).out
}

#[test]
fn money_between_own_accounts_is_one_movement_seen_from_both() {
    let terminal = household();
    let (out, into) = (entry(&terminal, "-300.00"), entry(&terminal, "300.00"));
    assert_eq!(out["transfer"]["entry"], into["id"], "{out}");
    assert_eq!(into["transfer"]["entry"], out["id"], "{into}");
    assert_eq!(out["transfer"]["account"], into["account"]);
    assert_eq!(
        entry(&terminal, "-40.00")["transfer"],
        Value::Null,
        "given to one person, received from another"
    );
    let listed = terminal.foil(&["conversations"]).out;
    assert!(!listed.contains("Livret Bleu"), "nobody was paid: {listed}");
    assert!(listed.contains("Grand Marche"), "{listed}");
    let found = terminal.foil(&["search", "livret", "--json"]).json();
    assert_eq!(found[0]["id"], out["id"], "it is found all the same");
    terminal.verify();
}

#[test]
fn a_refused_pair_stays_refused_and_a_pair_that_only_the_user_knows_holds() {
    let terminal = household();
    let held = balances(&terminal);
    let id = |amount: &str| entry(&terminal, amount)["id"].to_string();
    let (out, into) = (id("-300.00"), id("300.00"));
    let (given, taken) = (id("-40.00"), id("40.00"));
    let parted = terminal.foil(&["part", &out, &into, "--json"]).json();
    assert_eq!(parted["operationKind"], "part", "{parted}");
    terminal.foil(&["pair", &taken, &given]);
    assert_eq!(entry(&terminal, "-300.00")["transfer"], Value::Null);
    assert_eq!(entry(&terminal, "-40.00")["transfer"]["byUser"], true);
    let savings = terminal.foil(&["history", "--json"]).json();
    let imports = savings.as_array().unwrap().iter();
    let import = imports
        .filter(|row| row["file"] == "savings.ofx")
        .map(|row| row["operation"].to_string())
        .next()
        .unwrap();
    terminal.foil(&["undo", &import]);
    assert_eq!(entry(&terminal, "-40.00")["transfer"], Value::Null);
    terminal.verify();
    terminal.foil(&["redo", &import]);
    assert_eq!(
        entry(&terminal, "-300.00")["transfer"],
        Value::Null,
        "no import makes what the user refused"
    );
    assert_eq!(entry(&terminal, "-40.00")["transfer"]["byUser"], true);
    assert_eq!(balances(&terminal), held, "no balance has moved");
    terminal.foil(&["undo", &parted["operation"].to_string()]);
    assert_eq!(entry(&terminal, "-300.00")["transfer"]["byUser"], false);
    terminal.verify();
}

#[test]
fn a_transfer_leaves_with_the_rest() {
    let terminal = household();
    let csv = terminal.foil(&["export", "--to", "csv"]).out;
    let line = csv.lines().find(|line| line.contains("-300.00")).unwrap();
    assert!(line.ends_with("99107/04178829990"), "{line}");
    let json = terminal.foil(&["export", "--to", "json"]).json();
    let entries = json["accounts"][0]["entries"].as_array().unwrap();
    let out = entries.iter().find(|entry| entry["amount"] == "-300.00");
    assert_eq!(
        out.unwrap()["transfer"],
        serde_json::json!({
            "account": "99107/04178829990", "day": "2026-10-07", "amount": "300.00", "currency": "EUR", "byUser": false,
        })
    );
}
