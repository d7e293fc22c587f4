//! The receipts of the repository: `tests/corpus/receipt/{ok,err}/<name>`, mails, e-invoices and printed invoices, all invented,
//! read and noted beside `<name>.expected`. What is in `ok` gives receipts, what is in `err` none but a finding.
//! `RECEIPT_CORPUS=write cargo test -p receipt --test corpus` writes what is expected anew; read the difference.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::fmt::{Display, Write as _};
use std::fs;
use std::path::{Path, PathBuf};

use receipt::{Found, Reading, Receipt, read_in, recognise};
use source::Source;

fn documents(side: &str) -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/corpus/receipt");
    let folder = fs::read_dir(corpus.join(side)).unwrap();
    let mut found: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    // Pictures are read where there is a worker: in the tests of `foil`.
    let is_elsewhere = |path: &PathBuf| {
        let ending = path.extension().unwrap_or_default();
        ["expected", "png", "jpg"].iter().any(|end| ending == *end)
    };
    found.retain(|path| !is_elsewhere(path));
    found.sort();
    found
}

/// `None` where no kind claims the document.
fn read(path: &Path) -> Option<Reading> {
    let bytes = fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let source = Source::new(&name, &bytes);
    let found = recognise(&source);
    let first = found.first()?;
    Some(read_in(first.format, &source, None))
}

fn field<T: Display>(out: &mut String, name: &str, value: Option<T>) {
    if let Some(value) = value {
        writeln!(out, "  {name} {value}").unwrap();
    }
}

fn found<T>(found: &Option<Found<T>>) -> Option<&T> {
    found.as_ref().map(|found| &found.value)
}

fn note_receipt(out: &mut String, receipt: &Receipt) {
    writeln!(out, "{:?}", receipt.kind).unwrap();
    field(out, "merchant", found(&receipt.merchant));
    field(out, "legal", found(&receipt.merchant_legal));
    for id in &receipt.merchant_ids {
        field(out, "id", Some(id));
    }
    field(out, "issued", found(&receipt.issued_on));
    field(out, "due", found(&receipt.due_on));
    field(out, "invoice", found(&receipt.invoice_number));
    field(out, "order", found(&receipt.order_number));
    for number in &receipt.other_order_numbers {
        field(out, "order", Some(number));
    }
    for line in &receipt.lines {
        let quantity = line
            .quantity
            .map_or("-".to_owned(), |many| many.to_string());
        let amount = line.amount.map_or("-".to_owned(), |sum| sum.to_string());
        let name = line.name.replace('\n', " / ");
        writeln!(out, "  line {quantity} x {name}: {amount}").unwrap();
    }
    for tax in &receipt.taxes {
        let rate = tax.rate.map_or("-".to_owned(), |rate| rate.to_string());
        let base = tax.base.map_or("-".to_owned(), |base| base.to_string());
        writeln!(out, "  tax {rate} % of {base}: {}", tax.amount).unwrap();
    }
    field(out, "tax", found(&receipt.tax_total));
    field(out, "total", found(&receipt.total));
    field(out, "payable", found(&receipt.payable));
    field(out, "currency", found(&receipt.currency));
    field(out, "paid by", found(&receipt.payment.method));
    field(out, "card", found(&receipt.payment.card_ending));
    for parcel in &receipt.deliveries {
        let day =
            |day: Option<domain::NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
        writeln!(
            out,
            "  parcel {} from {} until {} there {} by {} number {}",
            parcel
                .event
                .map_or("-".to_owned(), |event| format!("{event:?}")),
            day(parcel.expected_from),
            day(parcel.expected_until),
            day(parcel.delivered_on),
            found(&parcel.carrier).map_or("-", String::as_str),
            found(&parcel.tracking_number).map_or("-", String::as_str),
        )
        .unwrap();
    }
}

fn note(reading: &Reading) -> String {
    let mut out = String::new();
    for receipt in &reading.receipts {
        note_receipt(&mut out, receipt);
    }
    for finding in &reading.diagnostics {
        writeln!(out, "{} {}", finding.severity.as_str(), finding.code).unwrap();
    }
    out
}

fn replay(side: &str, is_right: fn(Option<&Reading>) -> bool) {
    let documents = documents(side);
    assert!(!documents.is_empty(), "{side} has documents");
    let mut wrong = Vec::new();
    for path in documents {
        let reading = read(&path);
        let noted = reading
            .as_ref()
            .map_or("claimed by nothing\n".to_owned(), note);
        let expected = path.with_file_name(format!(
            "{}.expected",
            path.file_name().unwrap().to_string_lossy()
        ));
        if std::env::var_os("RECEIPT_CORPUS").is_some_and(|mode| mode == "write") {
            fs::write(&expected, &noted).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if noted != wanted || !is_right(reading.as_ref()) {
            wrong.push(format!(
                "{}\n--- expected\n{wanted}--- read\n{noted}",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn receipts_are_read_as_noted_beside_them() {
    replay("ok", |reading| {
        reading.is_some_and(|reading| !reading.receipts.is_empty())
    });
}

#[test]
fn what_is_no_receipt_gives_none_and_says_so() {
    replay("err", |reading| {
        reading.is_none_or(|reading| reading.receipts.is_empty() && !reading.diagnostics.is_empty())
    });
}

#[test]
fn what_fuzzing_found_is_read_without_a_panic() {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fuzz/regressions");
    let mut read_as_any = 0;
    for target in fs::read_dir(&found).unwrap() {
        for input in fs::read_dir(target.unwrap().path()).unwrap() {
            let bytes = fs::read(input.unwrap().path()).unwrap();
            let source = Source::new("fuzz", &bytes);
            for format in receipt::FORMATS {
                let _ = read_in(format, &source, None);
            }
            let _ = receipt::shown_mail(&bytes, 0);
            read_as_any += 1;
        }
    }
    assert!(read_as_any > 0, "nothing in {}", found.display());
}
