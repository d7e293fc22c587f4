//! Questions typed under the sample's conversations: what is answered in both languages, chosen anew, and asked next.
#![allow(clippy::unwrap_used)]

use api::App;
use api::app::CreateLedger;
use api::composer::{LinePreview, TypedLine};
use api::conversations::ConversationRef;
use api::questions::{AnswerChip, AnswerItem};
use api::timeline::{PageRequest, TimelineItem};
use domain::Decimal;

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

fn merchant(app: &App, name: &str) -> ConversationRef {
    let list = app.list_conversations().unwrap().conversations;
    let names: Vec<String> = list.iter().map(|row| row.name.clone()).collect();
    let found = list.into_iter().find(|row| row.name == name);
    let found = found.unwrap_or_else(|| panic!("{name} is none of {names:?}"));
    ConversationRef::Counterparty(found.id)
}

fn rows(app: &App, conversation: ConversationRef) -> Vec<TimelineItem> {
    let page = app.page_timeline(PageRequest {
        conversation,
        before: None,
        after: None,
        at: None,
        limit: 200,
    });
    page.unwrap().items
}

/// The answers of a conversation, oldest first, whether its page has them or waits for none.
fn answers(app: &App, conversation: ConversationRef) -> Vec<AnswerItem> {
    let rows = rows(app, conversation).into_iter();
    rows.filter_map(|item| match item {
        TimelineItem::Answer(answer) => Some(*answer),
        TimelineItem::Uncounted(waiting) => Some(app.read_answer(waiting.question).unwrap()),
        _ => None,
    })
    .collect()
}

/// Asks by typing a line, and gives the answer.
fn ask(app: &App, conversation: ConversationRef, text: &str) -> AnswerItem {
    let line = TypedLine {
        conversation,
        about: None,
        text: text.to_owned(),
    };
    let sent = app.send_line(&line).unwrap();
    let id = sent
        .question
        .unwrap_or_else(|| panic!("{text} is a question"));
    let mut all = answers(app, conversation).into_iter();
    all.find(|answer| answer.question == id).unwrap()
}

fn chip<'a>(answer: &'a AnswerItem, kind: &str) -> &'a AnswerChip {
    answer.chips.iter().find(|chip| chip.kind == kind).unwrap()
}

/// A merchant of the sample that money went to often.
fn busiest(app: &App) -> (ConversationRef, String) {
    let list = app.list_conversations().unwrap().conversations;
    let most = list
        .into_iter()
        .filter(|row| row.counterparty_kind == "merchant" && row.last_money.amount.starts_with('-'))
        .max_by_key(|row| row.count)
        .unwrap();
    (ConversationRef::Counterparty(most.id), most.name)
}

#[test]
fn an_answer_says_of_whom_of_when_and_in_how_many_payments() {
    for (lang, question, whom, when, many) in [
        (
            "fr-FR",
            "combien en mars 2026 ?",
            "chez ",
            "en mars 2026",
            "paiement",
        ),
        (
            "en-GB",
            "how much in March 2026?",
            "at ",
            "in March 2026",
            "payment",
        ),
    ] {
        let (_folder, app) = app(lang);
        let (shop, name) = busiest(&app);
        let answer = ask(&app, shop, question);
        assert_eq!(answer.outcome, "answered", "{}", answer.sentence);
        assert!(
            answer.sentence.starts_with(&format!("{whom}{name} {when}")),
            "{}",
            answer.sentence
        );
        assert!(answer.sentence.contains(many), "{}", answer.sentence);
        let wide: Vec<u16> = answer.sentence.encode_utf16().collect();
        let strong: Vec<String> = answer
            .strong
            .iter()
            .map(|mark| String::from_utf16(&wide[mark.start as usize..mark.end as usize]).unwrap())
            .collect();
        assert_eq!(strong, [name, when[3..].to_owned()]);
        let listed: Decimal = answer
            .entries
            .iter()
            .map(|entry| -entry.money.amount.parse::<Decimal>().unwrap())
            .sum();
        assert_eq!(answer.more, 0);
        assert_eq!(answer.figures[0].amount.parse::<Decimal>().unwrap(), listed);
        assert_eq!(answer.bars.len(), 12);
        assert_eq!(answer.bars.iter().filter(|bar| bar.asked).count(), 1);
        assert!(
            answer.proof.is_some(),
            "the sample's statements of March add up"
        );
        assert!(answer.gaps.is_empty());
    }
}

