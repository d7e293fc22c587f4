//! Lines typed under a conversation: what each would do, what it did, and taking it back.
#![allow(clippy::unwrap_used)]

use api::App;
use api::composer::{LineAbout, LinePreview, LineSent, TypedLine};
use api::conversations::{ConversationRef, ConversationRow};
use api::timeline::{EntryItem, NoteItem, PageRequest, TimelineItem};

struct Fixture {
    _folder: tempfile::TempDir,
    app: App,
}

fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(folder.path().to_owned(), "fr-FR", Box::new(|_| {}));
    let phrase = app
        .create_ledger(api::app::CreateLedger {
            passphrase: Some("sirop girafe mardi bocal".to_owned()),
            keyring: false,
        })
        .unwrap();
    let words = phrase
        .ask
        .map(|at| phrase.words[usize::from(at) - 1].clone());
    app.confirm_phrase(api::app::ConfirmPhrase { words })
        .unwrap();
    app.load_sample().unwrap();
    Fixture {
        _folder: folder,
        app,
    }
}

impl Fixture {
    fn first(&self) -> ConversationRow {
        self.app
            .list_conversations()
            .unwrap()
            .conversations
            .remove(0)
    }

    fn line(&self, text: &str, about: Option<LineAbout>) -> TypedLine {
        TypedLine {
            conversation: ConversationRef::Counterparty(self.first().id),
            about,
            text: text.to_owned(),
        }
    }

    fn send(&self, text: &str, about: Option<LineAbout>) -> LineSent {
        self.app.send_line(&self.line(text, about)).unwrap()
    }

    fn items(&self, conversation: ConversationRef) -> Vec<TimelineItem> {
        let request = PageRequest {
            conversation,
            before: None,
            after: None,
            at: None,
            limit: 200,
        };
        self.app.page_timeline(request).unwrap().items
    }

    fn notes(&self, id: i64) -> Vec<NoteItem> {
        let items = self.items(ConversationRef::Counterparty(id)).into_iter();
        items
            .filter_map(|item| match item {
                TimelineItem::Note(note) => Some(note),
                _ => None,
            })
            .collect()
    }

    fn own(&self, id: i64) -> Vec<EntryItem> {
        let items = self.items(ConversationRef::Counterparty(id)).into_iter();
        items
            .filter_map(|item| match item {
                TimelineItem::Entry(entry) if entry.typed.is_some() => Some(entry),
                _ => None,
            })
            .collect()
    }
}

#[test]
fn cash_is_told_before_it_is_written_and_changed_by_the_line_that_wrote_it() {
    let fixture = fixture();
    let row = fixture.first();
    let preview = fixture
        .app
        .read_line(&fixture.line("/espèces 4,20 café #marché", None));
    let LinePreview::Cash {
        money,
        name,
        new,
        text,
        tags,
        new_account,
        ..
    } = preview.unwrap()
    else {
        panic!("it is cash");
    };
    assert_eq!(
        (money.amount.as_str(), money.currency.as_str()),
        ("-4.20", "EUR")
    );
    assert_eq!(
        (name.as_str(), new, text.as_str()),
        (row.name.as_str(), false, "Café")
    );
    assert_eq!((tags, new_account), (vec!["marché".to_owned()], true));

    let sent = fixture.send("/espèces 4,20 café #marché", None);
    assert_eq!(sent.done.len(), 2, "the cash and its tag");
    let own = fixture.own(row.id).remove(0);
    assert_eq!(own.tags, ["marché"]);
    let typed = own.typed.unwrap();
    assert!(typed.starts_with("/espèces 4,20 Café "), "{typed}");

    let changed = typed.replace("4,20 Café", "5 tisane");
    fixture.send(&changed, Some(LineAbout::Cash(own.id)));
    let own = fixture.own(row.id).remove(0);
    assert_eq!(
        (own.money.amount.as_str(), own.text.as_deref()),
        ("-5.00", Some("Tisane"))
    );
    let history = fixture.app.get_entry(own.id).unwrap().history;
    let kinds: Vec<&str> = history
        .iter()
        .map(|row| row.operation_kind.as_str())
        .collect();
    assert_eq!(kinds, ["editCash", "tag", "addCash"], "newest first");
    for done in sent.done.iter().rev() {
        fixture.app.undo(done.operation).unwrap();
    }
    assert!(
        fixture.own(row.id).is_empty(),
        "what never was cannot have been changed"
    );
}

