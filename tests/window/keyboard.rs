//! A whole journey by keyboard alone: no pointer is ever moved.

use journeys::catalogue::{opening_in, say_in};
use journeys::desktop::Desktop;
use journeys::tour::{Guide, LOOKS, Look, PASSPHRASE};
use journeys::wait::{until, until_or};
use serde_json::json;

#[test]
fn everything_is_reached_by_keyboard_alone_in_french() {
    journey(LOOKS[0]);
}

#[test]
fn everything_is_reached_by_keyboard_alone_in_english() {
    journey(LOOKS[2]);
}

/// More stops of Tab than any page has.
const STOPS: usize = 80;

fn journey(look: Look) {
    let desktop = Desktop::open();
    let mut guide = Guide::open(&desktop);
    guide.look(look);
    guide.driven.refresh();
    guide.rest();
    let mut keys = Keys { guide };
    keys.first_run();
    keys.conversation();
    keys.question();
    keys.overview();
    keys.search();
    keys.dialogs();
    keys.lock();
}

struct Keys<'desktop> {
    guide: Guide<'desktop>,
}

impl Keys<'_> {
    fn word(&self, key: &str) -> String {
        say_in(self.guide.look.lang, key)
    }

    /// What has the focus, as a screen reader names it.
    fn focused(&self) -> String {
        let script = "const e = document.activeElement;
             if (!e || e === document.body) return '';
             const text = e.ariaLabel ?? e.labels?.[0]?.textContent ?? e.textContent;
             return text.trim().replace(/\\s+/g, ' ')";
        self.guide
            .driven
            .run(script, &[])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    fn press(&mut self, key: &str) {
        self.guide.key(key);
    }

    fn write(&mut self, text: &str) {
        self.guide.desktop.type_text(text);
        let stands = || {
            self.guide
                .driven
                .run("return document.activeElement?.value ?? ''", &[])
                == json!(text)
        };
        until(&format!("“{text}” in the field"), || {
            stands().then_some(())
        });
    }

    /// Walks with Tab until what is named so has the focus.
    fn tab_to(&mut self, key: &str) {
        let name = self.word(key);
        for _ in 0..STOPS {
            if self.focused() == name {
                return;
            }
            self.guide.key("Tab");
        }
        panic!("Tab never comes to “{name}”; it is at “{}”", self.focused());
    }

    fn take(&mut self, key: &str) {
        self.tab_to(key);
        self.press("Return");
    }

    fn see(&self, what: &str, script: &str) {
        until_or(
            what,
            || self.guide.driven.drawn(),
            || (self.guide.driven.run(script, &[]) == json!(true)).then_some(()),
        );
        self.guide.rest();
    }

    /// Whatever closes gives the focus back to something.
    fn keeps_focus(&self, after: &str) {
        let script =
            "return document.activeElement !== null && document.activeElement !== document.body";
        self.see(&format!("a focus after {after}"), script);
    }

    /// Walks with Tab until a script says that the focus is where it is wanted.
    fn tab_until(&mut self, what: &str, script: &str) {
        for _ in 0..STOPS {
            if self.guide.driven.run(script, &[]) == json!(true) {
                return;
            }
            self.guide.key("Tab");
        }
        panic!("Tab never comes to {what}; it is at “{}”", self.focused());
    }

    fn first_run(&mut self) {
        self.take("begin");
        self.tab_to("passphrase");
        self.write(PASSPHRASE);
        self.tab_to("passphrase-again");
        self.write(PASSPHRASE);
        self.take("continue");
        self.see(
            "the words",
            "return document.querySelectorAll('.slip li b').length === 24",
        );
        let words = self.guide.driven.run(
            "return [...document.querySelectorAll('.slip li b')].map((e) => e.textContent)",
            &[],
        );
        let asked = self.guide.driven.run("return [...document.querySelectorAll('.check label')].map((e) => Number(e.textContent.match(/[0-9]+/)[0]))", &[]);
        let label = opening_in(self.guide.look.lang, "phrase-word");
        for at in 0..2 {
            let position = asked[at].as_u64().unwrap();
            self.tab_to_named(&format!("{label}{position}"));
            let word = words[position as usize - 1].as_str().unwrap().to_owned();
            self.write(&word);
        }
        self.take("continue");
        self.take("try-sample");
        self.see(
            "the sample",
            "return document.querySelectorAll('.conversation').length > 5",
        );
    }

    fn tab_to_named(&mut self, name: &str) {
        for _ in 0..STOPS {
            if self.focused() == name {
                return;
            }
            self.guide.key("Tab");
        }
        panic!("Tab never comes to “{name}”");
    }

    /// The overview: arrows move along the months, and a merchant leads to its conversation.
    fn overview(&mut self) {
        self.press("ctrl+6");
        self.see(
            "the overview",
            "return document.querySelectorAll('.overview [data-counterparty]').length > 3 && document.querySelector('.overview [role=slider]') !== null",
        );
        self.tab_until(
            "the chart of months",
            "return document.activeElement?.getAttribute('role') === 'slider'",
        );
        let value = "return document.activeElement?.getAttribute('aria-valuetext')";
        let month = self.guide.driven.run(value, &[]);
        self.press("Left");
        until("another month", || {
            (self.guide.driven.run(value, &[]) != month).then_some(())
        });
        self.tab_until(
            "a merchant",
            "return document.activeElement?.matches('[data-counterparty]') ?? false",
        );
        self.press("Return");
        self.see(
            "its conversation",
            "return document.querySelector('.conversation-pane h1') !== null && document.querySelector('[data-bubble]') !== null",
        );
    }

    /// A conversation is opened, an entry looked at and noted on, and the note taken back.
    fn conversation(&mut self) {
        self.press("alt+Down");
        self.see(
            "an open conversation",
            "return document.querySelector('[data-bubble]') !== null",
        );
        for _ in 0..6 {
            self.press("F6");
            if self.guide.driven.run(
                "return document.activeElement.matches('[data-bubble]')",
                &[],
            ) == json!(true)
            {
                break;
            }
        }
        self.press("Up");
        self.see(
            "a bubble with the focus",
            "return document.activeElement.matches('[data-bubble]')",
        );
        self.press("Return");
        self.see(
            "the details",
            "return document.querySelector('.inspector .raw') !== null",
        );
        self.press("Escape");
        self.see(
            "no details",
            "return document.querySelector('.inspector') === null",
        );
        self.keeps_focus("the details");
        self.press("n");
        self.see(
            "the line to write in",
            "return document.activeElement.matches('.composer textarea')",
        );
        self.write("une note");
        self.press("Return");
        self.see("the note", "return [...document.querySelectorAll('[data-key]')].some((e) => e.textContent.includes('une note'))");
        self.press("ctrl+z");
        self.see("no note", "return ![...document.querySelectorAll('[data-key]')].some((e) => e.textContent.includes('une note'))");
    }

    /// Something is asked in the window's language, answered with a figure, and an entry of the answer opened in its place.
    fn question(&mut self) {
        self.see(
            "the line to write in",
            "return document.activeElement.matches('.composer textarea')",
        );
        let question = if self.guide.look.lang == "fr" {
            "combien chez grand marche en octobre 2026 ?"
        } else {
            "how much at grand marche in October 2026?"
        };
        self.write(question);
        self.press("Return");
        self.see(
            "a figure",
            "return /\\d/.test(document.querySelector('.answer .figure')?.textContent ?? '')",
        );
        self.see(
            "the focus still in the line",
            "return document.activeElement.matches('.composer textarea')",
        );
        self.back_to("an entry of the answer", ".answer .list .row");
        self.press("Return");
        self.see(
            "the entry in its place",
            "return document.activeElement.closest('[data-kind=entry]') !== null",
        );
    }

    /// Walks back with Tab until something of these has the focus.
    fn back_to(&mut self, what: &str, selector: &str) {
        let script = "return document.activeElement.matches(arguments[0])";
        for _ in 0..STOPS {
            if self.guide.driven.run(script, &[json!(selector)]) == json!(true) {
                return;
            }
            self.guide.key("shift+Tab");
        }
        panic!(
            "Tab never comes back to {what}; it is at “{}”",
            self.focused()
        );
    }

    fn search(&mut self) {
        self.press("ctrl+k");
        self.write("volt");
        self.see(
            "results",
            "return document.querySelector('#search-options [data-option]') !== null",
        );
        self.press("Down");
        self.press("Return");
        self.see("what was found", "return document.querySelector('.conversation-pane h1')?.textContent.toLowerCase().includes('volt')");
    }

    fn dialogs(&mut self) {
        for (keys, name) in [("ctrl+g", "the months"), ("question", "the shortcuts")] {
            self.press("Escape");
            self.press("F6");
            self.press(keys);
            self.see(
                name,
                "return document.querySelector('[role=dialog]') !== null",
            );
            self.see(
                &format!("the focus inside {name}"),
                "return document.querySelector('[role=dialog]').contains(document.activeElement)",
            );
            self.press("Escape");
            self.see(
                &format!("{name} closed"),
                "return document.querySelector('[role=dialog]') === null",
            );
            self.keeps_focus(name);
        }
        self.press("ctrl+3");
        self.see(
            "the history",
            "return document.querySelector('.history') !== null",
        );
        self.press("ctrl+4");
        self.see(
            "the settings",
            "return document.querySelector('.settings') !== null",
        );
    }

    fn lock(&mut self) {
        self.press("ctrl+l");
        self.see(
            "the lock",
            "return document.activeElement.id === 'passphrase'",
        );
        self.write(PASSPHRASE);
        self.press("Return");
        self.see(
            "the list again",
            "return document.querySelector('.conversation') !== null",
        );
    }
}
