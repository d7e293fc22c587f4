//! A whole desktop of one's own in a temporary folder: display, window manager, session bus and accessibility.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::picture;
use crate::process::{Running, read, run};
use crate::wait::until;

/// The size of the screen, in pixels.
pub const SCREEN: (i64, i64) = (1440, 960);

/// Every folder that a program may write to here, by the variable that names it.
const FOLDERS: [(&str, &str); 7] = [
    ("HOME", "home"),
    ("TMPDIR", "tmp"),
    ("XDG_RUNTIME_DIR", "run"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_CONFIG_HOME", "config"),
    ("COUNTERFOIL_LEDGER", "ledger"),
];

/// A desktop. Everything on it ends when it is dropped.
pub struct Desktop {
    home: tempfile::TempDir,
    display: String,
    // Dropped in this order: what uses the display and the bus before them.
    _manager: Running,
    _bus: Running,
    _server: Running,
}

impl Desktop {
    /// Brings up a desktop without a tray and without a keyring, in English.
    ///
    /// # Panics
    /// A program is missing or does not come up.
    pub fn open() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        for folder in FOLDERS
            .iter()
            .map(|(_, folder)| *folder)
            .chain(["services", "bank"])
        {
            fs::create_dir(home.path().join(folder)).expect("a folder in the temporary folder");
        }
        fs::set_permissions(home.path().join("run"), fs::Permissions::from_mode(0o700))
            .expect("our own folder");
        let (server, display) = start_server();
        picture::watch(&display);
        lay_keys(&display);
        let bus = start_bus(&command(home.path(), &display), home.path());
        let manager = start_manager(&|program| command(home.path(), &display)(program));
        Self {
            home,
            display,
            _manager: manager,
            _bus: bus,
            _server: server,
        }
    }

    /// A command that runs on this desktop, with folders of its own.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        command(self.home.path(), &self.display)(&program.as_ref().to_string_lossy())
    }

    /// The temporary folder that holds everything of this desktop.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where the app keeps its ledger here.
    pub fn ledger(&self) -> PathBuf {
        self.home.path().join("ledger")
    }

    /// Every folder that a program may write to here.
    pub fn folders(&self) -> Vec<PathBuf> {
        FOLDERS
            .iter()
            .map(|(_, folder)| self.home.path().join(folder))
            .collect()
    }

    /// Where a person keeps the files that the bank gave.
    pub fn bank(&self) -> PathBuf {
        self.home.path().join("bank")
    }

    /// Prefers dark windows from now on, as a person sets it for the whole desktop.
    ///
    /// # Panics
    /// Its folder cannot be written.
    pub fn prefer_dark(&self) {
        let folder = self.home.path().join("config/gtk-3.0");
        fs::create_dir_all(&folder).expect("a folder in the temporary folder");
        let settings = "[Settings]\ngtk-application-prefer-dark-theme=1\n";
        fs::write(folder.join("settings.ini"), settings).expect("a file in our own folder");
    }

    /// Names the file in the system's chooser that is open, and agrees.
    ///
    /// # Panics
    /// No chooser opens, or it does not close.
    pub fn choose_target(&self, file: &Path) {
        let chooser = self.window("Save File");
        self.xdotool(&["windowfocus", "--sync", &chooser]);
        self.press_key("ctrl+a");
        self.type_text(&file.to_string_lossy());
        self.press_key("Return");
        until("the chooser to close", || {
            let open = self.xdotool(&["search", "--onlyvisible", "--name", "Save File"]);
            open.is_none().then_some(())
        });
    }

    /// Chooses an existing file in the open chooser of this title.
    ///
    /// # Panics
    /// The chooser does not come up or does not close.
    pub fn choose_file(&self, title: &str, file: &Path) {
        let chooser = self.window(title);
        self.xdotool(&["windowfocus", "--sync", &chooser]);
        // A path that is typed asks for a field of its own.
        self.type_text(&file.to_string_lossy());
        until("the chooser to close", || {
            let is_open = self
                .xdotool(&["search", "--onlyvisible", "--name", title])
                .is_some();
            // The first one may only take what the field proposes.
            if is_open {
                self.press_key("Return");
            }
            (!is_open).then_some(())
        });
    }

    /// Closes a window as its close button does.
    pub fn close_window(&self, window: &str) {
        run(self
            .command("xdotool")
            .args(["windowactivate", "--sync", window, "key", "alt+F4"]));
    }

    /// Runs xdotool; `None` when it finds nothing.
    pub fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        read(self.command("xdotool").args(arguments)).filter(|text| !text.is_empty())
    }

    /// Moves the pointer. Once the display has said where it is, it is there: `--sync` waits in vain where it was there before.
    pub fn point(&self, x: i64, y: i64) {
        let (x, y) = (x.to_string(), y.to_string());
        let words = ["mousemove", &x, &y, "getmouselocation"];
        run(self.command("xdotool").args(words));
    }

    /// Moves the pointer to a place of a window.
    pub fn point_in(&self, window: &str, x: i64, y: i64) {
        let (x, y) = (x.to_string(), y.to_string());
        let words = ["mousemove", "--window", window, &x, &y, "getmouselocation"];
        run(self.command("xdotool").args(words));
    }

    /// Clicks where something is.
    pub fn click(&self, x: i64, y: i64) {
        self.point(x, y);
        run(self.command("xdotool").args(["click", "1"]));
    }

    /// Types into whatever has the focus.
    pub fn type_text(&self, text: &str) {
        run(self
            .command("xdotool")
            .args(["type", "--delay", "12", "--", text]));
    }

    /// Presses a key or a chord (`Return`, `ctrl+k`).
    pub fn press_key(&self, key: &str) {
        run(self.command("xdotool").args(["key", "--", key]));
    }

    /// The id of the visible window with this title, once it is there.
    ///
    /// # Panics
    /// It does not come.
    pub fn window(&self, title: &str) -> String {
        until(&format!("the window “{title}”"), || {
            let ids = self.xdotool(&["search", "--onlyvisible", "--name", title])?;
            ids.lines().next_back().map(str::to_owned)
        })
    }

    /// Tells the session bus that the screen saver has come on, as a locking desktop does.
    pub fn lock_screen(&self) {
        run(self.command("dbus-send").args([
            "--session",
            "--type=signal",
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver.ActiveChanged",
            "boolean:true",
        ]));
    }
}

