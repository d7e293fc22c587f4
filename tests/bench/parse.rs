//! Reading alone: sniff, parse and prove, in every format of text, beside a bare tokeniser of the same bytes.

use std::hint::black_box;
use std::process::Command;
use std::time::Duration;

use source::Source;
use statement::{Answers, prove, read};

use crate::Failure;
use crate::data::{Row, ofx, rows};
use crate::formats::{camt, csv, mt940, ofx2, qif};
use crate::measure::{peak_mib, reset_peak, say, took};

/// A format and what stands beside it.
struct Task {
    name: &'static str,
    file: &'static str,
    write: fn(&[Row]) -> String,
    /// What parts its tokens.
    marks: &'static [u8],
    /// The aim for 100,000 entries, in CPU seconds.
    aim: f64,
    /// The fastest peer on entries of the same shape, and its CPU seconds (`../shared/bench/RESULTS.md`).
    peer: (&'static str, f64),
}

const TASKS: [Task; 6] = [
    Task {
        name: "OFX 1",
        file: "bench.ofx",
        write: ofx,
        marks: b"<>\n",
        aim: 0.16,
        peer: ("ofx-rs", 0.82),
    },
    Task {
        name: "OFX 2",
        file: "bench.ofx",
        write: ofx2,
        marks: b"<>\n",
        aim: 0.16,
        peer: ("ofx-rs", 0.57),
    },
    Task {
        name: "QIF",
        file: "bench.qif",
        write: qif,
        marks: b"\n",
        aim: 0.10,
        peer: ("qif_parser", 0.20),
    },
    Task {
        name: "MT940",
        file: "bench.sta",
        write: mt940,
        marks: b":\n",
        aim: 0.15,
        peer: ("mt940", 2.9),
    },
    Task {
        name: "CAMT.053",
        file: "bench.xml",
        write: camt,
        marks: b"<>",
        aim: 0.70,
        peer: ("camt053", 6.0),
    },
    Task {
        name: "CSV",
        file: "bench.csv",
        write: csv,
        marks: b";\n",
        aim: 0.20,
        peer: ("rust-csv, told everything", 0.063),
    },
];

/// Entries that the aims are about.
const MANY: usize = 100_000;

pub(crate) fn run() -> Result<(), Failure> {
    say("parse: CPU seconds for 100,000 entries; then ten times as many");
    let (many, ten) = (rows(MANY, 0), rows(10 * MANY, 0));
    for task in &TASKS {
        let text = (task.write)(&many);
        let (tokens, bare) = took(|| tokens(text.as_bytes(), task.marks));
        black_box(tokens);
        let ours = timed(task, &text, MANY);
        let peak = peak_of(task)?;
        let bytes = text.len();
        drop(text);
        let longer = timed(task, &(task.write)(&ten), 10 * MANY);
        report(task, (ours, bare.cpu, longer), bytes, peak);
    }
    Ok(())
}

/// The memory that reading takes beside the text, in MiB: in a process of its own, where nothing was held before.
fn peak_of(task: &Task) -> Result<u64, Failure> {
    let child = Command::new(std::env::current_exe()?)
        .args(["peak", task.name])
        .output()?;
    Ok(String::from_utf8(child.stdout)?.trim().parse()?)
}

/// Prints that figure for the format of this name.
pub(crate) fn peak(name: &str) -> Result<(), Failure> {
    let task = TASKS.iter().find(|task| task.name == name);
    let task = task.ok_or_else(|| format!("no such format: {name}"))?;
    let text = (task.write)(&rows(MANY, 0));
    reset_peak();
    let before = peak_mib();
    timed(task, &text, MANY);
    say(&peak_mib().saturating_sub(before).to_string());
    Ok(())
}

fn report(
    task: &Task,
    (ours, bare, longer): (Duration, Duration, Duration),
    bytes: usize,
    peak: u64,
) {
    let seconds = ours.as_secs_f64();
    let (peer, theirs) = task.peer;
    say(&format!(
        "{:<9} {:>5.1} MB {seconds:>7.3} s = {:>4.2} of the aim {:.2}; {:>5.1} x a bare tokeniser ({:.3} s); {:>4.2} of {peer} ({theirs}, quoted); {peak} MiB beside the text; 1,000,000: {:.2} s, {:.1} x",
        task.name,
        bytes as f64 / 1e6,
        seconds / task.aim,
        task.aim,
        seconds / bare.as_secs_f64(),
        bare.as_secs_f64(),
        seconds / theirs,
        longer.as_secs_f64(),
        longer.as_secs_f64() / seconds,
    ));
}

fn timed(task: &Task, text: &str, entries: usize) -> Duration {
    let (count, took) = took(|| {
        let source = Source::new(task.file, text.as_bytes());
        let (_, reading) = read(&source, &Answers::none());
        for statement in &reading.statements {
            black_box(prove(statement));
        }
        let each = reading.statements.iter();
        each.map(|statement| statement.entries.len()).sum::<usize>()
    });
    assert_eq!(count, entries, "every entry of {} is read", task.name);
    took.cpu
}

/// What any reader of the format does at the least: walks all bytes and tells its tokens apart.
fn tokens(bytes: &[u8], marks: &[u8]) -> (usize, usize) {
    let (mut count, mut longest, mut start) = (0, 0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        if marks.contains(byte) {
            count += 1;
            longest = longest.max(at - start);
            start = at + 1;
        }
    }
    (count, longest)
}
