//! Questions in their conversations: kept, undone, chosen anew, gone on from.

use domain::{AccountId, Money, OperationId};
use ledger::{
    Answer, Answered, Answers, Chosen, ConversationKind, ItemKind, Ledger, PageFrom, Reading, Watch,
};

use super::{day, fixture, statement};

/// The questions of a conversation with what their answers come to.
fn kept(ledger: &Ledger, with: ConversationKind) -> Vec<(OperationId, String, Vec<Money>)> {
    let page = ledger.page(with, &PageFrom::End, 200).unwrap();
    let rows = page.items.into_iter().filter_map(|item| match item.kind {
        ItemKind::Answer(told) => {
            let (row, answer) = *told;
            let answer = answer.unwrap_or_else(|| panic!("{} is counted at once", row.question));
            Some((row.id, row.question, figures(answer)))
        }
        _ => None,
    });
    rows.collect()
}

fn figures(answer: Answer) -> Vec<Money> {
    match answer.outcome {
        Answered::Counted(counted) => counted.figures,
        _ => Vec::new(),
    }
}

#[test]
fn a_question_is_kept_undone_and_done_again_and_its_answer_is_never_stale() {
    let fixture = fixture();
    let with = ConversationKind::Counterparty(fixture.merchant("Volt Cie"));
    let id = fixture
        .ledger
        .ask(with, "combien en octobre 2026 ?", None)
        .unwrap();
    let before = kept(&fixture.ledger, with);
    assert_eq!(before.len(), 1);
    let spent = before[0].2[0].to_minor().unwrap();
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
    done.operation.unwrap();
    assert_eq!(
        kept(&fixture.ledger, with)[0].2[0].to_minor().unwrap(),
        spent + 1_000
    );
    fixture.ledger.undo(id).unwrap();
    assert!(kept(&fixture.ledger, with).is_empty());
    fixture.ledger.redo(id).unwrap();
    assert_eq!(kept(&fixture.ledger, with).len(), 1);
    let dropped = fixture.ledger.drop_question(id).unwrap();
    assert!(kept(&fixture.ledger, with).is_empty());
    fixture.ledger.undo(dropped).unwrap();
    assert_eq!(kept(&fixture.ledger, with).len(), 1);
    assert_eq!(fixture.ledger.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn another_reading_is_answered_in_the_place_of_the_first() {
    let fixture = fixture();
    let with = ConversationKind::Counterparty(fixture.merchant("Volt Cie"));
    let id = fixture
        .ledger
        .ask(with, "combien en octobre 2026 ?", None)
        .unwrap();
    let answer = fixture
        .ledger
        .answer(Some(with), "combien en octobre 2026 ?", 8)
        .unwrap();
    let september = answer.choices.iter().find(|one| {
        matches!(one.reading, Reading::Period(Some(period)) if period.from == Some(day("2026-09-01")))
    });
    let chosen = fixture
        .ledger
        .choose_reading(id, &september.unwrap().kept)
        .unwrap();
    let expected = fixture
        .counted("combien chez volt en septembre 2026")
        .figures;
    assert_eq!(
        kept(&fixture.ledger, with),
        [(id, "combien en octobre 2026 ?".to_owned(), expected)]
    );
    fixture.ledger.undo(chosen).unwrap();
    let october = fixture.counted("combien chez volt en octobre 2026").figures;
    assert_eq!(kept(&fixture.ledger, with)[0].2, october);
}

#[test]
fn every_reading_that_is_offered_can_be_chosen() {
    let fixture = fixture();
    let with = ConversationKind::Counterparty(fixture.merchant("Volt Cie"));
    let id = fixture
        .ledger
        .ask(with, "combien en octobre 2026 ?", None)
        .unwrap();
    let answer = fixture
        .ledger
        .answer(Some(with), "combien en octobre 2026 ?", 8)
        .unwrap();
    assert!(answer.choices.len() > 15, "whom, when, which way, by what");
    for one in answer.choices {
        let kept_as = serde_json::to_string(&one.kept).unwrap();
        let again: Chosen = serde_json::from_str(&kept_as).unwrap();
        assert_eq!(again, one.kept);
        fixture.ledger.choose_reading(id, &again).unwrap();
        assert_eq!(kept(&fixture.ledger, with).len(), 1, "{:?}", one.reading);
    }
}

#[test]
fn a_question_goes_on_from_the_one_before_it() {
    let fixture = fixture();
    let with = ConversationKind::Account(AccountId(1));
    fixture
        .ledger
        .ask(with, "combien chez volt en mars 2026 ?", None)
        .unwrap();
    fixture
        .ledger
        .ask(with, "et en avril 2026 ?", None)
        .unwrap();
    let last = fixture
        .ledger
        .ask(with, "et chez onde mobile ?", None)
        .unwrap();
    fixture.ledger.ask(with, "par semaine", Some(last)).unwrap();
    let figures: Vec<Vec<Money>> = kept(&fixture.ledger, with)
        .into_iter()
        .map(|row| row.2)
        .collect();
    let expected = [
        "combien chez volt en mars 2026 ?",
        "combien chez volt en avril 2026 ?",
        "combien chez onde mobile en avril 2026 ?",
        "combien chez onde mobile en avril 2026 par semaine ?",
    ];
    let expected: Vec<Vec<Money>> = expected
        .iter()
        .map(|question| {
            match fixture
                .ledger
                .answer(Some(with), question, 8)
                .unwrap()
                .outcome
            {
                Answered::Counted(counted) => counted.figures,
                other => panic!("{other:?}"),
            }
        })
        .collect();
    assert_eq!(figures, expected);
}

#[test]
fn a_question_asked_of_a_merged_merchant_is_found_where_it_went() {
    let fixture = fixture();
    let (volt, onde) = (
        fixture.merchant("Volt Cie"),
        fixture.merchant("Onde Mobile"),
    );
    let with = ConversationKind::Counterparty(volt);
    fixture
        .ledger
        .ask(with, "combien en mars 2026 ?", None)
        .unwrap();
    fixture.ledger.merge_counterparties(volt, onde).unwrap();
    let together = kept(&fixture.ledger, ConversationKind::Counterparty(onde));
    assert_eq!(together.len(), 1);
    assert_eq!(
        together[0].2,
        fixture.counted("combien chez volt en mars 2026").figures
    );
}
