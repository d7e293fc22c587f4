//! The system's keyring for real: gnome-keyring on a session bus of its own, and every way it can be missing.
//!
//! Each test runs itself again inside the world it needs (a bus, a home, a keyring daemon, or none of them), because the
//! bus and the home belong to the process.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use std::{
    env, fs,
    path::Path,
    process::{Command, Output, Stdio},
    time::{Duration, Instant},
};

use tempfile::TempDir;
use vault::{Cost, Error, KEYRING_TIME_LIMIT, Key, KeyFile, Secret, Slot};

/// Set in the process that runs inside the world of its test.
const INSIDE: &str = "COUNTERFOIL_TEST_WORLD";

/// A session bus that starts nothing by itself: what a test does not start is not there.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"#;

/// Starts gnome-keyring with an open login keyring, waits until it answers, and runs the rest.
const WITH_KEYRING: &str = r#"
printf 'chouette' | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
daemon=$!
owned() { dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
  org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q 'boolean true'; }
tries=0
until owned; do tries=$((tries + 1)); [ $tries -lt 100 ] || exit 90; sleep 0.1; done
DAEMON=$daemon "$@"
outcome=$?
kill -KILL $daemon
exit $outcome
"#;

enum World {
    /// A session bus with gnome-keyring.
    Keyring,
    /// A session bus with nothing on it.
    BusOnly,
    /// No session bus.
    Nothing,
}

