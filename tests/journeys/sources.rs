//! The rules of the sources that neither a compiler nor a linter holds.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A file longer than this does more than one thing.
const LONGEST: usize = 550;
/// Longer, and why.
const LONG: &[(&str, &str)] = &[
    (
        "src-tauri/crates/text/src/descriptor/tests.rs",
        "one table of bank lines, read as a whole",
    ),
    (
        "src-tauri/crates/receipt/src/carrier/table.rs",
        "one table of carriers, read as a whole",
    ),
    (
        "src-tauri/crates/receipt/src/carrier/mention.rs",
        "tables of names and domains, read as a whole",
    ),
    (
        "src-tauri/crates/receipt/src/label/words.rs",
        "one table of labels in six languages, read as a whole",
    ),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A file of the project, by its path from the root, and its text.
struct Source {
    path: String,
    text: String,
}

/// What is committed or about to be, and written by us: nothing generated.
fn sources(extensions: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = ["src-tauri", "ui/src", "tests"]
        .map(|name| root().join(name))
        .to_vec();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
            let is_ours = !["target", "node_modules", "generated", "gen", "corpus"].contains(&name);
            if path.is_dir() && is_ours {
                folders.push(path);
            } else if path
                .extension()
                .and_then(OsStr::to_str)
                .is_some_and(|own| extensions.contains(&own))
            {
                let text = fs::read_to_string(&path).unwrap();
                let path = path
                    .strip_prefix(root())
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                found.push(Source { path, text });
            }
        }
    }
    assert!(!found.is_empty(), "{extensions:?}");
    found
}

/// `file:line` of every line that breaks a rule.
fn lines_that(files: &[Source], breaks: impl Fn(&str) -> bool) -> Vec<String> {
    let numbered = |file: &Source| -> Vec<String> {
        let lines = file
            .text
            .lines()
            .enumerate()
            .filter(|(_, line)| breaks(line));
        lines
            .map(|(index, line)| format!("{}:{}: {}", file.path, index + 1, line.trim()))
            .collect()
    };
    files.iter().flat_map(numbered).collect()
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && c != '_')
}

#[test]
fn nothing_is_left_for_later() {
    // Spelled so that this file does not break its own rule.
    let marks = [["TO", "DO"], ["FIX", "ME"], ["XX", "X"]].map(|parts| parts.concat());
    let files = sources(&["rs", "ts", "svelte", "css", "sql", "py", "ftl"]);
    let found = lines_that(&files, |line| {
        // OFX writes the thousandths of a second so.
        let line = line.replace(".XXX]", "");
        words(&line).any(|word| marks.iter().any(|mark| mark == word))
    });
    assert!(found.is_empty(), "an issue is the place for it: {found:#?}");
}

