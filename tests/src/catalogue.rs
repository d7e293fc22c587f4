//! The words on the screen, by their keys in the catalogue: a journey says what it does, not how it is worded.

use std::fs;
use std::path::Path;

/// A message in English, without arguments.
///
/// # Panics
/// There is no such key, or it takes arguments: [`opening`] gives the part before the first.
pub fn say(key: &str) -> String {
    say_in("en", key)
}

/// A message in this language, without arguments.
///
/// # Panics
/// There is no such key, or it takes arguments.
pub fn say_in(lang: &str, key: &str) -> String {
    let message = read(lang, key);
    assert!(!message.contains('{'), "{key} takes arguments: {message}");
    message
}

/// What a message in English begins with, before its first argument.
///
/// # Panics
/// There is no such key, or nothing stands before its first argument.
pub fn opening(key: &str) -> String {
    opening_in("en", key)
}

/// What a message in this language begins with, before its first argument.
///
/// # Panics
/// As [`opening`].
pub fn opening_in(lang: &str, key: &str) -> String {
    let message = read(lang, key);
    let opening = message.split('{').next().unwrap_or_default().to_owned();
    assert!(
        !opening.trim().is_empty(),
        "{key} begins with an argument: {message}"
    );
    opening
}

/// A message in English with its one argument in place.
///
/// # Panics
/// There is no such key.
pub fn say_with(key: &str, argument: &str) -> String {
    let message = read("en", key);
    match (message.find('{'), message.find('}')) {
        (Some(from), Some(until)) => {
            format!("{}{argument}{}", &message[..from], &message[until + 1..])
        }
        _ => message,
    }
}

fn read(lang: &str, key: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../src-tauri/crates/text/catalogue")
        .join(lang);
    let files = fs::read_dir(&folder)
        .expect("the catalogue")
        .filter_map(Result::ok);
    let texts = files.filter_map(|file| fs::read_to_string(file.path()).ok());
    let found = texts.into_iter().find_map(|text| {
        text.lines().find_map(|line| {
            line.strip_prefix(key)?
                .strip_prefix(" = ")
                .map(str::to_owned)
        })
    });
    found.unwrap_or_else(|| panic!("the catalogue has no line for {key}"))
}
