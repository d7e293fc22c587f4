//! The ledger is what its imports say, whatever their order and whatever was undone on the way.

use std::path::PathBuf;

use crate::files::{camt, csv, ofx};
use crate::terminal::Terminal;

/// Four files that overlap in days and differ in what they know of a line.
fn overlapping(terminal: &Terminal) -> Vec<PathBuf> {
    vec![
        terminal.file("a.ofx", ofx("2026-10-01", "2026-10-20")),
        terminal.file("b.ofx", ofx("2026-10-09", "2026-10-31")),
        terminal.file("c.xml", camt("2026-10-01", "2026-10-31", "2026-11-02")),
        terminal.file("d.csv", csv("2026-10-14", "2026-11-04")),
    ]
}

fn permutations(of: &[usize]) -> Vec<Vec<usize>> {
    if of.len() <= 1 {
        return vec![of.to_vec()];
    }
    let mut out = Vec::new();
    for first in of {
        let rest: Vec<usize> = of.iter().copied().filter(|one| one != first).collect();
        for mut tail in permutations(&rest) {
            tail.insert(0, *first);
            out.push(tail);
        }
    }
    out
}

#[test]
fn any_order_of_four_overlapping_files_gives_the_same_export_byte_for_byte() {
    let plain = Terminal::with_ledger();
    for file in overlapping(&plain) {
        plain.import(&file);
    }
    let expected = plain.export();
    assert_eq!(plain.count(), crate::files::LINES.len(), "{expected}");
    for order in permutations(&[0, 1, 2, 3]) {
        let terminal = Terminal::with_ledger();
        let files = overlapping(&terminal);
        let mut done = Vec::new();
        for (step, index) in order.iter().enumerate() {
            done.push(terminal.operation(&files[*index]));
            // On the way, something earlier is taken back and done again.
            let other = &done[step / 2];
            assert_eq!(terminal.foil(&["undo", other]).status, 0, "{order:?}");
            if step == 2 {
                // Asked for while it is undone: the same import again, under a number of its own.
                let again = terminal.operation(&files[order[step / 2]]);
                assert_eq!(terminal.foil(&["undo", &again]).status, 0, "{order:?}");
            }
            assert_eq!(terminal.foil(&["redo", other]).status, 0, "{order:?}");
        }
        assert!(
            terminal.export() == expected,
            "{order:?}:\n{}\n{expected}",
            terminal.export()
        );
        terminal.verify();
    }
}

#[test]
fn an_undone_import_was_never_made_in_whatever_order_it_is_undone() {
    let plain = Terminal::with_ledger();
    let empty = plain.export();
    let files = overlapping(&plain);
    plain.import(&files[0]);
    let expected = plain.export();
    for order in permutations(&[1, 2, 3]) {
        let terminal = Terminal::with_ledger();
        let files = overlapping(&terminal);
        let done: Vec<String> = files.iter().map(|file| terminal.operation(file)).collect();
        for index in &order {
            assert_eq!(terminal.foil(&["undo", &done[*index]]).status, 0);
        }
        assert!(
            terminal.export() == expected,
            "{order:?}:\n{}\n{expected}",
            terminal.export()
        );
        assert_eq!(terminal.foil(&["undo", &done[0]]).status, 0);
        assert_eq!(terminal.export(), empty, "{order:?}");
        terminal.verify();
    }
}