#[test]
fn no_file_is_so_long_that_it_does_two_things() {
    let long: Vec<String> = sources(&["rs", "ts", "svelte"])
        .iter()
        .map(|file| (file.text.lines().count(), &file.path))
        .filter(|(lines, _)| *lines > LONGEST)
        .filter(|(_, path)| LONG.iter().all(|(known, _)| known != path))
        .map(|(lines, path)| format!("{path}: {lines}"))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn names_of_tests_are_sentences() {
    let prefix = ["fn te", "st_"].concat();
    let found = lines_that(&sources(&["rs"]), |line| {
        line.trim_start().starts_with(&prefix)
    });
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn money_is_never_a_float() {
    let floors = ["domain", "statement", "matching", "store", "ledger"];
    let floats = ["f32", "f64"];
    // Where words stand on a page is no money: what these read of it are decimals.
    let places = [
        "src-tauri/crates/statement/src/format/pdf.rs",
        "src-tauri/crates/statement/src/format/paper/",
    ];
    let mut files = sources(&["rs"]);
    files.retain(|file| !places.iter().any(|place| file.path.starts_with(place)));
    files.retain(|file| {
        floors.iter().any(|floor| {
            file.path
                .starts_with(&format!("src-tauri/crates/{floor}/src/"))
        })
    });
    let found = lines_that(&files, |line| {
        !line.trim_start().starts_with("//") && words(line).any(|word| floats.contains(&word))
    });
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_statement_of_sql_is_run() {
    let run: BTreeSet<PathBuf> = sources(&["rs"])
        .iter()
        .filter(|file| file.path.starts_with("src-tauri/crates/store/src/"))
        .flat_map(included)
        .collect();
    let mut unused = Vec::new();
    for file in sources(&["sql"]) {
        // The committed picture of the schema and the dumps of older versions are held by tests of their own.
        let is_held = file.path.ends_with("store/schema.sql") || file.path.contains("/tests/");
        if !is_held && !run.contains(Path::new(&file.path)) {
            unused.push(file.path);
        }
    }
    assert!(unused.is_empty(), "{unused:#?}");
}

/// The files whose text a source takes in.
fn included(file: &Source) -> Vec<PathBuf> {
    let folder = Path::new(&file.path).parent().unwrap();
    let names = file.text.split("include_str!(\"").skip(1);
    let names = names.filter_map(|rest| rest.split('"').next());
    let mut found = Vec::new();
    for name in names {
        let mut path = folder.to_owned();
        for part in Path::new(name).components() {
            match part {
                Component::ParentDir => drop(path.pop()),
                part => path.push(part),
            }
        }
        found.push(path);
    }
    found
}

fn names(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let stems = entries.map(|entry| {
        entry
            .unwrap()
            .path()
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .into_owned()
    });
    stems.collect()
}

#[test]
fn a_format_is_a_module_a_registry_line_a_corpus_folder_and_a_page() {
    let registry =
        fs::read_to_string(root().join("src-tauri/crates/statement/src/format/mod.rs")).unwrap();
    let list = registry
        .split("FORMATS: &[Format] = &[")
        .nth(1)
        .unwrap()
        .split("];")
        .next()
        .unwrap();
    let lines = list
        .split(',')
        .filter_map(|line| line.trim().split_once("::"));
    let registered: BTreeSet<String> = lines.map(|(module, _)| module.to_owned()).collect();
    let is_format = |name: &String| registered.contains(name);
    let modules: BTreeSet<String> = names("src-tauri/crates/statement/src/format")
        .into_iter()
        .filter(is_format)
        .collect();
    assert_eq!(modules, registered, "src-tauri/crates/statement/src/format");
    let mut with_receipts = registered.clone();
    with_receipts.insert("receipt".to_owned());
    assert_eq!(names("tests/corpus"), with_receipts, "tests/corpus");
    let mut pages = with_receipts.clone();
    pages.extend(["amazon", "ics", "picture"].map(str::to_owned));
    assert_eq!(
        names("src-tauri/docs/formats"),
        pages,
        "src-tauri/docs/formats"
    );
    for name in &with_receipts {
        for kind in ["ok", "err"] {
            let folder = format!("tests/corpus/{name}/{kind}");
            assert!(!names(&folder).is_empty(), "{folder} is empty");
        }
    }
}

#[test]
fn nothing_that_is_shipped_derives_cheap_keys() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let asked = [
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
        "--offline",
    ];
    let done = Command::new(cargo)
        .args(asked)
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let metadata: Value = serde_json::from_slice(&done.stdout).unwrap();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    for package in list(&metadata["packages"]) {
        for used in list(&package["dependencies"]) {
            let cheap = list(&used["features"])
                .iter()
                .any(|feature| feature == "cheap-keys");
            assert!(
                !cheap || used["kind"] == "dev",
                "{} enables cheap keys",
                package["name"]
            );
        }
        for (name, enables) in package["features"].as_object().unwrap() {
            let passes_on = list(enables)
                .iter()
                .any(|one| one.as_str().is_some_and(|one| one.contains("cheap-keys")));
            assert!(
                !passes_on,
                "{}: the feature {name} enables cheap keys",
                package["name"]
            );
        }
    }
}

#[test]
fn whatever_may_not_be_there_has_a_name_in_both_languages() {
    let mut unnamed = BTreeSet::new();
    let catalogues = ["fr", "en"].map(|lang| {
        let path = format!("src-tauri/crates/text/catalogue/{lang}/ledger.ftl");
        fs::read_to_string(root().join(path)).unwrap()
    });
    let mut found = 0;
    let is_shipped =
        |source: &Source| source.path.starts_with("src-tauri") && !source.path.contains("/tests/");
    for source in sources(&["rs"]).into_iter().filter(is_shipped) {
        let shipped = source.text.split("#[cfg(test)]").next().unwrap();
        for what in shipped.split("NotFound(\"").skip(1) {
            let what = what.split('"').next().unwrap();
            found += 1;
            let named = format!("\nthing-{what} = ");
            if !catalogues.iter().all(|text| text.contains(&named)) {
                unnamed.insert(format!("{}: {what}", source.path));
            }
        }
    }
    assert!(found > 20, "the sources are read");
    assert_eq!(unnamed, BTreeSet::new());
}
