//! What is searched is found as people type it.

use store::{EntryCondition, EntryTrait, Rarity};

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
fn however_common_words_are_the_same_entries_are_found_by_them() {
    let texts = [
        "CARTE MOREL",
        "VIREMENT",
        "CARTE VOLT",
        "CARTE MOREL",
        "PRELEVEMENT VOLT",
    ];
    let fixture = Fixture::with_entries(&texts);
    let found_near = |query: &str, rare: usize, common: usize, near: usize| {
        let words = EntryCondition {
            is: EntryTrait::Words(query.to_owned()),
            is_excluded: false,
        };
        let rarity = Rarity { rare, common, near };
        let rows = fixture
            .store
            .read(|read| read.find_entries_by(&[words], 2, rarity))
            .unwrap();
        rows.iter().map(|row| row.entry.id.0).collect::<Vec<_>>()
    };
    let found = |query: &str, rare: usize, common: usize| found_near(query, rare, common, 9);
    for query in [
        "carte",
        "carte AND morel",
        "\"mor\" *",
        "morel OR volt",
        "nothing",
    ] {
        let leading = found(query, 9, 99);
        assert_eq!(found(query, 0, 99), leading, "{query}: listed");
        assert_eq!(found(query, 0, 0), leading, "{query}: asked one by one");
        for near in 0..5 {
            let too_few = found_near(query, 0, 0, near);
            assert_eq!(too_few, leading, "{query}: {near} asked, then listed");
        }
    }
    assert_eq!(found("carte", 0, 0), [4, 3]);
}

#[test]
fn an_old_entry_is_found_behind_many_that_do_not_hold_the_words() {
    let mut texts = vec!["CARTE MOREL", "CARTE VOLT"];
    texts.extend(["VIREMENT"; 20]);
    let fixture = Fixture::with_entries(&texts);
    let condition = |is, is_excluded| EntryCondition { is, is_excluded };
    let words = |query: &str| EntryTrait::Words(query.to_owned());
    let found = |wanted: &[EntryCondition]| {
        let rarity = Rarity {
            rare: 0,
            common: 99,
            near: 9,
        };
        let read = |read: store::Read<'_>| read.find_entries_by(wanted, 9, rarity);
        let rows = fixture.store.read(read).unwrap();
        rows.iter().map(|row| row.entry.id.0).collect::<Vec<_>>()
    };
    assert_eq!(found(&[condition(words("morel"), false)]), [1]);
    let without = condition(words("volt"), true);
    assert_eq!(found(&[condition(words("carte"), false), without]), [1]);
}

#[test]
fn the_newest_of_those_that_hold_words_are_asked_about_until_enough_are_found() {
    let texts = [
        "CARTE MOREL",
        "CARTE VOLT",
        "VIREMENT",
        "CARTE VOLT",
        "CARTE",
    ];
    let fixture = Fixture::with_entries(&texts);
    let asked = |most: usize, limit: u32, stop: i64| {
        let mut asked = Vec::new();
        let found = fixture.store.read(|read| {
            read.find_newest_matching(("carte", most), &[], limit, |state| {
                let id = state.entry.id.0;
                asked.push(id);
                Ok::<_, store::Error>((id != stop).then_some(id % 2 == 0))
            })
        });
        let found = found.unwrap();
        let ids = found.map(|rows| rows.iter().map(|row| row.entry.id.0).collect::<Vec<_>>());
        (ids, asked)
    };
    // Beside one that is asked for four are many, beside three hundred they are few.
    for limit in [1, 300] {
        let all = asked(4, limit, 0);
        let expected = if limit == 1 { vec![4] } else { vec![4, 2] };
        assert_eq!(all.0, Some(expected));
    }
    assert_eq!(asked(4, 1, 0).1, [5, 4]);
    assert_eq!(asked(4, 300, 4), (None, vec![5, 4]), "it gave up");
    assert_eq!(asked(3, 1, 0), (None, vec![]), "too many hold the word");
}

#[test]
fn the_words_of_the_index_are_listed_by_their_beginning() {
    let fixture = Fixture::with_entries(&["CARTE Café", "CARTES cartes", "Carmin", "VOLT"]);
    let listed = |beginning: &str, most: usize| {
        let read = fixture.store.read(|read| read.list_words(beginning, most));
        read.unwrap()
    };
    assert_eq!(listed("car", 9), ["carmin", "carte", "cartes"]);
    assert_eq!(listed("car", 2), ["carmin", "carte"]);
    assert_eq!(listed("cafe", 9), ["cafe"]);
    assert!(listed("w", 9).is_empty());
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
