//! What the history asks or tells is answered where it stands: a statement that is not to be had, a price that rose.

use journeys::catalogue::{opening, say};
use journeys::desktop::Desktop;
use journeys::hands::Hands;
use journeys::tour::{self, Guide, LOOKS, PASSPHRASE, STOPS};
use journeys::wait::until_or;
use serde_json::{Value, json};

/// The household's ledger in English, at one of the tour's stops.
fn at<'desktop>(desktop: &'desktop Desktop, stop: &str) -> Guide<'desktop> {
    tour::settle(desktop);
    let mut guide = Guide::open(desktop);
    guide.look(LOOKS[2]);
    guide.driven.refresh();
    guide.rest();
    guide.driven.fill(&say("passphrase"), PASSPHRASE);
    guide.driven.press(&say("lock-open"));
    guide.driven.see(&say("pinned"));
    let stop = STOPS.iter().find(|each| each.name == stop).unwrap();
    guide.go(stop, |_| ());
    guide
}

fn becomes(guide: &Guide<'_>, what: &str, script: &str, wanted: &Value) {
    until_or(
        what,
        || guide.driven.run(script, &[]).to_string(),
        || (guide.driven.run(script, &[]) == *wanted).then_some(()),
    );
    guide.rest();
}

/// The months of the calendar in the details that no statement tells of, and what it says of them.
const MONTHS: &str = "return [...document.querySelectorAll('.inspector ol button:is(.missing, .accepted)')].map((e) => e.querySelector('.spoken').textContent)";

/// May to July, each called so.
fn may_to_july(state: &str) -> Value {
    let state = say(state);
    json!(["May", "June", "July"].map(|month| format!("{month}\u{a0}2026, {state}")))
}

#[test]
fn a_statement_that_is_not_to_be_had_is_said_so_and_asked_for_no_more() {
    let desktop = Desktop::open();
    let mut guide = at(&desktop, "gap");
    guide.driven.press(&say("details"));
    becomes(
        &guide,
        "the months as missing",
        MONTHS,
        &may_to_july("coverage-gap"),
    );

    guide.walk("F6", "[data-bubble]");
    guide.walk("shift+Tab", "[data-kind=gap] .button.plain");
    guide.key("Return");
    guide.driven.see(&say("gap-is-accepted"));
    becomes(
        &guide,
        "a slip instead of the question",
        "return [...document.querySelectorAll('[data-kind=gap]')].map((e) => [e.querySelector('[role=note]') !== null, e.querySelector('button') === null])",
        &json!([[true, true]]),
    );
    becomes(
        &guide,
        "the focus on what was said: the button is gone",
        "return document.activeElement.closest('[data-kind=gap]') !== null",
        &json!(true),
    );
    becomes(
        &guide,
        "the months as not to be had",
        MONTHS,
        &may_to_july("coverage-accepted"),
    );
    let asks = "return document.querySelectorAll('.inspector .told .button').length";
    becomes(&guide, "details that ask for no statement", asks, &json!(0));

    guide.key("ctrl+z");
    guide.driven.see(&say("toast-undone"));
    guide.driven.see(&say("gap-accept"));
    becomes(
        &guide,
        "the months as missing again",
        MONTHS,
        &may_to_july("coverage-gap"),
    );
    becomes(&guide, "details that ask again", asks, &json!(1));
}

#[test]
fn a_price_that_is_noted_leaves_the_focus_on_the_entry_it_was_about() {
    let desktop = Desktop::open();
    let mut guide = at(&desktop, "rise");
    guide.walk("F6", "[data-bubble]");
    guide.walk("shift+Tab", "[data-kind=priceChange] button");
    guide.key("Return");
    guide.driven.see(&say("toast-seen"));
    becomes(
        &guide,
        "no slip",
        "return document.querySelector('[data-kind=priceChange]') === null",
        &json!(true),
    );
    let focused = "const e = document.activeElement; return [e.matches('.timeline [data-bubble]'), e.textContent.includes('21.99')]";
    becomes(
        &guide,
        "the focus on the first entry at the new price",
        focused,
        &json!([true, true]),
    );
    let is_shown = "return document.activeElement.matches(':focus-visible')";
    becomes(
        &guide,
        "a ring: the keyboard brought it here",
        is_shown,
        &json!(true),
    );

    guide.key("ctrl+z");
    guide.driven.see(&opening("price-since"));
}
