//! A walk past every screen and state of the real window, for who takes pictures of them or looks at them otherwise.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::app::{counterfoil, foil};
use crate::catalogue::say_in;
use crate::desktop::{Desktop, SCREEN};
use crate::drag;
use crate::hands::Hands;
use crate::process::{Running, run};
use crate::wait::until;
use crate::webdriver::Driven;

mod household;
mod safety;
mod states;
mod stops;

pub use household::PASSPHRASE;
pub use stops::{FIRST_RUN, LOCKED, STOPS};

/// How the window is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// `en` or `fr`.
    pub lang: &'static str,
    /// `light` or `dark`.
    pub theme: &'static str,
    /// Of the window, in pixels.
    pub width: u32,
}

/// More presses of a key than lead to anything on a page.
const KEYS: usize = 80;

/// The window's height, in pixels.
pub const HEIGHT: u32 = 800;

/// Both languages, both themes, wide and narrow.
pub const LOOKS: [Look; 8] = [
    Look::new("fr", "light", 1280),
    Look::new("fr", "dark", 1280),
    Look::new("en", "light", 1280),
    Look::new("en", "dark", 1280),
    Look::new("fr", "light", 760),
    Look::new("fr", "dark", 760),
    Look::new("en", "light", 760),
    Look::new("en", "dark", 760),
];

impl Look {
    const fn new(lang: &'static str, theme: &'static str, width: u32) -> Self {
        Self { lang, theme, width }
    }
}

/// A screen or state, and the way that leads to it.
pub struct Stop {
    /// In file names.
    pub name: &'static str,
    /// What the picture of the design that shows the same is called, without look and extension.
    pub mock: Option<&'static str>,
    /// Whether a narrow window is not looked at: five wrong passphrases are the most in a minute.
    pub wide_only: bool,
    /// Whether a file is held over the window meanwhile.
    pub holds: bool,
    /// Whether the pointer stays where the way left it.
    pub points: bool,
    way: fn(&mut Guide),
    /// Takes back what the way did to the ledger: the next stop finds it as before.
    back: fn(&mut Guide),
}

/// Who leads through the window.
pub struct Guide<'desktop> {
    /// The desktop that the window is on.
    pub desktop: &'desktop Desktop,
    /// The window.
    pub driven: Driven,
    /// How it is shown now.
    pub look: Look,
    window: String,
}

impl<'desktop> Guide<'desktop> {
    /// Opens the window.
    ///
    /// # Panics
    /// It does not come up.
    pub fn open(desktop: &'desktop Desktop) -> Self {
        let driven = Driven::start(desktop);
        let window = desktop.window("Counterfoil");
        let guide = Self {
            desktop,
            driven,
            look: LOOKS[0],
            window,
        };
        guide.rest();
        guide
    }

    /// Shows the window otherwise, from its first screen on.
    ///
    /// # Panics
    /// It does not take the size.
    pub fn look(&mut self, look: Look) {
        self.look = look;
        self.set(
            &json!({"lang": look.lang, "theme": look.theme, "textSize": 100, "hideAmounts": false}),
        );
        let (width, height) = (look.width.to_string(), HEIGHT.to_string());
        self.desktop
            .xdotool(&["windowsize", &self.window, &width, &height]);
        until(&format!("a window {width} wide"), || {
            (self.driven.run("return innerWidth", &[]) == json!(look.width)).then_some(())
        });
    }

    /// Goes to a stop from the first screen, and has it looked at.
    pub fn go(&mut self, stop: &Stop, look: impl FnOnce(&Self)) {
        self.driven.refresh();
        self.rest();
        let held = stop.holds.then(|| {
            let file = self.desktop.bank().join(household::KNOWN);
            drag::carry(self.desktop, &[&file], (700, 420))
        });
        self.go_on(stop);
        look(self);
        if let Some(held) = held {
            held.drop_there();
        }
        if stop.points {
            self.desktop.point(SCREEN.0 - 1, SCREEN.1 - 1);
        }
        (stop.back)(self);
    }

    /// Goes to a stop from where the last one ended.
    pub fn go_on(&mut self, stop: &Stop) {
        (stop.way)(self);
        self.rest();
    }

    /// The window's id on its display.
    pub fn window(&self) -> &str {
        &self.window
    }

    /// Waits until the page is there and nothing moves on it.
    pub fn rest(&self) {
        let script = "const over = (a) => a.playState !== 'running' || a.effect?.getTiming().iterations === Infinity;
             const page = document.getElementById('app');
             return (page?.childElementCount ?? 0) > 0 && document.fonts.status === 'loaded' && document.getAnimations().every(over)";
        let mut before = String::new();
        until("the page to rest", || {
            let rests = self.driven.run(script, &[]) == json!(true);
            let drawn = self.driven.drawn();
            let same = drawn == before;
            before = drawn;
            (rests && same).then_some(())
        });
        // What is in the page has been drawn once two more frames have begun.
        let drawn = "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        self.driven.run_later(drawn, &[]);
    }

