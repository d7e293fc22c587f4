//! What several journeys do on their way.

use journeys::catalogue::{opening, say};
use journeys::desktop::{Desktop, SCREEN};
use journeys::hands::Hands;
use journeys::tray::Tray;
use journeys::wait::until_or;
use journeys::{drag, picture, statement};

/// Long enough to be accepted, and typed by a keyboard without dead keys.
pub(crate) const PASSPHRASE: &str = "violet harbour lantern 42";

/// What opens the ledger.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Lock {
    Passphrase,
    Keyring,
}

/// From the welcome page to the page that waits for a first statement.
pub(crate) fn first_run(hands: &mut impl Hands, lock: Lock) {
    hands.press(&say("begin"));
    choose_lock(hands, lock);
    retype_two_words(hands);
    hands.see(&say("first-title"));
}

/// From the choice of a lock to the words behind it.
pub(crate) fn choose_lock(hands: &mut impl Hands, lock: Lock) {
    match lock {
        Lock::Passphrase => {
            hands.fill(&say("passphrase"), PASSPHRASE);
            hands.fill(&say("passphrase-again"), PASSPHRASE);
        }
        Lock::Keyring => hands.choose(&say("way-keyring")),
    }
    hands.press(&say("continue"));
    hands.see(&say("phrase-title"));
}

fn retype_two_words(hands: &mut impl Hands) {
    let label = opening("phrase-word");
    let texts = hands.texts();
    let phrase = texts
        .iter()
        .skip_while(|text| **text != say("phrase-words"))
        .skip(1);
    let phrase = phrase.take_while(|text| **text != say("phrase-store"));
    let is_word = |text: &&str| {
        (3..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let alone: Vec<&str> = phrase.clone().map(String::as_str).filter(is_word).collect();
    // A screen reader says each word several times, but its number with it only once.
    let numbered = phrase
        .filter_map(|text| text.split_once('\n'))
        .map(|(_, word)| word);
    let words = Some(numbered.collect())
        .filter(|words: &Vec<&str>| !words.is_empty())
        .unwrap_or(alone);
    assert_eq!(
        words.len(),
        24,
        "the recovery phrase has 24 words: {texts:#?}"
    );
    let mut asked: Vec<usize> = texts
        .iter()
        .filter_map(|text| text.strip_prefix(&label)?.trim().parse().ok())
        .collect();
    asked.dedup();
    assert_eq!(asked.len(), 2, "two words are asked for: {texts:#?}");
    for position in asked {
        hands.fill(&format!("{label}{position}"), words[position - 1]);
    }
    hands.press(&say("continue"));
}

/// Drops the statement on the window with a real drag, and waits for its bubbles.
pub(crate) fn drop_statement(desktop: &Desktop, hands: &mut impl Hands, name: &str) -> Vec<String> {
    let file = statement::write(&desktop.bank());
    let held = drag::carry(desktop, &[&file], (SCREEN.0 / 2, SCREEN.1 / 2));
    hands.see(&say("drop-anywhere"));
    picture::take(desktop, &format!("{name}-held"));
    held.drop_there();
    bubbles(hands, statement::COUNT)
}

/// The timeline's bubbles, once there are so many.
pub(crate) fn bubbles(hands: &mut impl Hands, count: usize) -> Vec<String> {
    let last = std::cell::RefCell::new(Vec::new());
    let instead = || format!("there are {:#?}", last.borrow());
    until_or(&format!("{count} bubbles"), instead, || {
        let bubbles = hands.bubbles();
        last.replace(bubbles.clone());
        (bubbles.len() == count).then_some(bubbles)
    })
}

/// Opens the locked ledger.
pub(crate) fn unlock(hands: &mut impl Hands, lock: Lock) {
    match lock {
        Lock::Passphrase => {
            hands.fill(&say("passphrase"), PASSPHRASE);
            hands.press(&say("lock-open"));
        }
        Lock::Keyring => hands.press(&say("lock-keyring")),
    }
}

/// Opens the first account's conversation from the tray, which also brings the window forward.
pub(crate) fn open_account(tray: &mut Tray, hands: &mut impl Hands) {
    hands.see(&say("pinned"));
    tray.choose("•••");
}

/// The tray's labels, once it shows a line that contains `text`.
pub(crate) fn labels_with(tray: &mut Tray, text: &str) -> Vec<String> {
    tray.menu_when(&format!("the tray's line “{text}”"), |menu| {
        let labels: Vec<String> = menu.iter().map(|line| line.label.clone()).collect();
        labels
            .iter()
            .any(|label| label.contains(text))
            .then_some(labels)
    })
}