fn command(home: &Path, display: &str) -> impl Fn(&str) -> Command {
    let bus = format!("unix:path={}", home.join("run/bus").display());
    let folders: Vec<_> = FOLDERS
        .iter()
        .map(|(name, folder)| (*name, home.join(folder)))
        .collect();
    let display = display.to_owned();
    move |program| {
        let mut command = Command::new(program);
        command.envs(folders.iter().map(|(name, folder)| (*name, folder)));
        command
            .env("DISPLAY", &display)
            .env("DBUS_SESSION_BUS_ADDRESS", &bus);
        // No system bus: what it says of sleep must not lock a ledger in the middle of a journey.
        command.env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent");
        for (name, value) in [
            ("GDK_BACKEND", "x11"),
            ("LIBGL_ALWAYS_SOFTWARE", "1"),
            ("LC_ALL", "C.UTF-8"),
        ] {
            command.env(name, value);
        }
        for name in [
            "WAYLAND_DISPLAY",
            "AT_SPI_BUS_ADDRESS",
            "NO_AT_BRIDGE",
            "GTK_USE_PORTAL",
            "XDG_SESSION_ID",
        ] {
            command.env_remove(name);
        }
        command
    }
}

fn start_server() -> (Running, String) {
    let (width, height) = SCREEN;
    let mut command = Command::new("Xvfb");
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        &format!("{width}x{height}x24"),
        "-nolisten",
        "tcp",
        "-noreset",
    ]);
    let mut server = Running::start(command.stdout(Stdio::piped()).stderr(Stdio::null()));
    // The server writes its number when it is ready to be spoken to.
    let mut number = String::new();
    let output = server
        .child()
        .stdout
        .take()
        .expect("its output was asked for");
    BufReader::new(output)
        .read_line(&mut number)
        .expect("Xvfb says its number");
    assert!(!number.trim().is_empty(), "Xvfb did not come up");
    (server, format!(":{}", number.trim()))
}

/// Lays the American keyboard with the letters of Europe: what it lacks would be typed by changing the keyboard for the length of a letter, and is
/// lost on a program that reads it later.
fn lay_keys(display: &str) {
    run(Command::new("setxkbmap").args(["-display", display, "eu"]));
}

/// A session bus that starts nothing by itself but accessibility: no portal, no keyring, no settings service.
fn start_bus(command: &impl Fn(&str) -> Command, home: &Path) -> Running {
    let service = "org.a11y.Bus.service";
    fs::copy(
        Path::new("/usr/share/dbus-1/services").join(service),
        home.join("services").join(service),
    )
    .expect("at-spi2-core is installed");
    let (socket, services) = (home.join("run/bus"), home.join("services"));
    let configuration = format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={}</listen><auth>EXTERNAL</auth><servicedir>{}</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"#,
        socket.display(),
        services.display(),
    );
    let file = home.join("bus.conf");
    fs::write(&file, configuration).expect("a file in the temporary folder");
    let mut daemon = command("dbus-daemon");
    daemon
        .arg("--nofork")
        .arg("--config-file")
        .arg(&file)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let running = Running::start(&mut daemon);
    until("the session bus", || {
        read(command("dbus-send").args([
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus.GetId",
        ]))
    });
    // Web views look whether someone reads the screen once, when they start.
    until("accessibility", || {
        read(command("dbus-send").args([
            "--session",
            "--print-reply",
            "--dest=org.a11y.Bus",
            "/org/a11y/bus",
            "org.a11y.Bus.GetAddress",
        ]))
    });
    running
}

fn start_manager(command: &impl Fn(&str) -> Command) -> Running {
    let manager = Running::start(
        command("openbox")
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
    );
    // Only a window manager answers this.
    until("the window manager", || {
        read(command("xdotool").arg("get_num_desktops"))
    });
    manager
}
