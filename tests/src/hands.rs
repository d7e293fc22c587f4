//! Hands and eyes at the window: one journey, worked through a driver or as a person does.

use std::time::Duration;

use crate::app::App;
use crate::desktop::Desktop;
use crate::reader::{Node, Reader};
use crate::wait::{until, until_or, within};
use crate::webdriver::Driven;

/// How long keys may be on their way into a field.
const KEYS: Duration = Duration::from_secs(5);

/// Someone at the window.
pub trait Hands {
    /// Presses the button, once there is one of this name that can be pressed.
    fn press(&mut self, name: &str);

    /// Types into the field of this label.
    fn fill(&mut self, label: &str, text: &str);

    /// Chooses the way whose name begins so, among several of which one is chosen.
    fn choose(&mut self, beginning: &str);

    /// Waits until the app has ended by itself.
    fn wait_for_end(&mut self);

    /// Every text and name on the page, in reading order.
    fn texts(&mut self) -> Vec<String>;

    /// The names of the timeline's bubbles, oldest first, as a screen reader says them.
    fn bubbles(&mut self) -> Vec<String>;

    /// Waits until the page says something that contains `text`, and gives all of it.
    fn see(&mut self, text: &str) -> String {
        let last = std::cell::RefCell::new(Vec::new());
        until_or(
            &format!("“{text}” on the page"),
            || format!("the page says {:#?}", last.borrow()),
            || {
                let texts = self.texts();
                let found = texts.iter().find(|said| said.contains(text)).cloned();
                *last.borrow_mut() = texts;
                found
            },
        )
    }
}

/// The window worked with the mouse and the keyboard, and read by a screen reader.
pub struct Seen<'desktop> {
    desktop: &'desktop Desktop,
    app: App,
    reader: Reader,
}

impl<'desktop> Seen<'desktop> {
    /// Sits down in front of the app.
    pub fn at(desktop: &'desktop Desktop, app: App) -> Self {
        Self {
            desktop,
            app,
            reader: Reader::open(desktop),
        }
    }

    /// The app itself.
    pub fn app(&mut self) -> &mut App {
        &mut self.app
    }

    /// Waits until the window is on the screen, or off it.
    ///
    /// # Panics
    /// It never is.
    pub fn window_is(&mut self, shown: bool) {
        until(
            if shown {
                "the window to show"
            } else {
                "the window to hide"
            },
            || {
                let nodes = self.reader.nodes();
                (nodes
                    .iter()
                    .any(|node| node.role == "frame" && node.shows())
                    == shown)
                    .then_some(())
            },
        );
    }

    /// The node, once it is there and has come to rest.
    fn find(&mut self, what: &str, right: impl Fn(&Node) -> bool) -> Node {
        let last = std::cell::RefCell::new((Vec::new(), None));
        until_or(
            what,
            || format!("the page is {:#?}", last.borrow().0),
            || {
                let nodes = self.reader.nodes();
                let node = nodes
                    .iter()
                    .find(|node| node.shows() && right(node))
                    .cloned();
                let area = node.as_ref().and_then(|node| node.area);
                let before = last.replace((nodes, area)).1;
                node.filter(|_| area.is_some() && area == before)
            },
        )
    }

    /// Presses the button whose name begins so, or opens the list to choose from, once there is one.
    pub fn press_beginning(&mut self, beginning: &str) {
        let node = self.find(&format!("a button “{beginning}…”"), |node| {
            let is_pressed = node.role.ends_with("button") || node.role == "combo box";
            node.name.starts_with(beginning) && is_pressed
        });
        self.click(&node);
    }

    fn click(&self, node: &Node) {
        let (x, y) = node
            .middle()
            .unwrap_or_else(|| panic!("“{}” is nowhere to be clicked", node.name));
        self.desktop.click(x, y);
    }
}

