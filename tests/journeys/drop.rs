//! Drops that are large, hold a file twice, or hold one that changes: each file stands alone, and the user is told.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use api::App;
use api::imports::{AnswerDto, FileAnswers, FileDone, ImportReview};
use serde_json::Value;

use crate::files::{csv, ofx, ofx_of};
use crate::terminal::Terminal;

fn preview(app: &App, files: &[PathBuf]) -> ImportReview {
    app.preview_import(files.to_vec(), None).unwrap()
}

/// Fifty files, each of one day of its own; every fifth is broken in one of five ways.
fn fifty(terminal: &Terminal) -> Vec<PathBuf> {
    let one = |i: usize| {
        let (month, day) = (i / 25 + 1, i % 25 + 1);
        let day = format!("2026-{month:02}-{day:02}");
        let reference = format!("F{i}");
        let line = (leak(day), -100, "PRESSE DU QUAI", leak(reference));
        let whole = ofx_of(&[line], line.0, "10.00");
        let broken = [
            format!("<!DOCTYPE html><html><body>Session {i} expired</body></html>"),
            format!("{{\"error\": \"too many requests\", \"request\": {i}}}"),
            format!("PK\u{3}\u{4} an archive cut short {i}"),
            format!("Dear customer,\nyour statement {i} is ready.\n"),
            "\u{13}\u{7}\u{1}".repeat(100 + i),
        ];
        let bytes = match i % 5 {
            4 => broken[i / 5 % 5].clone(),
            _ => whole,
        };
        terminal.file(&format!("{i:02}.ofx"), bytes)
    };
    (0..50).map(one).collect()
}

/// The lines of `files` live as long as the program.
fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

#[test]
fn of_fifty_files_ten_are_broken_and_forty_are_imported_each_told_by_its_name() {
    let terminal = Terminal::with_ledger();
    let files = fifty(&terminal);
    let mut words = vec!["import", "--json", "--yes"];
    words.extend(files.iter().map(|file| file.to_str().unwrap()));
    let answer = terminal.foil(&words);
    assert_eq!(answer.status, 1, "done, with findings: {}", answer.err);
    let told: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(told.len(), 50, "an answer for each");
    for (i, (file, told)) in files.iter().zip(&told).enumerate() {
        assert_eq!(told["file"], file.to_str().unwrap(), "in the order named");
        let findings = told["diagnostics"].as_array().unwrap();
        if i % 5 == 4 {
            assert!(told["import"].is_null(), "{told}");
            assert!(
                findings.iter().any(|one| one["severity"] == "error"),
                "why is told: {told}"
            );
        } else {
            assert_eq!(told["counts"]["new"], 1, "{told}");
        }
    }
    assert_eq!(terminal.count(), 40);
    terminal.verify();
}

#[test]
fn the_window_shows_fifty_files_of_which_ten_are_broken_and_imports_the_forty() {
    let terminal = Terminal::with_ledger();
    let app = terminal.window();
    let review = preview(&app, &fifty(&terminal));
    assert!(review.in_doubt, "the ten are shown");
    let broken: Vec<&String> = review
        .files
        .iter()
        .filter(|file| file.diagnostics.iter().any(|one| one.severity == "error"))
        .map(|file| &file.name)
        .collect();
    assert_eq!(broken.len(), 10, "{broken:?}");
    let done = app.commit_import(review.review, Vec::new()).unwrap();
    assert_eq!(done.files.len(), 40);
    assert_eq!(terminal.count(), 40);
}

#[test]
fn the_same_file_twice_in_one_drop_is_read_once_and_said_to_be_the_same() {
    let terminal = Terminal::with_ledger();
    let app = terminal.window();
    let first = terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31"));
    let copy = terminal.file("october (1).ofx", ofx("2026-10-01", "2026-10-31"));
    let review = preview(&app, &[first.clone(), first.clone(), copy.clone()]);
    assert!(!review.in_doubt, "nothing is to be decided about it");
    assert_eq!(review.files[0].counts.new, 11);
    for twin in &review.files[1..] {
        assert_eq!(twin.counts.new, 0, "what it brings is counted once");
        assert_eq!(
            twin.diagnostics[0].message,
            "This is the same file as october.ofx, byte for byte. It is read once."
        );
    }
    let done = app.commit_import(review.review, Vec::new()).unwrap();
    assert_eq!(done.files.len(), 1);
    assert_eq!(terminal.count(), 11);
    let both = [first, copy].map(|path| path.to_str().unwrap().to_owned());
    let again = terminal.foil(&["import", &both[0], &both[1]]);
    assert_eq!(again.status, 0);
    assert_eq!(
        again
            .out
            .matches("is already in your history: nothing new.")
            .count(),
        2,
        "{}",
        again.out
    );
}

