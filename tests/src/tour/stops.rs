//! The stops, in the order of the design's pictures.

use serde_json::json;

use super::{Guide, PASSPHRASE, Stop, safety, states};
use crate::wait::until;

pub(super) const MERCHANT: &str = "Volt et Cie";
pub(super) const SHOP: &str = "Grand Marché";
/// What the number of the current account ends with: names are in the window's language.
const ACCOUNT: &str = "1681";

/// The design's sheet of components, each in its states.
const STATES: Option<&str> = Some("11-etats");

const fn stop(name: &'static str, mock: Option<&'static str>, way: fn(&mut Guide)) -> Stop {
    Stop {
        name,
        mock,
        wide_only: false,
        holds: false,
        points: false,
        way,
        back: |_| {},
    }
}

/// Of a ledger that is open.
pub const STOPS: &[Stop] = &[
    stop("main", Some("01-main"), |guide| {
        entry(guide);
        bring(guide, "section.alert");
    }),
    stop("receipt", Some("01b-recu"), |guide| {
        guide.conversation(MERCHANT);
        guide.click("[data-bubble] ~ * [aria-expanded]", "");
    }),
    stop("text-200", Some("01e-main-200"), |guide| {
        guide.set(&json!({"textSize": 200}));
        guide.driven.refresh();
        guide.rest();
        guide.conversation(MERCHANT);
        guide.set(&json!({"textSize": 100}));
    }),
    stop("rise", None, |guide| {
        guide.conversation("Onde Mobile");
        bring(guide, "[data-kind=priceChange]");
    }),
    stop("account", Some("02-compte"), account),
    stop("account-figures", None, |guide| {
        account(guide);
        guide.press("details");
    }),
    stop("gap", Some("02b-mai"), |guide| {
        account(guide);
        month(guide, 5);
    }),
    stop("review", Some("03-import"), |guide| {
        let file = guide.desktop.bank().join("carte-coop-oct.csv");
        guide.import(&[file]);
        guide.see("nothing-saved-yet");
    }),
    Stop {
        holds: true,
        ..stop("held", Some("03b-depot"), |_| {})
    },
    stop("columns", Some("04-csv"), |guide| {
        let file = guide.desktop.bank().join("mouvements_estuaire.csv");
        guide.import(&[file]);
        guide.see("mapping-title");
    }),
    stop("commands", Some("05b-slash"), |guide| {
        guide.conversation(MERCHANT);
        guide.fill("composer", "/");
    }),
    stop("question", Some("05-question"), |guide| {
        let question = if guide.look.lang == "fr" {
            "combien chez Grand Marché en mars ?"
        } else {
            "how much at Grand Marché in March?"
        };
        ask(guide, question);
    }),
    stop("question-not-understood", None, |guide| {
        let question = if guide.look.lang == "fr" {
            "combien tantôt ?"
        } else {
            "how much did I spend gladly?"
        };
        ask(guide, question);
    }),
    stop("cash", None, |guide| {
        guide.conversation(MERCHANT);
        let line = if guide.look.lang == "fr" {
            "/espèces 4,20 café hier"
        } else {
            "/cash 4.20 coffee yesterday"
        };
        guide.fill("composer", line);
    }),
    stop("bilan", Some("06-bilan"), |guide| guide.key("ctrl+6")),
    stop("search", Some("08a-recherche"), |guide| {
        search(
            guide,
            if guide.look.lang == "fr" {
                "chez:volt 2026 filtre"
            } else {
                "from:volt 2026 filtre"
            },
        )
    }),
    stop("search-begin", None, |guide| guide.key("ctrl+shift+f")),
    stop("search-palette", None, |guide| {
        guide.key("ctrl+k");
        guide.fill("search", "volt 2026");
    }),
    stop("search-nothing", Some("08b-rien"), |guide| {
        search(
            guide,
            if guide.look.lang == "fr" {
                "chez:volt mai 2026 cafetière"
            } else {
                "from:volt May 2026 kettle"
            },
        )
    }),
    stop("no-conversation", Some("08b-vide"), |_| {}),
    stop("hidden", Some("08c-prive"), |guide| {
        guide.set(&json!({"hideAmounts": true}));
        guide.driven.refresh();
        guide.rest();
        entry(guide);
        guide.set(&json!({"hideAmounts": false}));
    }),
    stop("settings", Some("10a-reglages"), |guide| {
        guide.press("rail-settings")
    }),
    Stop {
        back: safety::unwatch,
        ..stop("settings-data", Some("10b-donnees"), safety::data)
    },
    Stop {
        back: safety::unwatch,
        ..stop("settings-waiting", None, safety::waiting)
    },
    stop("settings-erase", Some("10b-donnees"), safety::erase),
    stop("settings-restore", None, safety::restore),
    stop("settings-profiles", None, |guide| {
        guide.press("rail-settings");
        scroll_to(guide, "settings-profiles");
    }),
    stop("settings-reach", Some("10c-portee"), |guide| {
        guide.press("rail-settings");
        scroll_to(guide, "settings-reach");
    }),
    Stop {
        points: true,
        ..stop("states-bubbles", STATES, states::bubbles)
    },
    Stop {
        points: true,
        ..stop("states-list", STATES, states::list)
    },
    Stop {
        points: true,
        back: states::undelete,
        ..stop("states-toast", STATES, states::delete)
    },
    stop("states-failed", STATES, states::save_nowhere),
    stop("states-field", STATES, states::mistype),
    Stop {
        points: true,
        ..stop("states-buttons", STATES, states::buttons)
    },
    stop("receipts", None, |guide| guide.key("ctrl+5")),
    stop("history", None, |guide| guide.press("rail-history")),
    stop("original", None, |guide| {
        entry(guide);
        guide.click(".inspector .link", "");
    }),
    stop("menu", None, |guide| {
        guide.conversation(MERCHANT);
        guide.press("conversation-menu");
    }),
    stop("category", None, |guide| {
        guide.conversation(MERCHANT);
        guide.press("conversation-menu");
        guide.choose("conversation-category");
    }),
    stop("merge", None, |guide| {
        guide.conversation(MERCHANT);
        guide.press("conversation-menu");
        guide.choose("conversation-merge");
    }),
    stop("month", None, |guide| {
        account(guide);
        guide.key("ctrl+g");
    }),
    stop("shortcuts", None, |guide| {
        guide.press("rail-settings");
        guide.press("show");
    }),
    stop("account-dialog", None, |guide| {
        account(guide);
        guide.press("conversation-menu");
        guide.choose("account-edit");
    }),
];

