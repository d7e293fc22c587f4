//! Whatever the bytes, a reading comes back: nothing panics, and every finding is in place.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use proptest::prelude::*;
use source::Source;
use statement::{Answers, FORMATS, read, read_in};

/// The folders of the corpus whose documents are damaged here.
const FOLDERS: &[&str] = &["camt", "mt940", "cfonb120", "qif"];

/// Ids of the formats that are read so.
const READ: &[&str] = &["camt.053", "mt940", "cfonb120", "qif"];

fn documents() -> &'static [Vec<u8>] {
    static DOCUMENTS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    DOCUMENTS.get_or_init(|| {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/corpus");
        let folders = FOLDERS
            .iter()
            .flat_map(|folder| ["ok", "err"].map(|side| corpus.join(folder).join(side)));
        folders
            .filter_map(|folder| fs::read_dir(folder).ok())
            .flatten()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_none_or(|end| end != "expected"))
            .map(|path| fs::read(path).unwrap())
            .collect()
    })
}

/// Reads the bytes as what they seem to be, and as every format of [`READ`].
fn read_every_way(bytes: &[u8]) {
    let source = Source::new("document", bytes);
    let (_, reading) = read(&source, &Answers::none());
    for statement in &reading.statements {
        let _ = statement::prove(statement);
    }
    for format in FORMATS.iter().filter(|format| READ.contains(&format.id)) {
        let reading = (format.parse)(&source, &Answers::none());
        let text = source.text();
        for entry in reading.statements.iter().flat_map(|one| &one.entries) {
            let (from, until) = entry.bytes;
            assert!(
                from <= until && until <= text.len(),
                "{} places an entry past the end",
                format.id
            );
            assert!(entry.line > 0, "{} has an entry without a line", format.id);
        }
    }
}

/// What is done to a document.
#[derive(Debug, Clone)]
enum Damage {
    Cut(usize),
    Remove(usize, usize),
    Put(usize, Vec<u8>),
    Repeat(usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let signs = prop::collection::vec(
        prop_oneof![
            any::<u8>(),
            prop::sample::select(b"<>&:;?/,.-'\"\r\n ^!0129CDN".to_vec())
        ],
        1..6,
    );
    prop_oneof![
        any::<usize>().prop_map(Damage::Cut),
        (any::<usize>(), 0..80usize).prop_map(|(at, len)| Damage::Remove(at, len)),
        (any::<usize>(), signs).prop_map(|(at, signs)| Damage::Put(at, signs)),
        (any::<usize>(), 0..200usize).prop_map(|(at, len)| Damage::Repeat(at, len)),
    ]
}

fn damaged(document: &[u8], damages: &[Damage]) -> Vec<u8> {
    let mut bytes = document.to_vec();
    for damage in damages {
        let place = |at: &usize| at % (bytes.len() + 1);
        match damage {
            Damage::Cut(at) => bytes.truncate(place(at)),
            Damage::Remove(at, len) => {
                let at = place(at);
                bytes.drain(at..(at + len).min(bytes.len()));
            }
            Damage::Put(at, signs) => {
                let at = place(at);
                bytes.splice(at..at, signs.iter().copied());
            }
            Damage::Repeat(at, len) => {
                let at = place(at);
                let part = bytes.get(at..(at + len).min(bytes.len())).unwrap().to_vec();
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        read_every_way(&bytes);
    }

    #[test]
    fn damaged_documents_are_read(
        which in any::<usize>(),
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let documents = documents();
        let document = documents.get(which % documents.len()).unwrap();
        read_every_way(&damaged(document, &damages));
    }
}

/// Damage that fuzzing starts from, and what it found, stand in `tests/fuzz/regressions` and are read here ever after.
#[test]
fn what_fuzzing_found_is_read_without_a_panic() {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fuzz/regressions");
    let mut read = 0;
    for target in fs::read_dir(&found).unwrap() {
        for input in fs::read_dir(target.unwrap().path()).unwrap() {
            let bytes = fs::read(input.unwrap().path()).unwrap();
            let source = Source::new("fuzz", &bytes);
            for format in FORMATS {
                let _ = read_in(format, &source, &Answers::none());
            }
            let _ = source::container::members("fuzz", &bytes, &|_| false);
            read += 1;
        }
    }
    assert!(read > 0, "nothing in {}", found.display());
}
