//! The desktop's tray, as a panel has it.

use serde_json::json;

use crate::desktop::Desktop;
use crate::lines::Script;
use crate::wait::until_or;

/// A panel that shows tray icons.
pub struct Tray(Script);

/// A line of the tray's menu, as D-Bus has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    id: i64,
    /// As shown.
    pub label: String,
    /// Whether it can be chosen.
    pub enabled: bool,
    /// Whether it bears a tick.
    pub ticked: bool,
}

impl Tray {
    /// Gives the desktop a tray.
    pub fn open(desktop: &Desktop) -> Self {
        Self(Script::start(|program| desktop.command(program), "tray_host.py", &[]).ready())
    }

    /// The menu of the app's icon, separators aside; `None` while there is no icon.
    pub fn menu(&mut self) -> Option<Vec<Line>> {
        // An icon that has just gone or is not quite there answers with an error.
        let answer = self.0.try_ask(&json!({"do": "menu"}));
        let lines = answer["menu"]
            .as_array()?
            .iter()
            .filter(|line| line["separator"] != true);
        Some(
            lines
                .map(|line| Line {
                    id: line["id"].as_i64().unwrap_or_default(),
                    // The underscore marks an access key; doubled it is itself.
                    label: line["label"]
                        .as_str()
                        .unwrap_or_default()
                        .replace("__", "_"),
                    enabled: line["enabled"] == true,
                    ticked: line["ticked"] == true,
                })
                .collect(),
        )
    }

    /// The menu, once `right` finds what it wants in it.
    ///
    /// # Panics
    /// It never does.
    pub fn menu_when<T>(&mut self, what: &str, right: impl Fn(&[Line]) -> Option<T>) -> T {
        let last = std::cell::RefCell::new(None);
        until_or(
            what,
            || format!("the menu is {:#?}", last.borrow()),
            || {
                let menu = self.menu();
                let answer = menu.as_deref().and_then(&right);
                *last.borrow_mut() = menu;
                answer
            },
        )
    }

    /// The line whose label contains `text`, once there is one.
    ///
    /// # Panics
    /// It never comes.
    pub fn line(&mut self, text: &str) -> Line {
        self.menu_when(&format!("the tray's line “{text}”"), |menu| {
            menu.iter().find(|line| line.label.contains(text)).cloned()
        })
    }

    /// Chooses the line whose label contains `text`.
    ///
    /// # Panics
    /// It never comes.
    pub fn choose(&mut self, text: &str) {
        let line = self.line(text);
        self.0.ask(&json!({"do": "press", "id": line.id}));
    }

    /// Draws a bar with the icon at the screen's upper edge, and its menu below, until [`hide`](Self::hide).
    pub fn show(&mut self, is_dark: bool) {
        self.0.ask(&json!({"do": "show", "dark": is_dark}));
    }

    /// Takes bar and menu off the screen.
    pub fn hide(&mut self) {
        self.0.ask(&json!({"do": "hide"}));
    }

    /// Takes the tray away from the desktop.
    pub fn leave(&mut self) {
        self.0.ask(&json!({"do": "leave"}));
    }
}
