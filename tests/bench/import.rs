//! Importing OFX into the encrypted ledger, beside the limit and the most used peer.

use std::time::Duration;

use ledger::{Answers, Counts, Dropped, Ledger, Watch};
use vault::Key;

use crate::data::{self, Row, ofx, rows};
use crate::measure::{compare, peak_mib, say, took};
use crate::{Failure, limit};

/// Actual's API, entries per CPU second at 10,000 (best of the runs in `../shared/bench/RESULTS.md`).
const ACTUAL: f64 = 473.0;

pub(crate) fn run() -> Result<(), Failure> {
    say("import: OFX into the encrypted ledger, key at hand (CPU seconds)");
    for n in [10_000, 100_000] {
        let rows = rows(n, 0);
        let file = dropped(ofx(&rows));
        let first = first_time(n, &rows, &file)?;
        // The same rows in other bytes, as another download of the same days has them.
        let mut other = ofx(&rows);
        other.push('\n');
        let counts = beside(n, "another file with the same rows", &file, other, first)?;
        assert_eq!(counts.known, n as u64, "every row is known");
        let fresh = n / 100;
        let known: Vec<Row> = rows.into_iter().take(n - fresh).collect();
        for (what, new) in [
            // What a bank gives some weeks on.
            (
                "one in a hundred of them new, the newest",
                data::later_rows(fresh, 1),
            ),
            // What nobody gives: each conversation has something new in each of ten years.
            (
                "one in a hundred of them new, all over",
                data::rows(fresh, 1),
            ),
        ] {
            let text = ofx(&[known.as_slice(), &new].concat());
            let counts = beside(n, what, &file, text, first)?;
            assert!(
                counts.known as usize >= n - fresh && counts.total() == n as u64,
                "one in a hundred is new: {counts:?}"
            );
        }
    }
    say(&format!("peak memory {} MiB", peak_mib()));
    Ok(())
}

fn dropped(text: String) -> Dropped {
    Dropped {
        name: "bench.ofx".to_owned(),
        bytes: text.into_bytes(),
    }
}

fn import(ledger: &Ledger, file: &Dropped) -> ledger::Result<Counts> {
    let done = ledger.import(file, &Answers::none(), true, Watch::nobody())?;
    Ok(done.review.counts)
}

/// Into an empty ledger, and then once more; gives the CPU time of the first.
fn first_time(n: usize, rows: &[Row], file: &Dropped) -> Result<Duration, Failure> {
    let folder = tempfile::tempdir()?;
    let (done, bare) = took(|| limit::insert(&folder.path().join("bare.db"), rows));
    done?;
    let ledger = Ledger::create(folder.path(), &Key::random()?)?;
    let (counts, ours) = took(|| import(&ledger, file));
    assert_eq!(counts?.new, n as u64, "every row is an entry");
    let name = format!("{n} entries, first time");
    compare(&name, ours.cpu, "bare insert", bare.cpu, "at most 3");
    let (counts, again) = took(|| import(&ledger, file));
    assert_eq!(counts?.new, 0, "a second import adds nothing");
    let name = format!("{n} entries, the same file again");
    compare(&name, again.cpu, "first time", ours.cpu, "at most 0.5");
    let rate = n as f64 / ours.cpu.as_secs_f64();
    say(&format!(
        "{:<52} {rate:>9.0} /s   Actual {ACTUAL:>10.0} /s   ratio {:>6.0}   (aim: at least 40)",
        format!("{n} entries, entries per CPU second"),
        rate / ACTUAL
    ));
    Ok(ours.cpu)
}

/// Into a ledger that holds another file.
fn beside(
    n: usize,
    what: &str,
    held: &Dropped,
    text: String,
    first: Duration,
) -> Result<Counts, Failure> {
    let folder = tempfile::tempdir()?;
    let ledger = Ledger::create(folder.path(), &Key::random()?)?;
    import(&ledger, held)?;
    let (counts, ours) = took(|| import(&ledger, &dropped(text)));
    let name = format!("{n} entries, {what}");
    compare(&name, ours.cpu, "first time", first, "at most 0.5");
    Ok(counts?)
}
