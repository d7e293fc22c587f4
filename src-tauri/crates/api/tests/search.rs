//! The search as the window and `foil` ask for it: chips that say what was understood, hits by conversation, the way to a place.
#![allow(clippy::unwrap_used)]

use api::App;
use api::app::CreateLedger;
use api::conversations::ConversationRef;
use api::search::{SearchChip, SearchResults};
use api::timeline::{PageRequest, PageStart, TimelineItem, TimelinePage};

fn app(lang: &str) -> (tempfile::TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(folder.path().to_owned(), lang, Box::new(|_| {}));
    app.create_ledger(CreateLedger {
        passphrase: Some("sirop girafe mardi bocal".to_owned()),
        keyring: false,
    })
    .unwrap();
    app.load_sample().unwrap();
    (folder, app)
}

fn labels(found: &SearchResults) -> Vec<(&str, &str)> {
    let chips = found.chips.iter();
    chips
        .map(|chip| (chip.kind.as_str(), chip.label.as_str()))
        .collect()
}

/// The part of the text that a chip stands for, as a window cuts it.
fn cut(typed: &str, chip: &SearchChip) -> String {
    let wide: Vec<u16> = typed.encode_utf16().collect();
    String::from_utf16(&wide[chip.start as usize..chip.end as usize]).unwrap()
}

#[test]
fn chips_say_in_the_users_language_what_was_understood() {
    let typed = "café 🥐 chez:\"Grand Marché\" plus de 10 € en mars 2026 sans:reçu";
    let (_folder, french) = app("fr-FR");
    let found = french.search(typed, 10).unwrap();
    assert_eq!(
        labels(&found),
        [
            ("word", "café 🥐"),
            ("from", "chez\u{a0}: Grand Marché"),
            ("amount", "plus de 10\u{a0}€"),
            ("days", "mars 2026"),
            ("has", "sans reçu"),
        ]
    );
    assert_eq!(cut(typed, &found.chips[3]), "en mars 2026");
    assert_eq!(
        found.written,
        "café 🥐 de:\"Grand Marché\" montant:>10EUR date:2026-03 sans:reçu"
    );
    let (_folder, english) = app("en-GB");
    let found = english.search(typed, 10).unwrap();
    assert_eq!(
        labels(&found)[1..],
        [
            ("from", "from: Grand Marché"),
            ("amount", "over €10"),
            ("days", "March 2026"),
            ("has", "without a receipt"),
        ]
    );
}

#[test]
fn what_cannot_be_looked_for_says_why() {
    let (_folder, app) = app("en-GB");
    for (typed, problem) in [
        ("2026-02-30", "The calendar has no such day."),
        ("from:nobody-at-all", "No conversation is called so."),
        ("account:moon", "No account is called so."),
        ("#absent", "No tag is called so."),
        ("is:", "What to look for is missing."),
    ] {
        let found = app.search(typed, 10).unwrap();
        assert_eq!(found.chips[0].problem.as_deref(), Some(problem), "{typed}");
        assert_eq!(found.count, 0, "{typed}");
    }
}

#[test]
fn hits_stand_by_conversation_with_the_places_of_the_words() {
    let (_folder, app) = app("fr-FR");
    let found = app.search("marche", 100).unwrap();
    let market = &found.groups[0];
    assert_eq!(market.name, "Grand Marché");
    let mark = market.marks[0];
    let wide: Vec<u16> = market.name.encode_utf16().collect();
    let hit = String::from_utf16(&wide[mark.start as usize..mark.end as usize]);
    assert_eq!(hit.unwrap(), "Marché");
    assert!(matches!(
        market.conversation,
        ConversationRef::Counterparty(_)
    ));
    let hits: usize = found.groups.iter().map(|group| group.hits.len()).sum();
    assert_eq!(usize::try_from(found.count).unwrap(), hits);
}

#[test]
fn a_page_begins_at_a_day_or_an_entry_however_far_back() {
    let (_folder, app) = app("fr-FR");
    let list = app.list_conversations().unwrap();
    let account = ConversationRef::Account(list.accounts[0].id);
    let page = |before: Option<String>, at: Option<PageStart>| {
        let request = PageRequest {
            conversation: account,
            before,
            after: None,
            at,
            limit: 20,
        };
        app.page_timeline(request).unwrap()
    };
    let entries = |page: &TimelinePage| {
        let items = page.items.iter();
        let entries = items.filter_map(|item| match item {
            TimelineItem::Entry(entry) => Some((entry.date.clone(), entry.id)),
            _ => None,
        });
        entries.collect::<Vec<_>>()
    };
    let day = || {
        Some(PageStart::Day {
            day: "2025-09-01".to_owned(),
        })
    };
    let there = page(None, day());
    let (first, id) = entries(&there)[0].clone();
    assert!(first.as_str() >= "2025-09-01", "{first}");
    let before = page(there.older.clone(), None);
    let (last, _) = entries(&before).last().unwrap().clone();
    assert!(last.as_str() < "2025-09-01", "nothing is left out: {last}");
    let at_entry = page(None, Some(PageStart::Entry { entry: id }));
    assert_eq!(entries(&at_entry), entries(&there));
    let beyond = PageStart::Day {
        day: "2100-01-01".to_owned(),
    };
    assert_eq!(
        page(None, Some(beyond)),
        page(None, None),
        "a day to come leads to the end"
    );
}
