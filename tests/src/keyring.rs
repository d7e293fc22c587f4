//! A real keyring daemon, unlocked as a login does it.

use std::io::Write;
use std::process::Stdio;

use crate::desktop::Desktop;
use crate::process::{Running, read};
use crate::wait::until;

/// A running keyring.
pub struct Keyring(#[expect(dead_code, reason = "it runs for as long as it is held")] Running);

impl Keyring {
    /// Starts gnome-keyring on the desktop's bus, its login collection made and unlocked.
    ///
    /// # Panics
    /// It does not come up.
    pub fn open(desktop: &Desktop) -> Self {
        let mut daemon = desktop.command("gnome-keyring-daemon");
        daemon.args(["--foreground", "--unlock", "--components=secrets"]);
        let mut running = Running::start(
            daemon
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        let mut input = running
            .child()
            .stdin
            .take()
            .expect("its input was asked for");
        input
            .write_all(b"the password of the session")
            .expect("the keyring takes its password");
        drop(input);
        until("the keyring's login collection", || {
            read(desktop.command("dbus-send").args([
                "--session",
                "--print-reply",
                "--dest=org.freedesktop.secrets",
                "/org/freedesktop/secrets/aliases/default",
                "org.freedesktop.DBus.Properties.Get",
                "string:org.freedesktop.Secret.Collection",
                "string:Locked",
            ]))
            .filter(|answer| answer.contains("false"))
        });
        Self(running)
    }
}
