//! A disk that fills up at one moment of an import after the other.

use std::fmt;
use std::fs;

use crate::mount::Disk;
use crate::scene::{Scene, copy};

/// How imports ended on disks of growing size.
#[derive(Debug, Clone, Copy, Default)]
pub struct Full {
    /// Refused with the disk's fullness as the reason.
    pub refused: usize,
    /// Done, whatever else found no room.
    pub done: usize,
}

impl fmt::Display for Full {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (all, refused, done) = (self.refused + self.done, self.refused, self.done);
        write!(
            f,
            "{all} disks filled up: {refused} imports refused, {done} done"
        )
    }
}

/// Imports on a disk with no room beyond the ledger's, then with one `step` of bytes more, and so on until there is room
/// enough. After each import the ledger is as before or as after, with room made it is complete. `None` where this user may
/// not mount disks.
///
/// # Panics
/// A ledger is neither as before nor as after, lacks what was reported, or the reason of a refusal is not told.
pub fn fill(scene: &Scene, step: u64, (before, after): (&str, &str)) -> Option<Full> {
    let used: u64 = fs::read_dir(scene.base())
        .expect("a folder of ours")
        .map(|file| {
            file.and_then(|file| file.metadata())
                .expect("a file of ours")
        })
        .map(|file| file.len().next_multiple_of(4_096) + 4_096)
        .sum();
    let mut out = Full::default();
    let mut room = 0;
    while out.done < 2 {
        let disk = Disk::mount(&scene.path("small"), used + room)?;
        let ledger = disk.folder().join("ledger");
        scene.copy_to(&ledger);
        let answer = scene.import(&ledger).output().expect("foil starts");
        let said = String::from_utf8_lossy(&answer.stderr);
        let copied = scene.path("copied");
        copy(&ledger, &copied).expect("room elsewhere");
        let state = scene.whole(&copied);
        let is_done = answer.status.success();
        if is_done {
            assert_eq!(state, after, "what was reported is there");
            out.done += 1;
        } else {
            assert_eq!(state, before, "with room for {room} more bytes: {said}");
            assert!(
                said.contains("The disk is full. Nothing was changed. Make room, then try again."),
                "with room for {room} more bytes: {said}"
            );
            out.refused += 1;
        }
        disk.resize((used + room) * 4 + (64 << 20));
        if !is_done {
            let again = scene.import(&ledger).output().expect("foil starts");
            assert!(again.status.success(), "with room made it goes on");
        }
        assert_eq!(scene.whole(&ledger), after, "with room made it is complete");
        room += step;
    }
    Some(out)
}
