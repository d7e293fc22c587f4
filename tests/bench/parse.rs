//! Reading alone: sniff, parse and prove 100,000 entries.

use source::Source;
use statement::{Answers, prove, read};

use crate::Failure;
use crate::data::{ofx, rows};
use crate::measure::{compare, say, took};

/// ofx-rs 0.2.0 on 100,000 entries of the same shape (`../shared/bench/RESULTS.md`), CPU seconds.
const OFX_RS: f64 = 0.82;

pub(crate) fn run() -> Result<(), Failure> {
    say("parse: 100,000 entries (CPU seconds)");
    let text = ofx(&rows(100_000, 0));
    let (count, ours) = took(|| {
        let source = Source::new("bench.ofx", text.as_bytes());
        let (_, reading) = read(&source, &Answers::none());
        let proofs = reading.statements.iter().map(prove).count();
        (
            reading
                .statements
                .iter()
                .map(|statement| statement.entries.len())
                .sum::<usize>(),
            proofs,
        )
    });
    assert_eq!(count, (100_000, 3), "every entry is read");
    compare(
        "OFX 1",
        ours.cpu,
        "ofx-rs (quoted)",
        std::time::Duration::from_secs_f64(OFX_RS),
        "at most 0.2",
    );
    Ok(())
}
