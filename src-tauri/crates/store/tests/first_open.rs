//! The first thing that a process does with SQLite, in a process of its own: it starts once.
#![allow(clippy::unwrap_used)]

use std::sync::Barrier;
use std::thread;

use store::Store;

#[test]
fn threads_that_open_the_first_ledgers_of_a_process_at_once_all_get_their_key() {
    let folder = tempfile::tempdir().unwrap();
    let start = Barrier::new(16);
    thread::scope(|scope| {
        let opening: Vec<_> = (0..16)
            .map(|number| {
                let (path, start) = (folder.path().join(format!("{number}.db")), &start);
                scope.spawn(move || {
                    start.wait();
                    Store::create(&path, &[7; 32]).map(drop)
                })
            })
            .collect();
        for opened in opening {
            opened
                .join()
                .unwrap()
                .expect("a key is refused for being wrong, never for being early");
        }
    });
}
