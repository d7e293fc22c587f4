//! The CSV files of the repository: `tests/corpus/csv/{ok,err,ask}/<name>`, read and noted one line per entry beside
//! `<name>.expected`. What is in `ok` needs no question and has no error, what is in `ask` has a question, what is in `err` has a
//! finding. `CSV_CORPUS=write cargo test -p statement --test csv` writes what is expected anew; read the difference.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use source::{Severity, Source};
use statement::{Answers, Entry, Reading, format_named, prove};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/corpus/csv")
}

fn documents(side: &str) -> Vec<PathBuf> {
    let folder = fs::read_dir(corpus().join(side)).unwrap();
    let mut found: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_none_or(|end| end != "expected"));
    found.sort();
    found
}

fn with_reading<R>(bytes: &[u8], answers: &Answers, look: impl FnOnce(&Reading<'_>) -> R) -> R {
    let source = Source::new("statement.csv", bytes);
    let csv = format_named("csv").unwrap();
    look(&(csv.parse)(&source, answers))
}

fn day(day: Option<domain::NaiveDate>) -> String {
    day.map_or("-".to_owned(), |day| day.to_string())
}

fn note(reading: &Reading<'_>) -> String {
    let mut out = String::new();
    for statement in &reading.statements {
        let account = &statement.account;
        let number = account.iban.as_ref().or(account.number.as_ref());
        let currency = statement
            .currency
            .map_or("-".to_owned(), |code| code.to_string());
        let order = if statement.newest_first {
            "newest first"
        } else {
            "oldest first"
        };
        writeln!(
            out,
            "statement {} {} {currency} {order} {:?}",
            number.map_or("-", String::as_str),
            account.name.as_deref().unwrap_or("-"),
            prove(statement).outcome,
        )
        .unwrap();
        for balance in &statement.balances {
            writeln!(
                out,
                "  {} {} on {}",
                balance.kind.as_str(),
                balance.amount,
                day(balance.as_of)
            )
            .unwrap();
        }
        for entry in &statement.entries {
            note_entry(&mut out, entry);
        }
    }
    for question in &reading.questions {
        let choices: Vec<String> = question
            .choices
            .iter()
            .map(|choice| {
                format!(
                    "{} ({})",
                    choice.value,
                    choice.example.as_deref().unwrap_or("-")
                )
            })
            .collect();
        writeln!(
            out,
            "question {} assumed {} of {}",
            question.about,
            question.assumed.as_deref().unwrap_or("-"),
            choices.join(", ")
        )
        .unwrap();
    }
    for finding in &reading.diagnostics {
        write!(
            out,
            "{} {} line {}",
            finding.severity.as_str(),
            finding.code,
            finding.line().unwrap_or(0)
        )
        .unwrap();
        for (name, value) in &finding.args {
            write!(out, " {name}={value}").unwrap();
        }
        out.push('\n');
    }
    out
}

fn note_entry(out: &mut String, entry: &Entry<'_>) {
    write!(
        out,
        "  {} {} value {} done {} {} {} {}",
        entry.line,
        day(entry.booking_date),
        day(entry.value_date),
        day(entry.transaction_date),
        entry.amount,
        entry
            .currency
            .map_or("-".to_owned(), |code| code.to_string()),
        entry.status.as_str(),
    )
    .unwrap();
    for (name, text) in [
        ("ref", entry.reference.as_deref()),
        ("with", entry.counterparty.as_deref()),
        ("at", entry.counterparty_account.as_deref()),
        ("code", entry.code.as_deref()),
    ] {
        if let Some(text) = text {
            write!(out, " {name}={text}").unwrap();
        }
    }
    if let Some(original) = entry.original {
        write!(out, " original={original}").unwrap();
    }
    for text in &entry.texts {
        write!(out, " [{}: {}]", text.label, text.text.replace('\n', " | ")).unwrap();
    }
    for part in &entry.details {
        let texts: Vec<&str> = part.texts.iter().map(|text| text.text.as_ref()).collect();
        let amount = part
            .amount
            .map_or("-".to_owned(), |amount| amount.to_string());
        write!(out, " part({amount} {})", texts.join(" ")).unwrap();
    }
    out.push('\n');
}

fn check(side: &str, keeps: impl Fn(&Reading<'_>) -> bool) {
    let anew = std::env::var("CSV_CORPUS").is_ok_and(|told| told == "write");
    let mut wrong = Vec::new();
    for path in documents(side) {
        let bytes = fs::read(&path).unwrap();
        let (noted, kept) = with_reading(&bytes, &Answers::none(), |reading| {
            (note(reading), keeps(reading))
        });
        let beside = PathBuf::from(format!("{}.expected", path.display()));
        if anew {
            fs::write(&beside, &noted).unwrap();
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !kept {
            wrong.push(format!("{name} does not belong in {side}:\n{noted}"));
        } else if fs::read_to_string(&beside).unwrap_or_default() != noted {
            wrong.push(format!("{name} now reads\n{noted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn has_error(reading: &Reading<'_>) -> bool {
    reading
        .diagnostics
        .iter()
        .any(|finding| finding.severity == Severity::Error)
}

#[test]
fn exports_of_many_banks_and_apps_are_read_without_a_question() {
    check("ok", |reading| {
        reading.questions.is_empty() && !has_error(reading) && !reading.statements.is_empty()
    });
}

#[test]
fn what_a_file_alone_cannot_decide_is_asked() {
    check("ask", |reading| !reading.questions.is_empty());
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_read() {
    check("err", |reading| {
        reading
            .diagnostics
            .iter()
            .any(|finding| finding.severity != Severity::Info)
    });
}

#[test]
fn answers_take_the_place_of_questions() {
    let text = "Date,Description,Card Member,Amount\n01/02/2026,BAKERY,A,12.50\n02/03/2026,CINEMA,A,9.00\n";
    let mut answers = Answers::none();
    answers.set("dateOrder", "mdy");
    answers.set("sign", "inverted");
    with_reading(text.as_bytes(), &answers, |reading| {
        assert!(reading.questions.is_empty(), "{:?}", reading.questions);
        let first = &reading.statements[0].entries[0];
        assert_eq!(day(first.booking_date), "2026-01-02");
        assert_eq!(first.amount.to_string(), "-12.50");
    });
    let text = "Date,Amount,Amount,Text\n2026-02-05,-1.00,-1.20,A\n2026-02-06,-2.00,-2.20,B\n";
    let mut answers = Answers::none();
    answers.set("columns", "amount:2");
    with_reading(text.as_bytes(), &answers, |reading| {
        assert!(reading.questions.is_empty(), "{:?}", reading.questions);
        assert_eq!(reading.statements[0].entries[0].amount.to_string(), "-1.20");
    });
    let text = "18.09.2026;BAKERY;;33,87\n19.09.2026;SALARY;1900,00;\n20.09.2026;BOOKS;;20,00\n";
    let mut answers = Answers::none();
    answers.set("columns", "debit:3");
    with_reading(text.as_bytes(), &answers, |reading| {
        assert!(reading.questions.is_empty(), "{:?}", reading.questions);
        let amounts = reading.statements[0].entries.iter();
        let amounts: Vec<String> = amounts.map(|entry| entry.amount.to_string()).collect();
        assert_eq!(amounts, ["-33.87", "1900.00", "-20.00"]);
    });
    let text = "Date;Text;Amount\n2026-02-05;A;-1.000\n";
    let mut answers = Answers::none();
    answers.set("decimalSign", "point");
    with_reading(text.as_bytes(), &answers, |reading| {
        assert!(reading.questions.is_empty(), "{:?}", reading.questions);
        assert_eq!(
            reading.statements[0].entries[0].amount,
            domain::Decimal::new(-1, 0)
        );
    });
}

#[test]
fn a_later_row_may_settle_what_the_first_thousands_left_open() {
    let mut text = String::from("Date,Description,Amount\n");
    for row in 0..5000 {
        writeln!(
            text,
            "0{}/0{}/2026,SHOP {row},-{}.00",
            row % 9 + 1,
            row % 7 + 1,
            row + 1
        )
        .unwrap();
    }
    text.push_str("12/31/2026,LAST,-1.00\n");
    with_reading(text.as_bytes(), &Answers::none(), |reading| {
        assert!(reading.questions.is_empty(), "{:?}", reading.questions);
        assert_eq!(reading.unreadable(), 0);
        assert_eq!(reading.statements[0].entries.len(), 5001);
        assert_eq!(
            day(reading.statements[0].entries[8].booking_date),
            "2026-09-02"
        );
    });
}

#[test]
fn a_field_of_half_a_million_signs_is_kept_whole() {
    let text = format!(
        "Date,Description,Amount\n2026-02-05,\"{}\",-1.00\n",
        "x".repeat(500_000)
    );
    with_reading(text.as_bytes(), &Answers::none(), |reading| {
        assert_eq!(
            reading.statements[0].entries[0].texts[0].text.len(),
            500_000
        );
    });
}

#[test]
fn every_row_ends_as_an_entry_or_as_a_finding() {
    let text = "Date;Text;Amount\n05/02/2026;A;-1,00\n99/99/2026;B;-1,00\n06/02/2026;C;x\n07/02/2026;D;-2,00\n";
    with_reading(text.as_bytes(), &Answers::none(), |reading| {
        assert_eq!(
            reading.statements[0].entries.len() + reading.unreadable(),
            4
        );
    });
}

#[test]
fn other_formats_are_never_taken_for_csv() {
    let csv = format_named("csv").unwrap();
    for text in [
        "OFXHEADER:100\nDATA:OFXSGML\n<OFX>",
        "<?xml version=\"1.0\"?><Document>1,2</Document>",
        "!Type:Bank\nD05/02/2026\nT-1.00\nPShop\n^\n",
        ":20:STARTUMS\n:25:50010517/137075030\n:60F:C260201EUR1000,00\n:61:2602050205D12,50NMSC\n",
        "%PDF-1.7\n1 0 obj\n",
        "<!doctype html><html><body>a,b\n1,2</body></html>",
        "PK\u{3}\u{4}",
    ] {
        let source = Source::new("statement.csv", text.as_bytes());
        assert_eq!((csv.sniff)(&source), statement::Sniff::No, "{text}");
    }
}

fn seeds() -> Vec<Vec<u8>> {
    ["ok", "err", "ask"]
        .into_iter()
        .flat_map(documents)
        .map(|path| fs::read(path).unwrap())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        with_reading(&bytes, &Answers::none(), |_| ());
    }

    #[test]
    fn arbitrary_tables_never_panic(text in "(([0-9]{1,4}[-/.]){2}[0-9]{2,4}|[-+(]?[0-9.,' ]{0,9}[-)]?|[a-zA-Z\"é]{0,8}|[;,|\t\"\r\n~]){0,120}") {
        with_reading(text.as_bytes(), &Answers::none(), |_| ());
    }

    #[test]
    fn damaged_exports_never_panic(
        which in any::<prop::sample::Index>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..4), 1..12),
    ) {
        let seeds = seeds();
        let mut bytes = which.get(&seeds).clone();
        for (at, byte, how) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => { bytes.remove(at); }
                _ => bytes.truncate(at),
            }
        }
        with_reading(&bytes, &Answers::none(), |_| ());
    }
}
