//! The links made without asking, on invented sets whose true links are known.
#![allow(clippy::unwrap_used)]

#[path = "../../../../tests/bench/judge.rs"]
#[allow(dead_code, reason = "the bench prints more than is held here")]
mod judge;
#[path = "../../../../tests/bench/pairs/mod.rs"]
#[allow(dead_code, reason = "the bench reads sets as well")]
mod pairs;

use judge::Case;
use pairs::{Knobs, generate};

type Failure = Box<dyn std::error::Error>;

#[test]
fn hardly_a_link_that_is_made_without_asking_is_wrong_and_few_are_left_to_ask() {
    for (knobs, precision, recall, first_three) in [
        (Knobs::household(1), 0.995, 0.95, 0.99),
        (Knobs::household(2), 0.995, 0.95, 0.99),
        (Knobs::hard(1), 0.99, 0.88, 0.97),
    ] {
        let (all, _) = Case::new(&generate(&knobs)).unwrap().judge();
        assert!(
            all.precision() >= precision,
            "{} wrong links of {} (seed {})",
            all.wrong,
            all.wrong + all.right,
            knobs.seed
        );
        assert!(
            all.recall() >= recall,
            "{} of {} found (seed {})",
            all.right,
            all.true_links,
            knobs.seed
        );
        assert!(
            all.first_three() >= first_three,
            "{} of {} linked or shown (seed {})",
            all.shown,
            all.paid,
            knobs.seed
        );
    }
}
