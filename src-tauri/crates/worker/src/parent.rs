//! The process that asks.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use source::{Diagnostic, Source};
use statement::{Answers, Format, Reading, Recognised, Risk, read_by, read_in};

use crate::wire::{Job, LONGEST_ANSWER, Task, read_answer, read_receipts};
use crate::{CPU_SECONDS, LARGEST, MEMORY_MEGABYTES, WALL_SECONDS};

/// Where `foil` is, for documents that must not be read in this process.
#[derive(Debug, Clone)]
pub struct Worker {
    program: Option<PathBuf>,
}

impl Worker {
    /// The `foil` in the folder of the running program, which may be that program itself. Nothing else decides which program
    /// is started.
    pub fn beside() -> Self {
        let name = format!("foil{}", std::env::consts::EXE_SUFFIX);
        let program = std::env::current_exe()
            .ok()
            .and_then(|running| Some(running.parent()?.join(name)))
            .filter(|program| program.is_file());
        Worker { program }
    }

    /// This `foil`.
    pub fn at(program: impl Into<PathBuf>) -> Self {
        Worker {
            program: Some(program.into()),
        }
    }

    /// Reads a document that `found` recognised: one of a format that is [`Risk::Hostile`] in a child, any other here. Without
    /// a child there is a finding, never a reading in this process.
    pub fn read_as<'a>(
        &self,
        found: &[Recognised],
        source: &'a Source<'a>,
        answers: &Answers,
    ) -> (Option<&'static Format>, Reading<'a>) {
        read_by(found, source, answers, |format| match format.risk {
            Risk::Bounded => read_in(format, source, answers),
            Risk::Hostile => self.ask_statement(format, source, answers),
        })
    }

    /// Reads a document as this kind of receipt: in a child where the kind is [`Risk::Hostile`], else here. A password is among
    /// the answers.
    pub fn read_receipts(
        &self,
        format: &receipt::Format,
        source: &Source<'_>,
        answers: &Answers,
    ) -> receipt::Reading {
        if format.risk == Risk::Bounded {
            return receipt::read_in(format, source, answers.get("password"));
        }
        let read = |answer: &[u8]| read_receipts(answer);
        self.ask(Task::Receipt, format.id, source, answers, read)
            .unwrap_or_else(receipt::Reading::refused)
    }

    fn ask_statement(
        &self,
        format: &Format,
        source: &Source<'_>,
        answers: &Answers,
    ) -> Reading<'static> {
        self.ask(Task::Statement, format.id, source, answers, read_answer)
            .unwrap_or_else(Reading::refused)
    }

    /// Gives a child the document and takes what `read` makes of its answer.
    fn ask<T>(
        &self,
        task: Task,
        format: &str,
        source: &Source<'_>,
        answers: &Answers,
        read: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Result<T, Diagnostic> {
        let size = source.bytes().len();
        if size > LARGEST {
            let finding = Diagnostic::error("limitExceeded");
            return Err(finding.found(size).expected(LARGEST));
        }
        let Some(child) = self.program.as_deref().and_then(|foil| start(foil).ok()) else {
            return Err(Diagnostic::error("workerMissing"));
        };
        let job = Job {
            task,
            format: format.to_owned(),
            name: source.name().to_owned(),
            answers: answers.clone(),
        };
        let ended = converse(child, &job, source.bytes());
        match ended.status {
            _ if ended.is_late => Err(late()),
            Some(status) if status.success() => {
                read(&ended.answer).ok_or_else(|| Diagnostic::error("workerCrashed"))
            }
            Some(status) => Err(reason(status)),
            None => Err(Diagnostic::error("workerCrashed")),
        }
    }
}

fn start(program: &Path) -> std::io::Result<Child> {
    Command::new(program)
        .arg("worker")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

/// How a child ended, and what it said before.
struct Ended {
    answer: Vec<u8>,
    status: Option<ExitStatus>,
    is_late: bool,
}

/// Gives the child its job and waits for its answer, but no longer than [`WALL_SECONDS`].
fn converse(mut child: Child, job: &Job, document: &[u8]) -> Ended {
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let (send, receive) = mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // A child that dies early closes its pipe; its status says why.
            if let Some(mut input) = input {
                drop(job.write(document, &mut input));
            }
        });
        scope.spawn(move || {
            let mut answer = Vec::new();
            if let Some(output) = output {
                drop(output.take(LONGEST_ANSWER).read_to_end(&mut answer));
            }
            drop(send.send(answer));
        });
        let answer = receive.recv_timeout(Duration::from_secs(WALL_SECONDS)).ok();
        let is_late = answer.is_none();
        if is_late {
            drop(child.kill());
        }
        Ended {
            answer: answer.unwrap_or_default(),
            status: child.wait().ok(),
            is_late,
        }
    })
}

fn late() -> Diagnostic {
    Diagnostic::error("workerTimeLimit").expected(CPU_SECONDS)
}

/// Which limit ended a child. The processor's time ends it by SIGXCPU, and by SIGKILL a second later; memory by the abort
/// that follows an allocation that is refused.
#[cfg(unix)]
fn reason(status: ExitStatus) -> Diagnostic {
    use std::os::unix::process::ExitStatusExt;
    const ABORT: i32 = 6;
    const KILL: i32 = 9;
    const CPU: i32 = 24;
    match status.signal() {
        Some(CPU | KILL) => late(),
        Some(ABORT) => Diagnostic::error("workerMemoryLimit").expected(MEMORY_MEGABYTES),
        _ => Diagnostic::error("workerCrashed"),
    }
}

#[cfg(not(unix))]
fn reason(_: ExitStatus) -> Diagnostic {
    Diagnostic::error("workerCrashed")
}
