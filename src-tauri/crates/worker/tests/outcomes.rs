//! What becomes of a document when its worker does not answer as it should. The workers here are scripts.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::process::Command;

use source::Source;
use statement::{Answers, Recognised, format_named};
use worker::Worker;

/// The code of the only finding when `script` is the worker.
fn outcome(script: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("foil");
    // Written by a process of its own: a test beside this one that starts a child would hand it the open file, and a program
    // that somebody still writes cannot be started.
    let written = Command::new("sh")
        .args([
            "-c",
            r#"printf '#!/bin/sh\n%s\n' "$2" > "$1" && chmod 700 "$1""#,
            "sh",
        ])
        .arg(&program)
        .arg(script)
        .status();
    assert!(written.unwrap().success());
    of(&Worker::at(&program))
}

fn of(worker: &Worker) -> String {
    let source = Source::new("a.xlsx", b"PK\x03\x04");
    let found = Recognised {
        format: format_named("xlsx").unwrap(),
        evidence: "evidence-xlsx",
    };
    let (format, reading) = worker.read_as(&[found], &source, &Answers::none());
    assert_eq!(format.unwrap().id, "xlsx");
    let codes: Vec<&str> = reading.diagnostics.iter().map(|one| one.code).collect();
    codes.join(" ")
}

#[test]
fn the_limit_that_ended_a_worker_is_named() {
    assert_eq!(outcome("kill -XCPU $$"), "workerTimeLimit");
    assert_eq!(outcome("kill -KILL $$"), "workerTimeLimit");
    assert_eq!(outcome("kill -ABRT $$"), "workerMemoryLimit");
}

#[test]
fn a_crash_and_an_answer_without_sense_are_findings() {
    assert_eq!(outcome("kill -SEGV $$"), "workerCrashed");
    assert_eq!(outcome("exit 101"), "workerCrashed");
    assert_eq!(outcome("cat > /dev/null; echo '{}'"), "workerCrashed");
    assert_eq!(outcome("true"), "workerCrashed");
}

#[test]
fn an_answer_is_taken_as_it_is() {
    let answer = r#"{"statements":[],"questions":[],"switches":[],"diagnostics":[{"severity":"Error","code":"sheetEncrypted","args":[],"at":null,"excerpt":null,"unreadable_row":false}],"mappings":[]}"#;
    assert_eq!(
        outcome(&format!("cat > /dev/null; echo '{answer}'")),
        "sheetEncrypted"
    );
}

#[test]
fn without_a_worker_nothing_is_read_here_instead() {
    assert_eq!(of(&Worker::at("/nonexistent/foil")), "workerMissing");
    assert_eq!(of(&Worker::beside()), "workerMissing");
}

#[test]
fn an_archive_is_not_opened_here_instead_of_in_a_worker() {
    let archive = Source::new("a.zip", b"PK\x05\x06");
    let inside = Worker::at("/nonexistent/foil").inside(&archive).unwrap();
    assert_eq!(inside.unwrap_err().code, "workerMissing");
    let table = Source::new("a.csv", b"Date,Amount\n2026-01-05,3.00\n");
    assert!(Worker::at("/nonexistent/foil").inside(&table).is_none());
}
