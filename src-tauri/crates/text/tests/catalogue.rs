//! French and English say the same things: every file, id, attribute and variable of one stands in the other. Covers the window's file too, read from
//! the disk because it is compiled into the window, not into this crate.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// id or id.attribute → variables written there.
type Texts = BTreeMap<String, BTreeSet<String>>;

fn read(lang: &str) -> BTreeMap<String, Texts> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("catalogue")
        .join(lang);
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let texts = texts_of(&std::fs::read_to_string(&path).unwrap());
            (name, texts)
        })
        .collect()
}

fn texts_of(source: &str) -> Texts {
    let mut texts = Texts::new();
    let (mut id, mut key) = (String::new(), String::new());
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let name = line.split('=').next().unwrap().trim();
        if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') && line.contains('=') {
            id = name.to_owned();
            key = id.clone();
        } else if line.trim_start().starts_with('.') && line.contains('=') {
            key = format!("{id}{name}");
        }
        if !key.is_empty() {
            let variables = line.split('$').skip(1).filter_map(|rest| {
                let end = rest
                    .find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_')
                    .unwrap_or(rest.len());
                let (name, after) = rest.split_at(end);
                // What only selects a plural form may be needed in one language and not in the other.
                (!after.trim_start().starts_with("->")).then(|| name.to_owned())
            });
            texts.entry(key.clone()).or_default().extend(variables);
        }
    }
    texts
}

#[test]
fn french_and_english_have_the_same_files_ids_attributes_and_variables() {
    let (french, english) = (read("fr"), read("en"));
    let names = |files: &BTreeMap<String, Texts>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(&french),
        names(&english),
        "a file of one language only"
    );
    for (name, french) in french {
        let english = &english[&name];
        let keys = |texts: &Texts| texts.keys().cloned().collect::<BTreeSet<_>>();
        let lone: Vec<_> = keys(&french)
            .symmetric_difference(&keys(english))
            .cloned()
            .collect();
        assert!(lone.is_empty(), "{name}: in one language only: {lone:?}");
        for (key, variables) in &french {
            assert_eq!(
                variables, &english[key],
                "{name}: {key} uses other variables"
            );
        }
    }
}

#[test]
fn french_puts_no_break_spaces_before_double_signs() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue/fr");
    for file in ["diagnostic.ftl", "tray.ftl", "cli.ftl", "ledger.ftl"] {
        let source = std::fs::read_to_string(folder.join(file)).unwrap();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            for bad in [" :", " ;", " !", " ?", "« ", " »", " €", " %", "'"] {
                assert!(!line.contains(bad), "{file}: {bad:?} in {line}");
            }
        }
    }
}
