//! Clocks and the table.

use std::io::Write;
use std::time::{Duration, Instant};

use cpu_time::ProcessTime;

/// What a piece of work took.
#[derive(Clone, Copy)]
pub(crate) struct Took {
    pub(crate) cpu: Duration,
    pub(crate) wall: Duration,
}

/// Does the work once.
pub(crate) fn took<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (cpu, wall) = (ProcessTime::now(), Instant::now());
    let done = work();
    let took = Took {
        cpu: cpu.elapsed(),
        wall: wall.elapsed(),
    };
    (done, took)
}

/// A line of the report.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// A figure beside the one that it is compared with.
pub(crate) fn compare(what: &str, ours: Duration, other: &str, theirs: Duration, aim: &str) {
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    say(&format!(
        "{what:<52} {:>9.3} s   {other} {:>7.3} s   ratio {ratio:>6.2}   (aim: {aim})",
        ours.as_secs_f64(),
        theirs.as_secs_f64()
    ));
}

/// Forgets the most memory held so far, where the system can (`clear_refs` of /proc).
pub(crate) fn reset_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// The most memory this process has held, in MiB (`VmHWM` of /proc; 0 where there is none).
pub(crate) fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kib = line
        .and_then(|line| line.split_whitespace().nth(1))
        .and_then(|kib| kib.parse::<u64>().ok());
    kib.unwrap_or_default() / 1024
}
