//! The desktop's notifications, as a panel shows them.

use serde_json::{Value, json};

use crate::desktop::Desktop;
use crate::lines::Script;
use crate::wait::until_or;

/// A panel that shows notifications.
pub struct Notices(Script);

/// A notification that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    id: i64,
    /// Its first line.
    pub title: String,
    /// What stands below.
    pub body: String,
    /// Its actions, each followed by what it is called.
    pub actions: Vec<String>,
    /// Whether it is gone from the screen.
    pub is_closed: bool,
}

impl Notices {
    /// Gives the desktop notifications.
    pub fn open(desktop: &Desktop) -> Self {
        Self(Script::start(|program| desktop.command(program), "notifications.py", &[]).ready())
    }

    /// All that came so far, oldest first.
    pub fn list(&mut self) -> Vec<Notice> {
        let answer = self.0.ask(&json!({"do": "list"}));
        let shown = answer["shown"].as_array().into_iter().flatten();
        shown.map(notice).collect()
    }

    /// All that came, once there are so many.
    ///
    /// # Panics
    /// They never come.
    pub fn wait_for(&mut self, count: usize) -> Vec<Notice> {
        let last = std::cell::RefCell::new(Vec::new());
        let instead = || format!("there are {:#?}", last.borrow());
        until_or(&format!("{count} notifications"), instead, || {
            let all = self.list();
            last.replace(all.clone());
            (all.len() == count).then_some(all)
        })
    }

    /// Presses a button of a notification, by the action's own name.
    pub fn press(&mut self, notice: &Notice, action: &str) {
        self.0
            .ask(&json!({"do": "press", "id": notice.id, "action": action}));
    }
}

fn notice(value: &Value) -> Notice {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let actions = value["actions"].as_array().into_iter().flatten();
    Notice {
        id: value["id"].as_i64().unwrap_or_default(),
        title: text(&value["title"]),
        body: text(&value["body"]),
        actions: actions.map(text).collect(),
        is_closed: value["closed"] == true,
    }
}
