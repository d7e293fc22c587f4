//! What is searched is found as people type it.

use store::{EntryCondition, EntryTrait};

use crate::fixture::Fixture;

fn found(fixture: &Fixture, query: &str) -> Vec<i64> {
    let words = EntryCondition {
        is: EntryTrait::Words(query.to_owned()),
        is_excluded: false,
    };
    let rows = fixture
        .store
        .read(|read| read.find_entries(&[words], 10))
        .unwrap();
    rows.iter().map(|row| row.entry.id.0).collect()
}

#[test]
fn accents_and_case_do_not_matter() {
    let fixture = Fixture::with_entries(&["Café de la Gare", "CAFE DES TILLEULS", "Bäckerei Süß"]);
    for query in ["cafe", "CAFÉ", "café", "caf*"] {
        assert_eq!(found(&fixture, query), [2, 1], "{query}: newest first");
    }
    assert_eq!(found(&fixture, "backerei"), [3]);
}

#[test]
fn an_entry_is_found_by_its_new_words_only() {
    let fixture = Fixture::with_entries(&["GRAND MARCHE"]);
    let replace =
        |write: store::Write<'_>| write.replace_entry_text(domain::EntryId(1), "PETIT MARCHE");
    fixture.store.write(replace).unwrap();
    assert_eq!(found(&fixture, "petit"), [1]);
    assert!(found(&fixture, "grand").is_empty());
}

#[test]
fn what_the_user_deleted_is_not_found() {
    let fixture = Fixture::with_entries(&["GRAND MARCHE"]);
    let delete = |write: store::Write<'_>| write.set_deleted(domain::EntryId(1), true);
    fixture.store.write(delete).unwrap();
    assert!(found(&fixture, "grand").is_empty());
}

#[test]
fn a_check_after_a_write_by_another_connection_finds_no_damage_in_the_index() {
    let fixture = Fixture::with_entries(&["GRAND MARCHE"]);
    for round in 0..40 {
        // A reader that has searched keeps what it knows of the index.
        assert_eq!(found(&fixture, "marche"), [1]);
        let words = format!("MARCHE {round}");
        let replace =
            |write: store::Write<'_>| write.replace_entry_text(domain::EntryId(1), &words);
        fixture.store.write(replace).unwrap();
        let defects = fixture.store.read(|read| read.list_defects()).unwrap();
        let damage: Vec<_> = defects
            .iter()
            .filter(|found| found.starts_with("integrity"))
            .collect();
        assert!(damage.is_empty(), "round {round}: {damage:?}");
    }
}
