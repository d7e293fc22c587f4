//! What axe-core finds on the screens of the real window: nothing, with no rule off.

use std::fs;
use std::path::Path;

use journeys::catalogue::say_in;
use journeys::desktop::Desktop;
use journeys::hands::Hands;
use journeys::tour::{self, FIRST_RUN, Guide, LOCKED, LOOKS, Look, PASSPHRASE, STOPS};
use serde_json::Value;

/// Both themes and both languages, one of them narrow.
const SEEN: [Look; 2] = [LOOKS[0], LOOKS[7]];

#[test]
fn axe_finds_nothing_on_any_screen_of_an_open_or_locked_ledger() {
    let axe = source();
    let desktop = Desktop::open();
    tour::settle(&desktop);
    let mut guide = Guide::open(&desktop);
    let mut found = Vec::new();
    for look in SEEN {
        guide.look(look);
        for stop in LOCKED {
            guide.go(stop, |guide| {
                found.extend(violations(guide, &axe, stop.name))
            });
        }
    }
    guide.look(SEEN[0]);
    guide.driven.refresh();
    guide.rest();
    guide
        .driven
        .fill(&say_in(SEEN[0].lang, "passphrase"), PASSPHRASE);
    guide.driven.press(&say_in(SEEN[0].lang, "lock-open"));
    guide.driven.see(&say_in(SEEN[0].lang, "pinned"));
    for look in SEEN {
        guide.look(look);
        for stop in STOPS {
            guide.go(stop, |guide| {
                found.extend(violations(guide, &axe, stop.name))
            });
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn axe_finds_nothing_on_the_way_to_a_first_ledger() {
    let axe = source();
    let mut found = Vec::new();
    for look in SEEN {
        let desktop = Desktop::open();
        let mut guide = Guide::open(&desktop);
        guide.look(look);
        guide.driven.refresh();
        guide.rest();
        for stop in FIRST_RUN {
            guide.go_on(stop);
            found.extend(violations(&guide, &axe, stop.name));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn source() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask setup`", file.display()))
}

/// What is wrong with the page as it is now, each with its place.
///
/// The day that floats over a conversation goes by itself, while axe looks too: without transitions it is there or is not, and never half through
/// what is under it.
fn violations(guide: &Guide, axe: &str, stop: &str) -> Vec<String> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         const still = new CSSStyleSheet();
         still.replaceSync('* {{ transition: none !important }}');
         document.adoptedStyleSheets.push(still);
         {axe};
         axe.run(document).then(
           ({{ violations }}) => done(violations.flatMap(({{ id, help, nodes }}) => nodes.map(({{ html }}) => `${{id}} (${{help}}): ${{html}}`))),
           (error) => done([String(error)]))"
    );
    let found = guide.driven.run_later(&script, &[]);
    let found = found.as_array().cloned().unwrap_or_default();
    let look = guide.look;
    found
        .iter()
        .filter_map(Value::as_str)
        .map(|said| format!("{stop}, {look:?}: {said}"))
        .collect()
}
