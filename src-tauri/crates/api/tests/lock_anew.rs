//! The lock of a new ledger, while its recovery words are not confirmed.
#![allow(clippy::unwrap_used)]

use api::app::{ConfirmPhrase, CreateLedger, Door, Unlock};
use api::{App, ErrorCode};

const FIRST: &str = "sirop girafe mardi bocal";
const OTHER: &str = "galet cumin store lundi";

fn by(passphrase: &str) -> CreateLedger {
    CreateLedger {
        passphrase: Some(passphrase.to_owned()),
        keyring: false,
    }
}

#[test]
fn another_lock_may_be_chosen_until_the_words_are_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(folder.path().to_owned(), "en-GB", Box::new(|_| {}));
    let phrase = app.create_ledger(by(FIRST)).unwrap();
    let again = app.create_ledger(by(OTHER)).unwrap();
    assert_eq!(again.words, phrase.words);
    assert_eq!(app.app_state().door, Door::ConfirmPhrase);
    let word = |position: u8| again.words[usize::from(position) - 1].clone();
    let words = again.ask.map(word);
    app.confirm_phrase(ConfirmPhrase { words }).unwrap();
    app.lock();
    let unlock = |passphrase: &str| {
        app.unlock(Unlock::Passphrase {
            passphrase: passphrase.to_owned(),
        })
    };
    assert_eq!(unlock(FIRST).unwrap_err().code, ErrorCode::WrongKey);
    assert_eq!(unlock(OTHER).unwrap().door, Door::Open);
    let late = app.create_ledger(by(OTHER)).unwrap_err();
    assert_eq!(late.code, ErrorCode::Refused, "the words are confirmed");
}
