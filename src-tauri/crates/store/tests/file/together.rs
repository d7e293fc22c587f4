//! The window and `foil` on one file at once.

use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use store::{Error, Store};

use crate::fixture::{Fixture, KEY, connect};

fn count(store: &Store) -> usize {
    store
        .read(|read| read.list_accounts())
        .map(|accounts| accounts.len())
        .unwrap()
}

#[test]
fn each_sees_what_the_other_wrote() {
    let fixture = Fixture::with_entries(&["BOULANGERIE MOREL"]);
    let other = Store::open(&fixture.path(), &KEY).unwrap();
    let (before, number) = (count(&other), other.revision().unwrap());
    fixture
        .store
        .write(|write| {
            write.add_account(&domain::AccountIdentifier::default(), domain::Currency::EUR)
        })
        .unwrap();
    assert_eq!(count(&other), before + 1);
    assert!(
        other.revision().unwrap() > number,
        "so that the other looks again"
    );
}

#[test]
fn a_reader_does_not_wait_for_a_writer_and_sees_no_half_of_it() {
    let fixture = Fixture::with_entries(&["BOULANGERIE MOREL"]);
    let other = Store::open(&fixture.path(), &KEY).unwrap();
    let (written, see) = channel();
    let (seen, go_on) = channel();
    thread::scope(|scope| {
        let store = &fixture.store;
        let writing = scope.spawn(move || {
            store.write(|write| {
                write.add_account(&domain::AccountIdentifier::default(), domain::Currency::EUR)?;
                written.send(()).unwrap();
                go_on.recv_timeout(Duration::from_secs(20)).unwrap();
                Ok::<(), Error>(())
            })
        });
        see.recv().unwrap();
        let (here, there) = (count(&fixture.store), count(&other));
        seen.send(()).unwrap();
        writing.join().unwrap().unwrap();
        assert_eq!((here, there), (1, 1), "while the write was under way");
    });
    assert_eq!(count(&other), 2);
}

#[test]
fn a_writer_waits_five_seconds_for_another_and_then_says_so() {
    let fixture = Fixture::new();
    let other = connect(&fixture.path());
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let before = Instant::now();
    let answer = fixture.store.write(|_| Ok::<(), Error>(()));
    assert!(matches!(answer, Err(Error::Busy)));
    assert!(before.elapsed() >= Duration::from_secs(4), "it waited");
    other.execute_batch("COMMIT").unwrap();
    assert!(fixture.store.write(|_| Ok::<(), Error>(())).is_ok());
}

#[test]
fn what_fails_leaves_nothing_behind() {
    let fixture = Fixture::new();
    let number = fixture.store.revision().unwrap();
    let answer = fixture.store.write(|write| {
        write.add_account(&domain::AccountIdentifier::default(), domain::Currency::EUR)?;
        Err::<(), Error>(Error::NotFound("anything"))
    });
    assert!(matches!(answer, Err(Error::NotFound("anything"))));
    assert_eq!(
        (count(&fixture.store), fixture.store.revision().unwrap()),
        (0, number)
    );
}