#[test]
fn a_file_that_is_being_written_to_is_not_read_in_half_and_is_read_once_it_is_whole() {
    let terminal = Terminal::with_ledger();
    // Large enough to be written to while it is read.
    let padding = " ".repeat(64 << 20);
    let growing = terminal.file("growing.ofx", padding + &ofx("2026-10-01", "2026-10-31"));
    let path = growing.to_str().unwrap();
    let ends = AtomicBool::new(false);
    let (begun, has_begun) = std::sync::mpsc::channel();
    let answer = std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = OpenOptions::new().append(true).open(&growing).unwrap();
            file.write_all(b"\n").unwrap();
            begun.send(()).unwrap();
            while !ends.load(Ordering::Relaxed) {
                file.write_all(b"\n").unwrap();
            }
        });
        has_begun.recv().unwrap();
        // On a busy machine too, the writer gets its turn before the whole has been read.
        let answer = terminal.foil_at_leisure(&["import", "--yes", path]);
        ends.store(true, Ordering::Relaxed);
        answer
    });
    assert_eq!(answer.status, 2, "{}{}", answer.out, answer.err);
    let says = "Another program is writing to this file. Nothing of it was read. Wait until it has been saved whole, then drop it again.";
    assert!(answer.err.contains(says), "{}", answer.err);
    assert_eq!(terminal.count(), 0);
    std::fs::write(&growing, ofx("2026-10-01", "2026-10-31")).unwrap();
    assert_eq!(terminal.import(&growing)["counts"]["new"], 11);
}

#[test]
fn what_was_shown_is_what_is_imported_though_the_file_grew_was_cut_or_went_meanwhile() {
    for fate in ["grown", "cut", "gone"] {
        let terminal = Terminal::with_ledger();
        let app = terminal.window();
        let file = terminal.file("october.csv", csv("2026-10-01", "2026-10-14"));
        // A new account that a table names is in no doubt.
        let review = preview(&app, std::slice::from_ref(&file));
        let shown = review.files[0].counts.new;
        match fate {
            "grown" => drop(terminal.file("october.csv", csv("2026-10-01", "2026-10-31"))),
            "cut" => File::options()
                .write(true)
                .open(&file)
                .and_then(|file| file.set_len(100))
                .unwrap(),
            _ => std::fs::remove_file(&file).unwrap(),
        }
        let done = app.commit_import(review.review, Vec::new()).unwrap();
        assert_eq!((done.files[0].counts.new, shown), (6, 6), "{fate}");
        assert_eq!(terminal.count(), 6, "{fate}");
        terminal.verify();
        if fate == "grown" {
            let rest = terminal.import(&file);
            assert_eq!(
                (&rest["counts"]["new"], &rest["counts"]["known"]),
                (&5.into(), &6.into()),
                "the rest comes with the next drop"
            );
        }
    }
}

#[test]
fn files_that_come_while_a_review_is_open_join_it_and_what_was_answered_stays() {
    let terminal = Terminal::with_ledger();
    let rows = "IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Libelle;Montant\n\
                03/04/2026;VOLT ET CIE;-10,00\n05/04/2026;SALAIRE;20,00\n";
    let table = terminal.file("a.csv", rows);
    let other = terminal.file("b.ofx", ofx("2026-10-01", "2026-10-31"));
    let app = terminal.window();
    let first = preview(&app, std::slice::from_ref(&table));
    let answers = FileAnswers {
        answers: vec![AnswerDto {
            about: "dateOrder".to_owned(),
            choice: "mdy".to_owned(),
        }],
        ..FileAnswers::default()
    };
    let answered = app.answer_import(first.review, vec![answers]).unwrap();
    let day = |review: &ImportReview| review.files[0].rows[0].date.clone();
    assert_eq!(day(&answered).as_deref(), Some("2026-03-04"));
    let both = app
        .preview_import(vec![other, table], Some(first.review))
        .unwrap();
    assert_eq!((both.review, both.files.len()), (first.review, 3));
    assert_eq!(day(&both), day(&answered), "what was answered stays");
    assert_eq!(both.files[2].diagnostics[0].code, "fileTwice");
    let done = app.commit_import(first.review, Vec::new()).unwrap();
    let added: Vec<u64> = done.files.iter().map(|file| file.counts.new).collect();
    assert_eq!(added, [2, 11]);
    let gone = app.preview_import(Vec::new(), Some(first.review));
    assert!(
        gone.is_err(),
        "a review that was carried out takes nothing in"
    );
}