#[test]
fn a_note_belongs_to_the_conversation_or_to_an_entry_and_goes_when_it_is_empty() {
    let fixture = fixture();
    let row = fixture.first();
    fixture.send("ouvert le dimanche #horaires", None);
    let note = fixture.notes(row.id).remove(0);
    assert_eq!(
        (note.text.as_str(), note.typed.as_str()),
        ("ouvert le dimanche", "ouvert le dimanche #horaires")
    );
    fixture.send("fermé le lundi ?", Some(LineAbout::Note(note.id)));
    let note = fixture.notes(row.id).remove(0);
    assert_eq!(
        (note.text.as_str(), note.tags.len()),
        ("fermé le lundi ?", 0),
        "a note may ask"
    );
    fixture.send("", Some(LineAbout::Note(note.id)));
    assert!(fixture.notes(row.id).is_empty());
    let history = fixture.app.list_history().unwrap().into_iter().take(3);
    let told: Vec<_> = history
        .map(|row| (row.operation_kind, row.object))
        .collect();
    let of = |kind: &str, object: Option<&str>| (kind.to_owned(), object.map(str::to_owned));
    assert_eq!(
        told,
        [
            of("dropNote", None),
            of("editNote", Some("fermé le lundi ?")),
            of("writeNote", Some("ouvert le dimanche")),
        ]
    );

    let items = fixture.items(ConversationRef::Counterparty(row.id));
    let entry = items.iter().find_map(|item| match item {
        TimelineItem::Entry(entry) => Some(entry.id),
        _ => None,
    });
    let entry = entry.unwrap();
    let sent = fixture.send("pour Ana #cadeau", Some(LineAbout::Entry(entry)));
    assert_eq!(sent.done.len(), 2);
    let full = fixture.app.get_entry(entry).unwrap();
    assert_eq!(full.entry.note.as_deref(), Some("pour Ana"));
    assert_eq!(full.entry.tags, ["cadeau"]);
    assert_eq!(fixture.app.list_tags().unwrap()[0].tag, "cadeau");
}

#[test]
fn a_reminder_waits_for_its_day_and_words_are_handed_to_the_search() {
    let fixture = fixture();
    let row = fixture.first();
    fixture.send("/rappel demain rendre le colis", None);
    let note = fixture.notes(row.id).remove(0);
    assert!(note.reminder && !note.done);
    assert_eq!(note.text, "rendre le colis");
    fixture.app.finish_reminder(note.id, true).unwrap();
    assert!(fixture.notes(row.id)[0].done);
    let newest = fixture.app.list_history().unwrap().remove(0);
    assert_eq!(newest.operation_kind, "editNote", "done, not gone");
    let sent = fixture.send("/chercher lessive", None);
    assert_eq!(
        (sent.done.len(), sent.query.as_deref()),
        (0, Some("lessive"))
    );
}

#[test]
fn what_a_line_lacks_is_told_and_nothing_is_done() {
    let fixture = fixture();
    for (text, wanted) in [
        ("/espèces", ("cash", "amount")),
        ("/espèces 4,2055555 café", ("cash", "decimals")),
        ("/rappel rendre", ("reminder", "day")),
    ] {
        let line = fixture.line(text, None);
        let LinePreview::Unfinished { command, lack } = fixture.app.read_line(&line).unwrap()
        else {
            panic!("{text}");
        };
        assert_eq!((command.as_str(), lack.as_str()), wanted, "{text}");
        assert!(fixture.app.send_line(&line).is_err());
    }
    let account = fixture.app.list_conversations().unwrap().accounts[0].id;
    let nobody = TypedLine {
        conversation: ConversationRef::Account(account),
        about: None,
        text: "/espèces 4".to_owned(),
    };
    let told = fixture.app.read_line(&nobody).unwrap();
    let lacks_words = LinePreview::Unfinished {
        command: "cash".to_owned(),
        lack: "words".to_owned(),
    };
    assert_eq!(
        told, lacks_words,
        "in an account's conversation somebody has to be named"
    );
}

#[test]
fn the_days_of_a_conversation_are_told_with_what_they_sum_to() {
    let fixture = fixture();
    let conversation = ConversationRef::Counterparty(fixture.first().id);
    let days = || fixture.app.get_header(conversation).unwrap().days;
    let before = days();
    fixture.send("/espèces 4,20 café", None);
    fixture.send("/espèces 5 tisane", None);
    let mut told = days();
    let today = told.pop().unwrap();
    assert_eq!(
        (today.money.amount.as_str(), today.count),
        ("-9.20", 2),
        "{today:?}"
    );
    assert_eq!(told, before, "the days before are as they were");
}

#[test]
fn a_conversation_is_named_muted_pinned_and_categorised() {
    let fixture = fixture();
    let row = fixture.first();
    let conversation = ConversationRef::Counterparty(row.id);
    let request = api::categories::MarkConversation {
        conversation,
        muted: true,
        pinned: true,
    };
    fixture.app.mark_conversation(request).unwrap();
    fixture.app.categorise(row.id, Some("giving")).unwrap();
    let header = fixture.app.get_header(conversation).unwrap();
    assert!(header.muted && header.pinned);
    let category = header.category.unwrap();
    assert_eq!((category.word.as_str(), category.by_user), ("giving", true));
    let row = fixture.first();
    assert!(row.muted && row.pinned);
    assert_eq!(row.category.as_deref(), Some("giving"));
    let names = fixture.app.list_categories().unwrap();
    let giving = names.iter().find(|one| one.word == "giving").unwrap();
    assert_eq!(giving.name, "Dons", "in the user's language");
}
