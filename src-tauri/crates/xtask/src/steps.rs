//! A row of steps, each with a header, a duration and a verdict, and one count at the end.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::tally::{Runner, Tally};
use crate::{Failure, tree};

/// The steps done so far. A failing step is remembered, not fatal: the caller decides where going on makes no sense.
#[derive(Default)]
pub(crate) struct Steps {
    tally: Tally,
    failures: Vec<String>,
    started: Option<Instant>,
}

impl Steps {
    /// Runs a command whose status alone says whether it passed.
    pub(crate) fn run(&mut self, name: &str, command: &mut Command) -> bool {
        self.step(name, || tree::run(command).map(|()| Tally::default()))
    }

    /// Runs tests: their output is shown as it comes and their counts are added up.
    pub(crate) fn tests(&mut self, name: &str, runner: Runner, command: &mut Command) -> bool {
        let mut counted = Tally::default();
        let passed = self.step(name, || {
            counted = echo(command, runner)?;
            if counted.failed > 0 {
                Err(format!("tests failed: {}", counted.failed))
            } else {
                Ok(counted)
            }
        });
        if counted.failed > 0 {
            // The step's own failure counted as one; the real count takes its place.
            self.tally += Tally {
                passed: counted.passed,
                failed: counted.failed - 1,
            };
        }
        passed
    }

    /// Runs a step of our own.
    pub(crate) fn step(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<Tally, Failure>,
    ) -> bool {
        let started = Instant::now();
        self.started.get_or_insert(started);
        println!(
            "\n── {name} {}",
            "─".repeat(70_usize.saturating_sub(name.chars().count()))
        );
        let outcome = work();
        let took = seconds(started.elapsed());
        match outcome {
            Ok(tally) => {
                self.tally += tally;
                println!("── {name}: passed in {took}");
                true
            }
            Err(failure) => {
                self.tally += Tally {
                    passed: 0,
                    failed: 1,
                };
                println!("── {name}: FAILED in {took}: {failure}");
                self.failures.push(format!("{name}: {failure}"));
                false
            }
        }
    }

    /// Prints what failed and, as the last line, the count. True when nothing failed.
    pub(crate) fn finish(self) -> bool {
        println!();
        if let Some(started) = self.started {
            println!("All steps took {}.", seconds(started.elapsed()));
        }
        for failure in &self.failures {
            println!("failed: {failure}");
        }
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
        self.failures.is_empty()
    }
}

/// Runs the command, showing its output line by line and adding up the runner's counts.
fn echo(command: &mut Command, runner: Runner) -> Result<Tally, Failure> {
    let shown = tree::show(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("`{shown}` cannot be started: {error}"))?;
    let mut counted = Tally::default();
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        while output
            .read_until(b'\n', &mut line)
            .is_ok_and(|read| read > 0)
        {
            let text = String::from_utf8_lossy(&line);
            print!("{text}");
            if let Some(tally) = runner.tally(&text) {
                counted += tally;
            }
            line.clear();
        }
    }
    let status = child
        .wait()
        .map_err(|error| format!("`{shown}`: {error}"))?;
    if status.success() || counted.failed > 0 {
        Ok(counted)
    } else {
        Err(format!("`{shown}` ended with {status}"))
    }
}

fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    if whole >= 60 {
        format!("{} min {:02} s", whole / 60, whole % 60)
    } else {
        format!("{:.1} s", duration.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_without_tests_counts_as_one_failure_and_the_next_step_still_runs() {
        let mut steps = Steps::default();
        assert!(!steps.step("first", || Err("no".to_owned())));
        assert!(steps.step("second", || Ok(Tally {
            passed: 3,
            failed: 0
        })));
        assert_eq!(
            steps.tally,
            Tally {
                passed: 3,
                failed: 1
            }
        );
        assert!(!steps.finish(), "one failure is enough to fail the whole");
    }

    #[cfg(unix)]
    #[test]
    fn failed_tests_count_by_their_real_number() {
        let mut steps = Steps::default();
        let mut command = Command::new("sh");
        command.args([
            "-c",
            "echo 'test result: FAILED. 7 passed; 2 failed; 0 ignored'; exit 101",
        ]);
        assert!(!steps.tests("tests", Runner::Libtest, &mut command));
        assert_eq!(
            steps.tally,
            Tally {
                passed: 7,
                failed: 2
            }
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_runner_that_dies_before_counting_is_a_failure() {
        let mut steps = Steps::default();
        let mut command = Command::new("sh");
        command.args([
            "-c",
            "echo 'test result: ok. 7 passed; 0 failed; 0 ignored'; exit 101",
        ]);
        assert!(!steps.tests("tests", Runner::Libtest, &mut command));
        assert_eq!(
            steps.tally.failed, 1,
            "passing lines before the crash do not make it pass"
        );
    }

    #[test]
    fn durations_are_written_for_people() {
        assert_eq!(seconds(Duration::from_millis(1_250)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }
}
