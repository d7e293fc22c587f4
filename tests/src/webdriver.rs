//! A WebDriver client: a few JSON calls over HTTP to tauri-driver, which starts the app and drives its web view.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::app;
use crate::desktop::Desktop;
use crate::process::Running;
use crate::wait::{LIMIT, until};

const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The app with a driver at its web view.
pub struct Driven {
    port: u16,
    session: String,
    driver: Running,
}

/// Something on the page.
#[derive(Debug, Clone)]
pub struct Element(Value);

impl Driven {
    /// Starts the app through tauri-driver.
    ///
    /// # Panics
    /// A program is missing, or the app does not come up.
    pub fn start(desktop: &Desktop) -> Self {
        let (port, native) = (free_port(), free_port());
        let mut command = desktop.command("tauri-driver");
        command.args([
            "--port",
            &port.to_string(),
            "--native-port",
            &native.to_string(),
        ]);
        let driver = Running::start(command.stdout(Stdio::null()).stderr(Stdio::inherit()));
        for port in [port, native] {
            until("tauri-driver", || {
                TcpStream::connect(("127.0.0.1", port)).ok()
            });
        }
        let mut driven = Self {
            port,
            session: String::new(),
            driver,
        };
        let wanted = json!({"capabilities": {"alwaysMatch": {"tauri:options": {"application": app::counterfoil()}}}});
        let session = driven
            .call("POST", "/session", &wanted)
            .unwrap_or_else(|error| panic!("no session: {error}"));
        driven.session = session["sessionId"]
            .as_str()
            .unwrap_or_else(|| panic!("no session: {session}"))
            .to_owned();
        // tauri-driver sends a request on a kept connection that WebKit's driver may just be closing, and then answers
        // nothing at all. It has done its part: the session is WebKit's own.
        driven.port = native;
        driven
    }

    /// Runs a script in the page and gives what it returns. Its arguments are in `arguments`.
    ///
    /// # Panics
    /// The page refuses it.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.ask(
            "POST",
            "/execute/sync",
            &json!({"script": script, "args": arguments}),
        )
        .unwrap_or_else(|error| panic!("the page refuses {script:?}: {error}"))
    }

    /// Runs a script that answers later, by calling its last argument.
    ///
    /// # Panics
    /// The page refuses it, or it never answers.
    pub fn run_later(&self, script: &str, arguments: &[Value]) -> Value {
        self.ask(
            "POST",
            "/execute/async",
            &json!({"script": script, "args": arguments}),
        )
        .unwrap_or_else(|error| panic!("the page refuses {script:?}: {error}"))
    }

    /// Loads the page anew.
    ///
    /// # Panics
    /// The driver refuses.
    pub fn refresh(&self) {
        self.ask("POST", "/refresh", &json!({}))
            .unwrap_or_else(|error| panic!("the page is not loaded anew: {error}"));
    }

    /// The element that a script returns.
    pub fn find(&self, script: &str, arguments: &[Value]) -> Option<Element> {
        let found = self
            .ask(
                "POST",
                "/execute/sync",
                &json!({"script": script, "args": arguments}),
            )
            .ok()?;
        found.get(ELEMENT).is_some().then_some(Element(found))
    }

    /// Clicks in the middle of an element, as a mouse does; an element that is covered or gone refuses.
    ///
    /// # Errors
    /// What the driver says.
    pub fn click(&self, element: &Element) -> Result<(), String> {
        self.act(element, "click", &json!({}))
    }

    /// Types into an element, as a keyboard does.
    ///
    /// # Errors
    /// What the driver says.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<(), String> {
        self.act(element, "clear", &json!({}))?;
        self.act(element, "value", &json!({"text": text}))
    }

    /// What stands in a field.
    pub fn value_of(&self, field: &Element) -> Option<String> {
        let value = self.run("return arguments[0].value", std::slice::from_ref(&field.0));
        value.as_str().map(str::to_owned)
    }

    /// Whether the app has ended, as after its own "quit".
    pub fn is_gone(&self) -> bool {
        self.ask("GET", "/url", &Value::Null).is_err()
    }

    fn act(&self, element: &Element, verb: &str, body: &Value) -> Result<(), String> {
        let id = element.0[ELEMENT].as_str().unwrap_or_default();
        self.ask("POST", &format!("/element/{id}/{verb}"), body)
            .map(|_| ())
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        self.call(method, &format!("/session/{}{path}", self.session), body)
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let answer = exchange(self.port, method, path, body).map_err(|error| error.to_string())?;
        let value: Value = serde_json::from_slice(&answer)
            .map_err(|error| format!("{error} in {}", String::from_utf8_lossy(&answer)))?;
        match value["value"].get("error") {
            Some(error) => Err(format!("{error}: {}", value["value"]["message"])),
            None => Ok(value["value"].clone()),
        }
    }
}

impl Drop for Driven {
    fn drop(&mut self) {
        if !self.session.is_empty() && self.driver.ended().is_none() {
            let _ = self.call(
                "DELETE",
                &format!("/session/{}", self.session),
                &Value::Null,
            );
        }
    }
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("a bound port").port()
}

/// One HTTP exchange on a connection of its own; gives the body.
fn exchange(port: u16, method: &str, path: &str, body: &Value) -> std::io::Result<Vec<u8>> {
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(LIMIT))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let start = answer
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .map_or(answer.len(), |end| end + 4);
    Ok(answer.split_off(start))
}
