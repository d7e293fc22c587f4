//! Statements that say what they close with and not what they open with, as OFX has them: what proves them, and what does not yet.

use std::fs;

use journeys::catalogue::{say, say_with};
use journeys::desktop::{Desktop, SCREEN};
use journeys::hands::Hands;
use journeys::wait::until_or;
use journeys::webdriver::Driven;
use journeys::{drag, picture, statement};

use crate::steps::{Lock, bubbles, drop_statement, first_run};

/// Which rows of the conversation are in view.
const IN_VIEW: &str = "const box = document.querySelector('section.timeline').getBoundingClientRect();
    return [...document.querySelectorAll('section.timeline [data-kind]')]
      .filter((row) => row.getBoundingClientRect().top < box.bottom && row.getBoundingClientRect().bottom > box.top)
      .map((row) => row.textContent).join('\\n')";

#[test]
fn a_first_statement_says_what_would_prove_it_and_the_next_one_is_proved_by_it() {
    let desktop = Desktop::open();
    let mut driven = Driven::start(&desktop);
    first_run(&mut driven, Lock::Passphrase);
    drop_statement(&desktop, &mut driven, "proof");
    driven.see(&say_with(
        "proof-nothing-before",
        &format!("€{}", statement::BALANCE),
    ));

    let lines: String = ["20261103", "20261116", "20261127"]
        .iter()
        .map(|day| statement::entry(day, "-24.99", day, "VOLT ET CIE", ""))
        .collect();
    let november = desktop.bank().join("november.ofx");
    let text = statement::around(&lines, "20261101", "20261127", "1431.24");
    fs::write(&november, text).unwrap();
    drag::carry(&desktop, &[&november], (SCREEN.0 / 2, SCREEN.1 / 2)).drop_there();
    driven.see("3 transactions imported, all proven");
    bubbles(&mut driven, statement::COUNT + 3);
    driven.see(&say("unread-marker"));
    picture::take(&desktop, "proof-november");
    let seen = driven.run(IN_VIEW, &[]).to_string();
    assert!(
        seen.contains("1,506.21") && seen.contains("1,431.24"),
        "what came last is in view, with its proof: {seen}"
    );
}

#[test]
fn the_balance_of_the_day_before_proves_a_first_statement() {
    let desktop = Desktop::open();
    let mut driven = Driven::start(&desktop);
    first_run(&mut driven, Lock::Passphrase);
    drop_statement(&desktop, &mut driven, "balance");
    driven.press(&say("proof-say-balance"));
    driven.fill(&say_with("account-amount", "EUR"), "-18.75");
    driven.press(&say("save"));
    driven.see(&say("account-saved"));
    driven.see("statement proven");
    let focused = "return document.activeElement.textContent";
    until_or(
        "the focus on what is proved",
        || driven.run(focused, &[]).to_string(),
        || {
            let said = driven.run(focused, &[]).to_string();
            said.contains("statement proven").then_some(())
        },
    );
    picture::take(&desktop, "proof-said");
}