/// Two exports that overlap from the 12th to the 20th: five lines are in both.
fn overlapping(terminal: &Terminal) -> [PathBuf; 2] {
    let early = terminal.file("early.ofx", ofx("2026-10-01", "2026-10-20"));
    let late = terminal.file("late.ofx", ofx("2026-10-12", "2026-10-31"));
    [early, late]
}

/// The answers that leave out what both of these exports show.
fn without_doubles(review: &ImportReview, file: usize) -> FileAnswers {
    let both = "2026-10-12".."2026-10-21";
    let rows = review.files[file].rows.iter().enumerate();
    let doubles =
        rows.filter(|(_, row)| row.date.as_deref().is_some_and(|day| both.contains(&day)));
    let unwanted: Vec<usize> = doubles.map(|(at, _)| at).collect();
    assert_eq!(unwanted.len(), 5);
    FileAnswers {
        file,
        unwanted,
        ..FileAnswers::default()
    }
}

#[test]
fn a_line_unticked_in_one_file_stays_where_another_file_of_the_drop_brings_it() {
    for (unticked, is_late_first) in [(0, false), (1, false), (0, true), (1, true)] {
        let terminal = Terminal::with_ledger();
        let app = terminal.window();
        let mut files = overlapping(&terminal);
        if is_late_first {
            files.reverse();
        }
        let review = preview(&app, &files);
        let answers = vec![without_doubles(&review, unticked)];
        let done = app.commit_import(review.review, answers).unwrap();
        assert!(done.files.iter().all(|file| file.deletions.is_empty()));
        let new: u64 = done.files.iter().map(|file| file.counts.new).sum();
        assert_eq!(
            (new, terminal.count()),
            (11, 11),
            "{unticked} {is_late_first}"
        );
        terminal.verify();
    }
}

#[test]
fn a_line_unticked_in_every_file_that_shows_it_is_left_out_once_and_can_be_had_back() {
    let terminal = Terminal::with_ledger();
    let app = terminal.window();
    let review = preview(&app, &overlapping(&terminal));
    let answers = [0, 1].map(|file| without_doubles(&review, file)).to_vec();
    let done = app.commit_import(review.review, answers).unwrap();
    let told: Vec<(u64, usize)> = done
        .files
        .iter()
        .map(|file| (file.counts.new, file.deletions.len()))
        .collect();
    assert_eq!(told, [(9, 5), (2, 0)], "left out where it was new");
    assert_eq!(terminal.count(), 6);
    // As the window takes back and does again what a drop did.
    let of_file = |file: &FileDone| file.operation.into_iter().chain(file.deletions.clone());
    let operations: Vec<i64> = done.files.iter().flat_map(of_file).collect();
    for operation in operations.iter().rev() {
        app.undo(*operation).unwrap();
    }
    assert_eq!(terminal.count(), 0);
    for operation in &operations {
        app.redo(*operation).unwrap();
    }
    assert_eq!(terminal.count(), 6);
    for deletion in &done.files[0].deletions {
        app.undo(*deletion).unwrap();
    }
    assert_eq!(terminal.count(), 11);
    terminal.verify();
}

#[test]
fn a_line_unticked_stays_where_another_program_brought_it_meanwhile() {
    let terminal = Terminal::with_ledger();
    let app = terminal.window();
    let [early, late] = overlapping(&terminal);
    let review = preview(&app, &[late]);
    terminal.import(&early);
    let answers = vec![without_doubles(&review, 0)];
    let done = app.commit_import(review.review, answers).unwrap();
    let file = &done.files[0];
    assert_eq!((file.counts.new, file.deletions.len()), (2, 0));
    assert_eq!(terminal.count(), 11);
    terminal.verify();
}