#[test]
fn whatever_is_offered_next_is_understood() {
    for (lang, questions) in [
        (
            "fr-FR",
            [
                "combien en mars 2026 ?",
                "combien en 2026 ?",
                "combien de fois en 2026 ?",
                "dernier achat ?",
                "le plus gros achat ?",
                "combien en moyenne par mois ?",
                "est-ce que j'ai été remboursé ?",
                "mes achats en mars 2026 ?",
            ],
        ),
        (
            "en-GB",
            [
                "how much in March 2026?",
                "how much in 2026?",
                "how many times in 2026?",
                "last purchase?",
                "the largest purchase?",
                "how much on average a month?",
                "was I refunded?",
                "my purchases in March 2026?",
            ],
        ),
    ] {
        let (_folder, app) = app(lang);
        let (shop, _) = busiest(&app);
        let mut offered = 0;
        for question in questions {
            let answer = ask(&app, shop, question);
            assert!(
                matches!(answer.outcome.as_str(), "answered" | "nothing"),
                "{question}: {}",
                answer.sentence
            );
            for text in answer.follow_ups {
                let done = app
                    .ask_question(shop, &text, Some(answer.question))
                    .unwrap();
                let next = answers(&app, shop).into_iter();
                let next = next
                    .into_iter()
                    .find(|one| one.question == done.operation)
                    .unwrap();
                assert!(
                    matches!(next.outcome.as_str(), "answered" | "nothing"),
                    "{question} then {text}: {}",
                    next.sentence
                );
                offered += 1;
            }
        }
        assert!(offered > 8);
    }
}

#[test]
fn a_question_goes_on_in_the_words_that_are_offered() {
    let (_folder, app) = app("fr-FR");
    let (shop, name) = busiest(&app);
    let first = ask(&app, shop, "combien en mars 2026 ?");
    assert_eq!(first.follow_ups[0], "et en avril\u{202f}?");
    let done = app
        .ask_question(shop, &first.follow_ups[0], Some(first.question))
        .unwrap();
    let next = answers(&app, shop);
    let next = next
        .iter()
        .find(|one| one.question == done.operation)
        .unwrap();
    assert!(
        next.sentence
            .contains(&format!("chez {name} en avril 2026")),
        "{}",
        next.sentence
    );
    let done = app
        .ask_question(shop, "par semaine", Some(first.question))
        .unwrap();
    let weeks = answers(&app, shop);
    let weeks = weeks
        .iter()
        .find(|one| one.question == done.operation)
        .unwrap();
    assert_eq!(
        (weeks.bar_unit.as_str(), weeks.bars.len()),
        ("week", 6),
        "weeks that March 2026 is in"
    );
    assert_eq!(weeks.figures, first.figures);
}

#[test]
fn chips_say_how_it_was_understood_and_another_reading_is_answered_in_its_place() {
    let (_folder, app) = app("fr-FR");
    let (shop, name) = busiest(&app);
    let answer = ask(&app, shop, "combien en mars 2026 ?");
    assert_eq!(chip(&answer, "whom").label, name);
    assert_eq!(chip(&answer, "period").label, "1er – 31 mars 2026");
    assert_eq!(chip(&answer, "flow").label, "sorties");
    let april = chip(&answer, "period")
        .choices
        .iter()
        .find(|one| one.label == "avril 2026")
        .unwrap();
    let done = app.choose_reading(answer.question, &april.pick).unwrap();
    let again = answers(&app, shop);
    assert_eq!(again.len(), 1, "in its place");
    assert_eq!(chip(&again[0], "period").label, "1er – 30 avril 2026");
    app.undo(done.operation).unwrap();
    assert_eq!(
        chip(&answers(&app, shop)[0], "period").label,
        "1er – 31 mars 2026"
    );
    app.drop_question(answer.question).unwrap();
    assert!(answers(&app, shop).is_empty());
    assert!(app.choose_reading(answer.question, "no pick").is_err());
}

