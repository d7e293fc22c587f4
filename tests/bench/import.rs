//! Importing OFX into the encrypted ledger, beside the limit and the most used peer.

use ledger::{Answers, Dropped, Ledger, Watch};
use vault::Key;

use crate::data::{self, Row, ofx, rows};
use crate::measure::{compare, peak_mib, say, took};
use crate::{Failure, limit};

/// Actual's API, entries per CPU second at 10,000 (best of the runs in `../shared/bench/RESULTS.md`).
const ACTUAL: f64 = 473.0;

pub(crate) fn run() -> Result<(), Failure> {
    say("import: OFX into the encrypted ledger, key at hand (CPU seconds)");
    for n in [10_000, 100_000] {
        let folder = tempfile::tempdir()?;
        let rows = rows(n, 0);
        let file = Dropped {
            name: "bench.ofx".to_owned(),
            bytes: ofx(&rows).into_bytes(),
        };
        let (done, bare) = took(|| limit::insert(&folder.path().join("bare.db"), &rows));
        done?;
        let ledger = Ledger::create(folder.path(), &Key::random()?)?;
        let import = || ledger.import(&file, &Answers::none(), true, Watch::nobody());
        let (first, ours) = took(import);
        let counts = first?.review.counts;
        assert_eq!(counts.new, n as u64, "every row is an entry");
        compare(
            &format!("{n} entries, first time"),
            ours.cpu,
            "bare insert",
            bare.cpu,
            "at most 3",
        );
        let (again, known) = took(import);
        assert_eq!(again?.review.counts.new, 0, "a second import adds nothing");
        compare(
            &format!("{n} entries, the same file again"),
            known.cpu,
            "first time",
            ours.cpu,
            "at most 0.5",
        );
        let mut changed = ofx(&rows);
        changed.push('\n');
        let file = Dropped {
            name: "bench-again.ofx".to_owned(),
            bytes: changed.into_bytes(),
        };
        let (other, overlap) =
            took(|| ledger.import(&file, &Answers::none(), true, Watch::nobody()));
        assert_eq!(other?.review.counts.known, n as u64, "every row is known");
        compare(
            &format!("{n} entries, another file with the same rows"),
            overlap.cpu,
            "first time",
            ours.cpu,
            "at most 0.5",
        );
        // What a bank gives a year on: the rows of before, and one in a hundred that is new.
        let fresh = n / 100;
        let mut later: Vec<Row> = rows.into_iter().take(n - fresh).collect();
        later.extend(data::rows(fresh, 1));
        let file = Dropped {
            name: "bench-later.ofx".to_owned(),
            bytes: ofx(&later).into_bytes(),
        };
        let (other, partly) =
            took(|| ledger.import(&file, &Answers::none(), true, Watch::nobody()));
        let counts = other?.review.counts;
        assert!(
            counts.known as usize >= n - fresh && counts.total() == n as u64,
            "one in a hundred is new: {counts:?}"
        );
        compare(
            &format!("{n} entries, one in a hundred of them new"),
            partly.cpu,
            "first time",
            ours.cpu,
            "at most 0.5",
        );
        let rate = n as f64 / ours.cpu.as_secs_f64();
        say(&format!(
            "{:<52} {rate:>9.0} /s   Actual {ACTUAL:>10.0} /s   ratio {:>6.0}   (aim: at least 40)",
            format!("{n} entries, entries per CPU second"),
            rate / ACTUAL
        ));
    }
    say(&format!("peak memory {} MiB", peak_mib()));
    Ok(())
}
