//! A display out of sight: Xvfb with a window manager, and what is on it. Everything waits for a state, never for a
//! time; the limits below only end a wait for what will never come.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Failure, folder, tree};

const LIMIT: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(100);

/// A process that ends with its owner.
pub(crate) struct Running(Child);

impl Running {
    /// # Errors
    /// It cannot be started.
    pub(crate) fn start(command: &mut Command) -> Result<Self, Failure> {
        let shown = tree::show(command);
        command
            .spawn()
            .map(Self)
            .map_err(|error| format!("`{shown}` cannot be started: {error}"))
    }

    /// # Errors
    /// The process has ended.
    fn check(&mut self, name: &str) -> Result<(), Failure> {
        match self.0.try_wait() {
            Ok(None) => Ok(()),
            Ok(Some(status)) => Err(format!("{name} ended with {status}")),
            Err(error) => Err(format!("{name}: {error}")),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a picture looks like from afar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    colours: u32,
    /// Mean lightness in percent: the lock is dark, the window behind it light.
    pub(crate) lightness: u32,
    pub(crate) digest: String,
}

impl From<&str> for Seen {
    fn from(said: &str) -> Self {
        let mut words = said.split_whitespace();
        let mut number = || words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
        Seen {
            colours: number(),
            lightness: number(),
            digest: words.next().unwrap_or_default().to_owned(),
        }
    }
}

/// A display of 1440 × 960 with a window manager.
pub(crate) struct Screen {
    display: String,
    // Dropped in this order: the manager before its server.
    _manager: Running,
    _server: Running,
}

impl Screen {
    /// # Errors
    /// A program is missing, or the display does not come up.
    pub(crate) fn open() -> Result<Self, Failure> {
        let mut server = Running::start(
            Command::new("Xvfb")
                .args([
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    "1440x960x24",
                    "-nolisten",
                    "tcp",
                    "-noreset",
                ])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        // The server writes its number when it is ready to be spoken to.
        let mut number = String::new();
        if let Some(output) = server.0.stdout.take() {
            BufReader::new(output)
                .read_line(&mut number)
                .map_err(|error| format!("Xvfb: {error}"))?;
        }
        if number.trim().is_empty() {
            return Err("Xvfb did not come up".to_owned());
        }
        let display = format!(":{}", number.trim());
        let mut manager = Running::start(
            Command::new("openbox")
                .env("DISPLAY", &display)
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        wait_for("the window manager", || {
            manager.check("openbox")?;
            // Only a window manager answers this.
            Ok(tree::read(
                Command::new("xdotool")
                    .arg("get_num_desktops")
                    .env("DISPLAY", &display),
            )
            .map(|_| ()))
        })?;
        Ok(Self {
            display,
            _manager: manager,
            _server: server,
        })
    }

    /// Makes the command draw here, on a session bus of its own and with folders of its own under `home`.
    pub(crate) fn command(&self, program: &Path, home: &Path) -> Command {
        let mut command = Command::new("dbus-run-session");
        command
            .arg("--")
            .arg(program)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY");
        command
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1");
        for (name, inner) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
        ] {
            command.env(name, home.join(inner));
        }
        command
    }

    /// The id of the window with this title, once it is on screen.
    ///
    /// # Errors
    /// The app ends first, or no such window comes.
    pub(crate) fn window(&self, title: &str, app: &mut Running) -> Result<String, Failure> {
        wait_for(&format!("the window “{title}”"), || {
            app.check("the app")?;
            let found = self.xdotool(&["search", "--onlyvisible", "--name", title]);
            Ok(found.and_then(|ids| ids.lines().next_back().map(str::to_owned)))
        })
    }

    /// Types a line into the window, as hands would, and Return.
    ///
    /// # Errors
    /// The window is gone.
    pub(crate) fn type_line(&self, window: &str, line: &str) -> Result<(), Failure> {
        let display = |command: &mut Command| tree::run(command.env("DISPLAY", &self.display));
        display(Command::new("xdotool").args(["windowfocus", "--sync", window]))?;
        display(Command::new("xdotool").args(["type", "--delay", "20", line]))?;
        display(Command::new("xdotool").args(["key", "Return"]))
    }

    /// Presses a key, with what is held down beside it (`alt+Down`).
    ///
    /// # Errors
    /// The display is gone.
    pub(crate) fn press(&self, key: &str) -> Result<(), Failure> {
        tree::run(
            Command::new("xdotool")
                .args(["key", key])
                .env("DISPLAY", &self.display),
        )
    }

    /// Takes the window's picture, once it shows something as `wanted`, and has come to rest.
    ///
    /// # Errors
    /// The app ends first, or nothing of the kind is ever drawn.
    pub(crate) fn picture(
        &self,
        window: &str,
        app: &mut Running,
        path: &Path,
        wanted: impl Fn(&Seen) -> bool,
    ) -> Result<Seen, Failure> {
        let mut last = Seen::default();
        wait_for("a picture at rest", || {
            app.check("the app")?;
            tree::run(
                Command::new("import")
                    .args(["-window", window])
                    .arg(path)
                    .env("DISPLAY", &self.display),
            )?;
            let said = tree::read(
                Command::new("identify")
                    .args(["-format", "%k %[fx:int(100*mean)] %#"])
                    .arg(path),
            );
            let seen = Seen::from(said.unwrap_or_default().as_str());
            // Text alone brings dozens of shades; a web view that has not drawn yet has one.
            let rests = seen.colours > 32 && seen == last && wanted(&seen);
            last = seen.clone();
            Ok(rests.then_some(seen))
        })
    }

    /// Takes the display away and waits for the app to end with it: killed outright, it would leave its session bus
    /// behind.
    ///
    /// # Errors
    /// The app lives on.
    pub(crate) fn close(self, mut app: Running) -> Result<(), Failure> {
        drop(self);
        wait_for("the app's end", || Ok(app.check("the app").err())).map(|_| ())
    }

    fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        tree::read(
            Command::new("xdotool")
                .args(arguments)
                .env("DISPLAY", &self.display),
        )
        .filter(|text| !text.is_empty())
    }
}

/// Asks again and again until there is an answer.
fn wait_for<T>(
    what: &str,
    mut ask: impl FnMut() -> Result<Option<T>, Failure>,
) -> Result<T, Failure> {
    let started = Instant::now();
    loop {
        if let Some(answer) = ask()? {
            return Ok(answer);
        }
        if started.elapsed() > LIMIT {
            return Err(format!("{what} did not come in {} s", LIMIT.as_secs()));
        }
        thread::sleep(POLL);
    }
}

/// An empty home for an app that must not see the person's own data.
///
/// # Errors
/// The folder cannot be emptied or made.
pub(crate) fn fresh_home() -> Result<std::path::PathBuf, Failure> {
    let home = tree::target().join("screenshots-home");
    folder::empty(&home)?;
    Ok(home)
}
