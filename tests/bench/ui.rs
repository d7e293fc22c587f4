//! The real window over a million entries: how long people wait, and whether a fling ever shows nothing.
//!
//! Times are performance marks of the page: from the key or click to the task after the frame that shows what was asked
//! for. The ledger is made once and kept beside the build, or is the folder that `COUNTERFOIL_BENCH_LEDGER` names.

use std::fs;
use std::path::{Path, PathBuf};

use journeys::desktop::Desktop;
use journeys::hands::Hands;
use journeys::webdriver::Driven;
use journeys::{app, catalogue};
use ledger::{Answers, Dropped, Ledger, Watch};
use serde_json::{Value, json};
use vault::{Key, KeyFile};

use crate::Failure;
use crate::data::{ofx, rows};
use crate::measure::say;

const BATCHES: usize = 10;
const EACH: usize = 100_000;
/// What the page is asked is written in the page's language, in a file of its own.
const SCRIPT: &str = include_str!("ui.js");

pub(crate) fn run() -> Result<(), Failure> {
    let (folder, secret) = ledger()?;
    say("ui: the real window over 1,000,000 entries (milliseconds of the page's own clock)");
    let desktop = Desktop::open();
    fs::remove_dir(desktop.ledger())?;
    std::os::unix::fs::symlink(&folder, desktop.ledger())?;
    let mut driven = Driven::start(&desktop);
    driven.press(&catalogue::say("lock-forgot"));
    driven.fill(&catalogue::say("lock-words-hint"), &secret);
    let open = catalogue::say("lock-open");
    let unlocked = measured(&driven, "unlock", &json!(open));
    let commands = measured(&driven, "commands", &json!(null));
    for (name, took) in commands.as_object().into_iter().flatten() {
        report(&format!("  the core alone: {name}"), took, 50.0);
    }
    report(
        "unlock to the list of conversations",
        &unlocked["list"],
        500.0,
    );
    report(
        "first conversation after that",
        &unlocked["timeline"],
        500.0,
    );
    let both = unlocked["list"].as_f64().zip(unlocked["timeline"].as_f64());
    report(
        "unlock to the timeline, both together",
        &json!(both.map(|(list, timeline)| list + timeline)),
        500.0,
    );
    let switched = measured(&driven, "switching", &json!(12));
    report(
        "switching conversation, median of 12",
        &switched["median"],
        100.0,
    );
    report("switching conversation, worst", &switched["worst"], 100.0);
    for (what, words) in [
        ("", ["boulangerie", "energie", "parking 01"].as_slice()),
        (", of every entry", &["carte", "x4417"]),
    ] {
        let keys = typed(&desktop, &driven, words);
        let took = sorted(&keys, "took");
        report(
            &format!("keystroke to results{what}, median of {}", took.len()),
            &json!(median(&took)),
            50.0,
        );
        report(
            &format!("keystroke to results{what}, worst"),
            &json!(took.last()),
            50.0,
        );
        for (part, name) in [("core", "the core's answer"), ("drawn", "layout and paint")] {
            let part = sorted(&keys, part);
            report(
                &format!("  of that {name}, median"),
                &json!(median(&part)),
                50.0,
            );
        }
        let mut slowest: Vec<&Value> = keys.iter().collect();
        slowest.sort_by(|a, b| f64::total_cmp(&of(b, "took"), &of(a, "took")));
        for key in slowest.into_iter().take(3) {
            say(&format!(
                "  among the slowest: {} {:.0}: until it was asked {:.0}, the core {:.0}, until the page was changed {:.0}, layout and paint {:.0}",
                key["key"],
                of(key, "took"),
                of(key, "asked"),
                of(key, "core"),
                of(key, "made"),
                of(key, "drawn")
            ));
        }
    }
    let fling = fling(&driven);
    say(&format!(
        "fling from {} back to {}: {} frames, {} blank, {} waiting at the top for older rows",
        fling["from"], fling["to"], fling["frames"], fling["blank"], fling["stalled"]
    ));
    report("frame of the fling, median", &fling["median"], 17.0);
    report("frame of the fling, worst", &fling["worst"], 100.0);
    let jump = measured(&driven, "jump", &json!(catalogue::say("year-before")));
    say(&format!(
        "jump to {}: {} blank of {} frames",
        jump["to"], jump["blank"], jump["frames"]
    ));
    report(
        "jump to a month, until its rows are shown",
        &jump["took"],
        500.0,
    );
    report("frame of the jump, worst", &jump["worst"], 100.0);
    Ok(())
}