#[test]
fn the_history_says_which_question_was_changed_and_which_was_taken_away() {
    let (_folder, app) = app("fr-FR");
    let (shop, name) = busiest(&app);
    let kept = ask(&app, shop, "combien en avril 2026 ?");
    let answer = ask(&app, shop, "combien en mars 2026 ?");
    let other = chip(&answer, "period").choices.first().unwrap();
    app.choose_reading(answer.question, &other.pick).unwrap();
    app.drop_question(answer.question).unwrap();
    // What took it away is told by the same words once the question itself is undone.
    app.undo(answer.question).unwrap();
    let history = app.list_history().unwrap();
    let told: Vec<_> = history
        .iter()
        .take(4)
        .map(|row| (row.operation_kind.as_str(), row.object.as_deref()))
        .collect();
    let march = Some("combien en mars 2026 ?");
    assert_eq!(
        told,
        [
            ("dropQuestion", march),
            ("editQuestion", march),
            ("askQuestion", march),
            ("askQuestion", Some("combien en avril 2026 ?")),
        ]
    );
    let of_shop = history.iter().take(3);
    assert!(
        of_shop
            .into_iter()
            .all(|row| row.subject.as_ref() == Some(&name))
    );
    assert_eq!(history[3].operation, kept.question);
}

#[test]
fn what_is_said_beside_a_sum_below_two_is_singular_in_french() {
    let (_folder, app) = app("fr-FR");
    let table = "IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Libelle;Montant\n\
        2019-04-13;CAFE DU PONT;-1,50\n2019-05-14;CAFE DU PONT;-2,00\n2019-06-15;CAFE DU PONT;1,99\n\
        2019-07-16;CAFE DU PONT;-0,80\n2019-07-17;CAFE DU PONT;-1,30\n";
    let review = app
        .preview_bytes("releve.csv", table.as_bytes(), None)
        .unwrap();
    app.commit_import(review.review, Vec::new()).unwrap();
    let pont = merchant(&app, "Café du Pont");
    let account = rows(&app, pont).iter().find_map(|item| match item {
        TimelineItem::Entry(entry) => Some(ConversationRef::Account(entry.account)),
        _ => None,
    });
    let account = account.unwrap();
    let said = |question: &str| ask(&app, account, question).sentence;
    for (question, begins) in [
        ("combien dépensé en avril 2019 ?", "dépensé "),
        ("combien dépensé en mai 2019 ?", "dépensés "),
        ("combien reçu en juin 2019 ?", "reçu "),
        ("combien dépensé en juillet 2019 ?", "dépensés "),
        ("combien reçu de Café du Pont en juin 2019 ?", "versé par "),
    ] {
        let sentence = said(question);
        assert!(sentence.starts_with(begins), "{question} {sentence}");
    }
}

#[test]
fn words_that_are_not_understood_are_said_and_nothing_is_answered() {
    for (lang, question, said) in [
        (
            "fr-FR",
            "combien tantôt ?",
            "Je n’ai pas compris «\u{a0}tantôt\u{a0}». Essayez une date, un marchand ou un montant.",
        ),
        ("en-GB", "how much soonish?", "Nothing"),
        (
            "en-GB",
            "how much did I spend gladly?",
            "I did not understand “gladly”. Try a date, a merchant or an amount.",
        ),
    ] {
        let (_folder, app) = app(lang);
        let account = ConversationRef::Account(app.list_conversations().unwrap().accounts[0].id);
        let answer = ask(&app, account, question);
        assert!(answer.sentence.starts_with(said), "{}", answer.sentence);
        assert!(answer.figures.is_empty());
    }
}

#[test]
fn where_nothing_is_found_it_says_so() {
    let (_folder, app) = app("fr-FR");
    let account = ConversationRef::Account(app.list_conversations().unwrap().accounts[0].id);
    let answer = ask(&app, account, "combien pour la cafetière en mai 2026 ?");
    assert_eq!(answer.outcome, "nothing");
    assert!(
        answer.sentence.contains("pour «\u{a0}cafetière\u{a0}»"),
        "{}",
        answer.sentence
    );
    assert!(
        answer.sentence.ends_with("en mai 2026."),
        "{}",
        answer.sentence
    );
}

