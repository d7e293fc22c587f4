//! Workbooks, read in a process of their own.

use std::fs;
use std::path::PathBuf;

use source::Source;
use statement::{Answers, Reading, read_in, recognise};

use super::{corpus, foil};

fn ask(name: &str, bytes: &[u8]) -> Reading<'static> {
    let source = Source::new(name, bytes);
    let found = recognise(&source);
    foil()
        .read_as(&found, &source, &Answers::none())
        .1
        .into_owned()
}

fn workbooks() -> Vec<PathBuf> {
    let corpus = corpus().join("sheet");
    let mut found = Vec::new();
    for side in ["ok", "err"] {
        let folder = fs::read_dir(corpus.join(side)).unwrap();
        let paths = folder.map(|entry| entry.unwrap().path());
        found.extend(paths.filter(|path| path.extension().is_none_or(|end| end != "expected")));
    }
    found.sort();
    found
}

#[test]
fn a_workbook_reads_the_same_in_a_process_of_its_own() {
    let workbooks = workbooks();
    assert!(!workbooks.is_empty());
    for path in workbooks {
        let bytes = fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let source = Source::new(&name, &bytes);
        let found = recognise(&source);
        let format = found.first().unwrap().format;
        let here = read_in(format, &source, &Answers::none());
        let there = ask(&name, &bytes);
        assert_eq!(format!("{there:?}"), format!("{here:?}"), "{name}");
    }
}

#[test]
fn a_workbook_that_fills_the_memory_is_a_finding_and_not_our_end() {
    // Two cells, so far apart that the table between them takes more than half a gigabyte.
    let bytes = fs::read(corpus().join("sheet/limit/cells-far-apart.xls")).unwrap();
    let reading = ask("cells-far-apart.xls", &bytes);
    let codes: Vec<&str> = reading.diagnostics.iter().map(|one| one.code).collect();
    let expected = if cfg!(target_os = "linux") {
        "workerMemoryLimit"
    } else {
        "noDateColumn"
    };
    assert_eq!(codes, [expected]);
    assert!(reading.statements.is_empty());
}