/// Runs the test `name` again inside `world` and says so, or says that this already is the inside.
fn inside(world: &World, name: &str) -> bool {
    if env::var_os(INSIDE).is_some() {
        return true;
    }
    let home = TempDir::new().unwrap();
    let bus = home.path().join("bus.conf");
    fs::write(&bus, BUS).unwrap();
    let bus = format!("--config-file={}", bus.to_str().unwrap());
    let (program, arguments): (&str, Vec<&str>) = match world {
        World::Keyring => (
            "dbus-run-session",
            vec![&bus, "--", "sh", "-c", WITH_KEYRING, "sh"],
        ),
        World::BusOnly => ("dbus-run-session", vec![&bus, "--"]),
        World::Nothing => ("env", vec![]),
    };
    let output = Command::new(program)
        .args(arguments)
        .arg(env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .envs(
            [
                "HOME",
                "XDG_DATA_HOME",
                "XDG_CONFIG_HOME",
                "XDG_CACHE_HOME",
                "XDG_RUNTIME_DIR",
            ]
            .map(|name| {
                let folder = home.path().join(name);
                make_private(&folder);
                (name, folder)
            }),
        )
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env(INSIDE, "1")
        .stdin(Stdio::null())
        .output();
    let Output {
        status,
        stdout,
        stderr,
    } = output.unwrap_or_else(|error| panic!("{program} is needed: {error}"));
    assert!(
        status.success(),
        "{status}\n{}\n{}",
        String::from_utf8_lossy(&stdout),
        String::from_utf8_lossy(&stderr)
    );
    assert!(
        String::from_utf8_lossy(&stdout).contains("1 passed"),
        "the test must have run inside its world"
    );
    false
}

fn make_private(folder: &Path) {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(folder).unwrap();
}

fn secret(text: &str) -> Secret {
    Secret::from(text.to_owned())
}

fn new_ledger() -> (TempDir, Key, KeyFile) {
    let folder = TempDir::new().unwrap();
    let key = Key::random().unwrap();
    let keys = KeyFile::create(folder.path(), &key).unwrap();
    (folder, key, keys)
}

fn load(folder: &TempDir) -> KeyFile {
    KeyFile::load(folder.path()).unwrap().unwrap()
}

/// Runs a command of the test's world and returns what it printed.
fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn signal_daemon(signal: &str) {
    run("kill", &[signal, &env::var("DAEMON").unwrap()]);
}

#[test]
fn the_keyring_keeps_the_key_and_opens_the_ledger_in_another_run() {
    if !inside(
        &World::Keyring,
        "the_keyring_keeps_the_key_and_opens_the_ledger_in_another_run",
    ) {
        return;
    }
    let (folder, key, mut keys) = new_ledger();
    keys.set_keyring(&key).unwrap();
    let loaded = load(&folder);
    assert!(loaded.has_keyring());
    assert_eq!(loaded.unlock_keyring().unwrap().expose(), key.expose());
    keys.set_keyring(&key).unwrap();
    assert_eq!(
        loaded.unlock_keyring().unwrap().expose(),
        key.expose(),
        "giving it again must not make a twin"
    );
    let text = fs::read_to_string(folder.path().join("keys.json")).unwrap();
    let hex: String = key
        .expose()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert!(
        !text.contains(&hex),
        "the key is in the keyring and not in the file"
    );
}

#[test]
fn two_ledgers_have_each_their_own_key_in_the_keyring() {
    if !inside(
        &World::Keyring,
        "two_ledgers_have_each_their_own_key_in_the_keyring",
    ) {
        return;
    }
    let (_one_folder, one_key, mut one) = new_ledger();
    let (_two_folder, two_key, mut two) = new_ledger();
    one.set_keyring(&one_key).unwrap();
    two.set_keyring(&two_key).unwrap();
    assert_eq!(one.unlock_keyring().unwrap().expose(), one_key.expose());
    assert_eq!(two.unlock_keyring().unwrap().expose(), two_key.expose());
}

#[test]
fn the_keyring_slot_is_removed_only_beside_a_passphrase_and_leaves_nothing_behind() {
    if !inside(
        &World::Keyring,
        "the_keyring_slot_is_removed_only_beside_a_passphrase_and_leaves_nothing_behind",
    ) {
        return;
    }
    let (folder, key, mut keys) = new_ledger();
    keys.set_keyring(&key).unwrap();
    assert!(matches!(
        keys.remove_keyring(),
        Err(Error::LastSlot(Slot::Keyring))
    ));
    assert!(keys.unlock_keyring().is_ok());
    keys.set_passphrase_at(&key, &secret("hulotte"), Cost::for_tests())
        .unwrap();
    let before = KeyFile::load(folder.path()).unwrap().unwrap();
    keys.remove_keyring().unwrap();
    assert!(!load(&folder).has_keyring());
    assert!(
        matches!(before.unlock_keyring(), Err(Error::KeyringEmpty)),
        "the keyring must have forgotten the key"
    );
}

#[test]
fn with_the_key_in_the_keyring_the_passphrase_can_be_removed() {
    if !inside(
        &World::Keyring,
        "with_the_key_in_the_keyring_the_passphrase_can_be_removed",
    ) {
        return;
    }
    let (folder, key, mut keys) = new_ledger();
    keys.set_passphrase_at(&key, &secret("hulotte"), Cost::for_tests())
        .unwrap();
    keys.set_keyring(&key).unwrap();
    keys.remove_passphrase().unwrap();
    let keys = load(&folder);
    assert!(matches!(
        keys.unlock_passphrase(&secret("hulotte")),
        Err(Error::NoSlot(Slot::Passphrase))
    ));
    assert_eq!(keys.unlock_keyring().unwrap().expose(), key.expose());
}

#[test]
fn a_key_changed_in_the_keyring_by_another_program_is_a_wrong_key() {
    if !inside(
        &World::Keyring,
        "a_key_changed_in_the_keyring_by_another_program_is_a_wrong_key",
    ) {
        return;
    }
    let (_folder, key, mut keys) = new_ledger();
    keys.set_keyring(&key).unwrap();
    for changed in [&[0u8; 32][..], b"short", b""] {
        zbus_secret_service_keyring_store::Store::new()
            .and_then(|store| {
                keyring_core::api::CredentialStoreApi::build(
                    &*store,
                    "counterfoil",
                    &keys.ledger_id(),
                    None,
                )
            })
            .and_then(|entry| entry.set_secret(changed))
            .unwrap();
        assert!(
            matches!(keys.unlock_keyring(), Err(Error::WrongKey)),
            "{changed:?}"
        );
    }
}

#[test]
fn a_locked_keyring_refuses_or_times_out_and_the_passphrase_still_opens() {
    if !inside(
        &World::Keyring,
        "a_locked_keyring_refuses_or_times_out_and_the_passphrase_still_opens",
    ) {
        return;
    }
    let (_folder, key, mut keys) = new_ledger();
    keys.set_passphrase_at(&key, &secret("hulotte"), Cost::for_tests())
        .unwrap();
    keys.set_keyring(&key).unwrap();
    run(
        "dbus-send",
        &[
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.secrets",
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service.Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login",
        ],
    );
    let error = keys.unlock_keyring().unwrap_err();
    assert!(
        matches!(error, Error::KeyringLocked | Error::KeyringTimeout),
        "{error:?}"
    );
    assert!(keys.unlock_passphrase(&secret("hulotte")).is_ok());
    let error = keys.remove_keyring().unwrap_err();
    assert!(
        matches!(error, Error::KeyringLocked | Error::KeyringTimeout),
        "{error:?}"
    );
    assert!(keys.has_keyring(), "the key may still be in it");
}

#[test]
fn a_keyring_that_never_answers_is_given_up_after_the_time_limit() {
    if !inside(
        &World::Keyring,
        "a_keyring_that_never_answers_is_given_up_after_the_time_limit",
    ) {
        return;
    }
    let (folder, key, mut keys) = new_ledger();
    keys.set_passphrase_at(&key, &secret("hulotte"), Cost::for_tests())
        .unwrap();
    keys.set_keyring(&key).unwrap();
    signal_daemon("-STOP");
    let began = Instant::now();
    let error = keys.unlock_keyring().unwrap_err();
    let took = began.elapsed();
    assert!(matches!(error, Error::KeyringTimeout), "{error:?}");
    assert!(
        took < KEYRING_TIME_LIMIT + Duration::from_secs(2),
        "{took:?} is longer than anybody waits"
    );
    assert!(
        keys.unlock_passphrase(&secret("hulotte")).is_ok(),
        "the passphrase must not wait for the keyring"
    );
    assert!(
        load(&folder).has_keyring(),
        "a keyring that is silent today may answer tomorrow"
    );
    signal_daemon("-CONT");
    assert_eq!(
        keys.unlock_keyring().unwrap().expose(),
        key.expose(),
        "and when it answers again, it opens"
    );
}

#[test]
fn a_key_given_too_late_does_not_stay_in_the_keyring() {
    if !inside(
        &World::Keyring,
        "a_key_given_too_late_does_not_stay_in_the_keyring",
    ) {
        return;
    }
    let (_folder, key, mut keys) = new_ledger();
    signal_daemon("-STOP");
    assert!(matches!(keys.set_keyring(&key), Err(Error::KeyringTimeout)));
    assert!(!keys.has_keyring());
    signal_daemon("-CONT");
    let held = || {
        let found = run(
            "dbus-send",
            &[
                "--session",
                "--print-reply",
                "--dest=org.freedesktop.secrets",
                "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.SearchItems",
                &format!("dict:string:string:username,{}", keys.ledger_id()),
            ],
        );
        found.contains("object path")
    };
    // The daemon needs milliseconds to take the key, and the program to take it back.
    std::thread::sleep(Duration::from_secs(2));
    assert!(
        !held(),
        "the person was told that the keyring does not have the key"
    );
}

#[test]
fn a_keyring_that_starts_after_the_program_is_found() {
    if !inside(
        &World::BusOnly,
        "a_keyring_that_starts_after_the_program_is_found",
    ) {
        return;
    }
    let (_folder, key, mut keys) = new_ledger();
    assert!(matches!(
        keys.set_keyring(&key),
        Err(Error::NoKeyring { .. })
    ));
    let mut daemon = Command::new("gnome-keyring-daemon")
        .args(["--foreground", "--unlock", "--components=secrets"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut daemon.stdin.take().unwrap(), b"chouette").unwrap();
    let began = Instant::now();
    let given = loop {
        match keys.set_keyring(&key) {
            Err(Error::NoKeyring { .. } | Error::KeyringLocked)
                if began.elapsed() < Duration::from_secs(10) =>
            {
                std::thread::sleep(Duration::from_millis(100));
            }
            outcome => break outcome,
        }
    };
    let opened = keys.unlock_keyring();
    daemon.kill().unwrap();
    daemon.wait().unwrap();
    given.unwrap();
    assert_eq!(
        opened.unwrap().expose(),
        key.expose(),
        "the program need not be started again"
    );
}

#[test]
fn a_session_bus_without_a_keyring_is_no_keyring() {
    if inside(
        &World::BusOnly,
        "a_session_bus_without_a_keyring_is_no_keyring",
    ) {
        refuses_at_once_and_keeps_the_passphrase();
    }
}

#[test]
fn no_session_bus_is_no_keyring() {
    if inside(&World::Nothing, "no_session_bus_is_no_keyring") {
        refuses_at_once_and_keeps_the_passphrase();
    }
}

fn refuses_at_once_and_keeps_the_passphrase() {
    let (folder, key, mut keys) = new_ledger();
    keys.set_passphrase_at(&key, &secret("hulotte"), Cost::for_tests())
        .unwrap();
    let before = fs::read(folder.path().join("keys.json")).unwrap();
    let began = Instant::now();
    let error = keys.set_keyring(&key).unwrap_err();
    assert!(matches!(error, Error::NoKeyring { .. }), "{error:?}");
    assert!(
        began.elapsed() < KEYRING_TIME_LIMIT / 2,
        "absence is known at once"
    );
    assert!(!keys.has_keyring());
    assert_eq!(
        fs::read(folder.path().join("keys.json")).unwrap(),
        before,
        "its absence must not weaken anything"
    );
    assert!(keys.unlock_passphrase(&secret("hulotte")).is_ok());
}
