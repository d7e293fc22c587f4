//! Original documents: opened from where an entry was read, and forgotten.
#![allow(clippy::unwrap_used)]

use api::app::{ConfirmPhrase, CreateLedger};
use api::conversations::ConversationRef;
use api::originals::{OpenOriginal, OriginalPage};
use api::timeline::{PageRequest, TimelineItem};
use api::{App, ErrorCode};

fn with_sample(folder: &tempfile::TempDir) -> App {
    let app = App::new(folder.path().to_owned(), "en-GB", Box::new(|_| {}));
    let phrase = app
        .create_ledger(CreateLedger {
            passphrase: Some("sirop girafe mardi bocal".to_owned()),
            keyring: false,
        })
        .unwrap();
    let word = |position: u8| phrase.words[usize::from(position) - 1].clone();
    let words = [word(phrase.ask[0]), word(phrase.ask[1])];
    app.confirm_phrase(ConfirmPhrase { words }).unwrap();
    app.load_sample().unwrap();
    app
}

/// The newest entry's first source.
fn source(app: &App) -> api::entries::Provenance {
    let account = app.list_conversations().unwrap().accounts[0].id;
    let page = app
        .page_timeline(PageRequest {
            conversation: ConversationRef::Account(account),
            before: None,
            after: None,
            at: None,
            limit: 50,
        })
        .unwrap();
    let entry = page.items.iter().rev().find_map(|item| match item {
        TimelineItem::Entry(entry) => Some(entry.id),
        _ => None,
    });
    let full = app.get_entry(entry.unwrap()).unwrap();
    full.provenance.into_iter().next().unwrap()
}

fn at(sha256: &str, line: Option<i64>) -> OpenOriginal {
    OpenOriginal {
        sha256: sha256.to_owned(),
        line: line.map(|line| u32::try_from(line).unwrap()),
        ..OpenOriginal::default()
    }
}

#[test]
fn an_entry_leads_to_its_line_in_the_document_that_it_was_read_from() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(&folder);
    let source = source(&app);
    let line = source.line.unwrap();
    let original = app.open_original(&at(&source.sha256, Some(line))).unwrap();
    assert_eq!(original.name, source.file);
    let Some(OriginalPage::Text { first, lines }) = original.shown else {
        panic!("a statement is shown as its text");
    };
    let place = usize::try_from(line).unwrap() - usize::try_from(first).unwrap();
    assert!(
        !lines[place].trim().is_empty(),
        "the line is on the page that is opened: {lines:?}"
    );
}

#[test]
fn what_is_forgotten_is_gone_and_what_was_read_from_it_stays() {
    let folder = tempfile::tempdir().unwrap();
    let app = with_sample(&folder);
    let source = source(&app);
    app.forget_original(&source.sha256).unwrap();
    let original = app.open_original(&at(&source.sha256, None)).unwrap();
    assert!(original.is_forgotten && original.shown.is_none());
    assert!(original.size > 0, "how large it was is still known");
    assert_eq!(
        self::source(&app),
        source,
        "the entry still says where it came from"
    );
    assert!(app.verify().unwrap().is_empty());
    let unknown = app.open_original(&at(&"0".repeat(64), None)).unwrap_err();
    assert_eq!(unknown.code, ErrorCode::NotFound);
}
