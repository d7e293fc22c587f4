//! On Linux the first window owns a name on the session bus, made of the ledger's folder: no socket of our own.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use tauri::{AppHandle, Builder, Wry};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder as BusBuilder;

use super::{Claim, come_forward};
use crate::folder;

const PATH: &str = "/org/counterfoil/Counterfoil";
const INTERFACE: &str = "org.counterfoil.Window";
/// A bus or a first window that takes longer is not waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// The owned name, and what later starts hand over.
pub(crate) struct Instance(Option<(Connection, Receiver<Vec<String>>)>);

struct Window(Mutex<Sender<Vec<String>>>);

#[zbus::interface(name = "org.counterfoil.Window")]
impl Window {
    fn open(&self, files: Vec<String>) {
        if let Ok(sender) = self.0.lock() {
            let _ = sender.send(files);
        }
    }
}

enum Answer {
    Owner(Connection, Receiver<Vec<String>>),
    Handed,
    Silent,
    NoBus,
}

/// Owns the folder's name, or hands `files` to the window that does.
pub(crate) fn claim(files: &[PathBuf]) -> Claim {
    let (sender, receiver) = channel();
    let names: Vec<String> = files
        .iter()
        .filter_map(|file| file.to_str().map(str::to_owned))
        .collect();
    // A bus can hang for ever, even while it says hello.
    std::thread::spawn(move || sender.send(ask(names)));
    let twice = PATIENCE.saturating_mul(2);
    match receiver.recv_timeout(twice).unwrap_or(Answer::NoBus) {
        Answer::Owner(connection, calls) => Claim::First(Instance(Some((connection, calls)))),
        Answer::NoBus => Claim::First(Instance(None)),
        Answer::Handed => refuse(api::already_open(&lang()), ExitCode::SUCCESS),
        Answer::Silent => refuse(api::already_open_silent(&lang()), ExitCode::FAILURE),
    }
}

fn lang() -> String {
    sys_locale::get_locale().unwrap_or_default()
}

fn refuse(message: String, code: ExitCode) -> Claim {
    // Without a terminal nobody reads it, and the first window has come forward.
    let _ = writeln!(std::io::stderr(), "{message}");
    Claim::Second(code)
}

fn ask(files: Vec<String>) -> Answer {
    let (sender, calls) = channel();
    let name = name();
    let owner = BusBuilder::session()
        .map(|bus| {
            bus.method_timeout(PATIENCE)
                .replace_existing_names(false)
                .allow_name_replacements(false)
        })
        .and_then(|bus| bus.serve_at(PATH, Window(Mutex::new(sender))))
        .and_then(|bus| bus.name(name.as_str()))
        .and_then(BusBuilder::build);
    match owner {
        Ok(connection) => Answer::Owner(connection, calls),
        Err(zbus::Error::NameTaken) => match hand_over(&name, &files) {
            Ok(()) => Answer::Handed,
            Err(_) => Answer::Silent,
        },
        Err(_) => Answer::NoBus,
    }
}

fn hand_over(name: &str, files: &[String]) -> zbus::Result<()> {
    let bus = BusBuilder::session()?.method_timeout(PATIENCE).build()?;
    bus.call_method(Some(name), PATH, Some(INTERFACE), "Open", &(files,))?;
    Ok(())
}

/// The bus name of the folder. Its digest need only agree between two starts of one release.
fn name() -> String {
    let mut digest = DefaultHasher::new();
    let folder = folder::named_folder();
    folder
        .map(|folder| folder.canonicalize().unwrap_or(folder))
        .hash(&mut digest);
    format!("org.counterfoil.Counterfoil.L{:016x}", digest.finish())
}

impl Instance {
    /// Nothing to add to the builder here.
    pub(crate) fn plug(&self, builder: Builder<Wry>) -> Builder<Wry> {
        builder
    }

    /// Serves later starts for as long as the app runs.
    pub(crate) fn serve(self, handle: AppHandle) {
        let Some((connection, calls)) = self.0 else {
            return;
        };
        std::thread::spawn(move || {
            // The name is owned for as long as its connection lives.
            let _owner = connection;
            for files in calls {
                come_forward(&handle, files.into_iter().map(PathBuf::from).collect());
            }
        });
    }
}
