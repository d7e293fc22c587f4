//! `kill -9` in the middle of an import: afterwards the ledger is as before or as after, never between, and what was reported
//! is there. `cargo xtask bench kills` does the same a thousand times.

use std::io::Write;

use journeys::kills::spread;
use journeys::scene::Scene;

const KILLS: usize = 100;
const ENTRIES: usize = 2_000;

#[test]
fn an_import_killed_at_any_moment_happened_or_did_not() {
    let scene = Scene::new(ENTRIES);
    let (before, after) = scene.before_and_after();
    assert!(after.lines().count() >= before.lines().count() + ENTRIES);
    let spread = spread(&scene, KILLS, (&before, &after));
    // Past the capture of the test harness: the distribution is always told.
    writeln!(std::io::stdout(), "{spread}").unwrap();
    assert_eq!(spread.kills(), KILLS, "enough were killed");
    assert!(spread.writing >= KILLS / 2, "enough in the middle");
}
