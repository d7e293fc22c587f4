//! The ways to the states of what screens are made of: under the pointer, under the keyboard's focus, chosen, wrong, done.

use std::path::Path;

use serde_json::json;

use super::Guide;
use super::stops::{MERCHANT, SHOP, account, newest};
use crate::wait::until;

/// A folder that takes files from nobody.
const NOWHERE: &str = "/sys/counterfoil.pdf";

/// One bubble is chosen, with its details open, the one above has the focus, the one above that is under the pointer.
pub(super) fn bubbles(guide: &mut Guide) {
    guide.conversation(SHOP);
    newest(guide);
    guide.rest();
    guide.walk("F6", "[data-bubble]");
    guide.key("Up");
    guide.point_at("return [...document.querySelectorAll('[data-bubble]')].at(-3)");
}

/// A row is open, one under the pointer, one has the focus; others are unread, and one has an alert.
pub(super) fn list(guide: &mut Guide) {
    guide.conversation(SHOP);
    guide.point_at("return document.querySelectorAll('.conversation[data-kind=counterparty]')[2]");
    guide.walk("Tab", ".conversation[data-kind=counterparty]");
    guide.walk(
        "Down",
        "li:nth-child(5) > .conversation[data-kind=counterparty]",
    );
}

/// An entry is deleted, from its menu; under the pointer, what says so stays.
pub(super) fn delete(guide: &mut Guide) {
    guide.conversation(SHOP);
    guide.walk("F6", "[data-bubble]");
    guide.key("shift+F10");
    guide.choose("entry-delete");
    guide.point_at("return document.querySelector('.toast.done .action')");
}

/// The entry comes back.
pub(super) fn undelete(guide: &mut Guide) {
    guide.key("ctrl+z");
    guide.see("toast-undone");
}

/// A proof of purchase is saved where nothing can be.
pub(super) fn save_nowhere(guide: &mut Guide) {
    guide.conversation(MERCHANT);
    guide.click("[data-bubble] ~ * [aria-expanded]", "");
    guide.press("print-proof");
    guide.desktop.choose_target(Path::new(NOWHERE));
    let said = "return document.querySelector('.toast.failed') !== null";
    until("what went wrong", || {
        (guide.driven.run(said, &[]) == json!(true)).then_some(())
    });
}

/// A field says what is wrong with its value, and a button has the focus.
pub(super) fn mistype(guide: &mut Guide) {
    account(guide);
    guide.press("conversation-menu");
    guide.choose("account-edit");
    let amount = "return document.getElementById('account-amount')";
    let field = until("the field of the amount", || guide.driven.find(amount, &[]));
    guide
        .driven
        .type_into(&field, "12,3x")
        .expect("the field takes signs");
    guide.key("Return");
    guide.see("account-amount-wrong");
    guide.walk("Tab", "footer .button");
}

/// Months of the account are offered, others are not; one has the focus and one is under the pointer.
pub(super) fn buttons(guide: &mut Guide) {
    account(guide);
    guide.key("ctrl+g");
    guide.point_at("return document.querySelectorAll('[role=dialog] ul .button')[4]");
    guide.walk("Tab", "[role=dialog] li:nth-child(3) .button");
}
