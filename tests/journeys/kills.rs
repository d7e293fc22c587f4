//! `kill -9` in the middle of an import: afterwards the ledger is as before or as after, never between, and what was reported
//! is there.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use journeys::app;
use ledger::{Answers, Dropped, ExportFormat, Ledger, Watch};
use vault::{Cost, Key, KeyFile, Secret};

use crate::files::{ofx, ofx_of};
use crate::terminal::PASSPHRASE;

const KILLS: usize = 100;
const ENTRIES: usize = 2_000;
/// How many runs may end by themselves before enough were killed.
const ATTEMPTS: usize = 4 * KILLS;

/// Where an import was when it was killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    BeforeFirstWrite,
    Writing,
    Reported,
}

/// A ledger to begin with, copied for each run.
struct Scene {
    folder: tempfile::TempDir,
    key: Key,
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = Key::random().unwrap();
        let base = folder.path().join("base");
        fs::create_dir(&base).unwrap();
        let mut keys = KeyFile::create(&base, &key).unwrap();
        let passphrase = Secret::from(PASSPHRASE.to_owned());
        keys.set_passphrase_at(&key, &passphrase, Cost::for_tests())
            .unwrap();
        keys.set_confirmed().unwrap();
        let dropped = Dropped {
            name: "october.ofx".to_owned(),
            bytes: ofx("2026-10-01", "2026-10-31").into_bytes(),
        };
        let ledger = Ledger::create(&base, &key).unwrap();
        ledger
            .import(&dropped, &Answers::none(), true, Watch::nobody())
            .unwrap();
        fs::write(folder.path().join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        fs::write(folder.path().join("many.ofx"), many()).unwrap();
        Scene { folder, key }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A fresh copy of the ledger to begin with.
    fn reset(&self) {
        let ledger = self.path("ledger");
        drop(fs::remove_dir_all(&ledger));
        fs::create_dir(&ledger).unwrap();
        for file in fs::read_dir(self.path("base")).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), ledger.join(file.file_name())).unwrap();
        }
    }

    fn start(&self) -> Child {
        Command::new(app::foil())
            .args(["import", "--json", "--yes", "--lang", "en", "--ledger"])
            .arg(self.path("ledger"))
            .arg("--passphrase-file")
            .arg(self.path("passphrase"))
            .arg(self.path("many.ofx"))
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// Everything in the ledger, proved to be whole.
    fn state(&self) -> String {
        let ledger = Ledger::open(&self.path("ledger"), &self.key, true).unwrap();
        assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
        let mut out = Vec::new();
        ledger.export(ExportFormat::Csv, &mut out).unwrap();
        out.extend(format!("{} operations", ledger.history().unwrap().len()).bytes());
        String::from_utf8(out).unwrap()
    }
}

/// One account, three years back from the lines that the ledger has.
fn many() -> String {
    let words = ["GRAND MARCHE", "CAFE DES TILLEULS", "LIBRAIRIE ORTIE"];
    let days: Vec<String> = (0..ENTRIES)
        .map(|i| {
            format!(
                "{}-{:02}-{:02}",
                2023 + i / 1_008,
                i / 84 % 12 + 1,
                i / 3 % 28 + 1
            )
        })
        .collect();
    let references: Vec<String> = (0..ENTRIES).map(|i| format!("M{i:06}")).collect();
    let lines: Vec<crate::files::Line> = (0..ENTRIES)
        .map(|i| {
            let cents = -100 - i64::try_from(i * 7 % 5_000).unwrap();
            (
                days[i].as_str(),
                cents,
                words[i % 3],
                references[i].as_str(),
            )
        })
        .map(|(day, cents, words, reference)| (leak(day), cents, words, leak(reference)))
        .collect();
    ofx_of(&lines, "2026-09-30", "843.17")
}

/// The lines of `files` live as long as the program.
fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |file| file.len())
}

/// Waits until the log of writes grows; `None` where the import ended before that was seen.
fn first_write(child: &mut Child, log: &Path) -> Option<Instant> {
    loop {
        if length(log) > 0 {
            return Some(Instant::now());
        }
        if child.try_wait().unwrap().is_some() {
            return None;
        }
        sleep(Duration::from_micros(100));
    }
}

/// How long an import takes: to its first write, and from there to its report.
fn measure(scene: &Scene) -> (Duration, Duration) {
    scene.reset();
    let start = Instant::now();
    let mut child = scene.start();
    let write = first_write(&mut child, &scene.path("ledger/ledger.db-wal")).unwrap();
    let mut report = [0; 1];
    child
        .stdout
        .as_mut()
        .unwrap()
        .read_exact(&mut report)
        .unwrap();
    let reported = Instant::now();
    assert!(child.wait().unwrap().success());
    (write - start, reported - write)
}

/// One import, killed: `None` where it ended by itself.
fn killed(scene: &Scene, before: Duration, after_first_write: Option<Duration>) -> Option<Moment> {
    scene.reset();
    let log = scene.path("ledger/ledger.db-wal");
    let mut child = scene.start();
    match after_first_write {
        None => sleep(before),
        Some(delay) => {
            first_write(&mut child, &log)?;
            sleep(delay);
        }
    }
    let written = length(&log) > 0;
    child.kill().unwrap();
    let mut said = Vec::new();
    child.stdout.take().unwrap().read_to_end(&mut said).unwrap();
    if child.wait().unwrap().signal() != Some(9) {
        return None;
    }
    Some(match (said.is_empty(), written) {
        (false, _) => Moment::Reported,
        (true, true) => Moment::Writing,
        (true, false) => Moment::BeforeFirstWrite,
    })
}

#[test]
fn an_import_killed_at_any_moment_happened_or_did_not() {
    let scene = Scene::new();
    scene.reset();
    let before = scene.state();
    let (until_write, writing) = measure(&scene);
    let after = scene.state();
    assert!(after.lines().count() >= before.lines().count() + ENTRIES);

    let mut moments = Vec::new();
    let mut spread = writing;
    let mut whole = 0;
    for attempt in 0..ATTEMPTS {
        // An even walk through the time at hand, by the golden ratio's remainder.
        let part = (attempt * 618 % 1_000) as u32;
        let early = attempt % 4 == 0;
        let delay = spread * part / 1_000;
        let moment = killed(
            &scene,
            (until_write + writing) * part / 1_000,
            (!early).then_some(delay),
        );
        // On a busy machine what was to be in the middle comes too late: then sooner.
        let Some(moment) = moment else {
            spread = spread * 9 / 10;
            continue;
        };
        if !early && moment == Moment::Reported {
            spread = spread * 9 / 10;
        }
        let state = scene.state();
        let is_after = state == after;
        assert!(
            is_after || state == before,
            "neither before nor after: killed {moment:?}"
        );
        assert!(
            is_after || moment != Moment::Reported,
            "what was reported is there"
        );
        whole += usize::from(is_after);
        moments.push(moment);
        if moments.len() == KILLS {
            break;
        }
    }
    let count = |which: Moment| moments.iter().filter(|moment| **moment == which).count();
    let writing_count = count(Moment::Writing);
    // Past the capture of the test harness: the distribution is always told.
    writeln!(
        std::io::stdout(),
        "{} kills: {} before the first write, {writing_count} between it and the report, {} after; {whole} found the import done; \
         first write after {until_write:?}, report {writing:?} later",
        moments.len(),
        count(Moment::BeforeFirstWrite),
        count(Moment::Reported),
    )
    .unwrap();
    assert_eq!(moments.len(), KILLS, "enough were killed");
    assert!(writing_count >= KILLS / 2, "enough in the middle");
}
