//! Waiting for a state.

use std::thread;
use std::time::{Duration, Instant};

use crate::picture;

/// How long anything may take on a slow machine with two busy cores.
pub const LIMIT: Duration = Duration::from_secs(60);

const PAUSE: Duration = Duration::from_millis(50);

/// Asks again and again until there is an answer.
///
/// # Panics
/// Nothing came within [`LIMIT`]; `what` says what was missing.
pub fn until<T>(what: &str, ask: impl FnMut() -> Option<T>) -> T {
    until_or(what, String::new, ask)
}

/// As [`until`], and says on failure what was there instead.
///
/// # Panics
/// Nothing came within [`LIMIT`].
pub fn until_or<T>(
    what: &str,
    instead: impl FnOnce() -> String,
    mut ask: impl FnMut() -> Option<T>,
) -> T {
    within(LIMIT, &mut ask).unwrap_or_else(|| {
        let picture = picture::take_of_failure();
        let (limit, instead) = (LIMIT.as_secs(), instead());
        panic!("waited {limit} s in vain for {what}\n{instead}\npicture: {picture:?}");
    })
}

/// Asks again and again until there is an answer or the time is over.
pub fn within<T>(limit: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + limit;
    loop {
        let answer = ask();
        if answer.is_some() || Instant::now() > end {
            return answer;
        }
        thread::sleep(PAUSE);
    }
}
