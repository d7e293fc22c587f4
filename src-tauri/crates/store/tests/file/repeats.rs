//! Rows that repeat what sightings say: listed like them, kept as stretches.

use domain::{CounterpartyId, EntryId, NaiveDate, ReadingId, SightingId};
use store::{NewRepeat, NewSighting, Result, SightingState, sighting_id};

use crate::fixture::{Fixture, connect, row_of, statement};

const TEXTS: [&str; 5] = ["one", "two", "three", "four", "five"];

/// A second document that begins with a row of its own and then says again the rows of the first, seven lines further down.
fn repeated(rows: std::ops::Range<u32>) -> Fixture {
    let fixture = Fixture::with_entries(&TEXTS);
    let repeat = |write: store::Write<'_>| -> Result<()> {
        let document =
            write.add_document(&[2; 32], "again.ofx", b"nothing", "2026-11-02T00:00:00Z")?;
        let reading = write.add_reading(document, "", "ofx", 50)?;
        let statement = statement(write, reading, Fixture::place().account)?;
        let rows = rows.map(|row| NewRepeat {
            id: sighting_id(reading, row + 1),
            of: sighting_id(ReadingId(1), row),
            statement,
            line_shift: 7,
        });
        write.add_repeats(&rows.collect::<Vec<_>>())
    };
    fixture.store.write(repeat).unwrap();
    fixture
}

fn october(fixture: &Fixture) -> Vec<SightingState> {
    let day = |day| NaiveDate::from_ymd_opt(2026, 10, day).unwrap();
    let account = Fixture::place().account;
    let list = |read: store::Read<'_>| read.list_sightings_between(account, day(1), day(31));
    let mut states = fixture.store.read(list).unwrap();
    states.sort_by_key(|state| state.id);
    states
}

fn stretches(fixture: &Fixture) -> i64 {
    let connection = connect(&fixture.path());
    let count = connection.query_row("SELECT count(*) FROM repeats", [], |row| row.get(0));
    count.unwrap()
}

#[test]
fn a_row_that_repeats_a_sighting_is_listed_like_it_under_its_own_id() {
    let fixture = repeated(1..4);
    assert_eq!(stretches(&fixture), 1);
    let states = october(&fixture);
    let ids: Vec<SightingId> = states.iter().map(|state| state.id).collect();
    let first = (0..5).map(|row| sighting_id(ReadingId(1), row));
    let again = (2..5).map(|row| sighting_id(ReadingId(2), row));
    assert_eq!(ids, first.chain(again).collect::<Vec<_>>());
    for (told, repeat) in states[1..4].iter().zip(&states[5..]) {
        assert!(repeat.is_repeat() && !told.is_repeat());
        assert_eq!(
            SightingState {
                id: told.id,
                ..*repeat
            },
            *told
        );
    }
}

#[test]
fn a_row_that_repeats_a_sighting_has_its_own_line_and_statement() {
    let fixture = repeated(1..4);
    fixture
        .store
        .read(|read| {
            let told = read.get_sighting(sighting_id(ReadingId(1), 2))?;
            let repeat = read.get_sighting(sighting_id(ReadingId(2), 3))?;
            assert_eq!((repeat.line, repeat.statement.0), (told.line + 7, 2));
            assert_eq!((repeat.entry, &repeat.texts), (told.entry, &told.texts));
            for row in [0, 1, 5] {
                let none = read.get_sighting(sighting_id(ReadingId(2), row));
                assert!(none.is_err(), "there is no row {row}");
            }
            let words = read.get_sighting_words(sighting_id(ReadingId(2), 3))?;
            assert_eq!(words, "Invented\nthree");
            assert_eq!(read.list_buckets_of_reading(ReadingId(2))?.len(), 3);
            let account = Fixture::place().account;
            let of_reading = read.list_sightings_of_reading(account, ReadingId(2))?;
            assert_eq!(of_reading.len(), 3);
            Ok::<(), store::Error>(())
        })
        .unwrap();
}

