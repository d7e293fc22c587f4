//! Imports that are killed, cut off from power, or run out of disk: what is left is whole, and has what was reported.

use journeys::scene::Scene;
use journeys::{cuts, full, kills};

use crate::Failure;
use crate::measure::say;

const KILLS: usize = 1_000;
/// Entries of the import that is killed.
const LARGE: usize = 2_000;
/// Entries of the import that is recorded and starved.
const SMALL: usize = 500;
/// Moments between two syncs.
const BETWEEN: usize = 12;

/// Whatever is not whole ends it with a sentence.
pub(crate) fn run() -> Result<(), Failure> {
    say("kills: after each, `foil verify` finds nothing and nothing reported as done is missing");
    let scene = Scene::new(SMALL);
    let (before, after) = scene.before_and_after();
    let cuts = cuts::everywhere(&scene, BETWEEN, (&before, &after));
    say(&format!("power: {cuts}"));
    match full::fill(&scene, 16 << 10, (&before, &after)) {
        Some(full) => say(&format!("disk: {full}")),
        None => say("disk: skipped, mounting a small disk is not allowed here"),
    }
    let scene = Scene::new(LARGE);
    let (before, after) = scene.before_and_after();
    let spread = kills::spread(&scene, KILLS, (&before, &after));
    say(&format!("kill -9: {spread}"));
    if spread.kills() < KILLS {
        return Err("too many imports ended before they could be killed".into());
    }
    Ok(())
}
