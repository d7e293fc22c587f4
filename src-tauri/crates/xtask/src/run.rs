//! `run`: builds the window and `foil`, and opens the window, or its pictures where there is no display.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::screen::{self, Running, Screen, Seen};
use crate::{Failure, interface, setup, tree};

const TITLE: &str = "Counterfoil";
/// Of the sample ledger that the pictures are taken of, which is thrown away.
const PASSPHRASE: &str = "quatre mots sans lien";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Debug,
    Release,
}

impl Profile {
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }
}

/// Opens the window and stays until it is closed. True when it ended well.
///
/// # Errors
/// Something is missing, does not build, or does not come up.
pub(crate) fn run(profile: Profile) -> Result<bool, Failure> {
    let display = has_display();
    setup::for_running(!display)?;
    interface::build()?;
    build(profile)?;
    let programs = tree::target().join(profile.folder());
    let app = programs.join(format!("counterfoil{}", env::consts::EXE_SUFFIX));
    println!(
        "The command line is {}",
        programs
            .join(format!("foil{}", env::consts::EXE_SUFFIX))
            .display()
    );
    if display {
        println!("Opening the window; drop a statement on it.");
        return tree::run(&mut Command::new(app)).map(|()| true);
    }
    println!("No display here: opening the window on one out of sight.");
    take_pictures(&app)?;
    Ok(true)
}

/// Builds the two programs of the app.
///
/// # Errors
/// They do not compile.
pub(crate) fn build(profile: Profile) -> Result<(), Failure> {
    let mut command = tree::cargo(["build", "--package", "counterfoil", "--package", "cli"]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    tree::run(&mut command)
}

fn has_display() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn take_pictures(app: &Path) -> Result<(), Failure> {
    let pictures = tree::target().join("screenshots");
    fs::create_dir_all(&pictures).map_err(tree::at(&pictures))?;
    let home = screen::fresh_home()?;
    photographed(app, &home, None, &pictures, first_run)?;
    let ledger = sample_ledger(app, &home)?;
    photographed(app, &home, Some(&ledger), &pictures, unlocking)
}

/// Opens the app on a display out of sight, has it photographed, and closes it.
fn photographed(
    app: &Path,
    home: &Path,
    ledger: Option<&Path>,
    pictures: &Path,
    photograph: fn(&Screen, &mut Running, &Path) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let screen = Screen::open()?;
    let log = pictures.join("app.log");
    let output = fs::File::create(&log).map_err(tree::at(&log))?;
    let errors = output.try_clone().map_err(tree::at(&log))?;
    let mut command = screen.command(app, home);
    if let Some(ledger) = ledger {
        command.env("COUNTERFOIL_LEDGER", ledger);
    }
    let mut running = Running::start(command.stdout(output).stderr(errors))?;
    photograph(&screen, &mut running, pictures)
        .map_err(|failure| format!("{failure}; what the app said is in {}", log.display()))?;
    screen.close(running)
}

fn first_run(screen: &Screen, running: &mut Running, pictures: &Path) -> Result<(), Failure> {
    let window = screen.window(&format!("^{TITLE}"), running)?;
    take(
        screen,
        running,
        &window,
        &pictures.join("first-run.png"),
        |_| true,
    )?;
    Ok(())
}

/// The lock, the passphrase typed, the window behind it and its first two conversations.
fn unlocking(screen: &Screen, running: &mut Running, pictures: &Path) -> Result<(), Failure> {
    let window = screen.window(&format!("^{TITLE}, "), running)?;
    let dark = |seen: &Seen| seen.lightness < 50;
    take(screen, running, &window, &pictures.join("locked.png"), dark)?;
    screen.type_line(&window, PASSPHRASE)?;
    let light = |seen: &Seen| seen.lightness >= 50;
    let mut seen = take(
        screen,
        running,
        &window,
        &pictures.join("unlocked.png"),
        light,
    )?;
    for name in ["card.png", "account.png"] {
        screen.press("alt+Down")?;
        let other = |now: &Seen| light(now) && now.digest != seen.digest;
        seen = take(screen, running, &window, &pictures.join(name), other)?;
    }
    Ok(())
}

fn take(
    screen: &Screen,
    running: &mut Running,
    window: &str,
    path: &Path,
    wanted: impl Fn(&Seen) -> bool,
) -> Result<Seen, Failure> {
    let seen = screen.picture(window, running, path, wanted)?;
    println!("{}", path.display());
    Ok(seen)
}

/// A ledger of the sample household, made and filled by `foil`.
fn sample_ledger(app: &Path, home: &Path) -> Result<PathBuf, Failure> {
    let foil = app.with_file_name(format!("foil{}", env::consts::EXE_SUFFIX));
    let ledger = home.join("sample");
    fs::create_dir_all(&ledger).map_err(tree::at(&ledger))?;
    let secret = home.join("passphrase");
    fs::write(&secret, PASSPHRASE).map_err(tree::at(&secret))?;
    let command = |name: &str| {
        let mut command = Command::new(&foil);
        command
            .arg("--ledger")
            .arg(&ledger)
            .arg("--passphrase-file")
            .arg(&secret);
        command
            .arg(name)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    };
    tree::run(&mut command("init"))?;
    let samples = tree::root().join("src-tauri/crates/api/sample");
    let mut files: Vec<PathBuf> = fs::read_dir(&samples)
        .map_err(tree::at(&samples))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    files.sort();
    tree::run(command("import").arg("--yes").args(files))?;
    Ok(ledger)
}
