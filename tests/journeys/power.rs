//! Power cuts in the middle of an import: every moment after which the disk must hold something, and what it may hold of
//! what came later. Afterwards the ledger is as before or as after, and what was reported is there.

use std::io::Write;

use journeys::cuts::everywhere;
use journeys::scene::Scene;

/// Small enough for a test, large enough that an import writes many pages.
const ENTRIES: usize = 300;
/// Moments between two syncs, each with every kind of what may be left.
const BETWEEN: usize = 2;

#[test]
fn whenever_the_power_goes_an_import_happened_or_did_not_and_what_was_reported_is_there() {
    let scene = Scene::new(ENTRIES);
    let (before, after) = scene.before_and_after();
    let cuts = everywhere(&scene, BETWEEN, (&before, &after));
    // Past the capture of the test harness: the figures are always told.
    writeln!(std::io::stdout(), "{cuts}").unwrap();
    assert!(
        cuts.syncs >= 3 && cuts.writes >= 100,
        "it was recorded: {cuts}"
    );
    assert!(
        cuts.done > 0 && cuts.done < cuts.cuts,
        "both are seen: {cuts}"
    );
}
