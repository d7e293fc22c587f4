//! Power cuts at every sync of an import and between them.

use std::fmt;

use crate::power::{Chance, LEFT, Left, record};
use crate::scene::Scene;

/// What became of the ledgers whose disk lost power.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cuts {
    /// Syncs of the import.
    pub syncs: usize,
    /// Writes of the import.
    pub writes: usize,
    /// Disks that were rebuilt.
    pub cuts: usize,
    /// Those that had the import.
    pub done: usize,
}

impl fmt::Display for Cuts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} writes, {} syncs; the power went {} times: {} found the import done",
            self.writes, self.syncs, self.cuts, self.done
        )
    }
}

/// Records one import; rebuilds the disk as of each sync, with nothing and with all of what came later, and as of `between`
/// moments up to the next sync, with each kind of what may be left; holds each against `before` and `after`.
///
/// # Panics
/// A ledger is neither as before nor as after, or lacks what was reported.
pub fn everywhere(scene: &Scene, between: usize, (before, after): (&str, &str)) -> Cuts {
    let ledger = scene.path("ledger");
    scene.copy_to(&ledger);
    let recording = record(&scene.import(&ledger), &ledger, &scene.path("strace"));
    let said = recording.said();
    let mut chance = Chance::new(4);
    let mut syncs = recording.syncs();
    let mut out = Cuts {
        syncs: syncs.len() - 1,
        writes: recording.writes(),
        ..Cuts::default()
    };
    syncs.push(recording.end());
    let disk = scene.path("disk");
    for window in syncs.windows(2) {
        let &[sync, next] = window else { continue };
        let mut moments = vec![(sync, Left::Nothing), (next, Left::All)];
        for _ in 0..between {
            let moment = sync + chance.below(next - sync + 1);
            moments.extend(LEFT.map(|left| (moment, left)));
        }
        for (moment, left) in moments {
            recording.rebuild(&scene.base(), moment, left, &mut chance, &disk);
            let state = scene.whole(&disk);
            let is_done = state == after;
            assert!(
                is_done || state == before,
                "neither before nor after: the power went at {moment}, {left:?} of what no sync followed was left"
            );
            assert!(
                is_done || moment < said,
                "what was reported is there: the power went at {moment}, {left:?} was left"
            );
            out.cuts += 1;
            out.done += usize::from(is_done);
        }
    }
    out
}
