//! Power cuts: what a program asked of the disk, and what the disk may hold of it when the power goes.
//!
//! What was written to a file before its last completed sync is there. Of what was written later anything may be: nothing,
//! all of it, its beginning, some of the writes, some sectors of them. A name made, changed or removed holds once its folder
//! is synced, and may or may not before. Memory shared between processes is never on the disk.

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The calls that change a disk, or tell somebody.
const CALLS: &str = "trace=open,openat,creat,write,pwrite64,ftruncate,truncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat";
/// Calls that this page does not know how to do again: nothing may be recorded as less than it is.
const UNKNOWN: [&str; 3] = ["fallocate", "truncate", "creat"];
/// What a disk writes whole.
const SECTOR: usize = 512;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Event {
    Made(PathBuf),
    Write(PathBuf, usize, Vec<u8>),
    Cut(PathBuf, usize),
    Renamed(PathBuf, PathBuf),
    Removed(PathBuf),
    /// Of a file or of a folder.
    Sync(PathBuf),
    /// Something was written to standard output.
    Said,
}

/// What a program did to the files of one folder, in order.
pub struct Recording {
    events: Vec<Event>,
}

/// What is left of writes that no sync followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Nothing.
    Nothing,
    /// All.
    All,
    /// The first of them.
    Beginning,
    /// Some of them.
    Writes,
    /// Some sectors of them.
    Sectors,
}

/// Each of them.
pub const LEFT: [Left; 5] = [
    Left::Nothing,
    Left::All,
    Left::Beginning,
    Left::Writes,
    Left::Sectors,
];

/// Runs a command to its end under strace, and gives what it did to the files of a folder.
///
/// # Panics
/// It cannot be started, fails, or does what cannot be recorded.
pub fn record(command: &Command, folder: &Path, log: &Path) -> Recording {
    let mut strace = Command::new("strace");
    strace
        .args(["-f", "-qq", "--seccomp-bpf", "-y", "-xx", "-s", "16777216"])
        .args(["-e", CALLS, "-e", "signal=none", "-o"])
        .arg(log)
        .arg(command.get_program())
        .args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => strace.env(name, value),
            None => strace.env_remove(name),
        };
    }
    let done = strace.output().expect("strace starts");
    assert!(
        done.status.success(),
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
    let text = fs::read_to_string(log).expect("strace wrote its log");
    let folder = fs::canonicalize(folder).expect("the folder is there");
    Recording {
        events: events(&text, &folder),
    }
}

impl Recording {
    /// The moments right after a sync, and the beginning.
    pub fn syncs(&self) -> Vec<usize> {
        let syncs = self.events.iter().enumerate();
        let after = syncs.filter_map(|(i, event)| matches!(event, Event::Sync(_)).then_some(i + 1));
        std::iter::once(0).chain(after).collect()
    }

    /// The moment of the end.
    pub fn end(&self) -> usize {
        self.events.len()
    }

    /// The moment from which the program has told what it did.
    ///
    /// # Panics
    /// It said nothing.
    pub fn said(&self) -> usize {
        let said = self.events.iter().position(|event| *event == Event::Said);
        said.expect("it said something") + 1
    }

    /// How many writes there are.
    pub fn writes(&self) -> usize {
        let writes = self.events.iter();
        writes
            .filter(|event| matches!(event, Event::Write(..)))
            .count()
    }

    /// Makes `into` what a disk that began as `base` may hold after the first `until` events.
    ///
    /// # Panics
    /// It cannot be written.
    pub fn rebuild(&self, base: &Path, until: usize, left: Left, chance: &mut Chance, into: &Path) {
        let events = self.events.get(..until).unwrap_or(&self.events);
        let mut files = Files::read(base);
        let cut = chance.below(events.len() + 1);
        let mut synced: HashMap<&Path, usize> = HashMap::new();
        for (i, event) in events.iter().enumerate() {
            if let Event::Sync(name) = event {
                synced.insert(name, i);
            }
        }
        for (i, event) in events.iter().enumerate() {
            let is_sure = event
                .held_by()
                .and_then(|name| synced.get(name))
                .is_some_and(|last| *last > i);
            let is_left = match left {
                Left::Nothing => false,
                Left::All => true,
                Left::Beginning => i < cut,
                Left::Writes | Left::Sectors => chance.below(2) == 0,
            };
            match event {
                Event::Write(name, at, bytes) if !is_sure && left == Left::Sectors => {
                    for (n, sector) in bytes.chunks(SECTOR).enumerate() {
                        if chance.below(2) == 0 {
                            files.write(name, at + n * SECTOR, sector);
                        }
                    }
                }
                event if is_sure || is_left => files.apply(event),
                _ => {}
            }
        }
        files.store(into);
    }
}

impl Event {
    /// What a sync must be of to make this last.
    fn held_by(&self) -> Option<&Path> {
        match self {
            Event::Write(name, ..) | Event::Cut(name, _) => Some(name),
            // The folder that is traced is the empty path.
            Event::Made(_) | Event::Renamed(..) | Event::Removed(_) => Some(Path::new("")),
            Event::Sync(_) | Event::Said => None,
        }
    }
}

/// The files of a folder, by name.
struct Files(BTreeMap<PathBuf, Vec<u8>>);

impl Files {
    fn read(folder: &Path) -> Self {
        let files = fs::read_dir(folder).expect("the folder is there");
        let files = files.map(|file| {
            let file = file.expect("the folder can be read");
            let bytes = fs::read(file.path()).expect("the file can be read");
            (PathBuf::from(file.file_name()), bytes)
        });
        Self(files.collect())
    }

