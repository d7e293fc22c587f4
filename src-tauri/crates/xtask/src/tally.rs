//! Counts of tests, read from what test runners print.

use std::ops::AddAssign;

/// How many tests passed and failed. Ignored tests are neither.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Which runner's words to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Runner {
    /// libtest: `test result: ok. 12 passed; 0 failed; 1 ignored; …`, one line per test program.
    Libtest,
    /// Vitest: `Tests  1 failed | 11 passed (12)`, one line per run.
    Vitest,
}

impl Runner {
    /// The counts on this line, if it is the runner's own summary.
    pub(crate) fn tally(self, line: &str) -> Option<Tally> {
        let line = without_colour(line);
        let (counts, separator) = match self {
            Self::Libtest => (
                line.trim()
                    .strip_prefix("test result:")?
                    .split_once(". ")?
                    .1
                    .to_owned(),
                ';',
            ),
            Self::Vitest => (line.trim_start().strip_prefix("Tests ")?.to_owned(), '|'),
        };
        let mut tally = Tally::default();
        for part in counts.split(separator) {
            let mut words = part.split_whitespace();
            let Some(count) = words.next().and_then(|word| word.parse::<u64>().ok()) else {
                continue;
            };
            match words.next() {
                Some("passed") => tally.passed += count,
                Some("failed") => tally.failed += count,
                _ => {}
            }
        }
        Some(tally)
    }
}

/// The line without its terminal colours (ECMA-48 control sequences).
fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character != '\u{1b}' {
            plain.push(character);
        } else if characters.next() == Some('[') {
            // A control sequence ends at its first byte in 0x40..=0x7E.
            characters
                .by_ref()
                .find(|end| ('\u{40}'..='\u{7e}').contains(end));
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libtest_lines_are_counted_and_ignored_tests_are_not() {
        let line = "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 4 filtered out; finished in 0.02s";
        assert_eq!(
            Runner::Libtest.tally(line),
            Some(Tally {
                passed: 12,
                failed: 0
            })
        );
        let line = "test result: FAILED. 7 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.02s";
        assert_eq!(
            Runner::Libtest.tally(line),
            Some(Tally {
                passed: 7,
                failed: 2
            })
        );
    }

    #[test]
    fn vitest_lines_are_counted_with_and_without_failures() {
        assert_eq!(
            Runner::Vitest.tally("      Tests  12 passed (12)"),
            Some(Tally {
                passed: 12,
                failed: 0
            })
        );
        let line = "      Tests  1 failed | 11 passed | 2 skipped (14)";
        assert_eq!(
            Runner::Vitest.tally(line),
            Some(Tally {
                passed: 11,
                failed: 1
            })
        );
        assert_eq!(
            Runner::Vitest.tally("      Tests  no tests"),
            Some(Tally::default())
        );
    }

    #[test]
    fn colours_do_not_hide_a_count() {
        let line = "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m1 failed\u{1b}[39m\u{1b}[22m\u{1b}[2m | \u{1b}[22m\
                    \u{1b}[32m3 passed\u{1b}[39m (4)";
        assert_eq!(
            Runner::Vitest.tally(line),
            Some(Tally {
                passed: 3,
                failed: 1
            })
        );
    }

    #[test]
    fn other_lines_are_not_counts() {
        for line in [
            "running 3 tests",
            "test money::tests::one ... ok",
            " Test Files  2 passed (2)",
            "",
            "3 passed",
        ] {
            assert_eq!(
                Runner::Libtest.tally(line),
                None,
                "{line:?} is no summary of libtest"
            );
            assert_eq!(
                Runner::Vitest.tally(line),
                None,
                "{line:?} is no summary of vitest"
            );
        }
    }

    #[test]
    fn tallies_add_up() {
        let mut sum = Tally {
            passed: 1,
            failed: 2,
        };
        sum += Tally {
            passed: 10,
            failed: 20,
        };
        assert_eq!(
            sum,
            Tally {
                passed: 11,
                failed: 22
            }
        );
    }
}