/// Of a ledger that is locked.
pub const LOCKED: &[Stop] = &[
    stop("locked", Some("07e-verrouille"), |_| {}),
    Stop {
        wide_only: true,
        ..stop("wrong-passphrase", None, |guide| {
            guide.fill("passphrase", "autre chose");
            guide.press("lock-open");
        })
    },
    stop("forgotten", None, |guide| guide.press("lock-forgot")),
];

/// Of the first run, each going on where the one before stopped.
pub const FIRST_RUN: &[Stop] = &[
    stop("welcome", Some("07a-accueil"), |_| {}),
    stop("lock", Some("07b-verrou"), |guide| {
        guide.press("begin");
        guide.fill("passphrase", PASSPHRASE);
        guide.fill("passphrase-again", PASSPHRASE);
    }),
    stop("phrase", Some("07c-recup"), |guide| guide.press("continue")),
    stop("first-statement", Some("07d-premier"), |guide| {
        retype(guide);
        guide.press("continue");
    }),
];

/// Types the words that are asked for of the recovery phrase.
fn retype(guide: &mut Guide) {
    let script = r"const words = [...document.querySelectorAll('ol b')].map((e) => e.textContent.trim());
         return [...document.querySelectorAll('label[for^=word-]')].map((e) => words[Number(/\d+/.exec(e.textContent)[0]) - 1])";
    let asked: Vec<String> = until("the words that are asked for", || {
        let asked: Vec<String> = serde_json::from_value(guide.driven.run(script, &[])).ok()?;
        (asked.len() == 2).then_some(asked)
    });
    for (index, word) in asked.iter().enumerate() {
        let script = format!("return document.getElementById('word-{index}')");
        let field = guide
            .driven
            .find(&script, &[])
            .expect("a field for each word");
        guide
            .driven
            .type_into(&field, word)
            .expect("the field takes words");
    }
}

