//! The rules of the tree that a compiler does not hold: floors, who may name what, and the window's commands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Each crate's floor. A crate uses crates of a lower floor only; crates of floor 1 do not know each other.
const FLOORS: &[(&str, u8)] = &[
    ("domain", 0),
    ("text", 0),
    ("source", 0),
    ("statement", 1),
    ("receipt", 1),
    ("matching", 1),
    ("insight", 1),
    ("print", 1),
    ("timeline", 1),
    ("ask", 1),
    ("store", 1),
    ("vault", 1),
    ("worker", 2),
    ("ledger", 3),
    ("api", 4),
    ("cli", 5),
    ("counterfoil", 5),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The dependencies of each crate of ours that go into what is shipped.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut metadata = Command::new(cargo);
    metadata.args([
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
        "--offline",
    ]);
    let done = metadata.current_dir(root()).output().unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let metadata: Value = serde_json::from_slice(&done.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .map(|package| {
            let used = package["dependencies"].as_array().unwrap().iter();
            let shipped = used.filter(|one| one["kind"] != "dev");
            let names = shipped.map(|one| one["name"].as_str().unwrap().to_owned());
            (
                package["name"].as_str().unwrap().to_owned(),
                names.collect(),
            )
        })
        .collect()
}

fn floor(name: &str) -> Option<u8> {
    FLOORS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, floor)| *floor)
}

#[test]
fn a_crate_uses_crates_of_a_lower_floor_only() {
    let mut breaches = Vec::new();
    for (name, used) in dependencies() {
        let Some(own) = floor(&name) else { continue };
        for other in used {
            if floor(&other).is_some_and(|other| other >= own) {
                breaches.push(format!("{name} (floor {own}) uses {other}"));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn each_foreign_engine_is_named_by_one_crate() {
    let engines = [
        ("rusqlite", &["store", "journeys"][..]),
        ("keyring-core", &["vault"]),
        ("tauri", &["counterfoil"]),
        ("argon2", &["vault"]),
    ];
    let dependencies = dependencies();
    for (engine, allowed) in engines {
        let users: Vec<&String> = dependencies
            .iter()
            .filter(|(_, used)| used.contains(engine))
            .map(|(name, _)| name)
            .collect();
        let strangers: Vec<_> = users
            .iter()
            .filter(|name| !allowed.contains(&name.as_str()))
            .collect();
        assert!(strangers.is_empty(), "{engine} is named by {strangers:?}");
    }
}

/// The quoted words between two marks.
fn quoted(text: &str, from: &str, until: &str) -> Vec<String> {
    let start = text.find(from).unwrap_or_else(|| panic!("no {from}")) + from.len();
    let rest = &text[start..];
    let list = &rest[..rest.find(until).unwrap()];
    list.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_windows_commands_are_the_same_wherever_they_are_listed() {
    let ours = quoted(
        &read("src-tauri/crates/api/src/command.rs"),
        "COMMANDS: &[&str] = &[",
        "];",
    );
    assert!(ours.len() > 20, "{ours:?}");
    let manifest = quoted(&read("src-tauri/build.rs"), "COMMANDS: &[&str] = &[", "];");
    assert_eq!(ours, manifest, "src-tauri/build.rs");

    let shell = read("src-tauri/src/commands.rs");
    let start = shell.find("generate_handler![").unwrap() + "generate_handler![".len();
    let list = &shell[start..];
    let handled = list[..list.find(']').unwrap()]
        .split(',')
        .map(|path| path.rsplit("::").next().unwrap_or(path).trim())
        .filter(|name| !name.is_empty());
    assert_eq!(
        ours,
        handled.map(str::to_owned).collect::<Vec<_>>(),
        "src-tauri/src/commands.rs"
    );

    let capability: Value =
        serde_json::from_str(&read("src-tauri/capabilities/main.json")).unwrap();
    assert_eq!(
        capability["windows"],
        serde_json::json!(["main"]),
        "one window only"
    );
    let granted: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| {
            one.as_str()?
                .strip_prefix("allow-")
                .map(|name| name.replace('-', "_"))
        })
        .collect();
    assert_eq!(
        granted,
        ours.into_iter().collect(),
        "src-tauri/capabilities/main.json"
    );
}

#[test]
fn one_file_of_the_window_speaks_to_tauri() {
    let mut speakers = Vec::new();
    let mut folders = vec![root().join("ui/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if fs::read_to_string(&path).is_ok_and(|text| text.contains("from '@tauri-apps"))
            {
                speakers.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    assert_eq!(speakers, ["client.ts"]);
}
