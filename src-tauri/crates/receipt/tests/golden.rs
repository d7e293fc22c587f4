//! The corpus of the repository: `tests/corpus/receipt/{ok,err}/<name>`, read here and written out as a person would note it,
//! beside `<name>.expected`. Pictures are read where there is a worker, in the tests of `foil`.
//! `GOLDEN=write cargo test -p receipt --test golden` writes what is expected anew; read the difference.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use receipt::{Found, Reading, read_in, recognise};
use source::Source;

#[test]
fn every_document_of_the_corpus_reads_as_noted_beside_it() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/corpus/receipt");
    let anew = std::env::var_os("GOLDEN").is_some();
    let mut wrong = Vec::new();
    let documents = documents(&corpus);
    assert!(!documents.is_empty(), "no corpus at {}", corpus.display());
    for path in documents {
        let beside = PathBuf::from(format!("{}.expected", path.display()));
        let noted = noted(&path);
        if anew {
            fs::write(&beside, &noted).unwrap();
        }
        if fs::read_to_string(&beside).unwrap_or_default() != noted {
            wrong.push(format!("{}\n{noted}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn documents(corpus: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = ["ok", "err"]
        .iter()
        .flat_map(|side| fs::read_dir(corpus.join(side)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|end| end == "ics" || end == "csv")
        })
        .collect();
    found.sort();
    found
}

fn noted(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    let source = Source::new("document", &bytes);
    let Some(first) = recognise(&source).into_iter().next() else {
        return "recognised as nothing\n".to_owned();
    };
    let mut noted = format!("{}\n", first.format.id);
    note(&read_in(first.format, &source, None), &mut noted);
    noted
}

fn note(reading: &Reading, out: &mut String) {
    for one in &reading.receipts {
        let order = one.order_number.as_ref().map_or("-", |found| &found.value);
        let merchant = one.merchant.as_ref().map_or("-", |found| &found.value);
        let currency = one
            .currency
            .as_ref()
            .map_or("-".to_owned(), |found| found.value.to_string());
        let card = one
            .payment
            .card_ending
            .as_ref()
            .map_or("-", |found| &found.value);
        writeln!(
            out,
            "{:?} {merchant} {order}: {} {currency}, tax {}, of {}, card {card}",
            one.kind,
            shown(&one.total),
            shown(&one.tax_total),
            shown(&one.issued_on),
        )
        .unwrap();
        for line in &one.lines {
            writeln!(
                out,
                "  {:?} × {:?} = {:?}",
                line.name, line.quantity, line.amount
            )
            .unwrap();
        }
        for parcel in &one.deliveries {
            let carrier = parcel.carrier.as_ref().map_or("-", |found| &found.value);
            let number = parcel
                .tracking_number
                .as_ref()
                .map_or("-", |found| &found.value);
            let days = (parcel.expected_from, parcel.expected_until);
            writeln!(out, "  {:?} {days:?} by {carrier} {number}", parcel.event).unwrap();
        }
    }
    for finding in &reading.diagnostics {
        writeln!(out, "{} in line {:?}", finding.code, finding.line()).unwrap();
    }
}

fn shown<T: ToString>(found: &Option<Found<T>>) -> String {
    found
        .as_ref()
        .map_or("-".to_owned(), |found| found.value.to_string())
}
