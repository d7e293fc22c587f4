//! Global assignment, best first, and the candidates of what stays in doubt.

use super::{CANDIDATES, Decision, MARGIN, Reason, SHOWN, SURE, State};

/// A receipt and an entry with evidence between them.
pub(super) struct Pair {
    pub(super) receipt: usize,
    pub(super) entry: usize,
    pub(super) score: i32,
    pub(super) reasons: Vec<Reason>,
}

/// The two best scores met so far.
#[derive(Clone, Copy)]
struct Best(i32, i32);

impl Best {
    const NONE: Best = Best(i32::MIN / 2, i32::MIN / 2);

    fn note(&mut self, score: i32) {
        if score > self.0 {
            *self = Best(score, self.0);
        } else {
            self.1 = self.1.max(score);
        }
    }

    fn is_clear(self, score: i32) -> bool {
        score == self.0 && score.saturating_sub(self.1) >= MARGIN
    }
}

/// Takes the pairs that are sure and clear of rivals on both sides, until none is left: each that is taken may clear another.
pub(super) fn assign(pairs: &mut [Pair], state: &mut State<'_>) {
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.score), pair.receipt, pair.entry));
    loop {
        let mut of_receipt = vec![Best::NONE; state.receipts.len()];
        let mut of_entry = std::collections::HashMap::new();
        let free = |state: &State<'_>, pair: &Pair| {
            !state.is_decided(pair.receipt) && !state.is_taken(pair.entry)
        };
        for pair in pairs.iter().filter(|pair| free(state, pair)) {
            if let Some(best) = of_receipt.get_mut(pair.receipt) {
                best.note(pair.score);
            }
            of_entry
                .entry(pair.entry)
                .or_insert(Best::NONE)
                .note(pair.score);
        }
        let clear: Vec<&Pair> = pairs
            .iter()
            .take_while(|pair| pair.score >= SURE)
            .filter(|pair| free(state, pair))
            .filter(|pair| {
                of_receipt
                    .get(pair.receipt)
                    .is_some_and(|best| best.is_clear(pair.score))
            })
            .filter(|pair| {
                of_entry
                    .get(&pair.entry)
                    .is_some_and(|best| best.is_clear(pair.score))
            })
            .collect();
        if clear.is_empty() {
            return;
        }
        for pair in clear {
            state.take(
                pair.receipt,
                &[pair.entry],
                pair.score,
                pair.reasons.clone(),
            );
        }
    }
}

/// Leaves up to three candidates with each receipt that is not linked.
pub(super) fn doubt(pairs: &[Pair], state: &mut State<'_>) {
    for pair in pairs.iter().filter(|pair| pair.score >= SHOWN) {
        if state.is_decided(pair.receipt) || state.is_taken(pair.entry) {
            continue;
        }
        let choice = state.choice(&[pair.entry], pair.score, pair.reasons.clone());
        match state.decisions.get_mut(pair.receipt) {
            Some(Decision::Doubt(choices)) if choices.len() < CANDIDATES => choices.push(choice),
            Some(decision @ Decision::Waiting) => *decision = Decision::Doubt(vec![choice]),
            _ => {}
        }
    }
}
