//! The walk past every stop, a picture at each.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use journeys::catalogue::say_in;
use journeys::desktop::{Desktop, SCREEN};
use journeys::hands::Hands;
use journeys::notices::Notices;
use journeys::tour::{self, FIRST_RUN, Guide, LOCKED, LOOKS, Look, PASSPHRASE, STOPS, Stop};
use journeys::tray::Tray;
use journeys::{app, picture};

use crate::sheet;

/// The tray's menu, and what of it is left while the ledger is locked.
const TRAY: &str = "tray";
const TRAY_LOCKED: &str = "tray-locked";

struct Asked {
    only: Option<String>,
    look: Option<String>,
    beside: Option<PathBuf>,
}

impl Asked {
    fn read(arguments: &[String]) -> Option<Self> {
        let mut asked = Self {
            only: None,
            look: None,
            beside: None,
        };
        for pair in arguments.chunks(2) {
            match pair {
                [name, value] if name == "--only" => asked.only = Some(value.clone()),
                [name, value] if name == "--look" => asked.look = Some(value.clone()),
                [name, value] if name == "--beside" => asked.beside = Some(value.into()),
                _ => return None,
            }
        }
        Some(asked)
    }

    /// The looks, or the one that was asked for.
    fn looks(&self) -> Vec<Look> {
        let wanted = |look: &Look| self.look.as_deref().is_none_or(|only| only == named(*look));
        LOOKS.into_iter().filter(wanted).collect()
    }

    fn wants(&self, name: &str) -> bool {
        self.only.as_deref().is_none_or(|only| only == name)
    }
}

pub(crate) fn run(arguments: &[String]) -> ExitCode {
    let Some(asked) = Asked::read(arguments) else {
        say(
            "usage: cargo xtask gen screenshots [--beside FOLDER] [--only NAME] [--look fr-light-1280]",
        );
        return ExitCode::FAILURE;
    };
    let folder = app::target().join("screenshots/window");
    fs::create_dir_all(&folder).expect("a folder in the target folder");
    let stops = |list: &'static [Stop]| {
        list.iter()
            .filter(|stop| asked.wants(stop.name))
            .collect::<Vec<_>>()
    };
    let (open, locked, first) = (stops(STOPS), stops(LOCKED), stops(FIRST_RUN));
    let is_tray = [TRAY, TRAY_LOCKED]
        .into_iter()
        .any(|name| asked.wants(name));
    if !open.is_empty() || !locked.is_empty() || is_tray {
        household(&folder, &asked, &open, &locked);
    }
    if !first.is_empty() {
        for look in asked.looks() {
            first_run(&folder, look, &asked);
        }
    }
    if let Some(beside) = &asked.beside {
        let shown = open.iter().chain(&locked).chain(&first);
        let pairs = shown.filter_map(|stop| Some((stop.name, stop.mock?)));
        let pairs = pairs.chain([(TRAY, "09-plateau")]);
        let sheet = sheet::make(&folder, beside, pairs);
        say(&sheet.display().to_string());
    }
    ExitCode::SUCCESS
}

fn household(folder: &Path, asked: &Asked, open: &[&Stop], locked: &[&Stop]) {
    let looks = asked.looks();
    let looks = looks.as_slice();
    let desktop = Desktop::open();
    tour::settle(&desktop);
    let mut tray = Tray::open(&desktop);
    // A desktop that shows notifications, or the settings say that it does not.
    let _notices = Notices::open(&desktop);
    let mut guide = Guide::open(&desktop);
    for look in looks {
        guide.look(*look);
        for stop in locked {
            take(&mut guide, folder, stop);
        }
        shoot_tray(&guide, &mut tray, folder, asked, TRAY_LOCKED);
    }
    guide.look(LOOKS[0]);
    guide.driven.refresh();
    guide.rest();
    guide.driven.fill(&say_in("fr", "passphrase"), PASSPHRASE);
    guide.driven.press(&say_in("fr", "lock-open"));
    guide.driven.see(&say_in("fr", "pinned"));
    for look in looks {
        guide.look(*look);
        for stop in open {
            take(&mut guide, folder, stop);
        }
        shoot_tray(&guide, &mut tray, folder, asked, TRAY);
    }
}

/// The tray's menu over the window, as a panel draws it.
fn shoot_tray(guide: &Guide, tray: &mut Tray, folder: &Path, asked: &Asked, name: &str) {
    if !asked.wants(name) || guide.look.width < LOOKS[0].width {
        return;
    }
    let file = folder.join(format!("{name}-{}.png", named(guide.look)));
    let first = match name {
        TRAY => "tray-import",
        _ => "tray-locked",
    };
    tray.line(&say_in(guide.look.lang, first));
    tray.show(guide.look.theme == "dark");
    picture::take_screen(guide.desktop, &file);
    tray.hide();
    say(&file.display().to_string());
}

/// A first run cannot be gone back in: each look has its own.
fn first_run(folder: &Path, look: Look, asked: &Asked) {
    let desktop = Desktop::open();
    let mut guide = Guide::open(&desktop);
    guide.look(look);
    guide.driven.refresh();
    guide.rest();
    for stop in FIRST_RUN {
        guide.go_on(stop);
        if asked.wants(stop.name) {
            shoot(&guide, folder, stop);
        }
    }
}

fn take(guide: &mut Guide, folder: &Path, stop: &Stop) {
    if stop.wide_only && guide.look.width < LOOKS[0].width {
        return;
    }
    guide.go(stop, |guide| shoot(guide, folder, stop));
}

fn shoot(guide: &Guide, folder: &Path, stop: &Stop) {
    let file = folder.join(format!("{}-{}.png", stop.name, named(guide.look)));
    // Nothing is under the pointer that would say what it is, unless that is what is looked at.
    if !stop.holds && !stop.points {
        guide.desktop.point(SCREEN.0 - 1, SCREEN.1 - 1);
    }
    picture::take_window(guide.desktop, guide.window(), &file);
    say(&file.display().to_string());
}

fn named(Look { lang, theme, width }: Look) -> String {
    format!("{lang}-{theme}-{width}")
}

fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}
