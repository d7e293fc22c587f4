//! The process that asks.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use source::{Diagnostic, Source};
use statement::{Answers, Format, Reading, Recognised, Risk, read_by, read_in};

use crate::attached::without_files;
use crate::limit::LOOK_WALL_SECONDS;
use crate::wire::{Job, Kind, LONGEST_ANSWER, Look, read_answer, read_receipts};
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
        if found.is_empty()
            && let Some(Err(why)) = self.inside(source)
        {
            return (None, Reading::refused(*why));
        }
        read_by(found, source, answers, |format| match format.risk {
            Risk::Bounded => read_in(format, source, answers),
            Risk::Hostile => self.ask(format, source, answers),
        })
    }

    /// Reads a document as a receipt of this format: a hostile one in a child, any other here.
    pub fn read_receipt(
        &self,
        format: &receipt::Format,
        source: &Source<'_>,
        answers: &Answers,
    ) -> receipt::Reading {
        if format.risk == Risk::Bounded {
            return receipt::read_in(format, source, answers.get("password"));
        }
        if format.id == receipt::picture::ID {
            return self.read_picture(format, source, answers);
        }
        let ask = |kind| {
            self.answer(kind, format.id, source, answers)
                .and_then(|answer| read_receipts(&answer).ok_or_else(|| Box::new(crashed())))
        };
        let reading = ask(Kind::Receipt)
            .or_else(|finding| without_files(format, finding, || ask(Kind::Mail)))
            .unwrap_or_else(|finding| receipt::Reading::refused(*finding));
        let is_scan = |one: &Diagnostic| one.code == receipt::picture::SCANNED;
        if reading.diagnostics.iter().any(is_scan) {
            return self.read_picture(format, source, answers);
        }
        self.with_attached(reading, format, source, answers)
    }

    fn ask(&self, format: &Format, source: &Source<'_>, answers: &Answers) -> Reading<'static> {
        self.answer(Kind::Statement, format.id, source, answers)
            .and_then(|answer| read_answer(&answer).ok_or_else(|| Box::new(crashed())))
            .unwrap_or_else(|finding| Reading::refused(*finding))
    }

    /// What a child answers, or why there is no answer.
    pub(crate) fn answer(
        &self,
        kind: Kind,
        format: &str,
        source: &Source<'_>,
        answers: &Answers,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let size = source.bytes().len();
        if size > LARGEST {
            let finding = Diagnostic::error("limitExceeded");
            return Err(Box::new(finding.found(size).expected(LARGEST)));
        }
        let job = Job {
            kind,
            format: format.to_owned(),
            name: source.name().to_owned(),
            answers: answers.clone(),
            look: None,
            print: None,
        };
        self.job(&job, source.bytes())
    }

    /// What a child answers to a job, or why there is no answer.
    pub(crate) fn job(&self, job: &Job, document: &[u8]) -> Result<Vec<u8>, Box<Diagnostic>> {
        let ended = self.ended(job, document, WALL_SECONDS)?;
        match ended.status {
            _ if ended.is_late => Err(Box::new(late())),
            Some(status) if status.success() => Ok(ended.answer),
            Some(status) => Err(Box::new(reason(status))),
            None => Err(Box::new(crashed())),
        }
    }

    /// The table of words that a recogniser sees in a picture.
    pub(crate) fn recognised(
        &self,
        picture: &[u8],
        look: Look,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let seconds = look.seconds;
        let job = Job {
            kind: Kind::Words,
            format: String::new(),
            name: String::new(),
            answers: Answers::none(),
            look: Some(look),
            print: None,
        };
        let ended = self.ended(&job, picture, LOOK_WALL_SECONDS)?;
        match ended.status {
            Some(status) if status.success() && !ended.is_late => Ok(ended.answer),
            _ => Err(Box::new(
                Diagnostic::error("recogniserStopped").expected(seconds),
            )),
        }
    }

    fn ended(
        &self,
        job: &Job,
        document: &[u8],
        wall_seconds: u64,
    ) -> Result<Ended, Box<Diagnostic>> {
        let child = self.program.as_deref().and_then(|foil| start(foil).ok());
        let child = child.ok_or_else(|| Box::new(Diagnostic::error("workerMissing")))?;
        Ok(converse(child, job, document, wall_seconds))
    }
}

fn start(program: &Path) -> std::io::Result<Child> {
    Command::new(program)
        .arg("worker")
        // Whoever runs out of memory would read its own program's symbols for a trace that nobody sees.
        .env_remove("RUST_BACKTRACE")
        .env_remove("RUST_LIB_BACKTRACE")
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

/// Gives the child its job and waits for its answer, but no longer than so many seconds.
fn converse(mut child: Child, job: &Job, document: &[u8], wall_seconds: u64) -> Ended {
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
        let answer = receive.recv_timeout(Duration::from_secs(wall_seconds)).ok();
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

fn crashed() -> Diagnostic {
    Diagnostic::error("workerCrashed")
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
        _ => crashed(),
    }
}

#[cfg(not(unix))]
fn reason(_: ExitStatus) -> Diagnostic {
    crashed()
}
