//! The window as a screen reader has it: roles, names and texts over AT-SPI.

use serde_json::{Value, json};

use crate::desktop::Desktop;
use crate::lines::Script;

/// A screen reader.
pub struct Reader(Script);

/// One thing that a screen reader can speak of.
#[derive(Debug, Clone)]
pub struct Node {
    /// How deep it stands in the tree.
    pub depth: u64,
    /// AT-SPI's word for what it is.
    pub role: String,
    /// Its accessible name.
    pub name: String,
    /// The text that is its own, without what stands inside it.
    pub text: String,
    /// AT-SPI's words for its states.
    pub states: Vec<String>,
    /// Left, top, width and height on the screen.
    pub area: Option<[i64; 4]>,
}

impl Node {
    fn from(value: &Value) -> Self {
        let text = |field: &str| value[field].as_str().unwrap_or_default().to_owned();
        let states = value["states"].as_array().into_iter().flatten();
        let area: Option<Vec<i64>> = value["box"]
            .as_array()
            .map(|sides| sides.iter().filter_map(Value::as_i64).collect());
        Self {
            depth: value["depth"].as_u64().unwrap_or_default(),
            role: text("role"),
            name: text("name"),
            text: text("text"),
            states: states
                .filter_map(|state| state.as_str().map(str::to_owned))
                .collect(),
            area: area.and_then(|sides| sides.try_into().ok()),
        }
    }

    /// Whether it is on the screen, as far as its states tell.
    pub fn shows(&self) -> bool {
        self.is("showing")
    }

    /// Whether AT-SPI says this state of it.
    pub fn is(&self, state: &str) -> bool {
        self.states.iter().any(|is| is == state)
    }

    /// The middle of its area.
    pub fn middle(&self) -> Option<(i64, i64)> {
        let [left, top, width, height] = self.area?;
        (width > 0 && height > 0).then(|| (left + width / 2, top + height / 2))
    }
}

impl Reader {
    /// Starts a screen reader on the desktop.
    pub fn open(desktop: &Desktop) -> Self {
        Self(Script::start(|program| desktop.command(program), "atspi.py", &[]).ready())
    }

    /// Everything of every application, in reading order.
    pub fn nodes(&mut self) -> Vec<Node> {
        let answer = self.0.ask(&json!({"do": "tree"}));
        answer["nodes"]
            .as_array()
            .into_iter()
            .flatten()
            .map(Node::from)
            .collect()
    }
}