    /// Changes settings beside the page, which reads them when it is next loaded.
    ///
    /// # Panics
    /// The core refuses them.
    pub fn set(&self, part: &Value) {
        let settings = self.call("get_settings", &json!({}));
        let mut settings = settings.as_object().cloned().expect("settings");
        settings.extend(part.as_object().cloned().expect("parts of them"));
        self.call("set_settings", &json!({"settings": settings}));
    }

    /// Calls the core as the page does.
    fn call(&self, command: &str, arguments: &Value) -> Value {
        let script = "const [command, given, done] = arguments;
             window.__TAURI_INTERNALS__.invoke(command, given)
               .then((answer) => done({ answer }), (error) => done({ refused: error.message ?? String(error) }))";
        let mut told = self
            .driven
            .run_later(script, &[json!(command), arguments.clone()]);
        assert_eq!(told["refused"], Value::Null, "{command} is refused");
        told["answer"].take()
    }

    fn word(&self, key: &str) -> String {
        say_in(self.look.lang, key)
    }

    fn press(&mut self, key: &str) {
        let name = self.word(key);
        self.driven.press(&name);
        self.rest();
    }

    fn fill(&mut self, key: &str, text: &str) {
        let label = self.word(key);
        self.driven.fill(&label, text);
    }

    fn see(&mut self, key: &str) {
        let text = self.word(key);
        self.driven.see(&text);
    }

    /// Presses the first element of this kind that says so.
    fn click(&mut self, selector: &str, text: &str) {
        let script = "return [...document.querySelectorAll(arguments[0])].find((e) => e.getClientRects().length > 0 && (e.textContent + (e.ariaLabel ?? '')).includes(arguments[1])) ?? null";
        until(&format!("{selector} with “{text}”"), || {
            let element = self.driven.find(script, &[selector.into(), text.into()])?;
            self.driven.click(&element).ok()
        });
        self.rest();
    }

    /// Chooses in a menu that is open.
    fn choose(&mut self, key: &str) {
        let text = self.word(key);
        self.click("[role=menuitem]", &text);
    }

    fn conversation(&mut self, name: &str) {
        self.click(".conversation", name);
        until(&format!("the conversation {name}"), || {
            let script = "return document.querySelector('.conversation-pane h1')?.textContent.includes(arguments[0]) && document.querySelector('[data-key]') !== null";
            (self.driven.run(script, &[name.into()]) == json!(true)).then_some(())
        });
        self.rest();
    }

    /// Presses a key or a chord in the window, as hands do.
    pub fn key(&mut self, keys: &str) {
        self.desktop
            .xdotool(&["windowfocus", "--sync", &self.window]);
        self.desktop.press_key(keys);
        self.rest();
    }

    /// Presses a key until what has the focus matches.
    ///
    /// # Panics
    /// It never does.
    pub fn walk(&mut self, keys: &str, selector: &str) {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false";
        for _ in 0..KEYS {
            if self.driven.run(script, &[selector.into()]) == json!(true) {
                return;
            }
            self.key(keys);
        }
        panic!("{keys} never comes to {selector}");
    }

    /// Moves the pointer onto the element that a script returns, until the page says that it is there.
    fn point_at(&self, script: &str) {
        let script = format!(
            "const found = (() => {{ {script} }})();
             if (!found) return null;
             const {{ x, y, width, height }} = found.getBoundingClientRect();
             return [Math.round(x + Math.min(width / 2, 48)), Math.round(y + height / 2), found.matches(':hover')]"
        );
        let mut step = 0;
        until("the pointer over it", || {
            let found = self.driven.run(&script, &[]);
            if found[2] == json!(true) {
                return Some(());
            }
            // The page answers movements, not places.
            step = (step + 1) % 2;
            let (x, y) = (found[0].as_i64()?, found[1].as_i64()?);
            self.desktop.point_in(&self.window, x + step, y);
            None
        });
        self.rest();
    }

    /// Hands files to the running app as a second start does.
    fn import(&mut self, files: &[PathBuf]) {
        let mut second = Running::start(self.desktop.command(counterfoil()).args(files));
        second.wait();
        self.rest();
    }
}

/// Makes the household's ledger on this desktop, and the files beside it that are not imported yet.
///
/// # Panics
/// `foil` refuses.
pub fn settle(desktop: &Desktop) {
    let secret = desktop.home().join("passphrase");
    std::fs::write(&secret, PASSPHRASE).expect("a file in the temporary folder");
    let command = |name: &str| {
        let mut command = desktop.command(foil());
        command.arg("--ledger").arg(desktop.ledger());
        command.arg("--passphrase-file").arg(&secret).arg(name);
        command
    };
    run(&mut command("init"));
    run(command("import")
        .arg("--yes")
        .args(household::imported(&desktop.bank())));
    household::write_rest(&desktop.bank());
}
