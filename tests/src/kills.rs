//! `kill -9`, spread over an import.

use std::fmt;
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::scene::Scene;

/// Where an import was when it was killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    BeforeFirstWrite,
    Writing,
    Reported,
}

/// How many were killed where.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spread {
    /// Before anything was written.
    pub early: usize,
    /// Between the first write and the report.
    pub writing: usize,
    /// After the report.
    pub late: usize,
    /// How many ledgers had the import afterwards.
    pub done: usize,
    /// How long an import takes to its first write, and from there to its report.
    pub takes: (Duration, Duration),
}

impl Spread {
    /// All of them.
    pub fn kills(&self) -> usize {
        self.early + self.writing + self.late
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} kills: {} before the first write, {} between it and the report, {} after; {} found the import done; \
             first write after {:?}, report {:?} later",
            self.kills(),
            self.early,
            self.writing,
            self.late,
            self.done,
            self.takes.0,
            self.takes.1
        )
    }
}

/// Kills that many imports, one at a time, each into a fresh copy of the ledger, and holds what is left against `before` and
/// `after`. Most are killed between the first write and the report. Gives up after four times as many imports.
///
/// # Panics
/// A ledger is neither as before nor as after, or lacks what was reported.
pub fn spread(scene: &Scene, kills: usize, (before, after): (&str, &str)) -> Spread {
    let ledger = scene.path("ledger");
    let takes = measure(scene, &ledger);
    let mut out = Spread {
        takes,
        ..Spread::default()
    };
    let mut reach = takes.1;
    for attempt in 0..4 * kills {
        // An even walk through the time at hand, by the golden ratio's remainder.
        let part = u32::try_from(attempt * 618 % 1_000).unwrap_or_default();
        let is_early = attempt % 4 == 0;
        let (before_all, after_write) = ((takes.0 + takes.1) * part / 1_000, reach * part / 1_000);
        let delay = (!is_early).then_some(after_write);
        // On a busy machine what was to be in the middle comes too late: then sooner.
        let Some(moment) = killed(scene, &ledger, before_all, delay) else {
            reach = reach * 9 / 10;
            continue;
        };
        if !is_early && moment == Moment::Reported {
            reach = reach * 9 / 10;
        }
        let state = scene.whole(&ledger);
        let is_after = state == after;
        assert!(
            is_after || state == before,
            "neither before nor after: killed {moment:?}"
        );
        assert!(
            is_after || moment != Moment::Reported,
            "what was reported is there"
        );
        out.done += usize::from(is_after);
        match moment {
            Moment::BeforeFirstWrite => out.early += 1,
            Moment::Writing => out.writing += 1,
            Moment::Reported => out.late += 1,
        }
        if out.kills() == kills {
            break;
        }
    }
    out
}

fn log_of(ledger: &Path) -> PathBuf {
    ledger.join("ledger.db-wal")
}

fn length(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |file| file.len())
}

/// Waits until the log of writes grows; `None` where the import ended before that was seen.
fn first_write(child: &mut Child, ledger: &Path) -> Option<Instant> {
    loop {
        if length(&log_of(ledger)) > 0 {
            return Some(Instant::now());
        }
        if child.try_wait().expect("a child of ours").is_some() {
            return None;
        }
        sleep(Duration::from_micros(100));
    }
}

/// How long an import takes: to its first write, and from there to its report.
fn measure(scene: &Scene, ledger: &Path) -> (Duration, Duration) {
    scene.copy_to(ledger);
    let start = Instant::now();
    let mut child = scene.start(ledger);
    let write = first_write(&mut child, ledger).expect("it writes");
    let mut report = [0; 1];
    let out = child.stdout.as_mut().expect("its output was asked for");
    out.read_exact(&mut report).expect("it reports");
    let reported = Instant::now();
    assert!(child.wait().expect("a child of ours").success());
    (write - start, reported - write)
}

/// One import, killed: `None` where it ended by itself.
fn killed(
    scene: &Scene,
    ledger: &Path,
    before: Duration,
    after_first_write: Option<Duration>,
) -> Option<Moment> {
    scene.copy_to(ledger);
    let mut child = scene.start(ledger);
    match after_first_write {
        None => sleep(before),
        Some(delay) => {
            first_write(&mut child, ledger)?;
            sleep(delay);
        }
    }
    let written = length(&log_of(ledger)) > 0;
    child.kill().expect("a child of ours");
    let mut said = Vec::new();
    let mut out = child.stdout.take().expect("its output was asked for");
    out.read_to_end(&mut said).expect("a pipe can be read");
    if child.wait().expect("a child of ours").signal() != Some(9) {
        return None;
    }
    Some(match (said.is_empty(), written) {
        (false, _) => Moment::Reported,
        (true, true) => Moment::Writing,
        (true, false) => Moment::BeforeFirstWrite,
    })
}