impl Hands for Seen<'_> {
    fn press(&mut self, name: &str) {
        let node = self.find(&format!("the button “{name}”"), |node| {
            node.name == name && node.role.ends_with("button") && node.is("enabled")
        });
        self.click(&node);
    }

    fn fill(&mut self, label: &str, text: &str) {
        let what = format!("the field “{label}”");
        let right = |node: &Node| node.name == label && node.is("editable");
        let node = self.find(&what, right);
        self.click(&node);
        self.find(&format!("{what} to have the focus"), |node| {
            right(node) && node.is("focused")
        });
        self.desktop.type_text(text);
    }

    fn choose(&mut self, beginning: &str) {
        let node = self.find(&format!("the way “{beginning}”"), |node| {
            node.role == "radio button" && node.name.starts_with(beginning)
        });
        self.click(&node);
    }

    fn wait_for_end(&mut self) {
        self.app.wait();
    }

    fn texts(&mut self) -> Vec<String> {
        let nodes = self.reader.nodes();
        let said = nodes.into_iter().filter(Node::shows).flat_map(|node| {
            let text = if node.text == node.name {
                String::new()
            } else {
                node.text
            };
            [node.name, text]
        });
        said.filter(|text| !text.is_empty()).collect()
    }

    fn bubbles(&mut self) -> Vec<String> {
        let nodes = self.reader.nodes();
        let Some(start) = nodes
            .iter()
            .position(|node| node.name == crate::catalogue::say("timeline"))
        else {
            return Vec::new();
        };
        let depth = nodes[start].depth;
        let inside = nodes[start + 1..]
            .iter()
            .take_while(|node| node.depth > depth);
        inside
            .filter(|node| node.role.ends_with("toggle button"))
            .map(|node| node.name.clone())
            .collect()
    }
}

const NAMES: &str = "
const nameOf = (e) => {
  const by = e.getAttribute('aria-labelledby');
  const texts = by ? by.split(' ').map((id) => document.getElementById(id)?.textContent) : [e.ariaLabel, e.labels?.[0]?.textContent, e.textContent];
  return (texts.find((text) => text?.trim()) ?? '').trim().replace(/\\s+/g, ' ');
};
const shows = (e) => e.getClientRects().length > 0;
";

fn script(body: &str) -> String {
    format!("{NAMES}{body}")
}

impl Hands for Driven {
    fn press(&mut self, name: &str) {
        let find = script(
            "return [...document.querySelectorAll('button')].find((e) => shows(e) && !e.disabled && nameOf(e) === arguments[0]) ?? null",
        );
        until_or(
            &format!("the button “{name}”"),
            || format!("the page says {:#?}", self.texts_now()),
            || {
                let button = self.find(&find, &[name.into()])?;
                self.click(&button).ok()
            },
        );
    }

    fn fill(&mut self, label: &str, text: &str) {
        let find = script(
            "return [...document.querySelectorAll('input, textarea')].find((e) => shows(e) && !e.readOnly && nameOf(e) === arguments[0]) ?? null",
        );
        until(&format!("the field “{label}”"), || {
            let field = self.find(&find, &[label.into()])?;
            self.type_into(&field, text).ok()?;
            // The driver answers before a busy page has taken every key; keys that never came are typed again.
            within(KEYS, || (self.value_of(&field)? == text).then_some(()))
        });
    }

    fn choose(&mut self, beginning: &str) {
        let find = script(
            "return [...document.querySelectorAll('input[type=radio]')].find((e) => shows(e) && nameOf(e).startsWith(arguments[0])) ?? null",
        );
        until(&format!("the way “{beginning}”"), || {
            self.click(&self.find(&find, &[beginning.into()])?).ok()
        });
    }

    fn wait_for_end(&mut self) {
        until("the end of the driven app", || self.is_gone().then_some(()));
    }

    fn texts(&mut self) -> Vec<String> {
        self.texts_now()
    }

    fn bubbles(&mut self) -> Vec<String> {
        self.list("return [...document.querySelectorAll('[data-bubble]')].map(nameOf)")
    }
}

impl Driven {
    /// What is drawn inside each bubble, oldest first.
    pub fn drawn_bubbles(&self) -> Vec<String> {
        self.list("return [...document.querySelectorAll('[data-bubble]')].map((e) => e.innerText)")
    }

    /// Everything drawn on the page, also what only eyes are meant to read.
    pub fn drawn(&self) -> String {
        self.run("return document.body.innerText", &[])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    fn texts_now(&self) -> Vec<String> {
        self.list(
            "const said = [];
             const walk = (e) => {
               if (e.nodeType === Node.TEXT_NODE) { const text = e.data.trim(); if (text) said.push(text); return; }
               if (e.nodeType !== Node.ELEMENT_NODE || e.ariaHidden === 'true' || !shows(e)) return;
               if (e.ariaLabel) said.push(e.ariaLabel);
               e.childNodes.forEach(walk);
             };
             walk(document.body);
             return said",
        )
    }

    fn list(&self, body: &str) -> Vec<String> {
        let answer = self.run(&script(body), &[]);
        let texts = answer.as_array().into_iter().flatten();
        texts
            .filter_map(|text| text.as_str().map(str::to_owned))
            .collect()
    }
}
