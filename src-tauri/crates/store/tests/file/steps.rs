//! A reader that may do so much stops there, and nobody after it notices.

use store::{EntryCondition, EntryTrait, SumBy, SumRow};

use crate::fixture::Fixture;

/// Reads every entry.
fn sums(read: store::Read<'_>) -> store::Result<Vec<SumRow>> {
    let any = EntryCondition {
        is: EntryTrait::Days(None, None),
        is_excluded: false,
    };
    read.sum_entries(&[any], SumBy::Day)
}

#[test]
fn what_takes_more_steps_than_are_allowed_is_not_read_to_its_end() {
    let fixture = Fixture::with_entries(&["VOLT"; 30]);
    let counted = |steps: u32| {
        fixture.store.read(|read| {
            let (read_to, is_spent) =
                read.within(steps, |read| (sums(read).is_ok(), read.is_spent()));
            assert_eq!(
                read_to, !is_spent,
                "it fails where steps are missing, and there alone"
            );
            assert!(!read.is_spent(), "what is read after it has no bound");
            assert!(sums(read).is_ok());
            Ok::<_, store::Error>(read_to)
        })
    };
    assert!(!counted(500).unwrap(), "30 entries are more");
    assert!(counted(1_000_000).unwrap());
}

#[test]
fn a_reader_that_fails_on_its_way_leaves_no_bound_behind() {
    let fixture = Fixture::with_entries(&["VOLT"; 30]);
    for _ in 0..4 {
        let failed = fixture.store.read(|read| read.within(0, sums));
        assert!(failed.is_err());
        assert_eq!(fixture.store.read(sums).unwrap().len(), 30);
    }
}