#[test]
fn where_no_month_is_whole_there_is_said_to_be_no_average() {
    let (_folder, app) = app("fr-FR");
    let account = ConversationRef::Account(app.list_conversations().unwrap().accounts[0].id);
    let question = "combien en moyenne par mois du 3 au 20 mars 2026 ?";
    let answer = ask(&app, account, question);
    assert!(answer.count > 0, "there is something on these days");
    assert_eq!(answer.outcome, "nothing");
    assert!(answer.figures.is_empty());
    let end = "\u{a0}: aucun mois entier n’y est à la fois écoulé et couvert par les relevés.";
    assert!(answer.sentence.ends_with(end), "{}", answer.sentence);
}

#[test]
fn a_balance_comes_with_its_day_and_one_figure_for_each_account() {
    let (_folder, app) = app("fr-FR");
    let accounts = app.list_conversations().unwrap().accounts;
    let one = ask(
        &app,
        ConversationRef::Account(accounts[0].id),
        "quel est mon solde ?",
    );
    let balance = accounts[0].balance.as_ref().unwrap();
    assert_eq!(one.figures, vec![balance.money.clone()]);
    assert!(one.sentence.contains(" au "), "{}", one.sentence);
    let all = app.answer_question("quel est mon solde ?", 8).unwrap();
    assert!(
        all.figures.is_empty(),
        "balances of several accounts are not added up"
    );
    assert_eq!(
        all.held.len(),
        accounts.iter().filter(|row| row.balance.is_some()).count()
    );
}

#[test]
fn a_line_that_only_begins_as_questions_do_is_one_where_all_of_it_is_understood() {
    let (_folder, app) = app("fr-FR");
    let (shop, _) = busiest(&app);
    let preview = |text: &str| {
        let line = TypedLine {
            conversation: shop,
            about: None,
            text: text.to_owned(),
        };
        app.read_line(&line).unwrap()
    };
    for text in [
        "combien en mars",
        "how much in March",
        "quel est mon solde",
        "/question combien en mars",
        "/ask how much",
        "combien tantôt ?",
    ] {
        assert!(
            matches!(preview(text), LinePreview::Question { .. }),
            "{text}"
        );
    }
    for text in [
        "combien de bouteilles rapporter",
        "quand le colis arrive, appeler Léa",
        "/note combien en mars",
        "penser au pain",
    ] {
        assert!(matches!(preview(text), LinePreview::Note { .. }), "{text}");
    }
    assert!(
        matches!(preview("/question"), LinePreview::Unfinished { command, .. } if command == "question")
    );
}

#[test]
fn a_shop_is_found_by_part_of_its_name_wherever_it_is_asked() {
    let (_folder, app) = app("fr-FR");
    let shop = merchant(&app, "Grand Marché");
    let answer = app
        .answer_question("combien chez grand marché en mars 2026 ?", 100)
        .unwrap();
    assert_eq!(answer.outcome, "answered", "{}", answer.sentence);
    assert_eq!(chip(&answer, "whom").conversation, Some(shop));
}

#[test]
fn what_a_page_does_not_wait_for_keeps_its_place_and_is_answered_by_itself() {
    let (_folder, app) = app("fr-FR");
    let (shop, _) = busiest(&app);
    let answer = ask(&app, shop, "combien pour « marché » ?");
    let rows = rows(&app, shop);
    let place = rows.iter().position(|row| match row {
        TimelineItem::Uncounted(waiting) => waiting.question == answer.question,
        _ => false,
    });
    let before = rows.get(place.unwrap() - 1);
    assert!(
        matches!(before, Some(TimelineItem::Question(asked)) if asked.id == answer.question),
        "it stands under its question"
    );
    let refused = app.read_answer(answer.question + 1_000).unwrap_err();
    assert_eq!(refused.code, api::ErrorCode::NotFound);
}