    fn write(&mut self, name: &Path, at: usize, bytes: &[u8]) {
        // Where its name was lost, so is what was written to it.
        let Some(file) = self.0.get_mut(name) else {
            return;
        };
        if file.len() < at + bytes.len() {
            file.resize(at + bytes.len(), 0);
        }
        file[at..at + bytes.len()].copy_from_slice(bytes);
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Made(name) => {
                self.0.entry(name.clone()).or_default();
            }
            Event::Write(name, at, bytes) => self.write(name, *at, bytes),
            Event::Cut(name, length) => {
                if let Some(file) = self.0.get_mut(name) {
                    file.resize(*length, 0);
                }
            }
            Event::Renamed(from, to) => {
                if let Some(file) = self.0.remove(from) {
                    self.0.insert(to.clone(), file);
                }
            }
            Event::Removed(name) => {
                self.0.remove(name);
            }
            Event::Sync(_) | Event::Said => {}
        }
    }

    fn store(&self, folder: &Path) {
        if folder.exists() {
            fs::remove_dir_all(folder).expect("a folder of ours");
        }
        fs::create_dir_all(folder).expect("a folder of ours");
        for (name, bytes) in &self.0 {
            fs::write(folder.join(name), bytes).expect("room for it");
        }
    }
}

/// The calls of the log that succeeded, as events of one folder.
fn events(log: &str, folder: &Path) -> Vec<Event> {
    let mut begun: HashMap<&str, &str> = HashMap::new();
    let mut places: HashMap<PathBuf, usize> = HashMap::new();
    let mut out = Vec::new();
    for line in log.lines() {
        let (process, call) = line.split_once(' ').expect("a process and a call");
        let call = call.trim_start();
        if let Some(beginning) = call.strip_suffix(" <unfinished ...>") {
            begun.insert(process, beginning);
        } else if let Some((_, rest)) = call
            .strip_prefix("<... ")
            .and_then(|rest| rest.split_once(" resumed>"))
        {
            let beginning = begun.remove(process).expect("a call ends after it began");
            let whole = format!("{beginning}{}", rest.trim_start());
            out.extend(event(&whole, folder, &mut places));
        } else {
            out.extend(event(call, folder, &mut places));
        }
    }
    out
}

/// One call: `name(arguments) = result`. `places` is where plain writes have come to in each file.
fn event(call: &str, folder: &Path, places: &mut HashMap<PathBuf, usize>) -> Option<Event> {
    let (name, rest) = call.split_once('(')?;
    let (arguments, result) = rest.rsplit_once(" = ")?;
    if result.starts_with('-') || result.starts_with('?') {
        return None;
    }
    let arguments = arguments.trim_end().trim_end_matches(')');
    let arguments: Vec<&str> = arguments.split(", ").collect();
    let inside = |argument: &&str| path(argument).strip_prefix(folder).ok().map(Path::to_owned);
    let number = |argument: &&str| argument.parse::<usize>().ok();
    if name == "write" && arguments.first()?.starts_with("1<") {
        return Some(Event::Said);
    }
    if name == "openat" || name == "open" {
        let file = path(result).strip_prefix(folder).ok()?.to_owned();
        places.remove(&file);
        let flags = arguments.get(if name == "open" { 1 } else { 2 })?;
        assert!(
            !flags.contains("O_APPEND") && !flags.contains("O_TRUNC"),
            "{call}: not known how to do again"
        );
        return flags.contains("O_CREAT").then_some(Event::Made(file));
    }
    let file = inside(arguments.get(match name {
        "unlinkat" | "renameat" | "renameat2" => 1,
        _ => 0,
    })?)?;
    assert!(
        !UNKNOWN.contains(&name),
        "{call}: not known how to do again"
    );
    Some(match name {
        "pwrite64" => Event::Write(file, number(arguments.last()?)?, bytes(arguments.get(1)?)),
        "write" => {
            let bytes = bytes(arguments.get(1)?);
            let place = places.entry(file.clone()).or_default();
            *place += bytes.len();
            Event::Write(file, *place - bytes.len(), bytes)
        }
        "ftruncate" => Event::Cut(file, number(arguments.get(1)?)?),
        "fsync" | "fdatasync" => Event::Sync(file),
        "rename" => Event::Renamed(file, inside(arguments.get(1)?)?),
        "renameat" | "renameat2" => Event::Renamed(file, inside(arguments.get(3)?)?),
        "unlink" | "unlinkat" => Event::Removed(file),
        _ => return None,
    })
}

/// The path of a descriptor, `5<\x2f…>`, or of an argument, `"\x2f…"`.
fn path(argument: &str) -> PathBuf {
    let quoted = argument.split_once('<').map(|(_, path)| path);
    let path = bytes(quoted.unwrap_or(argument));
    PathBuf::from(OsStr::from_bytes(&path))
}

/// What `\x61\x62` says, up to where it ends; strace quotes every byte so.
fn bytes(quoted: &str) -> Vec<u8> {
    let digits = quoted.trim_start_matches('"').split("\\x").skip(1);
    digits
        .map_while(|pair| u8::from_str_radix(pair.get(..2)?, 16).ok())
        .collect()
}

/// Chance that is the same in every run.
pub struct Chance(u64);

impl Chance {
    /// From a number.
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below another one.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or_default() % limit
    }
}