#[test]
fn a_row_that_is_written_out_says_what_it_said_and_leaves_the_rows_around_it() {
    for row in 1..4 {
        let fixture = repeated(1..4);
        let id = sighting_id(ReadingId(2), row + 1);
        let before = (
            october(&fixture),
            fixture.store.read(|read| read.get_sighting(id)),
        );
        let write_out = |write: store::Write<'_>| write.write_out_repeat(id, EntryId(5));
        fixture.store.write(write_out).unwrap();
        let after = (
            october(&fixture),
            fixture.store.read(|read| read.get_sighting(id)),
        );
        assert_eq!(stretches(&fixture), if row == 2 { 2 } else { 1 });
        let mut expected = before.1.unwrap();
        expected.entry = EntryId(5);
        assert_eq!(after.1.unwrap(), expected);
        for (was, is) in before.0.iter().zip(&after.0) {
            if was.id == id {
                assert_eq!((is.content, is.entry), (id, EntryId(5)));
            } else {
                assert_eq!(was, is);
            }
        }
    }
}

#[test]
fn a_stretch_ends_where_rows_lines_or_what_they_repeat_do_not_go_on() {
    let fixture = Fixture::with_entries(&TEXTS);
    let at = |row: u32, of: u32, line_shift: i64| NewRepeat {
        id: sighting_id(ReadingId(1), row),
        of: sighting_id(ReadingId(1), of),
        statement: Fixture::place().statement,
        line_shift,
    };
    let rows = [
        at(10, 0, 1),
        at(11, 1, 1),
        at(13, 3, 1),
        at(14, 2, 1),
        at(15, 3, 2),
    ];
    fixture
        .store
        .write(|write| write.add_repeats(&rows))
        .unwrap();
    assert_eq!(stretches(&fixture), 4);
    assert_eq!(october(&fixture).len(), 10);
}

/// A change to what a row says.
type Change = fn(&mut NewSighting<'_>);

#[test]
fn only_what_is_the_same_to_the_letter_is_a_repeat() {
    let fixture = Fixture::with_entries(&TEXTS);
    let place = Fixture::place();
    let again = |row: u32| NewSighting {
        id: sighting_id(ReadingId(2), row),
        entry: EntryId(0),
        line: 99,
        ..row_of(&place, row, TEXTS[row as usize])
    };
    let changes: [Change; 12] = [
        |row| row.texts.push(' '),
        |row| row.name = "invented",
        |row| row.reference = (Some("F1"), Some(1)),
        |row| row.end_to_end = (Some("E1"), Some(1)),
        |row| row.value_date = row.booking_date,
        |row| row.amount_printed = None,
        |row| row.counterparty = CounterpartyId(2),
        |row| row.status = "pending",
        |row| row.balance_after_minor = Some(0),
        |row| row.more = Some("{}".to_owned()),
        |row| row.order_time = "12:00".to_owned(),
        |row| row.corrects = Some("F0"),
    ];
    let mut rows: Vec<NewSighting<'_>> = vec![again(0), again(4), again(1)];
    rows.extend(changes.iter().map(|change| {
        let mut row = again(2);
        change(&mut row);
        row
    }));
    rows.push(again(3));
    let places = [0, 4, 1].into_iter().chain([2; 12]).chain([3]);
    let mut pairs: Vec<(NewSighting<'_>, SightingId)> = rows
        .into_iter()
        .zip(places.map(|row| sighting_id(ReadingId(1), row)))
        .collect();
    // What is not stored is repeated by nothing.
    pairs.push((again(3), sighting_id(ReadingId(1), 9)));
    let lines = fixture
        .store
        .read(|read| read.find_repeated(&pairs))
        .unwrap();
    let mut expected = vec![Some(1), Some(5), Some(2)];
    expected.extend([None; 12]);
    expected.extend([Some(4), None]);
    assert_eq!(lines, expected);
}
