//! A script that speaks JSON, one line per message.

use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use serde_json::Value;

use crate::process::Running;
use crate::wait::LIMIT;

/// A script of `tests/support` and its two ends.
pub struct Script {
    name: String,
    input: ChildStdin,
    output: Receiver<Value>,
    running: Running,
}

impl Script {
    /// Starts `tests/support/<name>` with the system's Python, which has GTK's bindings.
    ///
    /// # Panics
    /// It cannot be started.
    pub fn start(command: impl Fn(&str) -> Command, name: &str, arguments: &[String]) -> Self {
        let mut python = command("/usr/bin/python3");
        python
            .arg(format!("{}/support/{name}", env!("CARGO_MANIFEST_DIR")))
            .args(arguments);
        let mut running = Running::start(python.stdin(Stdio::piped()).stdout(Stdio::piped()));
        let input = running
            .child()
            .stdin
            .take()
            .expect("its input was asked for");
        let lines = BufReader::new(
            running
                .child()
                .stdout
                .take()
                .expect("its output was asked for"),
        )
        .lines();
        let (sender, output) = channel();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let value = serde_json::from_str(&line).unwrap_or(Value::String(line));
                if sender.send(value).is_err() {
                    return;
                }
            }
        });
        Self {
            name: name.to_owned(),
            input,
            output,
            running,
        }
    }

    /// The next line.
    ///
    /// # Panics
    /// None comes.
    pub fn next(&self) -> Value {
        self.output
            .recv_timeout(LIMIT)
            .unwrap_or_else(|error| panic!("{} says nothing: {error}", self.name))
    }

    /// A line that is there already.
    pub fn heard(&self) -> Option<Value> {
        self.output.try_recv().ok()
    }

    /// Waits until it says it is ready.
    ///
    /// # Panics
    /// It says something else.
    pub fn ready(self) -> Self {
        let said = self.next();
        assert_eq!(
            said["ready"], true,
            "{} begins with something else: {said}",
            self.name
        );
        self
    }

    /// One question, one answer.
    ///
    /// # Panics
    /// It is gone, or answers with an error.
    pub fn ask(&mut self, request: &Value) -> Value {
        let answer = self.try_ask(request);
        assert!(
            answer.get("error").is_none(),
            "{} to {request}: {answer}",
            self.name
        );
        answer
    }

    /// As [`Script::ask`], with errors as answers.
    ///
    /// # Panics
    /// It is gone.
    pub fn try_ask(&mut self, request: &Value) -> Value {
        writeln!(self.input, "{request}")
            .unwrap_or_else(|error| panic!("{} is gone: {error}", self.name));
        self.next()
    }

    /// Waits for its end.
    pub fn wait(&mut self) {
        self.running.wait();
    }
}
