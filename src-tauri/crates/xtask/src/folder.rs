//! Folders compared and made equal, so that what did not change keeps its date and nothing is rebuilt for it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{Failure, tree};

/// How a file of one folder stands in the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Difference {
    Missing(PathBuf),
    Changed(PathBuf),
    /// There, though nothing makes it any more.
    Extra(PathBuf),
}

impl std::fmt::Display for Difference {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (word, path) = match self {
            Self::Missing(path) => ("missing", path),
            Self::Changed(path) => ("differs", path),
            Self::Extra(path) => ("obsolete", path),
        };
        write!(formatter, "{word}: {}", path.display())
    }
}

/// What `kept` lacks or has too much, beside `made`. Paths are relative to the two folders.
///
/// # Errors
/// A file cannot be read. A folder that is not there is empty.
pub(crate) fn differences(made: &Path, kept: &Path) -> Result<Vec<Difference>, Failure> {
    let (made, mut kept) = (contents(made)?, contents(kept)?);
    let mut found = Vec::new();
    for (path, bytes) in made {
        match kept.remove(&path) {
            None => found.push(Difference::Missing(path)),
            Some(old) if old != bytes => found.push(Difference::Changed(path)),
            Some(_) => {}
        }
    }
    found.extend(kept.into_keys().map(Difference::Extra));
    Ok(found)
}

/// Makes `kept` equal to `made`, touching only the files that differ, and says which.
///
/// # Errors
/// A file cannot be read or written.
pub(crate) fn mirror(made: &Path, kept: &Path) -> Result<Vec<Difference>, Failure> {
    let found = differences(made, kept)?;
    for difference in &found {
        match difference {
            Difference::Missing(path) | Difference::Changed(path) => {
                let target = kept.join(path);
                if let Some(parent) = target.parent() {
                    fs::create_dir_all(parent).map_err(tree::at(parent))?;
                }
                fs::copy(made.join(path), &target).map_err(tree::at(&target))?;
            }
            Difference::Extra(path) => {
                let target = kept.join(path);
                fs::remove_file(&target).map_err(tree::at(&target))?;
            }
        }
    }
    Ok(found)
}

/// An empty folder at this path.
///
/// # Errors
/// It cannot be emptied or made.
pub(crate) fn empty(path: &Path) -> Result<(), Failure> {
    if path.exists() {
        fs::remove_dir_all(path).map_err(tree::at(path))?;
    }
    fs::create_dir_all(path).map_err(tree::at(path))
}

fn contents(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>, Failure> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(current) = folders.pop() {
        if !current.exists() {
            continue;
        }
        for entry in fs::read_dir(&current).map_err(tree::at(&current))? {
            let path = entry.map_err(tree::at(&current))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(relative) = path.strip_prefix(folder) {
                files.insert(
                    relative.to_path_buf(),
                    fs::read(&path).map_err(tree::at(&path))?,
                );
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn scratch(name: &str) -> (PathBuf, PathBuf) {
        let root = std::env::temp_dir().join(format!("xtask-folder-{name}-{}", std::process::id()));
        let (made, kept) = (root.join("made"), root.join("kept"));
        empty(&made.join("inner")).unwrap();
        empty(&kept).unwrap();
        fs::write(made.join("same.ts"), "same").unwrap();
        fs::write(kept.join("same.ts"), "same").unwrap();
        fs::write(made.join("inner/new.ts"), "new").unwrap();
        fs::write(made.join("other.ts"), "one").unwrap();
        fs::write(kept.join("other.ts"), "two").unwrap();
        fs::write(kept.join("old.ts"), "old").unwrap();
        (made, kept)
    }

    #[test]
    fn missing_changed_and_obsolete_files_are_told_apart() {
        let (made, kept) = scratch("differences");
        let found = differences(&made, &kept).unwrap();
        assert_eq!(
            found,
            [
                Difference::Missing("inner/new.ts".into()),
                Difference::Changed("other.ts".into()),
                Difference::Extra("old.ts".into())
            ]
        );
        fs::remove_dir_all(made.parent().unwrap()).unwrap();
    }

    #[test]
    fn a_mirrored_folder_is_equal_and_its_unchanged_files_keep_their_date() {
        let (made, kept) = scratch("mirror");
        let before = fs::metadata(kept.join("same.ts"))
            .unwrap()
            .modified()
            .unwrap();
        assert_eq!(mirror(&made, &kept).unwrap().len(), 3);
        assert_eq!(differences(&made, &kept).unwrap(), []);
        assert_eq!(
            fs::metadata(kept.join("same.ts"))
                .unwrap()
                .modified()
                .unwrap(),
            before
        );
        fs::remove_dir_all(made.parent().unwrap()).unwrap();
    }

    #[test]
    fn a_folder_that_is_not_there_is_empty() {
        let (made, kept) = scratch("absent");
        assert_eq!(
            differences(&made.join("nowhere"), &kept.join("nowhere")).unwrap(),
            []
        );
        fs::remove_dir_all(made.parent().unwrap()).unwrap();
    }
}