fn of(key: &Value, part: &str) -> f64 {
    key[part].as_f64().unwrap_or(f64::NAN)
}

fn sorted(keys: &[Value], part: &str) -> Vec<f64> {
    let mut found: Vec<f64> = keys.iter().filter_map(|key| key[part].as_f64()).collect();
    found.sort_by(f64::total_cmp);
    found
}

fn median(sorted: &[f64]) -> Option<f64> {
    sorted.get(sorted.len() / 2).copied()
}

/// Types words into the search field, key by key on the desktop's keyboard, and says how long each took to be answered.
fn typed(desktop: &Desktop, driven: &Driven, words: &[&str]) -> Vec<Value> {
    let mut keys = Vec::new();
    for word in words {
        measured(driven, "field", &Value::Null);
        for letter in word.chars() {
            measured(driven, "listen", &Value::Null);
            desktop.type_text(&letter.to_string());
            let mut key = measured(driven, "heard", &Value::Null);
            key["key"] = json!(format!("{letter} of {word}"));
            keys.push(key);
        }
    }
    measured(driven, "field", &Value::Null);
    keys
}

/// Three years back, as far as four minutes go.
fn fling(driven: &Driven) -> Value {
    let mut last = Value::Null;
    for _ in 0..12 {
        last = measured(driven, "fling", &json!(3));
        if last["isThere"] != json!(false) {
            break;
        }
    }
    last
}

/// Asks the page for one of the measures of `ui.js`.
fn measured(driven: &Driven, measure: &str, argument: &Value) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         {SCRIPT}
         measures[arguments[0]](arguments[1]).then(done, (error) => done({{ failed: String(error?.stack ?? error) }}));"
    );
    let answer = driven.run_later(&script, &[measure.into(), argument.clone()]);
    if let Some(failed) = answer["failed"].as_str() {
        say(&format!("{measure}: {failed}"));
    }
    answer
}

fn report(what: &str, took: &Value, aim: f64) {
    let Some(took) = took.as_f64() else {
        return say(&format!("{what:<52} not measured"));
    };
    let verdict = if took <= aim { "" } else { "   over" };
    say(&format!(
        "{what:<52} {took:>9.1} ms   aim {aim:>5.0} ms{verdict}"
    ));
}

/// The ledger's folder and the words that open it.
fn ledger() -> Result<(PathBuf, String), Failure> {
    let folder = std::env::var_os("COUNTERFOIL_BENCH_LEDGER")
        .map_or_else(|| app::target().join("bench-million"), PathBuf::from);
    let words = folder.join("phrase");
    if !words.is_file() {
        make(&folder, &words)?;
    }
    Ok((folder.join("ledger"), fs::read_to_string(words)?))
}

fn make(folder: &Path, words: &Path) -> Result<(), Failure> {
    say("Making the ledger, once.");
    let _ = fs::remove_dir_all(folder);
    let inside = folder.join("ledger");
    fs::create_dir_all(&inside)?;
    let key = Key::random()?;
    KeyFile::create(&inside, &key)?.set_confirmed()?;
    let ledger = Ledger::create(&inside, &key)?;
    for batch in 0..BATCHES {
        let file = Dropped {
            name: format!("{batch}.ofx"),
            bytes: ofx(&rows(EACH, batch)).into_bytes(),
        };
        ledger.import(&file, &Answers::none(), true, Watch::nobody())?;
    }
    fs::write(words, vault::phrase(&key)?.words().join(" "))?;
    Ok(())
}
