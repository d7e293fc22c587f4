//! Whatever is imported, taken back or done again: what the user wrote stays to the letter.

use domain::{Currency, Money, NaiveDate};
use ledger::{ConversationKind, Ledger, NewCash, Written};
use proptest::prelude::*;
use serde_json::Value;

use crate::files::files;
use crate::run::{Answer, Run};
use crate::view::{array, json};
use crate::{Step, config, step};

/// Writes cash, a note, a reminder and a category, in a conversation of its own and in one that imports speak of.
fn write(ledger: &Ledger) {
    let day = NaiveDate::from_ymd_opt(2026, 10, 5).unwrap();
    let cash = NewCash {
        money: Money::from_minor(-420, Currency::EUR),
        day,
        who: "Florist".to_owned(),
        conversation: None,
    };
    ledger.add_cash(&cash).unwrap();
    for conversation in ledger.conversations(2).unwrap() {
        let id = conversation.counterparty.id;
        let with = ConversationKind::Counterparty(id);
        let said = NewCash {
            who: "tulips".to_owned(),
            conversation: Some(id),
            ..cash.clone()
        };
        ledger.add_cash(&said).unwrap();
        let mut written = Written {
            text: "open on Sundays".to_owned(),
            tags: vec!["hours".to_owned()],
            remind: None,
        };
        ledger.write_note(with, &written).unwrap();
        written.remind = Some(day);
        ledger.write_note(with, &written).unwrap();
        ledger.categorise(id, Some("giving")).unwrap();
    }
}

/// What the user wrote, as an export tells it.
fn written(ledger: &Ledger) -> (Vec<Value>, Value) {
    let all = json(ledger);
    let purses = array(&all["accounts"])
        .iter()
        .filter(|account| account["kind"] == "cash");
    let entries = purses.flat_map(|purse| array(&purse["entries"]).to_vec());
    (entries.collect(), all["counterparties"].clone())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_import_undo_or_redo_touches_what_the_user_wrote(
        files in files(),
        steps in prop::collection::vec(step(), 1..9),
    ) {
        let mut run = Run::new(&files);
        run.import(0, false, Answer::None);
        write(&run.ledger);
        let before = written(&run.ledger);
        prop_assert!(!before.0.is_empty());
        let imports = |step: &&Step| matches!(step, Step::Import(..) | Step::Undo(_) | Step::Redo(_) | Step::See);
        for step in steps.iter().filter(imports) {
            run.take(step);
            prop_assert_eq!(run.ledger.verify().unwrap(), Vec::<String>::new());
            prop_assert_eq!(&written(&run.ledger), &before);
        }
    }
}
