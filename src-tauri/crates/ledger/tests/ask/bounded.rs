//! A page counts so much and no more: what takes longer is answered by itself, and as truly.

use domain::OperationId;
use ledger::{Answer, Answered, Answers, ConversationKind, ItemKind, Ledger, PageFrom, Watch};

use super::{fixture, statement};

/// Asks of each kind that reads entries: none of them says a period.
const ASKED: [&str; 8] = [
    "combien chez grand marché ?",
    "combien de fois chez volt ?",
    "how much in total?",
    "how many payments?",
    "le plus gros achat",
    "combien en moyenne par mois ?",
    "où part mon argent ?",
    "premier achat chez volt",
];

/// The questions of a conversation, each with its answer where the page has one.
fn told(
    ledger: &Ledger,
    with: ConversationKind,
    steps: u32,
) -> Vec<(OperationId, String, Option<Answer>)> {
    let page = ledger.page_within(with, &PageFrom::End, 200, steps);
    let rows = page
        .unwrap()
        .items
        .into_iter()
        .filter_map(|item| match item.kind {
            ItemKind::Answer(told) => {
                let (row, answer) = *told;
                Some((row.id, row.question, answer))
            }
            _ => None,
        });
    rows.collect()
}

/// What is counted of an answer, to be compared.
fn said(answer: &Answer) -> String {
    match &answer.outcome {
        Answered::Counted(counted) => format!(
            "{:?} {} {:?} {:?} {:?}",
            counted.figures, counted.count, counted.ids, counted.bars, counted.days
        ),
        other => format!("{other:?}"),
    }
}

#[test]
fn a_page_that_may_count_nothing_shows_its_questions_and_each_is_answered_by_itself() {
    let fixture = fixture();
    let account = fixture.ledger.accounts().unwrap()[0].row.id;
    let with = ConversationKind::Account(account);
    for question in ASKED {
        fixture.ledger.ask(with, question, None).unwrap();
    }
    let rows = told(&fixture.ledger, with, 0);
    let questions: Vec<&str> = rows
        .iter()
        .map(|(_, question, _)| question.as_str())
        .collect();
    assert_eq!(questions, ASKED, "every question has its place");
    for (id, question, answer) in rows {
        assert!(answer.is_none(), "{question}: entries were read for it");
        let (row, kept) = fixture.ledger.answer_kept(id).unwrap();
        assert_eq!(row.question, question);
        let asked = fixture.ledger.answer(Some(with), &question, 8).unwrap();
        assert_eq!(said(&kept), said(&asked), "{question}");
    }
    for (_, question, answer) in told(&fixture.ledger, with, 1_000_000) {
        let answer = answer.unwrap_or_else(|| panic!("{question} is few steps"));
        let asked = fixture.ledger.answer(Some(with), &question, 8).unwrap();
        assert_eq!(said(&answer), said(&asked), "{question}: the same at once");
    }
}

#[test]
fn an_answer_is_whole_or_is_not_there_wherever_its_counting_stops() {
    let fixture = fixture();
    let with = ConversationKind::Counterparty(fixture.merchant("Volt Cie"));
    for question in ASKED {
        fixture.ledger.ask(with, question, None).unwrap();
    }
    let (mut some, mut none) = (0, 0);
    for steps in (0..60).map(|step| step * 2_000) {
        for (_, question, answer) in told(&fixture.ledger, with, steps) {
            let Some(answer) = answer else {
                none += 1;
                continue;
            };
            some += 1;
            let asked = fixture.ledger.answer(Some(with), &question, 8).unwrap();
            assert_eq!(
                said(&answer),
                said(&asked),
                "{question} after {steps} steps"
            );
        }
    }
    assert!(some > 0 && none > 0, "{some} and {none}");
}

#[test]
fn words_are_looked_for_by_themselves_and_what_needs_no_counting_is_told_at_once() {
    let fixture = fixture();
    let with = ConversationKind::Counterparty(fixture.merchant("Volt Cie"));
    for question in ["combien pour « marche »", "combien tantôt ?"] {
        fixture.ledger.ask(with, question, None).unwrap();
    }
    let rows = told(&fixture.ledger, with, 100_000);
    let [(words, _, looked_for), (.., not_understood)] = rows.as_slice() else {
        panic!("{rows:?}");
    };
    assert!(
        looked_for.is_none(),
        "what the index of words does is counted by nobody"
    );
    let (_, kept) = fixture.ledger.answer_kept(*words).unwrap();
    assert!(matches!(kept.outcome, Answered::Counted(_)));
    let outcome = not_understood.as_ref().map(|answer| &answer.outcome);
    assert!(matches!(outcome, Some(Answered::NotUnderstood(_))));
}

#[test]
fn what_is_answered_by_itself_is_true_of_the_ledger_as_it_is() {
    let fixture = fixture();
    let with = ConversationKind::Counterparty(fixture.merchant("Volt Cie"));
    let id = fixture.ledger.ask(with, "combien ?", None).unwrap();
    let spent = |ledger: &Ledger| match ledger.answer_kept(id).unwrap().1.outcome {
        Answered::Counted(counted) => counted.figures[0].to_minor().unwrap(),
        other => panic!("{other:?}"),
    };
    let before = spent(&fixture.ledger);
    let more = statement(
        "04178820316",
        "EUR",
        ("20261101", "20261102"),
        &[("20261031".to_owned(), -1_000, "VOLT CIE")],
    );
    let done = fixture
        .ledger
        .import(&more, &Answers::none(), true, Watch::nobody())
        .unwrap();
    assert_eq!(spent(&fixture.ledger), before + 1_000);
    fixture.ledger.undo(done.operation.unwrap()).unwrap();
    assert_eq!(spent(&fixture.ledger), before);
    fixture.ledger.drop_question(id).unwrap();
    assert!(fixture.ledger.answer_kept(id).is_err());
}