fn entry(guide: &mut Guide) {
    guide.conversation(MERCHANT);
    newest(guide);
}

/// Opens the details of the newest entry of a conversation.
pub(super) fn newest(guide: &mut Guide) {
    let opens = "const bubble = [...document.querySelectorAll('[data-bubble]')].at(-1); bubble?.click(); return bubble != null";
    until("the newest bubble", || {
        (guide.driven.run(opens, &[]) == json!(true)).then_some(())
    });
    guide.see("entry-raw");
}

/// Asks in the conversation of a shop; what was asked there before is taken away.
fn ask(guide: &mut Guide, question: &str) {
    guide.conversation(SHOP);
    // What says that it is gone would stand over the answer.
    let clear = "document.querySelector('.question .drop, .toast .shut')?.click();
         return document.querySelector('.question .drop, .toast') === null";
    until("no question", || {
        (guide.driven.run(clear, &[]) == json!(true)).then_some(())
    });
    guide.rest();
    guide.fill("composer", question);
    guide.key("Return");
    let answered = "return document.querySelector('.answer section') !== null";
    until("an answer", || {
        (guide.driven.run(answered, &[]) == json!(true)).then_some(())
    });
    guide.rest();
}

/// Scrolls to what the conversation shows once.
fn bring(guide: &mut Guide, selector: &str) {
    let script = "const found = document.querySelector(arguments[0]); found?.scrollIntoView({ block: 'center' }); return found !== null";
    until(selector, || {
        (guide.driven.run(script, &[selector.into()]) == json!(true)).then_some(())
    });
    guide.rest();
}

pub(super) fn account(guide: &mut Guide) {
    guide.click(".conversation[data-kind=account]", ACCOUNT);
    let shown = "return document.querySelector('.conversation-pane h1') !== null && document.querySelector('[data-key]') !== null";
    until("the account's conversation", || {
        (guide.driven.run(shown, &[]) == json!(true)).then_some(())
    });
    guide.rest();
}

fn month(guide: &mut Guide, number: usize) {
    guide.key("ctrl+g");
    let script = "const b = document.querySelectorAll('[role=dialog] ul button')[arguments[0]]; return b ?? null";
    let button = guide.driven.find(script, &[json!(number - 1)]);
    let button = button.expect("the dialog has twelve months");
    guide
        .driven
        .click(&button)
        .expect("the month is in the account's days");
    guide.rest();
}

/// Types into the search screen's field, which keeps only what has no meaning of its own: the rest of it becomes chips.
fn search(guide: &mut Guide, words: &str) {
    guide.key("ctrl+shift+f");
    guide.desktop.type_text(words);
    let last = words.rsplit(' ').next().unwrap_or(words);
    let script = "const previews = [...document.querySelectorAll('.preview')].filter((e) => e.getClientRects().length > 0);
         return document.activeElement?.value?.endsWith(arguments[0]) === true
             && document.querySelector('.search-screen [role=status] b') !== null
             && previews.every((e) => e.querySelector('li') !== null)";
    until("what is found", || {
        (guide.driven.run(script, &[last.into()]) == json!(true)).then_some(())
    });
    guide.rest();
}

pub(super) fn scroll_to(guide: &mut Guide, key: &str) {
    let heading = guide.word(key);
    let script = "[...document.querySelectorAll('h2')].find((e) => e.textContent.trim() === arguments[0])?.scrollIntoView({ block: 'start' })";
    guide.driven.run(script, &[heading.into()]);
    guide.rest();
}
