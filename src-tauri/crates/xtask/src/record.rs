//! Holds the record of dependencies (`src-tauri/docs/adr/0001-dependencies.md`) true.
#![allow(clippy::unwrap_used)]

use std::fs;

use crate::tree;

fn record() -> String {
    fs::read_to_string(tree::root().join("src-tauri/docs/adr/0001-dependencies.md")).unwrap()
}

/// The keys of a TOML table of one line each, without those that are our own crates.
fn crates(manifest: &str) -> Vec<String> {
    manifest
        .lines()
        .skip_while(|line| line.trim() != "[workspace.dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.contains("path ="))
        .filter_map(|line| Some(line.split_once(" =")?.0.trim().to_owned()))
        .filter(|name| !name.starts_with('#'))
        .collect()
}

/// The packages of `package.json`, which npm writes one to a line.
fn packages(manifest: &str) -> Vec<String> {
    manifest
        .split("ependencies\": {")
        .skip(1)
        .flat_map(|block| block.lines().take_while(|line| !line.contains('}')))
        .filter_map(|line| Some(line.trim().strip_prefix('"')?.split_once('"')?.0.to_owned()))
        .collect()
}

#[test]
fn every_dependency_has_its_reason_in_the_record() {
    let record = record();
    let manifest = fs::read_to_string(tree::root().join("Cargo.toml")).unwrap();
    let interface = fs::read_to_string(tree::ui().join("package.json")).unwrap();
    let (crates, packages) = (crates(&manifest), packages(&interface));
    assert!(
        crates.iter().any(|name| name == "tauri"),
        "the table of dependencies was found"
    );
    assert!(
        packages.iter().any(|name| name == "vite"),
        "the interface's packages were found"
    );
    let silent: Vec<&String> = crates
        .iter()
        .chain(&packages)
        .filter(|name| !record.contains(&format!("`{name}`")))
        .collect();
    assert!(
        silent.is_empty(),
        "0001-dependencies.md does not say why these are here: {silent:?}"
    );
}
