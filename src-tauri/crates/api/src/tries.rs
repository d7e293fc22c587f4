//! Wrong passphrases, counted: after five of them a minute must pass. The count stands beside the ledger, so that
//! starting again does not begin it anew.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::disk;

/// Wrong tries before a wait.
const TRIES: u32 = 5;
/// Seconds to wait.
const WAIT: u64 = 60;

/// What stands in the file. Times are in seconds since 1970, UTC.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Count {
    wrong: u32,
    wait_until: u64,
}

impl Count {
    /// Seconds to wait at `now`.
    fn wait(self, now: u64) -> u32 {
        let left = self.wait_until.saturating_sub(now).min(WAIT);
        u32::try_from(left).unwrap_or(u32::MAX)
    }

    /// A wait that ends later than any wait begun now was begun under a clock that ran ahead: it begins now.
    fn under_clock(self, now: u64) -> Self {
        let latest = now.saturating_add(WAIT);
        Count {
            wait_until: self.wait_until.min(latest),
            ..self
        }
    }

    fn after_wrong(self, now: u64) -> Self {
        let wrong = self.wrong.saturating_add(1);
        if wrong < TRIES {
            return Count { wrong, ..self };
        }
        Count {
            wrong: 0,
            wait_until: now.saturating_add(WAIT),
        }
    }
}

/// The count of one ledger's folder.
#[derive(Debug)]
pub(crate) struct Tries {
    file: PathBuf,
    count: Count,
}

impl Tries {
    pub(crate) const FILE: &str = "tries.json";

    /// The count as the folder has it; none where there is no file, or one that cannot be read.
    pub(crate) fn load(folder: &Path) -> Self {
        let mut tries = Tries {
            file: folder.join(Self::FILE),
            count: Count::default(),
        };
        tries.refresh();
        tries
    }

    /// Seconds to wait before a try is accepted, and how many are left before a wait.
    pub(crate) fn left(&mut self) -> (u32, u32) {
        self.refresh();
        match self.count.wait(now()) {
            0 => (0, TRIES.saturating_sub(self.count.wrong)),
            wait => (wait, 0),
        }
    }

    /// Notes a wrong passphrase. A folder that cannot be written counts until the program ends.
    pub(crate) fn wrong(&mut self) {
        self.count = self.count.after_wrong(now());
        self.write();
    }

    /// Notes that the ledger was opened.
    pub(crate) fn right(&mut self) {
        self.count = Count::default();
        drop(std::fs::remove_file(&self.file));
    }

    /// Takes over what another program counted, unless it is less than what is known here.
    fn refresh(&mut self) {
        let read = std::fs::read(&self.file).unwrap_or_default();
        let Ok(found) = serde_json::from_slice::<Count>(&read) else {
            return;
        };
        if (found.wait_until, found.wrong) > (self.count.wait_until, self.count.wrong) {
            self.count = found.under_clock(now());
            if self.count != found {
                self.write();
            }
        }
    }

    fn write(&self) {
        let written = serde_json::to_vec(&self.count).unwrap_or_default();
        drop(disk::replace(&self.file, &written));
    }
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_wrong_try_brings_a_minute_and_then_five_more() {
        let mut count = Count::default();
        for _ in 0..4 {
            count = count.after_wrong(1_000);
            assert_eq!(count.wait(1_000), 0, "no wait before the fifth");
        }
        count = count.after_wrong(1_000);
        assert_eq!(count.wait(1_000), 60);
        assert_eq!(count.wait(1_059), 1);
        assert_eq!(count.wait(1_060), 0);
        assert_eq!(count.wrong, 0, "the wait buys five new tries");
    }

    #[test]
    fn a_wait_begun_under_a_clock_that_ran_ahead_ends_within_a_minute() {
        let folder = tempfile::tempdir().expect("a folder");
        let day = 86_400;
        let ahead = Count {
            wrong: 0,
            wait_until: now() + day,
        };
        let written = serde_json::to_vec(&ahead).expect("json");
        std::fs::write(folder.path().join(Tries::FILE), written).expect("a file");
        let mut tries = Tries::load(folder.path());
        assert!(tries.left().0 <= 60);
        assert!(
            tries.count.wait_until <= now() + 60,
            "and it does not begin again"
        );
        assert_eq!(
            Tries::load(folder.path()).count,
            tries.count,
            "in any program"
        );
    }

    #[test]
    fn starting_again_does_not_begin_the_count_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut first = Tries::load(folder.path());
        first.wrong();
        first.wrong();
        assert_eq!(Tries::load(folder.path()).left(), (0, 3));
        first.right();
        assert_eq!(Tries::load(folder.path()).left(), (0, 5));
    }
}
